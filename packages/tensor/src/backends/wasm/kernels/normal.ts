// normal: PyTorch's stream bit for bit, by Box and Muller in blocks of sixteen, as random/distributions.ts and random/cephes.ts have it
// one by one. Whatever PyTorch fuses is fused here too; a block with a sum that might be rounded twice is computed anew, exactly.

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { ln2High, ln2Low, logTerms, sineAndCosine } from "../../../random/cephes.js";
import { isContiguous, numberOfElements } from "../../../tensor/shape.js";
import { normal as referenceNormal } from "../../reference/random.js";
import {
  F32x4,
  F64x2,
  type FunctionBuilder,
  type I32,
  I32x4,
  type I64x2,
  type Local,
  loadI32x4,
  ModuleBuilder,
} from "../assembler/index.js";
import { runtimeOf } from "../runtime.js";
import { emitUnit } from "./draws.js";
import { emitFused, emitNearlyFused, rounded } from "./fused.js";
import { emitFraction } from "./transcendental.js";
import { drawInChunks, emitChunk } from "./twister.js";
import { addressOf } from "./walk.js";

/** a · b + c as float32; what sort of sum it is says `emitNearlyFused`. */
type Fuse = (a: F64x2, b: F64x2, c: F64x2, sort?: "lossy") => F64x2;

type Halves = readonly [F64x2, F64x2];

function halvesOf(f: FunctionBuilder, four: F32x4): Halves {
  const whole = f.local("f32x4", "whole", four);
  return [f.local("f64x2", "lowHalf", whole.lowToF64x2()), f.local("f64x2", "highHalf", whole.highHalf().lowToF64x2())];
}

function wholeOf([low, high]: Halves): F32x4 {
  return low.toF32x4().shuffle(high.toF32x4(), [0, 1, 4, 5]);
}

/** ln x of halves: of 1 + rest, and of the exponent. */
function emitLog(f: FunctionBuilder, m: F64x2, exponent: F64x2, fuse: Fuse): F64x2 {
  const constant = (value: number): F64x2 => f.constant("f64x2", value);
  const square = f.local("f64x2", "square", rounded(m.multiply(m)));
  const y = f.local("f64x2", "y", constant(logTerms[0]!));
  for (const term of logTerms.slice(1)) f.set(y, fuse(y, m, constant(term)));
  f.set(y, rounded(y.multiply(m)));
  f.set(y, fuse(y, square, rounded(exponent.multiply(constant(ln2Low)))));
  f.set(y, fuse(square, constant(-0.5), y, "lossy"));
  // Few bits each: the sum is exact.
  return rounded(exponent.multiply(constant(ln2High)).add(rounded(m.add(y))));
}

/** Sine and cosine of x, less `octant` eighths of a turn: the polynomials, before they are swapped and signed. */
function emitSineAndCosine(f: FunctionBuilder, x: F64x2, octant: F64x2, fuse: Fuse) {
  const { pi, cosine: c, sine: s } = sineAndCosine;
  const constant = (value: number): F64x2 => f.constant("f64x2", value);
  const angle = f.local("f64x2", "angle", x);
  // Few bits each: the sums are exact.
  for (const part of pi) f.set(angle, rounded(octant.multiply(constant(part)).add(angle)));
  const square = f.local("f64x2", "square", rounded(angle.multiply(angle)));
  const cosine = f.local("f64x2", "cosine", fuse(constant(c[0]!), square, constant(c[1]!)));
  f.set(cosine, rounded(fuse(cosine, square, constant(c[2]!)).multiply(square)));
  const half = f.local("f64x2", "negativeHalf", rounded(square.multiply(constant(-0.5))));
  f.set(cosine, rounded(fuse(cosine, square, half).add(constant(1))));
  const sine = f.local("f64x2", "sine", fuse(constant(s[0]!), square, constant(s[1]!)));
  f.set(sine, rounded(fuse(sine, square, constant(s[2]!)).multiply(square)));
  f.set(sine, fuse(sine, angle, angle));
  return { sine, cosine };
}

/** Four pairs of uniform numbers become four pairs of normal ones. */
function emitPairs(f: FunctionBuilder, u1: F32x4, u2: F32x4, fuse: Fuse) {
  const { exponent, rest } = emitFraction(f, f.local("f32x4", "positive", F32x4.of(1).subtract(u1)));
  const exponents = halvesOf(f, exponent.toF32x4());
  const logs = halvesOf(f, rest).map((m, at) => f.local("f64x2", "log", emitLog(f, m, exponents[at]!, fuse)));
  const radius = f.local(
    "f32x4",
    "radius",
    wholeOf(logs as never)
      .multiply(-2)
      .squareRoot(),
  );
  const theta = f.local("f32x4", "theta", u2.multiply(f.constant("f32x4", 2 * Math.PI)));
  const octant = f.local(
    "i32x4",
    "octant",
    theta.multiply(f.constant("f32x4", sineAndCosine.fourOverPi)).toI32x4().add(1).and(-2),
  );
  const octants = halvesOf(f, octant.toF32x4());
  const [low, high] = halvesOf(f, theta).map((x, at) => emitSineAndCosine(f, x, octants[at]!, fuse)) as [
    ReturnType<typeof emitSineAndCosine>,
    ReturnType<typeof emitSineAndCosine>,
  ];
  const sine = f.local("f32x4", "sines", wholeOf([low.sine, high.sine]));
  const cosine = f.local("f32x4", "cosines", wholeOf([low.cosine, high.cosine]));
  const isSwapped = f.local("i32x4", "isSwapped", octant.and(2).notEquals(0));
  const signed = (value: F32x4, sign: I32x4) => value.asI32x4().xor(sign).asF32x4();
  const sineSign = octant.and(4).shiftLeft(29);
  const cosineSign = octant.subtract(2).not().and(4).shiftLeft(29);
  return {
    cosine: radius.multiply(signed(isSwapped.select(sine, cosine), cosineSign)),
    sine: radius.multiply(signed(isSwapped.select(cosine, sine), sineSign)),
  };
}

/** The sixteen uniform numbers at `block` become normal ones. */
function emitBlock(
  f: FunctionBuilder,
  block: Local<I32>,
  scale: F64x2,
  shift: F64x2,
  uniforms: readonly F32x4[],
  fuse: Fuse,
) {
  for (const half of [0, 1]) {
    const pairs = emitPairs(f, uniforms[half]!, uniforms[half + 2]!, fuse);
    for (const [value, at] of [
      [pairs.cosine, half],
      [pairs.sine, half + 2],
    ] as const) {
      const moved = halvesOf(f, value).map((one) => f.local("f64x2", "moved", one.multiply(scale).add(shift)));
      f.store(block, wholeOf(moved as never), 16 * at);
    }
  }
}

const parameters = { output: "i32", elements: "i32", std: "f32", mean: "f32" } as const;

export function emitNormal(): ModuleBuilder {
  const module = new ModuleBuilder();
  const draw = module.define("draw", { words: "i32", ...parameters }, (f, { words, output, elements, std, mean }) => {
    const scale = f.local("f64x2", "scale", F64x2.splat(std.toF64()));
    const shift = f.local("f64x2", "shift", F64x2.splat(mean.toF64()));
    const uniforms = f.locals("f32x4", "uniform", 4);
    const doubtful = f.local("i64x2", "doubtful") as Local<I64x2>;
    f.repeat(elements.shiftRightUnsigned(4), () => {
      for (const [at, uniform] of uniforms.entries()) f.set(uniform, emitUnit(f, loadI32x4(words, 16 * at)));
      f.set(doubtful, I32x4.of(0).asI64x2());
      emitBlock(f, output, scale, shift, uniforms, (a, b, c, sort) =>
        emitNearlyFused(f, [a, b, c], doubtful, sort === "lossy"),
      );
      f.if(doubtful.asI32x4().anyTrue(), () =>
        emitBlock(f, output, scale, shift, uniforms, (a, b, c) => emitFused(f, a, b, c)),
      );
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
  const kernel = runtime.kernel("normal", emitNormal);
  const { generator, mean, std } = attributes;
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
