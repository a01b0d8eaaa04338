// normal: PyTorch's stream bit for bit, by Box and Muller in blocks of sixteen, as random/distributions.ts and random/cephes.ts have it
// one by one. A uniform number has 24 bits, so that all of its logarithms, sines and cosines could be compared: normal.soak.ts does, and
// each is the same. What may be left out of the roundings (fused-floats.ts) was found by that.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { ln2High, ln2Low, logTerms, sineAndCosine } from "../../../random/cephes.js";
import { isContiguous, numberOfElements } from "../../../tensor/shape.js";
import { normal as referenceNormal } from "../../reference/random.js";
import { normalOfDoubles } from "../additions/dtypes.js";
import {
  F32x4,
  type FunctionBuilder,
  I32,
  type I32x4,
  type Local,
  loadF32x4,
  loadI32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { emitUnit, emitWhole } from "./draws.js";
import { FusedByDoubles, FusedByMachine, type FusedFloats, hasFused } from "./fused-floats.js";
import { emitNormalFraction } from "./transcendental.js";
import { drawInChunks, emitChunk } from "./twister.js";
import { addressOf } from "./walk.js";

/** What rounds once here. */
function fusedOf(f: FunctionBuilder): FusedFloats<any> {
  return hasFused() ? new FusedByMachine(f) : new FusedByDoubles(f);
}

/** −2 ln x, x from 2⁻²⁴ to 1: every step of PyTorch's logarithm, times −2. */
function emitLogs(f: FunctionBuilder, fused: FusedFloats<any>, vectors: readonly Local<F32x4>[]): F32x4[] {
  const parts = vectors.map((x) => emitNormalFraction(f, x));
  const counts = parts.map(({ exponent }) => f.local("f32x4", "count", exponent.toF32x4()));
  const m = parts.map(({ rest }) => rest);
  const held = fused.of(m);
  const terms = logTerms.map((term) => -2 * term);
  const series = fused.evenProduct(fused.polynomial(held, terms, [terms.length - 1]), held);
  const squares = m.map((own) => f.local("f32x4", "square", own.multiply(own)));
  const low = counts.map((count) => count.multiply(f.constant("f32x4", -2 * ln2Low)));
  const sums = fused.joined(fused.sum(series, fused.of(squares), fused.of(low)));
  return counts.map((count, at) => {
    const own = m[at]!.multiply(f.constant("f32x4", -2)).add(sums[at]!.add(squares[at]!));
    // The product has few bits: it is exact.
    return count.multiply(f.constant("f32x4", -2 * ln2High)).add(own);
  });
}

/** √(−2 ln (1 − u)) */
export function emitRadii(f: FunctionBuilder, units: readonly F32x4[]): Local<F32x4>[] {
  const positive = units.map((unit) => f.local("f32x4", "positive", f.constant("f32x4", 1).subtract(unit)));
  return emitLogs(f, fusedOf(f), positive).map((log) => f.local("f32x4", "radius", log.squareRoot()));
}

/** Sines and cosines of angles from −π/4 to π/4. */
function emitSinesAndCosines(f: FunctionBuilder, angles: readonly Local<F32x4>[]) {
  const fused = fusedOf(f);
  const squares = angles.map((own) => f.local("f32x4", "square", own.multiply(own)));
  const [held, heldSquares] = [fused.of(angles), fused.of(squares)];
  const seriesOf = (terms: readonly number[]) =>
    fused.product(fused.polynomial(heldSquares, terms, [1, 2]), heldSquares);
  const halves = fused.of(squares.map((own) => own.multiply(f.constant("f32x4", -0.5))));
  const cosines = fused.joined(fused.sum(seriesOf(sineAndCosine.cosine), heldSquares, halves));
  const sines = fused.joined(fused.sum(seriesOf(sineAndCosine.sine), held, held));
  return angles.map((_, at) => ({
    sine: sines[at]!,
    cosine: f.local("f32x4", "cosine", cosines[at]!.add(f.constant("f32x4", 1))),
  }));
}

/** 2π as PyTorch's float32 has it. */
const twoPi = Math.fround(2 * Math.PI);
/** −π/2 in PyTorch's three parts. */
const quarterParts = /* @__PURE__ */ sineAndCosine.pi.map((part) => 2 * part) as [number, number, number];
/** Of all their products with up to four this alone is no float32: what rounding three times the last loses. */
const lostOfThree = /* @__PURE__ */ (() => 3 * quarterParts[2] - Math.fround(3 * quarterParts[2]))();

/** The angle of 2⁻²⁴ · whole turns less so many quarters; the last sum is exact before it is rounded. */
function emitAngle(f: FunctionBuilder, whole: I32x4, quarter: Local<I32x4>): Local<F32x4> {
  const theta = whole.toF32x4().multiply(f.constant("f32x4", twoPi * 2 ** -24));
  const count = f.local("f32x4", "count", quarter.toF32x4());
  const [first, second, third] = quarterParts.map((part) => count.multiply(f.constant("f32x4", part)));
  const left = f.local("f32x4", "left", theta.add(first!).add(second!));
  const last = f.local("f32x4", "last", third!);
  const sum = f.local("f32x4", "sum", left.add(last));
  const lost = quarter.equals(f.constant("i32x4", 3)).and(f.constant("f32x4", lostOfThree).asI32x4()).asF32x4();
  return f.local("f32x4", "angle", sum.add(last.subtract(sum.subtract(left)).add(lost)));
}

/** Sines and cosines of 2⁻²⁴ · whole turns. */
export function emitTurns(f: FunctionBuilder, wholes: readonly I32x4[]) {
  const given = wholes.map((whole) => f.local("i32x4", "whole", whole));
  // The nearest quarter: for every whole number it is what PyTorch's float32 says.
  const quarters = given.map((whole) =>
    f.local("i32x4", "quarter", whole.add(f.constant("i32x4", 2 ** 21)).shiftRightUnsigned(22)),
  );
  const angles = given.map((whole, at) => emitAngle(f, whole, quarters[at]!));
  return emitSinesAndCosines(f, angles).map(({ sine, cosine }, at) => {
    const quarter = quarters[at]!;
    const isOdd = quarter.shiftLeft(31).shiftRight(31);
    const exchange = f.local("i32x4", "exchange", sine.asI32x4().xor(cosine.asI32x4()).and(isOdd));
    const signed = (value: F32x4, sign: I32x4) =>
      value
        .asI32x4()
        .xor(exchange)
        .xor(sign.and(f.constant("i32x4", -0x80000000)))
        .asF32x4();
    return {
      sine: signed(sine, quarter.shiftLeft(30)),
      cosine: signed(cosine, quarter.add(f.constant("i32x4", 1)).shiftLeft(30)),
    };
  });
}

const vectorsOfBlock = [0, 1] as const;
/** Blocks of sixteen whose radii are computed before their angles: few enough that their words stay in the innermost cache. */
const blocksAtOnce = 64;

/** `radii(words, blocks)`: of each block the first eight words become radii. Apart from the angles, since both want all registers. */
function emitRadiiOfBlocks(module: ModuleBuilder): FunctionBuilder {
  return module.define("radii", { words: "i32", blocks: "i32" }, (f, { words, blocks }) =>
    f.repeat(blocks, () => {
      const radii = emitRadii(
        f,
        vectorsOfBlock.map((at) => emitUnit(f, loadI32x4(words, 16 * at))),
      );
      for (const at of vectorsOfBlock) f.store(words, radii[at]!, 16 * at);
      f.increase(words, 64);
    }),
  );
}

const turned = { words: "i32", output: "i32", blocks: "i32", std: "f32", mean: "f32" } as const;

/** `turn(words, output, blocks, std, mean)`: of each block eight radii, and words for angles. */
function emitTurnsOfBlocks(module: ModuleBuilder, standard: boolean): FunctionBuilder {
  return module.define("turn", turned, (f, { words, output, blocks, std, mean }) => {
    const scale = f.local("f32x4", "scale", F32x4.splat(std));
    const shift = f.local("f32x4", "shift", F32x4.splat(mean));
    const fused = fusedOf(f);
    f.repeat(blocks, () => {
      const turns = emitTurns(
        f,
        vectorsOfBlock.map((at) => emitWhole(f, loadI32x4(words, 32 + 16 * at))),
      );
      const radii = vectorsOfBlock.map((at) => f.local("f32x4", "radius", loadF32x4(words, 16 * at)));
      const values = [...turns.map(({ cosine }) => cosine), ...turns.map(({ sine }) => sine)].map((own, at) =>
        f.local("f32x4", "value", radii[at % 2]!.multiply(own)),
      );
      const of = (one: F32x4) => fused.of(values.map(() => one));
      // By the addition −0 is 0.
      const moved = standard
        ? values.map((value) => f.local("f32x4", "moved", value.add(f.constant("f32x4", 0))))
        : fused.joined(fused.sum(fused.of(values), of(scale), of(shift)));
      for (const [at, value] of moved.entries()) f.store(output, value, 16 * at);
      f.increase(words, 64);
      f.increase(output, 64);
    });
  });
}

const parameters = { output: "i32", elements: "i32", std: "f32", mean: "f32" } as const;

/** `standard`: of mean 0 and standard deviation 1. */
function emitNormal(standard: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const [radii, turn] = [emitRadiiOfBlocks(module), emitTurnsOfBlocks(module, standard)];
  const draw = module.define("draw", { words: "i32", ...parameters }, (f, { words, output, elements, std, mean }) => {
    const [left, blocks] = [f.local("i32", "left", elements.shiftRightUnsigned(4)), f.local("i32", "blocks")];
    f.while(left.greaterThan(0), () => {
      f.set(blocks, left.lessThan(blocksAtOnce).select(left as I32, I32.of(blocksAtOnce)));
      f.call(radii, words, blocks);
      f.call(turn, words, output, blocks, std, mean);
      f.increase(words, blocks.shiftLeft(6));
      f.increase(output, blocks.shiftLeft(6));
      f.set(left, left.subtract(blocks));
    });
  });
  emitChunk(module, draw, parameters);
  return module;
}

const normalFloat32: KernelFunction<"normal"> = (inputs, outputs, attributes) => {
  const output = outputs[0] as Operand;
  const count = numberOfElements(output.shape);
  if (!isContiguous(output) || count < 16) return referenceNormal(inputs, outputs, attributes);
  const runtime = runtimeOf(output);
  const { generator, mean, std } = attributes;
  const standard = mean === 0 && std === 1;
  const kernel = runtime.kernel(`normal ${standard}`, () => emitNormal(standard));
  const fill = (address: number, elements: number) =>
    drawInChunks(runtime, kernel, {
      ...{ engine: generator.engine, count: elements, wordsOfElement: 1, nanoseconds: 4 },
      valuesOf: (first, some) => [address + 4 * first, some, std, mean],
    });
  fill(addressOf(output), count);
  // The last sixteen are drawn anew; what was drawn for them is dropped.
  if (count % 16 !== 0) fill(addressOf(output) + 4 * (count - 16), 16);
};

export const normal = { float32: normalFloat32, float64: normalOfDoubles };
