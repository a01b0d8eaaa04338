// The element types of files, by the names that safetensors gives them, and what becomes of each here: PyTorch's and NumPy's are told by the same
// names. Not where their bytes come from (source.ts).

import type { DType, TypedArray } from "@bernoulli/tensor";

/** What an element type of the format is. */
interface FileDTypeTraits {
  readonly bits: number;
  /** The elements as ours, from bytes at the beginning of a buffer; null for what has no lossless counterpart here. */
  readonly decode: Decoder | null;
}

interface Decoder {
  readonly dtype: DType;
  /** @throws RangeError that says which element is not what the dtype can hold. */
  readonly elements: (buffer: ArrayBuffer) => TypedArray;
}

const asFloat32: Decoder = { dtype: "float32", elements: (buffer) => new Float32Array(buffer) };
const asFloat64: Decoder = { dtype: "float64", elements: (buffer) => new Float64Array(buffer) };
const asInt32: Decoder = { dtype: "int32", elements: (buffer) => new Int32Array(buffer) };
const asUint8: Decoder = { dtype: "uint8", elements: (buffer) => new Uint8Array(buffer) };
const toInt32 = (view: (buffer: ArrayBuffer) => ArrayLike<number | bigint>): Decoder => ({
  dtype: "int32",
  elements: (buffer) => narrow(view(buffer)),
});

/**
 * All element types of the format. Typed arrays read the format's little-endian bytes as they are, since WebAssembly's memory,
 * which the tensors are copied into, has that order too.
 * See https://docs.rs/safetensors/latest/safetensors/tensor/enum.Dtype.html.
 */
export const fileDTypes = {
  BOOL: { bits: 8, decode: { dtype: "bool", elements: checkedBooleans } },
  U8: { bits: 8, decode: asUint8 },
  I8: { bits: 8, decode: toInt32((buffer) => new Int8Array(buffer)) },
  I16: { bits: 16, decode: toInt32((buffer) => new Int16Array(buffer)) },
  U16: { bits: 16, decode: toInt32((buffer) => new Uint16Array(buffer)) },
  I32: { bits: 32, decode: asInt32 },
  U32: { bits: 32, decode: toInt32((buffer) => new Uint32Array(buffer)) },
  I64: { bits: 64, decode: toInt32((buffer) => new BigInt64Array(buffer)) },
  U64: { bits: 64, decode: toInt32((buffer) => new BigUint64Array(buffer)) },
  F16: { bits: 16, decode: { dtype: "float32", elements: (buffer) => widenFloat16(new Uint16Array(buffer)) } },
  BF16: { bits: 16, decode: { dtype: "float32", elements: (buffer) => widenBfloat16(new Uint16Array(buffer)) } },
  F32: { bits: 32, decode: asFloat32 },
  F64: { bits: 64, decode: asFloat64 },
  F4: { bits: 4, decode: null },
  F6_E2M3: { bits: 6, decode: null },
  F6_E3M2: { bits: 6, decode: null },
  F8_E5M2: { bits: 8, decode: null },
  F8_E4M3: { bits: 8, decode: null },
  F8_E5M2FNUZ: { bits: 8, decode: null },
  F8_E4M3FNUZ: { bits: 8, decode: null },
  F8_E8M0: { bits: 8, decode: null },
  C64: { bits: 64, decode: null },
} as const satisfies Record<string, FileDTypeTraits>;

/** The name of an element type in a safetensors file. */
export type FileDType = keyof typeof fileDTypes;

export function isFileDType(name: string): name is FileDType {
  return Object.hasOwn(fileDTypes, name);
}

/** How tensors of each dtype are written. */
const written = {
  float32: "F32",
  float64: "F64",
  int32: "I32",
  uint8: "U8",
  bool: "BOOL",
} as const satisfies { readonly [D in DType]: FileDType };

/** What tensors are written as, unless somebody wants narrower floats. */
export type WrittenDType = (typeof written)[DType] | "I64";

/** How narrow floats are written, by the name of their dtype in PyTorch. */
export type NarrowFloats = "float16" | "bfloat16";

const narrowFloats = { float16: "F16", bfloat16: "BF16" } as const satisfies Record<NarrowFloats, FileDType>;

/** The element type under which a tensor is written: int64 where PyTorch's tensor of that name is one. */
export function fileDTypeOf(key: string, dtype: DType): WrittenDType {
  return dtype === "int32" && /(^|\.)num_batches_tracked$/.test(key) ? "I64" : written[dtype];
}

/** The same where floats are to be narrow. */
export function narrowDTypeOf(key: string, dtype: DType, floats: NarrowFloats | null): WrittenDType | "F16" | "BF16" {
  const isFloat = dtype === "float32" || dtype === "float64";
  return floats !== null && isFloat ? narrowFloats[floats] : fileDTypeOf(key, dtype);
}

/**
 * The bytes of elements under an element type that `fileDTypeOf` or `narrowDTypeOf` gave.
 *
 * @throws RangeError that says which element is beyond what a narrow float can hold.
 */
export function encode(elements: TypedArray, dtype: WrittenDType | "F16" | "BF16"): Uint8Array {
  const wide =
    dtype === "I64"
      ? BigInt64Array.from(elements as Int32Array, BigInt)
      : dtype === "F16" || dtype === "BF16"
        ? narrowed(elements, dtype)
        : elements;
  return new Uint8Array(wide.buffer, wide.byteOffset, wide.byteLength);
}

/** Rounded to the nearest, ties to even, as PyTorch rounds: float64 by way of float32. */
function narrowed(elements: TypedArray, dtype: "F16" | "BF16"): Uint16Array {
  const singles = Float32Array.from(elements);
  const words = new Uint32Array(singles.buffer);
  const round = dtype === "F16" ? toFloat16 : toBfloat16;
  const infinity = dtype === "F16" ? 0x7c00 : 0x7f80;
  const result = new Uint16Array(singles.length);
  for (let at = 0; at < words.length; at++) {
    const half = round(words[at]!);
    if ((half & 0x7fff) === infinity && Number.isFinite(elements[at]!))
      throw new RangeError(
        `element ${at} is ${elements[at]}, which ${dtype === "F16" ? "float16 cannot hold; take bfloat16" : "bfloat16 cannot hold"}`,
      );
    result[at] = half;
  }
  return result;
}

function toBfloat16(word: number): number {
  if ((word & 0x7fffffff) > 0x7f800000) return (word >>> 16) | 0x40;
  return (word + 0x7fff + ((word >>> 16) & 1)) >>> 16;
}

function toFloat16(word: number): number {
  const sign = (word >>> 16) & 0x8000;
  const rest = word & 0x7fffffff;
  if (rest > 0x7f800000) return sign | 0x7e00;
  // From 65520 on, halfway behind the largest, it rounds to infinity.
  if (rest >= 0x477ff000) return sign | 0x7c00;
  if (rest >= 0x38800000) return sign | ((rest - 0x38000000 + 0xfff + ((rest >>> 13) & 1)) >>> 13);
  // Subnormal halves: the fraction with its hidden bit, moved down, and what falls off decides.
  const shift = 126 - (rest >>> 23);
  if (shift > 24) return sign;
  const fraction = (rest & 0x7fffff) | 0x800000;
  const kept = fraction >>> shift;
  const lost = fraction & ((1 << shift) - 1);
  const half = 1 << (shift - 1);
  return sign | (kept + (lost > half || (lost === half && (kept & 1) === 1) ? 1 : 0));
}

function narrow(values: ArrayLike<number | bigint>): Int32Array {
  const result = new Int32Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    const number = Number(value);
    if (number !== (number | 0))
      throw new RangeError(`element ${at} is ${value}, which int32, the widest integer here, cannot hold`);
    result[at] = number;
  }
  return result;
}

function checkedBooleans(buffer: ArrayBuffer): Uint8Array {
  const bytes = new Uint8Array(buffer);
  const wrong = bytes.findIndex((byte) => byte > 1);
  if (wrong >= 0) throw new RangeError(`element ${wrong} is the byte ${bytes[wrong]}, where a bool is 0 or 1`);
  return bytes;
}

function widenBfloat16(halves: Uint16Array): Float32Array {
  return new Float32Array(Uint32Array.from(halves, (half) => half << 16).buffer);
}

/** Subnormal halves are multiples of this. */
const smallestFloat16 = 2 ** -24;

function widenFloat16(halves: Uint16Array): Float32Array {
  const result = new Float32Array(halves.length);
  const words = new Uint32Array(result.buffer);
  for (let at = 0; at < halves.length; at++) {
    const half = halves[at]!;
    const [sign, exponent, fraction] = [half >>> 15, (half >>> 10) & 31, half & 1023];
    if (exponent === 0) result[at] = (sign === 1 ? -fraction : fraction) * smallestFloat16;
    // The exponent's bias is 127 there and 15 here; infinities and NaN keep all ones.
    else words[at] = ((sign << 31) | ((exponent === 31 ? 255 : exponent + 112) << 23) | (fraction << 13)) >>> 0;
  }
  return result;
}
