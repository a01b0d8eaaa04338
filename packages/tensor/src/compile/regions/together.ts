// Regions that do the same to other tensors, as an optimizer's step does for each parameter, to be one job.

import type { Graph } from "../graph.js";
import type { IsFree } from "../step.js";
import { growRegion } from "./grow.js";
import { canRunAtLast } from "./order.js";
import type { Region, RegionDevice, Source } from "./region.js";

/** Whether all that a region stores was there before it: then nobody waits for it. */
function isUpdate({ values }: Graph, { sums, writes }: Region): boolean {
  return sums.length === 0 && writes.every((value) => !values[value]!.made);
}

/**
 * A region of updates, and those behind it that do the same, by their kernels, up to where somebody looks at what one of them has
 * written.
 */
export function regionsTogether(
  graph: Graph,
  first: Region,
  isFree: IsFree,
  device: RegionDevice,
): readonly [Region, ...Region[]] {
  const regions: [Region, ...Region[]] = [first];
  if (!isUpdate(graph, first)) return regions;
  const nodes = new Set(first.nodes);
  const [seen, written] = [new Set([...first.reads, ...first.writes]), new Set(first.writes)];
  const { kernel } = graph.nodes[first.links[0]!.node]!;
  for (let at = first.nodes[0]! + 1; at < graph.nodes.length; at += 1) {
    const node = graph.nodes[at]!;
    if (nodes.has(at) || !graph.needed.has(at)) continue;
    // Such as the next step of the same parameters.
    if (node.reads.some((value) => written.has(value)) || node.writes.some((value) => seen.has(value))) break;
    if (node.kernel !== kernel || !isFree(at)) continue;
    const next = growRegion(graph, at, (other) => isFree(other) && !nodes.has(other), device);
    if (next === null || !isUpdate(graph, next) || !doTheSame(graph, first, next)) continue;
    const all = [...nodes, ...next.nodes].sort((a, b) => a - b);
    if (!canRunAtLast(graph, all)) continue;
    regions.push(next);
    for (const own of next.nodes) nodes.add(own);
    for (const value of [...next.reads, ...next.writes]) seen.add(value);
    for (const value of next.writes) written.add(value);
  }
  return regions;
}

/** Whether two regions do the same, each node by the same kernel; attributes may differ. */
function doTheSame({ nodes }: Graph, a: Region, b: Region): boolean {
  const isSame = (one: Source, other: Source) => one.from === other.from && one.at === other.at;
  return (
    a.numbers.length === b.numbers.length &&
    a.links.length === b.links.length &&
    a.streams.length === b.streams.length &&
    a.links.every(({ node, sources }, at) => {
      const other = b.links[at]!;
      return (
        nodes[node]!.kernel === nodes[other.node]!.kernel && sources.every((one, i) => isSame(one, other.sources[i]!))
      );
    }) &&
    a.streams.every(({ view, isRead, stores }, at) => {
      const other = b.streams[at]!;
      return view.dtype === other.view.dtype && isRead === other.isRead && stores === other.stores;
    })
  );
}
