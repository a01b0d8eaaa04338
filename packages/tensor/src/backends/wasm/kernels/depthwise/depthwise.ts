// Convolutions whose groups are single channels, with one output each or a few, in all three passes, on images as PyTorch lays them out:
// plane by plane, since as products they would be nothing but overhead. Sums go in the order of the plain product's. What is emitted
// for a plane is passes.ts's.

import type { Operand } from "../../../../kernels/contract.js";
import { numberOfElements } from "../../../../tensor/shape.js";
import type { ModuleBuilder } from "../../assembler/index.js";
import type { Kernel, Runtime } from "../../runtime.js";
import { getSimd, tiles } from "../../simd.js";
import type { Geometry } from "../convolution-geometry.js";
import { withContiguous } from "../copy.js";
import { sumRows } from "../reductions.js";
import { addressOf } from "../walk.js";
import { type DepthwiseLayer, emitForward, emitInputGradient, emitWeightGradient, workBytesOf } from "./passes.js";
import { axesOf } from "./windows.js";

/** More outputs of a channel are rows enough for a product. */
const mostOutputs = 4;
/** Columns in longer steps do not lie as vectors. */
const mostColumnSteps = 2;
const mostElements = 225;
/** About, in nanoseconds: to move an element of a plane, and a product. */
const nanosecondsOfMove = 0.15;
const nanosecondsOfTap = 0.07;

export function isDepthwise(geometry: Geometry): boolean {
  const { groups, inputChannels, outputChannels, stride, kernelSize, inputSize, positions } = geometry;
  return (
    groups > 1 &&
    inputChannels === 1 &&
    outputChannels <= mostOutputs &&
    stride[1] <= mostColumnSteps &&
    kernelSize[0] * kernelSize[1] <= mostElements &&
    Math.min(positions, ...inputSize) > 0
  );
}

interface Pass {
  readonly layer: DepthwiseLayer;
  readonly kernel: Kernel;
  readonly workBytes: number;
  readonly nanoseconds: number;
  /** Floats of a channel: of the image, of all its outputs, and of their elements of the kernel. */
  readonly imageFloats: number;
  readonly outputFloats: number;
  readonly elements: number;
}

function passOf(
  runtime: Runtime,
  geometry: Geometry,
  pass: keyof typeof workBytesOf,
  emit: (layer: DepthwiseLayer) => ModuleBuilder,
): Pass {
  const { batch, groups, outputChannels, inputSize, kernelSize, positions } = geometry;
  const simd = getSimd();
  const [rows, columns] = axesOf({ ...geometry, imageSize: geometry.inputSize });
  const layer = { rows, columns, outputs: outputChannels, tile: tiles[simd] };
  const key = [simd, outputChannels, ...Object.values(rows), ...Object.values(columns)].join();
  const [imageFloats, outputFloats] = [inputSize[0] * inputSize[1], outputChannels * positions];
  const taps = kernelSize[0] * kernelSize[1];
  return {
    layer,
    kernel: runtime.kernel(`depthwise ${pass} ${key}`, () => emit(layer)),
    workBytes: workBytesOf[pass](layer),
    nanoseconds:
      batch * groups * ((imageFloats + outputFloats) * nanosecondsOfMove + outputFloats * taps * nanosecondsOfTap),
    imageFloats,
    outputFloats,
    elements: outputChannels * taps,
  };
}

/** Calls `use` for ranges of the channels of one image, with work space; threads share channels. */
function spreadChannels(
  runtime: Runtime,
  { batch, groups }: Geometry,
  { nanoseconds, workBytes }: Pass,
  use: (work: number, image: number, channel: number, channels: number) => void,
): void {
  runtime.spread(batch * groups, nanoseconds, (begin, end) =>
    runtime.withScratch(workBytes, (work) => {
      for (let at = begin; at < end; ) {
        const [image, channel] = [Math.floor(at / groups), at % groups];
        const channels = Math.min(groups - channel, end - at);
        use(work, image, channel, channels);
        at += channels;
      }
    }),
  );
}

/** Hands `use` addresses of contiguous operands; zero for one that is not there. */
function withAll(operands: readonly (Operand | null)[], use: (addresses: readonly number[]) => void): void {
  const lend = (at: number, addresses: readonly number[]): void => {
    const operand = operands[at];
    if (operand === undefined) use(addresses);
    else if (operand === null) lend(at + 1, [...addresses, 0]);
    else withContiguous(operand, (address) => lend(at + 1, [...addresses, address]));
  };
  lend(0, []);
}

type Three = readonly [number, number, number];

export function depthwiseForward(
  runtime: Runtime,
  geometry: Geometry,
  operands: readonly [input: Operand, weight: Operand, bias: Operand | null],
  result: Operand,
): void {
  const { groups, outputChannels } = geometry;
  const pass = passOf(runtime, geometry, "forward", emitForward);
  const { kernel, imageFloats, outputFloats, elements } = pass;
  withAll(operands, (addresses) => {
    const [input, weight, bias] = addresses as Three;
    spreadChannels(runtime, geometry, pass, (work, image, channel, channels) => {
      const before = image * groups + channel;
      runtime.call(
        kernel,
        "run",
        input + 4 * before * imageFloats,
        weight + 4 * channel * elements,
        bias === 0 ? 0 : bias + 4 * channel * outputChannels,
        addressOf(result) + 4 * before * outputFloats,
        work,
        channels,
      );
    });
  });
}

export function depthwiseInputGradient(
  runtime: Runtime,
  geometry: Geometry,
  operands: readonly [grad: Operand, weight: Operand],
  result: Operand,
): void {
  const { groups } = geometry;
  const pass = passOf(runtime, geometry, "input gradient", emitInputGradient);
  const { kernel, imageFloats, outputFloats, elements } = pass;
  withAll(operands, ([grad, weight]) =>
    spreadChannels(runtime, geometry, pass, (work, image, channel, channels) => {
      const before = image * groups + channel;
      const [from, to] = [grad! + 4 * before * outputFloats, addressOf(result) + 4 * before * imageFloats];
      runtime.call(kernel, "run", from, weight! + 4 * channel * elements, to, work, channels);
    }),
  );
}

/** Each image has sums of its own, and these are added up in their order: so the result does not depend on the number of threads. */
export function depthwiseWeightGradient(
  runtime: Runtime,
  geometry: Geometry,
  operands: readonly [input: Operand, grad: Operand],
  result: Operand,
): void {
  const { batch, groups } = geometry;
  const pass = passOf(runtime, geometry, "weight gradient", emitWeightGradient);
  const { kernel, imageFloats, outputFloats, elements } = pass;
  const floats = numberOfElements(result.shape);
  withAll(operands, ([input, grad]) => {
    const addTo = (sums: number) =>
      spreadChannels(runtime, geometry, pass, (work, image, channel, channels) => {
        const before = image * groups + channel;
        const [from, gradient] = [input! + 4 * before * imageFloats, grad! + 4 * before * outputFloats];
        runtime.call(kernel, "run", from, gradient, sums + 4 * before * elements, work, channels);
      });
    if (batch === 1) addTo(addressOf(result));
    else
      runtime.withScratch(4 * batch * floats, (sums) => {
        addTo(sums);
        sumRows(runtime, sums, batch, floats, addressOf(result));
      });
  });
}
