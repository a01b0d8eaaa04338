// Formulas on both devices: each primitive, and random formulas of them, over layouts, odd sizes, special values and in place.

import { seeded, Variants } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import { type Expression, partsOf, Value, where } from "../../../formulas/expression.js";
import { dtypeOfSort, type Formula, type FormulaInput, formulaOf, nameOf } from "../../../formulas/formula.js";
import { pow } from "../../../formulas/math/power.js";
import { allDTypes, type DType, floatingDTypes } from "../../../tensor/dtype.js";
import { numberOfElements } from "../../../tensor/shape.js";
import {
  awkwardNumber,
  integerBelow,
  largestDifference,
  layouts,
  onBoth,
  sample,
  sampleOf,
  shapes,
  testMemory,
  ulp,
} from "../conformance.testing.js";
import { approximate, input, isOfFloats, type Name, names, primitive, takenBy } from "./formulas.testing.js";

const variants = new Variants("packages/tensor/src/backends/wasm/kernels/formulas.test.ts");
function formula(inputs: readonly FormulaInput[], root: Expression): Formula {
  const inFloats = partsOf(root).some(
    ({ origin }) => origin.kind === "primitive" && isOfFloats.has(nameOf(origin.name)),
  );
  return formulaOf("test", inputs, inFloats ? floatingDTypes : allDTypes, root);
}

afterEach(() => {
  expect(testMemory.stats()).toMatchObject({ blocksLive: 0, scratchBytesLive: 0 });
});

const everyCase = shapes.flatMap((shape) => layouts.map((layout) => ({ shape, layout, name: `${shape} ${layout}` })));
/** Numbers are awkward in every case, so an edge is what has one element. */
const isEdge = ({ shape }: (typeof everyCase)[number]) => numberOfElements(shape) === 1;

function compare(given: Formula, dtype: DType, seed: string, ulps: number, attributes: object = {}): void {
  const output = dtypeOfSort(given.gives, dtype);
  for (const { shape, layout, name } of variants.of(`${dtype} ${seed}`, everyCase, (one) => one.name, isEdge)) {
    // A seed a case: which others run must not change its numbers.
    const random = seeded(`${dtype} ${seed} ${name}`);
    const inputs = given.inputs.map(({ sort }) => {
      const own = random() < 0.5 ? layout : layouts[integerBelow(random, layouts.length)]!;
      return sample(random, dtypeOfSort(sort, dtype), shape, own, awkwardNumber);
    });
    const run = { kernel: given, dtype, inputs, attributes: attributes as never };
    const label = `${given.text} of ${dtype}, ${name}`;
    const fresh = onBoth({ ...run, outputs: [{ dtype: output, shape }] });
    expect(largestDifference(fresh.wasm, fresh.reference, ulp), label).toBeLessThanOrEqual(ulps);
    if (layout === "expanded" || inputs[0]!.dtype !== output) continue;
    const target = sample(random, output, shape, layout, awkwardNumber);
    const written = onBoth({ ...run, inputs: [target, ...inputs.slice(1)], outputs: "inPlace" });
    expect(largestDifference(written.wasm, written.reference, ulp), label).toBeLessThanOrEqual(ulps);
  }
}

describe.each(names)("%s", (name) => {
  const dtypes = (["float32", "int32", "uint8", "bool"] as const).filter(
    (dtype) => dtype === "float32" || !isOfFloats.has(name),
  );
  it.each(dtypes)("of %s agrees with the reference over all layouts, and in place", (dtype) => {
    const inputs = takenBy(name).map((sort, at) => ({ name: `x${at}`, sort }));
    const root = primitive(
      name,
      inputs.map((one) => input(one.name, one.sort)),
    );
    compare(formula(inputs, root), dtype, name, dtype === "float32" && approximate.has(name) ? 1.5 : 0);
  });
});

describe("numbers", () => {
  it.each(["float32", "int32", "uint8", "bool"] as const)("of %s wrap, round and end alike", (dtype) => {
    const x = input("x", "value") as Value;
    const factor = new Value({ kind: "number", name: "factor" });
    for (const number of [1, -3, 0.3, 2 ** 32 + 5, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN]) {
      const roots = [x.mul(factor), x.add(factor.mul(2)), x.maximum(factor), where(x.lt(factor), factor, 7)];
      for (const [at, root] of roots.entries())
        compare(formula([{ name: "x", sort: "value" }], root), dtype, `number ${number} ${at}`, 0, { factor: number });
    }
  });

  it("of which no element is read are computed once, in float64", () => {
    const x = input("x", "value") as Value;
    const beta = new Value({ kind: "number", name: "beta" });
    const { numbers, steps } = formula([{ name: "x", sort: "value" }], x.mul(new Value(oneMinus(beta).origin)));
    expect(numbers({ beta: 0.999 } as never)).toEqual([1 - 0.999]);
    expect(steps.map(({ name }) => name)).toEqual(["mul"]);
  });
});

function oneMinus(value: Value): Value {
  return new Value({ kind: "constant", value: 1 }).sub(value);
}

describe("random formulas", () => {
  const inputs: readonly FormulaInput[] = [
    { name: "a", sort: "value" },
    { name: "b", sort: "value" },
    { name: "c", sort: "truth" },
  ];
  /** Of up to twelve primitives, any of which may be read again. */
  function grown(random: () => number, available: readonly Name[]): Expression {
    const made: Expression[] = inputs.map((one) => input(one.name, one.sort));
    made.push(new Value({ kind: "constant", value: integerBelow(random, 5) - 2 }));
    made.push(new Value({ kind: "number", name: "number" }));
    for (let count = 1 + integerBelow(random, 12); count > 0; count--) {
      const name = available[integerBelow(random, available.length)]!;
      const operands = takenBy(name).map((sort) => {
        const fitting = made.filter((one) => one.sort === sort);
        return fitting[integerBelow(random, fitting.length)]!;
      });
      made.push(primitive(name, operands));
    }
    return made.at(-1)!;
  }

  it.each(["float32", "int32", "uint8", "bool"] as const)("of %s give the same bits on both devices", (dtype) => {
    const random = seeded(`formulas ${dtype}`);
    const available = names.filter((name) => !(dtype === "float32" ? approximate : isOfFloats).has(name));
    for (let round = 0; round < 60; round++)
      compare(formula(inputs, grown(random, available)), dtype, `random ${round}`, 0, {
        number: integerBelow(random, 9) - 4,
      });
  });
});

describe("exp and log", () => {
  const over = (name: "exp" | "log", values: readonly number[]) => {
    const shape = [values.length];
    const { wasm, reference } = onBoth({
      kernel: formula([{ name: "x", sort: "value" }], primitive(name, [input("x", "value")])),
      dtype: "float32",
      inputs: [sampleOf("float32", shape, values.map(Math.fround))],
      attributes: {},
      outputs: [{ dtype: "float32", shape }],
    });
    return { results: wasm[0] as number[], difference: largestDifference(wasm, reference, ulp) };
  };

  it("are within 1.5 ulp over their whole range, subnormal results and arguments included", () => {
    const steps = Array.from({ length: 20001 }, (_, i) => i / 20000);
    expect(
      over(
        "exp",
        steps.map((t) => -104 + 193 * t),
      ).difference,
    ).toBeLessThan(1.5);
    expect(
      over(
        "log",
        steps.map((t) => 2 ** (-149 + 276 * t)),
      ).difference,
    ).toBeLessThan(1.5);
    expect(
      over(
        "log",
        steps.map((t) => 0.9 + 0.2 * t),
      ).difference,
    ).toBeLessThan(1.5);
  });

  it("take special values to special values", () => {
    const { NaN: nan, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minusInf } = Number;
    expect(over("exp", [nan, inf, minusInf, 0, -0, 200, -200]).results).toEqual([nan, inf, 0, 1, 1, inf, 0]);
    expect(over("log", [nan, inf, minusInf, 0, -0, 1, -1]).results).toEqual([
      nan,
      inf,
      nan,
      minusInf,
      minusInf,
      0,
      nan,
    ]);
  });
});

describe("pow", () => {
  const over = (pairs: readonly (readonly [number, number])[]) => {
    const shape = [pairs.length];
    const x = new Value({ kind: "input", name: "x" });
    const y = new Value({ kind: "input", name: "y" });
    const sorts = [
      { name: "x", sort: "value" },
      { name: "y", sort: "value" },
    ] as const;
    const { wasm, reference } = onBoth({
      kernel: formula(sorts, pow(x, y)),
      dtype: "float32",
      inputs: [0, 1].map((at) =>
        sampleOf(
          "float32",
          shape,
          pairs.map((pair) => Math.fround(pair[at]!)),
        ),
      ),
      attributes: {},
      outputs: [{ dtype: "float32", shape }],
    });
    return { results: wasm[0]!, expected: reference[0]!, difference: largestDifference(wasm, reference, ulp) };
  };

  it("is within an ulp over all bases and exponents, subnormal ones and results included", () => {
    const random = seeded("pow");
    const pairs = Array.from({ length: 40_000 }, (): [number, number] => {
      const base = 2 ** (random() * 276 - 149);
      return [base, ((random() * 300 - 150) / (Math.log2(base) || 1)) * (random() < 0.9 ? 1 : 3)];
    });
    const near = Array.from({ length: 10_000 }, (): [number, number] => [1 + (random() - 0.5) * 1e-3, random() * 1e5]);
    expect(over([...pairs, ...near]).difference).toBeLessThanOrEqual(1);
  });

  it("takes every two special values where C takes them", () => {
    const { NaN: nan, POSITIVE_INFINITY: inf } = Number;
    const special = [nan, inf, 0, 1, 2, 3, 0.5, 1.5, 2 ** 24 + 2, 2 ** 23 + 1, 3e38, 1e-45, 0.999, 4.7];
    const both = special.flatMap((value) => [value, -value]);
    const { results, expected } = over(both.flatMap((x) => both.map((y) => [x, y] as const)));
    for (const [at, result] of results.entries()) {
      const wanted = expected[at]!;
      if (Number.isFinite(wanted) && wanted !== 0) expect(Math.abs(result / wanted - 1)).toBeLessThan(2e-7);
      else expect(result).toBe(wanted);
    }
  });
});

variants.tell(it);
