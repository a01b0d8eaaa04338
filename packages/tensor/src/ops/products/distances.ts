// cdist, pdist, pairwiseDistance and cosineSimilarity: how far rows lie from each other, and how alike their directions are.

import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkArgument, checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { pointwise } from "../../formulas/pointwise.js";
import { dtypeTraits, floatingDTypes, isFloating } from "../../tensor/dtype.js";
import { broadcastShapes, normalizeDim } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { indexSelect } from "../indexing/gather.js";
import { vectorNormOver } from "../norms/vector-norms.js";
import { broadcast, floating, promote } from "../operands.js";
import { add, sub } from "../pointwise/add.js";
import { clamp } from "../pointwise/clamp.js";
import { ne } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { sqrt } from "../pointwise/pow.js";
import { where } from "../pointwise/where.js";
import { sum } from "../reductions/sum.js";
import { triuIndices } from "../shapes/triangles.js";
import { transpose } from "../views/permute.js";
import { select } from "../views/slice.js";
import { reshapeResult, unsqueeze } from "../views/view.js";
import { matmul } from "./matmul.js";

const computeModes = [
  "use_mm_for_euclid_dist_if_necessary",
  "use_mm_for_euclid_dist",
  "donot_use_mm_for_euclid_dist",
] as const;

export interface CdistOptions {
  /** Which norm, ≥ 0; ∞ too. Default 2. */
  readonly p?: number;
  /**
   * Whether Euclidean distances are computed by a matrix product, fast, but coarse where rows are near each other. Default: where one
   * side has more than 25 rows.
   */
  readonly computeMode?: (typeof computeModes)[number];
}

function checkPower(op: string, p: unknown): asserts p is number {
  checkArgument(op, "p", p, "number");
  if (!((p as number) >= 0)) throw new ArgumentError(`${op} only supports non-negative p values, but got ${p}`);
}

/**
 * The distance of every row of the one from every row of the other, by the p-norm. Shape: (…, n, m), (…, r, m) → (…, n, r), where
 * leading dimensions broadcast. See https://pytorch.org/docs/stable/generated/torch.cdist.html.
 *
 * @throws ShapeError if the rows' sizes differ; DTypeError unless both are of one floating dtype; ArgumentError for a negative p.
 * @example
 * ```ts
 * import { cdist, tensor } from "@bernoulli/tensor";
 * cdist(tensor([[0, 0], [3, 0]]), tensor([[3, 4]])).toArray(); // → [[5], [4]]
 * ```
 */
export function cdist(x1: Tensor, x2: Tensor, ...rest: Positional<CdistOptions, ["p", "computeMode"]>): Tensor {
  checkTensor("cdist", "x1", x1);
  checkTensor("cdist", "x2", x2);
  const options = optionsOf<CdistOptions>("cdist", ["p", "computeMode"], rest);
  checkOptions("cdist", options, ["p", "computeMode"]);
  const { p = 2, computeMode = computeModes[0] } = options;
  checkPower("cdist", p);
  if (!computeModes.includes(computeMode))
    throw new ArgumentError(
      `cdist: ${String(computeMode)} is not a valid value for computeMode; take one of ${computeModes.join(", ")}`,
    );
  for (const [name, x] of [
    ["X1", x1],
    ["X2", x2],
  ] as const) {
    if (!isFloating(x.dtype))
      throw new DTypeError(
        `cdist only supports floating-point dtypes, ${name} got: ${dtypeTraits[x.dtype].scalarName}; convert with .to("float32")`,
      );
    if (x.ndim < 2) throw new ShapeError(`cdist only supports at least 2D tensors, ${name} got: ${x.ndim}D`);
  }
  if (x1.size(-1) !== x2.size(-1))
    throw new ShapeError(
      `cdist: X1 and X2 must have the same number of columns. X1: ${x1.size(-1)} X2: ${x2.size(-1)}`,
    );
  if (x1.dtype !== x2.dtype)
    throw new DTypeError(
      `cdist: expected X1 and X2 to have the same dtype, but got: ${x1.dtype} != ${x2.dtype}; convert one with .to(…)`,
    );
  const leading = broadcastShapes("cdist", x1.shape.slice(0, -2), x2.shape.slice(0, -2));
  const isMany = x1.size(-2) > 25 || x2.size(-2) > 25;
  const isProduct = p === 2 && (computeMode === computeModes[1] || (computeMode === computeModes[0] && isMany));
  const result = isProduct ? byProduct(x1, x2) : byDifferences(x1, x2, p);
  return reshapeResult(result, [...leading, x1.size(-2), x2.size(-2)]);
}

/** |a − b|² = |a|² + |b|² − 2 a·b. Where it is 0, so is the slope. */
function byProduct(x1: Tensor, x2: Tensor): Tensor {
  const squares = (x: Tensor) => sum(mul(x, x), -1, { keepdim: true });
  const both = add(squares(x1), transpose(squares(x2), -2, -1));
  const squared = clamp(add(both, matmul(mul(x1, -2), transpose(x2, -2, -1))), { min: 0 });
  const isApart = ne(squared, 0);
  return where(isApart, sqrt(where(isApart, squared, 1)), 0);
}

function byDifferences(x1: Tensor, x2: Tensor, p: number): Tensor {
  const differences = sub(unsqueeze(x1, -2), unsqueeze(x2, -3));
  const last = differences.ndim - 1;
  if (differences.shape[last] === 0) return sum(differences, last);
  return vectorNormOver(differences, p, [last], false, true);
}

/**
 * The distance of every row from every later one, by the p-norm: the upper triangle of {@link cdist} of the rows with themselves, row by
 * row. Shape: (n, m) → (n·(n − 1) / 2). See https://pytorch.org/docs/stable/generated/torch.nn.functional.pdist.html.
 *
 * @throws ShapeError unless it is a matrix; DTypeError for integers; ArgumentError for a negative p.
 * @example
 * ```ts
 * import { pdist, tensor } from "@bernoulli/tensor";
 * pdist(tensor([[0, 0], [3, 0], [3, 4]])).toArray(); // → [3, 5, 4]
 * ```
 */
export function pdist(input: Tensor, p = 2): Tensor {
  checkTensor("pdist", "input", input);
  checkPower("pdist", p);
  if (input.ndim !== 2) throw new ShapeError(`pdist only supports 2D tensors, got: ${input.ndim}D`);
  if (!isFloating(input.dtype))
    throw new DTypeError(`pdist only supports floating-point dtypes, got ${input.dtype}; convert with .to("float32")`);
  const pairs = triuIndices(input.size(0), input.size(0), 1, { device: input.device });
  const rows = (at: number) => indexSelect(input, 0, select(pairs, 0, at));
  const differences = sub(rows(0), rows(1));
  return input.size(1) === 0 ? sum(differences, 1) : vectorNormOver(differences, p, [1], false, true);
}

export interface PairwiseDistanceOptions {
  /** Which norm. Default 2. */
  readonly p?: number;
  /** Added to every difference. Default 1e-6. */
  readonly eps?: number;
  /** Leaves the last dimension in place with size 1. Default false. */
  readonly keepdim?: boolean;
}

/**
 * The distance of each row of the one from the same row of the other, by the p-norm of x1 − x2 + eps. Shape: (*, m), (*, m) → (*),
 * broadcast. See https://pytorch.org/docs/stable/generated/torch.nn.functional.pairwise_distance.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { pairwiseDistance, tensor } from "@bernoulli/tensor";
 * pairwiseDistance(tensor([[0, 0], [1, 1]]), tensor([3, 4]), { p: 1, eps: 0 }).toArray(); // → [7, 5]
 * ```
 */
export function pairwiseDistance(
  x1: Tensor,
  x2: Tensor,
  ...rest: Positional<PairwiseDistanceOptions, ["p", "eps", "keepdim"]>
): Tensor {
  checkTensor("pairwiseDistance", "x1", x1);
  checkTensor("pairwiseDistance", "x2", x2);
  const options = optionsOf<PairwiseDistanceOptions>("pairwiseDistance", ["p", "eps", "keepdim"], rest);
  checkOptions("pairwiseDistance", options, { p: "number", eps: "number", keepdim: "boolean" });
  const { p = 2, eps = 1e-6, keepdim = false } = options;
  // `eps` is a float, beside which bytes do not wrap.
  const apart = floating(sub(...broadcast("pairwiseDistance", ...promote("pairwiseDistance", x1, x2))));
  const differences = add(apart, eps);
  const dims = differences.ndim === 0 ? [] : [differences.ndim - 1];
  return vectorNormOver(differences, p, dims, keepdim);
}

// As PyTorch has it: the least is put there behind the graph's back, so that a shorter length keeps its slope.
export const atLeastOp = pointwise({
  name: "atLeast",
  inputs: ["input"],
  numbers: ["least"],
  dtypes: floatingDTypes,
  formula: ({ input, least }) => input.maximum(least),
  gradient: ({ grad }) => [grad],
});

export interface CosineSimilarityOptions {
  /** Along which the vectors lie. Default 1. */
  readonly dim?: number;
  /** The least that a length counts as. Default 1e-8. */
  readonly eps?: number;
}

/**
 * The cosine of the angle between the vectors along `dim`: x1 · x2 / (max(|x1|, eps) · max(|x2|, eps)). Shape: (*), (*), broadcast, →
 * (*) without `dim`. See https://pytorch.org/docs/stable/generated/torch.nn.functional.cosine_similarity.html.
 *
 * @throws ShapeError if the shapes do not broadcast; DTypeError for integers; IndexError for a dimension that is not there.
 * @example
 * ```ts
 * import { cosineSimilarity, tensor } from "@bernoulli/tensor";
 * cosineSimilarity(tensor([[1, 0], [3, 4]]), tensor([[1, 0], [4, -3]])).toArray(); // → [1, 0]
 * ```
 */
export function cosineSimilarity(
  x1: Tensor,
  x2: Tensor,
  ...rest: Positional<CosineSimilarityOptions, ["dim", "eps"]>
): Tensor {
  checkTensor("cosineSimilarity", "x1", x1);
  checkTensor("cosineSimilarity", "x2", x2);
  const options = optionsOf<CosineSimilarityOptions>("cosineSimilarity", ["dim", "eps"], rest);
  checkOptions("cosineSimilarity", options, { dim: "number", eps: "number" });
  const { dim = 1, eps = 1e-8 } = options;
  const [a, b] = broadcast("cosineSimilarity", ...promote("cosineSimilarity", x1, x2));
  if (!isFloating(a.dtype))
    throw new DTypeError(
      `cosineSimilarity: expected common dtype to be floating point, yet common dtype is ${dtypeTraits[a.dtype].scalarName}; convert with .to("float32")`,
    );
  const along = normalizeDim("cosineSimilarity", dim, a.ndim);
  const dims = a.ndim === 0 ? [] : [along];
  // Each is divided by its own length before the product, as PyTorch does: nothing overflows on the way.
  const direction = (x: Tensor) => div(x, apply(atLeastOp, [vectorNormOver(x, 2, dims, true)], { least: eps }));
  return sum(mul(direction(a), direction(b)), dims.length === 0 ? undefined : along);
}
