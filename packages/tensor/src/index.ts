// @bernoulli/tensor: tensors, autograd, ops, random generators. Only re-exports.

export { checkSynchronous, isAsynchronous, isPromise } from "./asynchronous.js";
export { type BackwardOptions, backward, type GradOptions, grad } from "./autograd/backward.js";
export { enableGrad, isGradEnabled, noGrad } from "./autograd/grad-mode.js";
export type { GradHook, RemovableHandle } from "./autograd/hooks.js";
export { registerHook } from "./autograd/hooks.js";
export * as autograd from "./autograd/index.js";
export { retainGrad } from "./autograd/retain-grad.js";
export type { Pair } from "./backends/kernels.js";
export { getSimd, hasRelaxedSimd, type Simd, setSimd } from "./backends/wasm/simd.js";
export { getNumThreads, setNumThreads } from "./backends/wasm/threads/count.js";
export { setWorkerUrl } from "./backends/wasm/threads/host.js";
export { workerSource } from "./backends/wasm/threads/worker.js";
export { type Compiled, type CompileOptions, compile } from "./compile/compile.js";
export { describe, describeAll } from "./describe.js";
export { getDefaultDevice, setDefaultDevice } from "./device.js";
export { type DType, isFloating, promoteTypes, type TypedArray } from "./dtype.js";
export * from "./errors.js";
export { LoopScope } from "./memory/loop-scope.js";
export { closeScope, openScope, type Scope } from "./memory/scope.js";
export { type MemoryStats, memoryStats } from "./memory/stats.js";
export { scope } from "./memory/step-scope.js";
export type { Device } from "./memory/storage.js";
export type { TensorMethods } from "./methods.js";

import "./methods.js";

export { type AvgPool2dOptions, avgPool2d } from "./ops/avg-pool2d.js";
export { cat, stack } from "./ops/cat.js";
export { type Conv2dOptions, conv2d } from "./ops/conv2d.js";
export {
  arange,
  eye,
  full,
  fullLike,
  ones,
  onesLike,
  type TensorData,
  type TensorOptions,
  tensor,
  zeros,
  zerosLike,
} from "./ops/creation.js";
export {
  type CrossEntropyOptions,
  crossEntropy,
  type NllLossOptions,
  nllLoss,
  type Reduction,
} from "./ops/cross-entropy.js";
export { checkProbability, type DropoutOptions, dropout } from "./ops/dropout.js";
export { einsum } from "./ops/einsum.js";
export { type MaxPool2dOptions, type MaxPool2dResult, maxPool2d } from "./ops/max-pool2d.js";
export * from "./ops/methods.js";
export type { Operand } from "./ops/operands.js";
export { type PadMode, type PadOptions, pad } from "./ops/pad.js";
export { type RandomOptions, rand, randint, randn, randperm } from "./ops/random.js";
export { where } from "./ops/where.js";
export { checkArgument, checkOptions, type Kind, type Kinds, optionsOf, type Positional } from "./options.js";
export { formatTensor } from "./print.js";
export { Profile, type ProfileEvent, type ProfileRow, profile } from "./profile.js";
export { defaultGenerator, Generator, manualSeed, withGenerator } from "./random/generator.js";
export type { TensorJSON } from "./reads.js";
export type { Shape } from "./shape.js";
export { isTensor, type NestedArray, Tensor } from "./tensor.js";
export { resetWarnings, warnOnce } from "./warn.js";
