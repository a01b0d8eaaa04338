// The `cpu` device: its memory, and its table of kernels. float32 is what nets train in; of the other dtypes this
// backend has what is cheap or often used, and declares the rest to be the reference backend's.

import type { DType } from "../../tensor/dtype.js";
import type { KernelTable } from "../kernels.js";
import { avgPool2d, avgPool2dBackward } from "./kernels/average-pooling.js";
import { bernoulli, dropout } from "./kernels/bernoulli.js";
import { conv2d, conv2dInputGradient, conv2dWeightGradient } from "./kernels/convolution.js";
import { cat, copy, embed } from "./kernels/copy.js";
import { max, min } from "./kernels/extremes.js";
import { fill } from "./kernels/fill.js";
import { gather, scatter, scatterAdd, scatterMultiply } from "./kernels/indexing.js";
import { integerSum } from "./kernels/integer-sums.js";
import { nllLoss, nllLossBackward } from "./kernels/losses.js";
import { matmul } from "./kernels/matmul.js";
import { maxPool2d, maxPool2dBackward, maxPool2dGather } from "./kernels/pooling.js";
import { sum } from "./kernels/reductions.js";
import { logSoftmax, softmax } from "./kernels/softmax.js";
import { WasmMemory } from "./memory.js";

function reference<const D extends readonly DType[]>(...dtypes: D): { readonly [K in D[number]]: "reference" } {
  return Object.fromEntries(dtypes.map((dtype) => [dtype, "reference"])) as { readonly [K in D[number]]: "reference" };
}

const float64 = reference("float64");
const numbersButFloat32 = reference("float64", "int32", "uint8");

const everything = reference("float32", "float64", "int32", "uint8", "bool");

export const wasmKernels: KernelTable = {
  divRounded: reference("float32", "float64", "int32", "uint8"),
  copy: { ...copy, ...float64 },
  fill: { ...fill, ...float64 },
  arange: reference("float32", "float64", "int32", "uint8"),
  embed: { float32: embed, int32: embed, uint8: embed, bool: embed, ...float64 },
  cat: { float32: cat, int32: cat, uint8: cat, bool: cat, ...float64 },
  sum: { ...sum, ...integerSum, ...float64 },
  max: { ...max, ...float64 },
  min: { ...min, ...float64 },
  gather: { ...gather, ...float64 },
  scatter: { ...scatter, ...float64 },
  scatterAdd: { ...scatterAdd, ...float64 },
  scatterMultiply: { ...scatterMultiply, ...float64 },
  matmul: { ...matmul, ...numbersButFloat32 },
  conv2d: { ...conv2d, ...float64 },
  conv2dInputGradient: { ...conv2dInputGradient, ...float64 },
  conv2dWeightGradient: { ...conv2dWeightGradient, ...float64 },
  maxPool2d: { ...maxPool2d, ...numbersButFloat32 },
  maxPool2dBackward: { ...maxPool2dBackward, ...float64 },
  maxPool2dGather: { ...maxPool2dGather, ...float64 },
  avgPool2d: { ...avgPool2d, ...float64 },
  avgPool2dBackward: { ...avgPool2dBackward, ...float64 },
  logSoftmax: { ...logSoftmax, ...float64 },
  softmax: { ...softmax, ...float64 },
  nllLoss: { ...nllLoss, ...float64 },
  nllLossBackward: { ...nllLossBackward, ...float64 },
  // The other random kernels follow one serial stream of numbers, and are the reference backend's.
  uniform: everything,
  normal: everything,
  bernoulli: { ...bernoulli, ...float64 },
  dropout: { ...dropout, ...float64 },
  randint: everything,
  randperm: everything,
};

/** The device's one memory. */
export const wasmAllocator = new WasmMemory();
