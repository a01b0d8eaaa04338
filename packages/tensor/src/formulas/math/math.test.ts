// The functions of this folder on the cpu against float64: over all exponents of both signs, and the ordinary numbers between. What is
// allowed is the largest error of a random sweep of about a million float32 each, rounded up.

import { seeded } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { onBoth, sampleOf, ulp } from "../../backends/wasm/conformance.testing.js";
import { Value } from "../expression.js";
import { formulaOf, valueFor } from "../formula.js";
import * as bessel from "./bessel.js";
import * as bits from "./bits.js";
import type { MathFunction } from "./define.js";
import * as division from "./division.js";
import * as errors from "./errors.js";
import * as exponential from "./exponential.js";
import * as gamma from "./gamma.js";
import * as values from "./gamma-values.js";
import * as gates from "./gates.js";
import * as shares from "./incomplete-gamma.js";
import { gcd, lcm } from "./integers.js";
import * as neighbours from "./neighbours.js";
import * as rounding from "./rounding.js";
import * as trigonometric from "./trigonometric.js";

// Of polygamma each order is a function.
const { digamma, lgamma, trigamma } = gamma;
const orders = Object.fromEntries([2, 3, 6, 13].map((n) => [`polygamma${n}`, (x: Value) => gamma.polygamma(n, x)]));
const functions = {
  ...bessel,
  ...bits,
  ...division,
  ...errors,
  ...exponential,
  ...gates,
  ...neighbours,
  digamma,
  lgamma,
  trigamma,
  ...orders,
  ...shares,
  ...rounding,
  ...trigonometric,
};
const x = new Value({ kind: "input", name: "x" });
const y = new Value({ kind: "input", name: "y" });

/** In units in the last place of float32; 0.5 is a rounding. */
const allowed: Readonly<Record<string, number>> = {
  copysign: 0,
  signbit: 0,
  exponentOf: 0,
  mantissaOf: 0,
  erfcx: 0.6,
  logNdtr: 0.6,
  ndtri: 0.6,
  fmod: 0,
  remainder: 0.5,
  erf: 1.3,
  erfc: 2.8,
  erfinv: 2.7,
  exp: 1,
  log: 1,
  tanh: 1.3,
  expm1: 1.8,
  exp2: 1.6,
  log1p: 1.6,
  log2: 1.9,
  log10: 1.9,
  softplus: 2.8,
  sigmoid: 2.7,
  neighbour: 0,
  gelu: 3.6,
  geluSlope: 2,
  sinh: 1.8,
  cosh: 1.5,
  asinh: 1.8,
  acosh: 2.3,
  atanh: 1.1,
  lgamma: 0.6,
  digamma: 0.6,
  trigamma: 0.6,
  polygamma2: 0.6,
  polygamma3: 0.6,
  polygamma6: 0.6,
  polygamma13: 0.6,
  igamma: 0.6,
  i0: 6,
  i0e: 4.5,
  i1: 6,
  i1e: 4.5,
  igammac: 0.6,
  floor: 0,
  ceil: 0,
  trunc: 0,
  round: 0,
  sin: 1.7,
  cos: 1.7,
  tan: 2.5,
  asin: 1.5,
  acos: 1.3,
  atan: 1.4,
  atan2: 1.8,
};

/** What is the difference of larger numbers is measured in units of those, which round, in PyTorch's formulas as well. */
const scales: Readonly<Record<string, (x: number, exact: number) => number>> = {
  gelu: (x, exact) => ulp(Math.max(Math.abs(x) / 2, Math.abs(exact))),
  geluSlope: () => ulp(1),
  // About their roots below 0, powers of 2.
  polygamma2: (x, exact) => ulp(x < 0 ? Math.max(Math.abs(exact), 2 ** -20) : exact),
  polygamma6: (x, exact) => ulp(x < 0 ? Math.max(Math.abs(exact), 2 ** -8) : exact),
};

const special = [0, -0, 1, -1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 0.5, -2.5, 3.5];

/** All exponents of both signs, as many between −4 and 4, and angles of some thousands. */
function numbers(random: () => number): number[] {
  const values = [...special];
  const words = new Uint32Array(1);
  const floats = new Float32Array(words.buffer);
  for (let exponent = 0; exponent < 255; exponent++)
    for (let turn = 0; turn < 40; turn++) {
      words[0] = ((turn % 2) * 2 ** 31 + exponent * 2 ** 23 + Math.floor(random() * 2 ** 23)) >>> 0;
      values.push(floats[0]!);
    }
  for (let turn = 0; turn < 10_000; turn++) values.push(Math.fround(8 * random() - 4));
  for (let turn = 0; turn < 4000; turn++) values.push(Math.fround(20_000 * random() - 10_000));
  return values;
}

const ofFloats = Object.entries(functions).flatMap(([name, make]) => {
  const value = (make as (a: Value, b: Value) => Value)(x, y);
  const { name: primitive, operands } = value.origin as { name: MathFunction; operands: readonly Value[] };
  // What has no lanes is the reference's own value.
  return primitive.floats?.lanes === undefined ? [] : [{ name, value, primitive, operands }];
});

describe("the largest error of float32", () => {
  it("is stated of every function", () => {
    expect(ofFloats.map(({ name }) => name).sort()).toEqual(Object.keys(allowed).sort());
  });

  it.each(ofFloats)("of $name", ({ name, value, primitive, operands }) => {
    const random = seeded(`largest error of ${name}`);
    const first = numbers(random);
    // Every special number meets every other; numbers of all sizes meet their like, and such as are far from it.
    const second = first.map((_, at) =>
      at % 3 === 0 ? first[(at * 7919) % first.length]! : first[at]! * (4 * random() - 2),
    );
    for (const a of special)
      for (const b of special) {
        first.push(a);
        second.push(b);
      }
    const given = [first, second.map(Math.fround)].slice(0, operands.length);
    const count = first.length;
    const inputs = ["x", "y"].slice(0, operands.length).map((own) => ({ name: own, sort: "value" as const }));
    const { wasm } = onBoth({
      kernel: formulaOf(name, inputs, ["float32"], value),
      dtype: "float32",
      inputs: given.map((values) => sampleOf("float32", [count], values)),
      attributes: {} as never,
      outputs: [{ dtype: "float32", shape: [count] }],
    });
    let [worst, where] = [0, ""];
    for (const [at, result] of wasm[0]!.entries()) {
      const arguments_ = given.map((values) => values[at]!);
      const exact = valueFor(primitive, "float32")(...arguments_);
      const rounded = Math.fround(exact);
      const difference = Object.is(result, rounded) ? Math.abs(rounded - exact) : Math.abs(result - exact);
      const isSame = Number.isFinite(rounded) && rounded !== 0 ? null : Object.is(result, rounded);
      // At the ends of the range an error may lead out of it.
      const isAtEnd = Math.abs(exact) > 3.4028e38 || (exact !== 0 && Math.abs(exact) < 3e-45);
      const scale = scales[name]?.(arguments_[0]!, exact) ?? ulp(exact);
      const error = isSame === true || (isSame === false && isAtEnd) ? 0 : isSame === false ? 1e9 : difference / scale;
      if (!(error <= worst)) [worst, where] = [error, `${name}(${arguments_.join(", ")}) = ${exact}, got ${result}`];
    }
    expect(worst, where).toBeLessThanOrEqual(allowed[name]!);
  });
});

it.each([
  ["gcd", gcd],
  ["lcm", lcm],
] as const)("%s is the reference's, of all sizes and signs, and of zeros", (name, make) => {
  const random = seeded(name);
  const ends = [0, 1, -1, 2 ** 31 - 1, -(2 ** 31), 6, -15, 46_368, 75_025];
  const pairs = ends.flatMap((a) => ends.map((b) => [a, b] as const));
  for (let turn = 0; turn < 3001; turn++) {
    const size = 2 ** (32 * random());
    const some = () => Math.floor((random() - 0.5) * size);
    pairs.push([some(), some()]);
  }
  for (const dtype of ["int32", "uint8"] as const) {
    const inputs = ["x", "y"].map((own) => ({ name: own, sort: "value" as const }));
    const { wasm, reference } = onBoth({
      kernel: formulaOf(name, inputs, [dtype], make(x, y)),
      dtype,
      inputs: [0, 1].map((side) =>
        sampleOf(
          dtype,
          [pairs.length],
          pairs.map((pair) => pair[side]!),
        ),
      ),
      attributes: {} as never,
      outputs: [{ dtype, shape: [pairs.length] }],
    });
    expect(wasm).toEqual(reference);
  }
});

it("sines and cosines of large angles are those of what is left of whole turns", () => {
  const angles = [1e5, 1e10, 3e38, 2 ** 127, 16_777_215, 6433.9819, 5.3371706e37];
  const kernel = formulaOf("sin", [{ name: "x", sort: "value" }], ["float32"], trigonometric.sin(x));
  const { wasm } = onBoth({
    kernel,
    dtype: "float32",
    inputs: [sampleOf("float32", [angles.length], angles)],
    attributes: {} as never,
    outputs: [{ dtype: "float32", shape: [angles.length] }],
  });
  for (const [at, angle] of angles.entries()) {
    const exact = Math.sin(Math.fround(angle));
    expect(Math.abs(wasm[0]![at]! - exact)).toBeLessThanOrEqual(2 * ulp(exact));
  }
});

it("lgamma of doubles keeps its digits beside its zeros", () => {
  const known: readonly (readonly [x: number, value: number])[] = [
    [1.0000000000000002, -1.2816762426960008e-16],
    [1.0000001, -5.772155829918507e-8],
    [0.9999, 5.7729791561193866e-5],
    [1.0625, -0.03295710029357782],
    [1.9999999999, -4.2278437004755317e-11],
    [2.0000000001, 4.2278437011204657e-11],
    [1.9999999999999998, -9.387698065543117e-17],
    [0.5, 0.5723649429247001],
    [0.7, 0.26086724653166654],
    [1.25, -0.09827183642181316],
    [1.5, -0.12078223763524522],
    [1.75, -0.08440112102048555],
    [2.25, 0.1248717148923966],
    [2.5, 0.2846828704729192],
    [2.625, 0.3763336820249054],
    [3.7, 1.428072326665388],
    [5.5, 3.9578139676187165],
    [11.9, 17.25847745059552],
    [12.0, 17.502307845873887],
    [12.5, 18.734347511936445],
    [30.25, 72.104204742008],
    [100000.0, 1051287.7089736569],
  ];
  for (const [at, value] of known) expect(Math.abs(values.lgamma(at) / value - 1), String(at)).toBeLessThan(2e-15);
});
