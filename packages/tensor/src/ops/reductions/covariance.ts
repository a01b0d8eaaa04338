// cov and corrcoef: how variables, one a row, vary together.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { isFloating } from "../../tensor/dtype.js";
import { item } from "../../tensor/reads.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { floating } from "../operands.js";
import { sub } from "../pointwise/add.js";
import { clamp } from "../pointwise/clamp.js";
import { div } from "../pointwise/div.js";
import { clampMin } from "../pointwise/extremes.js";
import { mul } from "../pointwise/mul.js";
import { sqrt } from "../pointwise/pow.js";
import { matmul } from "../products/matmul.js";
import { diagonal } from "../views/diagonal.js";
import { transpose } from "../views/permute.js";
import { reshape, squeeze, unsqueeze } from "../views/view.js";
import { amin } from "./extremes.js";
import { mean } from "./mean.js";
import { sum } from "./sum.js";

export interface CovOptions {
  /** What the number of observations, or the sum of their weights, is lessened by. Default 1. */
  readonly correction?: number;
  /** How often each observation was made; int32. They are read. */
  readonly fweights?: Tensor;
  /** How much each observation counts; floating. They are read. */
  readonly aweights?: Tensor;
}

/** Observations in columns: integers as float32. */
function observationsOf(op: string, input: Tensor): Tensor {
  checkTensor(op, "input", input);
  if (input.ndim > 2)
    throw new ShapeError(
      `${op}: expected input to have two or fewer dimensions but got an input with ${input.ndim} dimensions`,
    );
  if (input.dtype === "bool")
    throw new DTypeError(`${op}: bool dtype is not supported for input; convert with .to("float32")`);
  return input.ndim < 2 ? reshape(floating(input), [1, input.numel()]) : floating(input);
}

function checkWeights(name: "fweights" | "aweights", weights: Tensor, observations: number): void {
  checkTensor("cov", name, weights);
  const isRight = isFloating(weights.dtype) === (name === "aweights") && weights.dtype !== "bool";
  if (!isRight)
    throw new DTypeError(
      `cov: expected ${name} to have ${name === "aweights" ? "floating point" : "integral"} dtype but got ${name} with ${weights.dtype}`,
    );
  if (weights.ndim > 1)
    throw new ShapeError(`cov: expected ${name} to have one or fewer dimensions but got ${weights.ndim}`);
  if (weights.numel() !== observations)
    throw new ShapeError(
      `cov: expected ${name} to have the same numel as there are observations in the input but got ${weights.numel()} != ${observations}`,
    );
  if (observations > 0 && readFor("cov", "values", () => item(amin(weights))) < 0)
    throw new ArgumentError(`cov: ${name} cannot be negative`);
}

/**
 * The covariances of variables, one a row, whose observations are the columns. Integers give float32. Shape: (N) → (), (V, N) → (V, V).
 * See https://pytorch.org/docs/stable/generated/torch.cov.html.
 *
 * @throws ShapeError for more than two dimensions, or weights that do not fit; DTypeError for bool, and weights of another kind;
 * ArgumentError for negative weights.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[0, 1, 2], [2, 1, 0]]).cov().toArray(); // → [[1, -1], [-1, 1]]
 * ```
 */
export function cov(input: Tensor, options: CovOptions = {}): Tensor {
  checkOptions("cov", options, ["correction", "fweights", "aweights"]);
  const { correction = 1, fweights, aweights } = options;
  if (!Number.isInteger(correction))
    throw new ArgumentError(`cov: correction must be an integer, but got ${describe(correction)}`);
  const rows = observationsOf("cov", input);
  const count = rows.shape[1]!;
  if (fweights !== undefined) checkWeights("fweights", fweights, count);
  if (aweights !== undefined) checkWeights("aweights", aweights, count);
  const often = fweights && to(reshape(fweights, -1), rows.dtype);
  const much = aweights && to(reshape(aweights, -1), rows.dtype);
  const weights = often && much ? mul(often, much) : (often ?? much);
  const total = weights && sum(weights);
  const middle = weights ? div(sum(mul(rows, weights), 1), total!) : mean(rows, 1);
  const norm =
    total === undefined
      ? Math.max(0, count - correction)
      : clampMin(
          sub(total, much && correction !== 0 ? mul(div(sum(mul(weights!, much)), total), correction) : correction),
          0,
        );
  const apart = sub(rows, unsqueeze(middle, 1));
  const product = matmul(apart, transpose(weights ? mul(apart, weights) : apart, 0, 1));
  return squeeze(div(product, norm));
}

/**
 * The correlation coefficients of variables, one a row: covariances divided by deviations, within [−1, 1]. Integers give float32.
 * Shape: (N) → (), (V, N) → (V, V). See https://pytorch.org/docs/stable/generated/torch.corrcoef.html.
 *
 * @throws ShapeError for more than two dimensions; DTypeError for bool.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[0, 1, 2], [2, 1, 0]]).corrcoef().toArray(); // → [[1, -1], [-1, 1]]
 * ```
 */
export function corrcoef(input: Tensor): Tensor {
  observationsOf("corrcoef", input);
  const all = cov(input);
  if (all.ndim === 0) return div(all, all);
  const deviations = sqrt(diagonal(all));
  const scaled = div(div(all, unsqueeze(deviations, 1)), unsqueeze(deviations, 0));
  return clamp(scaled, { min: -1, max: 1 });
}
