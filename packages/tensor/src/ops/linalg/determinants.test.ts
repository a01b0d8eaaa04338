// Third gradients of determinants, which no oracle has for matrices that are nearly singular, or singular: against Leibniz's formula, as a
// sum of products, whose gradients are sums of products as well.

import { describe, expect, it } from "vitest";
import { grad } from "../../autograd/backward.js";
import type { Tensor } from "../../tensor/tensor.js";
import { tensor } from "../creation/creation.js";
import { add } from "../pointwise/add.js";
import { mul } from "../pointwise/mul.js";
import { sum } from "../reductions/sum.js";
import { det } from "./determinants.js";

/** Each order of n columns, and whether it is even. */
function orders(n: number): readonly (readonly [order: readonly number[], sign: 1 | -1])[] {
  if (n === 0) return [[[], 1]];
  return orders(n - 1).flatMap(([order, sign]) =>
    Array.from({ length: n }, (_, at) => {
      const wide = [...order.slice(0, at), n - 1, ...order.slice(at)];
      return [wide, (n - 1 - at) % 2 === 0 ? sign : -sign] as [number[], 1 | -1];
    }),
  );
}

function leibniz(matrix: Tensor): Tensor {
  return orders(matrix.shape[0]!)
    .map(([order, sign]) =>
      mul(
        order.map((column, row) => matrix.at(row, column)).reduce((a, b) => mul(a, b)),
        sign,
      ),
    )
    .reduce((a, b) => add(a, b));
}

/** The elements of a matrix of small wholes, turned into each other by `rank` rows and columns. */
const matrixOf = (n: number, rank: number, shift: number) =>
  Array.from({ length: n }, (_, row) =>
    Array.from({ length: n }, (_, column) => {
      let value = 0;
      for (let at = 0; at < rank; at++)
        value += (((row + 2) * (at + 3) + shift) % 5) - 2 + ((column * (at + 1) + shift) % 3) * (((row * at) % 4) - 1);
      return value / 2;
    }),
  );

function thirdOf(
  determinant: (matrix: Tensor) => Tensor,
  values: readonly (readonly number[])[],
  dtype: "float32" | "float64",
) {
  const matrix = tensor(values, { dtype, requiresGrad: true });
  const ways = [1, 2, 3].map((shift) => tensor(matrixOf(values.length, values.length, shift), { dtype }));
  const [first] = grad(determinant(matrix), [matrix], { createGraph: true });
  const [second] = grad(sum(mul(first!, ways[0]!)), [matrix], { createGraph: true });
  const [third] = grad(sum(mul(second!, ways[1]!)), [matrix], { createGraph: true });
  // Of 3 × 3 there is none, and of 5 × 5 it takes long.
  if (values.length !== 4) return [Array.from(third!.toTypedArray(), Number)];
  const [fourth] = grad(sum(mul(third!, ways[2]!)), [matrix]);
  return [third!, fourth!].map((one) => Array.from(one.toTypedArray(), Number));
}

describe("the third and fourth gradient of det", () => {
  const of3 = [
    [1, 2, 3],
    [2, 4, 6],
    [1, 0, 2],
  ];
  const of4 = [
    [1, 2, 0, 1],
    [2, 4, 0, 2],
    [0, 1, 1, 3],
    [1, 3, 1, 4],
  ];
  const apart = (rows: readonly (readonly number[])[], by: number) =>
    rows.map((row, at) => row.map((value, column) => value + (at === column ? by : 0)));
  const matrices = {
    "3 × 3 of rank 2": of3,
    "3 × 3, nearly": apart(of3, 1e-9),
    "3 × 3 of zeros": of3.map((row) => row.map(() => 0)),
    "4 × 4 of rank 2": of4,
    "4 × 4, nearly": apart(of4, 1e-9),
    "4 × 4, regular": apart(of4, 5),
    "4 × 4 of zeros": of4.map((row) => row.map(() => 0)),
    "5 × 5 of rank 2": matrixOf(5, 2, 1),
  };
  it.each(Object.entries(matrices))("%s", (_, values) => {
    const wanted = thirdOf(leibniz, values, "float64");
    for (const dtype of ["float64", "float32"] as const) {
      const found = thirdOf(det, values, dtype);
      for (const [order, expected] of wanted.entries()) {
        const most = Math.max(1, ...expected.map(Math.abs));
        for (const [at, value] of expected.entries())
          expect(Math.abs((found[order]![at] ?? 0) - value)).toBeLessThan(most * (dtype === "float64" ? 1e-12 : 1e-5));
      }
    }
  });
});
