// searchsorted, bucketize and isin: where values stand in what is in order, and whether they are there.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { isFloating, promoteTypes } from "../../tensor/dtype.js";
import { formatShape, numberOfElements, sameShape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { zeros } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { gather, indexSelect } from "../indexing/gather.js";
import { maskedFill } from "../indexing/masks.js";
import { isScalar, type Operand, promote } from "../operands.js";
import { eq } from "../pointwise/compare.js";
import { clampMax } from "../pointwise/extremes.js";
import { isnan } from "../pointwise/finite.js";
import { logicalNot } from "../pointwise/logical.js";
import { detach } from "../views/detach.js";
import { reshape } from "../views/view.js";
import { sorted } from "./sort.js";

const searchsortedOp = defineOp({
  name: "searchsorted",
  inputs: ["sequences", "values"],
  kernel: kernels.searchSorted,
  infer: ([, { shape }]) => [{ shape, dtype: "int32" }],
});

/** Of values, in any shape, in rows of sequences, or in one that all share: int32. */
function search(sequences: Tensor, values: Tensor, right: boolean): Tensor {
  const wide = promoteTypes(sequences.dtype, values.dtype);
  const dtype = wide === "bool" ? "uint8" : wide;
  const size = sequences.shape.at(-1)!;
  const rows = sequences.ndim === 1 ? 1 : numberOfElements(sequences.shape.slice(0, -1));
  const columns = sequences.ndim === 1 ? values.numel() : values.shape.at(-1)!;
  const [ordered, wanted] = [to(detach(sequences), dtype), to(detach(values), dtype)];
  return reshape(
    apply(searchsortedOp, [reshape(ordered, [rows, size]), reshape(wanted, [rows, columns])], { right }),
    values.shape,
  );
}

export interface SearchsortedOptions {
  /** Behind equals instead of before. Default false. */
  readonly right?: boolean;
  /** `"right"` says the same. */
  readonly side?: "left" | "right";
  /** In which order the sequence is to be read, as `argsort` tells; int32. */
  readonly sorter?: Tensor;
}

/**
 * Where each value would have to be put in a sequence that is in order, so that it stays so; int32. Each row of several sequences takes
 * the values of the same row. A NaN stands behind all. Shape: (N) and any shape, or (*, N) and (*, M) → as the values.
 * See https://pytorch.org/docs/stable/generated/torch.searchsorted.html.
 *
 * @throws ShapeError where rows do not match; ArgumentError where `side` and `right` contradict each other; IndexError for a sorter that leads out.
 * @example
 * ```ts
 * import { searchsorted, tensor } from "@bernoulli/tensor";
 * const sequence = tensor([1, 3, 5]);
 * searchsorted(sequence, tensor([3, 4])).toArray(); // → [1, 2]
 * searchsorted(sequence, 3, { right: true }).item(); // → 2
 * ```
 */
export function searchsorted(sortedSequence: Tensor, values: Operand, options: SearchsortedOptions = {}): Tensor {
  checkTensor("searchsorted", "sortedSequence", sortedSequence);
  checkOptions("searchsorted", options, ["right", "side", "sorter"]);
  const { right = false, side, sorter } = options;
  if (side !== undefined && side !== "left" && side !== "right")
    throw new ArgumentError(`searchsorted: side can only be 'left' or 'right' but got ${describe(side)}`);
  if (side === "left" && right)
    throw new ArgumentError(
      "searchsorted: side and right can't be set to opposites, got side of left while right was true",
    );
  const wanted = wantedOf("searchsorted", sortedSequence, values);
  if (sortedSequence.ndim !== 1) {
    const rows = sortedSequence.shape.slice(0, -1);
    if (wanted.ndim === 0)
      throw new ShapeError(
        `searchsorted: input value can be a scalar only when boundaries tensor dimension is 1, but we got boundaries tensor dim(${sortedSequence.ndim})`,
      );
    if (sortedSequence.ndim === 0 || !sameShape(rows, wanted.shape.slice(0, -1)))
      throw new ShapeError(
        `searchsorted: boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries tensor and input value tensor must match, but we got boundaries tensor ${formatShape(sortedSequence.shape)} and input value tensor ${formatShape(wanted.shape)}`,
      );
  }
  return search(inOrder(sortedSequence, sorter), wanted, right || side === "right");
}

function inOrder(sequence: Tensor, sorter: Tensor | undefined): Tensor {
  if (sorter === undefined) return sequence;
  checkTensor("searchsorted", "sorter", sorter);
  if (sorter.dtype !== "int32")
    throw new DTypeError(`searchsorted: sorter must be a tensor of int32 but got dtype ${sorter.dtype}`);
  if (!sameShape(sorter.shape, sequence.shape))
    throw new ShapeError(
      `searchsorted: boundary and sorter must have the same size, but got boundary tensor ${formatShape(sequence.shape)} and got sorter tensor ${formatShape(sorter.shape)}`,
    );
  return gather(sequence, -1, sorter);
}

/** Values as a tensor. */
function wantedOf(op: string, sequence: Tensor, values: Operand): Tensor {
  if (isTensor(values)) return values;
  if (!isScalar(values)) throw new ArgumentError(`${op}: expected a Tensor or a number, but got ${describe(values)}`);
  return promote(op, sequence, values)[1];
}

export interface BucketizeOptions {
  /** Whether buckets end before their right boundary, instead of with it. Default false. */
  readonly right?: boolean;
}

/**
 * The number of the bucket, between boundaries that are in order, into which each element falls; int32. Shape: (*), boundaries (N) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.bucketize.html.
 *
 * @throws ShapeError unless the boundaries have one dimension.
 * @example
 * ```ts
 * import { bucketize, tensor } from "@bernoulli/tensor";
 * bucketize(tensor([0, 3, 9]), tensor([1, 3, 5])).toArray(); // → [0, 1, 3]
 * ```
 */
export function bucketize(input: Operand, boundaries: Tensor, options: BucketizeOptions = {}): Tensor {
  checkTensor("bucketize", "boundaries", boundaries);
  checkOptions("bucketize", options, { right: "boolean" });
  if (boundaries.ndim !== 1)
    throw new ShapeError(`bucketize: boundaries tensor must be 1 dimension, but got dim(${boundaries.ndim})`);
  return search(boundaries, wantedOf("bucketize", boundaries, input), options.right === true);
}

export interface IsinOptions {
  /** No element occurs twice on either side: allowed, and not needed here. */
  readonly assumeUnique?: boolean;
  /** Whether it is not there, instead. Default false. */
  readonly invert?: boolean;
}

/**
 * Whether each element is among `testElements`. NaN never is. One of both may be a number. Shape: (*) → (*), bool.
 * See https://pytorch.org/docs/stable/generated/torch.isin.html.
 *
 * @throws DTypeError for bools.
 * @example
 * ```ts
 * import { isin, tensor } from "@bernoulli/tensor";
 * isin(tensor([1, 2, 3]), tensor([2, 4])).toArray(); // → [false, true, false]
 * ```
 */
export function isin(elements: Operand, testElements: Operand, options: IsinOptions = {}): Tensor {
  checkOptions("isin", options, { assumeUnique: "boolean", invert: "boolean" });
  if (!isTensor(elements) && !isTensor(testElements))
    throw new ArgumentError("isin: expected a Tensor as elements or testElements, but got two numbers");
  for (const given of [elements, testElements])
    if (isTensor(given) && given.dtype === "bool")
      throw new DTypeError('isin: Unsupported input type encountered: bool; convert with .to("uint8")');
  const [own, test] = isTensor(elements)
    ? promote("isin", elements, testElements)
    : (promote("isin", testElements as Tensor, elements).toReversed() as [Tensor, Tensor]);
  const found = amongst(detach(own), reshape(detach(test), -1));
  return options.invert === true ? logicalNot(found) : found;
}

function amongst(elements: Tensor, test: Tensor): Tensor {
  const size = test.numel();
  if (size === 0) return zeros(elements.shape, { dtype: "bool", device: elements.device });
  if (size === 1) return eq(elements, reshape(test, []));
  const { values } = sorted(test, 0, false, size);
  // A search takes a NaN, which stands behind all, for less than what it looks for.
  const ascending = isFloating(values.dtype) ? maskedFill(values, isnan(values), Number.POSITIVE_INFINITY) : values;
  const places = clampMax(search(ascending, elements, false), size - 1);
  return eq(elements, reshape(indexSelect(values, 0, reshape(places, -1)), elements.shape));
}
