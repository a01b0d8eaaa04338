// Arithmetic on shapes, strides and dimensions. Nothing here knows of tensors.

import { describe, describeAll } from "../checks/describe.js";
import { ArgumentError, IndexError, ShapeError } from "../checks/errors.js";

export type Shape = readonly number[];

/** How a tensor walks its storage; all counted in elements. */
export interface Layout {
  readonly shape: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
}

export function numberOfElements(shape: Shape): number {
  let product = 1;
  for (const size of shape) product *= size;
  return product;
}

export function contiguousStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let dim = shape.length - 1; dim >= 0; dim--) {
    strides[dim] = stride;
    stride *= Math.max(shape[dim]!, 1);
  }
  return strides;
}

/** Whether elements lie in row-major order without gaps; dimensions of size 1 may have any stride, as in PyTorch. */
export function isContiguous({ shape, strides }: Pick<Layout, "shape" | "strides">): boolean {
  if (shape.includes(0)) return true;
  let expected = 1;
  for (let dim = shape.length - 1; dim >= 0; dim--) {
    const size = shape[dim]!;
    if (size === 1) continue;
    if (strides[dim] !== expected) return false;
    expected *= size;
  }
  return true;
}

/**
 * The dimensions in the order in which PyTorch lays out what it makes like a tensor, the outermost first: by falling stride, and
 * of stretched dimensions, whose stride is zero, where they are. See `infer_dense_strides` in ATen/ExpandUtils.cpp.
 */
export function memoryOrder({ shape, strides }: Pick<Layout, "shape" | "strides">): number[] {
  const order = shape.map((_, dim) => dim).reverse();
  // Whether `inner` must lie outside of `outer`; undefined where that cannot be told.
  const isSwapped = (inner: number, outer: number): boolean | undefined => {
    const [a, b] = [strides[inner]!, strides[outer]!];
    if (a === 0 || b === 0) return undefined;
    return a === b ? shape[inner]! > shape[outer]! || undefined : a > b;
  };
  // An insertion sort, as there: the relation is not transitive, and another sort would end elsewhere.
  for (let first = 1; first < order.length; first++) {
    for (let at = first, before = first - 1; before >= 0; before--) {
      const swapped = isSwapped(order[before]!, order[at]!);
      if (swapped === false) break;
      if (swapped === undefined) continue;
      [order[before], order[at]] = [order[at]!, order[before]!];
      at = before;
    }
  }
  return order.reverse();
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, dim) => size === b[dim]);
}

/** A shape as PyTorch's messages print it: `[2, 3]`. */
export function formatShape(shape: Shape): string {
  return `[${shape.join(", ")}]`;
}

/** The shape in which tensors of these shapes are combined; sizes of 1 and absent leading dimensions stretch. */
export function broadcastShapes(op: string, ...shapes: readonly Shape[]): number[] {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  const result = new Array<number>(rank).fill(1);
  for (const shape of shapes) {
    for (let dim = 0; dim < shape.length; dim++) {
      const at = rank - shape.length + dim;
      const size = shape[dim]!;
      const present = result[at]!;
      if (size === 1 || size === present) continue;
      if (present !== 1) {
        throw new ShapeError(
          `${op}: the size of tensor a (${present}) must match the size of tensor b (${size}) at non-singleton dimension ${at}; ` +
            `got shapes ${shapes.map(formatShape).join(" and ")}; sizes must be equal or 1`,
        );
      }
      result[at] = size;
    }
  }
  return result;
}

/** What is said of a dimension that is no number; options are often written where a dimension stands alone. */
function dimIsNumber(dim: unknown): string {
  const isOption = typeof dim === "object" && dim !== null && "dim" in dim;
  return `dim must be an integer, but got ${describe(dim)}${isOption ? `; write ${describe(dim.dim)} instead of { dim: ${describe(dim.dim)} }` : ""}`;
}

/** A dimension counted from the front: −1 is the last. A 0-d tensor takes 0 and −1, as in PyTorch. */
export function normalizeDim(op: string, dim: number, rank: number): number {
  const bound = Math.max(rank, 1);
  if (typeof dim !== "number") throw new ArgumentError(`${op}: ${dimIsNumber(dim)}`);
  if (!Number.isInteger(dim) || dim < -bound || dim >= bound) {
    throw new IndexError(
      `${op}: dimension out of range (expected to be in range of [${-bound}, ${bound - 1}], but got ${dim})`,
    );
  }
  return dim < 0 ? dim + bound : dim;
}

/** Several dimensions, each counted from the front, in their order. An array's holes are refused; `map` would pass over them. */
export function normalizeEach(op: string, dims: readonly number[], rank: number): number[] {
  return Array.from(dims, (dim) => normalizeDim(op, dim, rank));
}

/** Several dimensions, counted from the front, ascending; `undefined` means all. */
export function normalizeDims(op: string, dims: number | readonly number[] | undefined, rank: number): number[] {
  if (dims !== undefined && typeof dims !== "number" && !Array.isArray(dims))
    throw new ArgumentError(`${op}: ${dimIsNumber(dims).replace("an integer", "an integer or an array of integers")}`);
  if (dims === undefined) return Array.from({ length: rank }, (_, dim) => dim);
  const list = normalizeEach(op, typeof dims === "number" ? [dims] : dims, rank);
  list.sort((a, b) => a - b);
  const repeated = list.find((dim, at) => at > 0 && list[at - 1] === dim);
  if (repeated !== undefined) throw new ShapeError(`${op}: dim ${repeated} appears multiple times in the list of dims`);
  return rank === 0 ? [] : list;
}

/** @param least Of each size: −1 where that stands for another. */
export function checkSizes(op: string, shape: unknown, least: 0 | -1 = 0): asserts shape is Shape {
  if (!Array.isArray(shape))
    throw new ArgumentError(`${op}: sizes must be an array of integers, but got ${describe(shape)}`);
  for (const size of shape) {
    if (!Number.isSafeInteger(size) || size < least) {
      throw new ShapeError(`${op}: sizes must be non-negative integers, but got ${describeAll(shape)}`);
    }
  }
}

/** The shape that `view` or `reshape` asks for, its one −1 filled in. */
export function inferShape(op: string, wanted: readonly number[], from: Shape): number[] {
  checkSizes(op, wanted, -1);
  const count = numberOfElements(from);
  const invalid = () => new ShapeError(`${op}: shape '${formatShape(wanted)}' is invalid for input of size ${count}`);
  const open = wanted.indexOf(-1);
  if (open !== wanted.lastIndexOf(-1))
    throw new ShapeError(`${op}: only one dimension can be inferred, got ${formatShape(wanted)}`);
  const known = wanted.map((size, dim) => (dim === open ? 1 : size));
  checkSizes(op, known);
  const product = numberOfElements(known);
  if (open < 0) {
    if (product !== count) throw invalid();
    return known;
  }
  if (product === 0) {
    throw new ShapeError(
      `${op}: cannot reshape tensor of ${count} elements into shape ${formatShape(wanted)} because the unspecified dimension size -1 can be any value and is ambiguous`,
    );
  }
  if (count % product !== 0) throw invalid();
  known[open] = count / product;
  return known;
}

/** Strides that show `layout` in another shape without moving an element, or null where there are none. */
export function viewStrides(layout: Layout, shape: Shape): number[] | null {
  if (isContiguous(layout)) return contiguousStrides(shape);
  // Walks both shapes from the back, matching runs of old dimensions that lie without gaps with runs of new ones.
  const strides = new Array<number>(shape.length).fill(1);
  let at = shape.length - 1;
  let runStride = 1;
  let runCount = 1;
  for (let dim = layout.shape.length - 1; dim >= 0; dim--) {
    if (runCount === 1) runStride = layout.strides[dim]!;
    runCount *= layout.shape[dim]!;
    const outer = dim - 1;
    const goesOn = outer >= 0 && (layout.shape[outer] === 1 || layout.strides[outer] === runCount * runStride);
    if (goesOn) continue;
    let taken = 1;
    while (at >= 0 && (taken < runCount || shape[at] === 1)) {
      strides[at] = taken * runStride;
      taken *= shape[at]!;
      at -= 1;
    }
    if (taken !== runCount) return null;
    runCount = 1;
  }
  return at < 0 ? strides : null;
}

/** Whether two elements may share memory, as in an expanded tensor: such a tensor cannot be written in place. */
export function overlapsItself({ shape, strides }: Pick<Layout, "shape" | "strides">): boolean {
  const walked = shape
    .map((size, dim) => ({ size, stride: Math.abs(strides[dim]!) }))
    .filter(({ size }) => size > 1)
    .sort((a, b) => a.stride - b.stride);
  if (numberOfElements(shape) === 0) return false;
  let reach = 0;
  for (const { size, stride } of walked) {
    if (stride <= reach) return true;
    reach += (size - 1) * stride;
  }
  return false;
}

/** Sizes as PyTorch takes them, spread, as an array or by name, with options: `rand(2, 3)`, `rand([2, 3], { dtype })`, `rand({ size: [2, 3] })`. */
export type SizeArguments<Options> =
  | readonly [...sizes: number[]]
  | readonly [...sizes: [...number[], Options]]
  | readonly [sizes: Shape, options?: Options]
  | readonly [named: Options & { readonly size: Shape }];

export function parseSizes<Options extends object>(
  op: string,
  given: SizeArguments<Options>,
): [number[], Partial<Options>] {
  const parts = [...given] as unknown[];
  const last = parts[parts.length - 1];
  const hasOptions =
    (typeof last === "object" && last !== null && !Array.isArray(last)) || (last === undefined && parts.length > 0);
  const options = hasOptions ? ((parts.pop() ?? {}) as Options) : {};
  if (parts.length === 0 && "size" in options) {
    const { size, ...others } = options;
    checkSizes(op, size);
    return [[...size], others as Partial<Options>];
  }
  const sizes = Array.isArray(parts[0]) ? (parts[0] as unknown[]) : parts;
  checkSizes(op, sizes);
  return [[...sizes], options as Partial<Options>];
}
