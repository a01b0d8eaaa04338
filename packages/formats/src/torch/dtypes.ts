// PyTorch's element types by the names that its files use, as safetensors' names, whose decoders serve both.

import type { FileDType, WrittenDType } from "../dtypes.js";

/** The classes of storages, which say what their elements are. */
export const storages: Readonly<Record<string, FileDType>> = {
  FloatStorage: "F32",
  DoubleStorage: "F64",
  HalfStorage: "F16",
  BFloat16Storage: "BF16",
  LongStorage: "I64",
  IntStorage: "I32",
  ShortStorage: "I16",
  CharStorage: "I8",
  ByteStorage: "U8",
  BoolStorage: "BOOL",
  ComplexFloatStorage: "C64",
};

/** The dtypes that stand as themselves, where a storage has no type. */
export const dtypes: Readonly<Record<string, FileDType>> = {
  float32: "F32",
  float64: "F64",
  float16: "F16",
  bfloat16: "BF16",
  int64: "I64",
  int32: "I32",
  int16: "I16",
  int8: "I8",
  uint8: "U8",
  uint16: "U16",
  uint32: "U32",
  uint64: "U64",
  bool: "BOOL",
  float8_e4m3fn: "F8_E4M3",
  float8_e5m2: "F8_E5M2",
  float8_e4m3fnuz: "F8_E4M3FNUZ",
  float8_e5m2fnuz: "F8_E5M2FNUZ",
  float8_e8m0fnu: "F8_E8M0",
  complex64: "C64",
};

/** The class of storage in which each of ours is written. */
export const storageOf: { readonly [D in WrittenDType]: string } = {
  F32: "FloatStorage",
  F64: "DoubleStorage",
  I32: "IntStorage",
  I64: "LongStorage",
  U8: "ByteStorage",
  BOOL: "BoolStorage",
};
