// The graph of a recorded step: nodes and the values that they read and write, by number, without the tensors of any one
// call; so that a plan can be made of it, and later recordings compared with it. What a storage holds over time is one
// value: an op in place writes the value that it reads.

import type { Allocator } from "../memory/storage.js";
import type { DType } from "../tensor/dtype.js";
import { isContiguous, numberOfElements, type Shape, sameShape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import type { RecordedNode, Recording } from "./trace.js";

/** A view of a value. */
export interface ValueView {
  readonly value: number;
  readonly shape: Shape;
  readonly strides: readonly number[];
  readonly offset: number;
  readonly dtype: DType;
}

export interface GraphNode {
  readonly op: RecordedNode["op"];
  readonly kernel: RecordedNode["kernel"];
  readonly inputs: readonly (ValueView | null)[];
  readonly outputs: readonly ValueView[];
  readonly attributes: unknown;
  readonly reads: readonly number[];
  readonly writes: readonly number[];
}

export interface Value {
  readonly byteLength: number;
  /** Made by this recording: nobody else knows what it holds. */
  readonly made: boolean;
  /** Somebody can read it after the call. */
  readonly live: boolean;
  /** The needed nodes that read it and those that write it, in their order. */
  readonly readers: readonly number[];
  readonly writers: readonly number[];
}

export interface Graph {
  /** Of the one device that all of it is on. */
  readonly allocator: Allocator;
  readonly nodes: readonly GraphNode[];
  readonly values: readonly Value[];
  /** The nodes that something depends on; the others are not computed, and count neither as readers nor as writers. */
  readonly needed: ReadonlySet<number>;
}

export function graphOf(recording: Recording, live: ReadonlySet<unknown>): Graph {
  const nodes = recording.nodes.map((node) => graphNode(recording, node));
  const storages = recording.storages.map((storage) => ({
    byteLength: storage.byteLength,
    made: recording.promised.has(storage),
    live: live.has(storage),
  }));
  const needed = neededNodes(nodes, storages);
  const readers = storages.map((): number[] => []);
  const writers = storages.map((): number[] => []);
  for (const [at, { reads, writes }] of nodes.entries()) {
    if (!needed.has(at)) continue;
    for (const value of reads) readers[value]!.push(at);
    for (const value of writes) writers[value]!.push(at);
  }
  const values = storages.map((storage, at) => ({ ...storage, readers: readers[at]!, writers: writers[at]! }));
  return { allocator: recording.allocator!, nodes, values, needed };
}

/** Nodes that something depends on: what can be read afterwards, what was there before, a generator's state, or others outside. */
function neededNodes(
  nodes: readonly GraphNode[],
  values: readonly Pick<Value, "made" | "live">[],
): ReadonlySet<number> {
  const wanted = new Set(values.keys());
  for (const [value, { made, live }] of values.entries()) if (made && !live) wanted.delete(value);
  const needed = new Set<number>();
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const node = nodes[at]!;
    if (!hasEffect(node) && !node.writes.some((value) => wanted.has(value))) continue;
    needed.add(at);
    for (const value of node.reads) wanted.add(value);
  }
  return needed;
}

/** Whether a node does more than write values: it is computed in any case, and in the recorded order. */
export function hasEffect(node: Pick<GraphNode, "op" | "attributes">): boolean {
  return draws(node) || reachesOut(node);
}

/** Whether a node takes numbers from a generator, whose state it changes. */
function draws({ attributes }: Pick<GraphNode, "attributes">): boolean {
  return (attributes as { readonly generator?: unknown }).generator !== undefined;
}

/** Whether others see what a node does: it is not to be done twice. */
export function reachesOut({ op }: Pick<GraphNode, "op">): boolean {
  return op.reachesOut === true;
}

function graphNode(recording: Recording, node: RecordedNode): GraphNode {
  const view = ({ storage, shape, strides, offset, dtype }: Tensor): ValueView => {
    return { value: recording.numberOf(storage), shape, strides, offset, dtype };
  };
  const inputs = node.inputs.map((input) => input && view(input));
  const outputs = node.outputs.map(view);
  const also = node.alsoWritten.map((storage) => recording.numberOf(storage));
  return {
    op: node.op,
    kernel: node.kernel,
    inputs,
    outputs,
    attributes: node.attributes,
    reads: [...new Set(inputs.flatMap((input) => (input === null ? [] : [input.value])))],
    writes: [...new Set([...outputs.map(({ value }) => value), ...also])],
  };
}

/** Whether a view shows all of a value as it lies, in row-major order. */
export function isWhole(graph: Graph, view: ValueView): boolean {
  const bytes = view.dtype === "float64" ? 8 : view.dtype === "float32" || view.dtype === "int32" ? 4 : 1;
  const { byteLength } = graph.values[view.value]!;
  return view.offset === 0 && isContiguous(view) && Math.max(numberOfElements(view.shape), 1) * bytes === byteLength;
}

/** Whether a recording is of the same step as a graph; attributes are compared only of the nodes in `fixed`. */
export function isSameStep(
  graph: Graph,
  recording: Recording,
  live: ReadonlySet<unknown>,
  fixed: ReadonlyMap<number, readonly string[]>,
): boolean {
  return (
    graph.allocator === recording.allocator &&
    graph.nodes.length === recording.nodes.length &&
    graph.values.length === recording.storages.length &&
    recording.storages.every((storage, at) => {
      const value = graph.values[at]!;
      return (
        value.byteLength === storage.byteLength &&
        value.live === live.has(storage) &&
        value.made === recording.promised.has(storage)
      );
    }) &&
    recording.nodes.every((node, at) => isSameNode(graph.nodes[at]!, node, recording, fixed.get(at) ?? []))
  );
}

function isSameNode(node: GraphNode, recorded: RecordedNode, recording: Recording, fixed: readonly string[]): boolean {
  const same = (views: readonly (ValueView | null)[], tensors: readonly (Tensor | null)[]): boolean =>
    views.length === tensors.length &&
    tensors.every((tensor, at) => {
      const view = views[at] ?? null;
      if (tensor === null || view === null) return tensor === null && view === null;
      return (
        view.value === recording.numberOf(tensor.storage) &&
        view.dtype === tensor.dtype &&
        view.offset === tensor.offset &&
        sameShape(view.shape, tensor.shape) &&
        sameShape(view.strides, tensor.strides)
      );
    });
  return (
    node.op === recorded.op &&
    node.kernel === recorded.kernel &&
    same(node.inputs, recorded.inputs) &&
    same(node.outputs, recorded.outputs) &&
    recorded.alsoWritten.every((storage) => node.writes.includes(recording.numberOf(storage))) &&
    fixed.every((name) => sameAttribute(attribute(node.attributes, name), attribute(recorded.attributes, name)))
  );
}

function attribute(attributes: unknown, name: string): unknown {
  return (attributes as Readonly<Record<string, unknown>>)[name];
}

function sameAttribute(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, at) => Object.is(one, b[at]));
  return Object.is(a, b);
}
