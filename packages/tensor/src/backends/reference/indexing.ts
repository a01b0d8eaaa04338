// Kernels of the reference backend that follow indices: gather, scatter and its kin.

import { IndexError } from "../../checks/errors.js";
import type { KernelFunction, Operand } from "../../kernels/contract.js";
import { contiguousStrides } from "../../tensor/shape.js";
import { count, reader, writer } from "./elements.js";

/** Calls `visit` with every position in `index`, and the position in a tensor of `shape` that its element leads to. */
function follow(
  index: Operand,
  shape: readonly number[],
  dim: number,
  visit: (position: number, place: number) => void,
): void {
  const read = reader(index);
  const own = contiguousStrides(index.shape);
  const strides = contiguousStrides(shape);
  for (let position = 0; position < count(index); position++) {
    let place = read(position) * strides[dim]!;
    for (let at = 0; at < shape.length; at++) {
      if (at !== dim) place += (Math.floor(position / own[at]!) % index.shape[at]!) * strides[at]!;
    }
    visit(position, place);
  }
}

/** Names the first index that leads out of a dimension, from `least` on, if one does. */
export function refuseIndices(op: string, index: Operand, dim: number, size: number, least = 0): void {
  const read = reader(index);
  for (let at = 0; at < count(index); at++) {
    const place = read(at);
    if (place < least || place >= size)
      throw new IndexError(`${op}: index ${place} is out of bounds for dimension ${dim} with size ${size}`);
  }
}

/** Names the first label that is no class of so many, if one is not, as PyTorch's one_hot does: negative ones first. */
export function refuseClasses(op: string, labels: Operand, numClasses: number): void {
  const read = reader(labels);
  const all = Array.from({ length: count(labels) }, (_, at) => read(at));
  const [negative, large] = [all.find((label) => label < 0), all.find((label) => label >= numClasses)];
  if (negative !== undefined) throw new IndexError(`${op}: Class values must be non-negative, but got ${negative}`);
  if (large !== undefined)
    throw new IndexError(
      `${op}: Class values must be smaller than num_classes, but got ${large} and numClasses ${numClasses}`,
    );
}

export const oneHot: KernelFunction<"oneHot"> = ([labels], [output], { checks }) => {
  const numClasses = output!.shape.at(-1)!;
  refuseClasses(checks, labels!, numClasses);
  const [read, write] = [reader(labels), writer(output)];
  for (let at = 0; at < count(output); at++) write(at, 0);
  for (let at = 0; at < count(labels!); at++) write(at * numClasses + read(at), 1);
};

export const gather: KernelFunction<"gather"> = ([input, index], [output], { dim, checks }) => {
  if (checks !== null) refuseIndices(checks, index!, dim, input!.shape[dim]!);
  const read = reader(input);
  const write = writer(output);
  follow(index!, input!.shape, dim, (position, place) => write(position, read(place)));
};

/**
 * The input's elements, then the source's at their places. In place the input is the output already.
 *
 * @__NO_SIDE_EFFECTS__
 */
function scattering<K extends "scatter" | "scatterAdd" | "scatterMultiply" | "scatterMaximum" | "scatterMinimum">(
  combine: (present: number, value: number) => number,
): KernelFunction<K> {
  return ([input, index, source], [output], { dim, checks }) => {
    if (checks !== null) refuseIndices(checks, index!, dim, output!.shape[dim]!);
    const [from, write, present, value] = [reader(input), writer(output), reader(output), reader(source)];
    for (let at = 0; at < count(output); at++) write(at, from(at));
    follow(index!, output!.shape, dim, (position, place) => write(place, combine(present(place), value(position))));
  };
}

export const scatter = scattering<"scatter">((_, value) => value);
export const scatterMaximum = scattering<"scatterMaximum">(Math.max);
export const scatterMinimum = scattering<"scatterMinimum">(Math.min);
export const scatterAdd = scattering<"scatterAdd">((present, value) => present + value);
const scatterMultiplyNumbers = scattering<"scatterMultiply">((present, value) => present * value);
const scatterMultiplyIntegers = scattering<"scatterMultiply">(Math.imul);
export const scatterMultiply = {
  float32: scatterMultiplyNumbers,
  float64: scatterMultiplyNumbers,
  int32: scatterMultiplyIntegers,
  uint8: scatterMultiplyIntegers,
  bool: scatterMultiplyNumbers,
};

export const wrapIndex: KernelFunction<"wrapIndex"> = ([index], [output], { dim, size, op }) => {
  refuseIndices(op, index!, dim, size, -size);
  const [read, write] = [reader(index), writer(output)];
  for (let at = 0; at < count(output); at++) write(at, read(at) < 0 ? read(at) + size : read(at));
};

export const nonzero: KernelFunction<"nonzero"> = ([mask], [output]) => {
  const [read, write] = [reader(mask), writer(output)];
  let found = 0;
  for (let at = 0; at < count(mask!); at++) {
    if (read(at) === 0) continue;
    write(found, at);
    found += 1;
  }
};
