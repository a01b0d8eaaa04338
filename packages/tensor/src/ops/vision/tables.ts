// Which elements of a row an interpolated one is made of, and by which weights, digit by digit as PyTorch computes them on a CPU: in float32 for
// float32 images, where a product and a sum are rounded once, as its compiler fuses them.

import type { Table } from "../../kernels/contract.js";
import { type TableRow, tableFor } from "./resample.js";

/** How one dimension is interpolated. */
export type Method = "nearest" | "nearest-exact" | "linear" | "cubic";
/** The weights of what is smoothed where it shrinks. */
export type Filter = "linear" | "cubic" | "lanczos";

export interface Resizing {
  readonly size: number;
  readonly count: number;
  /** What was asked for as a factor, and stays one; null: the sizes say it. */
  readonly factor: number | null;
  readonly alignCorners: boolean;
  readonly isSingle: boolean;
}

type Round = (value: number) => number;

/** How far the source moves for a step of the result. */
function stepOf({ size, count, factor, alignCorners }: Resizing, round: Round): number {
  if (alignCorners) return count > 1 ? round((size - 1) / (count - 1)) : 0;
  return factor !== null && factor > 0 ? round(1 / factor) : round(size / count);
}

const roundOf = ({ isSingle }: Resizing): Round => (isSingle ? Math.fround : (value) => value);

/** Where in the source the result's element lies. */
function sourceOf(step: number, at: number, { alignCorners }: Resizing, round: Round): number {
  return alignCorners ? round(step * at) : round(round(step * (at + 0.5)) - 0.5);
}

function nearest(isExact: boolean, resizing: Resizing): readonly TableRow[] {
  const round = roundOf(resizing);
  const { size, count } = resizing;
  const step = stepOf({ ...resizing, alignCorners: false }, round);
  return Array.from({ length: count }, (_, at) => {
    const place = isExact ? round(round(round(step * (at + 0.5)) - 0.5) + 0.5) : round(step * at);
    return [[Math.min(Math.floor(place), size - 1), 1]];
  });
}

function linear(resizing: Resizing): readonly TableRow[] {
  const round = roundOf(resizing);
  const { size, count } = resizing;
  if (size === count) return Array.from({ length: count }, (_, at) => [[at, 1]]);
  const step = stepOf(resizing, round);
  return Array.from({ length: count }, (_, at) => {
    const source = Math.max(sourceOf(step, at, resizing, round), 0);
    const first = Math.min(Math.floor(source), size - 1);
    const weight = Math.min(Math.max(round(source - first), 0), 1);
    return [
      [first, round(1 - weight)],
      [Math.min(first + 1, size - 1), weight],
    ];
  });
}

/** Keys' kernel within one step, and between one and two. */
const near = (x: number, a: number, round: Round) => {
  return round(round(round((a + 2) * x - (a + 3)) * x) * x + 1);
};
const far = (x: number, a: number, round: Round) => round(round(round(a * x - 5 * a) * x + 8 * a) * x - 4 * a);

function cubic(resizing: Resizing): readonly TableRow[] {
  const round = roundOf(resizing);
  const { size, count, alignCorners } = resizing;
  const step = stepOf(resizing, round);
  return Array.from({ length: count }, (_, at) => {
    const source = alignCorners ? round(step * at) : round(step * (at + 0.5) - 0.5);
    const first = Math.min(Math.floor(source), size - 1);
    const t = Math.min(Math.max(round(source - first), 0), 1);
    const back = round(1 - t);
    const weights = [
      far(round(t + 1), -0.75, round),
      near(t, -0.75, round),
      near(back, -0.75, round),
      far(round(back + 1), -0.75, round),
    ];
    return weights.map((weight, tap) => [Math.min(Math.max(first + tap - 1, 0), size - 1), weight] as const);
  });
}

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** How far each filter reaches on both sides together, and its weight at a distance. */
const filters: Readonly<Record<Filter, readonly [reach: number, weight: (x: number, round: Round) => number]>> = {
  linear: [2, (x, round) => (x < 1 ? round(1 - x) : 0)],
  cubic: [4, (x, round) => (x < 1 ? near(x, -0.5, round) : x < 2 ? far(x, -0.5, round) : 0)],
  lanczos: [6, (x, round) => (x < 3 ? round(sinc(x) * sinc(x / 3)) : 0)],
};

function smoothed(filter: Filter, resizing: Resizing): readonly TableRow[] {
  const round = roundOf(resizing);
  const { size, count } = resizing;
  const step = stepOf(resizing, round);
  const [reach, weightAt] = filters[filter];
  const support = step >= 1 ? round((reach / 2) * step) : reach / 2;
  const shrink = step >= 1 ? round(1 / step) : 1;
  const most = Math.ceil(support) * 2 + 1;
  return Array.from({ length: count }, (_, at) => {
    const center = round(step * (at + 0.5));
    const first = Math.max(Math.trunc(round(center - support) + 0.5), 0);
    const members = Math.min(Math.trunc(round(center + support) + 0.5), size) - first;
    const weights = Array.from({ length: Math.min(Math.max(members, 0), most) }, (_, member) =>
      weightAt(Math.abs(round((round(member + first - center) + 0.5) * shrink)), round),
    );
    const total = weights.reduce((sum, weight) => round(sum + weight), 0);
    return weights.map((weight, member) => [first + member, total === 0 ? weight : round(weight / total)] as const);
  });
}

/** The table of a method. */
export function methodTable(method: Method, resizing: Resizing): Table {
  return tableFor(keyOf(method, resizing), resizing.size, () =>
    method === "linear"
      ? linear(resizing)
      : method === "cubic"
        ? cubic(resizing)
        : nearest(method !== "nearest", resizing),
  );
}

/** The table of a filter that smooths where the image shrinks. */
export function filterTable(filter: Filter, resizing: Resizing): Table {
  return tableFor(keyOf(`smoothed ${filter}`, resizing), resizing.size, () => smoothed(filter, resizing));
}

function keyOf(what: string, { size, count, factor, alignCorners, isSingle }: Resizing): string {
  return `${what} ${size} ${count} ${factor} ${alignCorners} ${isSingle}`;
}
