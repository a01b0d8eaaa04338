// Kernels of the reference backend that lay elements anew: flip, roll, triangle and fold. cat and embed are reductions.ts's.

import type { KernelFunction, Operand } from "../../kernels/contract.js";
import { contiguousStrides, numberOfElements } from "../../tensor/shape.js";
import { count, reader, writer } from "./elements.js";

/** Writes at every place of the output what lies in the input at the place that `from` makes of its indices. */
function rearrange(input: Operand, output: Operand, from: (indices: number[]) => void): void {
  const [read, write] = [reader(input), writer(output)];
  const { shape } = output;
  const steps = contiguousStrides(shape);
  for (let at = 0; at < count(output); at++) {
    const indices = shape.map((size, dim) => Math.floor(at / steps[dim]!) % size);
    from(indices);
    write(at, read(indices.reduce((place, index, dim) => place + index * steps[dim]!, 0)));
  }
}

/** The input seen from its other end along each dimension. */
export const flip: KernelFunction<"flip"> = ([input], [output], { dims }) => {
  const { shape } = output!;
  rearrange(input!, output!, (indices) => {
    for (const dim of dims) indices[dim] = shape[dim]! - 1 - indices[dim]!;
  });
};

export const roll: KernelFunction<"roll"> = ([input], [output], { dims, shifts }) => {
  const { shape } = output!;
  rearrange(input!, output!, (indices) => {
    for (const [at, dim] of dims.entries()) indices[dim] = (indices[dim]! - shifts[at]! + shape[dim]!) % shape[dim]!;
  });
};

export const triangle: KernelFunction<"triangle"> = ([input], [output], { part, diagonal }) => {
  const [read, write] = [reader(input), writer(output)];
  const [rows, columns] = output!.shape.slice(-2) as [number, number];
  for (let at = 0; at < count(output); at++) {
    const right = (at % columns) - (Math.floor(at / columns) % rows);
    write(at, (part === "lower" ? right <= diagonal : right >= diagonal) ? read(at) : 0);
  }
};

export const fold: KernelFunction<"fold"> = ([windows], [output], { dim, step }) => {
  const [read, write, present] = [reader(windows), writer(output), reader(output)];
  const { shape } = output!;
  const size = windows!.shape.at(-1)!;
  const [inner, there] = [numberOfElements(shape.slice(dim + 1)), windows!.shape[dim]!];
  for (let at = 0; at < count(output); at++) write(at, 0);
  // A window's elements lie last, so at = ((outer · windows + window) · inner + rest) · size + element.
  for (let at = 0; at < count(windows!); at++) {
    const [element, place] = [at % size, Math.floor(at / size)];
    const [rest, window] = [place % inner, Math.floor(place / inner) % there];
    const outer = Math.floor(place / inner / there);
    const to = (outer * shape[dim]! + window * step + element) * inner + rest;
    write(to, present(to) + read(at));
  }
};
