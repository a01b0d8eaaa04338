// scanLogarithms: ln Σ exp of all elements so far, in doubles, as ../../reference/scans.ts has it.

import type { KernelFunction } from "../../../kernels/contract.js";
import {
  F64x2,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32x4Lane,
  loadF32x4Low,
  loadF64x2Apart,
  ModuleBuilder,
} from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { withContiguous } from "./copy.js";
import { around } from "./extremes.js";
import { emitDoubleExp, emitDoubleLog } from "./math/doubles.js";
import { infinity } from "./math/parts.js";
import { addressOf } from "./walk.js";

/** An exponential below this one's is lost beside any other. */
const least = -700;

/**
 * What is added to the largest: `excess` is the sum of all exponentials but its own, divided by that. Only its additions wait for those
 * before; exponentials and logarithms do not.
 */
function emitTaken(f: FunctionBuilder, largest: Local<F64x2>, excess: Local<F64x2>, value: Local<F64x2>): void {
  const constant = (number: number): F64x2 => f.constant("f64x2", number);
  const apart = value.subtract(largest).magnitude().negate().replaceBelow(constant(least));
  const power = f.local("f64x2", "power", emitDoubleExp(f, f.local("f64x2", "apart", apart)));
  // Two infinities of one sign have no difference.
  const isSame = value.equals(largest).and(value.magnitude().equals(constant(infinity)));
  f.set(power, isSame.select(constant(0), power));
  const isLarger = f.local("i64x2", "isLarger", value.notEquals(largest).and(value.atLeast(largest)));
  f.set(excess, isLarger.select(excess.add(constant(1)).multiply(power), excess.add(power)));
  f.set(largest, value.replaceBelow(largest));
}

/** ln (1 + x) of an x from 0 on, a local: what 1 + x loses is put back. */
function emitLogOfMore(f: FunctionBuilder, x: F64x2): F64x2 {
  const one: F64x2 = f.constant("f64x2", 1);
  const sum = f.local("f64x2", "sum", x.add(one));
  return emitDoubleLog(f, sum).add(x.subtract(sum.subtract(one)).divide(sum));
}

/** How two rows' elements are read as doubles, and written. */
const ends = {
  float32: {
    shift: 2,
    load: (a: I32, b: I32): F64x2 => loadF32x4Lane(b, loadF32x4Low(a), 1).lowToF64x2(),
    store: (f: FunctionBuilder, a: I32, b: I32, value: F64x2) => {
      const two = f.local("f32x4", "two", value.toF32x4());
      f.storeLane(a, two, 0);
      f.storeLane(b, two, 1);
    },
  },
  float64: {
    shift: 3,
    load: loadF64x2Apart,
    store: (f: FunctionBuilder, a: I32, b: I32, value: F64x2) => {
      const two = f.local("f64x2", "two", value);
      f.store(a, two.lane(0));
      f.store(b, two.lane(1));
    },
  },
} as const;

/** `run(input, output, first, rows, inner, size)` over contiguous [outer, size, inner]: two rows side by side, the last perhaps with itself. */
function emitScanLogarithms(type: keyof typeof ends): ModuleBuilder {
  const module = new ModuleBuilder();
  const { shift, load, store } = ends[type];
  const parameters = {
    ...({ input: "i32", output: "i32", first: "i32" } as const),
    ...({ rows: "i32", inner: "i32", size: "i32" } as const),
  } as const;
  module.define("run", parameters, (f, { input, output, first, rows, inner, size }) => {
    const [a, b] = [f.local("i32", "one"), f.local("i32", "other")];
    const [row, last] = [f.local("i32", "row", first), f.local("i32", "last", first.add(rows).subtract(1))];
    const step = f.local("i32", "step", inner.shiftLeft(shift));
    const [largest, excess, value] = [
      f.local("f64x2", "largest"),
      f.local("f64x2", "excess"),
      f.local("f64x2", "value"),
    ];
    /** Bytes from the first element of all to a row's. */
    const startOf = (own: I32): I32 =>
      own.divideUnsigned(inner).multiply(size).multiply(inner).add(own.remainderUnsigned(inner)).shiftLeft(shift);
    f.repeat(rows.add(1).shiftRightUnsigned(1), () => {
      f.set(a, startOf(row));
      f.set(b, startOf(row.add(row.lessThan(last))));
      f.set(largest, F64x2.of(Number.NEGATIVE_INFINITY));
      f.set(excess, F64x2.of(0));
      f.repeat(size, () => {
        f.set(value, load(input.add(a), input.add(b)));
        emitTaken(f, largest, excess, value);
        store(f, output.add(a), output.add(b), emitLogOfMore(f, excess).add(largest));
        f.increase(a, step);
        f.increase(b, step);
      });
      f.increase(row, 2);
    });
  });
  return module;
}

/** @__NO_SIDE_EFFECTS__ */
function scanLogarithmsOf(type: keyof typeof ends): KernelFunction<"scanLogarithms"> {
  const run: KernelFunction<"scanLogarithms"> = ([input], [output], { dim }) => {
    const runtime = runtimeOf(output!);
    const [outer, size, inner] = around(input!.shape, dim);
    const kernel = runtime.kernel(`scan logarithms ${type}`, () => emitScanLogarithms(type));
    withContiguous(input!, (from) =>
      runtime.spread(outer * inner, 20 * outer * size * inner, (begin, end) =>
        runtime.call(kernel, "run", from, addressOf(output!), begin, end - begin, inner, size),
      ),
    );
  };
  return repeats(run, ({ dim }) => [dim]);
}

export const scanLogarithms = { float32: scanLogarithmsOf("float32"), float64: scanLogarithmsOf("float64") };
