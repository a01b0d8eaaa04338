// Rule: a convolution of 3 × 3 or 5 × 5, with or without ReLU behind it and without a pool, by Winograd's algorithm at six points
// in all three passes, on images with channels last; of 3 × 3 also in steps of two. ReLU's gradient is taken on the way: where
// it let nothing through there is none. Without ReLU what goes element by element behind the convolution is taken along, and so
// it is behind the image's gradient.

import type { Graph } from "../../../compile/graph.js";
import {
  type Fusion,
  fusedStep,
  type IsFree,
  type Planning,
  type Rule,
  type Run,
  type Step,
} from "../../../compile/step.js";
import type { ConvolutionAttributes, Pair } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import {
  suitsWinogradSix,
  type WinogradConvolution,
  winogradForward,
  winogradInputGradient,
  winogradWeightGradient,
} from "../kernels/blocks/winograd-six.js";
import type { EpilogueAt } from "../kernels/epilogue.js";
import { flagNonFinite } from "../kernels/finite.js";
import { addressOf } from "../kernels/walk.js";
import { attributesOf, type ChainBackward, type ConvolutionChain, convolutionChain } from "./convolution-chain.js";
import { convolutionFusion, imagesAmong } from "./convolution-fusion.js";
import { type Epilogue, epilogueOfImage } from "./epilogue.js";
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

/** Without ReLU, which costs a pass if it is not taken along, fewer channels do not pay for copies with channels last. */
const leastInputsOfBare = 4;

/** Tried in turn: what may be taken along forward may move a step behind others that need its results earlier. */
export const winogradConvolutionRules: readonly Rule[] = [
  (graph, node, isFree) => findConvolution(graph, node, isFree, true),
  (graph, node, isFree) => findConvolution(graph, node, isFree, false),
];

/** What is taken along. */
interface Epilogues {
  readonly forward: Epilogue | null;
  readonly backward: Epilogue | null;
}

function findConvolution(graph: Graph, node: number, isFree: IsFree, withEpilogues: boolean): Fusion | null {
  const chain = convolutionChain(graph, node, isFree);
  const sizes = chain === null || chain.pooling !== null ? null : winogradSizesOf(graph, chain);
  if (chain === null || sizes === null || !suitsWinogradSix(sizes)) return null;
  if (chain.relu === null && sizes.inputChannels < leastInputsOfBare) return null;
  const none = { forward: null, backward: null };
  const epilogues = withEpilogues ? epiloguesOf(graph, chain, isFree) : none;
  const own = Object.values(epilogues).filter((epilogue) => epilogue !== null);
  if (withEpilogues && own.length === 0) return null;
  const fusion = convolutionFusion(graph, chain, "Winograd convolution", (planning) =>
    stepsOf(planning, chain, sizes, epilogues),
  );
  return (
    fusion && {
      ...fusion,
      nodes: fusion.nodes.concat(own.flatMap(({ nodes }) => nodes)),
      internal: fusion.internal.concat(own.flatMap(({ internal }) => internal)),
      images: fusion.images.concat(own.flatMap(({ images }) => imagesAmong(graph, chain, images))),
    }
  );
}

function epiloguesOf(graph: Graph, { convolution, relu, backward }: ConvolutionChain, isFree: IsFree): Epilogues {
  const gradient = backward?.inputGradient ?? null;
  const forward = relu === null ? epilogueOfImage(graph, convolution, isFree) : null;
  const others = (node: number) => isFree(node) && !forward?.nodes.includes(node);
  // Alone, the image's gradient is looked at for what is not finite: as it comes.
  const isWatched = gradient !== null && backward!.weightGradient === null;
  return { forward, backward: gradient === null || isWatched ? null : epilogueOfImage(graph, gradient, others) };
}

/** The sizes of a convolution that Winograd may be for; null for others. */
export function winogradSizesOf(
  graph: Graph,
  { convolution, input, weight }: ConvolutionChain,
): WinogradConvolution | null {
  const { stride, padding } = attributesOf<ConvolutionAttributes>(graph, convolution);
  const [batch, inputChannels, ...imageSize] = input.shape;
  const [outputChannels, , ...kernelSize] = weight.shape;
  const [size] = kernelSize;
  const [step] = stride;
  if ((size !== 3 && size !== 5) || kernelSize[1] !== size || stride[1] !== step) return null;
  if (step !== 1 && (step !== 2 || size !== 3)) return null;
  return {
    batch: batch!,
    inputChannels: inputChannels!,
    outputChannels: outputChannels!,
    imageSize: imageSize as unknown as Pair,
    padding,
    kernelSize: size,
    stride: step,
  };
}

function stepsOf(
  planning: Planning,
  chain: ConvolutionChain,
  sizes: WinogradConvolution,
  epilogues: Epilogues,
): Step[] {
  const { backward } = chain;
  const [image, preparation] = imageStep(planning, chain.convolution, noBorder);
  const steps = [...preparation, forwardStep(planning, chain, sizes, image, epilogues.forward)];
  if (backward === null) return steps;
  if (backward.weightGradient !== null) steps.push(weightStep(planning, chain, backward, sizes, image));
  if (backward.inputGradient !== null) steps.push(inputStep(planning, chain, backward, sizes, epilogues.backward));
  return steps;
}

function forwardStep(
  planning: Planning,
  { convolution, relu, nodes, weight, bias, output }: ConvolutionChain,
  sizes: WinogradConvolution,
  image: PlacedImage,
  epilogue: Epilogue | null,
): Step {
  const { graph, isChannelsLast } = planning;
  const numbers = numbersOfCopies(graph, convolution, weight);
  const links = [...nodes, ...(epilogue?.links ?? [])];
  const own = {
    nodes: [...nodes, ...(epilogue?.nodes ?? [])],
    name: nameOf(graph, links),
    reads: [image.value, weight.value, ...(bias === null ? [] : [bias.value]), ...(epilogue?.reads ?? [])],
    writes: epilogue?.writes ?? [output.value],
    guarded: true,
    numbers: (run: Run) => [...numbers(run), ...(epilogue?.scalars(run) ?? [])],
  };
  const last = links.at(-1)!;
  const isLast = isChannelsLast(own.writes[0]!);
  return fusedStep(graph, own, (run) => {
    const [, weights, biases] = run.nodes[convolution]!.inputs;
    withEpilogue(epilogue, planning, run, (behind) =>
      writing(epilogue?.operand(run) ?? run.nodes[last]!.outputs[0]!, isLast, (address) =>
        winogradForward(runtime, sizes, {
          image: image.address(run),
          weight: addressOf(weights!),
          copies: isConstant(graph, weight) ? copiesOf(weights!) : null,
          bias: biases ? addressOf(biases) : null,
          output: address,
          rectify: relu !== null,
          behind,
          flag: run.flag,
        }),
      ),
    );
  });
}

/** Without what only fills tensors. */
function nameOf({ nodes }: Graph, links: readonly number[]): string {
  return links.map((at) => nodes[at]!.op.name).join(" + ");
}

function withEpilogue(
  epilogue: Epilogue | null,
  planning: Planning,
  run: Run,
  use: (behind: EpilogueAt | null) => void,
): void {
  if (epilogue === null) use(null);
  else epilogue.withImages(planning, run, use);
}

/** Hands on the gradient that arrives, and what ReLU let through, if there is one. */
function arriving(
  { isChannelsLast }: Planning,
  { relu, output }: ConvolutionChain,
  { gradient, gradientAt: [node, input] }: ChainBackward,
) {
  const [isLast, isOutputLast] = [isChannelsLast(gradient.value), isChannelsLast(output.value)];
  return (run: Run, use: (gradient: number, output: number | null) => void): void =>
    reading(run.nodes[node]!.inputs[input]!, isLast, (address) => {
      if (relu === null) use(address, null);
      else reading(run.nodes[relu]!.outputs[0]!, isOutputLast, (passed) => use(address, passed));
    });
}

function weightStep(
  planning: Planning,
  chain: ConvolutionChain,
  backward: ChainBackward,
  sizes: WinogradConvolution,
  image: PlacedImage,
): Step {
  const { graph } = planning;
  const { gradient, nodes, weightGradient, biasGradient } = backward;
  const ends = [weightGradient, biasGradient].filter((end) => end !== null);
  const own = {
    nodes: [...nodes, ...ends],
    reads: [gradient.value, image.value, ...(chain.relu === null ? [] : [chain.output.value])],
    writes: ends.map((end) => graph.nodes[end]!.outputs[0]!.value),
    guarded: true,
    numbers: () => [],
  };
  const withGradient = arriving(planning, chain, backward);
  const count = numberOfElements(chain.weight.shape);
  return fusedStep(graph, own, (run) => {
    const result = (end: number) => addressOf(run.nodes[end]!.outputs[0]!);
    withGradient(run, (address, output) =>
      winogradWeightGradient(runtime, sizes, {
        image: image.address(run),
        gradient: address,
        output,
        weightGradient: result(weightGradient!),
        biasGradient: biasGradient === null ? null : result(biasGradient),
        // Else the pass that gives the image's gradient looks at it; the one forward has looked at the image.
        flag: backward.inputGradient === null ? run.flag : null,
      }),
    );
    // A gradient that is not finite spoils all of a tile: it shows in the sums over all tiles.
    flagNonFinite(runtime, result(weightGradient!), count, run.flag);
  });
}

function inputStep(
  planning: Planning,
  chain: ConvolutionChain,
  backward: ChainBackward,
  sizes: WinogradConvolution,
  epilogue: Epilogue | null,
): Step {
  const { graph, isChannelsLast } = planning;
  const end = backward.inputGradient!;
  const writes = epilogue?.writes ?? [graph.nodes[end]!.outputs[0]!.value];
  const links = [...backward.nodes, end, ...(epilogue?.links ?? [])];
  const masks = chain.relu === null ? [] : [chain.output.value];
  const own = {
    nodes: [...backward.nodes, end, ...(epilogue?.nodes ?? [])],
    name: nameOf(graph, links),
    reads: [backward.gradient.value, chain.weight.value, ...masks, ...(epilogue?.reads ?? [])],
    writes,
    guarded: true,
    numbers: (run: Run) => epilogue?.scalars(run) ?? [],
  };
  const count = numberOfElements(chain.input.shape);
  const withGradient = arriving(planning, chain, backward);
  const isLast = isChannelsLast(writes[0]!);
  return fusedStep(graph, own, (run) => {
    withGradient(run, (address, output) =>
      withEpilogue(epilogue, planning, run, (behind) =>
        writing(epilogue?.operand(run) ?? run.nodes[end]!.outputs[0]!, isLast, (imageGradient) =>
          winogradInputGradient(runtime, sizes, {
            gradient: address,
            output,
            weight: addressOf(run.nodes[end]!.inputs[1]!),
            imageGradient,
            behind,
            flag: run.flag,
          }),
        ),
      ),
    );
    // Beside the weight's gradient that shows what is not finite.
    if (backward.weightGradient === null)
      flagNonFinite(runtime, addressOf(run.nodes[end]!.outputs[0]!), count, run.flag);
  });
}
