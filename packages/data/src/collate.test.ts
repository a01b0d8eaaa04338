// defaultCollate: values, types, and the errors.

import { type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { describe, expect, expectTypeOf, it } from "vitest";
import { type Collated, defaultCollate } from "./collate.js";

describe("defaultCollate", () => {
  it("stacks tensors, in their dtype", () => {
    const batch = defaultCollate([tensor(Uint8Array.of(1, 2)), tensor(Uint8Array.of(3, 4))]);
    expectTypeOf(batch).toEqualTypeOf<Tensor>();
    expect([batch.dtype, batch.toArray()]).toEqual(["uint8", [[1, 2], [3, 4]]]);
  });

  it("makes tensors of numbers and booleans, and lists of strings", () => {
    expect([defaultCollate([1, 2]).dtype, defaultCollate([1, 2]).toArray()]).toEqual(["float32", [1, 2]]);
    expect([defaultCollate([true, false]).dtype, defaultCollate([true, false]).toArray()]).toEqual(["bool", [true, false]]);
    const names = defaultCollate(["a", "b"]);
    expectTypeOf(names).toEqualTypeOf<string[]>();
    expect(names).toEqual(["a", "b"]);
  });

  it("goes into arrays and plain objects", () => {
    const sample = (at: number): { x: [Tensor, number]; name: string } => ({ x: [tensor([at]), at], name: `${at}` });
    const batch = defaultCollate([sample(1), sample(2)]);
    expectTypeOf(batch).toEqualTypeOf<{ x: [Tensor, Tensor]; name: string[] }>();
    expect([batch.x[0].toArray(), batch.x[1].toArray(), batch.name]).toEqual([[[1], [2]], [1, 2], ["1", "2"]]);
    expectTypeOf<Collated<readonly [Tensor, number]>>().toEqualTypeOf<[Tensor, Tensor]>();
  });

  it("refuses what makes no batch", () => {
    expect(() => defaultCollate([])).toThrowErrorMatchingInlineSnapshot();
    expect(() => defaultCollate([zeros(2), zeros(3)])).toThrowErrorMatchingInlineSnapshot();
    expect(() => defaultCollate([[1, 2], [1]])).toThrowErrorMatchingInlineSnapshot();
    expect(() => defaultCollate([null, null])).toThrowErrorMatchingInlineSnapshot();
    expect(() => defaultCollate([new Date(0)])).toThrowErrorMatchingInlineSnapshot();
    expect(() => defaultCollate([zeros(2), 3])).toThrowErrorMatchingInlineSnapshot();
    expect(() => defaultCollate([1, "a"])).toThrowErrorMatchingInlineSnapshot();
    expect(() => defaultCollate([{ x: 1 }, [1]])).toThrowErrorMatchingInlineSnapshot();
  });
});
