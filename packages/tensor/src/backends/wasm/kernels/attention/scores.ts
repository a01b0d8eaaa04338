// Passes over the scores of a block of queries, in work space: a key a row, a query a lane, so that four queries go side by side and
// nothing is added up across lanes. Masks, softmax, and what goes back through it with what was dropped.

import {
  F32x4,
  type FunctionBuilder,
  type I32,
  I32x4,
  type Local,
  loadF32x4,
  loadF32x4Lane,
  loadF32x4Low,
  loadU8,
  type ModuleBuilder,
} from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { emitExpOfNegative } from "../transcendental.js";
import { scorePitch } from "./sizes.js";

const lanes = [0, 1, 2, 3] as const;
type FourLanes = readonly [Local<I32>, Local<I32>, Local<I32>, Local<I32>];

/** The scores of four queries. */
interface Pass {
  /** Where the first key's score for the four queries is. */
  readonly scores: Local<I32>;
  readonly keys: I32;
}

/** `take(key, address)` for keys 0 … 3 of a turn, from `at` on, then for key 0 of the keys that are left. */
function eachKey(
  f: FunctionBuilder,
  pitch: number,
  { scores, keys }: Pass,
  take: (keysOfTurn: 1 | 4, at: Local<I32>) => void,
): void {
  const at = f.local("i32", "at", scores);
  for (const turn of [4, 1] as const)
    f.repeat(turn === 4 ? keys.shiftRightUnsigned(2) : keys.and(3), () => {
      take(turn, at);
      f.increase(at, turn * pitch);
    });
}

/** Where the rows of four queries begin, from `query` on; beyond the last there is the last again. */
function rowsOfLanes(f: FunctionBuilder, from: I32, pitch: I32, query: Local<I32>, last: I32): FourLanes {
  return lanes.map((lane) => {
    const at = f.local("i32", `row${lane}`, query.add(lane));
    f.set(
      at,
      from.add(
        at
          .lessThan(last)
          .select(at as I32, last)
          .multiply(pitch),
      ),
    );
    return at;
  }) as unknown as FourLanes;
}

/** `addMask(scores, keys, queries, mask, maskRow, maskColumn)`: strides in bytes. */
export function emitAddMask(module: ModuleBuilder, tile: Tile): FunctionBuilder {
  const parameters = {
    ...({ scores: "i32", keys: "i32", queries: "i32" } as const),
    ...({ mask: "i32", maskRow: "i32", maskColumn: "i32" } as const),
  };
  return module.define("addMask", parameters, (f, { scores, keys, queries, mask, maskRow, maskColumn }) => {
    const query = f.local("i32", "query", 0);
    const pitch = scorePitch(tile);
    f.while(query.lessThan(queries), () => {
      const rows = rowsOfLanes(f, mask, maskRow, query, queries.subtract(1));
      eachKey(f, pitch, { scores, keys }, (keysOfTurn, at) => {
        for (let key = 0; key < keysOfTurn; key += 1) {
          const own = [1, 2, 3].reduce(
            (four, lane) => loadF32x4Lane(rows[lane]!, four, lane as 1 | 2 | 3),
            loadF32x4Low(rows[0]),
          );
          f.store(at, loadF32x4(at, key * pitch).add(own), key * pitch);
          for (const row of rows) f.increase(row, maskColumn);
        }
      });
      f.increase(scores, 16);
      f.increase(query, 4);
    });
  });
}

/** `close(scores, keys, first)`: the scores of keys behind their query are −∞; query 0 stands at key `first`. */
export function emitClose(module: ModuleBuilder, tile: Tile): FunctionBuilder {
  const parameters = { scores: "i32", keys: "i32", first: "i32" } as const;
  return module.define("close", parameters, (f, { scores, keys, first }) => {
    const pitch = scorePitch(tile);
    const behind = f.local("i32", "behind", 1);
    const [at, query] = [f.local("i32", "at"), f.local("i32", "query")];
    f.increase(scores, first.add(1).multiply(pitch));
    f.set(keys, keys.subtract(first));
    f.while(behind.lessThan(keys), () => {
      f.set(at, scores);
      f.set(query, 0);
      f.while(query.lessThan(behind), () => {
        const isClosed = I32x4.splat(query)
          .add(I32x4.constant(0, 1, 2, 3))
          .lessThan(I32x4.splat(behind));
        f.store(at, isClosed.select(F32x4.of(Number.NEGATIVE_INFINITY), loadF32x4(at)));
        f.increase(at, 16);
        f.increase(query, 4);
      });
      f.increase(scores, pitch);
      f.increase(behind, 1);
    });
  });
}

/**
 * `softmax(scores, keys, queries, peaks, shares, kept)`: scores become exponentials of what they are above the query's largest, `peaks`;
 * `shares` are the reciprocals of their sums, 0 where a query may look at nothing. Of those that are dropped 0 is left. `kept` has a byte
 * for each of `keptPitch` keys of a query, or is 0.
 */
export function emitSoftmaxOfScores(module: ModuleBuilder, tile: Tile): FunctionBuilder {
  const parameters = {
    ...({ scores: "i32", keys: "i32", queries: "i32" } as const),
    ...({ peaks: "i32", shares: "i32", kept: "i32", keptPitch: "i32" } as const),
  };
  return module.define("softmax", parameters, (f, { scores, keys, queries, peaks, shares, kept, keptPitch }) => {
    const pitch = scorePitch(tile);
    const query = f.local("i32", "query", 0);
    const four = f.locals("f32x4", "four", 4);
    const peak = f.local("f32x4", "peak");
    const shifted = f.locals("f32x4", "shifted", 4);
    const power = f.locals("f32x4", "power", 4);
    const together = (combine: (a: F32x4, b: F32x4) => F32x4) =>
      combine(combine(four[0]!, four[1]!), combine(four[2]!, four[3]!));
    const exponentials = ({ keptOf, begin, next }: Partial<Flags> & Pick<Flags, "keptOf">) => {
      for (const sum of four) f.set(sum, F32x4.of(0));
      eachKey(f, pitch, { scores, keys }, (keysOfTurn, at) => {
        begin?.(keysOfTurn);
        f.abreast(keysOfTurn, (key) => {
          f.set(shifted[key]!, loadF32x4(at, key * pitch).subtract(peak));
          f.set(power[key]!, emitExpOfNegative(f, shifted[key]!));
          f.set(four[key]!, four[key]!.add(power[key]!));
          f.store(at, keptOf === null ? power[key]! : power[key]!.multiply(keptOf(key)), key * pitch);
        });
        next?.(keysOfTurn);
      });
    };
    f.while(query.lessThan(queries), () => {
      for (const most of four) f.set(most, F32x4.of(Number.NEGATIVE_INFINITY));
      eachKey(f, pitch, { scores, keys }, (keysOfTurn, at) => {
        for (let key = 0; key < keysOfTurn; key += 1)
          f.set(four[key]!, four[key]!.replaceBelow(loadF32x4(at, key * pitch)));
      });
      f.set(
        peak,
        together((a, b) => a.replaceBelow(b)),
      );
      // Where all are −∞ they stay so.
      f.set(peak, peak.notEquals(Number.NEGATIVE_INFINITY).and(peak.asI32x4()).asF32x4());
      f.store(peaks, peak);
      f.if(
        kept,
        () => {
          exponentials(keptFlags(f, kept, keptPitch, query, queries));
        },
        () => exponentials({ keptOf: null }),
      );
      const sum = f.local(
        "f32x4",
        "sum",
        together((a, b) => a.add(b)),
      );
      f.store(shares, sum.notEquals(0).and(F32x4.of(1).divide(sum).asI32x4()).asF32x4());
      for (const pointer of [scores, peaks, shares]) f.increase(pointer, 16);
      f.increase(query, 4);
    });
  });
}

/** Ones and zeros for four queries and the keys of a turn. */
interface Flags {
  readonly keptOf: ((key: number) => F32x4) | null;
  readonly begin: (keysOfTurn: 1 | 4) => void;
  readonly next: (keysOfTurn: 1 | 4) => void;
}

/** Out of a byte each: a lane has the four bytes of its query. */
function keptFlags(f: FunctionBuilder, kept: I32, keptPitch: I32, query: Local<I32>, queries: I32): Flags {
  const rows = rowsOfLanes(f, kept, keptPitch, query, queries.subtract(1));
  const words = f.local("i32x4", "words");
  const fours = () =>
    ([1, 2, 3] as const).reduce((all, lane) => loadF32x4Lane(rows[lane], all, lane), loadF32x4Low(rows[0])).asI32x4();
  const ones = () => lanes.reduce((all, lane) => all.withLane(lane, loadU8(rows[lane])), I32x4.of(0));
  return {
    keptOf: (key) =>
      words
        .shiftRightUnsigned(8 * key)
        .and(1)
        .toF32x4(),
    begin: (keysOfTurn) => f.set(words, keysOfTurn === 4 ? fours() : ones()),
    next: (keysOfTurn) => {
      for (const row of rows) f.increase(row, keysOfTurn);
    },
  };
}

/**
 * `through(scores, gradients, keys, queries, peaks, shares, levels, kept, keptPitch, factor)`: of scores, and what arrives at the weights
 * that were kept, the scores become these weights, and the gradients those of the scores. `levels` is what each query's gradients
 * are on the whole.
 */
export function emitThroughSoftmax(module: ModuleBuilder, tile: Tile): FunctionBuilder {
  const parameters = {
    ...({ scores: "i32", gradients: "i32", keys: "i32", queries: "i32", peaks: "i32", shares: "i32" } as const),
    ...({ levels: "i32", kept: "i32", keptPitch: "i32", factor: "f32" } as const),
  };
  return module.define("through", parameters, (f, given) => {
    const { scores, gradients, keys, queries, peaks, shares, levels, kept, keptPitch, factor } = given;
    const pitch = scorePitch(tile);
    const query = f.local("i32", "query", 0);
    const [peak, share, level] = [f.local("f32x4", "peak"), f.local("f32x4", "share"), f.local("f32x4", "level")];
    const factors = f.local("f32x4", "factors", F32x4.splat(factor));
    const apart = f.local("i32", "apart", gradients.subtract(scores));
    const shifted = f.locals("f32x4", "shifted", 4);
    const weight = f.locals("f32x4", "weight", 4);
    const gradient = f.locals("f32x4", "gradient", 4);
    const scale = f.locals("f32x4", "scale", 4);
    const both = f.local("i32", "both");
    const pass = ({ keptOf, begin, next }: Partial<Flags> & Pick<Flags, "keptOf">) =>
      eachKey(f, pitch, { scores, keys }, (keysOfTurn, at) => {
        f.set(both, at.add(apart));
        begin?.(keysOfTurn);
        f.abreast(keysOfTurn, (key) => {
          f.set(shifted[key]!, loadF32x4(at, key * pitch).subtract(peak));
          f.set(weight[key]!, emitExpOfNegative(f, shifted[key]!).multiply(share));
          f.set(gradient[key]!, loadF32x4(both, key * pitch));
          if (keptOf === null) f.store(at, weight[key]!, key * pitch);
          else {
            f.set(scale[key]!, keptOf(key).multiply(factors));
            f.store(at, weight[key]!.multiply(scale[key]!), key * pitch);
            f.set(gradient[key]!, gradient[key]!.multiply(scale[key]!));
          }
          f.store(both, weight[key]!.multiply(gradient[key]!.subtract(level)), key * pitch);
        });
        next?.(keysOfTurn);
      });
    f.while(query.lessThan(queries), () => {
      f.set(peak, loadF32x4(peaks));
      f.set(share, loadF32x4(shares));
      f.set(level, loadF32x4(levels));
      f.if(
        kept,
        () => {
          pass(keptFlags(f, kept, keptPitch, query, queries));
        },
        () => pass({ keptOf: null }),
      );
      for (const pointer of [scores, peaks, shares, levels]) f.increase(pointer, 16);
      f.increase(query, 4);
    });
  });
}
