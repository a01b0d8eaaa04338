// erf, erfc and erfinv, gelu and its slope over two doubles, special values included. Quotients as in FreeBSD's msun (s_erf.c; Sun Microsystems,
// 1993); erfinv's polynomials as in M. Giles, "Approximating the erfinv function" (2012).

import { F64x2, type FunctionBuilder, type I64x2, type Local } from "../../assembler/index.js";
import { emitExp, emitLog, number, signed, signOf, whole } from "./double-curves.js";
import { byHalves, doublePolynomial, emitQuotient, infinity, type Quotient, quiet } from "./parts.js";

/** (erf x − x) / x in x², up to 0.84375. */
const near: Quotient = {
  over: [
    -0.000023763016656650163, -0.005770270296489442, -0.02848174957559851, -0.3250421072470015, 0.12837916709551256,
  ],
  under: [
    -0.000003960228278775368, 0.00013249473800432164, 0.005081306281875766, 0.0650222499887673, 0.39791722395915535, 1,
  ],
};
/** erf x less a number, in x − 1, up to 1.25. */
const middle: Quotient = {
  over: [
    -0.002166375594868791, 0.035478304325618236, -0.11089469428239668, 0.31834661990116175, -0.3722078760357013,
    0.41485611868374833, -0.0023621185607526594,
  ],
  under: [
    0.011984499846799107, 0.01363708391202905, 0.12617121980876164, 0.07182865441419627, 0.540397917702171,
    0.10642088040084423, 1,
  ],
};
const middleErf = 0.8450629115104675;
/** ln (x erfc x) + x² + 0.5625, in 1 / x², up to 1 / 0.35. */
const outer: Quotient = {
  over: [
    -9.814329344169145, -81.2874355063066, -184.60509290671104, -162.39666946257347, -62.375332450326006,
    -10.558626225323291, -0.6938585727071818, -0.009864944034847148,
  ],
  under: [
    -0.0604244152148581, 6.570249770319282, 108.63500554177944, 429.00814002756783, 645.3872717332679,
    434.56587747522923, 137.65775414351904, 19.651271667439257, 1,
  ],
};
/** The same beyond. */
const outermost: Quotient = {
  over: [
    -483.5191916086514, -1025.0951316110772, -637.5664433683896, -160.63638485582192, -17.757954917754752,
    -0.799283237680523, -0.0098649429247001,
  ],
  under: [
    -22.44095244658582, 474.52854120695537, 2553.0504064331644, 3199.8582195085955, 1536.729586084437,
    325.7925129965739, 30.33806074348246, 1,
  ],
};

interface Parts {
  readonly size: Local<F64x2>;
  readonly isNear: Local<I64x2>;
  readonly isMiddle: Local<I64x2>;
  /** erf x / x − 1. */
  readonly more: Local<F64x2>;
  /** erf |x| less a number, there. */
  readonly ofMiddle: Local<F64x2>;
  /** erfc |x|, beyond. */
  readonly beyond: Local<F64x2>;
}

/** What lies further out is computed only where a lane needs it. */
function emitParts(f: FunctionBuilder, x: F64x2): Parts {
  const size = f.local("f64x2", "size", x.magnitude());
  const square = f.local("f64x2", "square", size.multiply(size));
  const isNear = f.local("i64x2", "isNear", size.lessThan(number(f, 0.84375)));
  const isMiddle = f.local("i64x2", "isMiddle", size.lessThan(number(f, 1.25)));
  const more = f.local("f64x2", "more", emitQuotient(f, square, near));
  const [ofMiddle, beyond] = [f.local("f64x2", "ofMiddle", F64x2.zero()), f.local("f64x2", "beyond", F64x2.zero())];
  f.if(isNear.asI32x4().allTrue().isZero(), () => {
    const less = f.local("f64x2", "less", size.subtract(number(f, 1)));
    f.set(ofMiddle, emitQuotient(f, less, middle));
    f.if(isMiddle.asI32x4().allTrue().isZero(), () => f.set(beyond, emitBeyond(f, size)));
  });
  return { size, isNear, isMiddle, more, ofMiddle, beyond };
}

/** erfc of a size from 1.25 on. */
function emitBeyond(f: FunctionBuilder, size: F64x2): F64x2 {
  // From 28 on nothing is left; what is nearer is not wanted, and must not be infinite.
  const a = f.local("f64x2", "bounded", size.replaceBelow(number(f, 1)).replaceAbove(number(f, 28)));
  const inverse = f.local("f64x2", "inverseSquare", number(f, 1).divide(a.multiply(a)));
  const series = f.local("f64x2", "series", emitQuotient(f, inverse, outer));
  const isFar = f.local("i64x2", "isFar", a.atLeast(number(f, 1 / 0.35)));
  f.if(isFar.asI32x4().anyTrue(), () => f.set(series, isFar.select(emitQuotient(f, inverse, outermost), series)));
  // The high half of a has an exact square.
  const high = f.local("f64x2", "high", a.asI64x2().and(whole(0, -1)).asF64x2());
  const first = f.local("f64x2", "first", number(f, -0.5625).subtract(high.multiply(high)));
  const second = f.local("f64x2", "second", high.subtract(a).multiply(high.add(a)).add(series));
  return emitExp(f, first).multiply(emitExp(f, second)).divide(a);
}

export function emitErf(f: FunctionBuilder, x: F64x2): F64x2 {
  const { size, isNear, isMiddle, more, ofMiddle, beyond } = emitParts(f, x);
  const far = isMiddle.select(number(f, middleErf).add(ofMiddle), number(f, 1).subtract(beyond));
  // Of the smallest numbers a product would lose digits: an eighth of them is added to more.
  const own = f.local("f64x2", "own", size.add(size.multiply(more)));
  return signed(isNear.select(own, f.local("f64x2", "far", far)), signOf(f, x));
}

export function emitErfc(f: FunctionBuilder, x: F64x2): F64x2 {
  const { size, isNear, isMiddle, more, ofMiddle, beyond } = emitParts(f, x);
  const one = number(f, 1);
  const isNegative = f.local("i64x2", "isNegative", x.asI64x2().shiftRight(63));
  const small = f.local("f64x2", "small", x.add(x.multiply(more)));
  const half = number(f, 0.5);
  // From ¼ on, less ½ first, of which x is near.
  const direct = x
    .lessThan(number(f, 0.25))
    .select(one.subtract(small), half.subtract(x.multiply(more).add(x.subtract(half))));
  const tail = isMiddle.select(number(f, 1 - middleErf).subtract(ofMiddle), beyond);
  const outside = f.local("f64x2", "tail", size.greaterThan(number(f, 28)).select(F64x2.zero(), tail));
  const turned = f.local("f64x2", "turned", isNegative.select(number(f, 2).subtract(outside), outside));
  const result = f.local("f64x2", "result", isNear.select(direct, turned));
  return x.notEquals(x).select(x, result);
}

/** erfinv x / x by w = −ln (1 − x²), in w − 3.125. */
const central = [
  -3.64441206401782e-21, -1.6850591381820166e-19, 1.28584807152564e-18, 1.1157877678025181e-17, -1.333171662854621e-16,
  2.0972767875968562e-17, 6.637638134358324e-15, -4.054566272975207e-14, -8.151934197605472e-14, 2.6335093153082323e-12,
  -1.2975133253453532e-11, -5.415412054294628e-11, 1.0512122733215323e-9, -4.112633980346984e-9, -2.9070369957882005e-8,
  4.2347877827932404e-7, -0.0000013654692000834679, -0.000013882523362786469, 0.00018673420803405714,
  -0.000740702534166267, -0.006033670871430149, 0.24015818242558962, 1.6536545626831027,
];
/** The same in √w − 3.25, from 6.25 on. */
const outside = [
  2.2137376921775787e-9, 9.075656193888539e-8, -2.7517406297064545e-7, 1.8239629214389228e-8, 0.0000015027403968909828,
  -0.000004013867526981546, 0.0000029234449089955446, 0.000012475304481671779, -0.000047318229009055734,
  0.00006828485145957318, 0.000024031110387097894, -0.0003550375203628475, 0.0009532893797373805,
  -0.0016882755560235047, 0.002491442096107851, -0.003751208507569241, 0.005370914553590064, 1.0052589676941592,
  3.0838856104922208,
];
/** The same in √w − 5, from 16 on. */
const farOutside = [
  -2.7109920616438573e-11, -2.555641816996525e-10, 1.5076572693500548e-9, -3.789465440126737e-9, 7.61570120807834e-9,
  -1.496002662714924e-8, 2.914795345090108e-8, -6.771199775845234e-8, 2.2900482228026655e-7, -9.9298272942317e-7,
  0.000004526062597223154, -0.00001968177810553167, 0.00007599527703001776, -0.00021503011930044477,
  -0.00013871931833623122, 1.0103004648645344, 4.849906401408584,
];

export function emitErfinv(f: FunctionBuilder, x: F64x2): F64x2 {
  const size = f.local("f64x2", "size", x.magnitude());
  const one = number(f, 1);
  const product = f.local("f64x2", "product", one.subtract(size).multiply(one.add(size)));
  const w = f.local("f64x2", "w", emitLog(f, product).negate());
  const inside = f.local("f64x2", "inside", w.subtract(number(f, 3.125)));
  const factor = f.local("f64x2", "factor", byHalves(f, inside, central));
  const isOutside = f.local("i64x2", "isOutside", w.atLeast(number(f, 6.25)));
  f.if(isOutside.asI32x4().anyTrue(), () => {
    const root = f.local("f64x2", "root", w.squareRoot());
    const at = (middle: number, terms: readonly number[]) =>
      f.local("f64x2", "outer", doublePolynomial(f, f.local("f64x2", "at", root.subtract(number(f, middle))), terms));
    const far = w.atLeast(number(f, 16)).select(at(5, farOutside), at(3.25, outside));
    f.set(factor, isOutside.select(f.local("f64x2", "far", far), factor));
  });
  const finite = f.local("f64x2", "finite", factor.multiply(x));
  const orPole = f.local("f64x2", "orPole", size.equals(one).select(signed(number(f, infinity), signOf(f, x)), finite));
  return size.greaterThan(one).select(number(f, quiet), orPole);
}

/** Φ(x), x being a local. */
function emitShareBelow(f: FunctionBuilder, x: F64x2): F64x2 {
  const turned = f.local("f64x2", "turnedByRoot", x.multiply(number(f, -Math.SQRT1_2)));
  return emitErfc(f, turned).multiply(number(f, 0.5));
}

/** x · Φ(x) */
export function emitGelu(f: FunctionBuilder, x: F64x2): F64x2 {
  return x.multiply(emitShareBelow(f, x));
}

/** Φ(x) + x · φ(x) */
export function emitGeluSlope(f: FunctionBuilder, x: F64x2): F64x2 {
  const share = f.local("f64x2", "share", emitShareBelow(f, x));
  const exponent = f.local("f64x2", "exponent", x.multiply(x).multiply(number(f, -0.5)));
  return share.add(x.multiply(emitExp(f, exponent)).multiply(number(f, 1 / Math.sqrt(2 * Math.PI))));
}
