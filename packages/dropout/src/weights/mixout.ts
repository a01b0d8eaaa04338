// Mixout: weights that are, with some probability, those of a pretrained net, instead of zero.

import { type DropoutFacts, type Module, utils } from "@bernoulli/nn";
import { ArgumentError, checkOptions, isTensor, ShapeError, type Tensor, where } from "@bernoulli/tensor";
import {
  checkInput,
  checkRateBelowOne,
  checkTraining,
  DrawingModule,
  type DrawOptions,
  type DropOptions,
  factsAs,
  keptElements,
} from "../drawing.js";

/**
 * Mixes `target` into `input`: an element is the target's with probability p, and the mix is moved and scaled so that its mean is the input.
 * Shape: (*), (*) → (*).
 * See Lee et al., ICLR 2020 (https://arxiv.org/abs/1909.11299), eq. 1.
 *
 * @throws ArgumentError if p is outside [0, 1); ShapeError if the shapes differ.
 * @example
 * ```ts
 * import { manualSeed, ones, zeros } from "@bernoulli/tensor";
 * import { mixout } from "@bernoulli/dropout";
 * manualSeed(0);
 * mixout(zeros(4), ones(4), { p: 0.5, training: true }).toArray(); // → [1, 1, -1, 1]
 * ```
 */
export function mixout(input: Tensor, target: Tensor, options: DropOptions & { readonly p?: number }): Tensor {
  checkOptions("mixout", options, { p: "number", training: "boolean", generator: "Generator" });
  const { p = 0.5, training, generator } = options;
  checkRateBelowOne("mixout", p);
  checkTraining("mixout", training);
  checkInput("mixout", input);
  if (target.shape.join() !== input.shape.join())
    throw new ShapeError(
      `mixout: A target tensor size must match with an input tensor size, but got [${target.shape.join(", ")}] for an input of [${input.shape.join(", ")}]`,
    );
  if (!training || p === 0) return input;
  const isKept = keptElements({ op: "mixout", shape: input.shape, p, like: input, generator });
  return where(isKept, input, target)
    .sub(target.mul(p))
    .div(1 - p);
}

/**
 * {@link mixout} as a parametrization. Its target is a buffer, `target`, that is saved with the model. Shape: (*) → (*).
 * See Lee et al., ICLR 2020.
 *
 * @throws ArgumentError if p is outside [0, 1).
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { Mixout } from "@bernoulli/dropout";
 * String(new Mixout(ones(2), 0.9)); // → "Mixout(p=0.9)"
 * ```
 */
export class Mixout extends DrawingModule {
  static override readonly name: string = "Mixout";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("weight", { dropped: "target" });
  p: number;
  declare readonly target: Tensor;

  constructor(target: Tensor, p = 0.5, options: DrawOptions = {}) {
    checkOptions("Mixout", options, { generator: "Generator" });
    checkRateBelowOne("Mixout", p);
    super(options);
    this.p = p;
    this.registerBuffer("target", target.detach().clone());
  }

  forward(weight: Tensor): Tensor {
    return mixout(weight, this.target, { p: this.p, ...this.drawing });
  }

  rightInverse(weight: Tensor): Tensor {
    return weight;
  }

  override extraRepr(): string {
    return `p=${this.p}`;
  }
}

/**
 * Puts {@link Mixout} on a module's weights, with what they are now as the target: call it on a net that has its pretrained weights.
 * Returns the module.
 * See Lee et al., ICLR 2020.
 *
 * @throws ArgumentError if p is outside [0, 1), or the module has no such parameter.
 * @example
 * ```ts
 * import { Linear } from "@bernoulli/nn";
 * import { mixoutWeights } from "@bernoulli/dropout";
 * Object.keys(mixoutWeights(new Linear(2, 2), { p: 0.7 }).stateDict()).length; // → 3
 * ```
 */
export function mixoutWeights<Made extends Module>(
  module: Made,
  options: DrawOptions & { readonly p?: number; readonly names?: readonly string[] } = {},
): Made {
  checkOptions("mixoutWeights", options, { p: "number", names: "anything", generator: "Generator" });
  const { p = 0.5, names = ["weight"], ...draws } = options;
  for (const name of names) {
    // By the key, as in a state dict, or by the property.
    const own = new Map(module.namedParameters({ recurse: false }));
    const weight = own.get(name) ?? (module as unknown as Record<string, unknown>)[name];
    if (!isTensor(weight))
      throw new ArgumentError(`mixoutWeights: ${module.constructor.name} has no parameter of the name ${name}`);
    utils.parametrize.registerParametrization(module, name, new Mixout(weight, p, draws));
  }
  return module;
}
