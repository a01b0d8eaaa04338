// How long a download waits. Of a file of its own, so that its type comes without those of Node.

export interface Limits {
  /** Milliseconds until a connection must stand. Default 5,000. */
  readonly connect?: number;
  /** Milliseconds without a byte until a transfer is given up. Default 30,000. */
  readonly idle?: number;
}
