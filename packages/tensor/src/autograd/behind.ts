// Which leaves lay behind a computation whose graph was used up: all that is remembered of it once its edges are gone, so that
// a list of losses holds no graphs. It walks nothing (walk.ts) and lets nothing go (node.ts).

import type { Tensor } from "../tensor.js";
import type { GradNode } from "./node.js";

type Target = GradNode | Tensor;

/** Leaves by number. One is shared by many walks, which mostly meet the same leaves; it keeps none of them alive. */
interface Numbering {
  readonly numbers: WeakMap<Tensor, bigint>;
  count: number;
}

/** A loop whose every step has leaves of its own begins a new numbering now and then: a set is as wide as its numbering. */
const widest = 1024;
/** Graphs on top of used up graphs on top of others: beyond these it is not known what lies behind. */
const mostParts = 8;

let current: Numbering = { numbers: new WeakMap(), count: 0 };

/** A set of leaves: by numbering one bit a leaf; "anything" where it is not known. */
export type Behind = ReadonlyMap<Numbering, bigint> | "anything";

const nothing: Behind = new Map();

function union(first: Behind, second: Behind): Behind {
  if (first === second || second === nothing) return first;
  if (first === nothing) return second;
  if (first === "anything" || second === "anything") return "anything";
  const news = [...second].filter(([numbering, bits]) => (bits & ~(first.get(numbering) ?? 0n)) !== 0n);
  if (news.length === 0) return first;
  const both = new Map(first);
  for (const [numbering, bits] of news) both.set(numbering, (both.get(numbering) ?? 0n) | bits);
  return both.size > mostParts ? "anything" : both;
}

/** What lies behind each of `nodes`: they and `leaves` are all that is behind some roots, newest first. */
export function leavesBehind(nodes: readonly GradNode[], leaves: readonly Tensor[]): ReadonlyMap<Target, Behind> {
  const behind = new Map<Target, Behind>();
  const unknown = leaves.filter((leaf) => !current.numbers.has(leaf)).length;
  if (current.count > 0 && current.count + unknown > widest) current = { numbers: new WeakMap(), count: 0 };
  for (const leaf of leaves) {
    let bit = current.numbers.get(leaf);
    if (bit === undefined) {
      bit = 1n << BigInt(current.count++);
      current.numbers.set(leaf, bit);
    }
    behind.set(leaf, new Map([[current, bit]]));
  }
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]!;
    let all = node.behind ?? nothing;
    for (const edge of node.edges) if (edge !== null) all = union(all, behind.get(edge.node)!);
    behind.set(node, all);
  }
  return behind;
}

/**
 * Whether a computation that was used up may have led to `target`. It never says no where it did: what leads to a computation
 * is newer, and leads to all of that one's leaves, of which `leaves` are those that can be reached now.
 */
export function mayHaveLedTo(usedUp: GradNode, target: Target, leaves: readonly Tensor[]): boolean {
  const { behind } = usedUp;
  if (behind === null || target === usedUp || ("id" in target && target.id > usedUp.id)) return false;
  return behind === "anything" || leaves.every((leaf) => has(behind, leaf));
}

function has(behind: ReadonlyMap<Numbering, bigint>, leaf: Tensor): boolean {
  for (const [{ numbers }, bits] of behind) if (((numbers.get(leaf) ?? 0n) & bits) !== 0n) return true;
  return false;
}
