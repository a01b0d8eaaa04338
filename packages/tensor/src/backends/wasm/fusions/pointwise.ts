// Pointwise ops that follow each other, each the only one to read the one before: what epilogue.ts has done behind a product. What
// lies between them is never stored. Results are bit for bit those of the ops one by one.

import { type Graph, isWhole, type ValueView } from "../../../compile/graph.js";
import { isEqualView } from "../../../compile/regions/region.js";
import type { IsFree, Run } from "../../../compile/step.js";
import * as kernels from "../../../kernels/kernels.js";
import { numberOfElements, sameShape } from "../../../tensor/shape.js";
import { type ElementType, elementAccess } from "../kernels/elements.js";
import { definitionOf, type Pointwise, type PointwiseDefinition } from "../kernels/pointwise.js";
import { chainOf, type Link, type Source } from "../kernels/pointwise-chain.js";

/** More would want more registers, and addresses, than there are. */
const mostLinks = 16;
const mostOperands = 8;

/** An input of the whole, as an input of one of its nodes. */
export interface OperandAt {
  readonly node: number;
  readonly input: number;
  readonly view: ValueView;
}

class Chain {
  readonly nodes: number[] = [];
  readonly links: Link[] = [];
  readonly definitions: PointwiseDefinition[] = [];
  operands: readonly OperandAt[] = [];
  /** Nodes that fill a tensor with a number, in the order of the numbers. */
  fills: readonly number[] = [];
  readonly internal: number[] = [];
  output: ValueView | null = null;
  readonly #graph: Graph;
  readonly #isFree: IsFree;

  constructor(graph: Graph, isFree: IsFree) {
    this.#graph = graph;
    this.#isFree = isFree;
  }

  /** Takes in a node that reads the output so far, or the first one; false where it does not fit. */
  take(at: number): boolean {
    const definition = this.#isFree(at) ? definitionFor(this.#graph, at) : null;
    if (definition === null || this.links.length === mostLinks) return false;
    const { inputs, outputs } = this.#graph.nodes[at]!;
    const output = outputs[0]!;
    if (this.output !== null && !sameShape(output.shape, this.output.shape)) return false;
    const [operands, fills] = [[...this.operands], [...this.fills]];
    const sources: Source[] = [];
    for (const [input, view] of (inputs as readonly ValueView[]).entries()) {
      const source = this.#sourceOf(at, input, view, operands, fills);
      if (source === null) return false;
      sources.push(source);
    }
    if (operands.length > mostOperands) return false;
    this.nodes.push(at);
    this.links.push({ operation: definition.operation, inputs: sources });
    this.definitions.push(definition);
    this.operands = operands;
    this.fills = fills;
    if (this.output !== null) this.internal.push(this.output.value);
    this.output = output;
    return true;
  }

  #sourceOf(at: number, input: number, view: ValueView, operands: OperandAt[], fills: number[]): Source | null {
    if (view.value === this.output?.value) {
      const isSame = isWhole(this.#graph, view) && sameShape(view.shape, this.output.shape);
      return isSame ? { from: "link", at: this.links.length - 1 } : null;
    }
    const fill = this.#fillOf(view);
    const from = fill === null ? "operand" : "number";
    if (fill !== null) {
      if (!fills.includes(fill)) fills.push(fill);
      return { from, at: fills.indexOf(fill) };
    }
    const known = operands.findIndex((other) => isEqualView(other.view, view));
    return { from, at: known >= 0 ? known : operands.push({ node: at, input, view }) - 1 };
  }

  /** The node that fills all of a value with one number, and nobody else writes it. */
  #fillOf(view: ValueView): number | null {
    const { made, writers } = this.#graph.values[view.value]!;
    const [writer] = writers;
    if (!made || writer === undefined || writers.length !== 1) return null;
    const { op, outputs } = this.#graph.nodes[writer]!;
    const isFill = op.kernel === kernels.fill && view.dtype === "float32" && isWhole(this.#graph, outputs[0]!);
    return isFill && definitionFor(this.#graph, writer) !== null ? writer : null;
  }
}

/** Ops that are one loop. */
export interface PointwiseChain {
  /** Those whose results follow from each other, and before them those that fill tensors only for them. */
  readonly links: readonly number[];
  readonly nodes: readonly number[];
  readonly internal: readonly number[];
  readonly operands: readonly OperandAt[];
  readonly output: ValueView;
  readonly operation: Pointwise;
  /** How many numbers stand for filled tensors. */
  readonly numbers: number;
  scalars(run: Run): readonly number[];
}

/** The chain that begins at a node, as long as it goes. */
export function pointwiseChain(graph: Graph, node: number, isFree: IsFree): PointwiseChain | null {
  if (graph.nodes[node]!.op.kernel === kernels.fill) return null;
  const chain = new Chain(graph, isFree);
  for (let next: number | null = node; next !== null && chain.take(next); next = onlyReader(graph, chain.output!));
  const output = chain.output;
  if (output === null) return null;
  // A tensor that only the chain reads need not be filled.
  const own = new Set(chain.nodes);
  const absorbed = chain.fills.filter((fill) => {
    const { value } = graph.nodes[fill]!.outputs[0]!;
    return (
      isFree(fill) && !graph.values[value]!.live && graph.values[value]!.readers.every((reader) => own.has(reader))
    );
  });
  const operation = chainOf(
    chain.links,
    chain.operands.map(({ view }) => view.dtype as ElementType),
    chain.fills.map(() => "float32" as const),
  );
  return {
    links: chain.nodes,
    nodes: [...absorbed, ...chain.nodes],
    internal: [...chain.internal, ...absorbed.map((fill) => graph.nodes[fill]!.outputs[0]!.value)],
    operands: chain.operands,
    output,
    operation,
    numbers: chain.fills.length,
    scalars: (run) => scalarsOf(run, chain),
  };
}

function scalarsOf({ nodes }: Run, { fills, definitions, nodes: links }: Chain): number[] {
  const numbers = fills.map((fill) => (nodes[fill]!.attributes as { readonly value: number }).value);
  return numbers.concat(definitions.flatMap(({ scalars }, at) => scalars(nodes[links[at]!]!.attributes as never)));
}

/** What a node computes of each element, if it writes nothing but one new value. */
function definitionFor(graph: Graph, at: number): PointwiseDefinition | null {
  const { kernel, outputs, writes, reads } = graph.nodes[at]!;
  const output = outputs[0]!;
  if (writes.length !== 1 || reads.includes(output.value) || !isWhole(graph, output)) return null;
  const { made, writers } = graph.values[output.value]!;
  if (!made || writers.length !== 1 || numberOfElements(output.shape) === 0) return null;
  return definitionOf(kernel.run, output.dtype);
}

/** The only node that reads a value, unless it must be stored for another reason. */
export function onlyReader(graph: Graph, { value, dtype }: ValueView): number | null {
  const { live, readers } = graph.values[value]!;
  // Bytes wrap when they are stored.
  if (live || readers.length !== 1 || dtype === "uint8" || !Object.hasOwn(elementAccess, dtype)) return null;
  return readers[0]!;
}
