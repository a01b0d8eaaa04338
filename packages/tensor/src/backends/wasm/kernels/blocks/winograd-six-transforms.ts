// Winograd's algorithm at six points, or four, in one dimension: the five linear maps of its three passes, four channels at a time. Along
// both dimensions, and over whole images, they are applied elsewhere: winograd-six-patches.ts, -tiles.ts, -weights.ts.
// S. Winograd, Arithmetic Complexity of Computations (1980); A. Lavin and S. Gray, arXiv:1509.09308.
//
//   Y = Aᵀ (G g ⊙ Bᵀ d): polynomials multiplied by their values at 0, ±a, ±b and ∞, or at 0, ±1 and ∞.
//
// At six points a kernel of r elements gives tiles of 7 − r, at four of 5 − r, with errors no larger than those of plain sums. The
// gradients are the transposed maps: of the kernel Gᵀ (A y ⊙ Bᵀ d), where y is the gradient of a tile.
//
// What follows is of six points; of four, sizes are those of five less two. In steps of two a kernel of three is two: its ends see every
// second element of the image, its middle the others. The ends are a kernel of two elements, which gives tiles of four at the five points
// that are finite; the middle's products stand by themselves, four in a tile: nine places, of which the last four are the kernel's one. The
// image gradient has the same ones, and puts the tiles of both between each other. A kernel of four is two of two elements, both at the
// five points: as products add up over channels, so they do over the two. Its image gradient puts their tiles between each other too.

import type { F32x4, FunctionBuilder, Local } from "../../assembler/index.js";
import type { Scheme } from "./winograd-six-sizes.js";

/** Besides 0: each with its negative. These four give half the error of ±1 and ±2, and their squares are exact. */
const pointsOf = { 3: [1], 5: [5 / 8, 5 / 4] } as const;

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
  /** G: a kernel's elements to its places. */
  readonly kernel: Map;
  /** Gᵀ: as many products to a kernel's elements. */
  readonly kernelGradient: Map;
}

/** The maps of a scheme, with temporaries of their own in `f`. `fused`: with relaxed SIMD's multiply-add. */
export function transformsIn(f: FunctionBuilder, scheme: Scheme, fused: boolean): Transforms {
  const points = pointsIn(f, scheme.finite, fused);
  if (scheme.step === 1) return inOnes(points, scheme.kernelSize);
  if (scheme.kernelSize === 4) return ofFours(points, scheme.step);
  return scheme.step === 2 ? inTwos(points) : inHalves(points, scheme.beginsWithPair);
}

type Points = ReturnType<typeof pointsIn>;

function inOnes({ finite, scales, ones, patch, evaluate, gather }: Points, kernelSize: number): Transforms {
  return {
    patch: patch(true),
    gradient: evaluate(ones, true),
    tile: gather(finite + 2 - kernelSize, ones, true),
    kernel: evaluate(scales, true),
    kernelGradient: gather(kernelSize, scales, true),
  };
}

/** A kernel's middle. */
const middle = 1;

/** Every second element. */
const from = (elements: readonly Element[], first: 0 | 1) => elements.filter((_, at) => at % 2 === first);

function inTwos({ finite, scales, ones, patch, evaluate, gather }: Points): Transforms {
  const [tile, kernelGradient] = [gather(finite - 1, ones, false), gather(2, scales, false)];
  /** Those that stand by themselves: behind the points. */
  const singles = (elements: readonly Element[], use: Use) => {
    for (const [at, element] of elements.entries()) use(element, finite + at);
  };
  return {
    patch: (elements, use) => {
      patch(false)(from(elements, 0), use);
      singles(from(elements, 1), use);
    },
    gradient: (elements, use) => {
      evaluate(ones, false)(elements, use);
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
  const { finite, ones } = points;
  const pairs = finite - 1;
  const tile = points.gather(pairs, ones, false);
  return {
    ...inTwos(points),
    patch: (elements, use) => {
      points.patch(false)(elements, use);
      for (let at = 0; at < pairs; at += 1) use(elements[ofSingle + at] as F32x4, finite + at);
    },
    tile: (elements, use) => {
      tile(elements, (value, at) => use(value, 2 * at + ofPair));
      for (let at = 0; at < pairs; at += 1) use(elements[finite + at] as F32x4, 2 * at + ofSingle);
    },
  };
}

function ofFours({ finite, scales, ones, patch, evaluate, gather }: Points, step: Scheme["step"]): Transforms {
  const [tile, kernelGradient] = [gather(finite - 1, ones, false), gather(2, scales, false)];
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
    gradient: evaluate(ones, false),
    kernel: ofParts(evaluate(scales, false), from),
    kernelGradient: between(kernelGradient),
  };
  // In halves, outputs of odd places see their gradients one farther on.
  return step === 2
    ? { ...shared, patch: ofParts(patch(false), from), tile }
    : { ...shared, patch: ofParts(patch(false), (elements, part) => elements.slice(part)), tile: between(tile) };
}

/** The maps at the points themselves; all have a last place for ∞, or none. */
function pointsIn(f: FunctionBuilder, finite: Scheme["finite"], fused: boolean) {
  const points: readonly number[] = pointsOf[finite];
  /** Of each point and its negative: the part that both share, and the one that they do not. */
  const halves = points.map(() => ({ even: f.local("f32x4", "even"), odd: f.local("f32x4", "odd") }));
  const rest = f.local("f32x4", "rest");
  const times = (value: F32x4, factor: number) =>
    factor === 1 ? value : factor === -1 ? value.negate() : value.multiply(f.constant("f32x4", factor));
  const plus = (sum: F32x4, factor: number, value: F32x4) => {
    if (Math.abs(factor) === 1) return factor === 1 ? sum.add(value) : sum.subtract(value);
    return fused ? value.multiplyAdd(f.constant("f32x4", factor), sum) : sum.add(times(value, factor));
  };
  const both = (use: Use, { even, odd }: (typeof halves)[number], at: number) => {
    use(even.add(odd as F32x4), at);
    use(even.subtract(odd as F32x4), at + 1);
  };
  // G's rows are divided by the products of the differences between the points.
  const product = (factors: readonly number[]) => factors.reduce((all, factor) => all * factor, 1);
  const scales: Scales = [
    1 / product(points.map((point) => -point * point)),
    ...points.map((point) => {
      const others = points.filter((other) => other !== point);
      return 1 / (2 * point * point * product(others.map((other) => point * point - other * other)));
    }),
  ];
  /** The values of a polynomial, each times its point's scale. */
  const evaluate =
    ([ofZero, ...ofPoints]: Scales, infinite: boolean): Map =>
    (elements, use) => {
      const sumOf = (first: number, point: number) => {
        let sum = elements[first] as F32x4;
        for (let at = first + 2; at < elements.length; at += 2) sum = plus(sum, point ** (at - first), elements[at]!);
        return sum;
      };
      use(times(elements[0]!, ofZero), 0);
      for (const [at, point] of points.entries()) {
        const { even, odd } = halves[at]!;
        f.set(even, times(sumOf(0, point), ofPoints[at]!));
        f.set(odd, times(sumOf(1, point), point * ofPoints[at]!));
        both(use, halves[at]!, 1 + 2 * at);
      }
      if (infinite) use(elements.at(-1)!, finite);
    };
  /** The transposed map, to so many elements. */
  const gather =
    (count: number, [ofZero, ...ofPoints]: Scales, infinite: boolean): Map =>
    (elements, use) => {
      for (const [at, { even, odd }] of halves.entries()) {
        const [above, below] = [elements[1 + 2 * at]!, elements[2 + 2 * at]!];
        f.set(even, times(above.add(below), ofPoints[at]!));
        f.set(odd, times(above.subtract(below), ofPoints[at]!));
      }
      const [first, ...others] = halves;
      const zeroth = ofZero === 1 ? elements[0]!.add(first!.even as F32x4) : plus(first!.even, ofZero, elements[0]!);
      use(
        others.reduce((sum: F32x4, { even }) => sum.add(even as F32x4), zeroth),
        0,
      );
      for (let at = 1; at < count; at += 1) {
        const [own, ...more] = halves.map(({ even, odd }) => (at % 2 === 0 ? even : odd));
        const [point, ...further] = points.map((each) => each ** at);
        const start = infinite && at === count - 1 ? plus(elements[finite]!, point!, own!) : times(own!, point!);
        use(
          more.reduce((sum: F32x4, part, i) => plus(sum, further[i]!, part), start),
          at,
        );
      }
    };
  /** Bᵀ: polynomials that vanish at all points but one. */
  const patch = (infinite: boolean): Map => (points.length === 1 ? patchOfFour(infinite) : patchOfSix(infinite));
  const patchOfFour =
    (infinite: boolean): Map =>
    ([d0, d1, d2, d3], use) => {
      use(d2!.subtract(d0 as F32x4), 0);
      use(d2!.add(d1 as F32x4), 1);
      use(d2!.subtract(d1 as F32x4), 2);
      if (infinite) use(d3!.subtract(d1 as F32x4), finite);
    };
  const patchOfSix =
    (infinite: boolean): Map =>
    (elements, use) => {
      const [d0, d1, d2, d3, d4, d5] = elements as Six;
      const [a, b] = pointsOf[5];
      const [atA, atB] = halves as [(typeof halves)[number], (typeof halves)[number]];
      f.set(atA.even, plus(d4, -b * b, d2));
      f.set(atA.odd, times(plus(d3, -b * b, d1), a));
      both(use, atA, 1);
      f.set(atB.even, plus(d4, -a * a, d2));
      f.set(rest, plus(d3, -a * a, d1));
      use(plus(atB.even, -b * b, plus(d2, -a * a, d0)), 0);
      if (infinite) use(plus(plus(d5, -a * a, d3), -b * b, rest), finite);
      f.set(atB.odd, times(rest, b));
      both(use, atB, 3);
    };
  return { finite, scales, ones: scales.map(() => 1) as unknown as Scales, patch, evaluate, gather };
}

type Element = Local<F32x4>;
/** Of 0, and of each point and its negative. */
type Scales = readonly [ofZero: number, ...ofPoints: number[]];
type Six = readonly [Element, Element, Element, Element, Element, Element];
