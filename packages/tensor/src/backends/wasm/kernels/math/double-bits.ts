// What reads a number's bits, over two doubles; over four floats, bits.ts.

import type { F64x2, FunctionBuilder, I64x2 } from "../../assembler/index.js";
import { number, roundsToInteger, signOf, whole } from "./double-curves.js";
import { infinity, quiet } from "./parts.js";

export function emitSignbit(f: FunctionBuilder, x: F64x2): F64x2 {
  return x.asI64x2().shiftRight(63).and(number(f, 1).asI64x2()).asF64x2();
}

/** The bits of doubles, as integers, go up with their size. */
export function emitNeighbour(f: FunctionBuilder, a: F64x2, b: F64x2): F64x2 {
  const isAway = a.lessThan(b).asI64x2().xor(a.asI64x2().shiftRight(63));
  const moved = a.asI64x2().subtract(whole(1)).subtract(isAway.shiftLeft(1)).asF64x2();
  const least = signOf(f, b).or(whole(1)).asF64x2();
  const beside = f.local("f64x2", "beside", a.equals(number(f, 0)).select(least, moved));
  const orItself = f.local("f64x2", "orItself", a.equals(b).select(b, beside));
  return a.notEquals(a).or(b.notEquals(b)).select(number(f, quiet), orItself);
}

/** A subnormal number moved up, so that its exponent can be read, and by how much. */
const raise = 54;

/** x = mantissa · 2^exponent, the mantissa in [½, 1); what is 0 or no number has itself and 0. */
function emitParts(f: FunctionBuilder, x: F64x2) {
  const size = f.local("f64x2", "size", x.magnitude());
  const isTiny = f.local("i64x2", "isTiny", size.lessThan(number(f, 2 ** -1022)));
  const normal = f.local("f64x2", "normal", isTiny.select(size.multiply(number(f, 2 ** raise)), size));
  const isPlain: I64x2 = size.greaterThan(number(f, 0)).and(size.lessThan(number(f, infinity)));
  return { isTiny, normal, isPlain: f.local("i64x2", "isPlain", isPlain) };
}

export function emitExponentOf(f: FunctionBuilder, x: F64x2): F64x2 {
  const { isTiny, normal, isPlain } = emitParts(f, x);
  const biased = normal
    .asI64x2()
    .shiftRightUnsigned(52)
    .add(number(f, roundsToInteger).asI64x2())
    .asF64x2()
    .subtract(number(f, roundsToInteger + 1022));
  const less = number(f, raise).asI64x2().and(isTiny).asF64x2();
  return biased.subtract(less).asI64x2().and(isPlain).asF64x2();
}

export function emitMantissaOf(f: FunctionBuilder, x: F64x2): F64x2 {
  const { normal, isPlain } = emitParts(f, x);
  const own = normal.asI64x2().and(whole(-1, 0xfffff)).or(number(f, 0.5).asI64x2()).or(signOf(f, x)).asF64x2();
  return isPlain.select(own, x);
}
