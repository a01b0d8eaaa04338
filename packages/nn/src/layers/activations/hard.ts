// Hardtanh, Hardsigmoid and Hardswish, curves of straight lines; Hardshrink, Softshrink and Tanhshrink, by which what is small
// becomes nothing, or less.

import {
  ArgumentError,
  type HardtanhOptions,
  hardshrink,
  hardsigmoid,
  hardswish,
  hardtanh,
  type Positional,
  type ShrinkOptions,
  softshrink,
  type Tensor,
  tanhshrink,
} from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { Activation, pythonFloat } from "./activation.js";
import type { InPlaceSettings } from "./rectified.js";

/**
 * x cut to [minVal, maxVal]. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Hardtanh.html.
 *
 * @throws ArgumentError unless minVal is below maxVal.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Hardtanh } from "@bernoulli/nn";
 * new Hardtanh()(tensor([-2, 0.5, 3])).toArray(); // → [-1, 0.5, 1]
 * String(new Hardtanh(-2, 2)); // → "Hardtanh(min_val=-2.0, max_val=2.0)"
 * ```
 */
export class Hardtanh extends Activation {
  static override readonly name: string = "Hardtanh";
  declare minVal: number;
  declare maxVal: number;
  declare inplace: boolean;

  constructor(...rest: Positional<HardtanhOptions, ["minVal", "maxVal", "inplace"]>) {
    super("Hardtanh", { minVal: -1, maxVal: 1, inplace: false }, rest);
    const { minVal, maxVal } = this;
    if (!(maxVal > minVal))
      throw new ArgumentError(`Hardtanh: max_val (${maxVal}) must be greater than min_val (${minVal})`);
  }

  forward(input: Tensor): Tensor {
    const { minVal, maxVal, inplace } = this;
    return hardtanh(input, { minVal, maxVal, inplace });
  }
}

/** What PyTorch prints without its settings. */
abstract class Unsaid extends Activation {
  declare inplace: boolean;

  override extraRepr(): string {
    return "";
  }
}

/**
 * 0 up to −3, 1 from 3 on, a line between. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Hardsigmoid.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Hardsigmoid } from "@bernoulli/nn";
 * new Hardsigmoid()(tensor([-4, 0, 1.5])).toArray(); // → [0, 0.5, 0.75]
 * ```
 */
export class Hardsigmoid extends Unsaid {
  static override readonly name: string = "Hardsigmoid";

  constructor(...rest: Positional<InPlaceSettings, ["inplace"]>) {
    super("Hardsigmoid", { inplace: false }, rest);
  }

  forward(input: Tensor): Tensor {
    return hardsigmoid(input, { inplace: this.inplace });
  }
}

/**
 * x · hardsigmoid(x). Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Hardswish.html; Howard et al., 2019.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Hardswish } from "@bernoulli/nn";
 * new Hardswish()(tensor([-4, 0, 1.5, 4])).toArray(); // → [0, 0, 1.125, 4]
 * ```
 */
export class Hardswish extends Unsaid {
  static override readonly name: string = "Hardswish";

  constructor(...rest: Positional<InPlaceSettings, ["inplace"]>) {
    super("Hardswish", { inplace: false }, rest);
  }

  forward(input: Tensor): Tensor {
    return hardswish(input, { inplace: this.inplace });
  }
}

/** What is printed with its number alone. */
abstract class Shrinking extends Activation {
  declare lambd: number;

  override extraRepr(): string {
    return pythonFloat(this.lambd);
  }
}

/**
 * 0 where |x| ≤ lambd, else x. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Hardshrink.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Hardshrink } from "@bernoulli/nn";
 * new Hardshrink()(tensor([-1, 0.25, 2])).toArray(); // → [-1, 0, 2]
 * ```
 */
export class Hardshrink extends Shrinking {
  static override readonly name: string = "Hardshrink";

  constructor(...rest: Positional<ShrinkOptions, ["lambd"]>) {
    super("Hardshrink", { lambd: 0.5 }, rest);
  }

  forward(input: Tensor): Tensor {
    return hardshrink(input, this.lambd);
  }
}

/**
 * x moved towards 0 by lambd, and 0 where that would change the sign. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Softshrink.html.
 *
 * @throws ArgumentError, when called, for a lambd below 0.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Softshrink } from "@bernoulli/nn";
 * new Softshrink()(tensor([-1, 0.25, 2])).toArray(); // → [-0.5, 0, 1.5]
 * ```
 */
export class Softshrink extends Shrinking {
  static override readonly name: string = "Softshrink";

  constructor(...rest: Positional<ShrinkOptions, ["lambd"]>) {
    super("Softshrink", { lambd: 0.5 }, rest);
  }

  forward(input: Tensor): Tensor {
    return softshrink(input, this.lambd);
  }
}

/**
 * x − tanh x. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Tanhshrink.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Tanhshrink } from "@bernoulli/nn";
 * new Tanhshrink()(tensor([-1, 0, 2])).toArray(); // → [-0.2384058, 0, 1.0359724]
 * ```
 */
export class Tanhshrink extends Module {
  static override readonly name: string = "Tanhshrink";
  forward(input: Tensor): Tensor {
    return tanhshrink(input);
  }
}
