// resample: each vector along a dimension times one sparse matrix. Interpolation, borders that mirror and means over uneven windows are such
// products, and so are their gradients of any order: the matrix transposed. Tables are made once and kept, by what made them.

import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import type { Table } from "../../kernels/contract.js";
import * as kernels from "../../kernels/kernels.js";
import type { Tensor } from "../../tensor/tensor.js";

const resampleOp = defineOp({
  name: "resample",
  inputs: ["input"],
  kernel: kernels.resample,
  infer: ([{ shape, dtype }], { dim, table }) => [{ shape: shape.with(dim, table.starts.length - 1), dtype }],
  backward: ({ grad, attributes: { dim, table } }): Gradients => [
    apply(resampleOp, [grad], { dim, table: transposed(table) }),
  ],
});

/** One row of a table: the places it reads, and their weights. */
export type TableRow = readonly (readonly [place: number, weight: number])[];

/** What was made for whom; the oldest go first. A program has some, one that sees images of all sizes many. */
const known = new Map<string, Table>();
const mostKnown = 128;
let nextId = 0;

function tableOf(size: number, starts: Int32Array, places: Int32Array, weights: Float64Array): Table {
  nextId += 1;
  return { id: nextId, size, starts, places, weights };
}

/** The table of `rows`, over `size` elements; `key` stands for all that `rows` depends on. */
export function tableFor(key: string, size: number, rows: () => readonly TableRow[]): Table {
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const own = rows();
  const starts = new Int32Array(own.length + 1);
  for (const [at, row] of own.entries()) starts[at + 1] = starts[at]! + row.length;
  const entries = own.flat();
  const table = tableOf(
    size,
    starts,
    Int32Array.from(entries, ([place]) => place),
    Float64Array.from(entries, ([, weight]) => weight),
  );
  if (known.size >= mostKnown) known.delete(known.keys().next().value!);
  known.set(key, table);
  return table;
}

const opposites = new WeakMap<Table, Table>();

function transposed(table: Table): Table {
  const made = opposites.get(table);
  if (made !== undefined) return made;
  const { size, starts, places, weights } = table;
  const ends = new Int32Array(size + 1);
  for (const place of places) ends[place + 1]! += 1;
  for (let at = 0; at < size; at++) ends[at + 1]! += ends[at]!;
  const next = ends.slice();
  const [rows, back] = [new Int32Array(places.length), new Float64Array(places.length)];
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
      const at = next[places[entry]!]!;
      next[places[entry]!]! += 1;
      [rows[at], back[at]] = [row, weights[entry]!];
    }
  }
  const opposite = tableOf(starts.length - 1, ends, rows, back);
  opposites.set(table, opposite);
  opposites.set(opposite, table);
  return opposite;
}

/** Each vector of a floating tensor along `dim` times the table. */
export function resample(input: Tensor, dim: number, table: Table): Tensor {
  return apply(resampleOp, [input], { dim, table });
}
