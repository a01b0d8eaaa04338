// Trains the net of the ensemble figure and looks at its thinned nets, for the page.

import { setNumThreads } from "bernoulli";
import { type Ensemble, ensembleOf, trainedNet } from "./ensemble.js";
import { moons } from "./points.js";

/** What the page is given: the points that were trained on, and what was seen. */
export interface EnsembleReport extends Ensemble {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly labels: readonly number[];
}

// Its loop never turns the event loop, so that no other thread could start; nets of this size gain nothing by one.
setNumThreads(1);

self.addEventListener("message", ({ data: { p, seed } }: MessageEvent<{ p: number; seed: number }>) => {
  const { inputs, labels } = moons(60, 0.3, seed);
  const report: EnsembleReport = {
    ...ensembleOf(trainedNet(p, seed), seed),
    points: inputs.toArray() as [number, number][],
    labels: labels.toArray() as number[],
  };
  self.postMessage(report);
});
