// embeddingBag: rows of a table by their numbers, summed, averaged or the largest taken, a bag at a time.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, type Kinds } from "../../checks/options.js";
import { currentRecording, readFor } from "../../compile/trace.js";
import { apply } from "../../door/apply.js";
import { toTypedArray } from "../../tensor/reads.js";
import { formatShape, sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { arange, tensor } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { numberTensor } from "../operands.js";
import { sub } from "../pointwise/add.js";
import { clamp } from "../pointwise/clamp.js";
import { eq } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { logicalNot, logicalOr } from "../pointwise/logical.js";
import { mul } from "../pointwise/mul.js";
import { max } from "../reductions/max.js";
import { expand, sum } from "../reductions/sum.js";
import { searchsorted } from "../sorting/search.js";
import { narrow } from "../views/slice.js";
import { reshape } from "../views/view.js";
import { checkTable, type EmbeddingOptions, embeddingKinds, renormRows, rowsOf } from "./embedding.js";
import { gatherOp, scatterAddOp } from "./gathering.js";
import { maskedFill } from "./masks.js";
import { asIndex } from "./places.js";

export type EmbeddingBagMode = "sum" | "mean" | "max";

export interface EmbeddingBagOptions extends EmbeddingOptions {
  /** Where each bag begins in a vector of places, int32, the first 0. None for a matrix, of which each row is a bag. */
  readonly offsets?: Tensor | null;
  /** What becomes of a bag's rows. Default "mean". */
  readonly mode?: EmbeddingBagMode;
  /** What each row is multiplied by, shaped like the places; with "sum" only. */
  readonly perSampleWeights?: Tensor | null;
  /** Whether the last of the offsets is where the last bag ends. Default false. */
  readonly includeLastOffset?: boolean;
}

// Made when it is called: a bundler keeps what is spread when a file is loaded.
const kindsOf = (): Kinds<EmbeddingBagOptions> => ({
  ...embeddingKinds,
  offsets: "anything",
  mode: "anything",
  perSampleWeights: "anything",
  includeLastOffset: "boolean",
});

const modes: readonly EmbeddingBagMode[] = ["sum", "mean", "max"];

/** Throws unless it is one of the modes. */
function checkBagMode(op: string, mode: unknown): asserts mode is EmbeddingBagMode {
  if (!modes.includes(mode as EmbeddingBagMode))
    throw new ArgumentError(`${op}: mode has to be one of sum, mean or max, but got ${describe(mode)}`);
}

/** Places, and which bag each belongs to. */
interface Bags {
  readonly count: number;
  readonly places: Tensor;
  /** The bag of each place, int32. */
  readonly bagOf: Tensor;
  /** How many places a bag has at most, where that is known, and all bags have as many. */
  readonly length: number | null;
  readonly offsets: Tensor | null;
}

/**
 * Sums, means or largest elements of rows of `weight`, one for each bag of places; an empty bag gives zeros. A matrix of places has
 * a bag a row, a vector is cut where `offsets` says. Places that are `paddingIdx` count nowhere.
 * Shape: input (bags, n), or (n) with offsets (bags), weight (rows, size) → (bags, size).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.embedding_bag.html.
 *
 * @throws as `embedding`; ShapeError where input, offsets and weights do not fit; ArgumentError for another mode, for
 * `perSampleWeights` but with "sum", for `scaleGradByFreq` with "max", and for offsets that do not begin with 0 or go back.
 * @example
 * ```ts
 * import { embeddingBag, tensor } from "@bernoulli/tensor";
 * const weight = tensor([[1, 2], [3, 4], [5, 6]]);
 * const places = tensor([0, 1, 2, 2], { dtype: "int32" });
 * const offsets = tensor([0, 2], { dtype: "int32" });
 * embeddingBag(places, weight, { offsets, mode: "sum" }).toArray(); // → [[4, 6], [10, 12]]
 * ```
 */
export function embeddingBag(input: Tensor, weight: Tensor, options: EmbeddingBagOptions = {}): Tensor {
  const op = "embeddingBag";
  checkTensor(op, "input", input);
  checkTensor(op, "weight", weight);
  checkOptions(op, options, kindsOf());
  const padding = checkTable(op, weight, options);
  const { mode = "mean", perSampleWeights = null, maxNorm = null, normType = 2, scaleGradByFreq = false } = options;
  checkBagMode(op, mode);
  checkWeights(input, weight, perSampleWeights, mode);
  if (mode === "max" && scaleGradByFreq)
    throw new ArgumentError(`${op}: max mode does not support scaling the gradient by the frequency`);
  const bags = bagsOf(input, options);
  const { places, bagOf, count } = bags;
  if (maxNorm !== null) renormRows(op, weight, places, maxNorm, normType);
  // Behind the last offset there may be places that are in no bag: they are one more, which is let go.
  const wanted = (all: Tensor) =>
    options.includeLastOffset === true && input.ndim === 1 ? narrow(all, 0, 0, count - 1) : all;
  if (mode === "max") return wanted(largest(weight, bags, padding));
  const isPadding = padding === null ? null : reshape(eq(places, padding), [-1, 1]);
  let rows = rowsOf(op, weight, places, padding, scaleGradByFreq);
  if (isPadding !== null) rows = maskedFill(rows, isPadding, 0);
  if (perSampleWeights !== null) rows = mul(rows, reshape(perSampleWeights, [-1, 1]));
  const total = addedInBags(rows, bagOf, count);
  if (mode === "sum") return wanted(total);
  const one = expand(numberTensor(1, weight.dtype, weight), [places.numel(), 1]);
  const counts = addedInBags(isPadding === null ? one : maskedFill(one, isPadding, 0), bagOf, count);
  return wanted(div(total, clamp(counts, { min: 1 })));
}

function checkWeights(input: Tensor, weight: Tensor, perSampleWeights: Tensor | null, mode: EmbeddingBagMode): void {
  if (perSampleWeights === null) return;
  checkTensor("embeddingBag", "perSampleWeights", perSampleWeights);
  if (!sameShape(perSampleWeights.shape, input.shape))
    throw new ShapeError(
      `embeddingBag: If per_sample_weights (${formatShape(perSampleWeights.shape)}) is not None, then it must have the same shape as the input (${formatShape(input.shape)})`,
    );
  if (mode !== "sum")
    throw new ArgumentError(
      `embeddingBag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got mode='${mode}')`,
    );
  if (perSampleWeights.dtype !== weight.dtype)
    throw new DTypeError(
      `embeddingBag: expected perSampleWeights of ${weight.dtype}, as weight is, but got ${perSampleWeights.dtype}; convert with .to("${weight.dtype}")`,
    );
}

function bagsOf(input: Tensor, { offsets = null, includeLastOffset = false }: EmbeddingBagOptions): Bags {
  const op = "embeddingBag";
  const places = reshape(asIndex(op, input), -1);
  const device = input.device;
  if (input.ndim === 2) {
    if (offsets !== null)
      throw new ShapeError(
        `${op}: if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length sequences`,
      );
    const [count, length] = input.shape as readonly [number, number];
    const rows = reshape(arange(count, { dtype: "int32", device }), [count, 1]);
    return { count, places, bagOf: reshape(expand(rows, [count, length]), -1), length, offsets: null };
  }
  if (input.ndim !== 1)
    throw new ShapeError(`${op}: input has to be 1D or 2D Tensor, but got Tensor of dimension ${input.ndim}`);
  if (offsets === null) throw new ShapeError(`${op}: offsets has to be a 1D Tensor but got None; say where bags begin`);
  checkTensor(op, "offsets", offsets);
  if (offsets.ndim !== 1) throw new ShapeError(`${op}: offsets has to be a 1D Tensor, but got ${offsets.ndim}D`);
  const starts = asIndex(op, offsets);
  const count = starts.numel();
  if (includeLastOffset && count === 0)
    throw new ShapeError(`${op}: include_last_offset: number of offsets should be at least 1`);
  // Inside a compiled function they would end a plan: there the kernel finds a place that is in no bag.
  if (currentRecording() === null) checkOffsets([...toTypedArray(starts)], places.numel());
  const at = arange(places.numel(), { dtype: "int32", device });
  const bagOf = sub(searchsorted(starts, at, { right: true }), 1);
  return { count, places, bagOf, length: null, offsets: starts };
}

function checkOffsets(offsets: readonly number[], total: number): void {
  const [first, last] = [offsets[0] ?? 0, offsets.at(-1) ?? 0];
  if (first !== 0)
    throw new ArgumentError(
      `embeddingBag: offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position 0. However, got ${first}`,
    );
  if (last > total)
    throw new ArgumentError(
      `embeddingBag: offsets[-1] can not be greater than input's length(${total}), but got offsets[-1] of ${last}`,
    );
  const back = offsets.findIndex((offset, at) => offset < (offsets[at - 1] ?? 0));
  if (back > 0)
    throw new ArgumentError(
      `embeddingBag: offsets must not go back, but got ${offsets[back]} behind ${offsets[back - 1]}`,
    );
}

function addedInBags(rows: Tensor, bagOf: Tensor, count: number): Tensor {
  const size = rows.shape[1]!;
  const index = expand(reshape(bagOf, [-1, 1]), [bagOf.numel(), size]);
  const none = expand(numberTensor(0, rows.dtype, rows), [count, size]);
  return apply(scatterAddOp, [none, index, rows], { dim: 0, checks: "embeddingBag" });
}

/** The largest element of each bag, of several alike the first, as PyTorch has it. Bags of different lengths are filled up. */
function largest(weight: Tensor, { places, offsets, count, length }: Bags, padding: number | null): Tensor {
  const op = "embeddingBag";
  const size = weight.shape[1]!;
  const total = places.numel();
  if (total === 0 || count === 0) return mul(expand(sum(weight), [count, size]), 0);
  let slots: Tensor;
  let isNone: Tensor | null = null;
  if (length !== null) slots = reshape(places, [count, length]);
  else {
    const starts = readFor(op, "shape", () => [...toTypedArray(offsets!)]);
    const sizes = starts.map((start, at) => (starts[at + 1] ?? total) - start);
    const longest = Math.max(1, ...sizes);
    const slotsOf = <Value>(give: (start: number, at: number, size: number) => Value) =>
      starts.flatMap((start, bag) => Array.from({ length: longest }, (_, at) => give(start, at, sizes[bag]!)));
    const at = tensor(
      slotsOf((start, at, size) => (at < size ? start + at : 0)),
      { dtype: "int32", device: weight.device },
    );
    slots = reshape(apply(gatherOp, [places, at], { dim: 0, checks: null }), [count, longest]);
    isNone = reshape(
      tensor(
        slotsOf((_, at, size) => at >= size),
        { dtype: "bool", device: weight.device },
      ),
      [count, longest],
    );
  }
  if (padding !== null) isNone = isNone === null ? eq(slots, padding) : logicalOr(isNone, eq(slots, padding));
  const rows = reshape(rowsOf(op, weight, reshape(slots, -1), padding, false), [...slots.shape, size]);
  if (isNone === null) return max(rows, 1).values;
  const { values } = max(maskedFill(rows, reshape(isNone, [...slots.shape, 1]), Number.NEGATIVE_INFINITY), 1);
  const isEmpty = eq(sum(to(logicalNot(isNone), "int32"), 1, { keepdim: true }), 0);
  return maskedFill(values, isEmpty, 0);
}
