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

type Halves = readonly F64x2[];

/** Of both halves, each in a local: step by step, since each step waits for the one before. */
function ofEach(f: FunctionBuilder, halves: Halves, of: (half: F64x2, at: number) => F64x2): Local<F64x2>[] {
  return halves.map((half, at) => f.local("f64x2", "half", of(half, at)));
}

function polynomials(f: FunctionBuilder, x: Halves, [first = 0, ...rest]: readonly number[]): Halves {
  const start = x.map((): F64x2 => f.constant("f64x2", first));
  return rest.reduce<Halves>(
    (values, coefficient) =>
      ofEach(f, values, (value, at) => value.multiply(x[at]!).add(f.constant("f64x2", coefficient))),
    start,
  );
}

/** Powers, of 2^count · (1 + rest) to y. Beyond ±200 they are 0 or ∞ as float32 all the same. */
function emitPowers(f: FunctionBuilder, given: Halves, counts: Halves, y: Halves): Halves {
  const rests = ofEach(f, given, (rest) => rest);
  const s = ofEach(f, rests, (rest) => rest.divide(rest.add(f.constant("f64x2", 2))));
  const squares = ofEach(f, s, (own) => own.multiply(own));
  const logs = polynomials(f, squares, logarithm);
  const [least, most] = [f.constant("f64x2", -200), f.constant("f64x2", 200)];
  const shift = f.constant("f64x2", roundsToInteger);
  const products = ofEach(f, logs, (log, at) =>
    log.multiply(s[at]!).add(counts[at]!).multiply(y[at]!).replaceBelow(least).replaceAbove(most),
  );
  const rounded = ofEach(f, products, (product) => product.add(shift));
  const parts = ofEach(f, products, (product, at) => product.subtract(rounded[at]!.subtract(shift)));
  return ofEach(f, polynomials(f, parts, exponential), (power, at) =>
    power.asI64x2().add(rounded[at]!.asI64x2().shiftLeft(52)).asF64x2(),
  );
}

/** |x|^y, but for x = 1 and y = 0. */
function emitMagnitude(f: FunctionBuilder, x: F32x4, y: F32x4): F32x4 {
  const size = f.local("f32x4", "size", x.asI32x4().and(0x7fffffff).asF32x4());
  const { exponent, rest } = emitFraction(f, size);
  // ∞ and NaN are their own logarithms.
  const count = size.lessThan(Number.POSITIVE_INFINITY).select(exponent.toF32x4(), size);
  const orPole = size.equals(0).select(F32x4.of(Number.NEGATIVE_INFINITY), count);
  const counts = f.local("f32x4", "counts", orPole);
  const halves = (four: F32x4): Halves => [four.lowToF64x2(), four.highHalf().lowToF64x2()];
  const [low, high] = emitPowers(f, halves(rest), halves(counts), halves(y));
  return low!.toF32x4().shuffle(high!.toF32x4(), [0, 1, 4, 5]);
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
