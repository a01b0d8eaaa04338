// Reads a region off the graph, node by node in their order: what each value holds by then, and so what is read, what stays between
// nodes, and what is stored.

import * as kernels from "../../kernels/kernels.js";
import { isContiguous, numberOfElements, type Shape, sameShape } from "../../tensor/shape.js";
import { type Graph, type GraphNode, isWhole, type ValueView } from "../graph.js";
import { canRunAtLast } from "./order.js";
import {
  fillOf,
  isEqualView,
  type Link,
  type Region,
  type RegionDevice,
  type RegionSum,
  type Source,
  type Stream,
  spaceOf,
  type ViewAt,
} from "./region.js";

/** A region that grows node by node; what its nodes hold is read on, not anew. */
export class GrowingRegion {
  readonly #graph: Graph;
  readonly #device: RegionDevice;
  #reader: Reader;
  #nodes: readonly number[];

  private constructor(graph: Graph, device: RegionDevice, seed: number, reader: Reader) {
    this.#graph = graph;
    this.#device = device;
    this.#reader = reader;
    this.#nodes = [seed];
  }

  /** Of one node; null where it can be in none. */
  static of(graph: Graph, seed: number, device: RegionDevice): GrowingRegion | null {
    const reader = new Reader(graph, device, new Set([seed]), spaceOf(graph.nodes[seed]!, device));
    return reader.take(seed) && reader.fits() ? new GrowingRegion(graph, device, seed, reader) : null;
  }

  /** In their order. */
  get nodes(): readonly number[] {
    return this.#nodes;
  }

  /** Whether it has as many links as the device takes: only sums may join. */
  get isFull(): boolean {
    return this.#reader.links >= this.#device.mostLinks;
  }

  get hasAllSums(): boolean {
    return this.#reader.sums >= this.#device.mostSums;
  }

  /** Takes in a node; false, and nothing, where the two are no region. */
  take(next: number): boolean {
    const nodes = [...this.#nodes, next].sort((a, b) => a - b);
    if (!canRunAtLast(this.#graph, nodes)) return false;
    const isBehind = nodes.at(-1) === next;
    // One that comes before changes what those behind it read.
    const reader = isBehind ? this.#reader.with(next) : this.#reader.anew(nodes);
    if (!(isBehind ? [next] : nodes).every((at) => reader.take(at)) || !reader.fits()) return false;
    [this.#reader, this.#nodes] = [reader, nodes];
    return true;
  }

  region(isFree: (node: number) => boolean): Region {
    return this.#reader.region(this.#nodes, isFree)!;
  }
}

/** The region that nodes are together, of which the first gives `given` by other means, as a product does: it is result 0, and no link. */
export function regionBehind(
  graph: Graph,
  given: ViewAt,
  nodes: readonly number[],
  isFree: (node: number) => boolean,
  device: RegionDevice,
): Region | null {
  const reader = new Reader(graph, device, new Set(nodes), given.view.shape);
  const isTaken = (at: number) => (at === given.node ? reader.give(given) : reader.take(at));
  return nodes.every(isTaken) && canRunAtLast(graph, nodes) ? reader.region(nodes, isFree) : null;
}

/** What is never stored could have any size; devices count elements in 32 bits. */
const mostElements = 2 ** 30;

interface Content {
  readonly view: ValueView;
  readonly result: number;
  readonly at: ViewAt;
}

/** Follows the nodes one after another: what each value holds by then. */
class Reader {
  readonly #graph: Graph;
  readonly #device: RegionDevice;
  readonly #own: ReadonlySet<number>;
  readonly #shape: Shape | null;
  readonly #links: Link[] = [];
  readonly #read: ViewAt[] = [];
  readonly #numbers: number[] = [];
  readonly #sums: RegionSum[] = [];
  #dims: readonly number[] | null = null;
  /** By value: what a node of the region has made of it. */
  readonly #contents = new Map<number, Content>();
  /** Values that are made here and nowhere else, before anybody looks at them. */
  readonly #fresh = new Set<number>();
  #results = 0;

  constructor(graph: Graph, device: RegionDevice, own: ReadonlySet<number>, shape: Shape | null) {
    this.#graph = graph;
    this.#device = device;
    this.#own = own;
    this.#shape = shape;
  }

  get links(): number {
    return this.#links.length;
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
    other.#dims = this.#dims;
    for (const [value, content] of this.#contents) other.#contents.set(value, content);
    for (const value of this.#fresh) other.#fresh.add(value);
    other.#results = this.#results;
    return other;
  }

  anew(nodes: readonly number[]): Reader {
    return new Reader(this.#graph, this.#device, new Set(nodes), this.#shape);
  }

  take(at: number): boolean {
    const node = this.#graph.nodes[at]!;
    const alsoWrites = this.#device.pointwise(node);
    if (alsoWrites !== null) return this.#link(at, node, alsoWrites);
    return this.#device.isSum(node) && this.#sum(at, node);
  }

  give(view: ViewAt): boolean {
    return this.#write(view, false);
  }

  #link(at: number, node: GraphNode, alsoWrites: readonly number[]): boolean {
    const { inputs, outputs } = node;
    const sources: Source[] = [];
    for (const [input, view] of (inputs as readonly ValueView[]).entries()) {
      const source = this.#sourceOf({ node: at, of: "inputs", at: input, view });
      if (source === null) return false;
      sources.push(source);
    }
    const written: ViewAt[] = [{ node: at, of: "outputs", at: 0, view: outputs[0]! }];
    for (const input of alsoWrites) written.push({ node: at, of: "inputs", at: input, view: inputs[input]! });
    // What begins as a number and lives on, as an optimizer's state, is that number at least where the rest cannot be computed.
    if (node.op.kernel === kernels.fill && this.#graph.values[outputs[0]!.value]!.live) return false;
    for (const one of written) if (!this.#write(one, node.reads.includes(one.view.value))) return false;
    return this.#links.push({ node: at, sources }) <= this.#device.mostLinks;
  }

  #sourceOf(given: ViewAt): Source | null {
    const { view } = given;
    if (!this.#isInSpace(view) || this.#isSummed(view)) return null;
    const content = this.#contents.get(view.value);
    if (content !== undefined) return isEqualView(content.view, view) ? { from: "result", at: content.result } : null;
    const filler = fillOf(this.#graph, view, this.#device);
    if (filler !== null && !this.#own.has(filler)) {
      const known = this.#numbers.indexOf(filler);
      return { from: "number", at: known >= 0 ? known : this.#numbers.push(filler) - 1 };
    }
    const known = this.#read.findIndex((other) => isEqualView(other.view, view));
    return { from: "stream", at: known >= 0 ? known : this.#read.push(given) - 1 };
  }

  #isInSpace({ shape }: ValueView): boolean {
    const elements = numberOfElements(shape);
    return this.#shape !== null && sameShape(shape, this.#shape) && elements > 0 && elements <= mostElements;
  }

  /** All that look at a value which is written here look at the same elements of it in the same places. */
  #write(given: ViewAt, isReadToo: boolean): boolean {
    const { view, node } = given;
    const content = this.#contents.get(view.value);
    const isSame = ({ view: other }: { readonly view: ValueView }) => isEqualView(other, view);
    if (!this.#isInSpace(view) || this.#isSummed(view)) return false;
    if (content === undefined ? !this.#readsOf(view.value).every(isSame) : !isSame(content)) return false;
    const { made, writers } = this.#graph.values[view.value]!;
    if (made && writers[0] === node && !isReadToo && isWhole(this.#graph, view)) this.#fresh.add(view.value);
    this.#contents.set(view.value, { view, result: this.#results, at: given });
    this.#results += 1;
    return true;
  }

  /** A sum is there when the region is done. */
  #isSummed({ value }: ValueView): boolean {
    return this.#sums.some(({ output }) => output.value === value);
  }

  #isRead(value: number): boolean {
    return this.#read.some(({ view }) => view.value === value);
  }

  #readsOf(value: number): readonly ViewAt[] {
    return this.#read.filter(({ view }) => view.value === value);
  }

  #sum(at: number, { inputs, outputs, attributes }: GraphNode): boolean {
    const { dims } = attributes as { readonly dims: readonly number[] };
    const [[input], [output]] = [inputs, outputs] as [[ValueView], [ValueView]];
    const { made, writers } = this.#graph.values[output.value]!;
    // In rows, as the values between nodes are: then the order of a sum's terms is that of the sum by itself.
    if (!made || writers[0] !== at || !isWhole(this.#graph, output) || !isContiguous(input)) return false;
    if (this.#dims !== null && !sameShape(this.#dims, dims)) return false;
    if (this.#contents.has(output.value) || this.#isRead(output.value)) return false;
    const source = this.#sourceOf({ node: at, of: "inputs", at: 0, view: input });
    if (source === null || source.from === "number") return false;
    this.#dims = dims;
    return this.#sums.push({ node: at, source, output }) <= this.#device.mostSums;
  }

  /** Whether a value is made and used by the region's nodes alone, and by those. */
  #isOwn(value: number, fills?: ReadonlySet<number>): boolean {
    const { made, live, readers, writers } = this.#graph.values[value]!;
    const isOwn = (node: number) => this.#own.has(node) || fills?.has(node) === true;
    return made && !live && readers.every(isOwn) && writers.every(isOwn);
  }

  #streams(): readonly Stream[] {
    const streams = this.#read.map(({ node, of, at, view }): Stream => {
      const content = this.#isOwn(view.value) ? undefined : this.#contents.get(view.value);
      return { node, of, at, view, isRead: true, stores: content?.result ?? null };
    });
    for (const { at, result } of this.#storedAlone())
      streams.push({ node: at.node, of: at.of, at: at.at, view: at.view, isRead: false, stores: result });
    return streams;
  }

  /** What is stored where nothing is read. */
  #storedAlone(): readonly Content[] {
    const stored: Content[] = [];
    for (const [value, content] of this.#contents)
      if (!this.#isOwn(value) && !this.#isRead(value)) stored.push(content);
    return stored;
  }

  /** Whether what it has taken so far is a region that the device can do. */
  fits(): boolean {
    if (this.#read.length + this.#storedAlone().length > this.#device.mostStreams) return false;
    return this.#dims === null || this.#device.canSum(this.#shape!, this.#dims, this.#streams());
  }

  region(nodes: readonly number[], isFree: (node: number) => boolean): Region | null {
    const all = this.#graph.nodes;
    if (!this.fits()) return null;
    const streams = this.#streams();
    // A tensor that only the region reads need not be filled.
    const fills = new Set(this.#numbers);
    const absorbed = this.#numbers.filter((at) => isFree(at) && this.#isOwn(all[at]!.outputs[0]!.value, fills));
    const hidden = [...this.#contents.keys()].filter((value) => this.#isOwn(value));
    const reads = new Set(streams.filter(({ isRead }) => isRead).map(({ view }) => view.value));
    // Written over here, and read behind that: it is no other content that is read, but the value is not this call's alone.
    for (const at of nodes)
      for (const value of all[at]!.reads)
        if (this.#contents.has(value) && !this.#fresh.has(value) && !hidden.includes(value)) reads.add(value);
    const stored = streams.flatMap(({ view, stores }) => (stores === null ? [] : [view.value]));
    return {
      shape: this.#shape!,
      nodes: [...absorbed, ...nodes].sort((a, b) => a - b),
      links: this.#links,
      streams,
      numbers: this.#numbers,
      sums: this.#sums,
      dims: this.#dims,
      internal: [...hidden, ...absorbed.map((at) => all[at]!.outputs[0]!.value)],
      reads: [...reads],
      writes: [...stored, ...new Set(this.#sums.map(({ output }) => output.value))],
    };
  }
}
