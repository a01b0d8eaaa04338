// Graphs, given as edges, (2, E) of int32, of which edges or nodes are dropped.

import type { DropoutFacts } from "@bernoulli/nn";
import { ArgumentError, cat, checkOptions, ones, rand, ShapeError, type Tensor } from "@bernoulli/tensor";
import { checkRate, checkTraining, type DropOptions, drawsOf, factsAs, keptMask, unscaled } from "../drawing.js";

/** What is declared of {@link dropEdge}. */
export const dropEdgeFacts: DropoutFacts = /* @__PURE__ */ factsAs("edge", { ...unscaled, dropped: "absent" });

/**
 * Drops edges with probability p. Returns the edges that are left and, for each edge given, whether it is; where `forceUndirected`, those
 * left of the edges from a lower to a higher or the same node, there and back, and which they were. In a compiled step a plan ends here.
 * Shape: (2, E) → (2, E'), (E) or (E').
 * See https://pytorch-geometric.readthedocs.io/en/latest/modules/utils.html; Rong et al., ICLR 2020.
 *
 * @throws ArgumentError if p is outside [0, 1]; ShapeError if the edges are not (2, E).
 * @example
 * ```ts
 * import { manualSeed, tensor } from "@bernoulli/tensor";
 * import { dropEdge } from "@bernoulli/dropout";
 * const edges = tensor([[0, 1, 1, 2], [1, 0, 2, 1]], { dtype: "int32" });
 * manualSeed(0);
 * dropEdge(edges, { p: 0.5, training: true })[1].toArray(); // → [false, true, false, false]
 * ```
 */
export function dropEdge(
  edges: Tensor,
  options: DropOptions & { readonly p?: number; readonly forceUndirected?: boolean },
): [edges: Tensor, kept: Tensor] {
  checkOptions("dropEdge", options, {
    p: "number",
    forceUndirected: "boolean",
    training: "boolean",
    generator: "Generator",
  });
  const { p = 0.5, forceUndirected = false, training, generator } = options;
  checkRate("dropEdge", p);
  checkTraining("dropEdge", training);
  checkEdges("dropEdge", edges);
  const count = edges.size(1);
  if (!training || p === 0) return [edges, ones(count, { dtype: "bool", device: edges.device })];
  const { device } = edges;
  const isKept = keptMask({ op: "dropEdge", shape: [count], p, device }, () =>
    rand(count, { ...drawsOf(generator), device }).ge(p),
  );
  if (!forceUndirected) return [edges.indexSelect(1, isKept.nonzero().flatten()), isKept];
  const [from, to] = edges.unbind(0) as [Tensor, Tensor];
  const kept = isKept.logicalAnd(from.le(to)).nonzero().flatten();
  const one = edges.indexSelect(1, kept);
  return [cat([one, one.flip(0)], 1), cat([kept, kept])];
}

/** What is declared of {@link dropNode}. */
export const dropNodeFacts: DropoutFacts = /* @__PURE__ */ factsAs("node", { ...unscaled, dropped: "absent" });

/**
 * Drops nodes with probability p, and the edges that touch them. Returns the edges that are left, whether each edge given is, and whether
 * each node is. In a compiled step a plan ends here. Shape: (2, E) → (2, E'), (E), (nodes).
 * See https://pytorch-geometric.readthedocs.io/en/latest/modules/utils.html; Feng et al., NeurIPS 2020.
 *
 * @throws ArgumentError if p is outside [0, 1]; ShapeError if the edges are not (2, E).
 * @example
 * ```ts
 * import { manualSeed, tensor } from "@bernoulli/tensor";
 * import { dropNode } from "@bernoulli/dropout";
 * const edges = tensor([[0, 1, 1, 2], [1, 0, 2, 1]], { dtype: "int32" });
 * manualSeed(1);
 * dropNode(edges, { p: 0.5, numNodes: 3, training: true })[2].toArray(); // → [true, false, false]
 * ```
 */
export function dropNode(
  edges: Tensor,
  options: DropOptions & { readonly p?: number; readonly numNodes?: number },
): [edges: Tensor, keptEdges: Tensor, keptNodes: Tensor] {
  checkOptions("dropNode", options, { p: "number", numNodes: "number", training: "boolean", generator: "Generator" });
  const { p = 0.5, training, generator } = options;
  checkRate("dropNode", p);
  checkTraining("dropNode", training);
  checkEdges("dropNode", edges);
  const nodes = options.numNodes ?? (edges.numel() === 0 ? 0 : edges.max().item() + 1);
  if (!Number.isSafeInteger(nodes) || nodes < 0)
    throw new ArgumentError(`dropNode: numNodes must be a whole number of 0 or more, but got ${String(nodes)}`);
  const all = (size: number) => ones(size, { dtype: "bool", device: edges.device });
  if (!training || p === 0) return [edges, all(edges.size(1)), all(nodes)];
  const { device } = edges;
  const isKept = keptMask({ op: "dropNode", shape: [nodes], p, device }, () =>
    rand(nodes, { ...drawsOf(generator), device }).gt(p),
  );
  const [from, to] = edges.unbind(0) as [Tensor, Tensor];
  const edgeKept = isKept.indexSelect(0, from).logicalAnd(isKept.indexSelect(0, to));
  return [edges.indexSelect(1, edgeKept.nonzero().flatten()), edgeKept, isKept];
}

function checkEdges(op: string, edges: Tensor): void {
  if (edges.ndim !== 2 || edges.size(0) !== 2)
    throw new ShapeError(`${op}: expected edges of shape (2, E), but got [${edges.shape.join(", ")}]`);
}
