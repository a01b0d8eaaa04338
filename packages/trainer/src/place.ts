// A place within an epoch, from which a fit goes on: how far the pass is, what it has measured, and where its draws began. Not how it is
// kept on disk (checkpoint/).

import { ArgumentError, type Generator } from "@bernoulli/tensor";
import type { RunningState } from "./metrics.js";

/** How far a pass is. */
export interface PassPlace {
  /** The batches that are done. */
  readonly batch: number;
  /** What was measured on them. */
  readonly running: RunningState;
  /** The seconds that they took. */
  readonly seconds: number;
}

/**
 * How far a fit is in an epoch, as `loadCheckpoint` gives it. The loader is gone through from the epoch's beginning again, with the
 * random streams as they were there, without training: so its order, its samples and what they draw are those of the first time.
 */
export interface EpochPlace extends PassPlace {
  /** The random streams as they were when the pass began; what they are when `fit` is called is their state at the place. */
  readonly starts: readonly { readonly generator: Generator; readonly state: Uint8Array }[];
}

/** Takes the streams back to the beginning of the pass, and returns what takes them to the place again. */
export function rewind({ starts }: EpochPlace): () => void {
  const present = starts.map(({ generator }) => ({ generator, state: generator.getState() }));
  for (const { generator, state } of starts) generator.setState(state);
  return () => {
    for (const { generator, state } of present) generator.setState(state);
  };
}

/** @throws ArgumentError for what is no place. */
export function checkPlace(place: EpochPlace): void {
  const isPlace =
    Number.isSafeInteger(place.batch) &&
    place.batch >= 1 &&
    Array.isArray(place.starts) &&
    typeof place.running?.sums === "object";
  if (!isPlace) throw new ArgumentError("fit: place must be one that loadCheckpoint gave");
}
