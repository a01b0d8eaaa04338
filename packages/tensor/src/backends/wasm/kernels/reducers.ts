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
  loadF64x2Splat,
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
  /** Neighbours' results, a vector of sixteen bytes, the `at`-th. */
  results(at: number): F32x4;
  /** Two neighbours' results, not rounded, the `two`-th. */
  wide(two: number): F64x2;
}

export type FloatType = "float32" | "float64";
export const bytesOfFloat = { float32: 4, float64: 8 } as const;

/** Elements whose accumulators lie side by side: sixteen floats, a cache line. */
export const elementsAbreast = 16;

export interface Reducer {
  /** Tells it from others, in the names of kernels. */
  readonly name: string;
  readonly element: FloatType;
  /** Elements of a vector. */
  readonly neighbours: 2 | 4;
  /** What a part is kept in, before it is put to others. */
  readonly part: FloatType;
  /** The results of two parts, in either lane. */
  readonly together: (before: F64x2, part: F64x2) => F64x2;
  /** Of so many vectors. */
  readonly accumulators: (f: FunctionBuilder) => Accumulators;
}

interface Doubles {
  readonly name: string;
  readonly element: FloatType;
  readonly start: number;
  readonly combine: (a: F64x2, b: F64x2) => F64x2;
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

/** Neighbours into two doubles, from memory: straight, which spares a shuffle; and one into both. */
export const loads: {
  readonly [E in FloatType]: { readonly two: (at: I32, offset: number) => F64x2; readonly one: (at: I32) => F64x2 };
} = {
  float32: {
    two: (at, offset) => loadF32x4Half(at, offset).lowToF64x2(),
    one: (at) => loadF32x4Splat(at).lowToF64x2(),
  },
  float64: { two: (at, offset) => loadF32x4(at, offset).asF64x2(), one: (at) => loadF64x2Splat(at) },
};

/**
 * Kept in float64 and rounded once, so that the error does not grow with the length, and does not depend on how it is cut.
 *
 * @__NO_SIDE_EFFECTS__
 */
function ofDoubles({ name, element, start, combine, of = (_, two) => two, ofTurn }: Doubles): Reducer {
  const load = loads[element];
  const pair = 2 * bytesOfFloat[element];
  const accumulators = (f: FunctionBuilder): Accumulators => {
    const all = f.locals("f64x2", name, elementsAbreast / 2);
    const rest = f.local("f64x2", "rest");
    const total = f.local("f64x2", "total");
    const nothing = () => (start === 0 ? F64x2.zero() : F64x2.of(start));
    const take: Accumulators["take"] = (vector, address, offset) => {
      const own = all[vector]!;
      f.set(own, combine(own, of(f, load.two(address, offset))));
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
        if (ofTurn === undefined) for (const vector of all.keys()) take(vector, address, pair * vector);
        else addTurn(f, sumOfTurn([0, 16, 32, 48].map((at) => ofTurn(f, loadF32x4(address, at)))), all[0]!, all[1]!);
      },
      takeOne: (address) => f.set(rest, combine(rest, of(f, load.one(address)))),
      storeOne: (address, as) => {
        f.set(
          total,
          ofRow.map((own) => own as F64x2).reduce((before, own) => combine(before, own)),
        );
        f.set(total, combine(total, total.asF32x4().highHalf().asF64x2()));
        f.set(total, combine(rest, total));
        f.store(address, as === "result" && element === "float32" ? total.lane(0).toF32() : total.lane(0));
      },
      results: (at) =>
        element === "float64"
          ? all[at]!.asF32x4()
          : all[2 * at]!.toF32x4().shuffle(all[2 * at + 1]!.toF32x4(), [0, 1, 4, 5]),
      wide: (two) => all[two]!,
    };
  };
  return { name: `${name} ${element}`, element, neighbours: 2, part: "float64", together: combine, accumulators };
}

/** @__NO_SIDE_EFFECTS__ */
function sumsOf(name: string, element: FloatType, of?: Doubles["of"], ofTurn?: Doubles["ofTurn"]): Reducer {
  const combine = (a: F64x2, b: F64x2) => a.add(b);
  return ofDoubles({
    ...{ name, element, start: 0, combine },
    ...(of === undefined ? {} : { of }),
    ...(ofTurn === undefined || element === "float64" ? {} : { ofTurn }),
  });
}

/** @__NO_SIDE_EFFECTS__ */
function ofEach(make: (element: FloatType) => Reducer): { readonly [E in FloatType]: Reducer } {
  return { float32: make("float32"), float64: make("float64") };
}

export const sums = ofEach((element) => sumsOf("sum", element, undefined, (_, four) => four));
/** Of floats too nothing is added up before it goes into doubles. */
export const sumsOfDoubles = ofEach((element) => sumsOf("doubles' sum", element));
export const sumsOfSquares = ofEach((element) =>
  sumsOf("squares", element, (f, two) => {
    const value = f.local("f64x2", "value", two);
    return value.multiply(value);
  }),
);
export const sumsOfMagnitudes = ofEach((element) => sumsOf("magnitudes", element, (_, two) => two.magnitude()));
export const sumsOfNumbers = ofEach((element) =>
  sumsOf(
    "numbers",
    element,
    (f, two) => {
      const value = f.local("f64x2", "value", two);
      return value.equals(value).and(value.asI64x2()).asF64x2();
    },
    (f, four) => {
      const value = f.local("f32x4", "number", four);
      return value.equals(value).and(value.asI32x4()).asF32x4();
    },
  ),
);
export const products = ofEach((element) =>
  ofDoubles({
    ...{ name: "product", element, start: 1 },
    combine: (a, b) => a.multiply(b),
  }),
);

/** What extremes are looked for in: vectors of either, their masks as integers. */
const lanes = {
  float32: {
    kind: "f32x4",
    neighbours: 4,
    of: (value: number): F32x4 => F32x4.of(value),
    load: (at: I32, offset: number): F32x4 => loadF32x4(at, offset),
    one: (at: I32): F32x4 => loadF32x4Splat(at),
    /** The places that a lane is compared with, until all were. */
    turns: [
      [2, 3, 0, 1],
      [1, 0, 3, 2],
    ],
  },
  float64: {
    kind: "f64x2",
    neighbours: 2,
    of: (value: number): F64x2 => F64x2.of(value),
    load: (at: I32, offset: number): F64x2 => loadF32x4(at, offset).asF64x2(),
    one: (at: I32): F64x2 => loadF64x2Splat(at),
    turns: [[2, 3, 0, 1]],
  },
} as const;

/**
 * The largest or smallest; NaN where there is one. Of zeros it is one or the other.
 *
 * @__NO_SIDE_EFFECTS__
 */
function extremes(which: "largest" | "smallest", element: FloatType): Reducer {
  const isLargest = which === "largest";
  const { kind, neighbours, turns, ...own } = lanes[element];
  const [of, load, one] = [own.of, own.load, own.one] as [(value: number) => any, typeof loadF32x4, typeof loadF32x4];
  // One instruction, where one that heeds NaN takes seven, each of which waits for the one before.
  const better = (a: any, b: any) => (isLargest ? a.replaceBelow(b) : a.replaceAbove(b));
  const accumulators = (f: FunctionBuilder): Accumulators => {
    const local = (name: string) => f.local(kind, name) as Local<any>;
    const all = Array.from({ length: elementsAbreast / neighbours }, () => local(which));
    const strange = f.locals("i32x4", "strange", all.length);
    const [value, best] = [local("value"), local("best")];
    const look = (vector: number, lanes: F32x4) => {
      f.set(value, lanes as any);
      f.set(all[vector]!, better(all[vector]!, value));
      f.set(strange[vector]!, strange[vector]!.or(value.notEquals(value).asI32x4()));
    };
    const take: Accumulators["take"] = (vector, address, offset) => look(vector, load(address, offset));
    const start = (vectors: number) => {
      for (let vector = 0; vector < vectors; vector += 1) {
        f.set(all[vector]!, of(isLargest ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY));
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
      takeOne: (address) => look(0, one(address)),
      storeOne: (address) => {
        f.set(
          best,
          all.reduce((before, own) => better(before, own)),
        );
        for (const turn of turns) {
          const turned = best.asF32x4().shuffle(best.asF32x4(), turn);
          f.set(best, better(best, element === "float64" ? turned.asF64x2() : turned));
        }
        const isStrange = strange.map((own) => own as I32x4).reduce((before, own) => before.or(own));
        f.if(isStrange.anyTrue(), () => f.set(best, of(Number.NaN)));
        f.store(address, best.lane(0));
      },
      results: (at) => strange[at]!.select(of(Number.NaN).asF32x4(), all[at]!.asF32x4()),
      wide: () => {
        throw new Error("an extreme is one of the elements: nothing of it is wider");
      },
    };
  };
  const together = (before: F64x2, part: F64x2) => (isLargest ? before.max(part) : before.min(part));
  return { name: `${which} ${element}`, element, neighbours, part: element, together, accumulators };
}

export const largest = ofEach((element) => extremes("largest", element));
export const smallest = ofEach((element) => extremes("smallest", element));
