// A region that goes on from its sums: each row is gone over turn by turn, while it lies in cache. A turn computes what it can, adds up
// and compares; what the next needs of it goes by way of memory, and the sums are the same number all along the row. Terms are added in
// the very order of reductions.ts. Here is which loops do so, and how threads share them; region-rows-emitter.ts has the loops.

import type { Runtime } from "../runtime.js";
import type { Pointwise } from "./pointwise-operation.js";
import { isInParts } from "./reduction-parts.js";
import type { RegionSource, RegionStream } from "./region.js";
import { emitRegionRows, headBytes, mostRows, type RowsKernel, rowsKernel } from "./region-rows-emitter.js";
import { leastShares, manyElements, type SummedShape } from "./region-sums.js";
import { mergeDimensions, motionOf, stepsOf, type Walk, type Walked } from "./walk.js";

export interface RowsSource {
  readonly from: RegionSource["from"] | "total";
  readonly at: number;
}

/** A link of all elements, or of rows: then its streams are those of rows, and its results totals. */
export interface RowsLink {
  readonly operation: Pointwise;
  readonly sources: readonly RowsSource[];
  readonly ofRow: boolean;
  readonly first: number;
  readonly turn: number;
}

export interface RowsSum {
  readonly kind: "sum" | "max" | "min" | "largest" | "smallest";
  readonly source: RowsSource;
  readonly first: number;
  readonly turn: number;
}

/** What is computed of a row. Its scalars are first `numbers` floats, and then those of each link. */
export interface RowsOperation {
  /** Names all of it: the key of its kernels. */
  readonly name: string;
  readonly links: readonly RowsLink[];
  readonly streams: readonly RegionStream[];
  /** Streams of one element a row; what they store are totals. */
  readonly rows: readonly RegionStream[];
  readonly sums: readonly RowsSum[];
  readonly numbers: number;
  readonly scalars: Pointwise["scalars"];
  /** About what an element takes. */
  readonly nanoseconds: number;
}

export function rowsOperation(given: Pick<RowsOperation, "links" | "streams" | "rows" | "sums" | "numbers">) {
  const { links, streams, rows, sums, numbers } = given;
  const source = ({ from, at }: RowsSource) => `${from} ${at}`;
  const stream = ({ type, isRead, stores }: RegionStream) =>
    `${type}${isRead ? " read" : ""}${stores === null ? "" : ` ← ${stores}`}`;
  const name = [
    ...streams.map(stream),
    ...rows.map((one) => `row ${stream(one)}`),
    ...links.map(
      ({ operation, sources, ofRow, first, turn }) =>
        `${turn} ${ofRow ? "row " : ""}${first} = ${operation.name}(${sources.map(source).join(", ")})`,
    ),
    ...sums.map(({ kind, source: of, first, turn }) => `${turn} ${first} = ${kind} ${source(of)}`),
  ];
  const ofElements = links.filter(({ ofRow }) => !ofRow).length;
  const operation: RowsOperation = {
    ...given,
    name: `rows ${numbers}; ${name.join("; ")}`,
    scalars: [
      ...Array.from({ length: numbers }, () => "float32" as const),
      ...links.flatMap(({ operation }) => operation.scalars),
    ],
    nanoseconds: 0.15 * streams.length + 0.1 * ofElements + 0.3 * sums.length,
  };
  return operation;
}

interface RowLoops {
  readonly kept: Walk;
  readonly size: number;
  /** How far each stream moves from one element of a row to the next. */
  readonly strides: readonly number[];
}

/** Shorter rows take longer than passes of their own. */
const leastRow = 16;
/** Longer ones would not stay in cache from turn to turn. */
const mostRow = 16_384;
/** So many elements, of all that goes along them, are gone over at a time. */
const cached = 32_768;

/**
 * How to go over a space, rows being its last dimensions, with so many streams by their strides, and those of rows; null where sums
 * would be added in another order than by themselves, where rows are too short or too long, or where one thread would do what several did.
 */
export function rowLoops(
  shape: readonly number[],
  dims: readonly number[],
  streams: readonly (readonly number[])[],
  rows: readonly (readonly number[])[],
): RowLoops | null {
  const rank = shape.length - dims.length;
  if (dims.some((dim) => dim < rank)) return null;
  const row = mergeDimensions(
    shape.slice(rank),
    streams.map((own) => own.slice(rank)),
  );
  const [size] = row.sizes;
  if (row.sizes.length !== 1 || size! < leastRow || size! > mostRow) return null;
  const kept = shape.slice(0, rank);
  const walk = mergeDimensions(kept, [...streams.map((own) => own.slice(0, rank)), ...rows]);
  const count = kept.reduce((product, one) => product * one, 1);
  if (isInParts(count, count * size!)) return null;
  if (count * size! >= manyElements && (walk.sizes[0] ?? 1) < leastShares) return null;
  const lone = { sizes: [1], strides: walk.strides.map(() => [0]) };
  return { kept: walk.sizes.length > 0 ? walk : lone, size: size!, strides: row.strides.map(([own]) => own!) };
}

const kernels = new WeakMap<RowsOperation, Map<string, { readonly key: string; readonly kernel: RowsKernel }>>();

/** The kernel's plan and its key, of the operation and of how its streams move. */
function kernelOf(operation: RowsOperation, loops: RowLoops) {
  let own = kernels.get(operation);
  if (own === undefined) {
    own = new Map();
    kernels.set(operation, own);
  }
  const motions = loops.strides.map(motionOf);
  const place = `${loops.kept.sizes.length} ${motions.join(" ")}`;
  let made = own.get(place);
  if (made === undefined) {
    made = { key: `region ${operation.name} ${place}`, kernel: rowsKernel(operation, motions) };
    own.set(place, made);
  }
  return made;
}

/** `rows`: the streams of rows, with strides along the dimensions of `shape` that are not summed. */
export function runRegionRows(
  runtime: Runtime,
  operation: RowsOperation,
  { shape, dims }: SummedShape,
  { walked, rows }: { readonly walked: readonly Walked[]; readonly rows: readonly Walked[] },
  scalars: readonly number[],
): void {
  const strides = (all: readonly Walked[]) => all.map((one) => one.strides);
  const loops = rowLoops(shape, dims, strides(walked), strides(rows))!;
  const { kept, size } = loops;
  const { key, kernel } = kernelOf(operation, loops);
  const module = runtime.kernel(key, () => emitRegionRows(kernel, kept.sizes.length));
  const all = [...walked, ...rows];
  const outer = kept.sizes[0]!;
  const elementSteps = walked.map(({ bytes }, at) => bytes * loops.strides[at]!);
  // A cache line more, so that rows beside each other begin in one of their own.
  const pitch = 64 * Math.ceil(size / 16);
  const wide = size * (walked.length + kernel.slots);
  const block = Math.max(1, Math.min(mostRows, Math.floor(cached / wide)));
  const count = shape.reduce((product, one) => product * one, 1);
  runtime.spread(outer, count * operation.nanoseconds, (begin, end) => {
    const sizes = kept.sizes.map((one, loop) => (loop === 0 ? end - begin : one));
    const addresses = all.map(({ address, bytes }, at) => address + begin * kept.strides[at]![0]! * bytes);
    const steps = all.flatMap(({ bytes }, at) => stepsOf(sizes, kept.strides[at]!, bytes));
    runtime.withScratch(headBytes(kernel) + pitch * kernel.slots * block, (scratch) =>
      runtime.call(
        module,
        "run",
        ...addresses,
        ...[scratch, pitch, size, block],
        ...elementSteps,
        ...[...sizes, ...steps, ...scalars],
      ),
    );
  });
}
