// Rule: regions, as compile/regions finds them, are one loop each, and updates of one kind one job. Results are bit for bit those of
// the ops one by one; learning rates and the like are those of the call at hand.

import { type Graph, isWhole, type ValueView } from "../../../compile/graph.js";
import { whyAlone } from "../../../compile/regions/alone.js";
import { growRegion } from "../../../compile/regions/grow.js";
import { type Region, type RegionDevice, spaceOf } from "../../../compile/regions/region.js";
import { regionsTogether } from "../../../compile/regions/together.js";
import {
  type Fusion,
  fusedStep,
  type IsFree,
  type Planning,
  plainStep,
  type Refusal,
  type Run,
} from "../../../compile/step.js";
import * as kernels from "../../../kernels/kernels.js";
import { runTogether } from "../kernels/pointwise.js";
import { regionWork } from "../kernels/region.js";
import { runRegionSums } from "../kernels/region-sums.js";
import { canSumChannelsLast, runRegionSumsLast } from "../kernels/region-sums-last.js";
import { addressOf, type Walked, walked } from "../kernels/walk.js";
import { placing, runtime } from "./image-access.js";
import { attributesOf, type Compiled, compiled, device, nameOf } from "./region-device.js";

/** Of regions that end in their sums. */
const ending: RegionDevice = { ...device, canGoOn: () => false };

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
  const step = {
    nodes,
    reads: [...new Set(regions.flatMap(({ reads }) => reads))],
    writes: [...new Set(regions.flatMap(({ writes }) => writes))],
    name: isOne ? name : `${regions.length} × ${name}`,
    numbers: (run: Run) => all.flatMap((one) => one.scalars(run)),
  };
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
      if (images.some(planning.isChannelsLast))
        return [fusedStep(graph, step, (run) => runChannelsLast(graph, planning, all[0]!, run))];
      return [isAlone ? plainStep(graph, node) : fusedStep(graph, step, (run) => runAll(all, run))];
    },
  };
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

/** Over images with channels last; what lies otherwise is copied, or, where it is stretched, read as it lies. */
function runChannelsLast(
  graph: Graph,
  { isChannelsLast }: Planning,
  { region, operation, scalars }: Compiled,
  run: Run,
) {
  const { shape, streams, dims, sums } = region;
  const [batch, channels, height, width] = shape as readonly [number, number, number, number];
  const ofImage = [height * width * channels, 1, width * channels, channels];
  const withStreams = (placed: readonly Walked[], use: (walked: readonly Walked[]) => void): void => {
    const stream = streams[placed.length];
    if (stream === undefined) {
      use(placed);
      return;
    }
    const operand = run.nodes[stream.node]![stream.of][stream.at]!;
    const isLast = isChannelsLast(stream.view.value);
    if (!isLast && !(operand.dtype === "float32" && isWhole(graph, stream.view))) {
      withStreams([...placed, walked(operand)], use);
      return;
    }
    const access = { reads: stream.isRead, writes: stream.stores !== null };
    placing(operand, isLast, access, (address) =>
      withStreams([...placed, { ...walked(operand), address, strides: ofImage }], use),
    );
  };
  withStreams([], (all) => {
    if (dims !== null) {
      const outputs = sums.map(({ node }) => addressOf(run.nodes[node]!.outputs[0]!));
      runRegionSumsLast(runtime, operation, shape, all, outputs, scalars(run));
      return;
    }
    const turned = all.map(({ strides: [image, channel, row, pixel], ...one }) => ({
      ...one,
      strides: [image!, row!, pixel!, channel!],
    }));
    const work = regionWork(runtime, operation, [batch, height, width, channels], turned, scalars(run));
    runtime.parallel(work.nanoseconds, work.tasks);
  });
}

function runAll(regions: readonly Compiled[], run: Run): void {
  const streamsOf = ({ streams }: Region) => streams.map(({ node, of, at }) => walked(run.nodes[node]![of][at]!));
  const [{ region: first, operation, scalars }] = regions as readonly [Compiled];
  if (first.dims !== null) {
    const outputs = first.sums.map(({ node }) => addressOf(run.nodes[node]!.outputs[0]!));
    runRegionSums(runtime, operation, first.shape, first.dims, streamsOf(first), outputs, scalars(run));
    return;
  }
  const works = regions.map(({ region, operation, scalars }) => {
    const streams = streamsOf(region);
    return regionWork(runtime, operation, region.shape, streams, scalars(run));
  });
  if (works.length === 1) runtime.parallel(works[0]!.nanoseconds, works[0]!.tasks);
  else runTogether(runtime, works);
}
