// Emits the loops of a pointwise kernel: an operation's expression over four lanes, put into a nest over operands of any strides, whose rows
// go several vectors a turn.

import {
  type F32x4,
  type FunctionBuilder,
  type I32,
  type I32x4,
  type Local,
  ModuleBuilder,
} from "../assembler/index.js";
import { getSimd } from "../simd.js";
import { elementAccess, type FourAddresses } from "./elements.js";
import { emitBytesOfRow } from "./pointwise-bytes.js";
import { type Pointwise, scalarParameters, scalarsIn } from "./pointwise-operation.js";
import { emitNest, type Motion, numbered, pick } from "./walk.js";

/**
 * Whether two vectors are computed side by side: their lanes are mixed before and sorted behind, so that V8, which puts down what one store
 * needs before it looks at the next, puts down both at once, and neither waits for itself. A sixth to a third less for long chains;
 * for short ones the shuffles cost more. What widens vectors does so with both by itself, and does not shuffle.
 */
export function isSideBySide({ isLong = false, alsoWrites = [] }: Pointwise, motions: readonly Motion[]): boolean {
  return isLong && alsoWrites.length === 0 && !motions.includes("apart") && getSimd() !== "wide";
}

/** Whether vectors of all operands can be widened: neighbours in memory, of one size. */
function isOfFloats({ inputs, output, alsoWrites = [] }: Pointwise, motions: readonly Motion[]): boolean {
  return (
    [...inputs, output].every((type) => type === "float32") && alsoWrites.length === 0 && !motions.includes("apart")
  );
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

/** The low halves of two vectors as one, and the high ones: to shuffle so twice is to have them back. */
const lowHalves = [0, 1, 4, 5] as const;
const highHalves = [2, 3, 6, 7] as const;

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
  const compute = (own: readonly Local<F32x4 | I32x4>[]): F32x4 => {
    const inputs = operation.inputs.map((_, i) => broadcast[i] ?? own[i]!);
    return operation.compute(f, inputs as never, scalars as never) as F32x4;
  };

  const isInPairs = isSideBySide(operation, motions);
  const isWidened = isOfFloats(operation, motions) && getSimd() === "wide";
  // To count is nothing beside a long chain; V8 takes long to compile many copies of it, and runs slow code meanwhile.
  const vectors = motions.includes("apart") ? 1 : isInPairs ? 2 : vectorsOfTurn;
  const step = isInPairs || isWidened ? 2 : 1;

  /** One element, or the `vector`-th vector of four. */
  const one = (elements: 1 | 4, vector: number): void => {
    operation.inputs.forEach((_, i) => {
      if (motions[i] !== "broadcast") f.set(lanes[i] as Local<F32x4>, load(i, elements, vector));
    });
    f.set(lanes[outputAt] as Local<F32x4>, compute(lanes));
    for (const i of [outputAt, ...(operation.alsoWrites ?? [])]) store(i, elements, vector);
  };
  const beside = operation.inputs.map((_, i) => f.local(access[i]!.kind, `beside${i}`));
  /**
   * Two vectors from the `vector`-th on, side by side: mixed, or, where V8 is to make one of them, all loaded before anything is stored, the
   * higher first.
   */
  const two = (vector: number): void => {
    for (const i of operation.inputs.keys()) {
      if (motions[i] === "broadcast") continue;
      const [first, second] = [load(i, 4, vector), load(i, 4, vector + 1)];
      f.set(lanes[i] as Local<F32x4>, isWidened ? first : first.shuffle(second, lowHalves));
      f.set(beside[i] as Local<F32x4>, isWidened ? second : first.shuffle(second, highHalves));
    }
    const [first, second] = [lanes, beside].map((own, at) => f.local("f32x4", `result${at}`, compute(own)));
    const results = isWidened
      ? ([
          [1, second!],
          [0, first!],
        ] as const)
      : ([
          [0, first!.shuffle(second!, lowHalves)],
          [1, first!.shuffle(second!, highHalves)],
        ] as const);
    for (const [at, result] of results) {
      f.set(lanes[outputAt] as Local<F32x4>, result);
      store(outputAt, 4, vector + at);
    }
  };
  /** One element, or so many vectors of four, one after another: what lies apart is moved by one. */
  const turn = (elements: 1 | 4, count = 1) => {
    if (count === 1) one(elements, 0);
    else
      for (let vector = 0; vector < count; vector += step) {
        if (step === 2) two(vector);
        else one(4, vector);
      }
    motions.forEach((motion, i) => {
      if (motion === "together") f.increase(addresses[i]!, elements * count * access[i]!.bytes);
      else if (motion === "apart") f.increase(addresses[i]!, elements === 1 ? stepOf(i) : twoSteps[i]!.shiftLeft(1));
    });
  };

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
