// Embedding and EmbeddingBag: a table of learnt vectors, looked up by number. What looks up is tensor's (ops/indexing/embedding.ts).

import {
  ArgumentError,
  type ByName,
  checkOptions,
  type EmbeddingBagMode,
  type EmbeddingBagOptions,
  type EmbeddingOptions,
  embedding,
  embeddingBag,
  inPlace,
  isTensor,
  type Kinds,
  noGrad,
  optionsOf,
  type Positional,
  type Tensor,
  zeros,
} from "@bernoulli/tensor";
import { normal_ } from "../../init/index.js";
import { Module } from "../../module.js";
import { Parameter } from "../../parameter.js";
import { python } from "../../print.js";
import { checkParameters } from "../../walk.js";
import { checkSize, type ParameterizedOptions, parameterizedKinds } from "../options.js";

type TableOptions = Omit<ParameterizedOptions, "bias">;
const { bias: _, ...tableKinds } = parameterizedKinds;

export interface EmbeddingLayerOptions extends EmbeddingOptions, TableOptions {}

export interface EmbeddingBagLayerOptions
  extends Omit<EmbeddingBagOptions, "offsets" | "perSampleWeights">,
    TableOptions {}

/** What layers made of a given table take. */
export type FromPretrainedOptions<Options> = Omit<Options, keyof TableOptions> & {
  /** Whether the table is not trained. Default true. */
  readonly freeze?: boolean;
};

const lookupKinds = {
  paddingIdx: "anything",
  maxNorm: "anything",
  normType: "number",
  scaleGradByFreq: "boolean",
  sparse: "boolean",
} as const satisfies Kinds<EmbeddingOptions>;

const embeddingKinds: Kinds<EmbeddingLayerOptions> = { ...lookupKinds, ...tableKinds };
const bagKinds: Kinds<EmbeddingBagLayerOptions> = {
  ...lookupKinds,
  mode: "anything",
  includeLastOffset: "boolean",
  ...tableKinds,
};

const embeddingPlaces = ["paddingIdx", "maxNorm", "normType", "scaleGradByFreq", "sparse"] as const;
const bagPlaces = ["maxNorm", "normType", "scaleGradByFreq", "mode", "sparse"] as const;

/** Under which `fromPretrained` hands the table on. */
const given: unique symbol = Symbol("given");

interface Given {
  readonly [given]?: Parameter;
}

/** A table with its options. */
abstract class Table extends Module {
  readonly numEmbeddings: number;
  readonly embeddingDim: number;
  /** The row that is padding, counted from the front; null for none. */
  readonly paddingIdx: number | null;
  readonly maxNorm: number | null;
  readonly normType: number;
  readonly scaleGradByFreq: boolean;
  readonly sparse: boolean;
  weight: Parameter;

  constructor(
    owner: string,
    numEmbeddings: number,
    embeddingDim: number,
    {
      paddingIdx,
      maxNorm,
      normType,
      scaleGradByFreq,
      sparse,
      generator,
      [given]: table,
      ...options
    }: EmbeddingLayerOptions & Given,
  ) {
    super();
    checkSize(owner, "numEmbeddings", numEmbeddings, 0);
    checkSize(owner, "embeddingDim", embeddingDim, 0);
    this.numEmbeddings = numEmbeddings;
    this.embeddingDim = embeddingDim;
    this.paddingIdx = paddingOf(owner, paddingIdx ?? null, numEmbeddings);
    this.maxNorm = maxNorm ?? null;
    this.normType = normType ?? 2;
    this.scaleGradByFreq = scaleGradByFreq ?? false;
    this.sparse = sparse ?? false;
    if (this.sparse)
      throw new ArgumentError(`${owner}: sparse gradients are not there; leave sparse out, the gradient is dense`);
    this.weight = table ?? new Parameter(zeros([numEmbeddings, embeddingDim], options));
    if (table === undefined) this.resetParameters(generator === undefined ? {} : { generator });
    checkParameters(this);
  }

  /** Draws the table anew from the standard normal distribution; the row of padding becomes zeros. */
  resetParameters(options: Pick<TableOptions, "generator"> = {}): void {
    normal_(this.weight, 0, 1, options);
    const { paddingIdx } = this;
    if (paddingIdx !== null) noGrad(() => this.weight.select(0, paddingIdx).zero_());
  }
}

function withTable<Layer>(
  owner: string,
  embeddings: Tensor,
  freeze: boolean,
  make: (rows: number, size: number, table: Given) => Layer,
): Layer {
  if (!isTensor(embeddings)) throw new ArgumentError(`${owner}.fromPretrained: expected a Tensor of embeddings`);
  if (embeddings.ndim !== 2)
    throw new ArgumentError(
      `${owner}.fromPretrained: Embeddings parameter is expected to be 2-dimensional, but got [${embeddings.shape.join(", ")}]`,
    );
  return make(embeddings.size(0), embeddings.size(1), {
    [given]: new Parameter(embeddings, { requiresGrad: !freeze }),
  });
}

/** A number that PyTorch holds as a float, as Python prints it. */
function float(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : python(value);
}

function paddingOf(owner: string, paddingIdx: number | null, rows: number): number | null {
  if (paddingIdx === null) return null;
  if (!Number.isInteger(paddingIdx) || paddingIdx >= rows || paddingIdx < -rows)
    throw new ArgumentError(`${owner}: Padding_idx must be within num_embeddings: got ${paddingIdx} for ${rows} rows`);
  return paddingIdx < 0 ? rows + paddingIdx : paddingIdx;
}

/**
 * A table of `numEmbeddings` vectors, looked up by int32 numbers from 0 on. Shape: (*) → (*, embeddingDim); weight (numEmbeddings,
 * embeddingDim), drawn from the standard normal distribution. The row `paddingIdx` is zeros at first and gets no gradient.
 * See https://pytorch.org/docs/stable/generated/torch.nn.Embedding.html.
 *
 * @throws ArgumentError for sizes or a `paddingIdx` out of range, and for `sparse`; IndexError, when called, for a number that is no row.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { Embedding } from "@bernoulli/nn";
 * const words = new Embedding(10, 3, { paddingIdx: 0 });
 * words(tensor([[1, 2], [4, 0]])).shape; // → [2, 2, 3]
 * words(tensor([0])).toArray(); // → [[0, 0, 0]]
 * String(words); // → "Embedding(10, 3, padding_idx=0)"
 * ```
 */
export class Embedding extends Table {
  static override readonly name: string = "Embedding";

  constructor(
    numEmbeddings: number,
    embeddingDim: number | ByName<"embeddingDim", number, EmbeddingLayerOptions>,
    ...rest: Positional<EmbeddingLayerOptions, typeof embeddingPlaces>
  ) {
    [embeddingDim, rest] = inPlace<number, typeof rest>("Embedding", "embeddingDim", embeddingDim, rest);
    const options = optionsOf<EmbeddingLayerOptions>("Embedding", embeddingPlaces, rest);
    checkOptions("Embedding", options, embeddingKinds);
    super("Embedding", numEmbeddings, embeddingDim, options);
  }

  /**
   * A layer of a given table, whose memory it shares, frozen unless told otherwise.
   * See https://pytorch.org/docs/stable/generated/torch.nn.Embedding.html#torch.nn.Embedding.from_pretrained.
   *
   * @throws ArgumentError unless the table is a matrix.
   * @example
   * ```ts
   * import { tensor } from "@bernoulli/tensor";
   * import { Embedding } from "@bernoulli/nn";
   * const words = Embedding.fromPretrained(tensor([[1, 2], [3, 4]]));
   * words(tensor([1])).toArray(); // → [[3, 4]]
   * words.weight.requiresGrad; // → false
   * ```
   */
  static fromPretrained(
    embeddings: Tensor,
    ...rest: Positional<
      FromPretrainedOptions<EmbeddingLayerOptions>,
      ["freeze", "paddingIdx", "maxNorm", "normType", "scaleGradByFreq", "sparse"]
    >
  ): Embedding {
    const { freeze = true, ...options } = optionsOf<FromPretrainedOptions<EmbeddingLayerOptions>>(
      "Embedding.fromPretrained",
      ["freeze", ...embeddingPlaces],
      rest,
    );
    return withTable(
      "Embedding",
      embeddings,
      freeze,
      (rows, size, table) => new Embedding(rows, size, { ...options, ...table }),
    );
  }

  forward(input: Tensor): Tensor {
    const { paddingIdx, maxNorm, normType, scaleGradByFreq } = this;
    return embedding(input, this.weight, { paddingIdx, maxNorm, normType, scaleGradByFreq });
  }

  override extraRepr(): string {
    const { paddingIdx, maxNorm, normType, scaleGradByFreq } = this;
    let text = `${this.numEmbeddings}, ${this.embeddingDim}`;
    if (paddingIdx !== null) text += `, padding_idx=${paddingIdx}`;
    if (maxNorm !== null) text += `, max_norm=${float(maxNorm)}`;
    if (normType !== 2) text += `, norm_type=${float(normType)}`;
    return scaleGradByFreq ? `${text}, scale_grad_by_freq=True` : text;
  }
}

/**
 * A table of vectors of which those of a bag of numbers are summed, averaged (default), or the largest taken.
 * Shape: (bags, n), or (n) with offsets (bags) → (bags, embeddingDim). Called with `layer(input, offsets, perSampleWeights)`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.EmbeddingBag.html.
 *
 * @throws ArgumentError for sizes, a mode or a `paddingIdx` out of range, and for `sparse`; when called as `F.embeddingBag`.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { EmbeddingBag } from "@bernoulli/nn";
 * const bag = new EmbeddingBag(10, 3, { mode: "sum" });
 * bag(tensor([[1, 2], [4, 0]])).shape; // → [2, 3]
 * bag(tensor([1, 2, 4, 5]), tensor([0, 3])).shape; // → [2, 3]
 * String(bag); // → "EmbeddingBag(10, 3, mode='sum')"
 * ```
 */
export class EmbeddingBag extends Table {
  static override readonly name: string = "EmbeddingBag";
  readonly mode: EmbeddingBagMode;
  readonly includeLastOffset: boolean;

  constructor(
    numEmbeddings: number,
    embeddingDim: number | ByName<"embeddingDim", number, EmbeddingBagLayerOptions>,
    ...rest: Positional<EmbeddingBagLayerOptions, typeof bagPlaces>
  ) {
    [embeddingDim, rest] = inPlace<number, typeof rest>("EmbeddingBag", "embeddingDim", embeddingDim, rest);
    const options = optionsOf<EmbeddingBagLayerOptions>("EmbeddingBag", bagPlaces, rest);
    checkOptions("EmbeddingBag", options, bagKinds);
    const { mode = "mean", includeLastOffset = false, ...others } = options;
    super("EmbeddingBag", numEmbeddings, embeddingDim, others);
    if (mode !== "sum" && mode !== "mean" && mode !== "max")
      throw new ArgumentError(`EmbeddingBag: mode has to be one of sum, mean or max, but got ${String(mode)}`);
    this.mode = mode;
    this.includeLastOffset = includeLastOffset;
  }

  /**
   * A layer of a given table, as `Embedding.fromPretrained`.
   *
   * @throws ArgumentError unless the table is a matrix.
   */
  static fromPretrained(
    embeddings: Tensor,
    ...rest: Positional<
      FromPretrainedOptions<EmbeddingBagLayerOptions>,
      ["freeze", "maxNorm", "normType", "scaleGradByFreq", "mode", "sparse", "includeLastOffset", "paddingIdx"]
    >
  ): EmbeddingBag {
    const { freeze = true, ...options } = optionsOf<FromPretrainedOptions<EmbeddingBagLayerOptions>>(
      "EmbeddingBag.fromPretrained",
      ["freeze", ...bagPlaces, "includeLastOffset", "paddingIdx"],
      rest,
    );
    return withTable(
      "EmbeddingBag",
      embeddings,
      freeze,
      (rows, size, table) => new EmbeddingBag(rows, size, { ...options, ...table }),
    );
  }

  forward(input: Tensor, offsets: Tensor | null = null, perSampleWeights: Tensor | null = null): Tensor {
    const { paddingIdx, maxNorm, normType, scaleGradByFreq, mode, includeLastOffset } = this;
    return embeddingBag(input, this.weight, {
      offsets,
      paddingIdx,
      maxNorm,
      normType,
      scaleGradByFreq,
      mode,
      includeLastOffset,
      perSampleWeights,
    });
  }

  override extraRepr(): string {
    const { paddingIdx, maxNorm, normType, scaleGradByFreq } = this;
    let text = `${this.numEmbeddings}, ${this.embeddingDim}`;
    if (maxNorm !== null) text += `, max_norm=${float(maxNorm)}`;
    if (normType !== 2) text += `, norm_type=${float(normType)}`;
    if (scaleGradByFreq) text += ", scale_grad_by_freq=True";
    text += `, mode='${this.mode}'`;
    return paddingIdx === null ? text : `${text}, padding_idx=${paddingIdx}`;
  }
}
