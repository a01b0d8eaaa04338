// scatterReduce and indexReduce: what is put to one place is combined with what stands there, as its sum, product, mean, or extreme.

import { describe } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import type { Kernel } from "../../kernels/kernel.js";
import * as kernels from "../../kernels/kernels.js";
import { dtypeRanges, isFloating } from "../../tensor/dtype.js";
import { formatShape, normalizeDim } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { inPlaceOf } from "../in-place.js";
import { numberTensor } from "../operands.js";
import { eq } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { clampMin } from "../pointwise/extremes.js";
import { mul } from "../pointwise/mul.js";
import { where } from "../pointwise/where.js";
import { expand } from "../reductions/sum.js";
import { reshape, reshapeResult } from "../views/view.js";
import { scattered } from "./gather.js";
import { gatherOp, scatterAddOp, scatterOp } from "./gathering.js";
import { maskedFill } from "./masks.js";
import { asIndex } from "./places.js";

const extremeOps = {
  amax: extremeOp("scatterMaximum", kernels.scatterMaximum, true),
  amin: extremeOp("scatterMinimum", kernels.scatterMinimum, true),
};
/** Of what is given alone. */
const extremeOfGivenOps = {
  amax: extremeOp("scatterMaximum", kernels.scatterMaximum, false),
  amin: extremeOp("scatterMinimum", kernels.scatterMinimum, false),
};

/** @__NO_SIDE_EFFECTS__ */
function extremeOp<K extends "scatterMaximum" | "scatterMinimum">(name: K, kernel: Kernel<K>, includesSelf: boolean) {
  return defineOp({
    name,
    inputs: ["input", "index", "source"],
    outputs: ["output"],
    readsElsewhere: true,
    kernel,
    infer: ([input]) => [input],
    save: {
      input: ["input", "source"],
      index: ["input", "source"],
      source: ["input", "source"],
      output: ["input", "source"],
    },
    // As PyTorch has it: all that are the extreme share its gradient.
    backward: ({ grad, input, index, source, output, attributes: { dim }, needs }): Gradients => {
      const along = { dim, checks: null };
      const isGiven = to(eq(source, apply(gatherOp, [output, index], along)), grad.dtype);
      const isEqual = to(eq(input, output), grad.dtype);
      // Where something was given, what stands there instead of the input is infinite, as an extreme may be.
      const isOwn = includesSelf ? isEqual : apply(scatterOp, [isEqual, index, mul(isGiven, 0)], along);
      const shared = div(grad, apply(scatterAddOp, [isOwn, index, isGiven], along));
      return [
        needs[0] ? mul(shared, isOwn) : null,
        null,
        needs[2] ? mul(apply(gatherOp, [shared, index], along), isGiven) : null,
      ];
    },
  });
}

const productOp = defineOp({
  name: "scatterProduct",
  inputs: ["input", "index", "source"],
  outputs: ["output"],
  readsElsewhere: true,
  kernel: kernels.scatterMultiply,
  infer: ([input]) => [input],
  save: { input: ["input", "source"], index: ["input", "source"], source: ["input", "source"] },
  // What all the others multiply to, whichever of them are zero: a quotient where none is, the product of the rest where one is.
  backward: ({ grad, input, index, source, attributes: { dim }, needs }): Gradients => {
    const [ownIsZero, givenIsZero] = [eq(input, 0), eq(source, 0)];
    const along = { dim, checks: null };
    const zeros = [to(ownIsZero, grad.dtype), index, to(givenIsZero, grad.dtype)] as const;
    const count = apply(scatterAddOp, zeros, along);
    const [own, given] = [maskedFill(input, ownIsZero, 1), maskedFill(source, givenIsZero, 1)];
    const weighted = mul(grad, apply(productOp, [own, index, given], along));
    const ifNoZero = where(eq(count, 0), weighted, 0);
    const ifOneZero = where(eq(count, 1), weighted, 0);
    const gathered = (from: Tensor): Tensor => apply(gatherOp, [from, index], along);
    const from = (no: Tensor, one: Tensor, isZero: Tensor, factor: Tensor): Tensor =>
      where(isZero, one, div(no, factor));
    return [
      needs[0] ? from(ifNoZero, ifOneZero, ownIsZero, own) : null,
      null,
      needs[2] ? from(gathered(ifNoZero), gathered(ifOneZero), givenIsZero, given) : null,
    ];
  },
});

/** How elements that are put to one place are combined. */
export type ScatterReduction = "sum" | "prod" | "mean" | "amax" | "amin";

export interface ScatterReduceOptions<Reduction extends ScatterReduction = ScatterReduction> {
  /** How elements that are put to one place are combined; it may stand in its place instead. */
  readonly reduce?: Reduction;
  /** Whether what stands at a place is one of the elements that are combined there. Default true. */
  readonly includeSelf?: boolean;
}

/** The reduction in its place, and options behind it, or all by name. */
type Reduced<Reduction extends ScatterReduction> =
  | readonly [reduce: Reduction, options?: Omit<ScatterReduceOptions, "reduce">]
  | readonly [options: ScatterReduceOptions<Reduction> & { readonly reduce: Reduction }];

const reductions: readonly string[] = ["sum", "prod", "mean", "amax", "amin"] satisfies readonly ScatterReduction[];

/**
 * The input, in which the elements of `source` that the index puts to one place along `dim` are combined: as their sum, product, mean,
 * largest or smallest. The mean of integers is rounded down. Shape: as {@link scatter}.
 * See https://pytorch.org/docs/stable/generated/torch.scatter_reduce.html.
 *
 * @throws ArgumentError for another reduction; as {@link scatter}.
 * @example
 * ```ts
 * import { scatterReduce, tensor } from "@bernoulli/tensor";
 * const places = tensor([0, 1, 0], { dtype: "int32" });
 * scatterReduce(tensor([4, 5]), 0, places, tensor([1, 2, 3]), "amax").toArray(); // → [4, 5]
 * scatterReduce(tensor([4, 5]), 0, places, tensor([1, 2, 3]), { reduce: "mean", includeSelf: false }).toArray(); // → [2, 2]
 * ```
 */
export function scatterReduce(
  input: Tensor,
  dim: number,
  index: Tensor,
  source: Tensor,
  ...reduction: Reduced<ScatterReduction>
): Tensor {
  return reduced("scatterReduce", input, dim, index, source, reduction);
}

/**
 * {@link scatterReduce} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.scatter_reduce_.html.
 *
 * @throws as {@link scatterReduce}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export const scatterReduce_: typeof scatterReduce = inPlaceOf("scatterReduce_", scatterReduce);

/**
 * The input, in which the slices of `source` along `dim` that the index puts to one place are combined, as `scatterReduce` does with
 * elements. Shape: (*), index (n), source like the input with n in place of the size of `dim` → (*).
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.index_reduce.html.
 *
 * @throws as {@link scatterReduce}; ShapeError unless the source has a slice for each index.
 * @example
 * ```ts
 * import { indexReduce, ones, tensor } from "@bernoulli/tensor";
 * const places = tensor([1, 1], { dtype: "int32" });
 * indexReduce(ones(2, 2), 0, places, tensor([[2, 3], [4, 5]]), "prod").toArray(); // → [[1, 1], [8, 15]]
 * ```
 */
export function indexReduce(
  input: Tensor,
  dim: number,
  index: Tensor,
  source: Tensor,
  ...reduction: Reduced<Exclude<ScatterReduction, "sum">>
): Tensor {
  checkTensor("indexReduce", "input", input);
  checkTensor("indexReduce", "index", index);
  checkTensor("indexReduce", "source", source);
  if ((reductionOf("indexReduce", reduction).reduce as string) === "sum")
    throw new ArgumentError("indexReduce: reduce must be one of prod, mean, amax, amin, but got sum; indexAdd adds");
  const at = normalizeDim("indexReduce", dim, input.ndim);
  if (index.ndim > 1)
    throw new ShapeError(`indexReduce: Expected a 1-D index, but got shape ${formatShape(index.shape)}`);
  const [target, given, places] = [atLeastOne(input), atLeastOne(source), reshape(asIndex("indexReduce", index), -1)];
  const wanted = target.shape.with(at, places.numel());
  if (given.shape.length !== wanted.length || given.shape.some((size, dimension) => size !== wanted[dimension]))
    throw new ShapeError(
      `indexReduce: source must have the input's shape with a slice for each index, ${formatShape(wanted)}, but got ${formatShape(source.shape)}`,
    );
  const spread = expand(
    reshape(
      places,
      wanted.map((size, dimension) => (dimension === at ? size : 1)),
    ),
    wanted,
  );
  return reshapeResult(reduced("indexReduce", target, at, spread, given, reduction), input.shape);
}

/**
 * {@link indexReduce} in place; returns the input. See https://pytorch.org/docs/stable/generated/torch.Tensor.index_reduce_.html.
 *
 * @throws as {@link indexReduce}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export const indexReduce_: typeof indexReduce = inPlaceOf("indexReduce_", indexReduce);

function reductionOf(op: string, given: readonly unknown[]): ScatterReduceOptions {
  const options = optionsOf<ScatterReduceOptions>(op, ["reduce"], given);
  checkOptions(op, options, { reduce: "anything", includeSelf: "boolean" });
  return options;
}

function atLeastOne(input: Tensor): Tensor {
  return input.ndim === 0 ? reshape(input, 1) : input;
}

function reduced(
  op: string,
  input: Tensor,
  dim: number,
  index: Tensor,
  source: Tensor,
  reduction: readonly unknown[],
): Tensor {
  checkTensor(op, "source", source);
  const { reduce, includeSelf = true } = reductionOf(op, reduction);
  if (reduce === undefined || !reductions.includes(reduce))
    throw new ArgumentError(
      `${op}: reduce argument must be either sum, prod, mean, amax or amin, but got ${describe(reduce)}`,
    );
  const { attributes, inputs } = scattered(op, input, dim, index, source);
  const [target, places, given] = inputs;
  const everywhere = (value: number, dtype = input.dtype): Tensor =>
    expand(numberTensor(value, dtype, input), places.shape);
  const start = includeSelf
    ? target
    : apply(scatterOp, [target, places, everywhere(neutral(reduce, input))], attributes);
  const combined = (): Tensor => {
    if (reduce === "prod") return apply(productOp, [start, places, given], attributes);
    if (reduce === "amax" || reduce === "amin")
      return apply((includeSelf ? extremeOps : extremeOfGivenOps)[reduce], [start, places, given], attributes);
    const sum = apply(scatterAddOp, [start, places, given], attributes);
    if (reduce === "sum") return sum;
    const own = expand(numberTensor(Number(includeSelf), "int32", input), target.shape);
    const count = clampMin(apply(scatterAddOp, [own, places, everywhere(1, "int32")], attributes), 1);
    return isFloating(input.dtype)
      ? div(sum, to(count, input.dtype))
      : to(div(sum, count, { roundingMode: "floor" }), input.dtype);
  };
  return reshapeResult(combined(), input.shape);
}

/** What changes nothing that it is combined with. */
function neutral(reduce: ScatterReduction, { dtype }: Tensor): number {
  if (reduce === "prod") return 1;
  if (reduce !== "amax" && reduce !== "amin") return 0;
  const [least, most] = isFloating(dtype) ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : dtypeRanges[dtype];
  return reduce === "amax" ? least : most;
}
