// resample: a sparse matrix times the vectors along a dimension: interpolations, borders that mirror, means over uneven windows, and their
// gradients, whose matrices are the transposed ones. Where the dimension is not the last, whole rows are weighed, four neighbours at a time;
// along the last, four vectors go abreast, each in its lane.

import type { KernelFunction, Operand, Table } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import {
  F32,
  F32x4,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32,
  loadF32x4,
  loadF32x4Splat,
  loadI32,
  ModuleBuilder,
} from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { elementAccess, type FourAddresses } from "./elements.js";
import { addressOf } from "./walk.js";

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
function entriesOf(f: FunctionBuilder, starts: I32, entries: I32, uniform: Uniform): Entries {
  const own = f.local("i32", "own");
  const entry = f.local("i32", "entry");
  const left = f.local("i32", "left");
  if (uniform !== null)
    return {
      each: (first, next) => {
        for (let at = 0; at < uniform; at++) {
          f.set(entry, entries.add(own).add(8 * at));
          if (at === 0) first(entry);
          else next(entry);
        }
      },
      toRow: (row) => f.set(own, row.multiply(8 * uniform)),
      toNextRow: () => f.increase(own, 8 * uniform),
    };
  return {
    each: (first, next, none) => {
      f.set(entry, entries.add(loadI32(starts.add(own))));
      f.set(left, loadI32(starts.add(own), 4).subtract(loadI32(starts.add(own))));
      f.if(
        left,
        () => {
          first(entry);
          f.set(left, left.subtract(8));
          f.while(left, () => {
            f.increase(entry, 8);
            next(entry);
            f.set(left, left.subtract(8));
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
function emitResampleRows(uniform: Uniform): ModuleBuilder {
  const module = new ModuleBuilder();
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
    const { each, toRow, toNextRow } = entriesOf(f, p.starts, p.entries, uniform);
    const sums = f.locals("f32x4", "sum", 4);
    const weight = f.local("f32x4", "weight");
    const [from, line, remaining] = [f.local("i32", "from"), f.local("i32", "line"), f.local("i32", "remainingOfRow")];
    const block = (vectors: number) => {
      const own = sums.slice(0, vectors);
      const weighed = (entry: I32) => {
        f.set(weight, loadF32x4Splat(entry, 4));
        f.set(from, line.add(loadI32(entry)));
      };
      each(
        (entry) => {
          weighed(entry);
          for (const [at, sum] of own.entries()) f.set(sum, loadF32x4(from, 16 * at).multiply(weight));
        },
        (entry) => {
          weighed(entry);
          for (const [at, sum] of own.entries()) f.set(sum, sum.add(loadF32x4(from, 16 * at).multiply(weight)));
        },
        () => {
          for (const sum of own) f.set(sum, F32x4.of(0));
        },
      );
    };
    toRow(p.row);
    f.repeat(p.rows, () => {
      f.set(line, p.input);
      f.set(remaining, p.inner);
      f.while(remaining.atLeast(16), () => {
        block(4);
        for (const [at, sum] of sums.entries()) f.store(p.output, sum as F32x4, 16 * at);
        f.increase(p.output, 64);
        f.increase(line, 64);
        f.set(remaining, remaining.subtract(16));
      });
      f.while(remaining.atLeast(4), () => {
        block(1);
        f.store(p.output, sums[0]!);
        f.increase(p.output, 16);
        f.increase(line, 16);
        f.set(remaining, remaining.subtract(4));
      });
      // Reads up to twelve bytes beyond the row: the next one, or the slack behind the block.
      f.if(remaining, () => {
        block(1);
        for (const lane of [0, 1, 2] as const)
          f.if(remaining.greaterThan(lane), () => f.storeLane(p.output, sums[0]!, lane, 4 * lane));
        f.increase(p.output, remaining.shiftLeft(2));
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
function emitResampleVectors(uniform: Uniform): ModuleBuilder {
  const module = new ModuleBuilder();
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
    const { each, toRow, toNextRow } = entriesOf(f, p.starts, p.entries, uniform);
    const four = f.local("f32x4", "four");
    const one = f.local("f32", "one");
    const remaining = f.local("i32", "remainingVectors", p.vectors);
    const froms = f.locals("i32", "from", 4) as unknown as FourLocals;
    const tos = f.locals("i32", "to", 4) as unknown as FourLocals;
    const place = f.local("i32", "place");
    const zero = f.local("i32", "zero");
    const read = (entry: I32) => {
      f.set(place, loadI32(entry));
      return elementAccess.float32
        .loadApart(froms.map((from) => from.add(place)) as unknown as FourAddresses)
        .multiply(loadF32x4Splat(entry, 4));
    };
    f.while(remaining.atLeast(4), () => {
      for (const lane of [0, 1, 2, 3] as const) {
        f.set(froms[lane], lane === 0 ? p.input : froms[lane - 1]!.add(p.inputBytes));
        f.set(tos[lane], lane === 0 ? p.output : tos[lane - 1]!.add(p.outputBytes));
      }
      toRow(zero);
      f.repeat(p.written, () => {
        each(
          (entry) => f.set(four, read(entry)),
          (entry) => f.set(four, four.add(read(entry))),
          () => f.set(four, F32x4.of(0)),
        );
        elementAccess.float32.storeApart(f, tos, four);
        for (const to of tos) f.increase(to, 4);
        toNextRow();
      });
      f.increase(p.input, p.inputBytes.shiftLeft(2));
      f.increase(p.output, p.outputBytes.shiftLeft(2));
      f.set(remaining, remaining.subtract(4));
    });
    const readOne = (entry: I32) => loadF32(p.input.add(loadI32(entry))).multiply(loadF32(entry, 4));
    f.while(remaining, () => {
      toRow(zero);
      f.repeat(p.written, () => {
        each(
          (entry) => f.set(one, readOne(entry)),
          (entry) => f.set(one, one.add(readOne(entry))),
          () => f.set(one, F32.of(0)),
        );
        f.store(p.output, one);
        f.increase(p.output, 4);
        toNextRow();
      });
      f.increase(p.input, p.inputBytes);
      f.set(remaining, remaining.subtract(1));
    });
  });
  return module;
}

type FourLocals = readonly [Local<I32>, Local<I32>, Local<I32>, Local<I32>];

/** Starts, in bytes, and then the entries. */
function wordsOf({ starts, places, weights }: Table, bytes: number): Int32Array {
  const words = new Int32Array(starts.length + 2 * places.length);
  const floats = new Float32Array(words.buffer);
  for (const [row, start] of starts.entries()) words[row] = 8 * start;
  for (const [entry, place] of places.entries()) {
    words[starts.length + 2 * entry] = place * bytes;
    floats[starts.length + 2 * entry + 1] = weights[entry]!;
  }
  return words;
}

const resampleFloats: KernelFunction<"resample"> = ([first], [output], { dim, table }) => {
  const [input, result] = [first as Operand, output as Operand];
  const runtime = runtimeOf(result);
  const uniform = uniformOf(table);
  const inner = numberOfElements(result.shape.slice(dim + 1));
  const outer = numberOfElements(result.shape.slice(0, dim));
  const [size, written] = [input.shape[dim]!, result.shape[dim]!];
  const [from, to] = [4 * size * inner, 4 * written * inner];
  const words = wordsOf(table, 4 * inner);
  const products = outer * inner * table.places.length;
  withContiguous(input, (address) =>
    runtime.withScratch(4 * words.length, (starts) => {
      runtime.table(starts, words);
      const tables = [starts, starts + 4 * table.starts.length];
      const target = addressOf(result);
      if (inner === 1) {
        const kernel = runtime.kernel(`resample vectors ${uniform}`, () => emitResampleVectors(uniform));
        runtime.spread(
          outer,
          products + outer * written,
          (begin, end) => {
            const addresses = [address + begin * from, target + begin * to];
            runtime.call(kernel, "run", ...addresses, end - begin, written, from, to, ...tables);
          },
          4,
        );
        return;
      }
      const kernel = runtime.kernel(`resample rows ${uniform}`, () => emitResampleRows(uniform));
      runtime.spread(outer * written, 0.25 * (products + outer * written * inner), (begin, end) => {
        const addresses = [address + Math.floor(begin / written) * from, target + begin * 4 * inner];
        runtime.call(kernel, "run", ...addresses, begin % written, end - begin, written, inner, from, ...tables);
      });
    }),
  );
};

export const resample = { float32: repeats(resampleFloats, ({ dim, table }) => [dim, table.id]) };
