// What a walk meets behind its roots, in the order in which it goes, and where its gradients are wanted. It hands on nothing: that is
// walk.ts's.

import { Tensor } from "../tensor/tensor.js";
import { mayHaveLedTo } from "./behind.js";
import type { Edge, GradNode } from "./node.js";

/** What an edge leads to, as a key. */
export type Target = NonNullable<Edge>["node"];

/** Something for each edge; edges are alike that lead to the same output of the same node. */
export class PerEdge<Value> {
  readonly #values = new Map<Target, (Value | undefined)[]>();

  get({ node, output }: NonNullable<Edge>): Value | undefined {
    return this.#values.get(node)?.[output];
  }

  set({ node, output }: NonNullable<Edge>, value: Value): void {
    const ofNode = this.#values.get(node);
    if (ofNode !== undefined) ofNode[output] = value;
    else {
      const values: (Value | undefined)[] = [];
      values[output] = value;
      this.#values.set(node, values);
    }
  }

  /** What there is for the outputs of a node, which is taken away. */
  take(node: Target): readonly (Value | undefined)[] | undefined {
    const values = this.#values.get(node);
    this.#values.delete(node);
    return values;
  }

  get targets(): Iterable<Target> {
    return this.#values.keys();
  }

  *values(): Generator<Value> {
    for (const ofNode of this.#values.values()) for (const value of ofNode) if (value !== undefined) yield value;
  }
}

/** What a walk meets. */
export interface Order {
  /** All that is behind the roots, newest first. */
  readonly all: readonly GradNode[];
  readonly leaves: readonly Tensor[];
  /** What is wanted, and what leads there: gradients go nowhere else. */
  readonly useful: ReadonlySet<Target>;
  /** Of these, what leads to others: rules that run. They are known before one runs, which may release others. */
  readonly leading: ReadonlySet<Target>;
}

export function reachable(roots: readonly Target[], wanted: PerEdge<true> | null): Order {
  const { seen, nodes: all, leaves } = allBehind(roots);
  all.sort((a, b) => b.id - a.id);
  if (wanted === null) return { all, leaves, useful: seen, leading: seen };
  const useful = new Set<Target>(wanted.targets);
  const leading = new Set<Target>();
  const usedUp = all.filter(({ behind }) => behind !== null);
  if (usedUp.length > 0) {
    for (const target of wanted.targets) {
      const { leaves: its } = allBehind([target]);
      for (const node of usedUp) if (mayHaveLedTo(node, target, its)) leading.add(node);
    }
  }
  for (let at = all.length - 1; at >= 0; at--) {
    const node = all[at]!;
    if (node.edges.some((edge) => edge !== null && useful.has(edge.node))) leading.add(node);
    if (leading.has(node)) useful.add(node);
  }
  return { all, leaves, useful, leading };
}

function allBehind(roots: readonly Target[]): { seen: Set<Target>; nodes: GradNode[]; leaves: Tensor[] } {
  const seen = new Set<Target>();
  const nodes: GradNode[] = [];
  const leaves: Tensor[] = [];
  const stack = [...roots];
  while (stack.length > 0) {
    const target = stack.pop()!;
    if (seen.has(target)) continue;
    seen.add(target);
    if (target instanceof Tensor) {
      leaves.push(target);
      continue;
    }
    nodes.push(target);
    for (const edge of target.edges) if (edge !== null) stack.push(edge.node);
  }
  return { seen, nodes, leaves };
}
