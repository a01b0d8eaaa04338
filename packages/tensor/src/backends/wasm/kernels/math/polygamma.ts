// polygamma of order 2 and more over two doubles, special values included, and so over four floats: Hurwitz's zeta by Euler's and Maclaurin's
// formula, whose numbers are those of one order. Of orders 0 and 1: gamma.ts and double-gamma.ts.

import { factorialOf } from "../../../../formulas/math/gamma-values.js";
import type { F32x4, F64x2, FunctionBuilder, I64x2, Local } from "../../assembler/index.js";
import { number } from "./double-curves.js";
import { doublePolynomial, inDoublesByTurns, infinity } from "./parts.js";

/** B₂ₖ / (2k)! from k = 1 on: 2 (−1)ᵏ⁺¹ ζ(2k) / (2π)²ᵏ. */
const bernoulliOverFactorial = [
  1 / 12,
  -1 / 720,
  1 / 30240,
  -1 / 1209600,
  1 / 47900160,
  -691 / 1307674368000,
  1 / 74724249600,
  -3617 / 10670622842880000,
  43867 / 5109094217170944000,
  -174611 / 802857662698291200000,
];

interface Series {
  readonly s: number;
  /** Times what the sums are taken: early, so that none is subnormal whose product is not. */
  readonly factor: number;
  /** Of w⁻¹, w⁻³ …, beside w⁻ˢ; the highest first. */
  readonly terms: readonly number[];
  /** From here on they suffice, and so many steps lead up to it. */
  readonly enough: number;
}

/** What is left of the sum from w on: w¹⁻ˢ / (s − 1) + w⁻ˢ / 2 + … */
function seriesOf(order: number): Series {
  const s = order + 1;
  let rising = s;
  const terms = bernoulliOverFactorial.map((number, at) => {
    const term = number * rising;
    rising *= (s + 2 * at + 1) * (s + 2 * at + 2);
    return term;
  });
  const last = terms.at(-1)!;
  // The term behind the last is less than a (2π)² th of it, times what the factors rise by.
  const next = (Math.abs(last) * (s + 2 * terms.length - 1) * (s + 2 * terms.length)) / 39;
  let enough = 8;
  while (next * enough ** -(2 * terms.length + 1) > (2 ** -56 * enough) / (s - 1)) enough++;
  return { s, factor: (order % 2 === 1 ? 1 : -1) * factorialOf(order), terms: terms.reverse(), enough };
}

/** xⁿ of a local, by squares. */
function power(f: FunctionBuilder, x: F64x2, n: number): F64x2 {
  if (n === 0) return number(f, 1);
  if (n === 1) return x;
  if (n % 2 === 1) return power(f, x, n - 1).multiply(x);
  const half = f.local("f64x2", "half", power(f, x, n / 2));
  return half.multiply(half);
}

/** top · x⁻ˢ of a local; by two quotients where xˢ may overflow though what is left of the top does not. */
function emitTerm(f: FunctionBuilder, top: F64x2, x: F64x2, { s, enough }: Series): F64x2 {
  if ((2 * enough) ** s < infinity) return top.divide(power(f, x, s));
  const half = Math.floor(s / 2);
  return top.divide(power(f, x, half)).divide(power(f, x, s - half));
}

/** The sum of (q + k)⁻ˢ of a local above 0, k from 0 on; times the top. */
function emitZeta(f: FunctionBuilder, q: Local<F64x2>, top: F64x2, series: Series): F64x2 {
  const { s, terms, enough } = series;
  const one = number(f, 1);
  const isRaised = f.local("i64x2", "isRaised", q.lessThan(number(f, enough)));
  const sum = f.local("f64x2", "sum", number(f, 0));
  f.if(isRaised.asI32x4().anyTrue(), () => {
    const at = f.local("f64x2", "at", q);
    // The largest last.
    f.set(at, q.add(number(f, enough - 1)));
    f.repeat(enough - 1, () => {
      f.set(sum, sum.add(emitTerm(f, top, at, series)));
      f.set(at, at.subtract(one));
    });
    f.set(sum, sum.add(emitTerm(f, top, q, series)));
  });
  const w = f.local("f64x2", "w", isRaised.select(q.add(number(f, enough)), q));
  const inverse = f.local("f64x2", "inverse", one.divide(w));
  const square = f.local("f64x2", "square", inverse.multiply(inverse));
  const rest = doublePolynomial(f, square, terms).multiply(inverse).add(number(f, 0.5)).multiply(inverse);
  // In two factors, of which neither overflows where their product is a number.
  const [first, second] = [Math.ceil((s - 1) / 2), Math.floor((s - 1) / 2)];
  const ends = top.divide(power(f, w, first)).multiply(one.divide(power(f, w, second)));
  const left = f.local("f64x2", "left", rest.add(number(f, 1 / (s - 1))).multiply(ends));
  // Of what is next to nothing −0 keeps its sign.
  return isRaised.select(left.add(sum), left);
}

/** The same of any x: what lies below 0 comes back as two sums from the nearest whole number, turned around. */
function emitWholeZeta(f: FunctionBuilder, x: F64x2, series: Series): F64x2 {
  const [zero, one] = [number(f, 0), number(f, 1)];
  const isBelow = f.local("i64x2", "isBelow", x.atMost(zero));
  const q = f.local("f64x2", "q", x);
  // −0, which takes no sign from what is added.
  const total = f.local("f64x2", "total", number(f, -0));
  const rest = f.local("f64x2", "rest", zero);
  const turns = f.local("i32", "turns", 1);
  // Below 0 sums may overflow whose difference does not: they are taken smaller.
  const smaller = Math.abs(series.factor) * 2 ** (series.s + 1) < infinity ? 1 : 2 ** -200;
  const top = f.local("f64x2", "top", isBelow.select(number(f, series.factor * smaller), number(f, series.factor)));
  f.if(isBelow.asI32x4().anyTrue(), () => {
    f.set(turns, 3);
    f.set(rest, x.subtract(x.nearest()));
    // Halfway it is ½: the first two sums are alike to the last bit then, and go out against the third.
    f.set(rest, rest.equals(number(f, -0.5)).select(number(f, 0.5), rest));
    f.set(total, isBelow.select(emitTerm(f, top, rest, series), total));
    f.set(q, isBelow.select(one.add(rest), x));
  });
  const sign = f.local("f64x2", "sign", one);
  const isWanted = f.local("i64x2", "isWanted", zero.equals(zero));
  f.while(turns.greaterThan(0), () => {
    const own = f.local("f64x2", "own", emitZeta(f, q, top, series));
    f.set(total, isWanted.select(total.add(own.multiply(sign)), total));
    f.set(turns, turns.subtract(1));
    f.set(isWanted, isBelow);
    const turned = series.s % 2 === 0 ? 1 : -1;
    f.if(
      turns.equals(2),
      () => {
        f.set(q, isBelow.select(one.subtract(rest), q));
        f.set(sign, number(f, turned));
      },
      () => {
        f.set(q, isBelow.select(one.subtract(x), q));
        f.set(sign, number(f, -turned));
      },
    );
  });
  const isPole: I64x2 = isBelow.and(rest.equals(zero).or(x.equals(number(f, -infinity))));
  const whole = smaller === 1 ? total : isBelow.select(total.multiply(number(f, 1 / smaller)), total);
  return isPole.select(number(f, series.factor * infinity), whole);
}

/** The derivative of digamma of an order from 2 on: (−1)ⁿ⁺¹ n! ζ(n + 1, x). */
export function emitDoublePolygamma(order: number): (f: FunctionBuilder, x: F64x2) => F64x2 {
  return (f, x) => emitWholeZeta(f, x, seriesOf(order));
}

export function emitPolygamma(order: number): (f: FunctionBuilder, x: F32x4) => F32x4 {
  const series = seriesOf(order);
  return (f, input) => inDoublesByTurns(f, (x) => emitWholeZeta(f, x!, series), input);
}
