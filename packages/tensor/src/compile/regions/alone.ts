// Why a node that goes element by element, or adds up such, is in no region: told by what is beside it.

import { formatShape, sameShape } from "../../tensor/shape.js";
import type { Graph } from "../graph.js";
import type { IsFree } from "../step.js";
import { type RegionDevice, spaceOf } from "./region.js";
import { couldBeOfRows } from "./rows.js";

/** Of a node that could be in one. */
export function whyAlone(graph: Graph, at: number, isFree: IsFree, device: RegionDevice): string {
  const node = graph.nodes[at]!;
  const space = spaceOf(node, device)!;
  const users = [
    ...node.writes.flatMap((value) => graph.values[value]!.readers),
    ...node.reads.flatMap((value) => graph.values[value]!.writers),
  ];
  const beside = [...new Set(users)].filter((other) => other !== at && graph.needed.has(other));
  const named = (others: readonly number[]) =>
    [...new Set(others.map((other) => graph.nodes[other]!.op.name))].sort().join(", ");
  const alike = beside.filter((other) => spaceOf(graph.nodes[other]!, device) !== null);
  if (beside.length === 0) return "nothing in the call comes before it or behind it";
  if (alike.length === 0) return `what is beside it (${named(beside)}) does not go element by element`;
  const ofSpace = alike.filter((other) => sameShape(spaceOf(graph.nodes[other]!, device)!, space));
  const [other] = alike;
  if (ofSpace.length === 0) {
    const theirs = spaceOf(graph.nodes[other!]!, device)!;
    const verb = alike.length === 1 ? "goes" : "go";
    const rows = couldBeOfRows(theirs, space) ? ", not in rows that are gone over again when their sums are known" : "";
    return `${named(alike)} beside it ${verb} over ${formatShape(theirs)}, and this over ${formatShape(space)}${rows}`;
  }
  if (!ofSpace.some(isFree))
    return `${named(ofSpace)} beside it ${ofSpace.length === 1 ? "is" : "are"} in other fusions`;
  return `with ${named(ofSpace.filter(isFree))} others would come between, or it would be read in another layout`;
}
