// CrossMapLRN2d: Torch7's local response norm, which PyTorch has kept. Its windows are not those of LocalResponseNorm.

import {
  checkOptions,
  type Kinds,
  optionsOf,
  type Positional,
  ShapeError,
  type Tensor,
  tensor,
} from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { python, pythonFloat } from "../../print.js";
import { checkSize } from "../options.js";

export interface CrossMapLRNOptions {
  /** Default 1e-4. */
  readonly alpha?: number;
  /** Default 0.75. */
  readonly beta?: number;
  /** Default 1. */
  readonly k?: number;
}

const places = ["alpha", "beta", "k"] as const;
const kinds: Kinds<CrossMapLRNOptions> = { alpha: "number", beta: "number", k: "number" };

/**
 * Each element divided by (k + alpha/size · Σ x²) ^ beta, the sum over `size` channels around its own; as in PyTorch the first channel stays in
 * the sum of those behind it. Gradients are those of that function, where PyTorch's are of other windows.
 * Shape: (N, C, H, W) → the same. See https://pytorch.org/docs/stable/generated/torch.nn.CrossMapLRN2d.html.
 *
 * @throws ArgumentError unless the size is a positive integer; ShapeError, when called, for other dimensions.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { CrossMapLRN2d } from "@bernoulli/nn";
 * const norm = new CrossMapLRN2d(3, { alpha: 3, beta: 1 });
 * norm(ones(1, 2, 1, 1)).flatten().toArray(); // → [0.3333333, 0.3333333]
 * String(norm); // → "CrossMapLRN2d(3, alpha=3.0, beta=1.0, k=1)"
 * ```
 */
export class CrossMapLRN2d extends Module {
  static override readonly name: string = "CrossMapLRN2d";
  readonly size: number;
  readonly alpha: number;
  readonly beta: number;
  readonly k: number;

  constructor(size: number, ...rest: Positional<CrossMapLRNOptions, ["alpha", "beta", "k"]>) {
    super();
    const options = optionsOf<CrossMapLRNOptions>("CrossMapLRN2d", places, rest);
    checkOptions("CrossMapLRN2d", options, kinds);
    checkSize("CrossMapLRN2d", "size", size);
    this.size = size;
    this.alpha = options.alpha ?? 1e-4;
    this.beta = options.beta ?? 0.75;
    this.k = options.k ?? 1;
  }

  forward(input: Tensor): Tensor {
    if (input.ndim !== 4) throw new ShapeError(`CrossMapLRN2d: Expected input to be 4D, got ${input.ndim}D instead.`);
    const { size, alpha, beta, k } = this;
    const [count, channels] = input.shape as [number, number];
    const half = Math.trunc((size - 1) / 2 + 1);
    const isIn = (channel: number, other: number) =>
      other < channel + half && (other === 0 || other > channel - half) ? 1 : 0;
    const windows = Array.from({ length: channels }, (_, channel) =>
      Array.from({ length: channels }, (_, other) => isIn(channel, other)),
    );
    const { dtype, device } = input;
    const weights = tensor(windows.flat(), { dtype, device }).view(channels, channels);
    const sums = weights.matmul(input.mul(input).view(count, channels, -1)).view(input.shape);
    return sums
      .mul(alpha / size)
      .add(k)
      .pow(-beta)
      .mul(input);
  }

  override extraRepr(): string {
    const { size, alpha, beta, k } = this;
    return `${size}, alpha=${pythonFloat(alpha)}, beta=${pythonFloat(beta)}, k=${python(k)}`;
  }
}
