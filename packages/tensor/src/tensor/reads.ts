// How a tensor's numbers reach JavaScript: as arrays, as one number, as JSON; and what its operators are told. Copies only, and
// methods all (methods.ts hangs them on Tensor): printing is print.ts's, bytes are the trainer's.

import { ArgumentError, ShapeError } from "../checks/errors.js";
import { readFor } from "../compile/trace.js";
import { dtypeTraits, type TypedArray } from "./dtype.js";
import type { Shape } from "./shape.js";
import type { NestedArray, Tensor } from "./tensor.js";

/**
 * Copies the elements, in row-major order, into an ordinary typed array; bool becomes 0 and 1 of a Uint8Array.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).t().toTypedArray(); // → [1, 3, 2, 4]
 * ```
 */
export function toTypedArray(input: Tensor): TypedArray {
  const { dtype, shape, strides, ndim } = input;
  const elements = readFor("toTypedArray", "values", () => input.storage.read(dtype));
  const count = input.numel();
  const { Array: ArrayOfType, bytes } = dtypeTraits[dtype];
  const result = new ArrayOfType(new ArrayBuffer(count * bytes), 0, count);
  // The last dimensions, as many as lie without a gap, are copied at once.
  let [inner, run] = [ndim, 1];
  while (inner > 0 && (shape[inner - 1] === 1 || strides[inner - 1] === run)) run *= shape[--inner]!;
  let written = 0;
  const copyFrom = (dim: number, at: number): void => {
    if (dim === inner) {
      if (run === 1) result[written] = elements[at]!;
      else result.set(elements.subarray(at, at + run), written);
      written += run;
      return;
    }
    const stride = strides[dim]!;
    for (let index = 0; index < shape[dim]!; index++) copyFrom(dim + 1, at + index * stride);
  };
  if (count > 0) copyFrom(0, input.offset);
  return result;
}

/** Reads the elements on any device; on CPU devices at once. The only read that an asynchronous backend can serve. */
export async function read(input: Tensor): Promise<TypedArray> {
  return toTypedArray(input);
}

/**
 * The value of a tensor of one element.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.item.html.
 *
 * @throws ShapeError unless the tensor has one element.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2]).sum().item(); // → 3
 * ```
 */
export function item(input: Tensor): number {
  if (input.numel() !== 1) {
    throw new ShapeError(
      `item: a tensor with ${input.numel()} elements cannot be converted to a number (shape [${input.shape.join(", ")}]); use .toArray() or .toTypedArray()`,
    );
  }
  return readFor("item", "values", () => input.storage.read(input.dtype))[input.offset]!;
}

/**
 * The elements as nested arrays; a 0-d tensor gives its value. bool gives true and false.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.tolist.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).gt(2).toArray(); // → [[false, false], [true, true]]
 * ```
 */
export function toArray(input: Tensor): NestedArray {
  const data = readFor("toArray", "values", () => toTypedArray(input));
  let place = 0;
  const build = (dim: number): NestedArray => {
    if (dim === input.ndim) {
      const value = data[place++]!;
      return input.dtype === "bool" ? value !== 0 : value;
    }
    return Array.from({ length: input.shape[dim]! }, () => build(dim + 1));
  };
  return build(0);
}

/**
 * The elements as nested arrays, as `toArray`. See https://pytorch.org/docs/stable/generated/torch.Tensor.tolist.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).tolist(); // → [[1, 2], [3, 4]]
 * ```
 */
export function tolist(input: Tensor): NestedArray {
  return toArray(input);
}

/** What `JSON.stringify` writes of a tensor. */
export interface TensorJSON {
  readonly shape: Shape;
  readonly dtype: string;
  /** In row-major order. What JSON has no number for is text: `"NaN"`, `"Infinity"`, `"-Infinity"`, `"-0"`. */
  readonly values: readonly (number | string)[];
}

const mostInJSON = 1_000_000;

/**
 * What `JSON.stringify` writes of a tensor: shape, dtype and every value. `tensor(values.map(Number), { dtype }).view(shape)` is the tensor again.
 *
 * @throws ArgumentError above 10⁶ elements: a file of that size is better written by `serialize`.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * JSON.stringify(tensor([0.5, Infinity])); // → '{"shape":[2],"dtype":"float32","values":[0.5,"Infinity"]}'
 * ```
 */
export function toJSON(input: Tensor): TensorJSON {
  const count = input.numel();
  if (count > mostInJSON)
    throw new ArgumentError(
      `toJSON: a tensor of ${count.toLocaleString("en")} elements is too large for JSON (at most ${mostInJSON.toLocaleString("en")}); use serialize({ name: tensor }) of @bernoulli/trainer, or .toTypedArray()`,
    );
  const inJSON = (value: number) => (Number.isFinite(value) && !Object.is(value, -0) ? value : textOf(value));
  return { shape: [...input.shape], dtype: input.dtype, values: Array.from(toTypedArray(input), inJSON) };
}

const textOf = (value: number) => (value === 0 ? "-0" : String(value));

/**
 * What JavaScript's own operators get: a tensor's text where they join text; its value where it has one and no gradient would be lost.
 *
 * @throws ArgumentError elsewhere: `-x`, `x * 2` and `x < 1` are not recorded, and would be NaN or lose the gradient.
 * @internal
 */
export function toPrimitive(input: Tensor, hint: string): string | number {
  if (hint !== "number") return input.toString();
  const count = input.numel();
  if (count === 1 && !input.requiresGrad) return item(input);
  const why =
    count === 1 ? "this tensor requires a gradient, which they would lose" : `this tensor has ${count} elements`;
  throw new ArgumentError(
    `Tensor: JavaScript's operators work on numbers, and ${why}; -x is x.neg(), x + y is x.add(y), x * y is x.mul(y), x < y is x.lt(y), and the value of one element is x.item()`,
  );
}
