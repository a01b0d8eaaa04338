// What a worker does: it makes its dataset, reads the batches that it is asked for, one after another, and sends them.

import { isPromise, LoopScope, manualSeed } from "@bernoulli/tensor";
import { defaultCollate } from "../collate.js";
import { asDataset, type Dataset, type Samples } from "../dataset.js";
import { setWorkerInfo } from "./host.js";
import type { News, Task, Thrown, WorkerTask } from "./messages.js";
import { pack } from "./wire.js";

/** A batch in the making: what is read at once, each part perhaps a promise, and what becomes of it once it has settled. */
export interface Read {
  readonly parts: readonly unknown[];
  readonly assemble: (settled: readonly unknown[]) => readonly unknown[];
}

/** Who is told, in a worker, of what is being read. */
export interface Watch {
  /** Of each sample by its number; −1 for none, or several at once. */
  reading(index: number): void;
  /** Of an error; what it gives is thrown instead. */
  failed(error: unknown, index: number): unknown;
}

/** Reads samples, or a whole batch where that is how they come. */
export function readBatch(dataset: Dataset, indices: readonly number[], isWhole: boolean, watch?: Watch): Read {
  if (isWhole && dataset.getBatch !== undefined)
    return { parts: [dataset.getBatch(indices)], assemble: (settled) => settled };
  const get = (index: number): unknown => (watch === undefined ? dataset.get(index) : watched(dataset, index, watch));
  const parts = indices.map(get);
  watch?.reading(-1);
  return { parts, assemble: (settled) => (isWhole ? [defaultCollate(settled)] : settled) };
}

function watched(dataset: Dataset, index: number, watch: Watch): unknown {
  watch.reading(index);
  const fail = (error: unknown): never => {
    throw watch.failed(error, index);
  };
  try {
    const sample: unknown = dataset.get(index);
    return isPromise(sample) ? Promise.resolve(sample).catch(fail) : sample;
  } catch (error) {
    return fail(error);
  }
}

/** An error of one sample's. */
class Failed {
  readonly error: unknown;
  readonly index: number;
  constructor(error: unknown, index: number) {
    this.error = error;
    this.index = index;
  }
}

/** How a worker hears and speaks. */
export interface Link {
  tell(news: News, moved: ArrayBuffer[]): void;
  /** Calls back for each task, and for as long as there may be some the thread lives. */
  listen(onTask: (task: Task) => void): void;
  /** Says which sample is being read; −1 for none, or several at once. */
  reading(index: number): void;
}

/** Serves a link for as long as there is one. */
export function serve(start: WorkerTask, link: Link, make: (settings: never) => Samples): void {
  const { id, numWorkers, isWhole } = start;
  setWorkerInfo({ id, numWorkers });
  const dataset = asDataset("defineDataset", make(start.settings as never));
  const watch: Watch = {
    reading: (index) => link.reading(index),
    failed: (error, index) => new Failed(error, index),
  };
  let last: Promise<void> = Promise.resolve();

  const answer = async ({ pass, batch, seed, indices }: Task): Promise<void> => {
    const step = new LoopScope(`batch ${batch} of a worker`);
    try {
      manualSeed(seed);
      const { parts, assemble } = step.within(() => readBatch(dataset, indices, isWhole, watch));
      const settled = parts.some(isPromise) ? await Promise.all(parts) : parts;
      const moved: ArrayBuffer[] = [];
      const packed = step.within(() => assemble(settled).map((part) => pack(part, moved)));
      link.tell({ kind: "batch", pass, batch, parts: packed }, moved);
    } catch (error) {
      const { error: thrown, index } = error instanceof Failed ? error : { error, index: null };
      link.tell({ kind: "error", pass, batch, index, thrown: thrownOf(thrown) }, []);
    } finally {
      watch.reading(-1);
      step.end();
    }
  };
  link.tell({ kind: "begun" }, []);
  link.listen((task) => {
    last = last.then(() => answer(task));
  });
}

export function thrownOf(error: unknown): Thrown {
  const { name, message, stack } =
    error instanceof Error ? error : { name: "Error", message: String(error), stack: undefined };
  return { name, message, stack };
}
