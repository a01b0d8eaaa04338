// lgamma, digamma and trigamma over four floats, in doubles: near their zeros much cancels. Up to 6 an argument is raised by 6, so
// that the series in 1 / w is short; below ½ it is reflected.

import { type F32x4, F64x2, type FunctionBuilder, I64x2, type Local } from "../../assembler/index.js";
import { emitDoubleLog } from "./doubles.js";
import { doublePolynomial, inDoubles, infinity, quiet } from "./parts.js";

const pi = Math.PI;

/** sin πr and cos πr of what is left to the nearest whole number. */
const sines = [
  -2.1129846573467643e-5, 0.00046598596965164644, -0.0073703647614503601, 0.082145879018740472, -0.59926452885136672,
  2.5501640398629228, -5.1677127800497766, 3.1415926535897922,
];
const cosines = [
  4.1425228118896484e-6, -0.000104561448097229, 0.0019295564852654934, -0.025806889694649726, 0.23533063041577407,
  -1.3352627688781809, 4.0587121264182624, -4.9348022005447021, 1,
];

interface Raised {
  readonly x: Local<F64x2>;
  /** Where 1 − x is computed with. */
  readonly isReflected: Local<I64x2>;
  /** From 6 on. */
  readonly w: Local<F64x2>;
  readonly inverse: Local<F64x2>;
  readonly inverseSquare: Local<F64x2>;
  /** Where w is 6 more than what was wanted. */
  readonly isRaised: Local<I64x2>;
  /** What was wanted, and it with 1 … 5 more. */
  readonly steps: readonly Local<F64x2>[];
  /** x less the nearest whole number. */
  readonly rest: Local<F64x2>;
}

function emitRaised(f: FunctionBuilder, given: F64x2): Raised {
  const number = (value: number): F64x2 => f.constant("f64x2", value);
  const x = f.local("f64x2", "x", given);
  const isDirect = f.local("i64x2", "isDirect", x.atLeast(number(0.5)));
  const isReflected = f.local("i64x2", "isReflected", isDirect.equals(I64x2.zero()));
  const z = f.local("f64x2", "z", isReflected.select(number(1).subtract(x), x));
  const isFar = z.atLeast(number(6));
  const isRaised = f.local("i64x2", "isRaised", isFar.equals(I64x2.zero()));
  const w = f.local("f64x2", "w", isRaised.select(z.add(number(6)), z));
  const inverse = f.local("f64x2", "inverse", number(1).divide(w));
  const inverseSquare = f.local("f64x2", "inverseSquare", inverse.multiply(inverse));
  const steps = [0, 1, 2, 3, 4, 5].map((step) => f.local("f64x2", `step${step}`, z.add(number(step))));
  const rest = f.local("f64x2", "rest", x.subtract(x.add(number(0.5)).floor()));
  return { x, isReflected, w, inverse, inverseSquare, isRaised, steps, rest };
}

function emitSine(f: FunctionBuilder, rest: F64x2): F64x2 {
  const square = f.local("f64x2", "squareOfRest", rest.multiply(rest));
  return doublePolynomial(f, square, sines).multiply(rest);
}

function emitCosine(f: FunctionBuilder, rest: F64x2): F64x2 {
  const square = f.local("f64x2", "squareOfRest", rest.multiply(rest));
  return doublePolynomial(f, square, cosines);
}

export function emitLgamma(f: FunctionBuilder, input: F32x4): F32x4 {
  return inDoubles(f, (lanes) => emitLgammaOfTwo(f, lanes!), input);
}

function emitLgammaOfTwo(f: FunctionBuilder, given: F64x2): F64x2 {
  const number = (value: number): F64x2 => f.constant("f64x2", value);
  const { x, isReflected, w, inverse, inverseSquare, isRaised, steps, rest } = emitRaised(f, given);
  const series = doublePolynomial(f, inverseSquare, [
    1 / 156,
    -691 / 360360,
    1 / 1188,
    -1 / 1680,
    1 / 1260,
    -1 / 360,
    1 / 12,
  ]).multiply(inverse);
  const stirling = f.local(
    "f64x2",
    "stirling",
    w
      .subtract(number(0.5))
      .multiply(emitDoubleLog(f, w))
      .subtract(w)
      .add(number(Math.log(2 * pi) / 2))
      .add(series),
  );
  const product = steps.reduce<F64x2>((all, step) => all.multiply(step), number(1));
  const factor = f.local("f64x2", "factor", isRaised.select(product, number(1)));
  // lgamma x = ln π − ln |sin πx| − lgamma (1 − x).
  const sine = f.local("f64x2", "sine", emitSine(f, rest).magnitude());
  const top = isReflected.select(factor.multiply(number(pi)), number(1));
  const quotient = f.local("f64x2", "quotient", top.divide(isReflected.select(sine, factor)));
  const signed = isReflected.select(number(0).subtract(stirling), stirling);
  const result = f.local("f64x2", "result", signed.add(emitDoubleLog(f, quotient)));
  // Poles at whole numbers from 0 down; ∞ at both ends.
  const isPole = isReflected.and(rest.equals(0)).or(x.magnitude().equals(infinity));
  f.set(result, isPole.select(number(infinity), result));
  // Nothing is left of roundings there.
  f.set(result, x.equals(1).or(x.equals(2)).select(number(0), result));
  return x.notEquals(x).select(number(quiet), result);
}

export function emitDigamma(f: FunctionBuilder, input: F32x4): F32x4 {
  return inDoubles(f, (lanes) => emitDigammaOfTwo(f, lanes!), input);
}

function emitDigammaOfTwo(f: FunctionBuilder, given: F64x2): F64x2 {
  const number = (value: number): F64x2 => f.constant("f64x2", value);
  const { x, isReflected, w, inverse, inverseSquare, isRaised, steps, rest } = emitRaised(f, given);
  const series = doublePolynomial(f, inverseSquare, [
    -1 / 12,
    691 / 32760,
    -1 / 132,
    1 / 240,
    -1 / 252,
    1 / 120,
    -1 / 12,
    0,
  ]);
  // 1 / z + 1 / (z + 1), and so on, two at a time.
  const pairs = [0, 2, 4].map((at) => {
    const [a, b] = [steps[at]!, steps[at + 1]!];
    return a.add(b).divide(a.multiply(b));
  });
  const below = pairs.reduce((sum, pair) => sum.add(pair)).asI64x2();
  const own = emitDoubleLog(f, w)
    .subtract(inverse.multiply(number(0.5)))
    .add(series);
  const direct = f.local("f64x2", "direct", own.subtract(below.and(isRaised).asF64x2()));
  // ψ(x) = ψ(1 − x) − π cot πx.
  const cotangent = emitCosine(f, rest).divide(emitSine(f, rest)).multiply(number(pi));
  const result = f.local("f64x2", "result", isReflected.select(direct.subtract(cotangent), direct));
  // At whole numbers from 0 down there is none, but at 0 itself the side that its sign says.
  const isPole = isReflected.and(rest.equals(0));
  const pole = x.equals(0).select(number(-infinity).asI64x2().xor(signOf(x)).asF64x2(), number(quiet));
  f.set(result, isPole.select(pole, result));
  f.set(result, x.equals(infinity).select(number(infinity), result));
  return x.equals(-infinity).select(number(quiet), result);
}

function signOf(x: F64x2): I64x2 {
  return x.asI64x2().and(F64x2.of(-0).asI64x2());
}

export function emitTrigamma(f: FunctionBuilder, input: F32x4): F32x4 {
  return inDoubles(f, (lanes) => emitTrigammaOfTwo(f, lanes!), input);
}

function emitTrigammaOfTwo(f: FunctionBuilder, given: F64x2): F64x2 {
  const number = (value: number): F64x2 => f.constant("f64x2", value);
  const { x, isReflected, inverse, inverseSquare, isRaised, steps, rest } = emitRaised(f, given);
  const series = doublePolynomial(f, inverseSquare, [7 / 6, -691 / 2730, 5 / 66, -1 / 30, 1 / 42, -1 / 30, 1 / 6])
    .multiply(inverseSquare)
    .add(number(1))
    .multiply(inverse)
    .add(inverseSquare.multiply(number(0.5)));
  const squares = steps.map((step) => number(1).divide(step.multiply(step)));
  const below = squares.reduce((sum, square) => sum.add(square)).asI64x2();
  const direct = f.local("f64x2", "direct", series.add(below.and(isRaised).asF64x2()));
  // ψ'(x) = π² / sin² πx − ψ'(1 − x).
  const sine = f.local("f64x2", "sine", emitSine(f, rest));
  const reflected = number(pi * pi)
    .divide(sine.multiply(sine))
    .subtract(direct);
  const result = f.local("f64x2", "result", isReflected.select(reflected, direct));
  return x.notEquals(x).select(number(quiet), result);
}
