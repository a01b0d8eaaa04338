// The contract between ops and devices: what a kernel is given, and what each does, by name. The kernels as values, with their dtypes
// and what each device answers, are kernels.ts's. No loops here.

import type { Storage } from "../memory/storage.js";
import type { Generator } from "../random/generator.js";
import type { EachSampler, Sampler } from "../random/samplers.js";
import type { DType } from "../tensor/dtype.js";

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

/**
 * A sparse matrix by rows: row `i` holds `weights` at the columns `places`, from `starts[i]` up to `starts[i + 1]`. Tables are the same
 * where their `id` is.
 */
export interface Table {
  readonly id: number;
  /** How many columns. */
  readonly size: number;
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly weights: Float64Array;
}

export interface IndexingAttributes {
  readonly dim: number;
  /** The op to name where an index leads out of `dim`: the kernel looks before it writes. Null: none does. */
  readonly checks: string | null;
}

export interface CtcAttributes {
  /** Which class is no label. */
  readonly blank: number;
  /** The op to name where a length or a label does not fit. */
  readonly op: string;
}

export interface Factorization {
  /** The op to name where a matrix has none. */
  readonly op: string;
  /** Whether that names the matrix, as one of several. */
  readonly isBatch: boolean;
}

/**
 * What a reduction comes to: a product, the sum, of which no part is added up in floats, of squares, of magnitudes, or of those that are
 * numbers, in doubles; the largest or smallest element, NaN where there is one.
 */
export type Reduction = "product" | "sum" | "squares" | "magnitudes" | "numbers" | "largest" | "smallest";

type None = Readonly<Record<never, never>>;

/**
 * The attributes of each kernel. Inputs and outputs, unless said otherwise, are of one shape and one dtype, inputs
 * with any strides (broadcasting is done beforehand by expanding: a stride of 0). Outputs are contiguous, but for
 * pointwise kernels, which also serve the in-place ops: there the output may be strided and may be the very operand
 * that is the first input. An output of no elements never reaches a kernel; an input of none may.
 */
export interface KernelAttributes {
  /** input / other, cut or rounded down; where integers are divided by zero, `op` is told so */
  divRounded: { readonly rounding: "trunc" | "floor"; readonly op: string };
  /** Converts and lays out anew: any dtype → any dtype, any strides → any strides. Pointwise. */
  copy: None;
  /** () → every element `value`. Pointwise: the output may be strided. */
  fill: { readonly value: number };
  /** () → start + i · step */
  arange: { readonly start: number; readonly step: number };
  /** () → start + i · step in the first half of n elements, end − (n − 1 − i) · step in the rest, each rounded once */
  linspace: { readonly start: number; readonly end: number; readonly step: number };
  /** Zeros with the input written at the places that `strides` lead to from `start` on: the gradient of a part, such as a slice */
  embed: { readonly strides: readonly number[]; readonly start: number };
  /** Any number of inputs, laid side by side along `dim` */
  cat: { readonly dim: number };
  /** The elements along each of `dims` in opposite order */
  flip: { readonly dims: readonly number[] };
  /** The elements along each of `dims` further by its shift, in [0, size); those that leave at the end come in at the start. */
  roll: { readonly dims: readonly number[]; readonly shifts: readonly number[] };
  /** Each matrix with zeros below the diagonal, or above it: counted to the right from the main one */
  triangle: { readonly part: "lower" | "upper"; readonly diagonal: number };
  /** (windows along `dim`, whose elements lie along the last dimension) → the whole, where they overlap their sum, in the windows' order */
  fold: { readonly dim: number; readonly step: number };
  /**
   * Sum over `dims` (ascending); the output has the other dims (or size 1 in their place). bool and uint8 sum to int32; integers that do
   * not fit are refused in the name of `op`, by default `sum`.
   */
  sum: { readonly dims: readonly number[]; readonly op?: string };
  /** Over `dims`, as `sum`, in the input's dtype; the "sum" and "squares" of float32 as float64 too, where the output is */
  reduce: { readonly dims: readonly number[]; readonly by: Reduction };
  /**
   * Sums, or products, of the elements up to each along `dim`, or, with `last`, of all, where the output has size 1; in doubles. Integers
   * that do not fit are refused in the name of `op`.
   */
  scan: { readonly dim: number; readonly by: "sum" | "product"; readonly last: boolean; readonly op: string };
  /** (added, factor) → along `dim`: addedᵢ + factorᵢ · what came before; nothing came before the first. In doubles. */
  recurrence: { readonly dim: number };
  /** → (values, indices: int32): of the elements up to each along `dim` the extreme, and the last place where it stands; a NaN outlasts all but another. */
  scanExtreme: { readonly dim: number; readonly which: "max" | "min" };
  /** The logarithms of the sums of what the elements up to each along `dim` are logarithms of; in doubles. */
  scanLogarithms: { readonly dim: number };
  /** → (values, indices: int32) along `dim`, the first of equals; a NaN is larger than everything. */
  max: { readonly dim: number };
  /** As `max`, for the smallest; a NaN is smaller than everything. */
  min: { readonly dim: number };
  /**
   * → (values, indices: int32): of the elements along `dim`, in order, the `count` from place `first` on, and where they stood; equals stay
   * in theirs, and a NaN is larger than everything.
   */
  sort: { readonly dim: number; readonly descending: boolean; readonly first: number; readonly count: number };
  /**
   * (sequences [S, n], each in order, values [R, m], S being R or 1) → [R, m]: int32, how many of the sequence stand before each: those
   * that are less, or, with `right`, not more. A NaN stands behind all.
   */
  searchSorted: { readonly right: boolean };
  /** (input, index: int32) → like index: input at the index along `dim`, at the element's own place elsewhere */
  gather: IndexingAttributes;
  /** (input, index: int32, source) → input with source's elements, those under index, written at its places along `dim`; the last of equals stays. */
  scatter: IndexingAttributes;
  /** As `scatter`, added instead of written */
  scatterAdd: IndexingAttributes;
  /** As `scatter`, multiplied */
  scatterMultiply: IndexingAttributes;
  /** As `scatter`, the larger of both; NaN where one is NaN */
  scatterMaximum: IndexingAttributes;
  /** As `scatter`, the smaller of both; NaN where one is NaN */
  scatterMinimum: IndexingAttributes;
  /** (index: int32) → the places along `dim`, of `size`: negative ones count from its end, and those that lead out are refused */
  wrapIndex: { readonly dim: number; readonly size: number; readonly op: string };
  /** (mask [N]: bool) → [as many as hold]: int32, their positions in order */
  nonzero: None;
  /** (classes: int32) → zeros with a one at each class, along a new last dimension. `checks` is the op to name where one is no class. */
  oneHot: { readonly checks: string };
  /** (batch, m, k) × (batch, k, n) → (batch, m, n) */
  matmul: None;
  /** [batch, n, n] → the inverses. Where one has none, `op` refuses it, or, being null, a pivot of zero is nudged by an epsilon. */
  inverse: { readonly op: string | null; readonly isBatch: boolean };
  /** (A [batch, n, n], B [batch, n, k]) → X of A·X = B */
  solve: Factorization;
  /** (A [batch, n, n], B [batch, n, k]) → X of A·X = B, of which only one triangle of A is read, and with `isUnit` not its diagonal, which is 1 */
  solveTriangular: { readonly isUpper: boolean; readonly isUnit: boolean };
  /** [batch, n, n] → [batch] */
  determinant: None;
  /** [batch, n, n] → (log |det| [batch], sign [batch]) */
  logDeterminant: None;
  /** [batch, n, n] → det(A)·A⁻ᵀ, also where there is no inverse */
  cofactors: None;
  /** (gradients, input, [batch, n, n] each) → the input's gradients; also where there is no inverse */
  cofactorsGradient: None;
  /** [batch, n, n], the lower triangles of which are read → L of A = L·Lᵀ */
  cholesky: Factorization;
  /**
   * [batch, m, n] → (U, and below its diagonal L without its ones [batch, m, n], rows exchanged at each step, from 1 [batch, min(m, n)]: int32). Where U's
   * diagonal has a zero, `op` refuses it, unless it is null.
   */
  lu: { readonly op: string | null; readonly isBatch: boolean };
  /** [batch, m, n] → (Q [batch, m, r], R [batch, r, n]), r being m or min(m, n) */
  qr: None;
  /** [batch, n, n], the lower triangles of which are read → (eigenvalues [batch, n], ascending, eigenvectors as columns [batch, n, n]) */
  eigh: None;
  /** [batch, m, n] → (U [batch, m, k or m], S [batch, k], descending, Vᵀ [batch, k or n, n]), k = min(m, n) */
  svd: Factorization;
  /**
   * [batch, m, n] → [batch, n, m]: the pseudoinverse, singular values of at most max(atol, rtol · the largest) being zeros; rtol null:
   * PyTorch's; with `isSymmetric` the lower triangles are read.
   */
  pinv: Factorization & { readonly atol: number; readonly rtol: number | null; readonly isSymmetric: boolean };
  /** (input [N, C, H, W], weight [O, C / groups, kH, kW], bias [O] or null) → [N, O, H', W'] */
  conv2d: ConvolutionAttributes;
  /** (gradOutput [N, O, H', W'], weight) → gradient of the input; its shape is the output's */
  conv2dInputGradient: ConvolutionAttributes;
  /** (input, gradOutput) → gradient of the weight; its shape is the output's */
  conv2dWeightGradient: ConvolutionAttributes;
  /** [N, C, H, W] → [N, C·kH·kW, L]: the elements of each window in a column, those of the border of zeros too */
  im2col: PoolingAttributes;
  /** [N, C·kH·kW, L] → [N, C, H, W], the output's shape: columns added up where their elements lie, in the order of the windows' elements */
  col2im: PoolingAttributes;
  /**
   * [N, C, H, W] → (output, indices: int32 into the H·W plane), the first of equals; a NaN is larger than everything; −1 for a window that
   * lies wholly in the padding.
   */
  maxPool2d: PoolingAttributes;
  /** (gradOutput, indices) → zeros [N, C, H, W] with gradOutput added at its indices */
  maxPool2dBackward: None;
  /** (input [N, C, H, W], indices) → input at the indices */
  maxPool2dGather: None;
  /** [N, C, H, W] → [N, C, H', W']: the mean of each window, summed row by row in the dtype */
  avgPool2d: AveragePoolingAttributes;
  /** gradOutput [N, C, H', W'] → gradient of the input; its shape is the output's. Windows add up in their order. */
  avgPool2dBackward: AveragePoolingAttributes;
  /** The elements along `dim` as a vector, times the table's matrix; its products are added in their order, in the dtype. */
  resample: { readonly dim: number; readonly table: Table };
  logSoftmax: { readonly dim: number };
  softmax: { readonly dim: number };
  /**
   * (log-probabilities [N, C], target [N]: int32, weight [C] or null) → (losses [N], counted [N]): −weight[t] · logp[n, t], and weight[t],
   * 1 without weights; both 0 where a target is ignored
   */
  nllLoss: {
    readonly ignoreIndex: number;
    /** The op to name where a target is no class: the kernel looks before it reads. Null: each is one, or is ignored. */
    readonly checks: string | null;
  };
  /** (grad [N], target [N]: int32, counted [N], as nllLoss gave it) → [N, C]. Targets are classes, or ignored. */
  nllLossBackward: { readonly ignoreIndex: number };
  /** (input) → 0, 0-d, where every element is from `low` to `high`; an ArgumentError with the refusal where one is not */
  within: { readonly low: number; readonly high: number; readonly passesNaN: boolean; readonly refusal: string };
  /**
   * (log-probabilities [T, N, C], targets: int32, [N, S] or, one sample's behind the other's, a vector; lengths [N] of inputs, and of
   * targets: int32) → losses [N]: −log of the probability of all alignments; ∞ where there is none
   */
  ctcLoss: CtcAttributes;
  /** (grad [N], then what ctcLoss was given, then what it gave) → [T, N, C], as PyTorch has it of what log_softmax gave. */
  ctcLossBackward: CtcAttributes & {
    /** That the gradient is 0 where the loss is infinite, not NaN. */
    readonly zeroInfinity: boolean;
  };
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
  /** () → words by seed and place: see ops/random/philox.ts */
  philoxBits: { readonly seed: number; readonly step: number; readonly index: number; readonly offset: number };
  /** Draws one by one of a distribution that two numbers describe; of an integer dtype, those that it cannot hold are refused */
  sampled: {
    readonly generator: Generator;
    readonly sampler: Sampler;
    readonly first: number;
    readonly second: number;
    readonly op: string;
  };
  /** As `sampled`, of those that are logarithms of a uniform double. */
  sampledLogarithm: KernelAttributes["sampled"] & { readonly sampler: "exponential" | "geometric" };
  /** (parameter, or two of one shape) → a draw for each of its elements */
  sampledEach: {
    readonly generator: Generator;
    readonly sampler: EachSampler;
    readonly op: string;
    /** Between which the draws lie, of those that are told. */
    readonly bounds?: readonly [number, number];
  };
  /** As `sampledEach`, of ones and zeros. */
  bernoulliEach: { readonly generator: Generator; readonly sampler: "bernoulli"; readonly op: string };
  /** (weights [N, C]) → [N, count]: int32, categories drawn by weight */
  multinomial: { readonly generator: Generator; readonly count: number; readonly replacement: boolean };
  /** (alpha, draw of the standard gamma distribution) → the derivative of the draw by alpha */
  gammaSlope: None;
  /** (x, alpha, total), x a part of a Dirichlet draw → the derivative of x by its alpha, divided by 1 − x */
  dirichletSlope: None;
}

export type KernelName = keyof KernelAttributes;

/** Computes `outputs` from `inputs`; an optional input that was not given is null. */
export type KernelFunction<K extends KernelName = KernelName> = (
  inputs: readonly (Operand | null)[],
  outputs: readonly Operand[],
  attributes: KernelAttributes[K],
) => void;

/** The steps of a recurrent update, one after the other. */
export interface RecurrentSteps {
  /** Of rows of the inputs, of which it writes the first, and others. */
  readonly formula: KernelFunction;
  /** Matrices of one width. */
  readonly inputs: readonly Operand[];
  /** Which of them have rows for each step; the others have one for each sequence. */
  readonly isPerStep: readonly boolean[];
  /** (rows, k) and (k, n) */
  readonly left: Operand;
  readonly right: Operand;
  /** (sequences, n), contiguous: in its first rows those of `left` with `right`. Inputs may be views of it. */
  readonly product: Operand;
  /** Whether a step's product comes before its formula, of the first rows of `left`, or behind, of the step's own. */
  readonly isBefore: boolean;
  readonly steps: readonly { readonly start: number; readonly size: number }[];
}
