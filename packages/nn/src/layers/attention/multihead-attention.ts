// MultiheadAttention: attention whose heads see projections of their own.

import {
  ArgumentError,
  type ByName,
  checkOptions,
  type DeviceName,
  type DType,
  inPlace,
  type Kinds,
  optionsOf,
  type Positional,
  type Tensor,
  zeros,
} from "@bernoulli/tensor";
import { multiHeadAttentionForward } from "../../functional/multi-head-attention.js";
import { xavierNormal_, xavierUniform_, zeros_ } from "../../init/index.js";
import { registerModules, registerParameters } from "../../keys.js";
import { Module } from "../../module.js";
import { Parameter } from "../../parameter.js";
import { Linear } from "../linear.js";
import { checkSize } from "../options.js";

export interface MultiheadAttentionOptions {
  /** The probability that a weight is dropped while training. Default 0. */
  readonly dropout?: number;
  /** Whether projections have biases. Default true. */
  readonly bias?: boolean;
  /** Whether a key and a value are learnt that stand behind all others. Default false. */
  readonly addBiasKv?: boolean;
  /** Whether a key and a value of zeros stand behind all others. Default false. */
  readonly addZeroAttn?: boolean;
  /** The size of keys. Default: the queries'. */
  readonly kdim?: number | null;
  /** The size of values. Default: the queries'. */
  readonly vdim?: number | null;
  /** Whether inputs are (N, L, E) rather than (L, N, E). Default false. */
  readonly batchFirst?: boolean;
  /** The parameters' dtype, float32 or float64. Default float32. */
  readonly dtype?: DType;
  /** Their device. Default: what `setDefaultDevice` said. */
  readonly device?: DeviceName;
}

const kinds: Kinds<MultiheadAttentionOptions> = {
  dropout: "number",
  bias: "boolean",
  addBiasKv: "boolean",
  addZeroAttn: "boolean",
  kdim: "anything",
  vdim: "anything",
  batchFirst: "boolean",
  dtype: "anything",
  device: "anything",
};
const places = ["dropout", "bias", "addBiasKv", "addZeroAttn", "kdim", "vdim", "batchFirst"] as const;

export interface MultiheadAttentionCallOptions {
  /** (N, S), or (S) unbatched: bool, true where a key is NOT looked at, or floating, which is added. Default null. */
  readonly keyPaddingMask?: Tensor | null;
  /** Whether the weights are given too; without them it is faster. Default true. */
  readonly needWeights?: boolean;
  /** (L, S) or (N · numHeads, L, S): bool, true where a query may NOT look at a key, or floating, which is added. Default null. */
  readonly attnMask?: Tensor | null;
  /** Whether weights are averaged over the heads. Default true. */
  readonly averageAttnWeights?: boolean;
  /** Says of `attnMask` that it is the causal one. Default false. */
  readonly isCausal?: boolean;
}

const callPlaces = ["keyPaddingMask", "needWeights", "attnMask", "averageAttnWeights", "isCausal"] as const;

/** PyTorch's name of a Linear that quantization leaves alone. */
class NonDynamicallyQuantizableLinear extends Linear {
  static override readonly name: string = "NonDynamicallyQuantizableLinear";
}

/**
 * Attention with several heads, each over a projection of `embedDim / numHeads` numbers. Gives output and weights.
 * Shape: query (L, N, embedDim), key (S, N, kdim), value (S, N, vdim), with N first where `batchFirst`, or without N → output like the
 * query, and weights (N, L, S), (N, numHeads, L, S) unless they are averaged, or null. Parameters: inProjWeight (3 · embedDim, embedDim), or
 * qProjWeight, kProjWeight and vProjWeight where sizes differ; inProjBias; biasK, biasV; outProj.
 * See https://pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html; Vaswani et al., 2017.
 *
 * @throws ArgumentError for sizes out of range, or heads that do not divide `embedDim`; ShapeError, when called, for what does not fit.
 * @example
 * ```ts
 * import { rand } from "@bernoulli/tensor";
 * import { MultiheadAttention } from "@bernoulli/nn";
 * const attention = new MultiheadAttention(8, 2, { batchFirst: true });
 * const x = rand(3, 5, 8);
 * const [output, weights] = attention(x, x, x);
 * output.shape; // → [3, 5, 8]
 * weights!.shape; // → [3, 5, 5]
 * Object.keys(attention.stateDict()); // → ["in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias"]
 * ```
 */
export class MultiheadAttention extends Module {
  static override readonly name: string = "MultiheadAttention";
  readonly embedDim: number;
  readonly numHeads: number;
  readonly kdim: number;
  readonly vdim: number;
  readonly headDim: number;
  dropout: number;
  readonly batchFirst: boolean;
  readonly addZeroAttn: boolean;
  declare inProjWeight: Parameter | null;
  declare qProjWeight: Parameter | null;
  declare kProjWeight: Parameter | null;
  declare vProjWeight: Parameter | null;
  declare inProjBias: Parameter | null;
  declare biasK: Parameter | null;
  declare biasV: Parameter | null;
  declare outProj: Linear;

  constructor(
    embedDim: number,
    numHeads: number | ByName<"numHeads", number, MultiheadAttentionOptions>,
    ...rest: Positional<MultiheadAttentionOptions, typeof places>
  ) {
    [numHeads, rest] = inPlace<number, typeof rest>("MultiheadAttention", "numHeads", numHeads, rest);
    super();
    const options = optionsOf<MultiheadAttentionOptions>("MultiheadAttention", places, rest);
    checkOptions("MultiheadAttention", options, kinds);
    const { dropout = 0, bias = true, addBiasKv = false, addZeroAttn = false, batchFirst = false } = options;
    const { dtype = "float32", device } = options;
    const placed = { dtype, ...(device === undefined ? {} : { device }) };
    const [kdim, vdim] = [options.kdim ?? embedDim, options.vdim ?? embedDim];
    checkSize("MultiheadAttention", "embedDim", embedDim);
    checkSize("MultiheadAttention", "numHeads", numHeads);
    checkSize("MultiheadAttention", "kdim", kdim);
    checkSize("MultiheadAttention", "vdim", vdim);
    if (embedDim % numHeads !== 0)
      throw new ArgumentError(
        `MultiheadAttention: embed_dim must be divisible by num_heads, but got ${embedDim} and ${numHeads}`,
      );
    this.embedDim = embedDim;
    this.numHeads = numHeads;
    this.kdim = kdim;
    this.vdim = vdim;
    this.headDim = embedDim / numHeads;
    this.dropout = dropout;
    this.batchFirst = batchFirst;
    this.addZeroAttn = addZeroAttn;
    const made = (...shape: number[]): Parameter => new Parameter(zeros(shape, placed));
    const isOne = kdim === embedDim && vdim === embedDim;
    registerParameters(this, {
      in_proj_weight: isOne ? made(3 * embedDim, embedDim) : null,
      q_proj_weight: isOne ? null : made(embedDim, embedDim),
      k_proj_weight: isOne ? null : made(embedDim, kdim),
      v_proj_weight: isOne ? null : made(embedDim, vdim),
      in_proj_bias: bias ? made(3 * embedDim) : null,
      bias_k: addBiasKv ? made(1, 1, embedDim) : null,
      bias_v: addBiasKv ? made(1, 1, embedDim) : null,
    });
    registerModules(this, { out_proj: new NonDynamicallyQuantizableLinear(embedDim, embedDim, { bias, ...placed }) });
    for (const weight of [this.inProjWeight, this.qProjWeight, this.kProjWeight, this.vProjWeight])
      if (weight !== null) xavierUniform_(weight);
    if (this.outProj.bias !== null) zeros_(this.outProj.bias);
    for (const learnt of [this.biasK, this.biasV]) if (learnt !== null) xavierNormal_(learnt);
  }

  forward(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    ...rest: Positional<MultiheadAttentionCallOptions, typeof callPlaces>
  ): [output: Tensor, weights: Tensor | null] {
    const options = optionsOf<MultiheadAttentionCallOptions>("MultiheadAttention", callPlaces, rest);
    checkOptions("MultiheadAttention", options, callPlaces);
    const turns = this.batchFirst && query.ndim === 3;
    const turned = (tensor: Tensor): Tensor => (turns ? tensor.transpose(0, 1) : tensor);
    const q = turned(query);
    const k = key === query ? q : turned(key);
    const v = value === key ? k : turned(value);
    const [output, weights] = multiHeadAttentionForward(
      q,
      k,
      v,
      this.embedDim,
      this.numHeads,
      this.inProjWeight,
      this.inProjBias,
      this.biasK,
      this.biasV,
      this.addZeroAttn,
      this.dropout,
      this.outProj.weight,
      this.outProj.bias,
      {
        ...options,
        training: this.training,
        useSeparateProjWeight: this.inProjWeight === null,
        qProjWeight: this.qProjWeight,
        kProjWeight: this.kProjWeight,
        vProjWeight: this.vProjWeight,
      },
    );
    return [turned(output), weights];
  }

  override multiplyAccumulates([query, key]: readonly unknown[], _output: unknown): number {
    const { embedDim, kdim, vdim, batchFirst } = this;
    const [q, k] = [query as Tensor, key as Tensor];
    const isBatched = q.ndim === 3;
    const at = isBatched && batchFirst ? 1 : 0;
    const batch = isBatched ? q.size(1 - at) : 1;
    const [length, sources] = [q.size(at), k.size(at)];
    const projections = 2 * length * embedDim * embedDim + sources * embedDim * (kdim + vdim);
    return batch * (projections + 2 * length * sources * embedDim);
  }
}
