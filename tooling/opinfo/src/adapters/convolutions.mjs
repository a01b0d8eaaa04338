// Convolutions in one and three directions, transposed ones, and unfold.

import { bernoulli } from "../library.mjs";
import { define, given, pair, pairs } from "./define.mjs";

for (const rank of [1, 3]) {
  define(`nn.functional.conv${rank}d`, "input weight bias stride padding dilation groups", () => (bound) => {
    const { input, weight, bias, ...rest } = bound;
    return bernoulli.F[`conv${rank}d`](input, weight, bias ?? null, given(pairs(rest)));
  });
}
for (const rank of [1, 2, 3]) {
  define(
    `nn.functional.conv_transpose${rank}d`,
    "input weight bias stride padding output_padding groups dilation",
    () => (bound) => {
      const { input, weight, bias, output_padding: outputPadding, ...rest } = bound;
      const options = given(pairs({ ...rest, outputPadding }));
      return bernoulli.F[`convTranspose${rank}d`](input, weight, bias ?? null, options);
    },
  );
}
define("nn.functional.unfold", "input kernel_size dilation padding stride", () => (bound) => {
  const { input, kernel_size, ...rest } = bound;
  return bernoulli.F.unfold(input, pair(kernel_size), given(pairs(rest)));
});
