// TransformerEncoderLayer and TransformerDecoderLayer: attention and a net of two layers, each beside a way around it and a norm.

import {
  ArgumentError,
  type ByName,
  checkOptions,
  type DeviceName,
  type DType,
  describe,
  gelu,
  inPlace,
  type Kinds,
  optionsOf,
  type Positional,
  type Tensor,
} from "@bernoulli/tensor";
import { relu } from "../../functional/activations.js";
import { registerModules } from "../../keys.js";
import { Module } from "../../module.js";
import { Dropout } from "../dropout.js";
import { Linear } from "../linear.js";
import { LayerNorm } from "../norms/layer-norm.js";
import { MultiheadAttention } from "./multihead-attention.js";

/** What stands between the two layers of the net: PyTorch's names, a function, or a layer. */
export type TransformerActivation = "relu" | "gelu" | ((x: Tensor) => Tensor);

export interface TransformerLayerOptions {
  /** The width of the net between its two layers. Default 2048. */
  readonly dimFeedforward?: number;
  /** The probability that a number is dropped while training. Default 0.1. */
  readonly dropout?: number;
  /** Default `"relu"`. */
  readonly activation?: TransformerActivation;
  /** Added to the norms' variances. Default 1e-5. */
  readonly layerNormEps?: number;
  /** Whether inputs are (N, S, E) rather than (S, N, E). Default false. */
  readonly batchFirst?: boolean;
  /** Whether norms stand before attention and net rather than behind them. Default false. */
  readonly normFirst?: boolean;
  /** Whether linear layers and norms have biases. Default true. */
  readonly bias?: boolean;
  /** The parameters' dtype, float32 or float64. Default float32. */
  readonly dtype?: DType;
  /** Their device. Default: what `setDefaultDevice` said. */
  readonly device?: DeviceName;
}

export const layerKinds: Kinds<TransformerLayerOptions> = {
  dimFeedforward: "number",
  dropout: "number",
  activation: "anything",
  layerNormEps: "number",
  batchFirst: "boolean",
  normFirst: "boolean",
  bias: "boolean",
  dtype: "anything",
  device: "anything",
};
const places = ["dimFeedforward", "dropout", "activation", "layerNormEps", "batchFirst", "normFirst", "bias"] as const;

export interface EncoderLayerCallOptions {
  /** (S, S) or (N · nhead, S, S): bool, true where a place may NOT look, or floating, which is added. Default null. */
  readonly srcMask?: Tensor | null;
  /** (N, S): bool, true where a place is NOT looked at, or floating, which is added. Default null. */
  readonly srcKeyPaddingMask?: Tensor | null;
  /** Says of `srcMask` that it is the causal one. Default false. */
  readonly isCausal?: boolean | null;
}

export interface DecoderCallOptions {
  /** As an encoder layer's `srcMask`, of the targets among themselves. Default null. */
  readonly tgtMask?: Tensor | null;
  /** (T, S) or (N · nhead, T, S), of the targets on the memory. Default null. */
  readonly memoryMask?: Tensor | null;
  /** (N, T). Default null. */
  readonly tgtKeyPaddingMask?: Tensor | null;
  /** (N, S). Default null. */
  readonly memoryKeyPaddingMask?: Tensor | null;
  /** Says of `tgtMask` that it is the causal one. Default false. */
  readonly tgtIsCausal?: boolean | null;
  /** Says of `memoryMask` that it is the causal one. Default false. */
  readonly memoryIsCausal?: boolean;
}

const encoderPlaces = ["srcMask", "srcKeyPaddingMask", "isCausal"] as const;
export const decoderPlaces = [
  "tgtMask",
  "memoryMask",
  "tgtKeyPaddingMask",
  "memoryKeyPaddingMask",
  "tgtIsCausal",
  "memoryIsCausal",
] as const;

const activations: Readonly<Record<string, (x: Tensor) => Tensor>> = { relu, gelu };

interface Attending {
  readonly attnMask: Tensor | null | undefined;
  readonly keyPaddingMask: Tensor | null | undefined;
  readonly isCausal: boolean | null | undefined;
}

/** What both are: attention, net, norms and dropouts, under PyTorch's keys, from one list of options. */
abstract class TransformerLayer extends Module {
  declare selfAttn: MultiheadAttention;
  declare linear1: Linear;
  declare linear2: Linear;
  declare dropout: Dropout;
  declare dropout1: Dropout;
  declare dropout2: Dropout;
  declare norm1: LayerNorm;
  declare norm2: LayerNorm;
  declare activation: (x: Tensor) => Tensor;
  readonly normFirst: boolean;

  /** `attentions`: the keys of the attentions, each of which has a norm and a dropout, as the net has. */
  protected constructor(owner: string, attentions: readonly string[], given: readonly unknown[]) {
    super();
    const [dModel, nhead, ...rest] = given as [number, number, ...unknown[]];
    const options = optionsOf<TransformerLayerOptions>(owner, places, rest);
    checkOptions(owner, options, layerKinds);
    const { dimFeedforward = 2048, dropout = 0.1, layerNormEps = 1e-5, batchFirst = false, bias = true } = options;
    const { dtype = "float32", device } = options;
    const placed = { dtype, ...(device === undefined ? {} : { device }) };
    const { activation = "relu" } = options;
    const compute = typeof activation === "string" ? activations[activation] : activation;
    if (typeof compute !== "function")
      throw new ArgumentError(`${owner}: activation should be relu/gelu, not ${describe(activation)}`);
    this.normFirst = options.normFirst ?? false;
    const attention = () => new MultiheadAttention(dModel, nhead, { dropout, bias, batchFirst, ...placed });
    registerModules(this, Object.fromEntries(attentions.map((key) => [key, attention()])));
    const norm = () => new LayerNorm(dModel, { eps: layerNormEps, bias, ...placed });
    const numbers = [...attentions.keys(), attentions.length].map((at) => at + 1);
    registerModules(this, {
      linear1: new Linear(dModel, dimFeedforward, { bias, ...placed }),
      dropout: new Dropout(dropout),
      linear2: new Linear(dimFeedforward, dModel, { bias, ...placed }),
      ...Object.fromEntries(numbers.map((at) => [`norm${at}`, norm()])),
      ...Object.fromEntries(numbers.map((at) => [`dropout${at}`, new Dropout(dropout)])),
    });
    this.activation = compute;
  }

  protected attend(attention: MultiheadAttention, x: Tensor, memory: Tensor, options: Attending): Tensor {
    const { attnMask = null, keyPaddingMask = null, isCausal } = options;
    const called = { attnMask, keyPaddingMask, isCausal: isCausal ?? false, needWeights: false };
    return attention(x, memory, memory, called)[0];
  }

  protected feedForward(x: Tensor): Tensor {
    return this.linear2(this.dropout(this.activation(this.linear1(x))));
  }

  /** x beside what `inner` makes of it, and a norm before or behind. */
  protected around(x: Tensor, norm: LayerNorm, dropout: Dropout, inner: (x: Tensor) => Tensor): Tensor {
    return this.normFirst ? x.add(dropout(inner(norm(x)))) : norm(x.add(dropout(inner(x))));
  }
}

/**
 * Attention of a sequence to itself, and a net of two layers at each place. Shape: (S, N, dModel), with N first where `batchFirst`, or
 * without N → the same.
 * See https://pytorch.org/docs/stable/generated/torch.nn.TransformerEncoderLayer.html; Vaswani et al., 2017.
 *
 * @throws ArgumentError for options out of range; ShapeError, when called, for what does not fit.
 * @example
 * ```ts
 * import { rand } from "@bernoulli/tensor";
 * import { TransformerEncoderLayer } from "@bernoulli/nn";
 * const layer = new TransformerEncoderLayer(8, 2, { dimFeedforward: 16, batchFirst: true });
 * layer(rand(3, 5, 8)).shape; // → [3, 5, 8]
 * ```
 */
export class TransformerEncoderLayer extends TransformerLayer {
  static override readonly name: string = "TransformerEncoderLayer";

  constructor(
    dModel: number,
    nhead: number | ByName<"nhead", number, TransformerLayerOptions>,
    ...rest: Positional<TransformerLayerOptions, typeof places>
  ) {
    [nhead, rest] = inPlace<number, typeof rest>("TransformerEncoderLayer", "nhead", nhead, rest);
    super("TransformerEncoderLayer", ["self_attn"], [dModel, nhead, ...rest]);
  }

  forward(src: Tensor, ...rest: Positional<EncoderLayerCallOptions, typeof encoderPlaces>): Tensor {
    const options = optionsOf<EncoderLayerCallOptions>("TransformerEncoderLayer", encoderPlaces, rest);
    checkOptions("TransformerEncoderLayer", options, encoderPlaces);
    const { srcMask: attnMask, srcKeyPaddingMask: keyPaddingMask, isCausal } = options;
    const attended = this.around(src, this.norm1, this.dropout1, (x) =>
      this.attend(this.selfAttn, x, x, { attnMask, keyPaddingMask, isCausal }),
    );
    return this.around(attended, this.norm2, this.dropout2, (x) => this.feedForward(x));
  }
}

/**
 * Attention of a sequence to itself, then to a memory, and a net of two layers at each place. Shape: tgt (T, N, dModel), memory (S, N,
 * dModel), with N first where `batchFirst`, or without N → as tgt.
 * See https://pytorch.org/docs/stable/generated/torch.nn.TransformerDecoderLayer.html; Vaswani et al., 2017.
 *
 * @throws ArgumentError for options out of range; ShapeError, when called, for what does not fit.
 * @example
 * ```ts
 * import { rand } from "@bernoulli/tensor";
 * import { TransformerDecoderLayer } from "@bernoulli/nn";
 * const layer = new TransformerDecoderLayer(8, 2, { dimFeedforward: 16, batchFirst: true });
 * layer(rand(3, 4, 8), rand(3, 5, 8)).shape; // → [3, 4, 8]
 * ```
 */
export class TransformerDecoderLayer extends TransformerLayer {
  static override readonly name: string = "TransformerDecoderLayer";
  declare multiheadAttn: MultiheadAttention;
  declare norm3: LayerNorm;
  declare dropout3: Dropout;

  constructor(
    dModel: number,
    nhead: number | ByName<"nhead", number, TransformerLayerOptions>,
    ...rest: Positional<TransformerLayerOptions, typeof places>
  ) {
    [nhead, rest] = inPlace<number, typeof rest>("TransformerDecoderLayer", "nhead", nhead, rest);
    super("TransformerDecoderLayer", ["self_attn", "multihead_attn"], [dModel, nhead, ...rest]);
  }

  forward(tgt: Tensor, memory: Tensor, ...rest: Positional<DecoderCallOptions, typeof decoderPlaces>): Tensor {
    const options = optionsOf<DecoderCallOptions>("TransformerDecoderLayer", decoderPlaces, rest);
    checkOptions("TransformerDecoderLayer", options, decoderPlaces);
    const own: Attending = {
      attnMask: options.tgtMask,
      keyPaddingMask: options.tgtKeyPaddingMask,
      isCausal: options.tgtIsCausal,
    };
    const other: Attending = {
      attnMask: options.memoryMask,
      keyPaddingMask: options.memoryKeyPaddingMask,
      isCausal: options.memoryIsCausal,
    };
    let x = this.around(tgt, this.norm1, this.dropout1, (inner) => this.attend(this.selfAttn, inner, inner, own));
    x = this.around(x, this.norm2, this.dropout2, (inner) => this.attend(this.multiheadAttn, inner, memory, other));
    return this.around(x, this.norm3, this.dropout3, (inner) => this.feedForward(inner));
  }
}
