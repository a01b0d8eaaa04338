// Standout: units are kept with probabilities that a net of its own gives, whose weights are the layer's.

import { type DropoutFacts, F, type Linear, Module } from "@bernoulli/nn";
import { checkOptions, type Tensor } from "@bernoulli/tensor";
import { bernoulliNoise, DrawingModule, type DrawOptions, factsAs, unscaled } from "../drawing.js";

export interface StandoutOptions extends DrawOptions {
  /** What the layer's outputs are multiplied by to be logits of being kept. Default 1. */
  readonly alpha?: number;
  /** What is added to them. Default 0. */
  readonly beta?: number;
}

/**
 * A linear layer whose outputs, behind an activation, are kept with probability σ(α W x + β), which the layer's own weights give; in
 * evaluation they are multiplied by it. The bias is not in the logits, and no gradient goes through the probabilities. Shape: (*, in) → (*, out).
 * See Ba and Frey, NeurIPS 2013, eq. 3 to 5.
 *
 * @throws ArgumentError if an option is none.
 * @example
 * ```ts
 * import { Linear } from "@bernoulli/nn";
 * import { ones } from "@bernoulli/tensor";
 * import { Standout } from "@bernoulli/dropout";
 * const layer = new Standout(new Linear(4, 3), { beta: 1 });
 * layer(ones(2, 4)).shape; // → [2, 3]
 * ```
 */
export class Standout extends DrawingModule {
  static override readonly name: string = "Standout";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("element", {
    ...unscaled,
    keeps: ["mean"],
    evaluation: "mean",
  });
  readonly linear: Linear;
  readonly activation: Module | null;
  alpha: number;
  beta: number;

  constructor(linear: Linear, options: StandoutOptions & { readonly activation?: Module } = {}) {
    checkOptions("Standout", options, {
      alpha: "number",
      beta: "number",
      activation: "anything",
      generator: "Generator",
    });
    const { alpha = 1, beta = 0, activation = null } = options;
    super(options);
    this.linear = linear;
    this.activation = activation instanceof Module ? activation : null;
    this.alpha = alpha;
    this.beta = beta;
  }

  forward(input: Tensor): Tensor {
    const { alpha, beta, linear, activation } = this;
    const output = linear(input);
    const active = activation === null ? output : (activation as unknown as (x: Tensor) => Tensor)(output);
    const kept = F.linear(input.detach(), linear.weight.detach()).mul(alpha).add(beta).sigmoid();
    const { training, generator } = this.drawing;
    return active.mul(
      training ? bernoulliNoise({ op: "Standout", like: kept, generator, kept: (noise) => noise.ne(0) }) : kept,
    );
  }

  override extraRepr(): string {
    return `alpha=${this.alpha}, beta=${this.beta}`;
  }
}
