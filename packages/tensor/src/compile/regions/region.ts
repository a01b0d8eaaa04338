// A region: nodes that go element by element over one space, as one pass over memory. What it reads, what stays between its nodes,
// what it stores, and what it adds up, read off the graph; how a device computes it is the device's affair, and which nodes belong
// together grow.ts's.

import * as kernels from "../../kernels/kernels.js";
import { isContiguous, numberOfElements, type Shape, sameShape } from "../../tensor/shape.js";
import { type Graph, type GraphNode, isWhole, type ValueView } from "../graph.js";
import { canRunAtLast } from "./order.js";

/** Where a link takes an input from: a stream, a result of an earlier link, or a number that is the same for all elements. */
export interface Source {
  readonly from: "stream" | "result" | "number";
  readonly at: number;
}

/** A node of the region. Its results are numbered on from those of the links before: the output, then the inputs that it writes. */
export interface Link {
  readonly node: number;
  readonly sources: readonly Source[];
}

/** A view, as one of a node's: what lies there in this call the node knows. */
export interface ViewAt {
  readonly node: number;
  readonly of: "inputs" | "outputs";
  readonly at: number;
  readonly view: ValueView;
}

/** What goes from memory or to it, element by element. */
export interface Stream extends ViewAt {
  readonly isRead: boolean;
  /** The result that is stored there; null where it is only read. */
  readonly stores: number | null;
}

/** A sum over some dimensions of the space. */
export interface RegionSum {
  readonly node: number;
  readonly source: Source;
  readonly output: ValueView;
}

export interface Region {
  readonly shape: Shape;
  /** All nodes that it does, in their order. */
  readonly nodes: readonly number[];
  readonly links: readonly Link[];
  readonly streams: readonly Stream[];
  /** Nodes that fill a tensor with a number, in the order of the numbers. */
  readonly numbers: readonly number[];
  readonly sums: readonly RegionSum[];
  /** The dimensions that sums are over; null where there are none. */
  readonly dims: readonly number[] | null;
  /** Values that only its nodes know. */
  readonly internal: readonly number[];
  readonly reads: readonly number[];
  readonly writes: readonly number[];
}

/** What a device says of nodes: which it can do within a region, and how large one may be. */
export interface RegionDevice {
  /**
   * Where it computes each element of a node's results of the elements at its place: the inputs that are written beside the output.
   * Null where it does not.
   */
  pointwise(node: GraphNode): readonly number[] | null;
  /** Whether it does a sum of that value as it does it by itself, bit for bit. */
  isSum(node: GraphNode): boolean;
  /** Whether it does sums over `dims` with what goes before them: in the order in which it does them by themselves, and no slower. */
  canSum(shape: Shape, dims: readonly number[], streams: readonly Stream[]): boolean;
  readonly mostLinks: number;
  readonly mostStreams: number;
  readonly mostSums: number;
}

/** The space that a node would be in: its output's shape, or that of what it adds up; null where it can be in none. */
export function spaceOf(node: GraphNode, device: RegionDevice): Shape | null {
  if (device.pointwise(node) !== null) return node.outputs[0]!.shape;
  return device.isSum(node) ? node.inputs[0]!.shape : null;
}

/** The node that fills all of a value with one number, and nobody else writes it; null where there is none. */
export function fillOf(graph: Graph, view: ValueView, device: RegionDevice): number | null {
  const { made, writers } = graph.values[view.value]!;
  const [writer] = writers;
  if (!made || writer === undefined || writers.length !== 1 || view.dtype !== "float32") return null;
  const node = graph.nodes[writer]!;
  return node.op.kernel === kernels.fill && isWhole(graph, node.outputs[0]!) && device.pointwise(node) !== null
    ? writer
    : null;
}

/**
 * The region that nodes are together, which are in their order; null where they are none. `given` is what the first of them gives by
 * other means, as a product does: result 0, and no link.
 */
export function regionOf(
  graph: Graph,
  nodes: readonly number[],
  isFree: (node: number) => boolean,
  device: RegionDevice,
  given: ViewAt | null = null,
): Region | null {
  const shape = given === null ? spaceOf(graph.nodes[nodes[0]!]!, device) : given.view.shape;
  const reader = new Reader(graph, device, new Set(nodes), shape);
  const isTaken = (at: number) => (at === given?.node ? reader.give(given) : reader.take(at));
  if (!nodes.every(isTaken) || !canRunAtLast(graph, nodes)) return null;
  return reader.region(nodes, isFree);
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
    if (this.#contents.has(output.value) || this.#readsOf(output.value).length > 0) return false;
    const source = this.#sourceOf({ node: at, of: "inputs", at: 0, view: input });
    if (source === null || source.from === "number") return false;
    this.#dims = dims;
    return this.#sums.push({ node: at, source, output }) <= this.#device.mostSums;
  }

  region(nodes: readonly number[], isFree: (node: number) => boolean): Region | null {
    const { values, nodes: all } = this.#graph;
    const known = (fills: ReadonlySet<number>, value: number) => {
      const { made, live, readers, writers } = values[value]!;
      return made && !live && [...readers, ...writers].every((node) => this.#own.has(node) || fills.has(node));
    };
    const summed = new Set(this.#sums.map(({ output }) => output.value));
    // A tensor that only the region reads need not be filled.
    const fills = new Set(this.#numbers);
    const absorbed = this.#numbers.filter((at) => isFree(at) && known(fills, all[at]!.outputs[0]!.value));
    const hidden = [...this.#contents.keys()].filter((value) => known(new Set(), value));
    const streams: Stream[] = this.#read.map((read) => {
      const content = hidden.includes(read.view.value) ? undefined : this.#contents.get(read.view.value);
      return { ...read, isRead: true, stores: content?.result ?? null };
    });
    for (const [value, { at, result }] of this.#contents)
      if (!hidden.includes(value) && this.#readsOf(value).length === 0)
        streams.push({ ...at, isRead: false, stores: result });
    if (streams.length > this.#device.mostStreams) return null;
    if (this.#dims !== null && !this.#device.canSum(this.#shape!, this.#dims, streams)) return null;
    const reads = new Set(streams.filter(({ isRead }) => isRead).map(({ view }) => view.value));
    // Written over here, and read behind that: it is no other content that is read, but the value is not this call's alone.
    for (const at of nodes)
      for (const value of all[at]!.reads)
        if (this.#contents.has(value) && !this.#fresh.has(value) && !hidden.includes(value)) reads.add(value);
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
      writes: [...streams.flatMap(({ view, stores }) => (stores === null ? [] : [view.value])), ...summed],
    };
  }
}

export function isEqualView(a: ValueView, b: ValueView): boolean {
  return (
    a.value === b.value &&
    a.offset === b.offset &&
    a.dtype === b.dtype &&
    sameShape(a.shape, b.shape) &&
    sameShape(a.strides, b.strides)
  );
}
