// The one door: every computation on tensors goes through `apply` (or `applyInPlace`), and nothing else records a graph
// node. So this is the only place that has to be hooked to trace a step: while `compile` records one, kernels are handed
// to the recording instead of being run.

import { isGradEnabled } from "./autograd/grad-mode.js";
import { type Edge, GradNode, type SavedTensor } from "./autograd/node.js";
import { viewRules } from "./autograd/view-rules.js";
import { backends, findKernel } from "./backends/backends.js";
import type { Kernel } from "./backends/kernels.js";
import { currentRecording } from "./compile/trace.js";
import { checkDevice, getDefaultDevice } from "./device.js";
import { type DType, dtypeTraits, isFloating } from "./dtype.js";
import { AutogradError, BernoulliError, DeviceError, DTypeError, ShapeError } from "./errors.js";
import { registerBirth } from "./memory/scope.js";
import { type Device, Storage } from "./memory/storage.js";
import { type AnyOp, defineOp, type InputTensors, type KernelOp, type VariadicOp, type ViewOp } from "./op.js";
import { observed } from "./profile.js";
import { contiguousStrides, formatShape, numberOfElements, overlapsItself, type Shape, sameShape } from "./shape.js";
import { ensureOnDevice, Tensor, type TensorMeta } from "./tensor.js";

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
  return new Tensor(storage, dtype, { shape, strides: contiguousStrides(shape), offset: 0 });
}

/** Runs a kernel, or records that it would run. */
function compute(
  op: KernelOp | VariadicOp,
  kernel: Kernel,
  inputs: readonly (Tensor | null)[],
  outputs: readonly Tensor[],
  attributes: unknown,
  alsoWritten: readonly Storage[] = [],
): void {
  if (numberOfElements(outputs[0]!.shape) === 0) return;
  const recording = currentRecording();
  if (recording === null) {
    observed(op, inputs, outputs, () => kernel(inputs, outputs, attributes as never));
    return;
  }
  recording.add({ op, kernelName: op.kernel, kernel, inputs, outputs, attributes, alsoWritten });
}

type OutputsOf<Op> =
  Op extends KernelOp<any, any, infer Outputs, any, any>
    ? Outputs extends readonly [string]
      ? Tensor
      : { [At in keyof Outputs]: Tensor }
    : Tensor;
type InputsOf<Op> =
  Op extends KernelOp<any, infer Names, any, any, any>
    ? InputTensors<Names>
    : Op extends VariadicOp
      ? readonly Tensor[]
      : readonly [Tensor];
type AttributesOf<Op> =
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

const noAttributes = Object.freeze({});

/**
 * Runs an op: checks devices, dtypes and shapes, computes, and records what backward needs where gradients are wanted.
 * Returns the op's one output, or all of them where it has several.
 */
export function apply<Op extends AnyOp>(
  op: Op,
  inputs: InputsOf<Op>,
  ...[attributes, options]: Rest<Op>
): OutputsOf<Op> {
  const given = inputs as readonly (Tensor | null)[];
  const device = checkInputs(op, given) ?? options?.device ?? getDefaultDevice();
  if (given.length === 0) checkDevice(op.name, device);
  const bound: unknown = attributes ?? noAttributes;
  if (op.kind === "view") {
    const input = given[0]!;
    const base = options?.inPlaceOfInput === true ? input.base : (input.base ?? input);
    const output = new Tensor(input.storage, input.dtype, op.layout(input, bound), base);
    record(op, given, bound, [output]);
    return output as OutputsOf<Op>;
  }
  const metas = op.infer(given as never, bound) as unknown as readonly TensorMeta[];
  const kernel = kernelOf(op, given, metas, device);
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
  return (outputs.length === 1 ? outputs[0] : outputs) as OutputsOf<Op>;
}

/**
 * Runs a pointwise op in place of its first input, whose version rises, and returns that input.
 * See https://pytorch.org/docs/stable/notes/autograd.html#in-place-operations-with-autograd.
 */
export function applyInPlace<Op extends KernelOp>(
  name: string,
  op: Op,
  inputs: InputsOf<Op>,
  ...[attributes]: Rest<Op>
): Tensor {
  const given = inputs as readonly (Tensor | null)[];
  const device = checkInputs(op, given)!;
  const bound: unknown = attributes ?? noAttributes;
  const target = given[0]!;
  const records =
    isGradEnabled() && (target.base?.requiresGrad === true || given.some((input) => input?.requiresGrad === true));
  if (records) checkRecordedWrite(name, target);
  if (overlapsItself(target)) {
    throw new AutogradError(
      `${name}: unsupported operation: more than one element of the written-to tensor refers to a single memory location. ` +
        "Please clone() the tensor before performing the operation.",
    );
  }
  const [meta] = op.infer(given as never, bound) as unknown as readonly [TensorMeta];
  if (!sameShape(meta.shape, target.shape)) {
    throw new ShapeError(
      `${name}: output with shape ${formatShape(target.shape)} doesn't match the broadcast shape ${formatShape(meta.shape)}`,
    );
  }
  if (meta.dtype !== target.dtype) {
    throw new DTypeError(`${name}: result type ${meta.dtype} can't be cast to the desired output type ${target.dtype}`);
  }
  // Another input that looks at the written memory through other strides would be read half written.
  const isHalfWritten = (input: Tensor) =>
    input.storage === target.storage && (op.readsElsewhere === true || !sameWalk(input, target));
  const safe = given.map((input, at) => (at > 0 && input !== null && isHalfWritten(input) ? clonePlain(input) : input));
  // Backward of an op that saved the overwritten input needs what was there before: PyTorch clones it too.
  const before = records && op.save.includes(op.inputs[0]) ? withHistory(clonePlain(target), target) : null;
  const read = op.overwrites === true ? safe.slice(1) : safe;
  const kernel = kernelOf(op, read, [meta], device);
  const written = (op.alsoWrites ?? []).map((at) => given[at]!.storage);
  compute(op, kernel, read, [target], bound, written);
  target.storage.version += 1;
  for (const storage of written) storage.version += 1;
  if (records) {
    const seen = before === null ? safe : [before, ...safe.slice(1)];
    const edges = [edgeOf(target), ...safe.slice(1).map(edgeOf)];
    const node = makeNode(op, seen, bound, [target], edges);
    if (target.base === null) target.gradNode = node;
    else target.base.gradNode = viewRules().written(node, target, target.base);
  }
  return target;
}

function checkInputs(op: AnyOp, inputs: readonly (Tensor | null)[]): Device | null {
  let device: Device | null = null;
  for (const input of inputs) {
    if (input === null) continue;
    if (!(input instanceof Tensor)) throw new BernoulliError(`${op.name}: expected a Tensor, got ${describe(input)}`);
    ensureOnDevice(input.storage);
    if (device === null) device = input.device;
    else if (device !== input.device) {
      throw new DeviceError(
        `${op.name}: expected all tensors to be on the same device, but found at least two devices, ${device} and ${input.device}; make one anew on the other's device, as in tensor(x.toArray(), { device: "${device}" })`,
      );
    }
  }
  return device;
}

function describe(value: unknown): string {
  return value === undefined
    ? "undefined"
    : Array.isArray(value)
      ? "an array; make a tensor of it with tensor(…)"
      : `a ${typeof value}`;
}

function kernelOf(
  op: KernelOp | VariadicOp,
  inputs: readonly (Tensor | null)[],
  outputs: readonly TensorMeta[],
  device: Device,
): Kernel {
  const source = op.kind === "kernel" ? (op.dtypeFrom ?? 0) : 0;
  const dtype = (inputs[source] ?? outputs[0]!).dtype;
  const kernel = findKernel(device, op.kernel, dtype);
  if (kernel === null) {
    throw new DTypeError(
      `"${op.name}" not implemented for '${dtypeTraits[dtype].scalarName}'; convert with .to("float32") first`,
    );
  }
  return kernel;
}

function edgeOf(input: Tensor | null): Edge {
  if (input === null || !input.requiresGrad) return null;
  return input.gradNode ?? input;
}

function record(op: AnyOp, inputs: readonly (Tensor | null)[], attributes: unknown, outputs: readonly Tensor[]): void {
  if (!isGradEnabled() || op.backward === undefined) return;
  if (!inputs.some((input) => input?.requiresGrad === true) || !isFloating(outputs[0]!.dtype)) return;
  outputs[0]!.gradNode = makeNode(op, inputs, attributes, outputs, inputs.map(edgeOf));
}

function makeNode(
  op: AnyOp,
  inputs: readonly (Tensor | null)[],
  attributes: unknown,
  outputs: readonly Tensor[],
  edges: readonly Edge[],
): GradNode {
  const saved = new Map<string, SavedTensor | null>();
  for (const name of op.save as readonly string[]) {
    const { inputs: names, outputs: outputNames } = op as KernelOp;
    const at = (names as readonly string[]).findIndex((input) => input === name || input === `${name}?`);
    const tensor = at >= 0 ? inputs[at]! : outputs[(outputNames as readonly string[]).indexOf(name)]!;
    saved.set(name, tensor === null ? null : { tensor, version: tensor.storage.version });
  }
  const metas = inputs.map((input) => (input === null ? null : { shape: input.shape, dtype: input.dtype }));
  const { shape, dtype } = outputs[0]!;
  return new GradNode(op, attributes, edges, metas, { shape, dtype }, saved);
}

function checkRecordedWrite(name: string, target: Tensor): void {
  if (target.isLeaf && target.requiresGrad) {
    throw new AutogradError(
      `${name}: a leaf Variable that requires grad is being used in an in-place operation; write inside noGrad(() => …), or use the op without the trailing underscore`,
    );
  }
  if (target.base?.isLeaf === true && target.base.requiresGrad) {
    throw new AutogradError(
      `${name}: a view of a leaf Variable that requires grad is being used in an in-place operation; write inside noGrad(() => …), or clone() the leaf first`,
    );
  }
}

function sameWalk(a: Tensor, b: Tensor): boolean {
  return a.offset === b.offset && sameShape(a.shape, b.shape) && sameShape(a.strides, b.strides);
}

/** What a copy outside the graph is called where ops are counted. */
const copyOp = defineOp({ name: "clone", inputs: ["input"], kernel: "copy", infer: ([input]) => [input] });

/** A contiguous copy outside the graph. */
function clonePlain(source: Tensor): Tensor {
  const copy = allocateOutput("clone", source, source.device);
  compute(copyOp, findKernel(source.device, "copy", source.dtype)!, [source], [copy], noAttributes);
  return copy;
}

function withHistory(copy: Tensor, original: Tensor): Tensor {
  copy.gradNode = original.gradNode;
  return copy;
}
