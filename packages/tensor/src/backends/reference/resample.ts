// resample of the reference backend: a sparse matrix times the vectors along a dimension.

import type { KernelFunction } from "../../kernels/contract.js";
import { around, count, reader, writer } from "./elements.js";

/** Products and sums are rounded one by one, as the cpu's are. */
export const resample: KernelFunction<"resample"> = (
  [input],
  [output],
  { dim, table: { starts, places, weights } },
) => {
  const read = reader(input);
  const write = writer(output);
  const round = output!.dtype === "float32" ? Math.fround : (x: number) => x;
  const { size, inner } = around(input!.shape, dim);
  const written = output!.shape[dim]!;
  for (let at = 0; at < count(output); at++) {
    const row = Math.floor(at / inner) % written;
    const base = Math.floor(at / (written * inner)) * size * inner + (at % inner);
    let sum = 0;
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
      const product = round(round(weights[entry]!) * read(base + places[entry]! * inner));
      sum = entry === starts[row] ? product : round(sum + product);
    }
    write(at, sum);
  }
};
