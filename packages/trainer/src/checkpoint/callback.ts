// checkpoint: saves a fit at the ends of its epochs, and within them. Where it can go on, directory.ts finds. Node only.

import { promises as fs } from "node:fs";
import { join } from "node:path";
import { makeDirectory } from "@bernoulli/data/node";
import { checkWritable, explained } from "@bernoulli/formats/node";
import { ArgumentError, checkOptions, defaultGenerator, type Generator } from "@bernoulli/tensor";
import type { BatchEvent, Callbacks } from "../callbacks.js";
import { CheckpointError } from "../errors.js";
import { type MonitorOptions, monitorOf } from "../monitor.js";
import type { PassPlace } from "../place.js";
import { ofAll } from "../ranks.js";
import type { Trainer } from "../trainer.js";
import type { EpochRecord } from "../trainer-options.js";
import { bestName, checkpointsIn, epochOf, isLater, isSound, nameOf } from "./directory.js";
import { type SaveCheckpointOptions, saveCheckpoint } from "./file.js";
import { streamsOfAll } from "./ranks.js";
import type { RestorableOptimizer, RestorableScheduler } from "./restore.js";

export interface CheckpointOptions extends Pick<SaveCheckpointOptions, "generators" | "extra" | "states"> {
  /** Where the files go; it is made if it is not there. */
  readonly directory: string;
  /** The epochs from one checkpoint to the next; the last epoch always gets one. Default: 1. */
  readonly every?: number;
  /** How many checkpoints of this fit to keep, the latest ones. Default: 2, so that one is left where the latest is damaged. */
  readonly keep?: number;
  /**
   * Saves within an epoch too: after so many batches of it, and where the fit is stopped or aborted; Infinity: only then. `fit` must then be
   * given the `place` of the checkpoint beside its history.
   * Default: only between epochs.
   */
  readonly everySteps?: number;
  /** Whether checkpoints that earlier fits left in the directory are deleted as newer ones come. Default: false. */
  readonly prune?: boolean;
  /** Keeps the checkpoint of the best epoch as well, as `best.safetensors`: which score says so. Default: none. */
  readonly best?: MonitorOptions;
}

/**
 * Callbacks that save a checkpoint of a trainer's model, optimizer and scheduler at the end of every epoch, or of every so many:
 * `directory/epoch-0001.safetensors`. Node only: import it from `@bernoulli/trainer/node`.
 *
 *     await trainer.fit(loader, { epochs: 8, callbacks: [checkpoint(trainer, { directory: "run" })] });
 *
 * To go on later, or after a crash:
 *
 *     const path = await latestSoundCheckpoint("run");
 *     const history = path === null ? [] : (await loadCheckpoint(path, { model, optimizer })).history;
 *     await trainer.fit(loader, { epochs: 8, history, callbacks: [checkpoint(trainer, { directory: "run" })] });
 *
 * A scheduler that the trainer has is saved too, and loaded as `{ model, optimizer, scheduler }`.
 *
 * With `everySteps`, a run that is killed at any moment goes on within its epoch, to the last bit:
 *
 *     const path = await latestSoundCheckpoint("run");
 *     const { history, place } = path === null ? { history: [], place: null } : await loadCheckpoint(path, { model, optimizer });
 *     await trainer.fit(loader, { epochs: 8, history, place, callbacks: [checkpoint(trainer, { directory: "run", everySteps: 100 })] });
 *
 * Of several processes that train together (the trainer's `ranks`) rank 0 writes, with the random streams of all.
 *
 * The fit fails at its start if the directory cannot be written, or holds whole checkpoints of later epochs than those that
 * are done, which another run must have left. Only files that this fit has written are ever deleted.
 *
 * @throws ArgumentError if `every` or `keep` is no integer of at least 1, or the trainer's optimizer has no state dict.
 */
export function checkpoint(trainer: Trainer<any>, options: CheckpointOptions): Callbacks {
  const { directory, every = 1, keep = 2, everySteps, prune = false, best, ...saved } = checked(options);
  const { ranks } = trainer;
  const parts = restorableOf(trainer);
  const monitor = best === undefined ? null : monitorOf("checkpoint", best);
  const { generators = { default: defaultGenerator() } } = saved;
  const written: string[] = [];
  let starts: Readonly<Record<string, Uint8Array>> = {};
  /** How far the epoch is, where that is not saved yet. */
  let unsaved: BatchEvent["place"] | null = null;

  const runningOfAll = ({ running }: PassPlace) =>
    ranks.worldSize === 1 ? running : ofAll(ranks, running, trainer.metrics);
  const save = async (history: readonly EpochRecord[], at: PassPlace | null) => {
    const path = join(directory, nameOf(history.length, at?.batch ?? 0));
    unsaved = null;
    // Weights are the same on all ranks; streams are each one's own, and so is what it measured.
    const streams = streamsOfAll(ranks, generators, starts);
    const place = at === null ? null : { ...at, running: runningOfAll(at), starts: streams.starts };
    if (ranks.rank > 0) return;
    await saveCheckpoint(path, { ...parts, ...saved, history, place, generators: streams.generators });
    if (!written.includes(path)) written.push(path);
    // Behind the write: until it was done, the one before was all there was.
    const known = prune
      ? (await checkpointsIn(directory)).toReversed().filter((other) => !isLater(other, path))
      : written;
    for (const old of known.slice(0, Math.max(known.length - keep, 0))) await fs.rm(old, { force: true });
    if (written.length > keep) written.splice(0, written.length - keep);
  };
  return {
    // What the others hold is then of the same batch.
    goesLast: true,
    onFitStart: async ({ history }) => {
      written.length = 0;
      unsaved = null;
      if (ranks.rank > 0) return;
      await prepare(directory, history.length + 1);
      for (const later of await checkpointsIn(directory)) {
        if (epochOf(later) <= history.length) return;
        // What is damaged is passed over for the one before, and written over when the fit comes to it.
        if (!(await isSound(later))) continue;
        throw new CheckpointError(
          `it is a checkpoint of a later epoch than the ${history.length} that are done: of another run? Load it and give fit its history, or take another directory`,
          { file: later },
        );
      }
    },
    onPassStart: ({ place }) => {
      // Of a pass that goes on, the beginning is that of the first time.
      const begun = (generator: Generator) => place?.starts.find((start) => start.generator === generator)?.state;
      starts = Object.fromEntries(
        Object.entries(generators).map(([name, generator]) => [name, begun(generator) ?? generator.getState()]),
      );
      unsaved = null;
    },
    onBatchEnd: async ({ batch, updated, place, history }) => {
      if (everySteps === undefined || !updated) return;
      unsaved = place;
      if (batch % everySteps === 0) await save(history, place());
    },
    onEpochEnd: async ({ epoch, epochs, history }) => {
      unsaved = null;
      const isBest = monitor?.bestOf(history) === epoch;
      if (epoch % every === 0 || epoch === epochs) await save(history, null);
      if (!isBest) return;
      const streams = streamsOfAll(ranks, generators, {});
      if (ranks.rank > 0) return;
      await saveCheckpoint(join(directory, bestName), { ...parts, ...saved, history, generators: streams.generators });
    },
    onFitEnd: async ({ history, reason }) => {
      // What a step that failed left of the weights is nobody's to go on from.
      if (unsaved !== null && reason !== "failed") await save(history, unsaved());
    },
  };
}

function checked(options: CheckpointOptions): CheckpointOptions {
  checkOptions("checkpoint", options, [
    "directory",
    "every",
    "keep",
    "everySteps",
    "prune",
    "best",
    "generators",
    "extra",
    "states",
  ]);
  const { directory, every = 1, keep = 2, everySteps } = options;
  if (typeof directory !== "string")
    throw new ArgumentError(`checkpoint: directory must be a path, but got ${typeof directory}`);
  for (const [name, value] of Object.entries({ every, keep, ...(everySteps === undefined ? {} : { everySteps }) })) {
    if (value !== Number.POSITIVE_INFINITY && (!Number.isInteger(value) || value < 1))
      throw new ArgumentError(`checkpoint: ${name} must be an integer of at least 1, or Infinity, but got ${value}`);
  }
  return options;
}

/** What of a trainer is saved, if all of it can be restored. */
function restorableOf({ model, optimizer, scheduler }: Trainer<any>) {
  if (!isRestorable<RestorableOptimizer>(optimizer as Partial<RestorableOptimizer>))
    throw new ArgumentError(
      "checkpoint: the trainer's optimizer has no stateDict and loadStateDict to save and restore it by",
    );
  if (scheduler !== null && !isRestorable<RestorableScheduler>(scheduler as Partial<RestorableScheduler>))
    throw new ArgumentError(
      "checkpoint: the trainer's scheduler has no stateDict and loadStateDict to save and restore it by",
    );
  return {
    model,
    optimizer: optimizer as Trainer["optimizer"] & RestorableOptimizer,
    ...(scheduler === null ? {} : { scheduler: scheduler as Trainer["scheduler"] & RestorableScheduler }),
  };
}

function isRestorable<Kind extends RestorableOptimizer | RestorableScheduler>(part: Partial<Kind>): part is Kind {
  return typeof part.stateDict === "function" && typeof part.loadStateDict === "function";
}

/** Shows before hours of training, not behind them, that nothing can be saved. */
async function prepare(directory: string, epoch: number): Promise<void> {
  try {
    makeDirectory(directory);
  } catch (error) {
    throw explained(directory, "checkpoints cannot be written there", error);
  }
  await checkWritable(join(directory, nameOf(epoch, 0)));
}
