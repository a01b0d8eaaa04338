// defaultCollate: values, types, and the errors.

import { type Tensor, tensor, zeros } from "@bernoulli/tensor";
import { describe, expect, expectTypeOf, it } from "vitest";
import { type Collated, defaultCollate } from "./collate.js";

describe("defaultCollate", () => {
  it("stacks tensors, in their dtype", () => {
    const batch = defaultCollate([tensor(Uint8Array.of(1, 2)), tensor(Uint8Array.of(3, 4))]);
    expectTypeOf(batch).toEqualTypeOf<Tensor>();
    expect([batch.dtype, batch.toArray()]).toEqual([
      "uint8",
      [
        [1, 2],
        [3, 4],
      ],
    ]);
  });

  it("makes tensors of numbers and booleans, and lists of strings", () => {
    expect([defaultCollate([1, 2]).dtype, defaultCollate([1, 2]).toArray()]).toEqual(["float32", [1, 2]]);
    expect([defaultCollate([true, false]).dtype, defaultCollate([true, false]).toArray()]).toEqual([
      "bool",
      [true, false],
    ]);
    const names = defaultCollate(["a", "b"]);
    expectTypeOf(names).toEqualTypeOf<string[]>();
    expect(names).toEqual(["a", "b"]);
  });

  it("goes into arrays and plain objects", () => {
    const sample = (at: number): { x: [Tensor, number]; name: string } => ({ x: [tensor([at]), at], name: `${at}` });
    const batch = defaultCollate([sample(1), sample(2)]);
    expectTypeOf(batch).toEqualTypeOf<{ x: [Tensor, Tensor]; name: string[] }>();
    expect([batch.x[0].toArray(), batch.x[1].toArray(), batch.name]).toEqual([
      [[1], [2]],
      [1, 2],
      ["1", "2"],
    ]);
    expectTypeOf<Collated<readonly [Tensor, number]>>().toEqualTypeOf<[Tensor, Tensor]>();
  });

  it("refuses what makes no batch", () => {
    expect(() => defaultCollate([])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: defaultCollate: expected one or more samples, got an empty list]`,
    );
    expect(() => defaultCollate([zeros(2), zeros(3)])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: stack: expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1]`,
    );
    expect(() => defaultCollate([[1, 2], [1]])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: defaultCollate: each element in list of batch should be of equal size, got arrays of 2 and 1]`,
    );
    expect(() => defaultCollate([null, null])).toThrowErrorMatchingInlineSnapshot(
      `[DTypeError: defaultCollate: batch must contain tensors, numbers, booleans, strings, or arrays or plain objects of them, alike in every sample; found null; convert in the dataset's get(), or give the DataLoader a collate function]`,
    );
    expect(() => defaultCollate([new Date(0)])).toThrowErrorMatchingInlineSnapshot(
      `[DTypeError: defaultCollate: batch must contain tensors, numbers, booleans, strings, or arrays or plain objects of them, alike in every sample; found a Date; convert in the dataset's get(), or give the DataLoader a collate function]`,
    );
    expect(() => defaultCollate([zeros(2), 3])).toThrowErrorMatchingInlineSnapshot(
      `[DTypeError: defaultCollate: batch must contain tensors, numbers, booleans, strings, or arrays or plain objects of them, alike in every sample; found a number; convert in the dataset's get(), or give the DataLoader a collate function]`,
    );
    expect(() => defaultCollate([1, "a"])).toThrowErrorMatchingInlineSnapshot(
      `[DTypeError: defaultCollate: batch must contain tensors, numbers, booleans, strings, or arrays or plain objects of them, alike in every sample; found a number and a string; convert in the dataset's get(), or give the DataLoader a collate function]`,
    );
    expect(() => defaultCollate([{ x: 1 }, [1]])).toThrowErrorMatchingInlineSnapshot(
      `[DTypeError: defaultCollate: batch must contain tensors, numbers, booleans, strings, or arrays or plain objects of them, alike in every sample; found a plain object and an array; convert in the dataset's get(), or give the DataLoader a collate function]`,
    );
  });
});
