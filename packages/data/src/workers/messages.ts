// What a loader's threads and the main thread tell each other, and the sources that they start from: a warden, which starts the workers
// and tells when one ends, since a main thread that waits hears of no events; and what loads a worker's module. What a worker then does
// is serve.ts's, what the main thread does crew.ts's.

import type { MessagePort } from "node:worker_threads";
import type { Packed } from "./wire.js";

/** A batch to be read. */
export interface Task {
  readonly pass: number;
  readonly batch: number;
  /** The generator's seed for it. */
  readonly seed: bigint;
  readonly indices: readonly number[];
}

/** An error's text on its way. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}

/** What the main thread is told. */
export type News =
  | { readonly kind: "batch"; readonly pass: number; readonly batch: number; readonly parts: readonly Packed[] }
  | {
      readonly kind: "error";
      readonly pass: number;
      readonly batch: number;
      readonly index: number | null;
      readonly thrown: Thrown;
    }
  /** It has made its dataset. */
  | { readonly kind: "begun" }
  /** Its module, or its dataset, could not be made. */
  | { readonly kind: "unable"; readonly thrown: Thrown }
  /** It has ended. */
  | { readonly kind: "ended"; readonly worker: number; readonly code: number; readonly thrown: Thrown | null };

/** Which worker one is, and what it makes its dataset of. */
export interface WorkerTask {
  readonly settings: unknown;
  readonly id: number;
  readonly numWorkers: number;
  readonly isWhole: boolean;
}

/** What a worker of Node is started with. */
export interface WorkerStart extends WorkerTask {
  readonly url: string;
  readonly port: MessagePort;
  readonly shared: Int32Array;
}

/** In what all threads share: how much news there was, and behind it the sample that each worker is reading, or −1. */
export const newsCount = 0;
export const sampleOf = (worker: number): number => 1 + worker;

/** Under this a module's default export serves a worker. By name, since a worker may have a copy of this module of its own. */
export const serves: unique symbol = Symbol.for("bernoulli.data.serves") as never;

const common = `
const threads = process.getBuiltinModule("node:worker_threads");
const thrownOf = (error) => ({ name: String(error?.name ?? "Error"), message: String(error?.message ?? error), stack: error?.stack });
const tell = (port, shared, news) => {
  port.postMessage(news);
  Atomics.add(shared, ${newsCount}, 1);
  Atomics.notify(shared, ${newsCount});
};
`;

/** A worker: loads the module, and has its dataset serve. */
export const workerSource = `${common}
const start = threads.workerData;
import(start.url).then((module) => {
  const serve = module.default?.[Symbol.for("bernoulli.data.serves")];
  if (serve === undefined) throw new TypeError("its default export is not what defineDataset made");
  return serve(start);
}).catch((error) => {
  tell(start.port, start.shared, { kind: "unable", thrown: thrownOf(error) });
});
`;

/** The warden: starts the workers, and says how each ended. */
export const wardenSource = `${common}
const { starts, source, port, shared } = threads.workerData;
starts.forEach((start, worker) => {
  let thrown = null;
  const ended = (code) => tell(port, shared, { kind: "ended", worker, code, thrown });
  try {
    const thread = new threads.Worker(source, {
      eval: true,
      workerData: start,
      transferList: [start.port],
      name: "bernoulli loader " + worker,
      env: { ...process.env, BERNOULLI_NUM_THREADS: "1" },
    });
    thread.on("error", (error) => { thrown = thrownOf(error); });
    thread.on("exit", ended);
  } catch (error) {
    thrown = thrownOf(error);
    ended(1);
  }
});
`;
