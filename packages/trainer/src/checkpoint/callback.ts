// checkpoint: saves a fit at the ends of its epochs; latestCheckpoint: finds where it can go on. Node only.

import { promises as fs } from "node:fs";
import { join } from "node:path";
import { makeDirectory } from "@bernoulli/data/node";
import { checkWritable, explained } from "@bernoulli/formats/node";
import { ArgumentError, checkOptions } from "@bernoulli/tensor";
import type { Callbacks } from "../callbacks.js";
import { CheckpointError } from "../errors.js";
import type { Trainer } from "../trainer.js";
import { type SaveCheckpointOptions, saveCheckpoint } from "./file.js";
import type { RestorableOptimizer, RestorableScheduler } from "./restore.js";

export interface CheckpointOptions extends Pick<SaveCheckpointOptions, "generators" | "extra"> {
  /** Where the files go; it is made if it is not there. */
  readonly directory: string;
  /** The epochs from one checkpoint to the next; the last epoch always gets one. Default: 1. */
  readonly every?: number;
  /** How many checkpoints of this fit to keep, the latest ones. Default: 1. */
  readonly keep?: number;
}

const nameOf = (epoch: number) => `epoch-${String(epoch).padStart(4, "0")}.safetensors`;
const namePattern = /^epoch-(\d{4,})\.safetensors$/;

/**
 * Callbacks that save a checkpoint of a trainer's model, optimizer and scheduler at the end of every epoch, or of every so many:
 * `directory/epoch-0001.safetensors`. Node only: import it from `@bernoulli/trainer/node`.
 *
 *     await trainer.fit(loader, { epochs: 8, callbacks: [checkpoint(trainer, { directory: "run" })] });
 *
 * To go on later, or after a crash:
 *
 *     const path = await latestCheckpoint("run");
 *     const history = path === null ? [] : (await loadCheckpoint(path, { model, optimizer })).history;
 *     await trainer.fit(loader, { epochs: 8, history, callbacks: [checkpoint(trainer, { directory: "run" })] });
 *
 * A scheduler that the trainer has is saved too, and loaded as `{ model, optimizer, scheduler }`.
 *
 * The fit fails at its start if the directory cannot be written, or holds checkpoints of later epochs than those that
 * are done, which another run must have left. Only files that this fit has written are ever deleted.
 *
 * @throws ArgumentError if `every` or `keep` is no integer of at least 1, or the trainer's optimizer has no state dict.
 */
export function checkpoint(trainer: Trainer<any>, options: CheckpointOptions): Callbacks {
  checkOptions("checkpoint", options, ["directory", "every", "keep", "generators", "extra"]);
  const { directory, every = 1, keep = 1, ...saved } = options;
  if (typeof directory !== "string")
    throw new ArgumentError(`checkpoint: directory must be a path, but got ${typeof directory}`);
  for (const [name, value] of Object.entries({ every, keep })) {
    if (value !== Number.POSITIVE_INFINITY && (!Number.isInteger(value) || value < 1))
      throw new ArgumentError(`checkpoint: ${name} must be an integer of at least 1, or Infinity, but got ${value}`);
  }
  const { model } = trainer;
  const optimizer = trainer.optimizer as Partial<RestorableOptimizer> & Trainer["optimizer"];
  if (!isRestorable(optimizer))
    throw new ArgumentError(
      "checkpoint: the trainer's optimizer has no stateDict and loadStateDict to save and restore it by",
    );
  const own = trainer.scheduler as (Partial<RestorableScheduler> & Trainer["scheduler"]) | null;
  if (own !== null && !isRestorable(own))
    throw new ArgumentError(
      "checkpoint: the trainer's scheduler has no stateDict and loadStateDict to save and restore it by",
    );
  const scheduler = own === null ? {} : { scheduler: own as RestorableScheduler };
  const written: string[] = [];
  return {
    onFitStart: async ({ history }) => {
      written.length = 0;
      await prepare(directory, history.length + 1);
      const latest = await latestCheckpoint(directory);
      if (latest === null || epochOf(latest) <= history.length) return;
      throw new CheckpointError(
        `it is a checkpoint of a later epoch than the ${history.length} that are done: of another run? Load it and give fit its history, or take another directory`,
        { file: latest },
      );
    },
    onEpochEnd: async ({ epoch, epochs, history }) => {
      if (epoch % every !== 0 && epoch !== epochs) return;
      const path = join(directory, nameOf(epoch));
      await saveCheckpoint(path, { model, optimizer, ...scheduler, history, ...saved });
      written.push(path);
      // Behind the write: until it was done, the one before was all there was.
      while (written.length > keep) await fs.rm(written.shift()!, { force: true });
    },
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
  await checkWritable(join(directory, nameOf(epoch)));
}

/**
 * The path of the checkpoint of the latest epoch in a directory, by the names that `checkpoint` gives; null where there is
 * none, nor a directory.
 *
 * @throws CheckpointError if the directory cannot be read.
 */
export async function latestCheckpoint(directory: string): Promise<string | null> {
  const names = await fs.readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw explained(directory, "cannot be read", error);
  });
  const found = names.filter((name) => namePattern.test(name)).sort((a, b) => epochOf(b) - epochOf(a));
  return found.length === 0 ? null : join(directory, found[0]!);
}

/** The number in a file's name. */
const epochOf = (path: string) => Number(/(\d+)\.safetensors$/.exec(path)?.[1]);
