// What pointwise ops share: numbers taken as tensors, dtypes promoted, shapes broadcast. No op is defined here.

import { describe } from "../checks/describe.js";
import { DTypeError, ShapeError } from "../checks/errors.js";
import { checkTensor, cureOf } from "../checks/options.js";
import { apply } from "../door/apply.js";
import { canCast, checkFits, type DType, isFloating, promoteTypes, promoteWithNumber } from "../tensor/dtype.js";
import { broadcastShapes, formatShape, sameShape } from "../tensor/shape.js";
import { Tensor, type TensorMeta } from "../tensor/tensor.js";
import { fillOp } from "./creation/fill.js";
import { to } from "./creation/to.js";
import { expand } from "./reductions/sum.js";

/** What arithmetic takes beside a tensor. A boolean is PyTorch's bool: 0 or 1, and it widens no dtype. */
export type Operand = Tensor | number | boolean;

/** A number as a 0-d tensor; beyond an integer's range it wraps. */
export function numberTensor(value: number, dtype: DType, like: Tensor): Tensor {
  return apply(fillOp, [], { value, shape: [], dtype }, { device: like.device });
}

/** A number that is written among a tensor's elements, as a 0-d tensor: it must fit, integers cut its fraction off, and of bools all but 0 is true. */
export function writtenNumber(op: string, value: number | boolean, target: Tensor): Tensor {
  const { dtype } = target;
  checkFits(op, Number(value), dtype);
  const isWhole = !isFloating(dtype) && dtype !== "bool";
  return numberTensor(isWhole ? Math.trunc(Number(value)) : Number(value), dtype, target);
}

/**
 * A first operand as a tensor. A number may stand before a tensor as well as behind it, and widens it no more: `torch.sub(1, x)` is Python's
 * `1 - x`.
 */
export function firstOperand(op: string, input: unknown, other: unknown): Tensor {
  if (isScalar(input) && other instanceof Tensor) {
    const dtype = promoteWithNumber(other.dtype, input);
    if (other.dtype === "bool" && dtype === "int32") checkFits(op, Number(input), dtype);
    return numberTensor(Number(input), dtype, other);
  }
  checkTensor(op, "input", input);
  return input;
}

/** Whether an operand is a plain number or boolean. */
export function isScalar(other: unknown): other is number | boolean {
  return typeof other === "number" || typeof other === "boolean";
}

/** Two operands in one dtype, before broadcasting. Throws for what is neither a tensor nor a number. */
export function promote(op: string, input: Tensor, other: Operand): [Tensor, Tensor] {
  if (isScalar(other)) {
    const dtype = promoteWithNumber(input.dtype, other);
    // Beside bools PyTorch computes in int64, which there is not: beyond int32 a number would wrap unseen.
    if (input.dtype === "bool" && dtype === "int32") checkFits(op, Number(other), dtype);
    return [to(input, dtype), numberTensor(Number(other), dtype, input)];
  }
  checkOperand(op, other);
  const dtype = promoteOperands(input, other);
  return [to(input, dtype), to(other, dtype)];
}

/**
 * Two operands as floats of one dtype, either of them a number: beside integers it, or a 0-d tensor of wider ones, is a float before it could
 * wrap, or −0 lose its sign.
 */
export function promoteFloats(op: string, input: Operand, other: Operand): [Tensor, Tensor] {
  const right = isScalar(input) && other instanceof Tensor ? floating(other) : other;
  const left = firstOperand(op, input, right);
  if (isScalar(right)) return promote(op, floating(left), right);
  return isFloating(promotedDType(op, left, right)) ? promote(op, left, right) : [floating(left), floating(right)];
}

/** The dtype in which two operands are combined. */
export function promotedDType(op: string, input: Tensor, other: Operand): DType {
  if (isScalar(other)) return promoteWithNumber(input.dtype, other);
  checkOperand(op, other);
  return promoteOperands(input, other);
}

/** Refuses what is neither a tensor nor, as was seen before, a number. */
export function checkOperand(op: string, other: unknown): asserts other is Tensor {
  if (!(other instanceof Tensor))
    throw new DTypeError(`${op}: expected a Tensor or a number, got ${describe(other)}${cureOf(other)}`);
}

/** A 0-d tensor, like a number, does not widen a tensor with dimensions within its family. */
function promoteOperands(a: Tensor, b: Tensor): DType {
  if (a.dtype === b.dtype) return a.dtype;
  if (a.ndim > 0 !== b.ndim > 0) {
    const [large, small] = a.ndim > 0 ? [a, b] : [b, a];
    const sameFamily = isFloating(large.dtype) === isFloating(small.dtype) && large.dtype !== "bool";
    if (sameFamily || (isFloating(large.dtype) && !isFloating(small.dtype))) return large.dtype;
    if (isFloating(small.dtype)) return small.dtype;
  }
  return promoteTypes(a.dtype, b.dtype);
}

/** Tensors expanded to their common shape. */
export function broadcast<Tensors extends readonly Tensor[]>(
  op: string,
  ...tensors: Tensors
): { [At in keyof Tensors]: Tensor } {
  const first = tensors[0]!.shape;
  if (tensors.every(({ shape }) => sameShape(shape, first))) return [...tensors] as { [At in keyof Tensors]: Tensor };
  const shape = broadcastShapes(op, ...tensors.map((tensor) => tensor.shape));
  return tensors.map((tensor) => (sameShape(tensor.shape, shape) ? tensor : expand(tensor, shape))) as {
    [At in keyof Tensors]: Tensor;
  };
}

/** The shape rule of pointwise ops: the result is like the first input, the others having been expanded to it. */
export function likeFirst([input]: readonly (TensorMeta | null)[]): readonly [TensorMeta] {
  return [{ shape: input!.shape, dtype: input!.dtype }];
}

/** The input in a floating dtype, for functions that have no integer result. */
export function floating(input: Tensor): Tensor {
  return isFloating(input.dtype) ? input : to(input, "float32");
}

/** Whether an in-place op computes in a wider dtype than its target's, to which only the result is converted, as PyTorch does. */
export function isWider(target: Tensor, other: Operand): other is Tensor {
  return other instanceof Tensor && promoteOperands(target, other) !== target.dtype;
}

/** The other operand of an in-place op: in the target's dtype and shape. */
export function inPlaceOperand(op: string, target: Tensor, other: Operand): Tensor {
  if (isScalar(other)) {
    const dtype = promoteWithNumber(target.dtype, other);
    if (dtype !== target.dtype)
      throw new DTypeError(`${op}: result type ${dtype} can't be cast to the desired output type ${target.dtype}`);
    return expand(numberTensor(Number(other), target.dtype, target), target.shape);
  }
  checkOperand(op, other);
  const dtype = promoteOperands(target, other);
  if (!canCast(dtype, target.dtype)) {
    throw new DTypeError(`${op}: result type ${dtype} can't be cast to the desired output type ${target.dtype}`);
  }
  const shape = broadcastShapes(op, target.shape, other.shape);
  if (!sameShape(shape, target.shape)) {
    throw new ShapeError(
      `${op}: output with shape ${formatShape(target.shape)} doesn't match the broadcast shape ${formatShape(shape)}`,
    );
  }
  return expand(to(other, target.dtype), target.shape);
}
