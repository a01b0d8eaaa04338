// What the trainer takes for a loader, and for a batch of one. A DataLoader is one; so is an array of batches.

import { ArgumentError, isPromise, isTensor, type Tensor } from "@bernoulli/tensor";
import type { Within } from "./evaluating.js";

/** What goes into the model, and what should come out of it. */
export type Batch = readonly [input: Tensor, target: Tensor];

/** Batches, in an order; `length` is how many there are, where that is known. */
export type Loader<Item = Batch> = (AsyncIterable<Item> | Iterable<Item>) & { readonly length?: number };

export function checkBatch(batch: Batch): Batch {
  if (!Array.isArray(batch) || batch.length !== 2 || !batch.every(isTensor)) {
    throw new ArgumentError(
      `Trainer: expected batches of [input, target], two tensors, got ${describe(batch)}; give the DataLoader a collate that makes them`,
    );
  }
  if (batch[0].ndim === 0) throw new ArgumentError("Trainer: expected inputs of shape (N, *), got a 0-d tensor");
  return batch;
}

/**
 * Goes through a loader as `for await` does, until `body` returns false; the loader is asked within `within`. Nothing comes between a
 * batch and the `body` that gets it, so that a DataLoader's step is open in its synchronous beginning.
 */
export async function eachBatch<Item>(
  loader: Loader<Item>,
  within: Within,
  body: (item: Item) => Promise<boolean>,
): Promise<void> {
  const iterator = within(() =>
    Symbol.asyncIterator in loader ? loader[Symbol.asyncIterator]() : loader[Symbol.iterator](),
  );
  let isUnderWay = false;
  try {
    for (;;) {
      const { done, value } = await within(() => iterator.next());
      if (done === true) return;
      isUnderWay = true;
      if (!(await body(isPromise(value) ? ((await value) as Item) : value))) break;
      isUnderWay = false;
    }
  } catch (error) {
    // As in `for await`: the first error is the one to tell.
    if (isUnderWay) await Promise.resolve(within(() => iterator.return?.())).catch(() => {});
    throw error;
  }
  await within(() => iterator.return?.());
}

function describe(batch: unknown): string {
  if (isTensor(batch)) return `a tensor of shape [${batch.shape.join(", ")}]`;
  return Array.isArray(batch) ? `an array of ${batch.length}` : typeof batch;
}
