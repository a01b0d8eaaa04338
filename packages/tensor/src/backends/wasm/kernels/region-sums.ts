// A region that ends in sums: one pass that computes, stores and adds up. The terms of each sum are added in the very order of
// reductions.ts, so that bits are those of the ops one by one. Here is which loops do so, and how threads
// share them; region-sums-emitter.ts has the loops.

import { contiguousStrides } from "../../../tensor/shape.js";
import type { Runtime } from "../runtime.js";
import { sums as addingUp } from "./reducers.js";
import { cutsOf, partsOfSums, totalOf } from "./reduction-parts.js";
import { keyOf, type RegionOperation } from "./region.js";
import { type Direction, elementsOfTurn, emitRegionSums } from "./region-sums-emitter.js";
import { mergeDimensions, motionOf, stepsOf, type Walk, type Walked } from "./walk.js";

interface SumLoops {
  readonly kept: Walk;
  readonly reduced: Walk;
  readonly direction: Direction;
  /** Parts of the outermost reduced loop, at the most, that are added up by themselves. */
  readonly parts: number;
}

/** So many elements are shared between threads; then there should be enough to share. */
export const manyElements = 32_768;
export const leastShares = 4;

/**
 * How to go over a space, with so many streams by their strides; null where sums would be added in another order than by themselves,
 * or, where `wantsShares`, where one thread would do what several did.
 */
export function sumLoops(
  shape: readonly number[],
  dims: readonly number[],
  strides: readonly (readonly number[])[],
  wantsShares = true,
): SumLoops | null {
  const walk = (isChosen: (dim: number) => boolean, of: readonly (readonly number[])[]) => {
    const chosen = shape.map((_, dim) => dim).filter(isChosen);
    return mergeDimensions(
      chosen.map((dim) => shape[dim]!),
      of.map((own) => chosen.map((dim) => own[dim]!)),
    );
  };
  const isReduced = (dim: number) => dims.includes(dim);
  const isKept = (dim: number) => !isReduced(dim);
  const [kept, reduced] = [walk(isKept, strides), oneAtLeast(walk(isReduced, strides))];
  const rows = [contiguousStrides(shape)];
  const [plainKept, plainReduced] = [walk(isKept, rows), oneAtLeast(walk(isReduced, rows))];
  const direction = plainKept.strides[0]!.at(-1) === 1 ? "across" : "along";
  const count = shape.reduce((product, size) => product * size, 1);
  const parts = direction === "along" ? partsOfSums(shape, dims) : 1;
  if (direction === "along") {
    if (parts > 1 && reduced.sizes[0] !== plainReduced.sizes[0]) return null;
    const inner = reduced.sizes.at(-1)!;
    if (inner !== plainReduced.sizes.at(-1)! && inner % elementsOfTurn !== 0) return null;
  }
  if (parts > 1) return { kept, reduced, direction, parts };
  const shares = Math.ceil((kept.sizes[0] ?? 1) / unitOf(kept, direction));
  return wantsShares && count >= manyElements && shares < leastShares ? null : { kept, reduced, direction, parts };
}

/** The outermost loop is cut at multiples of it. */
function unitOf({ sizes }: Walk, direction: Direction): number {
  return direction === "across" && sizes.length === 1 ? elementsOfTurn : 1;
}

function oneAtLeast(walk: Walk): Walk {
  return walk.sizes.length > 0 ? walk : { sizes: [1], strides: walk.strides.map(() => [1]) };
}

/** A region's iteration space, and the dimensions of it that are summed. */
export interface SummedShape {
  readonly shape: readonly number[];
  readonly dims: readonly number[];
}

/** `outputs`: the addresses of the sums, float32, one behind the other. */
export function runRegionSums(
  runtime: Runtime,
  operation: RegionOperation,
  { shape, dims }: SummedShape,
  { walked, outputs }: { readonly walked: readonly Walked[]; readonly outputs: readonly number[] },
  scalars: readonly number[],
): void {
  const strides = walked.map((stream) => stream.strides);
  const { kept, reduced, direction, parts } = sumLoops(shape, dims, strides, false)!;
  const inner = direction === "across" ? kept : reduced;
  const motions = inner.strides.map((own) => motionOf(own.at(-1)!));
  const ranks = [kept.sizes.length, reduced.sizes.length] as const;
  const how = parts > 1 ? "parts" : direction;
  const kernel = runtime.kernel(keyOf(operation, motions, `${how} ${ranks.join(" ")} `), () =>
    emitRegionSums(operation, ...ranks, direction, motions, parts > 1 ? "float64" : "float32"),
  );
  const count = shape.reduce((product, size) => product * size, 1);
  const sums = kept.sizes.reduce((product, size) => product * size, 1);
  const nanoseconds = count * operation.nanoseconds;
  /** From a turn of one of the outermost loops on. */
  const run = (
    from: (stream: number) => number,
    keptSizes: readonly number[],
    reducedSizes: readonly number[],
    to: readonly number[],
  ) => {
    const steps = walked.flatMap(({ bytes }, i) =>
      direction === "across"
        ? [...stepsOf(keptSizes, kept.strides[i]!, bytes), ...stepsOf(reducedSizes, reduced.strides[i]!, bytes)]
        : stepsOf([...keptSizes, ...reducedSizes], [...kept.strides[i]!, ...reduced.strides[i]!], bytes),
    );
    const addresses = walked.map(({ address, bytes }, i) => address + from(i) * bytes);
    runtime.withScratch(4 * elementsOfTurn * outputs.length, (terms) =>
      runtime.call(kernel, "run", ...addresses, ...to, terms, ...keptSizes, ...reducedSizes, ...steps, ...scalars),
    );
  };
  if (parts > 1) {
    const cuts = cutsOf(reduced, parts);
    runtime.withScratch(8 * sums * cuts.length * outputs.length, (scratch) => {
      const partial = outputs.map((_, output) => scratch + 8 * sums * cuts.length * output);
      runtime.parallel(nanoseconds, () => {
        for (const [part, [begin, end]] of cuts.entries())
          runtime.task(() =>
            run(
              (stream) => begin * reduced.strides[stream]![0]!,
              kept.sizes,
              [end - begin, ...reduced.sizes.slice(1)],
              partial.map((address) => address + 8 * sums * part),
            ),
          );
      });
      for (const [output, address] of outputs.entries())
        totalOf(runtime, addingUp.float32, {
          address: partial[output]!,
          count: sums,
          parts: cuts.length,
          output: address,
        });
    });
    return;
  }
  const outer = kept.sizes[0] ?? 1;
  runtime.spread(
    outer,
    nanoseconds,
    (begin, end) =>
      run(
        (stream) => begin * (kept.strides[stream]![0] ?? 0),
        kept.sizes.map((size, loop) => (loop === 0 ? end - begin : size)),
        reduced.sizes,
        outputs.map((address) => address + 4 * begin * (sums / outer)),
      ),
    unitOf(kept, direction),
  );
}
