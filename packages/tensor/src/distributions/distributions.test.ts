// Distributions against torch's (family "distributions" of tooling/torch-fixtures): draws and the generator's state behind them, gradients
// of draws, probabilities, moments, divergences; and what is refused.

import { getRngState, grad, manualSeed, type Tensor, tensor, zeros } from "@bernoulli/tensor";
import * as distributions from "@bernoulli/tensor/distributions";
import { expectClose, type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { describe, expect, it, test } from "vitest";

const { cases } = loadFixtures("distributions");
const { Distribution, klDivergence } = distributions;

const isFixture = (value: unknown): value is FixtureTensor =>
  typeof value === "object" && value !== null && "data" in value;

function revived({ data, dtype, shape }: FixtureTensor, requiresGrad = false): Tensor {
  return tensor([...data], { dtype })
    .reshape([...shape])
    .detach()
    .requiresGrad_(requiresGrad);
}

/** The distribution, and its parameters as leaves. */
function made(name: string, given: any, requiresGrad = false) {
  const Class = (distributions as any)[name];
  if (Array.isArray(given)) {
    const leaves = given.map((value) => revived(value, requiresGrad));
    return { distribution: new Class(...leaves), leaves };
  }
  const options = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, isFixture(value) ? revived(value, requiresGrad) : value]),
  );
  const leaves = Object.values(options) as Tensor[];
  const { loc, ...others } = options;
  return { distribution: loc === undefined ? new Class(others) : new Class(loc, others), leaves };
}

// Sums and logarithms of float32 go in another order here and there; float64's last digits are those of JavaScript's mathematics.
const tolerances = {
  float32: { relative: 2e-6, absolute: 2e-6 },
  float64: { relative: 1e-11, absolute: 1e-12 },
};
/** PyTorch approximates how gamma draws move with their shape; here it is exact (random/slopes.ts). */
const approximate = { Gamma: 2e-3, Beta: 2e-3, Dirichlet: 2e-3 } as Record<string, number>;

/** Where large logarithms of gamma functions cancel, float32 keeps fewer digits, here as there. */
const cancelling = { relative: 2e-6, absolute: 2e-4 };

function toleranceOf(dtype: string, name = "") {
  if (dtype === "float64") return tolerances.float64;
  return name in approximate ? cancelling : tolerances.float32;
}

describe("torch's distributions", () => {
  test.each(cases.filter(({ kind }) => kind === "distribution"))("$name", (given) => {
    const { distribution, leaves } = made(given["class"], given["parameters"], true);
    const { dtype } = leaves[0]!;
    const tolerance = toleranceOf(dtype);
    const expectSame = (got: Tensor, wanted: FixtureTensor, label: string) => {
      expect(got.shape, label).toEqual(wanted.shape);
      const isSum = label === "logProb" || label === "entropy";
      expectClose(got, wanted.data, { ...(isSum ? toleranceOf(dtype, given["class"]) : tolerance), label });
    };
    manualSeed(7);
    const sample = distribution.sample(given["sampleShape"]);
    expect(sample.requiresGrad).toBe(false);
    expect(sample.dtype).toBe(given["sample"].dtype);
    expectSame(sample, given["sample"], "sample");
    const state = (bytes: Uint8Array) => [...bytes.subarray(0, 5024)];
    expect(state(getRngState())).toEqual(state(given["state"].data));

    const value = revived(given["value"]);
    const logProb = distribution.logProb(value);
    expectSame(logProb, given["logProb"], "logProb");
    for (const [at, gradient] of grad(logProb.sum(), leaves).entries())
      expectClose(gradient!, given["logProbGradients"][at].data, {
        norm: dtype === "float64" ? 1e-10 : 1e-5,
        label: `logProb's gradient ${at}`,
      });
    for (const name of ["mean", "variance"])
      expectClose(distribution[name], given[name].data, { ...tolerance, label: name });
    if (given["entropy"] !== undefined) expectSame(distribution.entropy(), given["entropy"], "entropy");
    if (given["cdf"] !== undefined) expectSame(distribution.cdf(value), given["cdf"], "cdf");
    if (given["icdf"] !== undefined) expectSame(distribution.icdf(revived(given["p"])), given["icdf"], "icdf");
    expect(distribution.hasRsample).toBe(given["gradients"] !== undefined);
    if (given["gradients"] === undefined) return;
    manualSeed(7);
    const drawn = distribution.rsample(given["sampleShape"]);
    const gradients = grad(drawn.mul(revived(given["cotangent"])).sum(), leaves);
    const near = approximate[given["class"]] ?? (dtype === "float64" ? 1e-10 : 1e-5);
    for (const [at, gradient] of gradients.entries())
      expectClose(gradient!, given["gradients"][at].data, { norm: near, label: `rsample's gradient ${at}` });
  });

  test.each(cases.filter(({ kind }) => kind === "kl"))("$name", (given) => {
    const [first, second] = [made(given["class"], given["parameters"]), made(given["class"], given["others"])];
    const divergence = klDivergence(first.distribution, second.distribution);
    expect(divergence.shape).toEqual(given["divergence"].shape);
    const { relative, absolute } = toleranceOf(divergence.dtype, given["class"]);
    expectClose(divergence, given["divergence"].data, { relative: 10 * relative, absolute: 10 * absolute });
  });

  it("are all among them", () => {
    const classes = Object.entries(distributions).filter(([name]) => /^[A-Z]/.test(name) && name !== "Distribution");
    const found = new Set([...cases.map((given) => given["class"]), "Independent"]);
    expect(classes.map(([name]) => name).sort()).toEqual([...found].sort());
  });
});

const { Normal, Bernoulli, Categorical, Independent, Gamma } = distributions;

describe("what is refused", () => {
  it("a parameter", () => {
    expect(() => new Normal(tensor([0, 1]), tensor([1, -1]))).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Normal: Expected parameter scale (Tensor of shape [2]) of distribution Normal(loc: [2], scale: [2]) to satisfy the constraint GreaterThan(lower_bound=0.0), but found invalid values: [1, -1]]`,
    );
    expect(() => new Normal(0, -1, { validateArgs: false })).not.toThrow();
    expect(() => new Bernoulli({})).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Bernoulli: Either \`probs\` or \`logits\` must be specified, but not both.]`,
    );
    expect(() => new Categorical(tensor([-1, 2]))).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Categorical: Expected parameter probs (Tensor of shape [2]) of distribution Categorical(probs: [2]) to satisfy the constraint Simplex(), but found invalid values: [-1, 2]]`,
    );
  });

  it("a value", () => {
    expect(() => new Bernoulli(0.5).logProb(0.3)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Bernoulli: Expected value argument (Tensor of shape []) to be within the support (Boolean()) of the distribution Bernoulli(probs: 0.5), but found invalid values: 0.30000001192092896; { validateArgs: false } leaves the check out]`,
    );
    expect(() => new Normal(tensor([0, 1]), 1).logProb(zeros(3))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: Normal: Value is not broadcastable with batch_shape+event_shape: [3] vs [2].]`,
    );
    expect(() => new Categorical(tensor([0.5, 0.5])).logProb(3)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Categorical: Expected value argument (Tensor of shape []) to be within the support (IntegerInterval(lower_bound=0, upper_bound=1)) of the distribution Categorical(probs: [2]), but found invalid values: 3; { validateArgs: false } leaves the check out]`,
    );
  });

  it("what a distribution has not", () => {
    expect(() => new Bernoulli(0.5).rsample()).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Bernoulli: rsample is not implemented for this distribution]`,
    );
    expect(() => klDivergence(new Normal(0, 1), new Gamma(1, 1))).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: klDivergence: No KL(p || q) is implemented for p type Normal and q type Gamma]`,
    );
    expect(() => new Independent(new Normal(0, 1), 1)).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: Independent: Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), actual 1 vs 0]`,
    );
  });
});

it("checks can be left out by default", () => {
  Distribution.setDefaultValidateArgs(false);
  try {
    expect(() => new Normal(0, -1)).not.toThrow();
  } finally {
    Distribution.setDefaultValidateArgs(true);
  }
  expect(() => new Normal(0, -1)).toThrow();
});

it("Independent sums over the dimensions that it takes into the event", () => {
  const base = new Normal(zeros(2, 3), 1);
  const taken = new Independent(base, 1);
  expect([taken.batchShape, taken.eventShape]).toEqual([[2], [3]]);
  expectClose(taken.logProb(zeros(2, 3)), base.logProb(zeros(2, 3)).sum(-1));
  expectClose(taken.entropy(), base.entropy().sum(-1));
  expectClose(
    klDivergence(taken, new Independent(new Normal(zeros(2, 3), 2), 1)),
    klDivergence(base, new Normal(zeros(2, 3), 2)).sum(-1),
  );
  expect(String(taken)).toBe("Independent(Normal(loc: [2, 3], scale: [2, 3]), 1)");
});
