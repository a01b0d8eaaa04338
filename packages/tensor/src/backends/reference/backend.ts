// The reference backend's table: every kernel for every dtype, in plain loops. The oracle of the tests; slow on purpose.

import { type Kernel, type KernelName, type KernelTable, kernelDTypes } from "../kernels.js";
import { gather, scatter, scatterAdd } from "./indexing.js";
import { conv2d, conv2dInputGradient, conv2dWeightGradient, matmul } from "./linear.js";
import { adamStep, sgdStep } from "./optimizer-steps.js";
import { pointwiseKernels } from "./pointwise.js";
import { maxPool2d, maxPool2dBackward, maxPool2dGather } from "./pooling.js";
import { bernoulli, dropout, normal, randint, randperm, uniform } from "./random.js";
import { cat, embed, logSoftmax, max, min, nllLoss, nllLossBackward, softmax, sum } from "./reductions.js";

const { integerProduct, ...pointwise } = pointwiseKernels;

// One loop serves all dtypes: typed arrays convert on reading and writing.
const loops: { readonly [K in KernelName]: Kernel<K> } = {
  ...pointwise,
  adamStep,
  sgdStep,
  embed,
  cat,
  sum,
  max,
  min,
  gather,
  scatter,
  scatterAdd,
  matmul,
  conv2d,
  conv2dInputGradient,
  conv2dWeightGradient,
  maxPool2d,
  maxPool2dBackward,
  maxPool2dGather,
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

export const referenceKernels: KernelTable<never> = { ...table, mul: { ...table.mul, int32: integerProduct } };
