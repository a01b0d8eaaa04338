// What draws by rejection are emitted of: uniform and normal numbers one by one, out of words that lie ready, and parameters of either
// dtype. The lower half of two doubles counts.

import {
  type F64x2,
  type FunctionBuilder,
  type I32,
  type I64x2,
  type Local,
  loadF32x4,
  loadF32x4Half,
  loadF32x4Splat,
  loadF64x2Splat,
  loadI32,
} from "../assembler/index.js";
import { emitBoxMuller, emitLogOfUnit, type Stored } from "./double-draws.js";
import { emitPower } from "./math/double-power.js";
import { emitDoubleExp } from "./math/doubles.js";

/** What a kernel leaves: the first word that was not used, the elements that are done, the normal draw that waits, and whether one does. */
export const left = { word: 0, done: 4, isAsked: 8, isWaiting: 12, normal: 16 } as const;
export const leftBytes = 32;

/** Whether it holds in the lower half. */
export const holds = (mask: I64x2): I32 => mask.asI32x4().lane(0);
export interface Parameters {
  readonly bytes: 4 | 8;
  /** As the dtype has it. */
  readonly rounded: (value: F64x2) => F64x2;
  /** One into both halves, and two neighbours. */
  readonly loadOne: (address: I32) => F64x2;
  readonly loadTwo: (address: I32) => F64x2;
  readonly store: (f: FunctionBuilder, address: I32, value: F64x2) => void;
  /** What a gamma draw is at least: the smallest normal number. */
  readonly smallest: number;
  /** A number in (0, 1] to a power above 0, a local each. */
  readonly power: (f: FunctionBuilder, base: F64x2, exponent: F64x2) => F64x2;
}

export const stored: { readonly [D in Stored]: Parameters } = {
  float32: {
    bytes: 4,
    rounded: (value) => value.toF32x4().lowToF64x2(),
    loadOne: (address) => loadF32x4Splat(address).lowToF64x2(),
    loadTwo: (address) => loadF32x4Half(address).lowToF64x2(),
    store: (f, address, value) => f.storeLane(address, value.toF32x4(), 0),
    // Written out, as a power is not left out of pages that do not draw: 2⁻¹²⁶ here, 2⁻¹⁰²² below.
    smallest: 1.1754943508222875e-38,
    power: (f, base, exponent) => {
      // Below these bounds it is 0 all the same.
      const product = emitLogOfUnit(f, base).multiply(exponent).replaceBelow(f.constant("f64x2", -700));
      return emitDoubleExp(f, f.local("f64x2", "product", product.replaceAbove(f.constant("f64x2", 700))));
    },
  },
  float64: {
    bytes: 8,
    rounded: (value) => value,
    loadOne: loadF64x2Splat,
    loadTwo: (address) => loadF32x4(address).asF64x2(),
    store: (f, address, value) => f.store(address, value.lane(0)),
    smallest: 2.2250738585072014e-308,
    power: emitPower,
  },
};

/** Of numbers, of which the lower half counts. */
export class Drawing {
  readonly #f: FunctionBuilder;
  readonly #word: Local<I32>;
  readonly #state: I32;

  constructor(f: FunctionBuilder, word: Local<I32>, state: I32) {
    this.#f = f;
    this.#word = word;
    this.#state = state;
  }

  constant(value: number): F64x2 {
    return this.#f.constant("f64x2", value);
  }

  /** A uniform double. */
  unit(): Local<F64x2> {
    const unit = this.#f.local("f64x2", "unit", loadF64x2Splat(this.#word));
    this.#f.increase(this.#word, 8);
    return unit;
  }

  /** Sets `to` to a normal draw, by pairs. */
  normal(to: Local<F64x2>): void {
    const f = this.#f;
    const state = this.#state;
    f.if(
      loadI32(state, left.isWaiting),
      () => {
        f.set(to, loadF64x2Splat(state, left.normal));
        f.store(state, f.local("i32", "none", 0), left.isWaiting);
      },
      () => {
        const both = f.local("f64x2", "both", loadF32x4(this.#word).asF64x2());
        f.increase(this.#word, 16);
        const { sine, cosine, radius } = emitBoxMuller(f, both.asF32x4().highHalf().asF64x2(), both);
        f.set(to, radius.multiply(cosine));
        f.store(state, radius.multiply(sine).lane(0), left.normal);
        f.store(state, f.local("i32", "one", 1), left.isWaiting);
      },
    );
  }
}
