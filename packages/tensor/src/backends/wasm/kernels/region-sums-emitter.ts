// The loops of a region that ends in sums, along rows or down columns. What they go over is region-sums.ts's to say.

import {
  type F32x4,
  F64,
  F64x2,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32x4Half,
  ModuleBuilder,
} from "../assembler/index.js";
import { scalarParameters, scalarsIn } from "./pointwise-operation.js";
import { addTurn, sumOfTurn } from "./reducers.js";
import { type RegionOperation, type Walker, walkerOf } from "./region.js";
import type { Motion } from "./walk.js";
import { emitNest, numbered, pick } from "./walk.js";

/** Whether neighbours in memory go into one sum, or into neighbouring sums. */
export type Direction = "along" | "across";

/** Columns of a turn: a cache line of each row. */
const columnsOfTurn = 16;

/** Elements of a turn: so many lie between two that are added to one partial sum. */
export const elementsOfTurn = 16;

/** `run(addresses…, outputs…, kept sizes…, reduced sizes…, steps of each stream…, scalars…)` */
export function emitRegionSums(
  operation: RegionOperation,
  keptRank: number,
  reducedRank: number,
  direction: Direction,
  motions: readonly Motion[],
  precision: "float32" | "float64",
): ModuleBuilder {
  const module = new ModuleBuilder();
  const count = operation.streams.length;
  const rank = keptRank + reducedRank;
  const parameters = {
    ...numbered("i32", "address", count),
    ...numbered("i32", "output", operation.sums.length),
    terms: "i32" as const,
    ...numbered("i32", "keptSize", keptRank),
    ...numbered("i32", "reducedSize", reducedRank),
    ...numbered("i32", "step", count * rank),
    ...scalarParameters(operation),
  };
  module.define("run", parameters, (f, given) => {
    const addresses = pick(given, "address", count);
    const outputs = pick(given, "output", operation.sums.length);
    const kept = pick(given, "keptSize", keptRank);
    const reduced = pick(given, "reducedSize", reducedRank);
    const steps = pick(given, "step", count * rank);
    const stepOf = (stream: number, loop: number): I32 => steps[stream * rank + loop] as I32;
    const scalars = scalarsIn(f, operation, given);
    const terms = given["terms"] as Local<I32>;
    const sums = operation.sums.length;
    if (direction === "along") {
      const walker = walkerOf(f, operation, motions, addresses, (stream) => stepOf(stream, rank - 1), scalars);
      const advance = (loop: number) => {
        for (const [stream, address] of addresses.entries()) f.increase(address, stepOf(stream, loop));
      };
      const row = emitRowSums(f, walker, sums, reduced, (loop) => advance(keptRank + loop));
      emitNest(
        f,
        kept,
        () => {
          for (const [at, total] of row().entries()) {
            f.store(outputs[at]!, precision === "float32" ? total.toF32() : total);
            f.increase(outputs[at]!, precision === "float32" ? 4 : 8);
          }
        },
        advance,
      );
      return;
    }
    const last = keptRank - 1;
    const columns = emitColumnSums(
      f,
      operation,
      motions,
      { addresses, outputs, terms, reduced, scalars },
      (stream, loop) => stepOf(stream, loop < 0 ? last : keptRank + loop),
    );
    emitNest(
      f,
      kept.slice(0, last),
      () => columns(kept[last]!),
      (loop) => {
        for (const [stream, address] of addresses.entries()) f.increase(address, stepOf(stream, loop));
      },
    );
  });
  return module;
}

/** As `emitRowSum` of reductions.ts; the result emits all that goes into one sum, and gives the totals. */
function emitRowSums(
  f: FunctionBuilder,
  walker: Walker,
  count: number,
  sizes: readonly I32[],
  advance: (loop: number) => void,
): () => readonly F64[] {
  const sums = Array.from({ length: count }, () => f.locals("f64x2", "sum", 2));
  const rests = f.locals("f64", "rest", count);
  const last = sizes.length - 1;
  return () => {
    for (const sum of sums.flat()) f.set(sum, F64x2.zero());
    for (const rest of rests) f.set(rest, F64.of(0));
    emitNest(
      f,
      sizes.slice(0, last),
      () => {
        walker.enterRow();
        f.repeat(sizes[last]!.shiftRightUnsigned(4), () => {
          addTurns(f, sums, walker.turn(4, elementsOfTurn / 4));
        });
        f.repeat(sizes[last]!.and(15), () => {
          for (const [at, value] of walker.turn(1)[0]!.entries())
            f.set(rests[at]!, rests[at]!.add(value.lane(0).toF64()));
        });
      },
      advance,
    );
    return sums.map((own, at) => totalOfRow(f, own, rests[at]!));
  };
}

/** Adds the terms of a turn to a row's partial sums, as reducers.ts does. */
export function addTurns(
  f: FunctionBuilder,
  sums: readonly (readonly Local<F64x2>[])[],
  vectors: readonly (readonly F32x4[])[],
): void {
  for (const [sum, [low, high]] of sums.entries())
    addTurn(f, sumOfTurn(vectors.map((values) => values[sum]!)), low!, high!);
}

/** Of a row's partial sums, and of what lies behind its last whole turn. */
export function totalOfRow(f: FunctionBuilder, partial: readonly F64x2[], rest: F64): Local<F64> {
  const pairs = f.local(
    "f64x2",
    "pairs",
    partial.reduce((before, sum) => before.add(sum)),
  );
  return f.local("f64", "total", rest.add(pairs.lane(0).add(pairs.lane(1))));
}

/**
 * Adds the terms of columns side by side to their sums, two of them each: by way of memory. V8 puts what goes into a sum in order sum by sum, so one
 * vector would wait for the other again; what goes to memory it leaves side by side.
 */
function addTerms(
  f: FunctionBuilder,
  terms: I32,
  sums: readonly (readonly Local<F64x2>[])[],
  vectors: readonly (readonly F32x4[])[],
): void {
  const place = (sum: number, vector: number) => 4 * (elementsOfTurn * sum + 4 * vector);
  for (const [vector, values] of vectors.entries())
    for (const [sum, value] of values.entries()) f.store(terms, value, place(sum, vector));
  for (const vector of vectors.keys())
    for (const [sum, own] of sums.entries())
      for (const half of [0, 1] as const) {
        const partial = own[2 * vector + half]!;
        f.set(partial, partial.add(loadF32x4Half(terms, place(sum, vector) + 8 * half).lowToF64x2()));
      }
}

interface Columns {
  readonly addresses: readonly Local<I32>[];
  readonly outputs: readonly Local<I32>[];
  readonly terms: I32;
  readonly reduced: readonly I32[];
  readonly scalars: ReturnType<typeof scalarsIn>;
}

/**
 * Each column's terms from the first to the last, for several columns at a turn. `stepOf` gives the step of a reduced loop, or for −1
 * that from column to column.
 */
function emitColumnSums(
  f: FunctionBuilder,
  operation: RegionOperation,
  motions: readonly Motion[],
  { addresses, outputs, terms, reduced, scalars }: Columns,
  stepOf: (stream: number, loop: number) => I32,
): (columns: I32) => void {
  const froms = f.locals("i32", "from", addresses.length);
  const rowSteps = f.locals("i32", "rowStep", addresses.length);
  const remaining = f.local("i32", "remainingColumns");
  const walker = walkerOf(f, operation, motions, froms, (stream) => stepOf(stream, -1), scalars);
  const last = reduced.length - 1;
  const sums = outputs.map(() => f.locals("f64x2", "sum", columnsOfTurn / 2));
  const block = (count: number) => {
    for (const [stream, from] of froms.entries()) {
      f.set(from, addresses[stream]!);
      f.set(rowSteps[stream]!, stepOf(stream, last).subtract(stepOf(stream, -1).multiply(count)));
    }
    for (const sum of sums.flatMap((own) => own.slice(0, Math.ceil(count / 2)))) f.set(sum, F64x2.zero());
    emitNest(
      f,
      reduced,
      () => {
        walker.enterRow();
        const vectors = count === 1 ? walker.turn(1) : walker.turn(4, count / 4);
        if (count > 1) addTerms(f, terms, sums, vectors);
        else
          for (const [at, value] of vectors[0]!.entries()) f.set(sums[at]![0]!, sums[at]![0]!.add(value.lowToF64x2()));
      },
      (loop) => {
        for (const [stream, from] of froms.entries())
          f.increase(from, loop === last ? rowSteps[stream]! : stepOf(stream, loop));
      },
    );
    for (const [at, output] of outputs.entries()) {
      const four = (first: number): F32x4 =>
        sums[at]![first]!.toF32x4().shuffle(sums[at]![first + 1]!.toF32x4(), [0, 1, 4, 5]);
      if (count === 1) f.storeLane(output, sums[at]![0]!.toF32x4(), 0);
      else for (let column = 0; column < count; column += 4) f.store(output, four(column / 2), 4 * column);
      f.increase(output, 4 * count);
    }
    for (const [stream, address] of addresses.entries()) f.increase(address, stepOf(stream, -1).multiply(count));
    f.set(remaining, remaining.subtract(count));
  };
  return (columns) => {
    f.set(remaining, columns);
    for (const count of [columnsOfTurn, 4, 1]) f.while(remaining.atLeast(count), () => block(count));
  };
}
