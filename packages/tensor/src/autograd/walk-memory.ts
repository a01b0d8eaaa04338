// Whose the memory is that a walk takes. What is under way where is walk.ts's.

import { apply } from "../door/apply.js";
import { closeScope, currentScope, escapeTo, openScope, type Scope } from "../memory/scope.js";
import type { Storage } from "../memory/storage.js";
import { clone } from "../ops/creation/clone.js";
import { addOp } from "../ops/pointwise/add.js";
import { isContiguous } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import type { PerEdge } from "./order.js";
import { waiting } from "./recomputing.js";

/** Whose the memory is that a walk takes: it frees what nobody waits for, and hands the rest over at its end. */
export class WalkMemory {
  readonly #outer = currentScope();
  /** What was made, and is needed yet. */
  readonly #held = openScope("backward");
  /** What was made since {@link freeUnused} last looked. */
  readonly #nursery = openScope("backward");
  /** How many gradients, under way or found, look at a storage. */
  readonly #uses = new Map<Storage, number>();
  /** Those that one gradient or reader fewer looks at: nobody, perhaps. */
  #released: Storage[] = [];
  /** What hooks and users' functions have seen or made: they may hold it, so it is the step's. */
  readonly #shown = new Set<Storage>();

  readonly show = ({ storage }: Tensor): void => {
    this.#shown.add(storage);
  };

  /** Runs code of the user's: what it makes may be held, too. */
  withUsersCode<Result>(run: () => Result): Result {
    const inner = openScope("backward");
    try {
      return run();
    } finally {
      for (const storage of inner.born) {
        this.#shown.add(storage);
        escapeTo(inner, this.#nursery, storage);
      }
      closeScope(inner);
    }
  }

  /** Takes note of a gradient that is under way, or found. */
  hold({ storage }: Tensor): void {
    this.#uses.set(storage, (this.#uses.get(storage) ?? 0) + 1);
  }

  /** Ends one {@link hold}. */
  drop(storage: Storage): void {
    const left = this.#uses.get(storage)! - 1;
    if (left > 0) this.#uses.set(storage, left);
    else {
      this.#uses.delete(storage);
      this.#released.push(storage);
    }
  }

  /** Says that one who waited for a storage does so no longer. */
  leaveOpen(storage: Storage): void {
    this.#released.push(storage);
  }

  /**
   * Gives back what this walk made and no gradient still under way looks at. It looks at what was made or released since the last time
   * alone: a graph may be wide, and much of what is under way.
   */
  freeUnused(): void {
    for (const storage of this.#nursery.born) {
      if (this.#isInUse(storage)) escapeTo(this.#nursery, this.#held, storage);
      else free(this.#nursery, storage);
    }
    for (const storage of this.#released)
      if (this.#held.born.has(storage) && !this.#isInUse(storage)) free(this.#held, storage);
    this.#released = [];
  }

  #isInUse(storage: Storage): boolean {
    return this.#uses.has(storage) || this.#shown.has(storage) || storage.kept || waiting.isFor(storage);
  }

  /** Whether nobody else can see a gradient, so that it may become a leaf's own without a copy. */
  isOwn(gradient: Tensor): boolean {
    const { storage, dtype } = gradient;
    const whole =
      isContiguous(gradient) && storage.byteLength <= Math.max(gradient.numel(), 1) * (dtype === "float64" ? 8 : 4);
    const isSeen = storage.kept || this.#shown.has(storage) || this.#uses.has(storage);
    return whole && this.#isOfWalk(storage) && !isSeen;
  }

  /** Leaves a copy of a gradient with a tensor that is no leaf. */
  retain(tensor: Tensor, gradient: Tensor): void {
    const present = tensor.grad;
    const copy = present === null ? clone(gradient) : apply(addOp, [present, gradient], { alpha: 1 });
    this.#leave(copy.storage);
    tensor.grad = copy;
  }

  close(found: PerEdge<Tensor>, createGraph: boolean): void {
    waiting.clear();
    for (const { storage } of found.values()) this.#leave(storage);
    for (const storage of this.#shown) {
      if (this.#outer !== null || createGraph || storage.kept || storage.freed) this.#leave(storage);
      // Without a scope nothing would ever free it: in JavaScript memory it lives as long as somebody holds it.
      else if (this.#nursery.born.delete(storage) || this.#held.born.delete(storage)) storage.toHost();
    }
    // A recorded gradient computation may be read again by the next backward.
    if (createGraph)
      for (const scope of [this.#held, this.#nursery]) for (const storage of scope.born) this.#leave(storage);
    closeScope(this.#nursery);
    closeScope(this.#held);
  }

  #isOfWalk(storage: Storage): boolean {
    return this.#nursery.born.has(storage) || this.#held.born.has(storage);
  }

  /** Hands a storage over to what is around the walk. */
  #leave(storage: Storage): void {
    escapeTo(this.#nursery, this.#held, storage);
    escapeTo(this.#held, this.#outer, storage);
  }
}

function free({ born }: Scope, storage: Storage): void {
  storage.free();
  born.delete(storage);
}
