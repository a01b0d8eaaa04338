// The same elements in other shapes and dtypes: joins, views, parts, copies and conversions.

import { bernoulli } from "../library.mjs";
import { elementsOf } from "../values.mjs";
import { cannot } from "../verdicts.mjs";
import { adapters, borrowed, define, dtypeNamed, isTensor, sizesIn } from "./define.mjs";

define("cat stack", "tensors dim * out", (name) => ({ tensors, dim, out }) => {
  if (out !== undefined) cannot("out=", name);
  return bernoulli[name](tensors, dim);
});
define(
  "view reshape",
  "input shape",
  (name) =>
    ({ input, shape }) =>
      bernoulli[name](input, sizesIn(shape)),
);
define(
  "view_as reshape_as",
  "input other",
  (name) =>
    ({ input, other }) =>
      bernoulli[name.slice(0, -3)](input, other.shape),
  borrowed,
);
define(
  "flatten",
  "input start_dim end_dim",
  () =>
    ({ input, start_dim, end_dim }) =>
      bernoulli.flatten(input, start_dim, end_dim),
);
define(
  "permute",
  "input dims",
  () =>
    ({ input, dims }) =>
      bernoulli.permute(input, dims),
);
define("transpose", "input dim0 dim1", () => ({ input, dim0, dim1 }, inPlace) => {
  if (inPlace) cannot("name", "transpose_");
  return bernoulli.transpose(input, dim0, dim1);
});
define(
  "t",
  "input",
  () =>
    ({ input }, inPlace) =>
      inPlace ? cannot("name", "t_") : bernoulli.t(input),
);
define(
  "T",
  "input",
  () =>
    ({ input }) =>
      input.ndim > 2 ? cannot("name", "T of more than two dimensions") : bernoulli.t(input),
  borrowed,
);
define(
  "expand broadcast_to",
  "input sizes size",
  () =>
    ({ input, sizes, size }) =>
      bernoulli.expand(input, sizesIn(sizes ?? size)),
);
adapters.broadcast_to.borrowed = true;
define(
  "expand_as",
  "input other",
  () =>
    ({ input, other }) =>
      bernoulli.expand(input, other.shape),
  borrowed,
);
define("squeeze unsqueeze", "input dim", (name) => ({ input, dim }, inPlace) => {
  if (inPlace) cannot("name", `${name}_`);
  return bernoulli[name](input, dim);
});
define("narrow", "input dim start length", () => ({ input, dim, start, length }) => {
  return bernoulli.narrow(input, dim, start, length);
});
define(
  "select",
  "input dim index",
  () =>
    ({ input, dim, index }) =>
      bernoulli.select(input, dim, index),
);
define("slice", "input dim start end step", () => (bound) => {
  const { input, dim, start, end, step } = bound;
  return bernoulli.slice(input, dim, start, end, step);
});
define(
  "clone contiguous",
  "input * memory_format",
  (name) =>
    ({ input }) =>
      bernoulli[name](input),
);
define("to", "input first second third fourth * device dtype non_blocking copy memory_format", () => (bound) => {
  const { input, first, second, dtype } = bound;
  const wanted = dtype ?? [first, second].find((value) => value?.dtype !== undefined);
  // Of one device there is nothing to choose.
  if (wanted === undefined) return input;
  return bernoulli.to(input, isTensor(wanted) ? wanted : dtypeNamed(wanted));
});

const casts = { bool: "bool", byte: "uint8", double: "float64", float: "float32", int: "int32" };
define(
  "bool byte double float int",
  "input * memory_format",
  (name) =>
    ({ input }) =>
      bernoulli.to(input, casts[name]),
  borrowed,
);
const ranges = { byte: [0, 255], int: [-(2 ** 31), 2 ** 31 - 1] };
/** What C leaves undefined, and PyTorch with it: a float beyond the range of the integer that it is cast to. */
const isDefinedCast =
  ([least, most]) =>
  ({ input: { tensor } }) => {
    const elements = elementsOf(tensor);
    const isFloat = tensor.dtype.startsWith("float");
    return (at) => !isFloat || (Math.trunc(elements[at]) >= least && Math.trunc(elements[at]) <= most);
  };
for (const [name, range] of Object.entries(ranges)) adapters[name].isDefined = isDefinedCast(range);
const wide = { float32: "float64", uint8: "int32" };
define(
  "item",
  "input",
  () =>
    ({ input }) =>
      bernoulli.tensor(input.item(), { dtype: wide[input.dtype] ?? input.dtype }),
);
