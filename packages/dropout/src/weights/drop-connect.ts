// DropConnect: weights that are dropped instead of what they are multiplied with. It is a parametrization, so that it serves whatever
// module has the weight: Linear, convolutions, the hidden weights of a recurrent layer.

import { type DropoutFacts, type Module, utils } from "@bernoulli/nn";
import { ArgumentError, checkOptions, dropout, type Tensor } from "@bernoulli/tensor";
import { checkRate, DrawingModule, type DrawOptions, factsAs } from "../drawing.js";

/**
 * A parametrization that, while training, drops elements of a tensor with probability p and multiplies the others by 1/(1 − p).
 * Shape: (*) → (*).
 * See Wan et al., ICML 2013; the scale is that of Merity et al., https://arxiv.org/abs/1708.02182, where Wan et al. draw from a normal
 * distribution in evaluation.
 *
 * @throws ArgumentError if p is outside [0, 1].
 * @example
 * ```ts
 * import { Linear, utils } from "@bernoulli/nn";
 * import { DropConnect } from "@bernoulli/dropout";
 * const layer = utils.parametrize.registerParametrization(new Linear(3, 2), "weight", new DropConnect(0.5));
 * Object.keys(layer.stateDict()); // → ["bias", "parametrizations.weight.original"]
 * ```
 */
export class DropConnect extends DrawingModule {
  static override readonly name: string = "DropConnect";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("weight");
  p: number;

  constructor(p = 0.5, options: DrawOptions = {}) {
    checkOptions("DropConnect", options, { generator: "Generator" });
    checkRate("DropConnect", p);
    super(options);
    this.p = p;
  }

  forward(weight: Tensor): Tensor {
    return dropout(weight, { p: this.p, ...this.drawing });
  }

  rightInverse(weight: Tensor): Tensor {
    return weight;
  }

  override extraRepr(): string {
    return `p=${this.p}`;
  }
}

export interface DropConnectOptions extends DrawOptions {
  /** The probability that a weight is DROPPED. Default 0.5. */
  readonly p?: number;
  /** Which parameters, by their names in the module. Default: `weight`. */
  readonly names?: readonly string[];
}

/**
 * Puts {@link DropConnect} on parameters of a module, and returns it. A mask is drawn at each call of the module: one for all steps of a
 * recurrent layer.
 * See Wan et al., ICML 2013; for recurrent layers Merity et al., https://arxiv.org/abs/1708.02182.
 *
 * @throws ArgumentError if p is outside [0, 1], or the module has no such parameter.
 * @example
 * ```ts
 * import { LSTM } from "@bernoulli/nn";
 * import { dropConnect } from "@bernoulli/dropout";
 * const layer = dropConnect(new LSTM(4, 8), { p: 0.5, names: ["weight_hh_l0"] });
 * Object.keys(layer.stateDict()).at(-1); // → "parametrizations.weight_hh_l0.original"
 * ```
 */
export function dropConnect<Made extends Module>(module: Made, options: DropConnectOptions = {}): Made {
  checkOptions("dropConnect", options, { p: "number", names: "anything", generator: "Generator" });
  const { p = 0.5, names = ["weight"], ...draws } = options;
  if (!Array.isArray(names) || names.length === 0)
    throw new ArgumentError(`dropConnect: names must be a list of names of parameters, but got ${String(names)}`);
  for (const name of names) utils.parametrize.registerParametrization(module, name, new DropConnect(p, draws));
  return module;
}
