// sigmoid, gelu and its slope over four floats, each by one exponential and one division, without a branch: what lies outside an
// exponential's range is bounded so that it comes out as it should.

import type { F32x4, FunctionBuilder, Local } from "../../assembler/index.js";
import { exponential } from "../transcendental.js";
import { ln2High, ln2Low, multiplyAdd, polynomial, roundedProduct, signOf, sizeOf, splat } from "./parts.js";

/** (e⁻ʳ − 1 + r) / r² */
const alternating = /* @__PURE__ */ exponential.map((coefficient, at) => (at % 2 === 0 ? coefficient : -coefficient));

/** 1 / (1 + e⁻ˣ), as ½ / (½ + ½ e⁻ˣ), since 2¹²⁸ is none; x is a local. */
export function emitSigmoid(f: FunctionBuilder, x: F32x4): F32x4 {
  // Below −89.3 half the power of 2 has the bits of ∞, above 70 the result is 1 all the same. NaN stays.
  const bounded = f.local("f32x4", "bounded", x.replaceBelow(splat(f, -89.3)).replaceAbove(splat(f, 70)));
  const { whole, low } = roundedProduct(f, bounded, -Math.LOG2E, 127 - 1);
  const high = multiplyAdd(whole, splat(f, ln2High), bounded);
  const rest = f.local("f32x4", "rest", multiplyAdd(whole, splat(f, ln2Low), high));
  const power = f.local("f32x4", "powerOfTwo", low.shiftLeft(23).asF32x4());
  const opposite = quintic(f, rest, alternating, splat(f, 1).subtract(rest));
  return splat(f, 0.5).divide(multiplyAdd(opposite, power, splat(f, 0.5)));
}

/** `start` + r² · p(r), p having five coefficients: what waits least is put together first. */
function quintic(f: FunctionBuilder, r: F32x4, [c4, c3, c2, c1, c0]: readonly number[], start: F32x4): F32x4 {
  const square = f.local("f32x4", "squareOfRest", r.multiply(r));
  const lower = multiplyAdd(splat(f, c1!), r, splat(f, c0!));
  const upper = multiplyAdd(splat(f, c4!), square, multiplyAdd(splat(f, c3!), r, splat(f, c2!)));
  return multiplyAdd(lower, square, start).add(upper.multiply(square.multiply(square)));
}

/** 2ʳ by the powers of r, for |r| ≤ ½: within 9 · 10⁻⁸ of it, and exact at 0. */
const powers = [0.00132646912462, 0.00967151507319, 0.0555073386273, 0.240222420323, 0.693146977516, 1];

/**
 * By c = |x| / 2 twice what lies beyond |x| of a normal distribution, over exp (−x² / 2): that is a density's, from which shares of it lie
 * within 2 · 10⁻⁸, and far out, where they are none of a sum with 1, within 4 · 10⁻⁶ of themselves.
 */
const beyond = [0.224005480068, 0.852685923776, 1.35761849814, 0.999999978842];
const below = [0.561682623062, 2.13420097338, 3.56568615404, 2.95338431072, 1];

/** Of |x| / 2 what both parts of a tail are made of. */
interface Bounds {
  readonly half: Local<F32x4>;
  readonly sizeOfHalf: Local<F32x4>;
  /** That, bounded where nothing lies beyond it, and its square. */
  readonly bounded: Local<F32x4>;
  readonly square: Local<F32x4>;
}

function boundsOf(f: FunctionBuilder, x: F32x4): Bounds {
  const half = f.local("f32x4", "half", x.multiply(splat(f, 0.5)));
  const sizeOfHalf = sizeOf(f, half);
  // From 6.621 on the power of 2 has the bits of 0.
  const bounded = f.local("f32x4", "bounded", sizeOfHalf.replaceAbove(splat(f, 6.625)));
  return { half, sizeOfHalf, bounded, square: f.local("f32x4", "squareOfHalf", bounded.multiply(bounded)) };
}

/** exp (−x² / 2) */
function densityOf(f: FunctionBuilder, { square }: Bounds): F32x4 {
  const exponent = f.local("f32x4", "exponent", square.multiply(splat(f, -2 * Math.LOG2E)));
  const { whole, low } = roundedProduct(f, exponent, 1, 127);
  const rest = f.local("f32x4", "rest", exponent.subtract(whole));
  return polynomial(f, rest, powers).multiply(low.shiftLeft(23).asF32x4());
}

function quotientOf(f: FunctionBuilder, { bounded, square }: Bounds): F32x4 {
  return quartic(f, bounded, square, beyond).divide(quartic(f, bounded, square, below));
}

/** A polynomial of up to four powers of c, whose square is known. */
function quartic(f: FunctionBuilder, c: F32x4, square: F32x4, coefficients: readonly number[]): F32x4 {
  const [zeroth, first, second, third, fourth] = coefficients.map((own) => splat(f, own)).reverse();
  const upper = multiplyAdd(third!, c, second!);
  const whole = fourth === undefined ? upper : multiplyAdd(fourth, square, upper);
  return multiplyAdd(whole, square, multiplyAdd(first!, c, zeroth!));
}

function tailOf(f: FunctionBuilder, bounds: Bounds): readonly [density: F32x4, quotient: F32x4] {
  const density = f.local("f32x4", "density", densityOf(f, bounds));
  return [density, f.local("f32x4", "quotient", quotientOf(f, bounds))];
}

/** x · Φ(x) = max (x, 0) − |x| · (1 − Φ(|x|)); ∞ stays, and of −∞ there is none, as PyTorch has it. x is a local. */
export function emitGelu(f: FunctionBuilder, x: F32x4): F32x4 {
  const bounds = boundsOf(f, x);
  return geluOf(f, x, bounds, ...tailOf(f, bounds));
}

/** Φ(x) + x · φ(x); of infinities there is none, as PyTorch has it. x is a local. */
export function emitGeluSlope(f: FunctionBuilder, x: F32x4): F32x4 {
  const bounds = boundsOf(f, x);
  return slopeOf(f, bounds, ...tailOf(f, bounds));
}

/** The same, of locals, for those who want both: with the density and the quotient that they share. */
export const partsOfGelu = {
  density: (f: FunctionBuilder, x: F32x4) => densityOf(f, boundsOf(f, x)),
  quotient: (f: FunctionBuilder, x: F32x4) => quotientOf(f, boundsOf(f, x)),
  gelu: (f: FunctionBuilder, x: F32x4, density: F32x4, quotient: F32x4) =>
    geluOf(f, x, boundsOf(f, x), density, quotient),
  slope: (f: FunctionBuilder, x: F32x4, density: F32x4, quotient: F32x4) =>
    slopeOf(f, boundsOf(f, x), density, quotient),
} as const;

function geluOf(
  f: FunctionBuilder,
  x: F32x4,
  { half, sizeOfHalf, bounded }: Bounds,
  density: F32x4,
  quotient: F32x4,
): F32x4 {
  const share = bounded.multiply(density).multiply(quotient);
  // −0 stays.
  return half.add(sizeOfHalf).subtract(share).asI32x4().or(signOf(f, x)).asF32x4();
}

function slopeOf(f: FunctionBuilder, { half, sizeOfHalf }: Bounds, density: F32x4, quotient: F32x4): F32x4 {
  const more = density.multiply(splat(f, 2 / Math.sqrt(2 * Math.PI))).multiply(sizeOfHalf);
  const share = f.local("f32x4", "share", multiplyAdd(density.multiply(quotient), splat(f, 0.5), more.negate()));
  const isBelow = half.asI32x4().shiftRight(31);
  return isBelow.select(share, splat(f, 1).subtract(share));
}
