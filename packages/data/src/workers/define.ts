// defineDataset: a dataset that threads can make for themselves, since a dataset, with its functions, cannot be sent to them.

import { workerData } from "node:worker_threads";
import { ArgumentError, checkArgument, describe } from "@bernoulli/tensor";
import type { Dataset } from "../dataset.js";
import { NodeThreads } from "./crew.js";
import { hosted } from "./hosted.js";
import { newsCount, sampleOf, serves, type WorkerStart } from "./messages.js";
import { type Link, serve } from "./serve.js";

/**
 * Says how a dataset is made, so that workers of a {@link DataLoader} can make it for themselves: the default export of a module of its own,
 * which each worker loads. Called with settings, plain values that can be copied, it makes the dataset; what is in a `SharedArrayBuffer` is shared.
 * PyTorch sends datasets to its processes by pickle, which JavaScript lacks: https://pytorch.org/docs/stable/data.html#platform-specific-behaviors.
 *
 *     // pictures.js
 *     export default defineDataset(import.meta.url, ({ train }) =>
 *       new CIFAR10("cifar-10-batches-bin", { train, transform: new Compose([new RandomCrop(32, 4), new ToTensor()]) }),
 *     );
 *
 *     // train.js
 *     import pictures from "./pictures.js";
 *     const loader = new DataLoader(pictures({ train: true }), { batchSize: 64, shuffle: true, numWorkers: 2 });
 *
 * Randomness: what is drawn for batch b, by transforms as by `get`, is drawn from the default generator seeded by the pass's seed + b, in whatever thread
 * that is, `numWorkers: 0` included, so that batches are the same for any number of workers. Those of PyTorch are the same where it has as many
 * workers as batches. Behind an `await`, without workers, it is drawn from the main thread's generator.
 *
 * @throws ArgumentError for what is no address of a module, or no function.
 * @example
 * ```ts
 * import { DataLoader } from "@bernoulli/data";
 * import { defineDataset } from "@bernoulli/data/node";
 * const squares = defineDataset("file:///squares.mjs", ({ length }: { length: number }) => ({ length, get: (index: number) => index * index }));
 * squares({ length: 3 }).get(2); // → 4
 * [...new DataLoader(squares({ length: 3 }), { batchSize: 2 })].map((batch) => batch.toArray()); // → [[0, 1], [4]]
 * ```
 */
export function defineDataset<Settings, Made extends Dataset>(
  url: string | URL,
  make: (settings: Settings) => Made,
): (settings: Settings) => Made {
  const address = String(url);
  if (!URL.canParse(address))
    throw new ArgumentError(
      `defineDataset: url must be the address of the module, import.meta.url, but got ${describe(url)}`,
    );
  checkArgument("defineDataset", "make", make, "function");
  const maker = (settings: Settings): Made =>
    hosted(make(settings), (own) => {
      if (isWorkers(workerData))
        throw new ArgumentError(
          `DataLoader: a worker would start workers; the module ${address} has a loader beside defineDataset: put the dataset in a module of its own`,
        );
      return new NodeThreads(address, settings, own);
    });
  return Object.assign(maker, {
    [serves]: (start: WorkerStart) => serve(start, linkOf(start), make as (settings: never) => Made),
  });
}

/** How a worker of Node speaks: by its port, and by what is shared, since who waits for it gets no events. */
function linkOf({ id, port, shared }: WorkerStart): Link {
  return {
    tell: (news, moved) => {
      port.postMessage(news, moved);
      Atomics.add(shared, newsCount, 1);
      Atomics.notify(shared, newsCount);
    },
    listen: (onTask) => void port.on("message", onTask),
    reading: (index) => void Atomics.store(shared, sampleOf(id), index),
  };
}

/** Whether this thread is a loader's worker, by what it was started with. */
function isWorkers(data: unknown): boolean {
  return data !== null && typeof data === "object" && "numWorkers" in data && "shared" in data;
}
