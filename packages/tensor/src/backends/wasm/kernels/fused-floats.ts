// a · b + c of float32, rounded once, of several vectors side by side: by the machine's instruction where kernels may use it and it does
// round once, and in doubles elsewhere, as fused.ts has it for single sums. Both have the same bits.

import { type F32x4, type F64x2, type FunctionBuilder, I32x4, type I64x2, type Local } from "../assembler/index.js";
import { fusesMultiplyAdd, getSimd, tiles } from "../simd.js";
import { I64x2Of, rounded } from "./fused.js";

/** `Held` is what a vector, or half of one, is while it is computed with. Each step is done for all before the next, so that few wait. */
export interface FusedFloats<Held> {
  of(vectors: readonly F32x4[]): readonly Held[];
  joined(held: readonly Held[]): readonly Local<F32x4>[];
  /**
   * ((t₀ x + t₁) x + …) + tₙ. Of the terms whose places are in `steady` all sums have that term's exponent, which spares work in doubles.
   * No sum may lie in the middle of two float32.
   */
  polynomial(x: readonly Held[], terms: readonly number[], steady: readonly number[]): readonly Held[];
  /** a · b, of which none lies in the middle of two float32. */
  product(a: readonly Held[], b: readonly Held[]): readonly Held[];
  /** The same where some do. */
  evenProduct(a: readonly Held[], b: readonly Held[]): readonly Held[];
  /** a · b + c, only to be {@link joined}. */
  sum(a: readonly Held[], b: readonly Held[], c: readonly Held[]): readonly Held[];
}

export function hasFused(): boolean {
  return tiles[getSimd()].fused && fusesMultiplyAdd();
}

/** By relaxed SIMD's multiply-add. */
export class FusedByMachine implements FusedFloats<F32x4> {
  readonly #f: FunctionBuilder;

  constructor(f: FunctionBuilder) {
    this.#f = f;
  }

  #each(vectors: readonly F32x4[], of: (own: F32x4, at: number) => F32x4): readonly Local<F32x4>[] {
    return vectors.map((own, at) => this.#f.local("f32x4", "each", of(own, at)));
  }

  of(vectors: readonly F32x4[]): readonly F32x4[] {
    return this.#each(vectors, (own) => own);
  }

  joined(held: readonly F32x4[]): readonly Local<F32x4>[] {
    return held as readonly Local<F32x4>[];
  }

  polynomial(x: readonly F32x4[], terms: readonly number[]): readonly F32x4[] {
    const [first, ...rest] = terms.map((term) => this.#f.constant("f32x4", term));
    return rest.reduce<readonly F32x4[]>(
      (sums, term) => this.#each(sums, (sum, at) => sum.multiplyAdd(x[at]!, term)),
      x.map(() => first!),
    );
  }

  product(a: readonly F32x4[], b: readonly F32x4[]): readonly F32x4[] {
    return this.#each(a, (own, at) => own.multiply(b[at]!));
  }

  evenProduct(a: readonly F32x4[], b: readonly F32x4[]): readonly F32x4[] {
    return this.product(a, b);
  }

  sum(a: readonly F32x4[], b: readonly F32x4[], c: readonly F32x4[]): readonly F32x4[] {
    return this.#each(a, (own, at) => own.multiplyAdd(b[at]!, c[at]!));
  }
}

type Halves = readonly Local<F64x2>[];

/** In doubles, in which products are exact: two lanes each. */
export class FusedByDoubles implements FusedFloats<Local<F64x2>> {
  readonly #f: FunctionBuilder;
  readonly #half: Local<I64x2>;
  readonly #mask: Local<I64x2>;

  constructor(f: FunctionBuilder) {
    this.#f = f;
    this.#half = f.local("i64x2", "half", I64x2Of(f, 0x10000000)) as Local<I64x2>;
    this.#mask = f.local("i64x2", "mask", I32x4.constant(-0x20000000, -1, -0x20000000, -1).asI64x2()) as Local<I64x2>;
  }

  /** To float32, halves away from zero: two operations on integers, where there and back are two that take three times as long. */
  #rounded(value: F64x2): F64x2 {
    return this.#cut(value.asI64x2().add(this.#half));
  }

  #cut(bits: I64x2): F64x2 {
    return bits.and(this.#mask).asF64x2();
  }

  #each(halves: Halves, of: (own: Local<F64x2>, at: number) => F64x2): Halves {
    return halves.map((own, at) => this.#f.local("f64x2", "each", of(own, at)));
  }

  of(vectors: readonly F32x4[]): Halves {
    return vectors.flatMap((four) => {
      const whole = this.#f.local("f32x4", "whole", four);
      return [
        this.#f.local("f64x2", "low", whole.lowToF64x2()),
        this.#f.local("f64x2", "high", whole.highHalf().lowToF64x2()),
      ];
    });
  }

  joined(held: Halves): readonly Local<F32x4>[] {
    const floats = held.map((half) => this.#f.local("f32x4", "floats", half.toF32x4()));
    return floats
      .filter((_, at) => at % 2 === 0)
      .map((low, at) => this.#f.local("f32x4", "joined", low.shuffle(floats[2 * at + 1]!, [0, 1, 4, 5])));
  }

  polynomial(x: Halves, terms: readonly number[], steady: readonly number[]): Halves {
    const constant = (value: number): F64x2 => this.#f.constant("f64x2", value);
    const sums = x.map(() => this.#f.local("f64x2", "sum", constant(terms[0]!)));
    for (let place = 1; place < terms.length; place += 1) {
      const term = terms[place]!;
      for (const [at, sum] of sums.entries()) {
        const product = sum.multiply(x[at]!);
        // Half a unit in the last place comes with the term, and what lies beyond that place is cut.
        const next = steady.includes(place)
          ? this.#cut(product.add(constant(term + halfUnitOf(term))).asI64x2())
          : this.#rounded(product.add(constant(term)));
        this.#f.set(sum, next);
      }
    }
    return sums;
  }

  product(a: Halves, b: Halves): Halves {
    return this.#each(a, (own, at) => this.#rounded(own.multiply(b[at]!)));
  }

  evenProduct(a: Halves, b: Halves): Halves {
    return this.#each(a, (own, at) => rounded(own.multiply(b[at]!)));
  }

  sum(a: Halves, b: Halves, c: Halves): Halves {
    return this.#each(a, (own, at) => own.multiply(b[at]!).add(c[at]!));
  }
}

/** Half the distance from a float32 to the next, away from zero. */
function halfUnitOf(value: number): number {
  return Math.sign(value) * 2 ** (Math.floor(Math.log2(Math.abs(value))) - 24);
}
