// What goes element by element behind an image, as a residual sum with its ReLU, to be done where the image is stored: a pass
// over memory less. Which kernels can do that is the rules' affair; how such ops become one is pointwise.ts's.

import { type Graph, isWhole, type ValueView } from "../../../compile/graph.js";
import type { IsFree, Planning, Run } from "../../../compile/step.js";
import type { Operand } from "../../../kernels/contract.js";
import { sameShape } from "../../../tensor/shape.js";
import type { Following } from "../kernels/blocks/winograd-six.js";
import { reading } from "./image-access.js";
import { onlyReader, type PointwiseChain, pointwiseChain } from "./pointwise.js";

/** Each further image is one more address, and more to hold in registers. */
const mostOthers = 2;
const mostLinks = 4;

export interface Epilogue extends Pick<PointwiseChain, "nodes" | "links" | "output" | "scalars"> {
  /** Values that are stored no longer: the image, and those between the ops. */
  readonly internal: readonly number[];
  /** The images beside the one that is stored. */
  readonly others: readonly number[];
  /** Lends it, with the other images where the result lies with channels last. */
  withFollowing(planning: Planning, run: Run, use: (following: Following) => void): void;
}

/** The ops behind an image that nobody else reads; null where there are none that can be done in its place. */
export function epilogueOf(graph: Graph, image: ValueView, isFree: IsFree): Epilogue | null {
  const { made, writers } = graph.values[image.value]!;
  const next = made && writers.length === 1 && isWhole(graph, image) ? onlyReader(graph, image) : null;
  const chain = next === null ? null : pointwiseChain(graph, next, isFree);
  if (chain === null || chain.links.length > mostLinks) return null;
  const { operands, operation, output, scalars } = chain;
  const outputAt = operands.findIndex(({ view }) => view.value === image.value);
  const others = operands.toSpliced(outputAt, 1);
  const isAlike = (view: ValueView) =>
    view.dtype === "float32" && isWhole(graph, view) && sameShape(view.shape, image.shape);
  if (outputAt < 0 || others.length > mostOthers) return null;
  if (![...operands.map(({ view }) => view), output].every(isAlike)) return null;
  return {
    nodes: chain.nodes,
    links: chain.links,
    internal: [image.value, ...chain.internal],
    others: others.map(({ view }) => view.value),
    output,
    scalars,
    withFollowing: ({ isChannelsLast }, run, use) => {
      const given = others.map(({ node, input, view }) => {
        const operand = run.nodes[node]!.inputs[input]!;
        return [operand, isChannelsLast(view.value)] as const;
      });
      readingAll(given, (addresses) => use({ operation, outputAt, others: addresses, scalars: scalars(run) }));
    },
  };
}

function readingAll(
  [first, ...rest]: readonly (readonly [operand: Operand, isChannelsLast: boolean])[],
  use: (addresses: readonly number[]) => void,
): void {
  if (first === undefined) use([]);
  else reading(...first, (address) => readingAll(rest, (addresses) => use([address, ...addresses])));
}
