// Functions of one and two numbers beyond arithmetic, steps, tests of numbers, logic, bits, blends and activations.

import { bernoulli } from "../library.mjs";
import { camelCase, define, elementwise, given, inPlaceOf, tensorFirst } from "./define.mjs";

const camel = (name) => camelCase(name.replace("nn.functional.", ""));

define(
  `sin cos tan asin acos atan sinh cosh asinh acosh atanh erf erfc erfinv lgamma log1p expm1 log2 log10 exp2
  rsqrt reciprocal square floor ceil trunc frac isnan isinf isfinite isposinf isneginf signbit logical_not bitwise_not
  deg2rad rad2deg`
    .split(/\s+/)
    .join(" "),
  "input",
  (name) =>
    ({ input }, inPlace) =>
      (inPlace ? inPlaceOf(camel(name)) : bernoulli[camel(name)])(input),
  elementwise,
);
/**
 * PyTorch's polygamma(1) has nine digits of float64. Below zero it loses those of π·x beside a pole, in both dtypes, and at a pole it is finite,
 * where ours is infinite, or NaN with what comes back.
 */
export function isTrigamma(x, ours, theirs, dtype) {
  const apart = Math.abs(x - Math.round(x));
  if (x <= 0 && apart === 0) return !Number.isFinite(ours) && Number.isFinite(theirs);
  const rounding = dtype === "float64" ? 2 ** -52 : 2 ** -23;
  const digits = (dtype === "float64" ? 1e-9 : 1e-6) + (x < 0 ? (4 * rounding * Math.abs(x)) / apart : 0);
  return (dtype === "float64" || x < 0) && Math.abs(ours - theirs) <= digits * Math.abs(theirs);
}
// Its values, and PyTorch's, are differences of logarithms and tangents.
export const digammaParts = { output: (x) => 1 + Math.abs(Math.log(Math.abs(x))), slope: () => 1 };
define(
  "digamma",
  "input",
  () =>
    ({ input }, inPlace) =>
      (inPlace ? inPlaceOf("digamma") : bernoulli.digamma)(input),
  {
    ...elementwise,
    parts: digammaParts,
    known: {
      key: "the slope of digamma",
      holds: (x, ours, theirs, { dtype, gradient }) => gradient !== null && isTrigamma(x, ours, theirs, dtype),
    },
  },
);
define(
  "round",
  "input * decimals",
  () =>
    ({ input, decimals }, inPlace) =>
      (inPlace ? bernoulli.round_ : bernoulli.round)(input, given({ decimals })),
  elementwise,
);
define(
  "nan_to_num",
  "input nan posinf neginf",
  () =>
    ({ input, nan, posinf, neginf }, inPlace) =>
      (inPlace ? inPlaceOf("nanToNum") : bernoulli.nanToNum)(input, given({ nan, posinf, neginf })),
  elementwise,
);
define(
  `atan2 hypot xlogy copysign heaviside fmod remainder floor_divide maximum minimum fmax fmin
  logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor bitwise_left_shift bitwise_right_shift`
    .split(/\s+/)
    .join(" "),
  "input other values",
  (name) =>
    ({ input, other, values }, inPlace) =>
      (inPlace ? inPlaceOf(camel(name)) : bernoulli[camel(name)])(tensorFirst(input), other ?? values),
  elementwise,
);
// What they give may be near 0 where their inputs are not, and is what is left of those.
define(
  "logaddexp logaddexp2",
  "input other",
  (name) =>
    ({ input, other }, inPlace) =>
      (inPlace ? inPlaceOf(name) : bernoulli[name])(tensorFirst(input), other),
);
define(
  "lerp",
  "input end weight",
  () =>
    ({ input, end, weight }, inPlace) =>
      (inPlace ? inPlaceOf("lerp") : bernoulli.lerp)(input, end, weight),
);
define(
  "addcmul addcdiv",
  "input tensor1 tensor2 * value",
  (name) =>
    ({ input, tensor1, tensor2, value }, inPlace) =>
      (inPlace ? inPlaceOf(name) : bernoulli[name])(input, tensor1, tensor2, given({ value })),
);

/** Activations: what is not given has PyTorch's default. In place they take an option of that name. */
function activation(names, parameters, options, more = elementwise) {
  define(
    names,
    `input ${parameters} inplace`,
    (name) => (bound, inPlace) => {
      const { input, inplace } = bound;
      const op = bernoulli[camel(name)];
      const own = given(options(bound));
      if (inPlace || inplace) return op(inPlace ? input : bernoulli.mul(input, 1), { ...own, inplace: true });
      return op(input, own);
    },
    more,
  );
}
activation("nn.functional.silu nn.functional.mish nn.functional.selu nn.functional.relu6", "", () => ({}));
activation("nn.functional.hardswish", "", () => ({}));
// PyTorch's slope is float32's sixth, in float64 too: that, to the last digits, and nothing else.
activation("nn.functional.hardsigmoid", "", () => ({}), {
  ...elementwise,
  known: {
    key: "the sixth of hardsigmoid",
    holds: (_, ours, theirs, { dtype, gradient }) =>
      dtype === "float64" &&
      gradient !== null &&
      Math.abs(ours * 6 * Math.fround(1 / 6) - theirs) <= 1e-14 * Math.abs(theirs),
  },
});
activation("nn.functional.elu nn.functional.celu", "alpha", ({ alpha }) => ({ alpha }));
activation("nn.functional.leaky_relu", "negative_slope", ({ negative_slope }) => ({ negativeSlope: negative_slope }));
activation("nn.functional.hardtanh", "min_val max_val", ({ min_val, max_val }) => ({
  minVal: min_val,
  maxVal: max_val,
}));
define(
  "nn.functional.rrelu",
  "input lower upper training inplace",
  () =>
    ({ input, lower, upper, training, inplace }, inPlace) =>
      bernoulli.rrelu(
        inplace && !inPlace ? bernoulli.mul(input, 1) : input,
        given({ lower, upper, training, inplace: inPlace || inplace }),
      ),
  elementwise,
);
define(
  "nn.functional.threshold",
  "input threshold value inplace",
  () =>
    ({ input, threshold, value, inplace }, inPlace) =>
      bernoulli.threshold(
        inplace && !inPlace ? bernoulli.mul(input, 1) : input,
        threshold,
        value,
        given({ inplace: inPlace || inplace }),
      ),
  elementwise,
);
define(
  "nn.functional.softsign nn.functional.logsigmoid",
  "input",
  (name) =>
    ({ input }) =>
      bernoulli[camel(name)](input),
  elementwise,
);
// Of these little is left where two parts nearly cancel, in PyTorch too: they are as near as the parts are large. For gelu those are x and what
// of it the error function takes away, for tanhshrink x and its tangent, for sinc the sine of a large angle, and in its slope two that are divided by x.
define(
  "nn.functional.gelu",
  "input * approximate",
  () =>
    ({ input, approximate }) =>
      bernoulli.gelu(input, given({ approximate })),
  { ...elementwise, parts: { output: Math.abs, slope: () => 1 } },
);
const shrunk =
  (name) =>
  ({ input }, inPlace) =>
    (inPlace ? inPlaceOf(name) : bernoulli[camel(name)])(input);
define("nn.functional.tanhshrink", "input", shrunk, {
  ...elementwise,
  parts: { output: Math.abs, slope: () => 1 },
});
define("sinc", "input", shrunk, {
  ...elementwise,
  parts: { output: () => 1, slope: (x) => 1 + 1 / Math.abs(x) },
});
define(
  "nn.functional.softplus",
  "input beta threshold",
  () =>
    ({ input, beta, threshold }) =>
      bernoulli.softplus(input, given({ beta, threshold })),
  elementwise,
);
define(
  "nn.functional.hardshrink nn.functional.softshrink",
  "input lambd",
  (name) =>
    ({ input, lambd }) =>
      bernoulli[camel(name)](input, given({ lambd })),
  elementwise,
);
define(
  "nn.functional.prelu",
  "input weight",
  () =>
    ({ input, weight }) =>
      bernoulli.prelu(input, weight),
);
define(
  "nn.functional.glu",
  "input dim",
  () =>
    ({ input, dim }) =>
      bernoulli.glu(input, dim),
  elementwise,
);
