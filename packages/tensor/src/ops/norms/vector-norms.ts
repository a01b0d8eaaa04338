// The p-norm over dimensions, with PyTorch's slopes where it has a kink, of which norms and distances are made. No op is defined for
// callers here.

import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import type { Kernel } from "../../kernels/kernel.js";
import * as kernels from "../../kernels/kernels.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { abs } from "../pointwise/abs.js";
import { eq, ne } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { sqrt } from "../pointwise/pow.js";
import { where } from "../pointwise/where.js";
import { normWithSlope } from "../reductions/norm.js";
import { dropDims, expand, sum } from "../reductions/sum.js";
import { permute } from "../views/permute.js";
import { reshape, reshapeResult } from "../views/view.js";

/**
 * The largest or smallest along the last dimension, whose gradient is shared among equals, or given to each of them in full.
 *
 * @__NO_SIDE_EFFECTS__
 */
function defineExtreme(kernel: Kernel<"max" | "min">, isShared: boolean) {
  return defineOp({
    name: kernel.name,
    inputs: ["input"],
    outputs: ["values", "indices"],
    kernel,
    infer: ([{ shape, dtype }], { dim }) => [
      { shape: shape.with(dim, 1), dtype },
      { shape: shape.with(dim, 1), dtype: "int32" },
    ],
    save: { input: ["input"], values: ["input"] },
    backward: ({ grad, input, values }): Gradients => {
      const whole = expand(values, input.shape);
      const chosen = where(ne(whole, whole), ne(input, input), eq(input, whole));
      const count = sum(to(chosen, grad.dtype), -1, { keepdim: true });
      return [where(chosen, expand(isShared ? div(grad, count) : grad, input.shape), 0)];
    },
  });
}

const largest = defineExtreme(kernels.max, true);
const largestUnshared = defineExtreme(kernels.max, false);
const smallest = defineExtreme(kernels.min, true);

/** The dimensions as one, at the end. */
function together(input: Tensor, dims: readonly number[]): Tensor {
  const others = input.shape.map((_, dim) => dim).filter((dim) => !dims.includes(dim));
  const moved = permute(input, [...others, ...dims]);
  const joined = dims.reduce((count, dim) => count * input.shape[dim]!, 1);
  return reshape(moved, [...others.map((dim) => input.shape[dim]!), joined]);
}

/**
 * (Σ |x|ᵖ)^(1/p) over `dims`, which are ascending and have elements where p is infinite or negative; p = 0 counts what is not
 * zero. Of a kink, PyTorch's slope: 0 at zero, shared among equals; `isDistance`, those of cdist, where each of equals gets all.
 */
export function vectorNormOver(
  input: Tensor,
  p: number,
  dims: readonly number[],
  keepdim: boolean,
  isDistance = false,
): Tensor {
  if (p === 0) {
    // A choice that never falls on the input, so that there is a gradient: zeros.
    const isSome = ne(input, 0);
    return sum(where(ne(isSome, isSome), input, to(isSome, input.dtype)), dims, { keepdim });
  }
  // Of one element it is its size, which no power spills over.
  if (p === 1 || dims.every((at) => input.shape[at] === 1)) return sum(abs(input), dims, { keepdim });
  if (p === 2) {
    const total = sum(mul(input, input), dims, { keepdim });
    const isSome = ne(total, 0);
    return where(isSome, sqrt(where(isSome, total, 1)), total);
  }
  if (!Number.isFinite(p)) return extremeOver(abs(input), p < 0, dims, keepdim, isDistance);
  return dropDims(normWithSlope(input, p, dims), dims, keepdim);
}

/** The smallest or the largest over `dims`, of which there are elements; the gradient is shared among equals, or, `isDistance`, each gets all. */
export function extremeOver(
  input: Tensor,
  isSmallest: boolean,
  dims: readonly number[],
  keepdim: boolean,
  isDistance = false,
): Tensor {
  const op = isSmallest ? smallest : isDistance ? largestUnshared : largest;
  const flat = together(input, dims);
  const [values] = apply(op, [flat], { dim: flat.ndim - 1 });
  const kept = input.shape.map((size, dim) => (dims.includes(dim) ? 1 : size));
  return dropDims(reshapeResult(values, kept), dims, keepdim);
}
