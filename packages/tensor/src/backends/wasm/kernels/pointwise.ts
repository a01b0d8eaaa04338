// The one scheme behind all pointwise kernels: an expression over four lanes, put into loops over operands of any
// strides. The expressions themselves are in formulas.ts, transcendental.ts and copy.ts.

import type { KernelFunction, KernelName, Operand } from "../../../kernels/contract.js";
import type { DType } from "../../../tensor/dtype.js";
import { F32x4, type FunctionBuilder, type I32, I32x4, type Local, ModuleBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { getSimd } from "../simd.js";
import { split } from "../threads/split.js";
import { type ElementType, elementAccess, type FourAddresses, type LanesOf } from "./elements.js";
import { type BytesOfPointwise, emitBytesOfRow, type Motion } from "./pointwise-bytes.js";
import type { PointwiseSteps } from "./pointwise-steps.js";
import { emitNest, mergeDimensions, numbered, pick, stepsOf, type Walked, walked } from "./walk.js";

type LanesOfEach<Types extends readonly ElementType[]> = { readonly [I in keyof Types]: LanesOf[Types[I]] };
type ScalarType = "float32" | "int32";

/** A pointwise operation: what it reads, what it writes, and the expression between them. */
export interface Pointwise<
  Inputs extends readonly ElementType[] = readonly ElementType[],
  Output extends ElementType = ElementType,
  Scalars extends readonly ScalarType[] = readonly ScalarType[],
> extends BytesOfPointwise {
  /** Names the operation and its dtypes: the key of its kernels. */
  readonly name: string;
  readonly inputs: Inputs;
  readonly output: Output;
  /** Numbers that are the same for every element. */
  readonly scalars: Scalars;
  /** Whether an element's steps, all of floats, wait for each other for long: two vectors then go side by side. */
  readonly isLong?: boolean;
  /** Inputs that are written in place beside the output: `compute` assigns to their locals. */
  readonly alsoWrites?: readonly number[];
  /** The inputs and scalars are locals: they may be used more than once. */
  readonly compute: (f: FunctionBuilder, inputs: LanesOfEach<Inputs>, scalars: LanesOfEach<Scalars>) => LanesOf[Output];
  /** The same step by step, for those who compute several operations at once; one that also writes inputs has to say. */
  readonly steps?: PointwiseSteps;
}

/** Fixes the types of an operation for its expression, then forgets them. @__NO_SIDE_EFFECTS__ */
export function definePointwise<
  const Inputs extends readonly ElementType[],
  Output extends ElementType,
  const Scalars extends readonly ScalarType[] = [],
>(operation: Omit<Pointwise<Inputs, Output, Scalars>, "scalars"> & { readonly scalars?: Scalars }): Pointwise {
  return { scalars: [], ...operation } as unknown as Pointwise;
}

export function motionOf(stride: number): Motion {
  return stride === 1 ? "together" : stride === 0 ? "broadcast" : "apart";
}

/** What a kernel of the table computes, for those who put several into one loop. */
export interface PointwiseDefinition {
  readonly operation: Pointwise;
  /** Its numbers, from the attributes. */
  readonly scalars: (attributes: never) => readonly number[];
}

const definitions = new WeakMap<KernelFunction, (output: DType) => PointwiseDefinition | null>();

/**
 * Says what a kernel computes for each dtype of its output, or null where it is no plain pointwise loop.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function describeKernel<K extends KernelName>(
  kernel: KernelFunction<K>,
  definition: (output: DType) => PointwiseDefinition | null,
): KernelFunction<K> {
  definitions.set(kernel as KernelFunction, definition);
  return kernel;
}

export function definitionOf(kernel: KernelFunction, output: DType): PointwiseDefinition | null {
  return definitions.get(kernel)?.(output) ?? null;
}

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

/** Something that can be cut into tasks. */
export interface Work {
  readonly nanoseconds: number;
  readonly tasks: (parts: number) => void;
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

/** Works that do not depend on each other, as one job. */
export function runTogether(runtime: Runtime, works: readonly Work[]): void {
  const total = works.reduce((sum, { nanoseconds }) => sum + nanoseconds, 0);
  runtime.parallel(total, (parts) => {
    for (const { nanoseconds, tasks } of works) tasks(Math.ceil((parts * nanoseconds) / total));
  });
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

/**
 * Whether two vectors are computed side by side: their lanes are mixed before and sorted behind, so that V8, which puts down what one store
 * needs before it looks at the next, puts down both at once, and neither waits for itself. A sixth to a third less for long chains;
 * for short ones the shuffles cost more. What widens vectors does so with both by itself, and does not shuffle.
 */
function isSideBySide({ isLong = false, alsoWrites = [] }: Pointwise, motions: readonly Motion[]): boolean {
  return isLong && alsoWrites.length === 0 && !motions.includes("apart") && getSimd() !== "wide";
}

/** Whether vectors of all operands can be widened: neighbours in memory, of one size. */
function isOfFloats({ inputs, output, alsoWrites = [] }: Pointwise, motions: readonly Motion[]): boolean {
  return (
    [...inputs, output].every((type) => type === "float32") && alsoWrites.length === 0 && !motions.includes("apart")
  );
}

/** What an element takes, about: a memory access each operand, more where lanes are converted or gathered; of bytes sixteen are one. */
function nanosecondsOf({ inputs, computeBytes }: Pointwise): number {
  return (computeBytes === undefined ? 0.15 : 0.02) * (inputs.length + 1);
}

export interface Part {
  readonly loop: number;
  readonly begin: number;
  /** The sizes of all loops, of which `loop` goes only so far. */
  readonly sizes: readonly number[];
}

/** Elements that a task has at least; of these a row is cut at multiples of a cache line. */
const elementsOfPart = 16 * 1024;

/** Cuts the outermost loop that has enough turns. */
export function partsOf(sizes: readonly number[], count: number): readonly Part[] {
  if (count <= 1) return [{ loop: 0, begin: 0, sizes }];
  const enough = sizes.findIndex((size) => size >= count);
  const loop = enough >= 0 ? enough : sizes.indexOf(Math.max(...sizes));
  const unit = loop === sizes.length - 1 ? 64 : 1;
  return split(sizes[loop] as number, count, unit).map(([begin, end]) => ({
    loop,
    begin,
    sizes: sizes.map((size, i) => (i === loop ? end - begin : size)),
  }));
}

/** The parameters of a function that has an operation's numbers. */
export function scalarParameters({ scalars }: Pick<Pointwise, "scalars">): Record<string, "f32" | "i32"> {
  return Object.fromEntries(scalars.map((type, i) => [`scalar${i}`, type === "float32" ? "f32" : "i32"] as const));
}

/** They, each in all lanes of a local. */
export function scalarsIn(
  f: FunctionBuilder,
  { scalars }: Pick<Pointwise, "scalars">,
  given: Readonly<Record<string, unknown>>,
) {
  return scalars.map((type, i) => {
    const value = given[`scalar${i}`];
    return type === "float32"
      ? f.local("f32x4", `scalar${i}x4`, F32x4.splat(value as never))
      : f.local("i32x4", `scalar${i}x4`, I32x4.splat(value as never));
  });
}

/** One module with one function, `run(addresses…, sizes…, steps of each operand…, scalars…)`. */
export function emitPointwise(operation: Pointwise, rank: number, motions: readonly Motion[]): ModuleBuilder {
  const module = new ModuleBuilder();
  const types = [...operation.inputs, operation.output];
  const parameters = {
    ...numbered("i32", "address", types.length),
    ...numbered("i32", "size", rank),
    ...numbered("i32", "step", types.length * rank),
    ...scalarParameters(operation),
  };
  module.define("run", parameters, (f, given) => {
    const addresses = pick(given, "address", types.length);
    const sizes = pick(given, "size", rank);
    const steps = pick(given, "step", types.length * rank);
    const stepOf = (operand: number, loop: number): I32 => steps[operand * rank + loop] as I32;
    const scalars = scalarsIn(f, operation, given);
    const row = emitRow(f, operation, motions, addresses, (operand) => stepOf(operand, rank - 1), scalars);
    emitNest(
      f,
      sizes.slice(0, rank - 1),
      () => row(sizes[rank - 1] as I32),
      (loop) => {
        for (const [operand, address] of addresses.entries()) f.increase(address, stepOf(operand, loop));
      },
    );
  });
  return module;
}

/** Vectors of a turn: to count turns and to move addresses takes as long as to add two numbers. */
const vectorsOfTurn = 4;

/** Emits what comes before all rows; the result emits the loop over one row: several vectors a turn, then one, then one element. */
function emitRow(
  f: FunctionBuilder,
  operation: Pointwise,
  motions: readonly Motion[],
  addresses: readonly Local<I32>[],
  stepOf: (operand: number) => I32,
  scalars: readonly (F32x4 | I32x4)[],
): (size: I32) => void {
  const outputAt = operation.inputs.length;
  // How lanes are read varies from operand to operand; the casts below treat them all as floats, which emits the same.
  const access = [...operation.inputs, operation.output].map(
    (type) => elementAccess[type],
  ) as (typeof elementAccess)["float32"][];
  const twoSteps = motions.map((motion, i) =>
    motion === "apart" ? f.local("i32", `twoSteps${i}`, stepOf(i).shiftLeft(1)) : null,
  );
  const broadcast = motions.map((motion, i) =>
    motion === "broadcast" ? f.local(access[i]!.kind, `broadcast${i}`) : null,
  );
  const lanes = motions.map((_, i) => f.local(access[i]!.kind, `lanes${i}`));
  const apart = (i: number): FourAddresses => {
    const [address, step, twice] = [addresses[i]!, stepOf(i), twoSteps[i]!];
    return [address, address.add(step), address.add(twice), address.add(twice).add(step)];
  };

  const load = (i: number, elements: 1 | 4, vector: number): F32x4 => {
    if (elements === 1) return access[i]!.loadOne(addresses[i]!);
    if (motions[i] === "apart") return access[i]!.loadApart(apart(i));
    return access[i]!.loadFour(addresses[i]!, 4 * access[i]!.bytes * vector);
  };
  const store = (i: number, elements: 1 | 4, vector: number): void => {
    const value = lanes[i] as F32x4;
    if (elements === 1) access[i]!.storeOne(f, addresses[i]!, value);
    else if (motions[i] === "apart") access[i]!.storeApart(f, apart(i), value);
    else access[i]!.storeFour(f, addresses[i]!, value, 4 * access[i]!.bytes * vector);
  };
  /** One element, or so many vectors of four, one after another: what lies apart is moved by one. */
  const turn = (elements: 1 | 4, vectors = 1) => {
    const step = vectors > 1 && (isInPairs || isWidened) ? 2 : 1;
    for (let vector = 0; vector < vectors; vector += step) {
      if (step === 2) {
        if (isWidened) neighbours(vector);
        else pair(vector);
        continue;
      }
      operation.inputs.forEach((_, i) => {
        if (motions[i] !== "broadcast") f.set(lanes[i] as Local<F32x4>, load(i, elements, vector));
      });
      const inputs = operation.inputs.map((_, i) => broadcast[i] ?? lanes[i]!);
      const result = operation.compute(f, inputs as never, scalars as never);
      f.set(lanes[outputAt] as Local<F32x4>, result as F32x4);
      for (const i of [outputAt, ...(operation.alsoWrites ?? [])]) store(i, elements, vector);
    }
    motions.forEach((motion, i) => {
      if (motion === "together") f.increase(addresses[i]!, elements * vectors * access[i]!.bytes);
      else if (motion === "apart") f.increase(addresses[i]!, elements === 1 ? stepOf(i) : twoSteps[i]!.shiftLeft(1));
    });
  };
  const mixed = operation.inputs.map((_, i) => f.local(access[i]!.kind, `mixed${i}`));
  const [low, high] = [
    [0, 1, 4, 5],
    [2, 3, 6, 7],
  ] as const;
  /** Two vectors from the `vector`-th on. */
  const pair = (vector: number): void => {
    for (const i of operation.inputs.keys()) {
      if (motions[i] === "broadcast") continue;
      const [first, second] = [load(i, 4, vector), load(i, 4, vector + 1)];
      f.set(lanes[i] as Local<F32x4>, first.shuffle(second, low));
      f.set(mixed[i] as Local<F32x4>, first.shuffle(second, high));
    }
    const results = [lanes, mixed].map((own, at) => {
      const inputs = operation.inputs.map((_, i) => broadcast[i] ?? own[i]!);
      return f.local("f32x4", `result${at}`, operation.compute(f, inputs as never, scalars as never) as F32x4);
    });
    for (const [at, own] of [low, high].entries()) {
      f.set(lanes[outputAt] as Local<F32x4>, results[0]!.shuffle(results[1]!, own));
      store(outputAt, 4, vector + at);
    }
  };
  /** Two vectors from the `vector`-th on, of which all is loaded before anything is stored, the higher first: V8 makes one of them. */
  const neighbours = (vector: number): void => {
    for (const i of operation.inputs.keys()) {
      if (motions[i] === "broadcast") continue;
      f.set(lanes[i] as Local<F32x4>, load(i, 4, vector));
      f.set(mixed[i] as Local<F32x4>, load(i, 4, vector + 1));
    }
    const results = [lanes, mixed].map((own, at) => {
      const inputs = operation.inputs.map((_, i) => broadcast[i] ?? own[i]!);
      return f.local("f32x4", `result${at}`, operation.compute(f, inputs as never, scalars as never) as F32x4);
    });
    for (const at of [1, 0]) {
      f.set(lanes[outputAt] as Local<F32x4>, results[at]!);
      store(outputAt, 4, vector + at);
    }
  };
  const isInPairs = isSideBySide(operation, motions);
  const isWidened = isOfFloats(operation, motions) && getSimd() === "wide";
  // To count is nothing beside a long chain; V8 takes long to compile many copies of it, and runs slow code meanwhile.
  const vectors = motions.includes("apart") ? 1 : isInPairs ? 2 : vectorsOfTurn;

  const bytes = emitBytesOfRow(f, operation, { motions, addresses, scalars });
  return (whole) => {
    const size = bytes?.(whole) ?? whole;
    motions.forEach((motion, i) => {
      if (motion === "broadcast" && i !== outputAt)
        f.set(broadcast[i] as Local<F32x4>, access[i]!.loadOne(addresses[i]!));
    });
    if (vectors > 1) f.repeat(size.shiftRightUnsigned(2 + Math.log2(vectors)), () => turn(4, vectors));
    const fours = size.shiftRightUnsigned(2);
    f.repeat(vectors > 1 ? fours.and(vectors - 1) : fours, () => turn(4));
    f.repeat(size.and(3), () => turn(1));
  };
}
