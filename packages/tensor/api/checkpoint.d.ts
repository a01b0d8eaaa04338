import { T as Tensor } from './tensor.js';
interface CheckpointOptions {
    readonly useReentrant?: boolean;
    readonly preserveRngState?: boolean;
}
declare function checkpoint<Inputs extends readonly unknown[], Result>(fn: (...inputs: Inputs) => Result, ...given: [
    ...inputs: Inputs,
    options?: CheckpointOptions
]): Result;
declare function checkpointSequential(functions: Iterable<(input: any) => any>, segments: number, input: Tensor, options?: CheckpointOptions): Tensor;
export {
  checkpoint,
  checkpointSequential,
  type CheckpointOptions,
};
