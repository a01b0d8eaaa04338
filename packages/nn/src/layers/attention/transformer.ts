// TransformerEncoder, TransformerDecoder and Transformer: layers one after another, and both together.

import {
  ArgumentError,
  type ByName,
  checkOptions,
  type DeviceName,
  type DType,
  describe,
  inPlace,
  optionsOf,
  type Positional,
  ShapeError,
  type Tensor,
} from "@bernoulli/tensor";
import { copyModule } from "../../copy.js";
import { squareMask } from "../../functional/attention-masks.js";
import { xavierUniform_ } from "../../init/index.js";
import { Module } from "../../module.js";
import { isModule } from "../../walk.js";
import { ModuleList } from "../containers/module-list.js";
import { LayerNorm } from "../norms/layer-norm.js";
import { checkSize } from "../options.js";
import {
  type DecoderCallOptions,
  decoderPlaces,
  layerKinds,
  TransformerDecoderLayer,
  TransformerEncoderLayer,
  type TransformerLayerOptions,
} from "./transformer-layers.js";

/** A layer that stands for as many copies of it, or the layers themselves. */
type Layers = Module | readonly Module[];

/** What encoders and decoders are: copies of a layer, and a norm behind them. */
abstract class Stack extends Module {
  layers: ModuleList<Module>;
  readonly numLayers: number;
  norm: Module | null;

  protected constructor(owner: string, layer: Layers, numLayers: number, norm: Module | null) {
    super();
    checkSize(owner, "numLayers", numLayers);
    if (norm !== null && !isModule(norm))
      throw new ArgumentError(`${owner}: norm must be a module, but got ${describe(norm)}`);
    this.layers = new ModuleList(copies(owner, layer, numLayers));
    this.numLayers = numLayers;
    this.norm = norm;
  }

  protected through(x: Tensor, options: object, ...more: readonly Tensor[]): Tensor {
    let output = x;
    for (const layer of this.layers) output = layer(output, ...more, options) as Tensor;
    return this.norm === null ? output : (this.norm(output) as Tensor);
  }
}

/** Copies, so that the layer itself is none of them, as PyTorch's deep copies. */
function copies(owner: string, layer: Layers, count: number): Module[] {
  if (Array.isArray(layer)) {
    if (layer.length !== count) throw new ArgumentError(`${owner}: got ${layer.length} layers for numLayers=${count}`);
    return [...layer];
  }
  if (!isModule(layer)) throw new ArgumentError(`${owner}: expected a layer, but got ${describe(layer)}`);
  return Array.from({ length: count }, () => copyModule(layer));
}

export interface TransformerEncoderOptions {
  /** What the output goes through. Default null. */
  readonly norm?: Module | null;
  /** Accepted for PyTorch's sake: there are no nested tensors here. */
  readonly enableNestedTensor?: boolean;
  /** Accepted for PyTorch's sake. */
  readonly maskCheck?: boolean;
}

export interface TransformerEncoderCallOptions {
  /** (S, S) or (N · nhead, S, S): bool, true where a place may NOT look, or floating, which is added. Default null. */
  readonly mask?: Tensor | null;
  /** (N, S): bool, true where a place is NOT looked at, or floating, which is added. Default null. */
  readonly srcKeyPaddingMask?: Tensor | null;
  /** Says of `mask` that it is the causal one. Default null: PyTorch looks at it, here it is added. */
  readonly isCausal?: boolean | null;
}

const encoderOptions = ["norm", "enableNestedTensor", "maskCheck"] as const;
const encoderCalls = ["mask", "srcKeyPaddingMask", "isCausal"] as const;

/**
 * Copies of an encoder layer one after another, which begin with the same numbers. Shape: as the layer's. In evaluation mode without gradients
 * PyTorch makes zeros of the places that `srcKeyPaddingMask` hides; here they are computed as while training.
 * See https://pytorch.org/docs/stable/generated/torch.nn.TransformerEncoder.html.
 *
 * @throws ArgumentError for a layer that cannot be copied.
 * @example
 * ```ts
 * import { rand } from "@bernoulli/tensor";
 * import { Transformer, TransformerEncoder, TransformerEncoderLayer } from "@bernoulli/nn";
 * const encoder = new TransformerEncoder(new TransformerEncoderLayer(8, 2, 16, { batchFirst: true }), 2);
 * encoder(rand(3, 5, 8), Transformer.generateSquareSubsequentMask(5)).shape; // → [3, 5, 8]
 * ```
 */
export class TransformerEncoder extends Stack {
  static override readonly name: string = "TransformerEncoder";

  constructor(
    encoderLayer: Layers,
    numLayers: number | ByName<"numLayers", number, TransformerEncoderOptions>,
    ...rest: Positional<TransformerEncoderOptions, typeof encoderOptions>
  ) {
    [numLayers, rest] = inPlace<number, typeof rest>("TransformerEncoder", "numLayers", numLayers, rest);
    const options = optionsOf<TransformerEncoderOptions>("TransformerEncoder", encoderOptions, rest);
    checkOptions("TransformerEncoder", options, encoderOptions);
    super("TransformerEncoder", encoderLayer, numLayers, options.norm ?? null);
  }

  forward(src: Tensor, ...rest: Positional<TransformerEncoderCallOptions, typeof encoderCalls>): Tensor {
    const options = optionsOf<TransformerEncoderCallOptions>("TransformerEncoder", encoderCalls, rest);
    checkOptions("TransformerEncoder", options, encoderCalls);
    const { mask: srcMask, srcKeyPaddingMask, isCausal } = options;
    return this.through(src, { srcMask, srcKeyPaddingMask, isCausal });
  }
}

export interface TransformerDecoderOptions {
  /** What the output goes through. Default null. */
  readonly norm?: Module | null;
}

/**
 * Copies of a decoder layer one after another, which begin with the same numbers. Shape: as the layer's.
 * See https://pytorch.org/docs/stable/generated/torch.nn.TransformerDecoder.html.
 *
 * @throws ArgumentError for a layer that cannot be copied.
 * @example
 * ```ts
 * import { rand } from "@bernoulli/tensor";
 * import { TransformerDecoder, TransformerDecoderLayer } from "@bernoulli/nn";
 * const decoder = new TransformerDecoder(new TransformerDecoderLayer(8, 2, 16, { batchFirst: true }), 2);
 * decoder(rand(3, 4, 8), rand(3, 5, 8)).shape; // → [3, 4, 8]
 * ```
 */
export class TransformerDecoder extends Stack {
  static override readonly name: string = "TransformerDecoder";

  constructor(
    decoderLayer: Layers,
    numLayers: number | ByName<"numLayers", number, TransformerDecoderOptions>,
    ...rest: Positional<TransformerDecoderOptions, ["norm"]>
  ) {
    [numLayers, rest] = inPlace<number, typeof rest>("TransformerDecoder", "numLayers", numLayers, rest);
    const options = optionsOf<TransformerDecoderOptions>("TransformerDecoder", ["norm"], rest);
    checkOptions("TransformerDecoder", options, ["norm"]);
    super("TransformerDecoder", decoderLayer, numLayers, options.norm ?? null);
  }

  forward(tgt: Tensor, memory: Tensor, ...rest: Positional<DecoderCallOptions, typeof decoderPlaces>): Tensor {
    const options = optionsOf<DecoderCallOptions>("TransformerDecoder", decoderPlaces, rest);
    return this.through(tgt, options, memory);
  }
}

export interface TransformerOptions extends TransformerLayerOptions {
  /** The size of a place's numbers. Default 512. */
  readonly dModel?: number;
  /** Default 8. */
  readonly nhead?: number;
  /** Default 6. */
  readonly numEncoderLayers?: number;
  /** Default 6. */
  readonly numDecoderLayers?: number;
  /** What takes the encoder's place. Default null. */
  readonly customEncoder?: Module | null;
  /** What takes the decoder's place. Default null. */
  readonly customDecoder?: Module | null;
}

const places = [
  "dModel",
  "nhead",
  "numEncoderLayers",
  "numDecoderLayers",
  "dimFeedforward",
  "dropout",
  "activation",
  "customEncoder",
  "customDecoder",
  "layerNormEps",
  "batchFirst",
  "normFirst",
  "bias",
] as const;

export interface TransformerCallOptions extends DecoderCallOptions {
  /** Of the sources among themselves. Default null. */
  readonly srcMask?: Tensor | null;
  /** (N, S). Default null. */
  readonly srcKeyPaddingMask?: Tensor | null;
  /** Says of `srcMask` that it is the causal one. Default null. */
  readonly srcIsCausal?: boolean | null;
}

const callPlaces = [
  "srcMask",
  "tgtMask",
  "memoryMask",
  "srcKeyPaddingMask",
  "tgtKeyPaddingMask",
  "memoryKeyPaddingMask",
  "srcIsCausal",
  "tgtIsCausal",
  "memoryIsCausal",
] as const;

/**
 * An encoder of sources and a decoder of targets, each with a norm behind it. Shape: src (S, N, dModel), tgt (T, N, dModel), with N first
 * where `batchFirst`, or without N → as tgt. Weights are drawn by `xavierUniform_`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.Transformer.html; Vaswani et al., 2017.
 *
 * @throws ArgumentError for options out of range; ShapeError, when called, for what does not fit.
 * @example
 * ```ts
 * import { rand } from "@bernoulli/tensor";
 * import { Transformer } from "@bernoulli/nn";
 * const model = new Transformer({ dModel: 8, nhead: 2, numEncoderLayers: 1, numDecoderLayers: 1, dimFeedforward: 16 });
 * model(rand(5, 3, 8), rand(4, 3, 8), { tgtMask: Transformer.generateSquareSubsequentMask(4) }).shape; // → [4, 3, 8]
 * ```
 */
export class Transformer extends Module {
  static override readonly name: string = "Transformer";
  encoder: Module;
  decoder: Module;
  readonly dModel: number;
  readonly nhead: number;
  readonly batchFirst: boolean;

  constructor(...rest: Positional<TransformerOptions, typeof places>) {
    super();
    const options = optionsOf<TransformerOptions>("Transformer", places, rest);
    checkOptions("Transformer", options, {
      ...layerKinds,
      dModel: "number",
      nhead: "number",
      numEncoderLayers: "number",
      numDecoderLayers: "number",
      customEncoder: "anything",
      customDecoder: "anything",
    });
    const { dModel = 512, nhead = 8, numEncoderLayers = 6, numDecoderLayers = 6, ...others } = options;
    const { customEncoder = null, customDecoder = null, ...ofLayers } = others;
    const { layerNormEps = 1e-5, bias = true, dtype = "float32", device } = ofLayers;
    const norm = () =>
      new LayerNorm(dModel, { eps: layerNormEps, bias, dtype, ...(device === undefined ? {} : { device }) });
    this.encoder =
      customEncoder ??
      new TransformerEncoder(new TransformerEncoderLayer(dModel, nhead, ofLayers), numEncoderLayers, norm());
    this.decoder =
      customDecoder ??
      new TransformerDecoder(new TransformerDecoderLayer(dModel, nhead, ofLayers), numDecoderLayers, norm());
    for (const parameter of this.parameters()) if (parameter.ndim > 1) xavierUniform_(parameter);
    this.dModel = dModel;
    this.nhead = nhead;
    this.batchFirst = ofLayers.batchFirst ?? false;
  }

  forward(src: Tensor, tgt: Tensor, ...rest: Positional<TransformerCallOptions, typeof callPlaces>): Tensor {
    const options = optionsOf<TransformerCallOptions>("Transformer", callPlaces, rest);
    checkOptions("Transformer", options, callPlaces);
    const { srcMask: mask, srcKeyPaddingMask, srcIsCausal: isCausal, ...ofDecoder } = options;
    const batchDim = this.batchFirst ? 0 : 1;
    if (src.ndim === 3 && src.size(batchDim) !== tgt.size(batchDim))
      throw new ShapeError(
        `Transformer: the batch number of src and tgt must be equal, but got ${src.size(batchDim)} and ${tgt.size(batchDim)}`,
      );
    if (src.size(-1) !== this.dModel || tgt.size(-1) !== this.dModel)
      throw new ShapeError(
        `Transformer: the feature number of src and tgt must be equal to d_model, ${this.dModel}, but got ${src.size(-1)} and ${tgt.size(-1)}`,
      );
    const memory: unknown = this.encoder(src, { mask, srcKeyPaddingMask, isCausal });
    return this.decoder(tgt, memory, ofDecoder) as Tensor;
  }

  /**
   * The mask by which a place looks at itself and those before it: zeros up to the diagonal, −∞ above. Shape: → (size, size).
   * See https://pytorch.org/docs/stable/generated/torch.nn.Transformer.html#torch.nn.Transformer.generate_square_subsequent_mask.
   *
   * @example
   * ```ts
   * import { Transformer } from "@bernoulli/nn";
   * Transformer.generateSquareSubsequentMask(2).toArray(); // → [[0, -Infinity], [0, 0]]
   * ```
   */
  static generateSquareSubsequentMask(
    size: number,
    options: { readonly dtype?: DType; readonly device?: DeviceName } = {},
  ): Tensor {
    checkSize("generateSquareSubsequentMask", "size", size, 0);
    checkOptions("generateSquareSubsequentMask", options, ["dtype", "device"]);
    return squareMask(size, size, options);
  }
}
