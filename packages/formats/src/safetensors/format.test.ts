// The format, against a file that the safetensors package wrote (fixtures/write.py), and against the format's own words.

import { readFileSync } from "node:fs";
import { arange, type DType, rand, scope, tensor, zeros } from "@bernoulli/tensor";
import { seeded } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { bytesAsSource } from "../source.js";
import { makeFile } from "./bytes.testing.js";
import { readHeader } from "./header.js";
import { deserialize } from "./read.js";
import { serialize } from "./write.js";

const reference = new Uint8Array(readFileSync(new URL("./fixtures/reference.safetensors", import.meta.url)));
const headerOf = (bytes: Uint8Array) => readHeader(bytesAsSource(bytes, "bytes"));
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(8, 8 + bytes[0]! + 256 * bytes[1]!));

describe("a file of safetensors 0.8.0", () => {
  it("is read, all of it", async () => {
    const tensors = await deserialize(reference);
    const found = Object.entries(tensors).map(([key, { dtype, shape }]) => `${key} ${dtype} [${shape}]`);
    expect(found.sort()).toEqual(
      [
        "conv.weight float32 [2,3,2,2]",
        "half float32 [10]",
        "brain float32 [4]",
        "double float64 [2]",
        "bytes uint8 [2,2]",
        "mask bool [3]",
        "labels int32 [3]",
        "small int32 [2]",
        "bn.num_batches_tracked int32 []",
        "nothing float32 [2,0,3]",
        'ключ "🔑"\n float32 [1]',
      ].sort(),
    );
    const elements = (key: string) => Array.from(tensors[key]!.toTypedArray());
    expect(elements("conv.weight")).toEqual(
      Array.from({ length: 24 }, (_, at) => Math.fround(Math.fround(at / 7) - 1)),
    );
    expect(elements("half")).toEqual([
      0,
      -0,
      1,
      -1.5,
      65504,
      2 ** -24,
      -(2 ** -14),
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
    ]);
    expect(elements("brain")).toEqual([1, -3.140625, Number.POSITIVE_INFINITY, 2 ** -133]);
    expect(elements("double")).toEqual([Math.PI, -1e300]);
    expect(elements("bytes")).toEqual([0, 128, 255, 7]);
    expect(elements("mask")).toEqual([1, 0, 1]);
    expect(elements("labels")).toEqual([-(2 ** 31), 2 ** 31 - 1, 0]);
    expect(elements("small")).toEqual([-32768, 32767]);
    expect(elements("bn.num_batches_tracked")).toEqual([1234567]);
  });

  it("has metadata", async () => {
    expect((await headerOf(reference)).metadata).toEqual({ format: "np", "written by": "safetensors 0.8.0" });
  });
});

it("keeps every dtype, shape and bit, and the order of keys", async () => {
  const dtypes: DType[] = ["float64", "float32", "int32", "uint8", "bool"];
  const shapes = [[], [0], [3], [2, 0, 4], [2, 3], [1, 2, 1, 5]];
  const random = seeded("format");
  const given = Object.fromEntries(
    dtypes.flatMap((dtype) =>
      shapes.map((shape) => {
        const count = shape.reduce((product, size) => product * size, 1);
        const values = Array.from({ length: count }, () => (random() - 0.5) * (dtype === "bool" ? 0 : 2 ** 30));
        const integers = values.map((value) => (dtype === "bool" ? random() < 0.5 : Math.trunc(Math.abs(value)) % 256));
        const whole = dtype === "uint8" || dtype === "bool" || dtype === "int32";
        return [`${dtype} [${shape}]`, tensor(whole ? integers : values, { dtype }).view(shape)];
      }),
    ),
  );
  const read = await deserialize(await serialize(given));
  expect(Object.keys(read)).toEqual(Object.keys(given));
  for (const [key, value] of Object.entries(given)) {
    expect([key, read[key]!.dtype, read[key]!.shape]).toEqual([key, value.dtype, value.shape]);
    expect(read[key]!.toTypedArray()).toEqual(value.toTypedArray());
  }
});

it("keeps NaN's bits, infinities and the sign of zero", async () => {
  const words = Uint32Array.of(0x7fc00001, 0xff800000, 0x80000000, 1);
  const { w } = await deserialize(await serialize({ w: tensor(new Float32Array(words.buffer)) }));
  expect(new Uint32Array(w!.toTypedArray().buffer)).toEqual(words);
});

it("writes views in row-major order, and what they share once for each", async () => {
  const grid = arange(6).view(2, 3);
  const read = await deserialize(await serialize({ transposed: grid.t(), row: grid.select(0, 1), grid }));
  expect(Object.fromEntries(Object.entries(read).map(([key, value]) => [key, value.toArray()]))).toEqual({
    transposed: [
      [0, 3],
      [1, 4],
      [2, 5],
    ],
    row: [3, 4, 5],
    grid: [
      [0, 1, 2],
      [3, 4, 5],
    ],
  });
});

it("lays a file out as the format says", async () => {
  const bytes = await serialize(
    { mask: tensor([true, false, true]), "1": tensor([1, 2]), wide: tensor([0.5], { dtype: "float64" }) },
    { format: "pt" },
  );
  expect(textOf(bytes)).toMatchInlineSnapshot(
    `"{"__metadata__":{"format":"pt"},"wide":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},"1":{"dtype":"F32","shape":[2],"data_offsets":[8,16]},"mask":{"dtype":"BOOL","shape":[3],"data_offsets":[16,19]}}       "`,
  );
  // Data begin at a multiple of 8, and elements at a multiple of their size.
  for (const { begin, dtype } of Object.values((await headerOf(bytes)).tensors))
    expect(begin % { F64: 8, F32: 4, BOOL: 1 }[dtype as "F64"]).toBe(0);
  expect(bytes.slice(-3)).toEqual(Uint8Array.of(1, 0, 1));
});

it("writes num_batches_tracked as int64, as PyTorch does", async () => {
  const counted = tensor(-3, { dtype: "int32" });
  const bytes = await serialize({ "bn1.num_batches_tracked": counted, num_batches_tracked_by_me: counted });
  const { tensors } = await headerOf(bytes);
  expect(Object.values(tensors).map(({ dtype }) => dtype)).toEqual(["I64", "I32"]);
  const read = await deserialize(bytes);
  expect(Object.values(read).map((value) => [value.dtype, value.item()])).toEqual([
    ["int32", -3],
    ["int32", -3],
  ]);
});

it("widens every float16", async () => {
  const halves = Uint16Array.from({ length: 65536 }, (_, at) => at);
  const entry = { dtype: "F16", shape: [65536], data_offsets: [0, 131072] };
  const bytes = makeFile(JSON.stringify({ halves: entry }), new Uint8Array(halves.buffer));
  const { halves: widened } = await deserialize(bytes);
  // IEEE 754: (-1)^sign · 2^(exponent - 15) · 1.fraction, and without the hidden one where the exponent is 0.
  const meaning = (half: number) => {
    const [exponent, fraction] = [(half >> 10) & 31, half & 1023];
    const sign = half >> 15 === 1 ? -1 : 1;
    if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
    return sign * (exponent === 0 ? fraction * 2 ** -24 : 2 ** (exponent - 15) * (1 + fraction / 1024));
  };
  expect(Array.from(widened!.toTypedArray())).toEqual(Array.from(halves, meaning));
});

it("reads onto a device, and into the scope around it", async () => {
  const bytes = await serialize({ w: rand(4) });
  expect((await deserialize(bytes, { device: "reference" }))["w"]!.device).toBe("reference");
  const { w } = await deserialize(await serialize({ w: zeros(300) }));
  scope(() => expect(w!.sum().item()).toBe(0));
  w!.dispose();
  expect(w!.storage.freed).toBe(true);
});
