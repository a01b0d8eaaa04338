// How a cell trains: by the Trainer, from its last checkpoint on, to the same numbers as if nothing had come in between. Which net, and
// what is measured of it, the experiments say.

import { promises as fs } from "node:fs";
import { constrainMaxNorm_ } from "@bernoulli/dropout";
import { type Callbacks, type EpochRecord, FormatError, type Loader, type Trainer } from "@bernoulli/trainer";
import {
  checkpoint,
  latestSoundCheckpoint,
  loadCheckpoint,
  type RestorableModel,
  type RestorableOptimizer,
} from "@bernoulli/trainer/node";
import { data, type nn, type optim } from "bernoulli";
import type { Samples } from "./images.js";

/** Per cent of the images that a net takes for others, in evaluation mode. */
export async function errorOn(trainer: Trainer, samples: Samples, signal: AbortSignal): Promise<number> {
  const { accuracy } = await trainer.evaluate(new data.DataLoader(samples, { batchSize: 500 }), { signal });
  return 100 * (1 - accuracy);
}

/** An optimizer whose step ends with the max-norm constraint, inside the compiled step. */
export function underMaxNorm(inner: optim.Optimizer<any, any>, model: nn.Module, max: number | null) {
  return {
    zeroGrad: () => inner.zeroGrad(),
    step: () => {
      inner.step();
      if (max !== null) constrainMaxNorm_(model, max);
    },
    stateDict: () => inner.stateDict(),
    loadStateDict: (state: Parameters<typeof inner.loadStateDict>[0]) => inner.loadStateDict(state),
  };
}

/** What a cell is given to run by. */
export interface CellContext {
  readonly seed: number;
  /** Where checkpoints go; it is there, and this cell's alone. */
  readonly directory: string;
  readonly signal: AbortSignal;
  /** Tells how much is done, from 0 to 1. */
  readonly share: (share: number) => void;
}

/** Seconds of training that a kill may cost. */
const mostLost = 10;

export interface FitCell {
  readonly trainer: Trainer<any>;
  readonly loader: Loader;
  readonly epochs: number;
  /** Up to which share of the cell this training goes. */
  readonly share?: number;
  readonly callbacks?: readonly Callbacks[];
}

/** Trains to the last epoch, whatever has been done before. Returns the records of all epochs; null where the signal ended it. */
export async function fitCell(
  { directory, signal, share: tell }: CellContext,
  { trainer, loader, epochs, share = 1, callbacks = [] }: FitCell,
): Promise<readonly EpochRecord[] | null> {
  const history = await resume(directory, trainer);
  const progress: Callbacks = {
    onBatchEnd: ({ epoch, batch, batches }) => tell((share * (epoch - 1 + batch / (batches ?? batch))) / epochs),
  };
  const records = await trainer.fit(loader, {
    epochs,
    history,
    callbacks: [progress, ...callbacks, nowAndThen(checkpoint(trainer, { directory }))],
    signal,
  });
  return records.length < epochs ? null : records;
}

/** From the latest checkpoint that is whole. What cannot be read is no reason to give a cell up: without any, it begins anew. */
async function resume(directory: string, trainer: Trainer<any>): Promise<readonly EpochRecord[]> {
  let damaged = 0;
  const path = await latestSoundCheckpoint(directory, { onDamaged: () => void damaged++ }).catch((error: unknown) => {
    if (damaged === 0) throw error;
    return null;
  });
  if (path === null) return [];
  try {
    const { history } = await loadCheckpoint(path, {
      model: trainer.model as RestorableModel,
      optimizer: trainer.optimizer as unknown as RestorableOptimizer,
      ...(trainer.scheduler === null ? {} : { scheduler: trainer.scheduler as never }),
    });
    return history;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    // Nothing was restored of it; the one before may do.
    await fs.rm(path);
    return resume(directory, trainer);
  }
}

/** A checkpoint at every epoch's end would cost more than it saves where epochs take a moment. */
function nowAndThen(saving: Callbacks): Callbacks {
  let last = performance.now();
  return {
    onFitStart: (event) => saving.onFitStart?.(event),
    onEpochEnd: async (event) => {
      if (performance.now() - last < 1000 * mostLost) return;
      await saving.onEpochEnd?.(event);
      last = performance.now();
    },
  };
}
