// binaryCrossEntropy, of probabilities and of logits: how unlikely yes and no were, element by element.

import { DTypeError, ShapeError } from "../../checks/errors.js";
import { checkTensor, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { constant, type Value, where } from "../../formulas/expression.js";
import { exp, log, log1p } from "../../formulas/math/exponential.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import { broadcastShapes, formatShape, sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { mul } from "../pointwise/mul.js";
import { expand } from "../reductions/sum.js";
import { checkConstant, checkFloating, type LossOptions, lossOptions, reduced } from "./reduction.js";
import { within } from "./within.js";

/** e to −|x|, of which the slope at zero is that of one side: |x| has none there. */
const shrunk = (x: Value): Value => exp(where(x.lt(0), x, x.neg()));
/** 1 / (1 + e^−x), of which no slope is NaN where x is large. */
export const sigmoidOf = (x: Value): Value => where(x.lt(0), shrunk(x), 1).div(shrunk(x).add(1));
/** log sigmoid(x), where nothing underflows. */
export const logSigmoidOf = (x: Value): Value => where(x.lt(0), x, 0).sub(log1p(shrunk(x)));

// `checked` is the zero of those who looked whether all are probabilities.
const binaryCrossEntropyOp = pointwise({
  name: "binaryCrossEntropy",
  inputs: ["input", "target", "checked"],
  dtypes: floatingDTypes,
  formula: ({ input, target, checked }) =>
    target
      .sub(1)
      .mul(log1p(input.neg()).maximum(-100))
      .sub(target.mul(log(input).maximum(-100)))
      .add(checked),
  // PyTorch's: bounded where the logarithms are, by a float32 whatever the dtype.
  gradient: ({ grad, input, target }) => [
    grad.mul(input.sub(target)).div(constant(1).sub(input).mul(input).maximum(Math.fround(1e-12))),
    grad.mul(log1p(input.neg()).sub(log(input))),
    null,
  ],
});

const withLogitsOp = pointwise({
  name: "binaryCrossEntropyWithLogits",
  inputs: ["input", "target"],
  dtypes: floatingDTypes,
  formula: ({ input, target }) => constant(1).sub(target).mul(input).sub(logSigmoidOf(input)),
  gradient: ({ grad, input, target }) => [grad.mul(sigmoidOf(input).sub(target)), grad.mul(input).neg()],
});

const withPosWeightOp = pointwise({
  name: "binaryCrossEntropyWithLogits",
  inputs: ["input", "target", "posWeight"],
  dtypes: floatingDTypes,
  formula: ({ input, target, posWeight }) =>
    constant(1)
      .sub(target)
      .mul(input)
      .sub(logSigmoidOf(input).mul(posWeight.sub(1).mul(target).add(1))),
  gradient: ({ grad, input, target, posWeight }) => {
    const right = posWeight.mul(target);
    return [
      grad.mul(right.add(1).sub(target).mul(sigmoidOf(input)).sub(right)),
      grad.mul(logSigmoidOf(input.neg()).sub(posWeight.mul(logSigmoidOf(input)))),
      null,
    ];
  },
});

export interface BinaryCrossEntropyOptions extends LossOptions {
  /** A factor an element, such as the batch's. Broadcast to the input's shape; takes no gradient. */
  readonly weight?: Tensor | null;
}

export interface BinaryCrossEntropyWithLogitsOptions extends BinaryCrossEntropyOptions {
  /** A factor of what targets of 1 cost, such as (classes). Broadcast to the input's shape; takes no gradient. */
  readonly posWeight?: Tensor | null;
}

/** A factor as the losses need it: expanded to their shape, in their dtype. */
function factor(op: string, name: string, given: Tensor, like: Tensor): Tensor {
  const shape = broadcastShapes(op, given.shape, like.shape);
  if (!sameShape(shape, like.shape))
    throw new ShapeError(
      `${op}: output with shape ${formatShape(like.shape)} doesn't match the broadcast shape ${formatShape(shape)} of the ${name}`,
    );
  return expand(to(given, like.dtype), like.shape);
}

/**
 * −(target · log(input) + (1 − target) · log(1 − input)) of probabilities, reduced; a logarithm counts as at least −100.
 * Shape: (*), (*) alike → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.binary_cross_entropy.html.
 *
 * @throws ArgumentError where an element of input or target is not between 0 and 1; ShapeError if the shapes differ, or the weight does
 * not broadcast to them; DTypeError if the dtypes differ; AutogradError for a weight that wants a gradient.
 * @example
 * ```ts
 * import { binaryCrossEntropy, tensor } from "@bernoulli/tensor";
 * binaryCrossEntropy(tensor([0.5, 0.9]), tensor([0, 1])).item(); // → 0.3992538
 * binaryCrossEntropy(tensor([0, 1]), tensor([1, 1]), { reduction: "sum" }).item(); // → 100
 * ```
 */
export function binaryCrossEntropy(
  input: Tensor,
  target: Tensor,
  ...rest: Positional<BinaryCrossEntropyOptions, ["weight"]>
): Tensor {
  const op = "binaryCrossEntropy";
  checkTensor(op, "input", input);
  checkTensor(op, "target", target);
  const kinds = { reduction: "anything", weight: "anything" } as const;
  const options = lossOptions<BinaryCrossEntropyOptions>(op, ["weight"], kinds, rest);
  const { weight = null } = options;
  checkConstant(op, "weight", weight);
  if (!sameShape(input.shape, target.shape))
    throw new ShapeError(
      `${op}: Using a target size (${formatShape(target.shape)}) that is different to the input size (${formatShape(input.shape)}) is deprecated. Please ensure they have the same size: target.viewAs(input), or expandAs`,
    );
  checkFloating(op, "input", input);
  if (target.dtype !== input.dtype)
    throw new DTypeError(
      `${op}: Found dtype ${target.dtype} but expected ${input.dtype}; convert the target with .to("${input.dtype}")`,
    );
  const zeros = [
    within(op, input, { low: 0, high: 1, refusal: "all elements of input should be between 0 and 1" }),
    within(op, target, { low: 0, high: 1, refusal: "all elements of target should be between 0 and 1" }),
  ] as const;
  const losses = apply(binaryCrossEntropyOp, [input, target, expand(mul(...zeros), input.shape)], {});
  return reduced(weight === null ? losses : mul(losses, factor(op, "weight", weight, losses)), options);
}

/**
 * {@link binaryCrossEntropy} of sigmoid(input), where nothing is lost however large the logits are; targets of 1 cost `posWeight` times as
 * much. Shape: (*), (*) alike → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.binary_cross_entropy_with_logits.html.
 *
 * @throws ShapeError if the shapes differ, or a weight does not broadcast to them; DTypeError for integers; AutogradError for a weight
 * that wants a gradient.
 * @example
 * ```ts
 * import { binaryCrossEntropyWithLogits, tensor } from "@bernoulli/tensor";
 * binaryCrossEntropyWithLogits(tensor([0, 200]), tensor([1, 0]), { reduction: "none" }).toArray(); // → [0.6931472, 200]
 * ```
 */
export function binaryCrossEntropyWithLogits(
  input: Tensor,
  target: Tensor,
  ...rest: Positional<BinaryCrossEntropyWithLogitsOptions, ["weight"]>
): Tensor {
  const op = "binaryCrossEntropyWithLogits";
  checkTensor(op, "input", input);
  checkTensor(op, "target", target);
  const kinds = { reduction: "anything", weight: "anything", posWeight: "anything" } as const;
  const options = lossOptions<BinaryCrossEntropyWithLogitsOptions>(op, ["weight"], kinds, rest);
  const { weight = null, posWeight = null } = options;
  checkConstant(op, "weight", weight);
  checkConstant(op, "posWeight", posWeight);
  if (!sameShape(input.shape, target.shape))
    throw new ShapeError(
      `${op}: Target size (${formatShape(target.shape)}) must be the same as input size (${formatShape(input.shape)}); target.viewAs(input), or unsqueeze(1) for scores of the shape (N, 1)`,
    );
  checkFloating(op, "input", input);
  checkFloating(op, "target", target);
  // As in PyTorch, which computes in the target's memory.
  const logits = to(input, target.dtype);
  const losses =
    posWeight === null
      ? apply(withLogitsOp, [logits, target], {})
      : apply(withPosWeightOp, [logits, target, factor(op, "posWeight", posWeight, logits)], {});
  return reduced(weight === null ? losses : mul(losses, factor(op, "weight", weight, losses)), options);
}
