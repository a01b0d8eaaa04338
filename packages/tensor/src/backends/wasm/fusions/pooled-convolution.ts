// Rule: a convolution with ReLU and, as a rule, max pooling behind it, on images with channels last. Forward, the pool keeps
// of each window the place of its largest element; back, only that place has a gradient, and where ReLU let nothing through
// none has. So the gradients of weights and images run over short lists.

import type { Graph } from "../../../compile/graph.js";
import { type Fusion, fusedStep, type Planning, type Precision, type Rule, type Step } from "../../../compile/step.js";
import type { ConvolutionAttributes, Pair, PoolingAttributes } from "../../../kernels/contract.js";
import {
  type PooledConvolution,
  pooledConvolution,
  suitsPooledConvolution,
  wantsBorder,
} from "../kernels/blocks/pooled-convolution.js";
import { pooledInputGradient, pooledWeightGradient } from "../kernels/blocks/pooled-gradients.js";
import { suitsWinogradSix } from "../kernels/blocks/winograd-six.js";
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
import { winogradSizesOf } from "./winograd-convolution.js";

type Four = readonly [number, number, number, number];

const noBorder = [0, 0] as const;

/** The rule for that precision. */
export function pooledConvolutionRule(precision: Precision): Rule {
  return (graph, node, isFree) => findPooledConvolution(convolutionChain(graph, node, isFree), graph, precision);
}

function findPooledConvolution(chain: ConvolutionChain | null, graph: Graph, precision: Precision): Fusion | null {
  if (chain === null || chain.relu === null) return null;
  const sizes = sizesOf(graph, chain);
  const { pooling, indices } = chain;
  if (!suitsPooledConvolution(sizes) || isBetterOtherwise(graph, chain, precision)) return null;
  const fusion = convolutionFusion(graph, chain, "pooled convolution", (planning) =>
    stepsOf(planning, chain, sizes, precision),
  );
  if (fusion === null || pooling === null) return fusion;
  return {
    ...fusion,
    // The pool's indices are replaced by others: nobody else may see them.
    internal: [...fusion.internal, ...(indices === null ? [] : [indices.value])],
    attributes: [...fusion.attributes, [pooling, ["kernelSize", "stride", "padding", "dilation"]]],
  };
}

/** Without a pool half of the gradients are there: then Winograd's algorithm does better, by its rule or by the plain kernels. */
function isBetterOtherwise(graph: Graph, chain: ConvolutionChain, precision: Precision): boolean {
  const sizes = chain.pooling === null ? winogradSizesOf(graph, chain) : null;
  if (sizes === null) return false;
  const { kernelSize, stride, inputChannels, outputChannels } = sizes;
  const isPlainWinograd = kernelSize === 3 && stride === 1 && Math.min(inputChannels, outputChannels) >= 16;
  return isPlainWinograd || (precision === "high" && suitsWinogradSix(sizes));
}

function sizesOf(graph: Graph, { convolution, pooling, input, weight }: ConvolutionChain): PooledConvolution {
  const { stride, padding } = attributesOf<ConvolutionAttributes>(graph, convolution);
  const [batch, inputChannels, height, width] = input.shape as Four;
  const [outputChannels, , ...kernelSize] = weight.shape;
  const pool = pooling === null ? null : attributesOf<PoolingAttributes>(graph, pooling);
  return {
    batch,
    inputChannels,
    outputChannels: outputChannels!,
    imageSize: [height + 2 * padding[0], width + 2 * padding[1]],
    kernelSize: kernelSize as unknown as Pair,
    stride,
    poolSize: pool?.kernelSize ?? [1, 1],
    poolStride: pool?.stride ?? [1, 1],
  };
}

function stepsOf(planning: Planning, chain: ConvolutionChain, sizes: PooledConvolution, precision: Precision): Step[] {
  const { graph } = planning;
  const { convolution, output, indices, backward } = chain;
  const { padding } = attributesOf<ConvolutionAttributes>(graph, convolution);
  const isBordered = wantsBorder(sizes, padding, precision);
  const [image, preparation] = imageStep(planning, convolution, isBordered ? padding : noBorder);
  const steps = [...preparation];
  // One number an output, as the pool's indices: without a pool, beside them.
  const codes =
    backward === null ? null : (indices?.value ?? planning.newValue(graph.values[output.value]!.byteLength));
  steps.push(forwardStep(planning, chain, sizes, image, codes, precision));
  if (backward === null || codes === null) return steps;
  if (backward.weightGradient !== null)
    steps.push(weightStep(planning, backward, sizes, image, isBordered ? noBorder : padding, codes));
  if (backward.inputGradient !== null) steps.push(inputStep(planning, chain, backward, sizes, codes));
  return steps;
}

function forwardStep(
  { graph, isChannelsLast }: Planning,
  { convolution, nodes, weight, bias, output }: ConvolutionChain,
  sizes: PooledConvolution,
  image: PlacedImage,
  codes: number | null,
  precision: Precision,
): Step {
  const own = {
    nodes,
    reads: [image.value, weight.value, ...(bias === null ? [] : [bias.value])],
    writes: [output.value, ...(codes === null ? [] : [codes])],
    guarded: true,
    numbers: numbersOfCopies(graph, convolution, weight),
  };
  const { padding } = attributesOf<ConvolutionAttributes>(graph, convolution);
  const last = nodes.at(-1)!;
  const isLast = isChannelsLast(output.value);
  return fusedStep(graph, own, (run) => {
    const [, weights, biases] = run.nodes[convolution]!.inputs;
    writing(run.nodes[last]!.outputs[0]!, isLast, (pooled) =>
      pooledConvolution(
        runtime,
        sizes,
        padding,
        {
          image: image.address(run),
          weight: addressOf(weights!),
          copies: isConstant(graph, weight) ? copiesOf(weights!) : null,
          bias: biases ? addressOf(biases) : null,
          pooled,
          codes: codes === null ? null : run.address(codes),
          flag: run.flag,
        },
        precision,
      ),
    );
  });
}

function weightStep(
  { graph, isChannelsLast }: Planning,
  { gradient, gradientAt, nodes, weightGradient, biasGradient }: ChainBackward,
  sizes: PooledConvolution,
  image: PlacedImage,
  border: Pair,
  codes: number,
): Step {
  const ends = [weightGradient, biasGradient].filter((end) => end !== null);
  const own = {
    nodes: [...nodes, ...ends],
    reads: [gradient.value, codes, image.value],
    writes: ends.map((end) => graph.nodes[end]!.outputs[0]!.value),
    numbers: () => [],
  };
  const [node, input] = gradientAt;
  const isLast = isChannelsLast(gradient.value);
  return fusedStep(graph, own, (run) => {
    const output = (end: number) => addressOf(run.nodes[end]!.outputs[0]!);
    reading(run.nodes[node]!.inputs[input]!, isLast, (address) =>
      pooledWeightGradient(runtime, sizes, border, {
        image: image.address(run),
        gradient: address,
        codes: run.address(codes),
        weightGradient: output(weightGradient!),
        biasGradient: biasGradient === null ? null : output(biasGradient),
      }),
    );
  });
}

function inputStep(
  { graph, isChannelsLast }: Planning,
  { convolution, weight }: ConvolutionChain,
  { gradient, gradientAt, nodes, inputGradient }: ChainBackward,
  sizes: PooledConvolution,
  codes: number,
): Step {
  const end = inputGradient!;
  const result = graph.nodes[end]!.outputs[0]!.value;
  const reads = [gradient.value, codes, weight.value];
  const own = { nodes: [...nodes, end], reads, writes: [result], numbers: () => [] };
  const { padding } = attributesOf<ConvolutionAttributes>(graph, convolution);
  const [node, input] = gradientAt;
  const [isLast, isResultLast] = [isChannelsLast(gradient.value), isChannelsLast(result)];
  return fusedStep(graph, own, (run) => {
    reading(run.nodes[node]!.inputs[input]!, isLast, (address) =>
      writing(run.nodes[end]!.outputs[0]!, isResultLast, (imageGradient) =>
        pooledInputGradient(runtime, sizes, padding, {
          gradient: address,
          codes: run.address(codes),
          weight: addressOf(run.nodes[end]!.inputs[1]!),
          imageGradient,
        }),
      ),
    );
  });
}
