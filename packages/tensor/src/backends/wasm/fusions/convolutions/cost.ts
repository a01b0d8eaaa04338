// What convolutions cost, about, in nanoseconds on one thread: products and bytes. Estimates that have to put methods in the right
// order, not more; not measured on the way, since plans must not depend on how busy a machine was. Constants are of an AMD EPYC, Node
// 20.20, 2026-11-29.

import type { Graph, GraphNode } from "../../../../compile/graph.js";
import type { ConvolutionAttributes, PoolingAttributes } from "../../../../kernels/contract.js";
import { kernelNameOf } from "../../../../kernels/kernel.js";
import { numberOfElements, type Shape } from "../../../../tensor/shape.js";
import { nanosecondsOfHalved, suitsHalves } from "../../kernels/halved-convolution.js";
import { nanosecondsOfProduct } from "../../kernels/product.js";

/** To read or write one: 0.03 in the second cache, 0.05 beyond (relu of 1 and of 16 MiB). Plain sums first lay out what a window sees. */
export const nanosecondsOfByte = 0.05;
/** The pool's own kernel, for each element of its windows; those of 2 × 2 that do not overlap take hardly more than their bytes. */
const nanosecondsOfWindow = 5;

/**
 * For 3 × 3 in steps of one a convolution's own kernel takes Winograd's algorithm at four points, as its image's gradient does. Its
 * transforms are for each position and channel, before and behind: forward, of 32 channels, it takes 0.75 of the time of plain sums, of 64 a half.
 */
const leastChannelsOfFourPoints = 16;
const shareOfFourPoints = 16 / 36;
const nanosecondsOfTransform = 1.8;

/** Of nodes that are left to their own kernels. */
export function costOfKernels({ nodes }: Graph, own: readonly number[]): number {
  return own.reduce((total, at) => total + costOfKernel(nodes[at]!), 0);
}

function costOfKernel(node: GraphNode): number {
  const { op, inputs, outputs, attributes } = node;
  const views = [...inputs, ...outputs].filter((view) => view !== null);
  const passed = views.reduce((sum, { shape }) => sum + 4 * numberOfElements(shape), 0) * nanosecondsOfByte;
  if (kernelNameOf(op.kernel) === "conv2d" || kernelNameOf(op.kernel) === "conv2dInputGradient")
    return passed + costOfProducts(node, inputs[1]!.shape, true);
  if (kernelNameOf(op.kernel) === "conv2dWeightGradient")
    return passed + costOfProducts(node, outputs[0]!.shape, false);
  if (kernelNameOf(op.kernel) !== "maxPool2d") return passed;
  const { kernelSize, stride } = attributes as PoolingAttributes;
  if ([...kernelSize, ...stride].every((size) => size === 2)) return passed;
  return passed + kernelSize[0] * kernelSize[1] * numberOfElements(outputs[0]!.shape) * nanosecondsOfWindow;
}

function costOfProducts({ op, inputs, outputs, attributes }: GraphNode, weight: Shape, mayBeFew: boolean): number {
  const [outputChannels, inputChannels, rows, columns] = weight as readonly [number, number, number, number];
  const { stride } = attributes as ConvolutionAttributes;
  const flops =
    ("flops" in op &&
      op.flops?.(
        inputs.filter((input) => input !== null),
        outputs,
      )) ||
    0;
  const windows = flops / 2 / outputChannels;
  const isOfFourPoints =
    mayBeFew &&
    rows === 3 &&
    columns === 3 &&
    stride.every((step) => step === 1) &&
    Math.min(inputChannels, outputChannels) >= leastChannelsOfFourPoints;
  if (mayBeFew) {
    const [image, laid] = kernelNameOf(op.kernel) === "conv2d" ? [inputs[0]!, outputs[0]!] : [outputs[0]!, inputs[0]!];
    const [batch, , ...imageSize] = image.shape as readonly [number, number, number, number];
    const [, , ...outputSize] = laid.shape as readonly [number, number, number, number];
    const { groups } = attributes as ConvolutionAttributes;
    const halved = {
      ...(attributes as ConvolutionAttributes),
      ...{ batch, inputChannels, outputChannels: outputChannels / groups },
      ...{ inputSize: imageSize, kernelSize: [rows, columns] as const, outputSize },
    };
    if (suitsHalves(halved)) return nanosecondsOfHalved(halved);
  }
  if (!isOfFourPoints) return windows * (outputChannels * nanosecondsOfProduct + 2 * 4 * nanosecondsOfByte);
  const positions = windows / (rows * columns * inputChannels);
  return (
    windows * outputChannels * shareOfFourPoints * nanosecondsOfProduct +
    positions * (inputChannels + outputChannels) * nanosecondsOfTransform
  );
}

/** To read or write each of these values once. */
export function costOfValues({ values }: Graph, own: ReadonlySet<number>): number {
  return [...own].reduce((sum, value) => sum + values[value]!.byteLength, 0) * nanosecondsOfByte;
}
