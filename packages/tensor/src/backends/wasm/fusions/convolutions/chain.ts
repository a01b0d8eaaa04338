// Finds a convolution with what follows it, ReLU and max pooling in either order, and the way back through them. It knows no
// algorithm: what is made of a chain is the business of methods.

import { type Graph, type GraphNode, isWhole, type ValueView } from "../../../../compile/graph.js";
import { isEqualView } from "../../../../compile/regions/region.js";
import type { IsFree, Refusal } from "../../../../compile/step.js";
import type { ConvolutionAttributes, KernelName, Pair, PoolingAttributes } from "../../../../kernels/contract.js";
import { kernelNameOf } from "../../../../kernels/kernel.js";
import { reluOp } from "../../../../ops/pointwise/relu.js";
import { isContiguous, numberOfElements, type Shape, sameShape } from "../../../../tensor/shape.js";

type Four = readonly [number, number, number, number];

/** The way back: from the gradient of what the chain gives to those of the convolution's inputs. */
export interface ChainBackward {
  /** The gradient that arrives, of any strides, and where it is an input of a node. */
  readonly gradient: ValueView;
  readonly gradientAt: readonly [node: number, input: number];
  /** Nodes between it and the three gradients. */
  readonly nodes: readonly number[];
  readonly weightGradient: number | null;
  readonly biasGradient: number | null;
  readonly inputGradient: number | null;
}

export interface ConvolutionSizes {
  readonly batch: number;
  readonly inputChannels: number;
  readonly outputChannels: number;
  /** Rows and columns, of an image without any border. */
  readonly imageSize: Pair;
  readonly kernelSize: Pair;
  readonly stride: Pair;
  readonly padding: Pair;
  readonly dilation: Pair;
  readonly groups: number;
  /** Those of the pool, where there is one. */
  readonly pool: Pick<PoolingAttributes, "kernelSize" | "stride"> | null;
}

export interface ConvolutionChain {
  /** The nodes forward: the convolution, then ReLU and pooling where they are there. */
  readonly nodes: readonly number[];
  /** Those and the nodes back. */
  readonly all: readonly number[];
  readonly convolution: number;
  readonly sizes: ConvolutionSizes;
  /** Its attributes in one word, to know its gradients by. */
  readonly of: string;
  readonly relu: number | null;
  readonly pooling: number | null;
  readonly input: ValueView;
  readonly weight: ValueView;
  readonly bias: ValueView | null;
  /** What the convolution itself gives. */
  readonly convolved: ValueView;
  /** What comes out at the end. */
  readonly output: ValueView;
  readonly indices: ValueView | null;
  /** Values between the nodes, the pool's indices among them: what is there in their place is the method's affair. */
  readonly internal: readonly number[];
  readonly backward: ChainBackward | null;
}

export function attributesOf<A>(graph: Graph, node: number): A {
  return graph.nodes[node]!.attributes as A;
}

/** What is taken for a chain: ReLU and pooling too, or the convolution by itself, behind which they are as any other op. */
export type Reach = "whole" | "bare";

/** The chain that begins at a convolution, as long as it goes, or why none does; null where the node is no convolution. */
export function convolutionChain(
  graph: Graph,
  at: number,
  isFree: IsFree,
  reach: Reach,
): ConvolutionChain | Refusal | null {
  const node = graph.nodes[at]!;
  if (kernelNameOf(node.op.kernel) !== "conv2d") return null;
  const [input, weight, bias = null] = node.inputs as readonly [ValueView, ValueView, ValueView | null];
  const { stride, padding, dilation, groups } = node.attributes as ConvolutionAttributes;
  const refuse = (why: string): Refusal => ({ why: () => why });
  const other = [input, weight].find(({ dtype }) => dtype !== "float32");
  if (other !== undefined) return refuse(`it is of ${other.dtype}`);
  if (![input, weight].every(isContiguous) || (bias !== null && !isContiguous(bias)))
    return refuse("the images, the weight or the bias do not lie row by row");

  const nodes = [at];
  const internal: number[] = [];
  let relu: number | null = null;
  let pooling: number | null = null;
  const convolved = node.outputs[0]!;
  let output = convolved;
  let indices: ValueView | null = null;
  // Each turn takes in the one node that goes on from the output, unless somebody else has to see the output too.
  for (;;) {
    const isOpen: boolean = reach === "whole" && (relu === null || pooling === null);
    const next: number | null = isOpen ? onlyNext(graph, output) : null;
    if (next === null) break;
    const { op, outputs } = graph.nodes[next]!;
    if (op === reluOp && relu === null) relu = next;
    else if (kernelNameOf(op.kernel) === "maxPool2d" && pooling === null && isPlainPooling(graph, next)) pooling = next;
    else break;
    nodes.push(next);
    internal.push(output.value);
    output = outputs[0]!;
    if (pooling === next) indices = outputs[1]!;
  }
  // What the convolution itself gives may be written over, as by ReLU in place: nothing of the way back reads it.
  const isWrittenAgain = nodes.length > 1 && graph.values[output.value]!.writers.length !== 1;
  if (!isWhole(graph, output) || isWrittenAgain)
    return refuse("what it gives is written once more, or is a part of something larger");
  const of = [stride, padding, dilation, [groups]].join(" ");
  const forward = {
    nodes,
    convolution: at,
    sizes: sizesOfConvolution(
      input.shape,
      weight.shape,
      attributesOf(graph, at),
      pooling === null ? null : attributesOf(graph, pooling),
    ),
    of,
    relu,
    pooling,
    input,
    weight,
    bias,
    convolved,
    output,
    indices,
  };
  const backward = backwardOf(graph, forward, isFree);
  const { nodes: between = [], weightGradient = null, biasGradient = null, inputGradient = null } = backward ?? {};
  if (biasGradient !== null && weightGradient === null)
    return refuse("its bias has a gradient, but its weight has none");
  const ends = [weightGradient, biasGradient, inputGradient].filter((end) => end !== null);
  internal.push(...between.map((back) => graph.nodes[back]!.outputs[0]!.value), ...(indices ? [indices.value] : []));
  return { ...forward, all: [...nodes, ...between, ...ends], internal, backward };
}

export function sizesOfConvolution(
  image: Shape,
  weight: Shape,
  { stride, padding, dilation, groups }: ConvolutionAttributes,
  pool: PoolingAttributes | null,
): ConvolutionSizes {
  const [batch, inputChannels, height, width] = image as Four;
  const [outputChannels, , rows, columns] = weight as Four;
  const [imageSize, kernelSize] = [[height, width] as const, [rows, columns] as const];
  return { batch, inputChannels, outputChannels, imageSize, kernelSize, stride, padding, dilation, groups, pool };
}

/** Whether two views of whole values are one: a reshape between layers makes another of it. */
function isSameView(a: ValueView, b: ValueView): boolean {
  return a.value === b.value && a.offset === b.offset && isContiguous(a) && sameShape(a.shape, b.shape);
}

/** The node that alone goes on from a value: others may only be the way back through it. */
function onlyNext(graph: Graph, view: ValueView): number | null {
  const { made, live, readers, writers } = graph.values[view.value]!;
  if (!made || live || writers.length !== 1) return null;
  const onwards = readers.filter((reader) => !isReluBackward(graph.nodes[reader]!.op));
  const [next] = onwards;
  if (onwards.length !== 1) return null;
  const from = graph.nodes[next!]!.inputs[0] ?? null;
  return from !== null && isSameView(from, view) ? next! : null;
}

function isPlainPooling(graph: Graph, at: number): boolean {
  const { kernelSize, stride, padding, dilation } = attributesOf<PoolingAttributes>(graph, at);
  const { inputs, outputs } = graph.nodes[at]!;
  const fits = [0, 1].every((axis) => {
    const [size, pooled] = [inputs[0]!.shape[2 + axis]!, outputs[0]!.shape[2 + axis]!];
    return pooled === Math.floor((size - kernelSize[axis]!) / stride[axis]!) + 1;
  });
  return fits && padding.every((value) => value === 0) && dilation.every((value) => value === 1);
}

function isReluBackward(op: GraphNode["op"]): boolean {
  return op === reluOp.gradientOp!(0);
}

type Forward = Omit<ConvolutionChain, "all" | "internal" | "backward">;

function backwardOf(graph: Graph, forward: Forward, isFree: IsFree): ChainBackward | null {
  const { relu, pooling, input, weight, indices } = forward;
  const nodes: number[] = [];
  let gradientAt: readonly [number, number] | null = null;
  let current: ValueView | null = null;
  // The layers that were passed through, last first.
  for (const layer of forward.nodes.slice(1).reverse()) {
    const saved = layer === pooling ? indices! : graph.nodes[layer]!.outputs[0]!;
    const readers: readonly number[] = graph.values[(current ?? saved).value]!.readers.filter((reader) => {
      const { op } = graph.nodes[reader]!;
      return layer === relu ? isReluBackward(op) : kernelNameOf(op.kernel) === "maxPool2dBackward";
    });
    const back = readers.length === 1 ? graph.nodes[readers[0]!]! : null;
    const [arrives, seen] = back === null ? [null, null] : (back.inputs as readonly [ValueView, ValueView]);
    if (back === null || arrives === null || seen === null || !isSameView(seen, saved)) return null;
    if (current !== null && !isSameView(arrives, current)) return null;
    if (!sameShape(arrives.shape, saved.shape)) return null;
    gradientAt ??= [readers[0]!, 0];
    nodes.push(readers[0]!);
    current = back.outputs[0]!;
  }
  if (gradientAt === null || current === null) {
    // A bare convolution: the gradient is whatever its own gradients are computed from. The weight's is known by the image; of several
    // convolutions of one weight an image's gradient may be any one's, so that it is one that nobody has yet.
    const near = [...graph.values[input.value]!.readers, ...graph.values[weight.value]!.readers];
    const at = near.find((reader) => isFree(reader) && isGradientOf(graph.nodes[reader]!, forward));
    if (at === undefined) return null;
    gradientAt = [at, kernelNameOf(graph.nodes[at]!.op.kernel) === "conv2dWeightGradient" ? 1 : 0];
    current = graph.nodes[at]!.inputs[gradientAt[1]]!;
  }
  const gradient = graph.nodes[gradientAt[0]]!.inputs[gradientAt[1]]!;
  const ends = graph.values[current.value]!.readers;
  const reads = (view: ValueView | null | undefined) => view != null && isEqualView(view, current);
  const isOf = (name: KernelName, node: GraphNode) =>
    kernelNameOf(node.op.kernel) === name && isGradientOf(node, forward);
  // Of two convolutions whose outputs are added each has a sum of the same gradient: either is the other's equal.
  const find = (matches: (node: GraphNode) => boolean) =>
    ends.find((at) => isFree(at) && matches(graph.nodes[at]!)) ?? null;
  return {
    gradient,
    gradientAt,
    nodes,
    weightGradient: find((node) => isOf("conv2dWeightGradient", node) && reads(node.inputs[1])),
    biasGradient: find((node) => isBiasGradient(node, forward.convolved) && reads(node.inputs[0])),
    inputGradient: find((node) => isOf("conv2dInputGradient", node) && reads(node.inputs[0])),
  };
}

export function isGradientOf(
  { op, inputs, outputs, attributes }: GraphNode,
  { of, input, weight, convolved }: Pick<Forward, "of" | "input" | "weight" | "convolved">,
): boolean {
  const ofWeight = kernelNameOf(op.kernel) === "conv2dWeightGradient";
  if (!ofWeight && kernelNameOf(op.kernel) !== "conv2dInputGradient") return false;
  const [other, gradient] = (ofWeight ? inputs : [inputs[1], inputs[0]]) as [ValueView, ValueView];
  const wanted = ofWeight ? input : weight;
  const { stride, padding, dilation, groups } = attributes as ConvolutionAttributes;
  return (
    [stride, padding, dilation, [groups]].join(" ") === of &&
    isSameView(other, wanted) &&
    sameShape(gradient.shape, convolved.shape) &&
    sameShape(outputs[0]!.shape, (ofWeight ? weight : input).shape)
  );
}

function isBiasGradient({ op, inputs, outputs, attributes }: GraphNode, convolved: ValueView): boolean {
  const [from] = inputs;
  return (
    kernelNameOf(op.kernel) === "sum" &&
    (attributes as { readonly dims: readonly number[] }).dims.join() === "0,2,3" &&
    sameShape(from!.shape, convolved.shape) &&
    numberOfElements(outputs[0]!.shape) === from!.shape[1]
  );
}
