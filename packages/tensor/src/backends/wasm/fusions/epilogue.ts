// What goes element by element behind a product, as a bias with its curve or a residual sum with its ReLU, to be done where the
// product is stored: a pass over memory less. Which kernels can do that is the rules' affair; what is taken along is a region
// (compile/regions/behind.ts).

import { type Graph, isWhole, type ValueView } from "../../../compile/graph.js";
import { growBehind } from "../../../compile/regions/behind.js";
import type { Region, Stream, ViewAt } from "../../../compile/regions/region.js";
import type { IsFree, Placed, Planning, Replacement, Run } from "../../../compile/step.js";
import { contiguousStrides, numberOfElements, type Shape, sameShape } from "../../../tensor/shape.js";
import { type EpilogueAt, epilogueOver, type Spread } from "../kernels/epilogue.js";
import { addressOf } from "../kernels/walk.js";
import { laidStreams, replacedIn } from "./region.js";
import { compiled, deviceBut } from "./region-device.js";

/** More would want more registers, and addresses, than there are. */
const behind = deviceBut({ mostLinks: 12, mostStreams: 8, mostSums: 0 });
/** Of streams that have an element for each of the product: it is stored in narrow columns, and memory likes rows. */
const mostImages = 3;
/**
 * Behind a matrix of more elements, whose rows lie far apart: only the result. A weight's gradient with an optimizer's step behind it,
 * two streams more, took 2.7 times as long as the two by themselves.
 */
const manyElements = 65_536;

export interface Epilogue {
  /** Its nodes, without the product's. */
  readonly nodes: readonly number[];
  /** Those that name it: without what only fills tensors. */
  readonly links: readonly number[];
  /** Values that are stored no longer: the product, as a rule, and those between the ops. */
  readonly internal: readonly number[];
  readonly reads: readonly number[];
  /** What is stored, first what lies where the product would. */
  readonly writes: readonly number[];
  /** Those that are spread over each element of the product, and what is stored. */
  readonly images: readonly number[];
  scalars(run: Run): readonly number[];
  /** As memory has it. */
  at(run: Run): EpilogueAt;
  /** With images as the product of a convolution wants them. */
  laid(planning: Planning): LaidEpilogue;
}

export interface LaidEpilogue {
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  /** Of what is read behind the product alone. */
  readonly replaces: readonly Replacement[];
  /** Where the product would lie. */
  readonly output: Placed;
  at(run: Run): EpilogueAt;
}

/** Behind a convolution, or an image's gradient: its columns are channels. */
export function epilogueOfImage(graph: Graph, node: number, isFree: IsFree): Epilogue | null {
  const image = graph.nodes[node]!.outputs[0]!;
  return epilogueOf(
    graph,
    node,
    isFree,
    ({ shape, streams }) => {
      const fits = ({ view, isRead, stores }: Stream) => {
        if (view.dtype !== "float32") return false;
        const spread = spreadOf(view, 1);
        return spread === "each" ? isWhole(graph, view) && !(isRead && stores !== null) : spread !== "row";
      };
      return sameShape(shape, image.shape) && streams.every(fits);
    },
    1,
  );
}

/** Behind a product of matrices, one or several: columns lie side by side. */
export function epilogueOfMatrix(graph: Graph, node: number, isFree: IsFree): Epilogue | null {
  const columns = graph.nodes[node]!.outputs[0]!.shape.at(-1)!;
  return epilogueOf(graph, node, isFree, ({ shape }) => shape.at(-1) === columns, -1);
}

function epilogueOf(
  graph: Graph,
  node: number,
  isFree: IsFree,
  suits: (region: Region) => boolean,
  columns: 1 | -1,
): Epilogue | null {
  const { outputs, reads: given } = graph.nodes[node]!;
  const product: ViewAt = { node, of: "outputs", at: 0, view: outputs[0]! };
  const regions = growBehind(graph, product, isFree, behind, (region) => {
    const { links, streams, writes } = region;
    return (
      homeOf(region) >= 0 &&
      suits(region) &&
      // Whose operands are read while others of its elements are stored already.
      !writes.some((value) => given.includes(value)) &&
      links.every((link) => ["float32", "bool"].includes(graph.nodes[link.node]!.outputs[0]!.dtype)) &&
      streams.every(({ view, stores }) => {
        const spread = spreadOf(view, columns);
        return stores === null ? spread !== null : spread === "each" && view.dtype === "float32";
      })
    );
  });
  const region = bestOf(regions, columns);
  if (region === null) return null;
  const { operation, scalars } = compiled(graph, region);
  const { streams } = region;
  const spreads = streams.map(({ view }) => spreadOf(view, columns)!);
  const home = homeOf(region);
  const epilogue = epilogueOver(operation, spreads);
  const at = (run: Run, addresses: readonly number[]): EpilogueAt => {
    return { ...epilogue, home, addresses, scalars: scalars(run) };
  };
  const homeFirst = (values: readonly number[], first: number) => [...new Set([first, ...values])];
  return {
    nodes: region.nodes.filter((own) => own !== node),
    links: region.links.map((link) => link.node),
    internal: region.internal,
    reads: region.reads,
    writes: homeFirst(region.writes, streams[home]!.view.value),
    images: streams.flatMap(({ view }, i) => (spreads[i] === "each" ? [view.value] : [])),
    scalars,
    at: (run) =>
      at(
        run,
        streams.map((stream) => addressOf(run.nodes[stream.node]![stream.of][stream.at]!)),
      ),
    laid: (planning) => {
      const laid = laidStreams(planning, region, (_, i) => spreads[i] === "each");
      const { placed, reads, writes } = laid;
      const output = placed[home]!;
      return {
        replaces: replacedIn(graph, region, laid),
        reads,
        writes: homeFirst(writes, output.value),
        output,
        at: (run) =>
          at(
            run,
            placed.map((one) => one.address(run)),
          ),
      };
    },
  };
}

/** The largest; where that has too many images, the largest of those that have fewest. */
function bestOf(regions: readonly Region[], columns: 1 | -1): Region | null {
  const imagesOf = ({ streams }: Region) => streams.filter(({ view }) => spreadOf(view, columns) === "each").length;
  const last = regions.at(-1) ?? null;
  if (last === null) return null;
  const most = columns === -1 && numberOfElements(last.shape) > manyElements ? 1 : mostImages;
  if (imagesOf(last) <= most) return last;
  const fewest = Math.min(...regions.map(imagesOf));
  return fewest > most ? null : regions.findLast((region) => imagesOf(region) === fewest)!;
}

/** The stream that lies where the product would: it is only written, the product itself if that is stored; −1 where there is none. */
function homeOf({ streams }: Region): number {
  const product = streams.findIndex(({ stores }) => stores === 0);
  return product >= 0 ? product : streams.findIndex(({ isRead, stores }) => stores !== null && !isRead);
}

/** How a view goes over rows and columns, which are one dimension of its shape; null where by none of the ways. */
function spreadOf({ shape, strides }: ValueView, columns: 1 | -1): Spread | null {
  const at = columns === 1 ? 1 : shape.length - 1;
  const isLike = (others: readonly number[]) => shape.every((size, dim) => size === 1 || strides[dim] === others[dim]);
  const only = (isChosen: (dim: number) => boolean) => {
    const chosen = contiguousStrides(shape.map((size, dim) => (isChosen(dim) ? size : 1)));
    return chosen.map((stride, dim) => (isChosen(dim) ? stride : 0));
  };
  if (isLike(contiguousStrides(shape as Shape))) return "each";
  if (isLike(only((dim) => dim === at))) return "column";
  if (isLike(only((dim) => dim !== at))) return "row";
  return isLike(only(() => false)) ? "one" : null;
}
