// What reduces into places or writes by them, and places as subscripts.

import { bernoulli } from "../library.mjs";
import { cannot } from "../verdicts.mjs";
import { define, given } from "./define.mjs";

const both = (name, inPlace) => (inPlace ? bernoulli[`${name}_`] : bernoulli[name]);
const noOut = (name, out) => {
  if (out !== undefined) cannot("out=", name);
};

define("scatter_reduce", "input dim index src reduce * include_self out", () => (bound, inPlace) => {
  const { input, dim, index, src, reduce, include_self, out } = bound;
  noOut("scatter_reduce", out);
  return both("scatterReduce", inPlace)(input, dim, index, src, reduce, given({ includeSelf: include_self }));
});
define("index_reduce", "input dim index source reduce * include_self out", () => (bound, inPlace) => {
  const { input, dim, index, source, reduce, include_self, out } = bound;
  noOut("index_reduce", out);
  return both("indexReduce", inPlace)(input, dim, index, source, reduce, given({ includeSelf: include_self }));
});
define(
  "put",
  "input index source accumulate",
  () =>
    ({ input, index, source, accumulate }, inPlace) =>
      both("put", inPlace)(input, index, source, given({ accumulate })),
);
define("nonzero_static", "input * size fill_value out", () => ({ input, size, fill_value, out }) => {
  noOut("nonzero_static", out);
  return bernoulli.nonzeroStatic(input, given({ size, fillValue: fill_value }));
});
define("unravel_index", "indices shape", () => ({ indices, shape }) => {
  return bernoulli.unravelIndex(indices, [shape].flat());
});
define("renorm", "input p dim maxnorm * out", () => ({ input, p, dim, maxnorm, out }, inPlace) => {
  noOut("renorm", out);
  return both("renorm", inPlace)(input, p, dim, maxnorm);
});
