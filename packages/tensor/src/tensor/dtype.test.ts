// How dtypes mix: PyTorch's promotion table less the dtypes that are absent here, as torch.result_type 2.15.0 gives it.

import { describe, expect, it } from "vitest";
import { promoteTypes, tensor } from "../index.js";
import { type DType, dtypes } from "./dtype.js";

type Table = { readonly [A in DType]: { readonly [B in DType]: DType } };

/** Rows and columns: tensors that have dimensions. */
const tensors: Table = {
  float32: { float32: "float32", float64: "float64", int32: "float32", uint8: "float32", bool: "float32" },
  float64: { float32: "float64", float64: "float64", int32: "float64", uint8: "float64", bool: "float64" },
  int32: { float32: "float32", float64: "float64", int32: "int32", uint8: "int32", bool: "int32" },
  uint8: { float32: "float32", float64: "float64", int32: "int32", uint8: "uint8", bool: "uint8" },
  bool: { float32: "float32", float64: "float64", int32: "int32", uint8: "uint8", bool: "bool" },
};

/** Rows: tensors that have dimensions; columns: 0-d tensors. */
const scalars: Table = {
  float32: { float32: "float32", float64: "float32", int32: "float32", uint8: "float32", bool: "float32" },
  float64: { float32: "float64", float64: "float64", int32: "float64", uint8: "float64", bool: "float64" },
  int32: { float32: "float32", float64: "float64", int32: "int32", uint8: "int32", bool: "int32" },
  uint8: { float32: "float32", float64: "float64", int32: "uint8", uint8: "uint8", bool: "uint8" },
  bool: { float32: "float32", float64: "float64", int32: "int32", uint8: "uint8", bool: "bool" },
};

/** Beside a whole number and beside a fraction; PyTorch's int64 is int32 here. */
const numbers: Readonly<Record<DType, readonly [DType, DType]>> = {
  float32: ["float32", "float32"],
  float64: ["float64", "float64"],
  int32: ["int32", "float32"],
  uint8: ["uint8", "float32"],
  bool: ["int32", "float32"],
};

describe("dtypes mix as in PyTorch", () => {
  for (const a of dtypes) {
    it(`${a} with tensors and with numbers`, () => {
      for (const b of dtypes) {
        expect(promoteTypes(a, b), `promoteTypes(${a}, ${b})`).toBe(tensors[a][b]);
        const x = tensor([1], { dtype: a });
        expect(x.add(tensor([1], { dtype: b })).dtype, `[1] of ${a} and [1] of ${b}`).toBe(tensors[a][b]);
        expect(x.add(tensor(1, { dtype: b })).dtype, `[1] of ${a} and 0-d of ${b}`).toBe(scalars[a][b]);
        expect(tensor(1, { dtype: b }).add(x).dtype, `0-d of ${b} and [1] of ${a}`).toBe(scalars[a][b]);
      }
      expect([tensor([1], { dtype: a }).add(2).dtype, tensor([1], { dtype: a }).add(0.5).dtype]).toEqual(numbers[a]);
    });
  }
});
