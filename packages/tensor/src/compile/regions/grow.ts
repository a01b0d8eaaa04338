// Finds the region around a node: forward to those that read what it writes, back to those that made what it reads, and aside to those
// that read the same; as long as all are one space, and the device can hold what they need at once.

import * as kernels from "../../kernels/kernels.js";
import { type Shape, sameShape } from "../../tensor/shape.js";
import type { Graph } from "../graph.js";
import type { IsFree } from "../step.js";
import { GrowingRegion } from "./growing.js";
import { firstBehind } from "./order.js";
import { fillOf, isEqualView, type Region, type RegionDevice, spaceOf } from "./region.js";
import { couldBeOfRows } from "./rows.js";

/** Of a weight that two thousand nodes read only those near at hand are looked at. */
const mostBeside = 8;

/** The largest region that this way of growing finds around a node; null where the node can be in none. */
export function growRegion(graph: Graph, seed: number, isFree: IsFree, device: RegionDevice): Region | null {
  const shape = isFree(seed) ? spaceOf(graph.nodes[seed]!, device) : null;
  const region = shape === null ? null : GrowingRegion.of(graph, seed, device);
  if (region === null) return null;
  const around = new Around(graph, seed, shape!, isFree, device);
  // A node may fit only when others have joined, so all that are beside are asked again until none does.
  for (let grown = true; grown; ) {
    grown = false;
    if (region.isFull && region.hasAllSums) break;
    for (const next of around.nearest(region.nodes[0]!)) {
      if (region.isFull && device.pointwise(graph.nodes[next]!) !== null) continue;
      if (!region.take(next)) continue;
      around.joined(next);
      grown = true;
      break;
    }
  }
  return region.region(isFree);
}

/** Free nodes of the same space, or of its rows, that have to do with what a region's nodes read and write. */
class Around {
  readonly #graph: Graph;
  readonly #shape: Shape;
  readonly #isFree: IsFree;
  readonly #device: RegionDevice;
  readonly #found = new Set<number>();
  /** Those that have joined, or never will. */
  readonly #known = new Set<number>();

  constructor(graph: Graph, seed: number, shape: Shape, isFree: IsFree, device: RegionDevice) {
    this.#graph = graph;
    this.#shape = shape;
    this.#isFree = isFree;
    this.#device = device;
    this.joined(seed);
  }

  /** The nearest first; of two as near, the earlier. */
  nearest(to: number): readonly number[] {
    return [...this.#found].sort((a, b) => Math.abs(a - to) - Math.abs(b - to) || a - b);
  }

  joined(at: number): void {
    this.#known.add(at);
    this.#found.delete(at);
    const { values, nodes } = this.#graph;
    const { inputs, writes, reads } = nodes[at]!;
    const consider = (other: number) => this.#consider(other);
    for (const value of writes) {
      const { readers, writers } = values[value]!;
      for (const users of [readers, writers]) near(users, at).forEach(consider);
    }
    for (const value of reads) near(values[value]!.writers, at).forEach(consider);
    // Who reads the same elements spares a pass over them.
    for (const view of inputs) {
      if (view === null || view.strides.some((stride, dim) => stride === 0 && view.shape[dim]! > 1)) continue;
      for (const reader of near(values[view.value]!.readers, at))
        if (nodes[reader]!.inputs.some((other) => other !== null && isEqualView(other, view))) consider(reader);
    }
  }

  #consider(at: number): void {
    if (this.#known.has(at)) return;
    this.#known.add(at);
    const node = this.#graph.nodes[at]!;
    const space = this.#isFree(at) ? spaceOf(node, this.#device) : null;
    if (space === null || !(sameShape(space, this.#shape) || couldBeOfRows(space, this.#shape))) return;
    // A tensor that is filled with one number is a number to those who read it.
    if (node.op.kernel === kernels.fill && fillOf(this.#graph, node.outputs[0]!, this.#device) === at) return;
    this.#found.add(at);
  }
}

function near(users: readonly number[], at: number): readonly number[] {
  const middle = firstBehind(users, at);
  return users.slice(Math.max(0, middle - mostBeside), middle + mostBeside);
}
