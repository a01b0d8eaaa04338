// Rule: a convolution with what follows it and the way back, by the method that saves most of what the nodes would take by their own
// kernels; or why none does.

import { warnOnce } from "../../../../checks/warn.js";
import { type Graph, isWhole } from "../../../../compile/graph.js";
import type { Fusion, IsFree, Precision, Refusal, Rule } from "../../../../compile/step.js";
import type { KernelName } from "../../../../kernels/contract.js";
import { kernelNameOf } from "../../../../kernels/kernel.js";
import { type ConvolutionChain, convolutionChain } from "./chain.js";
import { costOfKernels, costOfValues } from "./cost.js";
import { type Endings, endingsOf } from "./ending.js";
import type { Method, Methods, Offer } from "./method.js";
import { convolutionSteps } from "./steps.js";

/**
 * Tried in turn: with what goes element by element behind it, and without. What is taken along forward may move a step behind others that
 * need its results earlier.
 */
export function convolutionRules(precision: Precision, among: Methods): readonly Rule[] {
  return [true, false].map((takesBehind) => (graph, at, isFree) => {
    const { kernel } = graph.nodes[at]!.op;
    if (kernelNameOf(kernel) === "conv2dWeightGradient")
      return { why: () => "its convolution is not fused, or something else reads what lies between the two" };
    if (kernelNameOf(kernel) === "conv2dInputGradient" && among.transposedChain === null)
      return {
        why: () => `its convolution is not fused, or it is transposed, which is the affair of ${among.others?.where}`,
      };
    const whole = among.transposedChain?.(graph, at) ?? convolutionChain(graph, at, isFree, "whole");
    if (whole === null || "why" in whole) return whole;
    const bare = whole.nodes.length <= 1 ? whole : convolutionChain(graph, at, isFree, "bare");
    const chains = { whole, bare: bare as ConvolutionChain | Refusal };
    return fusionOf(graph, chains, { precision, isFree, takesBehind, among });
  });
}

interface Wanted {
  readonly among: Methods;
  readonly precision: Precision;
  readonly isFree: IsFree;
  readonly takesBehind: boolean;
}

interface Chains {
  readonly whole: ConvolutionChain;
  readonly bare: ConvolutionChain | Refusal;
}

function fusionOf(graph: Graph, chains: Chains, wanted: Wanted): Fusion | Refusal | null {
  const { precision, isFree, takesBehind, among } = wanted;
  const answers = among.methods.map((method) => {
    const chain = chains[method.reach];
    return { method, chain, answer: "why" in chain ? chain : method.takes(chain, { graph, precision }) };
  });
  let best: { readonly saves: number; readonly fusion: Fusion; readonly isLonger: boolean } | null = null;
  for (const { method, chain, answer } of answers) {
    if ("why" in chain || answer === null || "why" in answer) continue;
    const endings = endingsOf(graph, chain, takesBehind ? isFree : () => false, answer);
    const fusion = fusionBy(method, answer, graph, chain, endings);
    const saves = costOfKernels(graph, fusion.nodes) - costOf(graph, chain, answer, fusion);
    const isLonger = fusion.nodes.length > chain.all.length;
    if (saves > (best?.saves ?? 0)) best = { saves, fusion, isLonger };
  }
  if (best !== null) return best.isLonger === takesBehind ? best.fusion : null;
  const others = among.others?.areFor(chains.whole.sizes) === true ? among.others : null;
  if (others !== null)
    warnOnce("compile", `a convolution is not fused, since the lean compile has no way for it; ${others.where} has`);
  const why = () => [
    ...answers.flatMap(({ method, answer }) => {
      if (answer === null) return [];
      return `${method.name}: ${"why" in answer ? answer.why() : "its own kernels take no longer"}`;
    }),
    ...(others === null ? [] : [`other ways are those of ${others.where}`]),
  ];
  return { why: () => why().join("; ") };
}

/** The passes that there are, and what is read and written before and behind them. */
function costOf(
  graph: Graph,
  { nodes: forward, backward }: ConvolutionChain,
  offer: Offer,
  { nodes, internal }: Fusion,
): number {
  const { weightGradient = null, inputGradient = null } = backward ?? {};
  const values = new Set(nodes.flatMap((at) => [...graph.nodes[at]!.reads, ...graph.nodes[at]!.writes]));
  for (const value of internal) values.delete(value);
  return (
    (forward.length === 0 ? 0 : offer.forward.cost) +
    (weightGradient === null ? 0 : offer.weightGradient.cost) +
    (inputGradient === null ? 0 : offer.inputGradient.cost) +
    costOfValues(graph, values)
  );
}

const strided = ["stride", "padding", "dilation", "groups"];
/** By kernel: the attributes that steps are made for. */
const attributesOf = new Map<KernelName | null, readonly string[]>([
  ["conv2d", strided],
  ["conv2dWeightGradient", strided],
  ["conv2dInputGradient", strided],
  ["maxPool2d", ["kernelSize", "stride", "padding", "dilation"]],
]);

function fusionBy(method: Method, offer: Offer, graph: Graph, chain: ConvolutionChain, endings: Endings): Fusion {
  const all = [endings.forward, endings.inputGradient].filter((ending) => ending !== null);
  return {
    name: method.name,
    nodes: [...chain.all, ...all.flatMap(({ nodes }) => nodes)],
    internal: [...chain.internal, ...all.flatMap(({ internal }) => internal)],
    images: imagesOf(
      graph,
      chain,
      all.flatMap(({ images }) => images),
    ),
    attributes: chain.all.flatMap((at) => {
      const names = attributesOf.get(kernelNameOf(graph.nodes[at]!.op.kernel));
      return names === undefined ? [] : [[at, names] as const];
    }),
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
