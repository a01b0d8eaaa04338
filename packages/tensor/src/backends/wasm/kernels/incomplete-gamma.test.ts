// The incomplete gamma functions on both devices: all sizes, beside the hump, in the tails, and ends. What the reference gives, gamma-values.test.ts
// compares with mpmath.

import { seeded } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { Value } from "../../../formulas/expression.js";
import { formulaOf } from "../../../formulas/formula.js";
import { igamma, igammac } from "../../../formulas/math/incomplete-gamma.js";
import { onBoth, sampleOf } from "../conformance.testing.js";

const shares = { igamma, igammac };
const infinity = Number.POSITIVE_INFINITY;
const ends = [Number.NaN, infinity, -infinity, 0, -0, 1, -1, 0.5, 5e-324, 1e300, 1e-300, 1.7e308, 1e5, 2000, 8, 30];

type Pair = readonly [a: number, x: number];

/** Of each kind: an a and an x. */
const kinds: readonly ((random: () => number) => Pair)[] = [
  (random) => [20 * random(), 20 * random()],
  (random) => [random(), 3 * random()],
  (random) => [300 * random(), 300 * random()],
  // Some deviations from the hump, up to where a normal distribution stands for it, and beyond.
  (random) => {
    const a = Math.exp(25 * random());
    return [a, Math.max(0, a + (16 * random() - 8) * Math.sqrt(a))];
  },
  (random) => [Math.exp(40 * random() - 30), Math.exp(40 * random() - 30)],
  (random) => [Math.exp(1400 * random() - 700), Math.exp(1400 * random() - 700)],
];

/** On both devices. */
function sharesOf(name: keyof typeof shares, dtype: "float32" | "float64", pairs: readonly Pair[]) {
  const shape = [pairs.length];
  return onBoth({
    kernel: formulaOf(
      name,
      ["a", "x"].map((own) => ({ name: own, sort: "value" as const })),
      [dtype],
      shares[name](new Value({ kind: "input", name: "a" }), new Value({ kind: "input", name: "x" })),
    ),
    dtype,
    inputs: [0, 1].map((side) =>
      sampleOf(
        dtype,
        shape,
        pairs.map((pair) => pair[side]!),
      ),
    ),
    attributes: {} as never,
    outputs: [{ dtype, shape }],
  });
}

it.each([
  ["igamma", "float64", 4e-13],
  ["igammac", "float64", 4e-13],
  ["igamma", "float32", 2 ** -23],
  ["igammac", "float32", 2 ** -23],
] as const)("%s of %s is the reference's, by a part of it", (name, dtype, most) => {
  const random = seeded(`${name} ${dtype}`);
  const pairs = ends.flatMap((a) => ends.map((x) => [a, x] as const));
  for (const kind of kinds) for (let turn = 0; turn < 1001; turn++) pairs.push(kind(random));
  const { wasm, reference } = sharesOf(name, dtype, pairs);
  let [worst, where] = [0, ""];
  for (const [at, expected] of reference[0]!.entries()) {
    const result = wasm[0]![at]!;
    // Of the smallest numbers there are fewer digits.
    const size = Math.max(expected, dtype === "float64" ? 1e-290 : 1e-37);
    const error = Object.is(result, expected) ? 0 : Math.abs(result - expected) / size;
    if (!(error <= worst)) [worst, where] = [error, `${name}(${pairs[at]}) = ${expected}, got ${result}`];
  }
  expect(worst, where).toBeLessThanOrEqual(most);
});

it.each(["igamma", "igammac"] as const)("%s of a pair has the same bits whatever lies beside it", (name) => {
  const random = seeded(name);
  const pairs = kinds.flatMap((kind) => Array.from({ length: 600 }, () => kind(random)));
  // Both lanes of a vector have one pair, and end as one.
  const alone = sharesOf(
    name,
    "float64",
    pairs.flatMap((pair) => [pair, pair]),
  ).wasm[0]!;
  const beside = sharesOf(
    name,
    "float64",
    pairs.map((_, at) => pairs[(at * 1001) % pairs.length]!),
  ).wasm[0]!;
  expect(Array.from(pairs, (_, at) => alone[2 * ((at * 1001) % pairs.length)])).toEqual([...beside]);
});

it.each(["igamma", "igammac"] as const)("%s is no more than 1, and no less than 0", (name) => {
  const random = seeded(`bounds of ${name}`);
  const pairs = Array.from({ length: 5000 }, () => {
    const a = Math.exp(60 * random() - 45);
    return [a, random() < 0.5 ? a * Math.exp(6 * random() - 2) : Math.exp(12 * random() - 8)] as const;
  });
  const { wasm, reference } = sharesOf(name, "float64", pairs);
  for (const own of [...wasm, ...reference])
    expect([...own].filter((share) => !(share >= 0 && share <= 1))).toEqual([]);
});
