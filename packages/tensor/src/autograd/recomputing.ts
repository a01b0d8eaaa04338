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

type Saved = ReadonlyMap<string, SavedTensor | null>;

function* storagesOf(saved: Saved): Generator<Storage> {
  for (const one of saved.values()) if (one !== null) yield one.storage;
}

/** What was recomputed, by the computation that will read it; how many wait for a storage is counted, not looked for. */
class Waiting {
  readonly #saved = new Map<GradNode, Saved>();
  readonly #readers = new Map<Storage, number>();

  has(node: GradNode): boolean {
    return this.#saved.has(node);
  }

  get(node: GradNode): Saved | undefined {
    return this.#saved.get(node);
  }

  set(node: GradNode, saved: Saved): void {
    this.take(node);
    this.#saved.set(node, saved);
    for (const storage of storagesOf(saved)) this.#readers.set(storage, (this.#readers.get(storage) ?? 0) + 1);
  }

  /** Ends that a computation waits; gives the storages that it waited for. */
  take(node: GradNode): readonly Storage[] {
    const saved = this.#saved.get(node);
    if (saved === undefined) return [];
    this.#saved.delete(node);
    const storages = [...storagesOf(saved)];
    for (const storage of storages) {
      const left = this.#readers.get(storage)! - 1;
      if (left > 0) this.#readers.set(storage, left);
      else this.#readers.delete(storage);
    }
    return storages;
  }

  clear(): void {
    this.#saved.clear();
    this.#readers.clear();
  }

  /** Whether a computation waits for a storage. */
  isFor(storage: Storage): boolean {
    return this.#readers.has(storage);
  }
}

export const waiting = new Waiting();
