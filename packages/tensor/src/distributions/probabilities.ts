// What distributions of probabilities share: the two ways of giving them. No distribution is defined here.

import { ArgumentError } from "../checks/errors.js";
import { checkOptions } from "../checks/options.js";
import { zerosLike } from "../ops/creation/creation.js";
import { add, sub } from "../ops/pointwise/add.js";
import { clamp } from "../ops/pointwise/clamp.js";
import { log } from "../ops/pointwise/exp.js";
import { log1p, logaddexp } from "../ops/pointwise/logarithms.js";
import { mul } from "../ops/pointwise/mul.js";
import { neg } from "../ops/pointwise/neg.js";
import { sigmoid } from "../ops/pointwise/tanh.js";
import type { Shape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import type { Constraint } from "./constraints.js";
import { Distribution, type DistributionOptions } from "./distribution.js";
import { broadcastAll, finfo, type ParameterValue } from "./parameters.js";

/** One of the two: probabilities, or their logarithms as odds (of Categorical: but for a constant). */
export type ProbabilityOptions = DistributionOptions & {
  readonly probs?: ParameterValue;
  readonly logits?: ParameterValue;
};

/** Probabilities as the first argument, or one of the two in options. */
export type ProbabilityArguments =
  | [probs: ParameterValue, options?: DistributionOptions]
  | [options: ProbabilityOptions];

export type Kind = "probs" | "logits";

export interface Given {
  readonly kind: Kind;
  readonly tensor: Tensor;
  readonly options: DistributionOptions;
}

export function givenOf(owner: string, given: ProbabilityArguments): Given {
  const [first, second = {}] = given as [ParameterValue | ProbabilityOptions, DistributionOptions?];
  const isValue = isTensor(first) || typeof first === "number";
  const { probs, logits, ...options }: ProbabilityOptions = isValue ? { probs: first, ...second } : (first ?? {});
  checkOptions(owner, { probs, logits, ...options }, ["probs", "logits", "validateArgs"]);
  if ((probs === undefined) === (logits === undefined))
    throw new ArgumentError(`${owner}: Either \`probs\` or \`logits\` must be specified, but not both.`);
  const kind = probs === undefined ? "logits" : "probs";
  return { kind, tensor: broadcastAll(owner, { value: (probs ?? logits)! }).value, options };
}

/** What logits are made of: no logarithm is infinite. */
export function clamped(probs: Tensor): Tensor {
  const { eps } = finfo(probs);
  return clamp(probs, eps, 1 - eps);
}

export function oddsOf(probs: Tensor): Tensor {
  const inner = clamped(probs);
  return sub(log(inner), log1p(neg(inner)));
}

/** −t log p − (1 − t) log (1 − p), p by its logits. */
export function crossEntropyOf(logits: Tensor, target: Tensor): Tensor {
  // log σ(x) = −log(1 + e⁻ˣ)
  const logSigmoid = neg(logaddexp(zerosLike(logits), neg(logits)));
  return sub(mul(add(neg(target), 1), logits), logSigmoid);
}

/** By probabilities or their logits, whichever was given; the other is computed of it. */
export abstract class ByProbabilities extends Distribution {
  readonly #kind: Kind;
  #given: Tensor;

  protected constructor(
    batchShape: Shape,
    eventShape: Shape,
    { kind, tensor, options }: Given,
    constraints: Readonly<Record<Kind, Constraint>>,
  ) {
    super(batchShape, eventShape, options);
    this.#kind = kind;
    this.#given = tensor;
    this.parameters = { [kind]: tensor };
    this.check(this.parameters, constraints);
  }

  get probs(): Tensor {
    return this.#kind === "probs" ? this.#given : this.probsOf(this.#given);
  }
  get logits(): Tensor {
    return this.#kind === "logits" ? this.#given : this.logitsOf(this.#given);
  }

  protected probsOf(logits: Tensor): Tensor {
    return sigmoid(logits);
  }
  protected logitsOf(probs: Tensor): Tensor {
    return oddsOf(probs);
  }

  /** What the constructor takes in front of the probabilities, for another batch. */
  protected front(_batchShape: Shape): readonly unknown[] {
    return [];
  }

  override expand(batchShape: Shape): this {
    const given = this.stretched(this.#given, batchShape);
    const Class = this.constructor as new (...given: unknown[]) => this;
    const { validateArgs } = this;
    const made = new Class(...this.front(batchShape), { [this.#kind]: given, validateArgs });
    // As it was, not normalized once more.
    made.#given = given;
    return made;
  }
}
