// Where the windows of a convolution lie in memory: tables of offsets, and borders of zeros around padded images.
// What is computed with them is convolution.ts's.

import type { ConvolutionAttributes, Operand } from "../../../kernels/contract.js";
import { contiguousStrides } from "../../../tensor/shape.js";
import type { Runtime } from "../runtime.js";
import { clear, copyFloats } from "./copy.js";
import { columnTableLength, type OffsetTable, writeColumnTable, writeTable } from "./offset-tables.js";
import { addressOf, type Walked } from "./walk.js";

export type Four = readonly [number, number, number, number];

/** The sizes of a convolution, whichever of its three tensors is computed. */
export interface Geometry extends ConvolutionAttributes {
  readonly batch: number;
  /** Channels of one group. */
  readonly inputChannels: number;
  readonly outputChannels: number;
  readonly inputSize: readonly [number, number];
  readonly kernelSize: readonly [number, number];
  readonly outputSize: readonly [number, number];
  /** Elements of a window over one group, and the positions that it takes in one image. */
  readonly windowElements: number;
  readonly positions: number;
}

export function geometryOf(
  input: Operand,
  weight: Operand,
  output: Operand,
  attributes: ConvolutionAttributes,
): Geometry {
  const [batch, , height, width] = input.shape as Four;
  const [outputChannels, inputChannels, kernelHeight, kernelWidth] = weight.shape as Four;
  const [, , rows, columns] = output.shape as Four;
  return {
    ...attributes,
    batch,
    inputChannels,
    outputChannels: outputChannels / attributes.groups,
    inputSize: [height, width],
    kernelSize: [kernelHeight, kernelWidth],
    outputSize: [rows, columns],
    windowElements: inputChannels * kernelHeight * kernelWidth,
    positions: rows * columns,
  };
}

/** By which repeated calls are told apart. */
export const numbersOfConvolution = ({ stride, padding, dilation, groups }: ConvolutionAttributes) => [
  ...[...stride, ...padding, ...dilation],
  groups,
];

/** Byte offsets of i·a + j·b + k·c for all i, j, k, the last running fastest. */
export function offsetsOf(
  sizes: readonly [number, number, number],
  strides: readonly [number, number, number],
): Int32Array {
  const offsets = new Int32Array(sizes[0] * sizes[1] * sizes[2]);
  let next = 0;
  for (let i = 0; i < sizes[0]; i += 1) {
    for (let j = 0; j < sizes[1]; j += 1) {
      for (let k = 0; k < sizes[2]; k += 1) {
        offsets[next] = 4 * (i * strides[0] + j * strides[1] + k * strides[2]);
        next += 1;
      }
    }
  }
  return offsets;
}

/** Offsets of a window's elements (channel, row, column) from its first, in an image. */
export function windowOffsets(
  { inputChannels, kernelSize, dilation }: Geometry,
  [, channel, row, column]: Four,
): Int32Array {
  return offsetsOf([inputChannels, ...kernelSize], [channel, row * dilation[0], column * dilation[1]]);
}

/** Offsets of the same elements in one output channel of the weight. */
export function weightOffsets({ inputChannels, kernelSize }: Geometry, [, channel, row, column]: Four): Int32Array {
  return offsetsOf([inputChannels, ...kernelSize], [channel, row, column]);
}

/** Offsets of the windows' first elements in `images` images. */
export function positionOffsets(
  { outputSize, stride }: Geometry,
  [image, , row, column]: Four,
  images: number,
): Int32Array {
  return offsetsOf([images, ...outputSize], [image, row * stride[0], column * stride[1]]);
}

/** Offsets of the outputs of these windows in one channel. */
export function outputOffsets({ outputSize }: Geometry, [image, , row, column]: Four, images: number): Int32Array {
  return offsetsOf([images, ...outputSize], [image, row, column]);
}

/** How the windows see one group's channels of images: within a border of zeros where there is padding. */
export interface Layout {
  readonly strides: Four;
  /** Bytes of one image of one group within its border; null where the operand itself serves. */
  readonly borderBytes: number | null;
}

export function layoutOf({ inputChannels, inputSize, padding }: Geometry, operand: Operand): Layout {
  if (padding[0] === 0 && padding[1] === 0) return { strides: operand.strides as Four, borderBytes: null };
  const padded = [inputChannels, inputSize[0] + 2 * padding[0], inputSize[1] + 2 * padding[1]];
  const strides = contiguousStrides([1, ...padded]) as unknown as Four;
  return { strides, borderBytes: 4 * strides[0] };
}

/** A layout with room for the border. */
export interface Images extends Layout {
  readonly border: number | null;
}

/** Lends room for the border around `count` images of one group, cleared; none where there is no padding. */
export function withImages(runtime: Runtime, layout: Layout, count: number, use: (images: Images) => void): void {
  if (layout.borderBytes === null) {
    use({ ...layout, border: null });
    return;
  }
  const bytes = count * layout.borderBytes;
  runtime.withScratch(bytes, (border) => {
    clear(runtime, border, bytes);
    use({ ...layout, border });
  });
}

/** One group's channels of one image, or of `count` from it on, in an operand. */
export interface GroupOfImages {
  readonly operand: Operand;
  readonly image: number;
  readonly count?: number;
  readonly group: number;
}

function partOf({ operand, image, count = 1, group }: GroupOfImages, { inputChannels, inputSize }: Geometry) {
  const [imageStride, channelStride] = operand.strides as Four;
  const address = addressOf(operand) + 4 * (image * imageStride + group * inputChannels * channelStride);
  const own: Walked = { address, bytes: 4, strides: operand.strides };
  return { own, shape: [count, inputChannels, ...inputSize] };
}

function insideOf({ border, strides }: Images, { padding }: Geometry): Walked {
  return { address: (border as number) + 4 * (padding[0] * strides[2] + padding[1] * strides[3]), bytes: 4, strides };
}

/** Makes one group of images ready to be read; returns the address of the first window. */
export function readImages(runtime: Runtime, geometry: Geometry, images: Images, part: GroupOfImages): number {
  const { own, shape } = partOf(part, geometry);
  if (images.border === null) return own.address;
  copyFloats(runtime, shape, own, insideOf(images, geometry));
  return images.border;
}

/** Lets `add` add to one group of an image that starts as zeros: directly, or within the border, which is then cut off. */
export function accumulateImage(
  runtime: Runtime,
  geometry: Geometry,
  images: Images,
  part: Omit<GroupOfImages, "count">,
  add: (address: number) => void,
): void {
  const { own, shape } = partOf(part, geometry);
  const { inputChannels, inputSize } = geometry;
  const target = images.border ?? own.address;
  clear(runtime, target, images.borderBytes ?? 4 * inputChannels * inputSize[0] * inputSize[1]);
  add(target);
  if (images.border !== null) copyFloats(runtime, shape, insideOf(images, geometry), own);
}

type WriteTable = (offsets: Int32Array, role?: "columns") => OffsetTable;

/** Lends memory for tables of up to `length` offsets in all, written one after the other. */
export function withTables(runtime: Runtime, length: number, use: (write: WriteTable) => void): void {
  runtime.withScratch(4 * length, (address) => {
    let next = address;
    use((offsets, role) => {
      const table = role === "columns" ? writeColumnTable(runtime, next, offsets) : writeTable(runtime, next, offsets);
      next += 4 * (role === "columns" ? columnTableLength(offsets.length) : offsets.length);
      return table;
    });
  });
}
