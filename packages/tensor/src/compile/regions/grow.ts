// Finds the region around a node: forward to those that read what it writes, back to those that made what it reads, and aside to those
// that read the same; as long as all are one space, and the device can hold what they need at once.

import * as kernels from "../../kernels/kernels.js";
import { type Shape, sameShape } from "../../tensor/shape.js";
import type { Graph } from "../graph.js";
import type { IsFree } from "../step.js";
import { firstBehind } from "./order.js";
import { fillOf, isEqualView, type Region, type RegionDevice, regionOf, spaceOf } from "./region.js";

/** Of a weight that two thousand nodes read only those near at hand are looked at. */
const mostBeside = 8;

/** The largest region that this way of growing finds around a node; null where the node can be in none. */
export function growRegion(graph: Graph, seed: number, isFree: IsFree, device: RegionDevice): Region | null {
  const shape = isFree(seed) ? spaceOf(graph.nodes[seed]!, device) : null;
  let region = shape === null ? null : regionOf(graph, [seed], isFree, device);
  if (region === null) return null;
  let own: readonly number[] = [seed];
  // A node may fit only when others have joined, so all that are beside are asked again until none does.
  for (let grown = true; grown; ) {
    grown = false;
    // As many links as the device takes: only sums may join, and no node is asked in vain.
    const isFull = region.links.length >= device.mostLinks;
    if (isFull && region.sums.length >= device.mostSums) break;
    const mayJoin = (at: number) => isFree(at) && !(isFull && device.pointwise(graph.nodes[at]!) !== null);
    for (const next of neighbours(graph, own, shape!, mayJoin, device)) {
      const nodes = [...own, next].sort((a, b) => a - b);
      const larger = regionOf(graph, nodes, isFree, device);
      if (larger === null) continue;
      [region, own, grown] = [larger, nodes, true];
      break;
    }
  }
  return region;
}

/** Free nodes of the same space that have to do with what a region's nodes read and write, the nearest first. */
function neighbours(
  graph: Graph,
  own: readonly number[],
  shape: Shape,
  isFree: IsFree,
  device: RegionDevice,
): readonly number[] {
  const present = new Set(own);
  const found = new Set<number>();
  const consider = (at: number) => {
    if (present.has(at) || found.has(at) || !isFree(at)) return;
    const node = graph.nodes[at]!;
    const space = spaceOf(node, device);
    if (space === null || !sameShape(space, shape)) return;
    // A tensor that is filled with one number is a number to those who read it.
    if (node.op.kernel === kernels.fill && fillOf(graph, node.outputs[0]!, device) === at) return;
    found.add(at);
  };
  for (const at of own) {
    const { inputs, writes, reads } = graph.nodes[at]!;
    for (const value of writes) {
      const { readers, writers } = graph.values[value]!;
      for (const users of [readers, writers]) near(users, at).forEach(consider);
    }
    for (const value of reads) near(graph.values[value]!.writers, at).forEach(consider);
    // Who reads the same elements spares a pass over them.
    for (const view of inputs) {
      if (view === null || view.strides.some((stride, dim) => stride === 0 && view.shape[dim]! > 1)) continue;
      for (const reader of near(graph.values[view.value]!.readers, at))
        if (graph.nodes[reader]!.inputs.some((other) => other !== null && isEqualView(other, view))) consider(reader);
    }
  }
  const middle = own[0]!;
  return [...found].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
}

function near(users: readonly number[], at: number): readonly number[] {
  const middle = firstBehind(users, at);
  return users.slice(Math.max(0, middle - mostBeside), middle + mostBeside);
}
