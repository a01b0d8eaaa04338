// normal: PyTorch's stream bit for bit, by Box and Muller in blocks of sixteen, as random/distributions.ts and random/cephes.ts have it
// one by one. Whatever PyTorch fuses is a product and a sum in doubles here, rounded to float32 in one of two ways. A uniform number
// has 24 bits, so that all of its logarithms, sines and cosines could be compared: normal.soak.ts does, and each is the same.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { ln2High, ln2Low, logTerms, sineAndCosine } from "../../../random/cephes.js";
import { isContiguous, numberOfElements } from "../../../tensor/shape.js";
import { normal as referenceNormal } from "../../reference/random.js";
import {
  F32x4,
  F64x2,
  type FunctionBuilder,
  I32x4,
  type I64x2,
  type Local,
  loadI32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { emitUnit } from "./draws.js";
import { I64x2Of, rounded } from "./fused.js";
import { emitNormalFraction } from "./transcendental.js";
import { drawInChunks, emitChunk } from "./twister.js";
import { addressOf } from "./walk.js";

type Halves = readonly [F64x2, F64x2];

function halvesOf(f: FunctionBuilder, four: F32x4): Halves {
  const whole = f.local("f32x4", "whole", four);
  return [f.local("f64x2", "lowHalf", whole.lowToF64x2()), f.local("f64x2", "highHalf", whole.highHalf().lowToF64x2())];
}

/** Of four lanes, half by half, as float32. */
function byHalves(f: FunctionBuilder, of: (half: 0 | 1) => F64x2): F32x4 {
  const [low, high] = [f.local("f32x4", "low", of(0).toF32x4()), f.local("f32x4", "high", of(1).toF32x4())];
  return low.shuffle(high, [0, 1, 4, 5]);
}

/** What the polynomials are computed with. */
export class Fused {
  readonly #f: FunctionBuilder;
  readonly #half: Local<I64x2>;
  readonly #mask: Local<I64x2>;

  constructor(f: FunctionBuilder) {
    this.#f = f;
    this.#half = f.local("i64x2", "half", I64x2Of(f, 0x10000000)) as Local<I64x2>;
    this.#mask = f.local("i64x2", "mask", I32x4.constant(-0x20000000, -1, -0x20000000, -1).asI64x2()) as Local<I64x2>;
  }

  constant(value: number): F64x2 {
    return this.#f.constant("f64x2", value);
  }

  /** To float32, halves away from zero: two operations on integers, where there and back are two that take three times as long. */
  #cut(value: F64x2): F64x2 {
    return value.asI64x2().add(this.#half).and(this.#mask).asF64x2();
  }

  /** All terms but the last of a polynomial in x, and one more step: ((t₀ x + t₁) x + …). */
  polynomial(x: F64x2, terms: readonly number[]): Local<F64x2> {
    const f = this.#f;
    const sum = f.local("f64x2", "sum", this.constant(terms[0]!));
    for (const term of terms.slice(1)) f.set(sum, this.#cut(sum.multiply(x).add(this.constant(term))));
    return sum;
  }

  /** The same, and times x. */
  polynomialTimes(x: F64x2, terms: readonly number[]): Local<F64x2> {
    const sum = this.polynomial(x, terms);
    this.#f.set(sum, this.#cut(sum.multiply(x)));
    return sum;
  }
}

/** ln x, x from 2⁻²⁴ to 1. */
function emitLog(f: FunctionBuilder, fused: Fused, x: Local<F32x4>): F32x4 {
  const { exponent, rest: m } = emitNormalFraction(f, x);
  const count = f.local("f32x4", "count", exponent.toF32x4());
  const [ms, squares] = [halvesOf(f, m), halvesOf(f, m.multiply(m))];
  const counts = halvesOf(f, count.multiply(f.constant("f32x4", ln2Low)));
  const tail = byHalves(f, (half) => {
    const y = fused.polynomial(ms[half], logTerms);
    // These two sums lie in the middle of two float32 at times.
    f.set(y, rounded(y.multiply(ms[half])));
    f.set(y, rounded(y.multiply(squares[half]).add(counts[half])));
    return squares[half].multiply(fused.constant(-0.5)).add(y);
  });
  // The product has few bits: it is exact.
  return count.multiply(f.constant("f32x4", ln2High)).add(m.add(tail));
}

/** Sine and cosine of x, less `octant` eighths of a turn: the polynomials, before they are swapped and signed. */
function emitSineAndCosine(f: FunctionBuilder, fused: Fused, x: F32x4, octant: Local<F32x4>) {
  const { pi, cosine: c, sine: s } = sineAndCosine;
  // Few bits: products and sums are exact.
  const most = [pi[0]!, pi[1]!].reduce((left, part) => octant.multiply(f.constant("f32x4", part)).add(left), x);
  const [left, octants] = [halvesOf(f, most), halvesOf(f, octant)];
  const last = (half: 0 | 1): F64x2 => octants[half].multiply(fused.constant(pi[2]!)).add(left[half]);
  const angle = f.local("f32x4", "angle", byHalves(f, last));
  const angles = halvesOf(f, angle);
  const squares = halvesOf(f, angle.multiply(angle));
  const cosine = byHalves(f, (half) => {
    const square = squares[half];
    const own = fused.polynomialTimes(square, c);
    return own.multiply(square).subtract(square.multiply(fused.constant(0.5)));
  }).add(f.constant("f32x4", 1));
  const sine = byHalves(f, (half) => {
    const own = fused.polynomialTimes(squares[half], s);
    return own.multiply(angles[half]).add(angles[half]);
  });
  return { sine: f.local("f32x4", "sines", sine), cosine: f.local("f32x4", "cosines", cosine) };
}

/** Four pairs of uniform numbers become four pairs of normal ones. */
export function emitPairs(f: FunctionBuilder, fused: Fused, u1: F32x4, u2: F32x4) {
  const log = emitLog(f, fused, f.local("f32x4", "positive", F32x4.of(1).subtract(u1)));
  const radius = f.local("f32x4", "radius", log.multiply(-2).squareRoot());
  const theta = f.local("f32x4", "theta", u2.multiply(f.constant("f32x4", 2 * Math.PI)));
  const octant = f.local(
    "i32x4",
    "octant",
    theta.multiply(f.constant("f32x4", sineAndCosine.fourOverPi)).toI32x4().add(1).and(-2),
  );
  const octants = f.local("f32x4", "octants", octant.toF32x4());
  const { sine, cosine } = emitSineAndCosine(f, fused, theta, octants);
  const isSwapped = f.local("i32x4", "isSwapped", octant.and(2).notEquals(0));
  const signed = (value: F32x4, sign: I32x4) => value.asI32x4().xor(sign).asF32x4();
  const sineSign = octant.and(4).shiftLeft(29);
  const cosineSign = octant.subtract(2).not().and(4).shiftLeft(29);
  return {
    cosine: radius.multiply(signed(isSwapped.select(sine, cosine), cosineSign)),
    sine: radius.multiply(signed(isSwapped.select(cosine, sine), sineSign)),
  };
}

const parameters = { output: "i32", elements: "i32", std: "f32", mean: "f32" } as const;

/** `standard`: of mean 0 and standard deviation 1. */
export function emitNormal(standard: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const draw = module.define("draw", { words: "i32", ...parameters }, (f, { words, output, elements, std, mean }) => {
    const scale = f.local("f64x2", "scale", F64x2.splat(std.toF64()));
    const shift = f.local("f64x2", "shift", F64x2.splat(mean.toF64()));
    const fused = new Fused(f);
    const store = (value: F32x4, at: number): void => {
      const halves = standard ? null : halvesOf(f, value);
      // By the addition −0 is 0.
      const moved = halves === null ? value.add(0) : byHalves(f, (half) => halves[half].multiply(scale).add(shift));
      f.store(output, moved, 16 * at);
    };
    f.repeat(elements.shiftRightUnsigned(4), () => {
      for (const half of [0, 1]) {
        const [u1, u2] = [half, half + 2].map((at) => emitUnit(f, loadI32x4(words, 16 * at)));
        const { cosine, sine } = emitPairs(f, fused, u1!, u2!);
        store(cosine, half);
        store(sine, half + 2);
      }
      f.increase(words, 64);
      f.increase(output, 64);
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
      ...{ engine: generator.engine, count: elements, wordsOfElement: 1, nanoseconds: 10 },
      valuesOf: (first, some) => [address + 4 * first, some, std, mean],
    });
  fill(addressOf(output), count);
  // The last sixteen are drawn anew; what was drawn for them is dropped.
  if (count % 16 !== 0) fill(addressOf(output) + 4 * (count - 16), 16);
};

export const normal = { float32: normalFloat32 };
