// amax, amin and aminmax: the largest or smallest element over any dimensions, without its place. Equals share the gradient, which
// sets them apart from max and min along a dimension.

import { isGradEnabled, noGrad } from "../../autograd/grad-mode.js";
import { ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { isFloating } from "../../tensor/dtype.js";
import { formatShape, numberOfElements } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { eq } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { permute } from "../views/permute.js";
import { reshape, reshapeResult } from "../views/view.js";
import { extremeOps } from "./max.js";
import { reduced } from "./reduce.js";
import {
  type Dims,
  dropDims,
  type ReduceArguments,
  type ReduceOptions,
  reduceArguments,
  reducedDims,
  reduceKinds,
  sum,
} from "./sum.js";

/**
 * Takes the value, which was found without a gradient, for what the input's gradient is told by.
 *
 * @__NO_SIDE_EFFECTS__
 */
function sharedAmongEquals(name: "amax" | "amin") {
  return defineOp({
    extra: attributes<{ readonly dims: readonly number[] }>(),
    name,
    inputs: ["value", "input"],
    kernel: kernels.copy,
    infer: ([value]) => [value] as const,
    save: { input: ["input"], output: ["input"] },
    backward: ({ grad, input, output, attributes: { dims } }): Gradients => {
      const chosen = to(eq(input, output), grad.dtype);
      return [null, div(mul(grad, chosen), sum(chosen, dims, { keepdim: true }))];
    },
  });
}

const gradients = {
  amax: sharedAmongEquals("amax"),
  amin: sharedAmongEquals("amin"),
};

/** The extreme with reduced dimensions kept. */
export function extremeOver(which: "amax" | "amin", input: Tensor, dims: readonly number[]): Tensor {
  const value = noGrad(() => find(which, input, dims));
  if (!input.requiresGrad || !isGradEnabled()) return value;
  return apply(gradients[which], [value, input], { dims });
}

function find(which: "amax" | "amin", input: Tensor, dims: readonly number[]): Tensor {
  if (isFloating(input.dtype)) return reduced(input, which === "amax" ? "largest" : "smallest", dims);
  // Looked up here: read where this file is loaded, all of max would stay in every bundle.
  const finder = extremeOps[which === "amax" ? "max" : "min"].along;
  const kept = input.shape.map((size, dim) => (dims.includes(dim) ? 1 : size));
  if (dims.length === 1) return apply(finder, [input], { dim: dims[0]! })[0];
  const others = [...input.shape.keys()].filter((dim) => !dims.includes(dim));
  const size = numberOfElements(dims.map((dim) => input.shape[dim]!));
  const rows = reshape(permute(input, [...others, ...dims]), [numberOfElements(kept), size]);
  return reshapeResult(apply(finder, [rows], { dim: 1 })[0], kept);
}

function extremeOf(
  op: string,
  which: "amax" | "amin",
  input: Tensor,
  dim: Dims | undefined,
  keepdim?: boolean,
): Tensor {
  if (input.ndim > 64)
    throw new ShapeError(`${op}: only tensors with up to 64 dims are supported, but got ${input.ndim}`);
  const dims = reducedDims(op, input, dim);
  for (const at of dims)
    if (input.shape[at] === 0)
      throw new ShapeError(
        dim === undefined
          ? `${op}: Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`
          : `${op}: Expected reduction dim ${at} to have non-zero size, but the input has shape ${formatShape(input.shape)}`,
      );
  return dropDims(extremeOver(which, input, dims), dims, keepdim);
}

/**
 * The largest element over `dim`, one or several, or over everything; equals share its gradient. A NaN counts as largest.
 * Shape: (*) → (*) without `dim`. See https://pytorch.org/docs/stable/generated/torch.amax.html.
 *
 * @throws ShapeError if there is no element to choose from; IndexError if a dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([[1, 5], [7, 3]]);
 * x.amax(1).toArray(); // → [5, 7]
 * x.amax([0, 1]).item(); // → 7
 * ```
 */
export function amax(input: Tensor, ...rest: ReduceArguments): Tensor {
  checkTensor("amax", "input", input);
  const { dim, keepdim } = reduceArguments("amax", rest, reduceKinds);
  return extremeOf("amax", "amax", input, dim, keepdim);
}

/**
 * The smallest element over `dim`, one or several, or over everything; equals share its gradient. A NaN counts as smallest.
 * Shape: (*) → (*) without `dim`. See https://pytorch.org/docs/stable/generated/torch.amin.html.
 *
 * @throws ShapeError if there is no element to choose from; IndexError if a dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 5], [7, 3]]).amin(1, { keepdim: true }).toArray(); // → [[1], [3]]
 * ```
 */
export function amin(input: Tensor, ...rest: ReduceArguments): Tensor {
  checkTensor("amin", "input", input);
  const { dim, keepdim } = reduceArguments("amin", rest, reduceKinds);
  return extremeOf("amin", "amin", input, dim, keepdim);
}

export interface AminmaxOptions extends ReduceOptions {
  /** The dimension to reduce; everything where left out. */
  readonly dim?: number;
}

/**
 * The smallest and the largest element, along `dim` or of everything. Shape: (*) → two of (*) without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.aminmax.html.
 *
 * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const { min, max } = tensor([[1, 5], [7, 3]]).aminmax({ dim: 0 });
 * [min.toArray(), max.toArray()]; // → [[1, 3], [7, 5]]
 * ```
 */
export function aminmax(input: Tensor, options: AminmaxOptions = {}): { readonly min: Tensor; readonly max: Tensor } {
  checkTensor("aminmax", "input", input);
  checkOptions("aminmax", options, ["dim", "keepdim"]);
  const of = (which: "amax" | "amin") => extremeOf("aminmax", which, input, options.dim, options.keepdim);
  return { min: of("amin"), max: of("amax") };
}
