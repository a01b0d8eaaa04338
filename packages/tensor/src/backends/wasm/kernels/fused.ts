// a · b + c of float32, rounded once, where the machine's fused multiply-add cannot be had: in doubles, two at a time. Of random/
// fused-multiply-add.ts the vectors; tests hold the streams that are made with both together.

import type { F64x2, FunctionBuilder, I64x2 } from "../assembler/index.js";

/** To the nearest float32, and back. */
export function rounded(value: F64x2): F64x2 {
  return value.toF32x4().lowToF64x2();
}

/** What `product + addend`, rounded to `sum`, lost (D. E. Knuth, TAOCP 2, 4.2.2, theorem B). */
function lostBySum(f: FunctionBuilder, product: F64x2, addend: F64x2, sum: F64x2): F64x2 {
  const share = f.local("f64x2", "share", sum.subtract(product));
  return product.subtract(sum.subtract(share)).add(addend.subtract(share));
}

/** The product is exact; the sum is rounded to odd, which leaves its next rounding, to float32, right. Of ∞ nothing is lost that is a number. */
export function emitFused(f: FunctionBuilder, a: F64x2, b: F64x2, addend: F64x2): F64x2 {
  const product = f.local("f64x2", "product", a.multiply(b));
  const c = f.local("f64x2", "addend", addend);
  const sum = f.local("f64x2", "sum", product.add(c));
  const lost = f.local("f64x2", "lost", lostBySum(f, product, c, sum));
  const bits = sum.asI64x2();
  const one = I64x2Of(f, 1);
  // All ones where the last bit is not set.
  const isEven = bits.and(one).subtract(one);
  const away = lost.asI64x2().xor(bits).shiftRight(63).or(one);
  return rounded(bits.add(away.and(isEven).and(lost.magnitude().greaterThan(0))).asF64x2());
}

/** The integer `value` in both halves: as bits a tiny double. */
export function I64x2Of(f: FunctionBuilder, value: number): I64x2 {
  return f.constant("f64x2", value * 2 ** -1074).asI64x2();
}
