// Padding layers whose borders are one value, or zeros. Those that take borders from the input are borders.ts's.

import { checkArgument, pad, type Tensor } from "@bernoulli/tensor";
import { python } from "../../print.js";
import { type Border, PadLayer } from "./pad-layer.js";

/** Those of one value. */
abstract class ConstantPad extends PadLayer {
  readonly value: number | boolean;

  constructor(owner: string, dims: 1 | 2 | 3, padding: Border, value: number | boolean) {
    super(owner, "constant", dims, padding);
    if (typeof value !== "boolean") checkArgument(owner, "value", value, "number");
    this.value = value;
  }

  override forward(input: Tensor): Tensor {
    return pad(input, this.padding, { value: this.value });
  }

  override extraRepr(): string {
    return `padding=${python(this.padding)}, value=${python(this.value)}`;
  }
}

/**
 * A border of one value; `padding` is one width for all sides, or [left, right]. Shape: (*, W) → (*, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ConstantPad1d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ConstantPad1d } from "@bernoulli/nn";
 * new ConstantPad1d(1, 0)(ones(1, 1, 3)).shape; // → [1, 1, 5]
 * ```
 */
export class ConstantPad1d extends ConstantPad {
  static override readonly name: string = "ConstantPad1d";

  constructor(padding: Border, value: number | boolean) {
    super("ConstantPad1d", 1, padding, value);
  }
}

/**
 * A border of one value; `padding` is one width for all sides, or [left, right, top, bottom]. Shape: (*, H, W) → (*, top + H + bottom, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ConstantPad2d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ConstantPad2d } from "@bernoulli/nn";
 * new ConstantPad2d(1, 0)(ones(1, 1, 3, 3)).shape; // → [1, 1, 5, 5]
 * ```
 */
export class ConstantPad2d extends ConstantPad {
  static override readonly name: string = "ConstantPad2d";

  constructor(padding: Border, value: number | boolean) {
    super("ConstantPad2d", 2, padding, value);
  }
}

/**
 * A border of one value; `padding` is one width for all sides, or [left, right, top, bottom, front, back].
 * Shape: (*, D, H, W) → (*, front + D + back, top + H + bottom, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ConstantPad3d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ConstantPad3d } from "@bernoulli/nn";
 * new ConstantPad3d(1, 0)(ones(1, 1, 3, 3, 3)).shape; // → [1, 1, 5, 5, 5]
 * ```
 */
export class ConstantPad3d extends ConstantPad {
  static override readonly name: string = "ConstantPad3d";

  constructor(padding: Border, value: number | boolean) {
    super("ConstantPad3d", 3, padding, value);
  }
}

/**
 * A border of zeros; `padding` is one width for all sides, or [left, right]. Shape: (*, W) → (*, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ZeroPad1d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ZeroPad1d } from "@bernoulli/nn";
 * new ZeroPad1d(1)(ones(1, 1, 3)).shape; // → [1, 1, 5]
 * ```
 */
export class ZeroPad1d extends PadLayer {
  static override readonly name: string = "ZeroPad1d";

  constructor(padding: Border) {
    super("ZeroPad1d", "constant", 1, padding);
  }
}

/**
 * A border of zeros; `padding` is one width for all sides, or [left, right, top, bottom]. Shape: (*, H, W) → (*, top + H + bottom, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ZeroPad2d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ZeroPad2d } from "@bernoulli/nn";
 * new ZeroPad2d(1)(ones(1, 1, 3, 3)).shape; // → [1, 1, 5, 5]
 * ```
 */
export class ZeroPad2d extends PadLayer {
  static override readonly name: string = "ZeroPad2d";

  constructor(padding: Border) {
    super("ZeroPad2d", "constant", 2, padding);
  }
}

/**
 * A border of zeros; `padding` is one width for all sides, or [left, right, top, bottom, front, back].
 * Shape: (*, D, H, W) → (*, front + D + back, top + H + bottom, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ZeroPad3d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ZeroPad3d } from "@bernoulli/nn";
 * new ZeroPad3d(1)(ones(1, 1, 3, 3, 3)).shape; // → [1, 1, 5, 5, 5]
 * ```
 */
export class ZeroPad3d extends PadLayer {
  static override readonly name: string = "ZeroPad3d";

  constructor(padding: Border) {
    super("ZeroPad3d", "constant", 3, padding);
  }
}
