// Puts the steps of a plan in order, and finds out how long each value is needed.

import type { Graph } from "./graph.js";
import { channelsLastValues } from "./layout.js";
import type { Lifetimes } from "./room.js";
import { type Fusion, type Planning, plainStep, type Rule, type Step } from "./step.js";

export interface Schedule extends Lifetimes {
  readonly steps: readonly Step[];
  /** For each step the fusion that it is of, if it is of one. */
  readonly fusedBy: readonly (string | null)[];
  /** Attributes that steps were made for, by node. */
  readonly fixed: ReadonlyMap<number, readonly string[]>;
  readonly channelsLast: ReadonlySet<number>;
}

/** The steps for a graph, with what `rules` find fused. */
export function scheduleOf(graph: Graph, rules: readonly Rule[]): Schedule {
  const needed = neededNodes(graph);
  const fusions = findFusions(graph, rules, needed);
  const channelsLast = channelsLastValues(graph, fusions);
  const extraBytes: number[] = [];
  const planning: Planning = {
    graph,
    isChannelsLast: (value) => channelsLast.has(value),
    newValue: (byteLength) => graph.values.length + extraBytes.push(byteLength) - 1,
  };
  const fused = new Set(fusions.flatMap(({ nodes }) => nodes));
  const plain = [...graph.nodes.keys()].filter((at) => needed.has(at) && !fused.has(at));
  const made = fusions.flatMap((fusion) =>
    fusion.steps(planning).map((step) => ({ step, by: fusion.name as string | null })),
  );
  const read = new Set([...made.flatMap(({ step }) => step.reads), ...plain.flatMap((at) => graph.nodes[at]!.reads)]);
  const steps = made.concat(
    plain
      .filter((at) => graph.nodes[at]!.kernelName !== "fill" || isWanted(graph, at, read))
      .map((at) => ({ step: plainStep(graph, at), by: null })),
  );
  // A stable sort: the steps of one fusion that share a place stay in the order in which it gave them.
  const placed = steps.map((one) => ({ ...one, place: Math.max(...one.step.nodes) })).sort((a, b) => a.place - b.place);
  const ordered = placed.map(({ step }) => step);
  const fixed = new Map(fusions.flatMap(({ attributes }) => attributes));
  const fusedBy = placed.map(({ by }) => by);
  return { steps: ordered, fusedBy, ...lifetimes(graph, ordered, extraBytes.length), extraBytes, fixed, channelsLast };
}

/** Whether somebody reads what a node fills: fusions take the number instead. */
function isWanted(graph: Graph, at: number, read: ReadonlySet<number>): boolean {
  return graph.nodes[at]!.writes.some((value) => {
    const { made, live } = graph.values[value]!;
    return !made || live || read.has(value);
  });
}

/** Nodes that something depends on: what can be read afterwards, what was there before, or a generator's state. */
function neededNodes(graph: Graph): ReadonlySet<number> {
  const wanted = new Set(graph.values.keys());
  for (const [value, { made, live }] of graph.values.entries()) if (made && !live) wanted.delete(value);
  const needed = new Set<number>();
  for (let at = graph.nodes.length - 1; at >= 0; at -= 1) {
    const { reads, writes, attributes } = graph.nodes[at]!;
    const draws = (attributes as { readonly generator?: unknown }).generator !== undefined;
    if (!draws && !writes.some((value) => wanted.has(value))) continue;
    needed.add(at);
    for (const value of reads) wanted.add(value);
  }
  return needed;
}

function findFusions(graph: Graph, rules: readonly Rule[], needed: ReadonlySet<number>): Fusion[] {
  const fusions: Fusion[] = [];
  const taken = new Set<number>();
  for (const at of graph.nodes.keys()) {
    if (!needed.has(at) || taken.has(at)) continue;
    for (const rule of rules) {
      const fusion = rule(graph, at, (node) => needed.has(node) && !taken.has(node));
      if (fusion === null || fusion.nodes.some((node) => taken.has(node)) || !isSound(graph, fusion)) continue;
      fusions.push(fusion);
      for (const node of fusion.nodes) taken.add(node);
      break;
    }
  }
  return fusions;
}

/**
 * Whether a fusion changes nothing for the rest: nobody else knows its internal values, and while a node waits for the
 * last one of its step nobody writes what it reads, or uses what it writes.
 */
function isSound(graph: Graph, { nodes, internal, steps }: Fusion): boolean {
  const own = new Set(nodes);
  const hidden = internal.every((value) => {
    const { made, live, readers, writers } = graph.values[value]!;
    return made && !live && [...readers, ...writers].every((node) => own.has(node));
  });
  if (!hidden) return false;
  const probe = steps({ graph, isChannelsLast: () => false, newValue: () => graph.values.length });
  return probe.every((step) => {
    const [first, last] = [Math.min(...step.nodes), Math.max(...step.nodes)];
    /** From the first node on that has to do with a value: earlier ones cannot know it. */
    const quiet = (value: number, uses: "reads" | "writes", others: readonly number[] | undefined) => {
      const users = step.nodes.filter((node) => graph.nodes[node]![uses].includes(value));
      const from = users.length === 0 ? first : Math.min(...users);
      return !others?.some((node) => node > from && node < last && !own.has(node));
    };
    return (
      step.reads.every((value) => quiet(value, "reads", graph.values[value]?.writers)) &&
      step.writes.every(
        (value) =>
          quiet(value, "writes", graph.values[value]?.writers) && quiet(value, "writes", graph.values[value]?.readers),
      )
    );
  });
}

function lifetimes(graph: Graph, steps: readonly Step[], extras: number): Pick<Schedule, "begins" | "ends"> {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [at, { reads, writes }] of steps.entries()) {
    for (const value of [...reads, ...writes]) {
      if (!first.has(value)) first.set(value, at);
      last.set(value, at);
    }
  }
  const begins = steps.map((): number[] => []);
  const ends = steps.map((): number[] => []);
  for (let value = 0; value < graph.values.length + extras; value += 1) {
    const known = graph.values[value];
    if (!first.has(value) || known?.made === false) continue;
    begins[first.get(value)!]!.push(value);
    if (known?.live !== true) ends[last.get(value)!]!.push(value);
  }
  return { begins, ends };
}
