// The errors of data files. Errors of arguments are @bernoulli/tensor's.

import { BernoulliError } from "@bernoulli/tensor";

/** A data set's file or directory that is missing, or whose contents are not what its format says. */
export class DataFileError extends BernoulliError {
  override name = "DataFileError";
  override readonly code = "BERNOULLI_DATA_FILE";
}

/**
 * A {@link DataLoader}'s worker that could not read what it was asked for, died, or gave nothing in time. What it threw is the `cause`.
 * Batches before it were given; the loop is over, and the next pass begins anew.
 */
export class LoaderWorkerError extends BernoulliError {
  override name = "LoaderWorkerError";
  override readonly code = "BERNOULLI_LOADER_WORKER";
  /** Which worker, from 0 on. */
  readonly worker: number;
  /** The sample that it was reading; null where it was none, or several at once. */
  readonly index: number | null;

  constructor(message: string, worker: number, index: number | null, options: ErrorOptions = {}) {
    super(message, options);
    this.worker = worker;
    this.index = index;
  }
}
