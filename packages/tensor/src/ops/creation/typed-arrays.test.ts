// What tensor makes of each kind of typed array, and what it refuses. Other data: creation.samples.ts.

import { expect, it } from "vitest";
import { tensor } from "../../index.js";

const made = (data: Parameters<typeof tensor>[0]) => {
  const { dtype } = tensor(data);
  return [dtype, tensor(data).toArray()];
};

it("each has a dtype that holds its numbers", () => {
  expect(made(Int8Array.of(-128, 127))).toEqual(["int32", [-128, 127]]);
  expect(made(Int16Array.of(-32768, 1))).toEqual(["int32", [-32768, 1]]);
  expect(made(Uint16Array.of(65535))).toEqual(["int32", [65535]]);
  expect(made(Uint32Array.of(2 ** 31 - 1))).toEqual(["int32", [2 ** 31 - 1]]);
  expect(made(BigInt64Array.of(-5n))).toEqual(["int32", [-5]]);
  expect(made(BigUint64Array.of(5n))).toEqual(["int32", [5]]);
  expect(made(Uint8ClampedArray.of(300, -1))).toEqual(["uint8", [255, 0]]);
  const { Float16Array } = globalThis as { Float16Array?: { of(...values: number[]): Float32Array } };
  if (Float16Array !== undefined) expect(made(Float16Array.of(0.5))).toEqual(["float32", [0.5]]);
  expect(tensor(BigInt64Array.of(2n ** 40n), { dtype: "float64" }).item()).toBe(2 ** 40);
  expect(tensor(Int16Array.of(-1, 0), { dtype: "bool" }).toArray()).toEqual([true, false]);
});

it("what is beyond int32 is refused, and so are views of no numbers", () => {
  const told = [Uint32Array.of(1, 2 ** 31), BigInt64Array.of(-(2n ** 31n) - 1n), new DataView(new ArrayBuffer(8))].map(
    (data) => {
      try {
        return tensor(data as never);
      } catch (error) {
        return String(error);
      }
    },
  );
  expect(told.join("\n")).toMatchInlineSnapshot(`
    "DTypeError: tensor: value cannot be converted to type int32 without overflow: 2147483648; take { dtype: "float64" }, or numbers from -2147483648 to 2147483647
    DTypeError: tensor: value cannot be converted to type int32 without overflow: -2147483649; take { dtype: "float64" }, or numbers from -2147483648 to 2147483647
    DTypeError: tensor: expected a typed array of numbers, but got a DataView; make one of its buffer"
  `);
});
