// Reads a region off the graph, node by node in their order: what each value holds by then, and so what is read, what stays between
// nodes, and what is stored; of all elements, and of rows.

import * as kernels from "../../kernels/kernels.js";
import { isContiguous, numberOfElements, type Shape, sameShape } from "../../tensor/shape.js";
import { type Graph, type GraphNode, isWhole, type ValueView } from "../graph.js";
import {
  fillOf,
  isEqualView,
  type Link,
  type Reduction,
  type Region,
  type RegionDevice,
  type RegionSum,
  type Source,
  type Stream,
  type ViewAt,
} from "./region.js";
import { isEqualRow, isOfRows, isSpread } from "./rows.js";

/** What is never stored could have any size; devices count elements in 32 bits. */
const mostElements = 2 ** 30;

/** So many turns' sums a region may have: rows are gone over again and again. */
export const mostTurns = 4;

/** A view of all elements, or of one a row. */
interface SeenAt extends ViewAt {
  readonly ofRow: boolean;
}

interface Content {
  readonly at: SeenAt;
  /** Its number, among totals for what is one element a row. */
  readonly result: number;
  readonly turn: number;
}

/** Where a link takes an input from, and the turn in which it is known. */
interface Found {
  readonly source: Source;
  readonly turn: number;
}

/** Follows the nodes one after another: what each value holds by then. */
export class Reader {
  readonly #graph: Graph;
  readonly #device: RegionDevice;
  readonly #own: ReadonlySet<number>;
  readonly #shape: Shape | null;
  /** Of the first of its nodes that is a reduction of the space. */
  readonly #dims: readonly number[] | null;
  readonly #links: Link[] = [];
  readonly #read: SeenAt[] = [];
  readonly #numbers: number[] = [];
  readonly #sums: RegionSum[] = [];
  /** By value: what a node of the region has made of it. */
  readonly #contents = new Map<number, Content>();
  /** Values that are made here and nowhere else, before anybody looks at them. */
  readonly #fresh = new Set<number>();
  #results = 0;
  #totals = 0;
  #goesOn = false;

  constructor(graph: Graph, device: RegionDevice, own: ReadonlySet<number>, shape: Shape | null) {
    this.#graph = graph;
    this.#device = device;
    this.#own = own;
    this.#shape = shape;
    const first = [...own].sort((a, b) => a - b).find((at) => this.#isSummed(graph.nodes[at]!));
    this.#dims = first === undefined ? null : device.reduction(graph.nodes[first]!)!.dims;
  }

  #isSummed(node: GraphNode): boolean {
    if (this.#device.reduction(node) === null || this.#shape === null) return false;
    return sameShape(node.inputs[0]!.shape, this.#shape);
  }

  get links(): number {
    return this.#links.filter(({ ofRow }) => !ofRow).length;
  }

  get sums(): number {
    return this.#sums.length;
  }

  /** Another, as far as this is, of a node more. */
  with(next: number): Reader {
    const other = new Reader(this.#graph, this.#device, new Set(this.#own).add(next), this.#shape);
    other.#links.push(...this.#links);
    other.#read.push(...this.#read);
    other.#numbers.push(...this.#numbers);
    other.#sums.push(...this.#sums);
    for (const [value, content] of this.#contents) other.#contents.set(value, content);
    for (const value of this.#fresh) other.#fresh.add(value);
    [other.#results, other.#totals, other.#goesOn] = [this.#results, this.#totals, this.#goesOn];
    return other;
  }

  anew(nodes: readonly number[]): Reader {
    return new Reader(this.#graph, this.#device, new Set(nodes), this.#shape);
  }

  take(at: number): boolean {
    const node = this.#graph.nodes[at]!;
    const pointwise = this.#device.pointwise(node);
    if (pointwise !== null) return this.#link(at, node, pointwise);
    const reduction = this.#device.reduction(node);
    return reduction !== null && this.#reduce(at, node, reduction);
  }

  give(view: ViewAt): boolean {
    return this.#write({ ...view, ofRow: false }, 0, false);
  }

  #link(at: number, node: GraphNode, { inputs: count, alsoWrites }: { inputs: number; alsoWrites: readonly number[] }) {
    const { inputs, outputs } = node;
    const ofRow = this.#shape === null || !sameShape(outputs[0]!.shape, this.#shape);
    const found: Found[] = [];
    for (const [input, view] of (inputs.slice(0, count) as readonly ValueView[]).entries()) {
      const source = this.#sourceOf({ node: at, of: "inputs", at: input, view, ofRow });
      if (source === null) return false;
      found.push(source);
    }
    const written: SeenAt[] = [{ node: at, of: "outputs", at: 0, view: outputs[0]!, ofRow }];
    for (const input of alsoWrites) written.push({ node: at, of: "inputs", at: input, view: inputs[input]!, ofRow });
    // What begins as a number and lives on, as an optimizer's state, is that number at least where the rest cannot be computed.
    if (node.op.kernel === kernels.fill && this.#graph.values[outputs[0]!.value]!.live) return false;
    const turn = Math.max(0, ...found.map((one) => one.turn));
    const first = ofRow ? this.#totals : this.#results;
    for (const one of written) if (!this.#write(one, turn, node.reads.includes(one.view.value))) return false;
    this.#links.push({ node: at, sources: found.map(({ source }) => source), ofRow, first, turn });
    if (ofRow) this.#goesOn = true;
    return this.#links.filter((link) => link.ofRow === ofRow).length <= this.#device.mostLinks;
  }

  #sourceOf(given: SeenAt): Found | null {
    const { view, ofRow } = given;
    if (!this.#isInSpace(view, ofRow)) return null;
    const content = this.#contents.get(view.value);
    if (content !== undefined) return this.#sourceIn(content, given);
    const filler = fillOf(this.#graph, view, this.#device);
    if (filler !== null && !this.#own.has(filler)) {
      const known = this.#numbers.indexOf(filler);
      return { source: { from: "number", at: known >= 0 ? known : this.#numbers.push(filler) - 1 }, turn: 0 };
    }
    const alike = this.#read.filter((other) => other.ofRow === ofRow);
    const known = alike.findIndex((other) => isSame(other, given));
    if (known < 0) this.#read.push(given);
    return { source: { from: "stream", at: known >= 0 ? known : alike.length }, turn: 0 };
  }

  #sourceIn({ at, result, turn }: Content, given: SeenAt): Found | null {
    if (at.ofRow && !given.ofRow) {
      if (!isSpread(given.view, at.view, this.#dims!)) return null;
    } else if (!isSame(at, given)) return null;
    if (at.ofRow) this.#goesOn = true;
    return { source: { from: at.ofRow ? "total" : "result", at: result }, turn };
  }

  #isInSpace({ shape }: ValueView, ofRow: boolean): boolean {
    const elements = numberOfElements(shape);
    if (this.#shape === null || elements === 0 || elements > mostElements) return false;
    if (!ofRow) return sameShape(shape, this.#shape);
    return this.#dims !== null && isOfRows(shape, this.#shape, this.#dims);
  }

  /** All that look at a value which is written here look at the same elements of it in the same places. */
  #write(given: SeenAt, turn: number, isReadToo: boolean): boolean {
    const { view, node, ofRow } = given;
    const content = this.#contents.get(view.value);
    if (!this.#isInSpace(view, ofRow)) return false;
    const others = content === undefined ? this.#readsOf(view.value) : [content.at];
    if (!others.every((other) => isSame(other, given))) return false;
    const { made, writers } = this.#graph.values[view.value]!;
    if (made && writers[0] === node && !isReadToo && isWhole(this.#graph, view)) this.#fresh.add(view.value);
    this.#contents.set(view.value, { at: given, result: ofRow ? this.#totals++ : this.#results++, turn });
    return true;
  }

  #isRead(value: number): boolean {
    return this.#readsOf(value).length > 0;
  }

  #readsOf(value: number): readonly SeenAt[] {
    return this.#read.filter(({ view }) => view.value === value);
  }

  #reduce(at: number, node: GraphNode, { kind, dims }: { kind: Reduction; dims: readonly number[] }): boolean {
    const { inputs, outputs } = node as unknown as { inputs: readonly [ValueView]; outputs: readonly [ValueView] };
    const { values } = this.#graph;
    // In rows, as the values between nodes are: then the order of a sum's terms is that of the sum by itself.
    if (!this.#isSummed(node) || !isContiguous(inputs[0]) || !sameShape(this.#dims!, dims)) return false;
    const found = this.#sourceOf({ node: at, of: "inputs", at: 0, view: inputs[0], ofRow: false });
    if (found === null || found.source.from === "number") return false;
    const [first, turn] = [this.#totals, found.turn];
    for (const [place, view] of outputs.entries()) {
      const { made, writers } = values[view.value]!;
      if (!made || writers[0] !== at || !isWhole(this.#graph, view)) return false;
      if (this.#contents.has(view.value) || this.#isRead(view.value)) return false;
      const seen: SeenAt = { node: at, of: "outputs", at: place, view, ofRow: true };
      this.#contents.set(view.value, { at: seen, result: this.#totals++, turn: turn + 1 });
      this.#fresh.add(view.value);
    }
    if (kind !== "sum" || found.source.from === "total") this.#goesOn = true;
    this.#sums.push({ node: at, kind, source: found.source, output: outputs[0], first, turn });
    return this.#sums.filter((sum) => sum.turn === turn).length <= this.#device.mostSums && turn < mostTurns;
  }

  /** Whether a value is made and used by the region's nodes alone, and by those. */
  #isOwn(value: number, fills?: ReadonlySet<number>): boolean {
    const { made, live, readers, writers } = this.#graph.values[value]!;
    const isOwn = (node: number) => this.#own.has(node) || fills?.has(node) === true;
    return made && !live && readers.every(isOwn) && writers.every(isOwn);
  }

  #streams(ofRow: boolean): readonly Stream[] {
    const streams = this.#read
      .filter((read) => read.ofRow === ofRow)
      .map(({ node, of, at, view }): Stream => {
        const content = this.#isOwn(view.value) ? undefined : this.#contents.get(view.value);
        return { node, of, at, view, isRead: true, stores: content?.result ?? null };
      });
    for (const { at, result } of this.#storedAlone(ofRow))
      streams.push({ node: at.node, of: at.of, at: at.at, view: at.view, isRead: false, stores: result });
    return streams;
  }

  /** What is stored where nothing is read. */
  #storedAlone(ofRow: boolean): readonly Content[] {
    const stored: Content[] = [];
    for (const [value, content] of this.#contents)
      if (content.at.ofRow === ofRow && !this.#isOwn(value) && !this.#isRead(value)) stored.push(content);
    return stored;
  }

  /** Whether what it has taken so far is a region that the device can do. */
  fits(): boolean {
    const streams = this.#streams(false);
    if (streams.length > this.#device.mostStreams) return false;
    if (this.#dims === null) return true;
    if (!this.#goesOn) return this.#device.canSum(this.#shape!, this.#dims, streams);
    const rows = this.#streams(true);
    return rows.length <= this.#device.mostStreams && this.#device.canGoOn(this.#shape!, this.#dims, streams, rows);
  }

  region(nodes: readonly number[], isFree: (node: number) => boolean): Region | null {
    const all = this.#graph.nodes;
    if (!this.fits()) return null;
    const [streams, rows] = [this.#streams(false), this.#goesOn ? this.#streams(true) : null];
    const both = [...streams, ...(rows ?? [])];
    // A tensor that only the region reads need not be filled.
    const fills = new Set(this.#numbers);
    const absorbed = this.#numbers.filter((at) => isFree(at) && this.#isOwn(all[at]!.outputs[0]!.value, fills));
    const hidden = [...this.#contents.keys()].filter((value) => this.#isOwn(value));
    const reads = new Set(both.filter(({ isRead }) => isRead).map(({ view }) => view.value));
    // Written over here, and read behind that: it is no other content that is read, but the value is not this call's alone.
    for (const at of nodes)
      for (const value of all[at]!.reads)
        if (this.#contents.has(value) && !this.#fresh.has(value) && !hidden.includes(value)) reads.add(value);
    const stored = both.flatMap(({ view, stores }) => (stores === null ? [] : [view.value]));
    return {
      shape: this.#shape!,
      nodes: [...absorbed, ...nodes].sort((a, b) => a - b),
      links: this.#links,
      streams,
      numbers: this.#numbers,
      sums: this.#sums,
      dims: this.#sums.length > 0 ? this.#dims : null,
      rows,
      internal: [...hidden, ...absorbed.map((at) => all[at]!.outputs[0]!.value)],
      reads: [...reads],
      writes: rows === null ? [...stored, ...this.#sums.map(({ output }) => output.value)] : stored,
    };
  }
}

function isSame(a: SeenAt, b: SeenAt): boolean {
  return a.ofRow === b.ofRow && (a.ofRow ? isEqualRow(a.view, b.view) : isEqualView(a.view, b.view));
}
