// bincount, histc and histogram: how many elements there are of each number, or between edges.

import { noGrad } from "../../autograd/grad-mode.js";
import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { isFloating } from "../../tensor/dtype.js";
import { item } from "../../tensor/reads.js";
import { formatShape, sameShape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { ones, zeros } from "../creation/creation.js";
import { linspace } from "../creation/ranges.js";
import { to } from "../creation/to.js";
import { scatterAdd } from "../indexing/gather.js";
import { asIndex } from "../indexing/places.js";
import { sub } from "../pointwise/add.js";
import { eq, ge, le } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { clampMax } from "../pointwise/extremes.js";
import { logicalAnd } from "../pointwise/logical.js";
import { mul } from "../pointwise/mul.js";
import { trunc } from "../pointwise/rounding.js";
import { where } from "../pointwise/where.js";
import { aminmax } from "../reductions/extremes.js";
import { sum } from "../reductions/sum.js";
import { diff } from "../scans/diff.js";
import { detach } from "../views/detach.js";
import { narrow } from "../views/slice.js";
import { reshape } from "../views/view.js";
import { searchsorted } from "./search.js";

export interface BincountOptions {
  /** What each element counts for, instead of 1: float32 gives float32, all else float64. */
  readonly weights?: Tensor;
  /** How many bins there are at least. Default 0. */
  readonly minlength?: number;
}

/**
 * How often each whole number from 0 on occurs, as int32, or the sums of their weights. Its shape depends on values: it reads the largest,
 * and in a compiled function ends a plan. Has no gradient. Shape: (N) → (the largest and one more).
 * See https://pytorch.org/docs/stable/generated/torch.bincount.html.
 *
 * @throws DTypeError unless the input is integers; ArgumentError for negative ones; ShapeError unless it is a vector, and weights fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 3, 1]).bincount().toArray(); // → [0, 2, 0, 1]
 * ```
 */
export function bincount(input: Tensor, ...rest: Positional<BincountOptions, ["weights", "minlength"]>): Tensor {
  checkTensor("bincount", "input", input);
  const options = optionsOf<BincountOptions>("bincount", ["weights", "minlength"], rest);
  checkOptions("bincount", options, ["weights", "minlength"]);
  const { weights, minlength = 0 } = options;
  if (!Number.isInteger(minlength) || minlength < 0)
    throw new ArgumentError(`bincount: minlength should be >= 0, but got ${describe(minlength)}`);
  if (input.ndim !== 1)
    throw new ShapeError(
      `bincount: only supports 1-d non-negative integral inputs, but got shape ${formatShape(input.shape)}`,
    );
  if (weights !== undefined) {
    checkTensor("bincount", "weights", weights);
    if (!sameShape(weights.shape, input.shape))
      throw new ShapeError(
        `bincount: weights should be 1-d and have the same length as input, but got ${formatShape(weights.shape)} and ${formatShape(input.shape)}`,
      );
  }
  if (input.dtype === "bool")
    throw new DTypeError('bincount: not implemented for bool; convert with .to("uint8") first');
  const { device } = input;
  if (input.numel() === 0) return zeros([minlength], { dtype: "int32", device });
  const places = input.dtype === "uint8" ? to(input, "int32") : asIndex("bincount", input);
  const { min, max } = aminmax(places);
  const [least, largest] = readFor("bincount", "shape", () => [item(min), item(max)] as const);
  if (least < 0) throw new ArgumentError(`bincount: only supports 1-d non-negative integral inputs, but got ${least}`);
  const size = Math.max(largest + 1, minlength);
  if (weights === undefined)
    return scatterAdd(
      zeros([size], { dtype: "int32", device }),
      0,
      places,
      ones([input.numel()], { dtype: "int32", device }),
    );
  const dtype = weights.dtype === "float32" ? "float32" : "float64";
  return scatterAdd(zeros([size], { dtype, device }), 0, places, to(detach(weights), dtype));
}

function checkBins(op: string, input: Tensor): void {
  checkTensor(op, "input", input);
  if (!isFloating(input.dtype))
    throw new DTypeError(`${op}: not implemented for ${input.dtype}; convert with .to("float32") first`);
}

function checkNumberOfBins(op: string, bins: number): void {
  if (!Number.isInteger(bins) || bins <= 0)
    throw new ArgumentError(`${op}: bins must be > 0, but got ${describe(bins)}`);
}

/** From where to where bins go: where both are one number, from the least element to the largest, which are read. */
function rangeOf(op: string, input: Tensor, min: number, max: number): readonly [number, number] {
  if (!(min <= max)) throw new ArgumentError(`${op}: max must be larger than min, but got ${min} and ${max}`);
  let [low, high] = [min, max];
  if (low === high && input.numel() > 0) {
    const extremes = aminmax(input);
    [low, high] = readFor(op, "values", () => [item(extremes.min), item(extremes.max)] as const);
  }
  if (!Number.isFinite(low) || !Number.isFinite(high))
    throw new ArgumentError(`${op}: range of [${low}, ${high}] is not finite`);
  return [low, high];
}

export interface HistcOptions {
  /** How many bins. Default 100. */
  readonly bins?: number;
  /** Where the first begins. Default 0; where `max` is the same number, the least element. */
  readonly min?: number;
  /** Where the last ends. Default 0; where `min` is the same number, the largest element. */
  readonly max?: number;
}

/**
 * How many elements fall into each of `bins` equal parts from `min` to `max`, as floats; the last has its end too, and what lies beyond, or
 * is NaN, counts for nothing. Has no gradient. Shape: (*) → (bins).
 * See https://pytorch.org/docs/stable/generated/torch.histc.html.
 *
 * @throws DTypeError unless the input is floating; ArgumentError for bins and ranges that are none.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2, 1]).histc({ bins: 4, min: 0, max: 3 }).toArray(); // → [0, 2, 1, 0]
 * ```
 */
export function histc(input: Tensor, ...rest: Positional<HistcOptions, ["bins", "min", "max"]>): Tensor {
  checkBins("histc", input);
  const options = optionsOf<HistcOptions>("histc", ["bins", "min", "max"], rest);
  checkOptions("histc", options, { bins: "number", min: "number", max: "number" });
  const { bins = 100, min = 0, max = 0 } = options;
  checkNumberOfBins("histc", bins);
  return noGrad(() => {
    const flat = reshape(input, -1);
    const [least, most] = rangeOf("histc", flat, min, max);
    const [low, high] = least === most ? [least - 1, most + 1] : [least, most];
    if (flat.numel() === 0) return zeros([bins], { dtype: input.dtype, device: input.device });
    const rounded = input.dtype === "float32" ? Math.fround : (value: number) => value;
    // As PyTorch has it, rounded at each step.
    const shares = div(mul(sub(flat, rounded(low)), bins), rounded(rounded(high) - rounded(low)));
    const isWithin = logicalAnd(ge(flat, low), le(flat, high));
    const places = where(isWithin, clampMax(trunc(shares), bins - 1), bins);
    return counted(to(places, "int32"), bins, ones([flat.numel()], { dtype: input.dtype, device: input.device }));
  });
}

/** Sums of weights at their places; what is put behind the last bin is dropped. */
function counted(places: Tensor, bins: number, weights: Tensor): Tensor {
  const { dtype, device } = weights;
  return narrow(scatterAdd(zeros([bins + 1], { dtype, device }), 0, places, weights), 0, 0, bins);
}

export interface HistogramOptions {
  /** From where to where `bins` equal parts go. Default: from the least element to the largest. */
  readonly range?: readonly [min: number, max: number];
  /** What each element counts for, instead of 1. */
  readonly weight?: Tensor;
  /** Whether the whole is divided by its area. Default false. */
  readonly density?: boolean;
}

export interface HistogramResult {
  readonly hist: Tensor;
  readonly binEdges: Tensor;
}

/**
 * How many elements, or how much weight, fall between edges that are in order, or into `bins` equal parts; the last has its end too, and
 * what lies beyond, or is NaN, counts for nothing. Has no gradient. Shape: (*), weight (*) → (bins), edges (bins + 1).
 * See https://pytorch.org/docs/stable/generated/torch.histogram.html.
 *
 * @throws DTypeError unless the input is floating; ArgumentError for bins and ranges that are none; ShapeError where the weights do not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const { hist, binEdges } = tensor([1, 2, 1]).histogram(4, { range: [0, 3] });
 * [hist.toArray(), binEdges.toArray()]; // → [[0, 2, 1, 0], [0, 0.75, 1.5, 2.25, 3]]
 * ```
 */
export function histogram(input: Tensor, bins: number | Tensor, options: HistogramOptions = {}): HistogramResult {
  checkBins("histogram", input);
  checkOptions("histogram", options, ["range", "weight", "density"]);
  const { range, weight, density = false } = options;
  const { dtype, device } = input;
  if (weight !== undefined) {
    checkTensor("histogram", "weight", weight);
    if (weight.dtype !== dtype || !sameShape(weight.shape, input.shape))
      throw new ShapeError(
        `histogram: expected a weight of the input's dtype and shape, ${dtype} ${formatShape(input.shape)}, but got ${weight.dtype} ${formatShape(weight.shape)}`,
      );
  }
  return noGrad(() => {
    const flat = reshape(input, -1);
    const edges = isTensor(bins) ? edgesIn(bins, input) : equalEdges(bins, flat, range);
    const count = edges.numel() - 1;
    const last = narrow(edges, 0, count, 1);
    const place = sub(searchsorted(edges, flat, { right: true }), 1);
    // The last edge belongs to the last bin; what is before the first and behind the last to none.
    const inside = where(eq(flat, last), count - 1, place);
    const places = where(logicalAnd(ge(place, 0), le(flat, last)), inside, count);
    const given = weight === undefined ? ones([flat.numel()], { dtype, device }) : reshape(weight, -1);
    const hist = counted(to(places, "int32"), count, given);
    return { hist: density ? div(div(hist, sum(hist)), diff(edges)) : hist, binEdges: edges };
  });
}

function edgesIn(bins: Tensor, { dtype }: Tensor): Tensor {
  if (bins.dtype !== dtype || bins.ndim !== 1 || bins.numel() < 2)
    throw new ArgumentError(
      `histogram: expected edges of ${dtype} in a vector of at least two, but got ${bins.dtype} ${formatShape(bins.shape)}`,
    );
  return bins;
}

function equalEdges(bins: number, flat: Tensor, range: HistogramOptions["range"]): Tensor {
  checkNumberOfBins("histogram", bins);
  // Unlike histc: of none from 0 to 1, and around one number half of 1 to either side.
  const told = range ?? (flat.numel() === 0 ? [0, 1] : [0, 0]);
  const [least, most] = rangeOf("histogram", range === undefined ? flat : narrow(flat, 0, 0, 0), ...told);
  const [low, high] = least === most ? [least - 0.5, most + 0.5] : [least, most];
  return linspace(low, high, bins + 1, { dtype: flat.dtype as "float32", device: flat.device });
}
