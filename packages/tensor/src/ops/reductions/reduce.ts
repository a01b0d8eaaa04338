// Reductions of floats but sum, by the one kernel for all, reduced dimensions kept. Without a gradient: who takes one defines its own. No
// op is defined for callers here.

import { apply } from "../../door/apply.js";
import { defineOp } from "../../door/op.js";
import type { Reduction } from "../../kernels/contract.js";
import * as kernels from "../../kernels/kernels.js";
import type { Tensor, TensorMeta } from "../../tensor/tensor.js";

const reduceOp = defineOp({
  name: "reduce",
  inputs: ["input"],
  kernel: kernels.reduce,
  infer: ([input], { dims }) => [reducedMeta(input, dims)],
});

/** What is left over `dims`, which keep size 1. */
export function reducedMeta({ shape, dtype }: TensorMeta, dims: readonly number[]): TensorMeta {
  return { shape: shape.map((size, dim) => (dims.includes(dim) ? 1 : size)), dtype };
}

/** The reduction of a floating tensor. */
export function reduced(input: Tensor, by: Reduction, dims: readonly number[]): Tensor {
  return apply(reduceOp, [input], { dims, by });
}

const wideOp = defineOp({
  name: "reduceWide",
  inputs: ["input"],
  kernel: kernels.reduce,
  infer: ([input], { dims }) => [{ ...reducedMeta(input, dims), dtype: "float64" }],
});

/** In float64, where sums and squares of floats neither overflow nor lose what is small. */
export function reducedWide(input: Tensor, by: "sum" | "squares", dims: readonly number[]): Tensor {
  return apply(wideOp, [input], { dims, by });
}
