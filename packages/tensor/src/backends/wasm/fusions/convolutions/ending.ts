// How a pass that stores images ends: what goes element by element behind them is done on the way, if the method can do that. The one
// place here that knows epilogues.

import type { Graph } from "../../../../compile/graph.js";
import { channelsLast } from "../../../../compile/layouts/layout.js";
import type { IsFree, Placed, Planning, Replacement, Run } from "../../../../compile/step.js";
import type { EpilogueAt } from "../../kernels/epilogue.js";
import { epilogueOfImage } from "../epilogue.js";
import type { ConvolutionChain } from "./chain.js";
import type { Offer } from "./method.js";

/** Of a kernel, what is done on the way. */
export type Behind = EpilogueAt;

export interface Ending {
  /** The nodes that are done on the way, those that name them, and values that are stored no longer. */
  readonly nodes: readonly number[];
  readonly links: readonly number[];
  readonly internal: readonly number[];
  /** Images beside the chain's that it reads or writes. */
  readonly images: readonly number[];
  scalars(run: Run): readonly number[];
  laid(planning: Planning): LaidEnding;
}

/** With images where the pass finds and leaves them. */
export interface LaidEnding {
  readonly reads: readonly number[];
  /** First what lies where the pass's own result would. */
  readonly writes: readonly number[];
  /** Of what is read behind the pass's own result; but for what the pass itself reads. */
  readonly replaces: readonly Replacement[];
  readonly output: Placed;
  /** What is to be done; null for nothing. */
  behind(run: Run): Behind | null;
}

export interface Endings {
  /** Null of a transposed convolution. */
  readonly forward: Ending | null;
  /** Null where the image has no gradient. */
  readonly inputGradient: Ending | null;
}

export function endingsOf(graph: Graph, chain: ConvolutionChain, isFree: IsFree, offer: Offer): Endings {
  const { nodes, relu, backward } = chain;
  const gradient = backward?.inputGradient ?? null;
  const last = nodes.at(-1);
  const forward =
    last === undefined ? null : endingOf(graph, last, offer.forward.takesBehind && relu === null ? isFree : null);
  if (gradient === null) return { forward, inputGradient: null };
  // Alone, the image's gradient is looked at for what is not finite: as it comes.
  const isWatched = offer.inputGradient.guarded && backward!.weightGradient === null;
  const others = (node: number) => isFree(node) && !forward?.nodes.includes(node);
  return {
    forward,
    inputGradient: endingOf(graph, gradient, offer.inputGradient.takesBehind && !isWatched ? others : null),
  };
}

/** Behind a node, of nodes that are free; nothing where none may be taken. */
function endingOf(graph: Graph, node: number, isFree: IsFree | null): Ending {
  const result = graph.nodes[node]!.outputs[0]!;
  const epilogue = isFree && epilogueOfImage(graph, node, isFree);
  if (epilogue === null) {
    const nothing = { nodes: [], links: [], internal: [], images: [], scalars: () => [] };
    const laid = (planning: Planning): LaidEnding => {
      const output = planning.write([node], result, channelsLast(result.shape));
      return { reads: [], writes: [output.value], replaces: [], output, behind: () => null };
    };
    return { ...nothing, laid };
  }
  const laid = (planning: Planning): LaidEnding => {
    const { at, ...own } = epilogue.laid(planning);
    return { ...own, behind: at };
  };
  return { ...epilogue, laid };
}
