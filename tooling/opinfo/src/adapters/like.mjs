// linspace and logspace, tensors like others, casts to long and half, and one_hot.

import { bernoulli } from "../library.mjs";
import { cannot } from "../verdicts.mjs";
import { borrowed, define, dtypeNamed, given, sizesIn } from "./define.mjs";

const factory = "* dtype device layout requires_grad pin_memory memory_format";
const factoryOptions = ({ dtype, requires_grad }) =>
  given({ dtype: dtypeNamed(dtype), requiresGrad: requires_grad === true ? true : undefined });

// Their errors tell whole floats from integers, which JavaScript cannot.
define(
  "linspace",
  `start end steps ${factory}`,
  () => (bound) => bernoulli.linspace(bound.start, bound.end, bound.steps, factoryOptions(bound)),
  borrowed,
);
define(
  "logspace",
  `start end steps base ${factory}`,
  () => (bound) =>
    bernoulli.logspace(bound.start, bound.end, bound.steps, given({ ...factoryOptions(bound), base: bound.base })),
  borrowed,
);
define("nn.functional.one_hot", "input num_classes", () => ({ input, num_classes }) => {
  return bernoulli.oneHot(input, num_classes);
});
define("new_zeros new_ones", `input size ${factory}`, (name) => (bound) => {
  const make = name === "new_zeros" ? bernoulli.newZeros : bernoulli.newOnes;
  return make(bound.input, sizesIn(bound.size), factoryOptions(bound));
});
define("new_full", `input size fill_value ${factory}`, () => (bound) => {
  return bernoulli.newFull(bound.input, sizesIn(bound.size), bound.fill_value, factoryOptions(bound));
});
define("rand_like randn_like", `input ${factory}`, (name) => (bound) => {
  return (name === "rand_like" ? bernoulli.randLike : bernoulli.randnLike)(bound.input, factoryOptions(bound));
});
define("randint_like", `input low high ${factory}`, () => (bound) => {
  const { input, low, high } = bound;
  const options = factoryOptions(bound);
  return high === undefined
    ? bernoulli.randintLike(input, low, options)
    : bernoulli.randintLike(input, low, high, options);
});
define("long", "input * memory_format", () => ({ input }) => {
  const fits = (value) => value < 2 ** 31 && value > -(2 ** 31) - 1;
  return [input.toArray()].flat(Infinity).every(fits) ? input.long() : cannot("dtype", "int64 beyond int32");
});
define("half", "input * memory_format", () => () => cannot("dtype", "float16"), borrowed);
