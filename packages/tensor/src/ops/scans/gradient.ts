// gradient: the slopes of a function that is known at points, by differences of neighbours. Derivatives by the graph are autograd's `grad`.

import { describe } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { formatShape, normalizeDim } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { add, sub } from "../pointwise/add.js";
import { div } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { neg } from "../pointwise/neg.js";
import { cat } from "../shapes/cat.js";
import { narrow } from "../views/slice.js";
import { reshape } from "../views/view.js";

type Spacing = number | Tensor;

export interface GradientOptions {
  /** How far points lie apart: a number for all dimensions, or one for each; or in a list the coordinates of the points of each, as tensors. Default 1. */
  readonly spacing?: number | readonly Spacing[];
  /** Along which dimension, or which of them. Default: all. */
  readonly dim?: number | readonly number[];
  /** Of which order the differences at both ends are: 1, the default, or 2. */
  readonly edgeOrder?: 1 | 2;
}

/** The sum of neighbours, by weights, numbers or along the dimension. */
function weighted(parts: readonly Tensor[], weights: readonly Spacing[]): Tensor {
  return parts.map((part, at) => mul(part, weights[at]!)).reduce((sum, part) => add(sum, part));
}

/** By points that lie evenly apart. */
function even(input: Tensor, dim: number, apart: number, edgeOrder: 1 | 2): readonly Tensor[] {
  const size = input.shape[dim]!;
  const at = (place: number) => narrow(input, dim, place < 0 ? size + place : place, 1);
  const middle = div(sub(narrow(input, dim, 2, size - 2), narrow(input, dim, 0, size - 2)), 2 * apart);
  if (edgeOrder === 1) return [div(sub(at(1), at(0)), apart), middle, div(sub(at(-1), at(-2)), apart)];
  const [first, last] = [
    weighted([at(0), at(1), at(2)], [-1.5, 2, -0.5]),
    weighted([at(-1), at(-2), at(-3)], [1.5, -2, 0.5]),
  ];
  return [div(first, apart), middle, div(last, apart)];
}

/** By the distances of neighbours: those of the parabola through three points. */
function uneven(input: Tensor, dim: number, coordinates: Tensor, edgeOrder: 1 | 2): readonly Tensor[] {
  const size = input.shape[dim]!;
  const along = reshape(
    coordinates,
    input.shape.map((_, own) => (own === dim ? size : 1)),
  );
  const distances = sub(narrow(along, dim, 1, size - 1), narrow(along, dim, 0, size - 1));
  const apart = (place: number) => narrow(distances, dim, place < 0 ? size - 1 + place : place, 1);
  const at = (place: number) => narrow(input, dim, place < 0 ? size + place : place, 1);
  const [before, behind] = [narrow(distances, dim, 0, size - 2), narrow(distances, dim, 1, size - 2)];
  const both = add(before, behind);
  const three = [0, 1, 2].map((from) => narrow(input, dim, from, size - 2));
  const middle = weighted(three, [
    neg(div(behind, mul(before, both))),
    div(sub(behind, before), mul(before, behind)),
    div(before, mul(behind, both)),
  ]);
  if (edgeOrder === 1) return [div(sub(at(1), at(0)), apart(0)), middle, div(sub(at(-1), at(-2)), apart(-1))];
  /** At the outer of three points, of which the outer two are `near` apart, and the inner two `far`. */
  const atEnd = (outer: Tensor, next: Tensor, third: Tensor, near: Tensor, far: Tensor): Tensor => {
    const all = add(near, far);
    return weighted(
      [outer, next, third],
      [neg(div(add(near, all), mul(near, all))), div(all, mul(near, far)), neg(div(near, mul(far, all)))],
    );
  };
  return [
    atEnd(at(0), at(1), at(2), apart(0), apart(1)),
    middle,
    neg(atEnd(at(-1), at(-2), at(-3), apart(-1), apart(-2))),
  ];
}

/**
 * The slope at each point, along each of some dimensions: between its two neighbours, and at both ends from one side. Integers give
 * float32. Shape: (*) → a list of (*), one for each dimension. See https://pytorch.org/docs/stable/generated/torch.gradient.html.
 *
 * @throws ShapeError for fewer than edgeOrder + 1 points, or coordinates that are not one for each; ArgumentError for another edgeOrder, dimensions
 * that are named twice, or spacings that are not one for each dimension.
 * @example
 * ```ts
 * import { gradient, tensor } from "@bernoulli/tensor";
 * const squares = tensor([0, 1, 4, 9]);
 * gradient(squares).map((slopes) => slopes.toArray()); // → [[1, 2, 4, 5]]
 * gradient(squares, { edgeOrder: 2 }).map((slopes) => slopes.toArray()); // → [[0, 2, 4, 6]]
 * gradient(squares, { spacing: [tensor([0, 1, 3, 4])] }).map((slopes) => slopes.toArray()); // → [[1, 1.1666667, 3.8333333, 5]]
 * ```
 */
export function gradient(input: Tensor, options: GradientOptions = {}): Tensor[] {
  checkTensor("gradient", "input", input);
  checkOptions("gradient", options, { spacing: "anything", dim: "anything", edgeOrder: "number" });
  const { spacing = 1, dim, edgeOrder = 1 } = options;
  if (edgeOrder !== 1 && edgeOrder !== 2)
    throw new ArgumentError(`gradient: only supports edgeOrder 1 and 2, but got ${describe(edgeOrder)}`);
  const dims = (dim === undefined ? [...input.shape.keys()] : [dim].flat()).map((own) =>
    normalizeDim("gradient", own as number, input.ndim),
  );
  if (new Set(dims).size < dims.length) throw new ArgumentError(`gradient: dim ${dims.join(", ")} names one twice`);
  const given: readonly Spacing[] = Array.isArray(spacing) ? spacing : dims.map(() => spacing as number);
  const wrong = given.find((own) => typeof own !== "number" && !isTensor(own));
  if (wrong !== undefined || given.length !== dims.length)
    throw new ArgumentError(
      `gradient: expected spacing to be a number, or a list of numbers or tensors, one for each of ${dims.length} dimensions, but got ${describe(wrong ?? given)} of ${given.length}`,
    );
  return dims.map((own, at) => {
    const apart = given[at]!;
    const size = input.shape[own]!;
    if (size < edgeOrder + 1)
      throw new ShapeError(
        `gradient: expected each dimension size to be at least edgeOrder + 1, which is ${edgeOrder + 1}, but got the shape ${formatShape(input.shape)}`,
      );
    if (isTensor(apart) && (apart.ndim !== 1 || apart.shape[0] !== size))
      throw new ShapeError(
        `gradient: expected the coordinates of dimension ${own} to have one for each of its ${size} points, but got the shape ${formatShape(apart.shape)}`,
      );
    const parts = isTensor(apart) ? uneven(input, own, apart, edgeOrder) : even(input, own, apart, edgeOrder);
    return cat(parts, own);
  });
}
