// What the cpu does within regions: which nodes, how large, and over which sums; and a region in the words of its kernels. Which regions
// there are is compile/regions' to find, and region.ts's and region-rows.ts's to run.

import type { Graph, GraphNode } from "../../../compile/graph.js";
import type { Reduction, Region, RegionDevice, Source, Stream } from "../../../compile/regions/region.js";
import { rowStrides } from "../../../compile/regions/rows.js";
import type { Fusion, Run } from "../../../compile/step.js";
import { kernelNameOf } from "../../../kernels/kernel.js";
import { isContiguous, numberOfElements } from "../../../tensor/shape.js";
import { conversion } from "../kernels/copy.js";
import { type ElementType, elementAccess } from "../kernels/elements.js";
import { definitionOf, type PointwiseDefinition } from "../kernels/pointwise-operation.js";
import { stepsOfOperation } from "../kernels/pointwise-steps.js";
import { type RegionOperation, type RegionSource, type RegionStream, regionOperation } from "../kernels/region.js";
import { rowLoops } from "../kernels/region-rows.js";
import { sumLoops } from "../kernels/region-sums.js";

export const device: RegionDevice = {
  pointwise: (node) => {
    const definition = definitionFor(node);
    if (definition === null) return null;
    const { inputs, alsoWrites = [] } = definition.operation;
    return { inputs: inputs.length, alsoWrites };
  },
  reduction: ({ op, inputs, attributes }) => {
    if (inputs[0]?.dtype !== "float32") return null;
    const name = kernelNameOf(op.kernel);
    if (name === "sum") return { kind: "sum", ...(attributes as { readonly dims: readonly number[] }) };
    if (name === "reduce") {
      const { by, dims } = attributes as { readonly by: string; readonly dims: readonly number[] };
      return by === "largest" || by === "smallest" ? { kind: by, dims } : null;
    }
    if (name !== "max" && name !== "min") return null;
    return { kind: name, dims: [(attributes as { readonly dim: number }).dim] };
  },
  canSum: (shape, dims, streams) => {
    const loops = sumLoops(
      shape,
      dims,
      streams.map(({ view }) => view.strides),
    );
    // Down columns memory is walked in steps; what is stored so takes longer than a pass of its own.
    return loops !== null && (loops.direction === "along" || streams.every(({ stores }) => stores === null));
  },
  canGoOn: (shape, dims, streams, rows) => {
    const strides = streams.map(({ view }) => view.strides);
    return rowLoops(shape, dims, strides, stridesOfRows(shape, dims, rows)) !== null;
  },
  // More would want more registers, and addresses, than there are.
  mostLinks: 24,
  mostStreams: 10,
  mostSums: 3,
};

/**
 * The device, but for what is given. A call, which falls out of bundles that do not compile, as a spread would not.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function deviceBut(changes: Partial<RegionDevice>): RegionDevice {
  return { ...device, ...changes };
}

const none = () => [];

/** Of streams of rows, along the dimensions of a space that rows do not lie along; where these are of size 1, none. */
export function stridesOfRows(
  shape: readonly number[],
  dims: readonly number[],
  rows: readonly Pick<Stream, "view">[],
): readonly (readonly number[])[] {
  const kept = shape.slice(0, shape.length - dims.length);
  return rows.map(({ view }) => {
    const strides = rowStrides(view).values();
    return kept.map((size) => (size === 1 ? 0 : strides.next().value!));
  });
}

/** What a node computes of each element; null where it is no plain loop over its output. */
function definitionFor({ op, kernel, inputs, outputs }: GraphNode): PointwiseDefinition | null {
  const output = outputs[0]!;
  if (outputs.length !== 1 || numberOfElements(output.shape) === 0) return null;
  const definition = definitionOf(kernel.run, output.dtype);
  if (definition !== null || kernelNameOf(op.kernel) !== "copy" || !Object.hasOwn(elementAccess, output.dtype))
    return definition;
  // A transposed one has a kernel of its own.
  const [input] = inputs;
  if (input?.dtype !== output.dtype || !isContiguous(input)) return null;
  return { operation: conversion(output.dtype as ElementType, output.dtype as ElementType), scalars: none };
}

/** A region with what the device does for it. */
export interface Compiled {
  readonly region: Region;
  readonly operation: RegionOperation;
  scalars(run: Run): readonly number[];
}

/** Of one that does not go on from its sums. */
export function compiled(graph: Graph, region: Region): Compiled {
  const { links, streams, sums, numbers } = region;
  const definitions = definitionsOf(graph, region);
  const operation = regionOperation(
    links.map(({ sources }, at) => ({ sources: withoutTotals(sources), operation: definitions[at]!.operation })),
    streams.map(streamOf),
    withoutTotals(sums.map(({ source }) => source)),
    numbers.length,
  );
  return { region, operation, scalars: scalarsOf(region, definitions) };
}

export const streamOf = ({ view, isRead, stores }: Stream): RegionStream => ({
  type: view.dtype as ElementType,
  isRead,
  stores,
});

/** Only what goes on from sums takes totals. */
const withoutTotals = (sources: readonly Source[]) => sources as readonly RegionSource[];

export function definitionsOf(graph: Graph, { links }: Region): readonly PointwiseDefinition[] {
  return links.map(({ node }) => definitionFor(graph.nodes[node]!)!);
}

/** The numbers of a call: those that fill tensors, and then those of each link. */
export function scalarsOf(
  { links, numbers }: Region,
  definitions: readonly PointwiseDefinition[],
): Compiled["scalars"] {
  const constants = definitions.map(({ operation }) => {
    const all = stepsOfOperation(operation).constants;
    return all.every((number) => number !== null) ? all : null;
  });
  return ({ nodes }) => {
    const scalars = numbers.map((fill) => (nodes[fill]!.attributes as { readonly value: number }).value);
    for (const [at, { node }] of links.entries())
      scalars.push(...(constants[at] ?? definitions[at]!.scalars(nodes[node]!.attributes as never)));
    return scalars;
  };
}

const attributesOfKind: { readonly [R in Reduction]: readonly string[] } = {
  sum: ["dims"],
  max: ["dim"],
  min: ["dim"],
  largest: ["dims", "by"],
  smallest: ["dims", "by"],
};

/** What kernels are made for. */
export function attributesOf(sums: Region["sums"]): Fusion["attributes"] {
  return sums.map(({ node, kind }) => [node, attributesOfKind[kind]] as const);
}

/** A long region is told by its beginning. */
const mostNames = 6;

export function nameOf(graph: Graph, { links, sums }: Region): string {
  const nodes = [...links, ...sums].map(({ node }) => node).sort((a, b) => a - b);
  const names = nodes.slice(0, mostNames).map((at) => graph.nodes[at]!.op.name);
  if (nodes.length > mostNames) names.push("…");
  return names.join(" + ");
}
