// The door for writes: an op whose result takes the place of its first input. What the write would change under the hands of
// others (the op's own other operands, what backward reads) is copied before; how the history of views goes on is
// autograd/views.ts's.

import { anomalies } from "../autograd/anomalies.js";
import { isInferenceModeEnabled, isRecording } from "../autograd/grad-mode.js";
import { type Edge, type GradientRule, GradNode } from "../autograd/node.js";
import { currentRecomputing } from "../autograd/recomputing.js";
import { edgeOf, hasRule, isRead, recordedOf } from "../autograd/record.js";
import { viewRules } from "../autograd/view-rules.js";
import { AutogradError, DTypeError, ShapeError } from "../checks/errors.js";
import { clone } from "../ops/creation/clone.js";
import { formatShape, overlapsItself, sameShape } from "../tensor/shape.js";
import type { Tensor, TensorMeta } from "../tensor/tensor.js";
import { type AttributesOf, checkInputs, compute, type InputsOf, kernelOf, noAttributes } from "./apply.js";
import { currentLifting } from "./lifting.js";
import type { KernelOp } from "./op.js";
import { tell } from "./witness.js";

/**
 * Runs a pointwise op in place of its first input, whose version rises, and returns that input.
 * See https://pytorch.org/docs/stable/notes/autograd.html#in-place-operations-with-autograd.
 */
export function applyInPlace<Op extends KernelOp>(
  name: string,
  op: Op,
  inputs: InputsOf<Op>,
  attributes: AttributesOf<Op> = noAttributes as AttributesOf<Op>,
): Tensor {
  const lifting = currentLifting();
  const given = lifting === null ? (inputs as readonly (Tensor | null)[]) : lifting.lift(inputs);
  const device = checkInputs({ name }, given)!;
  const target = given[0]!;
  const records =
    isRecording() && (target.base?.requiresGrad === true || given.some((input) => input?.requiresGrad === true));
  if (target.storage.isInference && !isInferenceModeEnabled()) {
    throw new AutogradError(
      `${name}: Inplace update to inference tensor outside InferenceMode is not allowed. You can make a clone() to get a normal tensor before doing inplace update.`,
    );
  }
  if (records) checkRecordedWrite(name, op, target);
  // A write on a view is recorded on the base, and would there have to reach every place that shows the same element.
  if (overlapsItself(target) || (records && target.base !== null && overlapsItself(target.base))) {
    throw new AutogradError(
      `${name}: unsupported operation: more than one element of the written-to tensor refers to a single memory location. ` +
        "Please clone() the tensor before performing the operation.",
    );
  }
  const [meta] = op.infer(given as never, attributes) as unknown as readonly [TensorMeta];
  checkResult(name, meta, target);
  const kernel = kernelOf(op, op.overwrites === true ? given.slice(1) : given, [meta], device, attributes, name);
  // Before the write: after it, views of what was written have another history.
  const edges = given.map((input) => (records ? edgeOf(input) : null));
  const before = valuesBefore(op, given, edges);
  const read = [target, ...before.slice(1)];
  const alsoWritten = (op.alsoWrites ?? []).map((at) => given[at]!);
  const written = alsoWritten.map(({ storage }) => storage);
  const recomputing = currentRecomputing();
  // What is lifted comes here again, as the tensor that holds its samples.
  if (recomputing !== null)
    for (const one of [target, ...alsoWritten]) if (lifting?.isLifted(one) !== true) recomputing.write(one);
  if (lifting?.write(name, op, read, attributes) !== true)
    compute(op, kernel, op.overwrites === true ? read.slice(1) : read, [target], attributes, written);
  target.storage.version += 1;
  for (const storage of written) storage.version += 1;
  if (records && hasRule(op)) {
    anomalies()?.made?.(
      op.name,
      before.filter((input) => input !== target),
      [target],
    );
    const write = recordedOf(op, before, attributes, [target], edges);
    const { base } = target;
    if (base === null) target.gradEdge = { node: new GradNode(write), output: 0 };
    else {
      base.gradEdge = { node: new GradNode(viewRules().written(write, target, base)), output: 0 };
      // The written view follows at once, as in PyTorch: what it retains is the gradient of its new value, whoever asks first.
      void target.gradNode;
    }
  }
  tell(op, read, attributes, [target], true);
  return target;
}

/**
 * The inputs as the kernel, and later backward, are to read them. Copied, within the graph, is what backward reads and the write
 * changes, and another input that looks at the written memory through other strides: it would be read half written.
 */
function valuesBefore(
  op: KernelOp,
  given: readonly (Tensor | null)[],
  edges: readonly Edge[],
): readonly (Tensor | null)[] {
  const target = given[0]!;
  const isSaved = (at: number) =>
    op.save.some((saving) => saving.from === "inputs" && saving.at === at && isRead(saving, edges));
  return given.map((input, at) => {
    if (input === null || input.storage !== target.storage) return input;
    // Of what an update writes no copy will do, and what it is given shares no memory that is written (formulas/update.ts).
    if (op.alsoWrites !== undefined) return input;
    // Where a lifted tensor's samples lie is not asked: other views of them are copied.
    const isElsewhere = () =>
      input !== target && (currentLifting()?.isLifted(target) === true || !sameWalk(input, target));
    const isHalfWritten = at > 0 && (op.readsElsewhere === true || isElsewhere());
    return isHalfWritten || isSaved(at) ? clone(input) : input;
  });
}

function checkRecordedWrite<Op extends KernelOp>(
  name: string,
  op: Op,
  target: Tensor,
): asserts op is Op & GradientRule {
  if (!hasRule(op)) throw new AutogradError(`${name} cannot be differentiated; call it inside noGrad(() => …)`);
  target.checkWritable();
  if (target.isLeaf && target.requiresGrad) {
    throw new AutogradError(
      `${name}: a leaf Variable that requires grad is being used in an in-place operation; write inside noGrad(() => …), or use the op without the trailing underscore`,
    );
  }
  const { base } = target;
  // A view with a history of its own, not its base's, is one of a leaf that is itself a view.
  const isOfLeaf = base !== null && (base.requiresGrad ? base.isLeaf : target.requiresGrad);
  if (isOfLeaf) {
    throw new AutogradError(
      `${name}: a view of a leaf Variable that requires grad is being used in an in-place operation; write inside noGrad(() => …), or clone() the leaf first`,
    );
  }
  // It has no history of which the write could be the next part, and its base has.
  if (base?.requiresGrad === true && !target.requiresGrad) {
    throw new AutogradError(
      `${name}: A view was created in noGrad and is being modified inplace with grad mode enabled. Given that this use case is ambiguous and error-prone, it is forbidden; ` +
        "move both the view and the write inside noGrad(() => …), or both outside",
    );
  }
}

function checkResult(name: string, { shape, dtype }: TensorMeta, target: Tensor): void {
  if (!sameShape(shape, target.shape)) {
    throw new ShapeError(
      `${name}: output with shape ${formatShape(target.shape)} doesn't match the broadcast shape ${formatShape(shape)}`,
    );
  }
  if (dtype !== target.dtype)
    throw new DTypeError(`${name}: result type ${dtype} can't be cast to the desired output type ${target.dtype}`);
}

function sameWalk(a: Tensor, b: Tensor): boolean {
  return a.offset === b.offset && sameShape(a.shape, b.shape) && sameShape(a.strides, b.strides);
}
