// outer, ger, kron, tensordot and cross: products of all elements with all, or over dimensions that the caller names.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { normalizeDim, normalizeEach, numberOfElements } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { broadcast } from "../operands.js";
import { sub } from "../pointwise/add.js";
import { mul } from "../pointwise/mul.js";
import { sum } from "../reductions/sum.js";
import { roll } from "../shapes/roll.js";
import { permute } from "../views/permute.js";
import { reshape, reshapeResult, unsqueeze } from "../views/view.js";
import { matmul } from "./matmul.js";
import { checkSameDType } from "./matrices.js";

function outerProduct(op: string, input: Tensor, vec2: Tensor): Tensor {
  for (const [name, vector] of [
    ["input", input],
    ["vec2", vec2],
  ] as const) {
    checkTensor(op, name, vector);
    if (vector.ndim !== 1) throw new ShapeError(`${op}: Expected 1-D argument ${name}, but got ${vector.ndim}-D`);
  }
  return mul(unsqueeze(input, 1), vec2);
}

/**
 * The products of all elements of one vector with all of another. Shape: (n), (m) → (n, m).
 * See https://pytorch.org/docs/stable/generated/torch.outer.html.
 *
 * @throws ShapeError unless both are vectors.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).outer(tensor([1, 10])).toArray(); // → [[1, 10], [2, 20]]
 * ```
 */
export function outer(input: Tensor, vec2: Tensor): Tensor {
  return outerProduct("outer", input, vec2);
}

/**
 * As {@link outer}. See https://pytorch.org/docs/stable/generated/torch.ger.html.
 *
 * @throws ShapeError unless both are vectors.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).ger(tensor([1, 10])).toArray(); // → [[1, 10], [2, 20]]
 * ```
 */
export function ger(input: Tensor, vec2: Tensor): Tensor {
  return outerProduct("ger", input, vec2);
}

/**
 * The Kronecker product: each element of the first times the whole second, as blocks. Shape: (a₀, …, aₙ), (b₀, …, bₙ) →
 * (a₀·b₀, …, aₙ·bₙ); dimensions of 1 are put in front of the one that has fewer.
 * See https://pytorch.org/docs/stable/generated/torch.kron.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).kron(tensor([1, 10])).toArray(); // → [1, 10, 2, 20]
 * ```
 */
export function kron(input: Tensor, other: Tensor): Tensor {
  checkTensor("kron", "input", input);
  checkTensor("kron", "other", other);
  const rank = Math.max(input.ndim, other.ndim);
  const sizes = ({ shape, ndim }: Tensor) => [...new Array<number>(rank - ndim).fill(1), ...shape];
  const [a, b] = [sizes(input), sizes(other)];
  const product = mul(
    reshape(
      input,
      a.flatMap((size) => [size, 1]),
    ),
    reshape(
      other,
      b.flatMap((size) => [1, size]),
    ),
  );
  return reshapeResult(
    product,
    a.map((size, dim) => size * b[dim]!),
  );
}

/** How many of the last dimensions of the first with as many of the first of the second; or which with which. */
export type TensordotDims = number | readonly [a: readonly number[], b: readonly number[]];

/**
 * Sums the products over dimensions of both: over the last `dims` of the first and the first `dims` of the second, or over those of
 * two lists, pair by pair. A size of 1 stretches. Shape: those of the first that are left, then those of the second.
 * See https://pytorch.org/docs/stable/generated/torch.tensordot.html.
 *
 * @throws ShapeError if sizes of a pair differ, or a dimension is named twice; ArgumentError for lists of different lengths;
 * IndexError for a dimension that is not there; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { tensor, tensordot } from "@bernoulli/tensor";
 * const a = tensor([[1, 2], [3, 4]]);
 * tensordot(a, a, 1).toArray(); // → [[7, 10], [15, 22]]
 * tensordot(a, a, [[0, 1], [0, 1]]).item(); // → 30
 * ```
 */
export function tensordot(a: Tensor, b: Tensor, dims: TensordotDims = 2): Tensor {
  checkTensor("tensordot", "a", a);
  checkTensor("tensordot", "b", b);
  const [ofA, ofB] = listsOf(a, b, dims);
  checkSameDType("tensordot", ["a", a], ["b", b]);
  let [left, right] = [a, b];
  for (const [at, dim] of ofA.entries()) {
    const other = ofB[at]!;
    const [size, otherSize] = [a.shape[dim]!, b.shape[other]!];
    if (size === otherSize) continue;
    if (size === 1) right = sum(right, other, { keepdim: true, dtype: b.dtype });
    else if (otherSize === 1) left = sum(left, dim, { keepdim: true, dtype: a.dtype });
    else
      throw new ShapeError(
        `tensordot: contracted dimensions need to match, but first has size ${size} in dim ${dim} and second has size ${otherSize} in dim ${other}`,
      );
  }
  const rest = ({ ndim }: Tensor, without: readonly number[]) =>
    Array.from({ length: ndim }, (_, dim) => dim).filter((dim) => !without.includes(dim));
  const [restA, restB] = [rest(a, ofA), rest(b, ofB)];
  const [shapeA, shapeB] = [restA.map((dim) => a.shape[dim]!), restB.map((dim) => b.shape[dim]!)];
  const inner = ofA.reduce((count, dim) => count * left.shape[dim]!, 1);
  const product = matmul(
    reshape(permute(left, [...restA, ...ofA]), [numberOfElements(shapeA), inner]),
    reshape(permute(right, [...ofB, ...restB]), [inner, numberOfElements(shapeB)]),
  );
  return reshapeResult(product, [...shapeA, ...shapeB]);
}

function listsOf(a: Tensor, b: Tensor, dims: TensordotDims): readonly [number[], number[]] {
  if (typeof dims === "number") {
    if (!Number.isInteger(dims) || dims < 0)
      throw new ArgumentError(`tensordot: expects dims >= 0, but got dims=${dims}`);
    if (dims > Math.min(a.ndim, b.ndim))
      throw new ArgumentError(`tensordot: expects dims < ndim_a or ndim_b, but got dims=${dims}`);
    const count = Array.from({ length: dims }, (_, at) => at);
    return [count.map((at) => a.ndim - dims + at), count];
  }
  if (!Array.isArray(dims) || dims.length !== 2 || !dims.every((list) => Array.isArray(list)))
    throw new ArgumentError(
      `tensordot: dims must be a number, or two lists of dimensions, [ofA, ofB], but got ${describe(dims)}`,
    );
  if (dims[0].length !== dims[1].length)
    throw new ArgumentError("tensordot: both dimension lists should have same length");
  return [a, b].map(({ ndim }, at) => {
    const list = normalizeEach("tensordot", dims[at as 0 | 1], ndim);
    const twice = list.find((dim, place) => list.indexOf(dim) !== place);
    if (twice !== undefined) throw new ShapeError(`tensordot: dim ${twice} appears multiple times in the list of dims`);
    return list;
  }) as unknown as readonly [number[], number[]];
}

/** The cross product along `dim`, in the name of `op`. */
export function crossAlong(op: string, input: Tensor, other: Tensor, dim: number): Tensor {
  checkOperandsOfCross(op, input, other);
  const along = normalizeDim(op, dim, input.ndim);
  if (input.size(along) !== 3 || other.size(along) !== 3)
    throw new ShapeError(
      `${op}: inputs dimension ${dim} must have length 3. Got ${input.size(along)} and ${other.size(along)}`,
    );
  const [a, b] = broadcast(op, input, other);
  return sub(mul(roll(a, -1, along), roll(b, -2, along)), mul(roll(a, -2, along), roll(b, -1, along)));
}

function checkOperandsOfCross(op: string, input: Tensor, other: Tensor): void {
  checkTensor(op, "input", input);
  checkTensor(op, "other", other);
  if (input.ndim !== other.ndim)
    throw new ShapeError(
      `${op}: inputs must have the same number of dimensions, but got ${input.ndim} and ${other.ndim}`,
    );
  if (input.ndim === 0) throw new ShapeError(`${op}: inputs must have a dimension of size 3, but got 0-d tensors`);
  if (input.dtype !== other.dtype)
    throw new DTypeError(
      `${op}: expected both to have the same dtype, but got: ${input.dtype} != ${other.dtype}; convert one with .to(…)`,
    );
}

/**
 * The cross product of the vectors along `dim`, by default the first dimension of size 3. Shape: (*), (*) → (*), other dimensions
 * broadcast. See https://pytorch.org/docs/stable/generated/torch.cross.html.
 *
 * @throws ShapeError if there is no such dimension, or the ranks differ; DTypeError if the dtypes do.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 0, 0]).cross(tensor([0, 1, 0])).toArray(); // → [0, 0, 1]
 * ```
 */
export function cross(input: Tensor, other: Tensor, dim?: number | null): Tensor {
  checkOperandsOfCross("cross", input, other);
  if (dim !== undefined && dim !== null) return crossAlong("cross", input, other, dim);
  const [a, b] = broadcast("cross", input, other);
  const first = a.shape.indexOf(3);
  if (first < 0) throw new ShapeError("cross: no dimension of size 3 in input");
  return crossAlong("cross", a, b, first);
}
