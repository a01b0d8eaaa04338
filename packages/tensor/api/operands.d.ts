import { T as Tensor } from './tensor.js';
type Operand = Tensor | number | boolean;
export type {
  Operand as O,
};
