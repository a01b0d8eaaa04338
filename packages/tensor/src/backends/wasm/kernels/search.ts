// Where values stand in sequences that are in order: by halves, without a branch that could be foreseen wrongly.

import type { KernelFunction } from "../../../kernels/contract.js";
import {
  type F64,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32,
  loadF64,
  loadI32,
  loadU8,
  ModuleBuilder,
} from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { addressOf } from "./walk.js";

const parameters = {
  sequences: "i32",
  values: "i32",
  output: "i32",
  /** Counted over rows of `columns`, and how many of them. */
  first: "i32",
  count: "i32",
  columns: "i32",
  size: "i32",
  /** From one row's sequence to the next, in bytes; 0 where they share one. */
  pitch: "i32",
} as const;

const floats = { float32: { kind: "f32", load: loadF32 }, float64: { kind: "f64", load: loadF64 } } as const;
const integers = { int32: loadI32, uint8: loadU8 } as const;
/** An element's bytes are 2 to this power. */
const shifts = { float32: 2, float64: 3, int32: 2, uint8: 0 } as const;

/** `run(…)`, see the parameters. */
function emitSearch(type: keyof typeof shifts, right: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  module.define("run", parameters, (f, { sequences, values, output, first, count, columns, size, pitch }) => {
    const sequence = f.local("i32", "sequence", sequences.add(first.divideUnsigned(columns).multiply(pitch)));
    const column = f.local("i32", "column", first.remainderUnsigned(columns));
    const [start, end, middle] = [f.local("i32", "start"), f.local("i32", "end"), f.local("i32", "middle")];
    const shift = shifts[type];
    const stands = type === "int32" || type === "uint8" ? emitIntegers(f, type, right) : emitFloats(f, type, right);
    f.increase(values, first.shiftLeft(shift));
    f.increase(output, first.shiftLeft(2));
    f.repeat(count, () => {
      stands.read(values);
      f.set(start, 0);
      f.set(end, size);
      f.while(start.below(end), () => {
        f.set(middle, start.add(end).shiftRightUnsigned(1));
        const isBefore = stands.before(sequence.add(middle.shiftLeft(shift)));
        f.set(start, isBefore.select(middle.add(1), start));
        f.set(end, stands.told().select(end, middle));
      });
      f.store(output, start);
      f.increase(values, 2 ** shift);
      f.increase(output, 4);
      f.increase(column, 1);
      f.if(column.equals(columns), () => {
        f.set(column, 0);
        f.increase(sequence, pitch);
      });
    });
  });
  return module;
}

/** Of one value: whether what lies at an address stands before it, computed once and told again. */
interface Stands {
  read(address: I32): void;
  before(address: I32): I32;
  told(): I32;
}

function emitIntegers(f: FunctionBuilder, type: keyof typeof integers, right: boolean): Stands {
  const load = integers[type];
  const [value, before] = [f.local("i32", "value"), f.local("i32", "before")];
  return {
    read: (address) => f.set(value, load(address)),
    before: (address) => {
      const own = load(address);
      f.set(before, right ? own.atMost(value) : own.lessThan(value));
      return before;
    },
    told: () => before,
  };
}

function emitFloats(f: FunctionBuilder, type: keyof typeof floats, right: boolean): Stands {
  // Typed as doubles, which both have the methods of.
  const { kind, load } = floats[type] as (typeof floats)["float64"];
  const [value, own] = [f.local(kind, "value"), f.local(kind, "own")] as [Local<F64>, Local<F64>];
  const before = f.local("i32", "before");
  return {
    read: (address) => f.set(value, load(address)),
    before: (address) => {
      f.set(own, load(address));
      // What is not behind is before, so that a NaN stands behind all.
      const isBehind = own.greaterThan(value);
      f.set(before, (right ? isBehind : isBehind.or(own.equals(value))).isZero());
      return before;
    },
    told: () => before,
  };
}

/** @__NO_SIDE_EFFECTS__ */
function searchOf(type: keyof typeof shifts): KernelFunction<"searchSorted"> {
  const kernel: KernelFunction<"searchSorted"> = ([sequences, values], [output], { right }) => {
    const runtime = runtimeOf(output!);
    const emitted = runtime.kernel(`search ${type} ${right}`, () => emitSearch(type, right));
    const [sharers, size] = sequences!.shape as [number, number];
    const [rows, columns] = values!.shape as [number, number];
    const pitch = sharers === 1 ? 0 : 2 ** shifts[type] * size;
    const steps = Math.ceil(Math.log2(size + 1));
    withContiguous(sequences!, (from) =>
      withContiguous(values!, (wanted) =>
        runtime.spread(rows * columns, (1 + 2 * steps) * rows * columns, (begin, end) =>
          runtime.call(emitted, "run", from, wanted, addressOf(output!), begin, end - begin, columns, size, pitch),
        ),
      ),
    );
  };
  return repeats(kernel, ({ right }) => [right ? 1 : 0]);
}

export const searchSorted = {
  float32: searchOf("float32"),
  float64: searchOf("float64"),
  int32: searchOf("int32"),
  uint8: searchOf("uint8"),
};
