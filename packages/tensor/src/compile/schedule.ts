// Puts the steps of a plan in order, and finds out how long each value is needed. What order the steps may have is verify.ts's to
// say: fusions without which it would be another computation are dropped, until it is sound.

import { type Graph, hasEffect, type ValueView } from "./graph.js";
import { stridesOf } from "./layouts/choice.js";
import { Copies } from "./layouts/copies.js";
import { liesAs } from "./layouts/layout.js";
import type { Planner } from "./planner.js";
import { type Fusion, type Placed, type Planning, plainStep, type Refusal, type Rule, type Step } from "./step.js";
import { brokenFusions, hidesItsOwn, type OrderedStep } from "./verify.js";

/** When its values come and go. */
export interface Lifetimes {
  /** For each step: the made values that it is the first to use, and those that nobody uses after it. */
  readonly begins: readonly (readonly number[])[];
  readonly ends: readonly (readonly number[])[];
  /** Values that lie where others lay, which end with the step that begins them: those others. */
  readonly inPlaceOf: ReadonlyMap<number, number>;
  /** Bytes of the values beside the graph's, which are numbered after them. */
  readonly extraBytes: readonly number[];
}

export interface SchedulingDevice {
  readonly rounds: readonly (readonly Rule[])[];
  readonly copyLayout: Planner["copyLayout"];
}

/** Nothing is fused, so nothing lies otherwise than in PyTorch. */
export const nothingFused: SchedulingDevice = {
  rounds: [],
  copyLayout: () => {
    throw new Error("a plan without fusions copies nothing");
  },
};

export interface Schedule extends Lifetimes {
  readonly steps: readonly Step[];
  /** For each step the fusion that it is of, if it is of one. */
  readonly fusedBy: readonly (string | null)[];
  /** Attributes that steps were made for, by node. */
  readonly fixed: ReadonlyMap<number, readonly string[]>;
  /** By node: why rules left it to itself, those that said so. */
  readonly refused: ReadonlyMap<number, readonly Refusal[]>;
}

/** The steps for a graph, with what rounds of rules find fused, and copies as the device makes them. */
export function scheduleOf(graph: Graph, device: SchedulingDevice): Schedule {
  const dropped = new Dropped();
  for (;;) {
    const refused = new Map<number, Refusal[]>();
    const found = findFusions(graph, device.rounds, dropped, refused);
    const fusions = found.map(({ fusion }) => fusion);
    const { steps, extraBytes } = orderedSteps(graph, fusions, device);
    const broken = brokenFusions(graph, fusions, steps);
    if (broken.size > 0) {
      for (const at of broken) dropped.add(found[at]!);
      continue;
    }
    const ordered = steps.map(({ step }) => step);
    return {
      steps: ordered,
      fusedBy: steps.map(({ step, fusion }) =>
        fusion === null || step.isKernel || step.copies ? null : fusions[fusion]!.name,
      ),
      ...lifetimes(graph, ordered, extraBytes),
      extraBytes,
      fixed: new Map(fusions.flatMap(({ attributes }) => attributes)),
      refused,
    };
  }
}

function orderedSteps(graph: Graph, fusions: readonly Fusion[], { copyLayout }: SchedulingDevice) {
  const planning = new Copies(graph, stridesOf(graph, fusions), copyLayout);
  const fused = new Set(fusions.flatMap(({ nodes }) => nodes));
  const plain = [...graph.nodes.keys()].filter((at) => graph.needed.has(at) && !fused.has(at));
  const made = fusions.flatMap((fusion, at) => {
    planning.fusion = at;
    return fusion.steps(planning).map((step): OrderedStep => ({ step, fusion: at }));
  });
  const read = new Set([
    ...made.flatMap(({ step }) => step.reads.map((value) => planning.sourceOf(value))),
    ...plain.flatMap((at) => graph.nodes[at]!.reads),
  ]);
  const steps = made.concat(
    plain.filter((at) => isWanted(graph, at, read)).map((at) => ({ step: plainStep(planning, at), fusion: null })),
  );
  // A stable sort: the steps of one fusion that share a place stay in the order in which it gave them.
  const placed = steps.map((one) => ({ one, place: Math.max(...one.step.nodes) })).sort((a, b) => a.place - b.place);
  return { steps: planning.between(placed.map(({ one }) => one)), extraBytes: planning.extraBytes };
}

/** Whether somebody reads what a node writes: fusions may do without it, as without a tensor that is filled with one number. */
function isWanted(graph: Graph, at: number, read: ReadonlySet<number>): boolean {
  if (hasEffect(graph.nodes[at]!)) return true;
  return graph.nodes[at]!.writes.some((value) => {
    const { made, live } = graph.values[value]!;
    return !made || live || read.has(value);
  });
}

interface Found {
  readonly fusion: Fusion;
  readonly node: number;
  readonly rule: Rule;
}

/** What was found before, and did not do: by node and rule. */
class Dropped {
  readonly #rules = new Map<number, Set<Rule>>();

  add({ node, rule }: Found): void {
    const rules = this.#rules.get(node) ?? new Set();
    this.#rules.set(node, rules.add(rule));
  }

  has(node: number, rule: Rule): boolean {
    return this.#rules.get(node)?.has(rule) ?? false;
  }
}

function findFusions(
  graph: Graph,
  rounds: readonly (readonly Rule[])[],
  dropped: Dropped,
  refused: Map<number, Refusal[]>,
): Found[] {
  const found: Found[] = [];
  const taken = new Set<number>();
  const isFree = (node: number) => graph.needed.has(node) && !taken.has(node);
  const refuse = (node: number, refusal: Refusal): void => {
    refused.set(node, [...(refused.get(node) ?? []), refusal]);
  };
  const find = (node: number, rules: readonly Rule[]): void => {
    for (const rule of rules) {
      if (dropped.has(node, rule)) {
        refuse(node, {
          why: () =>
            "what was found would have run in another order than recorded, or been computed anew behind what others outside saw",
        });
        continue;
      }
      const fusion = rule(graph, node, isFree);
      if (fusion === null) continue;
      if ("why" in fusion) {
        refuse(node, fusion);
        continue;
      }
      if (!fusion.nodes.every(isFree) || !isPromising(graph, fusion)) {
        refuse(node, { why: () => `between the ops of a fusion (${fusion.name}) others read or write the same` });
        continue;
      }
      if (fusion.otherwise !== undefined) refuse(node, fusion.otherwise);
      found.push({ fusion, node, rule });
      for (const at of fusion.nodes) taken.add(at);
      return;
    }
  };
  for (const rules of rounds) for (const node of graph.nodes.keys()) if (isFree(node)) find(node, rules);
  return found;
}

/**
 * Whether a fusion would do beside nodes that run in their places, with images as PyTorch lays them: where not, another rule has
 * its turn at once. That saves plans that would be made in vain; what is sound is verified when all are found.
 */
function isPromising(graph: Graph, fusion: Fusion): boolean {
  if (!hidesItsOwn(graph, fusion)) return false;
  const own = new Set(fusion.nodes);
  const probe = fusion.steps(probing(graph));
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

/** Planning in which what is not read as PyTorch lays it is copied before anybody else writes it. */
function probing(graph: Graph): Planning {
  const beside = graph.values.length;
  const itself = ({ value, strides }: ValueView): Placed => ({ value, strides, address: () => 0 });
  return {
    graph,
    laid: (view) => view,
    read: (_, view, layout) => (liesAs(view, layout) ? itself(view) : itself({ ...view, ...layout, value: beside })),
    write: (_, view) => itself(view),
    newValue: () => beside,
    beside: () => null,
  };
}

function lifetimes(
  graph: Graph,
  steps: readonly Step[],
  extraBytes: readonly number[],
): Pick<Schedule, "begins" | "ends" | "inPlaceOf"> {
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
  /** Values that only the plan knows. */
  const passing = new Set<number>();
  for (let value = 0; value < graph.values.length + extraBytes.length; value += 1) {
    const known = graph.values[value];
    if (!first.has(value) || known?.made === false) continue;
    begins[first.get(value)!]!.push(value);
    if (known?.live === true) continue;
    ends[last.get(value)!]!.push(value);
    passing.add(value);
  }
  const bytesOf = (value: number) => graph.values[value]?.byteLength ?? extraBytes[value - graph.values.length];
  const inPlaceOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const [at, { replaces = [], writes }] of steps.entries()) {
    for (const { written, read } of replaces) {
      const isFirst = first.get(written) === at && first.get(read)! < at && last.get(read) === at;
      const arePassing = passing.has(written) && passing.has(read) && !writes.includes(read);
      if (!isFirst || !arePassing || bytesOf(written) !== bytesOf(read)) continue;
      if (inPlaceOf.has(written) || taken.has(read)) continue;
      inPlaceOf.set(written, read);
      taken.add(read);
    }
  }
  return { begins, ends, inPlaceOf };
}
