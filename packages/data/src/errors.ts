// The errors of data files. Errors of arguments are @bernoulli/tensor's.

import { BernoulliError } from "@bernoulli/tensor";

/** A data set's file or directory that is missing, or whose contents are not what its format says. */
export class DataFileError extends BernoulliError {
  override name = "DataFileError";
}
