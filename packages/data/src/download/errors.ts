// The error of downloads. What is wrong with files that are there is errors.ts's of this package.

import { BernoulliError } from "@bernoulli/tensor";

/** `offline`: nobody answered. `refused`: somebody did, and not with the file. `damaged`: it was another file. `disk`: it could not be written. */
export type DownloadFailure = "offline" | "refused" | "damaged" | "disk";

/** A file that could not be fetched; its text says from where, what was wanted, what came, and what to do. */
export class DownloadError extends BernoulliError {
  override name = "DownloadError";
  override readonly code = "BERNOULLI_DOWNLOAD";
  readonly failure: DownloadFailure;

  constructor(failure: DownloadFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}
