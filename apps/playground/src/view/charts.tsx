// Accuracy, loss and the gap of both nets over steps.

import { useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { type Column, gapOf, lastOf, type Measure, type SeriesName, seriesNames } from "../state/curves.js";
import { netNames } from "../state/nets.js";
import type { Words } from "../words/words.js";
import type { Props } from "./page.js";
import { type Line, Plot } from "./plot.js";

/** Milliseconds from one drawing of the charts to the next: curves of hours do not change sixty times a second. */
const drawnEvery = 250;

const strokes: Readonly<Record<SeriesName, Pick<Line, "width" | "dash">>> = {
  live: { width: 1, dash: [2, 3] },
  clean: { width: 1.5, dash: [7, 4] },
  heldOut: { width: 2.5 },
};

/** A tick's number. */
const short = (value: number) => String(Number(value.toFixed(2)));

export function Charts({ store }: Props) {
  const words = store.words.value;
  const drawn = useSignal(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useSignalEffect(() => {
    store.drawn.value;
    timer.current ??= setTimeout(() => {
      timer.current = null;
      drawn.value += 1;
    }, drawnEvery);
  });
  drawn.value;
  const { steps, loss, accuracy, marks } = store.curves;
  const nameOf = { dropout: words.withDropout, plain: words.withoutDropout };
  const lines = netNames.flatMap((net) =>
    seriesNames.map((series) => ({
      ...{ label: `${nameOf[net]}: ${words.series[series]}`, colour: `--${net}` },
      ...strokes[series],
    })),
  );
  const columns = { loss, accuracy };
  const dataOf = (measure: Measure) => [
    steps.slice(),
    ...netNames.flatMap((net) => seriesNames.map((series) => columns[measure][net][series])),
  ];
  const said = (column: Column, format: (value: number) => string) => {
    const value = lastOf(column);
    return value === null ? words.unknown : format(value);
  };
  const nats = (value: number) => value.toFixed(2);
  const gaps = netNames.map((net) => gapOf(accuracy[net]));
  return (
    <div class="charts">
      <section class="panel">
        <h2>{words.accuracy}</h2>
        <Plot
          label={words.chart(
            words.accuracy,
            said(accuracy.dropout.heldOut, words.percent),
            said(accuracy.plain.heldOut, words.percent),
          )}
          lines={lines}
          data={dataOf("accuracy")}
          marks={marks}
          format={(value) => `${Math.round(100 * value)}%`}
          range={[0, 1]}
        />
        <Legend words={words} />
        <p class="hint">{words.accuracyHint}</p>
      </section>
      <section class="panel">
        <h2>{words.loss}</h2>
        <Plot
          label={words.chart(words.loss, said(loss.dropout.heldOut, nats), said(loss.plain.heldOut, nats))}
          lines={lines}
          data={dataOf("loss")}
          marks={marks}
          format={short}
        />
        <Legend words={words} />
        <p class="hint">{words.lossHint}</p>
      </section>
      <section class="panel gap">
        <h2>{words.gap}</h2>
        <dl>
          {netNames.map((net, at) => (
            <div key={net} class={net}>
              <dt>{nameOf[net]}</dt>
              <dd data-testid={`gap-${net}`}>{said(gaps[at]!, words.points)}</dd>
            </div>
          ))}
        </dl>
        <Plot
          label={words.gapChart(said(gaps[0]!, words.points), said(gaps[1]!, words.points))}
          lines={netNames.map((net) => ({ label: nameOf[net], colour: `--${net}`, width: 2 }))}
          data={[steps.slice(), ...gaps]}
          marks={marks}
          format={short}
        />
        <p class="hint">{words.gapHint}</p>
      </section>
    </div>
  );
}

/** Which line is which: the colour is the net, the stroke what was measured. */
function Legend({ words }: { readonly words: Words }) {
  return (
    <ul class="legend">
      <li class="dropout">
        <i class="dot" />
        {words.withDropout}
      </li>
      <li class="plain">
        <i class="dot" />
        {words.withoutDropout}
      </li>
      {seriesNames.map((series) => (
        <li key={series}>
          <svg viewBox="0 0 26 6" aria-hidden="true">
            <line
              x1="0"
              y1="3"
              x2="26"
              y2="3"
              stroke-width={strokes[series].width}
              stroke-dasharray={strokes[series].dash?.join(" ")}
            />
          </svg>
          {words.series[series]}
        </li>
      ))}
    </ul>
  );
}
