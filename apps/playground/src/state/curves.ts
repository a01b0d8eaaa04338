// What the charts draw: the numbers of each step, in rows that become coarser as a run grows long, so that they never fill memory.

import type { Point } from "../training/protocol.js";
import { type NetName, netNames } from "./nets.js";

/** As trained, dropout on and over the last batches; in evaluation mode on images that are learned from; and on those that are not. */
export const seriesNames = ["live", "clean", "heldOut"] as const;
export type SeriesName = (typeof seriesNames)[number];
export type Measure = "loss" | "accuracy";

/** Null where nothing was measured at a step. */
export type Column = (number | null)[];
export type Columns = { readonly [Net in NetName]: { readonly [Series in SeriesName]: Column } };

/** Beyond so many rows each two become one. */
const mostRows = 800;
const mostMarks = 40;
/** Of a live value so much stays at each step: batches are small, and their numbers noisy. */
const inertia = 0.92;

const emptyColumns = (): Columns => ({
  dropout: { live: [], clean: [], heldOut: [] },
  plain: { live: [], clean: [], heldOut: [] },
});

export class Curves {
  readonly steps: number[] = [];
  readonly loss: Columns = emptyColumns();
  readonly accuracy: Columns = emptyColumns();
  /** Steps behind which something was changed. */
  readonly marks: number[] = [];
  /** Steps a row. */
  #every = 1;
  #added = 0;
  /** By net and measure: the running sum of values and of their weights. */
  readonly #smooth = new Map<string, { sum: number; weight: number }>();

  get length(): number {
    return this.steps.length;
  }

  add({ step, live, measured }: Point): void {
    const isNew = this.#added % this.#every === 0;
    this.#added += 1;
    if (isNew) this.steps.push(step);
    else this.steps[this.steps.length - 1] = step;
    for (const net of netNames)
      for (const measure of ["loss", "accuracy"] as const) {
        const columns = this[measure][net];
        const put = (series: SeriesName, value: number | null) => {
          if (isNew) columns[series].push(value);
          else if (value !== null) columns[series][columns[series].length - 1] = value;
        };
        put("live", this.#smoothed(`${net} ${measure}`, live[net][measure]));
        put("clean", measured?.[net].clean[measure] ?? null);
        put("heldOut", measured?.[net].heldOut[measure] ?? null);
      }
    if (this.steps.length > mostRows) this.#halve();
  }

  /** Something is changed behind a step; twice behind one counts once, and of very many the last. */
  mark(step: number): void {
    if (step === 0 || this.marks.at(-1) === step) return;
    this.marks.push(step);
    if (this.marks.length > mostMarks) this.marks.shift();
  }

  #smoothed(key: string, value: number): number {
    // A loss that is not finite shows once, and does not stay.
    if (!Number.isFinite(value)) return value;
    const before = this.#smooth.get(key) ?? { sum: 0, weight: 0 };
    const now = { sum: inertia * before.sum + value, weight: inertia * before.weight + 1 };
    this.#smooth.set(key, now);
    return now.sum / now.weight;
  }

  /** Two rows become one: the later, or what only the earlier has. */
  #halve(): void {
    const halved = <Value>(column: (Value | null)[]) => {
      for (let at = 0; 2 * at < column.length; at++) column[at] = column[2 * at + 1] ?? column[2 * at] ?? null;
      column.length = Math.ceil(column.length / 2);
    };
    halved(this.steps as (number | null)[]);
    for (const columns of [this.loss, this.accuracy])
      for (const net of netNames) for (const series of seriesNames) halved(columns[net][series]);
    this.#every *= 2;
    this.#added = this.steps.length * this.#every;
  }
}

/** Clean accuracy less that on held-out images, in points: where both were measured. */
export function gapOf({ clean, heldOut }: Columns[NetName]): Column {
  return clean.map((value, at) => {
    const other = heldOut[at] ?? null;
    return value === null || other === null ? null : 100 * (value - other);
  });
}

export const lastOf = (column: Column): number | null => column.findLast((value) => value !== null) ?? null;
