// expm1, exp2, log1p, log2, log10 and the hyperbolic functions with their inverses, over four floats.

import type { F32x4, FunctionBuilder, I32x4, Local } from "../../assembler/index.js";
import {
  emitByFraction,
  emitEnds,
  emitExp,
  emitNormalFraction,
  emitRareOrAll,
  emitReduced,
  emitSum,
  emitTail,
} from "../transcendental.js";
import { infinity, odd, polynomial, powerOfTwo, quiet, rounded, scaled, signedAs, sizeOf, splat } from "./parts.js";

export function emitExpm1(f: FunctionBuilder, x: F32x4): F32x4 {
  // Outside these bounds the result is −1 or ∞ all the same; so small that half of it is no number, it is x. NaN stays.
  const bounded = f.local("f32x4", "bounded", x.replaceBelow(splat(f, -30)).replaceAbove(splat(f, 89)));
  const { low, less } = emitReduced(f, bounded);
  // Half of it, since 2¹²⁸ is none. 127 is the bias; all but the lowest bits are shifted out.
  const power = f.local(
    "f32x4",
    "power",
    low
      .add(f.constant("i32x4", 127 - 1))
      .shiftLeft(23)
      .asF32x4(),
  );
  const half = f.local("f32x4", "half", less.multiply(power).add(power.subtract(splat(f, 0.5))));
  const isTiny = sizeOf(f, x).lessThan(splat(f, 2 ** -25));
  return isTiny.select(x, half.add(half));
}

/** 2^f = 1 + f · p(f) for |f| ≤ ½. */
const powers = [0.0001547679458, 0.001340028165, 0.009618002426, 0.05550327763, 0.2402265136, 0.6931472063];

/** Up to this size 2ˣ is a normal number. */
const plainPower = 125;

/** 2ˣ = 2ⁿ · power, n in the lowest bits of `low`. */
function emitReducedPower(f: FunctionBuilder, x: F32x4): { readonly low: I32x4; readonly power: F32x4 } {
  const { whole, low } = rounded(f, x);
  const rest = f.local("f32x4", "rest", x.subtract(whole));
  return { low, power: polynomial(f, rest, powers).multiply(rest).add(splat(f, 1)) };
}

export function emitExp2(f: FunctionBuilder, x: F32x4): F32x4 {
  const { low, power } = emitReducedPower(f, x);
  // The exponent goes up by n, whatever bits stand above it.
  const plain = power.asI32x4().add(low.shiftLeft(23)).asF32x4();
  return emitRareOrAll(f, sizeOf(f, x).atMost(splat(f, plainPower)).not(), plain, () => {
    const bounded = f.local("f32x4", "bounded", x.replaceBelow(splat(f, -151)).replaceAbove(splat(f, 129)));
    const parts = emitReducedPower(f, bounded);
    return scaled(f, parts.power, parts.low);
  });
}

/** A logarithm to another base: `high` + `low` is that of e, and `count` logarithms of 2 come on top. */
function emitOfBase(
  f: FunctionBuilder,
  x: F32x4,
  { high, low }: { readonly high: number; readonly low: number },
  ofCount: (count: F32x4) => { readonly high: F32x4; readonly low: F32x4 | null },
): F32x4 {
  return emitByFraction(f, x, ({ exponent, rest }) => {
    const parts = ofCount(f.local("f32x4", "times", exponent.toF32x4()));
    const tail = f.local("f32x4", "tail", emitTail(f, rest));
    // The least parts first.
    const lows = tail.add(rest).multiply(splat(f, low));
    const more = parts.low === null ? lows : lows.add(parts.low);
    const sum = more.add(tail.multiply(splat(f, high))).add(rest.multiply(splat(f, high)));
    return sum.add(parts.high);
  });
}

// The first parts are short, so that their products with the rest lose next to nothing.
export function emitLog2(f: FunctionBuilder, x: F32x4): F32x4 {
  return emitOfBase(f, x, { high: 1.4375, low: Math.LOG2E - 1.4375 }, (count) => ({ high: count, low: null }));
}

export function emitLog10(f: FunctionBuilder, x: F32x4): F32x4 {
  const high = 0.30078125;
  return emitOfBase(f, x, { high: 0.43359375, low: Math.LOG10E - 0.43359375 }, (count) => ({
    high: count.multiply(splat(f, high)),
    low: count.multiply(splat(f, Math.log10(2) - high)),
  }));
}

/** ln (1 + x) for x > −1, and ln 2 so many times more; x is a local. */
function emitLogOfOnePlus(f: FunctionBuilder, x: F32x4, more: I32x4 | null = null): F32x4 {
  const one = splat(f, 1);
  const sum = f.local("f32x4", "sum", x.add(one));
  // What the sum lost, whichever of the two is larger.
  const back = f.local("f32x4", "back", sum.subtract(x));
  const lost = f.local("f32x4", "lost", one.subtract(back).add(x.subtract(sum.subtract(back))));
  const { exponent, rest } = emitNormalFraction(f, sum);
  f.set(rest, rest.add(lost.multiply(powerOfTwo(f, exponent.negate().max(f.constant("i32x4", -127))))));
  return emitSum(f, rest, (more === null ? exponent : exponent.add(more)).toF32x4());
}

export function emitLog1p(f: FunctionBuilder, x: F32x4): F32x4 {
  const isZero = x.equals(splat(f, 0));
  const isRare = x
    .greaterThan(splat(f, -1))
    .and(x.lessThan(splat(f, infinity)))
    .not()
    .or(isZero);
  const plain = f.local("f32x4", "plain", emitLogOfOnePlus(f, x));
  return emitRareOrAll(f, isRare, plain, () => {
    const ends = f.local("f32x4", "ends", emitEnds(f, x, splat(f, -1), plain));
    // −0 stays.
    return isZero.select(x, ends);
  });
}

/** ln (1 + eˣ): of e = e^−|x| ≤ 1, by ln (1 + e) = 2 artanh (e / (2 + e)), no exponent being taken apart. */
export function emitSoftplus(f: FunctionBuilder, x: F32x4): F32x4 {
  const power = emitExp(f, f.local("f32x4", "minusSize", x.asI32x4().or(f.constant("i32x4", -0x80000000)).asF32x4()));
  const e = f.local("f32x4", "powerOfMinusSize", power);
  const half = splat(f, 0.5);
  // Of the smallest numbers half would be rounded.
  const twice = f.local("f32x4", "twice", e.divide(e.multiply(half).add(splat(f, 1))));
  const quotient = f.local("f32x4", "quotient", twice.multiply(half));
  const square = f.local("f32x4", "squareOfQuotient", quotient.multiply(quotient));
  // artanh z / z = 1 + z² · p(z²) up to ⅓, within 0.08 ulp.
  const series = polynomial(f, square, [0.1401393638, 0.1399925046, 0.200108673, 0.3333320629]).multiply(square);
  return x.replaceBelow(splat(f, 0)).add(twice.multiply(series).add(twice));
}

/** ½ e^size, which is finite where sinh and cosh are; size is a local, not negative. */
function emitHalfOfExp(f: FunctionBuilder, size: F32x4): Local<F32x4> {
  const bounded = f.local("f32x4", "bounded", size.replaceAbove(splat(f, 90)));
  const { low, less } = emitReduced(f, bounded);
  return f.local("f32x4", "halfOfExp", scaled(f, less.add(splat(f, 1)), low.subtract(f.constant("i32x4", 1))));
}

export function emitSinh(f: FunctionBuilder, x: F32x4): F32x4 {
  const size = sizeOf(f, x);
  const half = emitHalfOfExp(f, size);
  const far = signedAs(f, half.subtract(splat(f, 0.25).divide(half)), x);
  const near = odd(f, x, [2.817439516e-6, 0.0001983606627, 0.008333350598, 0.1666666649]);
  return size.lessThan(splat(f, 1)).select(near, far);
}

export function emitCosh(f: FunctionBuilder, x: F32x4): F32x4 {
  const half = emitHalfOfExp(f, sizeOf(f, x));
  return half.add(splat(f, 0.25).divide(half));
}

export function emitAsinh(f: FunctionBuilder, x: F32x4): F32x4 {
  const size = sizeOf(f, x);
  // Where 1 is nothing beside its square, ln 2x.
  const isLarge = f.local("i32x4", "isLarge", size.greaterThan(splat(f, 2 ** 24)));
  const square = f.local("f32x4", "squareOfSize", size.multiply(size));
  const one = splat(f, 1);
  const excess = size.add(square.divide(one.add(square.add(one).squareRoot())));
  const argument = f.local("f32x4", "argument", isLarge.select(size, excess));
  const far = emitLogOfOnePlus(f, argument, isLarge.and(f.constant("i32x4", 1)));
  const finite = f.local("f32x4", "finite", size.lessThan(splat(f, infinity)).select(far, size));
  const near = odd(
    f,
    size,
    [0.009175388412, -0.01998563506, 0.03001449953, -0.04461344255, 0.07499890324, -0.166666653],
  );
  return signedAs(f, size.lessThan(splat(f, 0.5)).select(near, finite), x);
}

export function emitAcosh(f: FunctionBuilder, x: F32x4): F32x4 {
  const isLarge = f.local("i32x4", "isLarge", x.greaterThan(splat(f, 2 ** 24)));
  const more = f.local("f32x4", "more", x.subtract(splat(f, 1)));
  const excess = more.add(more.multiply(more.add(splat(f, 2))).squareRoot());
  const argument = f.local("f32x4", "argument", isLarge.select(x, excess));
  const finite = emitLogOfOnePlus(f, argument, isLarge.and(f.constant("i32x4", 1)));
  const orItself = f.local("f32x4", "orItself", x.lessThan(splat(f, infinity)).select(finite, x));
  return x.lessThan(splat(f, 1)).select(splat(f, quiet), orItself);
}

export function emitAtanh(f: FunctionBuilder, x: F32x4): F32x4 {
  const size = sizeOf(f, x);
  const quotient = f.local("f32x4", "quotient", size.add(size).divide(splat(f, 1).subtract(size)));
  const far = f.local("f32x4", "far", emitLogOfOnePlus(f, quotient).multiply(splat(f, 0.5)));
  const finite = f.local("f32x4", "finite", size.lessThan(splat(f, 1)).select(far, splat(f, quiet)));
  const orPole = size.equals(splat(f, 1)).select(splat(f, infinity), finite);
  const near = odd(
    f,
    size,
    [0.176457963, 0.02407630325, 0.1029775565, 0.1096467581, 0.1429506385, 0.1999971938, 0.3333333617],
  );
  return signedAs(f, size.lessThan(splat(f, 0.5)).select(near, orPole), x);
}
