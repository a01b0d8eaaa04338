// mseLoss, l1Loss, smoothL1Loss and huberLoss: how far an input is from its target, element by element.

import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { checkTensor, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import type { Value } from "../../formulas/expression.js";
import { where } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes, isFloating } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { broadcast, promote } from "../operands.js";
import { mul } from "../pointwise/mul.js";
import {
  checkFloating,
  checkSameSize,
  type LossOptions,
  lossOptions,
  reduced,
  warnOfSizes,
  weighted,
} from "./reduction.js";

const mseOp = pointwise({
  name: "mseLoss",
  inputs: ["input", "target"],
  dtypes: floatingDTypes,
  formula: ({ input, target }) => input.sub(target).mul(input.sub(target)),
  gradient: ({ grad, input, target }) => {
    const slope = grad.mul(input.sub(target).mul(2));
    return [slope, slope.neg()];
  },
});

const l1Op = pointwise({
  name: "l1Loss",
  inputs: ["input", "target"],
  dtypes: floatingDTypes,
  formula: ({ input, target }) => input.sub(target).abs(),
});

/** `grad` by a slope that is −steepest and steepest beyond `bend`. There, as in PyTorch, it has none itself. */
function bent(grad: Value, difference: Value, bend: Value, steepest: Value, between: Value): readonly [Value, Value] {
  const beyond = where(difference.ge(bend), grad.mul(steepest), grad.mul(between));
  const slope = where(difference.le(bend.neg()), grad.mul(steepest).neg(), beyond);
  return [slope, slope.neg()];
}

const smoothL1Op = pointwise({
  name: "smoothL1Loss",
  inputs: ["input", "target"],
  numbers: ["beta"],
  dtypes: floatingDTypes,
  formula: ({ input, target, beta }) => {
    const distance = input.sub(target).abs();
    return where(distance.lt(beta), distance.mul(0.5).mul(distance).div(beta), distance.sub(beta.mul(0.5)));
  },
  gradient: ({ grad, input, target, beta }) => {
    const difference = input.sub(target);
    return bent(grad, difference, beta, beta.div(beta), difference.div(beta));
  },
});

const huberOp = pointwise({
  name: "huberLoss",
  inputs: ["input", "target"],
  numbers: ["delta"],
  dtypes: floatingDTypes,
  formula: ({ input, target, delta }) => {
    const distance = input.sub(target).abs();
    return where(distance.le(delta), distance.mul(0.5).mul(distance), delta.mul(distance.sub(delta.mul(0.5))));
  },
  gradient: ({ grad, input, target, delta }) => {
    const difference = input.sub(target);
    return bent(grad, difference, delta, delta, difference);
  },
});

export interface WeightedLossOptions extends LossOptions {
  /** A factor an element. Its shape is the input's. */
  readonly weight?: Tensor | null;
}

/** Input and target in one floating dtype and shape, with the warning where theirs differ. */
function pair(op: string, input: Tensor, target: Tensor): [Tensor, Tensor] {
  checkTensor(op, "input", input);
  checkTensor(op, "target", target);
  warnOfSizes(op, input, target);
  const [a, b] = broadcast(op, ...promote(op, input, target));
  checkFloating(op, "input or target", a);
  return [a, b];
}

/**
 * (input − target)², reduced. With a weight the mean is that of the weights. Shape: (*), (*), broadcast with a warning, → () or, with
 * reduction `"none"`, (*). See https://pytorch.org/docs/stable/generated/torch.nn.functional.mse_loss.html.
 *
 * @throws ShapeError if the shapes do not broadcast, or the weight's is not the input's; DTypeError for integers.
 * @example
 * ```ts
 * import { mseLoss, tensor } from "@bernoulli/tensor";
 * mseLoss(tensor([1, 2]), tensor([0, 4])).item(); // → 2.5
 * mseLoss(tensor([1, 2]), tensor([0, 4]), { reduction: "none" }).toArray(); // → [1, 4]
 * ```
 */
export function mseLoss(input: Tensor, target: Tensor, ...rest: Positional<WeightedLossOptions, []>): Tensor {
  const kinds = { reduction: "anything", weight: "anything" } as const;
  const options = lossOptions<WeightedLossOptions>("mseLoss", [], kinds, rest);
  const losses = apply(mseOp, pair("mseLoss", input, target), {});
  const { weight = null } = options;
  checkSameSize("mseLoss", weight, input);
  return weight === null ? reduced(losses, options) : weighted(losses, weight, options);
}

/**
 * |input − target|, reduced. With a weight the mean is that of the weights. Shape: (*), (*), broadcast with a warning, → () or, with
 * reduction `"none"`, (*). See https://pytorch.org/docs/stable/generated/torch.nn.functional.l1_loss.html.
 *
 * @throws ShapeError if the shapes do not broadcast, or the weight's is not the input's; DTypeError for integers.
 * @example
 * ```ts
 * import { l1Loss, tensor } from "@bernoulli/tensor";
 * l1Loss(tensor([1, 2]), tensor([0, 4])).item(); // → 1.5
 * ```
 */
export function l1Loss(input: Tensor, target: Tensor, ...rest: Positional<WeightedLossOptions, []>): Tensor {
  const kinds = { reduction: "anything", weight: "anything" } as const;
  const options = lossOptions<WeightedLossOptions>("l1Loss", [], kinds, rest);
  const losses = apply(l1Op, pair("l1Loss", input, target), {});
  const { weight = null } = options;
  checkSameSize("l1Loss", weight, input);
  return weight === null ? reduced(losses, options) : weighted(losses, weight, options);
}

export interface SmoothL1LossOptions extends LossOptions {
  /** Below which distance it is a square, ≥ 0; with 0 it is l1Loss. Default 1. */
  readonly beta?: number;
}

/**
 * 0.5 · d² / beta where d = |input − target| is below beta, else d − 0.5 · beta; reduced. Shape: (*), (*), broadcast with a warning, →
 * () or, with reduction `"none"`, (*). See https://pytorch.org/docs/stable/generated/torch.nn.functional.smooth_l1_loss.html.
 *
 * @throws ShapeError if the shapes do not broadcast; DTypeError for integers; ArgumentError for a negative beta.
 * @example
 * ```ts
 * import { smoothL1Loss, tensor } from "@bernoulli/tensor";
 * smoothL1Loss(tensor([0.5, 3]), tensor([0, 0]), { reduction: "none" }).toArray(); // → [0.125, 2.5]
 * ```
 */
export function smoothL1Loss(input: Tensor, target: Tensor, ...rest: Positional<SmoothL1LossOptions, []>): Tensor {
  const kinds = { reduction: "anything", beta: "number" } as const;
  const options = lossOptions<SmoothL1LossOptions>("smoothL1Loss", [], kinds, rest);
  const { beta = 1 } = options;
  if (!(beta >= 0)) throw new ArgumentError(`smoothL1Loss does not support negative values for beta, but got ${beta}`);
  const inputs = pair("smoothL1Loss", input, target);
  return reduced(beta === 0 ? apply(l1Op, inputs, {}) : apply(smoothL1Op, inputs, { beta }), options);
}

export interface HuberLossOptions extends WeightedLossOptions {
  /** Up to which distance it is a square, > 0. Default 1. */
  readonly delta?: number;
}

/**
 * 0.5 · d² where d = |input − target| is at most delta, else delta · (d − 0.5 · delta); reduced. Shape: (*), (*), broadcast with a
 * warning, → () or, with reduction `"none"`, (*). A weight's mean is over the elements, as PyTorch has it here.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.huber_loss.html.
 *
 * @throws ShapeError if the shapes do not broadcast, or the weight's is not the input's; DTypeError for integers; ArgumentError unless
 * delta is positive.
 * @example
 * ```ts
 * import { huberLoss, tensor } from "@bernoulli/tensor";
 * huberLoss(tensor([0.5, 3]), tensor([0, 0]), { reduction: "none", delta: 2 }).toArray(); // → [0.125, 4]
 * ```
 */
export function huberLoss(
  input: Tensor,
  target: Tensor,
  ...rest: Positional<HuberLossOptions, ["reduction", "delta"]>
): Tensor {
  const kinds = { reduction: "anything", delta: "number", weight: "anything" } as const;
  const options = lossOptions<HuberLossOptions>("huberLoss", ["reduction", "delta"], kinds, rest);
  const { delta = 1, weight = null } = options;
  if (!(delta > 0))
    throw new ArgumentError(`huberLoss does not support non-positive values for delta, but got ${delta}`);
  const [a, b] = pair("huberLoss", input, target);
  // PyTorch writes the result in the input's dtype.
  if (!isFloating(input.dtype))
    throw new DTypeError(
      `huberLoss: result type ${a.dtype} can't be cast to the desired output type ${input.dtype}; convert the input with .to("${a.dtype}")`,
    );
  checkSameSize("huberLoss", weight, input);
  const losses = to(apply(huberOp, [a, b], { delta }), input.dtype);
  return reduced(weight === null ? losses : mul(losses, weight), options);
}
