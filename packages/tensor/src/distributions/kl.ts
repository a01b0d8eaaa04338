// klDivergence, and the formulas of two distributions of different classes, which know these by their families: so that a bundle has only
// the classes that are used. Those of one class are the class's.

import { ArgumentError } from "../checks/errors.js";
import { fullLike } from "../ops/creation/creation.js";
import { add, sub } from "../ops/pointwise/add.js";
import { gt, le, lt } from "../ops/pointwise/compare.js";
import { div } from "../ops/pointwise/div.js";
import { erf } from "../ops/pointwise/erf.js";
import { exp, log } from "../ops/pointwise/exp.js";
import { digamma, lgamma } from "../ops/pointwise/gamma.js";
import { log1p, xlogy } from "../ops/pointwise/logarithms.js";
import { logicalOr } from "../ops/pointwise/logical.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { pow } from "../ops/pointwise/pow.js";
import { reciprocal, square } from "../ops/pointwise/roots.js";
import { where } from "../ops/pointwise/where.js";
import type { Tensor } from "../tensor/tensor.js";
import type { Distribution } from "./distribution.js";

/** The parameters that the distributions below have. */
type Named = Readonly<
  Record<
    | "loc"
    | "scale"
    | "rate"
    | "concentration"
    | "concentration1"
    | "concentration0"
    | "low"
    | "high"
    | "alpha"
    | "probs"
    | "logits"
    | "logNorm",
    Tensor
  >
>;
type One = Distribution & Named;

const euler = 0.5772156649015329;
const half = (x: Tensor): Tensor => mul(x, 0.5);
const xLogX = (x: Tensor): Tensor => xlogy(x, x);
const infinite = Number.POSITIVE_INFINITY as number;

/** Where the first gives what the second cannot, by families. */
const impossible = new Set(
  [
    "Beta: Pareto",
    "ContinuousBernoulli: Pareto",
    "Exponential: Beta ContinuousBernoulli Pareto Uniform",
    "Gamma: Beta ContinuousBernoulli Pareto Uniform",
    "Gumbel: Beta ContinuousBernoulli Exponential Gamma Pareto Uniform",
    "Laplace: Beta ContinuousBernoulli Exponential Gamma Pareto Uniform",
    "Normal: Beta ContinuousBernoulli Exponential Gamma Pareto Uniform",
    "Pareto: Beta ContinuousBernoulli Uniform",
    "Poisson: Bernoulli Binomial",
  ].flatMap((line) => {
    const [first, others] = line.split(": ") as [string, string];
    return others.split(" ").map((second) => `${first} ${second}`);
  }),
);

/** −H(p) and E[log q] of a normal q by the mean and the mean square of p. */
function toNormal(p: One, q: One, mean: Tensor, meanSquare: Tensor): Tensor {
  const spread = square(q.scale);
  const far = add(sub(half(meanSquare), mul(q.loc, mean)), half(square(q.loc)));
  return add(sub(half(log(mul(spread, 2 * Math.PI))), p.entropy()), div(far, spread));
}

/** Of a gamma distribution by the mean and the mean logarithm. */
function toGamma(p: One, q: One, mean: Tensor, meanLog: Tensor): Tensor {
  const own = sub(lgamma(q.concentration), mul(q.concentration, log(q.rate)));
  const moved = sub(mul(q.rate, mean), mul(sub(q.concentration, 1), meanLog));
  return add(sub(own, p.entropy()), moved);
}

/** Of an exponential distribution by the mean. */
const toExponential = (p: One, q: One, mean: Tensor): Tensor => sub(mul(q.rate, mean), add(p.entropy(), log(q.rate)));

/** Of a Gumbel distribution by the mean and the mean of exp(−(x − loc) / scale). */
function toGumbel(p: One, q: One, mean: Tensor, meanExp: Tensor): Tensor {
  return add(add(sub(log(q.scale), p.entropy()), div(sub(mean, q.loc), q.scale)), meanExp);
}

/** Of a continuous Bernoulli distribution by the mean. */
const toContinuousBernoulli = (p: One, q: One): Tensor =>
  neg(add(add(p.entropy(), mul(p.mean, q.logits)), add(log1p(neg(q.probs)), q.logNorm)));

/** E[log x] of a uniform distribution, and of Beta and Gamma. */
const logOfUniform = ({ low, high }: One): Tensor => sub(div(sub(xLogX(high), xLogX(low)), sub(high, low)), 1);
const logOfBeta = (p: One): Tensor => sub(digamma(p.concentration1), digamma(add(p.concentration1, p.concentration0)));
const within = (p: One): Tensor => sub(p.high, p.low);

const formulas: Readonly<Record<string, (p: One, q: One) => Tensor>> = {
  "Bernoulli Poisson": (p, q) => sub(sub(q.rate, mul(p.probs, log(q.rate))), p.entropy()),
  "Beta ContinuousBernoulli": toContinuousBernoulli,
  "Beta Exponential": (p, q) => toExponential(p, q, p.mean),
  "Beta Gamma": (p, q) => toGamma(p, q, p.mean, logOfBeta(p)),
  "Beta Normal": (p, q) => toNormal(p, q, p.mean, add(p.variance, square(p.mean))),
  "Beta Uniform": (p, q) => {
    const finite = sub(log(within(q)), p.entropy());
    return where(logicalOr(gt(q.low, 0), lt(q.high, 1)), infinite, finite);
  },
  "ContinuousBernoulli Exponential": (p, q) => toExponential(p, q, p.mean),
  "ContinuousBernoulli Normal": (p, q) => toNormal(p, q, p.mean, add(p.variance, square(p.mean))),
  // PyTorch has it infinite for bounds that are met, too.
  "ContinuousBernoulli Uniform": (p, q) => {
    const finite = sub(log(within(q)), p.entropy());
    return where(logicalOr(gt(q.low, 0), lt(q.high, 1)), infinite, finite);
  },
  "Exponential Gamma": (p, q) => toGamma(p, q, p.mean, neg(add(log(p.rate), euler))),
  "Exponential Gumbel": (p, q) => {
    const scaled = mul(p.rate, q.scale);
    return toGumbel(p, q, p.mean, mul(exp(div(q.loc, q.scale)), div(scaled, add(scaled, 1))));
  },
  "Exponential Normal": (p, q) => toNormal(p, q, p.mean, mul(p.variance, 2)),
  "Gamma Exponential": (p, q) => toExponential(p, q, p.mean),
  "Gamma Gumbel": (p, q) => {
    const grown = add(reciprocal(mul(p.rate, q.scale)), 1);
    return toGumbel(p, q, p.mean, mul(exp(div(q.loc, q.scale)), pow(grown, neg(p.concentration))));
  },
  "Gamma Normal": (p, q) => toNormal(p, q, p.mean, add(p.variance, square(p.mean))),
  "Gumbel Normal": (p, q) => toNormal(p, q, p.mean, add(p.variance, square(p.mean))),
  "Laplace Normal": (p, q) => toNormal(p, q, p.mean, add(p.variance, square(p.mean))),
  "Normal Gumbel": (p, q) => {
    const far = div(sub(q.loc, p.loc), q.scale);
    return toGumbel(p, q, p.loc, exp(add(far, half(square(div(p.scale, q.scale))))));
  },
  "Normal Laplace": (p, q) => {
    const far = sub(p.loc, q.loc);
    const scaled = div(far, p.scale);
    const spread = mul(mul(p.scale, exp(mul(square(scaled), -0.5))), Math.sqrt(2 / Math.PI));
    const size = add(spread, mul(far, erf(mul(scaled, Math.SQRT1_2))));
    return add(sub(log(mul(q.scale, 2)), p.entropy()), div(size, q.scale));
  },
  "Pareto Exponential": (p, q) => {
    const mean = div(mul(p.alpha, p.scale), sub(p.alpha, 1));
    return where(le(p.alpha, 1), infinite, toExponential(p, q, mean));
  },
  "Pareto Gamma": (p, q) => {
    const mean = div(mul(p.alpha, p.scale), sub(p.alpha, 1));
    return where(le(p.alpha, 1), infinite, toGamma(p, q, mean, add(log(p.scale), reciprocal(p.alpha))));
  },
  "Pareto Normal": (p, q) => {
    const mean = div(mul(p.alpha, p.scale), sub(p.alpha, 1));
    const meanSquare = div(mul(p.alpha, square(p.scale)), sub(p.alpha, 2));
    return where(le(p.alpha, 2), infinite, toNormal(p, q, mean, meanSquare));
  },
  "Uniform Beta": (p, q) => {
    const [one, zero] = [q.concentration1, q.concentration0];
    const normal = sub(add(lgamma(one), lgamma(zero)), lgamma(add(one, zero)));
    const below = [p.high, p.low].map((bound) => xLogX(add(neg(bound), 1))) as [Tensor, Tensor];
    const logOfRest = sub(div(sub(below[1], below[0]), within(p)), 1);
    const moved = add(mul(sub(one, 1), logOfUniform(p)), mul(sub(zero, 1), logOfRest));
    return where(logicalOr(gt(p.high, 1), lt(p.low, 0)), infinite, sub(sub(normal, p.entropy()), moved));
  },
  "Uniform ContinuousBernoulli": (p, q) =>
    where(logicalOr(gt(p.high, 1), lt(p.low, 0)), infinite, toContinuousBernoulli(p, q)),
  "Uniform Exponential": (p, q) => where(lt(p.low, 0), infinite, toExponential(p, q, p.mean)),
  "Uniform Gamma": (p, q) => where(lt(p.low, 0), infinite, toGamma(p, q, p.mean, logOfUniform(p))),
  "Uniform Gumbel": (p, q) => {
    const [low, high] = [p.low, p.high].map((bound) => exp(div(sub(q.loc, bound), q.scale))) as [Tensor, Tensor];
    return toGumbel(p, q, p.mean, mul(div(q.scale, within(p)), sub(low, high)));
  },
  "Uniform Normal": (p, q) => toNormal(p, q, p.mean, add(p.variance, square(p.mean))),
  "Uniform Pareto": (p, q) => {
    const own = add(log(q.alpha), mul(q.alpha, log(q.scale)));
    const moved = mul(logOfUniform(p), add(q.alpha, 1));
    return where(lt(p.low, q.scale), infinite, sub(sub(moved, own), p.entropy()));
  },
};

function across(p: One, q: One): Tensor | null {
  const pair = `${p.family} ${q.family}`;
  if (impossible.has(pair)) return fullLike(p.like, infinite);
  return formulas[pair]?.(p, q) ?? null;
}

/**
 * How far the second distribution lies from the first, where PyTorch has a formula for the two: ∫ p log(p / q). Shape: → batch.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.kl.kl_divergence.
 *
 * @throws ArgumentError where there is no formula for the pair.
 * @example
 * ```ts
 * import { klDivergence, Normal } from "@bernoulli/tensor/distributions";
 * klDivergence(new Normal(0, 1), new Normal(1, 1)).item(); // → 0.5
 * ```
 */
export function klDivergence(p: Distribution, q: Distribution): Tensor {
  const isSame = p.constructor === q.constructor || (p.family !== "" && p.family === q.family);
  const divergence = isSame ? p.klTo(q, klDivergence) : across(p as One, q as One);
  if (divergence === null)
    throw new ArgumentError(
      `klDivergence: No KL(p || q) is implemented for p type ${p.constructor.name} and q type ${q.constructor.name}; of samples x = p.sample([n]) it is p.logProb(x).sub(q.logProb(x)).mean(0)`,
    );
  return divergence;
}
