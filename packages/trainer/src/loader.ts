// What the trainer takes for a loader, and for a batch of one. A DataLoader is one; so is an array of batches.

import { ArgumentError, isTensor, type Tensor } from "@bernoulli/tensor";

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

function describe(batch: unknown): string {
  if (isTensor(batch)) return `a tensor of shape [${batch.shape.join(", ")}]`;
  return Array.isArray(batch) ? `an array of ${batch.length}` : typeof batch;
}
