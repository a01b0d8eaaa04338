// The loops of a region that goes on from its sums: row by row, and each row turn by turn. What a turn does is region-rows-turns.ts's
// to say.

import { F32x4, F64, F64x2, type FunctionBuilder, I32, I32x4, loadF32, ModuleBuilder } from "../assembler/index.js";
import { elementAccess } from "./elements.js";
import { rowExtreme } from "./extremes.js";
import { scalarParameters, scalarsIn } from "./pointwise.js";
import { type Lanes, VectorValues } from "./pointwise-steps.js";
import { emitRow, type Walker, walkerOf } from "./region.js";
import { emitLinks } from "./region-links.js";
import { type Extreme, type Place, type RowsKernel, type Turn, typesOf } from "./region-rows-turns.js";
import { addTerms, elementsOfTurn, totalOfRow } from "./region-sums-emitter.js";
import { emitNest, numbered, pick } from "./walk.js";

export { type RowsKernel, rowsKernel } from "./region-rows-turns.js";

/** `run(addresses…, work space, bytes of a row of it, elements of a row, steps along it…, kept sizes…, steps of each stream…, scalars…)` */
export function emitRegionRows(kernel: RowsKernel, rank: number): ModuleBuilder {
  const { operation } = kernel;
  const module = new ModuleBuilder();
  const [count, rows] = [operation.streams.length, operation.rows.length];
  const parameters = {
    ...numbered("i32", "address", count + rows),
    ...({ scratch: "i32", pitch: "i32", size: "i32" } as const),
    ...numbered("i32", "elementStep", count),
    ...numbered("i32", "keptSize", rank),
    ...numbered("i32", "step", (count + rows) * rank),
    ...scalarParameters(operation),
  };
  module.define("run", parameters, (f, given) => {
    const addresses = pick(given, "address", count + rows);
    const elementSteps = pick(given, "elementStep", count);
    const steps = pick(given, "step", (count + rows) * rank);
    const { scratch, pitch, size } = given as unknown as Record<"scratch" | "pitch" | "size", I32>;
    const slots = Array.from({ length: kernel.slots }, (_, slot) =>
      f.local("i32", `slot${slot}`, scratch.add(kernel.termBytes).add(pitch.multiply(slot))),
    );
    const body = emitOneRow(f, kernel, {
      addressOf: ({ kind, at }) => (kind === "stream" ? addresses[at]! : slots[at]!),
      stepOf: ({ kind, at }) => (kind === "stream" ? elementSteps[at]! : I32.of(4)),
      rows: addresses.slice(count),
      terms: scratch,
      size,
      scalars: scalarsIn(f, operation, given),
    });
    emitNest(f, pick(given, "keptSize", rank), body, (loop) => {
      for (const [stream, address] of addresses.entries()) f.increase(address, steps[stream * rank + loop]!);
    });
  });
  return module;
}

interface Row {
  readonly addressOf: (place: Place) => I32;
  readonly stepOf: (place: Place) => I32;
  /** Where the streams of rows are. */
  readonly rows: readonly I32[];
  readonly terms: I32;
  readonly size: I32;
  readonly scalars: readonly Lanes[];
}

/** Emits what comes before all rows; the result emits one. */
function emitOneRow(f: FunctionBuilder, kernel: RowsKernel, row: Row): () => void {
  const { operation, turns } = kernel;
  const laneLocal = (type: keyof typeof elementAccess, name: string) =>
    f.local(elementAccess[type].kind, name) as ReturnType<typeof f.local<"f32x4">>;
  const totals = kernel.totals.map((type, at) => laneLocal(type, `total${at}`));
  const given = operation.rows.map(({ type }, at) => laneLocal(type, `row${at}`));
  // How lanes are read varies from stream to stream; the casts treat them all as floats, which emits the same.
  const access = operation.rows.map(({ type }) => elementAccess[type]) as (typeof elementAccess)["float32"][];
  const scalarsOf = scalarsOfLinks(kernel, row.scalars);
  const numbers = [...row.scalars.slice(0, operation.numbers), ...totals];
  const emitted = turns.map((turn) => emitTurn(f, turn, row, [...numbers, ...scalarsOf(turn.links)], totals));
  const ofRow = (turn: number): void => {
    for (const [at, link] of operation.links.entries()) {
      if (!link.ofRow || link.turn !== turn) continue;
      const lanes = link.sources.map(({ from, at }): Lanes => {
        if (from === "stream") return given[at]!;
        return from === "total" ? totals[at]! : row.scalars[at]!;
      });
      const sources = lanes.map((_, at) => ({ from: "number", at }) as const);
      const one = { operation: link.operation, sources };
      const vector = { at: 0, streams: [], results: [], values: new VectorValues(f) };
      const alone = { ...turnOf(one), numbers: lanes.length };
      emitLinks(alone, [...lanes, ...scalarsOf([at])], [vector], () => {
        throw new TypeError("a link of rows reads no stream of elements");
      });
      for (const place of typesOf(link).keys())
        f.set(totals[link.first + place]!, (vector.results as Lanes[])[place]! as F32x4);
    }
  };
  return () => {
    for (const [at, { isRead }] of operation.rows.entries())
      if (isRead) f.set(given[at]!, access[at]!.loadOne(row.rows[at]!));
    ofRow(0);
    for (const [turn, emit] of emitted.entries()) {
      emit();
      ofRow(turn + 1);
    }
    for (const [at, { stores }] of operation.rows.entries())
      if (stores !== null) access[at]!.storeOne(f, row.rows[at]!, totals[stores]!);
  };
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

/** Emits what comes before all rows; the result emits a turn over one. */
function emitTurn(
  f: FunctionBuilder,
  turn: Turn,
  { addressOf, stepOf, terms, size }: Row,
  lanes: readonly Lanes[],
  totals: readonly ReturnType<typeof f.local<"f32x4">>[],
): () => void {
  const { operation, places, motions } = turn;
  const froms = f.locals("i32", "from", places.length);
  const walker = walkerOf(f, operation, motions, froms, (stream) => stepOf(places[stream]!), lanes);
  const sum = emitSums(f, walker, terms, operation.sums.length);
  const extremes = (wanted: readonly Extreme[]) =>
    wanted.map(({ kind, place, first }) => {
      const find = rowExtreme(f, kind);
      return () => {
        const from = addressOf(place);
        const at = find(from, size);
        f.set(totals[first]!, F32x4.splat(loadF32(at)));
        f.set(totals[first + 1]!, I32x4.splat(at.subtract(from).shiftRightUnsigned(2)) as unknown as F32x4);
      };
    });
  const [before, behind] = [extremes(turn.before), extremes(turn.behind)];
  return () => {
    for (const find of before) find();
    for (const [at, place] of places.entries()) f.set(froms[at]!, addressOf(place));
    if (places.length > 0 || operation.sums.length > 0) {
      walker.enterRow();
      if (operation.sums.length === 0) emitRow(f, walker, size);
      else for (const [at, total] of sum(size).entries()) f.set(totals[turn.totals[at]!]!, total);
    }
    for (const find of behind) find();
  };
}

/** The result emits all that goes into one row's sums, in the order of `emitRowSum` of reductions.ts, and gives the totals. */
function emitSums(f: FunctionBuilder, walker: Walker, terms: I32, count: number): (size: I32) => readonly F32x4[] {
  const sums = Array.from({ length: count }, () => f.locals("f64x2", "sum", elementsOfTurn / 2));
  const rests = f.locals("f64", "rest", count);
  const addRest = (values: readonly F32x4[], lanes: readonly (0 | 1 | 2 | 3)[]) => {
    for (const [at, value] of values.entries())
      for (const lane of lanes) f.set(rests[at]!, rests[at]!.add(value.lane(lane).toF64()));
  };
  return (size) => {
    for (const sum of sums.flat()) f.set(sum, F64x2.zero());
    for (const rest of rests) f.set(rest, F64.of(0));
    f.repeat(size.shiftRightUnsigned(4), () => addTerms(f, terms, sums, walker.turn(4, elementsOfTurn / 4)));
    f.repeat(size.shiftRightUnsigned(2).and(3), () => addRest(walker.turn(4)[0]!, [0, 1, 2, 3]));
    f.repeat(size.and(3), () => addRest(walker.turn(1)[0]!, [0]));
    return sums.map((own, at) => F32x4.splat(totalOfRow(f, own, rests[at]!).toF32()));
  };
}
