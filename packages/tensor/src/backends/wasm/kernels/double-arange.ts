// arange and linspace of doubles: each step times its number added and rounded once, as the reference does it; by fours, the first of
// each rounded.

import { type F64x2, type FunctionBuilder, I32, I32x4, loadF64x2Splat, ModuleBuilder } from "../assembler/index.js";
import type { Counting } from "./arange.js";

const elementsOfGroup = 4;

/** The upper 26 of 53 bits. */
function upperHalf(f: FunctionBuilder, value: F64x2): F64x2 {
  const shifted = f.local("f64x2", "shifted", value.multiply(f.constant("f64x2", 2 ** 27 + 1)));
  return f.local("f64x2", "upper", shifted.subtract(shifted.subtract(value)));
}

/** a · b + c rounded once, of locals: random/fused-multiply-add.ts's `fusedDouble`, bit by bit; what overflows stays unfused. */
function emitFused(f: FunctionBuilder, a: F64x2, b: F64x2, c: F64x2): F64x2 {
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
  return result.magnitude().lessThan(f.constant("f64x2", Number.POSITIVE_INFINITY)).select(result, sum);
}

/** As {@link emitArange}'s `run`, of which the last two parameters are of integers alone. */
export function emitArangeOfDoubles(byGroups: boolean): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = { output: "i32", numbers: "i32", first: "i32", count: "i32", start: "i32", step: "i32" } as const;
  module.define("run", parameters, (f, { output, numbers, first, count }) => {
    const index = f.local("i32x4", "index", I32x4.splat(first).add(I32x4.constant(0, 1, 0, 0)));
    const start = f.local("f64x2", "starts", loadF64x2Splat(numbers));
    const step = f.local("f64x2", "steps", loadF64x2Splat(numbers, 8));
    const along = (from: F64x2, own: I32x4): F64x2 => {
      const times = f.local("f64x2", "times", own.lowToF64x2());
      return f.local("f64x2", "value", emitFused(f, step, times, from));
    };
    const compute = (): F64x2 => {
      if (!byGroups) return along(start, index);
      const group = along(start, index.and(I32x4.splat(I32.of(-elementsOfGroup))));
      return along(group, index.and(I32x4.splat(I32.of(elementsOfGroup - 1))));
    };
    f.repeat(count.shiftRightUnsigned(1), () => {
      f.store(output, compute());
      f.increase(output, 16);
      f.set(index, index.add(2));
    });
    f.if(count.and(1), () => f.store(output, compute().lane(0)));
  });
  return module;
}

export const countingOfDoubles: Counting = {
  name: "float64",
  bytes: 8,
  group: elementsOfGroup,
  emit: emitArangeOfDoubles,
};
