// Of the elements of a pool's window the largest, its code, and what bias and ReLU leave of it, for four channels at a time.
// Among equals the first wins. Where the elements come from is the callers' affair.

import { type F32x4, type FunctionBuilder, type I32, I32x4, type Local } from "../../assembler/index.js";

/** Where four channels of a pooled position go; without codes where only the forward pass is wanted. */
interface Target {
  readonly bias: F32x4;
  readonly pooled: I32;
  readonly codes: I32 | null;
  readonly offset: number;
  /** Channels that are stored, if not all four. */
  readonly count?: number;
}

/** The registers of a function that pools. */
export class WindowMaximum {
  readonly #f: FunctionBuilder;
  readonly #codes: readonly I32x4[];
  readonly #value: Local<F32x4>;
  readonly #largest: Local<F32x4>;
  readonly #code: Local<I32x4>;
  /** Of what a window was seen to hold. */
  readonly #all: Local<F32x4>;
  /** Zero while all that was seen is finite, and no number from then on. */
  readonly watch: Local<F32x4>;

  /** `codes` of the elements, which ascend. */
  constructor(f: FunctionBuilder, codes: readonly number[]) {
    this.#f = f;
    this.#codes = codes.map((code) => f.constant("i32x4", code));
    this.#value = f.local("f32x4", "value");
    this.#largest = f.local("f32x4", "largest");
    this.#code = f.local("i32x4", "code");
    this.#all = f.local("f32x4", "all");
    this.watch = f.local("f32x4", "watch");
  }

  /** Stores the window's largest element and its code. The bias comes last: it moves all elements alike. */
  emit(elements: readonly F32x4[], { bias, pooled, codes, offset, count = 4 }: Target): void {
    const f = this.#f;
    const [value, largest, code, all] = [this.#value, this.#largest, this.#code, this.#all];
    elements.forEach((element, i) => {
      if (i === 0) {
        f.set(largest, element);
        f.set(all, largest as F32x4);
        return;
      }
      f.set(value, element);
      f.set(all, all.add(value));
      if (codes !== null) {
        // The last element that was larger than all before it has the largest code of those that were.
        const larger = value.greaterThan(largest).and(this.#codes[i]!);
        f.set(code, i === 1 ? larger : code.max(larger));
      }
      f.set(largest, largest.replaceBelow(value));
    });
    f.set(largest, largest.add(bias));
    // Once a window, since each addition to it waits for the one before.
    f.set(all, all.add(largest));
    f.set(this.watch, this.watch.add(all.subtract(all)));
    if (codes !== null) {
      const found = elements.length === 1 ? I32x4.of(0) : code;
      f.set(code, found.or(largest.atMost(0)));
      f.storeLanes(codes, code, count, offset);
    }
    f.set(largest, largest.replaceBelow(0));
    f.storeLanes(pooled, largest, count, offset);
  }
}
