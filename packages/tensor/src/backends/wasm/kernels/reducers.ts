// What a reduction over floats does with elements: adds them up, or what becomes of them, multiplies them, or keeps the largest. In
// which order and over which dimensions is reductions.ts's.

import {
  F32x4,
  F64x2,
  type FunctionBuilder,
  type I32,
  I32x4,
  type Local,
  loadF32x4,
  loadF32x4Half,
  loadF32x4Splat,
} from "../assembler/index.js";

/** Vectors of neighbouring elements, each lane on its own, until all go into one. */
export interface Accumulators {
  /** Makes the first `vectors` what no element comes to; and the rest's. */
  start(vectors: number): void;
  /** As many as turns of a row go into. */
  startRow(): void;
  /** Takes the neighbours at `address + offset` into a vector. */
  take(vector: number, address: I32, offset: number): void;
  /** Takes the sixteen neighbours at `address`, which go into one. */
  takeTurn(address: I32): void;
  /** Takes one element, which lies behind all that vectors take. */
  takeOne(address: I32): void;
  /** Puts all into one, and stores it: rounded, or as a part that others are put to. */
  storeOne(address: I32, as: "result" | "part"): void;
  /** Four neighbours' results, the `four`-th. */
  results(four: number): F32x4;
  /** Two neighbours' results, not rounded, the `two`-th. */
  wide(two: number): F64x2;
}

/** Elements whose accumulators lie side by side: sixteen floats, a cache line. */
export const elementsAbreast = 16;

export interface Reducer {
  /** Tells it from others, in the names of kernels. */
  readonly name: string;
  /** Elements of a vector. */
  readonly neighbours: 2 | 4;
  /** What a part is kept in, before it is put to others. */
  readonly part: "float64" | "float32";
  /** The results of two parts. */
  readonly together: (before: number, part: number) => number;
  /** Of so many vectors. */
  readonly accumulators: (f: FunctionBuilder) => Accumulators;
}

interface Doubles {
  readonly name: string;
  readonly start: number;
  readonly combine: (a: F64x2, b: F64x2) => F64x2;
  readonly together: (before: number, part: number) => number;
  /** What is taken of two elements; uses them once where it is left out. */
  readonly of?: (f: FunctionBuilder, two: F64x2) => F64x2;
  /** What is taken of four whose sums {@link sumOfTurn} adds up before they go into doubles; left out where nothing is added before. */
  readonly ofTurn?: (f: FunctionBuilder, four: F32x4) => F32x4;
}

/**
 * Sixteen neighbours' sums of every fourth, as float32: two additions deep, so that what is lost, 2⁻²³ of the magnitudes that are added, does
 * not grow with the length. One conversion to doubles follows for four of them.
 */
export function sumOfTurn([first, second, third, fourth]: readonly F32x4[]): F32x4 {
  return first!.add(second!).add(third!.add(fourth!));
}

/** Adds sums of a turn to the doubles of a row: the first two lanes, and the others. */
export function addTurn(f: FunctionBuilder, four: F32x4, low: Local<F64x2>, high: Local<F64x2>): void {
  const whole = f.local("f32x4", "ofTurn", four);
  f.set(low, low.add(whole.lowToF64x2()));
  f.set(high, high.add(whole.highHalf().lowToF64x2()));
}

/**
 * Kept in float64 and rounded once, so that the error does not grow with the length, and does not depend on how it is cut.
 *
 * @__NO_SIDE_EFFECTS__
 */
function ofDoubles({ name, start, combine, together, of = (_, two) => two, ofTurn }: Doubles): Reducer {
  const accumulators = (f: FunctionBuilder): Accumulators => {
    const all = f.locals("f64x2", name, elementsAbreast / 2);
    const rest = f.local("f64x2", "rest");
    const total = f.local("f64x2", "total");
    const nothing = () => (start === 0 ? F64x2.zero() : F64x2.of(start));
    const take: Accumulators["take"] = (vector, address, offset) => {
      // Straight from memory, which spares a shuffle.
      const own = all[vector]!;
      f.set(own, combine(own, of(f, loadF32x4Half(address, offset).lowToF64x2())));
    };
    // Where a turn is added up before, it goes into two.
    const ofRow = ofTurn === undefined ? all : all.slice(0, 2);
    const begin = (vectors: number) => {
      for (const own of [...all.slice(0, vectors), rest]) f.set(own, nothing());
    };
    return {
      start: begin,
      startRow: () => begin(ofRow.length),
      take,
      takeTurn: (address) => {
        if (ofTurn === undefined) for (const vector of all.keys()) take(vector, address, 8 * vector);
        else addTurn(f, sumOfTurn([0, 16, 32, 48].map((at) => ofTurn(f, loadF32x4(address, at)))), all[0]!, all[1]!);
      },
      takeOne: (address) => f.set(rest, combine(rest, of(f, loadF32x4Splat(address).lowToF64x2()))),
      storeOne: (address, as) => {
        f.set(
          total,
          ofRow.map((own) => own as F64x2).reduce((before, own) => combine(before, own)),
        );
        f.set(total, combine(total, total.asF32x4().highHalf().asF64x2()));
        f.set(total, combine(rest, total));
        f.store(address, as === "result" ? total.lane(0).toF32() : total.lane(0));
      },
      results: (four) => all[2 * four]!.toF32x4().shuffle(all[2 * four + 1]!.toF32x4(), [0, 1, 4, 5]),
      wide: (two) => all[two]!,
    };
  };
  return { name, neighbours: 2, part: "float64", together, accumulators };
}

/** @__NO_SIDE_EFFECTS__ */
function sumsOf(name: string, of?: Doubles["of"], ofTurn?: Doubles["ofTurn"]): Reducer {
  const combine = (a: F64x2, b: F64x2) => a.add(b);
  const together = (before: number, part: number) => before + part;
  return ofDoubles({
    ...{ name, start: 0, combine, together },
    ...(of === undefined ? {} : { of }),
    ...(ofTurn === undefined ? {} : { ofTurn }),
  });
}

export const sums = sumsOf("sum", undefined, (_, four) => four);
export const sumsOfSquares = sumsOf("squares", (f, two) => {
  const value = f.local("f64x2", "value", two);
  return value.multiply(value);
});
export const sumsOfMagnitudes = sumsOf("magnitudes", (_, two) => two.magnitude());
export const sumsOfNumbers = sumsOf(
  "numbers",
  (f, two) => {
    const value = f.local("f64x2", "value", two);
    return value.equals(value).and(value.asI64x2()).asF64x2();
  },
  (f, four) => {
    const value = f.local("f32x4", "number", four);
    return value.equals(value).and(value.asI32x4()).asF32x4();
  },
);
export const products = ofDoubles({
  name: "product",
  start: 1,
  combine: (a, b) => a.multiply(b),
  together: (before, part) => before * part,
});

/**
 * The largest or smallest; NaN where there is one. Of zeros it is one or the other.
 *
 * @__NO_SIDE_EFFECTS__
 */
function extremes(which: "largest" | "smallest"): Reducer {
  const isLargest = which === "largest";
  // One instruction, where one that heeds NaN takes seven, each of which waits for the one before.
  const better = (a: F32x4, b: F32x4): F32x4 => (isLargest ? a.replaceBelow(b) : a.replaceAbove(b));
  const accumulators = (f: FunctionBuilder): Accumulators => {
    const all = f.locals("f32x4", which, elementsAbreast / 4);
    const strange = f.locals("i32x4", "strange", all.length);
    const value = f.local("f32x4", "value");
    const best = f.local("f32x4", "best");
    const look = (vector: number, lanes: F32x4) => {
      f.set(value, lanes);
      f.set(all[vector]!, better(all[vector]!, value));
      f.set(strange[vector]!, strange[vector]!.or(value.notEquals(value)));
    };
    const take: Accumulators["take"] = (vector, address, offset) => look(vector, loadF32x4(address, offset));
    const start = (vectors: number) => {
      for (let vector = 0; vector < vectors; vector += 1) {
        f.set(all[vector]!, F32x4.of(isLargest ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY));
        f.set(strange[vector]!, I32x4.of(0));
      }
    };
    return {
      start,
      startRow: () => start(all.length),
      take,
      takeTurn: (address) => {
        for (const vector of all.keys()) take(vector, address, 16 * vector);
      },
      takeOne: (address) => look(0, loadF32x4Splat(address)),
      storeOne: (address) => {
        f.set(
          best,
          all.map((own) => own as F32x4).reduce((before, own) => better(before, own)),
        );
        f.set(best, better(best, best.shuffle(best, [2, 3, 0, 1])));
        f.set(best, better(best, best.shuffle(best, [1, 0, 3, 2])));
        const isStrange = strange.map((own) => own as I32x4).reduce((before, own) => before.or(own));
        f.if(isStrange.anyTrue(), () => f.set(best, F32x4.of(Number.NaN)));
        f.store(address, best.lane(0));
      },
      results: (four) => strange[four]!.select(F32x4.of(Number.NaN), all[four] as F32x4),
      wide: () => {
        throw new Error("an extreme is one of the elements: nothing of it is wider");
      },
    };
  };
  return { name: which, neighbours: 4, part: "float32", together: isLargest ? Math.max : Math.min, accumulators };
}

export const largest = extremes("largest");
export const smallest = extremes("smallest");
