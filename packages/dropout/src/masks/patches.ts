// What is dropped of pictures before they enter a net: patches of a vision transformer (PatchDropout), squares of the pixels (cutout).

import type { DropoutFacts } from "@bernoulli/nn";
import {
  ArgumentError,
  arange,
  argsort,
  cat,
  checkOptions,
  gather,
  noiseFrom,
  randint,
  randn,
  type Tensor,
  zeros,
} from "@bernoulli/tensor";
import {
  checkDims,
  checkRateBelowOne,
  checkTraining,
  DrawingModule,
  type DrawOptions,
  type DropOptions,
  drawsOf,
  factsAs,
  unscaled,
} from "../drawing.js";

export interface PatchDropoutOptions {
  /** How many tokens at the front are always kept. Default 1: the class token. */
  readonly numPrefixTokens?: number;
  /** Whether what is kept stays in its order. Default false. */
  readonly ordered?: boolean;
}

const patchKinds = {
  p: "number",
  numPrefixTokens: "number",
  ordered: "boolean",
  training: "boolean",
  generator: "Generator",
} as const;

/**
 * Keeps, for each sample, max(1, ⌊L(1 − p)⌋ ) of the L tokens behind the prefix: others than in dropout, there are fewer behind it.
 * Shape: (N, prefix + L, *) → (N, prefix + kept, *).
 * See https://timm.fast.ai/; Liu et al., WACV 2023 (https://arxiv.org/abs/2208.07220).
 *
 * @throws ArgumentError if p is outside [0, 1).
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { patchDropout } from "@bernoulli/dropout";
 * patchDropout(ones(2, 17, 8), { p: 0.75, training: true }).shape; // → [2, 5, 8]
 * ```
 */
export function patchDropout(
  input: Tensor,
  options: PatchDropoutOptions & DropOptions & { readonly p: number },
): Tensor {
  checkOptions("patchDropout", options, patchKinds);
  const { p, numPrefixTokens = 1, ordered = false, training, generator } = options;
  checkRateBelowOne("patchDropout", p);
  checkPrefix("patchDropout", numPrefixTokens);
  checkTraining("patchDropout", training);
  checkDims("patchDropout", input, [2, 3, 4, 5], "(N, L, *)");
  if (!training || p === 0) return input;
  const [batch, length] = input.shape as [number, number];
  const count = length - numPrefixTokens;
  if (count < 1)
    throw new ArgumentError(
      `patchDropout: no tokens to choose from: the input of shape [${input.shape.join(", ")}] has ${length}, and ${numPrefixTokens} are kept`,
    );
  const kept = Math.max(1, Math.trunc(count * (1 - p)));
  const drawn = { ...drawsOf(generator), device: input.device };
  const chosenOf = (noise: Tensor) => argsort(noise).narrow(1, 0, kept);
  const order = chosenOf(
    noiseFrom(
      {
        ...{ op: "patchDropout", shape: [batch, count], dtype: "float32", device: input.device },
        distribution: { name: "normal" },
        kept: (noise) => zeros(batch, count, { device: noise.device }).scatter(1, chosenOf(noise), 1).ne(0),
      },
      () => randn([batch, count], drawn),
    ),
  );
  const chosen = ordered ? order.sort().values : order;
  const behind = input.shape.slice(2);
  const index = chosen.reshape(batch, kept, ...behind.map(() => 1)).expand(batch, kept, ...behind);
  const tokens = gather(input.narrow(1, numPrefixTokens, count), 1, index);
  return numPrefixTokens === 0 ? tokens : cat([input.narrow(1, 0, numPrefixTokens), tokens], 1);
}

function checkPrefix(op: string, numPrefixTokens: number): void {
  if (!Number.isSafeInteger(numPrefixTokens) || numPrefixTokens < 0)
    throw new ArgumentError(
      `${op}: numPrefixTokens must be a whole number of 0 or more, but got ${String(numPrefixTokens)}`,
    );
}

export interface CutoutOptions {
  /** How many squares are cut out of a picture. Default 1. */
  readonly holes?: number;
  /** A square's side in pixels. */
  readonly length: number;
}

/**
 * Sets squares of each picture to zero, around pixels that are drawn anew for each, cut off at the borders; nothing is scaled.
 * Shape: (N, C, H, W) → the same.
 * See DeVries and Taylor, https://arxiv.org/abs/1708.04552.
 *
 * @throws ArgumentError if holes or length is no whole number of 0 or more; ShapeError if the input has not four dimensions.
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { cutout } from "@bernoulli/dropout";
 * manualSeed(1);
 * cutout(ones(1, 1, 4, 4), { length: 2, training: true }).sum().item(); // → 12
 * ```
 */
export function cutout(input: Tensor, options: CutoutOptions & DropOptions): Tensor {
  checkOptions("cutout", options, { holes: "number", length: "number", training: "boolean", generator: "Generator" });
  const { holes = 1, length, training, generator } = options;
  checkCut("cutout", { holes, length });
  checkTraining("cutout", training);
  checkDims("cutout", input, [4], "(N, C, H, W)");
  if (!training || holes === 0 || length === 0 || input.numel() === 0) return input;
  const [batch, , height, width] = input.shape as [number, number, number, number];
  const drawn = { ...drawsOf(generator), device: input.device };
  const centres = (size: number, kept?: (places: Tensor) => Tensor) =>
    noiseFrom(
      {
        ...{ op: "cutout", shape: [batch, holes], dtype: "int32", device: input.device },
        distribution: { name: "integers", from: 0, to: size },
        ...(kept === undefined ? {} : { kept }),
      },
      () => randint(0, size, [batch, holes], drawn),
    );
  const rows = isCut(centres(height), height, length);
  const holedBy = (places: Tensor) =>
    rows
      .unsqueeze(-1)
      .logicalAnd(isCut(places, width, length).unsqueeze(-2))
      .any(1);
  const holed = holedBy(centres(width, (places) => holedBy(places).logicalNot()));
  return input.maskedFill(holed.unsqueeze(1), 0);
}

/** (N, holes) → (N, holes, size): whether each place lies in the stretch around a centre. */
function isCut(centre: Tensor, size: number, length: number): Tensor {
  const half = Math.trunc(length / 2);
  const from = centre.sub(half).unsqueeze(-1);
  const at = arange(size, { device: centre.device, dtype: "int32" });
  return at.ge(from).logicalAnd(at.lt(centre.add(half).unsqueeze(-1)));
}

function checkCut(op: string, counts: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(counts))
    if (!Number.isSafeInteger(value) || value < 0)
      throw new ArgumentError(`${op}: ${name} must be a whole number of 0 or more, but got ${String(value)}`);
}

/**
 * {@link patchDropout} as a layer. Shape: (N, prefix + L, *) → (N, prefix + kept, *).
 * See https://timm.fast.ai/.
 *
 * @throws ArgumentError if p is outside [0, 1).
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { PatchDropout } from "@bernoulli/dropout";
 * new PatchDropout(0.5).eval()(ones(1, 5, 2)).shape; // → [1, 5, 2]
 * ```
 */
export class PatchDropout extends DrawingModule {
  static override readonly name: string = "PatchDropout";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("token", {
    ...unscaled,
    distribution: "subset",
    dropped: "absent",
  });
  p: number;
  readonly numPrefixTokens: number;
  readonly ordered: boolean;

  constructor(p = 0.5, options: PatchDropoutOptions & DrawOptions = {}) {
    checkOptions("PatchDropout", options, { numPrefixTokens: "number", ordered: "boolean", generator: "Generator" });
    checkRateBelowOne("PatchDropout", p);
    super(options);
    this.p = p;
    this.numPrefixTokens = options.numPrefixTokens ?? 1;
    this.ordered = options.ordered ?? false;
    checkPrefix("PatchDropout", this.numPrefixTokens);
  }

  forward(input: Tensor): Tensor {
    const { p, numPrefixTokens, ordered } = this;
    return patchDropout(input, { p, numPrefixTokens, ordered, ...this.drawing });
  }

  override extraRepr(): string {
    return `p=${this.p}, num_prefix_tokens=${this.numPrefixTokens}`;
  }
}

/**
 * {@link cutout} as a layer. Shape: (N, C, H, W) → the same.
 * See DeVries and Taylor, https://arxiv.org/abs/1708.04552.
 *
 * @throws ArgumentError if holes or size is no whole number of 0 or more.
 * @example
 * ```ts
 * import { Cutout } from "@bernoulli/dropout";
 * String(new Cutout(16)); // → "Cutout(size=16, holes=1)"
 * ```
 */
export class Cutout extends DrawingModule {
  static override readonly name: string = "Cutout";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("square", {
    ...unscaled,
    distribution: "uniform",
    place: "input",
  });
  readonly size: number;
  readonly holes: number;

  constructor(size: number, options: DrawOptions & { readonly holes?: number } = {}) {
    checkOptions("Cutout", options, { holes: "number", generator: "Generator" });
    const { holes = 1 } = options;
    checkCut("Cutout", { holes, size });
    super(options);
    this.size = size;
    this.holes = holes;
  }

  forward(input: Tensor): Tensor {
    return cutout(input, { length: this.size, holes: this.holes, ...this.drawing });
  }

  override extraRepr(): string {
    return `size=${this.size}, holes=${this.holes}`;
  }
}
