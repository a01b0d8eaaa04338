// What is left of a division of doubles, and the quotient rounded down by it, over two lanes: exact, by quotients of so few bits that their
// products with both halves of the divisor are.

import { type F64x2, type FunctionBuilder, I32x4, type Local } from "../../assembler/index.js";
import { number, signOf } from "./double-curves.js";
import { infinity, quiet } from "./parts.js";

/** A quotient's bits: from here on it is cut to so many. */
const mostOfQuotient = 2 ** 24;
/** Beyond, a divisor is taken so many times first, twice where need be, so that no quotient is infinite. */
const [veryLarge, times] = [2 ** 900, 2 ** 700];

/** With the sign of `a`, as C has it. */
export function emitFmod(f: FunctionBuilder, a: F64x2, b: F64x2): F64x2 {
  const [x, y] = [f.local("f64x2", "x", a.magnitude()), f.local("f64x2", "y", b.magnitude())];
  const rest = f.local("f64x2", "rest", x);
  const isLeft = f.local("i64x2", "isLeft");
  const look = () => f.set(isLeft, rest.magnitude().atLeast(y));
  look();
  f.while(isLeft.asI32x4().anyTrue(), () => {
    const divisor = f.local("f64x2", "divisor", y);
    for (let turn = 0; turn < 2; turn += 1) {
      const isLarge = rest.divide(divisor).magnitude().greaterThan(number(f, veryLarge));
      f.set(divisor, isLarge.select(divisor.multiply(number(f, times)), divisor));
    }
    const quotient = f.local("f64x2", "quotient", rest.divide(divisor));
    // Of 53 bits 24 are left, cut: the nearest, times the divisor of a number next to the largest there is, may be beyond it.
    const mask = I32x4.constant(-(2 ** 29), -1, -(2 ** 29), -1).asI64x2();
    const cut = quotient.asI64x2().and(mask).asF64x2();
    const isShort = quotient.magnitude().lessThan(number(f, mostOfQuotient));
    const short = f.local("f64x2", "short", isShort.select(quotient.truncate(), cut));
    const highMask = I32x4.constant(-(2 ** 27), -1, -(2 ** 27), -1).asI64x2();
    const high = f.local("f64x2", "high", divisor.asI64x2().and(highMask).asF64x2());
    const next = rest.subtract(short.multiply(high)).subtract(short.multiply(divisor.subtract(high)));
    f.set(rest, isLeft.select(next, rest));
    look();
  });
  f.set(rest, rest.lessThan(number(f, 0)).select(rest.add(y), rest));
  const isNone = y
    .equals(number(f, 0))
    .or(x.equals(number(f, infinity)))
    .or(x.notEquals(x))
    .or(y.notEquals(y));
  const result = rest.magnitude().asI64x2().or(signOf(f, a)).asF64x2();
  return isNone.select(number(f, quiet), result);
}

/** Where a rest is on the other side of zero than the divisor. */
function isOpposite(f: FunctionBuilder, rest: Local<F64x2>, b: F64x2) {
  const zero = number(f, 0);
  return rest.notEquals(zero).and(rest.lessThan(zero).xor(b.lessThan(zero)));
}

/** With the sign of `b`, as Python has it. */
export function emitRemainder(f: FunctionBuilder, a: F64x2, b: F64x2): F64x2 {
  const rest = f.local("f64x2", "ownRest", emitFmod(f, a, b));
  return isOpposite(f, rest, b).select(rest.add(b), rest);
}

/** a / b rounded down, as PyTorch has it: by the remainder, so that a quotient that rounding lifts to a whole one is not it. */
export function emitFloorDivision(f: FunctionBuilder, a: F64x2, b: F64x2): F64x2 {
  const rest = f.local("f64x2", "ownRest", emitFmod(f, a, b));
  const zero = number(f, 0);
  const plain = f.local("f64x2", "plain", a.divide(b));
  const quotient = f.local("f64x2", "quotient", a.subtract(rest).divide(b));
  f.set(quotient, isOpposite(f, rest, b).select(quotient.subtract(number(f, 1)), quotient));
  const floor = f.local("f64x2", "floor", quotient.floor());
  const isAbove = quotient.subtract(floor).greaterThan(number(f, 0.5));
  f.set(floor, isAbove.select(floor.add(number(f, 1)), floor));
  f.set(floor, quotient.equals(zero).select(signOf(f, plain).asF64x2(), floor));
  return b.equals(zero).select(plain, floor);
}
