// sin, cos, tan and their inverses over four floats. An angle is reduced by parts of π/2, a large one by Payne and Hanek in doubles.

import { type F32x4, F64x2, type FunctionBuilder, type I32x4, type Local } from "../../assembler/index.js";
import { infinity, odd, polynomial, quiet, rounded, signedAs, signOf, sizeOf, splat } from "./parts.js";

/** π/2 in four parts, the first three of 12 bits: their products with a whole number of 12 are exact. */
const halfPiParts = [1.5703125, 0.0004837512969970703, 7.5495336204767227e-8, 2.563344151594519e-12];
/** From here on an angle is large: it has more quarters than that. */
const large = 2 ** 12;

/** 2/π in eight pieces of 24 bits, which suffice for every float32: a product with one of them is exact. */
const twoOverPi = /* @__PURE__ */ [0xa2f983, 0x6e4e44, 0x1529fc, 0x2757d1, 0xf534dd, 0xc0db62, 0x95993c, 0x439041].map(
  (bits, at) => bits * 2 ** (-24 * (at + 1)),
);

interface Reduced {
  /** Modulo 4 it is the quarter of the circle. */
  readonly quarter: Local<I32x4>;
  /** What is left, in [−π/4, π/4]. */
  readonly rest: Local<F32x4>;
}

/** An angle, not negative, as quarter · π/2 + rest. */
function emitReduced(f: FunctionBuilder, size: F32x4): Reduced {
  const { whole: count, low: nearest } = rounded(f, size.multiply(splat(f, 2 / Math.PI)));
  const reduced = halfPiParts.reduce((left, part) => left.subtract(count.multiply(splat(f, part))), size);
  const rest = f.local("f32x4", "rest", reduced);
  const quarter = f.local("i32x4", "quarter", nearest);
  const isLarge = f.local("i32x4", "isLarge", size.atLeast(splat(f, large)));
  f.if(isLarge.anyTrue(), () => {
    const lower = emitLarge(f, size.lowToF64x2());
    const upper = emitLarge(f, size.highHalf().lowToF64x2());
    const join = (a: F64x2, b: F64x2): F32x4 => a.toF32x4().shuffle(b.toF32x4(), [0, 1, 4, 5]);
    f.set(rest, isLarge.select(join(lower.rest, upper.rest), rest));
    f.set(quarter, isLarge.select(join(lower.quarter, upper.quarter).toI32x4(), quarter));
  });
  return { quarter, rest };
}

/** Payne's and Hanek's reduction: each product is exact, whole circles are dropped from it, and what is left is small. */
function emitLarge(f: FunctionBuilder, angle: F64x2): { readonly quarter: F64x2; readonly rest: F64x2 } {
  const x = f.local("f64x2", "x", angle);
  const [sum, quarter, term] = [f.local("f64x2", "sum"), f.local("f64x2", "quarters"), f.local("f64x2", "term")];
  const whole = f.local("f64x2", "whole");
  f.set(sum, F64x2.of(0));
  f.set(quarter, F64x2.of(0));
  for (const piece of twoOverPi) {
    f.set(term, x.multiply(F64x2.of(piece)));
    f.set(term, term.subtract(term.multiply(F64x2.of(0.25)).floor().multiply(F64x2.of(4))));
    f.set(sum, sum.add(term));
    f.set(whole, sum.add(F64x2.of(0.5)).floor());
    f.set(quarter, quarter.add(whole));
    f.set(sum, sum.subtract(whole));
  }
  return { quarter, rest: f.local("f64x2", "angle", sum.multiply(F64x2.of(Math.PI / 2))) };
}

/** The sine and the cosine of what is left of a reduction. */
function emitBoth(f: FunctionBuilder, rest: F32x4): { readonly sine: F32x4; readonly cosine: F32x4 } {
  const square = f.local("f32x4", "square", rest.multiply(rest));
  const sines = polynomial(f, square, [-0.0001951305263, 0.008332147586, -0.1666665447]);
  const sine = f.local("f32x4", "sine", sines.multiply(square).multiply(rest).add(rest));
  const cosines = polynomial(f, square, [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2]);
  const one = splat(f, 1);
  const half = f.local("f32x4", "half", square.multiply(splat(f, 0.5)));
  const cosine = one.subtract(half).add(cosines.multiply(square).multiply(square));
  return { sine, cosine: f.local("f32x4", "cosine", cosine) };
}

/** The sine of an angle so many quarters ahead. */
function emitTurned(f: FunctionBuilder, size: F32x4, ahead: 0 | 1): F32x4 {
  const { quarter, rest } = emitReduced(f, size);
  const { sine, cosine } = emitBoth(f, rest);
  const turned = f.local("i32x4", "turned", ahead === 0 ? quarter : quarter.add(f.constant("i32x4", 1)));
  const isOdd = turned.shiftLeft(31).shiftRight(31);
  const sign = turned.shiftLeft(30).and(f.constant("i32x4", -0x80000000));
  return isOdd.select(cosine, sine).asI32x4().xor(sign).asF32x4();
}

export function emitSin(f: FunctionBuilder, x: F32x4): F32x4 {
  return signedAs(f, emitTurned(f, sizeOf(f, x), 0), x);
}

export function emitCos(f: FunctionBuilder, x: F32x4): F32x4 {
  return emitTurned(f, sizeOf(f, x), 1);
}

export function emitTan(f: FunctionBuilder, x: F32x4): F32x4 {
  const { quarter, rest } = emitReduced(f, sizeOf(f, x));
  const tangent = f.local(
    "f32x4",
    "tangent",
    odd(
      f,
      rest,
      [0.004487404601, -0.0001377570149, 0.01101712621, 0.02121124004, 0.05407390719, 0.1333253696, 0.3333335354],
    ),
  );
  const isOdd = quarter.shiftLeft(31).shiftRight(31);
  return signedAs(f, isOdd.select(splat(f, -1).divide(tangent), tangent), x);
}

/** atan a = a + a³ · p(a²) for 0 ≤ a ≤ 1. */
const arctangent = [
  0.001113742787, -0.007317727004, 0.02253938015, -0.04468937023, 0.06741556636, -0.08811073639, 0.1105821897,
  -0.1427983234, 0.1999967107, -0.333333269,
];
/** What float32 leaves of π/2. */
const halfPi = Math.fround(Math.PI / 2);
const halfPiRest = Math.PI / 2 - halfPi;

export function emitAtan(f: FunctionBuilder, x: F32x4): F32x4 {
  const size = sizeOf(f, x);
  const isSteep = f.local("i32x4", "isSteep", size.greaterThan(splat(f, 1)));
  const ratio = f.local("f32x4", "ratio", isSteep.select(splat(f, 1).divide(size), size));
  const angle = f.local("f32x4", "angle", odd(f, ratio, arctangent));
  const other = splat(f, halfPi).subtract(angle.subtract(splat(f, halfPiRest)));
  return signedAs(f, isSteep.select(other, angle), x);
}

export function emitAtan2(f: FunctionBuilder, y: F32x4, x: F32x4): F32x4 {
  const [rise, run] = [sizeOf(f, y), sizeOf(f, x)];
  const isSteep = f.local("i32x4", "isSteep", rise.greaterThan(run));
  const least = f.local("f32x4", "least", isSteep.select(run, rise));
  const most = f.local("f32x4", "most", isSteep.select(rise, run));
  // Of two zeros the ratio is 0, and of two infinities 1.
  const isEven = least.equals(most).and(most.equals(splat(f, infinity)));
  const quotient = most.equals(splat(f, 0)).select(splat(f, 0), least.divide(most));
  const ratio = f.local("f32x4", "ratio", isEven.select(splat(f, 1), quotient));
  const flat = f.local("f32x4", "flat", odd(f, ratio, arctangent));
  const steep = splat(f, halfPi).subtract(flat.subtract(splat(f, halfPiRest)));
  const angle = f.local("f32x4", "angle", isSteep.select(steep, flat));
  const isBehind = signOf(f, x).shiftRight(31);
  const behind = splat(f, 2 * halfPi).subtract(angle.subtract(splat(f, 2 * halfPiRest)));
  const result = signedAs(f, isBehind.select(behind, angle), y);
  const isNone = x.notEquals(x).or(y.notEquals(y));
  return isNone.select(splat(f, quiet), result);
}

/** asin a = a + a³ · p(a²) for |a| ≤ 9/16. */
const arcsine = [
  0.04589353202, -0.002835485664, 0.02832321786, 0.02945595039, 0.04471843522, 0.07499710512, 0.166666704,
];

/** The arcsine of x, or beyond 9/16 of √((1 − x) / 2), which is half of what is missing to π/2. */
function emitHalf(f: FunctionBuilder, x: F32x4) {
  const size = sizeOf(f, x);
  const isFar = f.local("i32x4", "isFar", size.greaterThan(splat(f, 0.5625)));
  const half = splat(f, 0.5);
  const root = half.subtract(size.multiply(half)).squareRoot();
  const reduced = f.local("f32x4", "reduced", isFar.select(root, size));
  return { isFar, angle: f.local("f32x4", "angle", odd(f, reduced, arcsine)) };
}

export function emitAsin(f: FunctionBuilder, x: F32x4): F32x4 {
  const { isFar, angle } = emitHalf(f, x);
  const far = splat(f, halfPi).subtract(angle.add(angle).subtract(splat(f, halfPiRest)));
  return signedAs(f, isFar.select(far, angle), x);
}

export function emitAcos(f: FunctionBuilder, x: F32x4): F32x4 {
  const { isFar, angle } = emitHalf(f, x);
  const twice = f.local("f32x4", "twice", angle.add(angle));
  const isNegative = f.local("i32x4", "isNegative", signOf(f, x).shiftRight(31));
  const opposite = splat(f, 2 * halfPi).subtract(twice.subtract(splat(f, 2 * halfPiRest)));
  const far = isNegative.select(opposite, twice);
  const near = splat(f, halfPi).subtract(signedAs(f, angle, x).subtract(splat(f, halfPiRest)));
  return isFar.select(far, near);
}
