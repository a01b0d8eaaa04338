// Parts, turned and repeated tensors, and what is put together of them: chunk to cartesian_prod.

import { bernoulli } from "../library.mjs";
import { cannot } from "../verdicts.mjs";
import { borrowed, define, dtypeNamed, given, sizesIn } from "./define.mjs";

/** Without their twins in place. */
const plain = (name, call) => (bound, inPlace) => (inPlace ? cannot("name", `${name}_`) : call(bound));

define(
  "chunk",
  "input chunks dim",
  () =>
    ({ input, chunks, dim }) =>
      bernoulli.chunk(input, chunks, dim),
);
define(
  "split",
  "input split_size dim",
  () =>
    ({ input, split_size, dim }) =>
      bernoulli.split(input, split_size, dim),
);
define(
  "split_with_sizes",
  "input split_sizes dim",
  () =>
    ({ input, split_sizes, dim }) =>
      bernoulli.split(input, split_sizes, dim),
  borrowed,
);
define("tensor_split", "input tensor_indices_or_sections dim * indices sections", () => (bound) => {
  const { input, tensor_indices_or_sections, indices, sections, dim } = bound;
  return bernoulli.tensorSplit(input, tensor_indices_or_sections ?? indices ?? sections, dim);
});
define("hsplit vsplit dsplit", "input indices_or_sections * indices sections", (name) => (bound) => {
  const { input, indices_or_sections, indices, sections } = bound;
  return bernoulli[name](input, indices_or_sections ?? indices ?? sections);
});
define(
  "unbind",
  "input dim",
  () =>
    ({ input, dim }) =>
      bernoulli.unbind(input, dim),
);
define(
  "movedim",
  "input source destination",
  () =>
    ({ input, source, destination }) =>
      bernoulli.movedim(input, source, destination),
);
define(
  "unflatten",
  "input dim sizes",
  () =>
    ({ input, dim, sizes }) =>
      bernoulli.unflatten(input, dim, sizes),
);
define(
  "ravel",
  "input",
  () =>
    ({ input }) =>
      bernoulli.ravel(input),
);
define(
  "mT mH H",
  "input",
  (name) =>
    ({ input }) =>
      input[name],
);
const raised = { atleast_1d: "atleast1d", atleast_2d: "atleast2d", atleast_3d: "atleast3d" };
for (const [name, ours] of Object.entries(raised))
  define(name, "first second third fourth", () => ({ first, ...others }) => {
    const rest = Object.values(given(others));
    return rest.length === 0 ? bernoulli[ours](first) : bernoulli[ours](first, ...rest);
  });
define(
  "broadcast_tensors",
  "first second third fourth",
  () => (bound) => bernoulli.broadcastTensors(...Object.values(given(bound)).flat()),
);

define(
  "flip",
  "input dims",
  () =>
    ({ input, dims }) =>
      bernoulli.flip(input, dims),
);
define(
  "fliplr flipud",
  "input",
  (name) =>
    ({ input }) =>
      bernoulli[name](input),
);
define(
  "rot90",
  "input k dims",
  () =>
    ({ input, k, dims }) =>
      bernoulli.rot90(input, k, dims),
);
define(
  "roll",
  "input shifts dims",
  () =>
    ({ input, shifts, dims }) =>
      bernoulli.roll(input, shifts, dims),
);
define(
  "tril triu",
  "input diagonal",
  (name) =>
    ({ input, diagonal }, inPlace) =>
      bernoulli[inPlace ? `${name}_` : name](input, diagonal),
);
define("tril_indices triu_indices", "row col offset * dtype device layout", (name) => (bound) => {
  const { row, col, offset, dtype } = bound;
  const named = dtype?.dtype === "int64" ? undefined : dtypeNamed(dtype);
  return bernoulli[name === "tril_indices" ? "trilIndices" : "triuIndices"](row, col, offset, given({ dtype: named }));
});
define(
  "diagonal",
  "input offset dim1 dim2",
  () =>
    ({ input, offset, dim1, dim2 }) =>
      bernoulli.diagonal(input, offset, dim1, dim2),
);
define(
  "diagonal_copy",
  "input offset dim1 dim2",
  () =>
    ({ input, offset, dim1, dim2 }) =>
      bernoulli.clone(bernoulli.diagonal(input, offset, dim1, dim2)),
  borrowed,
);
define(
  "diag",
  "input diagonal",
  () =>
    ({ input, diagonal }) =>
      bernoulli.diag(input, diagonal),
);
define(
  "diag_embed",
  "input offset dim1 dim2",
  () =>
    ({ input, offset, dim1, dim2 }) =>
      bernoulli.diagEmbed(input, offset, dim1, dim2),
);
define(
  "unfold",
  "input dimension size step",
  () =>
    ({ input, dimension, size, step }) =>
      bernoulli.unfold(input, dimension, size, step),
);

const sizesOf = ({ first, second, third, fourth, fifth }) => sizesIn(first, [second, third, fourth, fifth]);
define(
  "repeat",
  "input first second third fourth fifth",
  () =>
    ({ input, ...sizes }) =>
      bernoulli.repeat(input, sizesOf(sizes)),
);
define(
  "tile",
  "input dims",
  () =>
    ({ input, dims }) =>
      bernoulli.tile(input, dims),
);
define("repeat_interleave", "input repeats dim * output_size", () => (bound) => {
  const { input, repeats, dim, output_size } = bound;
  return bernoulli.repeatInterleave(input, repeats, dim, given({ outputSize: output_size }));
});
define("meshgrid", "first second third fourth * indexing", () => ({ indexing, ...tensors }) => {
  return bernoulli.meshgrid(Object.values(given(tensors)).flat(), given({ indexing }));
});
define(
  "cartesian_prod",
  "first second third fourth fifth",
  () => (tensors) => bernoulli.cartesianProd(...Object.values(given(tensors))),
);
const stacks = { hstack: "hstack", vstack: "vstack", dstack: "dstack", column_stack: "columnStack" };
for (const [name, ours] of Object.entries(stacks))
  define(name, "tensors * out", () =>
    plain(name, ({ tensors, out }) => (out === undefined ? bernoulli[ours](tensors) : cannot("out=", name))),
  );
