// multiMarginLoss and multilabelMarginLoss: by how much other classes' scores come too near those of the right ones.

import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkTensor, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { type Truth, type Value, where } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import { formatShape, type Shape, sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { arange } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { indexSelect } from "../indexing/gather.js";
import { gatherOp } from "../indexing/gathering.js";
import { asIndex } from "../indexing/places.js";
import { broadcast } from "../operands.js";
import { eq, ne } from "../pointwise/compare.js";
import { quotient } from "../pointwise/div.js";
import { logicalAnd, logicalNot } from "../pointwise/logical.js";
import { mul } from "../pointwise/mul.js";
import { where as choose } from "../pointwise/where.js";
import { sum } from "../reductions/sum.js";
import { any } from "../reductions/truths.js";
import { cumprod } from "../scans/cumsum.js";
import { reshape, reshapeResult, unsqueeze } from "../views/view.js";
import { checkFloating, type LossOptions, lossOptions, reduced } from "./reduction.js";

/** How much nearer a class comes to the right one than the margin, where it counts. */
function countedExcess({
  input,
  right,
  counts,
  margin,
}: Readonly<Record<"input" | "right" | "margin", Value>> & { readonly counts: Truth }): Value {
  const excess = margin.sub(right).add(input);
  return where(counts.and(excess.gt(0)), excess, 0);
}

const excessOp = pointwise({
  name: "excess",
  inputs: ["input", "right", "counts"],
  truths: ["counts"],
  numbers: ["margin"],
  dtypes: floatingDTypes,
  formula: countedExcess,
});

const squaredExcessOp = pointwise({
  name: "squaredExcess",
  inputs: ["input", "right", "counts"],
  truths: ["counts"],
  numbers: ["margin"],
  dtypes: floatingDTypes,
  formula: (leaves) => {
    // Chosen before it is squared: what does not count may be infinite, and zero times its slope would be NaN.
    const counted = countedExcess(leaves);
    return counted.mul(counted);
  },
});

export interface MultiMarginLossOptions extends LossOptions {
  /** The power of what comes too near, 1 or 2. Default 1. */
  readonly p?: number;
  /** How much less than the right class's score the others are to be. Default 1. */
  readonly margin?: number;
  /** A factor a class, of the rows whose target it is. Shape: (C). */
  readonly weight?: Tensor | null;
}

/** Scores as (N, C). */
function matrixOf(op: string, input: Tensor): Tensor {
  checkFloating(op, "input", input);
  if (input.ndim > 2 || (input.ndim > 0 && input.size(-1) === 0))
    throw new ShapeError(
      `${op}: Expected non-empty vector or matrix with optional 0-dim batch size, but got: ${formatShape(input.shape)}`,
    );
  return input.ndim === 2 ? input : reshape(input, 1, -1);
}

function labelsOf(op: string, target: Tensor): Tensor {
  if (target.dtype === "bool")
    throw new DTypeError(`${op}: Expected dtype int32 for target, but got bool; convert with .to("int32")`);
  return asIndex(op, target.dtype === "uint8" ? to(target, "int32") : target);
}

/**
 * Of each row, the mean over the classes of max(0, margin − score of the right class + score)^p, but for the right one itself; reduced.
 * Shape: (N, C) or (C), target (N) or () of int32 → () or, with reduction `"none"`, like target.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.multi_margin_loss.html.
 *
 * @throws IndexError for a target that is no class; ShapeError if shapes do not fit; ArgumentError for another power than 1 and 2.
 * @example
 * ```ts
 * import { multiMarginLoss, tensor } from "@bernoulli/tensor";
 * multiMarginLoss(tensor([[0.1, 0.2, 0.4, 0.8]]), tensor([3], { dtype: "int32" })).item(); // → 0.325
 * ```
 */
export function multiMarginLoss(
  input: Tensor,
  target: Tensor,
  ...rest: Positional<MultiMarginLossOptions, ["p", "margin", "weight"]>
): Tensor {
  const op = "multiMarginLoss";
  checkTensor(op, "input", input);
  checkTensor(op, "target", target);
  const kinds = { reduction: "anything", p: "number", margin: "number", weight: "anything" } as const;
  const options = lossOptions<MultiMarginLossOptions>(op, ["p", "margin", "weight"], kinds, rest);
  const { p = 1, margin = 1, weight = null } = options;
  if (p !== 1 && p !== 2) throw new ArgumentError(`${op}: only p == 1 and p == 2 supported, but got ${p}`);
  const scores = matrixOf(op, input);
  const [rows, classes] = scores.shape as readonly [number, number];
  const isOne = input.ndim < 2 && target.numel() === 1 && target.ndim < 2;
  if (!isOne && !sameShape(target.shape, [rows]))
    throw new ShapeError(
      `${op}: target tensor should be 1-D with size equal to the number of input samples (batch size). Expected target size [${rows}], but got ${formatShape(target.shape)}. Input has shape ${formatShape(input.shape)}.`,
    );
  const labels = labelsOf(op, target);
  const places = reshape(labels, rows, 1);
  const right = apply(gatherOp, [scores, places], { dim: 1, checks: op });
  const counts = ne(arange(classes, { dtype: "int32", device: input.device }), places);
  const excess = apply(p === 1 ? excessOp : squaredExcessOp, broadcast(op, scores, right, counts), { margin });
  const losses = quotient(sum(excess, 1), classes);
  const own =
    weight === null ? losses : mul(losses, indexSelect(factorsOf(op, weight, scores), 0, reshape(places, -1)));
  return reduced(reshapeResult(own, target.shape), options);
}

function factorsOf(op: string, weight: Tensor, scores: Tensor): Tensor {
  checkTensor(op, "weight", weight);
  if (weight.ndim !== 1)
    throw new ShapeError(`${op}: weight must be one-dimensional, but got ${formatShape(weight.shape)}`);
  if (weight.size(0) !== scores.size(1))
    throw new ShapeError(
      `${op}: inconsistent weight size, expected ${scores.size(1)} but got ${formatShape(weight.shape)}`,
    );
  return to(weight, scores.dtype);
}

/**
 * Of each row, the sum over its right classes i and all others j of max(0, 1 − score of i + score of j), divided by the number of classes;
 * reduced. A row's right classes are those in front of its first −1. Shape: (N, C) or (C), target alike, of int32 → () or, with reduction
 * `"none"`, (N) or (). See https://pytorch.org/docs/stable/generated/torch.nn.functional.multilabel_margin_loss.html.
 *
 * @throws IndexError for a target that is neither a class nor −1; ShapeError if the shapes differ.
 * @example
 * ```ts
 * import { multilabelMarginLoss, tensor } from "@bernoulli/tensor";
 * const target = tensor([[3, 0, -1, 1]], { dtype: "int32" });
 * multilabelMarginLoss(tensor([[0.1, 0.2, 0.4, 0.8]]), target).item(); // → 0.85
 * ```
 */
export function multilabelMarginLoss(input: Tensor, target: Tensor, ...rest: Positional<LossOptions, []>): Tensor {
  const op = "multilabelMarginLoss";
  checkTensor(op, "input", input);
  checkTensor(op, "target", target);
  const options = lossOptions<LossOptions>(op, [], { reduction: "anything" }, rest);
  const scores = matrixOf(op, input);
  const isOne = input.ndim === 0 && target.ndim < 2 && target.numel() === 1;
  if (!isOne && !sameShape(input.shape, target.shape))
    throw new ShapeError(
      `${op}: inconsistent target size: ${formatShape(target.shape)} for input of size: ${formatShape(input.shape)}`,
    );
  const labels = reshape(labelsOf(op, target), scores.shape);
  const isThere = ne(labels, -1);
  // Those behind a −1 are looked at too: they must be classes, as PyTorch has it.
  const places = choose(isThere, labels, 0);
  const counts = eq(cumprod(to(isThere, "int32"), 1), 1);
  const right = apply(gatherOp, [scores, places], { dim: 1, checks: op });
  const isPlace = eq(unsqueeze(places, 2), arange(scores.size(1), { dtype: "int32", device: input.device }));
  const isRight = any(logicalAnd(unsqueeze(counts, 2), isPlace), 1);
  const pairs = logicalAnd(unsqueeze(counts, 2), logicalNot(unsqueeze(isRight, 1)));
  const excess = apply(excessOp, broadcast(op, unsqueeze(scores, 1), unsqueeze(right, 2), pairs), { margin: 1 });
  const losses = quotient(sum(excess, [1, 2]), scores.size(1));
  const shape: Shape = input.ndim === 2 ? losses.shape : [];
  return reduced(reshapeResult(losses, shape), options);
}
