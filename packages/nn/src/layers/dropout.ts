// Dropout and its kin: units, channels, or either for SELU, thrown out at random while training. The draws are the ops' (tensor's
// ops/random/dropout.ts and dropouts.ts); layers differ in which of them they call.

import {
  alphaDropout,
  checkOptions,
  checkProbability,
  type DropoutOptions,
  dropout,
  dropout1d,
  dropout2d,
  dropout3d,
  featureAlphaDropout,
  type Generator,
  optionsOf,
  type Positional,
  type Tensor,
} from "@bernoulli/tensor";
import { Module } from "../module.js";
import { python } from "../print.js";
import { type DropoutFacts, zeroingFacts } from "./dropout-facts.js";

export interface DropoutLayerOptions {
  /** The probability that something is DROPPED, in [0, 1]; the papers' p is often the share kept. Default 0.5. */
  readonly p?: number;
  /** Whether to write over the input. Default false. */
  readonly inplace?: boolean;
  /** Where the draws come from. Default: the default generator. */
  readonly generator?: Generator;
}

/** By name, or in PyTorch's order: `new Dropout(0.5, true)`. */
type DropoutLayerArguments = Positional<DropoutLayerOptions, ["p", "inplace"]>;

/** Of what keeps mean and variance for SELU. @__NO_SIDE_EFFECTS__ */
const saturating = (decides: DropoutFacts["decides"]): DropoutFacts => ({
  ...{ decides, distribution: "bernoulli", dropped: "saturation", keeps: ["mean", "variance"], evaluation: "identity" },
  // Of −1.7580993², SELU's saturation.
  scale: (p) => 1 / Math.sqrt((3.0909132936 * p + 1) * (1 - p)),
  ...{ variance: null, backward: "the same draws", place: "net" },
});

/** What the layers share: p, and when nothing is dropped. */
abstract class DropoutBase extends Module {
  /** The probability that something is dropped. */
  p: number;
  readonly inplace: boolean;
  readonly generator: Generator | null;

  constructor(owner: string, given: DropoutLayerArguments) {
    super();
    if (given[0] === null) checkProbability(given[0] as never);
    const options = optionsOf<DropoutLayerOptions>(owner, ["p", "inplace"], given);
    checkOptions(owner, options, { p: "anything", inplace: "boolean", generator: "Generator" });
    const { p = 0.5, inplace = false, generator } = options;
    checkProbability(p);
    this.p = p;
    this.inplace = inplace;
    this.generator = generator ?? null;
  }

  protected get options(): DropoutOptions {
    const { p, training, inplace, generator } = this;
    return { p, training, inplace, ...(generator === null ? {} : { generator }) };
  }

  abstract override forward(input: Tensor): Tensor;

  override extraRepr(): string {
    return `p=${python(this.p)}, inplace=${python(this.inplace)}`;
  }
}

/**
 * While training, sets each element to zero with probability p and multiplies the others by 1/(1 − p), anew at every
 * call; in evaluation mode it returns its input. p is the share that is DROPPED. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Dropout.html; Srivastava et al., JMLR 15 (2014), whose p is
 * the share that is kept.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { Dropout } from "@bernoulli/nn";
 * const dropout = new Dropout(0.25);
 * manualSeed(0);
 * dropout(ones(6)).toArray(); // → [0, 1.3333334, 1.3333334, 0, 1.3333334, 0]
 * dropout.eval()(ones(2)).toArray(); // → [1, 1]
 * String(new Dropout({ p: 0.25 })); // → "Dropout(p=0.25, inplace=False)"
 * ```
 */
export class Dropout extends DropoutBase {
  static override readonly name: string = "Dropout";
  static readonly facts: DropoutFacts = /* @__PURE__ */ zeroingFacts("element");
  constructor(...given: DropoutLayerArguments) {
    super("Dropout", given);
  }

  forward(input: Tensor): Tensor {
    return dropout(input, this.options);
  }
}

/**
 * While training, sets each channel to zero with probability p and multiplies the others by 1/(1 − p).
 * Shape: (N, C, L) → (N, C, L), or (C, L) → (C, L).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Dropout1d.html; Tompson et al., arXiv:1411.4280.
 *
 * @throws ArgumentError if p is outside [0, 1]; ShapeError for an input of other than two or three dimensions.
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { Dropout1d } from "@bernoulli/nn";
 * manualSeed(0);
 * new Dropout1d(0.5)(ones(1, 3, 2)).toArray(); // → [[[0, 0], [0, 0], [2, 2]]]
 * ```
 */
export class Dropout1d extends DropoutBase {
  static override readonly name: string = "Dropout1d";
  static readonly facts: DropoutFacts = /* @__PURE__ */ zeroingFacts("channel");
  constructor(...given: DropoutLayerArguments) {
    super("Dropout1d", given);
  }

  forward(input: Tensor): Tensor {
    return dropout1d(input, this.options);
  }
}

/**
 * While training, sets each channel of each image to zero with probability p and multiplies the others by 1/(1 − p).
 * Shape: (N, C, H, W) → (N, C, H, W). Of three dimensions PyTorch takes the first two as samples and channels, and warns of it.
 * See https://pytorch.org/docs/stable/generated/torch.nn.Dropout2d.html; Tompson et al., arXiv:1411.4280.
 *
 * @throws ArgumentError if p is outside [0, 1]; ShapeError for an input of less than two dimensions.
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { Dropout2d } from "@bernoulli/nn";
 * manualSeed(0);
 * new Dropout2d(0.5)(ones(1, 3, 1, 2)).toArray(); // → [[[[0, 0]], [[0, 0]], [[2, 2]]]]
 * ```
 */
export class Dropout2d extends DropoutBase {
  static override readonly name: string = "Dropout2d";
  static readonly facts: DropoutFacts = /* @__PURE__ */ zeroingFacts("channel");
  constructor(...given: DropoutLayerArguments) {
    super("Dropout2d", given);
  }

  forward(input: Tensor): Tensor {
    return dropout2d(input, this.options);
  }
}

/**
 * While training, sets each channel of each volume to zero with probability p and multiplies the others by 1/(1 − p).
 * Shape: (N, C, D, H, W) → (N, C, D, H, W), or all without N.
 * See https://pytorch.org/docs/stable/generated/torch.nn.Dropout3d.html; Tompson et al., arXiv:1411.4280.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { Dropout3d } from "@bernoulli/nn";
 * manualSeed(0);
 * new Dropout3d(0.5)(ones(1, 3, 1, 1, 2)).toArray(); // → [[[[[0, 0]]], [[[0, 0]]], [[[2, 2]]]]]
 * ```
 */
export class Dropout3d extends DropoutBase {
  static override readonly name: string = "Dropout3d";
  static readonly facts: DropoutFacts = /* @__PURE__ */ zeroingFacts("channel");
  constructor(...given: DropoutLayerArguments) {
    super("Dropout3d", given);
  }

  forward(input: Tensor): Tensor {
    return dropout3d(input, this.options);
  }
}

/**
 * Dropout for nets of SELU: while training, what is dropped becomes SELU's saturation, and all is scaled and shifted so that a mean of 0
 * and a variance of 1 stay. Shape: (*) → (*). PyTorch's layer writes into no input, whatever its `inplace` says, and so does this.
 * See https://pytorch.org/docs/stable/generated/torch.nn.AlphaDropout.html; Klambauer et al., arXiv:1706.02515.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { AlphaDropout } from "@bernoulli/nn";
 * manualSeed(0);
 * new AlphaDropout(0.5)(ones(3)).toArray(); // → [-0.7791939, -0.7791939, 1.6655989]
 * ```
 */
export class AlphaDropout extends DropoutBase {
  static override readonly name: string = "AlphaDropout";
  static readonly facts: DropoutFacts = /* @__PURE__ */ saturating("element");
  constructor(...given: DropoutLayerArguments) {
    super("AlphaDropout", given);
  }

  forward(input: Tensor): Tensor {
    return alphaDropout(input, { ...this.options, inplace: false });
  }
}

/**
 * {@link AlphaDropout} of whole channels, the second dimension. Shape: (N, C, *) → (N, C, *).
 * See https://pytorch.org/docs/stable/generated/torch.nn.FeatureAlphaDropout.html.
 *
 * @throws ArgumentError if p is outside [0, 1]; ShapeError for an input of less than two dimensions.
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { FeatureAlphaDropout } from "@bernoulli/nn";
 * manualSeed(0);
 * new FeatureAlphaDropout(0.5)(ones(1, 3, 1)).toArray(); // → [[[-0.7791939], [-0.7791939], [1.6655989]]]
 * ```
 */
export class FeatureAlphaDropout extends DropoutBase {
  static override readonly name: string = "FeatureAlphaDropout";
  static readonly facts: DropoutFacts = /* @__PURE__ */ saturating("channel");
  constructor(...given: DropoutLayerArguments) {
    super("FeatureAlphaDropout", given);
  }

  forward(input: Tensor): Tensor {
    return featureAlphaDropout(input, { ...this.options, inplace: false });
  }
}
