// cummax and cummin: the extreme of the elements up to each along a dimension, and where it stands.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { isFloating } from "../../tensor/dtype.js";
import { normalizeDim } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { scatterAddOp } from "../indexing/gathering.js";
import { numberTensor } from "../operands.js";
import { type ExtremeResult, pairOf } from "../reductions/max.js";
import { expand } from "../reductions/sum.js";
import { reshape } from "../views/view.js";

const cumulativeOp = defineOp({
  name: "cummax",
  inputs: ["input"],
  outputs: ["values", "indices"],
  kernel: kernels.scanExtreme,
  infer: ([{ shape, dtype }]) => [
    { shape, dtype },
    { shape, dtype: "int32" },
  ],
  save: { indices: ["input"] },
  backward: ({ grad, indices, attributes: { dim }, inputs: [input] }): Gradients => [
    apply(scatterAddOp, [expand(numberTensor(0, grad.dtype, grad), input.shape), indices, grad], {
      dim,
      checks: null,
    }),
  ],
});

/** Along a dimension of `rows`, which have some; of bytes and truths as int32. */
export function cumulative(which: "max" | "min", rows: Tensor, dim: number): ExtremeResult {
  const isWide = isFloating(rows.dtype) || rows.dtype === "int32";
  const [values, indices] = apply(cumulativeOp, [isWide ? rows : to(rows, "int32")], { dim, which });
  return pairOf(to(values, rows.dtype), indices);
}

function scanned(op: "cummax" | "cummin", input: Tensor, dim: number): ExtremeResult {
  checkTensor(op, "input", input);
  const at = normalizeDim(op, dim, input.ndim);
  const which = op === "cummax" ? "max" : "min";
  if (input.ndim > 0) return cumulative(which, input, at);
  const { values, indices } = cumulative(which, reshape(input, 1), 0);
  return pairOf(reshape(values, []), reshape(indices, []));
}

/**
 * The largest of the elements up to each along a dimension, and where it stands, as int32: of equals the last. A NaN is larger than
 * everything. Shape: (*) → two of (*). See https://pytorch.org/docs/stable/generated/torch.cummax.html.
 *
 * @throws IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const { values, indices } = tensor([1, 3, 2, 3]).cummax(0);
 * [values.toArray(), indices.toArray()]; // → [[1, 3, 3, 3], [0, 1, 1, 3]]
 * ```
 */
export function cummax(input: Tensor, dim: number): ExtremeResult {
  return scanned("cummax", input, dim);
}

/**
 * The smallest of the elements up to each along a dimension, and where it stands, as int32: of equals the last. A NaN is smaller than
 * everything. Shape: (*) → two of (*). See https://pytorch.org/docs/stable/generated/torch.cummin.html.
 *
 * @throws IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const { values, indices } = tensor([2, 3, 1, 1]).cummin(0);
 * [values.toArray(), indices.toArray()]; // → [[2, 2, 1, 1], [0, 0, 2, 3]]
 * ```
 */
export function cummin(input: Tensor, dim: number): ExtremeResult {
  return scanned("cummin", input, dim);
}
