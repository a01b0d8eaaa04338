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
  /** The leaves whose gradients are whole behind a computation, in the order of its edges; under null, of those that are roots alone. */
  readonly completed: ReadonlyMap<GradNode | null, readonly Tensor[]>;
}

export function reachable(roots: readonly Target[], wanted: PerEdge<true> | null): Order {
  const { seen, nodes: all, leaves } = allBehind(roots);
  all.sort((a, b) => b.id - a.id);
  if (wanted === null) return { all, leaves, useful: seen, leading: seen, completed: completedBy(all, leaves, seen) };
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
  return { all, leaves, useful, leading, completed: completedBy(all, leaves, useful) };
}

/** The oldest computation that leads to a leaf is the last that brings it anything. */
function completedBy(
  all: readonly GradNode[],
  leaves: readonly Tensor[],
  useful: ReadonlySet<Target>,
): ReadonlyMap<GradNode | null, readonly Tensor[]> {
  const completed = new Map<GradNode | null, Tensor[]>();
  const left = new Set<Target>(leaves);
  for (let at = all.length - 1; at >= 0 && left.size > 0; at--) {
    const node = all[at]!;
    if (!useful.has(node)) continue;
    const its: Tensor[] = [];
    for (const edge of node.edges)
      if (edge !== null && left.delete(edge.node) && edge.node instanceof Tensor) its.push(edge.node);
    if (its.length > 0) completed.set(node, its);
  }
  completed.set(
    null,
    leaves.filter((leaf) => left.has(leaf)),
  );
  return completed;
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
