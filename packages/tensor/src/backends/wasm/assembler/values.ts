// Typed expressions over one number: integers of 32 bits (addresses among them) and 64, and floats, and what loads them.
// A value is the code that leaves it on the stack, so that using it twice computes it twice: name it by a local first.
// Vectors are in vectors.ts; statements in function.ts.

import { type Code, float32Bytes, float64Bytes, signed, unsigned } from "./encoding.js";

/** An expression: the code that pushes it. */
export abstract class Value {
  readonly code: Code;

  constructor(code: Code) {
    this.code = code;
  }
}

/** A 32-bit integer. Comparisons give 1 or 0. Addresses are unsigned: compare them with `below`. */
export class I32 extends Value {
  static of(value: I32 | number): I32 {
    return typeof value === "number" ? new I32([0x41, ...signed(value)]) : value;
  }

  #with(other: I32 | number, instruction: number): I32 {
    return new I32([...this.code, ...I32.of(other).code, instruction]);
  }

  add(other: I32 | number): I32 {
    return other === 0 ? this : this.#with(other, 0x6a);
  }
  subtract(other: I32 | number): I32 {
    return this.#with(other, 0x6b);
  }
  multiply(other: I32 | number): I32 {
    return this.#with(other, 0x6c);
  }
  /** The quotient of unsigned integers. */
  divideUnsigned(other: I32 | number): I32 {
    return this.#with(other, 0x6e);
  }
  /** What is left of the division of unsigned integers. */
  remainderUnsigned(other: I32 | number): I32 {
    return this.#with(other, 0x70);
  }
  and(other: I32 | number): I32 {
    return this.#with(other, 0x71);
  }
  or(other: I32 | number): I32 {
    return this.#with(other, 0x72);
  }
  xor(other: I32 | number): I32 {
    return this.#with(other, 0x73);
  }
  shiftLeft(bits: number): I32 {
    return this.#with(bits, 0x74);
  }
  shiftRightUnsigned(bits: number): I32 {
    return this.#with(bits, 0x76);
  }
  equals(other: I32 | number): I32 {
    return this.#with(other, 0x46);
  }
  notEquals(other: I32 | number): I32 {
    return this.#with(other, 0x47);
  }
  /** The place of the lowest bit that is set; 32 where none is. */
  countTrailingZeros(): I32 {
    return new I32([...this.code, 0x68]);
  }
  isZero(): I32 {
    return new I32([...this.code, 0x45]);
  }
  /** Signed, for counts. */
  lessThan(other: I32 | number): I32 {
    return this.#with(other, 0x48);
  }
  greaterThan(other: I32 | number): I32 {
    return this.#with(other, 0x4a);
  }
  atMost(other: I32 | number): I32 {
    return this.#with(other, 0x4c);
  }
  atLeast(other: I32 | number): I32 {
    return this.#with(other, 0x4e);
  }
  /** Unsigned, for addresses. */
  below(other: I32 | number): I32 {
    return this.#with(other, 0x49);
  }
  /** `whenTrue` where this is not zero, else `whenFalse`; both are computed. */
  select<V extends I32 | F32>(whenTrue: V, whenFalse: V): V {
    const kind = whenTrue.constructor as new (code: Code) => V;
    return new kind([...whenTrue.code, ...whenFalse.code, ...this.code, 0x1b]);
  }
  toF32(): F32 {
    return new F32([...this.code, 0xb2]);
  }
  toF64(): F64 {
    return new F64([...this.code, 0xb7]);
  }
  /** Widened with zeros. */
  toI64(): I64 {
    return new I64([...this.code, 0xad]);
  }
}

/** An integer of 64 bits: what two words of a random stream are together. */
export class I64 extends Value {
  static ofWords(low: I32, high: I32): I64 {
    const up = new I64([...high.toI64().code, 0x42, ...signed(32), 0x86]);
    return up.#with(low.toI64(), 0x84);
  }

  #with(other: I64, instruction: number): I64 {
    return new I64([...this.code, ...other.code, instruction]);
  }

  add(other: I64): I64 {
    return this.#with(other, 0x7c);
  }
  /** What is left of the division of unsigned integers. */
  remainderUnsigned(other: I64): I64 {
    return this.#with(other, 0x82);
  }
  /** The low word. */
  toI32(): I32 {
    return new I32([...this.code, 0xa7]);
  }
  /** The nearest float, of a signed integer. */
  toF64(): F64 {
    return new F64([...this.code, 0xb9]);
  }
}

/** A float of 32 bits. Comparisons are IEEE's: false where either side is NaN, but for `notEquals`. */
export class F32 extends Value {
  static of(value: F32 | number): F32 {
    return typeof value === "number" ? new F32([0x43, ...float32Bytes(value)]) : value;
  }

  #with(other: F32 | number, instruction: number): F32 {
    return new F32([...this.code, ...F32.of(other).code, instruction]);
  }
  #compare(other: F32 | number, instruction: number): I32 {
    return new I32([...this.code, ...F32.of(other).code, instruction]);
  }

  add(other: F32 | number): F32 {
    return this.#with(other, 0x92);
  }
  subtract(other: F32 | number): F32 {
    return this.#with(other, 0x93);
  }
  multiply(other: F32 | number): F32 {
    return this.#with(other, 0x94);
  }
  divide(other: F32 | number): F32 {
    return this.#with(other, 0x95);
  }
  /** The larger; NaN where either is NaN. */
  max(other: F32 | number): F32 {
    return this.#with(other, 0x97);
  }
  /** The smaller; NaN where either is NaN. */
  min(other: F32 | number): F32 {
    return this.#with(other, 0x96);
  }
  equals(other: F32 | number): I32 {
    return this.#compare(other, 0x5b);
  }
  notEquals(other: F32 | number): I32 {
    return this.#compare(other, 0x5c);
  }
  lessThan(other: F32 | number): I32 {
    return this.#compare(other, 0x5d);
  }
  greaterThan(other: F32 | number): I32 {
    return this.#compare(other, 0x5e);
  }
  toF64(): F64 {
    return new F64([...this.code, 0xbb]);
  }
}

/** A float of 64 bits: the accumulator of sums. */
export class F64 extends Value {
  static of(value: F64 | number): F64 {
    return typeof value === "number" ? new F64([0x44, ...float64Bytes(value)]) : value;
  }

  #with(other: F64 | number, instruction: number): F64 {
    return new F64([...this.code, ...F64.of(other).code, instruction]);
  }

  add(other: F64 | number): F64 {
    return this.#with(other, 0xa0);
  }
  multiply(other: F64 | number): F64 {
    return this.#with(other, 0xa2);
  }
  /** The larger; NaN where either is NaN. */
  max(other: F64 | number): F64 {
    return this.#with(other, 0xa5);
  }
  /** The smaller; NaN where either is NaN. */
  min(other: F64 | number): F64 {
    return this.#with(other, 0xa4);
  }
  equals(other: F64 | number): I32 {
    return new I32(this.#with(other, 0x61).code);
  }
  notEquals(other: F64 | number): I32 {
    return new I32(this.#with(other, 0x62).code);
  }
  lessThan(other: F64 | number): I32 {
    return new I32(this.#with(other, 0x63).code);
  }
  greaterThan(other: F64 | number): I32 {
    return new I32(this.#with(other, 0x64).code);
  }
  /** Cut towards zero, and at the ends of the range; NaN gives 0. */
  toI32(): I32 {
    return new I32([...this.code, 0xfc, 0x02]);
  }
  toF32(): F32 {
    return new F32([...this.code, 0xb6]);
  }
}

/** The immediate of a load or a store: log2 of the promised alignment, then the constant offset. */
export function memoryImmediate(alignment: number, offset: number): Code {
  return [alignment, ...unsigned(offset)];
}

/** Loads at `address + offset`, both unsigned; the offset is a constant that costs nothing. */
export const loadI32 = (address: I32, offset = 0): I32 =>
  new I32([...address.code, 0x28, ...memoryImmediate(2, offset)]);
/** What other threads have stored with {@link FunctionBuilder.storeAtomic}, and all that they wrote before it. */
export const loadI32Atomic = (address: I32): I32 => new I32([...address.code, 0xfe, 0x10, ...memoryImmediate(2, 0)]);
export const loadF32 = (address: I32, offset = 0): F32 =>
  new F32([...address.code, 0x2a, ...memoryImmediate(2, offset)]);
export const loadF64 = (address: I32, offset = 0): F64 =>
  new F64([...address.code, 0x2b, ...memoryImmediate(3, offset)]);
/** One byte, widened with zeros. */
export const loadU8 = (address: I32, offset = 0): I32 =>
  new I32([...address.code, 0x2d, ...memoryImmediate(0, offset)]);
