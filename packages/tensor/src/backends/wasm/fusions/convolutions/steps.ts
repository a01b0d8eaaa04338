// Makes the steps of a convolution's three passes, whatever the method: which values they read and write, where these lie in a call, and
// with which layout. What is computed is the method's affair.

import type { Graph } from "../../../../compile/graph.js";
import { channelsLast } from "../../../../compile/layouts/layout.js";
import { fusedStep, type Placed, type Planning, type Run, type Step } from "../../../../compile/step.js";
import { addressOf } from "../../kernels/walk.js";
import { copiesOf, isConstant, numbersOfCopies } from "../image-access.js";
import type { ChainBackward, ConvolutionChain } from "./chain.js";
import type { Ending, Endings } from "./ending.js";
import type { Offer } from "./method.js";

/** What all three passes are made of. */
interface Making {
  readonly planning: Planning;
  readonly chain: ConvolutionChain;
  readonly offer: Offer;
  readonly image: Placed;
  readonly kept: Kept | null;
}

/** What the way back reads of the way forward. */
interface Kept {
  readonly value: number;
  /** Whether it is written beside the output. */
  readonly isBeside: boolean;
  address(run: Run): number;
}

export function convolutionSteps(planning: Planning, chain: ConvolutionChain, offer: Offer, endings: Endings): Step[] {
  const { convolution, input, backward } = chain;
  if (endings.forward === null)
    return [inputStep({ planning, chain, offer, kept: null }, backward!, convolution, endings.inputGradient!)];
  const image = planning.read(convolution, input, channelsLast(input.shape, offer.border));
  const making = { planning, chain, offer, image, kept: keptOf(planning, chain, offer) };
  const steps = [forwardStep(making, endings.forward)];
  if (backward === null) return steps;
  if (backward.weightGradient !== null) steps.push(weightStep(making, backward, backward.weightGradient));
  if (backward.inputGradient !== null)
    steps.push(inputStep(making, backward, backward.inputGradient, endings.inputGradient!));
  return steps;
}

function keptOf(planning: Planning, chain: ConvolutionChain, { keeps }: Offer): Kept | null {
  const { graph } = planning;
  const { output, indices, backward } = chain;
  if (keeps === "codes") {
    // In place of the pool's indices; without a pool, beside the values of the graph.
    const value = indices?.value ?? planning.newValue(graph.values[output.value]!.byteLength);
    return { value, isBeside: true, address: (run) => run.address(value) };
  }
  const reader = backward?.nodes.find((at) => graph.nodes[at]!.reads.includes(output.value));
  if (keeps === null || reader === undefined) return null;
  return { ...planning.read(reader, output, channelsLast(output.shape)), isBeside: false };
}

function forwardStep({ planning, chain, offer, image, kept }: Making, ending: Ending): Step {
  const { graph } = planning;
  const { convolution, weight, bias } = chain;
  const numbers = numbersOfCopies(graph, convolution, weight);
  const links = [...chain.nodes, ...ending.links];
  const codes = kept?.isBeside ? kept : null;
  const { reads, writes, replaces, output, behind } = ending.laid(planning);
  const given = [image.value, weight.value, ...(bias === null ? [] : [bias.value])];
  const own = {
    nodes: [...chain.nodes, ...ending.nodes],
    name: nameOf(graph, links),
    reads: [...given, ...reads],
    replaces: replaces.filter(({ read }) => !given.includes(read)),
    writes: [...writes, ...(codes === null ? [] : [codes.value])],
    guarded: offer.forward.guarded,
    numbers: (run: Run) => [...numbers(run), ...ending.scalars(run)],
  };
  return fusedStep(planning, own, (run) => {
    const [, weights, biases] = run.nodes[convolution]!.inputs;
    offer.forward.run({
      image: image.address(run),
      weight: addressOf(weights!),
      copies: isConstant(graph, weight) ? copiesOf(weights!) : null,
      bias: biases ? addressOf(biases) : null,
      output: output.address(run),
      codes: codes === null ? null : codes.address(run),
      behind: behind(run),
      flag: run.flag,
    });
  });
}

/** Without what only fills tensors. */
function nameOf({ nodes }: Graph, links: readonly number[]): string {
  return links.map((at) => nodes[at]!.op.name).join(" + ");
}

/** The gradient that arrives, and what was kept. */
function arriving({ planning, kept }: Omit<Making, "image">, { gradient, gradientAt: [node] }: ChainBackward) {
  const placed = planning.read(node, gradient, channelsLast(gradient.shape));
  return {
    reads: [placed.value, ...(kept === null ? [] : [kept.value])],
    at: (run: Run) => ({ gradient: placed.address(run), kept: kept?.address(run) ?? 0, flag: run.flag }),
  };
}

function weightStep(making: Making, backward: ChainBackward, weightGradient: number): Step {
  const { planning, offer, image } = making;
  const { graph } = planning;
  const { nodes, biasGradient } = backward;
  const ends = [weightGradient, ...(biasGradient === null ? [] : [biasGradient])];
  const arrived = arriving(making, backward);
  const own = {
    nodes: [...nodes, ...ends],
    reads: [image.value, ...arrived.reads],
    writes: ends.map((end) => graph.nodes[end]!.outputs[0]!.value),
    guarded: offer.weightGradient.guarded,
    numbers: () => [],
  };
  return fusedStep(planning, own, (run) => {
    const result = (end: number) => addressOf(run.nodes[end]!.outputs[0]!);
    offer.weightGradient.run({
      ...arrived.at(run),
      image: image.address(run),
      weightGradient: result(weightGradient),
      biasGradient: biasGradient === null ? null : result(biasGradient),
    });
  });
}

function inputStep(making: Omit<Making, "image">, backward: ChainBackward, end: number, ending: Ending): Step {
  const { planning, chain, offer } = making;
  const { graph } = planning;
  const arrived = arriving(making, backward);
  const { reads, writes, replaces, output, behind } = ending.laid(planning);
  const given = [chain.weight.value, ...arrived.reads];
  const own = {
    nodes: [...backward.nodes, end, ...ending.nodes],
    name: nameOf(graph, [...backward.nodes, end, ...ending.links]),
    reads: [...given, ...reads],
    replaces: replaces.filter(({ read }) => !given.includes(read)),
    writes,
    guarded: offer.inputGradient.guarded,
    numbers: (run: Run) => ending.scalars(run),
  };
  return fusedStep(planning, own, (run) => {
    const weight = addressOf(run.nodes[end]!.inputs[1]!);
    offer.inputGradient.run({ ...arrived.at(run), weight, imageGradient: output.address(run), behind: behind(run) });
  });
}
