// exp, log, tanh and their like over two doubles, special values included, each within two units in the last place. Reduction and
// coefficients as in FreeBSD's msun (e_exp.c, e_log.c; Sun Microsystems, 1993).

import { type F64x2, type FunctionBuilder, I32x4, type I64x2, type Local } from "../../assembler/index.js";
import { doublePolynomial, infinity, quiet } from "./parts.js";

export const number = (f: FunctionBuilder, value: number): F64x2 => f.constant("f64x2", value);
/** The same integer twice. */
export const whole = (low: number, high = 0): I64x2 => I32x4.constant(low, high, low, high).asI64x2();

export function signOf(f: FunctionBuilder, x: F64x2): I64x2 {
  return x.asI64x2().and(number(f, -0).asI64x2());
}

/** With that sign, the value having none, or turned by it. */
export function signed(value: F64x2, sign: I64x2): F64x2 {
  return value.asI64x2().xor(sign).asF64x2();
}

/** Added to a double it leaves the nearest integer in the low bits. */
export const roundsToInteger = 1.5 * 2 ** 52;
/** ln 2 in two parts, the first so short that its product with an exponent is exact. */
export const ln2 = { high: 0.6931471803691238, low: 1.9082149292705877e-10 };

export const exponential = [
  4.1381367970572385e-8, -1.6533902205465252e-6, 6.613756321437934e-5, -2.7777777777015593e-3, 0.16666666666666602,
];

interface Reduced {
  /** n stands in the lowest bits, and other bits above. */
  readonly low: I64x2;
  readonly less: Local<F64x2>;
}

/** e^rest − 1, of rest = high − low, |rest| ≤ ln 2 / 2. */
function emitLess(f: FunctionBuilder, high: F64x2, low: F64x2): Local<F64x2> {
  const rest = f.local("f64x2", "rest", high.subtract(low));
  const square = f.local("f64x2", "square", rest.multiply(rest));
  const c = f.local("f64x2", "c", rest.subtract(doublePolynomial(f, square, exponential).multiply(square)));
  const quotient = rest.multiply(c).divide(number(f, 2).subtract(c));
  return f.local("f64x2", "less", quotient.subtract(low).add(high));
}

/** eˣ = 2ⁿ · (1 + less), |less| < ½; x is a local. */
export function emitReduced(f: FunctionBuilder, x: F64x2): Reduced {
  const shifted = f.local("f64x2", "shifted", x.multiply(number(f, Math.LOG2E)).add(number(f, roundsToInteger)));
  const count = f.local("f64x2", "count", shifted.subtract(number(f, roundsToInteger)));
  const high = f.local("f64x2", "high", x.subtract(count.multiply(number(f, ln2.high))));
  const low = f.local("f64x2", "low", count.multiply(number(f, ln2.low)));
  return { low: shifted.asI64x2(), less: emitLess(f, high, low) };
}

/** The high word of the double that {@link roundsToInteger} is: n is what stands below. */
const shiftHigh = 0x43380000;

/** x · 2ⁿ in two factors, since 2ⁿ by itself leaves the range where the result is subnormal or near its largest. */
export function scaled(f: FunctionBuilder, x: F64x2, low: I64x2): F64x2 {
  const exponent = f.local("i64x2", "exponent", low.subtract(whole(0, shiftHigh)).add(whole(2 * 1023)));
  const half = f.local("i64x2", "half", exponent.shiftRightUnsigned(1));
  const rest = exponent.subtract(half);
  return x.multiply(half.shiftLeft(52).asF64x2()).multiply(rest.shiftLeft(52).asF64x2());
}

export function bounded(f: FunctionBuilder, x: F64x2, least: number, most: number): Local<F64x2> {
  return f.local("f64x2", "bounded", x.replaceBelow(number(f, least)).replaceAbove(number(f, most)));
}

/** eˣ */
export function emitExp(f: FunctionBuilder, x: F64x2): F64x2 {
  // Outside these bounds it is 0 or ∞ all the same. NaN stays.
  const { low, less } = emitReduced(f, bounded(f, x, -746, 710));
  return scaled(f, less.add(number(f, 1)), low);
}

/** 2ˣ */
export function emitExp2(f: FunctionBuilder, x: F64x2): F64x2 {
  const given = bounded(f, x, -1076, 1025);
  const shifted = f.local("f64x2", "shifted", given.add(number(f, roundsToInteger)));
  const part = f.local("f64x2", "part", given.subtract(shifted.subtract(number(f, roundsToInteger))));
  // A short factor, whose products are exact, and what it lacks.
  const high = f.local("f64x2", "high", part.asI64x2().and(whole(0, -1)).asF64x2());
  const rest = part
    .subtract(high)
    .multiply(number(f, Math.LN2))
    .add(high.multiply(number(f, ln2.low)));
  const less = emitLess(
    f,
    f.local("f64x2", "highProduct", high.multiply(number(f, ln2.high))),
    f.local("f64x2", "lowProduct", rest.negate()),
  );
  return scaled(f, less.add(number(f, 1)), shifted.asI64x2());
}

/** eˣ − 1 */
export function emitExpm1(f: FunctionBuilder, x: F64x2): F64x2 {
  // Outside these bounds it is −1 or ∞ all the same. Half of it, since 2¹⁰²⁴ is no number.
  const { low, less } = emitReduced(f, bounded(f, x, -60, 710));
  const power = f.local(
    "f64x2",
    "halfPower",
    low
      .add(whole(1023 - 1))
      .shiftLeft(52)
      .asF64x2(),
  );
  const half = f.local("f64x2", "half", less.multiply(power).add(power.subtract(number(f, 0.5))));
  return x
    .magnitude()
    .atMost(number(f, 2 ** -54))
    .select(x, half.add(half));
}

/** tanh |x| = E / (E + 2), with E = e^(2|x|) − 1. */
export function emitTanh(f: FunctionBuilder, x: F64x2): F64x2 {
  const size = f.local("f64x2", "size", x.magnitude().replaceAbove(number(f, 22)));
  const power = f.local("f64x2", "power", emitExpm1(f, f.local("f64x2", "twice", size.add(size))));
  const quotient = power.divide(power.add(number(f, 2)));
  return signed(quotient, signOf(f, x));
}

export function emitSigmoid(f: FunctionBuilder, x: F64x2): F64x2 {
  const power = emitExp(f, f.local("f64x2", "opposite", x.negate()));
  return number(f, 1).divide(power.add(number(f, 1)));
}

/** The bits of √½: from one power of 2 times it to the next, all have one exponent. */
const rootHalf = { low: 0x667f3bcd, high: 0x3fe6a09e };

const logarithm = [
  0.14798198605116586, 0.1531383769920937, 0.1818357216161805, 0.22222198432149784, 0.2857142874366239,
  0.3999999999940942, 0.6666666666666735,
];

interface Fraction {
  readonly count: Local<F64x2>;
  readonly rest: Local<F64x2>;
}

/** x = (1 + rest) · 2^count, √½ ≤ 1 + rest < √2, of a finite x above 0, which is a local. */
export function emitFraction(f: FunctionBuilder, x: F64x2): Fraction {
  const isTiny = f.local("i64x2", "isTiny", x.lessThan(number(f, 2 ** -1022)));
  const normal = f.local("f64x2", "normal", isTiny.select(x.multiply(number(f, 2 ** 54)), x));
  // Moved up, so that a shift without a sign will do.
  const moved = normal
    .asI64x2()
    .subtract(whole(rootHalf.low, rootHalf.high))
    .add(whole(0, 1024 << 20));
  const exponent = f.local("i64x2", "exponent", moved.shiftRightUnsigned(52));
  const fraction = normal
    .asI64x2()
    .subtract(exponent.subtract(whole(1024)).shiftLeft(52))
    .asF64x2();
  const rest = f.local("f64x2", "rest", fraction.subtract(number(f, 1)));
  const own = exponent
    .add(whole(0, shiftHigh))
    .asF64x2()
    .subtract(number(f, roundsToInteger + 1024));
  const less = number(f, 54).asI64x2().and(isTiny).asF64x2();
  return { count: f.local("f64x2", "count", own.subtract(less)), rest };
}

/** ln (1 + rest) − rest, as two numbers: rest² / 2, which is taken off, and what is added. */
export function emitTail(f: FunctionBuilder, rest: F64x2) {
  const s = f.local("f64x2", "s", rest.divide(rest.add(number(f, 2))));
  const square = f.local("f64x2", "squareOfS", s.multiply(s));
  const half = f.local("f64x2", "halfSquare", rest.multiply(rest).multiply(number(f, 0.5)));
  const series = doublePolynomial(f, square, logarithm).multiply(square);
  return { half, more: s.multiply(half.add(series)) };
}

/** ln of a finite number above 0, a local. */
export function emitPlainLog(f: FunctionBuilder, x: F64x2): F64x2 {
  const { count, rest } = emitFraction(f, x);
  const { half, more } = emitTail(f, rest);
  const low = more.add(count.multiply(number(f, ln2.low)));
  return count.multiply(number(f, ln2.high)).subtract(half.subtract(low).subtract(rest));
}

/** A logarithm's ends: −∞ at its pole, NaN below; ∞ and NaN stay. */
export function emitEnds(f: FunctionBuilder, x: F64x2, pole: number, finite: F64x2): F64x2 {
  const orItself = f.local("f64x2", "orItself", x.lessThan(number(f, infinity)).select(finite, x));
  const orPole = f.local("f64x2", "orPole", x.equals(number(f, pole)).select(number(f, -infinity), orItself));
  return x.lessThan(number(f, pole)).select(number(f, quiet), orPole);
}

export function emitLog(f: FunctionBuilder, x: F64x2): F64x2 {
  return emitEnds(f, x, 0, emitPlainLog(f, x));
}

/** ln (1 + x): that of the sum, and what the sum lost. */
export function emitLog1p(f: FunctionBuilder, x: F64x2): F64x2 {
  const sum = f.local("f64x2", "sum", x.add(number(f, 1)));
  const back = f.local("f64x2", "back", sum.subtract(x));
  const lost = number(f, 1)
    .subtract(back)
    .add(x.subtract(sum.subtract(back)));
  const whole = f.local("f64x2", "whole", emitPlainLog(f, sum).add(lost.divide(sum)));
  const ends = f.local("f64x2", "ends", emitEnds(f, x, -1, whole));
  return x
    .magnitude()
    .lessThan(number(f, 2 ** -54))
    .select(x, ends);
}

/** ln (1 + eˣ), which overflows nowhere. */
export function emitSoftplus(f: FunctionBuilder, x: F64x2): F64x2 {
  const power = f.local("f64x2", "power", emitExp(f, f.local("f64x2", "minusSize", x.magnitude().negate())));
  const more = f.local("f64x2", "more", emitLog1p(f, power));
  return x.replaceBelow(number(f, 0)).add(more);
}
