// zeros, ones, full, arange, eye and tensor: tensors out of nothing but sizes and numbers. Random ones: random.ts.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkNumber, checkOptions, checkTensor } from "../../checks/options.js";
import { allocate, apply } from "../../door/apply.js";
import { attributes, defineOp } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { type DeviceName, deviceOf } from "../../tensor/device.js";
import { checkDType, checkFits, type DType, isFloating, type TypedArray } from "../../tensor/dtype.js";
import { noteLiteral } from "../../tensor/literals.js";
import {
  checkSizes,
  formatShape,
  isContiguous,
  memoryOrder,
  parseSizes,
  type Shape,
  type SizeArguments,
} from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { eq } from "../pointwise/compare.js";
import { permuteResult } from "../views/permute.js";
import { reshape } from "../views/view.js";
import { fillOp } from "./fill.js";
import { to } from "./to.js";

export interface TensorOptions {
  /** Default: float32, or what the values ask for. */
  readonly dtype?: DType;
  /** Whether backward shall compute a gradient for it. Default false. */
  readonly requiresGrad?: boolean;
  /** Default: `"cpu"`, or what `setDefaultDevice` said. */
  readonly device?: DeviceName;
}

export const tensorOptions = ["dtype", "requiresGrad", "device"] as const satisfies (keyof TensorOptions)[];

export function filled(op: string, given: number | boolean, shape: Shape, options: TensorOptions): Tensor {
  checkOptions(op, options, tensorOptions);
  const { dtype = typeof given === "boolean" ? "bool" : "float32", requiresGrad = false } = options;
  checkDType(op, dtype);
  const device = deviceOf(op, options.device);
  const value = typeof given === "boolean" ? Number(given) : given;
  checkNumber(op, "the value", value);
  checkFits(op, value, dtype);
  return apply(fillOp, [], { value, shape, dtype }, { device }).requiresGrad_(requiresGrad);
}

/**
 * A tensor of zeros. See https://pytorch.org/docs/stable/generated/torch.zeros.html.
 *
 * @throws ShapeError unless the sizes are non-negative integers.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(2, 3).toArray(); // → [[0, 0, 0], [0, 0, 0]]
 * ```
 */
export function zeros(...sizes: SizeArguments<TensorOptions>): Tensor {
  const [shape, options] = parseSizes<TensorOptions>("zeros", sizes);
  return filled("zeros", 0, shape, options);
}

/**
 * A tensor of ones. See https://pytorch.org/docs/stable/generated/torch.ones.html.
 *
 * @throws ShapeError unless the sizes are non-negative integers.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones([2], { dtype: "int32" }).toArray(); // → [1, 1]
 * ```
 */
export function ones(...sizes: SizeArguments<TensorOptions>): Tensor {
  const [shape, options] = parseSizes<TensorOptions>("ones", sizes);
  return filled("ones", 1, shape, options);
}

/**
 * A tensor whose elements are all `value`; a boolean gives bool. See https://pytorch.org/docs/stable/generated/torch.full.html.
 *
 * @throws ShapeError unless the sizes are non-negative integers; DTypeError for a value beyond the dtype.
 * @example
 * ```ts
 * import { full } from "@bernoulli/tensor";
 * full([2], 7).toArray(); // → [7, 7]
 * ```
 */
export function full(shape: Shape, value: number | boolean, options: TensorOptions = {}): Tensor {
  checkSizes("full", shape);
  return filled("full", value, [...shape], options);
}

/** The result lies in memory as the input does, dimension by dimension, as with PyTorch's `preserve_format`. */
export function filledLike(op: string, value: number | boolean, input: Tensor, options: TensorOptions): Tensor {
  checkOptions(op, options, tensorOptions);
  const { dtype = input.dtype, device = input.device, requiresGrad = false } = options;
  const all = { dtype, device, requiresGrad };
  if (isContiguous(input)) return filled(op, value, input.shape, all);
  const order = memoryOrder(input);
  const inMemory = filled(
    op,
    value,
    order.map((dim) => input.shape[dim]!),
    { ...all, requiresGrad: false },
  );
  const inverse = order.map((_, dim) => order.indexOf(dim));
  return permuteResult(inMemory, inverse).requiresGrad_(requiresGrad);
}

/** {@link zeros} of another tensor's shape, dtype and device. See https://pytorch.org/docs/stable/generated/torch.zeros_like.html. */
export function zerosLike(input: Tensor, options: TensorOptions = {}): Tensor {
  checkTensor("zerosLike", "input", input);
  return filledLike("zerosLike", 0, input, options);
}

/** {@link ones} of another tensor's shape, dtype and device. See https://pytorch.org/docs/stable/generated/torch.ones_like.html. */
export function onesLike(input: Tensor, options: TensorOptions = {}): Tensor {
  checkTensor("onesLike", "input", input);
  return filledLike("onesLike", 1, input, options);
}

/** {@link full} of another tensor's shape, dtype and device. See https://pytorch.org/docs/stable/generated/torch.full_like.html. */
export function fullLike(input: Tensor, value: number | boolean, options: TensorOptions = {}): Tensor {
  checkTensor("fullLike", "input", input);
  return filledLike("fullLike", value, input, options);
}

const arangeOp = defineOp({
  extra: attributes<{ readonly length: number; readonly dtype: DType }>(),
  name: "arange",
  inputs: [],
  kernel: kernels.arange,
  infer: (_, { length, dtype }) => [{ shape: [length], dtype }],
});

/**
 * `arange(end)`, `arange(start, end)` or `arange(start, end, step)`: numbers from start to before end. Integers give
 * int32. See https://pytorch.org/docs/stable/generated/torch.arange.html.
 *
 * @throws ArgumentError if the step is zero or leads away from the end.
 * @example
 * ```ts
 * import { arange } from "@bernoulli/tensor";
 * arange(1, 2.5, 0.5).toArray(); // → [1, 1.5, 2]
 * ```
 */
export function arange(
  ...given: readonly [...bounds: number[]] | readonly [...bounds: [...number[], TensorOptions]]
): Tensor {
  const last = given[given.length - 1];
  const options = (typeof last === "object" ? last : {}) as TensorOptions;
  const bounds = (given as readonly unknown[]).filter((value) => typeof value === "number");
  const [start, end, step] = (bounds.length === 1 ? [0, bounds[0], 1] : [bounds[0], bounds[1], bounds[2] ?? 1]) as [
    number,
    number,
    number,
  ];
  if (bounds.length < 1 || bounds.length > 3 || !bounds.every(Number.isFinite)) {
    throw new ArgumentError(
      `arange: expected arange(end), arange(start, end) or arange(start, end, step), got (${bounds.join(", ")})`,
    );
  }
  if (step === 0) throw new ArgumentError("arange: step must be nonzero");
  if ((end - start) * step < 0)
    throw new ArgumentError(
      `arange: upper bound and lower bound inconsistent with step sign: start ${start}, end ${end}, step ${step}`,
    );
  checkOptions("arange", options, tensorOptions);
  const dtype = options.dtype ?? (bounds.every(Number.isInteger) ? "int32" : "float32");
  checkDType("arange", dtype);
  // Bytes wrap, as in PyTorch; in its place of int64, int32 must not.
  if (dtype !== "uint8") for (const bound of [start, end, step]) checkFits("arange", bound, dtype);
  const length = Math.ceil((end - start) / step);
  // How many there are is counted before the fractions are cut off.
  const [first, apart] = isFloating(dtype) ? [start, step] : [Math.trunc(start), Math.trunc(step)];
  return apply(
    arangeOp,
    [],
    { start: first, step: apart, length, dtype },
    { device: deviceOf("arange", options.device) },
  ).requiresGrad_(options.requiresGrad ?? false);
}

/**
 * The identity matrix of n rows, and of m columns where a second number is given.
 * See https://pytorch.org/docs/stable/generated/torch.eye.html.
 *
 * @example
 * ```ts
 * import { eye } from "@bernoulli/tensor";
 * eye(2).toArray(); // → [[1, 0], [0, 1]]
 * eye(2, 3).toArray(); // → [[1, 0, 0], [0, 1, 0]]
 * ```
 */
export function eye(n: number, options?: TensorOptions): Tensor;
export function eye(n: number, m: number, options?: TensorOptions): Tensor;
export function eye(n: number, second: number | TensorOptions = {}, third: TensorOptions = {}): Tensor {
  const [m, given] = typeof second === "number" ? [second, third] : [n, second];
  checkOptions("eye", given, tensorOptions);
  checkSizes("eye", [n, m]);
  const { dtype = "float32", requiresGrad = false, ...options } = given;
  const rows = reshape(arange(n, options), [n, 1]);
  return to(eq(rows, arange(m, options)), dtype).requiresGrad_(requiresGrad);
}

/** Typed arrays whose numbers a dtype holds, if not their class. `Float16Array` where the platform's types have it. */
export type NumericArray =
  | TypedArray
  | Uint8ClampedArray
  | Int8Array
  | Int16Array
  | Uint16Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | (typeof globalThis extends { Float16Array: { readonly prototype: infer Half } } ? Half : never);

/** What `tensor` takes: a number, nested arrays of one shape, or a typed array. */
export type TensorData = number | boolean | readonly TensorData[] | NumericArray;

/**
 * A tensor with the given elements. Numbers give float32, booleans bool, typed arrays their own dtype: integers of other sizes int32,
 * Uint8ClampedArray uint8, Float16Array float32.
 * See https://pytorch.org/docs/stable/generated/torch.tensor.html; unlike there, whole numbers are float32 too, since
 * JavaScript has one kind of number: give a dtype for labels.
 *
 * @throws ShapeError if nested arrays differ in length; DTypeError for anything but numbers and booleans, and for those that the dtype
 * does not hold, such as integers beyond int32.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).shape; // → [2, 2]
 * tensor([3, 1], { dtype: "int32" }).dtype; // → "int32"
 * ```
 */
export function tensor(data: TensorData, options: TensorOptions = {}): Tensor {
  checkOptions("tensor", options, tensorOptions);
  const { dtype, requiresGrad = false } = options;
  const { shape, elements, natural, fits } = ArrayBuffer.isView(data) ? fromTypedArray(data) : fromNested(data);
  const wanted = dtype ?? natural;
  checkDType("tensor", wanted);
  const device = deviceOf("tensor", options.device);
  // Beyond float32 lies infinity, as in PyTorch.
  if (!(fits && natural === wanted) && !isFloating(wanted))
    for (let at = 0; at < elements.length; at++) checkFits("tensor", elements[at]!, wanted);
  const result = allocate("tensor", shape, wanted, device);
  const target = result.storage.elements(wanted);
  if (wanted === "bool") for (let at = 0; at < elements.length; at++) target[at] = elements[at] !== 0 ? 1 : 0;
  else target.set(elements as ArrayLike<number>);
  if (dtype === undefined && wanted === "float32" && Array.isArray(elements)) noteLiteral(result, elements);
  return result.requiresGrad_(requiresGrad);
}

interface Flat {
  readonly shape: number[];
  readonly elements: ArrayLike<number>;
  readonly natural: DType;
  /** Whether the natural dtype holds whatever there may be. */
  readonly fits: boolean;
}

/** By their tags, which are the same in every realm. */
const naturalDTypes: { readonly [Tag in NumericArray[typeof Symbol.toStringTag] | "Float16Array"]: DType } = {
  Float32Array: "float32",
  Float16Array: "float32",
  Float64Array: "float64",
  Int32Array: "int32",
  Int16Array: "int32",
  Int8Array: "int32",
  Uint16Array: "int32",
  Uint32Array: "int32",
  BigInt64Array: "int32",
  BigUint64Array: "int32",
  Uint8Array: "uint8",
  Uint8ClampedArray: "uint8",
};

function fromTypedArray(data: ArrayBufferView): Flat {
  const { [Symbol.toStringTag]: tag, length } = data as NumericArray;
  const natural: DType | undefined = naturalDTypes[tag];
  if (natural === undefined)
    throw new DTypeError(
      `tensor: expected a typed array of numbers, but got ${describe(data)}; make one of its buffer`,
    );
  const isBig = tag === "BigInt64Array" || tag === "BigUint64Array";
  const elements = isBig ? Array.from(data as BigInt64Array, Number) : (data as TypedArray);
  return { shape: [length], elements, natural, fits: !isBig && tag !== "Uint32Array" };
}

/** As many as PyTorch's own operators take. */
const mostDimensions = 64;

const isSequence = (value: unknown): value is readonly TensorData[] | TypedArray =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);

function fromNested(data: TensorData): Flat {
  if (isTensor(data))
    throw new DTypeError("tensor: expected numbers, but got a Tensor; to copy one, call .detach().clone() on it");
  const shape: number[] = [];
  for (let level: TensorData = data; isSequence(level); level = (level as readonly TensorData[])[0] ?? 0) {
    shape.push(level.length);
    if (level.length === 0) break;
    // An array that holds itself never ends.
    if (shape.length > mostDimensions)
      throw new ShapeError(`tensor: the arrays are nested deeper than ${mostDimensions} levels`);
  }
  const elements: number[] = [];
  let booleans = true;
  const collect = (value: TensorData, dim: number): void => {
    if (isTensor(value))
      throw new DTypeError(
        "tensor: expected numbers, but got an array of Tensors; put them together with stack(…) or cat(…)",
      );
    if (isSequence(value)) {
      if (dim === shape.length) {
        throw new ShapeError(
          `tensor: expected a number at dim ${dim} (got a sequence of length ${value.length}); nested arrays must all have one shape`,
        );
      }
      if (value.length !== shape[dim]) {
        throw new ShapeError(
          `tensor: expected sequence of length ${shape[dim]} at dim ${dim} (got ${value.length}); nested arrays must all have the shape ${formatShape(shape)}`,
        );
      }
      for (const inner of value as readonly TensorData[]) collect(inner, dim + 1);
      return;
    }
    if (typeof value !== "number" && typeof value !== "boolean")
      throw new DTypeError(`tensor: expected numbers or booleans, got ${describe(value)}`);
    if (dim !== shape.length)
      throw new ShapeError(
        `tensor: expected sequence of length ${shape[dim]} at dim ${dim} (got a number); nested arrays must all have one shape`,
      );
    booleans &&= typeof value === "boolean";
    elements.push(Number(value));
  };
  collect(data, 0);
  return { shape, elements, natural: booleans && elements.length > 0 ? "bool" : "float32", fits: true };
}
