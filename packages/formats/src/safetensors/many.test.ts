// Headers of very many tensors: what reading one costs must not grow faster than the header. Nothing is timed here: work that
// grew with the square of the number would not end.

import { expect, it } from "vitest";
import { bytesAsSource } from "../source.js";
import { makeFile } from "./bytes.testing.js";
import { readHeader } from "./header.js";

const count = 200_000;

const headerOf = (entry: (at: number) => string) =>
  readHeader(
    bytesAsSource(makeFile(`{${Array.from({ length: count }, (_, at) => entry(at)).join(",")}}`, count), "many"),
  );

it("of nothing are read, in the order in which they are written", async () => {
  const { tensors } = await headerOf((at) =>
    at === 0
      ? `"t0":{"dtype":"U8","shape":[${count}],"data_offsets":[0,${count}]}`
      : `"t${at}":{"dtype":"F32","shape":[0],"data_offsets":[${count},${count}]}`,
  );
  expect(Object.keys(tensors)).toHaveLength(count);
  expect(Object.keys(tensors).slice(-2)).toEqual([`t${count - 2}`, `t${count - 1}`]);
});

it("backwards are put in the order of their bytes", async () => {
  const { tensors } = await headerOf((at) => {
    const begin = count - 1 - at;
    return `"t${begin}":{"dtype":"U8","shape":[1],"data_offsets":[${begin},${begin + 1}]}`;
  });
  expect(Object.keys(tensors).slice(0, 3)).toEqual(["t0", "t1", "t2"]);
  const { t0, t1 } = tensors;
  expect(t1!.begin - t0!.begin).toBe(1);
});

it("by numbers, and by the names of what objects have, are kept apart", async () => {
  const odd = ["__proto__", "constructor", "hasOwnProperty", "0", "-0", "4294967295"];
  const { tensors } = await headerOf(
    (at) => `"${odd[at] ?? at}":{"dtype":"U8","shape":[1],"data_offsets":[${at},${at + 1}]}`,
  );
  expect(Object.keys(tensors)).toHaveLength(count);
  for (const name of odd) expect(Object.hasOwn(tensors, name)).toBe(true);
  expect(Object.getPrototypeOf(tensors)).toBe(Object.prototype);
});
