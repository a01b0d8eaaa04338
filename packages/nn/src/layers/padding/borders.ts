// Padding layers whose borders are taken from the input: mirrored, of the edge, or of the other side. Those of one value are constant.ts's.

import { type Border, PadLayer } from "./pad-layer.js";

/**
 * A border that mirrors the input at its edge, without repeating the edge; `padding` is one width for all sides, or [left, right].
 * Shape: (*, W) → (*, left + W + right).
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
 * A border that mirrors the input at its edge, without repeating the edge; `padding` is one width for all sides, or [left, right, top,
 * bottom].
 * Shape: (*, H, W) → (*, top + H + bottom, left + W + right).
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
 * A border that mirrors the input at its edge, without repeating the edge; `padding` is one width for all sides, or [left, right, top,
 * bottom, front, back].
 * Shape: (*, D, H, W) → (*, front + D + back, top + H + bottom, left + W + right).
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
 * A border that repeats the edge; `padding` is one width for all sides, or [left, right, top, bottom].
 * Shape: (*, H, W) → (*, top + H + bottom, left + W + right).
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
 * A border that repeats the edge; `padding` is one width for all sides, or [left, right, top, bottom, front, back].
 * Shape: (*, D, H, W) → (*, front + D + back, top + H + bottom, left + W + right).
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
 * A border that goes on at the input's other side; `padding` is one width for all sides, or [left, right, top, bottom].
 * Shape: (*, H, W) → (*, top + H + bottom, left + W + right).
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
 * A border that goes on at the input's other side; `padding` is one width for all sides, or [left, right, top, bottom, front, back].
 * Shape: (*, D, H, W) → (*, front + D + back, top + H + bottom, left + W + right).
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
