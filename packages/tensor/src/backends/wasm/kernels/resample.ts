// resample: a sparse matrix times the vectors along a dimension: interpolations, borders that mirror, means over uneven windows, and their
// gradients, whose matrices are the transposed ones. Where the dimension is not the last, whole rows are weighed, four neighbours at a time;
// along the last, four vectors go abreast, each in its lane.

import type { KernelFunction, Operand, Table } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import { type FunctionBuilder, type I32, type Local, loadI32, ModuleBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { addressOf } from "./walk.js";
import { access, sumOf, timesOf, type Vector, type Weighed } from "./weighed.js";

/** How many products a row has, where all have as many: then they are written out; null: as the table says. */
type Uniform = 1 | 2 | 3 | 4 | null;

function uniformOf({ starts }: Table): Uniform {
  const each = starts[1]! - starts[0]!;
  if (each < 1 || each > 4) return null;
  return starts.every((start, row) => start === each * row) ? (each as Uniform) : null;
}

interface Entries {
  /** Goes over a row's products: `body` is told where the place and, four bytes on, the weight stand, and whether it is the first. */
  readonly each: (first: (entry: I32) => void, next: (entry: I32) => void, none: () => void) => void;
  readonly toNextRow: () => void;
  readonly toRow: (row: I32) => void;
}

/** `starts`: where each row's entries begin, in bytes; `entries`: a place, in bytes, and a weight each. */
function entriesOf(f: FunctionBuilder, starts: I32, entries: I32, uniform: Uniform, entryBytes: number): Entries {
  const own = f.local("i32", "own");
  const entry = f.local("i32", "entry");
  const left = f.local("i32", "left");
  if (uniform !== null)
    return {
      each: (first, next) => {
        for (let at = 0; at < uniform; at++) {
          f.set(entry, entries.add(own).add(entryBytes * at));
          if (at === 0) first(entry);
          else next(entry);
        }
      },
      toRow: (row) => f.set(own, row.multiply(entryBytes * uniform)),
      toNextRow: () => f.increase(own, entryBytes * uniform),
    };
  return {
    each: (first, next, none) => {
      f.set(entry, entries.add(loadI32(starts.add(own))));
      f.set(left, loadI32(starts.add(own), 4).subtract(loadI32(starts.add(own))));
      f.if(
        left,
        () => {
          first(entry);
          f.set(left, left.subtract(entryBytes));
          f.while(left, () => {
            f.increase(entry, entryBytes);
            next(entry);
            f.set(left, left.subtract(entryBytes));
          });
        },
        none,
      );
    },
    toRow: (row) => f.set(own, row.shiftLeft(2)),
    toNextRow: () => f.increase(own, 4),
  };
}

/** `run`: rows `row` … of outputs [outer, written, inner], `rows` in all, `input` being the outer element's of the first. */
function emitResampleRows(dtype: Weighed, uniform: Uniform): ModuleBuilder {
  const module = new ModuleBuilder();
  const { bytes, entryBytes, lanes, kind, zero, load, weight: loadWeight, storeLane } = access[dtype];
  const parameters = {
    input: "i32",
    output: "i32",
    row: "i32",
    rows: "i32",
    written: "i32",
    inner: "i32",
    vectorBytes: "i32",
    starts: "i32",
    entries: "i32",
  } as const;
  module.define("run", parameters, (f, p) => {
    const { each, toRow, toNextRow } = entriesOf(f, p.starts, p.entries, uniform, entryBytes);
    const sums: Local<Vector>[] = f.locals(kind, "sum", 4);
    const weight: Local<Vector> = f.local(kind, "weight");
    const [from, line, remaining] = [f.local("i32", "from"), f.local("i32", "line"), f.local("i32", "remainingOfRow")];
    const block = (vectors: number) => {
      const own = sums.slice(0, vectors);
      const weighed = (entry: I32) => {
        f.set(weight, loadWeight(entry));
        f.set(from, line.add(loadI32(entry)));
      };
      each(
        (entry) => {
          weighed(entry);
          for (const [at, sum] of own.entries()) f.set(sum, timesOf(load(from, 16 * at), weight));
        },
        (entry) => {
          weighed(entry);
          for (const [at, sum] of own.entries()) f.set(sum, sumOf(sum, timesOf(load(from, 16 * at), weight)));
        },
        () => {
          for (const sum of own) f.set(sum, zero());
        },
      );
    };
    toRow(p.row);
    f.repeat(p.rows, () => {
      f.set(line, p.input);
      f.set(remaining, p.inner);
      f.while(remaining.atLeast(4 * lanes), () => {
        block(4);
        for (const [at, sum] of sums.entries()) f.store(p.output, sum as Vector, 16 * at);
        f.increase(p.output, 64);
        f.increase(line, 64);
        f.set(remaining, remaining.subtract(4 * lanes));
      });
      f.while(remaining.atLeast(lanes), () => {
        block(1);
        f.store(p.output, sums[0]!);
        f.increase(p.output, 16);
        f.increase(line, 16);
        f.set(remaining, remaining.subtract(lanes));
      });
      // Reads up to twelve bytes beyond the row: the next one, or the slack behind the block.
      f.if(remaining, () => {
        block(1);
        for (let lane = 0; lane < lanes - 1; lane++)
          f.if(remaining.greaterThan(lane), () => storeLane(f, p.output, sums[0]!, lane, bytes * lane));
        f.increase(p.output, remaining.multiply(bytes));
      });
      toNextRow();
      f.increase(p.row, 1);
      f.if(p.row.equals(p.written), () => {
        f.set(p.row, 0);
        toRow(p.row);
        f.increase(p.input, p.vectorBytes);
      });
    });
  });
  return module;
}

/** `run(input, output, vectors, written, inputBytes, outputBytes, starts, entries)`: vectors that lie one behind the other. */
function emitResampleVectors(dtype: Weighed, uniform: Uniform): ModuleBuilder {
  const module = new ModuleBuilder();
  const { bytes, entryBytes, lanes, kind, zero, load, weight: loadWeight, loadApart, storeLane } = access[dtype];
  const parameters = {
    input: "i32",
    output: "i32",
    vectors: "i32",
    written: "i32",
    inputBytes: "i32",
    outputBytes: "i32",
    starts: "i32",
    entries: "i32",
  } as const;
  module.define("run", parameters, (f, p) => {
    const { each, toRow, toNextRow } = entriesOf(f, p.starts, p.entries, uniform, entryBytes);
    const vector: Local<Vector> = f.local(kind, "vector");
    const remaining = f.local("i32", "remainingVectors", p.vectors);
    const [froms, tos] = [f.locals("i32", "from", lanes), f.locals("i32", "to", lanes)];
    const place = f.local("i32", "place");
    const zeroRow = f.local("i32", "zeroRow");
    const read = (entry: I32) => {
      f.set(place, loadI32(entry));
      return timesOf(loadApart(froms.map((from) => from.add(place))), loadWeight(entry));
    };
    f.while(remaining.atLeast(lanes), () => {
      for (const [lane, from] of froms.entries()) {
        f.set(from, lane === 0 ? p.input : froms[lane - 1]!.add(p.inputBytes));
        f.set(tos[lane]!, lane === 0 ? p.output : tos[lane - 1]!.add(p.outputBytes));
      }
      toRow(zeroRow);
      f.repeat(p.written, () => {
        each(
          (entry) => f.set(vector, read(entry)),
          (entry) => f.set(vector, sumOf(vector, read(entry))),
          () => f.set(vector, zero()),
        );
        for (const [lane, to] of tos.entries()) storeLane(f, to, vector, lane);
        for (const to of tos) f.increase(to, bytes);
        toNextRow();
      });
      f.increase(p.input, p.inputBytes.multiply(lanes));
      f.increase(p.output, p.outputBytes.multiply(lanes));
      f.set(remaining, remaining.subtract(lanes));
    });
    // The lowest lane counts; what is read of the others lies in the slack behind the block at most.
    const readOne = (entry: I32) => timesOf(load(p.input.add(loadI32(entry))), loadWeight(entry));
    f.while(remaining, () => {
      toRow(zeroRow);
      f.repeat(p.written, () => {
        each(
          (entry) => f.set(vector, readOne(entry)),
          (entry) => f.set(vector, sumOf(vector, readOne(entry))),
          () => f.set(vector, zero()),
        );
        storeLane(f, p.output, vector, 0);
        f.increase(p.output, bytes);
        toNextRow();
      });
      f.increase(p.input, p.inputBytes);
      f.set(remaining, remaining.subtract(1));
    });
  });
  return module;
}

/** Starts, in bytes, and then the entries, each a place, in bytes, and a weight. */
function wordsOf(dtype: Weighed, { starts, places, weights }: Table, elements: number) {
  const { bytes, entryBytes, weightOffset } = access[dtype];
  // Entries are aligned to their weights.
  const begin = Math.ceil((4 * starts.length) / 8) * 8;
  const words = new Int32Array((begin + entryBytes * places.length) / 4);
  const floats = new (dtype === "float32" ? Float32Array : Float64Array)(words.buffer);
  for (const [row, start] of starts.entries()) words[row] = entryBytes * start;
  for (const [entry, place] of places.entries()) {
    const at = begin + entryBytes * entry;
    words[at / 4] = place * elements * bytes;
    floats[(at + weightOffset) / bytes] = weights[entry]!;
  }
  return { words, begin };
}

const resampleFloats: KernelFunction<"resample"> = ([first], [output], { dim, table }) => {
  const [input, result] = [first as Operand, output as Operand];
  const runtime = runtimeOf(result);
  const dtype = result.dtype as Weighed;
  const { bytes, lanes } = access[dtype];
  const uniform = uniformOf(table);
  const inner = numberOfElements(result.shape.slice(dim + 1));
  const outer = numberOfElements(result.shape.slice(0, dim));
  const [size, written] = [input.shape[dim]!, result.shape[dim]!];
  const [from, to] = [bytes * size * inner, bytes * written * inner];
  const { words, begin: entriesBegin } = wordsOf(dtype, table, inner);
  const products = outer * inner * table.places.length;
  withContiguous(input, (address) =>
    runtime.withScratch(4 * words.length, (starts) => {
      runtime.table(starts, words);
      const tables = [starts, starts + entriesBegin];
      const target = addressOf(result);
      if (inner === 1) {
        const kernel = runtime.kernel(`resample vectors ${dtype} ${uniform}`, () =>
          emitResampleVectors(dtype, uniform),
        );
        runtime.spread(
          outer,
          products + outer * written,
          (begin, end) => {
            const addresses = [address + begin * from, target + begin * to];
            runtime.call(kernel, "run", ...addresses, end - begin, written, from, to, ...tables);
          },
          lanes,
        );
        return;
      }
      const kernel = runtime.kernel(`resample rows ${dtype} ${uniform}`, () => emitResampleRows(dtype, uniform));
      runtime.spread(outer * written, (products + outer * written * inner) / lanes, (begin, end) => {
        const addresses = [address + Math.floor(begin / written) * from, target + begin * bytes * inner];
        runtime.call(kernel, "run", ...addresses, begin % written, end - begin, written, inner, from, ...tables);
      });
    }),
  );
};

const resampled = repeats(resampleFloats, ({ dim, table }) => [dim, table.id]);

export const resample = { float32: resampled, float64: resampled };
