// GELU, SiLU, Mish and GLU: x times a smooth step.

import { type GeluOptions, gelu, glu, mish, type Positional, silu, type Tensor } from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { checkDim } from "../options.js";
import { Activation } from "./activation.js";
import type { InPlaceSettings } from "./rectified.js";

/**
 * x · Φ(x), Φ being the normal distribution function; with `approximate` of `"tanh"`, by the tangent of a cubic. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.GELU.html; Hendrycks and Gimpel, 2016.
 *
 * @throws ArgumentError, when called, for an approximation that is none.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { GELU } from "@bernoulli/nn";
 * new GELU()(tensor([-1, 1])).toArray(); // → [-0.1586553, 0.8413447]
 * String(new GELU({ approximate: "tanh" })); // → "GELU(approximate='tanh')"
 * ```
 */
export class GELU extends Activation {
  static override readonly name: string = "GELU";
  declare approximate: NonNullable<GeluOptions["approximate"]>;

  constructor(...rest: Positional<GeluOptions, ["approximate"]>) {
    super("GELU", { approximate: "none" }, rest);
  }

  forward(input: Tensor): Tensor {
    return gelu(input, { approximate: this.approximate });
  }
}

/**
 * x · sigmoid(x), which is called swish too. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.SiLU.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { SiLU } from "@bernoulli/nn";
 * new SiLU()(tensor([-1, 1])).toArray(); // → [-0.2689414, 0.7310586]
 * ```
 */
export class SiLU extends Activation {
  static override readonly name: string = "SiLU";
  declare inplace: boolean;

  constructor(...rest: Positional<InPlaceSettings, ["inplace"]>) {
    super("SiLU", { inplace: false }, rest);
  }

  forward(input: Tensor): Tensor {
    return silu(input, { inplace: this.inplace });
  }
}

/**
 * x · tanh(softplus(x)). Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Mish.html; Misra, 2019.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Mish } from "@bernoulli/nn";
 * new Mish()(tensor([-1, 1])).toArray(); // → [-0.3034015, 0.8650984]
 * ```
 */
export class Mish extends Activation {
  static override readonly name: string = "Mish";
  declare inplace: boolean;

  constructor(...rest: Positional<InPlaceSettings, ["inplace"]>) {
    super("Mish", { inplace: false }, rest);
  }

  forward(input: Tensor): Tensor {
    return mish(input, { inplace: this.inplace });
  }
}

/**
 * a · sigmoid(b) of the halves of `dim`, a being the first. Shape: (…, 2n, …) → (…, n, …).
 * See https://pytorch.org/docs/stable/generated/torch.nn.GLU.html; Dauphin et al., 2016.
 *
 * @throws ArgumentError unless the dimension is an integer; ShapeError, when called, where its size is odd.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { GLU } from "@bernoulli/nn";
 * new GLU()(tensor([1, 2, 0, 1])).toArray(); // → [0.5, 1.4621172]
 * ```
 */
export class GLU extends Module {
  static override readonly name: string = "GLU";
  readonly dim: number;

  constructor(dim = -1) {
    super();
    checkDim("GLU", "dim", dim);
    this.dim = dim;
  }

  forward(input: Tensor): Tensor {
    return glu(input, this.dim);
  }

  override extraRepr(): string {
    return `dim=${this.dim}`;
  }
}
