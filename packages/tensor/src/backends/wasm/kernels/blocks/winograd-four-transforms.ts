// Winograd's F(4 × 4, 3 × 3) in one dimension: the five linear maps of its three passes, four channels at a time. Along both
// dimensions, and over whole images, they are applied elsewhere: winograd-four-patches.ts, -tiles.ts, -weights.ts.
// S. Winograd, Arithmetic Complexity of Computations (1980); A. Lavin and S. Gray, arXiv:1509.09308.
//
//   Y = Aᵀ (G g ⊙ Bᵀ d): polynomials multiplied by their values at 0, ±a, ±b and ∞.
//
// The gradients are the transposed maps: of the kernel Gᵀ (A y ⊙ Bᵀ d), where y is the gradient of a tile.

import { F32x4, type FunctionBuilder, type Local } from "../../assembler/index.js";

/** The points. These four give half the error of ±1 and ±2, and their squares are exact. */
const a = 5 / 8;
const b = 5 / 4;

/** What becomes of the result at a place. */
type Use = (value: F32x4, at: number) => void;
type Map = (elements: readonly Local<F32x4>[], use: Use) => void;

export interface Transforms {
  /** Bᵀ: six elements of an image to six. */
  readonly patch: Map;
  /** A: four elements of a gradient to six. */
  readonly gradient: Map;
  /** Aᵀ: six products to four elements of the output. */
  readonly tile: Map;
  /** G: a kernel's three elements to six. */
  readonly kernel: Map;
  /** Gᵀ: six products to a kernel's three elements. */
  readonly kernelGradient: Map;
}

/** The maps, with temporaries of their own in `f`. `fused`: with relaxed SIMD's multiply-add. */
export function transformsIn(f: FunctionBuilder, fused: boolean): Transforms {
  const even = f.local("f32x4", "even");
  const odd = f.local("f32x4", "odd");
  const rest = f.local("f32x4", "rest");
  const other = f.local("f32x4", "other");
  const plus = (sum: F32x4, factor: number, value: F32x4) =>
    fused ? value.multiplyAdd(F32x4.of(factor), sum) : sum.add(value.multiply(factor));
  const both = (use: Use, at: number) => {
    use(even.add(odd as F32x4), at);
    use(even.subtract(odd as F32x4), at + 1);
  };
  // G's rows are divided by the products of the differences between the points.
  const [scaleOfZero, scaleOfA, scaleOfB] = [
    1 / (a * a * b * b),
    1 / (2 * a * a * (a * a - b * b)),
    1 / (2 * b * b * (b * b - a * a)),
  ];
  return {
    patch: (elements, use) => {
      const [d0, d1, d2, d3, d4, d5] = elements as Six;
      f.set(even, plus(d4, -b * b, d2));
      f.set(odd, plus(d3, -b * b, d1).multiply(a));
      both(use, 1);
      f.set(even, plus(d4, -a * a, d2));
      f.set(rest, plus(d3, -a * a, d1));
      use(plus(even, -b * b, plus(d2, -a * a, d0)), 0);
      use(plus(plus(d5, -a * a, d3), -b * b, rest), 5);
      f.set(odd, rest.multiply(b));
      both(use, 3);
    },
    gradient: (elements, use) => {
      const [y0, y1, y2, y3] = elements as Four;
      use(y0, 0);
      for (const [at, point] of [a, b].entries()) {
        f.set(even, plus(y0, point * point, y2));
        f.set(odd, plus(y1, point * point, y3).multiply(point));
        both(use, 1 + 2 * at);
      }
      use(y3, 5);
    },
    tile: (elements, use) => {
      const [m0, m1, m2, m3, m4, m5] = elements as Six;
      f.set(even, m1.add(m2));
      f.set(odd, m1.subtract(m2));
      f.set(rest, m3.add(m4));
      f.set(other, m3.subtract(m4));
      use(m0.add(even as F32x4).add(rest), 0);
      use(plus(odd.multiply(a), b, other), 1);
      use(plus(even.multiply(a * a), b * b, rest), 2);
      use(plus(plus(m5, a ** 3, odd), b ** 3, other), 3);
    },
    kernel: (elements, use) => {
      const [g0, g1, g2] = elements as Three;
      use(g0.multiply(scaleOfZero), 0);
      for (const [at, point, scale] of [
        [1, a, scaleOfA],
        [3, b, scaleOfB],
      ] as const) {
        f.set(even, plus(g0, point * point, g2).multiply(scale));
        f.set(odd, g1.multiply(point * scale));
        both(use, at);
      }
      use(g2, 5);
    },
    kernelGradient: (elements, use) => {
      const [u0, u1, u2, u3, u4, u5] = elements as Six;
      f.set(even, u1.add(u2).multiply(scaleOfA));
      f.set(odd, u1.subtract(u2).multiply(scaleOfA));
      f.set(rest, u3.add(u4).multiply(scaleOfB));
      f.set(other, u3.subtract(u4).multiply(scaleOfB));
      use(plus(even.add(rest as F32x4), scaleOfZero, u0), 0);
      use(plus(odd.multiply(a), b, other), 1);
      use(plus(plus(u5, a * a, even), b * b, rest), 2);
    },
  };
}

type Element = Local<F32x4>;
type Three = readonly [Element, Element, Element];
type Four = readonly [Element, Element, Element, Element];
type Six = readonly [Element, Element, Element, Element, Element, Element];
