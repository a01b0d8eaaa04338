// Pointwise kernels of the reference backend: a formula each. Values are computed as float64 and rounded when stored,
// which for +, −, ·, / and √ gives the correctly rounded float32.

import { isFloating } from "../../dtype.js";
import { ArgumentError } from "../../errors.js";
import type { Kernel, KernelAttributes, KernelName, Operand } from "../kernels.js";
import { count, reader, writer } from "./elements.js";

type Unary<K extends KernelName> = (x: number, attributes: KernelAttributes[K]) => number;
type Binary<K extends KernelName> = (a: number, b: number, attributes: KernelAttributes[K]) => number;
type Ternary<K extends KernelName> = (a: number, b: number, c: number, attributes: KernelAttributes[K]) => number;

function unary<K extends KernelName>(formula: Unary<K>): Kernel<K> {
  return ([input], [output], attributes) => {
    const read = reader(input);
    const write = writer(output);
    for (let at = 0; at < count(output); at++) write(at, formula(read(at), attributes));
  };
}

function binary<K extends KernelName>(formula: Binary<K>): Kernel<K> {
  return ([input, other], [output], attributes) => {
    const a = reader(input);
    const b = reader(other);
    const write = writer(output);
    for (let at = 0; at < count(output); at++) write(at, formula(a(at), b(at), attributes));
  };
}

function ternary<K extends KernelName>(formula: Ternary<K>): Kernel<K> {
  return ([first, second, third], [output], attributes) => {
    const a = reader(first);
    const b = reader(second);
    const c = reader(third);
    const write = writer(output);
    for (let at = 0; at < count(output); at++) write(at, formula(a(at), b(at), c(at), attributes));
  };
}

/** aᵇ modulo 2³². Below 0 only ±1 has a whole power. */
function integerPower(a: number, b: number): number {
  if (b < 0) return a === 1 ? 1 : a === -1 ? (b % 2 === 0 ? 1 : -1) : 0;
  let [power, base] = [1, a];
  for (let rest = b; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = Math.imul(power, base);
    base = Math.imul(base, base);
  }
  return power;
}

/** For integers: float64 products may be inexact in the bits that are kept. Bytes wrap when stored. */
export const integerKernels = {
  add: binary<"add">((a, b, { alpha }) => a + Math.imul(alpha, b)),
  mul: binary<"mul">((a, b) => Math.imul(a, b)),
  pow: binary<"pow">((a, b) => integerPower(a, b)),
  addcmul: ternary<"addcmul">((x, a, b, { value }) => x + Math.imul(Math.imul(value, a), b)),
};

/** For bools, of which a sum is an or. */
export const boolAdd: Kernel<"add"> = binary((a, b, { alpha }) => (a !== 0 || (alpha !== 0 && b !== 0) ? 1 : 0));

/** PyTorch's floor division of floats: by the remainder, so that a quotient that rounding lifts to a whole one is not it. */
function floorDivided(a: number, b: number, round: (x: number) => number): number {
  if (b === 0) return round(a / b);
  const remainder = a % b;
  let quotient = round(round(a - remainder) / b);
  if (remainder !== 0 && b < 0 !== remainder < 0) quotient = round(quotient - 1);
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? round(floor + 1) : floor;
}

const divRounded: Kernel<"divRounded"> = (inputs, outputs, attributes) => {
  const { dtype } = outputs[0] as Operand;
  const round = dtype === "float32" ? Math.fround : (x: number) => x;
  const formula: Binary<"divRounded"> = (a, b, { rounding }) => {
    if (!isFloating(dtype)) {
      if (b === 0)
        throw new ArgumentError(
          "div: ZeroDivisionError: an integer was divided by zero; divide floats, or without roundingMode",
        );
      return rounding === "floor" ? Math.floor(a / b) : Math.trunc(a / b);
    }
    return rounding === "floor" ? floorDivided(a, b, round) : Math.trunc(round(a / b));
  };
  binary(formula)(inputs, outputs, attributes);
};

/** What does not fit an int32 becomes its least, as on x86 and so in PyTorch there; bytes wrap. */
const toInt32 = (x: number): number => (x < 2 ** 31 && x > -(2 ** 31) - 1 ? x : -(2 ** 31));

const copy: Kernel<"copy"> = (inputs, outputs, attributes) => {
  const narrows = outputs[0]!.dtype === "int32" && isFloating(inputs[0]!.dtype);
  unary<"copy">(narrows ? toInt32 : (x) => x)(inputs, outputs, attributes);
};

export const pointwiseKernels = {
  add: binary<"add">((a, b, { alpha }) => a + alpha * b),
  mul: binary<"mul">((a, b) => a * b),
  div: binary<"div">((a, b) => a / b),
  divRounded,
  maximum: binary<"maximum">((a, b) => Math.max(a, b)),
  minimum: binary<"minimum">((a, b) => Math.min(a, b)),
  clampTensor: ternary<"clampTensor">((x, min, max) => Math.min(Math.max(x, min), max)),
  // C and PyTorch say 1 where JavaScript says NaN: 1 to any power, and −1 to an infinite one.
  pow: binary<"pow">((a, b) => (a === 1 || (a === -1 && Math.abs(b) === Number.POSITIVE_INFINITY) ? 1 : a ** b)),
  neg: unary<"neg">((x) => -x),
  exp: unary<"exp">(Math.exp),
  log: unary<"log">(Math.log),
  sqrt: unary<"sqrt">(Math.sqrt),
  tanh: unary<"tanh">(Math.tanh),
  sigmoid: unary<"sigmoid">((x) => 1 / (1 + Math.exp(-x))),
  abs: unary<"abs">(Math.abs),
  sign: unary<"sign">((x) => (x > 0 ? 1 : x < 0 ? -1 : 0)),
  clamp: unary<"clamp">((x, { min, max }) => Math.min(Math.max(x, min), max)),
  // biome-ignore lint/complexity/useMathMinMax: Math.max would make 0 of −0, which PyTorch keeps
  relu: unary<"relu">((x) => (x < 0 ? 0 : x)),
  reluBackward: binary<"reluBackward">((grad, output) => (output <= 0 ? 0 : grad)),
  addcmul: ternary<"addcmul">((x, a, b, { value }) => x + value * a * b),
  addcdiv: ternary<"addcdiv">((x, a, b, { value }) => x + (value * a) / b),
  eq: binary<"eq">((a, b) => (a === b ? 1 : 0)),
  ne: binary<"ne">((a, b) => (a !== b ? 1 : 0)),
  lt: binary<"lt">((a, b) => (a < b ? 1 : 0)),
  le: binary<"le">((a, b) => (a <= b ? 1 : 0)),
  gt: binary<"gt">((a, b) => (a > b ? 1 : 0)),
  ge: binary<"ge">((a, b) => (a >= b ? 1 : 0)),
  where: ternary<"where">((condition, a, b) => (condition !== 0 ? a : b)),
  maskedScale: binary<"maskedScale">((x, kept, { scale }) => x * (kept !== 0 ? scale : 0)),
  copy,
  fill: ((_, [output], { value }) => {
    const write = writer(output);
    for (let at = 0; at < count(output); at++) write(at, value);
  }) satisfies Kernel<"fill">,
  arange: ((_, [output], { start, step }) => {
    const write = writer(output);
    for (let at = 0; at < count(output); at++) write(at, start + at * step);
  }) satisfies Kernel<"arange">,
};
