// Looks for images with a number out of proportion to their others: Winograd's algorithm would spread its rounding over all of a
// tile, to outputs that do not see it. Images here are what it transforms, pictures as well as gradients.
//
// The bound. With ε = 2⁻²⁴, an output of a tile errs by at most 16 ε Σ |w| max |x|: the sum is over the kernel and its channels, the
// maximum over the patch of the tile, whether the output sees it or not; in the weight's gradient the sum is over tiles, of gradients
// and images. (A plain sum errs by as much of the sum of |w x| that the output itself sees.) So where a patch holds a number far
// larger than its others the two differ. An image that has one more than 2¹⁰ times as large as most is computed by plain sums; in the
// rest, what an output does not see costs it at most 16 · 2¹⁰ ε Σ |w| s, with s as large as most of the image's numbers. Of weights nothing
// is asked: a large one is in the sum of every output of its channel, but for those at a border.
//
// Most: at 64 places of an image the largest of eight numbers from all over it is taken, those that are zero are left out, and s is the power of
// two at the mean of their exponents. So neither a few outliers move it, nor zeros, nor channels that are all but dead; and whole
// numbers add up to the same in any order.
// In training a small net on noisy pictures until its loss was 5e-6 no number of an image or gradient came above 80 times the mean
// (2026-11-28).

import {
  type F32x4,
  type FunctionBuilder,
  I32,
  I32x4,
  type Local,
  loadF32x4,
  loadI32,
  ModuleBuilder,
} from "../assembler/index.js";
import type { Runtime } from "../runtime.js";

/** As a power of two: how many times as large as most a number may be. */
const mostAbove = 10;
/** The sample of an image: so many vectors, of each lane of which the largest of so many numbers is taken. */
const [mostGroups, mostOfGroup] = [16, 8] as const;
/** Of an image: its vectors come from memory one by one. */
const nanosecondsOfSample = 2000;
const vectorsAtOnce = 4;
const vectorBytes = 16;
const [exponentAt, magnitudeBits, largestExponent] = [23, 0x7fffffff, 254] as const;

export interface Images {
  readonly address: number;
  readonly batch: number;
  /** Of one image; they lie behind each other. */
  readonly floats: number;
}

/** Sets the number at `flag` to 1 if Winograd's algorithm is not for one of the images. */
export function flagOutliers(runtime: Runtime, images: Images, flag: number): void {
  const { address, batch, floats } = images;
  withLimits(runtime, images, (limits) =>
    runtime.spread(batch, 0.2 * batch * floats, (begin, end) =>
      runtime.call(
        kernelOf(runtime),
        "run",
        address + 4 * begin * floats,
        end - begin,
        floats,
        limits + 4 * begin,
        flag,
      ),
    ),
  );
}

/** Lends a table of the largest numbers that the images may hold, as {@link emitWatch} wants them. */
export function withLimits(runtime: Runtime, { address, batch, floats }: Images, use: (limits: number) => void): void {
  const vectors = Math.max(1, Math.floor(floats / 4));
  const ofGroup = Math.min(mostOfGroup, vectors);
  const groups = Math.min(mostGroups, Math.floor(vectors / ofGroup));
  const apart = Math.floor(vectors / (groups * ofGroup));
  // An odd number of vectors apart, so that the sample is of all channels.
  const step = vectorBytes * (apart % 2 === 0 ? apart - 1 : apart);
  runtime.withScratch(4 * batch, (limits) => {
    runtime.spread(batch, batch * nanosecondsOfSample, (begin, end) =>
      runtime.call(
        ...([kernelOf(runtime), "limits", address + 4 * begin * floats, end - begin, floats] as const),
        ...[groups, ofGroup, step, limits + 4 * begin],
      ),
    );
    use(limits);
  });
}

/** Takes note of the magnitudes of a vector, of the first `lanes` of its floats. */
export function emitWatch(f: FunctionBuilder, largest: Local<I32x4>, floats: F32x4, lanes: number): void {
  const [a, b, c, d] = [0, 1, 2, 3].map((lane) => (lane < lanes ? magnitudeBits : 0)) as [
    number,
    number,
    number,
    number,
  ];
  const mask = lanes === 4 ? f.constant("i32x4", magnitudeBits) : I32x4.constant(a, b, c, d);
  f.set(largest, largest.max(floats.asI32x4().and(mask)));
}

/** Sets the flag if a magnitude of those that were watched is above a limit. */
export function emitJudgement(f: FunctionBuilder, largest: readonly I32x4[], limit: I32, flag: I32): void {
  const all = largest.reduce((a, b) => a.max(b));
  f.if(all.greaterThan(I32x4.splat(limit)).anyTrue(), () => f.store(flag, I32.of(1)));
}

const kernelOf = (runtime: Runtime) => runtime.kernel("outliers", emitOutliers);

/** `limits(…)`: of each image; `run(…)`: looks at all numbers of images. */
function emitOutliers(): ModuleBuilder {
  const module = new ModuleBuilder();
  const images = { address: "i32", images: "i32", floats: "i32" } as const;
  module.define("limits", { ...images, groups: "i32", ofGroup: "i32", step: "i32", to: "i32" }, (f, p) => {
    const [at, limit] = [f.local("i32", "at"), f.local("i32", "limit")];
    f.repeat(p.images, () => {
      emitLimit(f, p, at, limit);
      f.store(p.to, limit);
      f.increase(p.to, 4);
      f.increase(p.address, p.floats.shiftLeft(2));
    });
  });
  module.define("run", { ...images, limits: "i32", flag: "i32" }, (f, p) => {
    const [at, vectors] = [f.local("i32", "at"), f.local("i32", "vectors")];
    const largest = f.locals("i32x4", "largest", vectorsAtOnce);
    const take = (into: Local<I32x4>, offset: number) => emitWatch(f, into, loadF32x4(at, offset), 4);
    f.repeat(p.images, () => {
      f.set(at, p.address);
      for (const one of largest) f.set(one, I32x4.of(0));
      f.set(vectors, p.floats.shiftRightUnsigned(2));
      f.repeat(vectors.divideUnsigned(vectorsAtOnce), () => {
        for (const [i, one] of largest.entries()) take(one, vectorBytes * i);
        f.increase(at, vectorBytes * vectorsAtOnce);
      });
      f.repeat(vectors.and(vectorsAtOnce - 1), () => {
        take(largest[0]!, 0);
        f.increase(at, vectorBytes);
      });
      // The last whole vector from behind: it may reach back.
      f.increase(p.address, p.floats.shiftLeft(2));
      f.set(at, p.address.subtract(vectorBytes));
      take(largest[0]!, 0);
      emitJudgement(f, largest as I32x4[], loadI32(p.limits), p.flag);
      f.increase(p.limits, 4);
    });
  });
  return module;
}

/** The bits of the largest number that an image may hold: they are in the order of the magnitudes. */
function emitLimit(
  f: FunctionBuilder,
  p: Readonly<Record<"address" | "groups" | "ofGroup" | "step", I32>>,
  at: Local<I32>,
  limit: Local<I32>,
): void {
  const [exponents, count, own] = [f.local("i32x4", "exponents"), f.local("i32x4", "count"), f.local("i32x4", "own")];
  const [first, total, among] = [f.local("i32", "first"), f.local("i32", "total"), f.local("i32", "among")];
  for (const sum of [exponents, count]) f.set(sum, I32x4.of(0));
  f.set(first, p.address);
  f.repeat(p.groups, () => {
    f.set(at, first);
    f.set(own, I32x4.of(0));
    f.repeat(p.ofGroup, () => {
      f.set(own, own.max(exponentsOf(loadF32x4(at))));
      f.increase(at, p.groups.multiply(p.step));
    });
    f.set(exponents, exponents.add(own));
    // A comparison gives −1.
    f.set(count, count.subtract(own.greaterThan(0)));
    f.increase(first, p.step);
  });
  const added = (vector: I32x4) => ([0, 1, 2, 3] as const).map((lane) => vector.lane(lane)).reduce((a, b) => a.add(b));
  f.set(total, added(exponents));
  f.set(among, added(count));
  f.if(
    among.isZero(),
    () => f.set(limit, I32.of(magnitudeBits)),
    () => {
      f.set(total, total.divideUnsigned(among).add(mostAbove));
      f.set(total, total.lessThan(largestExponent).select(total as I32, I32.of(largestExponent)));
      f.set(limit, total.shiftLeft(exponentAt));
    },
  );
}

/** As they are stored: 1 to 254, and 0 of zero and of what is next to nothing. */
function exponentsOf(floats: F32x4): I32x4 {
  return floats
    .asI32x4()
    .shiftLeft(1)
    .shiftRightUnsigned(exponentAt + 1);
}
