// Work that is cut into tasks: a loop of a nest in parts, and several works as one job.

import type { Runtime } from "../runtime.js";
import { split } from "../threads/split.js";

/** Something that can be cut into tasks. */
export interface Work {
  readonly nanoseconds: number;
  readonly tasks: (parts: number) => void;
}

/** Works that do not depend on each other, as one job. */
export function runTogether(runtime: Runtime, works: readonly Work[]): void {
  const total = works.reduce((sum, { nanoseconds }) => sum + nanoseconds, 0);
  runtime.parallel(total, (parts) => {
    for (const { nanoseconds, tasks } of works) tasks(Math.ceil((parts * nanoseconds) / total));
  });
}

export interface Part {
  readonly loop: number;
  readonly begin: number;
  /** The sizes of all loops, of which `loop` goes only so far. */
  readonly sizes: readonly number[];
}

/** Cuts the outermost loop that has enough turns. */
export function partsOf(sizes: readonly number[], count: number): readonly Part[] {
  if (count <= 1) return [{ loop: 0, begin: 0, sizes }];
  const enough = sizes.findIndex((size) => size >= count);
  const loop = enough >= 0 ? enough : sizes.indexOf(Math.max(...sizes));
  const unit = loop === sizes.length - 1 ? 64 : 1;
  return split(sizes[loop] as number, count, unit).map(([begin, end]) => ({
    loop,
    begin,
    sizes: sizes.map((size, i) => (i === loop ? end - begin : size)),
  }));
}
