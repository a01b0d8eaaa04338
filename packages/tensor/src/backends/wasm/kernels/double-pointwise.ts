// Pointwise loops over doubles, two at a time, over operands of any strides: what pointwise.ts is for four floats. What they compute is
// double-formulas.ts's and copy.ts's.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import type { DType } from "../../../tensor/dtype.js";
import {
  F64x2,
  type FunctionBuilder,
  type I32,
  I32x4,
  type I64x2,
  type Kinds,
  type Local,
  loadF32x4,
  loadF32x4Half,
  loadF32x4Lane,
  loadF32x4Low,
  loadF32x4Splat,
  loadF64x2Apart,
  loadF64x2Splat,
  loadI32,
  loadU8,
  ModuleBuilder,
} from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import type { Motion } from "./walk.js";
import { emitNest, mergeDimensions, motionOf, numbered, pick, stepsOf, type Walked, walked } from "./walk.js";
import { partsOf, type Work } from "./work.js";

/** Two doubles, or of truths their masks. */
export type TwoLanes = F64x2 | I64x2;
/** How elements are read and written: all but truths as doubles. */
export type DoubleElement = Exclude<DType, "bool"> | "truth";

interface Access {
  readonly bytes: 1 | 4 | 8;
  readonly kind: "f64x2" | "i64x2";
  /** At `address`, and at `next`, which for neighbours is null. Integers are stored from numbers that fit them. */
  readonly loadTwo: (address: I32, next: I32 | null) => TwoLanes;
  readonly loadOne: (address: I32) => TwoLanes;
  readonly storeTwo: (f: FunctionBuilder, address: I32, next: I32 | null, lanes: never) => void;
  readonly storeOne: (f: FunctionBuilder, address: I32, lanes: never) => void;
}

const loadByte = (address: I32): I32x4 => I32x4.splat(loadU8(address));
const twoBytes = (address: I32, next: I32 | null): I32x4 => {
  const second = loadU8(next ?? address, next === null ? 1 : 0);
  return loadByte(address).withLane(2, second).withLane(3, second);
};
const twoWords = (address: I32, next: I32 | null) =>
  next === null ? loadF32x4Half(address) : loadF32x4Lane(next, loadF32x4Low(address), 1);

const access: { readonly [E in DoubleElement]: Access } = {
  float64: {
    bytes: 8,
    kind: "f64x2",
    loadTwo: (address, next) => (next === null ? loadF32x4(address).asF64x2() : loadF64x2Apart(address, next)),
    loadOne: (address) => loadF64x2Splat(address),
    storeTwo: (f, address, next, lanes: F64x2) => {
      if (next === null) return f.store(address, lanes);
      f.store(address, lanes.lane(0));
      f.store(next, lanes.lane(1));
    },
    storeOne: (f, address, lanes: F64x2) => f.store(address, lanes.lane(0)),
  },
  float32: {
    bytes: 4,
    kind: "f64x2",
    loadTwo: (address, next) => twoWords(address, next).lowToF64x2(),
    loadOne: (address) => loadF32x4Splat(address).lowToF64x2(),
    storeTwo: (f, address, next, lanes: F64x2) => {
      const floats = f.local("f32x4", "floats", lanes.toF32x4());
      f.storeLane(address, floats, 0);
      f.storeLane(next ?? address, floats, 1, next === null ? 4 : 0);
    },
    storeOne: (f, address, lanes: F64x2) => f.storeLane(address, lanes.toF32x4(), 0),
  },
  int32: {
    bytes: 4,
    kind: "f64x2",
    loadTwo: (address, next) => twoWords(address, next).asI32x4().lowToF64x2(),
    loadOne: (address) => I32x4.splat(loadI32(address)).lowToF64x2(),
    storeTwo: (f, address, next, lanes: F64x2) => {
      const whole = f.local("i32x4", "whole", lanes.toI32x4());
      f.storeLane(address, whole, 0);
      f.storeLane(next ?? address, whole, 1, next === null ? 4 : 0);
    },
    storeOne: (f, address, lanes: F64x2) => f.storeLane(address, lanes.toI32x4(), 0),
  },
  uint8: {
    bytes: 1,
    kind: "f64x2",
    loadTwo: (address, next) =>
      loadByte(address)
        .withLane(1, loadU8(next ?? address, next === null ? 1 : 0))
        .lowToF64x2(),
    loadOne: (address) => loadByte(address).lowToF64x2(),
    storeTwo: (f, address, next, lanes: F64x2) => {
      const whole = f.local("i32x4", "whole", lanes.toI32x4());
      f.storeByte(address, whole.lane(0));
      f.storeByte(next ?? address, whole.lane(1), next === null ? 1 : 0);
    },
    storeOne: (f, address, lanes: F64x2) => f.storeByte(address, lanes.toI32x4().lane(0)),
  },
  truth: {
    bytes: 1,
    kind: "i64x2",
    loadTwo: (address, next) => twoBytes(address, next).notEquals(0).asI64x2(),
    loadOne: (address) => loadByte(address).notEquals(0).asI64x2(),
    storeTwo: (f, address, next, mask: I64x2) => {
      f.storeByte(address, mask.asI32x4().lane(0).and(1));
      f.storeByte(next ?? address, mask.asI32x4().lane(2).and(1), next === null ? 1 : 0);
    },
    storeOne: (f, address, mask: I64x2) => f.storeByte(address, mask.asI32x4().lane(0).and(1)),
  },
};

export interface DoublePointwise {
  /** Names it and its dtypes: the key of its kernels. */
  readonly name: string;
  readonly inputs: readonly DoubleElement[];
  readonly output: DoubleElement;
  /** Numbers that are the same for every element. */
  readonly numbers: number;
  /** Inputs that are written in place beside the output. */
  readonly alsoWrites: readonly number[];
  /** About what an element takes. */
  readonly nanoseconds: number;
  /** The output, and what those inputs become; all that it is given are locals. */
  readonly compute: (f: FunctionBuilder, inputs: readonly TwoLanes[], numbers: readonly F64x2[]) => readonly TwoLanes[];
}

/**
 * A kernel of the table out of an operation; `numbersOf` takes its numbers from the attributes.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function doubleKernel(
  operation: DoublePointwise,
  numbersOf: (attributes: never) => readonly number[],
): KernelFunction {
  const kernel = (inputs: readonly (Operand | null)[], [output]: readonly Operand[], attributes: unknown): void => {
    // A copy may be given more, which its op has for backward alone.
    const own = inputs.slice(0, operation.inputs.length) as readonly Operand[];
    const operands = [...own, output!].map(walked);
    runDoubles(runtimeOf(output!), operation, output!.shape, operands, numbersOf(attributes as never));
  };
  return repeats(kernel as KernelFunction, numbersOf as never);
}

/** Runs an operation over raw memory: the inputs, then the output, all of one shape. */
export function runDoubles(
  runtime: Runtime,
  operation: DoublePointwise,
  shape: readonly number[],
  operands: readonly Walked[],
  numbers: readonly number[] = [],
): void {
  const { nanoseconds, tasks } = workOfDoubles(runtime, operation, shape, operands, numbers);
  runtime.parallel(nanoseconds, tasks);
}

/** What {@link runDoubles} does, for a job that does more. */
export function workOfDoubles(
  runtime: Runtime,
  operation: DoublePointwise,
  shape: readonly number[],
  operands: readonly Walked[],
  numbers: readonly number[] = [],
): Work {
  const types = [...operation.inputs, operation.output];
  const walk = mergeDimensions(
    shape,
    operands.map(({ strides }) => strides),
  );
  // A single element is a row of one.
  const sizes = walk.sizes.length === 0 ? [1] : walk.sizes;
  const strides = walk.sizes.length === 0 ? operands.map(() => [1]) : walk.strides;
  const motions = strides.map((own) => motionOf(own.at(-1)!));
  const compiled = runtime.kernel(`doubles ${operation.name} ${sizes.length} ${motions.join(" ")}`, () =>
    emitDoublePointwise(operation, sizes.length, motions),
  );
  const words = wordsOf(numbers);
  const elements = sizes.reduce((product, size) => product * size, 1);
  const tasks = (parts: number): void => {
    for (const part of partsOf(sizes, Math.min(parts, Math.floor(elements / elementsOfPart)))) {
      const addresses = operands.map(
        ({ address, bytes }, at) => address + part.begin * strides[at]![part.loop]! * bytes,
      );
      const steps = types.flatMap((type, at) => stepsOf(part.sizes, strides[at]!, access[type].bytes));
      runtime.task(() => runtime.call(compiled, "run", ...addresses, ...part.sizes, ...steps, ...words));
    }
  };
  return { nanoseconds: elements * operation.nanoseconds, tasks };
}

/** Elements that a task has at least. */
const elementsOfPart = 8 * 1024;

/** Doubles as two integers each: tasks are written down in words. */
function wordsOf(numbers: readonly number[]): readonly number[] {
  return numbers.length === 0 ? [] : [...new Int32Array(Float64Array.from(numbers).buffer)];
}

/** `run(addresses…, sizes…, steps of each operand…, words of the numbers…)` */
function emitDoublePointwise(operation: DoublePointwise, rank: number, motions: readonly Motion[]): ModuleBuilder {
  const module = new ModuleBuilder();
  const count = operation.inputs.length + 1;
  const parameters = {
    ...numbered("i32", "address", count),
    ...numbered("i32", "size", rank),
    ...numbered("i32", "step", count * rank),
    ...numbered("i32", "word", 2 * operation.numbers),
  };
  module.define("run", parameters, (f, given) => {
    const addresses = pick(given, "address", count);
    const sizes = pick(given, "size", rank);
    const steps = pick(given, "step", count * rank);
    const words = pick(given, "word", 2 * operation.numbers);
    const numbers = Array.from({ length: operation.numbers }, (_, at) => {
      const [low, high] = [words[2 * at]!, words[2 * at + 1]!];
      return f.local("f64x2", `number${at}`, I32x4.splat(low).withLane(1, high).withLane(3, high).asF64x2());
    });
    const row = emitRow(f, operation, motions, addresses, (operand) => steps[operand * rank + rank - 1]!, numbers);
    emitNest(
      f,
      sizes.slice(0, rank - 1),
      () => row(sizes[rank - 1]!),
      (loop) => {
        for (const [operand, address] of addresses.entries()) f.increase(address, steps[operand * rank + loop]!);
      },
    );
  });
  return module;
}

function emitRow(
  f: FunctionBuilder,
  operation: DoublePointwise,
  motions: readonly Motion[],
  addresses: readonly Local<I32>[],
  stepOf: (operand: number) => I32,
  numbers: readonly F64x2[],
): (size: I32) => void {
  const types = [...operation.inputs, operation.output].map((type) => access[type]);
  const lanes = operation.inputs.map((_, at) => f.local(types[at]!.kind, `lanes${at}`));
  const nextOf = (at: number): I32 | null => (motions[at] === "apart" ? addresses[at]!.add(stepOf(at)) : null);
  const load = (at: number, elements: 1 | 2): TwoLanes =>
    elements === 2 && motions[at] !== "broadcast"
      ? types[at]!.loadTwo(addresses[at]!, nextOf(at))
      : types[at]!.loadOne(addresses[at]!);
  const turn = (elements: 1 | 2) => () => {
    for (const [at, own] of lanes.entries())
      if (motions[at] !== "broadcast") f.set(own as Local<F64x2>, load(at, elements) as F64x2);
    const results = operation.compute(f, lanes as readonly TwoLanes[], numbers);
    const held =
      results.length === 1
        ? results
        : results.map((own, at) => f.local(kindOf(own), `result${at}`, own as never) as TwoLanes);
    for (const [index, at] of [operation.inputs.length, ...operation.alsoWrites].entries()) {
      const value = f.local(types[at]!.kind, "stored", held[index]! as never) as never;
      if (elements === 2) types[at]!.storeTwo(f, addresses[at]!, nextOf(at), value);
      else types[at]!.storeOne(f, addresses[at]!, value);
    }
    for (const [at, motion] of motions.entries()) {
      if (motion === "together") f.increase(addresses[at]!, elements * types[at]!.bytes);
      else if (motion === "apart") f.increase(addresses[at]!, elements === 1 ? stepOf(at) : stepOf(at).shiftLeft(1));
    }
  };
  return (size) => {
    for (const [at, own] of lanes.entries())
      if (motions[at] === "broadcast") f.set(own as Local<F64x2>, load(at, 1) as F64x2);
    f.repeat(size.shiftRightUnsigned(1), turn(2));
    f.repeat(size.and(1), turn(1));
  };
}

export function kindOf(lanes: TwoLanes): keyof Pick<Kinds, "f64x2" | "i64x2"> {
  return lanes instanceof F64x2 ? "f64x2" : "i64x2";
}
