// A dataset that threads can read, whatever they are: how a loader comes by them, and reads here what they would. Which threads, define.ts says for
// Node, pages.ts for browsers.

import { ArgumentError, defaultGenerator, isPromise } from "@bernoulli/tensor";
import { asDataset, type Dataset } from "../dataset.js";
import { NumberedReading, type Reading } from "../reading.js";
import { hostsWorkers, type ReadSettings, type WorkerHost } from "./host.js";
import { ThreadCrew, type Threads } from "./pass.js";
import { readBatch } from "./serve.js";

/**
 * The dataset, with threads that `start` starts.
 *
 * @throws ArgumentError for what is no dataset.
 */
export function hosted<Made extends Dataset>(dataset: Made, start: (settings: ReadSettings) => Threads): Made {
  asDataset("defineDataset", dataset);
  if (Array.isArray(dataset))
    throw new ArgumentError("defineDataset: make must give a dataset with get and length, but gave an array; wrap it");
  const host: WorkerHost[typeof hostsWorkers] = {
    start: (settings) => new ThreadCrew(start(settings), settings),
    readHere: (batches, seed, settings) => new SeededReading(dataset, batches, seed, settings),
  };
  return Object.defineProperty(dataset, hostsWorkers, { value: host, configurable: true });
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
