// norm: how long vectors are, by any p.

import { isGradEnabled, noGrad } from "../../autograd/grad-mode.js";
import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { type DType, isFloating } from "../../tensor/dtype.js";
import { formatShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { abs, sign } from "../pointwise/abs.js";
import { eq, ne } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { pow, sqrt } from "../pointwise/pow.js";
import { where } from "../pointwise/where.js";
import { extremeOver } from "./extremes.js";
import { reduced } from "./reduce.js";
import { dropDims, type ReduceOptions, reducedDims, sum, sumKinds, type WithDim } from "./sum.js";

interface NormAttributes {
  readonly p: number;
  readonly dims: readonly number[];
}

// The value is composed; the gradient is PyTorch's own, 0 where the norm is 0.
const normOp = defineOp({
  extra: attributes<NormAttributes>(),
  name: "norm",
  inputs: ["value", "input"],
  kernel: kernels.copy,
  infer: ([value]) => [value] as const,
  save: { input: ["input"], output: ["input"] },
  backward: ({ grad, input, output, attributes }): Gradients => [null, normBackward(grad, input, output, attributes)],
});

function normBackward(grad: Tensor, input: Tensor, norm: Tensor, { p, dims }: NormAttributes): Tensor | null {
  if (p === 0) return null;
  if (p === 1) return mul(sign(input), grad);
  if (p === 2) return mul(grad, where(eq(norm, 0), 0, div(input, norm)));
  const size = abs(input);
  if (!Number.isFinite(p)) {
    const chosen = to(where(ne(norm, norm), ne(input, input), eq(size, norm)), grad.dtype);
    return mul(sign(input), mul(div(grad, sum(chosen, dims, { keepdim: true })), chosen));
  }
  if (p < 1) return mul(mul(mul(sign(input), where(eq(input, 0), 0, pow(size, p - 1))), grad), pow(norm, 1 - p));
  const scaled = p < 2 ? mul(sign(input), pow(size, p - 1)) : mul(input, pow(size, p - 2));
  return mul(scaled, where(eq(norm, 0), 0, div(grad, pow(norm, p - 1))));
}

function normOver(input: Tensor, p: number, dims: readonly number[]): Tensor {
  const add = (values: Tensor) => sum(values, dims, { keepdim: true });
  if (p === 2) return sqrt(reduced(input, "squares", dims));
  if (p === 1) return reduced(input, "magnitudes", dims);
  if (p === 0) return to(add(ne(input, 0)), input.dtype);
  const size = abs(input);
  if (!Number.isFinite(p)) return extremeOver(p > 0 ? "amax" : "amin", size, dims);
  return pow(add(pow(size, p)), 1 / p);
}

export interface NormOptions extends ReduceOptions {
  /** What is computed in: the input is converted first. */
  readonly dtype?: DType;
  /** Which norm: 2, the default, or `"fro"` for the length. */
  readonly p?: number | "fro";
}

/** The norm of a floating tensor, reduced dimensions kept. */
function normOf(op: string, input: Tensor, p: number, dims: readonly number[]): Tensor {
  if (!isFloating(input.dtype))
    throw new DTypeError(
      `${op}: Expected a floating point tensor as input. Got ${input.dtype}; convert with .to("float32")`,
    );
  if ((p < 0 || p === Number.POSITIVE_INFINITY) && dims.some((at) => input.shape[at] === 0))
    throw new ShapeError(
      `${op}: cannot compute the ${p} norm on an empty dimension, because the operation has no identity; the input has shape ${formatShape(input.shape)}`,
    );
  return normWithSlope(input, p, dims);
}

/** The norm of a floating tensor that is not refused, with PyTorch's gradient; reduced dimensions kept. */
export function normWithSlope(input: Tensor, order: number, dims: readonly number[]): Tensor {
  // Of one element it is its size, which no power spills over.
  const p = order !== 0 && dims.every((at) => input.shape[at] === 1) ? 1 : order;
  const value = noGrad(() => normOver(input, p, dims));
  return input.requiresGrad && isGradEnabled() ? apply(normOp, [value, input], { p, dims }) : value;
}

/**
 * (Σ |xᵢ|ᵖ)^(1/p) over `dim`, one or several, or over everything: with `p` 2, the default, or `"fro"` the length; 1 sums absolute
 * values, Infinity takes the largest, −Infinity the smallest, and 0 counts those other than zero. Shape: (*) → (*) without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.norm.html.
 *
 * @throws DTypeError unless the input, or the `dtype` asked for, is floating; IndexError if a dimension is out of range; ArgumentError
 * for a `p` that is neither a number nor "fro".
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([[3, 4], [0, 5]]);
 * x.norm(2, 1).toArray(); // → [5, 5]
 * x.norm(1).item(); // → 12
 * x.norm(Infinity, 0, true).toArray(); // → [[3, 5]]
 * x.norm({ dim: 1 }).toArray(); // → [5, 5]
 * ```
 */
export function norm(input: Tensor, ...rest: Positional<WithDim<NormOptions>, ["p", "dim", "keepdim"]>): Tensor {
  checkTensor("norm", "input", input);
  const options = optionsOf<WithDim<NormOptions>>("norm", ["p", "dim", "keepdim"], rest);
  checkOptions("norm", options, { ...sumKinds, p: "anything" });
  const { p = 2, dim } = options;
  if (p !== "fro" && (typeof p !== "number" || Number.isNaN(p)))
    throw new ArgumentError(`norm: expected p to be a number or "fro", but got ${describe(p)}`);
  const dims = reducedDims("norm", input, dim);
  if (p === "fro" && dim !== undefined && dims.length > 2)
    throw new ArgumentError(
      `norm: "fro" is of matrices: dim must be a pair. Got [${[dim].flat().join(", ")}]; with p 2 all of them are one vector`,
    );
  const values = options.dtype === undefined ? input : to(input, options.dtype);
  return dropDims(normOf("norm", values, p === "fro" ? 2 : p, dims), dims, options.keepdim);
}
