// max and argmax: the largest element, of everything or along one dimension, and where it stands.

import { apply } from "../apply.js";
import { ShapeError } from "../errors.js";
import { defineOp, defineOpWith, type Gradients } from "../op.js";
import { checkOptions } from "../options.js";
import { formatShape, normalizeDim, type Shape } from "../shape.js";
import type { Tensor } from "../tensor.js";
import { eq, ne } from "./compare.js";
import { div } from "./div.js";
import { mul } from "./mul.js";
import { dropDims, expand, type ReduceOptions, sum } from "./sum.js";
import { to } from "./to.js";
import { reshape, reshapeResult } from "./view.js";
import { where } from "./where.js";

const maxOp = defineOp({
  name: "max",
  inputs: ["input"],
  outputs: ["values", "indices"],
  kernel: "max",
  infer: ([{ shape, dtype }], { dim }) => {
    const reduced = shape.with(dim, 1);
    return [
      { shape: reduced, dtype },
      { shape: reduced, dtype: "int32" },
    ];
  },
  save: ["indices"],
  backward: ({ grad, indices, attributes: { dim }, inputs: [input] }): Gradients => [
    maxBackward(grad, indices, dim, input.shape),
  ],
});

// One element a row gets the gradient: the first of the largest, as the forward chose.
function maxBackward(grad: Tensor, indices: Tensor, dim: number, shape: Shape): Tensor {
  const positions = apply(positionsOp, [], { start: 0, step: 1, length: shape[dim]! }, { device: grad.device });
  const along = reshape(
    positions,
    shape.map((_, at) => (at === dim ? shape[dim]! : 1)),
  );
  return mul(expand(grad, shape), to(eq(along, indices), grad.dtype));
}

const positionsOp = defineOpWith<{ readonly length: number }>()({
  name: "positions",
  inputs: [],
  kernel: "arange",
  infer: (_, { length }) => [{ shape: [length], dtype: "int32" }],
});

// Over everything, PyTorch shares the gradient among equals, or among the NaN where there are any.
const maxAllOp = defineOp({
  name: "max",
  inputs: ["input"],
  outputs: ["output", "indices"],
  kernel: "max",
  infer: ([{ dtype }]) => [
    { shape: [1], dtype },
    { shape: [1], dtype: "int32" },
  ],
  save: ["input", "output"],
  backward: ({ grad, input, output }): Gradients => {
    const largest = where(ne(output, output), ne(input, input), eq(input, expand(output, input.shape)));
    return [where(largest, div(grad, sum(to(largest, grad.dtype))), 0)];
  },
});

/** What `max` gives along a dimension. */
export interface MaxResult {
  readonly values: Tensor;
  /** int32; the first of equals. */
  readonly indices: Tensor;
}

/**
 * The largest element, or, with `dim`, the largest along it and where it stands. A NaN counts as largest.
 * See https://pytorch.org/docs/stable/generated/torch.max.html.
 *
 * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([[1, 5], [7, 3]]);
 * x.max().item(); // → 7
 * x.max(1).indices.toArray(); // → [1, 0]
 * ```
 */
export function max(input: Tensor): Tensor;
export function max(input: Tensor, dim: number, options?: ReduceOptions): MaxResult;
export function max(input: Tensor, dim?: number, options: ReduceOptions = {}): Tensor | MaxResult {
  checkOptions("max", options, ["keepdim"]);
  if (dim === undefined) {
    if (input.numel === 0)
      throw new ShapeError(
        "max: expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.",
      );
    return reshapeResult(apply(maxAllOp, [reshape(input, -1)], { dim: 0 })[0], []);
  }
  const { values, indices } = alongDim("max", input, dim);
  const at = normalizeDim("max", dim, input.ndim);
  const drop = (result: Tensor) =>
    input.ndim === 0 ? reshapeResult(result, []) : dropDims(result, [at], options.keepdim);
  return { values: drop(values), indices: drop(indices) };
}

/**
 * Where the largest element stands, along `dim` or in the flattened input, as int32; the first of equals.
 * See https://pytorch.org/docs/stable/generated/torch.argmax.html.
 *
 * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 5], [7, 3]]).argmax(1).toArray(); // → [1, 0]
 * ```
 */
export function argmax(input: Tensor, dim?: number, options: ReduceOptions = {}): Tensor {
  checkOptions("argmax", options, ["keepdim"]);
  if (dim === undefined) {
    if (input.numel === 0)
      throw new ShapeError(
        "argmax: expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.",
      );
    return reshape(alongDim("argmax", reshape(input, -1), 0).indices, options.keepdim ? input.shape.map(() => 1) : []);
  }
  const { indices } = alongDim("argmax", input, dim);
  return input.ndim === 0
    ? reshape(indices, [])
    : dropDims(indices, [normalizeDim("argmax", dim, input.ndim)], options.keepdim);
}

function alongDim(op: string, input: Tensor, dim: number): MaxResult {
  const at = normalizeDim(op, dim, input.ndim);
  const rows = input.ndim === 0 ? reshape(input, 1) : input;
  if (rows.shape[at] === 0)
    throw new ShapeError(
      `${op}: expected reduction dim ${at} to have non-zero size, but the input has shape ${formatShape(input.shape)}`,
    );
  const [values, indices] = apply(maxOp, [rows], { dim: at });
  return { values, indices };
}
