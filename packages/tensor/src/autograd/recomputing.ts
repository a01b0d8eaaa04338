// What of a graph is computed anew on the way back: the part that is being recorded so, and what has been recomputed and waits for its
// computation's turn. Who records such a part, and how it is computed again, is checkpoint.ts's.

import type { Storage } from "../memory/storage.js";
import type { Tensor } from "../tensor/tensor.js";
import type { GradNode, SavedTensor } from "./node.js";

/** A part of a graph that keeps nothing of what it saved. */
export interface Recomputing {
  /** Takes note of a computation that is recorded. */
  add(node: GradNode): void;
  /** Takes note of what is about to be written in place. */
  write(tensor: Tensor): void;
  /** Puts what its computations saved into {@link waiting}. */
  recompute(): void;
}

let current: Recomputing | null = null;

/** The part that is being recorded, if any. */
export function currentRecomputing(): Recomputing | null {
  return current;
}

/** Runs `body`, whose computations are part of `part`. */
export function recordingFor<Result>(part: Recomputing | null, body: () => Result): Result {
  const before = current;
  current = part;
  try {
    return body();
  } finally {
    current = before;
  }
}

/** What was recomputed, by the computation that will read it. */
export const waiting = new Map<GradNode, ReadonlyMap<string, SavedTensor | null>>();

/** The storages that computations wait for. */
export function* waitedFor(): Generator<Storage> {
  for (const saved of waiting.values()) for (const one of saved.values()) if (one !== null) yield one.storage;
}
