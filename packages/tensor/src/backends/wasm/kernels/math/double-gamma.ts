// lgamma, digamma and trigamma over two doubles, special values included. Series in 1 / w from some 10 on, to which digamma and trigamma raise an
// argument; below 0 it is reflected. Polynomials that are not Stirling's are Chebyshev series, computed for this file to 40 digits.

import type { F64x2, FunctionBuilder, I64x2, Local } from "../../assembler/index.js";
import { emitPlainLog, number, signOf } from "./double-curves.js";
import { byHalves, doublePolynomial, infinity, quiet } from "./parts.js";

/** sin πr / πr and (cos πr − 1) / r² of |r| ≤ ½, in r². */
const sines = [
  2.4503008901533465e-7, -6.972100313670779e-6, 0.0001484278416841416, -0.0023460808955200734, 0.026147847805557536,
  -0.19075182412149658, 0.8117424252833394, -1.6449340668482264, 1,
];
const cosines = [
  -1.3479084186455638e-7, 4.301204014373126e-6, -0.00010463763445997873, 0.001929574240192344, -0.02580689138403024,
  0.23533063035860252, -1.3352627688545824, 4.0587121264167685, -4.934802200544679,
];

interface Reflected {
  /** Where 1 − x is computed with. */
  readonly isReflected: Local<I64x2>;
  /** What it is computed with, from 0 on. */
  readonly z: Local<F64x2>;
  /** x less the nearest whole number, and its square. */
  readonly rest: Local<F64x2>;
  readonly square: Local<F64x2>;
}

function emitReflected(f: FunctionBuilder, x: F64x2): Reflected {
  const isReflected = f.local("i64x2", "isReflected", x.lessThan(number(f, 0)));
  const z = f.local("f64x2", "z", isReflected.select(number(f, 1).subtract(x), x));
  // Not the floor of x + ½, which is rounded among odd numbers beyond 2⁵².
  const rest = f.local("f64x2", "rest", x.subtract(x.nearest()));
  return { isReflected, z, rest, square: f.local("f64x2", "squareOfRest", rest.multiply(rest)) };
}

/** sin πr / π */
function emitSine(f: FunctionBuilder, { rest, square }: Reflected): Local<F64x2> {
  return f.local("f64x2", "sine", doublePolynomial(f, square, sines).multiply(rest));
}

/** `value`, and where a lane is reflected what `reflect` makes of it. */
function emitResult(f: FunctionBuilder, reflected: Reflected, value: F64x2, reflect: (own: F64x2) => F64x2) {
  const { isReflected } = reflected;
  const result = f.local("f64x2", "result", value);
  f.if(isReflected.asI32x4().anyTrue(), () => f.set(result, isReflected.select(reflect(result), result)));
  return result;
}

/** ln Γ(2 + t) / t for |t| ≤ ½. */
const beside2 = [
  2.7880013392491846e-7, -5.812501250599261e-7, 9.199898075671394e-7, -1.9741884532905586e-6, 4.3847319318293745e-6,
  -9.456338120610123e-6, 2.0505584372896933e-5, -4.492371708374659e-5, 9.945767440096764e-5, -0.00022315497868931946,
  0.0005096695153484373, -0.0011927539009204018, 0.002890510331036772, -0.007385551028937974, 0.020580808427780335,
  -0.0673523010531956, 0.32246703342411326, 0.42278433509846713,
];
/** B₂ₖ / (2k (2k − 1)), from k = 8 down. */
export const stirling = [-3617 / 122400, 1 / 156, -691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12];
/** From here on Stirling's series is short enough; six steps lead down from it. */
const far = 8;

/** ln Γ(2 + t) of a local, |t| ≤ ½. */
export function emitBeside2(f: FunctionBuilder, t: F64x2): F64x2 {
  return byHalves(f, t, beside2).multiply(t);
}

/** Γ(z) = (z − 1) (z − 2) … Γ(z − k), to where z − k is within ½ of 2: those factors of a local from 1.5 on, `most` at most. */
export function emitFactors(f: FunctionBuilder, z: F64x2, most: number): F64x2 {
  const factors = Array.from({ length: most }, (_, at) => {
    const step = f.local("f64x2", "step", z.subtract(number(f, at + 1)));
    return step.atLeast(number(f, 1.5)).select(step, number(f, 1));
  });
  // In pairs, which do not wait for each other.
  const product = (from: number, to: number): F64x2 =>
    to - from === 1 ? factors[from]! : product(from, (from + to) >> 1).multiply(product((from + to) >> 1, to));
  return product(0, most);
}

/** ln Γ(z) of z above 0: by one logarithm, of z or of what leads to about 2. */
function emitLogGamma(f: FunctionBuilder, z: F64x2): F64x2 {
  const [one, half] = [number(f, 1), number(f, 0.5)];
  const isFar = f.local("i64x2", "isFar", z.atLeast(number(f, far)));
  const isLow = f.local("i64x2", "isLow", z.lessThan(number(f, 1.5)));
  const isLeast = f.local("i64x2", "isLeast", z.lessThan(half));
  const of = f.local("f64x2", "of", z);
  f.if(isFar.asI32x4().allTrue().isZero(), () => {
    const factor = emitFactors(f, z, far - 2);
    const lowFactor = isLeast.select(z.multiply(z.add(one)), z);
    f.set(of, isFar.select(z, f.local("f64x2", "near", isLow.select(lowFactor, factor))));
  });
  const log = f.local("f64x2", "log", emitPlainLog(f, of));
  const result = f.local("f64x2", "logGamma", number(f, 0));
  f.if(isFar.asI32x4().anyTrue(), () => {
    const inverse = f.local("f64x2", "inverse", one.divide(z));
    const square = f.local("f64x2", "inverseSquare", inverse.multiply(inverse));
    const series = doublePolynomial(f, square, stirling).multiply(inverse);
    const rest = number(f, (Math.log(2 * Math.PI) - 1) / 2).add(series);
    f.set(result, z.subtract(half).multiply(log.subtract(one)).add(rest));
  });
  f.if(isFar.asI32x4().allTrue().isZero(), () => {
    // ln Γ(1 + t) is ln Γ(2 + t) − ln (1 + t), and ln Γ(t) less ln t.
    const low = isLeast.select(number(f, 0), one);
    const t = f.local("f64x2", "t", z.subtract(isLow.select(low, z.add(half).floor())));
    f.set(result, isFar.select(result, emitBeside2(f, t).add(isLow.select(log.negate(), log))));
  });
  return result;
}

export function emitDoubleLgamma(f: FunctionBuilder, x: F64x2): F64x2 {
  const parts = emitReflected(f, x);
  // ln π − ln |sin πx| − ln Γ(1 − x)
  const result = emitResult(f, parts, emitLogGamma(f, parts.z), (own) => {
    const sine = f.local("f64x2", "sizeOfSine", emitSine(f, parts).magnitude());
    const reflected = number(f, 0).subtract(emitPlainLog(f, sine)).subtract(own);
    // Poles at whole numbers from 0 down.
    return sine.equals(number(f, 0)).select(number(f, infinity), f.local("f64x2", "reflected", reflected));
  });
  const isPole = x
    .magnitude()
    .equals(number(f, infinity))
    .or(x.equals(number(f, 0)));
  f.set(result, isPole.select(number(f, infinity), result));
  return x.notEquals(x).select(number(f, quiet), result);
}

interface Raised {
  /** From 10 on. */
  readonly w: Local<F64x2>;
  readonly inverse: Local<F64x2>;
  readonly inverseSquare: Local<F64x2>;
  /** Where w is 10 more than z. */
  readonly isRaised: Local<I64x2>;
  /** z · (z + 9): of it and a number from 0 to 20 (z + k) · (z + 9 − k) is the sum. */
  readonly product: Local<F64x2>;
}

function emitRaised(f: FunctionBuilder, z: F64x2): Raised {
  const isRaised = f.local("i64x2", "isRaised", z.lessThan(number(f, 10)));
  const w = f.local("f64x2", "w", isRaised.select(z.add(number(f, 10)), z));
  const inverse = f.local("f64x2", "inverse", number(f, 1).divide(w));
  const inverseSquare = f.local("f64x2", "inverseSquare", inverse.multiply(inverse));
  return { w, inverse, inverseSquare, isRaised, product: f.local("f64x2", "product", z.multiply(z.add(number(f, 9)))) };
}

/** By p = z (z + 9): all of z … z + 9, multiplied. */
const allOfTen = [1, 60, 1308, 12176, 40320, 0];
/** The sum of their inverses, times that and by 2z + 9. */
const inverses = [5, 240, 3924, 24352, 40320];
/** The sum of the squares of their inverses, times the square of that. */
const squaresOfInverses = [
  10, 1245, 67680, 2107120, 41415072, 534089520, 4547382016, 24999178752, 82783088640, 131681894400,
];

const ofDigamma = [3617 / 8160, -1 / 12, 691 / 32760, -1 / 132, 1 / 240, -1 / 252, 1 / 120, -1 / 12, 0];

export function emitDoubleDigamma(f: FunctionBuilder, x: F64x2): F64x2 {
  const parts = emitReflected(f, x);
  const { w, inverse, inverseSquare, isRaised, product } = emitRaised(f, parts.z);
  const twice = parts.z.add(parts.z).add(number(f, 9));
  const below = doublePolynomial(f, product, inverses)
    .multiply(twice)
    .divide(doublePolynomial(f, product, allOfTen));
  const own = emitPlainLog(f, w)
    .subtract(inverse.multiply(number(f, 0.5)))
    .add(doublePolynomial(f, inverseSquare, ofDigamma))
    .subtract(below.asI64x2().and(isRaised).asF64x2());
  // ψ(x) = ψ(1 − x) − π cot πx.
  const result = emitResult(f, parts, own, (direct) => {
    const cosine = doublePolynomial(f, parts.square, cosines).multiply(parts.square).add(number(f, 1));
    const reflected = f.local("f64x2", "reflected", direct.subtract(cosine.divide(emitSine(f, parts))));
    // At whole numbers there is none.
    return parts.rest.equals(number(f, 0)).select(number(f, quiet), reflected);
  });
  // At 0 it is the side that its sign says.
  const ofZero = number(f, -infinity).asI64x2().xor(signOf(f, x)).asF64x2();
  f.set(result, x.equals(number(f, 0)).select(ofZero, result));
  f.set(result, x.equals(number(f, infinity)).select(x, result));
  // Of NaN and −∞ there is none.
  return x.greaterThan(number(f, -infinity)).select(result, number(f, quiet));
}

const ofTrigamma = [-3617 / 510, 7 / 6, -691 / 2730, 5 / 66, -1 / 30, 1 / 42, -1 / 30, 1 / 6];

export function emitDoubleTrigamma(f: FunctionBuilder, x: F64x2): F64x2 {
  const parts = emitReflected(f, x);
  const { inverse, inverseSquare, isRaised, product } = emitRaised(f, parts.z);
  const series = doublePolynomial(f, inverseSquare, ofTrigamma)
    .multiply(inverseSquare)
    .add(number(f, 1))
    .multiply(inverse)
    .add(inverseSquare.multiply(number(f, 0.5)));
  const all = f.local("f64x2", "all", doublePolynomial(f, product, allOfTen));
  const below = doublePolynomial(f, product, squaresOfInverses).divide(all.multiply(all));
  const own = series.add(below.asI64x2().and(isRaised).asF64x2());
  // ψ'(x) = π² / sin² πx − ψ'(1 − x).
  const result = emitResult(f, parts, own, (direct) => {
    const sine = emitSine(f, parts);
    return number(f, 1).divide(sine.multiply(sine)).subtract(direct);
  });
  return x.notEquals(x).select(number(f, quiet), result);
}
