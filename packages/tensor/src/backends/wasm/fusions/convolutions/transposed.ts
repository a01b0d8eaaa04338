// Finds an image's gradient whose convolution is not computed: a transposed convolution, by itself. It is a chain without a way forward;
// one that is trained is the image's gradient of the convolution that goes back through it, and belongs to that one's chain.

import type { Graph, ValueView } from "../../../../compile/graph.js";
import type { Refusal } from "../../../../compile/step.js";
import type { ConvolutionAttributes } from "../../../../kernels/contract.js";
import { kernelNameOf } from "../../../../kernels/kernel.js";
import { isContiguous, sameShape } from "../../../../tensor/shape.js";
import { type ConvolutionChain, isGradientOf, sizesOfConvolution } from "./chain.js";

/** The chain, or why there is none; null where the node is no image's gradient. */
export function transposedChain(graph: Graph, at: number): ConvolutionChain | Refusal | null {
  const node = graph.nodes[at]!;
  if (kernelNameOf(node.op.kernel) !== "conv2dInputGradient") return null;
  const [gradient, weight] = node.inputs as readonly [ValueView, ValueView];
  const attributes = node.attributes as ConvolutionAttributes;
  const { stride, padding, dilation, groups } = attributes;
  const [image] = node.outputs as readonly [ValueView];
  const of = [stride, padding, dilation, [groups]].join(" ");
  const refuse = (why: string): Refusal => ({ why: () => why });
  const isOfConvolution = graph.nodes.some(
    (other, place) =>
      graph.needed.has(place) &&
      kernelNameOf(other.op.kernel) === "conv2d" &&
      sameShape(other.inputs[0]!.shape, image.shape) &&
      isGradientOf(node, { of, input: other.inputs[0]!, weight: other.inputs[1]!, convolved: other.outputs[0]! }),
  );
  if (isOfConvolution) return refuse("its convolution is not fused, or something else reads what lies between the two");
  const other = [gradient, weight].find(({ dtype }) => dtype !== "float32");
  if (other !== undefined) return refuse(`it is of ${other.dtype}`);
  if (![gradient, weight].every(isContiguous)) return refuse("the images or the weight do not lie row by row");
  const none = { weightGradient: null, biasGradient: null };
  return {
    ...{
      nodes: [],
      all: [at],
      convolution: at,
      of,
      relu: null,
      pooling: null,
      bias: null,
      indices: null,
      internal: [],
    },
    sizes: sizesOfConvolution(image.shape, weight.shape, attributes, null),
    ...{ input: gradient, weight, convolved: gradient, output: gradient },
    backward: { gradient, gradientAt: [at, 0], nodes: [], ...none, inputGradient: at },
  };
}
