// Finds the region behind a product: nodes that read what it gives, and those that read what these give, to be done where the product
// is stored. What they read beside it others have made: nothing is taken in for its own sake.

import { contiguousStrides, numberOfElements, type Shape } from "../../tensor/shape.js";
import { type Graph, type GraphNode, isWhole } from "../graph.js";
import type { IsFree } from "../step.js";
import { regionBehind } from "./growing.js";
import type { Region, RegionDevice, ViewAt } from "./region.js";

/** Such regions that `fits`, each of a node more than the one before, in their order; none where there are none. */
export function growBehind(
  graph: Graph,
  product: ViewAt,
  isFree: IsFree,
  device: RegionDevice,
  fits: (region: Region) => boolean,
): readonly Region[] {
  if (!isWhole(graph, product.view)) return [];
  const regions: Region[] = [];
  let own: readonly number[] = [product.node];
  for (let grown = true; grown; ) {
    grown = false;
    for (const next of readersOf(graph, own)) {
      if (!isFree(next) || device.pointwise(graph.nodes[next]!) === null || endsInSums(graph, next, device)) continue;
      const shape: Shape = regions[0]?.shape ?? graph.nodes[next]!.outputs[0]!.shape;
      if (numberOfElements(shape) !== numberOfElements(product.view.shape)) continue;
      // As those see it that go on from it, who may have given it another shape.
      const given = { ...product, view: { ...product.view, shape, strides: contiguousStrides(shape) } };
      const nodes = [...own, next].sort((a, b) => a - b);
      const larger = regionBehind(graph, given, nodes, isFree, device);
      if (larger === null || !fits(larger)) continue;
      regions.push(larger);
      [own, grown] = [nodes, true];
      break;
    }
  }
  return regions;
}

function readersOf({ nodes, values }: Graph, own: readonly number[]): readonly number[] {
  const readers = new Set(own.flatMap((at) => nodes[at]!.writes.flatMap((value) => values[value]!.readers)));
  return [...readers].filter((reader) => reader > own[0]! && !own.includes(reader)).sort((a, b) => a - b);
}

/** Whether only sums read what a node gives: in a region with them it need not be stored. */
function endsInSums({ nodes, values }: Graph, at: number, device: RegionDevice): boolean {
  const isSum = (node: GraphNode) => device.reduction(node)?.kind === "sum";
  return nodes[at]!.writes.every((value) => {
    const { made, live, readers } = values[value]!;
    return made && !live && readers.length > 0 && readers.every((reader) => isSum(nodes[reader]!));
  });
}
