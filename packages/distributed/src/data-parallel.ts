// DistributedDataParallel: a model that each rank has a copy of and trains on data of its own, with the mean of all ranks' gradients. So all
// copies stay the same to the last bit. Which data a rank has is distributed-sampler.ts's.

import { Module, SyncBatchNorm } from "@bernoulli/nn";
import {
  ArgumentError,
  checkOptions,
  describe,
  isCompiling,
  isGradEnabled,
  type Kinds,
  observeBackward,
  type Tensor,
} from "@bernoulli/tensor";
import { hashOf } from "./agreement.js";
import { broadcastAll } from "./bundles.js";
import { DistributedError } from "./errors.js";
import { Reducer } from "./reducer.js";
import { statisticsOf } from "./statistics.js";
import { isInitialized, type OpenWorld, openWorld } from "./world.js";

export interface DistributedDataParallelOptions {
  /**
   * Whether buffers, such as running averages, are rank 0's at each forward in training mode, and at the first in evaluation mode behind
   * those. Default: true.
   */
  readonly broadcastBuffers?: boolean;
  /**
   * Whether there may be parameters that a loss does not depend on: the ranks agree in each backward which those are, and a rank that has
   * no gradient of one adds zeros. Default false: then such a parameter is an error.
   */
  readonly findUnusedParameters?: boolean;
  /** How many MiB of gradients are sent together at most, while backward goes on. Default: 25, and 1 for those that come first. */
  readonly bucketCapMb?: number;
}

const optionKinds: Kinds<DistributedDataParallelOptions> = {
  broadcastBuffers: "boolean",
  findUnusedParameters: "boolean",
  bucketCapMb: "number",
};

const name = "DistributedDataParallel";

/**
 * A model whose gradients are the mean over all ranks. It begins with rank 0's parameters and buffers; each `backward` through it averages
 * the gradients before it returns, of what was accumulated under {@link DistributedDataParallel.noSync} too. With a loss that is a mean
 * over a rank's batch it trains as one rank does on all batches together. Works within `compile` and `Trainer`. Its SyncBatchNorm layers
 * take the statistics of all ranks. State-dict keys begin with `module.`, as PyTorch's; `model.module` is the model itself.
 * See https://pytorch.org/docs/stable/generated/torch.nn.parallel.DistributedDataParallel.html; Li et al., arXiv:2006.15704.
 *
 * @throws ArgumentError for what is no module, or has no parameter that requires a gradient; DistributedError where ranks have other models, or, from
 * backward, where a parameter has no gradient, or, when called, where one requires a gradient that did not before.
 * @example
 * ```ts
 * import { DistributedDataParallel, init } from "@bernoulli/distributed";
 * import { Linear } from "@bernoulli/nn";
 * import { ones } from "@bernoulli/tensor";
 * await init({ seed: 0 });
 * const model = new DistributedDataParallel(new Linear(2, 1));
 * model(ones(4, 2)).mean().backward();
 * model.module.weight.grad?.toArray(); // → [[1, 1]]
 * Object.keys(model.stateDict()); // → ["module.weight", "module.bias"]
 * ```
 */
export class DistributedDataParallel<Wrapped extends Module = Module> extends Module {
  static override readonly name: string = name;
  readonly module: Wrapped;
  readonly #options: Required<Omit<DistributedDataParallelOptions, "bucketCapMb">>;
  readonly #world: OpenWorld;
  readonly #parameters: readonly (readonly [name: string, parameter: Tensor])[];
  /** Those that required no gradient, of which none is averaged. */
  readonly #frozen: readonly (readonly [name: string, parameter: Tensor])[];
  /** Those that got a gradient since gradients were averaged. */
  readonly #touched = new Set<Tensor>();
  /** Whether a backward averages: not since a forward within noSync; and which one since the last forward outside of it. */
  #due: "none" | "first" | "again" = "none";
  readonly #reducer: Reducer;
  /** Whether buffers may differ between the ranks. */
  #drifted = false;
  #syncs = true;

  constructor(module: Wrapped, options: DistributedDataParallelOptions = {}) {
    super();
    checkOptions(name, options, optionKinds);
    const { broadcastBuffers = true, findUnusedParameters = false } = options;
    const { bucketCapMb = null } = options;
    if (!(module instanceof Module)) throw new ArgumentError(`${name}: expected a module, but got ${describe(module)}`);
    if (bucketCapMb !== null && !(bucketCapMb > 0))
      throw new ArgumentError(`${name}: bucketCapMb must be above 0, but got ${bucketCapMb}`);
    this.module = module;
    this.#options = { broadcastBuffers, findUnusedParameters };
    this.#world = openWorld(name);
    const all = [...module.namedParameters()];
    this.#parameters = all.filter(([, { requiresGrad }]) => requiresGrad);
    const trained = this.#parameters.map(([, parameter]) => parameter);
    this.#reducer = new Reducer(this.#world, `${name}'s gradients`, trained, bucketCapMb);
    this.#frozen = all.filter(([, { requiresGrad }]) => !requiresGrad);
    if (this.#parameters.length === 0)
      throw new ArgumentError(`${name}: the module has no parameter that requires a gradient, so it needs no ${name}`);
    const { link } = this.#world;
    if (link === null) return;
    link.agreement.make(`${name} of ${summaryOf(module)}`, () => {});
    broadcastAll(this.#world, `${name}'s parameters and buffers`, [...module.parameters(), ...module.buffers()], 0);
    for (const layer of module.modules())
      if (layer instanceof SyncBatchNorm && layer.processGroup === null) layer.processGroup = statisticsOf(this.#world);
    for (const [, parameter] of this.#parameters)
      parameter.registerPostAccumulateGradHook(() => {
        this.#touched.add(parameter);
        this.#reducer.add(parameter);
      });
    // Held weakly: whoever has done with the model need not say so.
    const self = new WeakRef(this);
    const handle = observeBackward(() => {
      const model = self.deref();
      if (model === undefined) handle.remove();
      else return model.#begin();
      return undefined;
    });
  }

  forward(...inputs: Parameters<Wrapped["forward"]>): ReturnType<Wrapped["forward"]> {
    if (isGradEnabled()) {
      // In evaluation mode too: so are nets trained whose running averages are to stay.
      this.#due = this.#syncs ? "first" : "none";
      this.#checkFrozen();
    }
    // In evaluation mode once behind a training forward: what was averaged since is each rank's own, and nothing changes it there.
    if (this.#options.broadcastBuffers && this.#syncs && (this.training ? isGradEnabled() : this.#drifted)) {
      broadcastAll(openWorld(name), `${name}'s buffers`, [...this.module.buffers()], 0);
      this.#drifted = false;
    }
    if (this.training) this.#drifted = true;
    return (this.module as (...inputs: unknown[]) => unknown)(...inputs) as ReturnType<Wrapped["forward"]>;
  }

  /**
   * Runs `body` without averaging: gradients of forwards in it accumulate on each rank, until a forward outside has them averaged together. Nor are buffers
   * sent: so one rank may run the model alone.
   * See https://pytorch.org/docs/stable/generated/torch.nn.parallel.DistributedDataParallel.html#torch.nn.parallel.DistributedDataParallel.no_sync.
   *
   * @example
   * ```ts
   * import { DistributedDataParallel, init } from "@bernoulli/distributed";
   * import { Linear } from "@bernoulli/nn";
   * import { ones } from "@bernoulli/tensor";
   * await init();
   * const model = new DistributedDataParallel(new Linear(2, 1));
   * model.noSync(() => model(ones(4, 2)).mean().backward());
   * model(ones(4, 2)).mean().backward();
   * model.module.bias?.grad?.toArray(); // → [2]
   * ```
   */
  noSync<Result>(body: () => Result): Result {
    const before = this.#syncs;
    this.#syncs = false;
    try {
      return body();
    } finally {
      this.#syncs = before;
    }
  }

  /** Before a backward; returns what is to be done behind it, if anything. */
  #begin(): (() => void) | undefined {
    // Of one that failed something may be under way.
    this.#reducer.reset();
    if (this.#due === "none") return undefined;
    // Where it is not known that all ranks reach all parameters they agree on that first. A compiled step is computed behind what is
    // recorded here: it has the sums as steps.
    const reachesAll = this.#due === "first" && !this.#options.findUnusedParameters;
    if (reachesAll && !isCompiling()) this.#reducer.gather();
    return () => this.#average();
  }

  #average(): void {
    // Another model's backward.
    if (this.#touched.size === 0) return;
    // The model itself may be trained on alone when the ranks have parted.
    if (this.#due === "again" && !isInitialized()) return;
    openWorld(name);
    // What was averaged stays as it is, since all ranks have the same of it: so another backward, of another loss or another forward, adds
    // its mean, and need not reach all parameters.
    if (this.#options.findUnusedParameters || this.#due === "again") {
      const isUsed = this.#usedByAny();
      const used = this.#parameters.filter((_, at) => isUsed[at] === 1).map(([, parameter]) => parameter);
      this.#reducer.average(used.reverse());
    } else {
      this.#checkUsed();
      this.#reducer.finish();
    }
    this.#due = "again";
    this.#touched.clear();
  }

  /** @throws DistributedError for a parameter that would be trained by each rank for itself. */
  #checkFrozen(): void {
    if (this.#world.link === null) return;
    const thawed = this.#frozen.filter(([, { requiresGrad }]) => requiresGrad).map(([key]) => key);
    if (thawed.length > 0)
      throw new DistributedError(
        `${name}: ${thawed.slice(0, 5).join(", ")}${thawed.length > 5 ? `, … ${thawed.length} in all` : ""} required no gradient when the model was wrapped, and would not be averaged; wrap model.module anew`,
      );
  }

  /** @throws DistributedError for a parameter without a gradient. */
  #checkUsed(): void {
    const missing = this.#parameters.filter(([, parameter]) => !this.#touched.has(parameter)).map(([key]) => key);
    if (missing.length === 0) return;
    this.#reducer.reset();
    throw new DistributedError(
      `${name}: backward gave no gradient to ${missing.slice(0, 5).join(", ")}${missing.length > 5 ? `, … ${missing.length} in all` : ""}; if a loss need not depend on all parameters, pass { findUnusedParameters: true }`,
    );
  }

  #usedByAny(): Uint8Array {
    const used = Uint8Array.from(this.#parameters, ([, parameter]) => Number(this.#touched.has(parameter)));
    const { agreement, transport } = this.#world.link!;
    agreement.make(`${name}'s unused parameters`, () => transport.allReduce(used, "max"));
    return used;
  }
}

/** What all ranks must have the same of. */
function summaryOf(module: Module): string {
  const entries = [...module.namedParameters(), ...module.namedBuffers()].map(
    ([key, { dtype, shape }]) => `${key} ${dtype} [${shape.join(", ")}]`,
  );
  // A text is shown cut, where the hash tells still that they differ.
  return `${entries.length} tensors, ${(hashOf(entries.join("\n")) >>> 0).toString(16)}: ${entries.join(", ")}`;
}
