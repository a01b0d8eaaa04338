// A directory of checkpoints: their names, and from which a run can go on. Not what is in them (file.ts), nor when they are written
// (callback.ts). Node only.

import { promises as fs } from "node:fs";
import { basename, join } from "node:path";
import { FormatError } from "@bernoulli/formats";
import { explained, verifyFile } from "@bernoulli/formats/node";
import { checkArgument, checkOptions } from "@bernoulli/tensor";

export const bestName = "best.safetensors";

/** Of so many whole epochs, and so many batches of the next. */
export const nameOf = (epoch: number, batch: number) => {
  const digits = (value: number, count: number) => String(value).padStart(count, "0");
  return `epoch-${digits(epoch, 4)}${batch === 0 ? "" : `-batch-${digits(batch, 6)}`}.safetensors`;
};
const namePattern = /^epoch-(\d{4,})(?:-batch-(\d{6,}))?\.safetensors$/;

/** Epochs and batches in a file's name. */
function placeIn(path: string): readonly [epoch: number, batch: number] {
  const [, epoch, batch] = namePattern.exec(basename(path)) ?? [];
  return [Number(epoch), Number(batch ?? 0)];
}

export const epochOf = (path: string): number => placeIn(path)[0];

/** Whether a checkpoint is of a later moment than another. */
export function isLater(path: string, than: string): boolean {
  const [[epoch, batch], [otherEpoch, otherBatch]] = [placeIn(path), placeIn(than)];
  return epoch > otherEpoch || (epoch === otherEpoch && batch > otherBatch);
}

/** The paths of all checkpoints in a directory, the latest first; none where there is no directory. */
export async function checkpointsIn(directory: string): Promise<string[]> {
  const names = await fs.readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw explained(directory, "cannot be read", error);
  });
  return names
    .filter((name) => namePattern.test(name))
    .sort((a, b) => (isLater(a, b) ? -1 : 1))
    .map((name) => join(directory, name));
}

/**
 * The path of the latest checkpoint in a directory, by the names that `checkpoint` gives; null where there is none, nor a directory.
 * Whether it is whole, {@link latestSoundCheckpoint} says.
 *
 * @throws FormatError if the directory cannot be read.
 */
export async function latestCheckpoint(directory: string): Promise<string | null> {
  return (await checkpointsIn(directory))[0] ?? null;
}

/** Whether a checkpoint is as it was written. */
export async function isSound(path: string): Promise<boolean> {
  return (await damageOf(path)) === null;
}

/** What is wrong with a checkpoint; null where it is as it was written. */
async function damageOf(path: string): Promise<FormatError | null> {
  try {
    await verifyFile(path);
    return null;
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
}

export interface LatestOptions {
  /** Told of each that was passed over: a FormatError that says what is wrong with it. */
  readonly onDamaged?: (error: FormatError) => void;
}

/**
 * The path of the latest checkpoint in a directory that is as it was written, by its checksum: what was cut short or changed is passed over for
 * the one before. Null where there is none, nor a directory. Each that is looked at is read from beginning to end.
 *
 * @throws FormatError if the directory cannot be read, and where there are checkpoints and all of them are damaged: then a run that began
 * anew would write over what is left.
 */
export async function latestSoundCheckpoint(directory: string, options: LatestOptions = {}): Promise<string | null> {
  checkArgument("latestSoundCheckpoint", "directory", directory, "string");
  checkOptions("latestSoundCheckpoint", options, { onDamaged: "function" });
  const all = await checkpointsIn(directory);
  let first: FormatError | null = null;
  for (const path of all) {
    const damage = await damageOf(path);
    if (damage === null) return path;
    first ??= damage;
    options.onDamaged?.(damage);
  }
  if (first !== null) throw first;
  return null;
}
