// Notices a loop under which a page's threads cannot start, since it never lets the event loop turn. Who starts them is pool.ts.

import { warnOnce } from "../../../checks/warn.js";

/** Milliseconds of computing, from the first job that wanted threads on. */
const patience = 500;

export class Waiting {
  readonly #since = performance.now();
  #hasTurned = false;

  /** Begins when a page was first asked for threads. */
  constructor() {
    setTimeout(() => {
      this.#hasTurned = true;
    });
  }

  /** Called at each job that goes without them. */
  note(): void {
    if (this.#hasTurned || performance.now() - this.#since < patience) return;
    warnOnce(
      "threads",
      "ops run on one thread so far: a page starts the others once its event loop turns, and the loop that computes has not let it; " +
        "put `await ready()` before the loop, or `await pause()` into it",
    );
  }
}
