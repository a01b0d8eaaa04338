// Sums and products of integers beside BigInt, some hundreds at random; more in soak/whole-sums.soak.ts.

import { expect, it } from "vitest";
import { DTypeError } from "../../checks/errors.js";
import { tensor } from "../creation/creation.js";
import { expand, sum } from "./sum.js";
import { tryWholeSums } from "./whole-sums.testing.js";

it.each(["cpu", "reference"] as const)("are exact or refused, eager and compiled, on %s", (device) => {
  tryWholeSums(device, 1, 200);
});

it("bytes that are many are refused too", () => {
  const bytes = tensor([255], { dtype: "uint8" });
  const most = Math.floor((2 ** 31 - 1) / 255);
  expect(sum(expand(bytes, most)).item()).toBe(255 * most);
  expect(() => sum(expand(bytes, most + 1)).item()).toThrow(DTypeError);
});

it("a sum that goes beyond 2⁵³ underway is right in the end", () => {
  const ends = expand(tensor([[2 ** 31 - 1], [-(2 ** 31) + 1], [1]], { dtype: "int32" }), 3, 5_000_000);
  expect(sum(ends).item()).toBe(5_000_000);
});
