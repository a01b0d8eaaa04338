// matmul and the convolutions of the reference backend: the definitions, written as loops, summed in float64.

import type { ConvolutionAttributes, KernelFunction, Operand } from "../../kernels/contract.js";
import { count, reader, writer } from "./elements.js";

/**
 * Products of matrices, the terms added up by `accumulate`.
 *
 * @__NO_SIDE_EFFECTS__
 */
function products(accumulate: (total: number, a: number, b: number) => number): KernelFunction<"matmul"> {
  return ([input, other], [output]) => {
    const [a, b] = [input!, other!].map(({ storage, dtype }) => storage.elements(dtype));
    const write = writer(output);
    const [batch, m, n] = output!.shape as readonly [number, number, number];
    const k = input!.shape[2]!;
    const [slices, rows, depths] = input!.strides as readonly [number, number, number];
    const [otherSlices, otherDepths, columns] = other!.strides as readonly [number, number, number];
    for (let slice = 0; slice < batch; slice++) {
      for (let row = 0; row < m; row++) {
        for (let column = 0; column < n; column++) {
          let total = 0;
          let from = input!.offset + slice * slices + row * rows;
          let by = other!.offset + slice * otherSlices + column * columns;
          for (let inner = 0; inner < k; inner++) {
            total = accumulate(total, a![from]!, b![by]!);
            from += depths;
            by += otherDepths;
          }
          write((slice * m + row) * n + column, total);
        }
      }
    }
  };
}

const matmulOfFloats = products((total, a, b) => total + a * b);
/** Modulo 2³²: sums in float64 would lose the low bits, which are kept. */
const matmulOfIntegers = products((total, a, b) => (total + Math.imul(a, b)) | 0);
export const matmul = {
  float32: matmulOfFloats,
  float64: matmulOfFloats,
  int32: matmulOfIntegers,
  uint8: matmulOfIntegers,
};

/** Calls `visit` with the positions of every (input, weight, output) triple whose product a convolution adds up. */
function forEachProduct(
  input: readonly number[],
  weight: readonly number[],
  output: readonly number[],
  { stride, padding, dilation, groups }: ConvolutionAttributes,
  visit: (inputAt: number, weightAt: number, outputAt: number) => void,
): void {
  const [batch, inChannels, height, width] = input as readonly [number, number, number, number];
  const [, groupChannels, kernelHeight, kernelWidth] = weight as readonly [number, number, number, number];
  const [, outChannels, rows, columns] = output as readonly [number, number, number, number];
  for (let n = 0; n < batch; n++) {
    for (let o = 0; o < outChannels; o++) {
      const firstChannel = Math.floor(o / (outChannels / groups)) * groupChannels;
      for (let c = 0; c < groupChannels; c++) {
        for (let kernelRow = 0; kernelRow < kernelHeight; kernelRow++) {
          for (let kernelColumn = 0; kernelColumn < kernelWidth; kernelColumn++) {
            const weightAt = ((o * groupChannels + c) * kernelHeight + kernelRow) * kernelWidth + kernelColumn;
            for (let row = 0; row < rows; row++) {
              const y = row * stride[0] - padding[0] + kernelRow * dilation[0];
              if (y < 0 || y >= height) continue;
              for (let column = 0; column < columns; column++) {
                const x = column * stride[1] - padding[1] + kernelColumn * dilation[1];
                if (x < 0 || x >= width) continue;
                visit(
                  ((n * inChannels + firstChannel + c) * height + y) * width + x,
                  weightAt,
                  ((n * outChannels + o) * rows + row) * columns + column,
                );
              }
            }
          }
        }
      }
    }
  }
}

function store(totals: Float64Array, output: Operand | undefined): void {
  const write = writer(output);
  for (let at = 0; at < totals.length; at++) write(at, totals[at]!);
}

export const conv2d: KernelFunction<"conv2d"> = ([input, weight, bias], [output], attributes) => {
  const x = reader(input);
  const w = reader(weight);
  const totals = new Float64Array(count(output));
  if (bias) {
    const b = reader(bias);
    const [, channels, rows, columns] = output!.shape as readonly [number, number, number, number];
    for (let at = 0; at < totals.length; at++) totals[at] = b(Math.floor(at / (rows * columns)) % channels);
  }
  forEachProduct(input!.shape, weight!.shape, output!.shape, attributes, (i, j, o) => {
    totals[o]! += x(i) * w(j);
  });
  store(totals, output);
};

export const conv2dInputGradient: KernelFunction<"conv2dInputGradient"> = (
  [gradOutput, weight],
  [output],
  attributes,
) => {
  const g = reader(gradOutput);
  const w = reader(weight);
  const totals = new Float64Array(count(output));
  forEachProduct(output!.shape, weight!.shape, gradOutput!.shape, attributes, (i, j, o) => {
    totals[i]! += g(o) * w(j);
  });
  store(totals, output);
};

export const conv2dWeightGradient: KernelFunction<"conv2dWeightGradient"> = (
  [input, gradOutput],
  [output],
  attributes,
) => {
  const x = reader(input);
  const g = reader(gradOutput);
  const totals = new Float64Array(count(output));
  forEachProduct(input!.shape, output!.shape, gradOutput!.shape, attributes, (i, j, o) => {
    totals[j]! += x(i) * g(o);
  });
  store(totals, output);
};
