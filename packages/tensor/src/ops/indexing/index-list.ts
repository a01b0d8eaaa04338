// What stands between the brackets of Python's x[…]: numbers, slices, "...", null, bools, lists and tensors, resolved dimension by
// dimension into a view and the tensors that are yet to be followed. What is done there, at.ts and put.ts say.

import { describe } from "../../checks/describe.js";
import { ArgumentError, IndexError, ShapeError } from "../../checks/errors.js";
import { readFor } from "../../compile/trace.js";
import { isWholeLiteral } from "../../tensor/literals.js";
import { item } from "../../tensor/reads.js";
import { formatShape, sameShape, viewStrides } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { tensor, zeros } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { select, slice } from "../views/slice.js";
import { reshape, unsqueeze } from "../views/view.js";
import { asIndex, coordinatesOf, positionsOf } from "./places.js";

// A minus in front of a variable is written text to the compiler.
type Bound = number | "" | `-${number}`;

/** A slice as Python writes it between brackets: `"1:"`, `":-1"`, `"::2"`, or of variables `${start}:${end}`. */
export type SliceText = `${Bound}:${Bound}` | `${Bound}:${Bound}:${Bound}`;

/** Numbers or truths, nested as they would be in a tensor. */
export type IndexArray = readonly (number | boolean)[] | readonly IndexArray[];

/**
 * What can stand for one or more dimensions: a number takes one away; a slice leaves a part; `"..."` is all dimensions that others leave;
 * null is a new one of size 1; int32 tensors and lists of numbers take elements; bool ones where they hold, and `true` or `false` those of
 * a new dimension of size 1.
 */
export type Index = number | boolean | null | SliceText | "..." | Tensor | IndexArray;

/** A tensor of int32 that is to be followed along a dimension of the view. */
export interface Followed {
  readonly dim: number;
  readonly index: Tensor;
  /** It is known to lead to places, none of them counted from the end. */
  readonly isWithin?: true;
}

export interface Resolved {
  /** What numbers, slices and nulls leave of the input, in place. */
  readonly view: Tensor;
  /** By rising dimension. */
  readonly followed: readonly Followed[];
}

const sliceText = /^(-?\d*):(-?\d*)(?::(-?\d*))?$/;

/** Resolves indices; `op` is told where one does not fit. */
export function resolve(op: string, input: Tensor, indices: readonly Index[]): Resolved {
  const items = indices.map((index) => tensorOf(op, index, input));
  const taken = items.reduce<number>((total, index) => total + dimensionsOf(index), 0);
  if (taken > input.ndim) throw new IndexError(`${op}: too many indices for tensor of dimension ${input.ndim}`);
  if (items.filter((index) => index === "...").length > 1)
    throw new IndexError(`${op}: an index can only have a single ellipsis ("...")`);
  let view = input;
  let dim = 0;
  const followed: Followed[] = [];
  for (const index of items) {
    if (index === "...") dim += input.ndim - taken;
    else if (index === null) {
      view = unsqueeze(view, dim);
      dim += 1;
    } else if (typeof index === "boolean") {
      // A mask of the one element of a new dimension: other tensors stand beside it as beside any mask.
      view = unsqueeze(view, dim);
      followed.push({ dim, index: zeros([Number(index)], { dtype: "int32", device: input.device }), isWithin: true });
      dim += 1;
    } else if (typeof index === "number") view = select(view, dim, within(op, index, dim, view));
    else if (typeof index === "string") {
      view = slice(view, dim, ...boundsOf(op, index));
      dim += 1;
    } else if (index.dtype === "bool") {
      const own = view.shape.slice(dim, dim + index.ndim);
      if (!sameShape(own, index.shape)) {
        const wrong = index.shape.findIndex((size, at) => size !== own[at]);
        throw new IndexError(
          `${op}: The shape of the mask ${formatShape(index.shape)} at index ${wrong} does not match the shape of the indexed tensor ${formatShape(view.shape)} at index ${dim + wrong}`,
        );
      }
      // Its dimensions as one, where a view can show them so; a copy would not be written.
      const merged = view.shape.toSpliced(dim, index.ndim, index.numel());
      const isOne = viewStrides(view, merged) !== null;
      if (isOne) view = reshape(view, merged);
      for (const places of isOne ? [positionsOf(op, index)] : coordinatesOf(op, index)) {
        followed.push({ dim, index: places, isWithin: true });
        dim += 1;
      }
    } else {
      followed.push({ dim, index: asIndex(op, index) });
      dim += 1;
    }
  }
  return { view, followed };
}

type Item = Exclude<Index, IndexArray>;

/** Lists as tensors; a tensor of one truth as the truth; bytes as truths, as PyTorch still reads them. */
function tensorOf(op: string, given: Index, input: Tensor): Item {
  const index = isTensor(given) && given.dtype === "uint8" ? to(given, "bool") : given;
  if (Array.isArray(index)) {
    if (index.length === 0) return tensor([], { dtype: "int32", device: input.device });
    const made = tensor(index as never, { device: input.device });
    if (made.dtype === "bool") return made;
    if (!isWholeLiteral(made))
      throw new IndexError(
        `${op}: a list of indices must hold integers, of at most 2²⁴; take a tensor of int32 for others`,
      );
    return to(made, "int32");
  }
  if (isTensor(index))
    return index.dtype === "bool" && index.ndim === 0 ? readFor(op, "shape", () => item(index)) !== 0 : index;
  const isItem =
    index === null ||
    index === "..." ||
    typeof index === "boolean" ||
    (typeof index === "number" && Number.isInteger(index)) ||
    (typeof index === "string" && sliceText.test(index));
  if (isItem) return index as Item;
  throw new IndexError(
    `${op}: only integers, slices (":"), ellipsis ("..."), null and int32 or bool tensors or lists are valid indices, but got ${describe(index)}`,
  );
}

function dimensionsOf(index: Item): number {
  if (isTensor(index)) return index.dtype === "bool" ? index.ndim : 1;
  return index === null || index === "..." || typeof index === "boolean" ? 0 : 1;
}

function within(op: string, index: number, dim: number, { shape }: Tensor): number {
  const size = shape[dim]!;
  if (index < -size || index >= size)
    throw new IndexError(`${op}: index ${index} is out of bounds for dimension ${dim} with size ${size}`);
  return index;
}

function boundsOf(op: string, text: string): [start: number, end: number, step: number] {
  const [, start, end, step] = sliceText.exec(text)!;
  const number = (written: string | undefined, absent: number) =>
    written === undefined || written === "" ? absent : Number(written);
  const own = number(step, 1);
  if (!(own > 0))
    throw new ArgumentError(`${op}: slice step must be positive, but got ${text}; flip the result instead`);
  return [number(start, 0), number(end, Number.POSITIVE_INFINITY), own];
}

/** The shape that followed tensors have together. */
export function commonShape(op: string, followed: readonly Followed[]): readonly number[] {
  const shapes = followed.map(({ index }) => index.shape);
  const rank = Math.max(...shapes.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, at) => {
    const sizes = shapes.map((shape) => shape[at - rank + shape.length] ?? 1).filter((size) => size !== 1);
    if (sizes.some((size) => size !== sizes[0]))
      throw new ShapeError(
        `${op}: shape mismatch: indexing tensors could not be broadcast together with shapes ${shapes.map(formatShape).join(", ")}`,
      );
    return sizes[0] ?? 1;
  });
}

/** Whether the dimensions of what is followed stand side by side: then the result has theirs in that place, and else in front. */
export function areAdjacent(followed: readonly Followed[]): boolean {
  // Tensors without dimensions are taken like numbers, before the others.
  const own = followed.filter(({ index }) => index.ndim > 0);
  const between = (from: number, to: number) =>
    followed.filter(({ dim, index }) => index.ndim === 0 && dim > from && dim < to).length;
  return own.every(({ dim }, at) => at === 0 || dim - own[at - 1]!.dim - between(own[at - 1]!.dim, dim) === 1);
}
