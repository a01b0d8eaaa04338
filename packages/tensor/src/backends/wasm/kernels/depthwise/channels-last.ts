// Emits sums over windows of single channels where the channels of a position lie together, four of them at a time: some positions of a row
// in registers, to each of which every element of the kernel adds in its order. What lies beyond the image is left out, so that
// none needs a border. Who calls it, and with which weights, is channels-last-passes.ts's affair.

import { type FunctionBuilder, type I32, type Local, loadF32x4 } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { split } from "../../threads/split.js";
import { type Epilogue, epilogueIn, type Place } from "../epilogue.js";
import { vectorsOfTurn } from "../region.js";
import { regularTaps, type Tap } from "./windows.js";

/** Positions in registers, beside an element of the kernel, four channels and a product. */
const mostPositions = 8;

/** Rows and columns of positions; a row or column `n` is computed from those at `n · step + first + shift`. */
export interface Correlation {
  readonly rows: Line;
  readonly columns: Line;
}

export interface Line {
  readonly count: number;
  readonly step: number;
  readonly taps: readonly Tap[];
  /** How many there are to be read. */
  readonly source: number;
  /** Where they are written: at `n · targetStep + target`, of so many. */
  readonly target: number;
  readonly targetStep: number;
  readonly targets: number;
}

export interface ChannelsLastLayer {
  readonly channels: number;
  readonly kernelColumns: number;
  readonly tile: Tile;
}

/** Columns whose windows lie in the image with all of their taps. */
export function insideOf({ count, step, taps, source }: Line): readonly [begin: number, end: number] {
  const isInside = (column: number) =>
    taps.every(({ shift }) => column * step + shift >= 0 && column * step + shift < source);
  let begin = 0;
  while (begin < count && !isInside(begin)) begin += 1;
  let end = begin;
  while (end < count && isInside(end)) end += 1;
  return [begin, end];
}

export interface CorrelationAddresses {
  readonly source: I32;
  /** [element][channel], channels filled up to whole vectors. */
  readonly filter: I32;
  /** A float for each channel that sums start from; 0: zeros. */
  readonly bias: Local<I32>;
  /** Bytes from the first element of all targets to the image's. */
  readonly target: I32;
  /** The row to be computed. */
  readonly row: Local<I32>;
}

export const filterPitchOf = (channels: number): number => 16 * Math.ceil(channels / 4);

/** Emits one row of targets. */
export function emitRow(
  f: FunctionBuilder,
  { channels, kernelColumns, tile }: ChannelsLastLayer,
  { rows, columns }: Correlation,
  epilogue: Epilogue,
  at: CorrelationAddresses,
  given: Readonly<Record<string, unknown>>,
): void {
  const { fused, abreast } = tile;
  const position = 4 * channels;
  const filterPitch = filterPitchOf(channels);
  const sums = f.locals("f32x4", "sum", mostPositions);
  const tap = f.local("f32x4", "tap");
  const finish = epilogueIn(f, epilogue, given);
  const [sourceRow, filterRow] = [f.local("i32", "sourceRow"), f.local("i32", "filterRow")];
  const [from, filterAt, line] = [f.local("i32", "from"), f.local("i32", "filterAt"), f.local("i32", "line")];
  const [element, channel, biasAt] = [f.local("i32", "element"), f.local("i32", "channel"), f.local("i32", "biasAt")];
  const [columnSource, columnTarget] = [f.local("i32", "columnSource"), f.local("i32", "columnTarget")];
  const rowSource = f.local("i32", "rowSource");
  const across = regularTaps(rows.taps);
  const firstTap = rows.taps[0] ?? { at: 0, shift: 0 };
  // Loads have no negative offsets, nor addresses before the row: an image may lie at the beginning of memory. Inside, addresses begin at
  // the leftmost tap; at the edges, where columns are known, with the row.
  const left = Math.min(0, ...columns.taps.map(({ shift }) => shift));
  /** Positions from `first` on, as far as they see the image, or all of them inside it. */
  const vectorOfChannels = (first: number | null, count: number, lanes: number) => {
    const own = sums.slice(0, count);
    f.if(
      at.bias,
      () => {
        f.set(own[0]!, loadF32x4(biasAt));
        for (const sum of own.slice(1)) f.set(sum, own[0]!);
      },
      () => {
        for (const sum of own) f.set(sum, f.constant("f32x4", 0));
      },
    );
    f.set(line, at.row.multiply(rows.step).add(firstTap.shift));
    f.set(from, sourceRow);
    f.set(filterAt, filterRow);
    f.repeat(across.count, () => {
      f.if(line.below(rows.source), () => {
        for (const { at: element, shift } of columns.taps) {
          const seen = own.flatMap((sum, i) => {
            const place = first === null ? 0 : (first + i) * columns.step + shift;
            return place >= 0 && place < columns.source ? [{ sum, i }] : [];
          });
          if (seen.length === 0) continue;
          f.set(tap, loadF32x4(filterAt, element * filterPitch));
          for (const { sum, i } of seen) {
            const place = first === null ? i * columns.step + shift - left : (first + i) * columns.step + shift;
            const four = loadF32x4(from, place * position);
            f.set(sum, fused ? four.multiplyAdd(tap, sum) : sum.add(four.multiply(tap)));
          }
        }
      });
      f.increase(line, across.shift);
      f.increase(from, across.shift * columns.source * position);
      f.increase(filterAt, across.at * kernelColumns * filterPitch);
    });
    const places = own.map((product, i) => {
      const place: Place = {
        ...{ element, column: channel, row: null, columnOffset: 0 },
        elementOffset: i * columns.targetStep * position,
      };
      return { product, place };
    });
    for (let turn = 0; turn < count; turn += vectorsOfTurn)
      finish(places.slice(turn, turn + vectorsOfTurn), lanes, lanes === 4 ? abreast : 1);
    for (const address of [sourceRow, filterRow, element, channel, biasAt]) f.increase(address, 16);
  };
  const block = (first: number | null, count: number) => {
    f.set(sourceRow, first === null ? columnSource : rowSource);
    f.set(filterRow, at.filter.add(firstTap.at * kernelColumns * filterPitch));
    f.set(element, columnTarget);
    f.set(channel, 0);
    f.set(biasAt, at.bias);
    f.repeat(Math.floor(channels / 4), () => vectorOfChannels(first, count, 4));
    if (channels % 4 > 0) vectorOfChannels(first, count, channels % 4);
    if (first === null) f.increase(columnSource, count * columns.step * position);
    f.increase(columnTarget, count * columns.targetStep * position);
  };
  const [begin, end] = insideOf(columns);
  const firstLine = at.row.multiply(rows.step).add(firstTap.shift);
  f.set(rowSource, at.source.add(firstLine.multiply(columns.source * position)));
  f.set(columnSource, rowSource.add((begin * columns.step + left) * position));
  const targetRow = at.row.multiply(rows.targetStep).add(rows.target).multiply(columns.targets).add(columns.target);
  f.set(columnTarget, at.target.add(targetRow.multiply(position)));
  const parts = (from: number, to: number) =>
    from === to
      ? []
      : split(to - from, Math.ceil((to - from) / mostPositions)).map(([a, b]) => [a + from, b + from] as const);
  for (const [first, last] of parts(0, begin)) block(first, last - first);
  const inner = parts(begin, end).map(([first, last]) => last - first);
  for (const count of [...new Set(inner)])
    f.repeat(inner.filter((own) => own === count).length, () => block(null, count));
  for (const [first, last] of parts(end, columns.count)) block(first, last - first);
}
