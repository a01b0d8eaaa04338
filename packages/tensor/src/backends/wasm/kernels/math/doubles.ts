// Exponentials, logarithms, sines and cosines of doubles, two at a time, all but the logarithms within an ulp or two of float64: what is
// drawn or scanned in doubles is made of them. Reduction and coefficients as in FreeBSD's msun (e_exp.c, k_sin.c, k_cos.c; Sun
// Microsystems, 1993). Special values are the callers' affair, but NaN stays.

import { type F64x2, type FunctionBuilder, I32x4, type I64x2, type Local } from "../../assembler/index.js";
import { doublePolynomial } from "./parts.js";

/** Added to a double it leaves the nearest integer in the low bits. */
const roundsToInteger = 1.5 * 2 ** 52;
/** ln 2 in two parts, the first so short that its product with an exponent is exact. */
const ln2 = { high: 0.6931471803691238, low: 1.9082149292705877e-10 };

const exponential = [
  4.1381367970572385e-8, -1.6533902205465252e-6, 6.613756321437934e-5, -2.7777777777015593e-3, 0.16666666666666602,
];

/** eˣ of an x from −700 to 700, a local. */
export function emitDoubleExp(f: FunctionBuilder, x: F64x2): F64x2 {
  const constant = (value: number): F64x2 => f.constant("f64x2", value);
  const shifted = f.local("f64x2", "shifted", x.multiply(constant(Math.LOG2E)).add(constant(roundsToInteger)));
  const count = f.local("f64x2", "count", shifted.subtract(constant(roundsToInteger)));
  const high = f.local("f64x2", "high", x.subtract(count.multiply(constant(ln2.high))));
  const low = f.local("f64x2", "low", count.multiply(constant(ln2.low)));
  const rest = f.local("f64x2", "rest", high.subtract(low));
  const square = f.local("f64x2", "square", rest.multiply(rest));
  const c = f.local("f64x2", "c", rest.subtract(doublePolynomial(f, square, exponential).multiply(square)));
  const more = rest.multiply(c).divide(constant(2).subtract(c)).subtract(low).add(high);
  const power = shifted.asI64x2().shiftLeft(52).add(constant(1).asI64x2()).asF64x2();
  return more.add(constant(1)).multiply(power);
}

/** ln ((1 + s) / (1 − s)) = 2s + s³ · p(s²). */
const logarithm = [
  0.14807076817964032, 0.15313501173389166, 0.18183562278182624, 0.22222199066090428, 0.28571428733715798,
  0.39999999999463204, 0.66666666666667285,
];
/** The bits of √½, and of the double in whose low bits a small whole number stands. */
const rootHalfHigh = 0x3fe6a09e;
const wholeHigh = 0x43380000;

/** ln x of a normal double above 0, a local, within 10⁻¹³ of it. */
export function emitDoubleLog(f: FunctionBuilder, x: F64x2): F64x2 {
  const highOnly = (bits: number): I64x2 => I32x4.constant(0, bits, 0, bits).asI64x2();
  const exponent = f.local("i64x2", "exponent", x.asI64x2().subtract(highOnly(rootHalfHigh)).shiftRight(52));
  const fraction = x.asI64x2().subtract(exponent.shiftLeft(52)).asF64x2();
  const m = f.local("f64x2", "fraction", fraction);
  const one = f.constant("f64x2", 1);
  const s = f.local("f64x2", "s", m.subtract(one).divide(m.add(one)));
  const square = f.local("f64x2", "square", s.multiply(s));
  const own = doublePolynomial(f, square, logarithm).multiply(square).multiply(s).add(s.add(s));
  const whole = exponent
    .add(highOnly(wholeHigh))
    .asF64x2()
    .subtract(f.constant("f64x2", 1.5 * 2 ** 52));
  return own.add(whole.multiply(f.constant("f64x2", Math.LN2)));
}

const sines = [
  1.58969099521155e-10, -2.5050760253406863e-8, 2.7557313707070068e-6, -1.984126982985795e-4, 8.33333333332249e-3,
  -0.16666666666666632,
];
const cosines = [
  -1.1359647557788195e-11, 2.087572321298175e-9, -2.7557314351390663e-7, 2.480158728947673e-5, -1.388888888887411e-3,
  4.1666666666666602e-2,
];

/** Of an angle from −π/4 to π/4, a local. */
export function emitDoubleSineAndCosine(f: FunctionBuilder, angle: F64x2) {
  const constant = (value: number): F64x2 => f.constant("f64x2", value);
  const square = f.local("f64x2", "square", angle.multiply(angle));
  const sine = doublePolynomial(f, square, sines).multiply(square).multiply(angle).add(angle);
  const more = doublePolynomial(f, square, cosines).multiply(square).multiply(square);
  const cosine = constant(1)
    .subtract(square.multiply(constant(0.5)))
    .add(more);
  return { sine: f.local("f64x2", "sine", sine), cosine: f.local("f64x2", "cosine", cosine) } as {
    readonly sine: Local<F64x2>;
    readonly cosine: Local<F64x2>;
  };
}

/** Where π/2 ends as a double, and what it lacks. */
export const halfPi = { high: Math.PI / 2, low: 6.123233995736766e-17 };
/** π/2 in two parts, the first so short that its product with a small whole number is exact. */
const quarterTurn = { high: 1.5707963267341256, low: 6.077100506506192e-11 };

/** Of an angle from 0 to 2π, a local. */
export function emitDoubleTurn(f: FunctionBuilder, angle: F64x2) {
  const constant = (value: number): F64x2 => f.constant("f64x2", value);
  const shifted = f.local("f64x2", "shifted", angle.multiply(constant(2 / Math.PI)).add(constant(roundsToInteger)));
  const quarters = f.local("f64x2", "quarters", shifted.subtract(constant(roundsToInteger)));
  const left = angle.subtract(quarters.multiply(constant(quarterTurn.high)));
  const rest = f.local("f64x2", "rest", left.subtract(quarters.multiply(constant(quarterTurn.low))));
  const own = emitDoubleSineAndCosine(f, rest);
  // The last two bits of the number of quarters: one swaps the two, and signs are the other's, or both's.
  const isOdd = f.local("i64x2", "isOdd", shifted.asI64x2().shiftLeft(63).shiftRight(63));
  const sign = f.constant("f64x2", -0).asI64x2();
  const second = f.local("i64x2", "second", shifted.asI64x2().shiftLeft(62));
  const signOfSine = second.and(sign);
  const signOfCosine = second.xor(isOdd).and(sign);
  const sine = isOdd.select(own.cosine, own.sine).asI64x2().xor(signOfSine).asF64x2();
  const cosine = isOdd.select(own.sine, own.cosine).asI64x2().xor(signOfCosine).asF64x2();
  return { sine: f.local("f64x2", "turnedSine", sine), cosine: f.local("f64x2", "turnedCosine", cosine) };
}
