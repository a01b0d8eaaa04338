// Rule: updates of one kind, such as an optimizer's steps, one for each parameter, are one job. Learning rates and the like are
// those of the call at hand.

import type { Graph } from "../../../compile/graph.js";
import { type Fusion, fusedStep, type IsFree, type Run } from "../../../compile/step.js";
import { definitionOf, pointwiseWork, runTogether } from "../kernels/pointwise.js";
import { walked } from "../kernels/walk.js";
import { runtimeOf } from "../runtime.js";

export function optimizerRule(graph: Graph, node: number, isFree: IsFree): Fusion | null {
  const { kernel, op, outputs } = graph.nodes[node]!;
  const definition = op.kind === "kernel" && op.alsoWrites ? definitionOf(kernel.run, outputs[0]!.dtype) : null;
  if (definition === null) return null;
  const { operation } = definition;
  const scalars = definition.scalars as (attributes: unknown) => readonly number[];
  const nodes: number[] = [];
  const [seen, written] = [new Set<number>(), new Set<number>()];
  for (let at = node; at < graph.nodes.length; at += 1) {
    const { kernel: own, reads, writes } = graph.nodes[at]!;
    // Such as the next step of the same parameters.
    if (reads.some((value) => written.has(value)) || writes.some((value) => seen.has(value))) break;
    if (own !== kernel || !isFree(at)) continue;
    nodes.push(at);
    for (const value of reads) seen.add(value);
    for (const value of writes) written.add(value);
  }
  if (nodes.length < 2) return null;
  const step = {
    nodes,
    reads: [...seen],
    writes: [...written],
    name: `${nodes.length} × ${op.name}`,
    numbers: (run: Run) => nodes.flatMap((at) => scalars(run.nodes[at]!.attributes)),
  };
  const compute = (run: Run): void => {
    const works = nodes.map((at) => {
      const { inputs, outputs: results, attributes } = run.nodes[at]!;
      const output = results[0]!;
      const operands = [...inputs.map((input) => input!), output].map(walked);
      return pointwiseWork(runtimeOf(output), operation, output.shape, operands, scalars(attributes));
    });
    runTogether(runtimeOf(run.nodes[node]!.outputs[0]!), works);
  };
  return {
    name: "optimizer",
    nodes,
    internal: [],
    images: [],
    attributes: [],
    steps: () => [fusedStep(graph, step, compute)],
  };
}
