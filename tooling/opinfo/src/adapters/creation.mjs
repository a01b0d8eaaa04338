// Tensors out of sizes and numbers, and random ones.

import { bernoulli } from "../library.mjs";
import { cannot } from "../verdicts.mjs";
import { define, dtypeNamed, given, isTensor, sizesIn } from "./define.mjs";

const factory = "* dtype device layout requires_grad pin_memory memory_format";
const factoryOptions = ({ dtype, requires_grad }) =>
  given({ dtype: dtypeNamed(dtype), requiresGrad: requires_grad === true ? true : undefined });
define(
  "zeros ones",
  `size ${factory}`,
  (name) => (bound) => bernoulli[name](sizesIn(bound.size), factoryOptions(bound)),
);
// What is in them is nobody's business.
const anything = { isDefined: () => () => false };
define(
  "empty",
  `size ${factory}`,
  () => (bound) => bernoulli.empty(sizesIn(bound.size), factoryOptions(bound)),
  anything,
);
define(
  "empty_like",
  `input ${factory}`,
  () => (bound) => bernoulli.emptyLike(bound.input, factoryOptions(bound)),
  anything,
);
define(
  "new_empty",
  `input size ${factory}`,
  () => (bound) => bernoulli.newEmpty(bound.input, sizesIn(bound.size), factoryOptions(bound)),
  anything,
);
define(
  "full",
  `size fill_value ${factory}`,
  () => (bound) => bernoulli.full(sizesIn(bound.size), bound.fill_value, factoryOptions(bound)),
);
define("eye", `n m ${factory}`, () => (bound) => {
  const { n, m = n } = bound;
  return bernoulli.eye(n, m, factoryOptions(bound));
});
define("arange", `start end step ${factory}`, () => (bound) => {
  const bounds = [bound.start, bound.end, bound.step].filter((value) => value !== undefined).map(Number);
  return bernoulli.arange(...bounds, factoryOptions(bound));
});
define("zeros_like ones_like", `input ${factory}`, (name) => (bound) => {
  return (name === "zeros_like" ? bernoulli.zerosLike : bernoulli.onesLike)(bound.input, factoryOptions(bound));
});
define(
  "full_like",
  `input fill_value ${factory}`,
  () => (bound) => bernoulli.fullLike(bound.input, bound.fill_value, factoryOptions(bound)),
);
define("fill", "input value", () => ({ input, value }, inPlace) => {
  if (isTensor(value)) cannot("name", "fill of a tensor");
  return bernoulli.fill_(inPlace ? input : bernoulli.clone(input), value);
});
define(
  "zero_",
  "input",
  () =>
    ({ input }, inPlace) =>
      bernoulli.zero_(inPlace ? input : bernoulli.clone(input)),
);

define("randn", `size ${factory}`, () => (bound) => bernoulli.randn(sizesIn(bound.size), factoryOptions(bound)));
define("randint", `low high size ${factory}`, () => (bound) => {
  let { low, high, size } = bound;
  // The overload of (high, size).
  if (Array.isArray(high)) [low, high, size] = [0, low, high];
  return bernoulli.randint(low, high, size, factoryOptions(bound));
});
define("bernoulli", "input p * generator out", () => ({ input, p, out }, inPlace) => {
  if (out !== undefined) cannot("out=", "bernoulli");
  if (inPlace) return bernoulli.bernoulli_(input, p ?? 0.5);
  return p === undefined ? bernoulli.bernoulli(input) : bernoulli.bernoulli(input, p);
});
const normal = (bound) => {
  const { mean, std, size, out } = bound;
  if (out !== undefined) cannot("out=", "normal");
  return size === undefined
    ? bernoulli.normal(mean, std)
    : bernoulli.normal(mean, std, sizesIn(size), factoryOptions(bound));
};
define("normal", `mean std size ${factory} generator out`, () => normal);
// This entry's own function takes them the other way round.
define("normal.number_mean", `std mean size ${factory} generator out`, () => normal);
// Their op_db entries are in place in both forms.
define(
  "normal.in_place",
  "input mean std * generator",
  () =>
    ({ input, mean, std }) =>
      bernoulli.normal_(input, mean, std),
);
define(
  "uniform",
  "input from to * generator",
  () =>
    ({ input, from, to }) =>
      bernoulli.uniform_(input, from, to),
);

const draws = { cauchy: "median sigma", exponential: "lambd", geometric: "p", log_normal: "mean std" };
for (const [name, parameters] of Object.entries(draws)) {
  const names = parameters.split(" ");
  define(name, `input ${parameters} * generator`, () => (bound) => {
    const own = bernoulli[name === "log_normal" ? "logNormal_" : `${name}_`];
    return own(bound.input, ...names.map((one) => bound[one]));
  });
}
define("multinomial", "input num_samples replacement * generator out", () => (bound) => {
  const { input, num_samples, replacement, out } = bound;
  if (out !== undefined) cannot("out=", "multinomial");
  return bernoulli.multinomial(input, num_samples, given({ replacement }));
});
