// Typed expressions over a 128-bit vector, read as four floats, four integers, two doubles or their bits.
// A comparison gives an I32x4 of all ones (true) and zeros. Scalars are in values.ts, bytes in bytes.ts; vector-loads.ts
// loads vectors. The readings are one file, since each gives the others.

import { type Code, float32Bytes, float64Bytes, int32Bytes, unsigned } from "./encoding.js";
import { F32, F64, I32, Value } from "./values.js";

/** The number of a lane of 32 bits. */
export type Lane = 0 | 1 | 2 | 3;

/** A SIMD instruction: its prefix, its number, its immediates. */
export function simd(instruction: number, ...immediates: readonly number[]): Code {
  return [0xfd, ...unsigned(instruction), ...immediates];
}

/** Bits without a reading; the base of the readings, which cost nothing to change between. */
export abstract class V128 extends Value {
  asF32x4(): F32x4 {
    return new F32x4(this.code);
  }
  asI32x4(): I32x4 {
    return new I32x4(this.code);
  }
  asI64x2(): I64x2 {
    return new I64x2(this.code);
  }
  asF64x2(): F64x2 {
    return new F64x2(this.code);
  }
}

/** Four integers of 32 bits, wrapping; also the masks that comparisons give. */
export class I32x4 extends V128 {
  static of(value: I32x4 | number): I32x4 {
    return typeof value === "number" ? I32x4.constant(value, value, value, value) : value;
  }
  static constant(a: number, b: number, c: number, d: number): I32x4 {
    return new I32x4(simd(0x0c, ...int32Bytes(a, b, c, d)));
  }
  static splat(value: I32): I32x4 {
    return new I32x4([...value.code, ...simd(0x11)]);
  }

  #with(other: I32x4 | number, instruction: number): I32x4 {
    return new I32x4([...this.code, ...I32x4.of(other).code, ...simd(instruction)]);
  }

  add(other: I32x4 | number): I32x4 {
    return this.#with(other, 0xae);
  }
  subtract(other: I32x4 | number): I32x4 {
    return this.#with(other, 0xb1);
  }
  multiply(other: I32x4 | number): I32x4 {
    return this.#with(other, 0xb5);
  }
  min(other: I32x4 | number): I32x4 {
    return this.#with(other, 0xb6);
  }
  max(other: I32x4 | number): I32x4 {
    return this.#with(other, 0xb8);
  }
  negate(): I32x4 {
    return new I32x4([...this.code, ...simd(0xa1)]);
  }
  and(other: I32x4 | number): I32x4 {
    return this.#with(other, 0x4e);
  }
  or(other: I32x4 | number): I32x4 {
    return this.#with(other, 0x50);
  }
  xor(other: I32x4 | number): I32x4 {
    return this.#with(other, 0x51);
  }
  not(): I32x4 {
    return new I32x4([...this.code, ...simd(0x4d)]);
  }
  shiftLeft(bits: number): I32x4 {
    return new I32x4([...this.code, ...I32.of(bits).code, ...simd(0xab)]);
  }
  /** Keeps the sign. */
  shiftRight(bits: number): I32x4 {
    return new I32x4([...this.code, ...I32.of(bits).code, ...simd(0xac)]);
  }
  shiftRightUnsigned(bits: number): I32x4 {
    return new I32x4([...this.code, ...I32.of(bits).code, ...simd(0xad)]);
  }
  equals(other: I32x4 | number): I32x4 {
    return this.#with(other, 0x37);
  }
  notEquals(other: I32x4 | number): I32x4 {
    return this.#with(other, 0x38);
  }
  lessThan(other: I32x4 | number): I32x4 {
    return this.#with(other, 0x39);
  }
  /** Less than, unsigned. */
  below(other: I32x4 | number): I32x4 {
    return this.#with(other, 0x3a);
  }
  greaterThan(other: I32x4 | number): I32x4 {
    return this.#with(other, 0x3b);
  }
  atMost(other: I32x4 | number): I32x4 {
    return this.#with(other, 0x3d);
  }
  atLeast(other: I32x4 | number): I32x4 {
    return this.#with(other, 0x3f);
  }
  /** Bit by bit: `whenOne` where this mask has a one, else `whenZero`. */
  select<V extends V128>(whenOne: V, whenZero: V): V {
    const kind = whenOne.constructor as new (code: Code) => V;
    return new kind([...whenOne.code, ...whenZero.code, ...this.code, ...simd(0x52)]);
  }
  /** 1 where a bit of any lane is set. */
  anyTrue(): I32 {
    return new I32([...this.code, ...simd(0x53)]);
  }
  /** 1 where no lane is zero. */
  allTrue(): I32 {
    return new I32([...this.code, ...simd(0xa3)]);
  }
  /** The sign bits of the lanes, the lowest lane's in bit 0. */
  bitmask(): I32 {
    return new I32([...this.code, ...simd(0xa4)]);
  }
  lane(lane: Lane): I32 {
    return new I32([...this.code, ...simd(0x1b, lane)]);
  }
  withLane(lane: Lane, value: I32): I32x4 {
    return new I32x4([...this.code, ...value.code, ...simd(0x1c, lane)]);
  }
  toF32x4(): F32x4 {
    return new F32x4([...this.code, ...simd(0xfa)]);
  }
  /** The two low lanes as doubles. */
  lowToF64x2(): F64x2 {
    return new F64x2([...this.code, ...simd(0xfe)]);
  }
  /** The two low lanes, or the two high ones, as integers of 64 bits. */
  lowToI64x2(): I64x2 {
    return new I64x2([...this.code, ...simd(0xc7)]);
  }
  highToI64x2(): I64x2 {
    return new I64x2([...this.code, ...simd(0xc8)]);
  }
  /** Products of 64 bits of the two low lanes, or of the two high ones, unsigned. */
  timesLow(other: I32x4): I64x2 {
    return this.#with(other, 0xde).asI64x2();
  }
  timesHigh(other: I32x4): I64x2 {
    return this.#with(other, 0xdf).asI64x2();
  }
  /** The low byte of each lane, packed into the lowest lane; each lane must lie in 0…255. */
  packBytes(): I32x4 {
    const zero = I32x4.of(0).code;
    return new I32x4([...this.code, ...zero, ...simd(0x86), ...zero, ...simd(0x66)]);
  }
  /** The four bytes of the lowest lane, one a lane, widened with zeros. */
  unpackBytes(): I32x4 {
    return new I32x4([...this.code, ...simd(0x89), ...simd(0xa9)]);
  }
}

/** Four floats of 32 bits. */
export class F32x4 extends V128 {
  static of(value: F32x4 | number): F32x4 {
    if (typeof value !== "number") return value;
    return new F32x4(simd(0x0c, ...float32Bytes(value, value, value, value)));
  }
  static splat(value: F32): F32x4 {
    return new F32x4([...value.code, ...simd(0x13)]);
  }

  #with(other: F32x4 | number, instruction: number): F32x4 {
    return new F32x4([...this.code, ...F32x4.of(other).code, ...simd(instruction)]);
  }
  #compare(other: F32x4 | number, instruction: number): I32x4 {
    return new I32x4([...this.code, ...F32x4.of(other).code, ...simd(instruction)]);
  }
  #unary(instruction: number): F32x4 {
    return new F32x4([...this.code, ...simd(instruction)]);
  }

  add(other: F32x4 | number): F32x4 {
    return this.#with(other, 0xe4);
  }
  subtract(other: F32x4 | number): F32x4 {
    return this.#with(other, 0xe5);
  }
  /** this · factor + summand, rounded once or twice as the processor likes: relaxed SIMD. */
  multiplyAdd(factor: F32x4, summand: F32x4): F32x4 {
    return new F32x4([...this.code, ...factor.code, ...summand.code, ...simd(0x105)]);
  }
  multiply(other: F32x4 | number): F32x4 {
    return this.#with(other, 0xe6);
  }
  divide(other: F32x4 | number): F32x4 {
    return this.#with(other, 0xe7);
  }
  /** The smaller; NaN where either is NaN. */
  min(other: F32x4 | number): F32x4 {
    return this.#with(other, 0xe8);
  }
  /** The larger; NaN where either is NaN. */
  max(other: F32x4 | number): F32x4 {
    return this.#with(other, 0xe9);
  }
  /** The floor where a lane is less; −0 and NaN stay as they are, and it costs one instruction to max's six. */
  replaceBelow(floor: F32x4 | number): F32x4 {
    return this.#with(floor, 0xeb);
  }
  /** The ceiling where a lane is more; NaN stays. */
  replaceAbove(ceiling: F32x4 | number): F32x4 {
    return this.#with(ceiling, 0xea);
  }
  negate(): F32x4 {
    return this.#unary(0xe1);
  }
  squareRoot(): F32x4 {
    return this.#unary(0xe3);
  }
  /** To the nearest integer, halves to even. */
  nearest(): F32x4 {
    return this.#unary(0x6a);
  }
  /** Up to an integer. */
  ceiling(): F32x4 {
    return this.#unary(0x67);
  }
  /** Down to an integer. */
  floor(): F32x4 {
    return this.#unary(0x68);
  }
  /** Towards zero, to an integer. */
  truncate(): F32x4 {
    return this.#unary(0x69);
  }
  equals(other: F32x4 | number): I32x4 {
    return this.#compare(other, 0x41);
  }
  notEquals(other: F32x4 | number): I32x4 {
    return this.#compare(other, 0x42);
  }
  lessThan(other: F32x4 | number): I32x4 {
    return this.#compare(other, 0x43);
  }
  greaterThan(other: F32x4 | number): I32x4 {
    return this.#compare(other, 0x44);
  }
  atMost(other: F32x4 | number): I32x4 {
    return this.#compare(other, 0x45);
  }
  atLeast(other: F32x4 | number): I32x4 {
    return this.#compare(other, 0x46);
  }
  /** Towards zero; saturates, and NaN gives 0. */
  toI32x4(): I32x4 {
    return new I32x4([...this.code, ...simd(0xf8)]);
  }
  lane(lane: Lane): F32 {
    return new F32([...this.code, ...simd(0x1f, lane)]);
  }
  /** Four lanes out of eight: 0–3 are this vector's, 4–7 the other's. */
  shuffle(other: F32x4, lanes: readonly [number, number, number, number]): F32x4 {
    const bytes = lanes.flatMap((lane) => [4 * lane, 4 * lane + 1, 4 * lane + 2, 4 * lane + 3]);
    return new F32x4([...this.code, ...other.code, ...simd(0x0d, ...bytes)]);
  }
  /** The two low lanes as doubles. */
  lowToF64x2(): F64x2 {
    return new F64x2([...this.code, ...simd(0x5f)]);
  }
  /** The two high lanes, moved to the low ones. */
  highHalf(): F32x4 {
    return this.shuffle(this, [2, 3, 2, 3]);
  }
}

/** Two integers of 64 bits, wrapping: the bits of doubles. */
export class I64x2 extends V128 {
  static zero(): I64x2 {
    return I32x4.of(0).asI64x2();
  }

  #with(other: I64x2, instruction: number): I64x2 {
    return new I64x2([...this.code, ...other.code, ...simd(instruction)]);
  }

  add(other: I64x2): I64x2 {
    return this.#with(other, 0xce);
  }
  subtract(other: I64x2): I64x2 {
    return this.#with(other, 0xd1);
  }
  and(other: I64x2): I64x2 {
    return this.#with(other, 0x4e);
  }
  or(other: I64x2): I64x2 {
    return this.#with(other, 0x50);
  }
  xor(other: I64x2): I64x2 {
    return this.#with(other, 0x51);
  }
  not(): I64x2 {
    return new I64x2([...this.code, ...simd(0x4d)]);
  }
  equals(other: I64x2): I64x2 {
    return this.#with(other, 0xd6);
  }
  /** Bit by bit: `whenOne` where this mask has a one, else `whenZero`. */
  select(whenOne: F64x2, whenZero: F64x2): F64x2 {
    return new F64x2([...whenOne.code, ...whenZero.code, ...this.code, ...simd(0x52)]);
  }
  /** Keeps the sign. */
  shiftRight(bits: number): I64x2 {
    return new I64x2([...this.code, ...I32.of(bits).code, ...simd(0xcc)]);
  }
  shiftRightUnsigned(bits: number): I64x2 {
    return new I64x2([...this.code, ...I32.of(bits).code, ...simd(0xcd)]);
  }
  shiftLeft(bits: number): I64x2 {
    return new I64x2([...this.code, ...I32.of(bits).code, ...simd(0xcb)]);
  }
}

/** Two floats of 64 bits. */
export class F64x2 extends V128 {
  static of(value: F64x2 | number): F64x2 {
    if (typeof value !== "number") return value;
    return new F64x2(simd(0x0c, ...float64Bytes(value, value)));
  }
  static splat(value: F64): F64x2 {
    return new F64x2([...value.code, ...simd(0x14)]);
  }
  static zero(): F64x2 {
    return new F64x2(simd(0x0c, ...int32Bytes(0, 0, 0, 0)));
  }

  #with(other: F64x2 | number, instruction: number): F64x2 {
    return new F64x2([...this.code, ...F64x2.of(other).code, ...simd(instruction)]);
  }

  add(other: F64x2 | number): F64x2 {
    return this.#with(other, 0xf0);
  }
  subtract(other: F64x2 | number): F64x2 {
    return this.#with(other, 0xf1);
  }
  multiply(other: F64x2 | number): F64x2 {
    return this.#with(other, 0xf2);
  }
  divide(other: F64x2 | number): F64x2 {
    return this.#with(other, 0xf3);
  }
  #unary(instruction: number): F64x2 {
    return new F64x2([...this.code, ...simd(instruction)]);
  }

  negate(): F64x2 {
    return this.#unary(0xed);
  }
  magnitude(): F64x2 {
    return this.#unary(0xec);
  }
  squareRoot(): F64x2 {
    return this.#unary(0xef);
  }
  /** Down to an integer. */
  floor(): F64x2 {
    return this.#unary(0x75);
  }
  /** Towards zero, to an integer. */
  truncate(): F64x2 {
    return this.#unary(0x7a);
  }
  /** With the other's sign, where this has none. */
  withSignOf(other: F64x2): F64x2 {
    const sign = F64x2.of(-0).asI64x2();
    return this.asI64x2().or(other.asI64x2().and(sign)).asF64x2();
  }
  /** The smaller; NaN where either is NaN. */
  min(other: F64x2 | number): F64x2 {
    return this.#with(other, 0xf4);
  }
  /** The larger; NaN where either is NaN. */
  max(other: F64x2 | number): F64x2 {
    return this.#with(other, 0xf5);
  }
  /** To the nearest integer, halves to even. */
  nearest(): F64x2 {
    return this.#unary(0x94);
  }
  /** Up to an integer. */
  ceiling(): F64x2 {
    return this.#unary(0x74);
  }
  equals(other: F64x2 | number): I64x2 {
    return this.#with(other, 0x47).asI64x2();
  }
  lessThan(other: F64x2 | number): I64x2 {
    return this.#with(other, 0x49).asI64x2();
  }
  greaterThan(other: F64x2 | number): I64x2 {
    return this.#with(other, 0x4a).asI64x2();
  }
  atMost(other: F64x2 | number): I64x2 {
    return this.#with(other, 0x4b).asI64x2();
  }
  atLeast(other: F64x2 | number): I64x2 {
    return this.#with(other, 0x4c).asI64x2();
  }
  /** Bits of all ones where they differ. */
  notEquals(other: F64x2 | number): I64x2 {
    return this.#with(other, 0x48).asI64x2();
  }
  /** The floor where a lane is less; NaN stays, as in {@link F32x4.replaceBelow}. */
  replaceBelow(floor: F64x2 | number): F64x2 {
    return this.#with(floor, 0xf7);
  }
  /** The ceiling where a lane is more; NaN stays. */
  replaceAbove(ceiling: F64x2 | number): F64x2 {
    return this.#with(ceiling, 0xf6);
  }
  lane(lane: 0 | 1): F64 {
    return new F64([...this.code, ...simd(0x21, lane)]);
  }
  /** Towards zero, in the two low lanes, zeros above; saturates, and NaN gives 0. */
  toI32x4(): I32x4 {
    return new I32x4([...this.code, ...simd(0xfc)]);
  }
  /** As floats of 32 bits in the two low lanes; zeros above. */
  toF32x4(): F32x4 {
    return new F32x4([...this.code, ...simd(0x5e)]);
  }
}
