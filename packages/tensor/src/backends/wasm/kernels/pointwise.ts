// Runs pointwise operations: as kernels of the table, over raw memory, or as a part of a larger job. What they compute is in
// pointwise-operation.ts, their loops are emitted by pointwise-emitter.ts; the expressions are in formulas.ts, transcendental.ts and copy.ts.

import type { KernelFunction, KernelName, Operand } from "../../../kernels/contract.js";
import { repeats } from "../replayable.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { emitPointwise, isSideBySide } from "./pointwise-emitter.js";
import { describeKernel, type Pointwise } from "./pointwise-operation.js";
import { type Motion, mergeDimensions, motionOf, stepsOf, type Walked, walked } from "./walk.js";
import { partsOf, type Work } from "./work.js";

/**
 * A kernel of the table out of an operation; `scalars` takes its numbers from the attributes.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function pointwiseKernel<K extends KernelName>(
  operation: Pointwise,
  scalars: (attributes: Parameters<KernelFunction<K>>[2]) => readonly number[] = () => [],
): KernelFunction<K> {
  const kernel: KernelFunction<K> = (inputs, outputs, attributes) => {
    const output = outputs[0] as Operand;
    const operands = [...(inputs as readonly Operand[]), output].map(walked);
    runPointwise(runtimeOf(output), operation, output.shape, operands, scalars(attributes));
  };
  return repeats(
    describeKernel(kernel, () => ({ operation, scalars })),
    scalars,
  );
}

/** Runs an operation over raw memory: the inputs, then the output, all of one shape. */
export function runPointwise(
  runtime: Runtime,
  operation: Pointwise,
  shape: readonly number[],
  operands: readonly Walked[],
  scalars: readonly number[] = [],
): void {
  const { nanoseconds, tasks } = pointwiseWork(runtime, operation, shape, operands, scalars);
  runtime.parallel(nanoseconds, tasks);
}

/** What {@link runPointwise} does, for a job that does more. */
export function pointwiseWork(
  runtime: Runtime,
  operation: Pointwise,
  shape: readonly number[],
  operands: readonly Walked[],
  scalars: readonly number[] = [],
): Work {
  const walk = mergeDimensions(
    shape,
    operands.map(({ strides }) => strides),
  );
  // A single element is a row of one.
  const sizes = walk.sizes.length === 0 ? [1] : walk.sizes;
  const strides = walk.sizes.length === 0 ? operands.map(() => [1]) : walk.strides;
  const motions = strides.map((own) => motionOf(own[sizes.length - 1] as number));
  const kernel = runtime.kernel(keyOf(operation, motions, sizes.length), () =>
    emitPointwise(operation, sizes.length, motions),
  );
  const elements = sizes.reduce((product, size) => product * size, 1);
  const tasks = (parts: number) => {
    for (const part of partsOf(sizes, Math.min(parts, Math.floor(elements / elementsOfPart)))) {
      const addresses = operands.map(
        ({ address, bytes }, i) => address + part.begin * (strides[i]?.[part.loop] as number) * bytes,
      );
      const steps = operands.flatMap(({ bytes }, i) => stepsOf(part.sizes, strides[i] as readonly number[], bytes));
      runtime.task(() => runtime.callWith(kernel, "run", [...addresses, ...part.sizes, ...steps, ...scalars]));
    }
  };
  return { nanoseconds: elements * nanosecondsOf(operation), tasks };
}

/** The kernels' keys by operation and by a number for loops and motions: building a string for each call costs more. */
const keys = new WeakMap<Pointwise, Map<number, string>>();
const motionNumbers: { readonly [M in Motion]: number } = { together: 1, broadcast: 2, apart: 3 };

function keyOf(operation: Pointwise, motions: readonly Motion[], rank: number): string {
  let ofOperation = keys.get(operation);
  if (ofOperation === undefined) {
    ofOperation = new Map();
    keys.set(operation, ofOperation);
  }
  let number = isSideBySide(operation, motions) ? -rank : rank;
  for (const motion of motions) number = 4 * number + Math.sign(number) * motionNumbers[motion];
  let key = ofOperation.get(number);
  if (key === undefined) {
    key = `pointwise ${operation.name} ${rank} ${motions.join(" ")}${number < 0 ? " side by side" : ""}`;
    ofOperation.set(number, key);
  }
  return key;
}

/** What an element takes, about: a memory access each operand, more where lanes are converted or gathered; of bytes sixteen are one. */
function nanosecondsOf({ inputs, computeBytes }: Pointwise): number {
  return (computeBytes === undefined ? 0.15 : 0.02) * (inputs.length + 1);
}

/** Elements that a task has at least; of these a row is cut at multiples of a cache line. */
const elementsOfPart = 16 * 1024;
