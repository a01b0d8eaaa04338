// The error of work that several processes share. Errors of arguments are @bernoulli/tensor's.

import { BernoulliError } from "@bernoulli/tensor";

/** Processes that cannot begin together, that fell out of step, or that lost each other; of the MPI library too. */
export class DistributedError extends BernoulliError {
  override name = "DistributedError";
  override readonly code = "BERNOULLI_DISTRIBUTED";
}
