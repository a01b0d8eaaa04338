// ELU, SELU and CELU: x above zero, and an exponential that levels off below.

import { celu, elu, type Positional, selu, type Tensor } from "@bernoulli/tensor";
import { Activation, type SettingsOf } from "./activation.js";
import type { InPlaceSettings } from "./rectified.js";

export type ELUOptions = SettingsOf<{
  /** What it comes to far below zero, but for the sign. Default 1. */
  alpha: number;
  /** Whether to write over the input. Default false. */
  inplace: boolean;
}>;

/**
 * x above zero, alpha · (eˣ − 1) below. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ELU.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { ELU } from "@bernoulli/nn";
 * new ELU()(tensor([-1, 2])).toArray(); // → [-0.6321206, 2]
 * String(new ELU(0.5)); // → "ELU(alpha=0.5)"
 * ```
 */
export class ELU extends Activation {
  static override readonly name: string = "ELU";
  declare alpha: number;
  declare inplace: boolean;

  constructor(...rest: Positional<ELUOptions, ["alpha", "inplace"]>) {
    super("ELU", { alpha: 1, inplace: false }, rest);
  }

  forward(input: Tensor): Tensor {
    return elu(input, { alpha: this.alpha, inplace: this.inplace });
  }
}

/**
 * x above zero, alpha · (e^(x/alpha) − 1) below, which is smooth for every alpha. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.CELU.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { CELU } from "@bernoulli/nn";
 * new CELU(2)(tensor([-1, 2])).toArray(); // → [-0.7869387, 2]
 * ```
 */
export class CELU extends Activation {
  static override readonly name: string = "CELU";
  declare alpha: number;
  declare inplace: boolean;

  constructor(...rest: Positional<ELUOptions, ["alpha", "inplace"]>) {
    super("CELU", { alpha: 1, inplace: false }, rest);
  }

  forward(input: Tensor): Tensor {
    return celu(input, { alpha: this.alpha, inplace: this.inplace });
  }
}

/**
 * ELU with the factors that keep a net's activations at mean 0 and variance 1. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.SELU.html; Klambauer et al., 2017.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { SELU } from "@bernoulli/nn";
 * new SELU()(tensor([-1, 1])).toArray(); // → [-1.1113307, 1.050701]
 * ```
 */
export class SELU extends Activation {
  static override readonly name: string = "SELU";
  declare inplace: boolean;

  constructor(...rest: Positional<InPlaceSettings, ["inplace"]>) {
    super("SELU", { inplace: false }, rest);
  }

  forward(input: Tensor): Tensor {
    return selu(input, { inplace: this.inplace });
  }
}
