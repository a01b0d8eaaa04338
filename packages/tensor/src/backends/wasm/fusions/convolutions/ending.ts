// How a pass that stores images ends: what goes element by element behind them is done on the way, if the method can do that. The one
// place here that knows epilogues.

import type { Graph, ValueView } from "../../../../compile/graph.js";
import type { IsFree, Planning, Run } from "../../../../compile/step.js";
import type { Following } from "../../kernels/blocks/winograd-six.js";
import { type Epilogue, epilogueOf } from "../epilogue.js";
import type { ConvolutionChain } from "./chain.js";

export interface Ending {
  /** The nodes that are done on the way, those among them that are more than a tensor filled with one number, and values between. */
  readonly nodes: readonly number[];
  readonly links: readonly number[];
  readonly internal: readonly number[];
  /** Further images that are read. */
  readonly others: readonly number[];
  /** The value that is stored. */
  readonly output: number;
  scalars(run: Run): readonly number[];
  /** Lends what is to be done. */
  withFollowing(planning: Planning, run: Run, use: (behind: Following | null) => void): void;
}

export interface Endings {
  readonly forward: Ending;
  /** Null where the image has no gradient. */
  readonly inputGradient: Ending | null;
}

export function endingsOf(graph: Graph, chain: ConvolutionChain, isFree: IsFree, takesFollowing: boolean): Endings {
  const { relu, output, backward } = chain;
  const gradient = backward?.inputGradient == null ? null : graph.nodes[backward.inputGradient]!.outputs[0]!;
  const behind = takesFollowing && relu === null ? epilogueOf(graph, output, isFree) : null;
  const others = (node: number) => isFree(node) && !behind?.nodes.includes(node);
  // Alone, the image's gradient is looked at for what is not finite: as it comes.
  const isWatched = backward?.weightGradient === null;
  const behindGradient = takesFollowing && gradient && !isWatched ? epilogueOf(graph, gradient, others) : null;
  return { forward: endingOf(output, behind), inputGradient: gradient && endingOf(gradient, behindGradient) };
}

function endingOf({ value }: ValueView, epilogue: Epilogue | null): Ending {
  if (epilogue !== null) return { ...epilogue, output: epilogue.output.value };
  const nothing = { nodes: [], links: [], internal: [], others: [], scalars: () => [] };
  return { ...nothing, output: value, withFollowing: (_planning, _run, use) => use(null) };
}
