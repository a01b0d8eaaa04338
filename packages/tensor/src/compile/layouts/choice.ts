// Which values lie with channels last (NHWC). Fusions of convolutions want that of the images between them. Kernels that go element
// by element do not care, as long as all that they see lies alike; regions follow the most of their images, and copy the others.
// Everything else wants PyTorch's order.

import { type Shape, sameShape } from "../../tensor/shape.js";
import { type Graph, type GraphNode, isWhole, type ValueView } from "../graph.js";
import type { Fusion } from "../step.js";
import { channelsLast } from "./layout.js";

/** By value: its strides in the plan, where they are others than in PyTorch. */
export function stridesOf(graph: Graph, fusions: readonly Fusion[]): ReadonlyMap<number, readonly number[]> {
  const last = channelsLastValues(graph, fusions);
  const views = [...graph.needed].flatMap((at) => [...graph.nodes[at]!.inputs, ...graph.nodes[at]!.outputs]);
  const own = views.filter((view) => view !== null).filter(({ value }) => last.has(value));
  return new Map(own.map(({ value, shape }) => [value, channelsLast(shape).strides]));
}

function channelsLastValues(graph: Graph, fusions: readonly Fusion[]): ReadonlySet<number> {
  const wanted = new Set(fusions.flatMap(({ images, follows }) => (follows ? [] : images)));
  const fused = new Set(fusions.flatMap(({ nodes }) => nodes));
  const possible = new Set(graph.values.keys());
  for (const [value, { made, live }] of graph.values.entries()) if (!made || live) possible.delete(value);
  for (const value of valuesOfSeveralShapes(graph)) possible.delete(value);
  for (const { nodes, images } of fusions) {
    const own = new Set(images);
    for (const at of nodes) for (const value of valuesOf(graph.nodes[at]!)) if (!own.has(value)) possible.delete(value);
  }
  const together: (readonly number[])[] = [];
  /** What is computed element by element: all of it lies alike, or as in PyTorch. */
  const keepTogether = (views: readonly ValueView[]): void => {
    const values = [...new Set(views.map(({ value }) => value))];
    if (areImages(graph, views)) together.push(values);
    else for (const value of values) possible.delete(value);
  };
  for (const [at, node] of graph.nodes.entries()) {
    if (fused.has(at) || !graph.needed.has(at)) continue;
    if (node.op.kernel.access === "elementwise")
      keepTogether([...node.inputs, ...node.outputs].filter((view) => view !== null));
    else for (const value of valuesOf(node)) possible.delete(value);
  }
  const following = fusions.filter(({ follows }) => follows).map(({ images }) => images);
  for (;;) {
    // What one of them must not be none may be.
    spread(
      together,
      (values) => !values.every((value) => possible.has(value)),
      (value) => possible.delete(value),
    );
    const last = asked(possible, wanted, [...together, ...following]);
    // Who would have to copy as many images as it would not does so in PyTorch's order: then those who ask do the copying.
    const unwilling = following.filter((images) => {
      const count = images.filter((value) => last.has(value)).length;
      return count > 0 && 2 * count <= images.length;
    });
    if (unwilling.length === 0) return last;
    for (const value of unwilling.flat()) possible.delete(value);
  }
}

/** What somebody asks for, and what goes with that; the rest stays as it is. */
function asked(
  possible: ReadonlySet<number>,
  wanted: ReadonlySet<number>,
  groups: readonly (readonly number[])[],
): ReadonlySet<number> {
  const last = new Set([...wanted].filter((value) => possible.has(value)));
  const own = groups.map((values) => values.filter((value) => possible.has(value)));
  spread(
    own,
    (values) => values.some((value) => last.has(value)),
    (value) => !last.has(value) && last.add(value),
  );
  return last;
}

/** Changes all of each group that is to be, until nothing changes any more; `change` says whether it did. */
function spread(
  groups: readonly (readonly number[])[],
  isTo: (values: readonly number[]) => boolean,
  change: (value: number) => unknown,
): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const values of groups) if (isTo(values)) for (const value of values) if (change(value)) changed = true;
  }
}

/** Who sees a value in another shape would take other numbers for its channels. */
function valuesOfSeveralShapes({ nodes, needed }: Graph): ReadonlySet<number> {
  const shapes = new Map<number, Shape>();
  const several = new Set<number>();
  const views = [...needed].flatMap((at) => [...nodes[at]!.inputs, ...nodes[at]!.outputs]);
  for (const view of views) {
    if (view === null) continue;
    const known = shapes.get(view.value);
    if (known === undefined) shapes.set(view.value, view.shape);
    else if (!sameShape(known, view.shape)) several.add(view.value);
  }
  return several;
}

function valuesOf({ reads, writes }: GraphNode): readonly number[] {
  return [...new Set([...reads, ...writes])];
}

function areImages(graph: Graph, views: readonly ValueView[]): boolean {
  const { shape } = views[0]!;
  return shape.length === 4 && views.every((view) => sameShape(view.shape, shape) && isWhole(graph, view));
}
