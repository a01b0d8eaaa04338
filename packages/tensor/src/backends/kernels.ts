// The contract between ops and backends: every kernel by name, with its attributes and the dtypes it serves.
// A backend fills the table below; one with a kernel or a dtype missing does not compile. No loops here.

import type { Storage } from "../memory/storage.js";
import type { Generator } from "../random/generator.js";
import type { DType } from "../tensor/dtype.js";
import { allDTypes, floatingDTypes, numericDTypes } from "../tensor/dtype.js";

/** What a kernel sees of a tensor: elements of `storage` at `offset`, walked by `strides`, all counted in elements. */
export interface Operand {
  readonly storage: Storage;
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

/** A pair of (vertical, horizontal). */
export type Pair = readonly [number, number];

export interface ConvolutionAttributes {
  readonly stride: Pair;
  readonly padding: Pair;
  readonly dilation: Pair;
  readonly groups: number;
}

export interface PoolingAttributes {
  readonly kernelSize: Pair;
  readonly stride: Pair;
  readonly padding: Pair;
  readonly dilation: Pair;
}

export interface AveragePoolingAttributes extends Omit<PoolingAttributes, "dilation"> {
  /** Whether the border of zeros counts when the mean is taken. */
  readonly countIncludePad: boolean;
  /** What every sum is divided by instead. */
  readonly divisorOverride: number | null;
}

export interface IndexingAttributes {
  readonly dim: number;
  /** The op to name where an index leads out of `dim`: the kernel looks before it writes. Null: none does. */
  readonly checks: string | null;
}

type None = Readonly<Record<never, never>>;

/**
 * The attributes of each kernel. Inputs and outputs, unless said otherwise, are of one shape and one dtype, inputs
 * with any strides (broadcasting is done beforehand by expanding: a stride of 0). Outputs are contiguous, but for
 * pointwise kernels, which also serve the in-place ops: there the output may be strided and may be the very operand
 * that is the first input. An output of no elements never reaches a kernel; an input of none may.
 */
export interface KernelAttributes {
  /** input / other, cut or rounded down; integers must not be divided by zero */
  divRounded: { readonly rounding: "trunc" | "floor" };
  /** Converts and lays out anew: any dtype → any dtype, any strides → any strides. Pointwise. */
  copy: None;
  /** () → every element `value`. Pointwise: the output may be strided. */
  fill: { readonly value: number };
  /** () → start + i · step */
  arange: { readonly start: number; readonly step: number };
  /** Zeros with the input written from `start` on in steps along `dim`: the gradient of a slice */
  embed: { readonly dim: number; readonly start: number; readonly step: number };
  /** Any number of inputs, laid side by side along `dim` */
  cat: { readonly dim: number };
  /** Sum over `dims` (ascending); the output has the other dims (or size 1 in their place). bool and uint8 sum to int32. */
  sum: { readonly dims: readonly number[] };
  /** → (values, indices: int32) along `dim`, the first of equals; a NaN is larger than everything. */
  max: { readonly dim: number };
  /** As `max`, for the smallest; a NaN is smaller than everything. */
  min: { readonly dim: number };
  /** (input, index: int32) → like index: input at the index along `dim`, at the element's own place elsewhere */
  gather: IndexingAttributes;
  /** (input, index: int32, source) → input with source's elements, those under index, written at its places along `dim`; the last of equals stays. */
  scatter: IndexingAttributes;
  /** As `scatter`, added instead of written */
  scatterAdd: IndexingAttributes;
  /** As `scatter`, multiplied */
  scatterMultiply: IndexingAttributes;
  /** (batch, m, k) × (batch, k, n) → (batch, m, n) */
  matmul: None;
  /** (input [N, C, H, W], weight [O, C / groups, kH, kW], bias [O] or null) → [N, O, H', W'] */
  conv2d: ConvolutionAttributes;
  /** (gradOutput [N, O, H', W'], weight) → gradient of the input; its shape is the output's */
  conv2dInputGradient: ConvolutionAttributes;
  /** (input, gradOutput) → gradient of the weight; its shape is the output's */
  conv2dWeightGradient: ConvolutionAttributes;
  /** [N, C, H, W] → (output, indices: int32 into the H·W plane), the first of equals; a NaN is larger than everything; −1 for a window that lies wholly in the padding. */
  maxPool2d: PoolingAttributes;
  /** (gradOutput, indices) → zeros [N, C, H, W] with gradOutput added at its indices */
  maxPool2dBackward: None;
  /** (input [N, C, H, W], indices) → input at the indices */
  maxPool2dGather: None;
  /** [N, C, H, W] → [N, C, H', W']: the mean of each window, summed row by row in the dtype */
  avgPool2d: AveragePoolingAttributes;
  /** gradOutput [N, C, H', W'] → gradient of the input; its shape is the output's. Windows add up in their order. */
  avgPool2dBackward: AveragePoolingAttributes;
  logSoftmax: { readonly dim: number };
  softmax: { readonly dim: number };
  /** (log-probabilities [N, C], target [N]: int32, weight [C] or null) → [N]: −weight[t] · logp[n, t], 0 where ignored */
  nllLoss: { readonly ignoreIndex: number };
  /** (grad [N], target [N]: int32, weight [C] or null) → [N, C] */
  nllLossBackward: { readonly ignoreIndex: number };
  /** Draws in memory order from `generator`, PyTorch's CPU stream. */
  uniform: { readonly generator: Generator; readonly from: number; readonly to: number };
  normal: { readonly generator: Generator; readonly mean: number; readonly std: number };
  /** → 1 with probability p, else 0 */
  bernoulli: { readonly generator: Generator; readonly p: number };
  /** (input) → (input · (mask ? scale : 0), mask: bool), the mask drawn as by `bernoulli` */
  dropout: { readonly generator: Generator; readonly p: number; readonly scale: number };
  /** → integers in [low, high) */
  randint: { readonly generator: Generator; readonly low: number; readonly high: number };
  randperm: { readonly generator: Generator };
}

export type KernelName = keyof KernelAttributes;

/** The dtypes each kernel serves: of its first input, or of its first output where it has none (`where`: of its values). */
export const kernelDTypes = {
  divRounded: numericDTypes,
  copy: allDTypes,
  fill: allDTypes,
  arange: numericDTypes,
  embed: allDTypes,
  cat: allDTypes,
  sum: allDTypes,
  max: allDTypes,
  min: allDTypes,
  gather: allDTypes,
  scatter: allDTypes,
  scatterAdd: allDTypes,
  scatterMultiply: allDTypes,
  matmul: numericDTypes,
  conv2d: floatingDTypes,
  conv2dInputGradient: floatingDTypes,
  conv2dWeightGradient: floatingDTypes,
  maxPool2d: numericDTypes,
  maxPool2dBackward: floatingDTypes,
  maxPool2dGather: floatingDTypes,
  avgPool2d: floatingDTypes,
  avgPool2dBackward: floatingDTypes,
  logSoftmax: floatingDTypes,
  softmax: floatingDTypes,
  nllLoss: floatingDTypes,
  nllLossBackward: floatingDTypes,
  uniform: floatingDTypes,
  normal: floatingDTypes,
  bernoulli: allDTypes,
  dropout: floatingDTypes,
  randint: allDTypes,
  randperm: numericDTypes,
} as const satisfies { readonly [K in KernelName]: readonly DType[] };

export type KernelDType<K extends KernelName> = (typeof kernelDTypes)[K][number];

/** Computes `outputs` from `inputs`; an optional input that was not given is null. */
export type Kernel<K extends KernelName = KernelName> = (
  inputs: readonly (Operand | null)[],
  outputs: readonly Operand[],
  attributes: KernelAttributes[K],
) => void;

/** Every kernel for every dtype it serves. `"reference"` declares that the plain loops of the reference backend do. */
export type KernelTable<Fallback = "reference"> = {
  readonly [K in KernelName]: { readonly [D in KernelDType<K>]: Kernel<K> | Fallback };
};
