// GPT: a transformer that writes on, of characters or of whatever tokens stand for.

import {
  ArgumentError,
  arange,
  cat,
  checkOptions,
  type Generator,
  multinomial,
  noGrad,
  ShapeError,
  scope,
  softmax,
  type Tensor,
  topk,
} from "@bernoulli/tensor";
import { Dropout, Embedding, F, GELU, init, LayerNorm, Linear, Module, ModuleList } from "../index.js";
import { registerModules } from "../keys.js";
import { checkModel } from "./options.js";

export interface GPTOptions {
  /** The number of tokens. */
  readonly vocabSize: number;
  /** The longest context, in tokens. */
  readonly blockSize: number;
  /** Default 6. */
  readonly nLayer?: number;
  /** Heads of attention; divides `nEmbd`. Default 6. */
  readonly nHead?: number;
  /** Numbers that stand for a token. Default 192. */
  readonly nEmbd?: number;
  /** How likely dropout drops an element. Default 0.2. */
  readonly dropout?: number;
  /** Whether linear layers and norms have a bias. Default true. */
  readonly bias?: boolean;
}

type Settings = Required<GPTOptions>;

/** Attention to what came before. */
class CausalSelfAttention extends Module {
  static override readonly name: string = "CausalSelfAttention";
  declare cAttn: Linear;
  declare cProj: Linear;
  declare residDropout: Dropout;
  readonly nHead: number;
  readonly dropout: number;

  constructor({ nEmbd, nHead, bias, dropout }: Settings) {
    super();
    registerModules(this, {
      c_attn: new Linear(nEmbd, 3 * nEmbd, { bias }),
      c_proj: new Linear(nEmbd, nEmbd, { bias }),
      resid_dropout: new Dropout(dropout),
    });
    this.nHead = nHead;
    this.dropout = dropout;
  }

  forward(x: Tensor): Tensor {
    const [count, length, width] = x.shape as [number, number, number];
    const heads = (part: Tensor) => part.view(count, length, this.nHead, width / this.nHead).transpose(1, 2);
    const [query, key, value] = this.cAttn(x).split(width, 2).map(heads) as [Tensor, Tensor, Tensor];
    const dropoutP = this.training ? this.dropout : 0;
    const mixed = F.scaledDotProductAttention(query, key, value, { dropoutP, isCausal: true });
    return this.residDropout(this.cProj(mixed.transpose(1, 2).reshape(count, length, width)));
  }
}

class MLP extends Module {
  static override readonly name: string = "MLP";
  declare cFc: Linear;
  declare gelu: GELU;
  declare cProj: Linear;
  declare dropout: Dropout;

  constructor({ nEmbd, bias, dropout }: Settings) {
    super();
    registerModules(this, {
      c_fc: new Linear(nEmbd, 4 * nEmbd, { bias }),
      gelu: new GELU(),
      c_proj: new Linear(4 * nEmbd, nEmbd, { bias }),
      dropout: new Dropout(dropout),
    });
  }

  forward(x: Tensor): Tensor {
    return this.dropout(this.cProj(this.gelu(this.cFc(x))));
  }
}

class Block extends Module {
  static override readonly name: string = "Block";
  declare ln1: LayerNorm;
  declare attn: CausalSelfAttention;
  declare ln2: LayerNorm;
  declare mlp: MLP;

  constructor(settings: Settings) {
    super();
    const { nEmbd, bias } = settings;
    registerModules(this, {
      ln_1: new LayerNorm(nEmbd, { bias }),
      attn: new CausalSelfAttention(settings),
      ln_2: new LayerNorm(nEmbd, { bias }),
      mlp: new MLP(settings),
    });
  }

  forward(x: Tensor): Tensor {
    const attended = x.add(this.attn(this.ln1(x)));
    return attended.add(this.mlp(this.ln2(attended)));
  }
}

/** Everything but the last layer. */
class Transformer extends Module {
  static override readonly name: string = "Transformer";
  declare wte: Embedding;
  declare wpe: Embedding;
  declare drop: Dropout;
  declare h: ModuleList<Block>;
  declare lnF: LayerNorm;

  constructor(settings: Settings) {
    super();
    const { vocabSize, blockSize, nEmbd, dropout, bias, nLayer } = settings;
    registerModules(this, {
      wte: new Embedding(vocabSize, nEmbd),
      wpe: new Embedding(blockSize, nEmbd),
      drop: new Dropout(dropout),
      h: new ModuleList(Array.from({ length: nLayer }, () => new Block(settings))),
      ln_f: new LayerNorm(nEmbd, { bias }),
    });
  }

  forward(tokens: Tensor): Tensor {
    const positions = arange(tokens.size(1), { device: tokens.device });
    let x = this.drop(this.wte(tokens).add(this.wpe(positions)));
    for (const block of this.h) x = block(x);
    return this.lnF(x);
  }
}

/**
 * A decoder of tokens: embeddings of tokens and places, blocks of causal attention and a two-layer perceptron, each behind a layer norm, and
 * a last layer that shares the tokens' embedding. Shape: (N, T) of int32, T ≤ blockSize → (N, T, vocabSize), scores of the next token.
 * Its keys and first weights are nanoGPT's, https://github.com/karpathy/nanoGPT. Radford et al., Language models are unsupervised multitask learners, 2019.
 *
 * @throws ArgumentError for heads that do not divide the width; ShapeError, when called, for a context that is too long.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * import { GPT } from "@bernoulli/nn/models";
 * const model = new GPT({ vocabSize: 65, blockSize: 16, nLayer: 1, nHead: 2, nEmbd: 8 });
 * model(zeros([2, 5], { dtype: "int32" })).shape; // → [2, 5, 65]
 * ```
 */
export class GPT extends Module {
  static override readonly name: string = "GPT";
  readonly settings: Settings;
  declare transformer: Transformer;
  declare lmHead: Linear;

  constructor(options: GPTOptions) {
    super();
    checkModel("GPT", options, {
      vocabSize: "count",
      blockSize: "count",
      nLayer: "count",
      nHead: "count",
      nEmbd: "count",
      dropout: "number",
      bias: "boolean",
    });
    this.settings = { nLayer: 6, nHead: 6, nEmbd: 192, dropout: 0.2, bias: true, ...options };
    const { nEmbd, nHead, vocabSize, nLayer } = this.settings;
    if (nEmbd % nHead !== 0)
      throw new ArgumentError(`GPT: nEmbd must be divisible by nHead, but got ${nEmbd} and nHead=${nHead}`);
    registerModules(this, {
      transformer: new Transformer(this.settings),
      lm_head: new Linear(nEmbd, vocabSize, { bias: false }),
    });
    this.transformer.wte.weight = this.lmHead.weight;
    this.apply(initialize);
    // What is added up over the depth begins smaller by its number.
    for (const [name, parameter] of this.namedParameters())
      if (name.endsWith("c_proj.weight")) init.normal_(parameter, 0, 0.02 / Math.sqrt(2 * nLayer));
  }

  forward(tokens: Tensor): Tensor {
    if (tokens.ndim !== 2 || tokens.size(1) > this.settings.blockSize)
      throw new ShapeError(
        `GPT: expected tokens of shape (N, T) with T of at most blockSize=${this.settings.blockSize}, got [${tokens.shape.join(", ")}]; cut the context`,
      );
    return this.lmHead(this.transformer(tokens));
  }

  /**
   * Writes on: draws `maxNewTokens` tokens one after the other. Shape: (N, T) of int32 → (N, T + maxNewTokens). Switch dropout off
   * before, by `eval()`.
   *
   * @throws ArgumentError for an option out of range.
   */
  generate(tokens: Tensor, maxNewTokens: number, options: GenerateOptions = {}): Tensor {
    checkOptions("GPT.generate", options, { temperature: "number", topK: "count", generator: "Generator" });
    const { temperature = 1, topK, generator } = options;
    if (!(temperature > 0))
      throw new ArgumentError(`GPT.generate: temperature must be positive, but got ${String(temperature)}`);
    const { blockSize, vocabSize } = this.settings;
    return noGrad(() =>
      scope(() => {
        let all = tokens;
        for (let count = 0; count < maxNewTokens; count++) {
          const context = all.size(1) <= blockSize ? all : all.narrow(1, all.size(1) - blockSize, blockSize);
          let scores = this(context)
            .select(1, context.size(1) - 1)
            .div(temperature);
          if (topK !== undefined && topK < vocabSize) {
            const least = topk(scores, topK).values.narrow(-1, topK - 1, 1);
            scores = scores.maskedFill(scores.lt(least), -Infinity);
          }
          const next = multinomial(softmax(scores, -1), 1, generator === undefined ? {} : { generator });
          all = cat([all, next], 1);
        }
        return all;
      }),
    );
  }
}

export interface GenerateOptions {
  /** What scores are divided by: below 1 the likely become likelier. Default 1. */
  readonly temperature?: number;
  /** Of how many of the likeliest tokens to draw. Default: all. */
  readonly topK?: number;
  /** Where the draws come from. Default: the default generator. */
  readonly generator?: Generator;
}

function initialize(module: Module): void {
  if (module instanceof Linear) {
    init.normal_(module.weight, 0, 0.02);
    if (module.bias !== null) init.zeros_(module.bias);
  }
  if (module instanceof Embedding) init.normal_(module.weight, 0, 0.02);
}
