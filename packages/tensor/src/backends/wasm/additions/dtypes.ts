// Kernels of other dtypes than float32 that an import of its own loads: @bernoulli/tensor/dtypes. Only the places, each by itself, since
// bundlers keep an object as a whole. Nets are trained in float32, and what they have of integers is short.

import type { Formula } from "../../../formulas/formula.js";
import { Addition } from "../../../kernels/addition.js";
import type { KernelFunction, KernelName } from "../../../kernels/contract.js";
import type { DType } from "../../../tensor/dtype.js";
import type { Counting } from "../kernels/arange.js";
import type { copyOfDoublesWork } from "../kernels/double-copies.js";
import type { addDoubles } from "../kernels/double-taps.js";
import type { ElementType } from "../kernels/elements.js";
import type { Lanes } from "../kernels/softmax-lanes.js";

/** @__NO_SIDE_EFFECTS__ */
function ofDType<T>(): Addition<T> {
  return new Addition("@bernoulli/tensor/dtypes");
}

/** @__NO_SIDE_EFFECTS__ */
function kernelOfDType<K extends KernelName>(): Addition<KernelFunction<K>> {
  return ofDType();
}

/** Of formulas; null where the reference's loops are to do. Without it they are for float64, and integers have general kernels. */
export const formula = ofDType<(formula: Formula, dtype: DType) => KernelFunction | null>();

export const sumOfInt32 = kernelOfDType<"sum">();
export const sumOfBytes = kernelOfDType<"sum">();
export const sumOfBools = kernelOfDType<"sum">();

export const matmulOfDoubles = kernelOfDType<"matmul">();
export const matmulOfIntegers = kernelOfDType<"matmul">();
export const matmulOfBytes = kernelOfDType<"matmul">();

/** How softmax takes them. */
export const lanesOfDoubles = ofDType<Lanes>();
/** How arange and linspace count in them. */
export const countingOfDoubles = ofDType<Counting>();
/** How linspace does. */
export const countingOfInt32 = ofDType<Counting>();
export const countingOfBytes = ofDType<Counting>();

export const convolutionOfDoubles = kernelOfDType<"conv2d">();
export const convolutionInputGradientOfDoubles = kernelOfDType<"conv2dInputGradient">();
export const convolutionWeightGradientOfDoubles = kernelOfDType<"conv2dWeightGradient">();

export const avgPoolOfDoubles = kernelOfDType<"avgPool2d">();
export const avgPoolBackwardOfDoubles = kernelOfDType<"avgPool2dBackward">();
export const im2colOfDoubles = kernelOfDType<"im2col">();
export const col2imOfDoubles = kernelOfDType<"col2im">();

/** Adds doubles to others, of any two layouts of a shape. */
export const additionOfDoubles = ofDType<typeof addDoubles>();

export const uniformOfDoubles = kernelOfDType<"uniform">();
export const normalOfDoubles = kernelOfDType<"normal">();
export const bernoulliOfDoubles = kernelOfDType<"bernoulli">();
export const dropoutOfDoubles = kernelOfDType<"dropout">();

export const fillOfDoubles = kernelOfDType<"fill">();
export const copyFromDoubles = kernelOfDType<"copy">();
/** By what they are of. */
export const copyToDoubles = ofDType<{ readonly [E in ElementType]: KernelFunction }>();
/** Of doubles, between any two layouts of a shape. */
export const copyOfDoubles = ofDType<typeof copyOfDoublesWork>();
