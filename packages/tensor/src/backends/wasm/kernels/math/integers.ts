// The greatest common divisor and the least common multiple over four lanes: in doubles, which have integers of 32 bits and what is left of
// their quotients exactly, since there is no division of integers.

import { F64x2, type FunctionBuilder, type I32x4, type Local } from "../../assembler/index.js";

/** Added to a double it leaves a whole number in the low bits, modulo 2³². */
const roundsToInteger = 1.5 * 2 ** 52;

const lowOf = (four: I32x4): F64x2 => four.lowToF64x2();
const highOf = (four: I32x4): F64x2 => four.asF32x4().highHalf().asI32x4().lowToF64x2();

function joined(f: FunctionBuilder, low: F64x2, high: F64x2): I32x4 {
  const shift = f.constant("f64x2", roundsToInteger);
  return low.add(shift).asF32x4().shuffle(high.add(shift).asF32x4(), [0, 2, 4, 6]).asI32x4();
}

/** Euclid's, of two lanes. */
function emitDivisor(f: FunctionBuilder, a: F64x2, b: F64x2): Local<F64x2> {
  const [larger, smaller] = [f.local("f64x2", "larger", a.magnitude()), f.local("f64x2", "smaller", b.magnitude())];
  const isLeft = f.local("i64x2", "isLeft");
  const rest = f.local("f64x2", "rest");
  const look = () => f.set(isLeft, smaller.notEquals(f.constant("f64x2", 0)));
  look();
  f.while(isLeft.asI32x4().anyTrue(), () => {
    f.set(rest, larger.subtract(larger.divide(smaller).floor().multiply(smaller)));
    f.set(larger, isLeft.select(smaller, larger));
    // Where nothing was left, nothing is.
    f.set(smaller, rest.asI64x2().and(isLeft).asF64x2());
    look();
  });
  return larger;
}

export function emitGcd(f: FunctionBuilder, a?: I32x4, b?: I32x4): I32x4 {
  const low = emitDivisor(f, lowOf(a!), lowOf(b!));
  return joined(f, low, emitDivisor(f, highOf(a!), highOf(b!)));
}

/** a / gcd · b, without its sign; 0 where both are 0. */
export function emitLcm(f: FunctionBuilder, a?: I32x4, b?: I32x4): I32x4 {
  const quotient = (x: F64x2, y: F64x2): F64x2 => {
    const divisor = emitDivisor(f, x, y);
    const isSome = divisor.notEquals(f.constant("f64x2", 0));
    return f.local("f64x2", "quotient", isSome.select(x.divide(divisor), F64x2.zero()));
  };
  const low = quotient(lowOf(a!), lowOf(b!));
  const product = f.local("i32x4", "product", joined(f, low, quotient(highOf(a!), highOf(b!))).multiply(b!));
  return product.max(product.negate());
}
