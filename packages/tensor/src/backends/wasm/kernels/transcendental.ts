// exp, log and tanh over four floats at once, each within about 1 ulp, special values included, and what the functions of math/
// take of them. Argument reduction and polynomials as in Cephes' expf and logf (S. L. Moshier, netlib.org/cephes).

import type { F32x4, FunctionBuilder, I32x4, Local } from "../assembler/index.js";
import { getSimd } from "../simd.js";
import {
  infinity,
  ln2High,
  ln2Low,
  multiplyAdd,
  polynomial,
  quiet,
  roundedProduct,
  scaled,
  signOf,
  sizeOf,
  splat,
} from "./math/parts.js";

/** (eˣ − 1 − x) / x² for |x| up to ln 2 / 2: the least largest error of four powers, 0.05 ulp. */
export const exponential = [1.3814462026e-3, 8.3687808831e-3, 4.1668394316e-2, 0.16666520103, 0.49999993412];

/** eˣ = 2ⁿ · (1 + less), n + `more` in the lowest bits of `low`, |less| < ½; x is a local, and 2ⁿ nothing that cannot be. */
export function emitReduced(f: FunctionBuilder, x: F32x4, more = 0) {
  const { whole, low } = roundedProduct(f, x, Math.LOG2E, more);
  const high = multiplyAdd(whole, splat(f, -ln2High), x);
  const rest = f.local("f32x4", "rest", multiplyAdd(whole, splat(f, -ln2Low), high));
  const series = polynomial(f, rest, exponential);
  const less = f.local("f32x4", "less", multiplyAdd(series, rest.multiply(rest), rest));
  return { low, less } as { readonly low: I32x4; readonly less: Local<F32x4> };
}

/** The bits of 87: up to this size the exponential and its reciprocal are normal numbers. */
const plainExponentBits = 0x42ae0000;

/** eˣ of an x of at most that size, which is a local. */
export function emitPlainExp(f: FunctionBuilder, x: F32x4): F32x4 {
  const { low, less } = emitReduced(f, x);
  // The exponent goes up by n, whatever bits stand above it.
  return less.add(splat(f, 1)).asI32x4().add(low.shiftLeft(23)).asF32x4();
}

/** eˣ of x ≤ 0 or NaN, a local; 0 where it would be much less than normal, as beside a sum with 1 it is. */
export function emitExpOfNegative(f: FunctionBuilder, x: F32x4): F32x4 {
  // From there down n is −127, whose 2ⁿ has the bits of 0. A product, since NaN stays by it, whatever bits it has.
  const { low, less } = emitReduced(f, f.local("f32x4", "bounded", x.replaceBelow(splat(f, -87.9))), 127);
  const power = f.local("f32x4", "powerOfTwo", low.shiftLeft(23).asF32x4());
  return multiplyAdd(less, power, power);
}

/** eˣ of a local. */
export function emitExp(f: FunctionBuilder, x: F32x4): F32x4 {
  // As integers: infinities and NaN are larger still.
  const isRare = sizeOf(f, x).asI32x4().greaterThan(f.constant("i32x4", plainExponentBits));
  return emitRareOrAll(f, isRare, emitPlainExp(f, x), () => {
    // Outside these bounds the result is 0 or ∞ all the same. NaN stays.
    const bounded = f.local("f32x4", "bounded", x.replaceBelow(splat(f, -104)).replaceAbove(splat(f, 89)));
    const { low, less } = emitReduced(f, bounded);
    return scaled(f, less.add(splat(f, 1)), low);
  });
}

/** tanh x: a polynomial near 0, where 1 − 2 / (e²ˣ + 1) would cancel, and that elsewhere. As Cephes' tanhf. */
export function emitTanh(f: FunctionBuilder, x: F32x4): F32x4 {
  const size = sizeOf(f, x);
  const power = f.local("f32x4", "doublePower", emitExp(f, size.add(size)));
  const one = splat(f, 1);
  const far = one.subtract(splat(f, 2).divide(power.add(one)));
  const square = f.local("f32x4", "squareOfSmall", x.multiply(x));
  const series = polynomial(
    f,
    square,
    [-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1],
  );
  const near = multiplyAdd(series.multiply(square), x, x);
  // The sign is put on last: near −0 the polynomial gives +0.
  return size.lessThan(splat(f, 0.625)).select(near, far).asI32x4().or(signOf(f, x)).asF32x4();
}

interface Fraction {
  readonly exponent: Local<I32x4>;
  readonly rest: Local<F32x4>;
}

/** √½ as bits: from one power of 2 times it to the next, all have one exponent. */
const sqrtHalfBits = 0x3f3504f3;

/** x = (1 + rest) · 2^exponent, √½ ≤ 1 + rest < √2, of a finite normal x above 0, which is a local. */
export function emitNormalFraction(f: FunctionBuilder, x: F32x4): Fraction {
  const own = x.asI32x4().subtract(f.constant("i32x4", sqrtHalfBits)).shiftRight(23);
  const exponent = f.local("i32x4", "exponent", own);
  const fraction = x.asI32x4().subtract(exponent.shiftLeft(23)).asF32x4();
  return { exponent, rest: f.local("f32x4", "rest", fraction.subtract(splat(f, 1))) };
}

/** The same of any finite x above 0. */
export function emitFraction(f: FunctionBuilder, x: F32x4): Fraction {
  const isTiny = f.local("i32x4", "isTiny", x.lessThan(splat(f, 2 ** -126)));
  const normal = f.local("f32x4", "normal", isTiny.select(x.multiply(splat(f, 2 ** 23)), x));
  const { exponent, rest } = emitNormalFraction(f, normal);
  f.set(exponent, exponent.subtract(isTiny.and(f.constant("i32x4", 23))));
  return { exponent, rest };
}

/** 2 artanh s − 2s by s³, in s²: of least error up to s = 0.172. As in FreeBSD's e_logf.c (Sun Microsystems, 1993). */
const artanh = [0.24279078841, 0.28498786688, 0.40000972152, 0.66666662693];

/** ln (1 + rest) − rest: with s = rest / (2 + rest) ln (1 + rest) is 2 artanh s, of which rest itself is left exact. */
export function emitTail(f: FunctionBuilder, rest: F32x4): F32x4 {
  const s = f.local("f32x4", "s", rest.divide(rest.add(splat(f, 2))));
  const squareOfS = f.local("f32x4", "squareOfS", s.multiply(s));
  const half = f.local("f32x4", "halfSquare", rest.multiply(rest).multiply(splat(f, 0.5)));
  return multiplyAdd(polynomial(f, squareOfS, artanh), squareOfS, half)
    .multiply(s)
    .subtract(half);
}

/** ln (1 + rest) + count · ln 2, the least parts first. */
export function emitSum(f: FunctionBuilder, rest: F32x4, count: F32x4): F32x4 {
  const times = f.local("f32x4", "times", count);
  const tail = multiplyAdd(times, splat(f, ln2Low), emitTail(f, rest));
  return multiplyAdd(times, splat(f, ln2High), tail.add(rest));
}

/** `plain` but where it `isRare`: what `otherwise` has. */
export function emitRare(f: FunctionBuilder, isRare: I32x4, plain: F32x4, otherwise: () => F32x4): F32x4 {
  const result = f.local("f32x4", "result", plain);
  const where = f.local("i32x4", "where", isRare);
  f.if(where.anyTrue(), () => f.set(result, where.select(otherwise(), result)));
  return result;
}

/** The same of what holds everywhere: where V8 widens vectors a branch would keep it from it, and costs more than what is spared. */
export function emitRareOrAll(f: FunctionBuilder, isRare: I32x4, plain: F32x4, everywhere: () => F32x4): F32x4 {
  return getSimd() === "wide" ? everywhere() : emitRare(f, isRare, plain, everywhere);
}

/** A logarithm's ends: −∞ at its pole, NaN below; ∞ and NaN stay. */
export function emitEnds(f: FunctionBuilder, x: F32x4, pole: F32x4, finite: F32x4): F32x4 {
  const orItself = f.local("f32x4", "orItself", x.lessThan(splat(f, infinity)).select(finite, x));
  const orPole = f.local("f32x4", "orPole", x.equals(pole).select(splat(f, -infinity), orItself));
  return x.lessThan(pole).select(splat(f, quiet), orPole);
}

/** A logarithm out of x's exponent and fraction; subnormal numbers and all that has no logarithm go a way of their own. */
export function emitByFraction(f: FunctionBuilder, x: F32x4, combine: (fraction: Fraction) => F32x4): F32x4 {
  // As an integer, moved so that all else is larger than normal numbers above 0.
  const isRare = x.asI32x4().add(f.constant("i32x4", 0x7f800000)).greaterThan(f.constant("i32x4", -0x01000001));
  return emitRareOrAll(f, isRare, combine(emitNormalFraction(f, x)), () =>
    emitEnds(f, x, splat(f, 0), combine(emitFraction(f, x))),
  );
}

/** ln x. */
export function emitLog(f: FunctionBuilder, x: F32x4): F32x4 {
  return emitByFraction(f, x, ({ exponent, rest }) => emitSum(f, rest, exponent.toF32x4()));
}
