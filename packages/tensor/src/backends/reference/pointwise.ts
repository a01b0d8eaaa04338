// Pointwise kernels of the reference backend: a formula each. Values are computed as float64 and rounded when stored,
// which for +, −, ·, / and √ gives the correctly rounded float32.

import type { Kernel, KernelAttributes, KernelName } from "../kernels.js";
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

// The float64 product of two int32 may be inexact in the bits that are kept.
const integerProduct: Kernel<"mul"> = binary((a, b) => Math.imul(a, b));

export const pointwiseKernels = {
  add: binary<"add">((a, b, { alpha }) => a + alpha * b),
  mul: binary<"mul">((a, b) => a * b),
  integerProduct,
  div: binary<"div">((a, b) => a / b),
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
  copy: unary<"copy">((x) => x),
  fill: ((_, [output], { value }) => {
    const write = writer(output);
    for (let at = 0; at < count(output); at++) write(at, value);
  }) satisfies Kernel<"fill">,
  arange: ((_, [output], { start, step }) => {
    const write = writer(output);
    for (let at = 0; at < count(output); at++) write(at, start + at * step);
  }) satisfies Kernel<"arange">,
};
