// A region while it grows, node by node; and the one that given nodes are together. What nodes do to values is reader.ts's to follow.

import type { Graph } from "../graph.js";
import { canRunAtLast } from "./order.js";
import { mostTurns, Reader } from "./reader.js";
import { type Region, type RegionDevice, spaceOf, type ViewAt } from "./region.js";

/** A region that grows node by node; what its nodes hold is read on, not anew. */
export class GrowingRegion {
  readonly #graph: Graph;
  readonly #device: RegionDevice;
  #reader: Reader;
  #nodes: readonly number[];

  private constructor(graph: Graph, device: RegionDevice, seed: number, reader: Reader) {
    this.#graph = graph;
    this.#device = device;
    this.#reader = reader;
    this.#nodes = [seed];
  }

  /** Of one node; null where it can be in none. */
  static of(graph: Graph, seed: number, device: RegionDevice): GrowingRegion | null {
    const reader = new Reader(graph, device, new Set([seed]), spaceOf(graph.nodes[seed]!, device));
    return reader.take(seed) && reader.fits() ? new GrowingRegion(graph, device, seed, reader) : null;
  }

  /** In their order. */
  get nodes(): readonly number[] {
    return this.#nodes;
  }

  /** Whether it has as many links as the device takes: only sums may join. */
  get isFull(): boolean {
    return this.#reader.links >= this.#device.mostLinks;
  }

  get hasAllSums(): boolean {
    return this.#reader.sums >= this.#device.mostSums * mostTurns;
  }

  /** Takes in a node; false, and nothing, where the two are no region. */
  take(next: number): boolean {
    const nodes = [...this.#nodes, next].sort((a, b) => a - b);
    if (!canRunAtLast(this.#graph, nodes)) return false;
    const isBehind = nodes.at(-1) === next;
    // One that comes before changes what those behind it read.
    const reader = isBehind ? this.#reader.with(next) : this.#reader.anew(nodes);
    if (!(isBehind ? [next] : nodes).every((at) => reader.take(at)) || !reader.fits()) return false;
    [this.#reader, this.#nodes] = [reader, nodes];
    return true;
  }

  region(isFree: (node: number) => boolean): Region {
    return this.#reader.region(this.#nodes, isFree)!;
  }
}

/** The region that nodes are together, of which the first gives `given` by other means, as a product does: it is result 0, and no link. */
export function regionBehind(
  graph: Graph,
  given: ViewAt,
  nodes: readonly number[],
  isFree: (node: number) => boolean,
  device: RegionDevice,
): Region | null {
  const reader = new Reader(graph, device, new Set(nodes), given.view.shape);
  const isTaken = (at: number) => (at === given.node ? reader.give(given) : reader.take(at));
  return nodes.every(isTaken) && canRunAtLast(graph, nodes) ? reader.region(nodes, isFree) : null;
}
