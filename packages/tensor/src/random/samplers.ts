// Single draws of the distributions that PyTorch's CPU kernels sample one by one (ATen/core/TransformationHelper.h,
// ATen/native/Distributions.h), from uniform and normal doubles. In what order and into which elements is the kernels'.

import { lgamma } from "../formulas/math/gamma-values.js";
import type { DType } from "../tensor/dtype.js";
import { binomial } from "./binomial.js";
import { normalDouble, type Source, uniformDouble, uniformFloat } from "./distributions.js";

type Draw = (source: Source) => number;

/** Distributions that two numbers describe; one that needs fewer leaves the others alone. */
export const samplers = {
  exponential: (lambda) => {
    const scale = -1 / lambda;
    return (source) => scale * Math.log1p(-uniformDouble(source));
  },
  geometric: (p) => {
    const scale = Math.log1p(-p);
    return (source) => Math.ceil(Math.log(uniformDouble(source)) / scale);
  },
  cauchy: (median, sigma) => (source) => {
    // At 0 and 1 the tangent is infinite.
    const within = Math.min(Math.max(uniformDouble(source), Number.EPSILON), 1 - Number.EPSILON);
    return median + sigma * Math.tan(Math.PI * (within - 0.5));
  },
  logNormal: (mean, std) => (source) => Math.exp(normalDouble(source) * std + mean),
  /** Every whole number from `least` to `most`, of two words each from 2³² on. */
  whole: (most, least) => (source) => {
    const range = BigInt(most) - BigInt(least) + 1n;
    if (range < 2n ** 32n) return (source.engine.random() % Number(range)) + least;
    const high = BigInt(source.engine.random());
    return Number((((high << 32n) | BigInt(source.engine.random())) % range) + BigInt(least));
  },
} satisfies Record<string, (first: number, second: number) => Draw>;

export type Sampler = keyof typeof samplers;

/** Distributions that one number describes, or two, which come from tensors of that dtype. */
export interface Each {
  /** What is wrong with a parameter, or null. Asked of all before any is drawn. */
  readonly fault: (parameter: number, second: number) => string | null;
  readonly draw: (
    parameter: number,
    source: Source,
    dtype: DType,
    second: number,
    bounds: readonly [number, number],
  ) => number;
}

export const eachSamplers = {
  bernoulli: {
    fault: (p) => (p >= 0 && p <= 1 ? null : `Expected p_in >= 0 && p_in <= 1: probabilities in [0, 1], but got ${p}`),
    draw: (p, source, dtype) => ((dtype === "float64" ? uniformDouble(source) : uniformFloat(source)) < p ? 1 : 0),
  },
  poisson: {
    fault: (rate) => (rate >= 0 ? null : `invalid Poisson rate, expected rate to be non-negative, but got ${rate}`),
    draw: poisson,
  },
  binomial: { fault: () => null, draw: (count, source, dtype, p) => binomial(count, p, source, dtype) },
  gamma: {
    fault: () => null,
    draw: (alpha, source, dtype) => Math.max(gamma(alpha, source, dtype), smallest[dtype]!),
  },
  /** A slope for what is not above zero; 1, which is not drawn, for what is. */
  slope: {
    fault: () => null,
    draw: (x, source, dtype, _, bounds) => {
      if (!(x <= 0)) return 1;
      const [lower, upper] = dtype === "float32" ? [Math.fround(bounds[0]), Math.fround(bounds[1])] : bounds;
      return uniformDouble(source) * (upper - lower) + lower;
    },
  },
  /** Without a least draw: what a Dirichlet draw is made of. */
  gammaPart: { fault: () => null, draw: gamma },
} satisfies Record<string, Each>;

export type EachSampler = keyof typeof eachSamplers;

/** The smallest normal number, below which PyTorch's gamma draws do not fall. */
const smallest: { readonly [D in DType]?: number } = { float32: 2 ** -126, float64: 2 ** -1022 };

/** W. Hörmann, Insurance: Mathematics and Economics 12 (1993) 39–45, from a rate of 10 on; below, by multiplication. */
function poisson(rate: number, source: Source): number {
  if (rate === 0) return 0;
  if (rate < 10) {
    const limit = Math.exp(-rate);
    let count = 0;
    for (let product = uniformDouble(source); product > limit; product *= uniformDouble(source)) count++;
    return count;
  }
  for (;;) {
    const accepted = acceptedPoisson(rate, uniformDouble(source), uniformDouble(source));
    if (accepted !== null) return accepted;
  }
}

/** What two uniform numbers give of a rate from 10 on, or null where they are refused. */
export function acceptedPoisson(rate: number, first: number, v: number): number | null {
  const root = Math.sqrt(rate);
  const logRate = Math.log(rate);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const inside = 0.9277 - 3.6224 / (b - 2);
  const u = first - 0.5;
  const us = 0.5 - Math.abs(u);
  const k = Math.floor(((2 * a) / us + b) * u + rate + 0.43);
  if (us >= 0.07 && v <= inside) return k;
  if (k < 0 || (us < 0.013 && v > us)) return null;
  const accepted = -rate + k * logRate - lgamma(k + 1);
  return Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b) <= accepted ? k : null;
}

const third = Math.fround(1 / 3);
const squeeze = Math.fround(0.0331);

/** G. Marsaglia and W. W. Tsang, ACM TOMS 26 (2000) 363–372; constants and what depends on alpha rounded as PyTorch's are. */
function gamma(alpha: number, source: Source, dtype: DType): number {
  const round = dtype === "float32" ? Math.fround : (x: number) => x;
  let [shape, scale] = [alpha, 1];
  if (alpha < 1) {
    if (alpha === 0) return 0;
    scale = (1 - uniformDouble(source)) ** round(1 / alpha);
    shape = round(alpha + 1);
  }
  const d = round(shape - third);
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    let [x, y] = [0, 0];
    do {
      x = normalDouble(source);
      y = 1 + c * x;
    } while (y <= 0);
    const v = y * y * y;
    const u = 1 - uniformDouble(source);
    const square = x * x;
    const isBelow = u < 1 - squeeze * square * square;
    if (isBelow || Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) return scale * d * v;
    // Neither holds for what is not a number, nor ever will.
    if (Number.isNaN(v)) return v;
  }
}
