// Who is at work on a model: training changes what everybody else computes, so that it bears nobody beside it but those that it
// waits for, in a callback. Evaluations bear each other. Modes are evaluating.ts's.

import type { Module } from "@bernoulli/nn";
import { BusyError } from "./errors.js";

const atWork = new WeakMap<Module, Set<Turn>>();

/** What a method of a trainer is at, from its beginning to its end. */
export class Turn {
  readonly #name: string;
  readonly #isTraining: boolean;
  readonly #modules: readonly Module[];
  /** It waits for a callback. */
  #isTelling = false;
  /** The ends of what was begun meanwhile. */
  readonly #nested = new Set<Promise<void>>();
  #end!: () => void;

  /** @throws BusyError if training is under way on the model or a part of it, or this is to be training and anything is. */
  constructor(name: string, model: Module, isTraining = false) {
    this.#name = name;
    this.#isTraining = isTraining;
    this.#modules = [...model.modules()];
    const others = new Set(this.#modules.flatMap((module) => [...(atWork.get(module) ?? [])]));
    for (const other of others) this.#checkBeside(other);
    const end = new Promise<void>((resolve) => {
      this.#end = resolve;
    });
    for (const other of others) if (other.#isTelling) other.#nested.add(end);
    for (const module of this.#modules) atWork.set(module, (atWork.get(module) ?? new Set()).add(this));
  }

  #checkBeside(other: Turn): void {
    if (!this.#isTraining && (!other.#isTraining || other.#isTelling)) return;
    const cure = this.#isTraining ? "await that first" : "await that first, or await this in one of its callbacks";
    throw new BusyError(
      `${this.#name}: ${other.#name} is at work on this model, or on a part of it, and the two would change each other's results; ${cure}`,
    );
  }

  /** Runs callbacks, and waits for them and for what they began on the model and did not wait for. */
  async telling(body: () => Promise<void>): Promise<void> {
    this.#isTelling = true;
    try {
      await body();
    } finally {
      while (this.#nested.size > 0) {
        const [first] = this.#nested;
        await first;
        this.#nested.delete(first!);
      }
      this.#isTelling = false;
    }
  }

  end(): void {
    for (const module of this.#modules) atWork.get(module)?.delete(this);
    this.#end();
  }
}
