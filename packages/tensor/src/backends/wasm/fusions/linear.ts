// Rule: a linear layer, with its bias and ReLU where they are there. Of a weight that is not written in the call, the copy in the
// layout that the product wants is kept from call to call. Dropout behind it is a step of its own, which draws and multiplies in
// one pass; the way back is that of the ops.

import { type Graph, isWhole, type ValueView } from "../../../compile/graph.js";
import { type Fusion, fusedStep, type Refusal, type Step } from "../../../compile/step.js";
import * as kernels from "../../../kernels/kernels.js";
import { addOp } from "../../../ops/pointwise/add.js";
import { reluOp } from "../../../ops/pointwise/relu.js";
import { isContiguous, numberOfElements } from "../../../tensor/shape.js";
import { linear } from "../kernels/blocks/linear.js";
import { addressOf } from "../kernels/walk.js";
import { copiesOf, isConstant, numbersOfCopies, runtime } from "./image-access.js";

/** Of weights that change, deeper ones are better multiplied in blocks that stay in the first cache, as matmul does. */
const deepest = 640;

interface LinearLayer {
  readonly nodes: readonly number[];
  readonly input: ValueView;
  readonly weight: ValueView;
  /** Which node adds the bias. */
  readonly adds: number | null;
  readonly rectified: boolean;
  readonly output: ValueView;
  readonly internal: readonly number[];
}

export function linearRule(graph: Graph, node: number): Fusion | Refusal | null {
  const layer = linearLayer(graph, node);
  if (layer === null || "why" in layer) return layer;
  return {
    name: "linear",
    nodes: layer.nodes,
    internal: layer.internal,
    images: [],
    attributes: layer.adds === null ? [] : [[layer.adds, ["alpha"]]],
    steps: () => [stepOf(graph, layer)],
  };
}

function linearLayer(graph: Graph, at: number): LinearLayer | Refusal | null {
  const node = graph.nodes[at]!;
  if (node.op.kernel !== kernels.matmul) return null;
  const [input, weight] = node.inputs as readonly [ValueView, ValueView];
  const [output] = node.outputs as readonly [ValueView];
  const [batch, inputs] = weight.shape as readonly [number, number, number];
  const [, down, across] = weight.strides as readonly [number, number, number];
  const isTransposedWeight = batch === 1 && down === 1 && across === inputs;
  if (weight.dtype !== "float32") return null;
  if (!isTransposedWeight)
    return { why: () => "the second factor is no transposed matrix, as a linear layer's weight is" };
  if (!isConstant(graph, weight) && inputs > deepest)
    return {
      why: () => `the weight is written in the call and deeper than ${deepest}, which the plain product does better`,
    };
  if (!isContiguous(input) || !isWhole(graph, output)) return { why: () => "the input does not lie row by row" };

  const layer = { nodes: [at], internal: [] as number[], output, adds: null as number | null, rectified: false };
  for (;;) {
    const next = layer.rectified ? null : onlyNext(graph, layer.output);
    if (next === null) break;
    const { op, inputs: given, outputs, attributes } = graph.nodes[next]!;
    const isBias =
      op === addOp &&
      layer.adds === null &&
      given[1]?.value !== layer.output.value &&
      isRow(given[1] ?? null, output.shape[2]!) &&
      (attributes as { readonly alpha: number }).alpha === 1;
    if (op !== reluOp && !isBias) break;
    // What is added must have been there before the product.
    if (isBias && graph.values[given[1]!.value]!.writers.some((writer) => writer > at && writer < next)) break;
    if (!isWhole(graph, outputs[0]!) || numberOfElements(outputs[0]!.shape) !== numberOfElements(output.shape)) break;
    layer.nodes.push(next);
    layer.internal.push(layer.output.value);
    layer.output = outputs[0]!;
    if (isBias) layer.adds = next;
    else layer.rectified = true;
  }
  return { ...layer, input, weight };
}

/** A bias, spread over rows or as it is. */
function isRow(view: ValueView | null, length: number): boolean {
  if (view === null || view.dtype !== "float32") return false;
  const rest = view.shape.slice(0, -1).map((size, at) => size === 1 || view.strides[at] === 0);
  return view.shape.at(-1) === length && (length === 1 || view.strides.at(-1) === 1) && rest.every(Boolean);
}

/** The node that alone reads a value, all of it, in the first place. */
function onlyNext(graph: Graph, view: ValueView): number | null {
  const { made, live, readers, writers } = graph.values[view.value]!;
  if (!made || live || writers.length !== 1 || readers.length !== 1) return null;
  const from = graph.nodes[readers[0]!]!.inputs[0] ?? null;
  return from !== null && from.value === view.value && isWhole(graph, from) ? readers[0]! : null;
}

function stepOf(graph: Graph, { nodes, input, weight, adds, rectified, output }: LinearLayer): Step {
  const bias = adds === null ? null : graph.nodes[adds]!.inputs[1]!;
  const reads = [input, weight, ...(bias === null ? [] : [bias])].map(({ value }) => value);
  const [, inputs, outputs] = weight.shape as readonly [number, number, number];
  const sizes = { rows: input.shape[1]!, inputs, outputs, biased: bias !== null, rectified };
  const [first, last] = [nodes[0]!, nodes.at(-1)!];
  const numbers = numbersOfCopies(graph, first, weight);
  return fusedStep(graph, { nodes, reads, writes: [output.value], numbers }, (run) => {
    const [given, weights] = run.nodes[first]!.inputs;
    linear(runtime, sizes, {
      input: addressOf(given!),
      weight: addressOf(weights!),
      copies: isConstant(graph, weight) ? copiesOf(weights!) : null,
      bias: adds === null ? null : addressOf(run.nodes[adds]!.inputs[1]!),
      output: addressOf(run.nodes[last]!.outputs[0]!),
    });
  });
}
