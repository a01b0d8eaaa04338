// Rule: a convolution of 1 × 1 with neither ReLU nor pool behind it, as in the shortcuts of residual nets, on images with channels
// last. What it saves is less than what it spares its neighbours: to lay their images out as PyTorch does, for its sake.

import type { Graph } from "../../../compile/graph.js";
import { type Fusion, fusedStep, type IsFree, type Planning, type Step } from "../../../compile/step.js";
import type { ConvolutionAttributes, Pair } from "../../../kernels/contract.js";
import * as kernels from "../../../kernels/kernels.js";
import {
  type UnitConvolution,
  unitConvolution,
  unitInputGradient,
  unitWeightGradient,
} from "../kernels/blocks/unit-convolution.js";
import { addressOf } from "../kernels/walk.js";
import { attributesOf, type ChainBackward, type ConvolutionChain, convolutionChain } from "./convolution-chain.js";
import { convolutionFusion } from "./convolution-fusion.js";
import {
  copiesOf,
  imageStep,
  isConstant,
  numbersOfCopies,
  type PlacedImage,
  reading,
  runtime,
  writing,
} from "./image-access.js";

const noBorder = [0, 0] as const;

/** Fewer channels do not fill the vectors of their products. */
const leastChannels = 8;

export function unitConvolutionRule(graph: Graph, node: number, isFree: IsFree): Fusion | null {
  const chain = convolutionChain(graph, node, isFree);
  if (chain === null || chain.nodes.length > 1) return null;
  const { convolution, input, weight, backward } = chain;
  const { stride, padding } = attributesOf<ConvolutionAttributes>(graph, convolution);
  if (weight.shape[2] !== 1 || weight.shape[3] !== 1 || padding.some((size) => size > 0)) return null;
  const [batch, inputChannels, ...imageSize] = input.shape as readonly [number, number, number, number];
  const outputChannels = weight.shape[0]!;
  if (Math.min(inputChannels, outputChannels) < leastChannels || !hasLargerKernel(graph)) return null;
  const sizes = { batch, inputChannels, outputChannels, imageSize: imageSize as Pair, stride };
  return convolutionFusion(graph, chain, "1 × 1 convolution", (planning) => {
    const [image, preparation] = imageStep(planning, convolution, noBorder);
    const steps = [...preparation, forwardStep(planning, chain, sizes, image)];
    if (backward === null) return steps;
    if (backward.weightGradient !== null) steps.push(weightStep(planning, backward, sizes, image));
    if (backward.inputGradient !== null) steps.push(inputStep(planning, chain, backward, sizes));
    return steps;
  });
}

/** Whether there are convolutions that want channels last: else the plain kernels do as well. */
function hasLargerKernel({ nodes }: Graph): boolean {
  return nodes.some(
    ({ op, inputs }) => op.kernel === kernels.conv2d && inputs[1]!.shape.slice(2).some((size) => size > 1),
  );
}

function forwardStep(
  { graph, isChannelsLast }: Planning,
  { convolution, weight, bias, output }: ConvolutionChain,
  sizes: UnitConvolution,
  image: PlacedImage,
): Step {
  const reads = [image.value, weight.value, ...(bias === null ? [] : [bias.value])];
  const numbers = numbersOfCopies(graph, convolution, weight);
  const isLast = isChannelsLast(output.value);
  return fusedStep(graph, { nodes: [convolution], reads, writes: [output.value], numbers }, (run) => {
    const { inputs, outputs } = run.nodes[convolution]!;
    const [, weights, biases] = inputs;
    writing(outputs[0]!, isLast, (address) =>
      unitConvolution(runtime, sizes, {
        image: image.address(run),
        weight: addressOf(weights!),
        copies: isConstant(graph, weight) ? copiesOf(weights!) : null,
        bias: biases ? addressOf(biases) : null,
        output: address,
      }),
    );
  });
}

function weightStep(
  { graph, isChannelsLast }: Planning,
  { gradient, gradientAt: [node, input], weightGradient, biasGradient }: ChainBackward,
  sizes: UnitConvolution,
  image: PlacedImage,
): Step {
  const nodes = [weightGradient, biasGradient].filter((end) => end !== null);
  const writes = nodes.map((end) => graph.nodes[end]!.outputs[0]!.value);
  const isLast = isChannelsLast(gradient.value);
  return fusedStep(graph, { nodes, reads: [gradient.value, image.value], writes, numbers: () => [] }, (run) => {
    const result = (end: number) => addressOf(run.nodes[end]!.outputs[0]!);
    reading(run.nodes[node]!.inputs[input]!, isLast, (address) =>
      unitWeightGradient(runtime, sizes, {
        image: image.address(run),
        gradient: address,
        weightGradient: result(weightGradient!),
        biasGradient: biasGradient === null ? null : result(biasGradient),
      }),
    );
  });
}

function inputStep(
  { graph, isChannelsLast }: Planning,
  { weight }: ConvolutionChain,
  { gradient, gradientAt: [node, input], inputGradient }: ChainBackward,
  sizes: UnitConvolution,
): Step {
  const end = inputGradient!;
  const result = graph.nodes[end]!.outputs[0]!.value;
  const own = { nodes: [end], reads: [gradient.value, weight.value], writes: [result], numbers: () => [] };
  const [isLast, isResultLast] = [isChannelsLast(gradient.value), isChannelsLast(result)];
  return fusedStep(graph, own, (run) =>
    reading(run.nodes[node]!.inputs[input]!, isLast, (address) =>
      writing(run.nodes[end]!.outputs[0]!, isResultLast, (imageGradient) =>
        unitInputGradient(runtime, sizes, {
          gradient: address,
          weight: addressOf(run.nodes[end]!.inputs[1]!),
          imageGradient,
        }),
      ),
    ),
  );
}
