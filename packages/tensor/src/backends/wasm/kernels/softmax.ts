// logSoftmax and softmax: x − max − ln Σ exp(x − max) over rows, and its exponential. Rows of neighbours are gone over one by one;
// elsewhere all columns at once, row after row, since memory is read in its order. A NaN needs no care: the largest passes it over,
// and it comes back with its exponential into the sum.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { contiguousStrides, isContiguous, numberOfElements } from "../../../tensor/shape.js";
import {
  type F32,
  F32x4,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32x4,
  loadF32x4Splat,
  ModuleBuilder,
} from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { copyFloats } from "./copy.js";
import { emitExpOfNegative, emitLog } from "./transcendental.js";
import { addressOf, walked } from "./walk.js";

type Which = "logSoftmax" | "softmax";

/** Vectors of a turn. */
const abreast = 4;

/** Goes over `size` neighbours, `abreast` vectors a turn, then one, then one element; `take` is told the vector and the bytes before it. */
function eachOf(
  f: FunctionBuilder,
  size: I32,
  pointers: readonly Local<I32>[],
  take: (elements: 1 | 4, vector: number, offset: number) => void,
): void {
  const turn = (elements: 1 | 4, vectors: number) => () => {
    for (let vector = 0; vector < vectors; vector += 1) take(elements, vector, 16 * vector);
    for (const pointer of pointers) f.increase(pointer, 4 * elements * vectors);
  };
  const fours = f.local("i32", "fours", size.shiftRightUnsigned(2));
  f.repeat(fours.shiftRightUnsigned(Math.log2(abreast)), turn(4, abreast));
  f.repeat(fours.and(abreast - 1), turn(4, 1));
  f.repeat(size.and(3), turn(1, 1));
}

const loadSome = (elements: 1 | 4, address: I32, offset: number): F32x4 =>
  elements === 4 ? loadF32x4(address, offset) : loadF32x4Splat(address);

function storeSome(f: FunctionBuilder, elements: 1 | 4, address: I32, value: F32x4, offset: number): void {
  if (elements === 4) f.store(address, value, offset);
  else f.storeLane(address, value, 0);
}

/** All lanes of some vectors and of one lane, in one; the result is in all lanes. */
function together(all: readonly F32x4[], combine: (a: F32, b: F32) => F32, one: F32): F32x4 {
  const lanes = all.flatMap((four) => ([0, 1, 2, 3] as const).map((lane) => four.lane(lane)));
  return F32x4.splat(combine(lanes.reduce(combine), one));
}

/** `run(input, output, rows, size)` over contiguous rows. */
export function emitSoftmax(which: Which): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = { input: "i32", output: "i32", rows: "i32", size: "i32" } as const;
  module.define("run", parameters, (f, { input, output, rows, size }) => {
    const [from, written] = [f.local("i32", "from"), f.local("i32", "written")];
    const four = f.locals("f32x4", "four", abreast);
    const one = f.local("f32x4", "one");
    const [largest, total] = [f.local("f32x4", "largest"), f.local("f32x4", "total")];
    const logarithm = f.local("f32x4", "logarithm");
    const start = (value: number) => {
      for (const own of [...four, one]) f.set(own, F32x4.of(value));
    };
    const accumulate = (elements: 1 | 4, vector: number, combine: (before: F32x4) => F32x4) => {
      const own = elements === 4 ? four[vector]! : one;
      f.set(own, combine(own));
    };
    f.repeat(rows, () => {
      start(Number.NEGATIVE_INFINITY);
      f.set(from, input);
      eachOf(f, size, [from], (elements, vector, offset) =>
        accumulate(elements, vector, (before) => before.replaceBelow(loadSome(elements, from, offset))),
      );
      f.set(
        four[0]!,
        four.map((own) => own as F32x4).reduce((a, b) => a.replaceBelow(b)),
      );
      f.set(
        largest,
        together([four[0]!], (a, b) => a.max(b), one.lane(0)),
      );

      start(0);
      f.set(from, input);
      f.set(written, output);
      // Softmax's exponentials wait where its results go: they take longer than a pass over a row in the cache.
      eachOf(f, size, which === "softmax" ? [from, written] : [from], (elements, vector, offset) => {
        const power = emitPower(f, loadSome(elements, from, offset), largest);
        accumulate(elements, vector, (before) => before.add(power));
        if (which === "softmax") storeSome(f, elements, written, power, offset);
      });
      f.set(
        four[0]!,
        four.map((own) => own as F32x4).reduce((a, b) => a.add(b)),
      );
      f.set(
        total,
        together([four[0]!], (a, b) => a.add(b), one.lane(0)),
      );
      if (which === "logSoftmax") f.set(logarithm, emitLog(f, total));

      const source = which === "logSoftmax" ? input : output;
      eachOf(f, size, which === "logSoftmax" ? [input, output] : [output], (elements, _, offset) => {
        const value = loadSome(elements, source, offset);
        const result = which === "logSoftmax" ? value.subtract(largest).subtract(logarithm) : value.divide(total);
        storeSome(f, elements, output, result, offset);
      });
      if (which === "softmax") f.increase(input, size.shiftLeft(2));
    });
  });
  return module;
}

/** e^(x − largest), a local. */
function emitPower(f: FunctionBuilder, x: F32x4, largest: F32x4): Local<F32x4> {
  return f.local("f32x4", "power", emitExpOfNegative(f, f.local("f32x4", "shifted", x.subtract(largest))));
}

/**
 * `run(input, output, largest, totals, size, columns, pitch)`: down `size` rows of so many neighbouring columns, `pitch` bytes apart. What a
 * column has of its own lies in `largest` and `totals`.
 */
export function emitSoftmaxColumns(which: Which): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = {
    ...({ input: "i32", output: "i32", largest: "i32", totals: "i32" } as const),
    ...({ size: "i32", columns: "i32", pitch: "i32" } as const),
  };
  module.define("run", parameters, (f, { input, output, largest, totals, size, columns, pitch }) => {
    const [row, written] = [f.local("i32", "row"), f.local("i32", "written")];
    const [from, to] = [f.local("i32", "from"), f.local("i32", "to")];
    const [most, sum] = [f.local("i32", "most"), f.local("i32", "sum")];
    const acrossRow = (
      pointers: readonly (readonly [Local<I32>, I32])[],
      take: (elements: 1 | 4, vector: number, offset: number) => void,
    ) => {
      for (const [pointer, start] of pointers) f.set(pointer, start);
      eachOf(
        f,
        columns,
        pointers.map(([pointer]) => pointer),
        take,
      );
    };
    /** Once over all rows. */
    const eachRow = (take: () => void) => {
      f.set(row, input);
      f.set(written, output);
      f.repeat(size, () => {
        take();
        f.increase(row, pitch);
        f.increase(written, pitch);
      });
    };
    acrossRow(
      [
        [most, largest],
        [sum, totals],
      ],
      (elements, _, offset) => {
        storeSome(f, elements, most, F32x4.of(Number.NEGATIVE_INFINITY), offset);
        storeSome(f, elements, sum, F32x4.of(0), offset);
      },
    );
    eachRow(() =>
      acrossRow(
        [
          [from, row],
          [most, largest],
        ],
        (elements, _, offset) => {
          const before = loadSome(elements, most, offset);
          storeSome(f, elements, most, before.replaceBelow(loadSome(elements, from, offset)), offset);
        },
      ),
    );
    eachRow(() =>
      acrossRow(
        [
          [from, row],
          [to, written],
          [most, largest],
          [sum, totals],
        ],
        (elements, _, offset) => {
          const power = emitPower(f, loadSome(elements, from, offset), loadSome(elements, most, offset));
          storeSome(f, elements, sum, loadSome(elements, sum, offset).add(power), offset);
          if (which === "softmax") storeSome(f, elements, to, power, offset);
        },
      ),
    );
    if (which === "logSoftmax")
      acrossRow([[sum, totals]], (elements, _, offset) => {
        const total = f.local("f32x4", "total", loadSome(elements, sum, offset));
        storeSome(f, elements, sum, emitLog(f, total), offset);
      });
    eachRow(() =>
      acrossRow(
        [
          [from, which === "logSoftmax" ? row : written],
          [to, written],
          [most, largest],
          [sum, totals],
        ],
        (elements, _, offset) => {
          const value = loadSome(elements, from, offset);
          const total = loadSome(elements, sum, offset);
          const shifted = value.subtract(loadSome(elements, most, offset));
          const result = which === "logSoftmax" ? shifted.subtract(total) : value.divide(total);
          storeSome(f, elements, to, result, offset);
        },
      ),
    );
  });
  return module;
}

/** Columns that are gone over together: what they have of their own stays in the innermost cache. */
const columnsOfPart = 256;

/** Of a contiguous input: of each of `outer` blocks, `size` rows of `inner` columns. */
function softmaxColumns(
  runtime: Runtime,
  which: Which,
  [input, output]: readonly [number, number],
  [outer, size, inner]: readonly [number, number, number],
): void {
  const kernel = runtime.kernel(`${which} of columns`, () => emitSoftmaxColumns(which));
  const parts = Math.ceil(inner / columnsOfPart);
  const bytes = 4 * Math.min(inner, columnsOfPart);
  runtime.spread(outer * parts, 2 * outer * size * inner, (begin, end) => {
    runtime.withScratch(2 * bytes, (own) => {
      for (let at = begin; at < end; at += 1) {
        const first = (at % parts) * columnsOfPart;
        const skipped = 4 * (Math.floor(at / parts) * size * inner + first);
        const columns = Math.min(columnsOfPart, inner - first);
        runtime.call(kernel, "run", input + skipped, output + skipped, own, own + bytes, size, columns, 4 * inner);
      }
    });
  });
}

/** @__NO_SIDE_EFFECTS__ */
function rowsFloat32<K extends Which>(which: K): KernelFunction<K> {
  const kernel: KernelFunction<Which> = ([first], [output], { dim }) => {
    const [input, result] = [first as Operand, output as Operand];
    const runtime = runtimeOf(result);
    const { shape } = result;
    const count = numberOfElements(shape);
    if (count === 0) return;
    const size = shape[dim] ?? 1;
    const inner = numberOfElements(shape.slice(dim + 1));
    const [from, to] = [addressOf(input), addressOf(result)];
    const isPlain = isContiguous(input) && isContiguous(result);
    // Few columns are no rows to walk.
    if (isPlain && inner >= 16) return softmaxColumns(runtime, which, [from, to], [count / size / inner, size, inner]);
    const kernel = runtime.kernel(which, () => emitSoftmax(which));
    const rows = count / size;
    const run = (from: number, to: number) =>
      runtime.spread(rows, 2 * count, (begin, end) => {
        const skipped = 4 * begin * size;
        runtime.call(kernel, "run", from + skipped, to + skipped, end - begin, size);
      });
    if (isPlain && inner === 1) return run(from, to);
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
