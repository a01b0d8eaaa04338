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
define("var_mean std_mean", "input dim unbiased keepdim * correction", (name) => (bound) => {
  let { input, dim, unbiased, keepdim, correction } = bound;
  // The overload of (input, unbiased).
  if (typeof dim === "boolean") [dim, unbiased] = [undefined, dim];
  if (unbiased !== undefined) correction = unbiased ? 1 : 0;
  const op = name === "var_mean" ? bernoulli.varMean : bernoulli.stdMean;
  return op(input, dim, given({ correction, keepdim }));
});
define("isclose allclose", "input other rtol atol equal_nan", (name) => ({ input, other, rtol, atol, equal_nan }) => {
  const answer = bernoulli[name](input, other, given({ rtol, atol, equalNan: equal_nan }));
  return typeof answer === "boolean" ? bernoulli.tensor(answer) : answer;
});
define(
  "equal",
  "input other",
  () =>
    ({ input, other }) =>
      bernoulli.tensor(bernoulli.equal(input, other)),
);
define("sort argsort", "input dim descending * stable out", (name) => ({ input, dim, descending, stable, out }) => {
  noOut(name, out);
  const result = bernoulli[name](input, given({ dim, descending, stable }));
  return name === "sort" ? [...result] : result;
});
define("msort", "input * out", () => ({ input, out }) => {
  noOut("msort", out);
  return bernoulli.msort(input);
});
define("topk", "input k dim largest sorted * out", () => ({ input, k, dim, largest, sorted, out }) => {
  noOut("topk", out);
  return [...bernoulli.topk(input, k, given({ dim, largest, sorted }))];
});
define("kthvalue", "input k dim keepdim * out", () => ({ input, k, dim, keepdim, out }) => {
  noOut("kthvalue", out);
  return [...bernoulli.kthvalue(input, k, dim, given({ keepdim }))];
});
define("median nanmedian", "input dim keepdim * out", (name) => ({ input, dim, keepdim, out }) => {
  noOut(name, out);
  return dim === undefined ? bernoulli[name](input) : [...bernoulli[name](input, dim, given({ keepdim }))];
});
define(
  "quantile",
  "input q dim keepdim * interpolation out",
  () =>
    ({ input, q, dim, keepdim, interpolation, out }) => {
      noOut("quantile", out);
      return bernoulli.quantile(input, q, dim, given({ keepdim, interpolation }));
    },
);
define("cumsum cumprod", "input dim * dtype out", (name) => ({ input, dim, dtype, out }, inPlace) => {
  noOut(name, out);
  if (!inPlace) return bernoulli[name](input, dim, given({ dtype: dtypeNamed(dtype) }));
  return dtype === undefined ? bernoulli[`${name}_`](input, dim) : cannot("dtype", `of ${name}_`);
});
define("prod", "input dim keepdim * dtype out", () => ({ input, dim, keepdim, dtype, out }) => {
  noOut("prod", out);
  return bernoulli.prod(input, dim, given({ keepdim, dtype: dtypeNamed(dtype) }));
});
