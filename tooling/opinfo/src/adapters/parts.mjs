// Views as copies and parts put into a whole: what PyTorch has of them beside layouts.mjs and shapes.mjs.

import { bernoulli } from "../library.mjs";
import { cannot } from "../verdicts.mjs";
import { borrowed, define, given, sizesIn } from "./define.mjs";

/** Names of ours as they are, and their parameters in our order. */
const same = (name, parameters, ours, more) => {
  const names = parameters.split(" ");
  const run = (bound) => ours(...names.map((one) => bound[one]));
  define(name, parameters, () => (bound, inPlace) => (inPlace ? cannot("name", `${name}_`) : run(bound)), more);
};

same("diagonal_scatter", "input src offset dim1 dim2", bernoulli.diagonalScatter);
same("select_scatter", "input src dim index", bernoulli.selectScatter);
same("slice_scatter", "input src dim start end step", bernoulli.sliceScatter);
same("as_strided", "input size stride storage_offset", bernoulli.asStrided);
// PyTorch's gradient of the input is that of the source, and of nothing else.
same("as_strided_scatter", "input src size stride storage_offset", bernoulli.asStridedScatter, {
  known: {
    key: "the slope of as_strided_scatter",
    holds: (_, ours, theirs, { gradient }) => gradient === 0 && (ours === 0 || theirs === 0),
  },
});
same("narrow_copy", "input dim start length", bernoulli.narrowCopy);
same("unsafe_chunk", "input chunks dim", bernoulli.unsafeChunk);
same("unsafe_split", "input split_size dim", bernoulli.unsafeSplit);
same("diagflat", "input offset", bernoulli.diagflat);

const sizesOf = ({ first, second, third }) => sizesIn(first, [second, third]);
define(
  "sum_to_size",
  "input first second third",
  () =>
    ({ input, ...sizes }) =>
      bernoulli.sumToSize(input, sizesOf(sizes)),
);
define(
  "broadcast_shapes",
  "first second third fourth fifth",
  () => (bound) =>
    bernoulli
      .broadcastShapes(...Object.values(given(bound)).map((shape) => [shape].flat()))
      .map((size) => bernoulli.tensor(size, { dtype: "int32" })),
);
define("block_diag", "first second third fourth", () => (bound) => bernoulli.blockDiag(...Object.values(given(bound))));
define(
  "combinations",
  "input r with_replacement",
  () =>
    ({ input, r, with_replacement }) =>
      bernoulli.combinations(input, r, given({ withReplacement: with_replacement })),
);

// Views as copies: no names of ours, since clone makes them.
const copies = {
  alias_copy: ["input", (input) => input],
  as_strided_copy: ["input size stride storage_offset", bernoulli.asStrided],
  expand_copy: ["input size", (input, size) => bernoulli.expand(input, size)],
  permute_copy: ["input dims", bernoulli.permute],
  split_with_sizes_copy: ["input split_sizes dim", bernoulli.split],
  squeeze_copy: ["input dim", bernoulli.squeeze],
  t_copy: ["input", bernoulli.t],
  transpose_copy: ["input dim0 dim1", bernoulli.transpose],
  unbind_copy: ["input dim", bernoulli.unbind],
  unfold_copy: ["input dimension size step", bernoulli.unfold],
  unsqueeze_copy: ["input dim", bernoulli.unsqueeze],
  view_copy: ["input shape", (input, shape) => bernoulli.view(input, sizesIn(shape))],
};
for (const [name, [parameters, view]] of Object.entries(copies)) {
  const copy = (...values) => {
    const shown = view(...values);
    return Array.isArray(shown) ? shown.map((one) => bernoulli.clone(one)) : bernoulli.clone(shown);
  };
  same(name, parameters, copy, borrowed);
}
