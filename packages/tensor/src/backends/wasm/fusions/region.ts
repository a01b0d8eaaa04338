// Rule: regions, as compile/regions finds them, are one loop each, and updates of one kind one job. Results are bit for bit those of
// the ops one by one; learning rates and the like are those of the call at hand.

import { type Graph, isWhole, type ValueView } from "../../../compile/graph.js";
import { channelsLast, liesChannelsLast } from "../../../compile/layouts/layout.js";
import { whyAlone } from "../../../compile/regions/alone.js";
import { growRegion } from "../../../compile/regions/grow.js";
import { type Region, type Stream, spaceOf } from "../../../compile/regions/region.js";
import { regionsTogether } from "../../../compile/regions/together.js";
import {
  type Fusion,
  fusedStep,
  type IsFree,
  type Placed,
  type Planning,
  plainStep,
  type Refusal,
  type Replacement,
  type Run,
} from "../../../compile/step.js";
import * as kernels from "../../../kernels/kernels.js";
import { dtypeTraits } from "../../../tensor/dtype.js";
import { memoryOrder } from "../../../tensor/shape.js";
import { regionWork } from "../kernels/region.js";
import { runRegionSums } from "../kernels/region-sums.js";
import { canSumChannelsLast, runRegionSumsLast } from "../kernels/region-sums-last.js";
import { addressOf, type Walked } from "../kernels/walk.js";
import { runTogether } from "../kernels/work.js";
import { runtime } from "./image-access.js";
import { attributesOf, type Compiled, compiled, device, deviceBut, nameOf } from "./region-device.js";

/** Of regions that end in their sums. */
const ending = deviceBut({ canGoOn: () => false });

export function regionRule(graph: Graph, node: number, isFree: IsFree): Fusion | Refusal | null {
  if (graph.nodes[node]!.op.kernel === kernels.fill) return null;
  const found = growRegion(graph, node, isFree, ending);
  if (found === null) return alone(graph, node, isFree);
  const regions = regionsTogether(graph, found, isFree, ending);
  const isOne = regions.length === 1;
  const images = isOne ? imagesOf(graph, found) : [];
  const isAlone = isOne && found.links.length + found.sums.length + found.numbers.length < 2;
  // By itself a kernel goes any way where all it sees is images; else only a region can follow them.
  if (isAlone && (images.length === 0 || images.length === viewsOf(graph, found).length))
    return alone(graph, node, isFree);
  const all = regions.map((region) => compiled(graph, region));
  const nodes = regions.flatMap((region) => region.nodes).sort((a, b) => a - b);
  const name = nameOf(graph, found);
  const otherwise = isAlone ? alone(graph, node, isFree) : null;
  return {
    name: "region",
    nodes,
    internal: regions.flatMap(({ internal }) => internal),
    images,
    follows: true,
    ...(otherwise && { otherwise }),
    attributes: attributesOf(found.sums),
    steps: (planning) => {
      const lies = found.streams.some(
        ({ view }) => images.includes(view.value) && liesChannelsLast(planning.laid(view)),
      );
      if (isAlone && !lies) return [plainStep(planning, node)];
      const isImage = ({ view, isRead, stores }: Stream) =>
        lies && view.dtype === "float32" && isWhole(graph, view) && !(isRead && stores !== null);
      const laid = regions.map((region) => laidStreams(planning, region, isImage));
      const step = {
        nodes,
        reads: [...new Set(laid.flatMap(({ reads }) => reads))],
        writes: [...new Set(laid.flatMap(({ writes }) => writes))],
        name: isOne ? name : `${regions.length} × ${name}`,
        replaces: isOne ? replacedIn(graph, found, laid[0]!) : [],
        numbers: (run: Run) => all.flatMap((one) => one.scalars(run)),
      };
      const works = all.map((one, at) => workOf(one, laid[at]!.placed, lies));
      return [fusedStep(planning, step, (run) => runAll(works, run))];
    },
  };
}

/** Where the streams of a region are, and what it therefore reads and writes. */
export interface LaidStreams {
  readonly placed: readonly Placed[];
  readonly reads: readonly number[];
  readonly writes: readonly number[];
}

/** Images with channels last, whether they lie so or have to be copied; other streams as they lie. */
export function laidStreams(
  planning: Planning,
  { nodes, streams, ...region }: Region,
  isImage: (stream: Stream, at: number) => boolean,
): LaidStreams {
  const placed = streams.map((stream, at): Placed => {
    const { view, node, stores } = stream;
    if (isImage(stream, at)) {
      const layout = channelsLast(view.shape);
      return stores === null ? planning.read(node, view, layout) : planning.write(nodes, view, layout);
    }
    const { value, strides } = planning.laid(view);
    return { value, strides, address: (run) => addressOf(run.nodes[node]![stream.of][stream.at]!) };
  });
  const through = (values: readonly number[], isOf: (stream: Stream) => boolean) => {
    const all = values.flatMap((value) => {
      const own = placed.filter((_, at) => streams[at]!.view.value === value && isOf(streams[at]!));
      return own.length === 0 ? [value] : own.map((one) => one.value);
    });
    return [...new Set(all)];
  };
  return {
    placed,
    reads: through(region.reads, ({ isRead }) => isRead),
    writes: through(region.writes, ({ stores }) => stores !== null),
  };
}

/**
 * Which values that a pass over all streams writes may lie where ones lie that it reads: those that it goes over in the same way, and nobody
 * else in it otherwise.
 */
export function replacedIn(graph: Graph, { streams }: Region, { placed }: LaidStreams): readonly Replacement[] {
  const all = streams.map((stream, at) => ({ ...stream, ...placed[at]! }));
  return all.flatMap((to) => {
    if (to.stores === null || to.isRead || !isWhole(graph, to.view)) return [];
    return all.flatMap(({ value }) => {
      const own = all.filter((one) => one.value === value);
      const isLike = own.every(
        ({ view, stores, strides }) =>
          stores === null &&
          view.dtype === to.view.dtype &&
          isWhole(graph, view) &&
          view.shape.every(
            (size, dim) => size === to.view.shape[dim] && (size === 1 || strides[dim] === to.strides[dim]),
          ),
      );
      return isLike ? [{ written: to.value, read: value }] : [];
    });
  });
}

/** All that a region reads and writes. */
function viewsOf(graph: Graph, { streams, sums }: Region): readonly ValueView[] {
  return [...streams.map(({ view }) => view), ...sums.map(({ node }) => graph.nodes[node]!.outputs[0]!)];
}

/** The images that a region may read and write with channels last. */
function imagesOf(graph: Graph, { shape, dims, streams }: Region): readonly number[] {
  if (shape.length !== 4) return [];
  const strides = streams.map(({ view }) => view.strides);
  if (dims !== null && !canSumChannelsLast(shape, dims, strides)) return [];
  const views = streams.map(({ view }) => view);
  const others = new Set(views.filter((view) => !isWhole(graph, view)).map(({ value }) => value));
  return [...new Set(views.map(({ value }) => value))].filter((value) => !others.has(value));
}

function alone(graph: Graph, node: number, isFree: IsFree): Refusal | null {
  if (spaceOf(graph.nodes[node]!, device) === null) return null;
  return { why: () => whyAlone(graph, node, isFree, device) };
}

/** What a region does, with its streams where they are in a call. */
interface PlacedRegion extends Compiled {
  walked(run: Run): readonly Walked[];
  /** Whether its images lie so in the plan; a stream that was permuted by hand is one of any strides. */
  readonly isChannelsLast: boolean;
  /** Its dimensions as memory has them, the outermost first. */
  readonly order: readonly number[];
}

function workOf(one: Compiled, placed: readonly Placed[], isChannelsLast: boolean): PlacedRegion {
  const { shape, streams } = one.region;
  const bytes = streams.map(({ view }) => dtypeTraits[view.dtype].bytes);
  // None where a region sums what numbers alone are made of.
  const leading = placed.find((_, at) => streams[at]!.stores !== null) ?? placed[0];
  return {
    ...one,
    isChannelsLast,
    order: leading === undefined ? shape.map((_, dim) => dim) : memoryOrder({ shape, strides: leading.strides }),
    walked: (run) => placed.map(({ address, strides }, at) => ({ address: address(run), bytes: bytes[at]!, strides })),
  };
}

function runAll(regions: readonly PlacedRegion[], run: Run): void {
  const [{ region: first, operation, scalars, walked, isChannelsLast }] = regions as readonly [PlacedRegion];
  const { shape, dims } = first;
  if (dims !== null) {
    const outputs = first.sums.map(({ node }) => addressOf(run.nodes[node]!.outputs[0]!));
    if (isChannelsLast) runRegionSumsLast(runtime, operation, shape, walked(run), outputs, scalars(run));
    else runRegionSums(runtime, operation, { shape, dims }, { walked: walked(run), outputs }, scalars(run));
    return;
  }
  const works = regions.map(({ region: { shape }, operation, scalars, walked, order }) => {
    const inOrder = (of: readonly number[]) => order.map((dim) => of[dim]!);
    const streams = walked(run).map((one) => ({ ...one, strides: inOrder(one.strides) }));
    return regionWork(runtime, operation, inOrder(shape), streams, scalars(run));
  });
  if (works.length === 1) runtime.parallel(works[0]!.nanoseconds, works[0]!.tasks);
  else runTogether(runtime, works);
}
