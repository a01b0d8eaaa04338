// The reference backend's table: every kernel for every dtype, in plain loops. The oracle of the tests; slow on purpose.

import { type Kernel, type KernelName, type KernelTable, kernelDTypes } from "../kernels.js";
import { gather, scatter, scatterAdd, scatterMultiply, scatterMultiplyIntegers } from "./indexing.js";
import { conv2d, conv2dInputGradient, conv2dWeightGradient, matmul, matmulIntegers } from "./linear.js";
import { pointwiseKernels } from "./pointwise.js";
import { avgPool2d, avgPool2dBackward, maxPool2d, maxPool2dBackward, maxPool2dGather } from "./pooling.js";
import { bernoulli, dropout, normal, randint, randperm, uniform } from "./random.js";
import { cat, embed, logSoftmax, max, min, nllLoss, nllLossBackward, softmax, sum } from "./reductions.js";

// One loop serves all dtypes: typed arrays convert on reading and writing.
const loops: { readonly [K in KernelName]: Kernel<K> } = {
  ...pointwiseKernels,
  embed,
  cat,
  sum,
  max,
  min,
  gather,
  scatter,
  scatterAdd,
  scatterMultiply,
  matmul,
  conv2d,
  conv2dInputGradient,
  conv2dWeightGradient,
  maxPool2d,
  maxPool2dBackward,
  maxPool2dGather,
  avgPool2d,
  avgPool2dBackward,
  logSoftmax,
  softmax,
  nllLoss,
  nllLossBackward,
  uniform,
  normal,
  bernoulli,
  dropout,
  randint,
  randperm,
};

function everyDType(): KernelTable<never> {
  const entries = Object.entries(loops).map(([name, kernel]) => [
    name,
    Object.fromEntries(kernelDTypes[name as KernelName].map((dtype) => [dtype, kernel])),
  ]);
  return Object.fromEntries(entries) as KernelTable<never>;
}

const table = everyDType();

/** The same kernel for both integers. */
const integers = <K extends Kernel<any>>(kernel: K) => ({ int32: kernel, uint8: kernel });

export const referenceKernels: KernelTable<never> = {
  ...table,
  scatterMultiply: { ...table.scatterMultiply, ...integers(scatterMultiplyIntegers) },
  matmul: { ...table.matmul, ...integers(matmulIntegers) },
};
