// im2col and col2im: what lies under each window of an image, as columns, and such columns added up where they lay. The tables and
// borders are those of convolutions (convolution-geometry.ts).

import type { KernelFunction, Operand, PoolingAttributes } from "../../../kernels/contract.js";
import { contiguousStrides, numberOfElements } from "../../../tensor/shape.js";
import { col2imOfDoubles, im2colOfDoubles } from "../additions/dtypes.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import {
  accumulateImage,
  type Four,
  type Geometry,
  layoutOf,
  positionOffsets,
  readImages,
  windowOffsets,
  withImages,
  withTables,
} from "./convolution-geometry.js";
import { copyFloats } from "./copy.js";
import { columnTableLength } from "./offset-tables.js";
import { numbersOfPooling } from "./pooling.js";
import { emitScatter } from "./scatter.js";
import { addressOf, walked } from "./walk.js";

/** Nanoseconds that an element takes, about. */
const nanosecondsOfElement = 0.5;

function geometryOf(image: Operand, { kernelSize, ...attributes }: PoolingAttributes): Geometry {
  const [batch, inputChannels, height, width] = image.shape as Four;
  const { stride, padding, dilation } = attributes;
  const count = (size: number, at: 0 | 1) =>
    Math.floor((size + 2 * padding[at] - dilation[at] * (kernelSize[at] - 1) - 1) / stride[at]) + 1;
  const outputSize = [count(height, 0), count(width, 1)] as const;
  return {
    ...attributes,
    groups: 1,
    batch,
    inputChannels,
    outputChannels: 1,
    inputSize: [height, width],
    kernelSize,
    outputSize,
    windowElements: inputChannels * kernelSize[0] * kernelSize[1],
    positions: outputSize[0] * outputSize[1],
  };
}

const toColumns: KernelFunction<"im2col"> = ([first], [second], attributes) => {
  const [image, columns] = [first as Operand, second as Operand];
  const runtime = runtimeOf(columns);
  if (numberOfElements(columns.shape) === 0) return;
  const geometry = geometryOf(image, attributes);
  const { batch, inputChannels, kernelSize, outputSize, stride, dilation, windowElements, positions } = geometry;
  const layout = layoutOf(geometry, image);
  const [, channel, row, column] = layout.strides;
  const shape = [inputChannels, ...kernelSize, ...outputSize];
  const strides = [channel, row * dilation[0], column * dilation[1], row * stride[0], column * stride[1]];
  const length = windowElements * positions;
  runtime.spread(batch, nanosecondsOfElement * batch * length, (begin, end) =>
    withImages(runtime, layout, 1, (images) => {
      for (let at = begin; at < end; at += 1) {
        const address = readImages(runtime, geometry, images, { operand: image, image: at, group: 0 });
        const to = { address: addressOf(columns) + 4 * at * length, bytes: 4, strides: contiguousStrides(shape) };
        copyFloats(runtime, shape, { address, bytes: 4, strides }, to);
      }
    }),
  );
};

const toImage: KernelFunction<"col2im"> = ([first], [second], attributes) => {
  const [columns, image] = [first as Operand, second as Operand];
  const runtime = runtimeOf(image);
  if (numberOfElements(image.shape) === 0) return;
  const geometry = geometryOf(image, attributes);
  const { batch, windowElements, positions } = geometry;
  const scatter = runtime.kernel("conv2d scatter", emitScatter);
  const layout = layoutOf(geometry, image);
  const length = windowElements * positions;
  const { address: from, strides } = walked(columns);
  const shape = columns.shape.slice(1);
  const isRowByRow = strides[2] === 1 || positions === 1;
  withTables(runtime, windowElements + columnTableLength(positions), (table) => {
    const windows = table(windowOffsets(geometry, layout.strides));
    const places = table(positionOffsets(geometry, layout.strides, 1), "columns");
    const add = (source: number, pitch: number, to: number) =>
      runtime.call(scatter, "run", source, 4 * pitch, windows.address, windowElements, places.address, positions, to);
    runtime.spread(batch, nanosecondsOfElement * batch * length, (begin, end) =>
      withImages(runtime, layout, 1, (images) =>
        runtime.withScratch(isRowByRow ? 0 : 4 * length, (copied) => {
          for (let at = begin; at < end; at += 1) {
            const own = { address: from + 4 * at * strides[0]!, bytes: 4, strides: strides.slice(1) };
            if (!isRowByRow)
              copyFloats(runtime, shape, own, { address: copied, bytes: 4, strides: contiguousStrides(shape) });
            accumulateImage(runtime, geometry, images, { operand: image, image: at, group: 0 }, (to) =>
              isRowByRow ? add(own.address, strides[1]!, to) : add(copied, positions, to),
            );
          }
        }),
      ),
    );
  });
};

export const im2col = { float32: repeats(toColumns, numbersOfPooling), float64: im2colOfDoubles };
export const col2im = { float32: repeats(toImage, numbersOfPooling), float64: col2imOfDoubles };
