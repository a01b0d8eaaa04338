// Formulas of doubles on both devices: each primitive and random formulas of them, over layouts, odd sizes, special values and in place;
// and the largest errors of the curves beside JavaScript's.

import { seeded } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import { type Expression, type PrimitiveName, primitives, Truth, Value } from "../../../formulas/expression.js";
import { dtypeOfSort, type Formula, type FormulaInput, formulaOf } from "../../../formulas/formula.js";
import * as exponential from "../../../formulas/math/exponential.js";
import * as gates from "../../../formulas/math/gates.js";
import * as rounding from "../../../formulas/math/rounding.js";
import {
  anyNumber,
  type Fill,
  integerBelow,
  largestDifference,
  layouts,
  onBoth,
  sample,
  sampleOf,
  shapes,
  testMemory,
} from "../conformance.testing.js";

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1, -1, 5e-324, 1e300, 2.5];
const awkward: Fill = (random, dtype) => {
  if (dtype === "bool") return integerBelow(random, 2);
  return random() < 0.4 ? special[integerBelow(random, special.length)]! : random() * 8 - 4;
};

/** The distance from a double to the next. */
function ulp(value: number): number {
  const size = Math.max(Math.abs(value), 2 ** -1022);
  return 2 ** (Math.floor(Math.log2(size)) - 52);
}

function input(name: string, sort: "value" | "truth"): Expression {
  return sort === "truth" ? new Truth({ kind: "input", name }) : new Value({ kind: "input", name });
}

function primitive(name: PrimitiveName, operands: readonly Expression[]): Expression {
  const origin = { kind: "primitive", name, operands } as const;
  return primitives[name].gives === "truth" ? new Truth(origin) : new Value(origin);
}

const formula = (inputs: readonly FormulaInput[], root: Expression): Formula =>
  formulaOf("test", inputs, ["float64"], root);

function compare(given: Formula, seed: string, ulps: number, attributes: object = {}): void {
  const output = dtypeOfSort(given.gives, "float64");
  for (const shape of shapes)
    for (const layout of layouts) {
      const random = seeded(`doubles ${seed} ${shape} ${layout}`);
      const inputs = given.inputs.map(({ sort }) => {
        const own = random() < 0.5 ? layout : layouts[integerBelow(random, layouts.length)]!;
        return sample(random, dtypeOfSort(sort, "float64"), shape, own, awkward);
      });
      const run = { kernel: given, dtype: "float64" as const, inputs, attributes: attributes as never };
      const label = `${given.text}, ${shape} ${layout}`;
      const fresh = onBoth({ ...run, outputs: [{ dtype: output, shape }] });
      expect(largestDifference(fresh.wasm, fresh.reference, ulp), label).toBeLessThanOrEqual(ulps);
      if (layout === "expanded" || inputs[0]!.dtype !== output) continue;
      const target = sample(random, output, shape, layout, awkward);
      const written = onBoth({ ...run, inputs: [target, ...inputs.slice(1)], outputs: "inPlace" });
      expect(largestDifference(written.wasm, written.reference, ulp), label).toBeLessThanOrEqual(ulps);
    }
}

const curves = new Set<PrimitiveName>(["exp", "log", "tanh"]);
const names = (Object.keys(primitives) as PrimitiveName[]).filter((name) => name !== "pow");

it.each(names)("%s agrees with the reference over all layouts, and in place", (name) => {
  const inputs = primitives[name].takes.map((sort, at) => ({ name: `x${at}`, sort }));
  const root = primitive(
    name,
    inputs.map((one) => input(one.name, one.sort)),
  );
  compare(formula(inputs, root), name, curves.has(name) ? 4 : 0);
});

it("random formulas give the same bits on both devices", () => {
  const inputs: readonly FormulaInput[] = [
    { name: "a", sort: "value" },
    { name: "b", sort: "value" },
    { name: "c", sort: "truth" },
  ];
  const random = seeded("formulas of doubles");
  const available = names.filter((name) => !curves.has(name));
  for (let round = 0; round < 40; round++) {
    const made: Expression[] = inputs.map((one) => input(one.name, one.sort));
    made.push(new Value({ kind: "constant", value: integerBelow(random, 5) - 2 }));
    made.push(new Value({ kind: "number", name: "number" }));
    for (let count = 1 + integerBelow(random, 12); count > 0; count--) {
      const name = available[integerBelow(random, available.length)]!;
      const operands = primitives[name].takes.map((sort) => {
        const fitting = made.filter((one) => one.sort === sort);
        return fitting[integerBelow(random, fitting.length)]!;
      });
      made.push(primitive(name, operands));
    }
    compare(formula(inputs, made.at(-1)!), `random ${round}`, 0, { number: random() * 9 - 4 });
  }
});

const copies = [
  ...(["float64", "float32", "int32", "uint8", "bool"] as const).map((from) => [from, "float64"] as const),
  ...(["float32", "int32", "uint8", "bool"] as const).map((to) => ["float64", to] as const),
];

it.each(copies)("a copy of %s to %s is the reference's", (from, to) => {
  for (const shape of shapes)
    for (const layout of layouts) {
      const random = seeded(`copy ${from} ${to} ${shape} ${layout}`);
      const fill: Fill = (draw, dtype) =>
        dtype === "float64"
          ? awkward(draw, dtype)
          : dtype === "float32"
            ? Math.fround(awkward(draw, dtype))
            : anyNumber(draw, dtype);
      const { wasm, reference } = onBoth({
        kernel: "copy",
        dtype: from,
        inputs: [sample(random, from, shape, layout, fill)],
        attributes: {} as never,
        outputs: [{ dtype: to, shape }],
      });
      expect(largestDifference(wasm, reference, ulp)).toBe(0);
    }
});

describe("the largest error of doubles", () => {
  const x = new Value({ kind: "input", name: "x" });
  /** In units in the last place, beside JavaScript's own, which err by one. */
  const allowed: Readonly<Record<string, readonly [number, Value]>> = {
    exp: [1, x.exp()],
    log: [1, x.log()],
    tanh: [4, x.tanh()],
    expm1: [3, exponential.expm1(x)],
    exp2: [2, exponential.exp2(x)],
    log1p: [3, exponential.log1p(x)],
    softplus: [3, exponential.softplus(x)],
    sigmoid: [3, gates.sigmoid(x)],
    floor: [0, rounding.floor(x)],
    ceil: [0, rounding.ceil(x)],
    trunc: [0, rounding.trunc(x)],
    round: [0, rounding.round(x)],
  };

  /** All exponents of both signs, as many from −4 to 4 and from −750 to 750, and beside 1. */
  function numbers(random: () => number): number[] {
    const values = [...special, 709.78, 709.79, -745.13, -745.14, -708.4, 1 - 2 ** -53, 1 + 2 ** -52, 1023.9, -1074.5];
    for (let exponent = -1074; exponent < 1024; exponent++)
      for (let turn = 0; turn < 8; turn++) values.push((turn % 2 === 0 ? 1 : -1) * (1 + random()) * 2 ** exponent);
    for (let turn = 0; turn < 8000; turn++) {
      values.push(8 * random() - 4, 1500 * random() - 750, 1 + (random() - 0.5) / 8);
    }
    return values;
  }

  it.each(Object.entries(allowed))("of %s", (name, [most, value]) => {
    const values = numbers(seeded(`doubles ${name}`));
    const shape = [values.length];
    const { wasm, reference } = onBoth({
      kernel: formula([{ name: "x", sort: "value" }], value),
      dtype: "float64",
      inputs: [sampleOf("float64", shape, values)],
      attributes: {} as never,
      outputs: [{ dtype: "float64", shape }],
    });
    let [worst, where] = [0, ""];
    for (const [at, expected] of reference[0]!.entries()) {
      const result = wasm[0]![at]!;
      const isSame = Object.is(result, expected);
      const error = isSame ? 0 : Number.isFinite(expected) ? Math.abs(result - expected) / ulp(expected) : 1e9;
      if (!(error <= worst)) [worst, where] = [error, `${name}(${values[at]}) = ${expected}, got ${result}`];
    }
    expect(worst, where).toBeLessThanOrEqual(most);
  });
});
