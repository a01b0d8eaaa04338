// Reductions beside sums and means: extremes that share, truths, norms; scans; and what sorts.

import { bernoulli } from "../library.mjs";
import { cannot } from "../verdicts.mjs";
import { define, dtypeNamed, given } from "./define.mjs";

const noOut = (name, out) => {
  if (out !== undefined) cannot("out=", name);
};

define("amax amin all any", "input dim keepdim * out", (name) => ({ input, dim, keepdim, out }) => {
  noOut(name, out);
  return bernoulli[name](input, dim, given({ keepdim }));
});
define("aminmax", "input * dim keepdim out", () => ({ input, dim, keepdim, out }) => {
  noOut("aminmax", out);
  const { min, max } = bernoulli.aminmax(input, given({ dim, keepdim }));
  return [min, max];
});
define(
  "count_nonzero",
  "input dim",
  () =>
    ({ input, dim }) =>
      bernoulli.countNonzero(input, dim),
);
define("nansum nanmean", "input dim keepdim * dtype out", (name) => ({ input, dim, keepdim, dtype, out }) => {
  noOut(name, out);
  return bernoulli[name](input, dim, given({ keepdim, dtype: dtypeNamed(dtype) }));
});
define("logsumexp", "input dim keepdim * out", () => ({ input, dim, keepdim, out }) => {
  noOut("logsumexp", out);
  return bernoulli.logsumexp(input, dim, given({ keepdim }));
});
define("norm", "input p dim keepdim out dtype", () => ({ input, p, dim, keepdim, out, dtype }) => {
  noOut("norm", out);
  if (p === "nuc") cannot("name", "norm of p 'nuc'");
  return bernoulli.norm(input, p ?? 2, dim, given({ keepdim, dtype: dtypeNamed(dtype) }));
});
define("nn.functional.normalize", "input p dim eps out", () => ({ input, p, dim, eps, out }) => {
  noOut("normalize", out);
  return bernoulli.normalize(input, given({ p, dim, eps }));
});
define("var_mean std_mean", "input dim unbiased keepdim * correction", (name) => (bound) => {
  let { input, dim, unbiased, keepdim, correction } = bound;
  // The overload of (input, unbiased).
  if (typeof dim === "boolean") [dim, unbiased] = [undefined, dim];
  if (unbiased !== undefined) correction = unbiased ? 1 : 0;
  const op = name === "var_mean" ? bernoulli.varMean : bernoulli.stdMean;
  return op(input, dim, given({ correction, keepdim }));
});
define("isclose allclose", "input other rtol atol equal_nan", (name) => ({ input, other, rtol, atol, equal_nan }) => {
  return bernoulli[name](input, other, given({ rtol, atol, equalNan: equal_nan }));
});
define(
  "equal",
  "input other",
  () =>
    ({ input, other }) =>
      bernoulli.equal(input, other),
);
