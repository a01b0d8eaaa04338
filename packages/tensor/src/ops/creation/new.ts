// empty and emptyLike, and tensors that are like another: newZeros, newOnes, newFull, newEmpty and newTensor.

import { checkOptions, checkTensor } from "../../checks/options.js";
import { parseSizes, type Shape, type SizeArguments } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { clone } from "./clone.js";
import { filled, filledLike, type TensorData, type TensorOptions, tensor, tensorOptions } from "./creation.js";
import { to } from "./to.js";

/**
 * A tensor to be written. Its elements are zeros here, so that a program that reads them by mistake does the same at each run; PyTorch
 * leaves what lay in memory. See https://pytorch.org/docs/stable/generated/torch.empty.html.
 *
 * @throws ShapeError unless the sizes are non-negative integers.
 * @example
 * ```ts
 * import { empty } from "@bernoulli/tensor";
 * empty(2, 3).shape; // → [2, 3]
 * ```
 */
export function empty(...sizes: SizeArguments<TensorOptions>): Tensor {
  const [shape, options] = parseSizes<TensorOptions>("empty", sizes);
  return filled("empty", 0, shape, options);
}

/** {@link empty} of another tensor's shape, dtype and device. See https://pytorch.org/docs/stable/generated/torch.empty_like.html. */
export function emptyLike(input: Tensor, options: TensorOptions = {}): Tensor {
  checkTensor("emptyLike", "input", input);
  return filledLike("emptyLike", 0, input, options);
}

function newOf(op: string, input: Tensor, value: number, sizes: SizeArguments<TensorOptions>): Tensor {
  checkTensor(op, "input", input);
  const [shape, options] = parseSizes<TensorOptions>(op, sizes);
  return filled(op, value, shape, likeIts(op, input, options));
}

/** The options, with the dtype and the device of a tensor where they name none. */
function likeIts(op: string, { dtype, device }: Tensor, options: TensorOptions): TensorOptions {
  checkOptions(op, options, tensorOptions);
  return { ...options, dtype: options.dtype ?? dtype, device: options.device ?? device };
}

/**
 * Zeros of these sizes, of the input's dtype and on its device. See https://pytorch.org/docs/stable/generated/torch.Tensor.new_zeros.html.
 *
 * @throws ShapeError unless the sizes are non-negative integers.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(3, { dtype: "float64" }).newZeros(2).dtype; // → "float64"
 * ```
 */
export function newZeros(input: Tensor, ...sizes: SizeArguments<TensorOptions>): Tensor {
  return newOf("newZeros", input, 0, sizes);
}

/**
 * Ones of these sizes, of the input's dtype and on its device. See https://pytorch.org/docs/stable/generated/torch.Tensor.new_ones.html.
 *
 * @throws ShapeError unless the sizes are non-negative integers.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(3).newOnes(2, 2).toArray(); // → [[1, 1], [1, 1]]
 * ```
 */
export function newOnes(input: Tensor, ...sizes: SizeArguments<TensorOptions>): Tensor {
  return newOf("newOnes", input, 1, sizes);
}

/**
 * A tensor of these sizes to be written, of the input's dtype and on its device; zeros, as `empty`'s.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.new_empty.html.
 *
 * @throws ShapeError unless the sizes are non-negative integers.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(3).newEmpty(2, 2).shape; // → [2, 2]
 * ```
 */
export function newEmpty(input: Tensor, ...sizes: SizeArguments<TensorOptions>): Tensor {
  return newOf("newEmpty", input, 0, sizes);
}

/**
 * A tensor of that shape whose elements are all `fillValue`, of the input's dtype and on its device.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.new_full.html.
 *
 * @throws ShapeError unless the sizes are non-negative integers; DTypeError for a value beyond the dtype.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(3).newFull([2], 7).toArray(); // → [7, 7]
 * ```
 */
export function newFull(input: Tensor, size: Shape, fillValue: number | boolean, options: TensorOptions = {}): Tensor {
  checkTensor("newFull", "input", input);
  const [shape] = parseSizes("newFull", [size]);
  return filled("newFull", fillValue, shape, likeIts("newFull", input, options));
}

/**
 * A tensor with the given elements, of the input's dtype and on its device; of a tensor, a copy outside its graph.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.new_tensor.html.
 *
 * @throws as `tensor`.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(1, { dtype: "float64" }).newTensor([1, 2]).dtype; // → "float64"
 * ```
 */
export function newTensor(input: Tensor, data: TensorData | Tensor, options: TensorOptions = {}): Tensor {
  checkTensor("newTensor", "input", input);
  const { requiresGrad = false, ...like } = likeIts("newTensor", input, options);
  if (!isTensor(data)) return tensor(data, { ...like, requiresGrad });
  const copied = to(data.data, like);
  return (copied.storage === data.storage ? clone(copied) : copied).requiresGrad_(requiresGrad);
}

/**
 * A tensor as it is, or in the dtype and on the device that are named, in its graph; of anything else what `tensor` makes of it.
 * See https://pytorch.org/docs/stable/generated/torch.as_tensor.html. Elements in arrays are always copied.
 *
 * @throws as `tensor` and `to`.
 * @example
 * ```ts
 * import { asTensor, ones } from "@bernoulli/tensor";
 * const x = ones(2);
 * asTensor(x) === x; // → true
 * asTensor([1, 2]).toArray(); // → [1, 2]
 * ```
 */
export function asTensor(data: TensorData | Tensor, options: Pick<TensorOptions, "dtype" | "device"> = {}): Tensor {
  checkOptions("asTensor", options, ["dtype", "device"]);
  return isTensor(data) ? to(data, options) : tensor(data, options);
}
