// Reductions of floats over any dimensions, by any reducer (reducers.ts): rows of neighbours, neighbouring columns, and what threads
// share in parts. sum is one; the others are reduce.ts's.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import { sumOfBools, sumOfBytes, sumOfInt32 } from "../additions/dtypes.js";
import { type FunctionBuilder, type I32, type Local, ModuleBuilder } from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { type Kernel, type Runtime, runtimeOf } from "../runtime.js";
import { type Accumulators, bytesOfFloat, elementsAbreast, type FloatType, type Reducer, sums } from "./reducers.js";
import { cutsOf, partsOfSums, totalOf } from "./reduction-parts.js";
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
 * `run(input, output, kept sizes…, kept steps…, reduced sizes…, reduced steps…)`; the output is contiguous, of the reducer's elements or, of a
 * part of others and of what stays wide, its parts.
 */
function emitReduction(
  reducer: Reducer,
  keptRank: number,
  reducedRank: number,
  direction: Direction,
  as: "result" | "part" = "result",
): ModuleBuilder {
  const module = new ModuleBuilder();
  defineSum(module, keptRank, reducedRank, (f, { input, output, kept, reduced }) => {
    const from = f.local("i32", "from");
    if (direction === "along") {
      const takeRow = emitRow(f, from, reducer);
      emitNest(
        f,
        kept.sizes,
        () => {
          f.set(from, input);
          takeRow(reduced.sizes, reduced.steps).storeOne(output, as);
          f.increase(output, bytesOfFloat[as === "part" ? reducer.part : reducer.element]);
        },
        (loop) => f.increase(input, kept.steps[loop]!),
      );
    } else {
      const last = keptRank - 1;
      emitNest(
        f,
        kept.sizes.slice(0, last),
        () =>
          emitColumns(
            f,
            reducer,
            { input, output, from, columns: kept.sizes[last]!, as },
            reduced.sizes,
            reduced.steps,
          ),
        (loop) => f.increase(input, kept.steps[loop]!),
      );
    }
  });
  return module;
}

/** Over all reduced loops; the innermost of them walks neighbours, sixteen at a turn. */
function emitRow(
  f: FunctionBuilder,
  from: Local<I32>,
  { accumulators, element }: Reducer,
): (sizes: readonly I32[], steps: readonly I32[]) => Accumulators {
  const all = accumulators(f);
  const bytes = bytesOfFloat[element];
  return (sizes, steps) => {
    const last = sizes.length - 1;
    const size = sizes[last]!;
    all.startRow();
    emitNest(
      f,
      sizes.slice(0, last),
      () => {
        f.repeat(size.shiftRightUnsigned(4), () => {
          all.takeTurn(from);
          f.increase(from, bytes * elementsAbreast);
        });
        f.repeat(size.and(15), () => {
          all.takeOne(from);
          f.increase(from, bytes);
        });
      },
      (loop) => f.increase(from, steps[loop]!),
    );
    return all;
  };
}

interface Columns {
  readonly input: Local<I32>;
  readonly output: Local<I32>;
  readonly from: Local<I32>;
  readonly columns: I32;
  readonly as: "result" | "part";
}

/** Of neighbouring columns, sixteen at a turn, then a vector; the last turns read up to 12 bytes beyond them, and drop that. */
function emitColumns(
  f: FunctionBuilder,
  { neighbours, accumulators, element, part }: Reducer,
  { input, output, from, columns, as }: Columns,
  sizes: readonly I32[],
  steps: readonly I32[],
): void {
  const all = accumulators(f);
  const bytes = bytesOfFloat[element];
  const outputBytes = bytesOfFloat[as === "part" ? part : element];
  const isWide = outputBytes > bytes;
  const vector = 16 / bytes;
  const results = f.local("f32x4", "results");
  const column = f.local("i32", "column", input);
  const remaining = f.local("i32", "remainingColumns", columns);
  const take = (count: number) => {
    f.set(from, column);
    all.start(count / neighbours);
    emitNest(
      f,
      sizes,
      () => {
        for (let at = 0; at < count; at += neighbours) all.take(at / neighbours, from, bytes * at);
      },
      (loop) => f.increase(from, steps[loop]!),
    );
  };
  const advance = (count: number) => {
    f.increase(output, outputBytes * count);
    f.increase(column, bytes * count);
    f.set(remaining, remaining.subtract(count));
  };
  const store = (at: number) => {
    if (!isWide) return f.store(output, all.results(at), 16 * at);
    for (const half of [0, 1]) f.store(output, all.wide(2 * at + half), 32 * at + 16 * half);
  };
  for (const count of [elementsAbreast, vector])
    f.while(remaining.atLeast(count), () => {
      take(count);
      for (let at = 0; at < count / vector; at += 1) store(at);
      advance(count);
    });
  f.if(remaining.greaterThan(0), () => {
    take(vector);
    if (!isWide) f.set(results, all.results(0));
    if (element === "float64") f.store(output, results.asF64x2().lane(0));
    else
      for (const lane of [0, 1, 2] as const)
        f.if(remaining.greaterThan(lane), () => {
          if (isWide) f.store(output, all.wide(lane >> 1).lane((lane & 1) as 0 | 1), 8 * lane);
          else f.storeLane(output, results, lane, 4 * lane);
        });
    f.increase(output, remaining.multiply(outputBytes));
  });
  f.set(input, input.add(columns.multiply(bytes)));
}

/** The dimensions of `operand` that are reduced, or those that are not. */
export function walkOf({ shape, strides }: Operand, chosen: (dimension: number) => boolean): Walk {
  const dimensions = shape.map((_, dimension) => dimension).filter(chosen);
  return mergeDimensions(
    dimensions.map((dimension) => shape[dimension] as number),
    [dimensions.map((dimension) => strides[dimension] as number)],
  );
}

/** Reduces over `dims` into `result`, which is contiguous; of doubles that are kept so, as float64. */
export function reduceFloats(reducer: Reducer, input: Operand, result: Operand, dims: readonly number[]): void {
  const runtime = runtimeOf(result);
  const bytes = bytesOfFloat[reducer.element];
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
  const results = numberOfElements(result.shape);
  const parts = direction === "along" ? partsOfSums(input.shape, dims) : 1;
  if (parts > 1) {
    reduceInParts(runtime, reducer, input, result, { kept, reduced }, cutsOf(reduced, parts));
    return;
  }
  const as = result.dtype === reducer.element ? "result" : "part";
  const resultBytes = bytesOfFloat[as === "part" ? reducer.part : reducer.element];
  const kernel = kernelOf(runtime, reducer, kept.sizes.length, reduced.sizes.length, direction, as);
  const reducedSteps = stepsOf(reduced.sizes, reducedStrides, bytes);
  // The outermost of the dimensions that stay is cut; within it lie `inner` sums.
  const outer = kept.sizes[0] ?? 1;
  const inner = results / outer;
  runtime.spread(
    outer,
    0.25 * count,
    (begin, end) => {
      const sizes = kept.sizes.map((size, loop) => (loop === 0 ? end - begin : size));
      runtime.call(
        kernel,
        "run",
        addressOf(input) + bytes * begin * (keptStrides[0] ?? 0),
        addressOf(result) + resultBytes * begin * inner,
        ...[...sizes, ...stepsOf(sizes, keptStrides, bytes)],
        ...[...reduced.sizes, ...reducedSteps],
      );
    },
    direction === "across" && kept.sizes.length === 1 ? 16 : 1,
  );
}

function kernelOf(
  runtime: Runtime,
  reducer: Reducer,
  keptRank: number,
  reducedRank: number,
  direction: Direction,
  as: "result" | "part" = "result",
): Kernel {
  return runtime.kernel(`${reducer.name} ${keptRank} ${reducedRank} ${direction} ${as}`, () =>
    emitReduction(reducer, keptRank, reducedRank, direction, as),
  );
}

/** Parts of the outermost loop, and then what they come to, in their order: whatever threads there are. */
function reduceInParts(
  runtime: Runtime,
  reducer: Reducer,
  input: Operand,
  result: Operand,
  { kept, reduced }: { readonly kept: Walk; readonly reduced: Walk },
  cuts: readonly (readonly [begin: number, end: number])[],
): void {
  const [keptStrides, reducedStrides] = [kept.strides[0]!, reduced.strides[0]!];
  const kernel = kernelOf(runtime, reducer, kept.sizes.length, reduced.sizes.length, "along", "part");
  const count = numberOfElements(result.shape);
  const bytes = bytesOfFloat[reducer.element];
  const keptSteps = stepsOf(kept.sizes, keptStrides, bytes);
  const partBytes = bytesOfFloat[reducer.part];
  runtime.withScratch(partBytes * count * cuts.length, (address) => {
    runtime.parallel(0.25 * numberOfElements(input.shape), () => {
      for (const [part, [begin, end]] of cuts.entries()) {
        const sizes = [end - begin, ...reduced.sizes.slice(1)];
        const from = addressOf(input) + bytes * begin * reducedStrides[0]!;
        const steps = stepsOf(sizes, reducedStrides, bytes);
        runtime.task(() =>
          runtime.call(
            kernel,
            "run",
            ...[from, address + partBytes * count * part],
            ...[...kept.sizes, ...keptSteps],
            ...[...sizes, ...steps],
          ),
        );
      }
    });
    totalOf(runtime, reducer, {
      address,
      count,
      parts: cuts.length,
      output: addressOf(result),
      dtype: result.dtype as FloatType,
    });
  });
}

/** Sums `rows` rows of `columns` floats each, that lie one behind the other, into one row. */
export function sumRows(runtime: Runtime, address: number, rows: number, columns: number, output: number): void {
  const kernel = kernelOf(runtime, sums.float32, 1, 1, "across");
  const pitch = 4 * columns;
  runtime.spread(
    columns,
    0.25 * rows * columns,
    (begin, end) => runtime.call(kernel, "run", address + 4 * begin, output + 4 * begin, end - begin, 4, rows, pitch),
    16,
  );
}

/** @__NO_SIDE_EFFECTS__ */
function sumOf(element: FloatType): KernelFunction<"sum"> {
  return repeats<"sum">(
    ([input], [output], { dims }) => reduceFloats(sums[element], input!, output!, dims),
    ({ dims }) => dims,
  );
}

export const sum = {
  float32: sumOf("float32"),
  float64: sumOf("float64"),
  int32: sumOfInt32,
  uint8: sumOfBytes,
  bool: sumOfBools,
};
