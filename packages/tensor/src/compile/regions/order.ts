// Whether nodes can be done in the place of the last of them, the others in theirs. verify.ts holds whole schedules to the same; here
// it is asked of nodes that may yet become a region, so it takes time as they are.

import type { Graph } from "../graph.js";

/**
 * Whether nobody but the nodes themselves writes what one of them reads, or has to do with what one of them writes, behind that node
 * and before the last: so nothing that depends on one of them, by whatever way, leads to another. Nodes are in their order.
 */
export function canRunAtLast({ nodes, values }: Graph, region: readonly number[]): boolean {
  const own = new Set(region);
  const last = region.at(-1)!;
  const isQuiet = (after: number, others: readonly number[]): boolean => {
    for (let at = firstBehind(others, after); at < others.length && others[at]! < last; at += 1)
      if (!own.has(others[at]!)) return false;
    return true;
  };
  return region.every((at) => {
    const { reads, writes } = nodes[at]!;
    return (
      reads.every((value) => isQuiet(at, values[value]!.writers)) &&
      writes.every((value) => isQuiet(at, values[value]!.writers) && isQuiet(at, values[value]!.readers))
    );
  });
}

/** Where the first of ascending numbers is that is larger than `than`. */
export function firstBehind(numbers: readonly number[], than: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= than) low = middle + 1;
    else high = middle;
  }
  return low;
}
