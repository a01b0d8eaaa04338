// Reductions that are cut into parts, so that threads share one result: how many parts, and what they come to. The parts themselves are
// those of the loops that reduce (reductions.ts, region-sums.ts, region-sums-last.ts), which must cut alike, so that bits are the same.

import { ModuleBuilder } from "../assembler/index.js";
import type { Runtime } from "../runtime.js";
import { mostParts, split } from "../threads/split.js";
import { bytesOfFloat, type FloatType, loads, type Reducer } from "./reducers.js";
import type { Walk } from "./walk.js";

/** So few results, of so many elements in all, are cut, whatever lies between what is reduced. */
const mostSumsInParts = 8;
const leastOfParts = 65_536;
/** Of more results those over a batch, as of batch norm: so many parts at least, and elements that go into one number of a part. */
const leastParts = 4;
const leastOfPart = 64;

export function isInParts(sums: number, elements: number): boolean {
  return sums <= mostSumsInParts && elements >= leastOfParts;
}

/**
 * Into how many parts at the most the outermost reduced loop is cut, by the shape alone; 1 where it is not. Sums over a batch and within
 * its images, a channel each, are cut by images: so a thread has the images that it convolves and normalizes, while a thread that had
 * some channels would take half of each image out of the other's cache, and the other take it back (decision 0066).
 */
export function partsOfSums(shape: readonly number[], dims: readonly number[]): number {
  const loops = shape.map((_, dim) => dim).filter((dim) => shape[dim]! > 1);
  const elements = loops.reduce((product, dim) => product * shape[dim]!, 1);
  const sums = loops.reduce((product, dim) => (dims.includes(dim) ? product : product * shape[dim]!), 1);
  if (isInParts(sums, elements)) return mostParts;
  const [batch, last] = [loops[0], loops.at(-1)];
  const isOverBatch =
    batch !== undefined && dims.includes(batch) && dims.includes(last!) && shape[batch]! >= leastParts;
  if (!isOverBatch || elements < leastOfParts) return 1;
  const parts = Math.min(mostParts, Math.floor(elements / (sums * leastOfPart)));
  return parts < leastParts ? 1 : parts;
}

/** The ranges of the outermost reduced loop. */
export function cutsOf({ sizes }: Walk, parts: number): (readonly [begin: number, end: number])[] {
  return split(sizes[0]!, parts, sizes.length === 1 ? 64 : 1);
}

/** `run(parts, output, count, other parts, bytes from a part to the next)` */
function emitTotals({ part, together }: Reducer, dtype: FloatType): ModuleBuilder {
  const module = new ModuleBuilder();
  const parameters = { from: "i32", output: "i32", count: "i32", others: "i32", pitch: "i32" } as const;
  module.define("run", parameters, (f, { from, output, count, others, pitch }) => {
    const at = f.local("i32", "at");
    const total = f.local("f64x2", "total");
    const load = loads[part].one;
    f.repeat(count, () => {
      f.set(at, from);
      f.set(total, load(at));
      f.repeat(others, () => {
        f.increase(at, pitch);
        f.set(total, together(total, load(at)));
      });
      f.store(output, dtype === "float32" ? total.lane(0).toF32() : total.lane(0));
      f.increase(from, bytesOfFloat[part]);
      f.increase(output, bytesOfFloat[dtype]);
    });
  });
  return module;
}

/** What each part of a reduction came to, `count` results a part, one part behind the other, and where all of it goes. */
export interface PartialResults {
  readonly address: number;
  readonly count: number;
  readonly parts: number;
  readonly output: number;
  /** The output's. Default: the reducer's. */
  readonly dtype?: FloatType;
}

/** Puts together what each part came to, in the parts' order. */
export function totalOf(runtime: Runtime, reducer: Reducer, partial: PartialResults): void {
  const { address, count, parts, output, dtype = reducer.element } = partial;
  const kernel = runtime.kernel(`total ${reducer.name} ${dtype}`, () => emitTotals(reducer, dtype));
  runtime.call(kernel, "run", address, output, count, parts - 1, bytesOfFloat[reducer.part] * count);
}
