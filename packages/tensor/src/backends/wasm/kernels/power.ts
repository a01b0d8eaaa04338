// Powers over four lanes. Of floats: 2^(y · log₂ x) in doubles, so that the one rounding that matters is the last; a result depends on
// its own x and y alone, whatever its neighbours are. Of integers: by squaring, modulo 2³².

import { F32x4, type F64x2, type FunctionBuilder, I32x4, type Local } from "../assembler/index.js";
import { emitFraction } from "./transcendental.js";

// Polynomials of least relative error, by Lawson's iteration: 2⁻³⁷ and 2⁻²⁹. A float32 has 24 bits.
/** log₂ ((1 + s) / (1 − s)) / s in s², for (1 + s) / (1 − s) from √½ to √2. */
const logarithm = [0.340730088804, 0.411672719844, 0.577083584955, 0.961796673342, 2.88539008179];
/** 2ʳ for |r| ≤ ½. */
const exponential = [
  0.000153458020387, 0.00133999311396, 0.00961848899415, 0.0555032877721, 0.240226468903, 0.693147205737, 1.00000000055,
];

/** Added to a double it leaves the nearest integer in the low bits. */
const roundsToInteger = 1.5 * 2 ** 52;

function polynomial(f: FunctionBuilder, x: F64x2, [first = 0, ...rest]: readonly number[]): F64x2 {
  const start: F64x2 = f.constant("f64x2", first);
  return rest.reduce((value, coefficient) => value.multiply(x).add(f.constant("f64x2", coefficient)), start);
}

/** Two powers: of 2^count · (1 + rest) to y. Beyond ±200 they are 0 or ∞ as float32 all the same. */
function emitTwo(f: FunctionBuilder, rest: F64x2, count: F64x2, y: F64x2): F64x2 {
  const given = f.local("f64x2", "rest", rest);
  const s = f.local("f64x2", "s", given.divide(given.add(f.constant("f64x2", 2))));
  const square = f.local("f64x2", "square", s.multiply(s));
  const log = polynomial(f, square, logarithm).multiply(s).add(count);
  const [least, most] = [f.constant("f64x2", -200), f.constant("f64x2", 200)];
  const shift = f.constant("f64x2", roundsToInteger);
  const product = f.local("f64x2", "product", log.multiply(y).replaceBelow(least).replaceAbove(most));
  const rounded = f.local("f64x2", "rounded", product.add(shift));
  f.set(product, product.subtract(rounded.subtract(shift)));
  return polynomial(f, product, exponential).asI64x2().add(rounded.asI64x2().shiftLeft(52)).asF64x2();
}

/** |x|^y, but for x = 1 and y = 0. */
function emitMagnitude(f: FunctionBuilder, x: F32x4, y: F32x4): F32x4 {
  const size = f.local("f32x4", "size", x.asI32x4().and(0x7fffffff).asF32x4());
  const { exponent, rest } = emitFraction(f, size);
  // ∞ and NaN are their own logarithms.
  const count = size.lessThan(Number.POSITIVE_INFINITY).select(exponent.toF32x4(), size);
  const orPole = size.equals(0).select(F32x4.of(Number.NEGATIVE_INFINITY), count);
  const counts = f.local("f32x4", "counts", orPole);
  const low = f.local("f64x2", "lowPowers", emitTwo(f, rest.lowToF64x2(), counts.lowToF64x2(), y.lowToF64x2()));
  const high = emitTwo(f, rest.highHalf().lowToF64x2(), counts.highHalf().lowToF64x2(), y.highHalf().lowToF64x2());
  return low.toF32x4().shuffle(high.toF32x4(), [0, 1, 4, 5]);
}

/** x^y as C has it. */
export function emitPower(f: FunctionBuilder, base: F32x4, exponent: F32x4): F32x4 {
  const x = f.local("f32x4", "base", base);
  const y = f.local("f32x4", "exponent", exponent);
  const result = f.local("f32x4", "power", emitMagnitude(f, x, y));
  const isWhole = f.local("i32x4", "isWhole", y.equals(y.nearest()));
  const half = f.local("f32x4", "half", y.multiply(f.constant("f32x4", 0.5)));
  const isOdd = isWhole.and(half.notEquals(half.nearest()));
  f.set(
    result,
    result
      .asI32x4()
      .xor(x.asI32x4().and(f.constant("i32x4", -0x80000000)).and(isOdd))
      .asF32x4(),
  );
  const infinity = f.constant("f32x4", Number.POSITIVE_INFINITY);
  const isRefused = x.lessThan(0).and(x.greaterThan(Number.NEGATIVE_INFINITY)).and(isWhole.not());
  const isNone = isRefused.or(x.notEquals(x)).or(y.notEquals(y));
  f.set(result, isNone.select(F32x4.of(Number.NaN), result));
  const isInfinite = y.asI32x4().and(f.constant("i32x4", 0x7fffffff)).asF32x4().equals(infinity);
  const one: F32x4 = f.constant("f32x4", 1);
  const isOne = x.equals(one).or(y.equals(0)).or(x.equals(-1).and(isInfinite));
  return isOne.select(one, result);
}

/** a^b modulo 2³². Below 0 only ±1 has a whole power. */
export function emitIntegerPower(f: FunctionBuilder, a: I32x4, b: I32x4): I32x4 {
  const power = f.local("i32x4", "power", I32x4.of(1)) as Local<I32x4>;
  const base = f.local("i32x4", "base", a);
  const exponent = f.local("i32x4", "exponent", b);
  const rest = f.local("i32x4", "rest", exponent.max(0));
  f.while(rest.anyTrue(), () => {
    f.set(power, rest.and(1).equals(1).select(power.multiply(base), power));
    f.set(base, base.multiply(base));
    f.set(rest, rest.shiftRightUnsigned(1));
  });
  f.set(base, a);
  const whole = base.equals(1).or(base.equals(-1).and(exponent.and(1).equals(0)));
  const ofNegative = whole.select(I32x4.of(1), base.equals(-1));
  return exponent.lessThan(0).select(ofNegative, power);
}
