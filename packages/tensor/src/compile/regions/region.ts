// A region: nodes that go element by element over one space, as one pass over memory. What it reads, what stays between its nodes,
// what it stores, and what it adds up, read off the graph; how a device computes it is the device's affair, and which nodes belong
// together grow.ts's.

import * as kernels from "../../kernels/kernels.js";
import { type Shape, sameShape } from "../../tensor/shape.js";
import { type Graph, type GraphNode, isWhole, type ValueView } from "../graph.js";

/**
 * Where a link takes an input from: a stream, a result of an earlier link, a number that is the same for all elements, or a total,
 * which is the same all along a row.
 */
export interface Source {
  readonly from: "stream" | "result" | "number" | "total";
  readonly at: number;
}

/** A node of the region. Its results are numbered on from those of the links before: the output, then the inputs that it writes. */
export interface Link {
  readonly node: number;
  readonly sources: readonly Source[];
  /** It computes one thing a row, of totals and of `rows`, its streams: its results are totals. */
  readonly ofRow: boolean;
  /** The number of its first result, or total. */
  readonly first: number;
  /** How many times a row has been gone over, to the end, before it can be computed. */
  readonly turn: number;
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

/** What becomes of a row: the sum of its terms, the largest or the least of them and where that is first, or such a one alone. */
export type Reduction = "sum" | "max" | "min" | "largest" | "smallest";

/** A reduction over some dimensions of the space. */
export interface RegionSum {
  readonly node: number;
  readonly kind: Reduction;
  readonly source: Source;
  readonly output: ValueView;
  /** The number of its first total. */
  readonly first: number;
  /** The turn that gives it: links that read it are one later. */
  readonly turn: number;
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
  /**
   * What is read and stored once a row, totals among it, where rows are gone over again when their sums are known. Null where sums end
   * the region, or there are none.
   */
  readonly rows: readonly Stream[] | null;
  /** Values that only its nodes know. */
  readonly internal: readonly number[];
  readonly reads: readonly number[];
  readonly writes: readonly number[];
}

/** What a device says of nodes: which it can do within a region, and how large one may be. */
export interface RegionDevice {
  /**
   * Where it computes each element of a node's results of the elements at its place: how many of its inputs it looks at, and which of
   * them are written beside the output. Null where it does not.
   */
  pointwise(node: GraphNode): { readonly inputs: number; readonly alsoWrites: readonly number[] } | null;
  /** What it adds up, or compares, as it does so by itself, bit for bit, and over which dimensions; null where it does not. */
  reduction(node: GraphNode): { readonly kind: Reduction; readonly dims: readonly number[] } | null;
  /** Whether it does sums over `dims` with what goes before them: in the order in which it does them by themselves, and no slower. */
  canSum(shape: Shape, dims: readonly number[], streams: readonly Stream[]): boolean;
  /** Whether it goes over each row again when its sums, over `dims`, are known; `rows` are the streams of one element a row. */
  canGoOn(shape: Shape, dims: readonly number[], streams: readonly Stream[], rows: readonly Stream[]): boolean;
  /** Of links, streams and, a turn, sums; links and streams of rows count by themselves. */
  readonly mostLinks: number;
  readonly mostStreams: number;
  readonly mostSums: number;
}

/** The space that a node would be in: its output's shape, or that of what it adds up; null where it can be in none. */
export function spaceOf(node: GraphNode, device: RegionDevice): Shape | null {
  if (device.pointwise(node) !== null) return node.outputs[0]!.shape;
  return device.reduction(node) === null ? null : node.inputs[0]!.shape;
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

export function isEqualView(a: ValueView, b: ValueView): boolean {
  return (
    a.value === b.value &&
    a.offset === b.offset &&
    a.dtype === b.dtype &&
    sameShape(a.shape, b.shape) &&
    sameShape(a.strides, b.strides)
  );
}
