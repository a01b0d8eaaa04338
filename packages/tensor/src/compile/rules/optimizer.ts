// Rule: the steps of an optimizer, one for each parameter, are one job. Learning rates and the like are
// those of the call at hand.

import { backends } from "../../backends/backends.js";
import { isOptimizerStep, numbersOfSteps, optimizerSteps } from "../../backends/wasm/kernels/optimizer-steps.js";
import type { Graph } from "../graph.js";
import { type Fusion, fusedStep, type IsFree, type Run } from "../step.js";

export function optimizerRule(graph: Graph, node: number, isFree: IsFree): Fusion | null {
  const first = graph.nodes[node]!;
  const { kernelName } = first;
  if (!isOptimizerStep(kernelName)) return null;
  const nodes: number[] = [];
  const [seen, written] = [new Set<number>(), new Set<number>()];
  for (let at = node; at < graph.nodes.length; at += 1) {
    const { kernel, reads, writes } = graph.nodes[at]!;
    // Such as the next step of the same parameters.
    if (reads.some((value) => written.has(value)) || writes.some((value) => seen.has(value))) break;
    const isOnCpu = writes.every((value) => graph.values[value]!.allocator === backends.cpu.allocator);
    if (kernel !== first.kernel || !isOnCpu || !isFree(at)) continue;
    nodes.push(at);
    for (const value of reads) seen.add(value);
    for (const value of writes) written.add(value);
  }
  if (nodes.length < 2 || first.outputs[0]!.dtype !== "float32") return null;
  const step = {
    nodes,
    reads: [...seen],
    writes: [...written],
    name: `${nodes.length} × ${first.op.name}`,
    numbers: (run: Run) =>
      numbersOfSteps(
        kernelName,
        nodes.map((at) => run.nodes[at]!.attributes),
      ),
  };
  return {
    name: "optimizer",
    nodes,
    internal: [],
    images: [],
    attributes: [],
    steps: () => [
      fusedStep(graph, step, (run) =>
        optimizerSteps(
          kernelName,
          nodes.map((at) => run.nodes[at]!),
        ),
      ),
    ],
  };
}
