// Rule: gelu, and on its way back its slope. Both take the same exponential and the same quotient, so the way forward computes the slope
// beside the result, where what it read lies, and the way back multiplies by it, together with what alone made the gradient that arrives,
// as a dropout's way back. Results are bit for bit the ops'.

import { type Graph, isWhole, type ValueView } from "../../../compile/graph.js";
import { type Fusion, fusedStep, type IsFree, type Planning, type Run, type Step } from "../../../compile/step.js";
import { dtypeTraits } from "../../../tensor/dtype.js";
import { sameShape } from "../../../tensor/shape.js";
import { type ElementType, elementAccess } from "../kernels/elements.js";
import { partsOfGelu } from "../kernels/math/gates.js";
import {
  definePointwise,
  definitionOf,
  type Pointwise,
  type PointwiseDefinition,
} from "../kernels/pointwise-operation.js";
import { type PointwiseStep, type StepPlace, stepsOfOperation } from "../kernels/pointwise-steps.js";
import {
  type RegionOperation,
  type RegionSource,
  type RegionStream,
  regionOperation,
  regionWork,
} from "../kernels/region.js";
import { runtime } from "./image-access.js";

/** One of both; of the same number their steps are shared. */
function inParts(name: "gelu" | "slope"): Pointwise {
  const input: StepPlace = { from: "input", at: 0 };
  const before = [0, 1].map((at): StepPlace => ({ from: "step", at }));
  const step = (part: keyof typeof partsOfGelu, operands: readonly StepPlace[]): PointwiseStep => ({
    name: `${part} of gelu`,
    operands,
    compute: partsOfGelu[part] as PointwiseStep["compute"],
  });
  return definePointwise({
    name: `${name} in parts`,
    inputs: ["float32"],
    output: "float32",
    steps: {
      steps: [step("density", [input]), step("quotient", [input]), step(name, [input, ...before])],
      results: [{ from: "step", at: 2 }],
      constants: [],
    },
    compute: (f, [x]) => partsOfGelu[name](f, x, partsOfGelu.density(f, x), partsOfGelu.quotient(f, x)),
  });
}

const stream = (type: ElementType, stores: number | null = null): RegionStream => ({
  type,
  isRead: stores === null,
  stores,
});
const streamAt = (at: number): RegionSource => ({ from: "stream", at });

/** x, the slope, the result. */
let withSlope: RegionOperation | null = null;
function geluAndSlope(): RegionOperation {
  withSlope ??= regionOperation(
    [inParts("gelu"), inParts("slope")].map((operation) => ({ operation, sources: [streamAt(0)] })),
    [stream("float32"), stream("float32", 1), stream("float32", 0)],
    [],
    0,
  );
  return withSlope;
}

const product = definePointwise({
  name: "gradient times slope",
  inputs: ["float32", "float32"],
  output: "float32",
  compute: (_, [gradient, slope]) => gradient.multiply(slope),
});

export function geluRule(graph: Graph, node: number, isFree: IsFree): Fusion | null {
  if (!isFree(node) || stepsOf(graph, node) !== "float32 gelu") return null;
  const { inputs, outputs, op } = graph.nodes[node]!;
  const [input, output] = [inputs[0]!, outputs[0]!];
  const { shape } = input;
  const isAll = (view: ValueView) => isWhole(graph, view) && sameShape(view.shape, shape);
  const { readers, writers } = graph.values[input.value]!;
  // Written once, what is read later is the same.
  if (writers.length > 1 || ![input, output].every(isAll)) return null;
  // Else one region may do all of both ways, and nothing has to wait anywhere.
  if (graph.values[output.value]!.readers.every((at) => definitionOfNode(graph, at) !== null)) return null;
  const back = readers.find((at) => at > node && isFree(at) && stepsOf(graph, at) === "float32 geluSlope, float32 mul");
  if (back === undefined) return null;
  const [arriving, read] = graph.nodes[back]!.inputs as readonly [ValueView, ValueView];
  const given = graph.nodes[back]!.outputs[0]!;
  if (read.value !== input.value || arriving.value === input.value || ![arriving, read, given].every(isAll))
    return null;
  const maker = makerOf(graph, arriving, (view) => isAll(view) && view.value !== input.value, isFree);
  const nodes = [...(maker === null ? [] : [maker.node]), back];
  return {
    name: "gelu",
    nodes: [node, ...nodes],
    internal: maker === null ? [] : [arriving.value],
    images: [],
    attributes: [],
    steps: (planning) => {
      const slope = planning.newValue(graph.values[input.value]!.byteLength);
      const like = { ...input, value: slope };
      const forward = regionStep(planning, {
        ...{ nodes: [node], name: `${op.name} + slope`, operation: geluAndSlope(), reads: 1 },
        ...{ views: [input, like, output], scalars: () => [] },
      });
      const sources = maker?.views ?? [arriving];
      const result = sources.length + 1;
      const made: RegionSource = maker === null ? streamAt(0) : { from: "result", at: 0 };
      const times = { operation: product, sources: [made, streamAt(sources.length)] };
      const links =
        maker === null
          ? [times]
          : [{ operation: maker.operation, sources: sources.map((_, at) => streamAt(at)) }, times];
      const types = [...sources, like].map(({ dtype }) => stream(dtype as ElementType));
      const backward = regionStep(planning, {
        ...{ nodes, name: nodes.map((at) => graph.nodes[at]!.op.name).join(" + "), reads: result },
        operation: regionOperation(links, [...types, stream("float32", links.length - 1)], [], 0),
        views: [...sources, like, given],
        scalars: (run) => maker?.scalars(run) ?? [],
      });
      return [forward, backward];
    },
  };
}

interface RegionOfViews {
  readonly nodes: readonly number[];
  readonly name: string;
  readonly operation: RegionOperation;
  /** Whole values: so many that are read, and then those that are written. */
  readonly views: readonly ValueView[];
  readonly reads: number;
  readonly scalars: (run: Run) => readonly number[];
}

function regionStep(planning: Planning, { nodes, name, operation, views, reads, scalars }: RegionOfViews): Step {
  const [from, to] = [views.slice(0, reads), views.slice(reads)];
  const step = {
    ...{ nodes, name, numbers: scalars },
    reads: [...new Set(from.map(({ value }) => value))],
    writes: to.map(({ value }) => value),
    replaces: to.flatMap((written) =>
      from.filter(({ dtype }) => dtype === written.dtype).map(({ value }) => ({ written: written.value, read: value })),
    ),
  };
  return fusedStep(planning, step, (run) => {
    const walked = views.map(({ value, dtype, strides }) => ({
      ...{ address: run.address(value), bytes: dtypeTraits[dtype].bytes, strides },
    }));
    const { nanoseconds, tasks } = regionWork(runtime, operation, views[0]!.shape, walked, scalars(run));
    runtime.parallel(nanoseconds, tasks);
  });
}

interface Maker {
  readonly node: number;
  readonly operation: Pointwise;
  readonly views: readonly ValueView[];
  scalars(run: Run): readonly number[];
}

/** What makes a gradient that nobody else reads, element by element of whole values. */
function makerOf(graph: Graph, view: ValueView, suits: (view: ValueView) => boolean, isFree: IsFree): Maker | null {
  const { made, live, readers, writers } = graph.values[view.value]!;
  const [node] = writers;
  if (node === undefined || !made || live || readers.length + writers.length !== 2 || !isFree(node)) return null;
  const { inputs } = graph.nodes[node]!;
  const definition = definitionOfNode(graph, node);
  const isIn = (input: ValueView | null): input is ValueView =>
    input !== null && suits(input) && Object.hasOwn(elementAccess, input.dtype);
  if (
    definition === null ||
    (definition.operation.alsoWrites !== undefined && definition.operation.alsoWrites.length > 0)
  )
    return null;
  if (!inputs.every(isIn) || inputs.length !== definition.operation.inputs.length) return null;
  return {
    node,
    operation: definition.operation,
    views: inputs as readonly ValueView[],
    scalars: ({ nodes }) => definition.scalars(nodes[node]!.attributes as never),
  };
}

function definitionOfNode({ nodes }: Graph, at: number): PointwiseDefinition | null {
  const { kernel, outputs } = nodes[at]!;
  return outputs.length === 1 ? definitionOf(kernel.run, outputs[0]!.dtype) : null;
}

/** What a node computes of each element, in words. */
function stepsOf(graph: Graph, at: number): string {
  const definition = definitionOfNode(graph, at);
  if (definition === null) return "";
  return stepsOfOperation(definition.operation)
    .steps.map(({ name }) => name)
    .join(", ");
}
