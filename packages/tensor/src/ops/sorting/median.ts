// median, nanmedian and quantile: what stands at a share of the sorted elements.

import { noGrad } from "../../autograd/grad-mode.js";
import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { isFloating } from "../../tensor/dtype.js";
import { toTypedArray } from "../../tensor/reads.js";
import { normalizeDim } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { tensor } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { gather, indexSelect } from "../indexing/gather.js";
import { sub } from "../pointwise/add.js";
import { lerp } from "../pointwise/blends.js";
import { eq, le, ne } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { where } from "../pointwise/where.js";
import { checkHasDim, type ExtremeResult, max, pairOf } from "../reductions/max.js";
import {
  type AlongDim,
  dropDims,
  type ReduceOptions,
  reduceArguments,
  reduceKinds,
  sum,
  type WithDim,
} from "../reductions/sum.js";
import { movedim } from "../views/permute.js";
import { reshape } from "../views/view.js";
import { kth, refuseBool, sizeToChooseFrom, sorted } from "./sort.js";

/** Where the lower median stands along a dimension, which is kept; beside NaN, the first of those, unless they are passed over. */
function placeOfMedian(input: Tensor, dim: number, passesNaN: boolean): Tensor {
  const size = input.shape[dim]!;
  if (!isFloating(input.dtype)) return kth(input, dim, Math.floor((size - 1) / 2) + 1, true).indices;
  if (!passesNaN) {
    const lower = kth(input, dim, Math.floor((size - 1) / 2) + 1, true).indices;
    const { values, indices } = max(input, dim, { keepdim: true });
    return where(ne(values, values), indices, lower);
  }
  const { indices } = sorted(input, dim, false, size);
  const numbers = sum(eq(input, input), dim, { keepdim: true });
  const middle = div(where(eq(numbers, 0), 0, sub(numbers, 1)), 2, { roundingMode: "floor" });
  return gather(indices, dim, middle);
}

function medianOf(op: string, input: Tensor, given: readonly unknown[]): Tensor | ExtremeResult {
  checkTensor(op, "input", input);
  const options = reduceArguments<WithDim<ReduceOptions, number>>(op, given, reduceKinds);
  const { dim, keepdim } = options;
  refuseBool(op, input);
  const passesNaN = op === "nanmedian";
  if (dim === undefined) {
    checkHasDim(op, options);
    const flat = reshape(input, -1);
    if (flat.numel() === 0) {
      if (isFloating(input.dtype)) return div(sum(flat), 0);
      throw new ShapeError(`${op}: expected the input to have elements, since integers have no NaN`);
    }
    const value = noGrad(() => reshape(gather(flat, 0, placeOfMedian(flat, 0, passesNaN)), []));
    if (!input.requiresGrad) return value;
    // The largest of those that are not above it is the median itself, and equals share its gradient, as NaN do.
    const isWhole = ne(value, value);
    return max(where(le(flat, value), flat, where(isWhole, flat, Number.NEGATIVE_INFINITY)));
  }
  const at = normalizeDim(op, dim, input.ndim);
  sizeToChooseFrom(op, input, at);
  const rows = input.ndim === 0 ? reshape(input, 1) : input;
  const places = noGrad(() => placeOfMedian(rows, at, passesNaN));
  const drop = (kept: Tensor) => (input.ndim === 0 ? reshape(kept, []) : dropDims(kept, [at], keepdim));
  return pairOf(drop(gather(rows, at, places)), drop(places));
}

/**
 * The median, the lower of two, or, with `dim`, that along it and where it stands. NaN where there is one.
 * See https://pytorch.org/docs/stable/generated/torch.median.html.
 *
 * @throws ShapeError if there is no element to choose from; IndexError if the dimension is out of range; DTypeError for bool.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([3, 1, 2, 4]).median().item(); // → 2
 * tensor([[3, 1, 2], [6, 5, 4]]).median(1).indices.toArray(); // → [2, 1]
 * ```
 */
export function median(input: Tensor): Tensor;
export function median(input: Tensor, ...rest: AlongDim): ExtremeResult;
export function median(input: Tensor, ...rest: readonly [] | AlongDim): Tensor | ExtremeResult {
  return medianOf("median", input, rest);
}

/**
 * As {@link median}, of what is not NaN. See https://pytorch.org/docs/stable/generated/torch.nanmedian.html.
 *
 * @throws as {@link median}.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([3, NaN, 2, 4]).nanmedian().item(); // → 3
 * ```
 */
export function nanmedian(input: Tensor): Tensor;
export function nanmedian(input: Tensor, ...rest: AlongDim): ExtremeResult;
export function nanmedian(input: Tensor, ...rest: readonly [] | AlongDim): Tensor | ExtremeResult {
  return medianOf("nanmedian", input, rest);
}

const interpolations = ["linear", "lower", "higher", "midpoint", "nearest"] as const;

export interface QuantileOptions extends ReduceOptions {
  /** The dimension to go along; everything where left out. */
  readonly dim?: number;
  /** What is taken between two elements. Default `"linear"`. */
  readonly interpolation?: (typeof interpolations)[number];
}

/**
 * What stands at the shares `q`, from 0 to 1, of the sorted elements along `dim`, or of all; NaN where there is one. Reads `q` where it
 * is a tensor. Shape: (*), q () or (Q) → (*) without `dim`, with Q before it.
 * See https://pytorch.org/docs/stable/generated/torch.quantile.html.
 *
 * @throws DTypeError unless the input is floating; ArgumentError for shares beyond [0, 1]; ShapeError if there is no element.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([1, 2, 3, 5]);
 * x.quantile(0.5).item(); // → 2.5
 * x.quantile([0, 0.75], 0, { interpolation: "lower" }).toArray(); // → [1, 3]
 * ```
 */
export function quantile(input: Tensor, q: number | readonly number[] | Tensor, ...rest: QuantileArguments): Tensor {
  const { shares, rows, at, interpolation, shaped } = shared("quantile", input, q, rest);
  const size = rows.shape[at]!;
  const round = input.dtype === "float32" ? Math.fround : (value: number) => value;
  // PyTorch rounds the share to the input's dtype, and multiplies in doubles.
  const ranks = shares.map((share) => {
    const rank = round(share) * (size - 1);
    if (interpolation === "lower") return Math.floor(rank);
    if (interpolation === "higher") return Math.ceil(rank);
    return interpolation === "nearest" ? roundToEven(rank) : rank;
  });
  const first = ranks.length === 0 ? 0 : Math.floor(Math.min(...ranks));
  const end = ranks.length === 0 ? 0 : Math.ceil(Math.max(...ranks)) + 1;
  const { values } = sorted(rows, at, false, end - first, first);
  const { device, dtype } = input;
  const along = rows.shape.map((_, own) => (own === at ? shares.length : 1));
  const take = (places: readonly number[]) =>
    indexSelect(
      values,
      at,
      tensor(
        places.map((place) => place - first),
        { dtype: "int32", device },
      ),
    );
  const { values: largest } = max(rows, at, { keepdim: true });
  const isNone = ne(largest, largest);
  const below = take(ranks.map(Math.floor));
  let found = below;
  if (interpolation === "linear" || interpolation === "midpoint") {
    const weights = ranks.map((rank) => (interpolation === "midpoint" ? 0.5 : rank - Math.floor(rank)));
    // PyTorch has a gradient of the share too.
    const isLearnt = isTensor(q) && q.requiresGrad && interpolation === "linear";
    const given = isLearnt
      ? sub(
          mul(to(reshape(to(q, dtype), -1), "float64"), size - 1),
          tensor(ranks.map(Math.floor), { dtype: "float64", device }),
        )
      : tensor(weights, { dtype, device });
    const weight = reshape(to(given, dtype), along);
    const above = take(ranks.map(Math.ceil));
    // A row with NaN has the share of no element: what comes back there, NaN times nothing, is not its.
    found = lerp(below, above, isLearnt ? where(isNone, 0, weight) : weight);
  }
  return shaped(where(isNone, largest, found));
}

/** By name, or in PyTorch's order. */
export type QuantileArguments = Positional<QuantileOptions, ["dim", "keepdim"]>;

interface Shared {
  readonly shares: readonly number[];
  /** The input, or all of it in a row, and the dimension to go along. */
  readonly rows: Tensor;
  readonly at: number;
  readonly interpolation: (typeof interpolations)[number];
  /** As the result is shaped, of one that has the shares along the dimension. */
  readonly shaped: (found: Tensor) => Tensor;
}

/** What quantile and nanquantile check and are told alike. */
export function shared(
  op: string,
  input: Tensor,
  q: number | readonly number[] | Tensor,
  given: QuantileArguments,
): Shared {
  checkTensor(op, "input", input);
  const options = optionsOf<QuantileOptions>(op, ["dim", "keepdim"], given);
  checkOptions(op, options, { ...reduceKinds, interpolation: "anything" });
  const { dim, keepdim = false, interpolation = "linear" } = options;
  if (!isFloating(input.dtype))
    throw new DTypeError(
      `${op}: input tensor must be either float or double dtype, but got ${input.dtype}; convert with .to("float32")`,
    );
  if (!interpolations.includes(interpolation))
    throw new ArgumentError(
      `${op}: interpolation must be one of linear, lower, higher, midpoint or nearest, but got ${interpolation}`,
    );
  if (input.numel() === 0) throw new ShapeError(`${op}: input tensor must be non-empty`);
  const isOne = typeof q === "number" || (isTensor(q) && q.ndim === 0);
  if (!isTensor(q) && typeof q !== "number" && !Array.isArray(q))
    throw new ArgumentError(`${op}: q must be a number, a list of numbers or a Tensor, but got ${describe(q)}`);
  const shares = isTensor(q) ? readFor(op, "values", () => [...toTypedArray(q)]) : typeof q === "number" ? [q] : q;
  for (const share of shares)
    if (!(typeof share === "number" && share >= 0 && share <= 1))
      throw new ArgumentError(`${op}: q must be in the range [0, 1] but got ${describe(share)}`);
  const at = dim === undefined ? 0 : normalizeDim(op, dim, input.ndim);
  const rows = dim === undefined || input.ndim === 0 ? reshape(input, -1) : input;
  const rest = rows.shape.filter((_, own) => own !== at);
  const kept = !keepdim
    ? rest
    : dim === undefined
      ? input.shape.map(() => 1)
      : input.shape.map((n, own) => (own === at ? 1 : n));
  const shaped = (found: Tensor) => reshape(movedim(found, at, 0), isOne ? kept : [shares.length, ...kept]);
  return { shares, rows, at, interpolation, shaped };
}

function roundToEven(value: number): number {
  const down = Math.floor(value);
  const rest = value - down;
  if (rest !== 0.5) return rest < 0.5 ? down : down + 1;
  return down % 2 === 0 ? down : down + 1;
}
