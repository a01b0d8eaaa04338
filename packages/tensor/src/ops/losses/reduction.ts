// What losses share: how their elements become one number, which options they take, and what they say of inputs that do not fit. No op
// is defined here.

import { isGradEnabled } from "../../autograd/grad-mode.js";
import { describe } from "../../checks/describe.js";
import { ArgumentError, AutogradError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, type Kinds, optionsOf } from "../../checks/options.js";
import { warnOnce } from "../../checks/warn.js";
import { isFloating } from "../../tensor/dtype.js";
import { formatShape, sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { quotient } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { mean } from "../reductions/mean.js";
import { sum } from "../reductions/sum.js";

/** What becomes of a loss's elements: their mean, their sum, or nothing. */
export type Reduction = "mean" | "sum" | "none";

export interface LossOptions {
  /** What becomes of the elements: their `"mean"`, their `"sum"`, or `"none"`: they stay. Default `"mean"`. */
  readonly reduction?: Reduction;
}

/** @throws ArgumentError unless a reduction is one of those that there are. */
function checkReduction(op: string, reduction: unknown, more: readonly string[] = []): void {
  const known = [...more, "mean", "sum", "none"];
  if (known.includes(reduction as string)) return;
  const names = known.map((name) => `"${name}"`);
  throw new ArgumentError(
    `${op}: ${typeof reduction === "string" ? reduction : describe(reduction)} is not a valid value for reduction; take ${names.slice(0, -1).join(", ")} or ${names.at(-1)}`,
  );
}

/**
 * PyTorch's arguments of before `reduction` are refused with what stands for them.
 *
 * @throws ArgumentError where one is given, by its name, or as a boolean in a place behind those of `names`.
 */
function refuseLegacy(op: string, names: readonly string[], given: readonly unknown[]): void {
  const at = given.findIndex((value, place) => names[place] === undefined && typeof value === "boolean");
  const named = given.at(-1) as Readonly<Record<string, unknown>> | null | undefined;
  const sizeAverage = at >= 0 ? given[at] : (named?.["sizeAverage"] ?? named?.["size_average"]);
  const reduce = at >= 0 ? given[at + 1] : named?.["reduce"];
  if (typeof sizeAverage !== "boolean" && typeof reduce !== "boolean") return;
  const reduction = reduce === false ? "none" : sizeAverage === false ? "sum" : "mean";
  throw new ArgumentError(
    `${op}: size_average and reduce, which PyTorch has deprecated, are not taken; write { reduction: "${reduction}" }`,
  );
}

/**
 * A loss's options, of which the first, by `names`, may stand in their places.
 *
 * @throws ArgumentError for an option that is unknown or of a wrong kind, a reduction that there is not, and for PyTorch's deprecated
 * `size_average` and `reduce`.
 */
export function lossOptions<Options extends { readonly reduction?: string }>(
  op: string,
  names: readonly (keyof Options & string)[],
  kinds: Kinds<Options>,
  given: readonly unknown[],
  more: readonly string[] = [],
): Options {
  refuseLegacy(op, names, given);
  const options = optionsOf<Options>(op, names, given);
  checkOptions(op, options, kinds);
  checkReduction(op, options.reduction ?? "mean", more);
  return options;
}

/** A loss's elements, reduced. */
export function reduced(losses: Tensor, { reduction = "mean" }: LossOptions): Tensor {
  if (reduction === "none") return losses;
  return reduction === "sum" ? sum(losses) : mean(losses);
}

/** A loss's elements by a weight of the input's shape, reduced; the mean is that of the weights. */
export function weighted(losses: Tensor, weight: Tensor, { reduction = "mean" }: LossOptions): Tensor {
  const own = mul(losses, weight);
  return reduction === "mean" ? quotient(sum(own), sum(weight)) : reduced(own, { reduction });
}

/** PyTorch's warning of a target that broadcasts, which is seldom what was meant. */
export function warnOfSizes(op: string, input: Tensor, target: Tensor): void {
  if (sameShape(input.shape, target.shape)) return;
  const [size, own] = [formatShape(target.shape), formatShape(input.shape)];
  warnOnce(
    `${op} ${size} ${own}`,
    `${op}: Using a target size (${size}) that is different to the input size (${own}). ` +
      "This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size: target.viewAs(input), or unsqueeze one.",
  );
}

/** @throws ShapeError unless the weight, if there is one, is of the input's shape; ArgumentError unless it is a tensor. */
export function checkSameSize(op: string, weight: Tensor | null, input: Tensor): void {
  if (weight === null) return;
  checkTensor(op, "weight", weight);
  if (sameShape(weight.shape, input.shape)) return;
  throw new ShapeError(
    `${op}: Weights and input must have the same size, but got ${formatShape(weight.shape)} and ${formatShape(input.shape)}; expand the weight: weight.expandAs(input)`,
  );
}

/** @throws DTypeError for an input of integers. */
export function checkFloating(op: string, name: string, { dtype }: Tensor): void {
  if (isFloating(dtype)) return;
  throw new DTypeError(`${op}: not implemented for '${dtype}': ${name} must be floating; convert with .to("float32")`);
}

/** @throws AutogradError where a gradient is wanted that PyTorch, too, does not give; ArgumentError unless it is a tensor, or null. */
export function checkConstant(op: string, name: string, given: Tensor | null): void {
  if (given === null) return;
  checkTensor(op, name, given);
  if (!given.requiresGrad || !isGradEnabled()) return;
  throw new AutogradError(
    `${op}: not differentiable with respect to argument '${name}'. This input cannot have requiresGrad true; give ${name}.detach()`,
  );
}
