// sum of floats. Sums are kept in float64 and rounded once, so that their error does not grow with their length, and
// does not depend on how a sum is cut.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import {
  type F32x4,
  F64,
  F64x2,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32,
  loadF32x4Half,
  ModuleBuilder,
} from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { type Runtime, runtimeOf } from "../runtime.js";
import { mostParts, split } from "../threads/split.js";
import { addressOf, emitNest, mergeDimensions, numbered, pick, stepsOf, type Walk } from "./walk.js";

/** Whether neighbours in memory go into one sum, or into neighbouring sums. */
type Direction = "along" | "across";

interface SumParameters {
  readonly input: Local<I32>;
  readonly output: Local<I32>;
  readonly kept: { readonly sizes: readonly Local<I32>[]; readonly steps: readonly Local<I32>[] };
  readonly reduced: { readonly sizes: readonly Local<I32>[]; readonly steps: readonly Local<I32>[] };
}

/** Defines `run(input, output, kept sizes…, kept steps…, reduced sizes…, reduced steps…)`, and behind that, where told, `flag`. */
export function defineSum(
  module: ModuleBuilder,
  keptRank: number,
  reducedRank: number,
  body: (f: FunctionBuilder, given: SumParameters, flag: Local<I32>) => void,
  hasFlag = false,
): void {
  const parameters = {
    input: "i32",
    output: "i32",
    ...numbered("i32", "keptSize", keptRank),
    ...numbered("i32", "keptStep", keptRank),
    ...numbered("i32", "reducedSize", reducedRank),
    ...numbered("i32", "reducedStep", reducedRank),
    ...numbered("i32", "flag", hasFlag ? 1 : 0),
  } as const;
  module.define("run", parameters, (f, given) =>
    body(
      f,
      {
        input: given.input as Local<I32>,
        output: given.output as Local<I32>,
        kept: { sizes: pick(given, "keptSize", keptRank), steps: pick(given, "keptStep", keptRank) },
        reduced: { sizes: pick(given, "reducedSize", reducedRank), steps: pick(given, "reducedStep", reducedRank) },
      },
      pick(given, "flag", 1)[0]!,
    ),
  );
}

/**
 * `run(input, output, kept sizes…, kept steps…, reduced sizes…, reduced steps…)`; the output is contiguous, float32 or,
 * for sums that are parts of others and run along, float64.
 */
export function emitSum(
  keptRank: number,
  reducedRank: number,
  direction: Direction,
  precision: "float32" | "float64" = "float32",
): ModuleBuilder {
  const module = new ModuleBuilder();
  defineSum(module, keptRank, reducedRank, (f, { input, output, kept, reduced }) => {
    const from = f.local("i32", "from");
    if (direction === "along") {
      const sumRow = emitRowSum(f, from);
      emitNest(
        f,
        kept.sizes,
        () => {
          f.set(from, input);
          const total = sumRow(reduced.sizes, reduced.steps);
          if (precision === "float32") f.store(output, total.toF32());
          else f.store(output, total);
          f.increase(output, precision === "float32" ? 4 : 8);
        },
        (loop) => f.increase(input, kept.steps[loop]!),
      );
    } else {
      const last = keptRank - 1;
      emitNest(
        f,
        kept.sizes.slice(0, last),
        () => emitColumnSums(f, { input, output, from, columns: kept.sizes[last]! }, reduced.sizes, reduced.steps),
        (loop) => f.increase(input, kept.steps[loop]!),
      );
    }
  });
  return module;
}

/** Two neighbours, widened: straight from memory, which spares a shuffle. */
const loadTwo = (address: I32, offset: number): F64x2 => loadF32x4Half(address, offset).lowToF64x2();

/** Sums over all reduced loops; the innermost of them walks neighbours, sixteen at a turn. */
function emitRowSum(f: FunctionBuilder, from: Local<I32>): (sizes: readonly I32[], steps: readonly I32[]) => F64 {
  const sums = f.locals("f64x2", "sum", 8);
  const rest = f.local("f64", "rest");
  return (sizes, steps) => {
    const last = sizes.length - 1;
    const size = sizes[last]!;
    for (const sum of sums) f.set(sum, F64x2.zero());
    f.set(rest, F64.of(0));
    emitNest(
      f,
      sizes.slice(0, last),
      () => {
        f.repeat(size.shiftRightUnsigned(4), () => {
          for (const [at, sum] of sums.entries()) f.set(sum, sum.add(loadTwo(from, 8 * at)));
          f.increase(from, 64);
        });
        f.repeat(size.and(15), () => {
          f.set(rest, rest.add(loadF32(from).toF64()));
          f.increase(from, 4);
        });
      },
      (loop) => f.increase(from, steps[loop]!),
    );
    const total = sums.map((sum) => sum as F64x2).reduce((before, sum) => before.add(sum));
    const pairs = f.local("f64x2", "pairs", total);
    return rest.add(pairs.lane(0).add(pairs.lane(1)));
  };
}

/** Columns of a turn: a cache line of each row. */
const columnsOfTurn = 16;

/** Sums of neighbouring columns, sixteen at a turn; the last turns read up to 12 bytes beyond them, and drop that. */
function emitColumnSums(
  f: FunctionBuilder,
  { input, output, from, columns }: { input: Local<I32>; output: Local<I32>; from: Local<I32>; columns: I32 },
  sizes: readonly I32[],
  steps: readonly I32[],
): void {
  const sums = f.locals("f64x2", "sum", columnsOfTurn / 2);
  const four = f.local("f32x4", "four");
  const column = f.local("i32", "column", input);
  const remaining = f.local("i32", "remainingColumns", columns);
  const add = (count: number) => {
    f.set(from, column);
    const own = sums.slice(0, count / 2);
    for (const sum of own) f.set(sum, F64x2.zero());
    emitNest(
      f,
      sizes,
      () => {
        for (const [at, sum] of own.entries()) f.set(sum, sum.add(loadTwo(from, 8 * at)));
      },
      (loop) => f.increase(from, steps[loop]!),
    );
  };
  const fourOf = (at: number): F32x4 => sums[2 * at]!.toF32x4().shuffle(sums[2 * at + 1]!.toF32x4(), [0, 1, 4, 5]);
  const advance = (count: number) => {
    f.increase(output, 4 * count);
    f.increase(column, 4 * count);
    f.set(remaining, remaining.subtract(count));
  };
  f.while(remaining.atLeast(columnsOfTurn), () => {
    add(columnsOfTurn);
    for (let at = 0; at < columnsOfTurn / 4; at += 1) f.store(output, fourOf(at), 16 * at);
    advance(columnsOfTurn);
  });
  f.while(remaining.atLeast(4), () => {
    add(4);
    f.store(output, fourOf(0));
    advance(4);
  });
  f.if(remaining.greaterThan(0), () => {
    add(4);
    f.set(four, fourOf(0));
    for (const lane of [0, 1, 2] as const) {
      f.if(remaining.greaterThan(lane), () => f.storeLane(output, four, lane, 4 * lane));
    }
    f.increase(output, remaining.shiftLeft(2));
  });
  f.set(input, input.add(columns.shiftLeft(2)));
}

/** The dimensions of `operand` that are reduced, or those that are not. */
export function walkOf({ shape, strides }: Operand, chosen: (dimension: number) => boolean): Walk {
  const dimensions = shape.map((_, dimension) => dimension).filter(chosen);
  return mergeDimensions(
    dimensions.map((dimension) => shape[dimension] as number),
    [dimensions.map((dimension) => strides[dimension] as number)],
  );
}

const sumFloat32: KernelFunction<"sum"> = ([first], [output], { dims }) => {
  const [input, result] = [first as Operand, output as Operand];
  const runtime = runtimeOf(result);
  const kept = walkOf(input, (dimension) => !dims.includes(dimension));
  const reduced = walkOf(input, (dimension) => dims.includes(dimension));
  const keptStrides = kept.strides[0] as number[];
  const reducedStrides = reduced.strides[0] as number[];
  // A sum over nothing but dimensions of size 1 is a row of one.
  if (reduced.sizes.length === 0) {
    (reduced.sizes as number[]).push(1);
    reducedStrides.push(1);
  }
  const direction: Direction = keptStrides.at(-1) === 1 ? "across" : "along";
  const innermost = reducedStrides.at(-1);
  if (direction === "along" && innermost !== 1) {
    // Neither walks neighbours: one more loop, over rows of one element.
    (reduced.sizes as number[]).push(1);
    reducedStrides.push(1);
  }
  const count = numberOfElements(input.shape);
  const sums = numberOfElements(result.shape);
  if (direction === "along" && isInParts(sums, count)) {
    sumInParts(runtime, input, result, { kept, reduced });
    return;
  }
  const kernel = runtime.kernel(`sum ${kept.sizes.length} ${reduced.sizes.length} ${direction}`, () =>
    emitSum(kept.sizes.length, reduced.sizes.length, direction),
  );
  const reducedSteps = stepsOf(reduced.sizes, reducedStrides, 4);
  // The outermost of the dimensions that stay is cut; within it lie `inner` sums.
  const outer = kept.sizes[0] ?? 1;
  const inner = sums / outer;
  runtime.spread(
    outer,
    0.25 * count,
    (begin, end) => {
      const sizes = kept.sizes.map((size, loop) => (loop === 0 ? end - begin : size));
      runtime.call(
        kernel,
        "run",
        addressOf(input) + 4 * begin * (keptStrides[0] ?? 0),
        addressOf(result) + 4 * begin * inner,
        ...[...sizes, ...stepsOf(sizes, keptStrides, 4)],
        ...[...reduced.sizes, ...reducedSteps],
      );
    },
    direction === "across" && kept.sizes.length === 1 ? 16 : 1,
  );
};

/** So few sums, of so many elements in all, are cut into parts that threads share. */
export const mostSumsInParts = 8;
export const leastOfParts = 65_536;

export function isInParts(sums: number, elements: number): boolean {
  return sums <= mostSumsInParts && elements >= leastOfParts;
}

/** The outermost reduced loop is cut at multiples of it. */
export function partUnit({ sizes }: Walk): number {
  return sizes.length === 1 ? 64 : 1;
}

/** Sums of parts of the outermost loop, in float64, and then of these, in their order: whatever threads there are. */
function sumInParts(
  runtime: Runtime,
  input: Operand,
  result: Operand,
  { kept, reduced }: { readonly kept: Walk; readonly reduced: Walk },
): void {
  const [keptStrides, reducedStrides] = [kept.strides[0]!, reduced.strides[0]!];
  const ranks = [kept.sizes.length, reduced.sizes.length] as const;
  const kernel = runtime.kernel(`sum ${ranks.join(" ")} along float64`, () => emitSum(...ranks, "along", "float64"));
  const sums = numberOfElements(result.shape);
  const parts = split(reduced.sizes[0]!, mostParts, partUnit(reduced));
  const keptSteps = stepsOf(kept.sizes, keptStrides, 4);
  runtime.memory.withScratch(8 * sums * parts.length, (address) => {
    runtime.parallel(0.25 * numberOfElements(input.shape), () => {
      for (const [part, [begin, end]] of parts.entries()) {
        const sizes = [end - begin, ...reduced.sizes.slice(1)];
        const from = addressOf(input) + 4 * begin * reducedStrides[0]!;
        const steps = stepsOf(sizes, reducedStrides, 4);
        runtime.task(() =>
          runtime.call(
            kernel,
            "run",
            ...[from, address + 8 * sums * part],
            ...[...kept.sizes, ...keptSteps],
            ...[...sizes, ...steps],
          ),
        );
      }
    });
    totalOf(runtime, address, sums, parts.length, addressOf(result));
  });
}

/** Adds up what each part came to, `sums` float64 a part, in the parts' order. */
export function totalOf(runtime: Runtime, address: number, sums: number, parts: number, output: number): void {
  // This is JavaScript's part.
  runtime.cannotRepeat();
  const partial = new Float64Array(runtime.memory.memory.buffer, address, sums * parts);
  const totals = new Float32Array(runtime.memory.memory.buffer, output, sums);
  for (let at = 0; at < sums; at += 1) {
    let total = 0;
    for (let part = 0; part < parts; part += 1) total += partial[part * sums + at]!;
    totals[at] = total;
  }
}

/** Sums `rows` rows of `columns` floats each, that lie one behind the other, into one row. */
export function sumRows(runtime: Runtime, address: number, rows: number, columns: number, output: number): void {
  const kernel = runtime.kernel("sum 1 1 across", () => emitSum(1, 1, "across"));
  const pitch = 4 * columns;
  runtime.spread(
    columns,
    0.25 * rows * columns,
    (begin, end) => runtime.call(kernel, "run", address + 4 * begin, output + 4 * begin, end - begin, 4, rows, pitch),
    16,
  );
}

export const floatSum = repeats<"sum">(sumFloat32, ({ dims }) => dims);
