// Rule: the way back through nllLoss and logSoftmax, which the ops take in five steps, is one pass over the rows. Results are bit
// for bit theirs. Going forward there is nothing to save: both are passes that somebody reads.

import { type Graph, type GraphNode, isWhole, type ValueView } from "../../../compile/graph.js";
import { type Fusion, fusedStep, type Run } from "../../../compile/step.js";
import type { Computation } from "../../../kernels/kernel.js";
import { kernelNameOf } from "../../../kernels/kernel.js";
import * as kernels from "../../../kernels/kernels.js";
import { addOp } from "../../../ops/pointwise/add.js";
import { expOp } from "../../../ops/pointwise/exp.js";
import { mulOp } from "../../../ops/pointwise/mul.js";
import { isContiguous, sameShape } from "../../../tensor/shape.js";
import { crossEntropyBackward } from "../kernels/losses.js";

export function crossEntropyRule(graph: Graph, node: number): Fusion | null {
  const chain = gradientChain(graph, node);
  if (chain === null) return null;
  const { nodes, sum, last, logProbabilities } = chain;
  const { gradient, target, counted } = operandsOf(graph.nodes[node]!);
  const output = graph.nodes[last]!.outputs[0]!;
  const read = [gradient, target, counted, logProbabilities];
  const step = {
    nodes: [...nodes],
    reads: [...new Set(read.map(({ value }) => value))],
    writes: [output.value],
    numbers: ({ nodes }: Run) => [(nodes[node]!.attributes as { readonly ignoreIndex: number }).ignoreIndex],
  };
  return {
    name: "cross entropy",
    nodes,
    internal: nodes.filter((at) => at !== last).map((at) => graph.nodes[at]!.outputs[0]!.value),
    images: [],
    attributes: [[sum, ["dims"]] as const, [last, ["alpha"]] as const],
    steps: (planning) => [
      fusedStep(planning, step, (run) => {
        const { inputs, attributes } = run.nodes[node]!;
        crossEntropyBackward({
          gradient: inputs[0]!,
          target: inputs[1]!,
          counted: inputs[2]!,
          logProbabilities: run.nodes[chain.exponential]!.inputs[0]!,
          output: run.nodes[last]!.outputs[0]!,
          ignoreIndex: (attributes as { readonly ignoreIndex: number }).ignoreIndex,
        });
      }),
    ],
  };
}

function operandsOf({ inputs }: GraphNode) {
  const [gradient, target, counted] = inputs as readonly [ValueView, ValueView, ValueView];
  return { gradient, target, counted };
}

interface GradientChain {
  readonly nodes: readonly number[];
  readonly exponential: number;
  readonly sum: number;
  readonly last: number;
  readonly logProbabilities: ValueView;
}

/** nllLossBackward → g; then g − exp(output) · sum(g), as logSoftmax's gradient is written. */
function gradientChain(graph: Graph, at: number): GradientChain | null {
  const node = graph.nodes[at]!;
  if (kernelNameOf(node.op.kernel) !== "nllLossBackward" || node.outputs[0]!.dtype !== "float32") return null;
  const { target, counted } = operandsOf(node);
  if (!isContiguous(target) || !isContiguous(counted)) return null;
  const given = node.outputs[0]!;
  const readers = graph.values[given.value]!.readers;
  const find = (kernel: Computation, among: readonly number[]) =>
    among.find((one) => graph.nodes[one]!.op.kernel === kernel);
  const [sum, last] = [find(kernels.sum, readers), find(addOp.kernel, readers)];
  if (sum === undefined || last === undefined || readers.length !== 2) return null;
  const product = find(mulOp.kernel, graph.values[graph.nodes[sum]!.outputs[0]!.value]!.readers);
  if (product === undefined) return null;
  const [exponentials] = graph.nodes[product]!.inputs as readonly [ValueView];
  const exponential = graph.values[exponentials.value]!.writers.find((one) => graph.nodes[one]!.op === expOp);
  if (exponential === undefined) return null;
  const logProbabilities = graph.nodes[exponential]!.inputs[0]!;
  const found = [sum, product, exponential, last].map((one) => graph.nodes[one]!) as [
    GraphNode,
    GraphNode,
    GraphNode,
    GraphNode,
  ];
  if (!isGradientOfLogSoftmax(graph, given, logProbabilities, found)) return null;
  const nodes = [at, sum, product, exponential, last].sort((a, b) => a - b);
  return { nodes, exponential, sum, last, logProbabilities };
}

function isGradientOfLogSoftmax(
  graph: Graph,
  given: ValueView,
  logProbabilities: ValueView,
  [sum, product, exponential, last]: readonly [GraphNode, GraphNode, GraphNode, GraphNode],
): boolean {
  const { shape } = given;
  const isAll = (view: ValueView | null | undefined) => !!view && isWhole(graph, view) && sameShape(view.shape, shape);
  const reads = (view: ValueView | null | undefined, { outputs }: GraphNode) => view?.value === outputs[0]!.value;
  const { dims } = sum.attributes as { readonly dims: readonly number[] };
  const { alpha } = last.attributes as { readonly alpha: number };
  const [, totals] = product.inputs;
  return (
    shape.length === 2 &&
    dims.join() === "1" &&
    alpha === -1 &&
    isAll(sum.inputs[0]) &&
    isAll(logProbabilities) &&
    reads(product.inputs[0], exponential) &&
    isAll(product.inputs[0]) &&
    reads(totals, sum) &&
    (totals?.strides[1] === 0 || shape[1] === 1) &&
    (totals?.strides[0] === 1 || shape[0] === 1) &&
    isAll(last.inputs[0]) &&
    last.inputs[0]!.value === given.value &&
    reads(last.inputs[1], product) &&
    isAll(last.inputs[1]) &&
    isAll(last.outputs[0])
  );
}
