// reduce: all reductions of floats but sum.

import type { KernelFunction, Reduction } from "../../../kernels/contract.js";
import { repeats } from "../replayable.js";
import {
  largest,
  products,
  type Reducer,
  smallest,
  sumsOfMagnitudes,
  sumsOfNumbers,
  sumsOfSquares,
} from "./reducers.js";
import { reduceFloats } from "./reductions.js";

const reducers: { readonly [R in Reduction]: Reducer } = {
  product: products,
  squares: sumsOfSquares,
  magnitudes: sumsOfMagnitudes,
  numbers: sumsOfNumbers,
  largest,
  smallest,
};

/** By which repeated calls are told apart. */
const numbers: { readonly [R in Reduction]: number } = {
  product: 0,
  squares: 1,
  magnitudes: 2,
  numbers: 3,
  largest: 4,
  smallest: 5,
};

const reduceFloat32: KernelFunction<"reduce"> = ([input], [output], { dims, by }) =>
  reduceFloats(reducers[by], input!, output!, dims);

export const reduce = { float32: repeats<"reduce">(reduceFloat32, ({ dims, by }) => [...dims, numbers[by]]) };
