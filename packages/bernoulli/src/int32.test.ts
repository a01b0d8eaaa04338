// int32 stands for int64: by every door at which a number comes in, one that int32 does not hold is refused, and the ends of int32
// come through. What is computed from int32 is decision 0004's, and tested beside the ops.

import { describe, expect, it, vi } from "vitest";
import {
  arange,
  asTensor,
  BernoulliError,
  eye,
  full,
  fullLike,
  linspace,
  onesLike,
  type Tensor,
  tensor,
  trainer,
  zeros,
} from "./index.js";

const int32 = { dtype: "int32" } as const;
const some = () => zeros(2, int32);
const index = () => tensor([0], int32);

/** A file of one tensor of two elements of that type. */
function file(dtype: string, data: ArrayBufferView): Uint8Array {
  const header = { x: { dtype, shape: [2], data_offsets: [0, data.byteLength] } };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + data.byteLength);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), 8 + text.length);
  return bytes;
}
const loaded = async (dtype: string, data: ArrayBufferView) => (await trainer.deserialize(file(dtype, data)))["x"]!;

/** Each makes a tensor that holds the number, as its first element. */
const doors: Readonly<Record<string, (value: number) => Tensor | Promise<Tensor>>> = {
  tensor: (value) => tensor([value, 0], int32),
  "tensor of nested arrays": (value) => tensor([[value], [0]], int32).view(-1),
  "tensor of a Float64Array": (value) => tensor(Float64Array.of(value, 0), int32),
  asTensor: (value) => asTensor([value, 0], int32),
  newTensor: (value) => some().newTensor([value, 0]),
  full: (value) => full([2], value, int32),
  fullLike: (value) => fullLike(some(), value),
  newFull: (value) => some().newFull([2], value),
  fill_: (value) => some().fill_(value),
  arange: (value) => arange(value, value + 1, int32),
  "arange without a dtype": (value) => arange(value, value + 1),
  linspace: (value) => linspace(value, value, 2, int32),
  set: (value) => some().set(0, value),
  "set by a mask": (value) => some().set(tensor([true, false]), value),
  maskedFill: (value) => some().maskedFill(tensor([true, false]), value),
  indexFill: (value) => some().indexFill(0, index(), value),
  scatter: (value) => some().scatter(0, index(), value),
  long: (value) => tensor([value, 0], { dtype: "float64" }).long(),
  "a file of int64": (value) => loaded("I64", BigInt64Array.of(BigInt(Math.trunc(value)), 0n)),
};

describe.each(Object.entries(doors))("%s", (_, door) => {
  it("lets the ends of int32 in", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    expect((await door(2 ** 31 - 2)).toTypedArray()[0]).toBe(2 ** 31 - 2);
    expect((await door(-(2 ** 31))).toTypedArray()[0]).toBe(-(2 ** 31));
  });

  it.each([2 ** 31, -(2 ** 31) - 1, 2 ** 32, 2 ** 53])("refuses %d", async (value) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    await expect((async () => door(value))()).rejects.toThrow(BernoulliError);
  });
});

describe("other numbers that int32 is not", () => {
  it("are refused: NaN, infinities, BigInt; of arrays of other integers the numbers count", () => {
    const refused = (make: () => unknown) => {
      try {
        return make();
      } catch (error) {
        return String(error);
      }
    };
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const given: any[] = [3n, [3n], BigInt64Array.of(3n), BigUint64Array.of(3n), Uint32Array.of(3), Int16Array.of(3)];
    const beyond: any[] = [BigInt64Array.of(2n ** 31n), BigUint64Array.of(2n ** 63n), Uint32Array.of(2 ** 31)];
    expect([
      ...[...given, ...beyond].map((value) => refused(() => tensor(value, int32))),
      refused(() => tensor([Number.NaN], int32)),
      refused(() => tensor([Number.POSITIVE_INFINITY], int32)),
      refused(() => tensor([Number.NaN]).long()),
      refused(() => tensor([-3e9]).long()),
    ]).toMatchInlineSnapshot(`
      [
        "DTypeError: tensor: expected numbers or booleans, got 3n, a bigint",
        "DTypeError: tensor: expected numbers or booleans, got 3n, a bigint",
        {
          "dtype": "int32",
          "shape": [
            1,
          ],
          "values": [
            3,
          ],
        },
        {
          "dtype": "int32",
          "shape": [
            1,
          ],
          "values": [
            3,
          ],
        },
        {
          "dtype": "int32",
          "shape": [
            1,
          ],
          "values": [
            3,
          ],
        },
        {
          "dtype": "int32",
          "shape": [
            1,
          ],
          "values": [
            3,
          ],
        },
        "DTypeError: tensor: value cannot be converted to type int32 without overflow: 2147483648; take { dtype: "float64" }, or numbers from -2147483648 to 2147483647",
        "DTypeError: tensor: value cannot be converted to type int32 without overflow: 9223372036854776000; take { dtype: "float64" }, or numbers from -2147483648 to 2147483647",
        "DTypeError: tensor: value cannot be converted to type int32 without overflow: 2147483648; take { dtype: "float64" }, or numbers from -2147483648 to 2147483647",
        "DTypeError: tensor: value cannot be converted to type int32 without overflow: NaN; take { dtype: "float64" }, or numbers from -2147483648 to 2147483647",
        "DTypeError: tensor: value cannot be converted to type int32 without overflow: Infinity; take { dtype: "float64" }, or numbers from -2147483648 to 2147483647",
        "DTypeError: long: value cannot be converted to type int32, which stands for int64, without overflow: NaN; keep the floats, or clamp them first",
        "DTypeError: long: value cannot be converted to type int32, which stands for int64, without overflow: -3000000000; keep the floats, or clamp them first",
      ]
    `);
  });

  it("are refused in files: int64, uint64 and uint32", async () => {
    const said = async (dtype: string, data: ArrayBufferView) => loaded(dtype, data).then(String, String);
    expect([
      await said("I64", BigInt64Array.of(1n, 2n ** 31n)),
      await said("U64", BigUint64Array.of(1n, 2n ** 63n)),
      await said("U32", Uint32Array.of(1, 2 ** 31)),
      await said("U32", Uint32Array.of(1, 2 ** 31 - 1)),
    ]).toMatchInlineSnapshot(`
      [
        "FormatError: safetensors bytes: tensor "x": element 1 is 2147483648, which int32, the widest integer here, cannot hold",
        "FormatError: safetensors bytes: tensor "x": element 1 is 9223372036854775808, which int32, the widest integer here, cannot hold",
        "FormatError: safetensors bytes: tensor "x": element 1 is 2147483648, which int32, the widest integer here, cannot hold",
        "tensor([         1, 2147483647], dtype=int32)",
      ]
    `);
  });
});

describe("PyTorch's own conversions to int32", () => {
  const beyond = [3e9, -3e9, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 31];
  it.each(["cpu", "reference"] as const)("give its least for what is beyond, and never wrap, on %s", (device) => {
    for (const dtype of ["float32", "float64"] as const) {
      const x = tensor(beyond, { dtype, device });
      const least = beyond.map(() => -(2 ** 31));
      for (const converted of [x.to("int32"), x.int(), x.type("int32"), x.typeAs(onesLike(x, int32))])
        expect(converted.toArray()).toEqual(least);
      expect(onesLike(x, int32).copy_(x).toArray()).toEqual(least);
    }
  });
});

it("files write int64 where PyTorch's key is of it", async () => {
  const saved = await trainer.serialize({
    "bn.num_batches_tracked": tensor(7, int32),
    labels: tensor([1, 2], int32),
    other: eye(1),
  });
  const bytes = new Uint8Array(saved);
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  expect([header["bn.num_batches_tracked"].dtype, header.labels.dtype]).toEqual(["I64", "I32"]);
});
