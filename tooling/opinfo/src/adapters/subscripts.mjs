// x[...], and what takes or puts elements by indices or masks.

import { bernoulli } from "../library.mjs";
import { cannot } from "../verdicts.mjs";
import { define, given, isTensor } from "./define.mjs";

const both = (name, inPlace) => (inPlace ? bernoulli[`${name}_`] : bernoulli[name]);
const noOut = (name, out) => {
  if (out !== undefined) cannot("out=", name);
};

/** An index as `at` takes it. */
function indexOf(part) {
  if (part === undefined) return null;
  if (part?.ellipsis === true) return "...";
  if (!Array.isArray(part?.slice)) return part;
  const [start, end, step] = part.slice;
  return `${start ?? ""}:${end === Number.POSITIVE_INFINITY ? "" : (end ?? "")}:${step ?? ""}`;
}

define("__getitem__", "input index", () => ({ input, index }) => {
  const parts = index?.isTuple ? index : [index];
  return bernoulli.at(input, ...parts.map(indexOf));
});
define(
  "index_put",
  "input indices values accumulate",
  () =>
    ({ input, indices, values, accumulate }, inPlace) =>
      both("indexPut", inPlace)(input, indices, values, given({ accumulate })),
);
define(
  "masked_fill",
  "input mask value",
  () =>
    ({ input, mask, value }, inPlace) =>
      both("maskedFill", inPlace)(input, mask, value),
);
define(
  "masked_scatter",
  "input mask source",
  () =>
    ({ input, mask, source }, inPlace) =>
      both("maskedScatter", inPlace)(input, mask, source),
);
define("masked_select", "input mask * out", () => ({ input, mask, out }) => {
  noOut("masked_select", out);
  return bernoulli.maskedSelect(input, mask);
});
define("nonzero", "input * as_tuple out", () => ({ input, as_tuple, out }) => {
  noOut("nonzero", out);
  return as_tuple === true ? bernoulli.nonzero(input, { asTuple: true }) : bernoulli.nonzero(input);
});
define(
  "argwhere",
  "input",
  () =>
    ({ input }) =>
      bernoulli.argwhere(input),
);
define("take", "input index * out", () => ({ input, index, out }) => {
  noOut("take", out);
  return bernoulli.take(input, index);
});
define("take_along_dim", "input indices dim * out", () => ({ input, indices, dim, out }) => {
  noOut("take_along_dim", out);
  return bernoulli.takeAlongDim(input, indices, dim ?? undefined);
});
define(
  "index_add",
  "input dim index source * alpha out",
  () =>
    ({ input, dim, index, source, alpha, out }, inPlace) => {
      noOut("index_add", out);
      return both("indexAdd", inPlace)(input, dim, index, source, given({ alpha }));
    },
);
define("index_copy", "input dim index source * out", () => ({ input, dim, index, source, out }, inPlace) => {
  noOut("index_copy", out);
  return both("indexCopy", inPlace)(input, dim, index, source);
});
define("index_fill", "input dim index value", () => ({ input, dim, index, value }, inPlace) => {
  if (isTensor(value) && value.ndim > 0) cannot("name", "index_fill of a row");
  return both("indexFill", inPlace)(input, dim, index, value);
});
