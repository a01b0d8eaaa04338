// Along a dimension with what came before, in doubles, as PyTorch does: sums and products, and the recurrence of their gradients.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { refuseBeyond } from "../../reference/elements.js";
import {
  F64,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32,
  loadF64,
  loadI32,
  ModuleBuilder,
} from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { mostSpread, split } from "../threads/split.js";
import { withContiguous } from "./copy.js";
import { around } from "./extremes.js";
import { addressOf } from "./walk.js";

type By = "sum" | "product";

/** Calls `body` at each row of rows counted as [outer, inner]; `from` and `to` are at its first element. */
export function overRows(
  f: FunctionBuilder,
  {
    from,
    to,
    first,
    rows,
    inner,
    size,
    written,
    shift = 2,
  }: Readonly<Record<"first" | "rows" | "inner" | "size", I32>> & {
    readonly from: readonly Local<I32>[];
    readonly to: Local<I32>;
    /** How many a row writes. */
    readonly written: I32;
    /** An element's bytes are 2 to this power: 4 where nothing is said. */
    readonly shift?: number;
  },
  body: () => void,
): void {
  const column = f.local("i32", "column", first.remainderUnsigned(inner));
  const block = f.local("i32", "block", first.divideUnsigned(inner));
  const bytes = 2 ** shift;
  const start = (size: I32) => block.multiply(size).multiply(inner).add(column).shiftLeft(shift);
  for (const own of from) f.increase(own, start(size));
  f.increase(to, start(written));
  f.repeat(rows, () => {
    body();
    for (const own of from) f.increase(own, bytes);
    f.increase(to, bytes);
    f.increase(column, 1);
    f.if(column.equals(inner), () => {
      f.set(column, 0);
      for (const own of from) f.increase(own, size.subtract(1).multiply(inner).shiftLeft(shift));
      f.increase(to, written.subtract(1).multiply(inner).shiftLeft(shift));
    });
  });
}

/** An element's bytes, as a power of 2, and what it is as a double. */
const elements = {
  float32: { shift: 2, load: (at: I32): F64 => loadF32(at).toF64() },
  float64: { shift: 3, load: (at: I32): F64 => loadF64(at) },
  int32: { shift: 2, load: (at: I32): F64 => loadI32(at).toF64() },
} as const;

/** `run(input, output, first, rows, inner, size, flag)` over contiguous [outer, size, inner]: flag is not zero where integers do not fit. */
function emitScan(type: keyof typeof elements, by: By, last: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const { shift, load } = elements[type];
  const parameters = {
    input: "i32",
    output: "i32",
    first: "i32",
    rows: "i32",
    inner: "i32",
    size: "i32",
    flag: "i32",
  } as const;
  module.define("run", parameters, (f, { input, output, first, rows, inner, size, flag }) => {
    const [from, to, wrong] = [f.local("i32", "from"), f.local("i32", "to"), f.local("i32", "wrong")];
    const step = f.local("i32", "step", inner.shiftLeft(shift));
    const written = f.local("i32", "written", last ? 1 : size);
    const total = f.local("f64", "total");
    const put = () => {
      if (type !== "int32") {
        f.store(to, type === "float32" ? total.toF32() : total);
        return;
      }
      // NaN, an infinity times zero, is stored as 0.
      f.set(wrong, wrong.or(total.lessThan(-(2 ** 31))).or(total.greaterThan(2 ** 31 - 1)));
      f.store(to, total.toI32());
    };
    overRows(f, { from: [input], to: output, first, rows, inner, size, written, shift }, () => {
      f.set(from, input);
      f.set(to, output);
      f.set(total, F64.of(by === "sum" ? 0 : 1));
      f.repeat(size, () => {
        f.set(total, by === "sum" ? total.add(load(from)) : total.multiply(load(from)));
        if (!last) {
          put();
          f.increase(to, step);
        }
        f.increase(from, step);
      });
      if (last) put();
    });
    if (type === "int32") f.store(flag, wrong);
  });
  return module;
}

/** `run(added, factor, output, first, rows, inner, size)` over contiguous [outer, size, inner]. */
function emitRecurrence(type: "float32" | "float64"): ModuleBuilder {
  const module = new ModuleBuilder();
  const { shift, load } = elements[type];
  const parameters = {
    added: "i32",
    factor: "i32",
    output: "i32",
    first: "i32",
    rows: "i32",
    inner: "i32",
    size: "i32",
  } as const;
  module.define("run", parameters, (f, { added, factor, output, first, rows, inner, size }) => {
    const at = f.local("i32", "at");
    const step = f.local("i32", "step", inner.shiftLeft(shift));
    const present = f.local("f64", "present");
    const stored = () => (type === "float32" ? present.toF32() : present);
    overRows(f, { from: [added, factor], to: output, first, rows, inner, size, written: size, shift }, () => {
      f.set(present, load(added));
      f.store(output, stored());
      f.set(at, step);
      f.repeat(size.subtract(1), () => {
        f.set(present, load(added.add(at)).add(load(factor.add(at)).multiply(present)));
        f.store(output.add(at), stored());
        f.increase(at, step);
      });
    });
  });
  return module;
}

const scanFloats: KernelFunction<"scan"> = ([first], [output], { dim, by, last }) => {
  const input = first as Operand;
  const type = input.dtype as "float32" | "float64";
  const runtime = runtimeOf(output!);
  const [outer, size, inner] = around(input.shape, dim);
  const kernel = runtime.kernel(`scan ${type} ${by} ${last}`, () => emitScan(type, by, last));
  withContiguous(input, (from) =>
    runtime.spread(outer * inner, 1.2 * outer * size * inner, (begin, end) =>
      runtime.call(kernel, "run", from, addressOf(output!), begin, end - begin, inner, size, 0),
    ),
  );
};

const scanIntegers: KernelFunction<"scan"> = ([first], [output], { dim, by, last, op }) => {
  const input = first as Operand;
  const runtime = runtimeOf(output!);
  const [outer, size, inner] = around(input.shape, dim);
  const kernel = runtime.kernel(`scan int32 ${by} ${last}`, () => emitScan("int32", by, last));
  let fits = true;
  withContiguous(input, (from) =>
    runtime.memory.withScratch(4 * mostSpread, (flags) => {
      let ranges: readonly (readonly [number, number])[] = [];
      runtime.parallel(1.2 * outer * size * inner, (parts) => {
        ranges = split(outer * inner, parts);
        for (const [at, [begin, end]] of ranges.entries()) {
          const rest = [begin, end - begin, inner, size, flags + 4 * at];
          runtime.task(() => runtime.call(kernel, "run", from, addressOf(output!), ...rest));
        }
      });
      fits = new Int32Array(runtime.memory.memory.buffer, flags, ranges.length).every((flag) => flag === 0);
    }),
  );
  // This was JavaScript's part.
  runtime.cannotRepeat();
  if (!fits) refuseBeyond(op);
};

const recurrenceFloats: KernelFunction<"recurrence"> = ([added, factor], [output], { dim }) => {
  const runtime = runtimeOf(output!);
  const [outer, size, inner] = around(added!.shape, dim);
  const type = output!.dtype as "float32" | "float64";
  const kernel = runtime.kernel(`recurrence ${type}`, () => emitRecurrence(type));
  withContiguous(added!, (from) =>
    withContiguous(factor!, (factors) =>
      runtime.spread(outer * inner, 1.8 * outer * size * inner, (begin, end) =>
        runtime.call(kernel, "run", from, factors, addressOf(output!), begin, end - begin, inner, size),
      ),
    ),
  );
};

const repeatedScan = repeats(scanFloats, ({ dim, by, last }) => [dim, by === "sum" ? 0 : 1, last ? 1 : 0]);

export const scan = {
  float32: repeatedScan,
  float64: repeatedScan,
  int32: scanIntegers,
};
const repeatedRecurrence = repeats(recurrenceFloats, ({ dim }) => [dim]);
export const recurrence = { float32: repeatedRecurrence, float64: repeatedRecurrence };
