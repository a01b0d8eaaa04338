// One of two that do the same training steps: runs calls, and tells all that can be seen of each. Holds no tests.

import { Generator, isTensor, noGrad, randn, scope, setNumThreads, type Tensor, withGenerator } from "../index.js";
import { TrainingStep } from "./step.testing.js";
import type { Wrap } from "./world.testing.js";

/** Numbers by the name of what holds them; texts of errors. */
export type Seen = ReadonlyMap<string, ArrayLike<number> | string>;

export interface SideOptions {
  readonly isExact: boolean;
  readonly threads: number;
  readonly wrap: Wrap;
  /** Whether gradients are looked at behind a call. */
  readonly seesGradients: boolean;
}

export class Side {
  readonly step: TrainingStep;
  readonly #options: SideOptions;
  /** The default generator of its own. */
  readonly #generator: Generator;
  /** What the call before gave. */
  #given: readonly Tensor[] = [];

  constructor(seed: number, options: SideOptions) {
    this.#options = options;
    this.#generator = new Generator({ seed });
    this.step = withGenerator(this.#generator, () => new TrainingStep(seed, options));
  }

  run(at: number): Seen {
    setNumThreads(this.#options.threads);
    return withGenerator(this.#generator, () => this.#run(at));
  }

  #run(at: number): Seen {
    const seen = new Map<string, ArrayLike<number> | string>();
    const step = this.step;
    step.between(at);
    const before = this.#given;
    const holds = at % 2 === 0;
    this.#given = [];
    scope(() => {
      const x = step.batch(at);
      try {
        const results = step.call(at, x);
        step.behind(results);
        for (const [place, result] of results.entries()) note(seen, `result ${place}`, result);
        if (holds) this.#given = results.filter(({ storage }) => !storage.kept && !storage.freed);
        for (const one of this.#given) one.keep();
      } catch (error) {
        seen.set("thrown", String(error));
      }
      note(seen, "batch", x);
      try {
        for (const [place, result] of step.predict(at).entries()) note(seen, `prediction ${place}`, result);
      } catch (error) {
        seen.set("thrown by a prediction", String(error));
      }
    });
    for (const [place, result] of before.entries()) note(seen, `result ${place} of the call before`, result);
    drop(before);
    seen.set("told", step.told.map(String).join());
    for (const [name, tensor] of this.#state()) note(seen, name, tensor);
    seen.set("generator", this.#generator.getState() as unknown as ArrayLike<number>);
    seen.set("own generator", step.world.generator.getState() as unknown as ArrayLike<number>);
    return seen;
  }

  *#state(): Generator_ {
    const { world, optimizers } = this.step;
    for (const [place, tensor] of world.tensors().entries()) {
      yield [`tensor ${place}`, tensor];
      if (this.#options.seesGradients && tensor.grad !== null) yield [`gradient ${place}`, tensor.grad];
    }
    for (const [which, { state }] of optimizers.entries())
      for (const [place, values] of [...state.values()].entries())
        for (const [name, value] of Object.entries(values as Record<string, unknown>))
          for (const [at, one] of [value].flat().entries())
            if (isTensor(one)) yield [`${name} ${at} of parameter ${place} of optimizer ${which}`, one];
  }

  /** Takes over what another one holds, a rounding or two beside it where so told. */
  become(other: Side, nudge: Generator | null = null): void {
    const mine = new Map(this.#state());
    noGrad(() => {
      for (const [name, tensor] of other.#state()) {
        const own = mine.get(name);
        own?.copy_(tensor);
        if (nudge !== null && own !== undefined && name.startsWith("tensor") && own.requiresGrad)
          scope(() => own.mul_(randn(own.shape, { dtype: own.dtype, generator: nudge }).mul(1e-6).add(1)));
      }
    });
  }

  end(): void {
    drop(this.#given);
    const { world, optimizers } = this.step;
    for (const optimizer of optimizers) optimizer.dispose();
    for (const tensor of world.tensors()) {
      tensor.grad = null;
      if (!tensor.storage.freed) tensor.dispose();
    }
  }
}

type Generator_ = globalThis.Generator<readonly [name: string, tensor: Tensor], void>;

function drop(tensors: readonly Tensor[]): void {
  for (const tensor of tensors) {
    if (tensor.isLeaf) tensor.grad = null;
    if (!tensor.storage.freed) tensor.dispose();
  }
}

function note(seen: Map<string, ArrayLike<number> | string>, name: string, tensor: Tensor): void {
  try {
    seen.set(name, tensor.detach().toTypedArray().slice());
  } catch (error) {
    seen.set(name, String(error));
  }
}
