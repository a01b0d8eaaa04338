// The largest or smallest of a row of float32: which value it is, four columns at a time, and where it is first; so that of zeros, and of
// NaNs, it is the first one's bits.

import {
  type F32,
  F32x4,
  type FunctionBuilder,
  type I32,
  I32x4,
  type Local,
  loadF32,
  loadF32x4,
} from "../assembler/index.js";

/** Emits what comes before all rows; then looks at one of them, and finds where what is chosen of it stands. */
export function rowLook(f: FunctionBuilder, which: "max" | "min") {
  const from = f.local("i32", "from");
  const lastFour = f.local("i32", "lastFour");
  const vectors = f.local("i32", "vectors");
  const lanes = f.local("f32x4", "lanes");
  const best = f.locals("f32x4", "best", 4);
  const strange = f.local("i32x4", "strange");
  // The least is the largest of what is negated.
  const seen = (value: F32x4): F32x4 => (which === "max" ? value : value.negate());
  const look = (at: number, value: F32x4): void => {
    f.set(lanes, seen(value));
    f.set(best[at]!, best[at]!.replaceBelow(lanes));
    f.set(strange, strange.or(lanes.notEquals(lanes)));
  };
  /** The first element of which `is` says so; there is one. */
  const findFirst = (input: I32, is: (value: F32x4) => I32x4): void => {
    f.set(from, input);
    // Up to the last four columns: nothing behind the row is read.
    f.if(vectors, () =>
      f.while(from.below(lastFour).and(is(loadF32x4(from)).anyTrue().isZero()), () => f.increase(from, 16)),
    );
    f.while(
      is(F32x4.splat(loadF32(from)))
        .anyTrue()
        .isZero(),
      () => f.increase(from, 4),
    );
  };
  const findChosen = (input: I32): void =>
    f.if(
      strange.anyTrue(),
      () => findFirst(input, (value) => value.notEquals(value)),
      () => findFirst(input, (value) => seen(value).equals(lanes)),
    );
  const setLast = (input: I32, count: I32): void => {
    f.set(vectors, count);
    f.set(lastFour, input.add(vectors.subtract(1).shiftLeft(4)));
  };
  const lookAtAll = (input: I32, size: I32): void => {
    f.set(vectors, size.shiftRightUnsigned(2));
    f.set(from, input);
    setLast(input, vectors);
    for (const own of best) f.set(own, seen(F32x4.splat(loadF32(input))));
    f.set(strange, I32x4.of(0));
    f.repeat(vectors.shiftRightUnsigned(2), () => {
      for (const at of best.keys()) look(at, loadF32x4(from, 16 * at));
      f.increase(from, 64);
    });
    f.repeat(vectors.and(3), () => {
      look(0, loadF32x4(from));
      f.increase(from, 16);
    });
    f.repeat(size.and(3), () => {
      look(0, F32x4.splat(loadF32(from)));
      f.increase(from, 4);
    });
    f.set(lanes, best[0]!.replaceBelow(best[1]!).replaceBelow(best[2]!.replaceBelow(best[3]!)));
    f.set(lanes, lanes.replaceBelow(lanes.shuffle(lanes, [2, 3, 0, 1])));
    f.set(lanes, lanes.replaceBelow(lanes.shuffle(lanes, [1, 0, 3, 2])));
  };
  return { from, lanes, strange, vectors, seen, setLast, lookAtAll, findChosen };
}

/** Emits what comes before all rows; then the search of one: the address of what is chosen, or only its value, which is less. */
export function rowExtreme(f: FunctionBuilder, which: "max" | "min") {
  const { from, lanes, strange, seen, lookAtAll, findChosen } = rowLook(f, which);
  const chosen = f.local("f32", "chosen");
  return {
    find: (input: I32, size: I32): Local<I32> => {
      lookAtAll(input, size);
      findChosen(input);
      return from;
    },
    value: (input: I32, size: I32): Local<F32> => {
      lookAtAll(input, size);
      // Zeros have signs and NaNs bits, which are those of the first: the others are what they are equal to.
      f.if(
        strange.or(lanes.equals(0)).anyTrue(),
        () => {
          findChosen(input);
          f.set(chosen, loadF32(from));
        },
        () => f.set(chosen, seen(lanes).lane(0)),
      );
      return chosen;
    },
  };
}
