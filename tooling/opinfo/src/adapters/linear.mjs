// Products, convolutions in two directions, padding and dropout.

import { bernoulli } from "../library.mjs";
import { borrowed, define, given, pairs } from "./define.mjs";

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
