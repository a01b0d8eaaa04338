// Cases keep their numbers when they are picked and joined.
// @ts-check
import { expect, it } from "vitest";
import { joined, picked } from "./goldens.mjs";

const bin = Buffer.from(Float32Array.of(1, 2, 3, 4, 5).buffer);
const at = (/** @type {number} */ offset, /** @type {number[]} */ shape) => ({ dtype: "float32", shape, offset });
const json = {
  torch: "2",
  seed: 1,
  cases: [
    { op: "a", inputs: [at(0, [1])], kwargs: { dim: [0] }, output: null },
    { op: "b", inputs: [at(4, [3]), 7], kwargs: {}, output: [at(16, [])] },
  ],
};

it("numbers stay those of their tensors", () => {
  const b = picked({ json, bin }, new Set(["b"]));
  expect(b.json.cases).toEqual([{ op: "b", inputs: [at(0, [3]), 7], kwargs: {}, output: [at(16, [])] }]);
  const both = joined({ json, bin }, b);
  const [, , last] = both.json.cases;
  expect(last.inputs[0]).toEqual(at(24, [3]));
  expect([...new Float32Array(Uint8Array.from(both.bin).buffer, 24, 3)]).toEqual([2, 3, 4]);
  expect([...new Float32Array(Uint8Array.from(both.bin).buffer, last.output[0].offset, 1)]).toEqual([5]);
});
