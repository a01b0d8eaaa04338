// Hangs the functions whose first argument is a tensor on its prototype: x.relu() is relu(x). Which those are, method-list.ts says; types and
// docstrings are the functions' own.

import { ArgumentError } from "../checks/errors.js";
import type * as ops from "../ops/methods.js";
import { adjoint, matrixAdjoint, matrixTranspose, reversed } from "../ops/views/permute.js";
import { select } from "../ops/views/slice.js";
import type { DType } from "./dtype.js";
import type { DocumentedFunctions } from "./method-docs.js";
import { functions } from "./method-list.js";
import { formatTensor } from "./print.js";
import type * as questions from "./questions.js";
import { elementSize } from "./questions.js";
import { toPrimitive } from "./reads.js";
import { Tensor } from "./tensor.js";

// Overloads are inferred from their last signature: those of these are spelled out.
type Plain = Omit<DocumentedFunctions, "max" | "median" | "min" | "nanmedian" | "nonzero" | "stride" | "to" | "type">;

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
    /** The same as `mT`: its numbers are real. See https://pytorch.org/docs/stable/tensors.html#torch.Tensor.mH. */
    readonly mH: Tensor;
    /** The bytes of all elements. See https://pytorch.org/docs/stable/generated/torch.Tensor.nbytes.html. */
    readonly nbytes: number;
    /** The bytes of an element, as `elementSize()`. See https://pytorch.org/docs/stable/generated/torch.Tensor.itemsize.html. */
    readonly itemsize: number;
    /** Whether the device is `"cpu"`. See https://pytorch.org/docs/stable/generated/torch.Tensor.is_cuda.html. */
    readonly isCpu: boolean;
    /** Whether it lies on a graphics card: there is none. See https://pytorch.org/docs/stable/generated/torch.Tensor.is_cuda.html. */
    readonly isCuda: boolean;
    /** In another dtype, on another device, or both: {@link ops.to}. See https://pytorch.org/docs/stable/generated/torch.Tensor.to.html. */
    to: ops.ToMethod;
    /** The tensor as PyTorch prints it. See https://pytorch.org/docs/stable/generated/torch.set_printoptions.html. */
    toString(): string;
    /** The parts along the first dimension, one after the other: `for (const row of x)`. */
    [Symbol.iterator](): IterableIterator<Tensor>;
  };

declare global {
  interface BernoulliTensorMethods extends TensorMethods {}
}

interface OverloadedMethods {
  /** The largest element, the larger of two tensors, or the largest along a dimension and its place: {@link ops.max}. See https://pytorch.org/docs/stable/generated/torch.max.html. */
  max(): Tensor;
  max(other: Tensor): Tensor;
  max(...rest: ops.AlongDim): ops.ExtremeResult;
  /** The median of all elements, or along a dimension and its place: {@link ops.median}. See https://pytorch.org/docs/stable/generated/torch.median.html. */
  median(): Tensor;
  median(...rest: ops.AlongDim): ops.ExtremeResult;
  /** The median of what is not NaN, of all elements, or along a dimension and its place: {@link ops.nanmedian}. See https://pytorch.org/docs/stable/generated/torch.nanmedian.html. */
  nanmedian(): Tensor;
  nanmedian(...rest: ops.AlongDim): ops.ExtremeResult;
  /** The smallest element, the smaller of two tensors, or the smallest along a dimension and its place: {@link ops.min}. See https://pytorch.org/docs/stable/generated/torch.min.html. */
  min(): Tensor;
  min(other: Tensor): Tensor;
  min(...rest: ops.AlongDim): ops.ExtremeResult;
  /** The places of what is not zero: a matrix, or a vector for each dimension: {@link ops.nonzero}. See https://pytorch.org/docs/stable/generated/torch.nonzero.html. */
  nonzero(options: { readonly asTuple: true }): Tensor[];
  nonzero(options?: { readonly asTuple?: false }): Tensor;
  /** Steps between neighbours along each dimension, or one: {@link questions.stride}. See https://pytorch.org/docs/stable/generated/torch.Tensor.stride.html. */
  stride(): readonly number[];
  stride(dim: number): number;
  /** In another dtype, or the name of its own: {@link questions.type}. See https://pytorch.org/docs/stable/generated/torch.Tensor.type.html. */
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

const getters: Readonly<Record<string, (input: Tensor) => unknown>> = {
  T: reversed,
  H: adjoint,
  mT: matrixTranspose,
  mH: matrixAdjoint,
  nbytes: (input) => input.numel() * elementSize(input),
  itemsize: elementSize,
  isCpu: ({ device }) => device === "cpu",
  isCuda: () => false,
};

for (const [name, get] of Object.entries(getters)) {
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
    for (let row = 0; row < this.shape[0]!; row++) yield select(this, 0, row);
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
