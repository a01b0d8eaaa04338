// One way through a loader: each batch is computed, measured, and told of. Not what is computed (steps.ts), nor what the numbers
// become (trainer.ts).

import { ArgumentError, pause } from "@bernoulli/tensor";
import type { Within } from "./evaluating.js";
import { type Batch, checkBatch, eachBatch, type Loader } from "./loader.js";
import type { StreamingMetric } from "./metrics/streaming.js";
import { type Measured, RunningScores, type Scores } from "./metrics.js";
import { type EpochPlace, type PassPlace, rewind } from "./place.js";

/** How far a pass is, for a callback. */
export interface PassProgress<Name extends string> {
  readonly batch: number;
  readonly batches: number | null;
  readonly samples: number;
  /** Whether the optimizer has stepped behind this batch. */
  readonly updated: boolean;
  readonly scores: Scores<Name>;
  readonly place: () => PassPlace;
}

export interface Pass<Name extends string> {
  readonly loader: Loader;
  readonly metrics: Readonly<Record<string, StreamingMetric>>;
  readonly clock: () => number;
  readonly isStopped: () => boolean;
  /** Computes batch `number`, from 1. */
  readonly step: (batch: Batch, number: number) => Measured<Name>;
  /** Whether the weights are behind an update after batch `number`; a pass ends only there. */
  readonly isWhole?: (number: number) => boolean;
  readonly afterBatch?: ((progress: PassProgress<Name>) => Promise<void>) | undefined;
  readonly within?: Within;
  /** Where to go on. */
  readonly place?: EpochPlace | null;
}

/** Goes through a loader once, or until it is stopped. */
export async function goThrough<Name extends string>(pass: Pass<Name>): Promise<RunningScores<Name>> {
  const { loader, metrics, clock, isStopped, step, isWhole = () => true, afterBatch, place = null } = pass;
  const running = new RunningScores<Name>(metrics, place?.running);
  const done = place?.batch ?? 0;
  const start = clock();
  const goOn = place === null ? () => {} : rewind(place);
  let batch = 0;
  await eachBatch(loader, pass.within ?? ((part) => part()), async (pair) => {
    batch += 1;
    if (batch <= done) {
      // Before the next batch is asked for, which draws from there.
      if (batch === done) goOn();
      await pause();
      return !isStopped();
    }
    const updated = isWhole(batch);
    await running.add(step(checkBatch(pair), batch), pair[0].size(0));
    const seconds = () => (place?.seconds ?? 0) + (clock() - start) / 1000;
    await afterBatch?.({
      batch,
      batches: loader.length ?? null,
      samples: running.samples,
      updated,
      // Some metrics sort what there is so far: only where it is asked for.
      get scores() {
        return running.values();
      },
      place: () => ({ batch, running: running.state(), seconds: seconds() }),
    });
    await pause();
    return !(updated && isStopped());
  });
  if (batch < done && !isStopped())
    throw new ArgumentError(
      `fit: place is behind batch ${done}, but the loader gave ${batch}; go on with the loader of the run that was saved`,
    );
  return running;
}
