// Verifies a schedule: that its steps, in the order in which they run and with the layouts that values have, do what the recorded
// nodes do one after another. It knows no rule: a fusion is believed in what it computes from what it reads, and in nothing else.
// What breaks is said by fusion, so that the plan can be made anew without it (schedule.ts).
//
// The argument. What a value holds over time is a row of contents, one more with each node that writes it: content k lies there
// after k writes. In program order a node reads certain contents. A step does the work of its nodes, which therefore run later than
// recorded, and may leave out what nobody asks for. The schedule is right if
//   1. each read finds the content that it finds in program order: all writes recorded before its node have run, none behind it;
//   2. each write follows those recorded before it, since it may leave parts as they were, and no node's write runs twice;
//   3. a copy that a step reads in place of a value was made of that content, or the step that gave that content wrote it there; and
//      what is filled from such a copy holds the content that it has;
//   4. what a node reads, and its step does not (a tensor filled with a number; what ReLU let through, known from the pool's
//      choice), is a content that the step's own nodes gave, or the value has only one in all the call: so there is no other that
//      could have been meant;
//   5. values that a fusion hides are known to its nodes alone, and nobody reads them after the call;
//   6. numbers are drawn, and others outside are told, in the recorded order;
//   7. all that can be read after the call has been written;
//   8. no guarded step runs behind one that others outside see: it might have all of that computed anew.
// By induction over the steps each then computes from the same contents as in program order, hence gives the same. Contents are
// those of whole storages: a write to one part counts as one for all views, so views may overlap as they like.
// Without fusions steps are nodes in their order, which is sound by itself.

import { type Graph, hasEffect, reachesOut } from "./graph.js";
import type { Fusion, Step } from "./step.js";

export interface OrderedStep {
  readonly step: Step;
  /** Which fusion it is of; null for a node's own kernel. */
  readonly fusion: number | null;
  /** Of values beside the graph's that it writes: in the place of which of the graph's. */
  readonly inPlaceOf?: ReadonlyMap<number, number>;
}

/** The fusions, by number, without which the rest may be right; none where the schedule is right. Takes time as there are steps. */
export function brokenFusions(
  graph: Graph,
  fusions: readonly Fusion[],
  steps: readonly OrderedStep[],
): ReadonlySet<number> {
  const verification = new Verification(graph, fusions);
  for (const one of steps) verification.run(one);
  return verification.end();
}

/** Whether no node but a fusion's own knows what it hides. */
export function hidesItsOwn({ values }: Graph, { nodes, internal }: Pick<Fusion, "nodes" | "internal">): boolean {
  const own = new Set(nodes);
  return internal.every((value) => {
    const { made, live, readers, writers } = values[value]!;
    return made && !live && [...readers, ...writers].every((node) => own.has(node));
  });
}

/** Which content of which value. */
interface Content {
  readonly value: number;
  readonly content: number;
}

class Verification {
  readonly #graph: Graph;
  readonly #fusions: readonly Fusion[];
  readonly #broken = new Set<number>();
  /** By node: the fusion that does its work. */
  readonly #fusionOf = new Map<number, number>();
  /** By node: the contents that it reads, and those that its writes follow. */
  readonly #reads: (readonly Content[])[] = [];
  readonly #follows: (readonly Content[])[] = [];
  /** By value: which writes have run, how many, and how many without a gap from the first on. */
  readonly #written: boolean[][];
  readonly #count: number[];
  readonly #gapless: number[];
  /** What lies in values beside the graph's; null where it is no copy. */
  readonly #extras = new Map<number, Content | null>();
  #lastEffect = -1;
  #hasReachedOut = false;

  constructor(graph: Graph, fusions: readonly Fusion[]) {
    this.#graph = graph;
    this.#fusions = fusions;
    for (const [at, fusion] of fusions.entries()) {
      for (const node of fusion.nodes) this.#fusionOf.set(node, at);
      if (!hidesItsOwn(graph, fusion)) this.#broken.add(at);
    }
    const count = graph.values.map(() => 0);
    const contents = (values: readonly number[]) => values.map((value) => ({ value, content: count[value]! }));
    for (const [at, { reads, writes }] of graph.nodes.entries()) {
      this.#reads.push(contents(reads));
      this.#follows.push(contents(writes));
      if (graph.needed.has(at)) for (const value of writes) count[value]! += 1;
    }
    this.#written = graph.values.map(() => []);
    this.#count = graph.values.map(() => 0);
    this.#gapless = graph.values.map(() => 0);
  }

  run({ step, fusion, inPlaceOf }: OrderedStep): void {
    if (!step.copies) this.#work(step, fusion, inPlaceOf ?? new Map());
    else if (this.#graph.values[step.writes[0]!] === undefined) this.#copy(step, fusion);
    else this.#fill(step, fusion);
  }

  end(): ReadonlySet<number> {
    for (const [value, { made, live, writers }] of this.#graph.values.entries()) {
      const gapless = this.#gapless[value]!;
      if ((!made || live) && gapless < writers.length) this.#blame(this.#fusionOf.get(writers[gapless]!) ?? null);
    }
    return this.#broken;
  }

  #copy({ nodes, reads, writes }: Step, fusion: number | null): void {
    const [from] = reads;
    const read = this.#reads[nodes[0]!]!.find(({ value }) => value === from);
    if (read === undefined) this.#blame(fusion);
    else this.#expect(read, fusion);
    this.#extras.set(writes[0]!, read ?? null);
  }

  /** What was written in its place is copied into a value of the graph: that stands for the writes of the nodes that did so. */
  #fill({ nodes, reads, writes }: Step, fusion: number | null): void {
    const value = writes[0]!;
    const given = this.#extras.get(reads[0]!) ?? null;
    let content = 0;
    for (const node of nodes) {
      const follows = this.#follows[node]!.find((one) => one.value === value);
      if (follows === undefined) continue;
      this.#expect(follows, fusion);
      this.#write(follows, fusion);
      content = follows.content + 1;
    }
    this.#demand(given?.value === value && given.content === content && content > 0, fusion);
  }

  #work(step: Step, fusion: number | null, inPlaceOf: ReadonlyMap<number, number>): void {
    this.#demand(!(step.guarded && this.#hasReachedOut), fusion);
    const nodes = [...new Set(step.nodes)].sort((a, b) => a - b);
    const [own, reads, writes] = [new Set(nodes), new Set(step.reads), new Set(step.writes)];
    const copied = new Map<number, number>();
    for (const value of step.reads) {
      if (this.#graph.values[value] !== undefined) continue;
      const copy = this.#extras.get(value);
      if (copy === undefined) this.#blame(fusion);
      else if (copy !== null) copied.set(copy.value, copy.content);
    }
    const [unexplained, unwritten] = [new Set(reads), new Set(writes)];
    for (const node of nodes) {
      for (const read of this.#reads[node]!) {
        const { value, content } = read;
        unexplained.delete(value);
        if (reads.has(value)) this.#expect(read, fusion);
        else if (copied.has(value)) this.#demand(copied.get(value) === content, fusion);
        else this.#demand(this.#isFixed(value) || this.#isGivenBy(own, read), fusion);
      }
      for (const follows of this.#follows[node]!) {
        if (!writes.has(follows.value)) continue;
        unwritten.delete(follows.value);
        this.#expect(follows, fusion);
        this.#write(follows, fusion);
      }
      if (!hasEffect(this.#graph.nodes[node]!)) continue;
      this.#demand(node > this.#lastEffect, fusion);
      this.#lastEffect = Math.max(this.#lastEffect, node);
      this.#hasReachedOut ||= reachesOut(this.#graph.nodes[node]!);
    }
    // What none of its nodes reads or writes by itself.
    for (const value of unexplained) {
      const known = this.#graph.values[value];
      if (known === undefined) continue;
      this.#demand(this.#isFixed(value), fusion);
      this.#expect({ value, content: known.writers.length }, fusion);
    }
    for (const [copy, value] of inPlaceOf) {
      const contents = nodes.flatMap((node) => this.#follows[node]!.filter((one) => one.value === value));
      this.#demand(!writes.has(value) && contents.length > 0, fusion);
      this.#extras.set(copy, { value, content: 1 + (contents.at(-1)?.content ?? 0) });
      unwritten.delete(copy);
    }
    for (const value of unwritten) {
      if (this.#graph.values[value] === undefined) this.#extras.set(value, null);
      else this.#blame(fusion);
    }
  }

  /** Whether a value holds this content now; if not, whoever came late is to blame. */
  #expect({ value, content }: Content, fusion: number | null): void {
    const gapless = this.#gapless[value]!;
    if (gapless === content && this.#count[value] === content) return;
    const missing = gapless < content ? this.#graph.values[value]!.writers[gapless]! : null;
    this.#blame(missing === null ? fusion : (this.#fusionOf.get(missing) ?? fusion));
  }

  #write({ value, content }: Content, fusion: number | null): void {
    const written = this.#written[value]!;
    if (written[content]) this.#blame(fusion);
    else this.#count[value]! += 1;
    written[content] = true;
    while (written[this.#gapless[value]!]) this.#gapless[value]! += 1;
  }

  /** Whether a value holds one thing in all the call. */
  #isFixed(value: number): boolean {
    const { made, writers } = this.#graph.values[value]!;
    return writers.length + (made ? 0 : 1) <= 1;
  }

  /** Whether all that a node finds there was written by nodes of its own step. */
  #isGivenBy(own: ReadonlySet<number>, { value, content }: Content): boolean {
    const { made, writers } = this.#graph.values[value]!;
    return made && content <= own.size && writers.slice(0, content).every((writer) => own.has(writer));
  }

  #demand(holds: boolean, fusion: number | null): void {
    if (!holds) this.#blame(fusion);
  }

  #blame(fusion: number | null): void {
    if (fusion !== null) this.#broken.add(fusion);
    // Two kernels' own steps are in their order: something that was left out is missing, and any fusion may have asked for that.
    else for (const at of this.#fusions.keys()) this.#broken.add(at);
  }
}
