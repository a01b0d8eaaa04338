// erf, erfc and erfinv over four floats.

import type { F32x4, FunctionBuilder } from "../../assembler/index.js";
import { emitExp, emitNormalFraction, emitPlainExp, emitRare, emitSum } from "../transcendental.js";
import { inDoubles, infinity, polynomial, quiet, signedAs, sizeOf, splat, termByTerm } from "./parts.js";

/** −ln (1 − erf x) − x for x ≥ 0.92, by powers of x from the first. Polynomials as in N. Juffa's erff. */
const far = [
  -1.7285347e-5, 3.83197126e-4, -3.88396438e-3, 2.42546219e-2, -1.06777877e-1, -6.34846687e-1, -1.28717512e-1,
];
/** erf x / x − 1 for smaller ones, in x². */
const near = [-5.96761703e-4, 4.99119423e-3, -2.67681349e-2, 1.12819925e-1, -3.76125336e-1, 1.28379166e-1];

export function emitErf(f: FunctionBuilder, x: F32x4): F32x4 {
  const size = sizeOf(f, x);
  // Beyond 4 it is 1, and what stands for its logarithm would turn.
  const bounded = f.local("f32x4", "boundedSize", size.replaceAbove(splat(f, 4)));
  const exponent = f.local("f32x4", "exponentOfErf", polynomial(f, bounded, [...far, 0]).subtract(bounded));
  const above = signedAs(f, splat(f, 1).subtract(emitPlainExp(f, exponent)), x);
  return size.greaterThan(splat(f, 0.921875)).select(above, emitNear(f, x));
}

function emitNear(f: FunctionBuilder, x: F32x4): F32x4 {
  const square = f.local("f32x4", "squareOfX", x.multiply(x));
  return polynomial(f, square, near).multiply(x).add(x);
}

/** (1 + 2a) · exp a² · erfc a − 1 in (a − 2) / (a + 2), for a from 0 on. As in N. Juffa's erfcf. */
const scaledComplement = [
  -4.01139259e-4, -1.2307521e-3, 1.31355342e-3, 8.63227434e-3, -8.05991981e-3, -5.42046614e-2, 1.64055392e-1,
  -1.66031361e-1, -9.27639827e-2, 2.76978403e-1,
];

export function emitErfc(f: FunctionBuilder, x: F32x4): F32x4 {
  // From 10.06 on it is 0.
  const size = f.local("f32x4", "boundedSize", sizeOf(f, x).replaceAbove(splat(f, 11)));
  const two = splat(f, 2);
  const quotient = f.local(
    "f32x4",
    "quotient",
    inDoubles(f, (a) => a!.subtract(f.constant("f64x2", 2)).divide(a!.add(f.constant("f64x2", 2))), size),
  );
  const above = f.local("f32x4", "above", termByTerm(f, quotient, scaledComplement));
  const scaled = f.local(
    "f32x4",
    "scaled",
    inDoubles(f, (a, p) => p!.add(f.constant("f64x2", 1)).divide(a!.add(a!).add(f.constant("f64x2", 1))), size, above),
  );
  // a² in two parts: the high bits of a have an exact square.
  const square = f.local("f32x4", "squareOfSize", size.multiply(size));
  const high = f.local("f32x4", "highOfSize", size.asI32x4().and(f.constant("i32x4", -4096)).asF32x4());
  const low = f.local("f32x4", "lowOfSize", size.subtract(high));
  const lost = high
    .multiply(high)
    .subtract(square)
    .add(low.multiply(high.add(size)));
  const power = emitExp(f, f.local("f32x4", "minusSquare", square.negate()));
  const complement = f.local("f32x4", "complement", scaled.multiply(power));
  const whole = f.local("f32x4", "whole", complement.subtract(complement.multiply(lost)));
  const outer = f.local("f32x4", "outer", x.lessThan(splat(f, 0)).select(two.subtract(whole), whole));
  return size.lessThan(splat(f, 0.5)).select(splat(f, 1).subtract(emitNear(f, x)), outer);
}

/** erfinv x / x by w = −ln (1 − x²), in w − 2.5 for w ≤ 5. */
const central = [
  3.355792017e-10, -8.772707619e-9, 1.803679639e-8, 4.658901077e-7, -3.434610784e-6, -4.96190098e-6, 0.0002182826316,
  -0.001252744682, -0.004177339403, 0.2466402876, 1.501409354,
];
/** The same in √w − 3 beyond. */
const outer = [
  0.0001167099761, -0.0003104189084, -5.825688076e-5, 0.00148611832, -0.0035966262, 0.005686597671, -0.007637452319,
  0.009445327274, 1.001674977, 2.832976801,
];

export function emitErfinv(f: FunctionBuilder, x: F32x4): F32x4 {
  const size = sizeOf(f, x);
  const one = splat(f, 1);
  const product = f.local("f32x4", "product", one.subtract(size).multiply(one.add(size)));
  // Inside (−1, 1) it is normal; of 0 and less a result is replaced.
  const { exponent, rest } = emitNormalFraction(f, product);
  const w = f.local("f32x4", "w", emitSum(f, rest, exponent.toF32x4()).negate());
  const inside = f.local("f32x4", "inside", w.subtract(splat(f, 2.5)));
  const isOutside = w.greaterThan(splat(f, 5));
  const factor = emitRare(f, isOutside, termByTerm(f, inside, central), () => {
    const outside = f.local("f32x4", "outside", w.squareRoot().subtract(splat(f, 3)));
    return termByTerm(f, outside, outer);
  });
  const finite = f.local("f32x4", "finite", factor.multiply(x));
  const pole = signedAs(f, splat(f, infinity), x);
  const orPole = f.local("f32x4", "orPole", size.equals(one).select(pole, finite));
  return size.greaterThan(one).select(splat(f, quiet), orPole);
}
