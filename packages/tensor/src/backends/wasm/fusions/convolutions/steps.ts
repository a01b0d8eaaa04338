// Makes the steps of a convolution's three passes, whatever the method: which values they read and write, where these lie in a call, and
// with which layout. What is computed is the method's affair.

import type { Graph } from "../../../../compile/graph.js";
import { fusedStep, type Planning, type Run, type Step } from "../../../../compile/step.js";
import { addressOf } from "../../kernels/walk.js";
import {
  copiesOf,
  imageStep,
  isConstant,
  numbersOfCopies,
  type PlacedImage,
  reading,
  writing,
} from "../image-access.js";
import type { ChainBackward, ConvolutionChain } from "./chain.js";
import type { Ending, Endings } from "./ending.js";
import type { Offer } from "./method.js";

/** What all three passes are made of. */
interface Making {
  readonly planning: Planning;
  readonly chain: ConvolutionChain;
  readonly offer: Offer;
  readonly image: PlacedImage;
  readonly kept: Kept | null;
}

/** What the way back reads of the way forward. */
interface Kept {
  readonly value: number;
  /** Whether it is written beside the output. */
  readonly isBeside: boolean;
  lend(run: Run, use: (address: number) => void): void;
}

export function convolutionSteps(planning: Planning, chain: ConvolutionChain, offer: Offer, endings: Endings): Step[] {
  const { backward } = chain;
  if (endings.forward === null)
    return [inputStep({ planning, chain, offer, kept: null }, backward!, chain.convolution, endings.inputGradient!)];
  const [image, preparation] = imageStep(planning, chain.convolution, offer.border);
  const making = { planning, chain, offer, image, kept: keptOf(planning, chain, offer) };
  const steps = [...preparation, forwardStep(making, endings.forward)];
  if (backward === null) return steps;
  if (backward.weightGradient !== null) steps.push(weightStep(making, backward, backward.weightGradient));
  if (backward.inputGradient !== null)
    steps.push(inputStep(making, backward, backward.inputGradient, endings.inputGradient!));
  return steps;
}

function keptOf(planning: Planning, { nodes, output, indices }: ConvolutionChain, { keeps }: Offer): Kept | null {
  const { graph, isChannelsLast, newValue } = planning;
  if (keeps === "codes") {
    // In place of the pool's indices; without a pool, beside the values of the graph.
    const value = indices?.value ?? newValue(graph.values[output.value]!.byteLength);
    return { value, isBeside: true, lend: (run, use) => use(run.address(value)) };
  }
  if (keeps === null) return null;
  const isLast = isChannelsLast(output.value);
  return {
    value: output.value,
    isBeside: false,
    lend: (run, use) => reading(run.nodes[nodes.at(-1)!]!.outputs[0]!, isLast, use),
  };
}

function forwardStep({ planning, chain, offer, image, kept }: Making, ending: Ending): Step {
  const { graph, isChannelsLast } = planning;
  const { convolution, weight, bias } = chain;
  const numbers = numbersOfCopies(graph, convolution, weight);
  const links = [...chain.nodes, ...ending.links];
  const codes = kept?.isBeside ? kept.value : null;
  const own = {
    nodes: [...chain.nodes, ...ending.nodes],
    name: nameOf(graph, links),
    reads: [image.value, weight.value, ...(bias === null ? [] : [bias.value]), ...ending.reads],
    writes: [...ending.writes, ...(codes === null ? [] : [codes])],
    guarded: offer.forward.guarded,
    numbers: (run: Run) => [...numbers(run), ...ending.scalars(run)],
  };
  const isLast = isChannelsLast(ending.writes[0]!);
  return fusedStep(graph, own, (run) => {
    const [, weights, biases] = run.nodes[convolution]!.inputs;
    ending.withBehind(planning, run, (behind) =>
      writing(ending.operand(run), isLast, (output) =>
        offer.forward.run({
          image: image.address(run),
          weight: addressOf(weights!),
          copies: isConstant(graph, weight) ? copiesOf(weights!) : null,
          bias: biases ? addressOf(biases) : null,
          output,
          codes: codes === null ? null : run.address(codes),
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

/** Lends the gradient that arrives, and what was kept. */
function arriving({ planning, kept }: Omit<Making, "image">, { gradient, gradientAt: [node, input] }: ChainBackward) {
  const isLast = planning.isChannelsLast(gradient.value);
  return (run: Run, use: (arrived: { gradient: number; kept: number; flag: number }) => void): void =>
    reading(run.nodes[node]!.inputs[input]!, isLast, (address) => {
      const arrived = { gradient: address, flag: run.flag };
      if (kept === null) use({ ...arrived, kept: 0 });
      else kept.lend(run, (own) => use({ ...arrived, kept: own }));
    });
}

function weightStep(making: Making, backward: ChainBackward, weightGradient: number): Step {
  const { planning, offer, image, kept } = making;
  const { graph } = planning;
  const { gradient, nodes, biasGradient } = backward;
  const ends = [weightGradient, ...(biasGradient === null ? [] : [biasGradient])];
  const own = {
    nodes: [...nodes, ...ends],
    reads: [gradient.value, image.value, ...(kept === null ? [] : [kept.value])],
    writes: ends.map((end) => graph.nodes[end]!.outputs[0]!.value),
    guarded: offer.weightGradient.guarded,
    numbers: () => [],
  };
  const withArriving = arriving(making, backward);
  return fusedStep(graph, own, (run) => {
    const result = (end: number) => addressOf(run.nodes[end]!.outputs[0]!);
    withArriving(run, (arrived) =>
      offer.weightGradient.run({
        ...arrived,
        image: image.address(run),
        weightGradient: result(weightGradient),
        biasGradient: biasGradient === null ? null : result(biasGradient),
      }),
    );
  });
}

function inputStep(making: Omit<Making, "image">, backward: ChainBackward, end: number, ending: Ending): Step {
  const { planning, chain, offer, kept } = making;
  const { graph, isChannelsLast } = planning;
  const links = [...backward.nodes, end, ...ending.links];
  const own = {
    nodes: [...backward.nodes, end, ...ending.nodes],
    name: nameOf(graph, links),
    reads: [backward.gradient.value, chain.weight.value, ...(kept === null ? [] : [kept.value]), ...ending.reads],
    writes: ending.writes,
    guarded: offer.inputGradient.guarded,
    numbers: (run: Run) => ending.scalars(run),
  };
  const withArriving = arriving(making, backward);
  const isLast = isChannelsLast(ending.writes[0]!);
  return fusedStep(graph, own, (run) =>
    withArriving(run, (arrived) =>
      ending.withBehind(planning, run, (behind) =>
        writing(ending.operand(run), isLast, (imageGradient) => {
          const weight = addressOf(run.nodes[end]!.inputs[1]!);
          offer.inputGradient.run({ ...arrived, weight, imageGradient, behind });
        }),
      ),
    ),
  );
}
