// sin, cos, tan and their inverses over two doubles, special values included. Up to 2²⁰ quarters an angle is reduced by π/2 in parts, a larger
// one by Payne and Hanek. Coefficients as in FreeBSD's msun (k_sin.c, k_cos.c, e_asin.c, s_atan.c; Sun Microsystems, 1993).

import { F64x2, type FunctionBuilder, I32x4, type I64x2, type Local } from "../../assembler/index.js";
import { number, roundsToInteger, signed, signOf } from "./double-curves.js";
import { emitDoubleSineAndCosine, halfPi } from "./doubles.js";
import { doublePolynomial, infinity, quiet } from "./parts.js";

/** π/2 in parts of 33 bits, whose products with a whole number of 20 are exact, and what they lack. */
const halfPiParts = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32];
/** From here on an angle is large. */
const large = 2 ** 20;

interface Reduced {
  /** All ones where the number of quarters is odd. */
  readonly isOdd: Local<I64x2>;
  /** The sign bit where the second of its bits is set. */
  readonly isBehind: Local<I64x2>;
  /** The sign bit where the second bit of one quarter more is. */
  readonly isBehindNext: Local<I64x2>;
  /** What is left, in [−π/4, π/4]. */
  readonly rest: Local<F64x2>;
}

/** a − b, and what that lost (D. E. Knuth, TAOCP 2, 4.2.2, theorem B). */
function difference(f: FunctionBuilder, a: Local<F64x2>, b: Local<F64x2>) {
  const result = f.local("f64x2", "difference", a.subtract(b));
  const share = f.local("f64x2", "share", result.subtract(a));
  return { result, lost: f.local("f64x2", "lost", a.subtract(result.subtract(share)).subtract(b.add(share))) };
}

/** An angle, not negative, less the nearest whole number of quarters of a circle. */
function emitReduced(f: FunctionBuilder, size: Local<F64x2>): Reduced {
  const shifted = f.local("f64x2", "shifted", size.multiply(number(f, 2 / Math.PI)).add(number(f, roundsToInteger)));
  const count = f.local("f64x2", "count", shifted.subtract(number(f, roundsToInteger)));
  const [first, second, third, last] = halfPiParts as [number, number, number, number];
  const product = (part: number) => f.local("f64x2", "product", count.multiply(number(f, part)));
  const most = f.local("f64x2", "most", size.subtract(product(first)));
  const more = difference(f, most, product(second));
  const all = difference(f, more.result, product(third));
  const tail = more.lost.add(all.lost).subtract(count.multiply(number(f, last)));
  const rest = f.local("f64x2", "rest", all.result.add(tail));
  const isLarge = f.local("i64x2", "isLarge", size.atLeast(number(f, large)));
  f.if(isLarge.asI32x4().anyTrue(), () => {
    const own = emitLarge(f, size);
    f.set(rest, isLarge.select(own.rest, rest));
    f.set(shifted, isLarge.select(own.quarter.add(number(f, roundsToInteger)), shifted));
  });
  const bits = f.local("i64x2", "quarterBits", shifted.asI64x2());
  const signBit = number(f, -0).asI64x2();
  const isOdd = f.local("i64x2", "isOdd", bits.shiftLeft(63).shiftRight(63));
  const isBehind = f.local("i64x2", "isBehind", bits.shiftLeft(62).and(signBit));
  return { isOdd, isBehind, isBehindNext: f.local("i64x2", "isBehindNext", isBehind.xor(isOdd.and(signBit))), rest };
}

/** 2/π in pieces of 24 bits, so many that no double is larger than what is left out. */
const twoOverPi = [
  0xa2f983, 0x6e4e44, 0x1529fc, 0x2757d1, 0xf534dd, 0xc0db62, 0x95993c, 0x439041, 0xfe5163, 0xabdebb, 0xc561b7,
  0x246e3a, 0x424dd2, 0xe00649, 0x2eea09, 0xd1921c, 0xfe1deb, 0x1cb129, 0xa73ee8, 0x8235f5, 0x2ebb44, 0x84e99c,
  0x7026b4, 0x5f7e41, 0x3991d6, 0x398353, 0x39f49c, 0x845f8b, 0xbdf928, 0x3b1ff8, 0x97ffde, 0x05980f, 0xef2f11,
  0x8b5a0a, 0x6d1f6d, 0x367ecf, 0x27cb09, 0xb74f46, 0x3f669e, 0x5fea2d, 0x7527ba, 0xc7ebe5, 0xf17b3d, 0x0739f7,
  0x8a5292, 0xea6bfb, 0x5fb11f, 0x8d5d08,
];
/** What the largest angle and the last piece are moved by, so that neither leaves the range of doubles. */
const moved = 2 ** 600;

/**
 * Payne's and Hanek's reduction: halves of the angle times each piece are exact, whole circles are dropped from them, and the sum of what
 * is left keeps what it loses.
 */
function emitLarge(f: FunctionBuilder, size: F64x2): { readonly quarter: Local<F64x2>; readonly rest: F64x2 } {
  const x = f.local("f64x2", "x", size.multiply(number(f, 1 / moved)));
  // All but the lowest 27 bits.
  const high = f.local(
    "f64x2",
    "high",
    x
      .asI64x2()
      .and(I32x4.constant(-(2 ** 27), -1, -(2 ** 27), -1).asI64x2())
      .asF64x2(),
  );
  const low = f.local("f64x2", "low", x.subtract(high));
  const [sum, lost, quarter] = [f.local("f64x2", "sum"), f.local("f64x2", "lost"), f.local("f64x2", "quarter")];
  const [term, next, share] = [f.local("f64x2", "term"), f.local("f64x2", "next"), f.local("f64x2", "share")];
  const [four, half] = [number(f, 4), number(f, 0.5)];
  for (const own of [sum, lost, quarter]) f.set(own, F64x2.zero());
  for (const [place, piece] of twoOverPi.entries())
    for (const part of [high, low]) {
      f.set(term, part.multiply(F64x2.of(piece * 2 ** (600 - 24 * (place + 1)))));
      f.set(term, term.subtract(term.multiply(number(f, 0.25)).floor().multiply(four)));
      f.set(next, sum.add(term));
      f.set(share, next.subtract(sum));
      f.set(lost, lost.add(sum.subtract(next.subtract(share))).add(term.subtract(share)));
      f.set(term, next.add(half).floor());
      f.set(quarter, quarter.add(term));
      f.set(sum, next.subtract(term));
    }
  f.set(sum, sum.add(lost));
  return { quarter, rest: sum.multiply(number(f, halfPi.high)) };
}

/** The sine and the cosine of what is left. */
function emitBoth(f: FunctionBuilder, x: F64x2) {
  const size = f.local("f64x2", "size", x.magnitude());
  const reduced = emitReduced(f, size);
  return { ...reduced, ...emitDoubleSineAndCosine(f, reduced.rest) };
}

export function emitSin(f: FunctionBuilder, x: F64x2): F64x2 {
  const { isOdd, isBehind, sine, cosine } = emitBoth(f, x);
  return signed(isOdd.select(cosine, sine), isBehind.xor(signOf(f, x)));
}

export function emitCos(f: FunctionBuilder, x: F64x2): F64x2 {
  const { isOdd, isBehindNext, sine, cosine } = emitBoth(f, x);
  return signed(isOdd.select(sine, cosine), isBehindNext);
}

export function emitTan(f: FunctionBuilder, x: F64x2): F64x2 {
  const { isOdd, sine, cosine } = emitBoth(f, x);
  const sign = isOdd.and(number(f, -0).asI64x2()).xor(signOf(f, x));
  return signed(isOdd.select(cosine, sine).divide(isOdd.select(sine, cosine)), sign);
}

/** atan a = a − a · p(a²), from the highest power on. */
const arctangent = [
  0.016285820115365782, -0.036531572744216916, 0.049768779946159324, -0.058335701337905735, 0.06661073137387531,
  -0.0769187620504483, 0.09090887133436507, -0.11111110405462356, 0.14285714272503466, -0.19999999999876483,
  0.3333333333333293,
];
/** An angle up to which a ratio counts as near to the one before, its tangent, and the angle in two parts. */
const middles = [
  { from: 7 / 16, tangent: 0.5, high: 0.4636476090008061, low: 2.2698777452961687e-17 },
  { from: 11 / 16, tangent: 1, high: 0.7853981633974483, low: 3.061616997868383e-17 },
  { from: 19 / 16, tangent: 1.5, high: 0.982793723247329, low: 1.3903311031230998e-17 },
] as const;

/** atan of a local that is not negative: of what is left to the nearest of some angles. */
function emitAngle(f: FunctionBuilder, size: F64x2): Local<F64x2> {
  const one = number(f, 1);
  const [over, under] = [f.local("f64x2", "over", size), f.local("f64x2", "under", one)];
  const [high, low] = [f.local("f64x2", "highAngle", F64x2.zero()), f.local("f64x2", "lowAngle", F64x2.zero())];
  const is = f.local("i64x2", "isFrom");
  const choose = (from: number, values: readonly [F64x2, F64x2], angle: readonly [number, number]) => {
    f.set(is, size.atLeast(number(f, from)));
    f.set(over, is.select(values[0], over));
    f.set(under, is.select(values[1], under));
    f.set(high, is.select(number(f, angle[0]), high));
    f.set(low, is.select(number(f, angle[1]), low));
  };
  for (const { from, tangent, high: first, low: second } of middles) {
    const times = number(f, tangent);
    choose(from, [size.subtract(times), size.multiply(times).add(one)], [first, second]);
  }
  choose(39 / 16, [number(f, -1), size], [halfPi.high, halfPi.low]);
  const ratio = f.local("f64x2", "ratio", over.divide(under));
  const square = f.local("f64x2", "square", ratio.multiply(ratio));
  const less = ratio.multiply(square).multiply(doublePolynomial(f, square, arctangent));
  return f.local("f64x2", "angle", high.subtract(less.subtract(low).subtract(ratio)));
}

export function emitAtan(f: FunctionBuilder, x: F64x2): F64x2 {
  return signed(emitAngle(f, f.local("f64x2", "size", x.magnitude())), signOf(f, x));
}

export function emitAtan2(f: FunctionBuilder, y: F64x2, x: F64x2): F64x2 {
  const [rise, run] = [f.local("f64x2", "rise", y.magnitude()), f.local("f64x2", "run", x.magnitude())];
  // Of two zeros the ratio is 0, and of two infinities 1.
  const isEven = rise.equals(run).and(run.equals(number(f, infinity)));
  const quotient = rise.equals(number(f, 0)).select(number(f, 0), rise.divide(run));
  const angle = emitAngle(f, f.local("f64x2", "ratio", isEven.select(number(f, 1), quotient)));
  const isBehind = x.asI64x2().shiftRight(63);
  const behind = number(f, Math.PI).subtract(angle.subtract(number(f, 2 * halfPi.low)));
  const result = f.local("f64x2", "result", signed(isBehind.select(behind, angle), signOf(f, y)));
  return x.notEquals(x).or(y.notEquals(y)).select(number(f, quiet), result);
}

/** asin a = a + a · p(a²) / q(a²) up to ½. */
const arcsine = {
  over: [
    0.00003479331075960212, 0.0007915349942898145, -0.04005553450067941, 0.20121253213486293, -0.3255658186224009,
    0.16666666666666666,
  ],
  under: [0.07703815055590194, -0.6882839716054533, 2.0209457602335057, -2.403394911734414, 1],
};

/** The arcsine of the size of x, or beyond ½ of √((1 − size) / 2), which is half of what is missing to π/2; its parts. */
function emitHalf(f: FunctionBuilder, x: F64x2) {
  const size = f.local("f64x2", "size", x.magnitude());
  const isFar = f.local("i64x2", "isFar", size.atLeast(number(f, 0.5)));
  const half = f.local("f64x2", "half", number(f, 0.5).subtract(size.multiply(number(f, 0.5))));
  const square = f.local("f64x2", "square", isFar.select(half, size.multiply(size)));
  const base = f.local("f64x2", "base", isFar.select(half.squareRoot(), size));
  const under = doublePolynomial(f, square, arcsine.under);
  const quotient = doublePolynomial(f, square, arcsine.over).multiply(square).divide(under);
  return { isFar, base, more: f.local("f64x2", "more", base.multiply(quotient)) };
}

export function emitAsin(f: FunctionBuilder, x: F64x2): F64x2 {
  const { isFar, base, more } = emitHalf(f, x);
  const angle = base.add(more);
  const twice = more.add(more).subtract(number(f, halfPi.low));
  const far = number(f, halfPi.high).subtract(base.add(base).add(twice));
  return signed(isFar.select(far, angle), signOf(f, x));
}

export function emitAcos(f: FunctionBuilder, x: F64x2): F64x2 {
  const { isFar, base, more } = emitHalf(f, x);
  const isNegative = x.asI64x2().shiftRight(63);
  const angle = f.local("f64x2", "angle", base.add(more));
  const twice = f.local("f64x2", "twice", angle.add(angle));
  const opposite = number(f, Math.PI).subtract(twice.subtract(number(f, 2 * halfPi.low)));
  const turned = signed(base, signOf(f, x)).add(signed(more, signOf(f, x)).subtract(number(f, halfPi.low)));
  return isFar.select(isNegative.select(opposite, twice), number(f, halfPi.high).subtract(turned));
}
