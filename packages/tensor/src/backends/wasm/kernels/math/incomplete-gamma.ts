// igamma and igammac over two doubles, special values included, and so over four floats: by a series below the hump of the integrand, by a continued
// fraction above it, and beside the hump of a large a by a normal distribution with its skew. As formulas/math/gamma-values.ts has them.

import { temme } from "../../../../formulas/math/temme.js";
import type { F32x4, F64x2, FunctionBuilder, I64x2, Local } from "../../assembler/index.js";
import { emitExp, emitExpm1, emitFraction, emitLog1p, emitPlainLog, emitTail, ln2, number } from "./double-curves.js";
import { emitBeside2, emitFactors, stirling } from "./double-gamma.js";
import { emitScaled } from "./normal-tails.js";
import { doublePolynomial, inDoublesByTurns, infinity, quiet } from "./parts.js";

/** Which share of the integral. */
type Side = "lower" | "upper";

/** From here on beside the hump a normal distribution. */
const many = 2000;
/** What counts as beside it, as a part of a. */
const beside = 0.3;
/** From here on nothing is left elsewhere. */
const most = 1e5;
/** From here on by Stirling's series. */
const far = 8;
/** Blocks of four terms. */
const mostBlocks = 5000;

interface Given {
  readonly a: Local<F64x2>;
  readonly x: Local<F64x2>;
}

function anyOf(mask: I64x2) {
  return mask.asI32x4().anyTrue();
}

/** μ − ln (1 + μ), with 1 + μ = x / a. */
function emitPhi(f: FunctionBuilder, { a, x }: Given): Local<F64x2> {
  const ratio = f.local("f64x2", "ratio", x.divide(a));
  const { count, rest } = emitFraction(f, ratio);
  const isNear = f.local("i64x2", "isNear", count.equals(number(f, 0)));
  // The difference of neighbours is exact.
  f.set(rest, isNear.select(x.subtract(a).divide(a), rest));
  const { half, more } = emitTail(f, rest);
  const [squares, tail] = [f.local("f64x2", "squares", half), f.local("f64x2", "tail", more)];
  const log = squares
    .subtract(tail.add(count.multiply(number(f, ln2.low))))
    .subtract(rest)
    .subtract(count.multiply(number(f, ln2.high)));
  return f.local("f64x2", "phi", isNear.select(squares.subtract(tail), ratio.subtract(number(f, 1)).add(log)));
}

interface Height {
  /** xᵃ e⁻ˣ / Γ(a + 1). */
  readonly leading: Local<F64x2>;
  /** ln x, and ln Γ(2 + t) of what leads from a + 1 to about 2, of a small a. */
  readonly log: Local<F64x2>;
  readonly beside2: Local<F64x2>;
  /** μ − ln (1 + μ), e to the power of −a times that, and √(2πa), of a large a. */
  readonly phi: Local<F64x2>;
  readonly power: Local<F64x2>;
  readonly root: Local<F64x2>;
}

/** e⁻ˢ of the little that Stirling's series says. */
const little = [1 / 720, -1 / 120, 1 / 24, -1 / 6, 1 / 2, -1, 1];

function emitHeight(f: FunctionBuilder, given: Given): Height {
  const { a, x } = given;
  const one = number(f, 1);
  const empty = (name: string) => f.local("f64x2", name, number(f, 0));
  const [leading, log, beside2] = [empty("leading"), empty("log"), empty("beside2")];
  const [phi, power, root] = [empty("phi"), empty("power"), empty("root")];
  const isFar = f.local("i64x2", "isFar", a.atLeast(number(f, far)));
  f.if(isFar.asI32x4().allTrue().isZero(), () => {
    const z = f.local("f64x2", "z", a.add(one));
    const isLow = f.local("i64x2", "isLow", z.lessThan(number(f, 1.5)));
    f.set(log, emitPlainLog(f, x));
    const t = f.local("f64x2", "t", isLow.select(a, z.subtract(z.add(number(f, 0.5)).floor())));
    f.set(beside2, emitBeside2(f, t));
    const exponent = f.local("f64x2", "exponent", a.multiply(log).subtract(x).subtract(beside2));
    const own = f.local("f64x2", "own", emitExp(f, exponent));
    f.set(leading, isLow.select(own.multiply(z), own.divide(emitFactors(f, z, far - 1))));
  });
  f.if(anyOf(isFar), () => {
    const inverse = f.local("f64x2", "inverse", one.divide(a));
    const square = f.local("f64x2", "square", inverse.multiply(inverse));
    const series = f.local("f64x2", "series", doublePolynomial(f, square, stirling).multiply(inverse));
    f.set(phi, emitPhi(f, given));
    f.set(power, emitExp(f, f.local("f64x2", "exponent", a.multiply(phi).negate())));
    f.set(root, a.multiply(number(f, 2 * Math.PI)).squareRoot());
    const own = doublePolynomial(f, series, little).multiply(power).divide(root);
    f.set(leading, isFar.select(f.local("f64x2", "own", own), leading));
  });
  return { leading, log, beside2, phi, power, root };
}

/** Turns while a lane is left of what `turn` says, and not for ever. What is done stays as it is, so that bits do not depend on what lies beside it. */
function emitUntilDone(f: FunctionBuilder, turn: (isLeft: I64x2) => I64x2): void {
  const left = f.local("i32", "blocksLeft", mostBlocks);
  const isLeft = f.local("i64x2", "isLeft", number(f, 0).equals(number(f, 0)));
  f.while(left.greaterThan(0), () => {
    f.set(isLeft, isLeft.and(turn(isLeft)));
    f.set(left, left.subtract(1).multiply(anyOf(isLeft)));
  });
}

/** The sum of xᵏ / (a + 1) … (a + k), four terms by one division. */
function emitSeries(f: FunctionBuilder, { a, x }: Given, precision: number): Local<F64x2> {
  const [term, sum] = [f.local("f64x2", "term", number(f, 1)), f.local("f64x2", "sum", number(f, 1))];
  const at = f.local("f64x2", "at", a);
  const square = f.local("f64x2", "square", x.multiply(x));
  const fourth = f.local("f64x2", "fourth", square.multiply(square));
  emitUntilDone(f, (isLeft) => {
    const next = (by: number) => f.local("f64x2", "next", at.add(number(f, by)));
    const [first, second, third] = [next(1), next(2), next(3)];
    f.set(at, at.add(number(f, 4)));
    const two = f.local("f64x2", "two", third.multiply(at));
    const three = f.local("f64x2", "three", second.multiply(two));
    const inner = x.multiply(three.add(x.multiply(two)).add(square.multiply(at.add(x))));
    const share = f.local("f64x2", "share", number(f, 1).divide(first.multiply(three)));
    f.set(sum, isLeft.select(sum.add(term.multiply(inner.multiply(share))), sum));
    f.set(term, term.multiply(fourth.multiply(share)));
    return term.greaterThan(sum.multiply(number(f, precision)));
  });
  return sum;
}

/** Γ(a, x) / (xᵃ e⁻ˣ) by its continued fraction, over and under by one recurrence, as in S. Moshier's Cephes (igam.c); four steps by one division. */
function emitContinued(f: FunctionBuilder, { a, x }: Given, precision: number): Local<F64x2> {
  const [one, two] = [number(f, 1), number(f, 2)];
  const y = f.local("f64x2", "y", one.subtract(a));
  const z = f.local("f64x2", "z", x.add(y).add(one));
  const count = f.local("f64x2", "count", number(f, 0));
  const over = [f.local("f64x2", "over0", one), f.local("f64x2", "over1", x.add(one))] as const;
  const under = [f.local("f64x2", "under0", x), f.local("f64x2", "under1", z.multiply(x))] as const;
  const result = f.local("f64x2", "continued", over[1].divide(under[1]));
  const [factor, scale, next] = [f.local("f64x2", "factor"), f.local("f64x2", "scale"), f.local("f64x2", "next")];
  emitUntilDone(f, (isLeft) => {
    for (const [older, newer] of [
      [0, 1],
      [1, 0],
      [0, 1],
      [1, 0],
    ] as const) {
      f.set(count, count.add(one));
      f.set(y, y.add(one));
      f.set(z, z.add(two));
      f.set(factor, y.multiply(count));
      for (const own of [over, under]) f.set(own[older], own[newer].multiply(z).subtract(own[older].multiply(factor)));
    }
    // All are of one size but for x.
    const isLarge = over[1].magnitude().greaterThan(number(f, 2 ** 200));
    f.set(scale, isLarge.select(number(f, 2 ** -200), one));
    for (const own of [...over, ...under]) f.set(own, own.multiply(scale));
    f.set(next, over[1].divide(under[1]));
    const change = f.local("f64x2", "change", next.subtract(result).magnitude());
    f.set(result, isLeft.select(next, result));
    return change.greaterThan(next.magnitude().multiply(number(f, precision)));
  });
  return result;
}

/** The share on the side of x where less lies, of a large a with x beside it; N. M. Temme's expansion, DLMF 8.12. */
function emitBesideHump(f: FunctionBuilder, { a }: Given, height: Height, isAbove: I64x2): F64x2 {
  const { phi, power, root } = height;
  const size = f.local("f64x2", "sizeOfEta", phi.add(phi).squareRoot());
  const eta = f.local("f64x2", "eta", isAbove.select(size, size.negate()));
  const inverse = f.local("f64x2", "inverse", number(f, 1).divide(a));
  const skew = temme
    .map((terms) => doublePolynomial(f, eta, terms))
    .reduceRight((sum, terms) => sum.multiply(inverse).add(terms))
    .divide(root);
  const own = f.local("f64x2", "skew", skew);
  const distance = f.local("f64x2", "distance", a.multiply(phi).squareRoot());
  const normal = emitScaled(f, distance).multiply(number(f, 0.5));
  return power.multiply(normal.add(isAbove.select(own, own.negate())));
}

/** Whether nearly all of a small a's integral lies below x, however small that is; and then what is left, in parts that do not cancel; DLMF 8.7.3. */
function emitBeyondAll(f: FunctionBuilder, { a, x }: Given, { log, beside2 }: Height) {
  const half = number(f, 0.5);
  const bound = x.atMost(half).select(number(f, -0.4).divide(log), x.divide(number(f, 1.1)));
  const isBeyond = f.local("i64x2", "isBeyond", x.atMost(number(f, 1.1)).and(a.lessThan(bound)));
  const share = f.local("f64x2", "share", number(f, 0));
  f.if(anyOf(isBeyond), () => {
    const [sum, power] = [f.local("f64x2", "sum", number(f, 0)), f.local("f64x2", "power", a)];
    const count = f.local("f64x2", "count", number(f, 0));
    f.repeat(20, () => {
      f.set(count, count.add(number(f, 1)));
      f.set(power, power.multiply(x.negate()).divide(count));
      f.set(sum, sum.add(power.divide(a.add(count))));
    });
    const low = f.local("f64x2", "low", a.lessThan(half).select(emitLog1p(f, a), number(f, 0)));
    const height = f.local("f64x2", "height", a.multiply(log).subtract(beside2).add(low));
    const more = f.local("f64x2", "more", emitExpm1(f, height));
    f.set(share, more.negate().subtract(more.add(number(f, 1)).multiply(sum)));
  });
  return { isBeyond, share };
}

/** What a loop leaves, beside its result: of doubles a fraction is not told from its roundings sooner. */
interface Precision {
  readonly series: number;
  readonly fraction: number;
}
const ofDoubles: Precision = { series: 2 ** -54, fraction: 2 ** -51 };
const ofFloats: Precision = { series: 2 ** -32, fraction: 2 ** -32 };

function emitShare(f: FunctionBuilder, side: Side, precision: Precision, a: F64x2, x: F64x2): F64x2 {
  const [zero, one] = [number(f, 0), number(f, 1)];
  const isPlainNumber = (own: F64x2) => own.greaterThan(zero).and(own.lessThan(number(f, infinity)));
  const isPlain = f.local("i64x2", "isPlain", isPlainNumber(a).and(isPlainNumber(x)));
  const given = { a: f.local("f64x2", "a", isPlain.select(a, one)), x: f.local("f64x2", "x", isPlain.select(x, one)) };
  const height = emitHeight(f, given);
  const distance = given.x.subtract(given.a).magnitude();
  const isLarge = given.a.atLeast(number(f, many));
  const isBeside = f.local("i64x2", "isBeside", isLarge.and(distance.atMost(given.a.multiply(number(f, beside)))));
  const isAbove = f.local("i64x2", "isAbove", given.x.greaterThan(given.a.add(one)));
  const isLeft = f.local("i64x2", "isLeft", isBeside.not().and(given.a.lessThan(number(f, most))));
  const factor = f.local("f64x2", "factor", one);
  const isSeries = f.local("i64x2", "isSeries", isLeft.and(isAbove.not()));
  f.if(anyOf(isSeries), () => {
    const own = { a: given.a, x: f.local("f64x2", "xOfSeries", given.x.asI64x2().and(isSeries).asF64x2()) };
    f.set(factor, isSeries.select(emitSeries(f, own, precision.series), factor));
  });
  const isContinued = f.local("i64x2", "isContinued", isLeft.and(isAbove));
  f.if(anyOf(isContinued), () => {
    // Beyond the bound nothing is left; where another lane is not asked, its fraction ends at once.
    const own = {
      a: f.local("f64x2", "aOfFraction", isContinued.select(given.a, one)),
      x: f.local("f64x2", "xOfFraction", isContinued.select(given.x.replaceAbove(number(f, 1e10)), one)),
    };
    f.set(factor, isContinued.select(emitContinued(f, own, precision.fraction).multiply(own.a), factor));
  });
  const share = f.local("f64x2", "share", height.leading.multiply(factor));
  // No share is more than all, by its last bit either.
  f.set(share, share.greaterThan(one).select(one, share));
  f.if(anyOf(isBeside), () => {
    const isAboveHump = f.local("i64x2", "isAboveHump", given.x.atLeast(given.a));
    f.set(share, isBeside.select(emitBesideHump(f, given, height, isAboveHump), share));
    f.set(isAbove, isBeside.and(isAboveHump).or(isAbove.and(isBeside.not())));
  });
  if (side === "upper") {
    const beyond = emitBeyondAll(f, given, height);
    f.set(share, beyond.isBeyond.select(beyond.share, share));
    f.set(isAbove, isAbove.or(beyond.isBeyond));
  }
  const other = f.local("f64x2", "other", one.subtract(share));
  const own = side === "upper" ? isAbove.select(share, other) : isAbove.select(other, share);
  return emitEnds(f, side, a, x, isPlain.select(own, zero));
}

/** Of 0 and ∞: all is below ∞ and above 0, and all of a = 0 lies at 0; of both, and of what is below 0, there is none. */
function emitEnds(f: FunctionBuilder, side: Side, a: F64x2, x: F64x2, plain: F64x2): F64x2 {
  const [zero, end] = [number(f, 0), number(f, infinity)];
  const [all, none] = side === "lower" ? [number(f, 1), zero] : [zero, number(f, 1)];
  const result = f.local("f64x2", "result", plain);
  f.set(result, x.equals(zero).or(a.equals(end)).select(none, result));
  f.set(result, a.equals(zero).or(x.equals(end)).select(all, result));
  const isBoth = a
    .equals(zero)
    .and(x.equals(zero))
    .or(a.equals(end).and(x.equals(end)));
  const isGiven = a.atLeast(zero).and(x.atLeast(zero));
  return isGiven.and(isBoth.not()).select(result, number(f, quiet));
}

export function emitDoubleLowerShare(f: FunctionBuilder, a: F64x2, x: F64x2): F64x2 {
  return emitShare(f, "lower", ofDoubles, a, x);
}

export function emitLowerShare(f: FunctionBuilder, a: F32x4, x: F32x4): F32x4 {
  return inDoublesByTurns(f, (...two) => emitShare(f, "lower", ofFloats, two[0]!, two[1]!), a, x);
}

export function emitDoubleUpperShare(f: FunctionBuilder, a: F64x2, x: F64x2): F64x2 {
  return emitShare(f, "upper", ofDoubles, a, x);
}

export function emitUpperShare(f: FunctionBuilder, a: F32x4, x: F32x4): F32x4 {
  return inDoublesByTurns(f, (...two) => emitShare(f, "upper", ofFloats, two[0]!, two[1]!), a, x);
}
