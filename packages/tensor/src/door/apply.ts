// The one door: every computation on tensors goes through `apply`, or, where it writes, through
// apply-in-place.ts, and nothing else records a graph node. So this is the only place that has to be hooked to trace a step: while
// `compile` records one, kernels are handed to the recording instead of being run.

import { modes } from "../autograd/modes.js";
import { record } from "../autograd/record.js";
import { backends } from "../backends/backends.js";
import { describe } from "../checks/describe.js";
import { BernoulliError, DeviceError, DTypeError } from "../checks/errors.js";
import { cureOf } from "../checks/options.js";
import { currentRecording } from "../compile/trace.js";
import type { Computation, Implementation } from "../kernels/kernel.js";
import { ensureOnDevice } from "../memory/presence.js";
import { registerBirth } from "../memory/scope.js";
import { type Device, Storage } from "../memory/storage.js";
import { beginUse } from "../memory/unscoped.js";
import { checkDevice, getDefaultDevice } from "../tensor/device.js";
import { type DType, dtypeTraits } from "../tensor/dtype.js";
import { contiguousStrides, type Layout, numberOfElements, type Shape } from "../tensor/shape.js";
import { Tensor, type TensorMeta } from "../tensor/tensor.js";
import { currentLifting } from "./lifting.js";
import type { AnyOp, InputTensors, KernelOp, VariadicOp, ViewOp, ViewsOp } from "./op.js";
import { overwritten } from "./overwriting.js";
import { observed } from "./profile.js";
import { tell } from "./witness.js";

/** A new contiguous tensor that JavaScript will fill; its elements are whatever lay there. */
export function allocate(op: string, shape: Shape, dtype: DType, device: Device): Tensor {
  return born(new Storage(backends[device].allocator, byteLengthOf(shape, dtype), op), shape, dtype);
}

/** A new contiguous tensor that a kernel will fill: while a step is recorded, without memory yet. */
function allocateOutput(op: string, { shape, dtype }: TensorMeta, device: Device): Tensor {
  const { allocator } = backends[device];
  const byteLength = byteLengthOf(shape, dtype);
  const storage = currentRecording()?.promise(allocator, byteLength, op) ?? new Storage(allocator, byteLength, op);
  return born(storage, shape, dtype);
}

/** Room for one element at least, so that every storage has an address of its own. */
function byteLengthOf(shape: Shape, dtype: DType): number {
  return Math.max(numberOfElements(shape), 1) * dtypeTraits[dtype].bytes;
}

function born(storage: Storage, shape: Shape, dtype: DType): Tensor {
  registerBirth(storage);
  storage.isInference = modes.inference;
  return new Tensor(storage, dtype, { shape, strides: contiguousStrides(shape), offset: 0 });
}

/** Runs a kernel, or records that it would run. */
export function compute(
  op: KernelOp | VariadicOp,
  kernel: Implementation,
  inputs: readonly (Tensor | null)[],
  outputs: readonly Tensor[],
  attributes: unknown,
  alsoWritten: readonly Storage[] = [],
): void {
  if (numberOfElements(outputs[0]!.shape) === 0) return;
  const recording = currentRecording();
  if (recording === null) {
    observed(op, inputs, outputs, () => kernel.run(inputs, outputs, attributes as never), kernel.by);
    return;
  }
  recording.add({ op, kernel, inputs, outputs, attributes, alsoWritten });
}

type OutputsOf<Op> =
  Op extends KernelOp<any, any, infer Outputs, any, any>
    ? Outputs extends readonly [string]
      ? Tensor
      : { [At in keyof Outputs]: Tensor }
    : Tensor;
export type InputsOf<Op> =
  Op extends KernelOp<any, infer Names, any, any, any>
    ? InputTensors<Names>
    : Op extends VariadicOp
      ? readonly Tensor[]
      : readonly [Tensor];
export type AttributesOf<Op> =
  Op extends KernelOp<any, any, any, any, infer Attributes>
    ? Attributes
    : Op extends ViewOp<any, infer Attributes>
      ? Attributes
      : Op extends VariadicOp<any, infer Attributes>
        ? Attributes
        : never;
/** Attributes may be left out where the op has none. */
type Rest<Op> =
  Record<never, never> extends AttributesOf<Op>
    ? [attributes?: AttributesOf<Op>, options?: ApplyOptions]
    : [attributes: AttributesOf<Op>, options?: ApplyOptions];

interface ApplyOptions {
  /** For ops without inputs: where the result is made. */
  readonly device?: Device;
  /**
   * For views: the input is a result that nobody else will hold, such as a reduced tensor before its dimensions of size 1
   * are dropped. The view takes its place, and may be written in place like any result.
   */
  readonly inPlaceOfInput?: boolean;
}

export const noAttributes = Object.freeze({});

/**
 * Runs an op: checks devices, dtypes and shapes, computes, and records what backward needs where gradients are wanted.
 * Returns the op's one output, or all of them where it has several.
 */
export function apply<Op extends AnyOp>(
  op: Op,
  inputs: InputsOf<Op>,
  ...[attributes, options]: Rest<Op>
): OutputsOf<Op> {
  const lifting = currentLifting();
  const given = lifting === null ? (inputs as readonly (Tensor | null)[]) : lifting.lift(inputs);
  const device = checkInputs(op, given) ?? options?.device ?? getDefaultDevice();
  if (given.length === 0) checkDevice(op.name, device);
  const bound: unknown = attributes ?? noAttributes;
  if (op.kind === "view") {
    const input = given[0]!;
    const base = options?.inPlaceOfInput === true ? input.base : (input.base ?? input);
    const output = seen(input, (shown) => op.layout(shown, bound), base);
    record(op, given, bound, [output]);
    tell(op, given, bound, [output]);
    return output as OutputsOf<Op>;
  }
  const lifted = lifting?.apply(op, given, bound, options ?? noAttributes) ?? null;
  if (lifted !== null) {
    record(op, given, bound, lifted);
    tell(op, given, bound, lifted);
    return (lifted.length === 1 ? lifted[0] : lifted) as OutputsOf<Op>;
  }
  const metas = op.infer(given as never, bound) as unknown as readonly TensorMeta[];
  const written = overwritten(op, given, metas, bound);
  if (written !== null) return written as OutputsOf<Op>;
  const kernel = kernelOf(op, given, metas, device, bound);
  const outputs: Tensor[] = [];
  try {
    for (const meta of metas) outputs.push(allocateOutput(op.name, meta, device));
    compute(op, kernel, given, outputs, bound);
  } catch (error) {
    // Out of memory, as a rule: whoever goes on with a smaller batch needs it back.
    for (const output of outputs) output.dispose();
    throw error;
  }
  record(op, given, bound, outputs);
  tell(op, given, bound, outputs);
  return (outputs.length === 1 ? outputs[0] : outputs) as OutputsOf<Op>;
}

/** {@link apply} for an op of several views, which share one place in the graph. */
export function applyViews<Attributes>(op: ViewsOp<Attributes>, input: Tensor, attributes: Attributes): Tensor[] {
  checkInputs(op, [input]);
  const base = input.base ?? input;
  let layouts: readonly Layout[] = [];
  // Of a lifted tensor the layouts are those of a sample.
  const layoutsOf = (shown: Tensor): Layout => {
    layouts = op.layouts(shown, attributes);
    return shown;
  };
  if (currentLifting()?.isLifted(input) === true) seen(input, layoutsOf, base);
  else layoutsOf(input);
  const outputs = layouts.map((layout) => seen(input, () => layout, base));
  record(op, [input], attributes, outputs);
  tell(op, [input], attributes, outputs);
  return outputs;
}

function seen(input: Tensor, layoutOf: (shown: Tensor) => Layout, base: Tensor | null): Tensor {
  const lifting = currentLifting();
  const output =
    lifting?.isLifted(input) === true
      ? lifting.view(input, layoutOf, base)
      : new Tensor(input.storage, input.dtype, layoutOf(input), base);
  output.functionOutput = input.functionOutput;
  return output;
}

export function checkInputs(op: Pick<AnyOp, "name">, inputs: readonly (Tensor | null)[]): Device | null {
  beginUse();
  let device: Device | null = null;
  for (const input of inputs) {
    if (input === null) continue;
    if (!(input instanceof Tensor))
      throw new BernoulliError(`${op.name}: expected a Tensor, got ${describe(input)}${cureOf(input)}`);
    ensureOnDevice(input.storage);
    if (device === null) device = input.device;
    else if (device !== input.device) {
      throw new DeviceError(
        `${op.name}: expected all tensors to be on the same device, but found at least two devices, ${device} and ${input.device}; move one: x.to("${device}")`,
      );
    }
  }
  return device;
}

function variantOf(op: KernelOp | VariadicOp, attributes: unknown): Computation {
  return (op.kind === "kernel" ? op.variant?.(attributes) : undefined) ?? op.kernel;
}

export function kernelOf(
  op: KernelOp | VariadicOp,
  inputs: readonly (Tensor | null)[],
  outputs: readonly TensorMeta[],
  device: Device,
  attributes: unknown,
  name: string = op.name,
): Implementation {
  const source = op.kind === "kernel" ? (op.dtypeFrom ?? 0) : 0;
  const dtype = (inputs[source] ?? outputs[0]!).dtype;
  const computation = variantOf(op, attributes);
  const kernel = computation.on(device, dtype);
  if (kernel === null) {
    const cure = computation.on(device, "float32") === null ? "int32" : "float32";
    throw new DTypeError(
      `"${name}" not implemented for '${dtypeTraits[dtype].scalarName}'; convert with .to("${cure}") first`,
    );
  }
  return kernel;
}
