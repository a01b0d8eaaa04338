// DropBlock: squares, or cubes, of neighbouring elements that are dropped together, since what stands beside a dropped pixel says what it said.

import type { DropoutFacts } from "@bernoulli/nn";
import { ArgumentError, checkOptions, pad, type Tensor } from "@bernoulli/tensor";
import {
  checkDims,
  checkRate,
  checkTraining,
  DrawingModule,
  type DrawOptions,
  type DropOptions,
  droppedMask,
  factsAs,
} from "../drawing.js";

export interface DropBlockOptions {
  /** The share of elements that is to be DROPPED, in [0, 1]; blocks that overlap make it a little less. */
  readonly p: number;
  /** A block's side in elements, odd; the input's shortest side where that is less. */
  readonly blockSize: number;
  /** What the count of kept elements is raised by, as it is divided by. Default 1e-6. */
  readonly eps?: number;
}

const kinds = {
  p: "number",
  blockSize: "number",
  eps: "number",
  training: "boolean",
  generator: "Generator",
} as const;

/**
 * Drops squares of blockSize × blockSize, and scales what is left so that the mask's mean over the batch is 1. Shape: (N, C, H, W) → the same.
 * See https://docs.pytorch.org/vision/stable/generated/torchvision.ops.drop_block2d.html; Ghiasi et al., NeurIPS 2018.
 *
 * @throws ArgumentError if p is outside [0, 1] or the block's side is even; ShapeError if the input has not four dimensions.
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { dropBlock2d } from "@bernoulli/dropout";
 * manualSeed(0);
 * const output = dropBlock2d(ones(1, 1, 9, 9), { p: 0.2, blockSize: 3, training: true });
 * output.mean().item().toFixed(4); // → "1.0000"
 * ```
 */
export function dropBlock2d(input: Tensor, options: DropBlockOptions & DropOptions): Tensor {
  checkDims("dropBlock2d", input, [4], "(N, C, H, W)");
  return dropBlock("dropBlock2d", input, options);
}

/**
 * Drops cubes of blockSize³ elements. Shape: (N, C, D, H, W) → the same.
 * See https://docs.pytorch.org/vision/stable/generated/torchvision.ops.drop_block3d.html.
 *
 * @throws ArgumentError if p is outside [0, 1] or the block's side is even; ShapeError if the input has not five dimensions.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { dropBlock3d } from "@bernoulli/dropout";
 * dropBlock3d(ones(1, 1, 2, 2, 2), { p: 0.5, blockSize: 3, training: false }).sum().item(); // → 8
 * ```
 */
export function dropBlock3d(input: Tensor, options: DropBlockOptions & DropOptions): Tensor {
  checkDims("dropBlock3d", input, [5], "(N, C, D, H, W)");
  return dropBlock("dropBlock3d", input, options);
}

function dropBlock(op: string, input: Tensor, options: DropBlockOptions & DropOptions): Tensor {
  checkOptions(op, options, kinds);
  const { p, blockSize, eps = 1e-6, training, generator } = options;
  checkRate(op, p);
  checkBlock(op, blockSize);
  checkTraining(op, training);
  if (!training || p === 0) return input;
  const [batch, channels, ...sides] = input.shape as readonly [number, number, ...number[]];
  const side = Math.min(blockSize, ...sides);
  if (side % 2 === 0)
    throw new ArgumentError(
      `${op}: block size should be odd. Got ${side} which is even${side === blockSize ? "" : `: the input of shape [${input.shape.join(", ")}] has no more`}.`,
    );
  const centres = sides.map((size) => size - side + 1);
  const product = (sizes: readonly number[]) => sizes.reduce((all, size) => all * size, 1);
  const gamma = (p * product(sides)) / (side ** sides.length * product(centres));
  const centre = droppedMask({ op, shape: [batch, channels, ...centres], p: gamma, like: input, generator });
  const isKept = blocksAround(centre, side).logicalNot();
  // PyTorch's order: the count and eps, in the input's precision.
  const scale = isKept.sum().to(input.dtype).add(eps).reciprocal().mul(isKept.numel());
  return input.mul(isKept.to(input.dtype)).mul(scale);
}

/** (N, C, …sizes) of centres → (N, C, …sizes + side − 1): whether an element lies in the block of one, a window of `side` over each dimension in turn. */
function blocksAround(centre: Tensor, side: number): Tensor {
  const sizes = centre.ndim - 2;
  let blocks = pad(
    centre,
    Array.from({ length: 2 * sizes }, () => side - 1),
  );
  for (let dim = 2; dim < centre.ndim; dim++) {
    // Windows of 2, 4, 8 …, and two of these that overlap.
    const widen = (by: number) => {
      const size = blocks.size(dim) - by;
      blocks = blocks.narrow(dim, 0, size).logicalOr(blocks.narrow(dim, by, size));
    };
    let width = 1;
    for (; 2 * width <= side; width *= 2) widen(width);
    if (width < side) widen(side - width);
  }
  return blocks;
}

function checkBlock(op: string, blockSize: number): void {
  if (!Number.isSafeInteger(blockSize) || blockSize < 1)
    throw new ArgumentError(`${op}: blockSize must be a whole number of 1 or more, but got ${String(blockSize)}`);
}

/** What both layers are. */
abstract class DropBlock extends DrawingModule {
  p: number;
  readonly blockSize: number;
  readonly eps: number;

  constructor(op: string, p: number, blockSize: number, options: DrawOptions & { readonly eps?: number }) {
    checkOptions(op, options, { eps: "number", generator: "Generator" });
    checkRate(op, p);
    checkBlock(op, blockSize);
    super(options);
    this.p = p;
    this.blockSize = blockSize;
    this.eps = options.eps ?? 1e-6;
  }

  protected get settings() {
    const { p, blockSize, eps } = this;
    return { p, blockSize, eps, ...this.drawing };
  }

  override extraRepr(): string {
    return `p=${this.p}, block_size=${this.blockSize}`;
  }
}

/**
 * {@link dropBlock2d} as a layer. Shape: (N, C, H, W) → the same.
 * See https://docs.pytorch.org/vision/stable/generated/torchvision.ops.DropBlock2d.html.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { DropBlock2d } from "@bernoulli/dropout";
 * String(new DropBlock2d(0.1, 7)); // → "DropBlock2d(p=0.1, block_size=7)"
 * ```
 */
export class DropBlock2d extends DropBlock {
  static override readonly name: string = "DropBlock2d";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("block", { scale: null, keeps: [], variance: null });

  constructor(p: number, blockSize: number, options: DrawOptions & { readonly eps?: number } = {}) {
    super("DropBlock2d", p, blockSize, options);
  }

  forward(input: Tensor): Tensor {
    return dropBlock2d(input, this.settings);
  }
}

/**
 * {@link dropBlock3d} as a layer. Shape: (N, C, D, H, W) → the same.
 * See https://docs.pytorch.org/vision/stable/generated/torchvision.ops.DropBlock3d.html.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { DropBlock3d } from "@bernoulli/dropout";
 * String(new DropBlock3d(0.1, 3)); // → "DropBlock3d(p=0.1, block_size=3)"
 * ```
 */
export class DropBlock3d extends DropBlock {
  static override readonly name: string = "DropBlock3d";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("block", { scale: null, keeps: [], variance: null });

  constructor(p: number, blockSize: number, options: DrawOptions & { readonly eps?: number } = {}) {
    super("DropBlock3d", p, blockSize, options);
  }

  forward(input: Tensor): Tensor {
    return dropBlock3d(input, this.settings);
  }
}
