// Noise that is drawn from normal distributions: GaussianDropout multiplies by it, GaussianNoise adds it.

import type { DropoutFacts } from "@bernoulli/nn";
import { ArgumentError, checkOptions, type Tensor } from "@bernoulli/tensor";
import {
  checkInput,
  checkRateBelowOne,
  checkTraining,
  DrawingModule,
  type DrawOptions,
  type DropOptions,
  noiseFacts,
  normalNoise,
} from "../drawing.js";

const kinds = { p: "number", std: "number", training: "boolean", generator: "Generator" } as const;

/**
 * Multiplies by noise of mean 1 and variance p/(1 − p), which is that of dropout's scaled mask. Shape: (*) → (*).
 * See https://keras.io/api/layers/regularization_layers/gaussian_dropout/; Srivastava et al., JMLR 15 (2014), §10.
 *
 * @throws ArgumentError if p is outside [0, 1).
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { gaussianDropout } from "@bernoulli/dropout";
 * manualSeed(0);
 * const noise = gaussianDropout(ones(100_000), { p: 0.2, training: true });
 * noise.mean().item().toFixed(2); // → "1.00"
 * noise.var().item().toFixed(2); // → "0.25"
 * ```
 */
export function gaussianDropout(input: Tensor, options: DropOptions & { readonly p?: number }): Tensor {
  checkOptions("gaussianDropout", options, kinds);
  const { p = 0.5, training, generator } = options;
  checkRateBelowOne("gaussianDropout", p);
  checkTraining("gaussianDropout", training);
  checkInput("gaussianDropout", input);
  if (!training || p === 0) return input;
  const noise = normalNoise({ op: "gaussianDropout", like: input, generator });
  return input.mul(noise.mul(Math.sqrt(p / (1 - p))).add(1));
}

/**
 * Adds noise of mean 0 and standard deviation `std`. Shape: (*) → (*).
 * See https://keras.io/api/layers/regularization_layers/gaussian_noise/.
 *
 * @throws ArgumentError if std is negative or no number.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * import { gaussianNoise } from "@bernoulli/dropout";
 * gaussianNoise(zeros(1000), { std: 0.5, training: true }).std().item().toFixed(1); // → "0.5"
 * ```
 */
export function gaussianNoise(input: Tensor, options: DropOptions & { readonly std: number }): Tensor {
  checkOptions("gaussianNoise", options, kinds);
  const { std, training, generator } = options;
  checkStd("gaussianNoise", std);
  checkTraining("gaussianNoise", training);
  checkInput("gaussianNoise", input);
  if (!training || std === 0) return input;
  return input.add(normalNoise({ op: "gaussianNoise", like: input, generator }).mul(std));
}

function checkStd(op: string, std: number): void {
  if (!(Number.isFinite(std) && std >= 0))
    throw new ArgumentError(`${op}: std must be a finite number of 0 or more, but got ${String(std)}`);
}

/**
 * {@link gaussianDropout} as a layer. Shape: (*) → (*).
 * See https://keras.io/api/layers/regularization_layers/gaussian_dropout/.
 *
 * @throws ArgumentError if p is outside [0, 1).
 * @example
 * ```ts
 * import { GaussianDropout } from "@bernoulli/dropout";
 * String(new GaussianDropout(0.5)); // → "GaussianDropout(p=0.5)"
 * ```
 */
export class GaussianDropout extends DrawingModule {
  static override readonly name: string = "GaussianDropout";
  static readonly facts: DropoutFacts = /* @__PURE__ */ noiseFacts("element", { variance: (p) => p / (1 - p) });
  p: number;

  constructor(p = 0.5, options: DrawOptions = {}) {
    checkOptions("GaussianDropout", options, { generator: "Generator" });
    checkRateBelowOne("GaussianDropout", p);
    super(options);
    this.p = p;
  }

  forward(input: Tensor): Tensor {
    return gaussianDropout(input, { p: this.p, ...this.drawing });
  }

  override extraRepr(): string {
    return `p=${this.p}`;
  }
}

/**
 * {@link gaussianNoise} as a layer. Shape: (*) → (*).
 * See https://keras.io/api/layers/regularization_layers/gaussian_noise/.
 *
 * @throws ArgumentError if std is negative or no number.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { GaussianNoise } from "@bernoulli/dropout";
 * new GaussianNoise(0.1).eval()(ones(2)).toArray(); // → [1, 1]
 * ```
 */
export class GaussianNoise extends DrawingModule {
  static override readonly name: string = "GaussianNoise";
  static readonly facts: DropoutFacts = /* @__PURE__ */ noiseFacts("element", {
    variance: (std) => std * std,
    place: "input",
  });
  std: number;

  constructor(std: number, options: DrawOptions = {}) {
    checkOptions("GaussianNoise", options, { generator: "Generator" });
    checkStd("GaussianNoise", std);
    super(options);
    this.std = std;
  }

  forward(input: Tensor): Tensor {
    return gaussianNoise(input, { std: this.std, ...this.drawing });
  }

  override extraRepr(): string {
    return `std=${this.std}`;
  }
}
