// What a tensor says of itself, by PyTorch's names: isContiguous, stride, isNonzero, type, … Its own are tensor.ts's, its elements reads.ts's.

import { describe } from "../checks/describe.js";
import { ArgumentError, IndexError } from "../checks/errors.js";
import { checkTensor } from "../checks/options.js";
import { readFor } from "../compile/trace.js";
import { to } from "../ops/creation/to.js";
import { checkDType, type DType, dtypeTraits, isFloating } from "./dtype.js";
import { item } from "./reads.js";
import { isContiguous as liesInOrder, normalizeDim, sameShape } from "./shape.js";
import type { Tensor } from "./tensor.js";

/**
 * The number of elements. See https://pytorch.org/docs/stable/generated/torch.numel.html.
 *
 * @example
 * ```ts
 * import { numel, zeros } from "@bernoulli/tensor";
 * numel(zeros(2, 3)); // → 6
 * ```
 */
export function numel(input: Tensor): number {
  checkTensor("numel", "input", input);
  return input.numel();
}

/**
 * The number of elements, as `numel()`. See https://pytorch.org/docs/stable/generated/torch.Tensor.nelement.html.
 *
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2, 3).nelement(); // → 6
 * ```
 */
export function nelement(input: Tensor): number {
  return input.numel();
}

/**
 * The number of dimensions, as `ndim`. See https://pytorch.org/docs/stable/generated/torch.Tensor.ndimension.html.
 *
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2, 3).ndimension(); // → 2
 * ```
 */
export function ndimension(input: Tensor): number {
  return input.ndim;
}

/**
 * Whether the elements lie in row-major order without gaps, as `view` to other sizes wants it.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.is_contiguous.html.
 *
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * [zeros(2, 3).isContiguous(), zeros(2, 3).t().isContiguous()]; // → [true, false]
 * ```
 */
export function isContiguous(input: Tensor): boolean {
  return liesInOrder(input);
}

/**
 * Whether the dtype is of floats: float32 or float64.
 * See https://pytorch.org/docs/stable/generated/torch.is_floating_point.html.
 *
 * @example
 * ```ts
 * import { isFloatingPoint, zeros } from "@bernoulli/tensor";
 * isFloatingPoint(zeros([2], { dtype: "int32" })); // → false
 * ```
 */
export function isFloatingPoint(input: Tensor): boolean {
  checkTensor("isFloatingPoint", "input", input);
  return isFloating(input.dtype);
}

/**
 * Whether the dtype is of complex numbers: there are none. See https://pytorch.org/docs/stable/generated/torch.is_complex.html.
 *
 * @example
 * ```ts
 * import { isComplex, zeros } from "@bernoulli/tensor";
 * isComplex(zeros(2)); // → false
 * ```
 */
export function isComplex(input: Tensor): false {
  checkTensor("isComplex", "input", input);
  return false;
}

/**
 * Whether the dtype has negative numbers: all but uint8 and bool. See https://pytorch.org/docs/stable/generated/torch.Tensor.is_signed.html.
 *
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros([2], { dtype: "uint8" }).isSigned(); // → false
 * ```
 */
export function isSigned(input: Tensor): boolean {
  checkTensor("isSigned", "input", input);
  return input.dtype !== "uint8" && input.dtype !== "bool";
}

/**
 * Whether two tensors have one shape. See https://pytorch.org/docs/stable/generated/torch.Tensor.size.html.
 *
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2, 3).isSameSize(zeros(3, 2)); // → false
 * ```
 */
export function isSameSize(input: Tensor, other: Tensor): boolean {
  checkTensor("isSameSize", "input", input);
  checkTensor("isSameSize", "other", other);
  return sameShape(input.shape, other.shape);
}

/**
 * Whether the one element of a tensor is not zero. It is read. See https://pytorch.org/docs/stable/generated/torch.is_nonzero.html.
 *
 * @throws ArgumentError unless there is one element.
 * @example
 * ```ts
 * import { isNonzero, tensor } from "@bernoulli/tensor";
 * [isNonzero(tensor(0)), isNonzero(tensor([NaN]))]; // → [false, true]
 * ```
 */
export function isNonzero(input: Tensor): boolean {
  checkTensor("isNonzero", "input", input);
  const count = input.numel();
  if (count !== 1)
    throw new ArgumentError(
      `isNonzero: Boolean value of Tensor with ${count === 0 ? "no values" : "more than one value"} is ambiguous; take any(x) or all(x) first`,
    );
  return Number(readFor("isNonzero", "values", () => item(input))) !== 0;
}

/**
 * The first element's place in the storage, as `offset`. See https://pytorch.org/docs/stable/generated/torch.Tensor.storage_offset.html.
 *
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(4).narrow(0, 1, 2).storageOffset(); // → 1
 * ```
 */
export function storageOffset(input: Tensor): number {
  return input.offset;
}

/**
 * The number of the graphics card: −1, for there is none. See https://pytorch.org/docs/stable/generated/torch.Tensor.get_device.html.
 *
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(4).getDevice(); // → -1
 * ```
 */
export function getDevice(input: Tensor): -1 {
  checkTensor("getDevice", "input", input);
  return -1;
}

/**
 * The bytes of an element. See https://pytorch.org/docs/stable/generated/torch.Tensor.element_size.html.
 *
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros([2], { dtype: "float64" }).elementSize(); // → 8
 * ```
 */
export function elementSize(input: Tensor): number {
  return dtypeTraits[input.dtype].bytes;
}

/**
 * How many elements lie between neighbours of each dimension, or of one. See https://pytorch.org/docs/stable/generated/torch.Tensor.stride.html.
 *
 * @throws IndexError for a dimension that there is not.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * const x = zeros(2, 3).t();
 * x.stride(); // → [1, 3]
 * x.stride(-1); // → 3
 * ```
 */
export function stride(input: Tensor): readonly number[];
export function stride(input: Tensor, dim: number): number;
export function stride(input: Tensor, dim?: number): readonly number[] | number {
  if (dim === undefined) return input.strides;
  if (input.ndim === 0)
    throw new IndexError(`stride: Dimension specified as ${describe(dim)} but tensor has no dimensions`);
  return input.strides[normalizeDim("stride", dim, input.ndim)]!;
}

/**
 * In another dtype, as `to(dtype)`; without one, the name that PyTorch has for the dtype.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.type.html.
 *
 * @throws DTypeError for what is no dtype.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([1.5, 2]);
 * x.type("int32").toArray(); // → [1, 2]
 * x.type(); // → "torch.FloatTensor"
 * ```
 */
export function type(input: Tensor): string;
export function type(input: Tensor, dtype: DType): Tensor;
export function type(input: Tensor, dtype?: DType): Tensor | string {
  if (dtype === undefined) return `torch.${dtypeTraits[input.dtype].scalarName}Tensor`;
  checkDType("type", dtype);
  return to(input, dtype);
}
