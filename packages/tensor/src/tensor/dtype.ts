// The element types of tensors: their sizes, their typed arrays, their families and how two of them mix.
// Not the devices that hold the elements (memory/storage.ts).

import { describe } from "../checks/describe.js";
import { DTypeError } from "../checks/errors.js";

/** The name of an element type. Labels and indices are `int32`; `float32` is the default. */
export type DType = "float32" | "float64" | "int32" | "uint8" | "bool";

/** A typed array that can hold elements of some {@link DType}; `bool` is stored as bytes of 0 and 1. */
export type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;

interface DTypeTraits {
  readonly bytes: number;
  readonly Array: new (buffer: ArrayBufferLike, byteOffset: number, length: number) => TypedArray;
  /** Families are ranked as PyTorch ranks them: a tensor of a higher family wins a promotion. */
  readonly family: "bool" | "integer" | "floating";
  /** What PyTorch's error messages call it. */
  readonly scalarName: string;
}

/** What is known of each dtype; exhaustive, so that a new dtype does not compile until it is described. */
export const dtypeTraits: { readonly [D in DType]: DTypeTraits } = {
  float32: { bytes: 4, Array: Float32Array, family: "floating", scalarName: "Float" },
  float64: { bytes: 8, Array: Float64Array, family: "floating", scalarName: "Double" },
  int32: { bytes: 4, Array: Int32Array, family: "integer", scalarName: "Int" },
  uint8: { bytes: 1, Array: Uint8Array, family: "integer", scalarName: "Byte" },
  bool: { bytes: 1, Array: Uint8Array, family: "bool", scalarName: "Bool" },
};

export const dtypes = Object.keys(dtypeTraits) as readonly DType[];
export const floatingDTypes = ["float32", "float64"] as const satisfies readonly DType[];
export const numericDTypes = ["float32", "float64", "int32", "uint8"] as const satisfies readonly DType[];
export const allDTypes = ["float32", "float64", "int32", "uint8", "bool"] as const satisfies readonly DType[];

/** Whether a dtype is of floats. See https://pytorch.org/docs/stable/tensor_attributes.html#torch.dtype. */
export function isFloating(dtype: DType): boolean {
  if (typeof dtype !== "string" || dtypeTraits[dtype] === undefined) checkDType("isFloating", dtype);
  return dtypeTraits[dtype].family === "floating";
}

const promotionRank: { readonly [D in DType]: number } = { bool: 0, uint8: 1, int32: 2, float32: 3, float64: 4 };

/**
 * The dtype in which two tensors are combined: PyTorch's promotion table less the dtypes that are absent here.
 * See https://pytorch.org/docs/stable/generated/torch.promote_types.html.
 */
export function promoteTypes(a: DType, b: DType): DType {
  checkDType("promoteTypes", a);
  checkDType("promoteTypes", b);
  return promotionRank[a] >= promotionRank[b] ? a : b;
}

/**
 * Whether results of one dtype may be written into tensors of another: what is lost may be digits and range, but not the fraction of a
 * float, nor all of a number but its truth. See https://pytorch.org/docs/stable/generated/torch.can_cast.html.
 *
 * @example
 * ```ts
 * import { canCast } from "@bernoulli/tensor";
 * canCast("float64", "float32"); // → true
 * canCast("float32", "int32"); // → false
 * ```
 */
export function canCast(from: DType, to: DType): boolean {
  checkDType("canCast", from);
  checkDType("canCast", to);
  const [source, target] = [dtypeTraits[from].family, dtypeTraits[to].family];
  return source === target || source === "bool" || target === "floating";
}

/** Whether PyTorch would have an integer for it: JavaScript says 1e300 is whole, but no int64 holds it. */
export function isWhole(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 63;
}

/**
 * The dtype in which a tensor and a plain number are combined. A number never widens within its family: it takes
 * the tensor's dtype, unless it is fractional and the tensor is not (then float32), or the tensor is bool. A boolean
 * widens nothing.
 */
export function promoteWithNumber(dtype: DType, value: number | boolean): DType {
  if (isFloating(dtype) || typeof value === "boolean") return dtype;
  if (!isWhole(value)) return "float32";
  return dtype === "bool" ? "int32" : dtype;
}

export function isDType(value: unknown): value is DType {
  return typeof value === "string" && Object.hasOwn(dtypeTraits, value);
}

/** Throws unless `dtype` names an element type. */
export function checkDType(op: string, dtype: string): asserts dtype is DType {
  if (!isDType(dtype)) {
    throw new DTypeError(`${op}: unknown dtype ${describe(dtype)}; take one of ${dtypes.join(", ")}`);
  }
}

const largestFloat = 2 ** 128 - 2 ** 104;

/** The least and the largest number of each dtype; of bool, false and true. */
export const dtypeRanges: { readonly [D in DType]: readonly [least: number, most: number] } = {
  float32: [-largestFloat, largestFloat],
  float64: [-Number.MAX_VALUE, Number.MAX_VALUE],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint8: [0, 255],
  bool: [0, 1],
};

/**
 * Throws where a number is beyond what a dtype holds. A fraction is cut off, infinities and NaN are floats', all is true or
 * false, and, as in PyTorch, whole negative bytes count from 256.
 */
export function checkFits(op: string, value: number, dtype: DType): void {
  if (dtype === "bool") return;
  const [least, most] = dtypeRanges[dtype];
  if (isFloating(dtype)) {
    if (!Number.isFinite(value) || (value >= least && value <= most)) return;
  } else {
    if (Math.trunc(value) <= most && (dtype === "uint8" ? value >= 0 : Math.trunc(value) >= least)) return;
    if (dtype === "uint8" && Number.isInteger(value) && value < 0 && value >= -most) return;
  }
  throw new DTypeError(
    `${op}: value cannot be converted to type ${dtype} without overflow: ${value}; take { dtype: "float64" }, or numbers from ${dtype === "uint8" ? -most : least} to ${most}`,
  );
}
