// Arithmetic, comparisons, curves and choices, element by element.

import { bernoulli } from "../library.mjs";
import { cannot } from "../verdicts.mjs";
import { borrowed, define, elementwise, given, inPlaceOf, isTensor, named, tensorFirst } from "./define.mjs";

define(
  "abs neg sign exp log sqrt tanh sigmoid nn.functional.relu",
  "input inplace",
  (name) =>
    ({ input, inplace }, inPlace) => {
      const op = named(name);
      if (inPlace) return inPlaceOf(op)(input);
      return inplace ? inPlaceOf(op)(bernoulli.mul(input, 1)) : bernoulli[op](input);
    },
  elementwise,
);
define("add sub", "input other * alpha", (name) => ({ input, other, alpha }, inPlace) => {
  return (inPlace ? inPlaceOf(name) : bernoulli[name])(tensorFirst(input), other, given({ alpha }));
});
define(
  "mul",
  "input other",
  (name) =>
    ({ input, other }, inPlace) =>
      (inPlace ? inPlaceOf(name) : bernoulli[name])(tensorFirst(input), other),
  elementwise,
);
define(
  "div true_divide",
  "input other * rounding_mode",
  () =>
    ({ input, other, rounding_mode }, inPlace) =>
      (inPlace ? bernoulli.div_ : bernoulli.div)(tensorFirst(input), other, given({ roundingMode: rounding_mode })),
  elementwise,
);
define(
  "pow eq ne lt le gt ge",
  "input other exponent",
  (name) =>
    ({ input, other, exponent }, inPlace) =>
      (inPlace ? inPlaceOf(name) : bernoulli[name])(tensorFirst(input), other ?? exponent),
  elementwise,
);

// Python's operators with the sides exchanged: not names of ours, nor are numbers on the left.
const tensorRight = (value) => (isTensor(value) ? value : cannot("name", "an operator of two numbers"));
const left = (value) => (isTensor(value) ? value : cannot("name", "a number on the left of an operator"));
const reflected = { __rmod__: "remainder", __rand__: "bitwiseAnd", __ror__: "bitwiseOr", __rxor__: "bitwiseXor" };
define(
  "__radd__ __rmul__",
  "input other",
  (name) =>
    ({ input, other }) =>
      bernoulli[name.slice(3, -2)](input, other),
  borrowed,
);
define(
  "__rsub__ __rmatmul__",
  "input other",
  (name) =>
    ({ input, other }) =>
      bernoulli[name.slice(3, -2)](left(other), tensorRight(input)),
  borrowed,
);
define(
  "__rdiv__ __rpow__ __rmod__",
  "input other",
  (name) =>
    ({ input, other }) =>
      bernoulli[reflected[name] ?? name.slice(3, -2)](left(other), tensorRight(input)),
  { ...elementwise, ...borrowed },
);
define(
  "__rand__ __ror__ __rxor__",
  "input other",
  (name) =>
    ({ input, other }) =>
      bernoulli[reflected[name]](input, other),
  borrowed,
);
define(
  "rsub",
  "input other * alpha",
  () =>
    ({ input, other, alpha }) =>
      bernoulli.sub(left(other), input, given({ alpha })),
  borrowed,
);
define(
  "positive",
  "input",
  () =>
    ({ input }) =>
      input.dtype === "bool" ? cannot("name", "positive") : bernoulli.mul(input, 1),
  { ...elementwise, ...borrowed },
);

const clamp = ({ input, min, max }, inPlace) =>
  (inPlace ? bernoulli.clamp_ : bernoulli.clamp)(input, given({ min, max }));
define("clamp", "input min max", () => clamp, elementwise);
define("clamp_min", "input min", () => clamp, { ...elementwise, ...borrowed });
define("clamp_max", "input max", () => clamp, { ...elementwise, ...borrowed });
define(
  "where",
  "input condition other",
  () =>
    ({ input, condition, other }) =>
      bernoulli.where(condition, input, other),
  elementwise,
);
