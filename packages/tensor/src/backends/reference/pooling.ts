// Max pooling of the reference backend and the way back.

import type { KernelFunction } from "../../kernels/contract.js";
import { dtypeRanges, isFloating } from "../../tensor/dtype.js";
import { count, reader, writer } from "./elements.js";

export const maxPool2d: KernelFunction<"maxPool2d"> = (
  [input],
  [output, indices],
  { kernelSize, stride, padding, dilation },
) => {
  const read = reader(input);
  const writeValue = writer(output);
  const writeIndex = writer(indices);
  const [height, width] = input!.shape.slice(2) as [number, number];
  const [rows, columns] = output!.shape.slice(2) as [number, number];
  // What a window gives that lies wholly in the padding.
  const least = isFloating(input!.dtype) ? Number.NEGATIVE_INFINITY : dtypeRanges[input!.dtype][0];
  for (let at = 0; at < count(output); at++) {
    const plane = Math.floor(at / (rows * columns)) * height * width;
    const top = (Math.floor(at / columns) % rows) * stride[0] - padding[0];
    const left = (at % columns) * stride[1] - padding[1];
    let best = -1;
    let largest = least;
    for (let kernelRow = 0; kernelRow < kernelSize[0]; kernelRow++) {
      const y = top + kernelRow * dilation[0];
      if (y < 0 || y >= height) continue;
      for (let kernelColumn = 0; kernelColumn < kernelSize[1]; kernelColumn++) {
        const x = left + kernelColumn * dilation[1];
        if (x < 0 || x >= width) continue;
        const value = read(plane + y * width + x);
        // The last NaN of a window wins, as in PyTorch; among equals the first.
        if (best < 0 || value > largest || Number.isNaN(value)) {
          best = y * width + x;
          largest = value;
        }
      }
    }
    writeValue(at, largest);
    writeIndex(at, best);
  }
};

export const maxPool2dBackward: KernelFunction<"maxPool2dBackward"> = ([grad, indices], [output]) => {
  const read = reader(grad);
  const index = reader(indices);
  const write = writer(output);
  const inner = output!.shape[2]! * output!.shape[3]!;
  const pooled = grad!.shape[2]! * grad!.shape[3]!;
  const totals = new Float64Array(count(output));
  for (let at = 0; at < count(grad!); at++) {
    if (index(at) >= 0) totals[Math.floor(at / pooled) * inner + index(at)]! += read(at);
  }
  for (let at = 0; at < totals.length; at++) write(at, totals[at]!);
};

export const maxPool2dGather: KernelFunction<"maxPool2dGather"> = ([input, indices], [output]) => {
  const read = reader(input);
  const index = reader(indices);
  const write = writer(output);
  const inner = input!.shape[2]! * input!.shape[3]!;
  const pooled = output!.shape[2]! * output!.shape[3]!;
  for (let at = 0; at < count(output); at++)
    write(at, index(at) < 0 ? 0 : read(Math.floor(at / pooled) * inner + index(at)));
};
