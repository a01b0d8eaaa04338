// im2col and col2im of the reference backend: one walk over all elements of all windows, which read the image, or add to it.

import type { KernelFunction, PoolingAttributes } from "../../kernels/contract.js";
import { count, reader, writer } from "./elements.js";

/** Calls `visit` with each place of the columns, and that of the image which it shows; null in the border. */
function forEachPlace(
  image: readonly number[],
  columns: readonly number[],
  { kernelSize, stride, padding, dilation }: PoolingAttributes,
  visit: (columnAt: number, imageAt: number | null) => void,
): void {
  const [, channels, height, width] = image as readonly [number, number, number, number];
  const [batch, elements, positions] = columns as readonly [number, number, number];
  const across = Math.floor((width + 2 * padding[1] - dilation[1] * (kernelSize[1] - 1) - 1) / stride[1]) + 1;
  for (let at = 0; at < batch * elements * positions; at++) {
    const [position, rest] = [at % positions, Math.floor(at / positions)];
    const [element, n] = [rest % elements, Math.floor(rest / elements)];
    const [kernelColumn, upper] = [element % kernelSize[1], Math.floor(element / kernelSize[1])];
    const [kernelRow, channel] = [upper % kernelSize[0], Math.floor(upper / kernelSize[0])];
    const y = Math.floor(position / across) * stride[0] - padding[0] + kernelRow * dilation[0];
    const x = (position % across) * stride[1] - padding[1] + kernelColumn * dilation[1];
    const isInside = y >= 0 && y < height && x >= 0 && x < width;
    visit(at, isInside ? ((n * channels + channel) * height + y) * width + x : null);
  }
}

export const im2col: KernelFunction<"im2col"> = ([image], [columns], attributes) => {
  const [read, write] = [reader(image), writer(columns)];
  forEachPlace(image!.shape, columns!.shape, attributes, (to, from) => write(to, from === null ? 0 : read(from)));
};

export const col2im: KernelFunction<"col2im"> = ([columns], [image], attributes) => {
  const [read, write] = [reader(columns), writer(image)];
  const totals = new Float64Array(count(image));
  forEachPlace(image!.shape, columns!.shape, attributes, (from, to) => {
    if (to !== null) totals[to]! += read(from);
  });
  for (let at = 0; at < totals.length; at++) write(at, totals[at]!);
};
