// Logarithms of other bases, and the hyperbolic functions with their inverses, over two doubles, special values included. What is split how
// is as in FreeBSD's msun (e_log2.c, e_log10.c, s_asinh.c, e_atanh.c; Sun Microsystems, 1993).

import type { F64x2, FunctionBuilder, Local } from "../../assembler/index.js";
import {
  bounded,
  emitEnds,
  emitExpm1,
  emitFraction,
  emitLog1p,
  emitPlainLog,
  emitReduced,
  emitTail,
  number,
  scaled,
  signed,
  signOf,
  whole,
} from "./double-curves.js";
import { infinity, quiet } from "./parts.js";

/** To a base: of that of e in two parts, and of a logarithm of 2 in two. */
interface Base {
  readonly high: number;
  readonly low: number;
  readonly twoHigh: number;
  readonly twoLow: number;
}

function emitOfBase(f: FunctionBuilder, x: F64x2, base: Base): F64x2 {
  const { count, rest } = emitFraction(f, x);
  const { half, more } = emitTail(f, rest);
  // The first part has so few bits that its product with a short number is exact.
  const high = f.local("f64x2", "high", rest.subtract(half).asI64x2().and(whole(0, -1)).asF64x2());
  const low = f.local("f64x2", "low", rest.subtract(high).subtract(half).add(more));
  const main = f.local("f64x2", "main", high.multiply(number(f, base.high)));
  const counted = f.local("f64x2", "counted", count.multiply(number(f, base.twoHigh)));
  const sum = f.local("f64x2", "sum", counted.add(main));
  const least = low
    .add(high)
    .multiply(number(f, base.low))
    .add(low.multiply(number(f, base.high)))
    .add(count.multiply(number(f, base.twoLow)));
  return emitEnds(f, x, 0, least.add(counted.subtract(sum).add(main)).add(sum));
}

export function emitLog2(f: FunctionBuilder, x: F64x2): F64x2 {
  return emitOfBase(f, x, { high: 1.4426950407214463, low: 1.6751713164886512e-10, twoHigh: 1, twoLow: 0 });
}

export function emitLog10(f: FunctionBuilder, x: F64x2): F64x2 {
  return emitOfBase(f, x, {
    ...{ high: 0.4342944818781689, low: 2.5082946711645275e-11 },
    ...{ twoHigh: 0.30102999566361177, twoLow: 3.694239077158931e-13 },
  });
}

/** ½ e^size, which is finite where sinh and cosh are; size is not negative. */
function emitHalfOfExp(f: FunctionBuilder, size: F64x2): Local<F64x2> {
  const { low, less } = emitReduced(f, bounded(f, size, 0, 711));
  return f.local("f64x2", "halfOfExp", scaled(f, less.add(number(f, 1)), low.subtract(whole(1))));
}

/** From E = e^|x| − 1, ½ (E + E / (E + 1)); from 1 on ½ e^|x| is enough. */
export function emitSinh(f: FunctionBuilder, x: F64x2): F64x2 {
  const size = f.local("f64x2", "size", x.magnitude());
  const half = emitHalfOfExp(f, size);
  const far = half.subtract(number(f, 0.25).divide(half));
  const power = f.local("f64x2", "power", emitExpm1(f, f.local("f64x2", "small", size.replaceAbove(number(f, 1)))));
  const near = power.add(power.divide(power.add(number(f, 1)))).multiply(number(f, 0.5));
  const isNear = size.lessThan(number(f, 1));
  // Of the smallest numbers half would be rounded.
  const isTiny = size.lessThan(number(f, 2 ** -28));
  return signed(isTiny.select(size, isNear.select(near, far)), signOf(f, x));
}

export function emitCosh(f: FunctionBuilder, x: F64x2): F64x2 {
  const half = emitHalfOfExp(f, x.magnitude());
  return half.add(number(f, 0.25).divide(half));
}

/** From here on 1 is nothing beside the square, and the result is ln 2x. */
const large = 2 ** 28;

/** ln 2x of what is `large`, and what `near` has of what is not. */
function emitOrLarge(f: FunctionBuilder, size: Local<F64x2>, near: (bounded: Local<F64x2>) => F64x2): F64x2 {
  const own = f.local("f64x2", "near", near(f.local("f64x2", "bounded", size.replaceAbove(number(f, large)))));
  const far = f.local("f64x2", "far", emitPlainLog(f, size).add(number(f, Math.LN2)));
  const isLarge = size.greaterThan(number(f, large));
  const result = f.local("f64x2", "result", isLarge.select(far, own));
  return size.equals(number(f, infinity)).select(size, result);
}

export function emitAsinh(f: FunctionBuilder, x: F64x2): F64x2 {
  const size = f.local("f64x2", "size", x.magnitude());
  const one = number(f, 1);
  const result = emitOrLarge(f, size, (a) => {
    const square = f.local("f64x2", "squareOfSize", a.multiply(a));
    const excess = square.divide(square.add(one).squareRoot().add(one)).add(a);
    return emitLog1p(f, f.local("f64x2", "excess", excess));
  });
  return signed(result, signOf(f, x));
}

export function emitAcosh(f: FunctionBuilder, x: F64x2): F64x2 {
  const result = emitOrLarge(f, f.local("f64x2", "size", x), (a) => {
    const more = f.local("f64x2", "more", a.subtract(number(f, 1)));
    const root = more.multiply(more).add(more.add(more)).squareRoot();
    return emitLog1p(f, f.local("f64x2", "excess", more.add(root)));
  });
  return x.lessThan(number(f, 1)).select(number(f, quiet), result);
}

export function emitAtanh(f: FunctionBuilder, x: F64x2): F64x2 {
  const size = f.local("f64x2", "size", x.magnitude());
  const less = f.local("f64x2", "less", number(f, 1).subtract(size));
  const twice = f.local("f64x2", "twice", size.add(size));
  const near = twice.add(twice.multiply(size).divide(less));
  const isNear = size.lessThan(number(f, 0.5));
  const argument = f.local("f64x2", "argument", isNear.select(near, twice.divide(less)));
  const half = f.local("f64x2", "half", emitLog1p(f, argument).multiply(number(f, 0.5)));
  const isTiny = size.lessThan(number(f, 2 ** -28));
  const result = f.local("f64x2", "result", isTiny.select(size, half));
  return size.greaterThan(number(f, 1)).select(number(f, quiet), signed(result, signOf(f, x)));
}
