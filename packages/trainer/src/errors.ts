// The errors of checkpoints, and of calls that get into each other's way. Errors of arguments are @bernoulli/tensor's, those of
// files @bernoulli/formats'.

import { FormatError } from "@bernoulli/formats";
import { BernoulliError } from "@bernoulli/tensor";

/** A model was to be trained, or evaluated, while somebody is training it. Its text names both calls, and the cure. */
export class BusyError extends BernoulliError {
  override name = "BusyError";
  override readonly code = "BERNOULLI_BUSY";
}

/**
 * A checkpoint that can be read and cannot be used, or a run that cannot be saved as one: its text names the file, the tensor
 * where there is one, what was wanted and what came. What cannot be read or written at all is a plain `FormatError`.
 */
export class CheckpointError extends FormatError {
  override name = "CheckpointError";
  override readonly code = "BERNOULLI_CHECKPOINT";
}

/** A run in a worker that threw, or a worker that failed. What was thrown there is in the message, its stack is the `cause`. */
export class WorkerRunError extends BernoulliError {
  override name = "WorkerRunError";
  override readonly code = "BERNOULLI_WORKER_RUN";
}
