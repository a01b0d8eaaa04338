// Distributions against torch's (family "distributions" of tooling/torch-fixtures): draws and the generator's state behind them, gradients
// of draws, probabilities, moments, divergences; and what is refused.

import {
  getRngState,
  grad,
  isTensor,
  manualSeed,
  onesLike,
  type Tensor,
  tensor,
  zeros,
  zerosLike,
} from "@bernoulli/tensor";
import * as distributions from "@bernoulli/tensor/distributions";
import { expectClose, type FixtureTensor, loadFixtures, Variants } from "@bernoulli/testing";
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

const D = distributions;
/** Distributions made of distributions, as the fixtures have them. */
const programs: Record<string, (...given: Tensor[]) => distributions.Distribution> = {
  tanh: (loc, scale) => new D.TransformedDistribution(new D.Normal(loc!, scale!), new D.TanhTransform()),
  sigmoid: (loc, scale) => new D.TransformedDistribution(new D.Normal(loc!, scale!), [new D.SigmoidTransform()]),
  softplus: (loc, scale) => new D.TransformedDistribution(new D.Normal(loc!, scale!), [new D.SoftplusTransform()]),
  logistic: (loc, scale) =>
    new D.TransformedDistribution(new D.Uniform(zerosLike(loc!), onesLike(loc!)), [
      new D.SigmoidTransform().inv,
      new D.AffineTransform(loc!, scale!),
    ]),
  composed: (loc, scale) =>
    new D.TransformedDistribution(
      new D.Normal(loc!, scale!),
      new D.ComposeTransform([
        new D.AffineTransform(0.5, -2),
        new D.ExpTransform(),
        new D.PowerTransform(tensor(0.5, { dtype: loc!.dtype })),
      ]),
    ),
  sticks: (loc, scale) => new D.TransformedDistribution(new D.Normal(loc!, scale!), new D.StickBreakingTransform()),
  reshaped: (loc, scale) =>
    new D.TransformedDistribution(new D.Normal(loc!, scale!), [
      new D.ReshapeTransform([4], [2, 2]),
      new D.IndependentTransform(new D.ExpTransform(), 2),
    ]),
  "affine of vectors": (loc, scale) =>
    new D.TransformedDistribution(new D.Independent(new D.Normal(loc!, scale!), 1), [
      new D.AffineTransform(loc!, scale!, { eventDim: 1 }),
    ]),
  independent: (loc, scale) => new D.Independent(new D.Laplace(loc!, scale!), 1),
  mixture: (probs, loc, scale) => new D.MixtureSameFamily(new D.Categorical(probs!), new D.Normal(loc!, scale!)),
  "mixture of vectors": (probs, loc, scale) =>
    new D.MixtureSameFamily(new D.Categorical(probs!), new D.Independent(new D.Normal(loc!, scale!), 1)),
};

/** The distribution, and its parameters as leaves. */
function made(name: string, given: any, requiresGrad = false) {
  const Class = (distributions as any)[name];
  const values = Object.entries<any>(given).map(([key, value]) => {
    const isLeaf = isFixture(value) && value.dtype !== "int32";
    return [key, isFixture(value) ? revived(value, requiresGrad && isLeaf) : value] as const;
  });
  const leaves = values.map(([, value]) => value).filter((value): value is Tensor => isTensor(value));
  if (Array.isArray(given)) {
    const all = values.map(([, value]) => value);
    return { distribution: name in programs ? programs[name]!(...all) : new Class(...all), leaves };
  }
  const { loc, temperature, totalCount, df, ...options } = Object.fromEntries(values);
  const front = [loc, temperature, totalCount, df].filter((value) => value !== undefined);
  return { distribution: new Class(...front, options), leaves };
}

// Sums and logarithms of float32 go in another order here and there; float64's last digits are those of JavaScript's mathematics.
const tolerances = {
  float32: { relative: 2e-6, absolute: 2e-6 },
  float64: { relative: 1e-11, absolute: 1e-12 },
};
/** PyTorch approximates how gamma draws move with their shape; here it is exact (random/slopes.ts). */
const approximate = Object.fromEntries(
  ["Gamma", "Beta", "Dirichlet", "Chi2", "InverseGamma", "StudentT", "FisherSnedecor", "Wishart"].map((name) => [
    name,
    2e-3,
  ]),
) as Record<string, number>;

/** Where large logarithms of gamma functions cancel, float32 keeps fewer digits, here as there. */
const cancelling = { relative: 2e-6, absolute: 2e-4 };

function toleranceOf(dtype: string, name = "") {
  if (dtype === "float64") return tolerances.float64;
  return name in approximate ? cancelling : tolerances.float32;
}

/** Where one has none, the other has none, or zeros. */
function expectGradients(
  got: readonly (Tensor | null)[],
  wanted: (FixtureTensor | null)[],
  norm: number,
  label: string,
) {
  for (const [at, gradient] of got.entries()) {
    const data = wanted[at]?.data;
    if (data === undefined) expect(gradient === null || gradient.abs().sum().item() === 0, `${label} ${at}`).toBe(true);
    else if (gradient === null)
      expect(
        [...data].every((value) => value === 0),
        `${label} ${at}`,
      ).toBe(true);
    else expectClose(gradient, data, { norm, label: `${label} ${at}` });
  }
}

const variants = new Variants("packages/tensor/src/distributions/distributions.test.ts");
/** Of each class, or of each first class of a divergence. */
function chosen(kind: string): readonly (typeof cases)[number][] {
  return variants.ofGroups(
    cases.filter((one) => one["kind"] === kind),
    (one) => `${kind} ${one["class"] ?? one["classes"][0]}`,
    ({ name }) => name,
  );
}

describe("torch's distributions", () => {
  test.each(chosen("distribution"))("$name", (given) => {
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
    const slopes = grad(logProb.sum(), leaves, { allowUnused: true, retainGraph: true });
    // That of Wishart's degrees of freedom is what is left of digamma and logarithms.
    const nearSlope = dtype === "float64" ? 1e-10 : given["class"] === "Wishart" ? 1e-4 : 1e-5;
    expectGradients(slopes, given["logProbGradients"], nearSlope, "logProb's gradient");
    for (const name of ["mean", "variance", "mode"])
      if (given[name] !== undefined) expectSame(distribution[name], given[name], name);
    if (given["support"] !== undefined) expectSame(distribution.enumerateSupport(), given["support"], "support");
    const stretched = made(given["class"], given["parameters"]).distribution.expand([2, ...distribution.batchShape]);
    expect(stretched.batchShape).toEqual([2, ...distribution.batchShape]);
    if (given["sampleShape"].length === 0)
      expectClose(stretched.logProb(value), [...logProb.toTypedArray(), ...logProb.toTypedArray()], {
        label: "expanded",
        ...tolerance,
      });
    if (given["entropy"] !== undefined) expectSame(distribution.entropy(), given["entropy"], "entropy");
    if (given["cdf"] !== undefined) expectSame(distribution.cdf(value), given["cdf"], "cdf");
    if (given["icdf"] !== undefined) expectSame(distribution.icdf(revived(given["p"])), given["icdf"], "icdf");
    expect(distribution.hasRsample).toBe(given["gradients"] !== undefined);
    if (given["gradients"] === undefined) return;
    manualSeed(7);
    const drawn = distribution.rsample(given["sampleShape"]);
    const gradients = grad(drawn.mul(revived(given["cotangent"])).sum(), leaves, { allowUnused: true });
    const near = approximate[given["class"]] ?? (dtype === "float64" ? 1e-10 : 1e-5);
    expectGradients(gradients, given["gradients"], near, "rsample's gradient");
  });

  test.each(chosen("kl"))("$name", (given) => {
    const [first, second] = [
      made(given["classes"][0], given["parameters"]),
      made(given["classes"][1], given["others"]),
    ];
    const divergence = klDivergence(first.distribution, second.distribution);
    expect(divergence.shape).toEqual(given["divergence"].shape);
    const { relative, absolute } = toleranceOf(divergence.dtype, given["classes"][0]);
    expectClose(divergence, given["divergence"].data, { relative: 10 * relative, absolute: 10 * absolute });
  });

  it("are all among them", () => {
    const isOne = (value: unknown) => typeof value === "function" && value.prototype instanceof Distribution;
    const classes = Object.entries(distributions).filter(([, value]) => isOne(value));
    const found = new Set(cases.map((given) => given["class"]));
    const composed = ["Independent", "MixtureSameFamily", "TransformedDistribution"];
    expect(classes.map(([name]) => name).filter((name) => !found.has(name) && !composed.includes(name))).toEqual([]);
  });
});

const { Normal, Bernoulli, Categorical, Cauchy, Independent } = distributions;

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
      `[ArgumentError: Bernoulli: rsample is not implemented for this distribution; sample() draws, without a gradient for the parameters]`,
    );
    expect(() => klDivergence(new Normal(0, 1), new Cauchy(0, 1))).toThrowErrorMatchingInlineSnapshot(
      `[ArgumentError: klDivergence: No KL(p || q) is implemented for p type Normal and q type Cauchy; of samples x = p.sample([n]) it is p.logProb(x).sub(q.logProb(x)).mean(0)]`,
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

it("what always succeeds has a slope, not NaN, where nothing failed", () => {
  const logits = tensor([200, 0], { dtype: "float64", requiresGrad: true });
  const logProb = new D.Geometric({ logits }).logProb(tensor([0, 1], { dtype: "float64" }));
  expect(logProb.toArray()).toEqual([0, 2 * Math.log(0.5)]);
  logProb.sum().backward();
  expect(logits.grad!.toArray()).toEqual([0, 0]);
});

variants.tell(it);
