// Arithmetic on shapes and strides, against brute force: every element's place counted out.

import { seeded, thrown } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import {
  broadcastShapes,
  contiguousStrides,
  inferShape,
  isContiguous,
  type Layout,
  normalizeDims,
  numberOfElements,
  overlapsItself,
  parseSizes,
  viewStrides,
} from "./shape.js";

/** The places of all elements in row-major order. */
function places({ shape, strides, offset }: Layout): number[] {
  let result = [offset];
  for (const [dim, size] of shape.entries())
    result = result.flatMap((place) => Array.from({ length: size }, (_, index) => place + index * strides[dim]!));
  return result;
}

const random = seeded("shapes");
const below = (bound: number) => Math.floor(random() * bound);

/** A layout as views make them: a contiguous one, permuted, cut, stepped and expanded at random. */
function randomLayout(): Layout {
  let shape = Array.from({ length: below(5) }, () => [1, 2, 3, 4, 6][below(5)]!);
  let strides = contiguousStrides(shape);
  let offset = below(3);
  for (let change = below(4); change > 0 && shape.length > 0; change--) {
    const dim = below(shape.length);
    const kind = below(4);
    if (kind === 0) {
      const other = below(shape.length);
      [shape[dim], shape[other]] = [shape[other]!, shape[dim]!];
      [strides[dim], strides[other]] = [strides[other]!, strides[dim]!];
    } else if (kind === 1) {
      offset += strides[dim]! * below(shape[dim]!);
      shape = shape.with(dim, 1);
    } else if (kind === 2) {
      strides = strides.with(dim, strides[dim]! * 2);
      shape = shape.with(dim, Math.ceil(shape[dim]! / 2));
    } else if (shape[dim] === 1) {
      shape = shape.with(dim, 3);
      strides = strides.with(dim, 0);
    }
  }
  return { shape, strides, offset };
}

/** A shape of the same number of elements. */
function randomShape(count: number): number[] {
  const shape: number[] = [];
  let rest = count;
  while (rest > 1) {
    const factors = Array.from({ length: rest }, (_, at) => at + 1).filter((size) => rest % size === 0 && size > 1);
    const size = factors[below(factors.length)]!;
    shape.splice(below(shape.length + 1), 0, size);
    rest /= size;
  }
  while (random() < 0.3) shape.splice(below(shape.length + 1), 0, 1);
  return shape;
}

/** Strides that walk these places in another shape, if there are any: what each dimension's first step must be. */
function bruteForceStrides(layout: Layout, shape: readonly number[]): number[] | null {
  const wanted = places(layout);
  const inner = contiguousStrides(shape);
  const strides = shape.map((size, dim) => (size === 1 ? 0 : wanted[inner[dim]!]! - wanted[0]!));
  return places({ shape, strides, offset: layout.offset }).every((place, at) => place === wanted[at]) ? strides : null;
}

describe("viewStrides", () => {
  it("shows the same elements in the same order, exactly where strides for that exist", () => {
    let possible = 0;
    let impossible = 0;
    for (let trial = 0; trial < 4000; trial++) {
      const layout = randomLayout();
      const shape = randomShape(numberOfElements(layout.shape));
      const found = viewStrides(layout, shape);
      const label = JSON.stringify({ layout, shape, found });
      if (bruteForceStrides(layout, shape) === null) {
        impossible += 1;
        expect(found, label).toBe(null);
      } else {
        possible += 1;
        expect(found, label).not.toBe(null);
        expect(places({ shape, strides: found!, offset: layout.offset }), label).toEqual(places(layout));
      }
    }
    // Both kinds must have come up for the test to mean anything.
    expect(Math.min(possible, impossible)).toBeGreaterThan(300);
  });

  it("of no elements always exist", () => {
    expect(viewStrides({ shape: [0, 3], strides: [1, 7], offset: 0 }, [3, 0, 2])).toEqual([2, 2, 1]);
  });
});

describe("isContiguous and overlapsItself", () => {
  it("agree with the places counted out", () => {
    for (let trial = 0; trial < 2000; trial++) {
      const layout = randomLayout();
      const all = places(layout);
      const label = JSON.stringify(layout);
      expect(isContiguous(layout), label).toBe(all.every((place, at) => place === layout.offset + at));
      if (new Set(all).size < all.length) expect(overlapsItself(layout), label).toBe(true);
      // It may be too careful about strides that no view of this library has; about what views make, it is exact.
      else expect(overlapsItself(layout), label).toBe(false);
    }
  });

  it("take no elements for contiguous and free of overlap", () => {
    expect(isContiguous({ shape: [2, 0], strides: [0, 0] })).toBe(true);
    expect(overlapsItself({ shape: [2, 0], strides: [0, 0] })).toBe(false);
  });
});

describe("broadcastShapes", () => {
  it("stretches sizes of 1 and absent dimensions", () => {
    expect(broadcastShapes("add", [4, 1, 3], [2, 1])).toEqual([4, 2, 3]);
    expect(broadcastShapes("add", [], [2])).toEqual([2]);
    expect(broadcastShapes("add", [0], [1])).toEqual([0]);
    expect(broadcastShapes("where", [2], [3, 1], [1])).toEqual([3, 2]);
    expect(thrown(() => broadcastShapes("add", [0], [2]))).toMatchInlineSnapshot(
      `"ShapeError: add: the size of tensor a (0) must match the size of tensor b (2) at non-singleton dimension 0; got shapes [0] and [2]; sizes must be equal or 1"`,
    );
  });
});

describe("inferShape", () => {
  it("fills in one −1", () => {
    expect(inferShape("view", [2, -1], [4, 3])).toEqual([2, 6]);
    expect(inferShape("view", [-1, 2], [0, 2])).toEqual([0, 2]);
    expect(inferShape("view", [], [1, 1])).toEqual([]);
    expect(thrown(() => inferShape("view", [2, -2], [4]))).toMatchInlineSnapshot(
      `"ShapeError: view: sizes must be non-negative integers, but got [2, -2]"`,
    );
  });
});

describe("dimensions and sizes", () => {
  it("are counted from either end", () => {
    expect(normalizeDims("sum", -1, 3)).toEqual([2]);
    expect(normalizeDims("sum", [2, -3], 3)).toEqual([0, 2]);
    expect(normalizeDims("sum", undefined, 2)).toEqual([0, 1]);
    expect(normalizeDims("sum", -1, 0)).toEqual([]);
    expect(thrown(() => normalizeDims("sum", 0.5, 2))).toMatchInlineSnapshot(
      `"IndexError: sum: dimension out of range (expected to be in range of [-2, 1], but got 0.5)"`,
    );
  });

  it("come spread or as an array, with options or without", () => {
    expect(parseSizes("zeros", [2, 3])).toEqual([[2, 3], {}]);
    expect(parseSizes("zeros", [[2, 3]])).toEqual([[2, 3], {}]);
    expect(parseSizes("zeros", [2, { dtype: "int32" }])).toEqual([[2], { dtype: "int32" }]);
    expect(parseSizes("zeros", [[2], { dtype: "int32" }])).toEqual([[2], { dtype: "int32" }]);
    expect(parseSizes("zeros", [])).toEqual([[], {}]);
    expect(parseSizes("zeros", [[2], undefined as never])).toEqual([[2], {}]);
  });
});
