// Which leaves and computations lay behind a computation whose graph was used up: all that is remembered of it once its edges are gone, so that
// a list of losses holds no graphs. It walks nothing (walk.ts) and lets nothing go (node.ts).

import type { Tensor } from "../tensor/tensor.js";
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
type Leaves = ReadonlyMap<Numbering, bigint> | "anything";

/** The computations that a walk met, a bit each from the oldest on. */
interface Met {
  readonly oldest: number;
  readonly bits: Uint8Array;
}

export interface Behind {
  readonly leaves: Leaves;
  /** Null where it is not known which computations. */
  readonly met: Met | null;
}

/** Graphs that reach further back are not told apart by computations. */
const mostMet = 8192;

const nothing: Leaves = new Map();

function union(first: Leaves, second: Leaves): Leaves {
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
export function behindEach(nodes: readonly GradNode[], leaves: readonly Tensor[]): ReadonlyMap<GradNode, Behind> {
  const sets = new Map<Target, Leaves>();
  const unknown = leaves.filter((leaf) => !current.numbers.has(leaf)).length;
  if (current.count > 0 && current.count + unknown > widest) current = { numbers: new WeakMap(), count: 0 };
  for (const leaf of leaves) {
    let bit = current.numbers.get(leaf);
    if (bit === undefined) {
      bit = 1n << BigInt(current.count++);
      current.numbers.set(leaf, bit);
    }
    sets.set(leaf, new Map([[current, bit]]));
  }
  const met = metBy(nodes);
  const behind = new Map<GradNode, Behind>();
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]!;
    let all = node.behind?.leaves ?? nothing;
    for (const edge of node.edges) if (edge !== null) all = union(all, sets.get(edge.node)!);
    sets.set(node, all);
    behind.set(node, { leaves: all, met });
  }
  return behind;
}

/** Null where some of them were used up: what lies behind those was not met. */
function metBy(nodes: readonly GradNode[]): Met | null {
  const oldest = nodes.at(-1)?.id ?? 0;
  const span = (nodes[0]?.id ?? 0) - oldest + 1;
  if (span > mostMet || nodes.some(({ behind }) => behind !== null)) return null;
  const bits = new Uint8Array((span >> 3) + 1);
  for (const { id } of nodes) bits[(id - oldest) >> 3]! |= 1 << ((id - oldest) & 7);
  return { oldest, bits };
}

/**
 * Whether a computation that was used up may have led to `target`. It never says no where it did: what leads to a computation is
 * newer, was met with it, and leads to all of that one's leaves, of which `leaves` are those that can be reached now.
 */
export function mayHaveLedTo(usedUp: GradNode, target: Target, leaves: readonly Tensor[]): boolean {
  const { behind } = usedUp;
  if (behind === null || target === usedUp) return false;
  if ("id" in target && (target.id > usedUp.id || (behind.met !== null && !wasMet(behind.met, target.id))))
    return false;
  const known = behind.leaves;
  return known === "anything" || leaves.every((leaf) => has(known, leaf));
}

function wasMet({ oldest, bits }: Met, id: number): boolean {
  const at = id - oldest;
  return at >= 0 && ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0;
}

function has(behind: ReadonlyMap<Numbering, bigint>, leaf: Tensor): boolean {
  for (const [{ numbers }, bits] of behind) if (((numbers.get(leaf) ?? 0n) & bits) !== 0n) return true;
  return false;
}
