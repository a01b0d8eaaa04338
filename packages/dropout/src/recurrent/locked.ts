// Dropout for sequences: a mask that is the same at all steps (locked, or variational), whole words, and rows of an embedding.

import { type DropoutFacts, type Embedding, F } from "@bernoulli/nn";
import { ArgumentError, checkOptions, rand, type Tensor, where } from "@bernoulli/tensor";
import {
  checkDims,
  checkInput,
  checkRate,
  checkTraining,
  DrawingModule,
  type DrawOptions,
  type DropOptions,
  drawsOf,
  factsAs,
  keptMask,
  scaledNoise,
  unscaled,
} from "../drawing.js";

/**
 * Dropout whose mask is the same at all steps of a sequence. Shape: (L, N, H), or (N, L, H) where `batchFirst` → the same.
 * See Gal and Ghahramani, NeurIPS 2016; Merity et al., https://arxiv.org/abs/1708.02182, §4.2.
 *
 * @throws ArgumentError if p is outside [0, 1]; ShapeError if the input has not three dimensions.
 * @example
 * ```ts
 * import { manualSeed, ones } from "@bernoulli/tensor";
 * import { lockedDropout } from "@bernoulli/dropout";
 * manualSeed(0);
 * lockedDropout(ones(2, 1, 4), { p: 0.5, training: true }).toArray(); // → [[[0, 0, 2, 0]], [[0, 0, 2, 0]]]
 * ```
 */
export function lockedDropout(
  input: Tensor,
  options: DropOptions & { readonly p?: number; readonly batchFirst?: boolean },
): Tensor {
  checkOptions("lockedDropout", options, {
    p: "number",
    batchFirst: "boolean",
    training: "boolean",
    generator: "Generator",
  });
  const { p = 0.5, batchFirst = false, training, generator } = options;
  checkRate("lockedDropout", p);
  checkTraining("lockedDropout", training);
  checkDims("lockedDropout", input, [3], batchFirst ? "(N, L, H)" : "(L, N, H)");
  if (!training || p === 0) return input;
  const shape = input.shape.map((size, dim) => (dim === (batchFirst ? 1 : 0) ? 1 : size));
  return input.mul(scaledNoise({ op: "lockedDropout", shape, p, like: input, generator, samples: batchFirst ? 0 : 1 }));
}

/**
 * {@link lockedDropout} as a layer. Shape: (L, N, H), or (N, L, H) where `batchFirst` → the same.
 * See Merity et al., https://arxiv.org/abs/1708.02182, §4.2.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { LockedDropout } from "@bernoulli/dropout";
 * String(new LockedDropout(0.4)); // → "LockedDropout(p=0.4)"
 * ```
 */
export class LockedDropout extends DrawingModule {
  static override readonly name: string = "LockedDropout";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("sequence");
  p: number;
  readonly batchFirst: boolean;

  constructor(p = 0.5, options: DrawOptions & { readonly batchFirst?: boolean } = {}) {
    checkOptions("LockedDropout", options, { batchFirst: "boolean", generator: "Generator" });
    checkRate("LockedDropout", p);
    super(options);
    this.p = p;
    this.batchFirst = options.batchFirst ?? false;
  }

  forward(input: Tensor): Tensor {
    return lockedDropout(input, { p: this.p, batchFirst: this.batchFirst, ...this.drawing });
  }

  override extraRepr(): string {
    return `p=${this.p}`;
  }
}

/** What is declared of {@link wordDropout}. */
export const wordDropoutFacts: DropoutFacts = /* @__PURE__ */ factsAs("word", { ...unscaled, dropped: "unknown" });

/**
 * Sets words, int32 ids, to `unknown` with probability p; those of `keep` never, as padding. Shape: (*) → (*).
 * See Iyyer et al., ACL 2015; Bowman et al., CoNLL 2016.
 *
 * @throws ArgumentError if p is outside [0, 1], or `unknown` or one to keep is no whole number.
 * @example
 * ```ts
 * import { manualSeed, tensor } from "@bernoulli/tensor";
 * import { wordDropout } from "@bernoulli/dropout";
 * manualSeed(0);
 * const words = tensor([5, 6, 7, 8, 0, 0], { dtype: "int32" });
 * wordDropout(words, { p: 0.5, unknown: 1, keep: [0], training: true }).toArray(); // → [1, 6, 1, 1, 0, 0]
 * ```
 */
export function wordDropout(
  input: Tensor,
  options: DropOptions & { readonly p: number; readonly unknown: number; readonly keep?: readonly number[] },
): Tensor {
  checkOptions("wordDropout", options, {
    p: "number",
    unknown: "number",
    keep: "anything",
    training: "boolean",
    generator: "Generator",
  });
  const { p, unknown, keep = [], training, generator } = options;
  checkRate("wordDropout", p);
  checkTraining("wordDropout", training);
  checkInput("wordDropout", input);
  for (const id of [unknown, ...keep])
    if (!Number.isSafeInteger(id))
      throw new ArgumentError(`wordDropout: an id must be a whole number, but got ${String(id)}`);
  if (!training || p === 0) return input;
  const { shape, device } = input;
  const isKept = keptMask({ op: "wordDropout", shape, p, device }, () =>
    rand(shape, { ...drawsOf(generator), device }).ge(p),
  );
  let isDropped = isKept.logicalNot();
  for (const id of keep) isDropped = isDropped.logicalAnd(input.ne(id));
  return where(isDropped, unknown, input);
}

/** What is declared of {@link embeddedDropout}. */
export const embeddedDropoutFacts: DropoutFacts = /* @__PURE__ */ factsAs("word");

/**
 * Embeds words by a weight of which whole rows are dropped with probability p, and the others multiplied by 1/(1 − p): a word that is
 * dropped is so wherever it stands. Shape: (*) → (*, H).
 * See Gal and Ghahramani, NeurIPS 2016; Merity et al., https://arxiv.org/abs/1708.02182, §4.3.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { Embedding } from "@bernoulli/nn";
 * import { tensor } from "@bernoulli/tensor";
 * import { embeddedDropout } from "@bernoulli/dropout";
 * const embedding = new Embedding(10, 4);
 * embeddedDropout(embedding, tensor([1, 2], { dtype: "int32" }), { p: 0.1, training: true }).shape; // → [2, 4]
 * ```
 */
export function embeddedDropout(
  embedding: Embedding,
  words: Tensor,
  options: DropOptions & { readonly p?: number },
): Tensor {
  checkOptions("embeddedDropout", options, { p: "number", training: "boolean", generator: "Generator" });
  const { p = 0.1, training, generator } = options;
  checkRate("embeddedDropout", p);
  checkTraining("embeddedDropout", training);
  checkInput("embeddedDropout", words, "words");
  if (!training || p === 0) return embedding(words);
  const { weight, paddingIdx, maxNorm, normType, scaleGradByFreq } = embedding;
  const masked = weight.mul(
    scaledNoise({ op: "embeddedDropout", shape: [weight.size(0), 1], p, like: weight, generator }),
  );
  return F.embedding(words, masked, {
    scaleGradByFreq,
    ...(paddingIdx === null ? {} : { paddingIdx }),
    ...(maxNorm === null ? {} : { maxNorm, normType }),
  });
}
