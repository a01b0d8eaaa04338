// What the fusions of convolutions have in common: which nodes are theirs, which values they hide, which images they can read and
// write with channels last. What they compute, and by which kernels, is the rules' affair.

import { type Graph, isWhole } from "../../../compile/graph.js";
import type { Fusion } from "../../../compile/step.js";
import type { ConvolutionChain } from "./convolution-chain.js";

/** The fusion of a whole chain; null where its bias has a gradient that would be left alone. */
export function convolutionFusion(
  graph: Graph,
  chain: ConvolutionChain,
  name: string,
  steps: Fusion["steps"],
): Fusion | null {
  const { nodes, convolution, internal, input, output, backward } = chain;
  const { weightGradient = null, biasGradient = null, inputGradient = null } = backward ?? {};
  if (weightGradient === null && biasGradient !== null) return null;
  const ends = [weightGradient, biasGradient, inputGradient].filter((end) => end !== null);
  const views = [input, output, backward?.gradient, graph.nodes[inputGradient ?? -1]?.outputs[0]];
  const strided = ["stride", "padding", "dilation", "groups"];
  const gradients = [weightGradient, inputGradient].filter((end) => end !== null);
  return {
    name,
    nodes: [...nodes, ...(backward?.nodes ?? []), ...ends],
    internal: [...internal, ...(backward?.internal ?? [])],
    images: imagesAmong(
      graph,
      chain,
      views.flatMap((view) => (view?.shape.length === 4 && isWhole(graph, view) ? [view.value] : [])),
    ),
    attributes: [convolution, ...gradients].map((at) => [at, strided] as const),
    steps,
  };
}

/** Of the values that a chain can read or write with channels last: those that it does not also take for weights, which lie as in PyTorch. */
export function imagesAmong(graph: Graph, { weight, bias, backward }: ConvolutionChain, values: readonly number[]) {
  const ends = [backward?.weightGradient, backward?.biasGradient];
  const flat = new Set([weight.value, bias?.value, ...ends.map((end) => graph.nodes[end ?? -1]?.outputs[0]?.value)]);
  return values.filter((value) => !flat.has(value));
}
