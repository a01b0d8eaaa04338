// Layer norm and RMS norm over contiguous rows, forward and back: each row is gone over while it lies in cache, and the gradients of
// weight and bias are added up in the same pass. By regions (region-rows.ts) the same takes four to five times as long: they
// add up in float64 and hold every step apart. Sums are float32 lanes here, sixteen a row, put together in float64; a mean is
// corrected by what is left of the distances from it, so nothing cancels.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import {
  F32x4,
  type F64,
  type FunctionBuilder,
  type I32,
  type Local,
  loadF32x4,
  loadF32x4Splat,
  ModuleBuilder,
} from "../assembler/index.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { clear } from "./copy.js";
import { sumRows } from "./reductions.js";
import { addressOf } from "./walk.js";

/** Rows of this size, and no others. */
export function isRowSize(size: number): boolean {
  return size % 4 === 0 && size >= 16 && size <= 4096;
}

export interface RowNormVariant {
  readonly isCentred: boolean;
  readonly isWeighted: boolean;
  readonly isBiased: boolean;
}

export interface RowNormGradientVariant {
  readonly isCentred: boolean;
  readonly isWeighted: boolean;
  /** Whether the gradient of the weight is wanted, and of the bias. */
  readonly ofWeight: boolean;
  readonly ofBias: boolean;
}

const lanes = [0, 1, 2, 3] as const;

/** Four vectors a turn, then one; `take` is told the vector's place within the turn. */
function eachVector(
  f: FunctionBuilder,
  size: number,
  addresses: readonly Local<I32>[],
  take: (vector: number) => void,
): void {
  const turn = (vectors: number) => {
    for (let vector = 0; vector < vectors; vector += 1) take(vector);
    for (const address of addresses) f.increase(address, 16 * vectors);
  };
  if (size >= 16) f.repeat(size >> 4, () => turn(4));
  if (((size >> 2) & 3) > 0) f.repeat((size >> 2) & 3, () => turn(1));
}

/** Lanes of several vectors, together, by `share`. */
function meanOf(f: FunctionBuilder, vectors: readonly F32x4[], share: number): Local<F64> {
  const four = f.local(
    "f32x4",
    "four",
    vectors.reduce((before, vector) => before.add(vector)),
  );
  const total = lanes.map((lane) => four.lane(lane).toF64()).reduce((before, lane) => before.add(lane));
  return f.local("f64", "mean", total.multiply(share));
}

/** `run(input, output, means, spreads, weight, bias, rows)` */
function emitRowNorm({ isCentred, isWeighted, isBiased }: RowNormVariant, size: number, eps: number): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = {
    ...({ input: "i32", output: "i32", means: "i32", spreads: "i32" } as const),
    ...({ weight: "i32", bias: "i32", rows: "i32" } as const),
  };
  module.define("run", parameters, (f, { input, output, means, spreads, weight, bias, rows }) => {
    const from = f.local("i32", "from");
    const [weightAt, biasAt] = [f.local("i32", "weightAt"), f.local("i32", "biasAt")];
    const sums = f.locals("f32x4", "sum", 4);
    const squares = f.locals("f32x4", "square", 4);
    const level = f.local("f32x4", "level");
    const spread = f.local("f32x4", "spread");
    const apart = f.local("f32x4", "apart");
    const share = 1 / size;
    f.repeat(rows, () => {
      if (isCentred) {
        for (const sum of sums) f.set(sum, F32x4.of(0));
        f.set(from, input);
        eachVector(f, size, [from], (vector) => f.set(sums[vector]!, sums[vector]!.add(loadF32x4(from, 16 * vector))));
        f.set(level, F32x4.splat(meanOf(f, sums, share).toF32()));
      }
      for (const sum of [...sums, ...squares]) f.set(sum, F32x4.of(0));
      f.set(from, input);
      eachVector(f, size, [from], (vector) => {
        const value = loadF32x4(from, 16 * vector);
        f.set(apart, isCentred ? value.subtract(level) : value);
        if (isCentred) f.set(sums[vector]!, sums[vector]!.add(apart));
        f.set(squares[vector]!, squares[vector]!.add(apart.multiply(apart)));
      });
      const variance = meanOf(f, squares, share);
      if (isCentred) {
        // How far the mean is off.
        const left = meanOf(f, sums, share);
        f.set(variance, variance.add(left.multiply(left).multiply(-1)));
        f.set(level, F32x4.splat(level.lane(0).toF64().add(left).toF32()));
        f.store(means, level.lane(0));
        f.increase(means, 4);
      }
      f.set(spread, F32x4.of(1).divide(F32x4.splat(variance.add(eps).toF32()).squareRoot()));
      f.store(spreads, spread.lane(0));
      f.increase(spreads, 4);
      if (isWeighted) f.set(weightAt, weight);
      if (isBiased) f.set(biasAt, bias);
      const moving = [input, output, ...(isWeighted ? [weightAt] : []), ...(isBiased ? [biasAt] : [])];
      eachVector(f, size, moving, (vector) => {
        const at = 16 * vector;
        const value = loadF32x4(input, at);
        let result = (isCentred ? value.subtract(level) : value).multiply(spread);
        if (isWeighted) result = result.multiply(loadF32x4(weightAt, at));
        if (isBiased) result = result.add(loadF32x4(biasAt, at));
        f.store(output, result, at);
      });
    });
  });
  return module;
}

/**
 * `run(grad, input, means, spreads, weight, output, ofWeight, ofBias, rows)`: `ofWeight` and `ofBias` are rows that this part of the
 * rows adds to.
 */
function emitRowNormGradient(variant: RowNormGradientVariant, size: number): ModuleBuilder {
  const { isCentred, isWeighted, ofWeight, ofBias } = variant;
  const module = new ModuleBuilder();
  const parameters = {
    ...({ grad: "i32", input: "i32", means: "i32", spreads: "i32", weight: "i32", output: "i32" } as const),
    ...({ toWeight: "i32", toBias: "i32", rows: "i32" } as const),
  };
  module.define("run", parameters, (f, { grad, input, means, spreads, weight, output, toWeight, toBias, rows }) => {
    const moving = {
      grad: f.local("i32", "gradAt"),
      input: f.local("i32", "inputAt"),
      weight: f.local("i32", "weightAt"),
    };
    const [weightSum, biasSum] = [f.local("i32", "weightSum"), f.local("i32", "biasSum")];
    const share = 1 / size;
    /** So many rows side by side: what they add to the columns is read and written once. */
    const emitRows = (count: 1 | 2) => {
      const each = Array.from({ length: count }, (_, row) => ({
        offset: 4 * size * row,
        level: isCentred ? f.local("f32x4", "level", loadF32x4Splat(means, 4 * row)) : null,
        spread: f.local("f32x4", "spread", loadF32x4Splat(spreads, 4 * row)),
        levels: f.local("f32x4", "levels", F32x4.of(0)),
        along: f.local("f32x4", "along", F32x4.of(0)),
      }));
      f.set(moving.grad, grad);
      f.set(moving.input, input);
      if (isWeighted) f.set(moving.weight, weight);
      if (ofWeight) f.set(weightSum, toWeight);
      if (ofBias) f.set(biasSum, toBias);
      const pointers = [moving.grad, moving.input, ...(isWeighted ? [moving.weight] : [])];
      const columns = [...(ofWeight ? [weightSum] : []), ...(ofBias ? [biasSum] : [])];
      eachVector(f, size, [...pointers, ...columns], (vector) => {
        const at = 16 * vector;
        const scale = isWeighted ? f.local("f32x4", "scale", loadF32x4(moving.weight, at)) : null;
        const sumOfWeight = ofWeight ? f.local("f32x4", "sumOfWeight", loadF32x4(weightSum, at)) : null;
        const sumOfBias = ofBias ? f.local("f32x4", "sumOfBias", loadF32x4(biasSum, at)) : null;
        for (const { offset, level, spread, levels, along } of each) {
          const arrived = f.local("f32x4", "arrived", loadF32x4(moving.grad, offset + at));
          const value = loadF32x4(moving.input, offset + at);
          const standard = f.local(
            "f32x4",
            "standard",
            (level === null ? value : value.subtract(level)).multiply(spread),
          );
          const own = scale === null ? arrived : f.local("f32x4", "own", arrived.multiply(scale));
          if (isCentred) f.set(levels, levels.add(own));
          f.set(along, along.add(own.multiply(standard)));
          if (sumOfWeight !== null) f.set(sumOfWeight, sumOfWeight.add(arrived.multiply(standard)));
          if (sumOfBias !== null) f.set(sumOfBias, sumOfBias.add(arrived));
        }
        if (sumOfWeight !== null) f.store(weightSum, sumOfWeight, at);
        if (sumOfBias !== null) f.store(biasSum, sumOfBias, at);
      });
      for (const { spread, levels, along } of each) {
        // From here on: what is taken off, and what of the distance from the mean.
        if (isCentred) f.set(levels, F32x4.splat(meanOf(f, [levels], share).toF32()).multiply(spread));
        f.set(
          along,
          F32x4.splat(meanOf(f, [along], share).toF32())
            .multiply(spread)
            .multiply(spread),
        );
      }
      if (isWeighted) f.set(moving.weight, weight);
      const stored = [grad, input, output, ...(isWeighted ? [moving.weight] : [])];
      eachVector(f, size, stored, (vector) => {
        const at = 16 * vector;
        const scale = isWeighted ? f.local("f32x4", "scale", loadF32x4(moving.weight, at)) : null;
        for (const { offset, level, spread, levels, along } of each) {
          const arrived = loadF32x4(grad, offset + at);
          const value = loadF32x4(input, offset + at);
          const own = (scale === null ? arrived : arrived.multiply(scale)).multiply(spread);
          const less = own.subtract((level === null ? value : value.subtract(level)).multiply(along));
          f.store(output, isCentred ? less.subtract(levels) : less, offset + at);
        }
      });
      for (const pointer of [grad, input, output]) f.increase(pointer, 4 * size * (count - 1));
      for (const pointer of isCentred ? [means, spreads] : [spreads]) f.increase(pointer, 4 * count);
    };
    f.repeat(rows.shiftRightUnsigned(1), () => emitRows(2));
    f.repeat(rows.and(1), () => emitRows(1));
  });
  return module;
}

/** The inputs are the input, contiguous, and weight and bias where there are any; the outputs the result, the means where there are any, and the spreads. */
export function rowNorm(variant: RowNormVariant): KernelFunction {
  const { isCentred, isWeighted, isBiased } = variant;
  const name = `row norm ${Number(isCentred)}${Number(isWeighted)}${Number(isBiased)}`;
  const kernel: KernelFunction = (inputs, outputs, attributes) => {
    const { size, eps } = attributes as { readonly size: number; readonly eps: number };
    const [input, ...scale] = (inputs as readonly Operand[]).map(addressOf);
    const [output, ...moments] = outputs.map(addressOf);
    const [means, spreads] = isCentred ? moments : [0, moments[0]];
    const [weight, bias] = isWeighted ? scale : [0, scale[0]];
    const runtime = runtimeOf(outputs[0]!);
    const made = runtime.kernel(`${name} ${size} ${eps}`, () => emitRowNorm(variant, size, eps));
    const rows = elements(outputs[0]!) / size;
    runtime.spread(rows, 0.6 * rows * size, (begin, end) => {
      const [skipped, before] = [4 * size * begin, 4 * begin];
      const addresses = [
        input! + skipped,
        output! + skipped,
        means! + before,
        spreads! + before,
        weight ?? 0,
        bias ?? 0,
      ];
      runtime.call(made, "run", ...addresses, end - begin);
    });
  };
  return repeats(kernel as never, ({ size, eps }: { size: number; eps: number }) => [size, eps]) as KernelFunction;
}

/** Rows whose additions to the columns are float32; then they go on in float64. */
const rowsOfPart = 128;

/**
 * The inputs are the gradient and the input, contiguous, the means if there are any, the spreads and the weight if there is one; the
 * outputs the input's gradient, and those of weight and bias where they are wanted.
 */
export function rowNormGradient(variant: RowNormGradientVariant): KernelFunction {
  const { isCentred, isWeighted, ofWeight, ofBias } = variant;
  const name = `row norm gradient ${[isCentred, isWeighted, ofWeight, ofBias].map(Number).join("")}`;
  const kernel: KernelFunction = (inputs, outputs, attributes) => {
    const { size } = attributes as { readonly size: number };
    const [grad, input, ...others] = (inputs as readonly Operand[]).map(addressOf);
    const [means, spreads, weight] = isCentred ? others : [0, ...others];
    const [output, ...columns] = outputs.map(addressOf);
    const runtime = runtimeOf(outputs[0]!);
    const made = runtime.kernel(`${name} ${size}`, () => emitRowNormGradient(variant, size));
    const rows = elements(outputs[0]!) / size;
    const parts = Math.ceil(rows / rowsOfPart);
    const bytes = 4 * size * parts;
    runtime.withScratch(Math.max(16, bytes * columns.length), (scratch) => {
      if (columns.length > 0) clear(runtime, scratch, bytes * columns.length);
      const [toWeight, toBias] = ofWeight ? [scratch, scratch + bytes] : [0, scratch];
      runtime.spread(parts, 1.2 * rows * size, (first, last) => {
        for (let part = first; part < last; part += 1) {
          const begin = part * rowsOfPart;
          const [skipped, before] = [4 * size * begin, 4 * begin];
          runtime.call(
            made,
            "run",
            ...[grad! + skipped, input! + skipped, means! + before, spreads! + before, weight ?? 0, output! + skipped],
            ...[toWeight! + 4 * size * part, toBias! + 4 * size * part, Math.min(rowsOfPart, rows - begin)],
          );
        }
      });
      for (const [at, address] of columns.entries()) sumRows(runtime, scratch + bytes * at, parts, size, address);
    });
  };
  return repeats(kernel as never, ({ size }: { size: number }) => [size]) as KernelFunction;
}

function elements({ shape }: Operand): number {
  return shape.reduce((product, size) => product * size, 1);
}
