// The modified Bessel functions of the first kind, of orders 0 and 1, as they are and without their growth, over four floats and two doubles. As
// formulas/math/bessel-values.ts has them.

import { type BesselOrder, far, near, seriesOf } from "../../../../formulas/math/bessel-values.js";
import type { F32x4, F64x2, FunctionBuilder } from "../../assembler/index.js";
import { emitExp as emitFloatExp, emitRareOrAll } from "../transcendental.js";
import { emitExp, number, signed, signOf } from "./double-curves.js";
import { byHalves, polynomial, signedAs, sizeOf, splat } from "./parts.js";

/** The same, as float32 wants it. */
const farOfFloats: { readonly [O in BesselOrder]: readonly number[] } = {
  0: [
    3.626670384797085e-7, 1.639134871575251e-6, 1.111214828523939e-5, 0.00013615603206676124, 0.0033605557001427145,
    0.4021765128154442,
  ],
  1: [
    -4.2103501550232313e-7, -2.009788990296167e-6, -1.5003965466132858e-5, -0.00021916808853495126,
    -0.00974958137037718, 0.3893984552242789,
  ],
};

/** The function of a local, or that times e⁻|ˣ|. */
export function emitBessel(f: FunctionBuilder, x: F32x4, order: BesselOrder, isScaled: boolean): F32x4 {
  const size = sizeOf(f, x);
  const half = f.local("f32x4", "half", size.multiply(splat(f, 0.5)));
  const square = f.local("f32x4", "square", half.multiply(half));
  const series = polynomial(f, square, seriesOf(order, 18));
  const sum = f.local("f32x4", "sum", order === 0 ? series : series.multiply(half));
  const own = isScaled ? sum.multiply(emitFloatExp(f, f.local("f32x4", "opposite", size.negate()))) : sum;
  const result = emitRareOrAll(f, size.greaterThan(splat(f, near)), f.local("f32x4", "own", own), () => {
    const inverse = splat(f, 16).divide(size.replaceBelow(splat(f, near)));
    const at = f.local("f32x4", "at", inverse.subtract(splat(f, 1)));
    const scaled = f.local("f32x4", "scaled", polynomial(f, at, farOfFloats[order]).divide(size.squareRoot()));
    // In two factors: beyond 88, of which float32 has no exponential, the product may still be a number.
    const power = f.local("f32x4", "power", emitFloatExp(f, half));
    const beyond = isScaled ? scaled : scaled.multiply(power).multiply(power);
    return size.greaterThan(splat(f, near)).select(f.local("f32x4", "beyond", beyond), own);
  });
  return order === 0 ? result : signedAs(f, result, x);
}

/** The same of doubles. */
export function emitDoubleBessel(f: FunctionBuilder, x: F64x2, order: BesselOrder, isScaled: boolean): F64x2 {
  const size = f.local("f64x2", "size", x.magnitude());
  const half = f.local("f64x2", "half", size.multiply(number(f, 0.5)));
  const isNear = f.local("i64x2", "isNear", size.atMost(number(f, near)));
  const result = f.local("f64x2", "result", number(f, 0));
  f.if(isNear.asI32x4().anyTrue(), () => {
    const square = f.local("f64x2", "square", half.multiply(half));
    const series = byHalves(f, square, seriesOf(order, 28));
    const sum = order === 0 ? series : series.multiply(half);
    f.set(result, isScaled ? sum.multiply(emitExp(f, f.local("f64x2", "opposite", size.negate()))) : sum);
  });
  f.if(isNear.asI32x4().allTrue().isZero(), () => {
    const at = f.local("f64x2", "at", number(f, 16).divide(size).subtract(number(f, 1)));
    const scaled = f.local("f64x2", "scaled", byHalves(f, at, far[order]).divide(size.squareRoot()));
    const power = f.local("f64x2", "power", isScaled ? number(f, 1) : emitExp(f, half));
    f.set(result, isNear.select(result, scaled.multiply(power).multiply(power)));
  });
  return order === 0 ? result : signed(result, signOf(f, x));
}
