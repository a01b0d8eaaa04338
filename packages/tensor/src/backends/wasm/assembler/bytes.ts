// Typed expressions over a 128-bit vector read as sixteen bytes, as vectors.ts's are over its other readings.

import { type I32, memoryImmediate } from "./values.js";
import { type I32x4, simd, V128 } from "./vectors.js";

/** Sixteen bytes, unsigned and wrapping; comparisons give bytes of all ones and zeros. */
export class I8x16 extends V128 {
  static of(value: I8x16 | number): I8x16 {
    return typeof value === "number" ? new I8x16(simd(0x0c, ...new Array<number>(16).fill(value & 0xff))) : value;
  }

  /** The bytes of a vector that was read otherwise. */
  static read(vector: V128): I8x16 {
    return new I8x16(vector.code);
  }

  /** The masks of four comparisons, one behind the other: a byte of all ones or zeros for each lane. */
  static ofMasks([a, b, c, d]: readonly [I32x4, I32x4, I32x4, I32x4]): I8x16 {
    const halves = [...a.code, ...b.code, ...simd(0x85), ...c.code, ...d.code, ...simd(0x85)];
    return new I8x16([...halves, ...simd(0x65)]);
  }

  #with(other: I8x16 | number, instruction: number): I8x16 {
    return new I8x16([...this.code, ...I8x16.of(other).code, ...simd(instruction)]);
  }

  add(other: I8x16 | number): I8x16 {
    return this.#with(other, 0x6e);
  }
  subtract(other: I8x16 | number): I8x16 {
    return this.#with(other, 0x71);
  }
  /** The low bytes of the products: of the low eight pairs and of the high ones, put together. Uses both operands twice. */
  multiply(other: I8x16): I8x16 {
    const [low, high] = [0x9e, 0x9f].map((instruction) => [...this.code, ...other.code, ...simd(instruction)]);
    const evenBytes = Array.from({ length: 16 }, (_, at) => 2 * at);
    return new I8x16([...low!, ...high!, ...simd(0x0d, ...evenBytes)]);
  }
  min(other: I8x16 | number): I8x16 {
    return this.#with(other, 0x77);
  }
  max(other: I8x16 | number): I8x16 {
    return this.#with(other, 0x79);
  }
  negate(): I8x16 {
    return new I8x16([...this.code, ...simd(0x61)]);
  }
  and(other: I8x16 | number): I8x16 {
    return this.#with(other, 0x4e);
  }
  or(other: I8x16 | number): I8x16 {
    return this.#with(other, 0x50);
  }
  not(): I8x16 {
    return new I8x16([...this.code, ...simd(0x4d)]);
  }
  equals(other: I8x16 | number): I8x16 {
    return this.#with(other, 0x23);
  }
  notEquals(other: I8x16 | number): I8x16 {
    return this.#with(other, 0x24);
  }
  lessThan(other: I8x16 | number): I8x16 {
    return this.#with(other, 0x26);
  }
  greaterThan(other: I8x16 | number): I8x16 {
    return this.#with(other, 0x28);
  }
  atMost(other: I8x16 | number): I8x16 {
    return this.#with(other, 0x2a);
  }
  atLeast(other: I8x16 | number): I8x16 {
    return this.#with(other, 0x2c);
  }
  /** Elements of so many bytes in opposite order. Uses the operand twice. */
  reversed(bytes: 1 | 4): I8x16 {
    const order = Array.from({ length: 16 }, (_, at) => 16 - bytes - at + 2 * (at % bytes));
    return new I8x16([...this.code, ...this.code, ...simd(0x0d, ...order)]);
  }
  /** Bit by bit: `whenOne` where this mask has a one, else `whenZero`. */
  select(whenOne: I8x16, whenZero: I8x16): I8x16 {
    return new I8x16([...whenOne.code, ...whenZero.code, ...this.code, ...simd(0x52)]);
  }
}

/** One byte into all sixteen. */
export const loadI8x16Splat = (address: I32): I8x16 =>
  new I8x16([...address.code, ...simd(0x07), ...memoryImmediate(0, 0)]);
