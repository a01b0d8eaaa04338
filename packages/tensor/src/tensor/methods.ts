// Hangs the functions whose first argument is a tensor on its prototype: x.relu() is relu(x). The list below is the
// only one; names, types and docstrings are the functions' own.

import { backward } from "../autograd/backward.js";
import { registerHook } from "../autograd/hooks.js";
import { retainGrad } from "../autograd/retain-grad.js";
import { ArgumentError } from "../checks/errors.js";
import { half } from "../ops/creation/casts.js";
import { cpu, cuda } from "../ops/creation/to.js";
import * as ops from "../ops/methods.js";
import { adjoint, matrixTranspose, reversed } from "../ops/views/permute.js";
import type { DType } from "./dtype.js";
import { formatTensor } from "./print.js";
import { elementSize, isContiguous, isFloatingPoint, ndimension, nelement, stride, type } from "./questions.js";
import { item, read, toArray, toJSON, tolist, toPrimitive, toTypedArray } from "./reads.js";
import { Tensor } from "./tensor.js";

const functions = {
  ...ops,
  backward,
  cpu,
  cuda,
  elementSize,
  half,
  isContiguous,
  isFloatingPoint,
  item,
  ndimension,
  nelement,
  read,
  registerHook,
  retainGrad,
  stride,
  toArray,
  toJSON,
  tolist,
  toTypedArray,
  type,
};

type Functions = typeof functions;

// Overloads are inferred from their last signature: those of these are spelled out.
type Plain = Omit<Functions, "max" | "median" | "min" | "nanmedian" | "nonzero" | "stride" | "to" | "type">;

type AsMethod<F> = F extends (input: Tensor, ...rest: infer Rest extends readonly any[]) => infer Result
  ? (...rest: Rest) => Result
  : never;

/** The functions on tensors, as methods. */
export type TensorMethods = { [Name in keyof Plain]: AsMethod<Plain[Name]> } & OverloadedMethods & {
    /** A view with the dimensions in the opposite order: the transpose of a matrix. See https://pytorch.org/docs/stable/tensors.html#torch.Tensor.T. */
    readonly T: Tensor;
    /** A view of the transpose of a matrix: its numbers are real. See https://pytorch.org/docs/stable/tensors.html#torch.Tensor.H. */
    readonly H: Tensor;
    /** A view of the transpose of a matrix, or of each of a batch. See https://pytorch.org/docs/stable/tensors.html#torch.Tensor.mT. */
    readonly mT: Tensor;
    /** See {@link ops.to}. */
    to: ops.ToMethod;
    toString(): string;
    /** The parts along the first dimension, one after the other: `for (const row of x)`. */
    [Symbol.iterator](): IterableIterator<Tensor>;
  };

declare global {
  interface BernoulliTensorMethods extends TensorMethods {}
}

interface OverloadedMethods {
  /** See {@link ops.max}. */
  max(): Tensor;
  max(other: Tensor): Tensor;
  max(dim: number, options?: ops.ReduceOptions): ops.ExtremeResult;
  /** See {@link ops.median}. */
  median(): Tensor;
  median(dim: number, options?: ops.ReduceOptions): ops.ExtremeResult;
  /** See {@link ops.nanmedian}. */
  nanmedian(): Tensor;
  nanmedian(dim: number, options?: ops.ReduceOptions): ops.ExtremeResult;
  /** See {@link ops.min}. */
  min(): Tensor;
  min(other: Tensor): Tensor;
  min(dim: number, options?: ops.ReduceOptions): ops.ExtremeResult;
  /** See {@link ops.nonzero}. */
  nonzero(options: { readonly asTuple: true }): Tensor[];
  nonzero(options?: { readonly asTuple?: false }): Tensor;
  /** See {@link questions.stride}. */
  stride(): readonly number[];
  stride(dim: number): number;
  /** See {@link questions.type}. */
  type(): string;
  type(dtype: DType): Tensor;
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

for (const [name, get] of Object.entries({ T: reversed, H: adjoint, mT: matrixTranspose })) {
  Object.defineProperty(Tensor.prototype, name, {
    get(this: Tensor) {
      return get(this);
    },
    configurable: true,
  });
}

Object.defineProperty(Tensor.prototype, "toString", {
  value(this: Tensor) {
    return formatTensor(this);
  },
  configurable: true,
  writable: true,
});

Object.defineProperty(Tensor.prototype, Symbol.iterator, {
  *value(this: Tensor) {
    if (this.ndim === 0) throw new ArgumentError("iteration over a 0-d tensor; item() reads its number");
    for (let row = 0; row < this.shape[0]!; row++) yield ops.select(this, 0, row);
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
