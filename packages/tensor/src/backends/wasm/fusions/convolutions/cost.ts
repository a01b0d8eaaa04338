// What convolutions cost, about, in nanoseconds on one thread: products and bytes. Estimates that have to put methods in the right
// order, not more; not measured on the way, since plans must not depend on how busy a machine was. Constants are of an AMD EPYC, Node
// 20.20, 2026-11-29.

import type { Graph, GraphNode } from "../../../../compile/graph.js";
import type { ConvolutionAttributes, KernelName, PoolingAttributes } from "../../../../kernels/contract.js";
import { kernelNameOf } from "../../../../kernels/kernel.js";
import { numberOfElements, type Shape } from "../../../../tensor/shape.js";
import { fourPointsOf, nanosecondsOfFourPoints } from "../../kernels/four-points.js";
import { nanosecondsOfProduct } from "../../kernels/product.js";

/** To read or write one: 0.03 in the second cache, 0.05 beyond (relu of 1 and of 16 MiB). Plain sums first lay out what a window sees. */
export const nanosecondsOfByte = 0.05;
/** The pool's own kernel, for each element of its windows; those of 2 × 2 that do not overlap take hardly more than their bytes. */
const nanosecondsOfWindow = 5;

/** Of nodes that are left to their own kernels. */
export function costOfKernels({ nodes }: Graph, own: readonly number[]): number {
  return own.reduce((total, at) => total + costOfKernel(nodes[at]!), 0);
}

function costOfKernel(node: GraphNode): number {
  const { op, inputs, outputs, attributes } = node;
  const views = [...inputs, ...outputs].filter((view) => view !== null);
  const passed = views.reduce((sum, { shape }) => sum + 4 * numberOfElements(shape), 0) * nanosecondsOfByte;
  const name = kernelNameOf(op.kernel);
  if (name === "conv2d" || name === "conv2dInputGradient") return passed + costOfProducts(node, name, inputs[1]!.shape);
  if (name === "conv2dWeightGradient") return passed + costOfProducts(node, name, outputs[0]!.shape);
  if (name !== "maxPool2d") return passed;
  const { kernelSize, stride } = attributes as PoolingAttributes;
  if ([...kernelSize, ...stride].every((size) => size === 2)) return passed;
  return passed + kernelSize[0] * kernelSize[1] * numberOfElements(outputs[0]!.shape) * nanosecondsOfWindow;
}

function costOfProducts({ op, inputs, outputs, attributes }: GraphNode, name: KernelName, weight: Shape): number {
  const [outputChannels, inputChannels, ...kernelSize] = weight as readonly [number, number, number, number];
  const flops =
    ("flops" in op &&
      op.flops?.(
        inputs.filter((input) => input !== null),
        outputs,
      )) ||
    0;
  const windows = flops / 2 / outputChannels;
  const image = name === "conv2dInputGradient" ? outputs[0]! : inputs[0]!;
  const laid = name === "conv2d" ? outputs[0]! : inputs[name === "conv2dInputGradient" ? 0 : 1]!;
  const [batch, , ...inputSize] = image.shape as readonly [number, number, number, number];
  const [, , ...outputSize] = laid.shape as readonly [number, number, number, number];
  const own = attributes as ConvolutionAttributes;
  const sizes = {
    batch,
    inputChannels,
    outputChannels: outputChannels / own.groups,
    inputSize,
    kernelSize,
    outputSize,
  };
  const few = fourPointsOf({ ...own, ...sizes });
  if (few !== null) return nanosecondsOfFourPoints(few);
  return windows * (outputChannels * nanosecondsOfProduct + 2 * 4 * nanosecondsOfByte);
}

/** To read or write each of these values once. */
export function costOfValues({ values }: Graph, own: ReadonlySet<number>): number {
  return [...own].reduce((sum, value) => sum + values[value]!.byteLength, 0) * nanosecondsOfByte;
}
