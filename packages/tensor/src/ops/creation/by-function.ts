// apply_ and map_: a function of JavaScript, called with each element, one after the other. Slow, as in PyTorch; a formula
// (declare.ts of formulas) is not.

import { describe } from "../../checks/describe.js";
import { AutogradError, DTypeError } from "../../checks/errors.js";
import { checkArgument, checkTensor } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { toTypedArray } from "../../tensor/reads.js";
import { numberOfElements } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { expandTo } from "../reductions/sum.js";
import { reshape } from "../views/view.js";
import { copy_ } from "./copy.js";
import { tensor } from "./creation.js";

function checkPlain(op: string, input: Tensor): void {
  if (input.requiresGrad)
    throw new AutogradError(`${op}: Can't call ${op}() on Variable that requires grad. Use detach().${op}() instead.`);
}

function write(op: string, input: Tensor, others: readonly Tensor[], fn: (...values: number[]) => number): Tensor {
  const given = [input, ...others].map((one) => readFor(op, "values", () => toTypedArray(one)));
  const values = Float64Array.from({ length: numberOfElements(input.shape) }, (_, at) => {
    const value = fn(...given.map((elements) => elements[at]!));
    if (typeof value !== "number" && typeof value !== "boolean")
      throw new DTypeError(`${op}: the function must return a number, but got ${describe(value)}`);
    return Number(value);
  });
  return copy_(input, reshape(tensor(values, { dtype: "float64", device: input.device }), input.shape));
}

/**
 * Puts what a function makes of each element in its place; returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.apply_.html.
 *
 * @throws AutogradError for a tensor that requires a gradient; DTypeError where the function returns no number.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).apply_((x) => x * 10).toArray(); // → [10, 20]
 * ```
 */
export function apply_(input: Tensor, fn: (value: number) => number): Tensor {
  checkTensor("apply_", "input", input);
  checkArgument("apply_", "fn", fn, "function");
  checkPlain("apply_", input);
  return write("apply_", input, [], fn);
}

/**
 * Puts what a function makes of each element and another tensor's, which is broadcast, in its place; returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.map_.html.
 *
 * @throws as {@link apply_}; ShapeError if the other does not broadcast to the input.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).map_(tensor([5, 6]), (a, b) => a * b).toArray(); // → [5, 12]
 * ```
 */
export function map_(input: Tensor, other: Tensor, fn: (value: number, other: number) => number): Tensor {
  checkTensor("map_", "input", input);
  checkTensor("map_", "other", other);
  checkArgument("map_", "fn", fn, "function");
  for (const given of [input, other]) checkPlain("map_", given);
  return write("map_", input, [expandTo("map_", other, input.shape)], fn);
}
