// scalarTensor and asarray: tensors of what is at hand.

import { checkNumber, checkOptions } from "../../checks/options.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { clone } from "./clone.js";
import { full, type TensorData, type TensorOptions } from "./creation.js";
import { asTensor } from "./new.js";

/**
 * A 0-d tensor of a number. See https://pytorch.org/docs/stable/generated/torch.tensor.html.
 *
 * @example
 * ```ts
 * import { scalarTensor } from "@bernoulli/tensor";
 * scalarTensor(3).shape; // → []
 * ```
 */
export function scalarTensor(value: number | boolean, options: TensorOptions = {}): Tensor {
  if (typeof value !== "boolean") checkNumber("scalarTensor", "the value", value);
  return full([], Number(value), options);
}

export interface AsarrayOptions extends Pick<TensorOptions, "dtype" | "device"> {
  /** Whether a tensor is copied, whatever its dtype and device. Default false: only where these are others. */
  readonly copy?: boolean;
}

/**
 * A tensor as it is, or what `tensor` makes of anything else. See https://pytorch.org/docs/stable/generated/torch.asarray.html.
 *
 * @throws as `asTensor`.
 * @example
 * ```ts
 * import { asarray, ones } from "@bernoulli/tensor";
 * const x = ones(2);
 * [asarray(x) === x, asarray(x, { copy: true }) === x]; // → [true, false]
 * ```
 */
export function asarray(data: TensorData | Tensor, options: AsarrayOptions = {}): Tensor {
  checkOptions("asarray", options, ["dtype", "device", "copy"]);
  const { copy = false, ...others } = options;
  const made = asTensor(data, others);
  return copy && isTensor(data) && made.storage === data.storage ? clone(made) : made;
}
