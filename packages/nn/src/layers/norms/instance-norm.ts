// InstanceNorm1d, 2d and 3d: each channel of each image by its own mean and spread. One class, but for the ranks that they take.

import { type ByName, inPlace, instanceNorm, ShapeError, type Tensor, warnOnce } from "@bernoulli/tensor";
import { RunningNorm, type RunningNormOptions, type RunningNormRest } from "./running.js";

/** What all instance norms are. */
export abstract class InstanceNorm extends RunningNorm {
  constructor(owner: string, numFeatures: number, rest: readonly unknown[]) {
    super(owner, numFeatures, rest, { affine: false, trackRunningStats: false });
  }

  /** How many dimensions a batch has. */
  protected abstract rank(): 3 | 4 | 5;

  forward(input: Tensor): Tensor {
    const owner = this.constructor.name;
    const rank = this.rank();
    const { ndim, shape } = input;
    if (ndim !== rank && ndim !== rank - 1)
      throw new ShapeError(`${owner}: expected ${rank - 1}D or ${rank}D input (got ${ndim}D input)`);
    const dim = ndim - rank + 1;
    if (shape[dim] !== this.numFeatures) this.refuse(owner, dim, shape[dim]!);
    return dim === 1 ? this.normalize(input) : this.normalize(input.unsqueeze(0)).squeeze(0);
  }

  private normalize(input: Tensor): Tensor {
    const { training, trackRunningStats, runningMean, runningVar, weight, bias, momentum, eps } = this;
    const useInputStats = training || !trackRunningStats;
    return instanceNorm(input, {
      ...{ runningMean, runningVar, weight, bias, useInputStats, eps },
      momentum: momentum ?? 0,
    });
  }

  /** Without a weight nothing hangs on the number of features, and PyTorch but warns. */
  private refuse(owner: string, dim: number, size: number): void {
    const { affine, numFeatures, runningMean } = this;
    const text = `expected input's size at dim=${dim} to match num_features (${numFeatures}), but got: ${size}.`;
    if (affine || runningMean !== null) throw new ShapeError(`${owner}: ${text}`);
    warnOnce(
      `${owner} num_features`,
      `${owner}: ${text} Since affine=False, num_features is not used in the normalization process. You can safely ignore this warning.`,
    );
  }
}

/**
 * Each feature of each sequence less its mean, divided by √(variance + eps); with `affine` times a learnt weight, plus a learnt bias;
 * with `trackRunningStats` by running averages in evaluation mode. Shape: (N, C, L) or (C, L) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.InstanceNorm1d.html.
 *
 * @throws ArgumentError for options out of range, or, when called, for sequences of one place; ShapeError, when called, if the input does not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { InstanceNorm1d } from "@bernoulli/nn";
 * new InstanceNorm1d(1, { eps: 0 })(tensor([[1, 3]])).toArray(); // → [[-1, 1]]
 * ```
 */
export class InstanceNorm1d extends InstanceNorm {
  static override readonly name: string = "InstanceNorm1d";

  constructor(numFeatures: number | ByName<"numFeatures", number, RunningNormOptions>, ...rest: RunningNormRest) {
    [numFeatures, rest] = inPlace<number, typeof rest>("InstanceNorm1d", "numFeatures", numFeatures, rest);
    super("InstanceNorm1d", numFeatures, rest);
  }

  protected override rank(): 3 {
    return 3;
  }
}

/**
 * Each channel of each image less its mean, divided by √(variance + eps); with `affine` times a learnt weight, plus a learnt bias;
 * with `trackRunningStats` by running averages in evaluation mode. Shape: (N, C, H, W) or (C, H, W) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.InstanceNorm2d.html.
 *
 * @throws ArgumentError for options out of range, or, when called, for images of one place; ShapeError, when called, if the input does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { InstanceNorm2d } from "@bernoulli/nn";
 * const norm = new InstanceNorm2d(3, { affine: true });
 * norm(ones(2, 3, 8, 8)).shape; // → [2, 3, 8, 8]
 * String(new InstanceNorm2d(3)); // → "InstanceNorm2d(3, eps=1e-05, momentum=0.1, affine=False, bias=False, track_running_stats=False)"
 * ```
 */
export class InstanceNorm2d extends InstanceNorm {
  static override readonly name: string = "InstanceNorm2d";

  constructor(numFeatures: number | ByName<"numFeatures", number, RunningNormOptions>, ...rest: RunningNormRest) {
    [numFeatures, rest] = inPlace<number, typeof rest>("InstanceNorm2d", "numFeatures", numFeatures, rest);
    super("InstanceNorm2d", numFeatures, rest);
  }

  protected override rank(): 4 {
    return 4;
  }
}

/**
 * Each channel of each volume less its mean, divided by √(variance + eps); with `affine` times a learnt weight, plus a learnt bias;
 * with `trackRunningStats` by running averages in evaluation mode. Shape: (N, C, D, H, W) or (C, D, H, W) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.InstanceNorm3d.html.
 *
 * @throws ArgumentError for options out of range, or, when called, for volumes of one place; ShapeError, when called, if the input does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { InstanceNorm3d } from "@bernoulli/nn";
 * new InstanceNorm3d(3)(ones(3, 2, 4, 4)).shape; // → [3, 2, 4, 4]
 * ```
 */
export class InstanceNorm3d extends InstanceNorm {
  static override readonly name: string = "InstanceNorm3d";

  constructor(numFeatures: number | ByName<"numFeatures", number, RunningNormOptions>, ...rest: RunningNormRest) {
    [numFeatures, rest] = inPlace<number, typeof rest>("InstanceNorm3d", "numFeatures", numFeatures, rest);
    super("InstanceNorm3d", numFeatures, rest);
  }

  protected override rank(): 5 {
    return 5;
  }
}
