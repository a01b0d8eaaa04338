// BatchNorm1d, 2d, 3d and SyncBatchNorm: channels by the mean and spread of the batch while training, by running averages else. One
// class, but for the ranks that they take. The computation is the op's (tensor's ops/norms/batch-norm.ts).

import { type ByName, batchNorm, cat, inPlace, noGrad, type Tensor } from "@bernoulli/tensor";
import type { Module } from "../../module.js";
import { isModule } from "../../walk.js";
import { checkRank, RunningNorm, type RunningNormOptions, type RunningNormRest } from "./running.js";

/** What all batch norms are. */
export abstract class BatchNorm extends RunningNorm {
  /** Throws unless the input is of a rank that the layer takes. */
  protected abstract checkInput(input: Tensor): void;

  constructor(owner: string, numFeatures: number, rest: readonly unknown[]) {
    super(owner, numFeatures, rest, { affine: true, trackRunningStats: true });
  }

  forward(input: Tensor): Tensor {
    this.checkInput(input);
    const { training, trackRunningStats, runningMean, runningVar, weight, bias, eps } = this;
    const keepsAverages = !training || trackRunningStats;
    return batchNorm(input, keepsAverages ? runningMean : null, keepsAverages ? runningVar : null, {
      weight,
      bias,
      training: training || (runningMean === null && runningVar === null),
      momentum: training && trackRunningStats ? this.countBatch(input) : 0,
      eps,
    });
  }

  /** Counts a batch, and gives its share in the averages. */
  protected countBatch({ dtype }: Tensor): number | Tensor {
    const { numBatchesTracked, momentum } = this;
    return noGrad(() => {
      numBatchesTracked?.add_(1);
      if (momentum !== null) return momentum;
      return numBatchesTracked === null ? 0 : numBatchesTracked.to(dtype).reciprocal();
    });
  }
}

/**
 * Each feature less its mean, divided by √(variance + eps), times a learnt weight, plus a learnt bias: the batch's mean and variance
 * while training, which go into running averages, and these in evaluation mode.
 * Shape: (N, C) or (N, C, L) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm1d.html; Ioffe and Szegedy, 2015.
 *
 * @throws ArgumentError for options out of range, or, when called in training, for a batch of one value a channel; ShapeError, when called,
 * if the input does not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { BatchNorm1d } from "@bernoulli/nn";
 * const norm = new BatchNorm1d(1, { eps: 0 });
 * norm(tensor([[1], [3]])).toArray(); // → [[-1], [1]]
 * norm.runningMean?.toArray(); // → [0.2]
 * Object.keys(norm.stateDict()); // → ["weight", "bias", "running_mean", "running_var", "num_batches_tracked"]
 * norm.eval()(tensor([[0.2]])).toArray(); // → [[0]]
 * ```
 */
export class BatchNorm1d extends BatchNorm {
  static override readonly name: string = "BatchNorm1d";

  constructor(numFeatures: number | ByName<"numFeatures", number, RunningNormOptions>, ...rest: RunningNormRest) {
    [numFeatures, rest] = inPlace<number, typeof rest>("BatchNorm1d", "numFeatures", numFeatures, rest);
    super("BatchNorm1d", numFeatures, rest);
  }

  protected override checkInput(input: Tensor): void {
    checkRank("BatchNorm1d", input, "2D or 3D", [2, 3]);
  }
}

/**
 * Each channel of images less its mean, divided by √(variance + eps), times a learnt weight, plus a learnt bias: the batch's mean and
 * variance while training, which go into running averages, and these in evaluation mode.
 * Shape: (N, C, H, W) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html; Ioffe and Szegedy, 2015.
 *
 * @throws ArgumentError for options out of range, or, when called in training, for a batch of one value a channel; ShapeError, when called,
 * if the input does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { BatchNorm2d } from "@bernoulli/nn";
 * const norm = new BatchNorm2d(64, { momentum: 0.01 });
 * norm(ones(2, 64, 8, 8)).shape; // → [2, 64, 8, 8]
 * norm.numBatchesTracked?.item(); // → 1
 * String(new BatchNorm2d(3)); // → "BatchNorm2d(3, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)"
 * ```
 */
export class BatchNorm2d extends BatchNorm {
  static override readonly name: string = "BatchNorm2d";

  constructor(numFeatures: number | ByName<"numFeatures", number, RunningNormOptions>, ...rest: RunningNormRest) {
    [numFeatures, rest] = inPlace<number, typeof rest>("BatchNorm2d", "numFeatures", numFeatures, rest);
    super("BatchNorm2d", numFeatures, rest);
  }

  protected override checkInput(input: Tensor): void {
    checkRank("BatchNorm2d", input, "4D", [4]);
  }
}

/**
 * Each channel of volumes less its mean, divided by √(variance + eps), times a learnt weight, plus a learnt bias: the batch's mean and
 * variance while training, which go into running averages, and these in evaluation mode.
 * Shape: (N, C, D, H, W) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.BatchNorm3d.html; Ioffe and Szegedy, 2015.
 *
 * @throws ArgumentError for options out of range, or, when called in training, for a batch of one value a channel; ShapeError, when called,
 * if the input does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { BatchNorm3d } from "@bernoulli/nn";
 * new BatchNorm3d(4)(ones(2, 4, 3, 3, 3)).shape; // → [2, 4, 3, 3, 3]
 * ```
 */
export class BatchNorm3d extends BatchNorm {
  static override readonly name: string = "BatchNorm3d";

  constructor(numFeatures: number | ByName<"numFeatures", number, RunningNormOptions>, ...rest: RunningNormRest) {
    [numFeatures, rest] = inPlace<number, typeof rest>("BatchNorm3d", "numFeatures", numFeatures, rest);
    super("BatchNorm3d", numFeatures, rest);
  }

  protected override checkInput(input: Tensor): void {
    checkRank("BatchNorm3d", input, "5D", [5]);
  }
}

/** Other processes that train with this one, as {@link SyncBatchNorm} needs them; `@bernoulli/distributed` has it. */
export interface ProcessGroup {
  readonly worldSize: number;
  /** The sum over all processes of a tensor that each has; its gradient is the sum of theirs. */
  sum(input: Tensor): Tensor;
}

/**
 * Batch norm over the batches of all processes of its process group; without one its numbers are batch norm's.
 * Shape: (N, C) or (N, C, *) → the same; N may differ between processes.
 * See https://pytorch.org/docs/stable/generated/torch.nn.SyncBatchNorm.html.
 *
 * @throws ArgumentError for options out of range, or, when called in training, for a batch of one value a channel; ShapeError, when called,
 * if the input does not fit.
 * @example
 * ```ts
 * import { BatchNorm2d, Sequential, SyncBatchNorm } from "@bernoulli/nn";
 * const net = SyncBatchNorm.convertSyncBatchnorm(new Sequential(new BatchNorm2d(2)));
 * String(net); // → "Sequential(\n  (0): SyncBatchNorm(2, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)\n)"
 * ```
 */
export class SyncBatchNorm extends BatchNorm {
  static override readonly name: string = "SyncBatchNorm";

  /** Whose batches count too. Default null: nobody's; DistributedDataParallel sets its world's. */
  processGroup: ProcessGroup | null = null;

  constructor(numFeatures: number | ByName<"numFeatures", number, RunningNormOptions>, ...rest: RunningNormRest) {
    [numFeatures, rest] = inPlace<number, typeof rest>("SyncBatchNorm", "numFeatures", numFeatures, rest);
    super("SyncBatchNorm", numFeatures, rest);
  }

  override forward(input: Tensor): Tensor {
    const { processGroup, training, runningMean, runningVar } = this;
    const usesBatch = training || (runningMean === null && runningVar === null);
    if (processGroup === null || processGroup.worldSize === 1 || !usesBatch) return super.forward(input);
    this.checkInput(input);
    return this.forwardOverAll(input, processGroup);
  }

  /** By composition: mean and variance are sums over processes, whose gradients are too. */
  private forwardOverAll(input: Tensor, { sum }: ProcessGroup): Tensor {
    const { weight, bias, eps, training, trackRunningStats, numFeatures } = this;
    const dims = input.shape.map((_, dim) => dim).filter((dim) => dim !== 1);
    const shape = input.shape.map((_, dim) => (dim === 1 ? numFeatures : 1));
    const own = input.numel() / numFeatures;
    const total = sum(cat([input.sum(dims), input.newFull([1], own)]));
    const count = total.narrow(0, numFeatures, 1).detach();
    const mean = total.narrow(0, 0, numFeatures).div(count);
    const centered = input.sub(mean.view(shape));
    const variance = sum(centered.square().sum(dims)).div(count);
    if (training && trackRunningStats) this.keep(mean.detach(), variance.detach(), count, this.countBatch(input));
    const normed = centered.mul(variance.add(eps).rsqrt().view(shape));
    const scaled = weight === null ? normed : normed.mul(weight.view(shape));
    return bias === null ? scaled : scaled.add(bias.view(shape));
  }

  /** Into the running averages: of the variance the unbiased one, as in PyTorch. */
  private keep(mean: Tensor, variance: Tensor, count: Tensor, momentum: number | Tensor): void {
    noGrad(() => {
      const unbiased = variance.mul(count.div(count.sub(1)));
      for (const [average, value] of [
        [this.runningMean, mean],
        [this.runningVar, unbiased],
      ] as const)
        average?.add_(value.sub(average).mul(momentum));
    });
  }

  protected override checkInput(input: Tensor): void {
    checkRank("SyncBatchNorm", input, "at least 2D", [2, 3, 4, 5, 6]);
  }

  /**
   * Puts a SyncBatchNorm with the same parameters and averages in the place of each batch norm of a module, and returns that; of a
   * batch norm itself, the one that stands for it. With `processGroup` all take the statistics of its processes.
   */
  static convertSyncBatchnorm<Converted extends Module>(
    module: Converted,
    processGroup: ProcessGroup | null = null,
  ): Converted {
    const result = converted(module, new Map()) as Converted;
    if (processGroup !== null)
      for (const layer of result.modules()) if (layer instanceof SyncBatchNorm) layer.processGroup = processGroup;
    return result;
  }
}

/** Each module once, however many paths lead to it. */
function converted(module: Module, known: Map<Module, Module>): Module {
  const before = known.get(module);
  if (before !== undefined) return before;
  const result = module instanceof BatchNorm && !(module instanceof SyncBatchNorm) ? twinOf(module) : module;
  known.set(module, result);
  if (result === module) replaceChildren(module, (child) => converted(child, known));
  return result;
}

function twinOf(module: BatchNorm): SyncBatchNorm {
  const { numFeatures, eps, momentum, affine, trackRunningStats, weight, bias } = module;
  const twin = new SyncBatchNorm(numFeatures, { eps, momentum, affine, trackRunningStats, bias: bias !== null });
  twin.weight = weight;
  twin.bias = bias;
  twin.runningMean = module.runningMean;
  twin.runningVar = module.runningVar;
  twin.numBatchesTracked = module.numBatchesTracked;
  return twin.train(module.training);
}

/** Puts what `replace` gives in the place of each module among the fields, and within arrays of them. */
function replaceChildren(holder: object, replace: (module: Module) => Module): void {
  for (const [key, value] of Object.entries(holder)) {
    if (isModule(value)) {
      const other = replace(value);
      if (other !== value) (holder as Record<string, unknown>)[key] = other;
    } else if (Array.isArray(value)) replaceChildren(value, replace);
  }
}
