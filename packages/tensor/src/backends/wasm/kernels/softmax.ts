// logSoftmax and softmax: x − max − ln Σ exp(x − max) over rows, and its exponential. Rows of neighbours are gone over one by one;
// elsewhere all columns at once, row after row, since memory is read in its order. A NaN needs no care: the largest passes it over,
// and it comes back with its exponential into the sum.

import { derived } from "../../../kernels/addition.js";
import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { contiguousStrides, isContiguous, numberOfElements } from "../../../tensor/shape.js";
import { lanesOfDoubles } from "../additions/dtypes.js";
import { type F32, type F32x4, type FunctionBuilder, type I32, type Local, ModuleBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { abreast, eachOf, floats, type Lanes, loadSome, storeSome, type Taken } from "./softmax-lanes.js";
import { addressOf, walked } from "./walk.js";

type Which = "logSoftmax" | "softmax";

/** All lanes of a vector and one of another, in one; the result is in all lanes. */
function together(lanes: Lanes, all: F32x4, combine: (a: F32, b: F32) => F32, one: F32): F32x4 {
  const own = ([0, 1, 2, 3] as const).slice(0, lanes.count).map((lane) => all.lane(lane));
  return lanes.splat(combine(own.reduce(combine), one));
}

/** `run(input, output, rows, size)` over contiguous rows. */
function emitSoftmax(which: Which, lanes: Lanes): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = { input: "i32", output: "i32", rows: "i32", size: "i32" } as const;
  module.define("run", parameters, (f, { input, output, rows, size }) => {
    const [from, written] = [f.local("i32", "from"), f.local("i32", "written")];
    const each = f.locals(lanes.kind, "own", abreast);
    const one = f.local(lanes.kind, "one");
    const [largest, total] = [f.local(lanes.kind, "largest"), f.local(lanes.kind, "total")];
    const logarithm = f.local(lanes.kind, "logarithm");
    const start = (value: number) => {
      for (const own of [...each, one]) f.set(own, lanes.of(value));
    };
    const accumulate = (taken: Taken, vector: number, combine: (before: F32x4) => F32x4) => {
      const own = taken === "vector" ? each[vector]! : one;
      f.set(own, combine(own));
    };
    f.repeat(rows, () => {
      start(Number.NEGATIVE_INFINITY);
      f.set(from, input);
      eachOf(f, lanes, size, [from], (taken, vector, offset) =>
        accumulate(taken, vector, (before) => before.replaceBelow(loadSome(lanes, taken, from, offset))),
      );
      f.set(
        each[0]!,
        each.map((own) => own as F32x4).reduce((a, b) => a.replaceBelow(b)),
      );
      f.set(
        largest,
        together(lanes, each[0]!, (a, b) => a.max(b), one.lane(0)),
      );

      start(0);
      f.set(from, input);
      f.set(written, output);
      // Softmax's exponentials wait where its results go: they take longer than a pass over a row in the cache.
      eachOf(f, lanes, size, which === "softmax" ? [from, written] : [from], (taken, vector, offset) => {
        const power = emitPower(f, lanes, loadSome(lanes, taken, from, offset), largest);
        accumulate(taken, vector, (before) => before.add(power));
        if (which === "softmax") storeSome(f, lanes, taken, written, power, offset);
      });
      f.set(
        each[0]!,
        each.map((own) => own as F32x4).reduce((a, b) => a.add(b)),
      );
      f.set(
        total,
        together(lanes, each[0]!, (a, b) => a.add(b), one.lane(0)),
      );
      if (which === "logSoftmax") f.set(logarithm, lanes.log(f, total));

      const source = which === "logSoftmax" ? input : output;
      eachOf(f, lanes, size, which === "logSoftmax" ? [input, output] : [output], (taken, _, offset) => {
        const value = loadSome(lanes, taken, source, offset);
        const result = which === "logSoftmax" ? value.subtract(largest).subtract(logarithm) : value.divide(total);
        storeSome(f, lanes, taken, output, result, offset);
      });
      if (which === "softmax") f.increase(input, size.multiply(lanes.bytes));
    });
  });
  return module;
}

/** e^(x − largest), a local. */
function emitPower(f: FunctionBuilder, lanes: Lanes, x: F32x4, largest: F32x4): Local<F32x4> {
  return f.local(lanes.kind, "power", lanes.exp(f, f.local(lanes.kind, "shifted", x.subtract(largest))));
}

/**
 * `run(input, output, largest, totals, size, columns, pitch)`: down `size` rows of so many neighbouring columns, `pitch` bytes apart. What a
 * column has of its own lies in `largest` and `totals`.
 */
function emitSoftmaxColumns(which: Which, lanes: Lanes): ModuleBuilder {
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
      take: (taken: Taken, vector: number, offset: number) => void,
    ) => {
      for (const [pointer, start] of pointers) f.set(pointer, start);
      eachOf(
        f,
        lanes,
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
      (taken, _, offset) => {
        storeSome(f, lanes, taken, most, lanes.of(Number.NEGATIVE_INFINITY), offset);
        storeSome(f, lanes, taken, sum, lanes.of(0), offset);
      },
    );
    eachRow(() =>
      acrossRow(
        [
          [from, row],
          [most, largest],
        ],
        (taken, _, offset) => {
          const before = loadSome(lanes, taken, most, offset);
          storeSome(f, lanes, taken, most, before.replaceBelow(loadSome(lanes, taken, from, offset)), offset);
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
        (taken, _, offset) => {
          const power = emitPower(f, lanes, loadSome(lanes, taken, from, offset), loadSome(lanes, taken, most, offset));
          storeSome(f, lanes, taken, sum, loadSome(lanes, taken, sum, offset).add(power), offset);
          if (which === "softmax") storeSome(f, lanes, taken, to, power, offset);
        },
      ),
    );
    if (which === "logSoftmax")
      acrossRow([[sum, totals]], (taken, _, offset) => {
        const total = f.local(lanes.kind, "total", loadSome(lanes, taken, sum, offset));
        storeSome(f, lanes, taken, sum, lanes.log(f, total), offset);
      });
    eachRow(() =>
      acrossRow(
        [
          [from, which === "logSoftmax" ? row : written],
          [to, written],
          [most, largest],
          [sum, totals],
        ],
        (taken, _, offset) => {
          const value = loadSome(lanes, taken, from, offset);
          const total = loadSome(lanes, taken, sum, offset);
          const shifted = value.subtract(loadSome(lanes, taken, most, offset));
          const result = which === "logSoftmax" ? shifted.subtract(total) : value.divide(total);
          storeSome(f, lanes, taken, to, result, offset);
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
  lanes: Lanes,
  [input, output]: readonly [number, number],
  [outer, size, inner]: readonly [number, number, number],
): void {
  const kernel = runtime.kernel(`${which} of columns ${lanes.dtype}`, () => emitSoftmaxColumns(which, lanes));
  const parts = Math.ceil(inner / columnsOfPart);
  const bytes = lanes.bytes * Math.min(inner, columnsOfPart);
  runtime.spread(outer * parts, 2 * outer * size * inner, (begin, end) => {
    runtime.withScratch(2 * bytes, (own) => {
      for (let at = begin; at < end; at += 1) {
        const first = (at % parts) * columnsOfPart;
        const skipped = lanes.bytes * (Math.floor(at / parts) * size * inner + first);
        const columns = Math.min(columnsOfPart, inner - first);
        runtime.call(
          kernel,
          "run",
          input + skipped,
          output + skipped,
          own,
          own + bytes,
          size,
          columns,
          lanes.bytes * inner,
        );
      }
    });
  });
}

/** @__NO_SIDE_EFFECTS__ */
function softmaxOf<K extends Which>(which: K, lanes: Lanes): KernelFunction<K> {
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
    if (isPlain && inner >= 16)
      return softmaxColumns(runtime, which, lanes, [from, to], [count / size / inner, size, inner]);
    const kernel = runtime.kernel(`${which} ${lanes.dtype}`, () => emitSoftmax(which, lanes));
    const rows = count / size;
    const run = (from: number, to: number) =>
      runtime.spread(rows, 2 * count, (begin, end) => {
        const skipped = lanes.bytes * begin * size;
        runtime.call(kernel, "run", from + skipped, to + skipped, end - begin, size);
      });
    if (isPlain && inner === 1) return run(from, to);
    // Elsewhere the rows are laid out contiguously first: the dimension goes last.
    const order = [...shape.keys()].filter((dimension) => dimension !== dim).concat(dim);
    const permute = (values: readonly number[]) => order.map((dimension) => values[dimension] as number);
    const rowShape = permute(shape);
    runtime.withScratch(lanes.bytes * count, (address) => {
      const scratch = { address, bytes: lanes.bytes, strides: contiguousStrides(rowShape) };
      lanes.copy(runtime, rowShape, { ...walked(input), strides: permute(input.strides) }, scratch);
      run(address, address);
      lanes.copy(runtime, rowShape, scratch, { ...walked(result), strides: permute(result.strides) });
    });
  };
  return repeats(kernel, ({ dim }) => [dim]);
}

export const logSoftmax = {
  float32: softmaxOf("logSoftmax", floats),
  float64: derived(lanesOfDoubles, (lanes) => softmaxOf("logSoftmax", lanes)),
};
export const softmax = {
  float32: softmaxOf("softmax", floats),
  float64: derived(lanesOfDoubles, (lanes) => softmaxOf("softmax", lanes)),
};
