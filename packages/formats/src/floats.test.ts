// Floats written with half their bytes: every half there is, and the values around the middle between two of them.

import { type Tensor, tensor } from "@bernoulli/tensor";
import { rejection, seeded } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { fileDTypes, type NarrowFloats } from "./dtypes.js";
import { deserialize } from "./safetensors/read.js";
import { serialize } from "./safetensors/write.js";

const kinds = { float16: fileDTypes.F16, bfloat16: fileDTypes.BF16 };

/** What comes back of some values. */
async function roundTrip(values: readonly number[], floats: NarrowFloats, dtype: "float32" | "float64" = "float32") {
  const { x } = (await deserialize(await serialize({ x: tensor(values, { dtype }) }, {}, { floats }))) as { x: Tensor };
  return Array.from(x.toTypedArray());
}

describe.each(Object.keys(kinds) as NarrowFloats[])("%s", (floats) => {
  const all = Array.from(kinds[floats].decode!.elements(Uint16Array.from({ length: 65536 }, (_, half) => half).buffer));
  const finite = [...new Set(all.filter(Number.isFinite))].sort((a, b) => a - b);

  const halves = new Map(all.map((value, half) => [value, half]));

  it("holds every one of its own values", async () => {
    const values = all.filter((value) => !Number.isNaN(value));
    const back = await roundTrip(values, floats);
    expect(back.every((value, at) => Object.is(value, values[at]))).toBe(true);
    expect(await roundTrip([Number.NaN], floats)).toEqual([Number.NaN]);
  });

  it("takes the nearest, and the even one of two that are as near", async () => {
    const random = seeded(floats);
    const values: number[] = [];
    const wanted: number[] = [];
    for (let round = 0; round < 20_000; round++) {
      const at = Math.floor(random() * (finite.length - 1));
      const [below, above] = [finite[at]!, finite[at + 1]!];
      // In the middle, a bit beside it, and anywhere; only such as float32 holds.
      const share = round % 4 === 0 ? 0.5 : round % 4 === 1 ? 0.5 + (random() - 0.5) / 512 : random();
      const value = Math.fround(below + (above - below) * share);
      if (!Number.isFinite(value)) continue;
      const [low, high] = [value - below, above - value];
      // Neighbours differ in their last bit: of two as near, the even one.
      const even = (halves.get(below)! & 1) === 0 ? below : above;
      values.push(value);
      wanted.push(low < high ? below : high < low ? above : even);
    }
    expect((await roundTrip(values, floats)).map(Math.abs)).toEqual(wanted.map(Math.abs));
  });

  it("refuses what is beyond it", async () => {
    const largest = finite.at(-1)!;
    expect(await roundTrip([largest, -largest, Number.POSITIVE_INFINITY], floats)).toEqual([
      largest,
      -largest,
      Number.POSITIVE_INFINITY,
    ]);
    const beyond = floats === "float16" ? 65520 : 3.4e38;
    expect(await rejection(serialize({ x: tensor([1, beyond]) }, {}, { floats }))).toMatch(
      `tensor "x": element 1 is ${Math.fround(beyond)}, which ${floats} cannot hold`,
    );
    expect(await rejection(serialize({ x: tensor([1e300], { dtype: "float64" }) }, {}, { floats }))).toMatch(
      "cannot hold",
    );
  });
});

it("other dtypes stay as they are", async () => {
  const given = { n: tensor([3], { dtype: "int32" }), m: tensor([true]) };
  const read = await deserialize(await serialize(given, {}, { floats: "float16" }));
  expect(Object.entries(read).map(([key, value]) => `${key} ${value.dtype}`)).toEqual(["n int32", "m bool"]);
  expect(await rejection(serialize(given, {}, { floats: "half" as never }))).toMatchInlineSnapshot(
    `"ArgumentError: serialize: floats must be "float16" or "bfloat16", but got "half""`,
  );
});
