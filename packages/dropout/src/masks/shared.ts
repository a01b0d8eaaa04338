// Dropout whose mask is shared along dimensions: one draw decides for all elements that it is stretched over, as `noise_shape` has it in
// Keras and TensorFlow. PyTorch's Dropout2d and its kin, which share along what is behind the channels, are @bernoulli/nn's.

import type { DropoutFacts } from "@bernoulli/nn";
import { checkOptions, type Shape, ShapeError, type Tensor } from "@bernoulli/tensor";
import {
  checkInput,
  checkRate,
  checkTraining,
  DrawingModule,
  type DrawOptions,
  type DropOptions,
  factsAs,
  scaledNoise,
} from "../drawing.js";

export interface SharedDropoutOptions extends DropOptions {
  /** The probability that what a draw decides for is DROPPED. Default 0.5. */
  readonly p?: number;
  /** The mask's shape, broadcast over the input: 1 where all share a draw, null for the input's own size. */
  readonly noiseShape: readonly (number | null)[];
}

const kinds = { p: "number", noiseShape: "anything", training: "boolean", generator: "Generator" } as const;

/**
 * Dropout by a mask of `noiseShape`, scaled by 1/(1 − p). Shape: (*) → (*).
 * See https://keras.io/api/layers/regularization_layers/dropout/; Srivastava et al., JMLR 15 (2014).
 *
 * @throws ArgumentError if p is outside [0, 1]; ShapeError if the mask does not stretch over the input.
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { sharedDropout } from "@bernoulli/dropout";
 * manualSeed(2);
 * sharedDropout(ones(2, 3), { p: 0.5, noiseShape: [null, 1], training: true }).toArray(); // → [[0, 0, 0], [2, 2, 2]]
 * ```
 */
export function sharedDropout(input: Tensor, options: SharedDropoutOptions): Tensor {
  checkOptions("sharedDropout", options, kinds);
  const { p = 0.5, noiseShape, training, generator } = options;
  checkRate("sharedDropout", p);
  checkTraining("sharedDropout", training);
  checkInput("sharedDropout", input);
  const shape = shapeOf(noiseShape, input.shape);
  if (!training || p === 0) return input;
  return input.mul(scaledNoise({ op: "sharedDropout", shape, p, like: input, generator }));
}

function shapeOf(noiseShape: readonly (number | null)[], shape: Shape): Shape {
  const isFitting =
    Array.isArray(noiseShape) &&
    noiseShape.length === shape.length &&
    noiseShape.every((size, dim) => size === null || size === 1 || size === shape[dim]);
  if (!isFitting)
    throw new ShapeError(
      `sharedDropout: noiseShape must have a number for each dimension of the input of shape [${shape.join(", ")}], 1 or its size, or null for that, but got ${JSON.stringify(noiseShape)}`,
    );
  return noiseShape.map((size, dim) => size ?? shape[dim]!);
}

/**
 * {@link sharedDropout} as a layer. Shape: (*) → (*).
 * See https://keras.io/api/layers/regularization_layers/dropout/.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { SharedDropout } from "@bernoulli/dropout";
 * String(new SharedDropout(0.25, [null, 1, null])); // → "SharedDropout(p=0.25, noise_shape=(None, 1, None))"
 * ```
 */
export class SharedDropout extends DrawingModule {
  static override readonly name: string = "SharedDropout";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("own shape");
  p: number;
  readonly noiseShape: readonly (number | null)[];

  constructor(p: number, noiseShape: readonly (number | null)[], options: DrawOptions = {}) {
    checkOptions("SharedDropout", options, { generator: "Generator" });
    checkRate("SharedDropout", p);
    super(options);
    this.p = p;
    this.noiseShape = [...noiseShape];
  }

  forward(input: Tensor): Tensor {
    return sharedDropout(input, { p: this.p, noiseShape: this.noiseShape, ...this.drawing });
  }

  override extraRepr(): string {
    return `p=${this.p}, noise_shape=(${this.noiseShape.map((size) => size ?? "None").join(", ")})`;
  }
}
