// Winograd's algorithm at six points in one dimension: the five linear maps of its three passes, four channels at a time. Along
// both dimensions, and over whole images, they are applied elsewhere: winograd-six-patches.ts, -tiles.ts, -weights.ts.
// S. Winograd, Arithmetic Complexity of Computations (1980); A. Lavin and S. Gray, arXiv:1509.09308.
//
//   Y = Aᵀ (G g ⊙ Bᵀ d): polynomials multiplied by their values at 0, ±a, ±b and ∞.
//
// A kernel of r elements gives tiles of 7 − r. The gradients are the transposed maps: of the kernel Gᵀ (A y ⊙ Bᵀ d), where y is
// the gradient of a tile.

import type { F32x4, FunctionBuilder, Local } from "../../assembler/index.js";

/** The points. These four give half the error of ±1 and ±2, and their squares are exact. */
const a = 5 / 8;
const b = 5 / 4;

/** What becomes of the result at a place. */
type Use = (value: F32x4, at: number) => void;
type Map = (elements: readonly Local<F32x4>[], use: Use) => void;

export interface Transforms {
  /** Bᵀ: six elements of an image to six. */
  readonly patch: Map;
  /** A: the elements of a tile's gradient to six. */
  readonly gradient: Map;
  /** Aᵀ: six products to the elements of a tile. */
  readonly tile: Map;
  /** G: a kernel's elements to six. */
  readonly kernel: Map;
  /** Gᵀ: six products to a kernel's elements. */
  readonly kernelGradient: Map;
}

/**
 * The maps for kernels of that size, with temporaries of their own in `f`. `fused`: with relaxed SIMD's multiply-add.
 */
export function transformsIn(f: FunctionBuilder, kernelSize: number, fused: boolean): Transforms {
  const even = f.local("f32x4", "even");
  const odd = f.local("f32x4", "odd");
  const rest = f.local("f32x4", "rest");
  const other = f.local("f32x4", "other");
  const times = (value: F32x4, factor: number) => value.multiply(f.constant("f32x4", factor));
  const plus = (sum: F32x4, factor: number, value: F32x4) =>
    fused ? value.multiplyAdd(f.constant("f32x4", factor), sum) : sum.add(times(value, factor));
  const both = (use: Use, at: number) => {
    use(even.add(odd as F32x4), at);
    use(even.subtract(odd as F32x4), at + 1);
  };
  // G's rows are divided by the products of the differences between the points.
  const scales = [1 / (a * a * b * b), 1 / (2 * a * a * (a * a - b * b)), 1 / (2 * b * b * (b * b - a * a))] as const;
  /** The values of a polynomial, each times its point's scale. */
  const evaluate =
    ([ofZero, ...ofPoints]: readonly [number, number, number]): Map =>
    (elements, use) => {
      const sumOf = (first: number, point: number) => {
        let sum = elements[first] as F32x4;
        for (let at = first + 2; at < elements.length; at += 2) sum = plus(sum, point ** (at - first), elements[at]!);
        return sum;
      };
      const scaled = (value: F32x4, scale: number) => (scale === 1 ? value : times(value, scale));
      use(scaled(elements[0]!, ofZero), 0);
      for (const [at, point] of [a, b].entries()) {
        f.set(even, scaled(sumOf(0, point), ofPoints[at]!));
        f.set(odd, times(sumOf(1, point), point * ofPoints[at]!));
        both(use, 1 + 2 * at);
      }
      use(elements.at(-1)!, 5);
    };
  /** The transposed map, to so many elements. */
  const gather =
    (count: number, [ofZero, ofA, ofB]: readonly [number, number, number]): Map =>
    (elements, use) => {
      const [u0, u1, u2, u3, u4, u5] = elements as Six;
      const scaled = (value: F32x4, scale: number) => (scale === 1 ? value : times(value, scale));
      f.set(even, scaled(u1.add(u2), ofA));
      f.set(odd, scaled(u1.subtract(u2), ofA));
      f.set(rest, scaled(u3.add(u4), ofB));
      f.set(other, scaled(u3.subtract(u4), ofB));
      const first = ofZero === 1 ? u0.add(even as F32x4) : plus(even, ofZero, u0);
      use(first.add(rest as F32x4), 0);
      for (let at = 1; at < count; at += 1) {
        const [ofPointA, ofPointB] = at % 2 === 0 ? [even, rest] : [odd, other];
        const middle = at === count - 1 ? plus(u5, a ** at, ofPointA) : times(ofPointA, a ** at);
        use(plus(middle, b ** at, ofPointB), at);
      }
    };
  return {
    patch: (elements, use) => {
      const [d0, d1, d2, d3, d4, d5] = elements as Six;
      f.set(even, plus(d4, -b * b, d2));
      f.set(odd, times(plus(d3, -b * b, d1), a));
      both(use, 1);
      f.set(even, plus(d4, -a * a, d2));
      f.set(rest, plus(d3, -a * a, d1));
      use(plus(even, -b * b, plus(d2, -a * a, d0)), 0);
      use(plus(plus(d5, -a * a, d3), -b * b, rest), 5);
      f.set(odd, times(rest, b));
      both(use, 3);
    },
    gradient: evaluate([1, 1, 1]),
    tile: gather(7 - kernelSize, [1, 1, 1]),
    kernel: evaluate(scales),
    kernelGradient: gather(kernelSize, scales),
  };
}

type Element = Local<F32x4>;
type Six = readonly [Element, Element, Element, Element, Element, Element];
