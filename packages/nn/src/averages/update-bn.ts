// updateBn: the running statistics of batch norms for weights that are averages, which no training has seen.

import {
  ArgumentError,
  checkOptions,
  type DeviceName,
  isTensor,
  noGrad,
  optionsOf,
  type Positional,
  scope,
  type Tensor,
} from "@bernoulli/tensor";
import { BatchNorm } from "../layers/norms/batch-norm.js";
import type { Module } from "../module.js";

export interface UpdateBnOptions {
  /** Where batches are brought before. Default null: they stay. */
  readonly device?: DeviceName | null;
}

type Rest = Positional<UpdateBnOptions, ["device"]>;

/**
 * Makes the running means and variances of all batch norms those of a loader's batches, each counted alike: one pass over it in training
 * mode, without gradients. A batch is a tensor, or an array that begins with the model's input. Without batch norms nothing is read. A loader
 * that is walked by `for await` alone gives a promise.
 * See https://pytorch.org/docs/stable/optim.html#weight-averaging-swa-and-ema.
 *
 * @throws ArgumentError for a batch that is neither.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { BatchNorm1d } from "@bernoulli/nn";
 * import { updateBn } from "@bernoulli/nn/swa-utils";
 * const norm = new BatchNorm1d(1);
 * updateBn([tensor([[1], [3]]), tensor([[5], [7]])], norm);
 * norm.runningMean?.toArray(); // → [4]
 * ```
 */
export function updateBn(loader: Iterable<unknown>, model: Module, ...rest: Rest): void;
export function updateBn(loader: AsyncIterable<unknown>, model: Module, ...rest: Rest): Promise<void>;
export function updateBn(
  loader: Iterable<unknown> | AsyncIterable<unknown>,
  model: Module,
  ...rest: Rest
): void | Promise<void> {
  const options = optionsOf<UpdateBnOptions>("updateBn", ["device"], rest);
  checkOptions("updateBn", options, { device: "anything" });
  const { device = null } = options;
  const norms = [...model.modules()].filter((module) => module instanceof BatchNorm);
  const isSynchronous = typeof (loader as Partial<Iterable<unknown>>)[Symbol.iterator] === "function";
  const isLoader =
    isSynchronous || typeof (loader as Partial<AsyncIterable<unknown>> | null)?.[Symbol.asyncIterator] === "function";
  if (!isLoader) throw new ArgumentError("updateBn: expected a loader, which is walked by for … of or for await");
  if (norms.length === 0) return isSynchronous ? undefined : Promise.resolve();
  const momenta = norms.map(({ momentum }) => momentum);
  const { training } = model;
  const take = (batch: unknown): void =>
    noGrad(() =>
      scope(() => {
        const input = inputOf(batch);
        (model as (input: Tensor) => unknown)(device === null ? input : input.to(device));
      }),
    );
  const begin = (): void => {
    noGrad(() => {
      for (const norm of norms) norm.resetRunningStats();
    });
    model.train();
    for (const norm of norms) norm.momentum = null;
  };
  const end = (): void => {
    for (const [at, norm] of norms.entries()) norm.momentum = momenta[at]!;
    model.train(training);
  };
  begin();
  if (isSynchronous) {
    try {
      for (const batch of loader as Iterable<unknown>) take(batch);
    } finally {
      end();
    }
    return undefined;
  }
  return (async () => {
    try {
      for await (const batch of loader) take(batch);
    } finally {
      end();
    }
  })();
}

function inputOf(batch: unknown): Tensor {
  const input: unknown = Array.isArray(batch) ? batch[0] : batch;
  if (isTensor(input)) return input;
  throw new ArgumentError("updateBn: a batch must be a tensor, or an array whose first element is one");
}
