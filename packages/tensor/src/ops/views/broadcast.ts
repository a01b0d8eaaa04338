// expandAs, broadcastTo and broadcastTensors: forms of expand; broadcastShapes, and sumToSize, which goes back.

import { ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { checkSizes, broadcastShapes as commonShape, formatShape, type Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { expandTo, sum, sumTo } from "../reductions/sum.js";
import { own } from "./own.js";

/**
 * A view stretched to another tensor's shape. See https://pytorch.org/docs/stable/generated/torch.Tensor.expand_as.html.
 *
 * @throws ShapeError if a size that is not 1 would change.
 * @example
 * ```ts
 * import { tensor, zeros } from "@bernoulli/tensor";
 * tensor([[1], [2]]).expandAs(zeros(2, 3)).toArray(); // → [[1, 1, 1], [2, 2, 2]]
 * ```
 */
export function expandAs(input: Tensor, other: Tensor): Tensor {
  checkTensor("expandAs", "input", input);
  checkTensor("expandAs", "other", other);
  return own(expandTo("expandAs", input, other.shape), input);
}

/**
 * A view stretched to a shape, as `expand`. See https://pytorch.org/docs/stable/generated/torch.broadcast_to.html.
 *
 * @throws ShapeError if a size that is not 1 would change.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).broadcastTo([2, 2]).toArray(); // → [[1, 2], [1, 2]]
 * ```
 */
export function broadcastTo(input: Tensor, size: Shape): Tensor {
  checkTensor("broadcastTo", "input", input);
  return own(expandTo("broadcastTo", input, size), input);
}

/**
 * Each tensor stretched to the shape in which they combine. Tensors one by one or in a list.
 * See https://pytorch.org/docs/stable/generated/torch.broadcast_tensors.html.
 *
 * @throws ShapeError where two sizes are neither equal nor 1.
 * @example
 * ```ts
 * import { broadcastTensors, zeros } from "@bernoulli/tensor";
 * broadcastTensors(zeros(2, 1), zeros(3)).map(({ shape }) => shape); // → [[2, 3], [2, 3]]
 * ```
 */
export function broadcastTensors(...tensors: readonly Tensor[] | readonly [readonly Tensor[]]): Tensor[] {
  const given = (Array.isArray(tensors[0]) ? tensors[0] : tensors) as readonly Tensor[];
  for (const [at, tensor] of given.entries()) checkTensor("broadcastTensors", `tensor ${at}`, tensor);
  const shape = commonShape("broadcastTensors", ...given.map((tensor) => tensor.shape));
  return given.map((tensor) => expandTo("broadcastTensors", tensor, shape));
}

/**
 * The shape that shapes broadcast to. See https://pytorch.org/docs/stable/generated/torch.broadcast_shapes.html.
 *
 * @throws ShapeError if they do not broadcast.
 * @example
 * ```ts
 * import { broadcastShapes } from "@bernoulli/tensor";
 * broadcastShapes([2, 1], [3], [1, 1, 1]); // → [1, 2, 3]
 * ```
 */
export function broadcastShapes(...shapes: readonly Shape[]): number[] {
  for (const shape of shapes) checkSizes("broadcastShapes", shape);
  return commonShape("broadcastShapes", ...shapes);
}

/**
 * The sum over what was stretched, where a tensor of that size was broadcast. Shape: (*) → size.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.sum_to_size.html.
 *
 * @throws ShapeError if the size does not expand to the input's shape.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(2, 3).sumToSize(1, 3).toArray(); // → [[2, 2, 2]]
 * ```
 */
export function sumToSize(input: Tensor, ...sizes: [...number[]] | [Shape]): Tensor {
  checkTensor("sumToSize", "input", input);
  const size = (Array.isArray(sizes[0]) ? sizes[0] : sizes) as Shape;
  checkSizes("sumToSize", size);
  const added = input.ndim - size.length;
  if (added < 0 || size.some((one, dim) => one !== 1 && one !== input.shape[added + dim]))
    throw new ShapeError(`sumToSize: size ${formatShape(size)} is not expandable to size ${formatShape(input.shape)}`);
  // PyTorch's sum over everything is that of integers, also where nothing was stretched.
  return size.length === 0 ? sum(input) : own(sumTo(input, size), input);
}
