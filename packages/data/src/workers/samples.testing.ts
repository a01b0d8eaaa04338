// Datasets that the tests' workers make for themselves: that draw, that throw, whose thread ends. The tests bundle this file, and
// name the bundle as the module that workers load.

import { rand, randint, type Tensor, tensor } from "@bernoulli/tensor";
import type { Dataset } from "../dataset.js";
import { RandomCrop } from "../transforms/crops.js";
import { defineDataset } from "./define.js";
import { getWorkerInfo } from "./host.js";

/** What happens when a sample is read. */
export type Happening =
  | "draws"
  | "crops"
  | "names"
  | "throws"
  | "exits"
  | "throws later"
  | "waits"
  | "in time"
  | "tells"
  | "throws in time"
  | "function"
  | "whole";

export interface Settings {
  readonly kind: Happening;
  readonly length: number;
  /** The sample at which it happens. */
  readonly at?: number;
  readonly given?: unknown;
}

type Sample = Tensor | readonly Tensor[] | object;

const happenings: Readonly<Record<Happening, (index: number, settings: Settings) => Sample | Promise<Sample>>> = {
  draws: (index) => [rand(2).add(index), randint(0, 1000, [1], { dtype: "int32" })],
  crops: (index) =>
    new RandomCrop(3, { padding: 2 })(
      tensor(Uint8Array.from({ length: 16 }, (_, at) => 16 * index + at)).view(1, 4, 4),
    ),
  names: (index) => ({
    name: `sample ${index}`,
    isEven: index % 2 === 0,
    parts: [tensor(index, { dtype: "float64" }), [tensor(true)]],
  }),
  throws: (index, { at }) => {
    if (index === at) throw new RangeError(`picture ${index} is no picture`);
    return tensor([index]);
  },
  exits: (index, { at }) => {
    if (index === at) process.exit(3);
    return tensor([index]);
  },
  "throws later": (index, { at }) => {
    if (index === at)
      queueMicrotask(() =>
        process.nextTick(() => {
          throw new TypeError("in a callback");
        }),
      );
    return index === at ? new Promise<Tensor>(() => {}) : tensor([index]);
  },
  waits: (index, { at }) => {
    while (index === at) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    return tensor([index]);
  },
  "in time": async (index) => {
    const drawn = rand(300);
    await new Promise((resolve) => setTimeout(resolve, 5 * (index % 3)));
    return drawn.add(index);
  },
  "throws in time": async (index, { at }) => {
    await new Promise((resolve) => setImmediate(resolve));
    if (index === at) throw new RangeError("too late");
    return tensor([index]);
  },
  tells: () => {
    const { id, numWorkers } = getWorkerInfo() ?? { id: -1, numWorkers: 0 };
    return tensor([id, numWorkers], { dtype: "int32" });
  },
  function: () => ({ call: () => {} }),
  whole: (index) => tensor([index]),
};

export function make(settings: Settings): Dataset<any> {
  const { kind, length } = settings;
  if (kind === "tells" && settings.given === "unable" && getWorkerInfo() !== null)
    throw new TypeError("no such folder");
  const get = (index: number) => happenings[kind](index, settings);
  return kind === "whole"
    ? { length, get, getBatch: (indices) => tensor(indices).mul(10).unsqueeze(1) }
    : { length, get };
}

export default defineDataset(import.meta.url, make);
