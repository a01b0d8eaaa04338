// The optimizers' steps on numbers next to the end of a float's range: what they flush to zero nobody sees in a parameter, it
// leaves no subnormal state, and where it would be seen nothing is flushed. Ordinary numbers are the samples' affair.

import { type Device, noGrad, type Tensor, tensor } from "@bernoulli/tensor";
import { describe, expect, it } from "vitest";
import { adamStep, withThresholds } from "./adam-step.js";
import { sgdStep, sgdThreshold } from "./sgd-step.js";

const leastNormal = 2 ** -126;
const magnitudes = [
  0,
  2 ** -149,
  2 ** -130,
  leastNormal,
  1e-37,
  1e-36,
  1e-34,
  1e-30,
  1e-24,
  1e-20,
  3e-18,
  1e-9,
  1,
  1e20,
];
const signed = magnitudes.flatMap((value) => [value, -value]);
/** All combinations of a gradient, an average and, for Adam, a square. */
const rows = signed.flatMap((g) => signed.flatMap((m) => magnitudes.map((v) => [g, m, v] as const)));
const columns = [0, 1, 2].map((column) => rows.map((row) => row[column]!));

const [adam, sgd] = [
  {
    ...{ beta1: 0.9, beta2: 0.999, eps: 1e-8, weightDecay: 0 },
    ...{ stepSize: 0.001, correction2Root: 0.7, maximize: false },
  },
  { lr: 0.01, momentum: 0.9, dampening: 0, weightDecay: 0, nesterov: false, maximize: false },
];

interface Options {
  readonly adam?: Partial<typeof adam>;
  readonly sgd?: Partial<typeof sgd>;
}

type Kind = keyof Required<Options>;

/** With nothing flushed. */
const plainly = { adam: { leastAverage: 0, leastSquare: 0, leastRoot: 0 }, sgd: { leastVelocity: 0 } };
type Way = "flushed" | "plain";

function adamStep_(p: Tensor, g: Tensor, expAvg: Tensor, expAvgSq: Tensor, rates: typeof adam, way: Way): void {
  const given = withThresholds(p, rates);
  adamStep({ parameter: p, gradient: g, expAvg, expAvgSq }, way === "plain" ? { ...given, ...plainly.adam } : given);
}

function sgdStep_(p: Tensor, g: Tensor, momentumBuffer: Tensor, rates: typeof sgd, way: Way): void {
  const thresholds = way === "plain" ? plainly.sgd : sgdThreshold(p, rates);
  sgdStep({ parameter: p, gradient: g, momentumBuffer }, { ...rates, decays: rates.weightDecay !== 0, ...thresholds });
}

/** Parameter and state after a step. */
function stepped(
  kind: Kind,
  way: Way,
  given: readonly (readonly number[])[],
  options: Options = {},
  device: Device = "cpu",
) {
  const start = given[0]!.map((_, at) => [-1, 1e-6, 1, 0][at % 4]!);
  return noGrad(() => {
    const [p, g, m, v] = [start, ...given].map((values) => tensor([...values], { device })) as [
      Tensor,
      Tensor,
      Tensor,
      Tensor,
    ];
    if (kind === "adam") adamStep_(p, g, m, v, { ...adam, ...options.adam }, way);
    else sgdStep_(p, g, m, { ...sgd, ...options.sgd }, way);
    return { parameter: p.toTypedArray(), average: m.toTypedArray(), squares: v.toTypedArray() };
  });
}

/** Parameters that were zero may differ by next to nothing, others by no bit. */
function expectUnseen(parameter: ArrayLike<number>, plain: ArrayLike<number>): void {
  for (const [at, row] of rows.entries())
    if (at % 4 < 3) expect(parameter[at], `${row}`).toBe(plain[at]);
    else expect(Math.abs(parameter[at]! - plain[at]!), `${row}`).toBeLessThan(2 ** -80);
}

describe.each(["adam", "sgd"] as const)("%s near zero", (kind) => {
  it("moves parameters as the plain loops do, bit for bit, and those that are zero by as much as nobody sees", () => {
    const [own, plain] = [stepped(kind, "flushed", columns), stepped(kind, "plain", columns)];
    expectUnseen(own.parameter, plain.parameter);
    for (const name of ["average", "squares"] as const)
      for (const [at, value] of own[name].entries())
        expect(Math.abs(value - plain[name][at]!), `${name} ${rows[at]}`).toBeLessThan(1.2e-35);
  });

  it("leaves no subnormal state, from which steps would be slow", () => {
    const { average, squares } = stepped(kind, "flushed", columns);
    for (const value of [...average, ...(kind === "adam" ? squares : [])])
      expect(value === 0 || Math.abs(value) >= leastNormal, `${value}`).toBe(true);
  });

  it("keeps what is not finite, and what is not a number", () => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const column of kind === "adam" ? [0, 1, 2] : [0, 1]) {
      const given = [0, 1, 2].map((at) => odd.concat(1).map((value) => (at === column ? value : 0.5)));
      expect(stepped(kind, "flushed", given)).toEqual(stepped(kind, "plain", given));
    }
  });
});

describe("nothing is flushed", () => {
  it.each<readonly [string, Kind, Options]>([
    ["with no eps", "adam", { adam: { eps: 0 } }],
    ["beside a small eps", "adam", { adam: { eps: 1e-15 } }],
    ["with an enormous rate", "adam", { adam: { stepSize: 1e30 } }],
    ["with a rate of next to nothing", "adam", { adam: { eps: 1e-12, stepSize: 1e-30 } }],
    ["with an enormous rate and momentum", "sgd", { sgd: { lr: 1e30 } }],
    ["with a rate of next to nothing and momentum", "sgd", { sgd: { lr: 1e-30 } }],
  ])("%s", (_name, kind, options) => {
    const [own, plain] = [stepped(kind, "flushed", columns, options), stepped(kind, "plain", columns, options)];
    expect(own.parameter).toEqual(plain.parameter);
    expect(own.average).toEqual(plain.average);
  });
});

describe("nobody sees what is flushed", () => {
  it.each<readonly [string, Kind, Options]>([
    ["where the square forgets at once", "adam", { adam: { eps: 1e-12, beta2: 1e-14 } }],
    ["at the first step", "adam", { adam: { correction2Root: Math.sqrt(0.001) } }],
    ["where the average is kept for long", "adam", { adam: { beta1: 0.999, beta2: 0.9999 } }],
    ["beside a large eps", "adam", { adam: { eps: 1, stepSize: 10 } }],
    ["with little momentum", "sgd", { sgd: { momentum: 0.01, lr: 1e-6 } }],
  ])("%s", (_name, kind, options) => {
    const [own, plain] = [stepped(kind, "flushed", columns, options), stepped(kind, "plain", columns, options)];
    expectUnseen(own.parameter, plain.parameter);
  });
});

it("squares that grow out of nothing are not held down beside a small eps", () => {
  const run = (way: Way) =>
    noGrad(() => {
      const [p, g, m, v] = [1, 3.4e-18, 0, 0].map((value) => tensor([value])) as [Tensor, Tensor, Tensor, Tensor];
      for (let call = 0; call < 3000; call += 1)
        adamStep_(p, g, m, v, { ...adam, eps: 1e-11, correction2Root: 1 }, way);
      return [p.item(), v.item()];
    });
  expect(run("flushed")).toEqual(run("plain"));
  expect(run("flushed")[1]).toBeGreaterThan(1e-35);
});

describe("a unit without gradients", () => {
  it("comes to rest at zero, whatever the factors", () => {
    for (const [momentum, lr] of [
      [0.9, 0.01],
      [0.1, 1e-6],
      [0.5, 0],
    ] as const) {
      const [p, g, m] = [tensor([1]), tensor([0]), tensor([1e-30])];
      noGrad(() => {
        for (let call = 0; call < 2000; call += 1) sgdStep_(p, g, m, { ...sgd, momentum, lr }, "flushed");
      });
      expect(m.item()).toBe(0);
    }
  });
});

describe.each(["adam", "sgd"] as const)("%s on both devices", (kind) => {
  it.each([
    {},
    { adam: { weightDecay: 0.1 }, sgd: { weightDecay: 0.1, dampening: 0.3 } },
    { adam: { maximize: true, weightDecay: 0.1 }, sgd: { maximize: true, nesterov: true } },
  ])("gives the same bits: %j", (options) => {
    for (const way of ["flushed", "plain"] as const)
      expect(stepped(kind, way, columns, options)).toEqual(stepped(kind, way, columns, options, "reference"));
  });
});
