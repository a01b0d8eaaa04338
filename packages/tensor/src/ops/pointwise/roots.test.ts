// hypot where the squares of its sides leave the range of their dtype, beside JavaScript's.

import { expect, it } from "vitest";
import { tensor } from "../creation/creation.js";
import { hypot } from "./roots.js";

const sides = {
  float32: [0, 1e-45, 1e-40, 1e-20, 1, 1e20, 3e38, 2 ** 60, 2 ** -40, Number.POSITIVE_INFINITY, Number.NaN],
  float64: [0, 5e-324, 1e-310, 1e-200, 1e-100, 1, 1e100, 1e160, 3e199, 1.2e308, 2 ** 500, Number.POSITIVE_INFINITY],
} as const;
const precision = { float32: 2 ** -22, float64: 2 ** -51 } as const;
const least = { float32: 2 ** -149, float64: Number.MIN_VALUE } as const;

it.each(["float32", "float64"] as const)("hypot of %s is as large as it is, whatever its sides", (dtype) => {
  const [as, bs] = [sides[dtype], sides[dtype]].map((own) => tensor([...own], { dtype }));
  const results = hypot(as!.view(-1, 1), bs!.neg()).tolist() as number[][];
  const given = [...as!.toTypedArray()];
  for (const [row, a] of given.entries())
    for (const [column, b] of given.entries()) {
      const exact = dtype === "float32" ? Math.fround(Math.hypot(a, b)) : Math.hypot(a, b);
      const found = results[row]![column]!;
      if (!Number.isFinite(exact)) expect(found, `${a}, ${b}`).toBe(exact);
      else expect(Math.abs(found - exact), `${a}, ${b}`).toBeLessThanOrEqual(precision[dtype] * exact + least[dtype]);
    }
});
