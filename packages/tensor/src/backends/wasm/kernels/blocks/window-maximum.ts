// Of the elements of a pool's window the largest, its code, and what bias and ReLU leave of it, for four channels at a time.
// Among equals the first wins. Where the elements come from is the callers' affair.

import { type F32x4, type FunctionBuilder, I32, I32x4, type Local } from "../../assembler/index.js";
import { integersOf } from "../abreast.js";

/** Where four channels of a pooled position go; without codes where only the forward pass is wanted. */
interface Target {
  readonly bias: F32x4;
  readonly pooled: I32;
  readonly codes: I32 | null;
  readonly offset: number;
}

/** The registers of a function that pools. */
export class WindowMaximum {
  readonly #f: FunctionBuilder;
  readonly #codes: readonly I32x4[];
  readonly #value: Local<F32x4>;
  readonly #largest: Local<F32x4>;
  readonly #code: Local<I32x4>;
  /** Zero while all that was seen is finite, and no number from then on. */
  readonly watch: Local<F32x4>;

  /** `codes` of the elements, which ascend; so many windows go side by side. */
  constructor(f: FunctionBuilder, codes: readonly number[], abreast: number) {
    this.#f = f;
    this.#codes = codes.map((code) => integersOf(f, abreast, code));
    this.#value = f.local("f32x4", "value");
    this.#largest = f.local("f32x4", "largest");
    this.#code = f.local("i32x4", "code");
    this.watch = f.local("f32x4", "watch");
  }

  /** Stores the window's largest element and its code. The bias comes last: it moves all elements alike. */
  emit(elements: readonly F32x4[], { bias, pooled, codes, offset }: Target): void {
    const f = this.#f;
    const [value, largest, code] = [this.#value, this.#largest, this.#code];
    elements.forEach((element, i) => {
      if (i === 0) {
        f.set(largest, element);
        this.#see(largest);
        return;
      }
      f.set(value, element);
      this.#see(value);
      if (codes !== null) {
        // The last element that was larger than all before it has the largest code of those that were.
        const larger = value.greaterThan(largest).and(this.#codes[i]!);
        f.set(code, i === 1 ? larger : code.max(larger));
      }
      f.set(largest, largest.replaceBelow(value));
    });
    f.set(largest, largest.add(bias));
    this.#see(largest);
    if (codes !== null) {
      const found = elements.length === 1 ? I32x4.of(0) : code;
      f.store(codes, found.or(largest.atMost(0)), offset);
    }
    f.store(pooled, largest.replaceBelow(0), offset);
  }

  #see(value: Local<F32x4>): void {
    this.#f.set(this.watch, this.watch.add(value.subtract(value)));
  }
}

/** Sets the flag if something that was watched was not finite: its sum is no longer zero. */
export function emitReport(f: FunctionBuilder, watches: readonly F32x4[], flag: I32): void {
  // Added up rather than joined by an or: V8 pairs vectors that are stored side by side, or added.
  const spoilt = watches.map((watch) => watch.notEquals(0)).reduce((sum, mask) => sum.add(mask));
  f.if(spoilt.anyTrue(), () => f.store(flag, I32.of(1)));
}
