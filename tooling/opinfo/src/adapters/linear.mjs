// Products, convolutions, pools, padding, dropout and losses.

import { bernoulli } from "../library.mjs";
import { borrowed, define, given, noArgument, pair, pairs } from "./define.mjs";

define(
  "matmul",
  "input other",
  () =>
    ({ input, other }) =>
      bernoulli.matmul(input, other),
);
define(
  "einsum",
  "operands equation",
  () =>
    ({ operands, equation }) =>
      bernoulli.einsum(equation, ...operands),
);
define(
  "nn.functional.linear",
  "input weight bias",
  () =>
    ({ input, weight, bias }) =>
      bernoulli.F.linear(input, weight, bias ?? null),
);

define("nn.functional.dropout", "input p training inplace", () => ({ input, p, training = true, inplace }) => {
  return bernoulli.F.dropout(inplace === true ? bernoulli.mul(input, 1) : input, given({ p, training, inplace }));
});
define("nn.functional.conv2d", "input weight bias stride padding dilation groups", () => (bound) => {
  const { input, weight, bias, ...rest } = bound;
  return bernoulli.F.conv2d(input, weight, bias ?? null, given(pairs(rest)));
});
define(
  "nn.functional.max_pool2d",
  "input kernel_size stride padding dilation ceil_mode return_indices",
  () =>
    ({ input, kernel_size, stride, padding, dilation, ceil_mode, return_indices }) => {
      const more = pairs({ stride, padding, dilation, ceilMode: ceil_mode, returnIndices: return_indices });
      const pooled = bernoulli.F.maxPool2d(input, pair(kernel_size), given(more));
      return return_indices === true ? [pooled.output, pooled.indices] : pooled;
    },
);
define(
  "nn.functional.avg_pool2d",
  "input kernel_size stride padding ceil_mode count_include_pad divisor_override",
  () => (bound) => {
    const { input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override } = bound;
    const more = {
      stride,
      padding,
      ceilMode: ceil_mode,
      countIncludePad: count_include_pad,
      divisorOverride: divisor_override,
    };
    return bernoulli.F.avgPool2d(input, pair(kernel_size), given(pairs(more)));
  },
);
define(
  "nn.functional.pad",
  "input pad mode value",
  () =>
    ({ input, pad, mode, value }) =>
      bernoulli.F.pad(input, pad, given({ mode, value: value })),
);
define(
  "constant_pad_nd",
  "input pad value",
  () =>
    ({ input, pad, value }) =>
      bernoulli.F.pad(input, pad, given({ value: value })),
  borrowed,
);
export const lossOptions = ({ weight, ignore_index, reduction, label_smoothing, size_average, reduce }) => {
  noArgument("size_average", size_average);
  noArgument("reduce", reduce);
  return given({ weight, ignoreIndex: ignore_index, reduction, labelSmoothing: label_smoothing });
};
export const lossParameters = "weight size_average ignore_index reduce reduction label_smoothing";
define("nn.functional.cross_entropy", `input target ${lossParameters}`, () => ({ input, target, ...rest }) => {
  return bernoulli.F.crossEntropy(input, target, lossOptions(rest));
});
define(
  "nn.functional.nll_loss",
  `input target ${lossParameters}`,
  () =>
    ({ input, target, ...rest }) =>
      bernoulli.F.nllLoss(input, target, lossOptions(rest)),
);
