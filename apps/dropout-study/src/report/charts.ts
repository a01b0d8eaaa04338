// The study's charts, as SVG: ours with standard deviations, the paper's figures beside. Colours are the page's variables.

import { document, escapeText, svg } from "@bernoulli/programs";
import * as Plot from "@observablehq/plot";

const style = { fontSize: "12px", background: "none" } as const;
const ours = "var(--dropout)";
const theirs = "var(--plain)";
/** Of our own series; the paper's colour is none of them. */
const palette = [ours, "var(--third)", "var(--fourth)", "var(--fifth)"];

export interface Row {
  readonly name: string;
  readonly mean: number;
  readonly sd: number;
  /** The paper's figure; null where it has none. */
  readonly paper: number | null;
}

/** A row for each setting: ours as a dot with its standard deviation, the paper's as a diamond. */
export function drawRows(title: string, unit: string, rows: readonly Row[]): string {
  const names = rows.map(({ name }) => name);
  const papers = rows.flatMap(({ name, paper }) => (paper === null ? [] : [{ name, paper }]));
  return svg(
    title,
    Plot.plot({
      document,
      width: 560,
      height: 70 + 30 * rows.length,
      marginLeft: 150,
      marginBottom: 42,
      marginTop: 12,
      style,
      x: { label: unit, grid: true, nice: true, zero: true },
      y: { label: null, domain: names, tickSize: 0 },
      marks: [
        Plot.ruleY(rows, {
          y: "name",
          x1: (row: Row) => row.mean - row.sd,
          x2: (row: Row) => row.mean + row.sd,
          stroke: ours,
          strokeWidth: 2,
        }),
        Plot.dot(rows, { y: "name", x: "mean", fill: ours, r: 5 }),
        Plot.dot(papers, { y: "name", x: "paper", fill: theirs, symbol: "diamond", r: 5 }),
      ],
    }),
  ).concat(
    legend([{ name: "ours", colour: ours }, ...(papers.length > 0 ? [{ name: "the paper's", colour: theirs }] : [])]),
  );
}

export interface Point {
  readonly series: string;
  readonly x: number;
  readonly y: number;
  readonly sd: number;
}

export interface LinesOptions {
  readonly x: string;
  readonly y: string;
  readonly logarithmic?: boolean;
  /** What the paper says of x: a stretch, or a value. */
  readonly band?: readonly [from: number, to: number];
  readonly zero?: boolean;
}

/** Curves with standard deviations. */
export function drawLines(title: string, points: readonly Point[], options: LinesOptions): string {
  const series = [...new Set(points.map((point) => point.series))];
  const { band } = options;
  const xs = [...new Set(points.map(({ x }) => x))].sort((a, b) => a - b);
  return svg(
    title,
    Plot.plot({
      document,
      width: 560,
      height: 310,
      marginLeft: 48,
      marginBottom: 44,
      style,
      x: {
        label: options.x,
        ...(options.logarithmic === true
          ? { type: "log", ticks: xs, tickFormat: (x: number) => x.toLocaleString("en") }
          : {}),
      },
      y: { label: options.y, grid: true, nice: true, zero: options.zero === true },
      color: { domain: series, range: palette.slice(0, series.length) },
      marks: [
        ...(band === undefined
          ? []
          : [Plot.rectX([band], { x1: (b) => b[0], x2: (b) => b[1], fill: theirs, fillOpacity: 0.12 })]),
        Plot.ruleX(points, {
          x: "x",
          y1: (point: Point) => point.y - point.sd,
          y2: (point: Point) => point.y + point.sd,
          stroke: "series",
        }),
        Plot.lineY(points, { x: "x", y: "y", z: "series", stroke: "series", strokeWidth: 2, sort: "x" }),
        Plot.dot(points, { x: "x", y: "y", fill: "series", r: 3.5 }),
      ],
    }) as Element,
  ).concat(legend(series.map((name, at) => ({ name, colour: palette[at % palette.length]! }))));
}

/** Names and colours, in words, since a chart is read without colours too. */
function legend(series: readonly { readonly name: string; readonly colour: string }[]): string {
  if (series.length < 2) return "";
  const items = series.map(({ name, colour }) => `<li style="--net: ${colour}">${escapeText(name)}</li>`);
  return `<ul class="legend">${items.join("")}</ul>`;
}

export interface Bar {
  readonly series: string;
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** Histograms beside each other, of the same bins. */
export function drawHistograms(title: string, unit: string, bars: readonly Bar[]): string {
  const series = [...new Set(bars.map((bar) => bar.series))];
  return svg(
    title,
    Plot.plot({
      document,
      width: 560,
      height: 130 * series.length + 50,
      marginLeft: 48,
      marginRight: 100,
      style,
      x: { label: unit },
      y: { label: "share (%)", grid: true },
      fy: { label: null, domain: series },
      marks: [
        Plot.rectY(bars, {
          fy: "series",
          x1: "from",
          x2: "to",
          y: (bar: Bar) => 100 * bar.share,
          fill: (bar: Bar) => palette[series.indexOf(bar.series) % palette.length],
          insetLeft: 1,
        }),
      ],
    }) as Element,
  );
}
