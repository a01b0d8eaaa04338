// Formulas of doubles on both devices: each primitive and random formulas of them, over layouts, odd sizes, special values and in place;
// and the largest errors of the curves beside JavaScript's.

import { seeded, Variants } from "@bernoulli/testing";
import { afterEach, describe, expect, it } from "vitest";
import { type Expression, Value } from "../../../formulas/expression.js";
import { dtypeOfSort, type Formula, type FormulaInput, formulaOf } from "../../../formulas/formula.js";
import * as bessel from "../../../formulas/math/bessel.js";
import * as bits from "../../../formulas/math/bits.js";
import * as division from "../../../formulas/math/division.js";
import * as errors from "../../../formulas/math/errors.js";
import * as exponential from "../../../formulas/math/exponential.js";
import * as gamma from "../../../formulas/math/gamma.js";
import * as gates from "../../../formulas/math/gates.js";
import { neighbour } from "../../../formulas/math/neighbours.js";
import { pow } from "../../../formulas/math/power.js";
import * as rounding from "../../../formulas/math/rounding.js";
import * as trigonometric from "../../../formulas/math/trigonometric.js";
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
import { approximate, input, names, primitive, takenBy } from "./formulas.testing.js";

const variants = new Variants("packages/tensor/src/backends/wasm/kernels/double-formulas.test.ts");

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

it.each(variants.of("formulas", names, String))(
  "%s agrees with the reference over all layouts, and in place",
  (name) => {
    const inputs = takenBy(name).map((sort, at) => ({ name: `x${at}`, sort }));
    const root = primitive(
      name,
      inputs.map((one) => input(one.name, one.sort)),
    );
    compare(formula(inputs, root), name, approximate.has(name) ? 4 : 0);
  },
);

it("random formulas give the same bits on both devices", () => {
  const inputs: readonly FormulaInput[] = [
    { name: "a", sort: "value" },
    { name: "b", sort: "value" },
    { name: "c", sort: "truth" },
  ];
  const random = seeded("formulas of doubles");
  const available = names.filter((name) => !approximate.has(name));
  for (let round = 0; round < 40; round++) {
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
    compare(formula(inputs, made.at(-1)!), `random ${round}`, 0, { number: random() * 9 - 4 });
  }
});

const copies = [
  ...(["float64", "float32", "int32", "uint8", "bool"] as const).map((from) => [from, "float64"] as const),
  ...(["float32", "int32", "uint8", "bool"] as const).map((to) => ["float64", to] as const),
];

it.each(variants.of("copies", copies, String))("a copy of %s to %s is the reference's", (from, to) => {
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
  const ofTwo = {
    atan2: trigonometric.atan2,
    fmod: division.fmod,
    remainder: division.remainder,
    copysign: bits.copysign,
    neighbour,
  };
  /** In units in the last place, beside JavaScript's own, which err by one. */
  const allowed: Readonly<Record<string, readonly [number, Value]>> = {
    exp: [1, exponential.exp(x)],
    log: [1, exponential.log(x)],
    tanh: [4, exponential.tanh(x)],
    expm1: [3, exponential.expm1(x)],
    exp2: [2, exponential.exp2(x)],
    log1p: [3, exponential.log1p(x)],
    softplus: [3, exponential.softplus(x)],
    sigmoid: [3, gates.sigmoid(x)],
    sin: [2, trigonometric.sin(x)],
    cos: [2, trigonometric.cos(x)],
    tan: [4, trigonometric.tan(x)],
    asin: [2, trigonometric.asin(x)],
    acos: [2, trigonometric.acos(x)],
    atan: [2, trigonometric.atan(x)],
    log2: [2, exponential.log2(x)],
    log10: [3, exponential.log10(x)],
    sinh: [3, exponential.sinh(x)],
    cosh: [3, exponential.cosh(x)],
    asinh: [3, exponential.asinh(x)],
    acosh: [3, exponential.acosh(x)],
    atanh: [3, exponential.atanh(x)],
    // The reference's series err by so many themselves; beside values of glibc's these are within one.
    erf: [11, errors.erf(x)],
    erfc: [8, errors.erfc(x)],
    erfinv: [9, errors.erfinv(x)],
    // Against mpmath these are within four, as the reference is, which below 0 sees sums cancel.
    erfcx: [6, errors.erfcx(x)],
    logNdtr: [8, errors.logNdtr(x)],
    ndtri: [9, errors.ndtri(x)],
    lgamma: [8, gamma.lgamma(x)],
    digamma: [12, gamma.digamma(x)],
    trigamma: [16, gamma.trigamma(x)],
    polygamma2: [16, gamma.polygamma(2, x)],
    polygamma3: [16, gamma.polygamma(3, x)],
    polygamma6: [24, gamma.polygamma(6, x)],
    polygamma13: [40, gamma.polygamma(13, x)],
    i0: [4, bessel.i0(x)],
    i0e: [4, bessel.i0e(x)],
    i1: [4, bessel.i1(x)],
    i1e: [4, bessel.i1e(x)],
    signbit: [0, bits.signbit(x)],
    exponentOf: [0, bits.exponentOf(x)],
    mantissaOf: [0, bits.mantissaOf(x)],
    gelu: [8, gates.gelu(x)],
    geluSlope: [8, gates.geluSlope(x)],
    floor: [0, rounding.floor(x)],
    ceil: [0, rounding.ceil(x)],
    trunc: [0, rounding.trunc(x)],
    round: [0, rounding.round(x)],
  };

  /** What is the difference of larger numbers is measured in units of those, as in formulas/math/math.test.ts. */
  const scales: Readonly<Record<string, (x: number, exact: number) => number>> = {
    gelu: (x) => ulp(x / 2),
    geluSlope: () => ulp(1),
    // Below 0 logarithms of opposite signs; of odd derivatives of a cotangent, about their roots, powers of 2.
    lgamma: (x, exact) => (x < 0 ? ulp(Math.max(Math.abs(exact), 4, -x * Math.log(1 - x))) : ulp(exact)),
    digamma: (x, exact) => ulp(Math.max(Math.abs(exact), x < 0 ? 8 : 1)),
    polygamma2: (x, exact) => ulp(Math.max(Math.abs(exact), x < 0 ? 2 * 2 ** 3 : 0)),
    polygamma6: (x, exact) => ulp(Math.max(Math.abs(exact), x < 0 ? 720 * 2 ** 7 : 0)),
  };

  /** All exponents of both signs, as many from −4 to 4 and from −750 to 750, and beside 1. */
  function numbers(random: () => number): number[] {
    const values = [...special, 709.78, 709.79, -745.13, -745.14, -708.4, 1 - 2 ** -53, 1 + 2 ** -52, 1023.9, -1074.5];
    // Large angles, so close to whole quarters that the last of 2/π's digits are seen.
    values.push(Number.MAX_VALUE, 9.667613003250291e307, 6.568209538367591e307, -1.2084516254062864e307);
    for (let exponent = -1074; exponent < 1024; exponent++)
      for (let turn = 0; turn < 8; turn++) values.push((turn % 2 === 0 ? 1 : -1) * (1 + random()) * 2 ** exponent);
    for (let turn = 0; turn < 8000; turn++) {
      values.push(8 * random() - 4, 1500 * random() - 750, 1 + (random() - 0.5) / 8);
    }
    return values;
  }

  it("erf and erfc are those of glibc's", () => {
    const known: readonly (readonly [Value, readonly (readonly [x: number, value: number])[]])[] = [
      [
        errors.erf(x),
        [
          [1e-300, 1.1283791670955126e-300],
          [1e-9, 1.1283791670955127e-9],
          [0.3, 0.3286267594591274],
          [0.84, 0.7651427114549946],
          [0.9, 0.7969082124228322],
          [1.2, 0.9103139782296353],
          [1.606742188334465, 0.9769301904103574],
          [1.9, 0.9927904292352575],
          [2.5, 0.999593047982555],
          [3.1, 0.9999883513426328],
          [5.5, 0.9999999999999927],
          [-0.7, -0.6778011938374184],
          [-1.754907968068222, -0.9869284751537764],
        ],
      ],
      [
        errors.erfc(x),
        [
          [-3, 1.9999779095030015],
          [-0.5, 1.5204998778130465],
          [1e-9, 0.9999999988716208],
          [0.3, 0.6713732405408726],
          [0.4905209681019187, 0.48786948426820453],
          [0.7, 0.32219880616258156],
          [0.9, 0.20309178757716786],
          [1.3, 0.06599205505934755],
          [2.5, 0.0004069520174449589],
          [4, 1.541725790028002e-8],
          [9.5, 3.76921448565488e-41],
          [20.25, 2.272956417880784e-180],
          [26.2, 1.643250792438946e-300],
        ],
      ],
    ];
    for (const [value, points] of known) {
      const shape = [points.length];
      const { wasm } = onBoth({
        kernel: formula([{ name: "x", sort: "value" }], value),
        dtype: "float64",
        inputs: [
          sampleOf(
            "float64",
            shape,
            points.map(([at]) => at),
          ),
        ],
        attributes: {} as never,
        outputs: [{ dtype: "float64", shape }],
      });
      for (const [at, [given, expected]] of points.entries())
        expect(Math.abs(wasm[0]![at]! - expected) / ulp(expected), `of ${given}`).toBeLessThanOrEqual(2);
    }
  });

  it.each([
    ["pow", 2],
    ["atan2", 2],
    ["fmod", 0],
    ["remainder", 0],
    ["copysign", 0],
    ["neighbour", 0],
  ] as const)("of %s", (name, most) => {
    const random = seeded(`doubles ${name}`);
    const first = numbers(random);
    const second = first.map((value, at) => {
      if (at % 3 === 0) return first[(at * 7919) % first.length]!;
      return at % 3 === 1 ? 40 * random() - 20 : value * (4 * random() - 2);
    });
    for (const a of special)
      for (const b of special) {
        first.push(a);
        second.push(b);
      }
    // Next to the largest there is, whose quotients, rounded up, are of more.
    for (const a of [Number.MAX_VALUE, -Number.MAX_VALUE, 1.7e308])
      for (const b of [1e308, 1.5e308, -0.3, 0.533343584949391, 1e-45, 5e-324, 2 ** 1000, 3]) {
        first.push(a);
        second.push(b);
      }
    const y = new Value({ kind: "input", name: "y" });
    const outputs = [{ dtype: "float64", shape: [first.length] }] as const;
    const inputs = ["x", "y"].map((own) => ({ name: own, sort: "value" as const }));
    const { wasm, reference } = onBoth({
      kernel: formula(inputs, name === "pow" ? pow(x, y) : ofTwo[name](x, y)),
      dtype: "float64",
      inputs: [first, second].map((values) => sampleOf("float64", [values.length], values)),
      attributes: {} as never,
      outputs,
    });
    expect(largestDifference(wasm, reference, ulp)).toBeLessThanOrEqual(most);
  });

  it.each(["trunc", "floor"] as const)("of quotients, %s, is none", (rounding) => {
    const first = numbers(seeded(`quotients ${rounding}`)).slice(0, 20_000);
    const second = first.map((_, at) => first[(at * 7919) % first.length]!);
    for (const a of [...special, 1, 7.5, -7.5])
      for (const b of [...special, 0.001, 0.1, -2.5]) {
        first.push(a);
        second.push(b);
      }
    const outputs = [{ dtype: "float64", shape: [first.length] }] as const;
    const inputs = [first, second].map((values) => sampleOf("float64", [values.length], values));
    const { wasm, reference } = onBoth({
      kernel: "divRounded",
      dtype: "float64",
      inputs,
      attributes: { rounding, op: "div" },
      outputs,
    });
    expect(wasm).toEqual(reference);
  });

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
      const scale = scales[name]?.(values[at]!, expected) ?? ulp(expected);
      const error = isSame ? 0 : Number.isFinite(expected) ? Math.abs(result - expected) / scale : 1e9;
      if (!(error <= worst)) [worst, where] = [error, `${name}(${values[at]}) = ${expected}, got ${result}`];
    }
    expect(worst, where).toBeLessThanOrEqual(most);
  });
});
variants.tell(it);
