// LazyBatchNorm1d, 2d and 3d, LazyInstanceNorm1d, 2d and 3d: norms whose first input tells how many channels it has.

import { optionsOf, type Positional, type Tensor } from "@bernoulli/tensor";
import { inferred, settleLayer } from "../lazy.js";
import { BatchNorm1d, BatchNorm2d, BatchNorm3d } from "./batch-norm.js";
import { InstanceNorm1d, InstanceNorm2d, InstanceNorm3d } from "./instance-norm.js";
import { checkRank, type RunningNorm, type RunningNormOptions, runningPlaces } from "./running.js";

/** The options in PyTorch's places. */
type LazyNormRest = Positional<RunningNormOptions, ["eps", "momentum", "affine", "trackRunningStats"]>;

/** Batch norm's defaults, which PyTorch's lazy instance norms have too. */
function optionsFor(owner: string, rest: LazyNormRest): RunningNormOptions {
  const given = optionsOf<RunningNormOptions>(owner, runningPlaces, rest);
  const options = rest[1] === null ? { ...given, momentum: null } : given;
  return { affine: true, trackRunningStats: true, ...options };
}

/** Gives a layer its weights and averages, for the channels of an input, and makes it one of `Class`. */
function settle(layer: RunningNorm, Class: { readonly prototype: RunningNorm }, input: Tensor, dim: number): void {
  const features = [input.shape[dim]!];
  settleLayer(
    layer,
    Class,
    () => ({
      shapes: { weight: features, bias: features, runningMean: features, runningVar: features },
      start() {
        layer.weight?.fill_(1);
        layer.bias?.zero_();
        layer.resetRunningStats();
      },
    }),
    () => ({ numFeatures: (layer.weight ?? layer.runningMean)?.shape[0] ?? features[0]! }),
  );
}

/**
 * A {@link BatchNorm1d} over sequences that takes `numFeatures` from its first input, and is a BatchNorm1d from then on.
 * Shape: (N, C) or (N, C, L) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LazyBatchNorm1d.html.
 *
 * @throws ArgumentError for options out of range; ShapeError, when called, if the input is of another rank.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LazyBatchNorm1d } from "@bernoulli/nn";
 * const norm = new LazyBatchNorm1d();
 * norm(ones(2, 4, 8)).shape; // → [2, 4, 8]
 * String(norm); // → "BatchNorm1d(4, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)"
 * ```
 */
export class LazyBatchNorm1d extends BatchNorm1d {
  static override readonly name: string = "LazyBatchNorm1d";

  constructor(...rest: LazyNormRest) {
    super(inferred, optionsFor("LazyBatchNorm1d", rest));
  }

  override forward(input: Tensor): Tensor {
    checkRank("LazyBatchNorm1d", input, "2D or 3D", [2, 3]);
    settle(this, BatchNorm1d, input, 1);
    return super.forward(input);
  }
}

/**
 * A {@link BatchNorm2d} over images that takes `numFeatures` from its first input, and is a BatchNorm2d from then on.
 * Shape: (N, C, H, W) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LazyBatchNorm2d.html.
 *
 * @throws ArgumentError for options out of range; ShapeError, when called, if the input is of another rank.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LazyBatchNorm2d } from "@bernoulli/nn";
 * const norm = new LazyBatchNorm2d();
 * norm(ones(2, 4, 3, 3)).shape; // → [2, 4, 3, 3]
 * String(norm); // → "BatchNorm2d(4, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)"
 * ```
 */
export class LazyBatchNorm2d extends BatchNorm2d {
  static override readonly name: string = "LazyBatchNorm2d";

  constructor(...rest: LazyNormRest) {
    super(inferred, optionsFor("LazyBatchNorm2d", rest));
  }

  override forward(input: Tensor): Tensor {
    checkRank("LazyBatchNorm2d", input, "4D", [4]);
    settle(this, BatchNorm2d, input, 1);
    return super.forward(input);
  }
}

/**
 * A {@link BatchNorm3d} over volumes that takes `numFeatures` from its first input, and is a BatchNorm3d from then on.
 * Shape: (N, C, D, H, W) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LazyBatchNorm3d.html.
 *
 * @throws ArgumentError for options out of range; ShapeError, when called, if the input is of another rank.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LazyBatchNorm3d } from "@bernoulli/nn";
 * const norm = new LazyBatchNorm3d();
 * norm(ones(2, 4, 3, 3, 3)).shape; // → [2, 4, 3, 3, 3]
 * String(norm); // → "BatchNorm3d(4, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)"
 * ```
 */
export class LazyBatchNorm3d extends BatchNorm3d {
  static override readonly name: string = "LazyBatchNorm3d";

  constructor(...rest: LazyNormRest) {
    super(inferred, optionsFor("LazyBatchNorm3d", rest));
  }

  override forward(input: Tensor): Tensor {
    checkRank("LazyBatchNorm3d", input, "5D", [5]);
    settle(this, BatchNorm3d, input, 1);
    return super.forward(input);
  }
}

/**
 * A {@link InstanceNorm1d} over sequences that takes `numFeatures` from its first input, and is a InstanceNorm1d from then on; weights and
 * averages are there unless they are refused, unlike in the layer itself.
 * Shape: (N, C, L) or (C, L) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LazyInstanceNorm1d.html.
 *
 * @throws ArgumentError for options out of range; ShapeError, when called, if the input is of another rank.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LazyInstanceNorm1d } from "@bernoulli/nn";
 * const norm = new LazyInstanceNorm1d();
 * norm(ones(2, 4, 8)).shape; // → [2, 4, 8]
 * String(norm); // → "InstanceNorm1d(4, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)"
 * ```
 */
export class LazyInstanceNorm1d extends InstanceNorm1d {
  static override readonly name: string = "LazyInstanceNorm1d";

  constructor(...rest: LazyNormRest) {
    super(inferred, optionsFor("LazyInstanceNorm1d", rest));
  }

  override forward(input: Tensor): Tensor {
    checkRank("LazyInstanceNorm1d", input, "2D or 3D", [2, 3]);
    settle(this, InstanceNorm1d, input, input.ndim - 2);
    return super.forward(input);
  }
}

/**
 * A {@link InstanceNorm2d} over images that takes `numFeatures` from its first input, and is a InstanceNorm2d from then on; weights and
 * averages are there unless they are refused, unlike in the layer itself.
 * Shape: (N, C, H, W) or (C, H, W) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LazyInstanceNorm2d.html.
 *
 * @throws ArgumentError for options out of range; ShapeError, when called, if the input is of another rank.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LazyInstanceNorm2d } from "@bernoulli/nn";
 * const norm = new LazyInstanceNorm2d();
 * norm(ones(2, 4, 3, 3)).shape; // → [2, 4, 3, 3]
 * String(norm); // → "InstanceNorm2d(4, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)"
 * ```
 */
export class LazyInstanceNorm2d extends InstanceNorm2d {
  static override readonly name: string = "LazyInstanceNorm2d";

  constructor(...rest: LazyNormRest) {
    super(inferred, optionsFor("LazyInstanceNorm2d", rest));
  }

  override forward(input: Tensor): Tensor {
    checkRank("LazyInstanceNorm2d", input, "3D or 4D", [3, 4]);
    settle(this, InstanceNorm2d, input, input.ndim - 3);
    return super.forward(input);
  }
}

/**
 * A {@link InstanceNorm3d} over volumes that takes `numFeatures` from its first input, and is a InstanceNorm3d from then on; weights and
 * averages are there unless they are refused, unlike in the layer itself.
 * Shape: (N, C, D, H, W) or (C, D, H, W) → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.LazyInstanceNorm3d.html.
 *
 * @throws ArgumentError for options out of range; ShapeError, when called, if the input is of another rank.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { LazyInstanceNorm3d } from "@bernoulli/nn";
 * const norm = new LazyInstanceNorm3d();
 * norm(ones(2, 4, 3, 3, 3)).shape; // → [2, 4, 3, 3, 3]
 * String(norm); // → "InstanceNorm3d(4, eps=1e-05, momentum=0.1, affine=True, bias=True, track_running_stats=True)"
 * ```
 */
export class LazyInstanceNorm3d extends InstanceNorm3d {
  static override readonly name: string = "LazyInstanceNorm3d";

  constructor(...rest: LazyNormRest) {
    super(inferred, optionsFor("LazyInstanceNorm3d", rest));
  }

  override forward(input: Tensor): Tensor {
    checkRank("LazyInstanceNorm3d", input, "4D or 5D", [4, 5]);
    settle(this, InstanceNorm3d, input, input.ndim - 4);
    return super.forward(input);
  }
}
