// What random training steps train and leave behind: layers, leaves, tensors that are kept from call to call; and what one call tells.
// Holds no tests.

import { type DType, Generator, type nn, type Tensor, zeros } from "../index.js";
import { type CallDraws, Draws } from "./draws.testing.js";

/** Wraps a function in compile, or not. */
export type Wrap = <Inputs extends readonly unknown[], Result>(
  body: (...inputs: Inputs) => Result,
) => (...inputs: Inputs) => Result;

/** What outlives a call. Made twice from one seed, it is the same twice. */
export class World {
  readonly draws: Draws;
  readonly dtype: DType;
  /** Whether sizes are such that kernels share their work between threads. */
  readonly large: boolean;
  /** Whether a choice may hang on a value, which roundings move. */
  readonly isExact: boolean;
  readonly wrap: Wrap;
  readonly modules: nn.Module[] = [];
  /** Trained, and of no layer. */
  readonly leaves: Tensor[] = [];
  /** Written in calls, and never replaced. */
  readonly averages: Tensor;
  readonly counts: Tensor;
  /** Replaced in calls, by keys of who does. */
  readonly kept = new Map<number, Tensor>();
  readonly generator: Generator;
  #keys = 0;

  constructor(seed: number, kind: { readonly isExact: boolean; readonly wrap: Wrap }) {
    this.draws = new Draws(seed);
    this.dtype = this.draws.chance(0.12) ? "float64" : "float32";
    this.large = this.draws.chance(0.08);
    this.isExact = kind.isExact;
    this.wrap = kind.wrap;
    this.averages = zeros(4, { dtype: this.dtype });
    this.counts = zeros(3, { dtype: "int32" });
    this.generator = new Generator({ seed });
  }

  add<Layer extends nn.Module>(module: Layer): Layer {
    this.modules.push(module);
    return module;
  }

  newKey(): number {
    this.#keys += 1;
    return this.#keys;
  }

  keep(key: number, tensor: Tensor): void {
    const before = this.kept.get(key);
    this.kept.set(key, tensor.keep());
    if (before !== undefined && before.storage !== tensor.storage) before.dispose();
  }

  /** Drops what trials have kept. */
  forget(): void {
    for (const tensor of this.kept.values()) tensor.dispose();
    this.kept.clear();
  }

  parameters(): Tensor[] {
    return [...new Set([...this.modules.flatMap((module) => [...module.parameters()]), ...this.leaves])];
  }

  /** All tensors there are but the optimizers', in an order of their own. */
  tensors(): Tensor[] {
    const buffers = this.modules.flatMap((module) => [...module.buffers()]);
    return [...this.parameters(), ...buffers, this.averages, this.counts, ...this.kept.values()];
  }
}

/** One call: what it draws by, and what it tells beside its results. */
export interface Call {
  readonly draws: CallDraws;
  readonly world: World;
  /** Which of the calls. */
  readonly at: number;
  /** Returned by the call. */
  readonly results: Tensor[];
  /** Read within the call. */
  readonly told: (number | string)[];
  /** Sums that are added to its loss. */
  readonly penalties: Tensor[];
  /** Whose gradients are looked at. */
  readonly retained: Tensor[];
}

/** What goes from a tensor to the next. Its first dimension is the batch. */
export type Layer = (x: Tensor, call: Call) => Tensor;

/** Makes a layer for tensors of a shape, which is without the batch; null where there is none. */
export type Maker = (draws: Draws, shape: readonly number[], world: World) => Layer | null;
