// var and std: how far elements lie from their mean. Compositions with a gradient of their own; no kernel.

import { isGradEnabled, noGrad } from "../../autograd/grad-mode.js";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { isFloating } from "../../tensor/dtype.js";
import type { Tensor, TensorMeta } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { numberTensor } from "../operands.js";
import { sub } from "../pointwise/add.js";
import { eq } from "../pointwise/compare.js";
import { quotient } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { sqrt } from "../pointwise/pow.js";
import { where } from "../pointwise/where.js";
import { mean } from "./mean.js";
import { reducedWide } from "./reduce.js";
import { dropDims, type ReduceOptions, reducedDims, reduceKinds, type WithDim } from "./sum.js";

export interface VarianceOptions extends ReduceOptions {
  /** What is taken off the number of elements: 1, the default, for a sample, 0 for a whole population. */
  readonly correction?: number;
  /** PyTorch's older word for it: true is a correction of 1, false one of 0. */
  readonly unbiased?: boolean;
}

/**
 * By name, or in PyTorch's order, which has `unbiased` in front of `keepdim`: `x.var(1, false, true)`. A lone truth is `unbiased`:
 * `x.var(false)`.
 */
export type VarianceArguments =
  | Positional<WithDim<VarianceOptions>, ["dim", "unbiased", "keepdim"]>
  | readonly [unbiased: boolean];

/** The options of `var` and its kin out of what stands behind the input, with one word for the correction. */
export function varianceArguments(op: string, given: readonly unknown[]): WithDim<VarianceOptions> {
  const places = given.length === 1 && typeof given[0] === "boolean" ? [null, given[0]] : given;
  const options = optionsOf<WithDim<VarianceOptions>>(op, ["dim", "unbiased", "keepdim"], places);
  checkOptions(op, options, { ...reduceKinds, correction: "anything", unbiased: "boolean" });
  const { unbiased, ...rest } = options;
  if (unbiased === undefined) return options;
  if (rest.correction !== undefined)
    throw new ArgumentError(`${op}: unbiased and correction say the same; give one of them`);
  return { ...rest, correction: unbiased ? 1 : 0 };
}

/**
 * The variance over `dim`, or over everything: Σ (x − mean)² / (n − correction). Shape: (*) → (*) without `dim`.
 * `var` being a keyword, import it as `import { var as variance }`, or call the method.
 * See https://pytorch.org/docs/stable/generated/torch.var.html.
 *
 * @throws DTypeError unless the input is floating; IndexError if a dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2, 3, 4]).var().item(); // → 1.6666666
 * tensor([1, 3]).var(0, { correction: 0 }).item(); // → 1
 * ```
 */
export function variance(input: Tensor, ...rest: VarianceArguments): Tensor {
  checkTensor("var", "input", input);
  return varianceOf("var", input, varianceArguments("var", rest));
}

/**
 * The standard deviation, the root of `var`. Shape: (*) → (*) without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.std.html.
 *
 * @throws DTypeError unless the input is floating; IndexError if a dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 3]).std(0, { correction: 0 }).item(); // → 1
 * ```
 */
export function std(input: Tensor, ...rest: VarianceArguments): Tensor {
  checkTensor("std", "input", input);
  return varianceOf("std", input, varianceArguments("std", rest));
}

interface VarianceAttributes {
  readonly dims: readonly number[];
  /** How many elements there are along `dims`, less the correction. */
  readonly freedom: number;
  /** Over everything, PyTorch's gradient is another where nothing is left of the count. */
  readonly ofAll: boolean;
}

// The value is composed; the gradient is PyTorch's own, of which no infinity meets its opposite. The input is there for it.
const asValue = ([value]: readonly [TensorMeta, TensorMeta]) => [value] as const;

const ops = {
  var: defineOp({
    extra: attributes<VarianceAttributes>(),
    name: "var",
    inputs: ["value", "input"],
    kernel: kernels.copy,
    infer: asValue,
    save: { input: ["input"] },
    backward: ({ grad, input, attributes }): Gradients => [null, varianceBackward(grad, input, attributes)],
  }),
  std: defineOp({
    extra: attributes<VarianceAttributes>(),
    name: "std",
    inputs: ["value", "input"],
    kernel: kernels.copy,
    infer: asValue,
    save: { input: ["input"], output: ["input"] },
    // Where nothing varies the root has no slope, and no gradient.
    backward: ({ grad, input, output, attributes }): Gradients => [
      null,
      varianceBackward(where(eq(output, 0), 0, quotient(grad, mul(output, 2))), input, attributes),
    ],
  }),
};

function varianceBackward(grad: Tensor, input: Tensor, { dims, freedom, ofAll }: VarianceAttributes): Tensor {
  const apart = sub(input, mean(input, dims, { keepdim: true }));
  const slope = 2 / freedom;
  if (!ofAll || freedom > 0) return mul(mul(grad, slope), apart);
  return mul(grad, where(eq(apart, 0), Number.NaN, numberTensor(Number.POSITIVE_INFINITY, grad.dtype, grad)));
}

/** Squares of distances from the mean, out of those from the float beside it: what lies close together far from zero has it between. */
function aroundMiddle(squares: Tensor, middle: Tensor, near: Tensor, count: number): Tensor {
  if (near.dtype === "float64") return squares;
  const beside = sub(middle, to(near, "float64"));
  return sub(squares, mul(mul(beside, beside), count));
}

function varianceOf(op: "var" | "std", input: Tensor, options: WithDim<VarianceOptions>): Tensor {
  const { dim, correction = 1, keepdim = false } = options;
  if (typeof correction !== "number" || Number.isNaN(correction))
    throw new ArgumentError(`${op}: correction must be a number, but got ${correction}`);
  if (!isFloating(input.dtype)) {
    throw new DTypeError(
      `${op}: only support floating point dtypes, but got ${input.dtype}; convert with .to("float32")`,
    );
  }
  const dims = reducedDims(op, input, dim);
  const count = dims.reduce((product, at) => product * input.shape[at]!, 1);
  const value = noGrad(() => {
    // As PyTorch has it: nothing is rounded to floats before the root, so that neither large squares nor small ones are lost.
    const middle = quotient(reducedWide(input, "sum", dims), count);
    const near = to(middle, input.dtype);
    const squares = reducedWide(sub(input, near), "squares", dims);
    const variance = quotient(aroundMiddle(squares, middle, near, count), Math.max(0, count - correction));
    return to(op === "std" ? sqrt(variance) : variance, input.dtype);
  });
  if (!input.requiresGrad || !isGradEnabled()) return dropDims(value, dims, keepdim);
  const ofAll = input.ndim === 0 || dim === undefined;
  return dropDims(apply(ops[op], [value, input], { dims, freedom: count - correction, ofAll }), dims, keepdim);
}
