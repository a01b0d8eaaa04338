// Who of the workers has ended, and what it had begun: found out while the calling thread waits, when no event reaches it. What follows
// from it is pool.ts's; decision 0072 says why no clock has a say in it.

import { claimedBy, done, word } from "./protocol.js";

/** Whether a thread has ended; null where the platform does not tell a caller that stands still. */
export type HasEnded = (() => boolean) | null;

/** What is known of a job that the caller waits for: that somebody works on it, who ended within it, or whose silence nobody can explain. */
export type Found = { readonly lost: number } | { readonly silent: number } | "at work";

export class Watch {
  readonly #control: Int32Array;
  /** By thread. */
  readonly #ended = new Map<number, HasEnded>();

  constructor(control: Int32Array) {
    this.#control = control;
  }

  add(thread: number, hasEnded: HasEnded): void {
    this.#ended.set(thread, hasEnded);
  }

  /** Looks at the job of so many tasks whose open ones have that word. None of them must be open any more. */
  look(tasks: number, open: number): Found {
    let found: Found = "at work";
    for (let task = 0; task < tasks; task += 1) {
      const state = Atomics.load(this.#control, word.claims + task) - open;
      const thread = state - claimedBy;
      // The calling thread waits: what it took is done.
      if (state === done || thread === 0) continue;
      const hasEnded = this.#ended.get(thread) ?? null;
      if (hasEnded === null) found = { silent: thread };
      // What others have lost is told once nobody writes any more.
      else if (!hasEnded()) return "at work";
      else if (found === "at work" || !("lost" in found) || thread < found.lost) found = { lost: thread };
    }
    // Who ended between the count and its task's word has lost nothing.
    return Atomics.load(this.#control, word.pending) === 0 ? "at work" : found;
  }
}
