// Hangs the functions whose first argument is a tensor on its prototype: x.relu() is relu(x). Names, types and docstrings are the
// functions' own.

import "../autograd/views.js";
import { backward } from "../autograd/backward.js";
import { registerHook } from "../autograd/hooks.js";
import { retainGrad } from "../autograd/retain-grad.js";
import {
  abs,
  add,
  add_,
  addcdiv_,
  addcmul_,
  argmax,
  argmin,
  bernoulli_,
  clamp,
  clamp_,
  clone,
  contiguous,
  copy_,
  detach,
  div,
  div_,
  type ExtremeResult,
  eq,
  exp,
  expand,
  fill_,
  flatten,
  gather,
  ge,
  gt,
  indexSelect,
  le,
  log,
  logSoftmax,
  lt,
  matmul,
  max,
  mean,
  min,
  mul,
  mul_,
  narrow,
  ne,
  neg,
  normal_,
  permute,
  pow,
  type ReduceOptions,
  relu,
  relu_,
  reshape,
  scatter,
  scatter_,
  scatterAdd,
  scatterAdd_,
  select,
  sigmoid,
  sigmoid_,
  sign,
  slice,
  softmax,
  sqrt,
  squeeze,
  std,
  sub,
  sub_,
  sum,
  t,
  tanh,
  tanh_,
  to,
  transpose,
  uniform_,
  unsqueeze,
  var as variance,
  view,
  zero_,
} from "../ops/methods.js";
import { formatTensor } from "./print.js";
import { item, read, toArray, toJSON, toPrimitive, toTypedArray } from "./reads.js";
import { Tensor } from "./tensor.js";

// By name, not as the module they come from: an object of a whole module would be in every bundle, also in the lean ones.
const ops = {
  abs,
  add,
  add_,
  addcdiv_,
  addcmul_,
  argmax,
  argmin,
  bernoulli_,
  clamp,
  clamp_,
  clone,
  contiguous,
  copy_,
  detach,
  div,
  div_,
  eq,
  exp,
  expand,
  fill_,
  flatten,
  gather,
  ge,
  gt,
  indexSelect,
  le,
  log,
  logSoftmax,
  lt,
  matmul,
  max,
  mean,
  min,
  mul,
  mul_,
  narrow,
  ne,
  neg,
  normal_,
  permute,
  pow,
  relu,
  relu_,
  reshape,
  scatter,
  scatter_,
  scatterAdd,
  scatterAdd_,
  select,
  sigmoid,
  sigmoid_,
  sign,
  slice,
  softmax,
  sqrt,
  squeeze,
  std,
  sub,
  sub_,
  sum,
  t,
  tanh,
  tanh_,
  to,
  transpose,
  uniform_,
  unsqueeze,
  var: variance,
  view,
  zero_,
} satisfies Omit<typeof import("../ops/methods.js"), never>;

const functions = { ...ops, backward, item, read, registerHook, retainGrad, toArray, toJSON, toTypedArray };

type Functions = typeof functions;

// Overloads are inferred from their last signature: those of max and min are spelled out.
type Plain = Omit<Functions, "max" | "min">;

type AsMethod<F> = F extends (input: Tensor, ...rest: infer Rest extends readonly any[]) => infer Result
  ? (...rest: Rest) => Result
  : never;

/** The functions on tensors, as methods. */
export type TensorMethods = { [Name in keyof Plain]: AsMethod<Plain[Name]> } & ExtremeMethods & { toString(): string };

declare global {
  interface BernoulliTensorMethods extends TensorMethods {}
}

interface ExtremeMethods {
  /** See {@link max}. */
  max(): Tensor;
  max(other: Tensor): Tensor;
  max(dim: number, options?: ReduceOptions): ExtremeResult;
  /** See {@link min}. */
  min(): Tensor;
  min(other: Tensor): Tensor;
  min(dim: number, options?: ReduceOptions): ExtremeResult;
}

for (const [name, fn] of Object.entries(functions)) {
  Object.defineProperty(Tensor.prototype, name, {
    value(this: Tensor, ...rest: unknown[]) {
      return (fn as (input: Tensor, ...rest: unknown[]) => unknown)(this, ...rest);
    },
    configurable: true,
    writable: true,
  });
}

Object.defineProperty(Tensor.prototype, "toString", {
  value(this: Tensor) {
    return formatTensor(this);
  },
  configurable: true,
  writable: true,
});

Object.defineProperty(Tensor.prototype, Symbol.toPrimitive, {
  value(this: Tensor, hint: string) {
    return toPrimitive(this, hint);
  },
  configurable: true,
});

// What console.log shows in Node; the symbol is the same in every realm, and browsers ignore it.
Object.defineProperty(Tensor.prototype, Symbol.for("nodejs.util.inspect.custom"), {
  value(this: Tensor) {
    return formatTensor(this);
  },
  configurable: true,
  writable: true,
});
