// A dataset for failures.test.ts, a module of its own, since workers load it: at one sample it throws, or its thread ends.

import { type Dataset, getWorkerInfo } from "@bernoulli/data";
import { defineDataset } from "@bernoulli/data/node";
import { Generator, rand, type Tensor, tensor } from "@bernoulli/tensor";

export interface Failing {
  readonly length: number;
  /** The sample at which it happens; null: it does not. */
  readonly at: number | null;
  readonly happening: "throws" | "exits" | "throws later";
}

export function make({ length, at, happening }: Failing): Dataset<[Tensor, Tensor]> {
  const get = (index: number): [Tensor, Tensor] => {
    if (index === at && happening === "throws") throw new RangeError(`sample ${index} is no sample`);
    // In a thread of its own alone, whatever starts this.
    if (index === at && getWorkerInfo() !== null) {
      if (happening === "exits") process.exit(7);
      setImmediate(() => {
        throw new TypeError("in a callback");
      });
      return new Promise(() => {}) as never;
    }
    const fixed = rand([4], { generator: new Generator({ seed: index }) });
    return [fixed.add(rand(4).mul(0.1)), tensor(index % 3, { dtype: "int32" })];
  };
  return { length, get };
}

export default defineDataset(import.meta.url, make);
