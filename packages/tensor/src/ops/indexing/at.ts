// at: Python's x[…], as a view where numbers and slices tell the part, as new elements where tensors do. Writing is put.ts's.

import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { moved } from "../../tensor/literals.js";
import { numberOfElements } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { expand } from "../reductions/sum.js";
import { permute } from "../views/permute.js";
import { reshape, reshapeResult } from "../views/view.js";
import { gatherOp } from "./gathering.js";
import { areAdjacent, commonShape, type Followed, type Index, resolve } from "./index-list.js";
import { joinedPlaces, placesOf } from "./places.js";

/**
 * Python's `x[…]`: `x.at(0)` is `x[0]`, `x.at("1:3", "...", null)` is `x[1:3, ..., None]`, `x.at(mask)` is `x[mask]`. Numbers count
 * from the end where they are negative; slices are written as in Python; int32 tensors, or lists of numbers, take elements, together
 * where there are several; bool ones take those where they hold. With those, or a bool, the result is a copy, else a view.
 * A bool mask's result depends on values: it reads them, and in a compiled function ends a plan.
 * See https://pytorch.org/docs/stable/tensor_view.html and https://numpy.org/doc/stable/user/basics.indexing.html.
 *
 * @throws IndexError for too many indices, one that leads out, or what is none; ShapeError for tensors that do not broadcast.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([[1, 2, 3], [4, 5, 6]]);
 * x.at(-1).toArray(); // → [4, 5, 6]
 * x.at(":", "1:").toArray(); // → [[2, 3], [5, 6]]
 * x.at([1, 0], [0, 2]).toArray(); // → [4, 3]
 * x.at(x.gt(2)).toArray(); // → [3, 4, 5, 6]
 * ```
 */
export function at(input: Tensor, ...indices: readonly Index[]): Tensor {
  checkTensor("at", "input", input);
  const { view, followed } = resolve("at", input, indices);
  if (followed.length > 0) return moved(follow("at", view, followed), [input]);
  // Another tensor, as every view is.
  return view === input
    ? permute(
        view,
        view.shape.map((_, dim) => dim),
      )
    : view;
}

/** Where what is followed leads in a view. */
export interface Rows {
  /** The view with the followed dimensions as one, `dim`. */
  readonly input: Tensor;
  readonly dim: number;
  /** Its places, in a row. */
  readonly places: Tensor;
  /** Of the result, with the places' dimensions where they belong. */
  readonly shape: readonly number[];
  /** Where the places' dimensions begin in the result, and how many they are. */
  readonly start: number;
  readonly count: number;
}

/** One followed tensor is followed in its dimension; of several the dimensions are made one, in front. */
export function rowsOf(op: string, view: Tensor, followed: readonly Followed[]): Rows {
  const shape = commonShape(op, followed);
  const dims = followed.map(({ dim }) => dim);
  const others = view.shape.map((_, dim) => dim).filter((dim) => !dims.includes(dim));
  const sizes = dims.map((dim) => view.shape[dim]!);
  const places = followed.map(({ dim, index, isWithin }) => {
    const own = isWithin ? index : placesOf(op, index, dim, view.shape[dim]!);
    return reshape(expand(own, shape), [numberOfElements(shape)]);
  });
  const first = followed.findIndex(({ index }) => index.ndim > 0);
  const start = areAdjacent(followed) ? others.filter((dim) => dim < dims[Math.max(first, 0)]!).length : 0;
  const rest = others.map((dim) => view.shape[dim]!);
  const whole = { shape: rest.toSpliced(start, 0, ...shape), start, count: shape.length };
  if (followed.length === 1) return { input: view, dim: dims[0]!, places: places[0]!, ...whole };
  const moved = permute(view, [...dims, ...others]);
  return {
    input: reshape(moved, [numberOfElements(sizes), ...rest]),
    dim: 0,
    places: joinedPlaces(places, sizes),
    ...whole,
  };
}

/** The elements of a view to which tensors lead, together. */
export function follow(op: string, view: Tensor, followed: readonly Followed[]): Tensor {
  const { input, dim, places, shape, start, count } = rowsOf(op, view, followed);
  const taken = apply(gatherOp, [input, alongRows(places, input, dim)], { dim, checks: null });
  if (followed.length === 1) return reshapeResult(taken, shape);
  // The places' dimensions came out in front.
  const front = shape.slice(start, start + count);
  const rest = shape.toSpliced(start, count);
  const result = reshape(taken, [...front, ...rest]);
  if (start === 0) return result;
  const order = rest.map((_, at) => count + at);
  return permute(result, order.toSpliced(start, 0, ...front.map((_, at) => at)));
}

/** Places along a dimension, the same for all that lies beside. */
export function alongRows(places: Tensor, input: Tensor, dim: number): Tensor {
  const count = places.numel();
  const along = input.shape.map((_, own) => (own === dim ? count : 1));
  return expand(reshape(places, along), input.shape.with(dim, count));
}
