// Kernels of the reference backend that sort and search.

import type { KernelFunction } from "../../kernels/contract.js";
import { around, count, reader, writer } from "./elements.js";

/** NaN is larger than everything, and equal to itself. */
function compare(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

export const sort: KernelFunction<"sort"> = ([input], [values, indices], { dim, descending, first, count: wanted }) => {
  const read = reader(input);
  const [writeValue, writeIndex] = [writer(values), writer(indices)];
  const { outer, size, inner } = around(input!.shape, dim);
  for (let row = 0; row < outer * inner; row++) {
    const [block, column] = [Math.floor(row / inner), row % inner];
    const at = (index: number) => (block * size + index) * inner + column;
    const order = Array.from({ length: size }, (_, index) => index);
    order.sort((a, b) => (descending ? compare(read(at(b)), read(at(a))) : compare(read(at(a)), read(at(b)))));
    for (let place = 0; place < wanted; place++) {
      const to = (block * wanted + place) * inner + column;
      writeValue(to, read(at(order[first + place]!)));
      writeIndex(to, order[first + place]!);
    }
  }
};

export const searchSorted: KernelFunction<"searchSorted"> = ([sequences, values], [output], { right }) => {
  const [readSequence, readValue, write] = [reader(sequences), reader(values), writer(output)];
  const [rows, size] = sequences!.shape as [number, number];
  const [, columns] = values!.shape as [number, number];
  for (let at = 0; at < count(output); at++) {
    const first = rows === 1 ? 0 : Math.floor(at / columns) * size;
    const value = readValue(at);
    let [start, end] = [0, size];
    while (start < end) {
      const middle = (start + end) >> 1;
      const own = readSequence(first + middle);
      if (right ? own > value : own >= value) end = middle;
      else start = middle + 1;
    }
    write(at, start);
  }
};
