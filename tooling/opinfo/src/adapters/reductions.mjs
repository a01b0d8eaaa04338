// Sums, means, extremes, softmax, and what gathers and scatters by indices.

import { bernoulli } from "../library.mjs";
import { cannot } from "../verdicts.mjs";
import { define, dtypeNamed, given, isTensor } from "./define.mjs";

define("sum mean", "input dim keepdim * dtype", (name) => ({ input, dim, keepdim, dtype }) => {
  return bernoulli[name](input, dim, given({ keepdim, dtype: dtypeNamed(dtype) }));
});
define("var std", "input dim unbiased keepdim * correction", (name) => (bound) => {
  let { input, dim, unbiased, keepdim, correction } = bound;
  // The overload of (input, unbiased).
  if (typeof dim === "boolean") [dim, unbiased] = [undefined, dim];
  if (unbiased !== undefined) correction = unbiased ? 1 : 0;
  return bernoulli[name](input, dim, given({ correction, keepdim }));
});
define("max min", "input dim keepdim other", (name) => ({ input, dim, keepdim, other = dim }) => {
  if (isTensor(other)) return bernoulli[name](input, other);
  if (dim === undefined) return bernoulli[name](input);
  const { values, indices } = bernoulli[name](input, dim, given({ keepdim }));
  return [values, indices];
});
define(
  "argmax argmin",
  "input dim keepdim",
  (name) =>
    ({ input, dim, keepdim }) =>
      bernoulli[name](input, dim, given({ keepdim })),
);
const softmaxes = {
  softmax: bernoulli.softmax,
  log_softmax: bernoulli.logSoftmax,
  "nn.functional.softmin": bernoulli.F.softmin,
};
define("softmax log_softmax nn.functional.softmin", "input dim dtype", (name) => ({ input, dim, dtype }) => {
  const op = softmaxes[name];
  return op(input, dim, given({ dtype: dtypeNamed(dtype) }));
});

define("gather", "input dim index * sparse_grad out", () => ({ input, dim, index, sparse_grad, out }) => {
  if (sparse_grad === true) cannot("sparse or quantised", "sparse_grad");
  if (out !== undefined) cannot("out=", "gather");
  return bernoulli.gather(input, dim, index);
});
define("index_select", "input dim index * out", () => ({ input, dim, index, out }) => {
  if (out !== undefined) cannot("out=", "index_select");
  return bernoulli.indexSelect(input, dim, index);
});
define("scatter", "input dim index src * value reduce", () => (bound, inPlace) => {
  const { input, dim, index, src, value, reduce } = bound;
  return (inPlace ? bernoulli.scatter_ : bernoulli.scatter)(input, dim, index, src ?? value, given({ reduce }));
});
define(
  "scatter_add",
  "input dim index src",
  () =>
    ({ input, dim, index, src }, inPlace) =>
      (inPlace ? bernoulli.scatterAdd_ : bernoulli.scatterAdd)(input, dim, index, src),
);
