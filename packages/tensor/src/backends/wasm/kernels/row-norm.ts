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

/** So many vectors a turn, then one; `take` is told the vector's place within the turn. */
function eachVector(
  f: FunctionBuilder,
  size: number,
  addresses: readonly Local<I32>[],
  take: (vector: number) => void,
  most: 2 | 4 = 4,
): void {
  const turn = (vectors: number) => {
    for (let vector = 0; vector < vectors; vector += 1) take(vector);
    for (const address of addresses) f.increase(address, 16 * vectors);
  };
  const vectors = size / 4;
  f.repeat(Math.floor(vectors / most), () => turn(most));
  if (vectors % most > 0) f.repeat(vectors % most, () => turn(1));
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
    const [gradAt, inputAt, weightAt] = f.locals("i32", "at", 3) as [Local<I32>, Local<I32>, Local<I32>];
    const [weightSum, biasSum] = [f.local("i32", "weightSum"), f.local("i32", "biasSum")];
    const [level, spread] = [f.local("f32x4", "level"), f.local("f32x4", "spread")];
    const [levels, along] = [f.local("f32x4", "levels"), f.local("f32x4", "alongStandard")];
    const share = 1 / size;
    const apartAt = (address: I32, at: number) => {
      const value = loadF32x4(address, at);
      return isCentred ? value.subtract(level) : value;
    };
    const scaledAt = (arrived: F32x4, at: number) => (isWeighted ? arrived.multiply(loadF32x4(weightAt, at)) : arrived);
    // Two rows side by side, which would read and write the columns half as often, take more registers than there are.
    f.repeat(rows, () => {
      if (isCentred) f.set(level, loadF32x4Splat(means));
      f.set(spread, loadF32x4Splat(spreads));
      f.set(levels, F32x4.of(0));
      f.set(along, F32x4.of(0));
      f.set(gradAt, grad);
      f.set(inputAt, input);
      if (isWeighted) f.set(weightAt, weight);
      if (ofWeight) f.set(weightSum, toWeight);
      if (ofBias) f.set(biasSum, toBias);
      const scales = isWeighted ? [weightAt] : [];
      const columns = [...(ofWeight ? [weightSum] : []), ...(ofBias ? [biasSum] : [])];
      const addUp = (vector: number) => {
        const at = 16 * vector;
        const arrived = f.local("f32x4", "arrived", loadF32x4(gradAt, at));
        const standard = f.local("f32x4", "standard", apartAt(inputAt, at).multiply(spread));
        const own = isWeighted ? f.local("f32x4", "own", scaledAt(arrived, at)) : arrived;
        if (isCentred) f.set(levels, levels.add(own));
        f.set(along, along.add(own.multiply(standard)));
        if (ofWeight) f.store(weightSum, loadF32x4(weightSum, at).add(arrived.multiply(standard)), at);
        if (ofBias) f.store(biasSum, loadF32x4(biasSum, at).add(arrived), at);
      };
      eachVector(f, size, [gradAt, inputAt, ...scales, ...columns], addUp, 2);
      // From here on: what is taken off, and what of the distance from the mean.
      if (isCentred) f.set(levels, F32x4.splat(meanOf(f, [levels], share).toF32()).multiply(spread));
      f.set(
        along,
        F32x4.splat(meanOf(f, [along], share).toF32())
          .multiply(spread)
          .multiply(spread),
      );
      if (isWeighted) f.set(weightAt, weight);
      eachVector(f, size, [grad, input, output, ...scales], (vector) => {
        const at = 16 * vector;
        const own = scaledAt(loadF32x4(grad, at), at).multiply(spread);
        const less = own.subtract(apartAt(input, at).multiply(along));
        f.store(output, isCentred ? less.subtract(levels) : less, at);
      });
      for (const pointer of isCentred ? [means, spreads] : [spreads]) f.increase(pointer, 4);
    });
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
  return repeats(kernel, numbersOf as never);
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
  return repeats(kernel, numbersOf as never);
}

const numbersOf = ({ size, eps = 0 }: { readonly size: number; readonly eps?: number }) => [size, eps];

function elements({ shape }: Operand): number {
  return shape.reduce((product, size) => product * size, 1);
}
