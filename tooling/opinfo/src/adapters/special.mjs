// Special functions, what is one's own of real numbers, powers of two, and whole divisors.

import { hasNaN } from "../documented.mjs";
import { bernoulli } from "../library.mjs";
import { cannot } from "../verdicts.mjs";
import { adapters, camelCase, define, dtypeNamed, elementwise, given, inPlaceOf, tensorFirst } from "./define.mjs";
import { digammaParts, isTrigamma } from "./math.mjs";

const camel = (name) => camelCase(name.replace("special.", ""));
const { special } = bernoulli;

define(
  "i0 special.i0e special.i1 special.i1e special.ndtr special.ndtri special.log_ndtr special.erfcx special.entr angle conj real isreal sgn conj_physical resolve_conj resolve_neg",
  "input",
  (name) =>
    ({ input }, inPlace) =>
      (inPlace ? inPlaceOf(camel(name)) : (bernoulli[camel(name)] ?? special[camel(name)]))(input),
  elementwise,
);
// Far below zero PyTorch's is what is left of ½.
Object.assign(adapters["special.ndtr"], { parts: { output: () => 2 ** -4, slope: () => 1 } });
define(
  "logit",
  "input eps",
  () =>
    ({ input, eps }, inPlace) =>
      (inPlace ? bernoulli.logit_ : bernoulli.logit)(input, eps),
  elementwise,
);
define(
  "igamma igammac gcd lcm ldexp nextafter",
  "input other",
  (name) =>
    ({ input, other }, inPlace) =>
      (inPlace ? inPlaceOf(name) : bernoulli[name])(input, other),
  elementwise,
);
// PyTorch's lose digits where a is large, and in float32 those of 1; of an infinite argument they give shares of NaN too.
for (const name of ["igamma", "igammac"])
  adapters[name].known = {
    key: "incomplete gammas",
    holds: (_, ours, theirs, { dtype, gradient, record }) =>
      gradient === null &&
      (Number.isNaN(ours)
        ? (theirs === 0 || theirs === 1) && hasNaN(record)
        : Math.abs(ours - theirs) <= (dtype === "float64" ? 1e-9 * Math.abs(theirs) : 2 ** -23)),
  };
// A power of two beyond the dtype is infinite there, whatever it is multiplied with.
adapters.ldexp.known = {
  key: "powers of two beyond the dtype",
  holds: (_, ours, theirs) => Number.isFinite(ours) && !Number.isFinite(theirs),
};
define(
  "special.xlog1py",
  "input other",
  () =>
    ({ input, other }) =>
      special.xlog1py(tensorFirst(input), other),
  elementwise,
);
define(
  "float_power",
  "input exponent",
  () =>
    ({ input, exponent }, inPlace) =>
      (inPlace ? bernoulli.floatPower_ : bernoulli.floatPower)(tensorFirst(input), exponent),
  elementwise,
);
define(
  "mvlgamma",
  "input p",
  () =>
    ({ input, p }, inPlace) =>
      (inPlace ? inPlaceOf("mvlgamma") : bernoulli.mvlgamma)(input, p),
);
// Their op_db entries put the tensor first, and their order is not always that of the entry's name.
define(
  "polygamma special.polygamma",
  "input n",
  () =>
    ({ input, n }, inPlace) =>
      inPlace ? bernoulli.polygamma_(input, n) : bernoulli.polygamma(n, input),
  {
    ...elementwise,
    known: {
      key: "the slope of digamma",
      // At infinity PyTorch's of higher orders are NaN.
      holds: (x, ours, theirs, { dtype }) =>
        isTrigamma(x, ours, theirs, dtype) || (x === Number.POSITIVE_INFINITY && ours === 0 && Number.isNaN(theirs)),
    },
  },
);
for (const name of ["polygamma.polygamma_n_0", "special.polygamma.special_polygamma_n_0"])
  adapters[name] = { ...adapters[name.replace(/\.[^.]*$/, "")], parts: digammaParts };
/** The largest of the terms n! ÷ (x + k)ⁿ⁺¹ of which the nth slope of digamma is the sum: those on either side of a half cancel where n is even. */
const largestTerm = (n, x) => {
  const apart = x < 0.5 ? Math.abs(x - Math.round(x)) : x;
  return [...Array(n).keys()].reduce((product, at) => product * (at + 1), 1) / apart ** (n + 1);
};
// PyTorch's at n = 4 beside its zero at −0.5 (seed 4, −0.49996483) is off by 1.2e-5 of itself, ours by less than 1e-7.
for (const n of [1, 2, 3, 4])
  for (const name of [`polygamma.polygamma_n_${n}`, `special.polygamma.special_polygamma_n_${n}`])
    adapters[name] = {
      ...adapters.polygamma,
      parts: { output: (x) => largestTerm(n, x), slope: (x) => largestTerm(n + 1, x) },
    };
define("frexp", "input * out", () => ({ input, out }) => {
  if (out !== undefined) cannot("out=", "frexp");
  const { mantissa, exponent } = bernoulli.frexp(input);
  return [mantissa, exponent];
});
define("scalar_tensor", "value * dtype device layout requires_grad", () => ({ value, dtype, requires_grad }) => {
  const requiresGrad = requires_grad === true ? true : undefined;
  return bernoulli.scalarTensor(value, given({ dtype: dtypeNamed(dtype), requiresGrad }));
});
