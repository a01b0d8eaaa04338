// Reductions and layout kernels of the reference backend: sum, max, logSoftmax, the loss, cat and embed.

import { ArgumentError, IndexError } from "../../checks/errors.js";
import type { KernelAttributes, KernelFunction, Operand, Reduction } from "../../kernels/contract.js";
import { contiguousStrides } from "../../tensor/shape.js";
import { around, count, reader, refuseBeyond, writer } from "./elements.js";

/** What `combine` makes of the elements over `dims`, in doubles, from `start` on: one number for each of the output's. */
function totalsOver(
  input: Operand | null | undefined,
  output: Operand | undefined,
  dims: readonly number[],
  start: number,
  combine: (before: number, value: number) => number,
): Float64Array {
  const read = reader(input);
  const { shape } = input!;
  // Where what an input element goes into stands: its place in the output, reduced dimensions counting for nothing.
  const kept = shape.map((size, dim) => (dims.includes(dim) ? 1 : size));
  const strides = contiguousStrides(kept).map((stride, dim) => (dims.includes(dim) ? 0 : stride));
  const totals = new Float64Array(count(output)).fill(start);
  const inputStrides = contiguousStrides(shape);
  for (let at = 0; at < count(input!); at++) {
    let target = 0;
    for (let dim = 0; dim < shape.length; dim++)
      target += (Math.floor(at / inputStrides[dim]!) % shape[dim]!) * strides[dim]!;
    totals[target] = combine(totals[target]!, read(at));
  }
  return totals;
}

function writeAll(output: Operand | undefined, values: Float64Array): void {
  const write = writer(output);
  for (const [at, value] of values.entries()) write(at, value);
}

export const sum: KernelFunction<"sum"> = ([input], [output], { dims, op = "sum" }) => {
  const totals = totalsOver(input, output, dims, 0, (total, value) => total + value);
  if (output!.dtype !== "int32") return writeAll(output, totals);
  // The low words too: doubles that were large underway may have lost some, but never so many as to look alike.
  const words = totalsOver(input, output, dims, 0, (word, value) => (word + value) | 0);
  if (totals.some((total, at) => Math.abs(total - words[at]!) >= 2 ** 31)) refuseBeyond(op);
  writeAll(output, words);
};

/** What nothing comes to, and what a further element does. */
const reductions: { readonly [R in Reduction]: readonly [number, (before: number, value: number) => number] } = {
  product: [1, (total, value) => total * value],
  sum: [0, (total, value) => total + value],
  squares: [0, (total, value) => total + value * value],
  magnitudes: [0, (total, value) => total + Math.abs(value)],
  numbers: [0, (total, value) => (Number.isNaN(value) ? total : total + value)],
  largest: [Number.NEGATIVE_INFINITY, Math.max],
  smallest: [Number.POSITIVE_INFINITY, Math.min],
};

export const reduce: KernelFunction<"reduce"> = ([input], [output], { dims, by }) =>
  writeAll(output, totalsOver(input, output, dims, ...reductions[by]));

/**
 * The element along `dim` that comes before all others by `precedes`, and where it stands; the first NaN before anything.
 *
 * @__NO_SIDE_EFFECTS__
 */
function extreme<K extends "max" | "min">(precedes: (a: number, b: number) => boolean): KernelFunction<K> {
  return ([input], [values, indices], { dim }) => {
    const read = reader(input);
    const writeValue = writer(values);
    const writeIndex = writer(indices);
    const { outer, size, inner } = around(input!.shape, dim);
    for (let row = 0; row < outer * inner; row++) {
      const start = Math.floor(row / inner) * size * inner + (row % inner);
      let best = 0;
      for (let index = 1; index < size; index++) {
        const candidate = read(start + index * inner);
        const present = read(start + best * inner);
        if (precedes(candidate, present) || (Number.isNaN(candidate) && !Number.isNaN(present))) best = index;
      }
      writeValue(row, read(start + best * inner));
      writeIndex(row, best);
    }
  };
}

export const max = extreme<"max">((a, b) => a > b);
export const min = extreme<"min">((a, b) => a < b);

/**
 * Rows along `dim`, each of which is shifted by its largest element before anything is exponentiated.
 *
 * @__NO_SIDE_EFFECTS__
 */
function softmaxRows<K extends "logSoftmax" | "softmax">(
  value: (shifted: number, total: number) => number,
): KernelFunction<K> {
  return ([input], [output], { dim }) => {
    const read = reader(input);
    const write = writer(output);
    const { outer, size, inner } =
      input!.shape.length === 0 ? { outer: 1, size: 1, inner: 1 } : around(input!.shape, dim);
    for (let row = 0; row < outer * inner; row++) {
      const start = Math.floor(row / inner) * size * inner + (row % inner);
      let largest = Number.NEGATIVE_INFINITY;
      for (let index = 0; index < size; index++) largest = Math.max(largest, read(start + index * inner));
      let total = 0;
      for (let index = 0; index < size; index++) total += Math.exp(read(start + index * inner) - largest);
      for (let index = 0; index < size; index++) {
        const at = start + index * inner;
        write(at, value(read(at) - largest, total));
      }
    }
  };
}

export const logSoftmax = softmaxRows<"logSoftmax">((shifted, total) => shifted - Math.log(total));
export const softmax = softmaxRows<"softmax">((shifted, total) => Math.exp(shifted) / total);

export const nllLoss: KernelFunction<"nllLoss"> = ([input, target, weight], outputs, { ignoreIndex, checks }) => {
  const classes = input!.shape[1]!;
  if (checks !== null) refuseTargets(checks, target!, classes, ignoreIndex);
  const [read, label] = [reader(input), reader(target)];
  const weigh = weight ? reader(weight) : () => 1;
  const [write, counts] = outputs.map(writer);
  for (let row = 0; row < count(outputs[0]); row++) {
    const right = label(row);
    const counted = right === ignoreIndex ? 0 : weigh(right);
    counts!(row, counted);
    write!(row, right === ignoreIndex ? 0 : -counted * read(row * classes + right));
  }
};

export const within: KernelFunction<"within"> = ([input], [output], bounds) => {
  refuseOutside(input!, bounds);
  writer(output)(0, 0);
};

/** Refuses the first element that is beyond the bounds, if there is one. */
export function refuseOutside(input: Operand, { low, high, passesNaN, refusal }: KernelAttributes["within"]): void {
  const read = reader(input);
  for (let at = 0; at < count(input); at++) {
    const given = read(at);
    if (Number.isNaN(given) ? passesNaN : given >= low && given <= high) continue;
    throw new ArgumentError(`${refusal}, but got ${given}`);
  }
}

/** Names the first target that is no class, nor ignored, if there is one. */
export function refuseTargets(op: string, target: Operand, classes: number, ignoreIndex: number): void {
  const label = reader(target);
  for (let row = 0; row < count(target); row++) {
    const given = label(row);
    if (given === ignoreIndex || (given >= 0 && given < classes)) continue;
    throw new IndexError(
      `${op}: Target ${given} is out of bounds: at position ${row}, with ${classes} classes (labels 0 to ${classes - 1})`,
    );
  }
}

export const nllLossBackward: KernelFunction<"nllLossBackward"> = (
  [grad, target, counted],
  [output],
  { ignoreIndex },
) => {
  const read = reader(grad);
  const label = reader(target);
  const counts = reader(counted);
  const write = writer(output);
  const [rows, classes] = output!.shape as readonly [number, number];
  for (let row = 0; row < rows; row++) {
    const right = label(row);
    for (let index = 0; index < classes; index++) {
      write(row * classes + index, index === right && right !== ignoreIndex ? -counts(row) * read(row) : 0);
    }
  }
};

/** The part of an operand from `start` on along `dim`, as long as `size`. */
function part(operand: Operand, dim: number, start: number, size: number): Operand {
  const stride = operand.strides[dim]!;
  return {
    ...pick(operand),
    shape: operand.shape.with(dim, size),
    strides: operand.strides,
    offset: operand.offset + start * stride,
  };
}

// Tensors have getters and private fields: a spread would lose them.
function pick({ storage, dtype, shape, strides, offset }: Operand): Operand {
  return { storage, dtype, shape, strides, offset };
}

function copyInto(source: Operand, target: Operand): void {
  const read = reader(source);
  const write = writer(target);
  for (let at = 0; at < count(source); at++) write(at, read(at));
}

export const cat: KernelFunction<"cat"> = (inputs, [output], { dim }) => {
  let start = 0;
  for (const input of inputs) {
    const size = input!.shape[dim]!;
    copyInto(input!, part(output!, dim, start, size));
    start += size;
  }
};

export const embed: KernelFunction<"embed"> = ([input], [output], { strides, start }) => {
  const write = writer(output);
  for (let at = 0; at < count(output); at++) write(at, 0);
  copyInto(input!, { ...pick(output!), shape: input!.shape, strides, offset: output!.offset + start });
};
