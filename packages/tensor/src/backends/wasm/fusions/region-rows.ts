// Rule: regions that go on from sums over rows, as softmax and norms do, are one loop over rows, each of which is gone over while it lies
// in cache. Results are bit for bit those of the ops one by one.

import type { Graph } from "../../../compile/graph.js";
import { growRegion } from "../../../compile/regions/grow.js";
import type { Region, Stream } from "../../../compile/regions/region.js";
import { type Fusion, fusedStep, type IsFree, type Run } from "../../../compile/step.js";
import { type RowsOperation, rowsOperation, runRegionRows } from "../kernels/region-rows.js";
import { canSumChannelsLast } from "../kernels/region-sums-last.js";
import { walked } from "../kernels/walk.js";
import { runtime } from "./image-access.js";
import {
  attributesOf,
  type Compiled,
  definitionsOf,
  device,
  nameOf,
  scalarsOf,
  streamOf,
  stridesOfRows,
} from "./region-device.js";

/** Regions that go on from sums over rows, from these: others would take what goes before and behind them. */
export function rowsRule(graph: Graph, node: number, isFree: IsFree): Fusion | null {
  const reduction = device.reduction(graph.nodes[node]!);
  if (reduction === null) return null;
  const { shape } = graph.nodes[node]!.inputs[0]!;
  // One image's channels are rows as well, but they may lie with channels last, which these do not follow.
  if (!device.canGoOn(shape, reduction.dims, [], []) || canSumChannelsLast(shape, reduction.dims, [])) return null;
  const found = growRegion(graph, node, isFree, device);
  if (found === null || found.rows === null || found.links.length === 0) return null;
  const rows = compiledRows(graph, found);
  const { nodes, reads, writes, internal, sums } = found;
  const step = { nodes, reads, writes, name: nameOf(graph, found), numbers: rows.scalars };
  return {
    ...{ name: "region", nodes, internal, images: [] },
    attributes: attributesOf(sums),
    steps: (planning) => [fusedStep(planning, step, (run) => runRows(rows, run))],
  };
}

/** A region that goes on from its sums. */
interface CompiledRows extends Omit<Compiled, "operation"> {
  readonly operation: RowsOperation;
}

function compiledRows(graph: Graph, region: Region): CompiledRows {
  const definitions = definitionsOf(graph, region);
  const operation = rowsOperation({
    links: region.links.map((link, at) => ({ ...link, operation: definitions[at]!.operation })),
    streams: region.streams.map(streamOf),
    rows: region.rows!.map(streamOf),
    sums: region.sums,
    numbers: region.numbers.length,
  });
  return { region, operation, scalars: scalarsOf(region, definitions) };
}

function runRows({ region, operation, scalars }: CompiledRows, run: Run): void {
  const { shape, dims, streams, rows } = region as Region & { dims: readonly number[]; rows: readonly Stream[] };
  const walkedAt = ({ node, of, at }: Stream) => walked(run.nodes[node]![of][at]!);
  const strides = stridesOfRows(shape, dims, rows);
  const ofRows = rows.map((stream, at) => ({ ...walkedAt(stream), strides: strides[at]! }));
  runRegionRows(runtime, operation, { shape, dims }, { walked: streams.map(walkedAt), rows: ofRows }, scalars(run));
}
