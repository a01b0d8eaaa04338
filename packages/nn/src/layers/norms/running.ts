// What batch and instance norm share: options, weight and bias, running statistics, text. What each computes is its own file's.

import {
  ArgumentError,
  checkOptions,
  type DeviceName,
  type DType,
  type Kinds,
  ones,
  optionsOf,
  type Positional,
  ShapeError,
  type Tensor,
  zeros,
} from "@bernoulli/tensor";
import { registerBuffers } from "../../keys.js";
import { Module } from "../../module.js";
import { Parameter } from "../../parameter.js";
import { python } from "../../print.js";
import { UninitializedBuffer, UninitializedParameter } from "../../uninitialized.js";
import { checkParameters } from "../../walk.js";
import { isInferred } from "../lazy.js";
import { countOf } from "../options.js";

export interface RunningNormOptions {
  /** Added to the variance, ≥ 0. Default 1e-5. */
  readonly eps?: number;
  /** The share of a batch in the running averages; null: the average of all batches counts each alike. Default 0.1. */
  readonly momentum?: number | null;
  /** Whether a weight, ones at first, and a bias, zeros, are learnt for each channel. Default true; of instance norm false. */
  readonly affine?: boolean;
  /** Whether running averages of mean and variance are kept. Default true; of instance norm false. */
  readonly trackRunningStats?: boolean;
  /** Whether there is a bias beside the weight. Default true. */
  readonly bias?: boolean;
  /** The dtype of parameters and averages, float32 or float64. Default float32. */
  readonly dtype?: DType;
  /** Their device. Default: what `setDefaultDevice` said. */
  readonly device?: DeviceName;
}

/** The options in PyTorch's places. */
export type RunningNormRest = Positional<RunningNormOptions, ["eps", "momentum", "affine", "trackRunningStats"]>;

export const runningPlaces = ["eps", "momentum", "affine", "trackRunningStats"] as const;

const optionKinds: Kinds<RunningNormOptions> = {
  eps: "number",
  momentum: "anything",
  affine: "boolean",
  trackRunningStats: "boolean",
  bias: "boolean",
  dtype: "anything",
  device: "anything",
};

export abstract class RunningNorm extends Module {
  readonly numFeatures: number;
  eps: number;
  momentum: number | null;
  readonly affine: boolean;
  readonly trackRunningStats: boolean;
  weight: Parameter | null;
  bias: Parameter | null;
  /** The average of the batches' means, (C), or null; the buffer `running_mean`. */
  declare runningMean: Tensor | null;
  /** The average of the batches' variances, (C), or null; the buffer `running_var`. */
  declare runningVar: Tensor | null;
  /** How many batches went into the averages, 0-d, or null; the buffer `num_batches_tracked`. */
  declare numBatchesTracked: Tensor | null;

  constructor(
    owner: string,
    numFeatures: number,
    rest: readonly unknown[],
    defaults: { readonly affine: boolean; readonly trackRunningStats: boolean },
  ) {
    super();
    const given = optionsOf<RunningNormOptions>(owner, runningPlaces, rest);
    // In its place null is no default, as it is elsewhere: it means the average of all batches.
    const options = rest[1] === null ? { ...given, momentum: null } : given;
    checkOptions(owner, options, optionKinds);
    const { eps = 1e-5, momentum = 0.1, bias = true, ...others } = options;
    const { affine = defaults.affine, trackRunningStats = defaults.trackRunningStats, ...made } = others;
    if (momentum !== null && typeof momentum !== "number")
      throw new ArgumentError(`${owner}: momentum must be a number or null, but got ${typeof momentum}`);
    this.numFeatures = countOf(owner, "numFeatures", numFeatures, 0);
    this.eps = eps;
    this.momentum = momentum;
    this.affine = affine;
    this.trackRunningStats = trackRunningStats;
    const isKnown = !isInferred(numFeatures);
    const learnt = (fill: typeof ones) =>
      isKnown ? new Parameter(fill([numFeatures], made)) : new UninitializedParameter(made);
    const average = (fill: typeof ones) => (isKnown ? fill([numFeatures], made) : new UninitializedBuffer(made));
    this.weight = affine ? learnt(ones) : null;
    this.bias = affine && bias ? learnt(zeros) : null;
    registerBuffers(this, {
      running_mean: trackRunningStats ? average(zeros) : null,
      running_var: trackRunningStats ? average(ones) : null,
      num_batches_tracked: trackRunningStats ? zeros([], { ...made, dtype: "int32" }) : null,
    });
    checkParameters(this);
  }

  /** Makes the running statistics what they were at first; nothing where there are none. */
  resetRunningStats(): void {
    this.runningMean?.zero_();
    this.runningVar?.fill_(1);
    this.numBatchesTracked?.zero_();
  }

  override extraRepr(): string {
    const { numFeatures, eps, momentum, affine, trackRunningStats } = this;
    return (
      `${numFeatures}, eps=${python(eps)}, momentum=${python(momentum)}, affine=${python(affine)}, ` +
      `bias=${python(this.bias !== null)}, track_running_stats=${python(trackRunningStats)}`
    );
  }
}

/** Throws unless an input has one of the ranks. */
export function checkRank(owner: string, { ndim }: Tensor, wanted: string, ranks: readonly number[]): void {
  if (!ranks.includes(ndim)) throw new ShapeError(`${owner}: expected ${wanted} input (got ${ndim}D input)`);
}
