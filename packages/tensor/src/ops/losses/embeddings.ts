// cosineEmbeddingLoss, tripletMarginLoss and tripletMarginWithDistanceLoss: what is alike near, and what is not far.

import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkArgument, checkTensor, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { constant, where } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import { formatShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { broadcast, promote } from "../operands.js";
import { add } from "../pointwise/add.js";
import { quotient } from "../pointwise/div.js";
import { minimum } from "../pointwise/extremes.js";
import { mul } from "../pointwise/mul.js";
import { sqrt } from "../pointwise/pow.js";
import { pairwiseDistance } from "../products/distances.js";
import { sum } from "../reductions/sum.js";
import { type MarginLossOptions, positive, signsOf } from "./margins.js";
import { checkFloating, type LossOptions, lossOptions, reduced } from "./reduction.js";

const cosineEmbeddingOp = pointwise({
  name: "cosineEmbeddingLoss",
  inputs: ["cosine", "target"],
  numbers: ["margin"],
  dtypes: floatingDTypes,
  formula: ({ cosine, target, margin }) =>
    where(target.eq(1), constant(1).sub(cosine), 0).add(where(target.eq(-1), positive(cosine.sub(margin)), 0)),
});

const tripletOp = pointwise({
  name: "tripletMarginLoss",
  inputs: ["toPositive", "toNegative"],
  numbers: ["margin"],
  dtypes: floatingDTypes,
  formula: ({ toPositive, toNegative, margin }) => positive(margin.add(toPositive).sub(toNegative)),
});

/**
 * Of each pair of rows, 1 − the cosine of their angle where the target is 1, and max(0, cosine − margin) where it is −1; reduced.
 * Shape: (N, D), (N, D), target (N), or (D), (D), target () → () or, with reduction `"none"`, like target.
 * Integers give float32. See https://pytorch.org/docs/stable/generated/torch.nn.functional.cosine_embedding_loss.html.
 *
 * @throws ShapeError if shapes do not fit.
 * @example
 * ```ts
 * import { cosineEmbeddingLoss, tensor } from "@bernoulli/tensor";
 * cosineEmbeddingLoss(tensor([[1, 0]]), tensor([[0, 2]]), tensor([1])).item(); // → 1
 * ```
 */
export function cosineEmbeddingLoss(
  input1: Tensor,
  input2: Tensor,
  target: Tensor,
  ...rest: Positional<MarginLossOptions, ["margin"]>
): Tensor {
  const op = "cosineEmbeddingLoss";
  checkTensor(op, "input1", input1);
  checkTensor(op, "input2", input2);
  checkTensor(op, "target", target);
  const options = lossOptions<MarginLossOptions>(op, ["margin"], { reduction: "anything", margin: "number" }, rest);
  if (target.ndim > 1)
    throw new ShapeError(
      `${op}: 0D or 1D target tensor expected, multi-target not supported, but got ${formatShape(target.shape)}`,
    );
  const ndim = target.ndim + 1;
  if (input1.ndim !== ndim || input2.ndim !== ndim)
    throw new ShapeError(
      `${op}: ${target.ndim}D target tensor expects ${ndim}D input tensors, but found inputs with sizes ${formatShape(input1.shape)} and ${formatShape(input2.shape)}.`,
    );
  const [a, b] = broadcast(op, ...promote(op, input1, input2));
  // Products of integers wrap; from the sum of them on all is float32.
  const square = (x: Tensor) => add(sum(mul(x, x), -1), 1e-12);
  const cosine = quotient(sum(mul(a, b), -1), sqrt(mul(square(a), square(b))));
  const inputs = broadcast(op, cosine, signsOf(target, cosine.dtype));
  return reduced(apply(cosineEmbeddingOp, inputs, { margin: options.margin ?? 0 }), options);
}

function checkMargin(op: string, margin: number): void {
  if (!(margin > 0)) throw new ArgumentError(`${op}: margin must be greater than 0, got ${margin}`);
}

/** max(0, margin + distance to the positive − distance to the negative, or the smaller of this and the positive's from it). */
function tripletLoss(
  op: string,
  tensors: readonly [anchor: Tensor, positive: Tensor, negative: Tensor],
  distance: (a: Tensor, b: Tensor) => Tensor,
  { margin = 1, swap = false }: { readonly margin?: number; readonly swap?: boolean },
): Tensor {
  for (const [at, name] of ["anchor", "positive", "negative"].entries()) checkTensor(op, name, tensors[at]);
  checkMargin(op, margin);
  const [anchor, positive, negative] = tensors;
  if (anchor.ndim !== positive.ndim || anchor.ndim !== negative.ndim)
    throw new ShapeError(
      `${op}: The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor ${anchor.ndim}D, positive ${positive.ndim}D, and negative ${negative.ndim}D inputs`,
    );
  const toPositive = distance(anchor, positive);
  const fromAnchor = distance(anchor, negative);
  const toNegative = swap ? minimum(fromAnchor, distance(positive, negative)) : fromAnchor;
  const [near, far] = broadcast(op, ...promote(op, toPositive, toNegative));
  checkFloating(op, "the distance", near);
  return apply(tripletOp, [near, far], { margin });
}

export interface TripletMarginLossOptions extends LossOptions {
  /** How much farther than the positive the negative is to be, > 0. Default 1. */
  readonly margin?: number;
  /** Which norm. Default 2. */
  readonly p?: number;
  /** Added to every difference. Default 1e-6. */
  readonly eps?: number;
  /** Whether the positive's distance from the negative counts where it is smaller than the anchor's. Default false. */
  readonly swap?: boolean;
}

/**
 * max(0, margin + |anchor − positive| − |anchor − negative|), by {@link pairwiseDistance}; reduced. Shape: (*, D), (*, D), (*, D) → () or,
 * with reduction `"none"`, (*). See https://pytorch.org/docs/stable/generated/torch.nn.functional.triplet_margin_loss.html.
 *
 * @throws ShapeError if shapes do not fit; ArgumentError unless the margin is positive.
 * @example
 * ```ts
 * import { tensor, tripletMarginLoss } from "@bernoulli/tensor";
 * const anchor = tensor([[0, 0]]);
 * tripletMarginLoss(anchor, tensor([[3, 4]]), tensor([[0, 5.5]]), { eps: 0 }).item(); // → 0.5
 * ```
 */
export function tripletMarginLoss(
  anchor: Tensor,
  positive: Tensor,
  negative: Tensor,
  ...rest: Positional<TripletMarginLossOptions, ["margin", "p", "eps", "swap"]>
): Tensor {
  const op = "tripletMarginLoss";
  const kinds = { reduction: "anything", margin: "number", p: "number", eps: "number", swap: "boolean" } as const;
  const options = lossOptions<TripletMarginLossOptions>(op, ["margin", "p", "eps", "swap"], kinds, rest);
  const { p = 2, eps = 1e-6 } = options;
  const distance = (a: Tensor, b: Tensor) => pairwiseDistance(a, b, { p, eps });
  return reduced(tripletLoss(op, [anchor, positive, negative], distance, options), options);
}

export interface TripletMarginWithDistanceLossOptions extends LossOptions {
  /** How far two are from each other. Default {@link pairwiseDistance}. */
  readonly distanceFunction?: ((a: Tensor, b: Tensor) => Tensor) | null;
  /** How much farther than the positive the negative is to be, > 0. Default 1. */
  readonly margin?: number;
  /** Whether the positive's distance from the negative counts where it is smaller than the anchor's. Default false. */
  readonly swap?: boolean;
}

/**
 * {@link tripletMarginLoss} by a distance of one's own. Shape: (*, D), (*, D), (*, D) → () or, with reduction `"none"`, that of the distance.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.triplet_margin_with_distance_loss.html.
 *
 * @throws ShapeError if shapes do not fit; ArgumentError unless the margin is positive, and the distance a function.
 * @example
 * ```ts
 * import { tensor, tripletMarginWithDistanceLoss, type Tensor } from "@bernoulli/tensor";
 * const distanceFunction = (a: Tensor, b: Tensor) => a.sub(b).abs().sum(1);
 * const [a, p, n] = [tensor([[0, 0]]), tensor([[3, 4]]), tensor([[0, 5.5]])] as const;
 * tripletMarginWithDistanceLoss(a, p, n, { distanceFunction }).item(); // → 2.5
 * ```
 */
export function tripletMarginWithDistanceLoss(
  anchor: Tensor,
  positive: Tensor,
  negative: Tensor,
  ...rest: Positional<TripletMarginWithDistanceLossOptions, []>
): Tensor {
  const op = "tripletMarginWithDistanceLoss";
  const kinds = { reduction: "anything", margin: "number", swap: "boolean", distanceFunction: "anything" } as const;
  const options = lossOptions<TripletMarginWithDistanceLossOptions>(op, [], kinds, rest);
  const { distanceFunction = null } = options;
  if (distanceFunction !== null) checkArgument(op, "distanceFunction", distanceFunction, "function");
  const distance = distanceFunction ?? ((a: Tensor, b: Tensor) => pairwiseDistance(a, b));
  return reduced(tripletLoss(op, [anchor, positive, negative], distance, options), options);
}
