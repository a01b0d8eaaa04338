// The charts of the report, as SVG. Colours are the page's
// variables, so that they follow its light and dark.

import { document, svg } from "@bernoulli/programs";
import type { EpochRecord } from "@bernoulli/trainer";
import * as Plot from "@observablehq/plot";
import type { NetName, Result } from "../experiment.js";

interface Curve {
  readonly title: string;
  /** What the vertical axis counts. */
  readonly unit: string;
  readonly of: (record: EpochRecord) => number;
}

const percent = (share: number | undefined) => 100 * (share as number);

/** What is drawn over the epochs, for both nets. */
export const curves: readonly Curve[] = [
  { title: "Training loss, live", unit: "cross entropy", of: ({ live }) => live["loss"]! },
  { title: "Training accuracy, live", unit: "%", of: ({ live }) => percent(live["accuracy"]) },
  { title: "Training accuracy, clean", unit: "%", of: ({ clean }) => percent(clean!["accuracy"]) },
  { title: "Validation loss", unit: "cross entropy", of: ({ validation }) => validation!["loss"]! },
  { title: "Validation accuracy", unit: "%", of: ({ validation }) => percent(validation!["accuracy"]) },
  {
    title: "Gap: clean training − validation",
    unit: "points",
    of: ({ clean, validation }) => percent(clean!["accuracy"]) - percent(validation!["accuracy"]),
  },
];

const netColour: { readonly [Net in NetName]: string } = { dropout: "var(--dropout)", plain: "var(--plain)" };

/** One curve for each net over the epochs. */
export function drawCurve({ title, unit, of }: Curve, results: readonly Result[]): string {
  const points = results.flatMap(({ net, history }) =>
    history.map((record) => ({ net, epoch: record.epoch, value: of(record) })),
  );
  const epochs = Math.max(...points.map(({ epoch }) => epoch));
  return svg(
    title,
    Plot.plot({
      document,
      width: 360,
      height: 230,
      marginLeft: 44,
      style: { fontSize: "12px", background: "none" },
      x: { label: "epoch", ticks: Math.min(epochs, 8), tickFormat: "d", domain: epochs > 1 ? [1, epochs] : [0.5, 1.5] },
      y: { label: unit, grid: true, nice: true },
      color: { domain: Object.keys(netColour), range: Object.values(netColour) },
      marks: [
        Plot.lineY(points, { x: "epoch", y: "value", z: "net", stroke: "net", strokeWidth: 2 }),
        Plot.dot(points, { x: "epoch", y: "value", fill: "net", r: 2.5 }),
      ],
    }),
  );
}

/** How many test images of each class (rows) got which answer (columns). */
export function drawConfusion({ net, confusion }: Result, classes: readonly string[]): string {
  const cells = confusion.flatMap((row, label) => {
    const total = Math.max(
      1,
      row.reduce((sum, count) => sum + count, 0),
    );
    return row.map((count, answer) => ({
      label: classes[label],
      answer: classes[answer],
      count,
      share: count / total,
    }));
  });
  return svg(
    `Test images of each class, by answer: ${net}`,
    Plot.plot({
      document,
      width: 420,
      height: 400,
      marginLeft: 76,
      marginTop: 66,
      marginBottom: 8,
      padding: 0.04,
      style: { fontSize: "11px", background: "none" },
      x: { axis: "top", label: "answer", domain: classes, tickRotate: -45, tickSize: 0 },
      y: { label: "class", domain: classes, tickSize: 0 },
      marks: [
        Plot.cell(cells, {
          x: "answer",
          y: "label",
          fill: netColour[net],
          fillOpacity: (cell) => 0.06 + 0.74 * cell.share,
        }),
        Plot.text(cells, { x: "answer", y: "label", text: (cell) => (cell.count === 0 ? "" : String(cell.count)) }),
      ],
    }),
  );
}
