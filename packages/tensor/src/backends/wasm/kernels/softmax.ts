// logSoftmax and softmax: x − max − ln Σ exp(x − max) over rows, and its exponential.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { contiguousStrides, isContiguous, numberOfElements } from "../../../tensor/shape.js";
import {
  F32,
  F32x4,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32,
  loadF32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { copyFloats } from "./copy.js";
import { emitExpOfNegative, emitLog } from "./transcendental.js";
import { addressOf, walked } from "./walk.js";

/** `run(input, output, rows, size)` over contiguous rows. */
export function emitSoftmax(which: "logSoftmax" | "softmax"): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = { input: "i32", output: "i32", rows: "i32", size: "i32" } as const;
  module.define("run", parameters, (f, { input, output, rows, size }) => {
    const from = f.local("i32", "from");
    const largest = f.local("f32", "largest");
    const largestFour = f.local("f32x4", "largestFour");
    const total = f.local("f32", "total");
    const totalFour = f.local("f32x4", "totalFour");
    const logarithm = f.local("f32x4", "logarithm");
    const shifted = f.local("f32x4", "shifted");
    const power = f.local("f32x4", "power");
    const horizontally = (four: F32x4, combine: (a: F32, b: F32) => F32): F32 =>
      combine(combine(four.lane(0), four.lane(1)), combine(four.lane(2), four.lane(3)));
    const exponentials = (values: F32x4): void => {
      f.set(shifted, values.subtract(largestFour));
      f.set(power, emitExpOfNegative(f, shifted));
    };
    const written = f.local("i32", "written");
    /** Softmax's exponentials wait where its results go: they take longer than a pass over a row in the cache. */
    const keep = (bytes: 4 | 16): void => {
      if (which === "logSoftmax") return;
      if (bytes === 16) f.store(written, power as F32x4);
      else f.storeLane(written, power, 0);
      f.increase(written, bytes);
    };
    f.repeat(rows, () => {
      f.set(largestFour, F32x4.of(Number.NEGATIVE_INFINITY));
      f.set(largest, F32.of(Number.NEGATIVE_INFINITY));
      emitRow(
        f,
        from,
        input,
        size,
        () => f.set(largestFour, largestFour.max(loadF32x4(from))),
        () => f.set(largest, largest.max(loadF32(from))),
      );
      f.set(largestFour, F32x4.splat(largest.max(horizontally(largestFour, (a, b) => a.max(b)))));

      f.set(totalFour, F32x4.of(0));
      f.set(total, F32.of(0));
      f.set(written, output);
      emitRow(
        f,
        from,
        input,
        size,
        () => {
          exponentials(loadF32x4(from));
          f.set(totalFour, totalFour.add(power));
          keep(16);
        },
        () => {
          exponentials(F32x4.splat(loadF32(from)));
          f.set(total, total.add(power.lane(0)));
          keep(4);
        },
      );
      f.set(totalFour, F32x4.splat(total.add(horizontally(totalFour, (a, b) => a.add(b)))));
      if (which === "logSoftmax") f.set(logarithm, emitLog(f, totalFour));

      const store = (values: F32x4): F32x4 =>
        which === "logSoftmax" ? values.subtract(largestFour).subtract(logarithm) : values.divide(totalFour);
      emitRow(
        f,
        from,
        which === "logSoftmax" ? input : output,
        size,
        () => {
          f.store(output, store(loadF32x4(from)));
          f.increase(output, 16);
        },
        () => {
          f.store(output, store(F32x4.splat(loadF32(from))).lane(0));
          f.increase(output, 4);
        },
      );
      f.increase(input, size.shiftLeft(2));
    });
  });
  return module;
}

/** Walks a row four elements a turn, then one a turn. */
function emitRow(f: FunctionBuilder, from: Local<I32>, start: I32, size: I32, four: () => void, one: () => void): void {
  f.set(from, start);
  f.repeat(size.shiftRightUnsigned(2), () => {
    four();
    f.increase(from, 16);
  });
  f.repeat(size.and(3), () => {
    one();
    f.increase(from, 4);
  });
}

/** @__NO_SIDE_EFFECTS__ */
function rowsFloat32<K extends "logSoftmax" | "softmax">(which: K): KernelFunction<K> {
  const kernel: KernelFunction<"logSoftmax" | "softmax"> = ([first], [output], { dim }) => {
    const [input, result] = [first as Operand, output as Operand];
    const runtime = runtimeOf(result);
    const kernel = runtime.kernel(which, () => emitSoftmax(which));
    const { shape } = result;
    const count = numberOfElements(shape);
    const size = shape[dim] ?? 1;
    const rows = count / size;
    const run = (from: number, to: number) =>
      runtime.spread(rows, 6 * count, (begin, end) => {
        const skipped = 4 * begin * size;
        runtime.call(kernel, "run", from + skipped, to + skipped, end - begin, size);
      });
    if (dim >= shape.length - 1 && isContiguous(input)) return run(addressOf(input), addressOf(result));
    // Elsewhere the rows are laid out contiguously first: the dimension goes last.
    const order = [...shape.keys()].filter((dimension) => dimension !== dim).concat(dim);
    const permute = (values: readonly number[]) => order.map((dimension) => values[dimension] as number);
    const rowShape = permute(shape);
    runtime.withScratch(4 * count, (address) => {
      const scratch = { address, bytes: 4, strides: contiguousStrides(rowShape) };
      copyFloats(runtime, rowShape, { ...walked(input), strides: permute(input.strides) }, scratch);
      run(address, address);
      copyFloats(runtime, rowShape, scratch, { ...walked(result), strides: permute(result.strides) });
    });
  };
  return repeats(kernel, ({ dim }) => [dim]);
}

export const logSoftmax = { float32: rowsFloat32("logSoftmax") };
export const softmax = { float32: rowsFloat32("softmax") };
