// Kernels of the reference backend that go along a dimension with what came before.

import type { KernelFunction } from "../../kernels/contract.js";
import { around, reader, refuseBeyond, writer } from "./elements.js";

export const scan: KernelFunction<"scan"> = ([input], [output], { dim, by, last, op }) => {
  const [read, write] = [reader(input), writer(output)];
  const { outer, size, inner } = around(input!.shape, dim);
  const isWhole = input!.dtype === "int32";
  const put = (at: number, total: number) => {
    // An infinity times zero: there is no NaN among integers.
    const value = isWhole && Number.isNaN(total) ? 0 : total;
    if (isWhole && (value < -(2 ** 31) || value > 2 ** 31 - 1)) refuseBeyond(op);
    write(at, value);
  };
  for (let row = 0; row < outer * inner; row++) {
    const [block, column] = [Math.floor(row / inner), row % inner];
    let total = by === "sum" ? 0 : 1;
    for (let index = 0; index < size; index++) {
      const at = (block * size + index) * inner + column;
      total = by === "sum" ? total + read(at) : total * read(at);
      if (!last) put(at, total);
    }
    if (last) put(row, total);
  }
};

export const recurrence: KernelFunction<"recurrence"> = ([added, factor], [output], { dim }) => {
  const [add, multiply, write] = [reader(added), reader(factor), writer(output)];
  const { outer, size, inner } = around(added!.shape, dim);
  for (let row = 0; row < outer * inner; row++) {
    let present = 0;
    for (let index = 0; index < size; index++) {
      const at = (Math.floor(row / inner) * size + index) * inner + (row % inner);
      present = index === 0 ? add(at) : add(at) + multiply(at) * present;
      write(at, present);
    }
  }
};

export const scanExtreme: KernelFunction<"scanExtreme"> = ([input], [values, indices], { dim, which }) => {
  const read = reader(input);
  const [writeValue, writeIndex] = [writer(values), writer(indices)];
  const { outer, size, inner } = around(input!.shape, dim);
  for (let row = 0; row < outer * inner; row++) {
    let [best, place] = [0, 0];
    for (let index = 0; index < size; index++) {
      const at = (Math.floor(row / inner) * size + index) * inner + (row % inner);
      const value = read(at);
      // Of equals the last, and of NaN.
      const isNext = Number.isNaN(value) || (which === "max" ? value >= best : value <= best);
      if (index === 0 || isNext) [best, place] = [value, index];
      writeValue(at, best);
      writeIndex(at, place);
    }
  }
};

export const scanLogarithms: KernelFunction<"scanLogarithms"> = ([input], [output], { dim }) => {
  const [read, write] = [reader(input), writer(output)];
  const { outer, size, inner } = around(input!.shape, dim);
  for (let row = 0; row < outer * inner; row++) {
    let total = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < size; index++) {
      const at = (Math.floor(row / inner) * size + index) * inner + (row % inner);
      const value = read(at);
      const [low, high] = value < total ? [value, total] : [total, value];
      // Two infinities of one sign have no difference.
      total = Number.isFinite(low) || low !== high ? Math.log1p(Math.exp(low - high)) + high : value;
      write(at, total);
    }
  }
};
