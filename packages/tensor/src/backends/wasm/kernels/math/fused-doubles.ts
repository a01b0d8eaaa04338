// a · b + c of doubles, rounded once, which portable instructions have no word for. Of doubles that come to be float32, fused.ts.

import type { F64x2, FunctionBuilder } from "../../assembler/index.js";

/** The upper 26 of 53 bits. */
function upperHalf(f: FunctionBuilder, value: F64x2): F64x2 {
  const shifted = f.local("f64x2", "shifted", value.multiply(f.constant("f64x2", 2 ** 27 + 1)));
  return f.local("f64x2", "upper", shifted.subtract(shifted.subtract(value)));
}

/** A factor in two parts, whose products with the parts of another are exact. */
export interface Halves {
  readonly whole: F64x2;
  readonly high: F64x2;
  readonly low: F64x2;
}

export function emitHalves(f: FunctionBuilder, whole: F64x2): Halves {
  const high = upperHalf(f, whole);
  return { whole, high, low: f.local("f64x2", "low", whole.subtract(high)) };
}

/**
 * a · b + c rounded once, of locals: random/fused-multiply-add.ts's `fusedDouble`, bit by bit; what overflows stays unfused, and a zero keeps its
 * sign. Of a whole number below 2²⁶ as `b` there is one part.
 */
export function emitFusedDouble(f: FunctionBuilder, a: F64x2 | Halves, b: F64x2, c: F64x2, isShort = false): F64x2 {
  const local = (name: string, value: F64x2): F64x2 => f.local("f64x2", name, value);
  const { whole, high: aHigh, low: aLow } = "whole" in a ? a : emitHalves(f, a);
  const product = local("product", whole.multiply(b));
  const sum = local("sum", product.add(c));
  const lost = (): F64x2 => {
    if (isShort) return aLow.multiply(b).subtract(product.subtract(aHigh.multiply(b)));
    const { high: bHigh, low: bLow } = emitHalves(f, b);
    const over = product.subtract(aHigh.multiply(bHigh)).subtract(aLow.multiply(bHigh)).subtract(aHigh.multiply(bLow));
    return aLow.multiply(bLow).subtract(over);
  };
  const lostByProduct = local("lostByProduct", lost());
  const share = local("share", sum.subtract(product));
  const lostBySum = product.subtract(sum.subtract(share)).add(c.subtract(share));
  const result = local("fused", sum.add(lostBySum.add(lostByProduct)));
  const isKept = result
    .magnitude()
    .lessThan(f.constant("f64x2", Number.POSITIVE_INFINITY))
    .and(result.notEquals(f.constant("f64x2", 0)));
  return isKept.select(result, sum);
}
