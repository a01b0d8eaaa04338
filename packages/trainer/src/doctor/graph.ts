// Reads an autograd graph before it is walked: which leaves it reaches, and what the cross entropy takes for scores. Nothing of it is
// held.

import { isTensor, type Tensor } from "@bernoulli/tensor";

type Node = NonNullable<Tensor["gradNode"]>;

/** The computations behind a tensor, and the leaves they came from. */
export function graphOf(loss: Tensor): { readonly nodes: readonly Node[]; readonly leaves: ReadonlySet<Tensor> } {
  const nodes: Node[] = [];
  const leaves = new Set<Tensor>();
  const seen = new Set<unknown>();
  const visit = (target: Node | Tensor): void => {
    if (seen.has(target)) return;
    seen.add(target);
    if (isTensor(target)) leaves.add(target);
    else nodes.push(target);
  };
  visit(loss.gradNode ?? loss);
  for (const { edges } of nodes) for (const edge of edges) if (edge !== null) visit(edge.node);
  return { nodes, leaves };
}

/** Computations that only lay elements out otherwise. */
const layouts: ReadonlySet<string> = new Set([
  "view",
  "permute",
  "transpose",
  "reshape",
  "clone",
  "to",
  "unsqueeze",
  "squeeze",
]);

/** Where a node's first input came from, past what only lays it out otherwise. */
function sourceOf(node: Node): Node | Tensor | null {
  for (let at = node.edges[0]?.node ?? null; ; at = at.edges[0]?.node ?? null) {
    if (at === null || isTensor(at) || !layouts.has(at.rule.name)) return at;
  }
}

/** Where what the cross entropy takes as scores came from; null where there is no cross entropy. */
export function sourceOfScores(nodes: readonly Node[]): Node | Tensor | null {
  for (const node of nodes) {
    if (node.rule.name !== "nllLoss") continue;
    const logSoftmax = sourceOf(node);
    if (logSoftmax !== null && !isTensor(logSoftmax) && logSoftmax.rule.name === "logSoftmax")
      return sourceOf(logSoftmax);
  }
  return null;
}
