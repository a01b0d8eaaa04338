// a · b + c of doubles, rounded once, which portable instructions have no word for. Of doubles that come to be float32, fused.ts.

import type { F64x2, FunctionBuilder } from "../../assembler/index.js";

/** The upper 26 of 53 bits. */
function upperHalf(f: FunctionBuilder, value: F64x2): F64x2 {
  const shifted = f.local("f64x2", "shifted", value.multiply(f.constant("f64x2", 2 ** 27 + 1)));
  return f.local("f64x2", "upper", shifted.subtract(shifted.subtract(value)));
}

/** a · b + c rounded once, of locals: random/fused-multiply-add.ts's `fusedDouble`, bit by bit; what overflows stays unfused, and a zero keeps its sign. */
export function emitFusedDouble(f: FunctionBuilder, a: F64x2, b: F64x2, c: F64x2): F64x2 {
  const local = (name: string, value: F64x2): F64x2 => f.local("f64x2", name, value);
  const product = local("product", a.multiply(b));
  const sum = local("sum", product.add(c));
  const [aHigh, bHigh] = [upperHalf(f, a), upperHalf(f, b)];
  const [aLow, bLow] = [local("aLow", a.subtract(aHigh)), local("bLow", b.subtract(bHigh))];
  const over = product.subtract(aHigh.multiply(bHigh)).subtract(aLow.multiply(bHigh)).subtract(aHigh.multiply(bLow));
  const lostByProduct = aLow.multiply(bLow).subtract(over);
  const share = local("share", sum.subtract(product));
  const lostBySum = product.subtract(sum.subtract(share)).add(c.subtract(share));
  const result = local("fused", sum.add(lostBySum.add(lostByProduct)));
  const isKept = result
    .magnitude()
    .lessThan(f.constant("f64x2", Number.POSITIVE_INFINITY))
    .and(result.notEquals(f.constant("f64x2", 0)));
  return isKept.select(result, sum);
}
