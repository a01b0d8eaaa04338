// erfcx and its slope, logNdtr and ndtri over two doubles, special values included, and so over four floats: tails of the normal distribution
// without their fall. Plain errors are errors.ts's and double-errors.ts's.

import type { F32x4, F64x2, FunctionBuilder, Local } from "../../assembler/index.js";
import { emitExp, emitLog, emitPlainLog, number, signed, signOf, whole } from "./double-curves.js";
import { byHalves, emitQuotient, inDoubles, infinity, type Quotient, quiet } from "./parts.js";

/** (1 + 2a) · exp a² · erfc a − 1 in (a − 4) / (a + 4), for a from 0 on: a Chebyshev series, computed for this file to 40 digits. */
const scaledComplement = [
  -2.659599690242689e-10, 9.311744978232572e-10, 3.1695881915648173e-9, -1.234686604382353e-8, -2.05606492756992e-8,
  1.0633855618594884e-7, 7.746992727017941e-8, -8.210939042560568e-7, 2.919733377963012e-7, 5.706604414895734e-6,
  -1.1221287012353486e-5, -2.4397746422436416e-5, 0.0001506214900124047, -0.00019925714661091188,
  -0.0007577732613730956, 0.005031970067657489, -0.016197734059799265, 0.03716751552655567, -0.06633036581218697,
  0.0937328349990944, -0.10103906603630056, 0.06809705425466908, 0.015379652102619604, -0.1396211168405623,
  0.2329951186255525,
];

/** exp a² · erfc a of a local from 0 on. */
export function emitScaled(f: FunctionBuilder, a: F64x2): Local<F64x2> {
  const [half, four] = [number(f, 0.5), number(f, 4)];
  const size = f.local("f64x2", "boundedSize", a.replaceAbove(number(f, Number.MAX_VALUE)));
  const q = f.local("f64x2", "q", size.subtract(four).divide(size.add(four)));
  const more = byHalves(f, q, scaledComplement);
  // By half of 1 + 2a, which is no number at the end.
  return f.local("f64x2", "scaled", more.multiply(half).add(half).divide(a.add(half)));
}

/** exp (factor · x²) of a local, the factor a power of two: the square in two parts, since its exponential would tell what it rounds off. */
function emitExpOfSquare(f: FunctionBuilder, x: F64x2, factor: number): F64x2 {
  const square = f.local("f64x2", "square", x.multiply(x));
  // All but the lowest 27 bits: its square is exact.
  const high = f.local(
    "f64x2",
    "high",
    x
      .asI64x2()
      .and(whole(-(2 ** 27), -1))
      .asF64x2(),
  );
  const lost = high
    .multiply(high)
    .subtract(square)
    .add(x.subtract(high).multiply(high.add(x)));
  const rest = f.local("f64x2", "rest", lost.multiply(number(f, factor)));
  const power = emitExp(f, f.local("f64x2", "exponent", square.multiply(number(f, factor))));
  return power.multiply(rest.add(number(f, 1)));
}

export function emitDoubleErfcx(f: FunctionBuilder, x: F64x2): F64x2 {
  const size = f.local("f64x2", "size", x.magnitude());
  const result = emitScaled(f, size);
  const isBelow = f.local("i64x2", "isBelow", x.lessThan(number(f, 0)));
  f.if(isBelow.asI32x4().anyTrue(), () => {
    // From 27 on it is ∞.
    const bounded = f.local("f64x2", "bounded", size.replaceAbove(number(f, 27)));
    const power = f.local("f64x2", "power", emitExpOfSquare(f, bounded, 1));
    f.set(result, isBelow.select(power.subtract(result).add(power), result));
  });
  return result;
}

/** 2x · erfcx x − 2/√π */
export function emitDoubleErfcxSlope(f: FunctionBuilder, x: F64x2): F64x2 {
  const own = emitDoubleErfcx(f, x);
  return x
    .add(x)
    .multiply(own)
    .subtract(number(f, 2 / Math.sqrt(Math.PI)));
}

/** The logarithm of Φ: below 0 that of erfcx, less x² / 2; above it that of 1 less what lies beyond. */
export function emitDoubleLogNdtr(f: FunctionBuilder, x: F64x2): F64x2 {
  const [one, zero] = [number(f, 1), number(f, 0)];
  const size = f.local("f64x2", "size", x.magnitude());
  const turned = f.local("f64x2", "turned", size.multiply(number(f, Math.SQRT1_2)));
  const half = f.local("f64x2", "half", emitScaled(f, turned).multiply(number(f, 0.5)));
  const isBelow = f.local("i64x2", "isBelow", x.lessThan(zero));
  const [of, lost] = [f.local("f64x2", "of", half), f.local("f64x2", "lost", x.multiply(number(f, -0.5)).multiply(x))];
  const missing = f.local("f64x2", "missing", number(f, -1));
  f.if(isBelow.asI32x4().allTrue().isZero(), () => {
    // From 39 on nothing is left.
    const bounded = f.local("f64x2", "bounded", size.replaceAbove(number(f, 40)));
    f.set(missing, emitExpOfSquare(f, bounded, -0.5).multiply(half).negate());
    const share = f.local("f64x2", "share", missing.add(one));
    f.set(of, isBelow.select(half, share));
    f.set(lost, isBelow.select(lost, missing.subtract(share.subtract(one)).divide(share)));
  });
  const result = f.local("f64x2", "result", emitPlainLog(f, of).add(lost));
  // Of what is next to nothing −0 keeps its sign.
  const isAll = missing.greaterThan(number(f, -(2 ** -54)));
  return isBelow.not().and(isAll).select(missing, result);
}

/** M. J. Wichura's, Applied Statistics 37 (1988), AS 241: of q = share − ½ up to 0.425, ndtri / q in 0.425² − q². */
const central: Quotient = {
  over: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  under: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
};
/** Beyond, its size in √(−ln p) − 1.6, p being what lies beyond. */
const tail: Quotient = {
  over: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  under: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};
/** The same less 5, from 5 on. */
const farTail: Quotient = {
  over: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  under: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
};

export function emitDoubleNdtri(f: FunctionBuilder, share: F64x2): F64x2 {
  const [one, half] = [number(f, 1), number(f, 0.5)];
  const q = f.local("f64x2", "q", share.subtract(half));
  const isCentral = f.local("i64x2", "isCentral", q.magnitude().atMost(number(f, 0.425)));
  const inside = f.local("f64x2", "inside", number(f, 0.180625).subtract(q.multiply(q)));
  const result = f.local("f64x2", "result", emitQuotient(f, inside, central).multiply(q));
  f.if(isCentral.asI32x4().allTrue().isZero(), () => {
    // Of the half above 1 less a share is exact.
    const beyond = f.local("f64x2", "beyond", share.lessThan(half).select(share, one.subtract(share)));
    const root = f.local("f64x2", "root", emitLog(f, beyond).negate().squareRoot());
    const size = f.local("f64x2", "size", emitQuotient(f, f.local("f64x2", "at", root.subtract(number(f, 1.6))), tail));
    const isFar = f.local("i64x2", "isFar", root.greaterThan(number(f, 5)));
    f.if(isFar.asI32x4().anyTrue(), () => {
      const far = emitQuotient(f, f.local("f64x2", "at", root.subtract(number(f, 5))), farTail);
      const orPole = root.equals(number(f, infinity)).select(number(f, infinity), far);
      f.set(size, isFar.select(f.local("f64x2", "far", orPole), size));
    });
    f.set(result, isCentral.select(result, signed(size, signOf(f, q))));
  });
  return share.notEquals(share).select(number(f, quiet), result);
}

export function emitErfcx(f: FunctionBuilder, input: F32x4): F32x4 {
  return ofFour(f, emitDoubleErfcx, input);
}

export function emitErfcxSlope(f: FunctionBuilder, input: F32x4): F32x4 {
  return ofFour(f, emitDoubleErfcxSlope, input);
}

export function emitLogNdtr(f: FunctionBuilder, input: F32x4): F32x4 {
  return ofFour(f, emitDoubleLogNdtr, input);
}

export function emitNdtri(f: FunctionBuilder, input: F32x4): F32x4 {
  return ofFour(f, emitDoubleNdtri, input);
}

function ofFour(f: FunctionBuilder, ofTwo: (f: FunctionBuilder, x: F64x2) => F64x2, input: F32x4): F32x4 {
  return inDoubles(f, (x) => ofTwo(f, f.local("f64x2", "x", x!)), input);
}
