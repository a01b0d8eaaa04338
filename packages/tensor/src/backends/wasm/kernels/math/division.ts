// What is left of a division of floats, over four lanes: in doubles, whose quotients are cut to so few bits that their products with
// the divisor are exact, as often as it takes.

import { type F32x4, type F64x2, type FunctionBuilder, I32x4, type Local } from "../../assembler/index.js";
import { inDoubles, infinity } from "./parts.js";

/** From here on a quotient has more bits than a product with 24 leaves it. */
const large = 2 ** 28;
/** In the lower half of a double all but its lowest bits: of 53, 24 are left. */
const highBits = -(2 ** 29);

function emitRest(f: FunctionBuilder, a: F64x2, b: F64x2): Local<F64x2> {
  const [x, y] = [f.local("f64x2", "x", a), f.local("f64x2", "y", b)];
  const rest = f.local("f64x2", "rest", x);
  const quotient = f.local("f64x2", "quotient", x.divide(y));
  const isLarge = f.local("i64x2", "isLarge");
  const look = (): void => {
    const size = f.local("f64x2", "size", quotient.magnitude());
    f.set(isLarge, size.atLeast(f.constant("f64x2", large)).and(size.notEquals(infinity)));
  };
  look();
  f.while(isLarge.asI32x4().anyTrue(), () => {
    const short = quotient.asI64x2().and(I32x4.constant(highBits, -1, highBits, -1).asI64x2());
    f.set(rest, rest.subtract(short.asF64x2().multiply(y).asI64x2().and(isLarge).asF64x2()));
    f.set(quotient, rest.divide(y));
    look();
  });
  f.set(rest, rest.subtract(quotient.truncate().multiply(y)));
  // A quotient that was rounded up to a whole one leaves a rest of the other sign.
  const isBeyond = rest.asI64x2().xor(x.asI64x2()).shiftRight(63).and(rest.notEquals(0));
  f.set(rest, rest.add(y.magnitude().withSignOf(x).asI64x2().and(isBeyond).asF64x2()));
  // All of a finite number is left of an infinite division.
  const isAll = y.magnitude().equals(infinity).and(x.magnitude().notEquals(infinity));
  f.set(rest, isAll.select(x, rest).withSignOf(x));
  return rest;
}

export function emitFmod(f: FunctionBuilder, a: F32x4, b: F32x4): F32x4 {
  return inDoubles(f, (x, y) => emitRest(f, x!, y!), a, b);
}

export function emitRemainder(f: FunctionBuilder, a: F32x4, b: F32x4): F32x4 {
  const rest = f.local("f32x4", "rest", emitFmod(f, a, b));
  const isOpposite = rest.notEquals(0).and(rest.lessThan(0).xor(b.lessThan(0)));
  return isOpposite.select(rest.add(b), rest);
}
