// exponential_, geometric_, cauchy_, logNormal_ and random_: what is there is replaced by draws, which do not read it.

import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { checkNumber, checkTensor } from "../../checks/options.js";
import * as kernels from "../../kernels/kernels.js";
import type { Sampler } from "../../random/samplers.js";
import { type DType, isFloating } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { applyInPlace } from "../write.js";
import { type DrawOptions, defineInPlace, drawable, drawsFrom } from "./random.js";

const sampledOp = defineInPlace(kernels.sampled);
const logarithmOp = defineInPlace(kernels.sampledLogarithm, "sampled");
const randintInPlaceOp = defineInPlace(kernels.randint);

function sample(
  op: string,
  input: Tensor,
  sampler: Sampler,
  numbers: readonly [number, number?],
  options: DrawOptions,
) {
  const [first, second = 0] = numbers;
  const drawing = { generator: drawsFrom(op, options), first, second, op };
  if (sampler === "exponential" || sampler === "geometric")
    return applyInPlace(op, logarithmOp, [input], { ...drawing, sampler });
  return applyInPlace(op, sampledOp, [input], { ...drawing, sampler });
}

function checkContinuous(op: string, what: string, { dtype }: Tensor): void {
  if (!isFloating(dtype))
    throw new DTypeError(
      `${op}: ${what} distribution is a continuous probability distribution. dtype must be a floating point but you specified ${dtype}`,
    );
}

/**
 * Fills the input, in place, with draws from the exponential distribution of rate `lambd`, and returns it. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.exponential_.html.
 *
 * @throws ArgumentError unless lambd > 0; DTypeError for integers.
 * @example
 * ```ts
 * import { manualSeed, zeros } from "@bernoulli/tensor";
 * manualSeed(0);
 * zeros(2).exponential_(2).toArray(); // → [1.7541631, 0.6151924]
 * ```
 */
export function exponential_(input: Tensor, lambd = 1, options: DrawOptions = {}): Tensor {
  checkTensor("exponential_", "input", input);
  checkNumber("exponential_", "lambd", lambd);
  if (!(lambd > 0)) throw new ArgumentError(`exponential_: expects lambda > 0.0, but found lambda=${lambd}`);
  checkContinuous("exponential_", "Exponential", input);
  return sample("exponential_", input, "exponential", [lambd], options);
}

/**
 * Fills the input, in place, with how many trials it took until the first of probability p succeeded, and returns it. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.geometric_.html.
 *
 * @throws ArgumentError unless p is in (0, 1), and for a draw that the dtype does not hold; DTypeError for bool.
 * @example
 * ```ts
 * import { manualSeed, zeros } from "@bernoulli/tensor";
 * manualSeed(0);
 * zeros(4).geometric_(0.1).toArray(); // → [1, 4, 8, 1]
 * ```
 */
export function geometric_(input: Tensor, p: number, options: DrawOptions = {}): Tensor {
  checkTensor("geometric_", "input", input);
  checkNumber("geometric_", "p", p);
  if (!(p > 0 && p < 1)) throw new ArgumentError(`geometric_: expects p to be in (0, 1), but got p=${p}`);
  if (input.dtype === "bool") throw new DTypeError("geometric_: not implemented for 'bool'; take int32");
  return sample("geometric_", input, "geometric", [p], options);
}

/**
 * Fills the input, in place, with draws from the Cauchy distribution, and returns it. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.cauchy_.html.
 *
 * @throws ArgumentError unless sigma > 0; DTypeError for integers.
 * @example
 * ```ts
 * import { manualSeed, zeros } from "@bernoulli/tensor";
 * manualSeed(0);
 * zeros(2).cauchy_().toArray(); // → [10.5977297, 0.7647673]
 * ```
 */
export function cauchy_(input: Tensor, median = 0, sigma = 1, options: DrawOptions = {}): Tensor {
  checkTensor("cauchy_", "input", input);
  checkNumber("cauchy_", "median", median);
  checkNumber("cauchy_", "sigma", sigma);
  if (!(sigma > 0)) throw new ArgumentError(`cauchy_: expects sigma > 0.0, but found sigma=${sigma}`);
  checkContinuous("cauchy_", "Cauchy", input);
  return sample("cauchy_", input, "cauchy", [median, sigma], options);
}

/**
 * Fills the input, in place, with exp of draws from the normal distribution of that mean and deviation, and returns it. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.log_normal_.html.
 *
 * @throws ArgumentError unless std > 0; DTypeError for integers.
 * @example
 * ```ts
 * import { manualSeed, zeros } from "@bernoulli/tensor";
 * manualSeed(0);
 * zeros(2).logNormal_(0, 0.5).toArray(); // → [2.1608422, 0.8635405]
 * ```
 */
export function logNormal_(input: Tensor, mean = 1, std = 2, options: DrawOptions = {}): Tensor {
  checkTensor("logNormal_", "input", input);
  checkNumber("logNormal_", "mean", mean);
  checkNumber("logNormal_", "std", std);
  if (!(std > 0)) throw new ArgumentError(`logNormal_: log_normal_ expects std > 0.0, but found std=${std}`);
  if (!isFloating(input.dtype))
    throw new DTypeError(`logNormal_: not implemented for '${input.dtype}'; take float32 or float64`);
  return sample("logNormal_", input, "logNormal", [mean, std], options);
}

/** The largest number of `random_()`: of floats, up to which they hold every whole number. */
const largestWhole: { readonly [D in DType]: number } = {
  float32: 2 ** 24,
  float64: 2 ** 53,
  int32: 2 ** 31 - 1,
  uint8: 255,
  bool: 1,
};

type RandomArguments =
  | [options?: DrawOptions]
  | [to: number, options?: DrawOptions]
  | [from: number, to: number | null, options?: DrawOptions];

/**
 * Fills the input, in place, with whole numbers drawn evenly from [from, to), of one number from [0, to), and returns it; without, or
 * with null for `to`, up to the largest of the dtype, which of floats is 2²⁴ and 2⁵³. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.random_.html.
 *
 * @throws ArgumentError unless from < to, both whole and numbers of the dtype.
 * @example
 * ```ts
 * import { manualSeed, zeros } from "@bernoulli/tensor";
 * manualSeed(0);
 * zeros(3).random_(10).toArray(); // → [4, 9, 3]
 * zeros(2).random_(-5, 5).toArray(); // → [-5, -2]
 * zeros(1, { dtype: "uint8" }).random_().toArray(); // → [251]
 * ```
 */
export function random_(input: Tensor, ...rest: RandomArguments): Tensor {
  checkTensor("random_", "input", input);
  const numbers = (rest as readonly unknown[]).filter((part) => typeof part === "number");
  const isOpen = numbers.length === 1 && rest[1] === null;
  const options = (rest[isOpen ? 2 : numbers.length] ?? {}) as DrawOptions;
  const { dtype } = input;
  const most = largestWhole[dtype];
  if (numbers.length === 0) {
    // Of one word each: the remainders that randint takes, which is fast.
    if (most >= 2 ** 28) return sample("random_", input, "whole", [most], options);
    const drawing = { generator: drawsFrom("random_", options), low: 0, high: most + 1 };
    return applyInPlace("random_", randintInPlaceOp, [input], drawing);
  }
  const [low, high] = isOpen
    ? [numbers[0]!, most + 1]
    : numbers.length === 1
      ? [0, numbers[0]!]
      : [numbers[0]!, numbers[1]!];
  // 2⁵³ + 1, at which randint's range would end, is no double.
  if (isOpen && dtype === "float64" && Number.isSafeInteger(low) && most - low >= 2 ** 32)
    return sample("random_", input, "whole", [most, low], options);
  if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || low >= high)
    throw new ArgumentError(
      `random_: expects 'from' to be less than 'to', both whole numbers, but got from=${low} >= to=${high}`,
    );
  const range = drawable("random_", low, high, dtype);
  return applyInPlace("random_", randintInPlaceOp, [input], { generator: drawsFrom("random_", options), ...range });
}
