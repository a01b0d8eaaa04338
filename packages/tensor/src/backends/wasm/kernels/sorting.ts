// sort along a dimension: pairs of a key, of which unsigned order is the elements' order, and a place, sorted by digits from the lowest on,
// which leaves equals in their order. Where few are wanted, only those whose highest digit can be among them are sorted.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { type DType, dtypeTraits } from "../../../tensor/dtype.js";
import { type FunctionBuilder, I32, type Local, loadF64, loadI32, loadU8, ModuleBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { around } from "./extremes.js";
import {
  countersOf,
  type Digits,
  digitsOf,
  emitFourKeys,
  emitKey,
  leastOfLongDigits,
  type Word,
  wordsOf,
} from "./sorting-keys.js";
import { addressOf } from "./walk.js";

/** Up to so many are sorted by insertion. */
const mostInserted = 32;
/** Where fewer than one in so many are wanted, of so many at least, they are selected first. */
const selected = { oneIn: 8, least: 256 };

const parameters = {
  input: "i32",
  values: "i32",
  indices: "i32",
  /** The first of the rows, which are counted as [outer, inner], and how many there are. */
  first: "i32",
  rows: "i32",
  inner: "i32",
  size: "i32",
  /** How many are wanted of each row, from which place on. */
  count: "i32",
  begin: "i32",
  /** Room for the counters, then for twice as many pairs as a row has elements. */
  scratch: "i32",
} as const;

/** `run(…)`, see the parameters, over contiguous input seen as [outer, size, inner]. */
function emitSort(type: DType, descending: boolean, digits: Digits, selects: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const { bytes } = dtypeTraits[type];
  const passes = digitsOf(type, digits);
  const counters = countersOf(type, digits);
  module.define("run", parameters, (f, { input, values, indices, first, rows, inner, size, count, begin, scratch }) => {
    const [row, column] = [f.local("i32", "row"), f.local("i32", "column")];
    const [from, to, at] = [f.local("i32", "from"), f.local("i32", "to"), f.local("i32", "at")];
    const [key, place, digit, sum] = [
      f.local("i32", "key"),
      f.local("i32", "place"),
      f.local("i32", "digit"),
      f.local("i32", "sum"),
    ];
    /** The counter of the first digit that is wanted, and how many elements are before that. */
    const [least, before] = [f.local("i32", "least"), f.local("i32", "before")];
    const [pairs, other, taken] = [f.local("i32", "pairs"), f.local("i32", "other"), f.local("i32", "taken")];
    const step = f.local("i32", "step", inner.multiply(bytes));
    const overRow = (body: () => void) => {
      f.set(from, row);
      f.set(place, 0);
      f.repeat(size, () => {
        emitKey(f, key, from, type, descending);
        body();
        f.increase(from, step);
        f.increase(place, 1);
      });
    };
    const take = () => {
      f.store(to, key);
      f.store(to, place, 4);
      f.increase(to, 8);
    };
    /** Where the counter of a key's digit lies. */
    const counterOf = (of: I32, pass: number, begin: number): I32 => {
      const { shift, radix } = passes[pass]!;
      return scratch.add(
        of
          .shiftRightUnsigned(shift)
          .and(radix - 1)
          .shiftLeft(2)
          .add(4 * begin),
      );
    };
    /** Makes a word of the elements the keys of pairs. */
    const emitWords = (word: Word) => {
      f.set(at, pairs);
      f.set(to, pairs.add(taken.shiftLeft(3)));
      f.while(at.below(to), () => {
        f.set(from, row.add(loadI32(at, 4).multiply(step)));
        emitKey(f, key, from, type, descending, word);
        f.store(at, key);
        f.increase(at, 8);
      });
    };
    f.set(row, input.add(first.divideUnsigned(inner).multiply(size).multiply(step)));
    f.set(column, first.remainderUnsigned(inner));
    f.increase(row, column.multiply(bytes));
    f.set(values, values.add(first.divideUnsigned(inner).multiply(count).multiply(step)).add(column.multiply(bytes)));
    f.set(
      indices,
      indices.add(first.divideUnsigned(inner).multiply(count).multiply(inner.shiftLeft(2))).add(column.shiftLeft(2)),
    );
    f.repeat(rows, () => {
      f.set(pairs, scratch.add(4 * counters));
      f.set(other, pairs.add(size.shiftLeft(3)));
      f.set(to, pairs);
      if (selects) {
        const last = passes.length - 1;
        f.clear(scratch, I32.of(4 * passes[last]!.radix));
        // Keys are asked for twice: they lie where pairs go later.
        const overKeys = (body: () => void) => {
          f.set(from, other);
          f.set(place, 0);
          f.repeat(size, () => {
            f.set(key, loadI32(from));
            body();
            f.increase(from, 4);
            f.increase(place, 1);
          });
        };
        f.set(at, other);
        const oneByOne = () =>
          overRow(() => {
            f.store(at, key);
            f.increase(at, 4);
          });
        if (bytes !== 4) oneByOne();
        else
          f.if(
            inner.equals(1),
            () => {
              f.set(from, row);
              f.repeat(size.add(3).shiftRightUnsigned(2), () => {
                f.store(at, emitFourKeys(f, from, type, descending));
                f.increase(from, 16);
                f.increase(at, 16);
              });
            },
            oneByOne,
          );
        overKeys(() => {
          f.set(digit, counterOf(key, last, 0));
          f.store(digit, loadI32(digit).add(1));
        });
        f.set(sum, 0);
        f.set(at, scratch);
        f.while(sum.add(loadI32(at)).atMost(begin), () => {
          f.set(sum, sum.add(loadI32(at)));
          f.increase(at, 4);
        });
        f.set(least, at);
        f.set(before, sum);
        f.while(sum.lessThan(begin.add(count)), () => {
          f.set(sum, sum.add(loadI32(at)));
          f.increase(at, 4);
        });
        // Those before the digit of the first, and behind that of the last, are left aside: in unsigned numbers one comparison.
        f.set(at, at.subtract(least));
        overKeys(() => f.if(counterOf(key, last, 0).subtract(least).below(at), take));
      } else overRow(take);
      f.set(taken, to.subtract(pairs).shiftRightUnsigned(3));
      for (const word of wordsOf(type)) {
        if (type === "float64") emitWords(word);
        f.if(
          taken.atMost(mostInserted),
          () => emitInsertion(f, pairs, to, { key, place, at, from }),
          () => {
            f.clear(scratch, I32.of(4 * counters));
            f.set(from, pairs);
            f.while(from.below(to), () => {
              f.set(key, loadI32(from));
              passes.reduce((begin, { radix }, pass) => {
                f.set(digit, counterOf(key, pass, begin));
                f.store(digit, loadI32(digit).add(1));
                return begin + radix;
              }, 0);
              f.increase(from, 8);
            });
            passes.reduce((begin, { radix }, pass) => {
              // All have that digit: nothing moves.
              f.if(loadI32(counterOf(loadI32(pairs), pass, begin)).notEquals(taken), () => {
                f.set(sum, other);
                f.set(at, scratch.add(4 * begin));
                f.repeat(radix, () => {
                  f.set(digit, loadI32(at));
                  f.store(at, sum);
                  f.set(sum, sum.add(digit.shiftLeft(3)));
                  f.increase(at, 4);
                });
                f.set(from, pairs);
                f.repeat(taken, () => {
                  f.set(key, loadI32(from));
                  f.set(digit, counterOf(key, pass, begin));
                  f.set(at, loadI32(digit));
                  f.store(digit, at.add(8));
                  f.store(at, key);
                  f.store(at, loadI32(from, 4), 4);
                  f.increase(from, 8);
                });
                f.set(at, pairs);
                f.set(pairs, other);
                f.set(other, at);
              });
              return begin + radix;
            }, 0);
          },
        );
      }
      f.set(from, pairs.add(begin.subtract(before).shiftLeft(3)));
      f.set(at, values);
      f.set(to, indices);
      f.repeat(count, () => {
        f.set(place, loadI32(from, 4));
        f.store(to, place);
        // The element itself: of zeros and NaN, its own bits.
        f.set(place, row.add(place.multiply(step)));
        if (bytes === 8) f.store(at, loadF64(place));
        else if (bytes === 4) f.store(at, loadI32(place));
        else f.storeByte(at, loadU8(place));
        f.increase(from, 8);
        f.increase(at, step);
        f.increase(to, inner.shiftLeft(2));
      });
      f.increase(row, bytes);
      f.increase(values, bytes);
      f.increase(indices, 4);
      f.increase(column, 1);
      f.if(column.equals(inner), () => {
        f.set(column, 0);
        f.increase(row, size.subtract(1).multiply(step));
        f.increase(values, count.subtract(1).multiply(step));
        f.increase(indices, count.subtract(1).multiply(inner).shiftLeft(2));
      });
    });
  });
  return module;
}

/** Sorts pairs from `pairs` up to `end`, each moved before those that are larger. */
function emitInsertion(
  f: FunctionBuilder,
  pairs: I32,
  end: I32,
  { key, place, at, from }: Readonly<Record<"key" | "place" | "at" | "from", Local<I32>>>,
): void {
  const goesOn = f.local("i32", "goesOn");
  f.set(from, pairs.add(8));
  f.while(from.below(end), () => {
    f.set(key, loadI32(from));
    f.set(place, loadI32(from, 4));
    f.set(at, from);
    f.set(goesOn, 1);
    f.while(goesOn, () =>
      f.if(
        at.equals(pairs),
        () => f.set(goesOn, 0),
        () =>
          f.if(
            key.below(loadI32(at.subtract(8))),
            () => {
              f.store(at, loadI32(at.subtract(8)));
              f.store(at, loadI32(at.subtract(8), 4), 4);
              f.set(at, at.subtract(8));
            },
            () => f.set(goesOn, 0),
          ),
      ),
    );
    f.store(at, key);
    f.store(at, place, 4);
    f.increase(from, 8);
  });
}

/** @__NO_SIDE_EFFECTS__ */
function sortOf(type: DType): KernelFunction<"sort"> {
  const kernel: KernelFunction<"sort"> = ([first], [values, indices], { dim, descending, first: begin, count }) => {
    const input = first as Operand;
    const runtime = runtimeOf(values!);
    const [outer, size, inner] = around(input.shape, dim);
    const digits: Digits = size >= leastOfLongDigits ? "long" : "short";
    const selects = size >= selected.least && count * selected.oneIn <= size;
    const emitted = runtime.kernel(`sort ${type} ${descending} ${digits} ${selects}`, () =>
      emitSort(type, descending, digits, selects),
    );
    const room = 4 * countersOf(type, digits) + 16 * size;
    withContiguous(input, (address) =>
      runtime.spread(outer * inner, (selects ? 5 : 20) * outer * size * inner, (first, end) =>
        runtime.withScratch(room, (scratch) => {
          const sizes = [first, end - first, inner, size, count, begin, scratch];
          runtime.call(emitted, "run", address, addressOf(values!), addressOf(indices!), ...sizes);
        }),
      ),
    );
  };
  return repeats(kernel, ({ dim, descending, first, count }) => [dim, descending ? 1 : 0, first, count]);
}

export const sort = {
  float32: sortOf("float32"),
  float64: sortOf("float64"),
  int32: sortOf("int32"),
  uint8: sortOf("uint8"),
  bool: sortOf("bool"),
};
