// Winograd's algorithm at six points in one dimension: the five linear maps of its three passes, four channels at a time. Along
// both dimensions, and over whole images, they are applied elsewhere: winograd-six-patches.ts, -tiles.ts, -weights.ts.
// S. Winograd, Arithmetic Complexity of Computations (1980); A. Lavin and S. Gray, arXiv:1509.09308.
//
//   Y = Aᵀ (G g ⊙ Bᵀ d): polynomials multiplied by their values at 0, ±a, ±b and ∞.
//
// A kernel of r elements gives tiles of 7 − r. The gradients are the transposed maps: of the kernel Gᵀ (A y ⊙ Bᵀ d), where y is
// the gradient of a tile.
//
// In steps of two a kernel of three is two: its ends see every second element of the image, its middle the others. The ends
// are a kernel of two elements, which gives tiles of four at the five points that are finite; the middle's products stand by
// themselves, four in a tile: nine places, of which the last four are the kernel's one. The image gradient has the same ones,
// and puts the tiles of both between each other. A kernel of four is two of two elements, both at the five points: as products add
// up over channels, so they do over the two. Its image gradient puts their tiles between each other too.

import type { F32x4, FunctionBuilder, Local } from "../../assembler/index.js";
import type { Scheme } from "./winograd-six-sizes.js";

/** The points. These four give half the error of ±1 and ±2, and their squares are exact. */
const a = 5 / 8;
const b = 5 / 4;

/** What becomes of the result at a place. */
type Use = (value: F32x4, at: number) => void;
type Map = (elements: readonly Local<F32x4>[], use: Use) => void;

export interface Transforms {
  /** Bᵀ: the elements of a patch to its places. */
  readonly patch: Map;
  /** A: the elements of a tile's gradient to as many. */
  readonly gradient: Map;
  /** Aᵀ: as many products to the elements of a tile. */
  readonly tile: Map;
  /** G: a kernel's elements to its six places. */
  readonly kernel: Map;
  /** Gᵀ: six products to a kernel's elements. */
  readonly kernelGradient: Map;
}

/** The maps of a scheme, with temporaries of their own in `f`. `fused`: with relaxed SIMD's multiply-add. */
export function transformsIn(f: FunctionBuilder, scheme: Scheme, fused: boolean): Transforms {
  const points = pointsIn(f, fused);
  if (scheme.step === 1) return inOnes(points, scheme.kernelSize);
  if (scheme.kernelSize === 4) return ofFours(points, scheme.step);
  return scheme.step === 2 ? inTwos(points) : inHalves(points, scheme.beginsWithPair);
}

type Points = ReturnType<typeof pointsIn>;

function inOnes({ scales, patch, evaluate, gather }: Points, kernelSize: number): Transforms {
  return {
    patch: patch(true),
    gradient: evaluate([1, 1, 1], true),
    tile: gather(7 - kernelSize, [1, 1, 1], true),
    kernel: evaluate(scales, true),
    kernelGradient: gather(kernelSize, scales, true),
  };
}

/** Elements of a tile in steps of two, the finite points, and the kernel's middle. */
const [pairs, finite, middle] = [4, 5, 1] as const;

/** Every second element. */
const from = (elements: readonly Element[], first: 0 | 1) => elements.filter((_, at) => at % 2 === first);

/** Those that stand by themselves: behind the points. */
function singles(elements: readonly Element[], use: Use): void {
  for (const [at, element] of elements.entries()) use(element, finite + at);
}

function inTwos({ scales, patch, evaluate, gather }: Points): Transforms {
  const [tile, kernelGradient] = [gather(pairs, [1, 1, 1], false), gather(2, scales, false)];
  return {
    patch: (elements, use) => {
      patch(false)(from(elements, 0), use);
      singles(from(elements, 1), use);
    },
    gradient: (elements, use) => {
      evaluate([1, 1, 1], false)(elements, use);
      singles(elements, use);
    },
    tile: (elements, use) => tile(elements, (value, at) => use(value.add(elements[finite + at] as F32x4), at)),
    kernel: (elements, use) => {
      evaluate(scales, false)(from(elements, 0), use);
      singles([elements[middle]!], use);
    },
    kernelGradient: (elements, use) => {
      kernelGradient(elements, (value, at) => use(value, 2 * at));
      use(elements[finite] as F32x4, middle);
    },
  };
}

function inHalves(points: Points, beginsWithPair: boolean): Transforms {
  const [ofPair, ofSingle] = beginsWithPair ? [0, 1] : [1, 0];
  const tile = points.gather(pairs, [1, 1, 1], false);
  return {
    ...inTwos(points),
    patch: (elements, use) => {
      points.patch(false)(elements, use);
      singles(elements.slice(ofSingle).slice(0, pairs), use);
    },
    tile: (elements, use) => {
      tile(elements, (value, at) => use(value, 2 * at + ofPair));
      for (let at = 0; at < pairs; at += 1) use(elements[finite + at] as F32x4, 2 * at + ofSingle);
    },
  };
}

function ofFours({ scales, patch, evaluate, gather }: Points, step: Scheme["step"]): Transforms {
  const [tile, kernelGradient] = [gather(pairs, [1, 1, 1], false), gather(2, scales, false)];
  /** Of both parts, whose places lie behind each other. */
  const ofParts =
    (map: Map, partOf: (elements: readonly Element[], part: 0 | 1) => readonly Element[]): Map =>
    (elements, use) => {
      for (const part of [0, 1] as const) map(partOf(elements, part), (value, at) => use(value, part * finite + at));
    };
  /** Those of both parts between each other. */
  const between =
    (map: Map): Map =>
    (elements, use) => {
      for (const part of [0, 1] as const)
        map(elements.slice(part * finite, (part + 1) * finite), (value, at) => use(value, 2 * at + part));
    };
  const shared = {
    gradient: evaluate([1, 1, 1], false),
    kernel: ofParts(evaluate(scales, false), from),
    kernelGradient: between(kernelGradient),
  };
  // In halves, outputs of odd places see their gradients one farther on.
  return step === 2
    ? { ...shared, patch: ofParts(patch(false), from), tile }
    : { ...shared, patch: ofParts(patch(false), (elements, part) => elements.slice(part)), tile: between(tile) };
}

/** The maps at the points themselves; all have a last place for ∞, or none. */
function pointsIn(f: FunctionBuilder, fused: boolean) {
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
    ([ofZero, ...ofPoints]: Scales, infinite: boolean): Map =>
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
      if (infinite) use(elements.at(-1)!, finite);
    };
  /** The transposed map, to so many elements. */
  const gather =
    (count: number, [ofZero, ofA, ofB]: Scales, infinite: boolean): Map =>
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
        const ofA = infinite && at === count - 1 ? plus(u5, a ** at, ofPointA) : times(ofPointA, a ** at);
        use(plus(ofA, b ** at, ofPointB), at);
      }
    };
  /** Bᵀ: polynomials that vanish at all points but one. */
  const patch =
    (infinite: boolean): Map =>
    (elements, use) => {
      const [d0, d1, d2, d3, d4, d5] = elements as Six;
      f.set(even, plus(d4, -b * b, d2));
      f.set(odd, times(plus(d3, -b * b, d1), a));
      both(use, 1);
      f.set(even, plus(d4, -a * a, d2));
      f.set(rest, plus(d3, -a * a, d1));
      use(plus(even, -b * b, plus(d2, -a * a, d0)), 0);
      if (infinite) use(plus(plus(d5, -a * a, d3), -b * b, rest), finite);
      f.set(odd, times(rest, b));
      both(use, 3);
    };
  return { scales, patch, evaluate, gather };
}

type Element = Local<F32x4>;
type Scales = readonly [ofZero: number, ofA: number, ofB: number];
type Six = readonly [Element, Element, Element, Element, Element, Element];
