// hingeEmbeddingLoss, marginRankingLoss, softMarginLoss and multilabelSoftMarginLoss: what is on the wrong side, or not far enough on the
// right one, element by element. Targets are 1 and −1, of the last one 1 and 0.

import { ShapeError } from "../../checks/errors.js";
import { checkTensor, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { constant, type Value, where } from "../../formulas/expression.js";
import { exp, log1p } from "../../formulas/math/exponential.js";
import { pointwise } from "../../formulas/pointwise.js";
import { type DType, floatingDTypes, isFloating } from "../../tensor/dtype.js";
import { formatShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { broadcast, promote } from "../operands.js";
import { add, sub } from "../pointwise/add.js";
import { eq } from "../pointwise/compare.js";
import { clampMin } from "../pointwise/extremes.js";
import { mul } from "../pointwise/mul.js";
import { neg } from "../pointwise/neg.js";
import { where as whereOp } from "../pointwise/where.js";
import { mean } from "../reductions/mean.js";
import { logSigmoidOf, sigmoidOf } from "./binary.js";
import { checkConstant, checkFloating, type LossOptions, lossOptions, reduced } from "./reduction.js";

/** As PyTorch's clamp_min_(0): at 0 the slope is 0, and at NaN, which x - x is there. */
export const positive = (x: Value): Value => where(x.gt(0), x, where(x.le(0), 0, x.sub(x)));

/** Targets of 1 and −1 as floats; a byte has −1 as 255, and PyTorch, which compares bytes, takes it for that. */
export const signsOf = (target: Tensor, dtype: DType): Tensor =>
  to(target.dtype === "uint8" ? whereOp(eq(target, 255), -1, to(target, "int32")) : target, dtype);

const hingeEmbeddingOp = pointwise({
  name: "hingeEmbeddingLoss",
  inputs: ["input", "target"],
  numbers: ["margin"],
  dtypes: floatingDTypes,
  formula: ({ input, target, margin }) =>
    where(target.ne(1), positive(margin.sub(input)), 0).add(where(target.ne(-1), input, 0)),
});

const marginRankingOp = pointwise({
  name: "marginRankingLoss",
  inputs: ["input1", "input2", "target"],
  numbers: ["margin"],
  dtypes: floatingDTypes,
  formula: ({ input1, input2, target, margin }) => positive(target.neg().mul(input1.sub(input2)).add(margin)),
});

const softMarginOp = pointwise({
  name: "softMarginLoss",
  inputs: ["input", "target"],
  dtypes: floatingDTypes,
  formula: ({ input, target }) => log1p(exp(target.neg().mul(input))),
  gradient: ({ grad, input, target }) => {
    const odds = exp(target.neg().mul(input));
    return [target.neg().mul(grad).mul(odds).div(odds.add(1)), null];
  },
});

const multilabelSoftMarginOp = pointwise({
  name: "multilabelSoftMarginLoss",
  inputs: ["input", "target"],
  dtypes: floatingDTypes,
  formula: ({ input, target }) =>
    target
      .mul(logSigmoidOf(input))
      .add(constant(1).sub(target).mul(logSigmoidOf(input.neg())))
      .neg(),
  gradient: ({ grad, input, target }) => [grad.mul(sigmoidOf(input).sub(target)), grad.mul(input).neg()],
});

export interface MarginLossOptions extends LossOptions {
  /** How far on the right side costs nothing. Default 0, of hingeEmbeddingLoss 1. */
  readonly margin?: number;
}

const marginKinds = { reduction: "anything", margin: "number" } as const;

/**
 * Of a distance, itself where the target is 1, and max(0, margin − input) where it is −1; reduced. Shape: (*), (*), broadcast, → () or, with
 * reduction `"none"`, (*). See https://pytorch.org/docs/stable/generated/torch.nn.functional.hinge_embedding_loss.html.
 *
 * @throws ShapeError if the shapes do not broadcast; DTypeError for an input of integers.
 * @example
 * ```ts
 * import { hingeEmbeddingLoss, tensor } from "@bernoulli/tensor";
 * hingeEmbeddingLoss(tensor([0.5, 0.2]), tensor([1, -1]), { reduction: "none" }).toArray(); // → [0.5, 0.8]
 * ```
 */
export function hingeEmbeddingLoss(
  input: Tensor,
  target: Tensor,
  ...rest: Positional<MarginLossOptions, ["margin"]>
): Tensor {
  const op = "hingeEmbeddingLoss";
  checkTensor(op, "input", input);
  checkTensor(op, "target", target);
  const options = lossOptions<MarginLossOptions>(op, ["margin"], marginKinds, rest);
  checkFloating(op, "input", input);
  const inputs = broadcast(op, input, signsOf(target, input.dtype));
  return reduced(apply(hingeEmbeddingOp, inputs, { margin: options.margin ?? 1 }), options);
}

/**
 * max(0, −target · (input1 − input2) + margin): whether the first ranks before the second, where the target is 1, or behind it, where it is
 * −1; reduced. Integers give float32. Shape: (*), (*), (*), broadcast, of as many dimensions → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.margin_ranking_loss.html.
 *
 * @throws ShapeError if the shapes do not broadcast, or are of other numbers of dimensions.
 * @example
 * ```ts
 * import { marginRankingLoss, tensor } from "@bernoulli/tensor";
 * marginRankingLoss(tensor([1, 2]), tensor([2, 1]), tensor([1, 1]), { reduction: "none" }).toArray(); // → [1, 0]
 * ```
 */
export function marginRankingLoss(
  input1: Tensor,
  input2: Tensor,
  target: Tensor,
  ...rest: Positional<MarginLossOptions, ["margin"]>
): Tensor {
  const op = "marginRankingLoss";
  checkTensor(op, "input1", input1);
  checkTensor(op, "input2", input2);
  checkTensor(op, "target", target);
  const options = lossOptions<MarginLossOptions>(op, ["margin"], marginKinds, rest);
  if (input1.ndim !== input2.ndim || input1.ndim !== target.ndim)
    throw new ShapeError(
      `${op}: All input tensors should have same dimension but got sizes: input1: ${formatShape(input1.shape)}, input2: ${formatShape(input2.shape)}, target: ${formatShape(target.shape)}; unsqueeze or view one`,
    );
  const [a, b] = promote(op, input1, input2);
  const [first, own] = promote(op, a, target);
  // Only the margin makes floats of integers, behind their products, which wrap.
  if (!isFloating(first.dtype)) {
    const apart = mul(neg(own), sub(first, to(b, first.dtype)));
    return reduced(clampMin(add(to(apart, "float32"), options.margin ?? 0), 0), options);
  }
  const inputs = broadcast(op, first, to(b, first.dtype), own);
  return reduced(apply(marginRankingOp, inputs, { margin: options.margin ?? 0 }), options);
}

/**
 * log(1 + e^(−target · input)), reduced; infinite, as in PyTorch, where the power is. No gradient for the target.
 * Shape: (*), (*), broadcast, → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.soft_margin_loss.html.
 *
 * @throws ShapeError if the shapes do not broadcast; DTypeError for an input of integers; AutogradError for a target that wants a gradient.
 * @example
 * ```ts
 * import { softMarginLoss, tensor } from "@bernoulli/tensor";
 * softMarginLoss(tensor([0, 1]), tensor([1, -1]), { reduction: "none" }).toArray(); // → [0.6931472, 1.313262]
 * ```
 */
export function softMarginLoss(input: Tensor, target: Tensor, ...rest: Positional<LossOptions, []>): Tensor {
  const op = "softMarginLoss";
  checkTensor(op, "input", input);
  const options = lossOptions<LossOptions>(op, [], { reduction: "anything" }, rest);
  checkTensor(op, "target", target);
  checkConstant(op, "target", target);
  checkFloating(op, "input", input);
  const inputs = broadcast(op, ...promote(op, input, target));
  return reduced(to(apply(softMarginOp, inputs, {}), input.dtype), options);
}

export interface MultilabelSoftMarginLossOptions extends LossOptions {
  /** A factor a class. Broadcast. */
  readonly weight?: Tensor | null;
}

/**
 * The binary cross entropy of each class's logit, its mean over the classes, reduced over the batch. Shape: (*, C), (*, C), broadcast, →
 * () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.multilabel_soft_margin_loss.html.
 *
 * @throws ShapeError if the shapes do not broadcast, or there is no dimension; DTypeError for an input of integers.
 * @example
 * ```ts
 * import { multilabelSoftMarginLoss, tensor } from "@bernoulli/tensor";
 * multilabelSoftMarginLoss(tensor([[0, 200]]), tensor([[1, 1]])).item(); // → 0.3465736
 * ```
 */
export function multilabelSoftMarginLoss(
  input: Tensor,
  target: Tensor,
  ...rest: Positional<MultilabelSoftMarginLossOptions, ["weight"]>
): Tensor {
  const op = "multilabelSoftMarginLoss";
  checkTensor(op, "input", input);
  checkTensor(op, "target", target);
  const kinds = { reduction: "anything", weight: "anything" } as const;
  const options = lossOptions<MultilabelSoftMarginLossOptions>(op, ["weight"], kinds, rest);
  const { weight = null } = options;
  if (weight !== null) checkTensor(op, "weight", weight);
  checkFloating(op, "input", input);
  if (input.ndim === 0)
    throw new ShapeError(`${op}: expected an input of at least one dimension, the classes, but got a 0-d tensor`);
  const losses = apply(multilabelSoftMarginOp, broadcast(op, ...promote(op, input, target)), {});
  return reduced(mean(weight === null ? losses : mul(losses, weight), -1), options);
}
