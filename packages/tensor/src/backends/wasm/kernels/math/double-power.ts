// Powers over two doubles: 2^(y · log₂ x), the logarithm in two parts, so that a large exponent does not tell. Steps and coefficients as in
// FreeBSD's msun (e_pow.c; Sun Microsystems, 1993), without its branches.

import type { F64x2, FunctionBuilder, Local } from "../../assembler/index.js";
import { exponential, number, roundsToInteger, scaled, whole } from "./double-curves.js";
import { doublePolynomial, infinity, quiet } from "./parts.js";

/** A number whose product with another such is exact. */
function short(f: FunctionBuilder, x: F64x2): Local<F64x2> {
  return f.local("f64x2", "short", x.asI64x2().and(whole(0, -1)).asF64x2());
}

/** ln ((1 + s) / (1 − s)) = 2s + ⅔ s³ + s⁵ · p(s²). */
const logarithm = [
  0.20697501780033842, 0.23066074577556175, 0.272728123808534, 0.33333332981837743, 0.4285714285785502,
  0.5999999999999946,
];
/** 2 / (3 ln 2), and its first digits and the rest; and the same of log₂ 1.5. */
const perLog = { all: 0.9617966939259756, high: 0.9617967009544373, low: -7.028461650952758e-9 };
const ofMiddle = { high: 0.5849624872207642, low: 1.350039202129749e-8 };
const ln2 = { all: Math.LN2, high: 0.6931471824645996, low: -1.904654299957768e-9 };

/** From here to the next power of 2 times it numbers are taken beside 1.5, and below beside 1: √1.5 and √3, as the upper half of a double. */
const from = { middle: 0x3ff3988e, next: 0x3ffbb67a };

interface Logarithm {
  readonly high: Local<F64x2>;
  readonly low: Local<F64x2>;
}

/** log₂ of a local above 0 that is finite; its first part is short. */
function emitLogarithm(f: FunctionBuilder, size: Local<F64x2>): Logarithm {
  const isTiny = f.local("i64x2", "isTiny", size.lessThan(number(f, 2 ** -1022)));
  const normal = f.local("f64x2", "normal", isTiny.select(size.multiply(number(f, 2 ** 54)), size));
  // In [√3 / 2, √3): the exponent goes up where the fraction is beyond.
  const exponent = f.local(
    "i64x2",
    "exponent",
    normal
      .asI64x2()
      .add(whole(0, 0x3ff00000 - (from.next - 0x100000)))
      .shiftRightUnsigned(52)
      .subtract(whole(1023)),
  );
  const m = f.local("f64x2", "fraction", normal.asI64x2().subtract(exponent.shiftLeft(52)).asF64x2());
  const isMiddle = f.local("i64x2", "isMiddle", m.atLeast(number(f, 1.224744871391589)));
  const beside = f.local("f64x2", "beside", isMiddle.select(number(f, 1.5), number(f, 1)));
  const [less, sum] = [f.local("f64x2", "less", m.subtract(beside)), f.local("f64x2", "sum", m.add(beside))];
  const inverse = f.local("f64x2", "inverse", number(f, 1).divide(sum));
  const s = f.local("f64x2", "s", less.multiply(inverse));
  const high = short(f, s);
  const shortSum = short(f, sum);
  const restOfSum = m.subtract(shortSum.subtract(beside));
  const low = f.local(
    "f64x2",
    "low",
    less.subtract(high.multiply(shortSum)).subtract(high.multiply(restOfSum)).multiply(inverse),
  );
  const square = f.local("f64x2", "square", s.multiply(s));
  const series = square.multiply(square).multiply(doublePolynomial(f, square, logarithm));
  const rest = f.local("f64x2", "rest", series.add(low.multiply(high.add(s))));
  const exactSquare = f.local("f64x2", "exactSquare", high.multiply(high));
  const three = number(f, 3);
  const factor = short(f, three.add(exactSquare).add(rest));
  const restOfFactor = rest.subtract(factor.subtract(three).subtract(exactSquare));
  const product = f.local("f64x2", "product", high.multiply(factor));
  const restOfProduct = f.local("f64x2", "restOfProduct", low.multiply(factor).add(restOfFactor.multiply(s)));
  const first = short(f, product.add(restOfProduct));
  const second = restOfProduct.subtract(first.subtract(product));
  const main = f.local("f64x2", "main", first.multiply(number(f, perLog.high)));
  const lowOfMiddle = isMiddle.select(number(f, ofMiddle.low), number(f, 0));
  const more = first
    .multiply(number(f, perLog.low))
    .add(second.multiply(number(f, perLog.all)))
    .add(lowOfMiddle);
  const tail = f.local("f64x2", "tail", more);
  const count = f.local(
    "f64x2",
    "count",
    exponent
      .add(number(f, roundsToInteger).asI64x2())
      .asF64x2()
      .subtract(number(f, roundsToInteger))
      .subtract(number(f, 54).asI64x2().and(isTiny).asF64x2()),
  );
  const highOfMiddle = f.local("f64x2", "highOfMiddle", isMiddle.select(number(f, ofMiddle.high), number(f, 0)));
  const result = short(f, main.add(tail).add(highOfMiddle).add(count));
  const lost = result.subtract(count).subtract(highOfMiddle).subtract(main);
  return { high: result, low: f.local("f64x2", "lowOfLog", tail.subtract(lost)) };
}

/** 2 to the power of a sum, of which the first part is the larger. */
function emitTwoTo(f: FunctionBuilder, high: F64x2, low: F64x2): F64x2 {
  // Beyond these bounds the power is 0 or ∞ all the same.
  const [least, most] = [number(f, -1100), number(f, 1100)];
  const bounded = f.local("f64x2", "bounded", high.replaceBelow(least).replaceAbove(most));
  const isWithin = high.equals(bounded);
  const more = f.local("f64x2", "more", low.asI64x2().and(isWithin).asF64x2());
  const shifted = f.local("f64x2", "shifted", bounded.add(more).add(number(f, roundsToInteger)));
  const part = f.local("f64x2", "part", bounded.subtract(shifted.subtract(number(f, roundsToInteger))));
  const main = short(f, part.add(more));
  const u = f.local("f64x2", "u", main.multiply(number(f, ln2.high)));
  const left = more.subtract(main.subtract(part)).multiply(number(f, ln2.all));
  const v = f.local("f64x2", "v", left.add(main.multiply(number(f, ln2.low))));
  const z = f.local("f64x2", "z", u.add(v));
  const w = f.local("f64x2", "w", v.subtract(z.subtract(u)));
  const square = f.local("f64x2", "square", z.multiply(z));
  const t = f.local("f64x2", "t", z.subtract(square.multiply(doublePolynomial(f, square, exponential))));
  const quotient = z.multiply(t).divide(t.subtract(number(f, 2)));
  const less = quotient.subtract(w.add(z.multiply(w))).subtract(z);
  return scaled(f, number(f, 1).subtract(less), shifted.asI64x2());
}

/** x^y as C has it. */
export function emitPower(f: FunctionBuilder, x: F64x2, y: F64x2): F64x2 {
  const size = f.local("f64x2", "sizeOfBase", x.magnitude());
  const sizeOfExponent = f.local("f64x2", "sizeOfExponent", y.magnitude());
  const log = emitLogarithm(f, size);
  // Beyond 2⁷⁰ an exponent of any number but 1 gives 0 or ∞; bounded, so that its parts are numbers.
  const exponent = f.local("f64x2", "exponent", y.replaceBelow(number(f, -(2 ** 70))).replaceAbove(number(f, 2 ** 70)));
  const main = short(f, exponent);
  const more = exponent.subtract(main).multiply(log.high).add(exponent.multiply(log.low));
  const product = f.local("f64x2", "product", main.multiply(log.high));
  const rest = f.local("f64x2", "restOfProduct", more);
  const power = f.local("f64x2", "power", emitTwoTo(f, product, rest));
  // 0 and ∞ to a power above 0 are themselves, and to one below the other.
  const isAbove = y.greaterThan(number(f, 0));
  const own = f.local("f64x2", "own", isAbove.select(size, number(f, 1).divide(size)));
  const isEnd = size.equals(number(f, 0)).or(size.equals(number(f, infinity)));
  const orEnd = f.local("f64x2", "orEnd", isEnd.select(own, power));
  const isWhole = f.local("i64x2", "isWhole", y.equals(y.nearest()));
  const half = f.local("f64x2", "half", y.multiply(number(f, 0.5)));
  const sign = x.asI64x2().and(number(f, -0).asI64x2()).and(isWhole).and(half.notEquals(half.nearest()));
  const signed = f.local("f64x2", "signed", orEnd.asI64x2().xor(sign).asF64x2());
  const isRefused = x
    .lessThan(number(f, 0))
    .and(size.lessThan(number(f, infinity)))
    .and(isWhole.not());
  const isNone = isRefused.or(x.notEquals(x)).or(y.notEquals(y));
  const orNone = f.local("f64x2", "orNone", isNone.select(number(f, quiet), signed));
  const isInfinite = sizeOfExponent.equals(number(f, infinity));
  const isOne = x
    .equals(number(f, 1))
    .or(y.equals(number(f, 0)))
    .or(size.equals(number(f, 1)).and(isInfinite));
  return isOne.select(number(f, 1), orNone);
}
