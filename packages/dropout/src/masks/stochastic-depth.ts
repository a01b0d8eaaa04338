// Stochastic depth: a residual branch that is dropped whole, for a sample or for the batch; and the rates by which deeper branches are
// dropped more often. timm calls the one for samples DropPath.

import type { DropoutFacts } from "@bernoulli/nn";
import { ArgumentError, checkOptions, ShapeError, type Tensor } from "@bernoulli/tensor";
import {
  checkInput,
  checkRate,
  checkTraining,
  DrawingModule,
  type DrawOptions,
  type DropOptions,
  factsAs,
  keptNoise,
  scaledNoise,
} from "../drawing.js";

/** What one draw decides for: a sample, or the batch. */
export type StochasticDepthMode = "row" | "batch";

const kinds = { p: "number", mode: "anything", training: "boolean", generator: "Generator" } as const;

/**
 * Drops the whole input, or whole samples of it, with probability p, and divides the others by 1 − p. Shape: (N, *) → (N, *).
 * See https://docs.pytorch.org/vision/stable/generated/torchvision.ops.stochastic_depth.html; Huang et al., ECCV 2016.
 *
 * @throws ArgumentError if p is outside [0, 1] or the mode is none.
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { stochasticDepth } from "@bernoulli/dropout";
 * manualSeed(0);
 * stochasticDepth(ones(3, 2), { p: 0.5, mode: "row", training: true }).toArray(); // → [[0, 0], [0, 0], [2, 2]]
 * ```
 */
export function stochasticDepth(
  input: Tensor,
  options: DropOptions & { readonly p: number; readonly mode: StochasticDepthMode },
): Tensor {
  checkOptions("stochasticDepth", options, kinds);
  const { p, mode, training, generator } = options;
  checkRate("stochasticDepth", p);
  checkMode("stochasticDepth", mode);
  checkTraining("stochasticDepth", training);
  checkInput("stochasticDepth", input);
  if (!training || p === 0) return input;
  const shape = noiseShape("stochasticDepth", input, mode);
  return input.mul(scaledNoise({ op: "stochasticDepth", shape, p, like: input, generator }));
}

/**
 * Drops whole samples with probability p; where `scaleByKeep`, the others are divided by 1 − p. Shape: (N, *) → (N, *).
 * See https://timm.fast.ai/; Larsson et al., ICLR 2017.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { dropPath } from "@bernoulli/dropout";
 * manualSeed(0);
 * dropPath(ones(3, 1), { p: 0.5, scaleByKeep: false, training: true }).toArray(); // → [[0], [0], [1]]
 * ```
 */
export function dropPath(
  input: Tensor,
  options: DropOptions & { readonly p: number; readonly scaleByKeep?: boolean },
): Tensor {
  checkOptions("dropPath", options, { ...kinds, scaleByKeep: "boolean" });
  const { p, scaleByKeep = true, training, generator } = options;
  checkRate("dropPath", p);
  checkTraining("dropPath", training);
  checkInput("dropPath", input);
  if (!training || p === 0) return input;
  const noise = scaleByKeep ? scaledNoise : keptNoise;
  return input.mul(noise({ op: "dropPath", shape: noiseShape("dropPath", input, "row"), p, like: input, generator }));
}

function noiseShape(op: string, input: Tensor, mode: StochasticDepthMode): number[] {
  if (mode === "row" && input.ndim === 0)
    throw new ShapeError(`${op}: expected an input with a dimension of samples, but got a 0-d tensor`);
  return input.shape.map((size, dim) => (mode === "row" && dim === 0 ? size : 1));
}

function checkMode(op: string, mode: StochasticDepthMode): void {
  if (mode !== "row" && mode !== "batch")
    throw new ArgumentError(`${op}: mode has to be either 'batch' or 'row', but got ${String(mode)}`);
}

/**
 * The rates of `count` branches, one behind the other: from 0, or `first`, in equal steps to p for the last.
 * See Huang et al., ECCV 2016, §3: the linear decay of survival.
 *
 * @throws ArgumentError if a rate is outside [0, 1], or count is no whole number of 0 or more.
 * @example
 * ```ts
 * import { depthRates } from "@bernoulli/dropout";
 * depthRates(0.5, 3); // → [0, 0.25, 0.5]
 * ```
 */
export function depthRates(p: number, count: number, first = 0): number[] {
  checkRate("depthRates", p);
  checkRate("depthRates", first, "first");
  if (!Number.isSafeInteger(count) || count < 0)
    throw new ArgumentError(`depthRates: count must be a whole number of 0 or more, but got ${String(count)}`);
  // The last is p itself, to the bit.
  const rate = (at: number) => (at === count - 1 ? p : first + ((p - first) * at) / (count - 1));
  return Array.from({ length: count }, (_, at) => (count === 1 ? first : rate(at)));
}

/**
 * {@link stochasticDepth} as a layer, for the end of a residual branch. Shape: (N, *) → (N, *).
 * See https://docs.pytorch.org/vision/stable/generated/torchvision.ops.StochasticDepth.html.
 *
 * @throws ArgumentError if p is outside [0, 1] or the mode is none.
 * @example
 * ```ts
 * import { StochasticDepth } from "@bernoulli/dropout";
 * String(new StochasticDepth(0.2, "row")); // → "StochasticDepth(p=0.2, mode=row)"
 * ```
 */
export class StochasticDepth extends DrawingModule {
  static override readonly name: string = "StochasticDepth";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("sample");
  p: number;
  readonly mode: StochasticDepthMode;

  constructor(p: number, mode: StochasticDepthMode, options: DrawOptions = {}) {
    checkOptions("StochasticDepth", options, { generator: "Generator" });
    checkRate("StochasticDepth", p);
    checkMode("StochasticDepth", mode);
    super(options);
    this.p = p;
    this.mode = mode;
  }

  forward(input: Tensor): Tensor {
    return stochasticDepth(input, { p: this.p, mode: this.mode, ...this.drawing });
  }

  override extraRepr(): string {
    return `p=${this.p}, mode=${this.mode}`;
  }
}

/**
 * {@link dropPath} as a layer. Shape: (N, *) → (N, *).
 * See https://timm.fast.ai/.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { DropPath } from "@bernoulli/dropout";
 * String(new DropPath(0.1)); // → "DropPath(drop_prob=0.100)"
 * ```
 */
export class DropPath extends DrawingModule {
  static override readonly name: string = "DropPath";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("sample");
  p: number;
  readonly scaleByKeep: boolean;

  constructor(p = 0, options: DrawOptions & { readonly scaleByKeep?: boolean } = {}) {
    checkOptions("DropPath", options, { scaleByKeep: "boolean", generator: "Generator" });
    checkRate("DropPath", p);
    super(options);
    this.p = p;
    this.scaleByKeep = options.scaleByKeep ?? true;
  }

  forward(input: Tensor): Tensor {
    return dropPath(input, { p: this.p, scaleByKeep: this.scaleByKeep, ...this.drawing });
  }

  override extraRepr(): string {
    return `drop_prob=${this.p.toFixed(3)}`;
  }
}
