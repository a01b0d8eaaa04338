// The functions and types of every entry: tensors, autograd, ops, random generators. Only re-exports.

import "./autograd/views.js";

export { type BackwardOptions, backward, type GradOptions, grad } from "./autograd/backward.js";
export { enableGrad, isGradEnabled, noGrad } from "./autograd/grad-mode.js";
export type { GradHook, RemovableHandle } from "./autograd/hooks.js";
export { registerHook } from "./autograd/hooks.js";
export { retainGrad } from "./autograd/retain-grad.js";
export { getSimd, hasRelaxedSimd, type Simd, setSimd } from "./backends/wasm/simd.js";
export { getNumThreads, setNumThreads } from "./backends/wasm/threads/count.js";
export { setWorkerUrl } from "./backends/wasm/threads/host.js";
export { workerSource } from "./backends/wasm/threads/worker.js";
export { checkSynchronous, isAsynchronous, isPromise } from "./checks/asynchronous.js";
export { describe, describeAll } from "./checks/describe.js";
export * from "./checks/errors.js";
export { checkArgument, checkOptions, type Kind, type Kinds, optionsOf, type Positional } from "./checks/options.js";
export { resetWarnings, warnOnce } from "./checks/warn.js";
export { type Compiled, type CompileOptions, compile } from "./compile/compile.js";
export type { ExplainOptions } from "./compile/explain.js";
export { Profile, type ProfileEvent, type ProfileRow, profile } from "./door/profile.js";
export type { Pair } from "./kernels/contract.js";
export { LoopScope } from "./memory/loop-scope.js";
export { closeScope, openScope, type Scope } from "./memory/scope.js";
export { type MemoryStats, memoryStats } from "./memory/stats.js";
export { scope } from "./memory/step-scope.js";
export type { Device } from "./memory/storage.js";
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
export { type Placement, placementOf } from "./ops/to.js";
export { where } from "./ops/where.js";
export { defaultGenerator, Generator, manualSeed, withGenerator } from "./random/generator.js";
export { type DeviceName, device, getDefaultDevice, setDefaultDevice } from "./tensor/device.js";
export { type DType, isFloating, promoteTypes, type TypedArray } from "./tensor/dtype.js";
export { formatTensor } from "./tensor/print.js";
export type { TensorJSON } from "./tensor/reads.js";
export type { Shape } from "./tensor/shape.js";
export { isTensor, type NestedArray, Tensor } from "./tensor/tensor.js";
