// What reads a number's bits, over four lanes.

import type { F32x4, FunctionBuilder, I32x4, Local } from "../../assembler/index.js";
import { signOf, sizeOf, splat } from "./parts.js";

export function emitCopysign(f: FunctionBuilder, x: F32x4, sign: F32x4): F32x4 {
  return sizeOf(f, x).asI32x4().or(signOf(f, sign)).asF32x4();
}

export function emitSignbit(f: FunctionBuilder, x: F32x4): F32x4 {
  return x.asI32x4().shiftRight(31).and(splat(f, 1).asI32x4()).asF32x4();
}

/** Bit by bit of the distance: there is no instruction that shifts each lane by its own. */
function emitShift(f: FunctionBuilder, x: I32x4, by: I32x4, shift: (x: I32x4, bits: number) => I32x4): Local<I32x4> {
  const shifted = f.local("i32x4", "shifted", x);
  for (const bit of [0, 1, 2, 3, 4]) {
    const isSet = by.shiftLeft(31 - bit).shiftRight(31);
    f.set(shifted, isSet.select(shift(shifted, 2 ** bit), shifted));
  }
  return shifted;
}

export function emitShiftLeft(f: FunctionBuilder, x: I32x4, by: I32x4): I32x4 {
  const shifted = emitShift(f, x, by, (lanes, bits) => lanes.shiftLeft(bits));
  return shifted.and(by.below(f.constant("i32x4", 32)));
}

export function emitShiftRight(f: FunctionBuilder, x: I32x4, by: I32x4): I32x4 {
  const shifted = emitShift(f, x, by, (lanes, bits) => lanes.shiftRight(bits));
  return by.below(f.constant("i32x4", 32)).select(shifted, x.shiftRight(31));
}

/** The bits of floats, as integers, go up with their size. */
export function emitNeighbour(f: FunctionBuilder, a: F32x4, b: F32x4): F32x4 {
  const isAway = a.lessThan(b).xor(a.asI32x4().shiftRight(31));
  const moved = a.asI32x4().subtract(f.constant("i32x4", 1)).subtract(isAway.shiftLeft(1));
  const least = signOf(f, b).or(f.constant("i32x4", 1));
  const beside = f.local("i32x4", "beside", a.equals(splat(f, 0)).select(least, moved));
  const orItself = f.local("i32x4", "orItself", a.equals(b).select(b.asI32x4(), beside));
  const isNone = a.notEquals(a).or(b.notEquals(b));
  return isNone.select(splat(f, Number.NaN), orItself.asF32x4());
}

/** A subnormal number moved up, so that its exponent can be read, and by how much. */
const raise = 24;

function emitParts(f: FunctionBuilder, x: F32x4) {
  const size = sizeOf(f, x);
  const isTiny = f.local("i32x4", "isTiny", size.lessThan(splat(f, 2 ** -126)));
  const normal = f.local("f32x4", "normal", isTiny.select(size.multiply(splat(f, 2 ** raise)), size));
  const isPlain = size.greaterThan(splat(f, 0)).and(size.lessThan(splat(f, Number.POSITIVE_INFINITY)));
  return { isTiny, normal, isPlain: f.local("i32x4", "isPlain", isPlain) };
}

/** Of x = mantissa · 2^exponent, the mantissa in [½, 1); 0 of 0 and of what is no number. */
export function emitExponentOf(f: FunctionBuilder, x: F32x4): F32x4 {
  const { isTiny, normal, isPlain } = emitParts(f, x);
  const less = isTiny.and(f.constant("i32x4", raise));
  const exponent = normal.asI32x4().shiftRightUnsigned(23).subtract(f.constant("i32x4", 126)).subtract(less);
  return exponent.and(isPlain).toF32x4();
}

/** The mantissa of the same, with x's sign; x itself where it is 0 or no number. */
export function emitMantissaOf(f: FunctionBuilder, x: F32x4): F32x4 {
  const { normal, isPlain } = emitParts(f, x);
  const own = normal.asI32x4().and(f.constant("i32x4", 0x7fffff)).or(splat(f, 0.5).asI32x4()).or(signOf(f, x));
  return isPlain.select(own.asF32x4(), x);
}
