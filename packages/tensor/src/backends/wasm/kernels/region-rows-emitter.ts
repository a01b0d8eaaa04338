// The loops of a region that goes on from its sums: some rows at a time, and these turn by turn. What a turn does is region-rows-turns.ts's
// to say.

import {
  type F32x4,
  F64,
  F64x2,
  type FunctionBuilder,
  I32,
  I32x4,
  type Local,
  loadF32,
  loadF32x4,
  loadF32x4Splat,
  loadI32,
  loadI32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import { type ElementType, elementAccess } from "./elements.js";
import { scalarParameters, scalarsIn } from "./pointwise-operation.js";
import { type Lanes, VectorValues } from "./pointwise-steps.js";
import { type Accumulators, elementsAbreast, largest, smallest } from "./reducers.js";
import { emitRow, type Walker, walkerOf } from "./region.js";
import { emitLinks } from "./region-links.js";
import type { Extreme, Place, RowsKernel, Turn } from "./region-rows-turns.js";
import { addTurns, elementsOfTurn, totalOfRow } from "./region-sums-emitter.js";
import { rowExtreme } from "./row-extremes.js";
import { emitNest, numbered, pick } from "./walk.js";

export { type RowsKernel, rowsKernel } from "./region-rows-turns.js";

/** Rows of a block at most: what they have once each takes a cache line. */
export const mostRows = 16;
const line = 4 * mostRows;

/** Bytes of work space before the rows of slots. */
export function headBytes({ totals, operation }: RowsKernel): number {
  return line * (totals.length + operation.rows.length);
}

/**
 * `run(addresses…, work space, bytes of a row of it, elements of a row, rows of a block, steps along a row…, kept sizes…, steps of each
 * stream…, scalars…)`
 */
export function emitRegionRows(kernel: RowsKernel, rank: number): ModuleBuilder {
  const { operation } = kernel;
  const module = new ModuleBuilder();
  const [count, rows] = [operation.streams.length, operation.rows.length];
  const parameters = {
    ...numbered("i32", "address", count + rows),
    ...({ scratch: "i32", pitch: "i32", size: "i32", block: "i32" } as const),
    ...numbered("i32", "elementStep", count),
    ...numbered("i32", "keptSize", rank),
    ...numbered("i32", "step", (count + rows) * rank),
    ...scalarParameters(operation),
  };
  module.define("run", parameters, (f, given) => {
    const addresses = pick(given, "address", count + rows);
    const elementSteps = pick(given, "elementStep", count);
    const steps = pick(given, "step", (count + rows) * rank);
    const sizes = pick(given, "keptSize", rank);
    const { scratch, pitch, size, block } = given as unknown as Record<"scratch" | "pitch" | "size" | "block", I32>;
    const slots = Array.from({ length: kernel.slots }, (_, slot) =>
      f.local("i32", `slot${slot}`, scratch.add(headBytes(kernel)).add(pitch.multiply(block).multiply(slot))),
    );
    const [last, inBlock, remaining] = [rank - 1, f.local("i32", "inBlock"), f.local("i32", "remainingRows")];
    const toNextRow = (stream: number): I32 => steps[stream * rank + last]!;
    const body = emitBlock(f, kernel, {
      addressOf: ({ kind, at }) => (kind === "stream" ? addresses[at]! : slots[at]!),
      nextOf: ({ kind, at }) => (kind === "stream" ? toNextRow(at) : pitch),
      stepOf: ({ kind, at }) => (kind === "stream" ? elementSteps[at]! : I32.of(4)),
      rows: addresses.slice(count).map((address, at) => ({ address, next: toNextRow(count + at) })),
      count: inBlock,
      totals: scratch,
      size,
      scalars: scalarsIn(f, operation, given),
    });
    emitNest(
      f,
      sizes.slice(0, last),
      () => {
        f.set(remaining, sizes[last]!);
        f.while(remaining.greaterThan(0), () => {
          f.set(inBlock, block);
          f.if(remaining.lessThan(block), () => f.set(inBlock, remaining));
          body();
          for (const [stream, address] of addresses.entries()) f.increase(address, toNextRow(stream).multiply(inBlock));
          f.set(remaining, remaining.subtract(inBlock));
        });
      },
      (loop) => {
        for (const [stream, address] of addresses.entries()) f.increase(address, steps[stream * rank + loop]!);
      },
    );
  });
  return module;
}

interface Block {
  /** Of its first row, and from row to row. */
  readonly addressOf: (place: Place) => I32;
  readonly nextOf: (place: Place) => I32;
  /** From element to element. */
  readonly stepOf: (place: Place) => I32;
  /** The streams of rows. */
  readonly rows: readonly { readonly address: I32; readonly next: I32 }[];
  /** Its rows. */
  readonly count: I32;
  /** Where totals are, a line each, and behind them what rows' streams give. */
  readonly totals: I32;
  readonly size: I32;
  readonly scalars: readonly Lanes[];
}

/**
 * Emits what comes before all blocks; the result emits one: each turn goes over its rows one after another, so that none waits for its
 * own sums, and what is computed once a row is computed for four rows at a time.
 */
function emitBlock(f: FunctionBuilder, kernel: RowsKernel, block: Block): () => void {
  const { operation, turns, totals } = kernel;
  const at = f.local("i32", "at");
  const cursor = f.local("i32", "cursor");
  const scalarsOf = scalarsOfLinks(kernel, block.scalars);
  const lanes = totals.map((type, total) => f.local(elementAccess[type].kind, `total${total}`) as Lanes);
  const numbers = [...block.scalars.slice(0, operation.numbers), ...lanes];
  const emitted = turns.map((turn) => emitTurn(f, kernel, turn, block, at, [...numbers, ...scalarsOf(turn.links)]));
  const isFloat = (type: ElementType) => elementAccess[type].kind === "f32x4";
  const eachRow = ({ address, next }: Block["rows"][number], body: () => void) => {
    f.set(cursor, address);
    f.set(at, block.totals);
    f.repeat(block.count, () => {
      body();
      f.increase(cursor, next);
      f.increase(at, 4);
    });
  };
  const four = (type: ElementType, place: number): Lanes => {
    const load = isFloat(type) ? loadF32x4(at, line * place) : loadI32x4(at, line * place);
    return f.local(elementAccess[type].kind, "four", load as never) as Lanes;
  };
  const ofRows = (turn: number): void => {
    const own = [...operation.links.entries()].filter(([, link]) => link.ofRow && link.turn === turn);
    if (own.length === 0) return;
    f.set(at, block.totals);
    f.repeat(block.count.add(3).shiftRightUnsigned(2), () => {
      for (const [number, link] of own) {
        const given = link.sources.map(({ from, at: one }): Lanes => {
          if (from === "number") return block.scalars[one]!;
          return from === "total" ? four(totals[one]!, one) : four(operation.rows[one]!.type, totals.length + one);
        });
        const sources = given.map((_, one) => ({ from: "number", at: one }) as const);
        const vector = { at: 0, streams: [], results: [], values: new VectorValues(f) };
        const alone = { ...turnOf({ operation: link.operation, sources }), numbers: given.length };
        emitLinks(alone, [...given, ...scalarsOf([number])], [vector], () => {
          throw new TypeError("a link of rows reads no stream of elements");
        });
        for (const [place, result] of (vector.results as Lanes[]).entries())
          f.store(at, result, line * (link.first + place));
      }
      f.increase(at, 16);
    });
  };
  return () => {
    for (const [row, { type, isRead }] of operation.rows.entries())
      if (isRead)
        eachRow(block.rows[row]!, () =>
          f.storeLane(at, elementAccess[type].loadOne(cursor), 0, line * (totals.length + row)),
        );
    ofRows(0);
    for (const [turn, emit] of emitted.entries()) {
      emit();
      ofRows(turn + 1);
    }
    for (const [row, { type, stores }] of operation.rows.entries())
      if (stores !== null)
        eachRow(block.rows[row]!, () =>
          elementAccess[type].storeOne(f, cursor, splatAt(type, at, line * stores) as never),
        );
  };
}

/** A word of memory, in all lanes. */
function splatAt(type: ElementType, address: I32, offset: number): Lanes {
  return elementAccess[type].kind === "f32x4" ? loadF32x4Splat(address, offset) : I32x4.splat(loadI32(address, offset));
}

const turnOf = (link: Turn["operation"]["links"][number]): Turn["operation"] => {
  return { name: "", links: [link], streams: [], sums: [], numbers: 0, scalars: [], nanoseconds: 0 };
};

/** The scalars of links, by their number in the region. */
function scalarsOfLinks({ operation }: RowsKernel, scalars: readonly Lanes[]) {
  let next = operation.numbers;
  const own = operation.links.map(({ operation: { scalars: types } }) => {
    next += types.length;
    return scalars.slice(next - types.length, next);
  });
  return (links: Turn["links"]): readonly Lanes[] => links.flatMap((at) => (at === null ? [] : own[at]!));
}

/** Emits what comes before all blocks; the result emits a turn over the rows of one. `at` is moved from row to row of the totals. */
function emitTurn(
  f: FunctionBuilder,
  { totals, operation: { numbers } }: RowsKernel,
  turn: Turn,
  { addressOf, nextOf, stepOf, count, totals: firstTotals, size }: Block,
  at: Local<I32>,
  lanes: readonly Lanes[],
): () => void {
  const { operation, places, motions } = turn;
  const froms = f.locals("i32", "from", places.length);
  const walker = walkerOf(f, operation, motions, froms, (stream) => stepOf(places[stream]!), lanes);
  const sum = emitSums(f, walker, operation.sums.length);
  const [extremes, rows] = [[...turn.before, ...turn.behind], [...places]];
  const rowOf = (place: Place): number =>
    rows.findIndex(({ kind, at: one }) => kind === place.kind && one === place.at);
  for (const { place } of extremes) if (rowOf(place) < 0) rows.push(place);
  const starts = f.locals("i32", "start", rows.length);
  const finders = extremes.map(({ kind }) => {
    if (kind === "max" || kind === "min") return rowExtreme(f, kind);
    return (kind === "largest" ? largest : smallest).float32.accumulators(f);
  });
  const from = f.local("i32", "from");
  const find = (wanted: Extreme): void => {
    const start = starts[rowOf(wanted.place)]!;
    const finder = finders[extremes.indexOf(wanted)]!;
    if ("take" in finder) {
      f.set(from, start);
      emitLargest(f, finder, from, size);
      finder.storeOne(at.add(line * wanted.first), "result");
      return;
    }
    if (!wanted.isPlaced) {
      f.store(at, finder.value(start, size), line * wanted.first);
      return;
    }
    const found = finder.find(start, size);
    f.store(at, loadF32(found), line * wanted.first);
    f.store(at, found.subtract(start).shiftRightUnsigned(2), line * (wanted.first + 1));
  };
  const read = new Set(
    operation.links.flatMap(({ sources }) =>
      sources.flatMap((source) => (source.from === "number" ? [source.at] : [])),
    ),
  );
  return () => {
    for (const [row, place] of rows.entries()) f.set(starts[row]!, addressOf(place));
    f.set(at, firstTotals);
    f.repeat(count, () => {
      for (const [total, type] of totals.entries())
        if (read.has(numbers + total))
          f.set(lanes[numbers + total] as Local<F32x4>, splatAt(type, at, line * total) as F32x4);
      turn.before.forEach(find);
      if (places.length > 0 || operation.sums.length > 0) {
        for (const [place, from] of froms.entries()) f.set(from, starts[place]!);
        walker.enterRow();
        if (operation.sums.length === 0) emitRow(f, walker, size);
        else for (const [one, total] of sum(size).entries()) f.store(at, total.toF32(), line * turn.totals[one]!);
      }
      turn.behind.forEach(find);
      for (const [row, place] of rows.entries()) f.increase(starts[row]!, nextOf(place));
      f.increase(at, 4);
    });
  };
}

/** As rows by themselves are gone over by reductions.ts. */
function emitLargest(f: FunctionBuilder, all: Accumulators, from: Local<I32>, size: I32): void {
  all.startRow();
  f.repeat(size.shiftRightUnsigned(4), () => {
    all.takeTurn(from);
    f.increase(from, 4 * elementsAbreast);
  });
  f.repeat(size.and(15), () => {
    all.takeOne(from);
    f.increase(from, 4);
  });
}

/** The result emits all that goes into one row's sums, in the order of `emitRowSum` of reductions.ts, and gives the totals. */
function emitSums(f: FunctionBuilder, walker: Walker, count: number): (size: I32) => readonly F64[] {
  const sums = Array.from({ length: count }, () => f.locals("f64x2", "sum", 2));
  const rests = f.locals("f64", "rest", count);
  const addRest = (values: readonly F32x4[], lanes: readonly (0 | 1 | 2 | 3)[]) => {
    for (const [at, value] of values.entries())
      for (const lane of lanes) f.set(rests[at]!, rests[at]!.add(value.lane(lane).toF64()));
  };
  return (size) => {
    for (const sum of sums.flat()) f.set(sum, F64x2.zero());
    for (const rest of rests) f.set(rest, F64.of(0));
    f.repeat(size.shiftRightUnsigned(4), () => addTurns(f, sums, walker.turn(4, elementsOfTurn / 4)));
    f.repeat(size.shiftRightUnsigned(2).and(3), () => addRest(walker.turn(4)[0]!, [0, 1, 2, 3]));
    f.repeat(size.and(3), () => addRest(walker.turn(1)[0]!, [0]));
    return sums.map((own, at) => totalOfRow(f, own, rests[at]!));
  };
}
