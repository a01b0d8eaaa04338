// Random sums, products and counts of integers, beside BigInt: each is exact, or refused. Holds no tests.

import { seeded } from "@bernoulli/testing";
import { expect } from "vitest";
import { DTypeError } from "../../checks/errors.js";
import { compile } from "../../compile/compile.js";
import { scope } from "../../memory/step-scope.js";
import type { Device } from "../../memory/storage.js";
import type { Tensor } from "../../tensor/tensor.js";
import { tensor } from "../creation/creation.js";
import { cumprod, cumsum, prod } from "../scans/cumsum.js";
import { diagonal } from "../views/diagonal.js";
import { reshape } from "../views/view.js";
import { sum } from "./sum.js";
import { nansum } from "./without-nan.js";

type Whole = "int32" | "uint8" | "bool";

const add = (row: readonly bigint[]) => row.reduce((a, b) => a + b, 0n);
const multiply = (row: readonly bigint[]) => row.reduce((a, b) => a * b, 1n);
const upTo = (fold: typeof add) => (row: readonly bigint[]) => row.map((_, at) => fold(row.slice(0, at + 1)));
const byColumn = (fold: (row: readonly bigint[]) => readonly bigint[]) => (rows: readonly bigint[][]) =>
  rows[0]!.map((_, column) => fold(rows.map((row) => row[column]!)));

interface Case {
  readonly run: (input: Tensor) => Tensor;
  /** Of a matrix, in rows; the answer's elements in their order. */
  readonly exact: (rows: readonly bigint[][]) => readonly bigint[];
}

const cases: Readonly<Record<string, Case>> = {
  "sum of all": { run: (a) => sum(a), exact: (rows) => [add(rows.flat())] },
  "sum of rows": { run: (a) => sum(a, 1), exact: (rows) => rows.map(add) },
  "sum of columns": { run: (a) => sum(a, 0), exact: (rows) => byColumn((row) => [add(row)])(rows).flat() },
  "nansum of columns": { run: (a) => nansum(a, 0), exact: (rows) => byColumn((row) => [add(row)])(rows).flat() },
  "prod of rows": { run: (a) => prod(a, 1), exact: (rows) => rows.map(multiply) },
  "cumsum of rows": { run: (a) => cumsum(a, 1), exact: (rows) => rows.flatMap(upTo(add)) },
  "cumprod of rows": { run: (a) => cumprod(a, 1), exact: (rows) => rows.flatMap(upTo(multiply)) },
  "sum of a diagonal": {
    run: (a) => sum(diagonal(a)),
    exact: (rows) => [add(rows.slice(0, rows[0]!.length).map((row, at) => row[at]!))],
  },
};

/** Tries `count` random matrices from a seed on, eager and compiled. */
export function tryWholeSums(device: Device, from: number, count: number): void {
  for (let seed = from; seed < from + count; seed++) {
    const random = seeded(`whole sums ${seed}`);
    const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)]!;
    const dtype = pick<Whole>(["int32", "int32", "uint8", "bool"]);
    const shape = [1 + Math.floor(random() ** 3 * 40), 1 + Math.floor(random() ** 2 * 70)] as const;
    // Small ones, those of which some sums fit, and those of which few do; and zeros, for products.
    const size = pick([3, 100, 2 ** 26, 2 ** 29, 2 ** 32]);
    const draw = () => {
      if (dtype !== "int32") return Math.floor(random() * (dtype === "bool" ? 2 : 256));
      return random() < 0.1 ? 0 : Math.floor((random() - 0.5) * size);
    };
    const elements = Array.from({ length: shape[0] * shape[1] }, draw);
    const [name, { run, exact }] = pick(Object.entries(cases));
    const rows = Array.from({ length: shape[0] }, (_, row) =>
      elements.slice(row * shape[1], (row + 1) * shape[1]).map(BigInt),
    );
    const wanted = exact(rows);
    const fits = wanted.every((value) => value >= -(2n ** 31n) && value < 2n ** 31n);
    const label = `seed ${seed}: ${name} of ${dtype} [${shape.join(", ")}] on ${device}`;
    scope(() => {
      const input = reshape(tensor(elements, { dtype, device }), shape);
      const compiled = compile(() => run(input));
      for (const call of [() => run(input), compiled, compiled]) {
        if (fits) expect([...call().toTypedArray()], label).toEqual(wanted.map(Number));
        else expect(() => call().toTypedArray(), label).toThrow(DTypeError);
      }
    });
  }
}
