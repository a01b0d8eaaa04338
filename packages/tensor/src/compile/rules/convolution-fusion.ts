// What the fusions of convolutions have in common: which nodes are theirs, which values they hide, which images they can read and
// write with channels last. What they compute, and by which kernels, is the rules' affair.

import { type Graph, isWhole } from "../graph.js";
import type { Fusion } from "../step.js";
import type { ConvolutionChain } from "./convolution-chain.js";

/** The fusion of a whole chain; null where its bias has a gradient that would be left alone. */
export function convolutionFusion(
  graph: Graph,
  { nodes, convolution, internal, input, output, backward }: ConvolutionChain,
  name: string,
  steps: Fusion["steps"],
): Fusion | null {
  const { weightGradient = null, biasGradient = null, inputGradient = null } = backward ?? {};
  if (weightGradient === null && biasGradient !== null) return null;
  const ends = [weightGradient, biasGradient, inputGradient].filter((end) => end !== null);
  const views = [input, output, backward?.gradient, graph.nodes[inputGradient ?? -1]?.outputs[0]];
  return {
    name,
    nodes: [...nodes, ...(backward?.nodes ?? []), ...ends],
    internal: [...internal, ...(backward?.internal ?? [])],
    images: views.flatMap((view) => (view?.shape.length === 4 && isWhole(graph, view) ? [view.value] : [])),
    attributes: [[convolution, ["stride", "padding", "dilation", "groups"]]],
    steps,
  };
}
