// Vision transformers, torchvision's.

import { ArgumentError, cat, ShapeError, type Tensor, zeros } from "@bernoulli/tensor";
import {
  Conv2d,
  Dropout,
  GELU,
  init,
  LayerNorm,
  Linear,
  Module,
  MultiheadAttention,
  Parameter,
  Sequential,
} from "../index.js";
import { registerModules, registerParameters } from "../keys.js";
import { type ClassifierOptions, checkModel } from "./options.js";

export interface VisionTransformerOptions extends ClassifierOptions {
  /** Height and width of the images, in pixels. Default 224. */
  readonly imageSize?: number;
  /** Height and width of a patch, in pixels; divides `imageSize`. Default 16. */
  readonly patchSize?: number;
  /** Default 12. */
  readonly numLayers?: number;
  /** Heads of attention; divides `hiddenDim`. Default 12. */
  readonly numHeads?: number;
  /** Numbers that stand for a patch. Default 768. */
  readonly hiddenDim?: number;
  /** Width inside the perceptron of a block. Default 3072. */
  readonly mlpDim?: number;
  /** How likely dropout drops an element. Default 0. */
  readonly dropout?: number;
  /** How likely dropout drops a weight of attention. Default 0. */
  readonly attentionDropout?: number;
}

type Settings = Required<VisionTransformerOptions>;

const eps = 1e-6;

class MLPBlock extends Sequential {
  static override readonly name: string = "MLPBlock";

  constructor(width: number, inner: number, dropout: number) {
    const [first, second] = [new Linear(width, inner), new Linear(inner, width)];
    super(first, new GELU(), new Dropout(dropout), second, new Dropout(dropout));
    for (const { weight, bias } of [first, second]) {
      init.xavierUniform_(weight);
      init.normal_(bias!, 0, 1e-6);
    }
  }
}

class EncoderBlock extends Module {
  static override readonly name: string = "EncoderBlock";
  declare ln1: LayerNorm;
  declare selfAttention: MultiheadAttention;
  declare dropout: Dropout;
  declare ln2: LayerNorm;
  declare mlp: MLPBlock;

  constructor({ hiddenDim, numHeads, mlpDim, dropout, attentionDropout }: Settings) {
    super();
    registerModules(this, {
      ln_1: new LayerNorm(hiddenDim, { eps }),
      self_attention: new MultiheadAttention(hiddenDim, numHeads, { dropout: attentionDropout, batchFirst: true }),
      dropout: new Dropout(dropout),
      ln_2: new LayerNorm(hiddenDim, { eps }),
      mlp: new MLPBlock(hiddenDim, mlpDim, dropout),
    });
  }

  forward(input: Tensor): Tensor {
    const x = this.ln1(input);
    const [attended] = this.selfAttention(x, x, x, { needWeights: false });
    const between = this.dropout(attended).add(input);
    return between.add(this.mlp(this.ln2(between)) as Tensor);
  }
}

class Encoder extends Module {
  static override readonly name: string = "Encoder";
  declare posEmbedding: Parameter;
  declare dropout: Dropout;
  declare layers: Sequential;
  declare ln: LayerNorm;

  constructor(length: number, settings: Settings) {
    super();
    const { hiddenDim, dropout, numLayers } = settings;
    registerParameters(this, { pos_embedding: new Parameter(zeros(1, length, hiddenDim).normal_(0, 0.02)) });
    registerModules(this, {
      dropout: new Dropout(dropout),
      layers: new Sequential(
        Object.fromEntries(
          Array.from({ length: numLayers }, (_, at) => [`encoder_layer_${at}`, new EncoderBlock(settings)]),
        ),
      ),
      ln: new LayerNorm(hiddenDim, { eps }),
    });
  }

  forward(input: Tensor): Tensor {
    return this.ln(this.layers(this.dropout(input.add(this.posEmbedding))) as Tensor);
  }
}

/**
 * A vision transformer: patches as tokens, a class token before them, a learnt place for each, an encoder, and a linear layer on the class token.
 * Shape: (N, 3, imageSize, imageSize) → (N, numClasses).
 * See https://pytorch.org/vision/stable/models/vision_transformer.html; Dosovitskiy et al., arXiv:2010.11929.
 *
 * @throws ArgumentError for a patch that does not divide the image; ShapeError, when called, for images of another size.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * import { VisionTransformer } from "@bernoulli/nn/models";
 * const model = new VisionTransformer({
 *   imageSize: 8, patchSize: 4, numLayers: 1, numHeads: 2, hiddenDim: 8, mlpDim: 16, numClasses: 10,
 * });
 * model(zeros(2, 3, 8, 8)).shape; // → [2, 10]
 * ```
 */
export class VisionTransformer extends Module {
  static override readonly name: string = "VisionTransformer";
  readonly settings: Settings;
  declare classToken: Parameter;
  declare convProj: Conv2d;
  declare encoder: Encoder;
  declare heads: Sequential;

  constructor(options: VisionTransformerOptions = {}) {
    super();
    checkModel("VisionTransformer", options, {
      numClasses: "count",
      imageSize: "count",
      patchSize: "count",
      numLayers: "count",
      numHeads: "count",
      hiddenDim: "count",
      mlpDim: "count",
      dropout: "number",
      attentionDropout: "number",
    });
    this.settings = { ...base, ...options };
    const { imageSize, patchSize, hiddenDim, numClasses } = this.settings;
    if (imageSize % patchSize !== 0)
      throw new ArgumentError(
        `VisionTransformer: Input shape indivisible by patch size! imageSize is ${imageSize}, patchSize ${patchSize}`,
      );
    const projection = new Conv2d(3, hiddenDim, patchSize, { stride: patchSize });
    registerParameters(this, { class_token: new Parameter(zeros(1, 1, hiddenDim)) });
    registerModules(this, {
      conv_proj: projection,
      encoder: new Encoder((imageSize / patchSize) ** 2 + 1, this.settings),
      heads: new Sequential({ head: new Linear(hiddenDim, numClasses) }),
    });
    init.truncNormal_(projection.weight, { std: Math.sqrt(1 / (3 * patchSize * patchSize)) });
    init.zeros_(projection.bias!);
    for (const head of this.heads.parameters()) init.zeros_(head);
  }

  forward(images: Tensor): Tensor {
    const { imageSize, hiddenDim } = this.settings;
    if (images.ndim !== 4 || images.size(2) !== imageSize || images.size(3) !== imageSize)
      throw new ShapeError(
        `VisionTransformer: Wrong image size! Expected images of shape (N, 3, ${imageSize}, ${imageSize}) but got [${images.shape.join(", ")}]`,
      );
    const count = images.size(0);
    const patches = this.convProj(images).reshape(count, hiddenDim, -1).permute(0, 2, 1);
    const tokens = cat([this.classToken.expand(count, -1, -1), patches], 1);
    return this.heads(this.encoder(tokens).select(1, 0)) as Tensor;
  }
}

const base: Settings = {
  imageSize: 224,
  patchSize: 16,
  numLayers: 12,
  numHeads: 12,
  hiddenDim: 768,
  mlpDim: 3072,
  dropout: 0,
  attentionDropout: 0,
  numClasses: 1000,
};

/** {@link VisionTransformer} in its base size with patches of 16 × 16 pixels. Shape: (N, 3, 224, 224) → (N, numClasses). */
export function vitB16(options: VisionTransformerOptions = {}): VisionTransformer {
  return new VisionTransformer(options);
}

/** {@link VisionTransformer} in its base size with patches of 32 × 32 pixels. Shape: (N, 3, 224, 224) → (N, numClasses). */
export function vitB32(options: VisionTransformerOptions = {}): VisionTransformer {
  return new VisionTransformer({ patchSize: 32, ...options });
}
