// Padding layers: borders of zeros, of one value, mirrored, of the edge, or of the other side.

import { ArgumentError, checkArgument, describeAll, type PadMode, pad, type Tensor } from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { python } from "../../print.js";

/** One width for all sides, or [left, right], then [top, bottom], then [front, back]; what is negative is cut off. */
export type Border = number | readonly number[];

/** What they all share. */
abstract class PadLayer extends Module {
  readonly padding: readonly number[];
  private readonly mode: PadMode;

  constructor(owner: string, mode: PadMode, dims: 1 | 2 | 3, padding: Border) {
    super();
    const sides = typeof padding === "number" ? Array.from({ length: 2 * dims }, () => padding) : padding;
    if (!Array.isArray(sides) || sides.length !== 2 * dims || !sides.every(Number.isSafeInteger))
      throw new ArgumentError(
        `${owner}: padding must be an integer or ${2 * dims} of them, but got ${describeAll(padding)}`,
      );
    this.padding = sides;
    this.mode = mode;
  }

  forward(input: Tensor): Tensor {
    return pad(input, this.padding, { mode: this.mode });
  }

  override extraRepr(): string {
    return python(this.padding);
  }
}

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
 * A border of one value; `padding` is one width for all sides, or [left, right, top, bottom, front, back]. Shape: (*, D, H, W) → (*, front + D + back, top + H + bottom, left + W + right).
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
 * A border of zeros; `padding` is one width for all sides, or [left, right, top, bottom, front, back]. Shape: (*, D, H, W) → (*, front + D + back, top + H + bottom, left + W + right).
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

/**
 * A border that mirrors the input at its edge, without repeating the edge; `padding` is one width for all sides, or [left, right]. Shape: (*, W) → (*, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ReflectionPad1d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ReflectionPad1d } from "@bernoulli/nn";
 * new ReflectionPad1d(1)(ones(1, 1, 3)).shape; // → [1, 1, 5]
 * ```
 */
export class ReflectionPad1d extends PadLayer {
  static override readonly name: string = "ReflectionPad1d";

  constructor(padding: Border) {
    super("ReflectionPad1d", "reflect", 1, padding);
  }
}

/**
 * A border that mirrors the input at its edge, without repeating the edge; `padding` is one width for all sides, or [left, right, top, bottom]. Shape: (*, H, W) → (*, top + H + bottom, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ReflectionPad2d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ReflectionPad2d } from "@bernoulli/nn";
 * new ReflectionPad2d(1)(ones(1, 1, 3, 3)).shape; // → [1, 1, 5, 5]
 * ```
 */
export class ReflectionPad2d extends PadLayer {
  static override readonly name: string = "ReflectionPad2d";

  constructor(padding: Border) {
    super("ReflectionPad2d", "reflect", 2, padding);
  }
}

/**
 * A border that mirrors the input at its edge, without repeating the edge; `padding` is one width for all sides, or [left, right, top, bottom, front, back]. Shape: (*, D, H, W) → (*, front + D + back, top + H + bottom, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ReflectionPad3d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ReflectionPad3d } from "@bernoulli/nn";
 * new ReflectionPad3d(1)(ones(1, 1, 3, 3, 3)).shape; // → [1, 1, 5, 5, 5]
 * ```
 */
export class ReflectionPad3d extends PadLayer {
  static override readonly name: string = "ReflectionPad3d";

  constructor(padding: Border) {
    super("ReflectionPad3d", "reflect", 3, padding);
  }
}

/**
 * A border that repeats the edge; `padding` is one width for all sides, or [left, right]. Shape: (*, W) → (*, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ReplicationPad1d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ReplicationPad1d } from "@bernoulli/nn";
 * new ReplicationPad1d(1)(ones(1, 1, 3)).shape; // → [1, 1, 5]
 * ```
 */
export class ReplicationPad1d extends PadLayer {
  static override readonly name: string = "ReplicationPad1d";

  constructor(padding: Border) {
    super("ReplicationPad1d", "replicate", 1, padding);
  }
}

/**
 * A border that repeats the edge; `padding` is one width for all sides, or [left, right, top, bottom]. Shape: (*, H, W) → (*, top + H + bottom, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ReplicationPad2d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ReplicationPad2d } from "@bernoulli/nn";
 * new ReplicationPad2d(1)(ones(1, 1, 3, 3)).shape; // → [1, 1, 5, 5]
 * ```
 */
export class ReplicationPad2d extends PadLayer {
  static override readonly name: string = "ReplicationPad2d";

  constructor(padding: Border) {
    super("ReplicationPad2d", "replicate", 2, padding);
  }
}

/**
 * A border that repeats the edge; `padding` is one width for all sides, or [left, right, top, bottom, front, back]. Shape: (*, D, H, W) → (*, front + D + back, top + H + bottom, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.ReplicationPad3d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { ReplicationPad3d } from "@bernoulli/nn";
 * new ReplicationPad3d(1)(ones(1, 1, 3, 3, 3)).shape; // → [1, 1, 5, 5, 5]
 * ```
 */
export class ReplicationPad3d extends PadLayer {
  static override readonly name: string = "ReplicationPad3d";

  constructor(padding: Border) {
    super("ReplicationPad3d", "replicate", 3, padding);
  }
}

/**
 * A border that goes on at the input's other side; `padding` is one width for all sides, or [left, right]. Shape: (*, W) → (*, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.CircularPad1d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { CircularPad1d } from "@bernoulli/nn";
 * new CircularPad1d(1)(ones(1, 1, 3)).shape; // → [1, 1, 5]
 * ```
 */
export class CircularPad1d extends PadLayer {
  static override readonly name: string = "CircularPad1d";

  constructor(padding: Border) {
    super("CircularPad1d", "circular", 1, padding);
  }
}

/**
 * A border that goes on at the input's other side; `padding` is one width for all sides, or [left, right, top, bottom]. Shape: (*, H, W) → (*, top + H + bottom, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.CircularPad2d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { CircularPad2d } from "@bernoulli/nn";
 * new CircularPad2d(1)(ones(1, 1, 3, 3)).shape; // → [1, 1, 5, 5]
 * ```
 */
export class CircularPad2d extends PadLayer {
  static override readonly name: string = "CircularPad2d";

  constructor(padding: Border) {
    super("CircularPad2d", "circular", 2, padding);
  }
}

/**
 * A border that goes on at the input's other side; `padding` is one width for all sides, or [left, right, top, bottom, front, back]. Shape: (*, D, H, W) → (*, front + D + back, top + H + bottom, left + W + right).
 * See https://pytorch.org/docs/stable/generated/torch.nn.CircularPad3d.html.
 *
 * @throws ArgumentError for widths that are no integers, or not as many; ShapeError, when called, for one that does not fit.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { CircularPad3d } from "@bernoulli/nn";
 * new CircularPad3d(1)(ones(1, 1, 3, 3, 3)).shape; // → [1, 1, 5, 5, 5]
 * ```
 */
export class CircularPad3d extends PadLayer {
  static override readonly name: string = "CircularPad3d";

  constructor(padding: Border) {
    super("CircularPad3d", "circular", 3, padding);
  }
}
