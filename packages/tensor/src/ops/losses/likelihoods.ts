// klDiv, poissonNllLoss and gaussianNllLoss: how unlikely a target is under a distribution that the input describes.

import { DTypeError, ShapeError } from "../../checks/errors.js";
import { checkArgument, checkTensor, type Positional } from "../../checks/options.js";
import { warnOnce } from "../../checks/warn.js";
import { apply } from "../../door/apply.js";
import { type Value, where } from "../../formulas/expression.js";
import { exp, log } from "../../formulas/math/exponential.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes, isFloating } from "../../tensor/dtype.js";
import { formatShape, sameShape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { broadcast, floating, numberTensor, promote } from "../operands.js";
import { quotient } from "../pointwise/div.js";
import { atLeastOp } from "../products/distances.js";
import { expand, sum } from "../reductions/sum.js";
import { unsqueeze } from "../views/view.js";
import { checkFloating, type LossOptions, lossOptions, type Reduction, reduced } from "./reduction.js";
import { within } from "./within.js";

const klDivOp = pointwise({
  name: "klDiv",
  inputs: ["input", "target"],
  dtypes: floatingDTypes,
  formula: ({ input, target }) => where(target.eq(0), 0, target.mul(log(target))).sub(target.mul(input)),
  // Of a target of 0 PyTorch's is NaN: that of its xlogy, 0 / 0.
  gradient: ({ grad, input, target }) => [
    grad.mul(target).neg(),
    where(target.eq(0), 0, grad.mul(log(target)))
      .add(grad.mul(target.div(target)))
      .sub(grad.mul(input)),
  ],
});

const klDivOfLogsOp = pointwise({
  name: "klDiv",
  inputs: ["input", "target"],
  dtypes: floatingDTypes,
  formula: ({ input, target }) => exp(target).mul(target.sub(input)),
});

export interface KlDivOptions {
  /**
   * What becomes of the elements: `"batchmean"`, their sum divided by the input's first size, which is the divergence itself; `"mean"`,
   * which divides by all sizes, with a warning, as PyTorch does; `"sum"` or `"none"`. Default `"mean"`.
   */
  readonly reduction?: Reduction | "batchmean";
  /** Whether the target, too, holds logarithms of probabilities. Default false. */
  readonly logTarget?: boolean;
}

/**
 * The Kullback–Leibler divergence of the target's distribution from the input's, of which the logarithms are given: target · (log target −
 * input), reduced. Shape: (*), (*), broadcast, → () or, with reduction `"none"`, (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.kl_div.html.
 *
 * @throws ShapeError if the shapes do not broadcast; DTypeError for integers.
 * @example
 * ```ts
 * import { klDiv, tensor } from "@bernoulli/tensor";
 * const input = tensor([[0.5, 0.5]]).log();
 * klDiv(input, tensor([[0, 1]]), { reduction: "batchmean" }).item(); // → 0.6931472
 * ```
 */
export function klDiv(input: Tensor, target: Tensor, ...rest: Positional<KlDivOptions, []>): Tensor {
  checkTensor("klDiv", "input", input);
  checkTensor("klDiv", "target", target);
  const kinds = { reduction: "anything", logTarget: "boolean" } as const;
  const { reduction = "mean", logTarget = false } = lossOptions<KlDivOptions>("klDiv", [], kinds, rest, ["batchmean"]);
  if (!isFloating(input.dtype) || !isFloating(target.dtype))
    throw new DTypeError(
      `klDiv: Integral inputs not supported, but got ${input.dtype} and ${target.dtype}; convert with .to("float32")`,
    );
  if (reduction === "mean")
    warnOnce(
      "klDiv mean",
      'klDiv: reduction: "mean" divides the total loss by both the batch size and the support size. "batchmean" divides only by the batch size, and aligns with the KL math definition.',
    );
  const losses = apply(logTarget ? klDivOfLogsOp : klDivOp, broadcast("klDiv", ...promote("klDiv", input, target)), {});
  if (reduction !== "batchmean") return reduced(losses, { reduction });
  return input.ndim === 0 ? sum(losses) : quotient(sum(losses), input.size(0));
}

/** Stirling's approximation of log target!, for targets above 1. */
const stirling = (target: Value): Value =>
  where(
    target.le(1),
    0,
    target
      .mul(log(target))
      .sub(target)
      .add(log(target.mul(2 * Math.PI)).mul(0.5)),
  );

type Poisson = { readonly input: Value; readonly target: Value; readonly eps: Value };

/** @__NO_SIDE_EFFECTS__ */
function poissonOp(formula: (given: Poisson) => Value) {
  return pointwise({
    name: "poissonNllLoss",
    inputs: ["input", "target"],
    numbers: ["eps"],
    dtypes: floatingDTypes,
    formula,
  });
}

const ofLogRates = ({ input, target }: Poisson): Value => exp(input).sub(target.mul(input));
const ofRates = ({ input, target, eps }: Poisson): Value => input.sub(target.mul(log(input.add(eps))));

const poissonOfLogsOp = poissonOp(ofLogRates);
const poissonOfLogsInFullOp = poissonOp((given) => ofLogRates(given).add(stirling(given.target)));
const poissonOfRatesOp = poissonOp(ofRates);
const poissonOfRatesInFullOp = poissonOp((given) => ofRates(given).add(stirling(given.target)));

export interface PoissonNllLossOptions extends LossOptions {
  /** Whether the input holds the logarithms of the rates. Default true. */
  readonly logInput?: boolean;
  /** Whether what the target alone decides is added, by Stirling's approximation. Default false. */
  readonly full?: boolean;
  /** Added to a rate whose logarithm is taken. Default 1e-8. */
  readonly eps?: number;
}

/**
 * The negative log-likelihood of counts under Poisson distributions: e^input − target · input of log rates, input − target ·
 * log(input + eps) of rates; reduced. Shape: (*), (*), broadcast, → () or, with reduction `"none"`, (*). Integers give float32.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.poisson_nll_loss.html.
 *
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * import { poissonNllLoss, tensor } from "@bernoulli/tensor";
 * poissonNllLoss(tensor([0, 1]), tensor([1, 2]), { reduction: "none" }).toArray(); // → [1, 0.7182818]
 * ```
 */
export function poissonNllLoss(
  input: Tensor,
  target: Tensor,
  ...rest: Positional<PoissonNllLossOptions, ["logInput", "full"]>
): Tensor {
  checkTensor("poissonNllLoss", "input", input);
  checkTensor("poissonNllLoss", "target", target);
  const kinds = { reduction: "anything", logInput: "boolean", full: "boolean", eps: "number" } as const;
  const options = lossOptions<PoissonNllLossOptions>("poissonNllLoss", ["logInput", "full"], kinds, rest);
  const { logInput = true, full = false, eps = 1e-8 } = options;
  const [a, b] = broadcast("poissonNllLoss", ...promote("poissonNllLoss", input, target));
  const ofLogs = full ? poissonOfLogsInFullOp : poissonOfLogsOp;
  const ofRatesOp = full ? poissonOfRatesInFullOp : poissonOfRatesOp;
  return reduced(apply(logInput ? ofLogs : ofRatesOp, [floating(a), floating(b)], { eps }), options);
}

const gaussianOp = pointwise({
  name: "gaussianNllLoss",
  inputs: ["input", "target", "variance", "checked"],
  numbers: ["added"],
  dtypes: floatingDTypes,
  formula: ({ input, target, variance, checked, added }) => {
    const difference = input.sub(target);
    const loss = log(variance).add(difference.mul(difference).div(variance)).mul(0.5);
    return loss.add(added).add(checked);
  },
});

export interface GaussianNllLossOptions extends LossOptions {
  /** Whether the constant 0.5 · log 2π is added. Default false. */
  readonly full?: boolean;
  /** The least that a variance counts as; its gradient knows nothing of that. Default 1e-6. */
  readonly eps?: number;
}

/**
 * The negative log-likelihood of a target under normal distributions of the input's means and of variances: 0.5 · (log var + (input −
 * target)² / var), reduced. Shape: (*), (*), var of the input's, with one size 1, or without the last, or a number → () or, with reduction
 * `"none"`, (*). See https://pytorch.org/docs/stable/generated/torch.nn.functional.gaussian_nll_loss.html.
 *
 * @throws ArgumentError where a variance is negative; ShapeError if its shape does not fit; DTypeError for integers.
 * @example
 * ```ts
 * import { gaussianNllLoss, tensor } from "@bernoulli/tensor";
 * gaussianNllLoss(tensor([1, 2]), tensor([2, 2]), tensor([1, 1])).item(); // → 0.25
 * ```
 */
export function gaussianNllLoss(
  input: Tensor,
  target: Tensor,
  variance: Tensor | number,
  ...rest: Positional<GaussianNllLossOptions, ["full", "eps", "reduction"]>
): Tensor {
  const op = "gaussianNllLoss";
  checkTensor(op, "input", input);
  checkTensor(op, "target", target);
  const kinds = { reduction: "anything", full: "boolean", eps: "number" } as const;
  const options = lossOptions<GaussianNllLossOptions>(op, ["full", "eps", "reduction"], kinds, rest);
  const { full = false, eps = 1e-6 } = options;
  checkFloating(op, "input", input);
  if (!isTensor(variance)) checkArgument(op, "var", variance, "number");
  const given = isTensor(variance) ? variance : numberTensor(variance, input.dtype, input);
  checkFloating(op, "var", given);
  const bounds = { low: 0, high: Number.POSITIVE_INFINITY, passesNaN: true, refusal: "var has negative entry/entries" };
  const checked = within(op, given, bounds);
  const own = isTensor(variance) ? fitted(op, variance, input) : given;
  const [a, b] = promote(op, input, target);
  const [mean, wide] = promote(op, a, apply(atLeastOp, [own], { least: eps }));
  const inputs = broadcast(op, mean, promote(op, b, mean)[0], wide);
  const zero = expand(promote(op, checked, inputs[0])[0], inputs[0].shape);
  const added = full ? 0.5 * Math.log(2 * Math.PI) : 0;
  return reduced(apply(gaussianOp, [...inputs, zero], { added }), options);
}

/** A variance for each element, for each of another dimension than the last, or one where it has a size of 1 and the input has not. */
function fitted(op: string, variance: Tensor, { shape }: Tensor): Tensor {
  if (sameShape(variance.shape, shape)) return variance;
  if (sameShape(variance.shape, shape.slice(0, -1))) return unsqueeze(variance, -1);
  const others = variance.shape.filter((size, dim) => size !== shape[dim]);
  if (variance.ndim === shape.length && others.length === 1 && others[0] === 1) return variance;
  throw new ShapeError(
    `${op}: var is of incorrect size: expected ${formatShape(shape)}, that without its last dimension, or with one size 1, but got ${formatShape(variance.shape)}`,
  );
}
