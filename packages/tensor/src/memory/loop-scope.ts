// The scope of a loop's step, from one `next()` of its iterator to the following one: nobody can be made to close it. So it is soft: it closes in any order,
// and what it holds can leave for JavaScript memory where it may never close.
// JavaScript tells nobody whose turn it is. What is certain is the stretch that runs without a break: in it, what is born is the
// step's. Behind an `await` others run too (timers, other loops), and nothing is held against a step that may be theirs.

import { end, enter, expose, leave, release, Scope, suspend } from "./scope.js";

/** The steps of loops without `await` that were begun in the stretch that is running, and have not ended. */
const unbroken = new Set<Scope>();
let isSweepDue = false;

function sweepLater(): void {
  if (isSweepDue) return;
  isSweepDue = true;
  queueMicrotask(() => {
    isSweepDue = false;
    for (const scope of unbroken) release(scope);
    unbroken.clear();
  });
}

/** The scope of one step of a loop. */
export class LoopScope {
  readonly #scope: Scope;

  constructor(label: string) {
    this.#scope = new Scope(label, true);
  }

  /**
   * Begins the step of a `for … of`: what is born from now on ends with it. If the step goes on behind an `await` it is left to the
   * collector instead, all of it: other code may have run in between, and what that made must not end here.
   */
  open(): this {
    enter(this.#scope);
    unbroken.add(this.#scope);
    sweepLater();
    return this;
  }

  /** Runs a part of a `for await`'s reading, which belongs to the step. */
  within<Result>(body: () => Result): Result {
    enter(this.#scope);
    try {
      return body();
    } finally {
      leave(this.#scope);
      // Who reads asynchronously may never be asked for more.
      expose(this.#scope);
    }
  }

  /**
   * Begins the step of a `for await`, in the job before that of who awaits it; {@link suspend} belongs into the job behind that.
   * What comes behind a further `await` is outside of all scopes.
   */
  enter(): void {
    if (this.#scope.isOpen && this.#scope.room > 0) enter(this.#scope);
  }

  suspend(): void {
    suspend(this.#scope);
  }

  /** Ends the step, as often as one likes, whatever else was opened since. */
  end(): void {
    unbroken.delete(this.#scope);
    end(this.#scope);
  }
}
