// Targeted dropout: only what would be pruned afterwards, the weights or units that are least, is dropped.

import type { DropoutFacts } from "@bernoulli/nn";
import { checkOptions, rand, type Tensor, topk, where, zerosLike } from "@bernoulli/tensor";
import {
  checkInput,
  checkRate,
  checkTraining,
  DrawingModule,
  type DrawOptions,
  type DropOptions,
  drawsOf,
  factsAs,
  keptMask,
  unscaled,
} from "../drawing.js";

export interface TargetedOptions {
  /** The share of weights of a unit, or of units, that may be dropped: the least ones. Default 0.5. */
  readonly target?: number;
  /** The probability that one of these is DROPPED. Default 0.5. */
  readonly p?: number;
}

const kinds = { target: "number", p: "number", training: "boolean", generator: "Generator" } as const;

/**
 * Sets, with probability p, each of those weights to zero whose size is among the ⌊target · count⌋ least of their unit's; nothing is
 * scaled. A row is a unit, as in Linear; of a convolution all behind the first dimension is. Shape: (out, *) → the same.
 * See Gomez et al., https://arxiv.org/abs/1905.13678.
 *
 * @throws ArgumentError if target or p is outside [0, 1].
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { targetedWeightDropout } from "@bernoulli/dropout";
 * targetedWeightDropout(tensor([[0.1, -3, 2, -0.2]]), { target: 0.5, p: 1, training: true }).toArray(); // → [[0, -3, 2, 0]]
 * ```
 */
export function targetedWeightDropout(weight: Tensor, options: TargetedOptions & DropOptions): Tensor {
  return targeted("targetedWeightDropout", weight, options, (rows) => rows.abs());
}

/** What is declared of {@link targetedUnitDropout}. */
export const targetedUnitDropoutFacts: DropoutFacts = /* @__PURE__ */ factsAs("node", unscaled);

/**
 * Sets, with probability p, each of those units to zero whose weights' norm is among the ⌊target · count⌋ least; nothing is scaled. Shape:
 * (out, *) → the same.
 * See Gomez et al., https://arxiv.org/abs/1905.13678.
 *
 * @throws ArgumentError if target or p is outside [0, 1].
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { targetedUnitDropout } from "@bernoulli/dropout";
 * targetedUnitDropout(tensor([[1, 1], [3, 4]]), { target: 0.5, p: 1, training: true }).toArray(); // → [[0, 0], [3, 4]]
 * ```
 */
export function targetedUnitDropout(weight: Tensor, options: TargetedOptions & DropOptions): Tensor {
  return targeted("targetedUnitDropout", weight, options, (rows) => rows.square().sum(1).sqrt().unsqueeze(0));
}

function targeted(
  op: string,
  weight: Tensor,
  options: TargetedOptions & DropOptions,
  sizeOf: (rows: Tensor) => Tensor,
): Tensor {
  checkOptions(op, options, kinds);
  const { target = 0.5, p = 0.5, training, generator } = options;
  checkRate(op, target, "target");
  checkRate(op, p);
  checkTraining(op, training);
  checkInput(op, weight, "weight");
  if (!training || p === 0 || weight.numel() === 0) return weight;
  const rows = weight.reshape(weight.size(0), -1);
  const size = sizeOf(rows.detach());
  const count = Math.floor(target * size.size(1));
  if (count === 0) return weight;
  const least = topk(size, count, { dim: 1, largest: false }).indices;
  const isTarget = zerosLike(size).scatter(1, least, 1).ne(0);
  const { shape, device } = size;
  const isKept = keptMask({ op, shape, p, device }, () => rand(shape, { ...drawsOf(generator), device }).ge(p));
  const isDropped = isTarget.logicalAnd(isKept.logicalNot());
  const dropped = sizeOf(rows).size(0) === rows.size(0) && size.size(1) === rows.size(1) ? isDropped : isDropped.t();
  return where(dropped.expandAs(rows), 0, rows).reshape(weight.shape);
}

/**
 * {@link targetedWeightDropout} as a parametrization, for `nn.utils.parametrize`. Shape: (out, *) → the same.
 * See Gomez et al., https://arxiv.org/abs/1905.13678.
 *
 * @throws ArgumentError if target or p is outside [0, 1].
 * @example
 * ```ts
 * import { Linear, utils, type DropoutFacts } from "@bernoulli/nn";
 * import { TargetedWeightDropout } from "@bernoulli/dropout";
 * const layer = new Linear(4, 4);
 * utils.parametrize.registerParametrization(layer, "weight", new TargetedWeightDropout({ target: 0.75, p: 0.66 }));
 * utils.parametrize.isParametrized(layer, "weight"); // → true
 * ```
 */
export class TargetedWeightDropout extends DrawingModule {
  static override readonly name: string = "TargetedWeightDropout";
  static readonly facts: DropoutFacts = /* @__PURE__ */ factsAs("weight", unscaled);
  target: number;
  p: number;

  constructor(options: TargetedOptions & DrawOptions = {}) {
    checkOptions("TargetedWeightDropout", options, { target: "number", p: "number", generator: "Generator" });
    const { target = 0.5, p = 0.5 } = options;
    checkRate("TargetedWeightDropout", target, "target");
    checkRate("TargetedWeightDropout", p);
    super(options);
    this.target = target;
    this.p = p;
  }

  forward(weight: Tensor): Tensor {
    return targetedWeightDropout(weight, { target: this.target, p: this.p, ...this.drawing });
  }

  rightInverse(weight: Tensor): Tensor {
    return weight;
  }

  override extraRepr(): string {
    return `target=${this.target}, p=${this.p}`;
  }
}
