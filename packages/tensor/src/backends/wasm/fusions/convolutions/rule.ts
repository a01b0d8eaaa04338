// Rule: a convolution with what follows it and the way back, by the method that saves most of what the nodes would take by their own
// kernels; or why none does.

import { type Graph, isWhole } from "../../../../compile/graph.js";
import type { Fusion, IsFree, Precision, Refusal, Rule } from "../../../../compile/step.js";
import * as kernels from "../../../../kernels/kernels.js";
import { type ConvolutionChain, convolutionChain } from "./chain.js";
import { costOfKernels, costOfValues } from "./cost.js";
import { type Endings, endingsOf } from "./ending.js";
import type { Method, Offer } from "./method.js";
import { pooled } from "./methods/pooled.js";
import { unit } from "./methods/unit.js";
import { winograd } from "./methods/winograd.js";
import { convolutionSteps } from "./steps.js";

const methods: readonly Method[] = [pooled, winograd, unit];

/**
 * Tried in turn: with what goes element by element behind it, and without. What is taken along forward may move a step behind others that
 * need its results earlier.
 */
export function convolutionRules(precision: Precision): readonly Rule[] {
  return [true, false].map((takesFollowing) => (graph, at, isFree) => {
    const { kernel } = graph.nodes[at]!.op;
    if (kernel === kernels.conv2dInputGradient || kernel === kernels.conv2dWeightGradient)
      return { why: () => "its convolution is not fused, or something else reads what lies between the two" };
    const chain = convolutionChain(graph, at, isFree);
    if (chain === null || "why" in chain) return chain;
    return fusionOf(graph, chain, { precision, isFree, takesFollowing });
  });
}

interface Wanted {
  readonly precision: Precision;
  readonly isFree: IsFree;
  readonly takesFollowing: boolean;
}

function fusionOf(graph: Graph, chain: ConvolutionChain, wanted: Wanted): Fusion | Refusal | null {
  const { precision, isFree, takesFollowing } = wanted;
  const answers = methods.map((method) => ({ method, answer: method.takes(chain, { graph, precision }) }));
  let best: { readonly saves: number; readonly fusion: Fusion; readonly isFollowed: boolean } | null = null;
  for (const { method, answer } of answers) {
    if (answer === null || "why" in answer) continue;
    const endings = endingsOf(graph, chain, isFree, takesFollowing && answer.takesFollowing);
    const fusion = fusionBy(method, answer, graph, chain, endings);
    const saves = costOfKernels(graph, fusion.nodes) - costOf(graph, chain, answer, fusion);
    const isFollowed = fusion.nodes.length > ownNodes(chain).length;
    if (saves > (best?.saves ?? 0)) best = { saves, fusion, isFollowed };
  }
  if (best !== null) return best.isFollowed === takesFollowing ? best.fusion : null;
  const why = () =>
    answers.flatMap(({ method, answer }) => {
      if (answer === null) return [];
      return `${method.name}: ${"why" in answer ? answer.why() : "its own kernels take no longer"}`;
    });
  return { why: () => why().join("; ") };
}

function ownNodes({ nodes, backward }: ConvolutionChain): readonly number[] {
  const { weightGradient = null, biasGradient = null, inputGradient = null } = backward ?? {};
  const ends = [weightGradient, biasGradient, inputGradient].filter((end) => end !== null);
  return [...nodes, ...(backward?.nodes ?? []), ...ends];
}

function costOf(graph: Graph, { backward }: ConvolutionChain, offer: Offer, { nodes, internal }: Fusion): number {
  const { forward, weightGradient, inputGradient } = offer;
  const values = nodes.flatMap((at) => [...graph.nodes[at]!.reads, ...graph.nodes[at]!.writes]);
  return (
    forward.cost +
    (backward?.weightGradient == null ? 0 : weightGradient.cost) +
    (backward?.inputGradient == null ? 0 : inputGradient.cost) +
    costOfValues(
      graph,
      values.filter((value) => !internal.includes(value)),
    )
  );
}

function fusionBy(method: Method, offer: Offer, graph: Graph, chain: ConvolutionChain, endings: Endings): Fusion {
  const { convolution, pooling, internal, indices, backward } = chain;
  const followed = [endings.forward, endings.inputGradient].filter(
    (ending) => ending !== null && ending.nodes.length > 0,
  );
  const behind = followed.flatMap((ending) => ending ?? []);
  const gradients = [backward?.weightGradient, backward?.inputGradient].filter((end) => end != null);
  const strided = ["stride", "padding", "dilation", "groups"];
  return {
    name: method.name,
    nodes: [...ownNodes(chain), ...behind.flatMap(({ nodes }) => nodes)],
    internal: [
      ...internal,
      ...(backward?.internal ?? []),
      // Codes take the place of the pool's indices: nobody else may see them.
      ...(indices === null ? [] : [indices.value]),
      ...behind.flatMap((ending) => ending.internal),
    ],
    images: imagesOf(
      graph,
      chain,
      behind.flatMap(({ others, output }) => [...others, output]),
    ),
    attributes: [
      ...[convolution, ...gradients].map((at) => [at, strided] as const),
      ...(pooling === null ? [] : [[pooling, ["kernelSize", "stride", "padding", "dilation"]] as const]),
    ],
    steps: (planning) => convolutionSteps(planning, chain, offer, endings),
  };
}

/** The values that may lie with channels last: not those that it also takes for weights, which lie as in PyTorch. */
function imagesOf(graph: Graph, chain: ConvolutionChain, behind: readonly number[]): readonly number[] {
  const { input, output, weight, bias, backward } = chain;
  const outputOf = (end: number | null | undefined) => graph.nodes[end ?? -1]?.outputs[0];
  const views = [input, output, backward?.gradient, outputOf(backward?.inputGradient)];
  const flat = [weight, bias, outputOf(backward?.weightGradient), outputOf(backward?.biasGradient)];
  const images = views.flatMap((view) => (view?.shape.length === 4 && isWhole(graph, view) ? [view.value] : []));
  return [...images, ...behind].filter((value) => !flat.some((view) => view?.value === value));
}
