// defineDataset: a dataset that threads can make for themselves, since a dataset, with its functions, cannot be sent to them.

import { workerData } from "node:worker_threads";
import { ArgumentError, checkArgument, defaultGenerator, describe, isPromise } from "@bernoulli/tensor";
import { asDataset, type Dataset } from "../dataset.js";
import { NumberedReading, type Reading } from "../reading.js";
import { ThreadCrew } from "./crew.js";
import { hostsWorkers, type ReadSettings, type WorkerHost } from "./host.js";
import { serves, type WorkerStart } from "./messages.js";
import { readBatch, serve } from "./serve.js";

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
  const maker = (settings: Settings): Made => {
    const dataset = make(settings);
    asDataset("defineDataset", dataset);
    if (Array.isArray(dataset))
      throw new ArgumentError(
        "defineDataset: make must give a dataset with get and length, but gave an array; wrap it",
      );
    const host: WorkerHost[typeof hostsWorkers] = {
      start(own: ReadSettings) {
        if (isWorkers(workerData))
          throw new ArgumentError(
            `DataLoader: a worker would start workers; the module ${address} has a loader beside defineDataset: put the dataset in a module of its own`,
          );
        return new ThreadCrew(address, settings, own);
      },
      readHere: (batches, seed, own) => new SeededReading(dataset, batches, seed, own),
    };
    return Object.defineProperty(dataset, hostsWorkers, { value: host, configurable: true }) as Made;
  };
  return Object.assign(maker, { [serves]: (start: WorkerStart) => serve(start, make as (settings: never) => Made) });
}

/** Whether this thread is a loader's worker, by what it was started with. */
function isWorkers(data: unknown): boolean {
  return data !== null && typeof data === "object" && "numWorkers" in data && "shared" in data;
}

/** Reads here what workers would, with the draws that they would make; the generator goes on as if nothing had been drawn. */
class SeededReading implements Reading {
  readonly #numbered: NumberedReading;
  #batch = -1;

  constructor(dataset: Dataset, batches: Iterator<readonly number[]>, seed: bigint, { isWhole }: ReadSettings) {
    this.#numbered = new NumberedReading(batches, (indices) => {
      const generator = defaultGenerator();
      const before = generator.getState();
      try {
        generator.manualSeed(seed + BigInt(this.#batch));
        const { parts, assemble } = readBatch(dataset, indices, isWhole);
        return parts.some(isPromise)
          ? isWhole
            ? [Promise.all(parts).then((settled) => assemble(settled)[0])]
            : parts
          : assemble(parts);
      } finally {
        generator.setState(before);
      }
    });
  }

  advance(): boolean {
    this.#batch++;
    return this.#numbered.advance();
  }

  read(): readonly unknown[] {
    return this.#numbered.read();
  }

  finish(): void {}
}
