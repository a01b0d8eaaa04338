// unique and uniqueConsecutive: what there is, once each. How many those are is read.

import { noGrad } from "../../autograd/grad-mode.js";
import { IndexError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { toTypedArray } from "../../tensor/reads.js";
import { normalizeDim } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones, tensor, zeros } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { indexSelect, scatter } from "../indexing/gather.js";
import { positionsOf } from "../indexing/places.js";
import { sub } from "../pointwise/add.js";
import { ne } from "../pointwise/compare.js";
import { any } from "../reductions/truths.js";
import { cumsum } from "../scans/cumsum.js";
import { diff } from "../scans/diff.js";
import { cat } from "../shapes/cat.js";
import { movedim } from "../views/permute.js";
import { narrow } from "../views/slice.js";
import { reshape } from "../views/view.js";
import { sorted as sortedAlong } from "./sort.js";

export interface UniqueConsecutiveOptions {
  /** Whether it is told which of the unique ones each element is, as int32. Default false. */
  readonly returnInverse?: boolean;
  /** Whether it is told how often each occurs, as int32. Default false. */
  readonly returnCounts?: boolean;
  /** The parts along a dimension instead of elements. */
  readonly dim?: number;
}

export interface UniqueOptions extends UniqueConsecutiveOptions {
  /** In order, which they are in any case, as in PyTorch on a CPU. */
  readonly sorted?: boolean;
}

type Inverse = { readonly returnInverse: true };
type Counts = { readonly returnCounts: true };

/** The unique ones, then what was asked for. */
type Found = Tensor | [Tensor, Tensor] | [Tensor, Tensor, Tensor];

/** Of rows that equals stand side by side in: where each of the unique ones begins, and which of them each row is. */
function groupsOf(op: string, rows: Tensor): { readonly starts: Tensor; readonly groups: Tensor } {
  const count = rows.shape[0]!;
  if (count === 0) {
    const none = zeros([0], { dtype: "int32", device: rows.device });
    return { starts: none, groups: none };
  }
  const differ = ne(narrow(rows, 0, 1, count - 1), narrow(rows, 0, 0, count - 1));
  const begins = rows.ndim === 1 ? differ : to(any(differ, 1), "bool");
  const first = ones([1], { dtype: "bool", device: rows.device });
  const all = cat([first, begins], 0);
  return { starts: positionsOf(op, all), groups: sub(cumsum(all, 0), 1) };
}

function countsOf(starts: Tensor, total: number): Tensor {
  return diff(starts, { append: tensor([total], { dtype: "int32", device: starts.device }) });
}

/** The parts along a dimension, each as a row. */
function partsOf(op: string, input: Tensor, dim: number): { readonly rows: Tensor; readonly at: number } {
  if (input.ndim === 0) throw new IndexError(`${op}: Dimension specified as ${dim} but tensor has no dimensions`);
  const at = normalizeDim(op, dim, input.ndim);
  const count = input.shape[at]!;
  if (input.shape.some((size, own) => own !== at && size === 0))
    throw new ShapeError(`${op}: There are 0 sized dimensions, and they aren't selected, so unique cannot be applied`);
  const width = count === 0 ? 1 : input.numel() / count;
  return { rows: reshape(movedim(input, at, 0), [count, width]), at };
}

/** The order of rows by their first element, of equals by the second, and so on. NaN are last, and no two alike. */
function orderOf(op: string, rows: Tensor): Tensor {
  const [count, width] = rows.shape as [number, number];
  const elements = readFor(op, "shape", () => toTypedArray(rows));
  const order = Int32Array.from({ length: count }, (_, row) => row).sort((a, b) => {
    for (let column = 0; column < width; column++) {
      const [own, other] = [elements[a * width + column]!, elements[b * width + column]!];
      if (own < other) return -1;
      if (own > other) return 1;
      if (own !== other) return Number(Number.isNaN(own)) - Number(Number.isNaN(other)) || a - b;
    }
    return a - b;
  });
  return tensor(order, { device: rows.device });
}

/** `order`: where each of the sorted stood; null where nothing was sorted. */
function found(
  op: string,
  rows: Tensor,
  order: Tensor | null,
  take: (starts: Tensor) => Tensor,
  shape: readonly number[],
  { returnInverse = false, returnCounts = false }: UniqueConsecutiveOptions,
): Found {
  const { starts, groups } = groupsOf(op, rows);
  const result: Tensor[] = [take(starts)];
  if (returnInverse)
    result.push(
      reshape(
        order === null
          ? groups
          : scatter(zeros(order.shape, { dtype: "int32", device: rows.device }), 0, order, groups),
        shape,
      ),
    );
  if (returnCounts) result.push(countsOf(starts, rows.shape[0]!));
  return result.length === 1 ? result[0]! : (result as [Tensor, Tensor]);
}

/**
 * The elements that there are, each once and in order, or, with `dim`, the parts along that; with `returnInverse` and `returnCounts` a
 * list: them, which of them each element is, how often each occurs. Each NaN is another. Has no gradient. Its shape depends on values: it
 * reads them, and in a compiled function ends a plan. Shape: (*) → (count), or (*) with count along `dim`; inverse (*), or of the
 * dimension; counts (count). See https://pytorch.org/docs/stable/generated/torch.unique.html.
 *
 * @throws IndexError if the dimension is out of range; ShapeError where parts have no elements.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([3, 1, 3]);
 * x.unique().toArray(); // → [1, 3]
 * const [values, inverse, counts] = x.unique({ returnInverse: true, returnCounts: true });
 * [inverse.toArray(), counts.toArray()]; // → [[1, 0, 1], [1, 2]]
 * ```
 */
export function unique(input: Tensor, options: UniqueOptions & Inverse & Counts): [Tensor, Tensor, Tensor];
export function unique(input: Tensor, options: UniqueOptions & (Inverse | Counts)): [Tensor, Tensor];
export function unique(input: Tensor, options?: UniqueOptions): Tensor;
export function unique(input: Tensor, options: UniqueOptions = {}): Found {
  checkTensor("unique", "input", input);
  checkOptions("unique", options, {
    sorted: "boolean",
    returnInverse: "boolean",
    returnCounts: "boolean",
    dim: "number",
  });
  return noGrad(() => {
    const { dim } = options;
    if (dim === undefined) {
      const flat = reshape(input, -1);
      const { values, indices } = sortedAlong(flat, 0, false, flat.numel());
      return found("unique", values, indices, (starts) => indexSelect(values, 0, starts), input.shape, options);
    }
    const { rows, at } = partsOf("unique", input, dim);
    const order = orderOf("unique", rows);
    const inOrder = indexSelect(input, at, order);
    return found(
      "unique",
      indexSelect(rows, 0, order),
      order,
      (starts) => indexSelect(inOrder, at, starts),
      [-1],
      options,
    );
  });
}

/**
 * As {@link unique}, but of equals only those that stand side by side are one, and nothing is sorted.
 * See https://pytorch.org/docs/stable/generated/torch.unique_consecutive.html.
 *
 * @throws as {@link unique}.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 1, 2, 1]).uniqueConsecutive().toArray(); // → [1, 2, 1]
 * ```
 */
export function uniqueConsecutive(
  input: Tensor,
  options: UniqueConsecutiveOptions & Inverse & Counts,
): [Tensor, Tensor, Tensor];
export function uniqueConsecutive(
  input: Tensor,
  options: UniqueConsecutiveOptions & (Inverse | Counts),
): [Tensor, Tensor];
export function uniqueConsecutive(input: Tensor, options?: UniqueConsecutiveOptions): Tensor;
export function uniqueConsecutive(input: Tensor, options: UniqueConsecutiveOptions = {}): Found {
  const op = "uniqueConsecutive";
  checkTensor(op, "input", input);
  checkOptions(op, options, { returnInverse: "boolean", returnCounts: "boolean", dim: "number" });
  return noGrad(() => {
    if (options.dim === undefined) {
      const flat = reshape(input, -1);
      return found(op, flat, null, (starts) => indexSelect(flat, 0, starts), input.shape, options);
    }
    const { rows, at } = partsOf(op, input, options.dim);
    return found(op, rows, null, (starts) => indexSelect(input, at, starts), [-1], options);
  });
}
