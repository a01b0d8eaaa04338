// Convolutions of doubles and their two gradients: what lies under the windows is laid out as columns (double-windows.ts), and multiplied
// as matrices (plain-product.ts), some images at a time, or some positions of a large one.
//
//   forward           Y[n][o, p]  = Σ over w     W[o, w] · X[n][w, p]       w: an element of the window (channel, row, column)
//   weight gradient   dW[o, w]    = Σ over n, p  dY[n][o, p] · X[n][w, p]   p: a position of the window
//   input gradient    dX[n] += where the windows lie, Σ over o  W[o, w] · dY[n][o, p]

import type { ConvolutionAttributes, KernelFunction, Operand } from "../../../kernels/contract.js";
import { contiguousStrides, numberOfElements } from "../../../tensor/shape.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { type Geometry, geometryOf, numbersOfConvolution } from "./convolution-geometry.js";
import { clear, withContiguous } from "./copy.js";
import { copyDoubles } from "./double-copies.js";
import { addDoubles, type Two, type Windows } from "./double-taps.js";
import { addColumns, type ColumnStrides, layColumns } from "./double-windows.js";
import { multiplyPlainly } from "./plain-product.js";
import { addressOf, type Walked, walked } from "./walk.js";

/** Columns of so many elements are laid out at once, or of one position of the window. */
const elementsAtOnce = 2 ** 19;

interface Plan extends Geometry {
  readonly bands: readonly Band[];
  /** Images whose columns are laid out together. */
  readonly most: number;
}

/** Positions that are taken together: all of an image, or, where those are too many, neighbours of some rows or of one. */
interface Band {
  readonly first: Two;
  readonly positions: number;
  /** As if there were no others. */
  readonly windows: Windows;
}

function planOf(input: Operand, weight: Operand, output: Operand, attributes: ConvolutionAttributes): Plan {
  const geometry = geometryOf(input, weight, output, attributes);
  const positions = Math.max(1, Math.floor(elementsAtOnce / Math.max(1, geometry.windowElements)));
  const most = Math.max(1, Math.min(geometry.batch, Math.floor(positions / Math.max(1, geometry.positions))));
  return { ...geometry, most, bands: bandsOf(geometry, positions) };
}

function bandsOf(geometry: Geometry, most: number): Band[] {
  const { inputSize: imageSize, outputSize, kernelSize, stride, padding, dilation } = geometry;
  const columns = Math.min(outputSize[1], most);
  const rows = Math.min(outputSize[0], Math.floor(most / Math.max(1, columns)));
  const bands: Band[] = [];
  for (let row = 0; row < outputSize[0]; row += rows)
    for (let column = 0; column < outputSize[1]; column += columns) {
      const size = [Math.min(rows, outputSize[0] - row), Math.min(columns, outputSize[1] - column)] as const;
      const before = [padding[0] - row * stride[0], padding[1] - column * stride[1]] as const;
      const windows = { imageSize, outputSize: size, kernelSize, stride, padding: before, dilation };
      bands.push({ first: [row, column], positions: size[0] * size[1], windows });
    }
  return bands;
}

/** One group's channels of images, from one on. */
function partOf(operand: Operand, groups: number, group: number, image: number): Walked {
  const own = walked(operand);
  const [outer, channel] = own.strides as [number, number];
  const first = (group * operand.shape[1]!) / groups;
  return { ...own, address: own.address + 8 * (image * outer + first * channel) };
}

/** What has an element for each position, from a band's first on. */
function bandOf(all: Walked, { first }: Band): Walked {
  const [row, column] = all.strides.slice(-2) as [number, number];
  return { ...all, address: all.address + 8 * (first[0] * row + first[1] * column) };
}

/** Calls `each` with every group, the images that are taken together and the positions. */
function eachBlock(
  { groups, batch, most, bands }: Plan,
  each: (group: number, image: number, count: number, band: Band) => void,
): void {
  for (let group = 0; group < groups; group += 1)
    for (let image = 0; image < batch; image += most)
      for (const band of bands) each(group, image, Math.min(most, batch - image), band);
}

const largestOf = ({ bands }: Plan): number => bands[0]?.positions ?? 0;

/** Columns of images one behind the other. */
function stridesOf({ windowElements, kernelSize }: Plan, { positions, windows }: Band): ColumnStrides {
  const elements = kernelSize[0] * kernelSize[1];
  return [windowElements * positions, elements * positions, positions, windows.outputSize[1], 1];
}

const forward: KernelFunction<"conv2d"> = ([input, weight, bias], [output], attributes) => {
  const runtime = runtimeOf(output!);
  const plan = planOf(input!, weight!, output!, attributes);
  const { groups, inputChannels, outputChannels, windowElements, most, bands } = plan;
  if (numberOfElements(output!.shape) === 0) return;
  const columnRoom = most * windowElements * largestOf(plan);
  // The product of some of an image's positions, which has its place between others'.
  const productRoom = bands.length === 1 ? 0 : outputChannels * largestOf(plan);
  withContiguous(weight!, (weights) =>
    runtime.withScratch(8 * (columnRoom + productRoom), (columns) =>
      eachBlock(plan, (group, image, count, band) => {
        const { positions, windows } = band;
        const columnElements = windowElements * positions;
        clear(runtime, columns, 8 * count * columnElements);
        const images = partOf(input!, groups, group, image);
        layColumns(runtime, windows, [count, inputChannels], images, columns, stridesOf(plan, band));
        const matrix = {
          address: weights + 8 * group * outputChannels * windowElements,
          strides: [0, windowElements, 1],
        };
        const multiply = (at: number, count: number, to: number) =>
          multiplyPlainly(
            runtime,
            "float64",
            [count, outputChannels, windowElements, positions],
            matrix,
            { address: columns + 8 * at * columnElements, strides: [columnElements, positions, 1] },
            to,
          );
        if (bands.length > 1) {
          const product = columns + 8 * columnRoom;
          multiply(0, 1, product);
          const [, ...strides] = contiguousStrides([1, outputChannels, ...windows.outputSize]);
          const own = bandOf(partOf(output!, groups, group, image), band);
          copyDoubles(
            runtime,
            [outputChannels, ...windows.outputSize],
            { address: product, bytes: 8, strides },
            { ...own, strides: own.strides.slice(1) },
          );
          return;
        }
        // Products of one image lie behind those of another: of several groups each goes by itself.
        const together = groups === 1 ? count : 1;
        for (let at = 0; at < count; at += together)
          multiply(at, together, partOf(output!, groups, group, image + at).address);
      }),
    ),
  );
  if (bias) {
    const all = walked(bias);
    addDoubles(runtime, output!.shape, walked(output!), { ...all, strides: [0, all.strides[0]!, 0, 0] });
  }
};

const weightGradient: KernelFunction<"conv2dWeightGradient"> = ([input, grad], [output], attributes) => {
  const runtime = runtimeOf(output!);
  const plan = planOf(input!, output!, grad!, attributes);
  const { groups, inputChannels, outputChannels, windowElements, kernelSize, most } = plan;
  const elements = kernelSize[0] * kernelSize[1];
  const matrixElements = outputChannels * windowElements;
  clear(runtime, addressOf(output!), 8 * groups * matrixElements);
  if (numberOfElements(grad!.shape) === 0 || matrixElements === 0) return;
  const lanes = most * largestOf(plan);
  // Gradients, columns and their product, one behind the other; positions of all images side by side.
  const room = 8 * (lanes * (outputChannels + windowElements) + matrixElements);
  runtime.withScratch(room, (gradients) => {
    const columns = gradients + 8 * lanes * outputChannels;
    const product = columns + 8 * lanes * windowElements;
    eachBlock(plan, (group, image, count, band) => {
      const { positions, windows } = band;
      const depth = count * positions;
      const across = windows.outputSize[1];
      const own = bandOf(partOf(grad!, groups, group, image), band);
      copyDoubles(runtime, [count, outputChannels, ...windows.outputSize], own, {
        ...{ address: gradients, bytes: 8 },
        strides: [positions, depth, across, 1],
      });
      clear(runtime, columns, 8 * depth * windowElements);
      const strides: ColumnStrides = [positions, elements * depth, depth, across, 1];
      const images = partOf(input!, groups, group, image);
      layColumns(runtime, windows, [count, inputChannels], images, columns, strides);
      const left = { address: gradients, strides: [0, depth, 1] };
      const right = { address: columns, strides: [0, 1, depth] };
      multiplyPlainly(runtime, "float64", [1, outputChannels, depth, windowElements], left, right, product);
      const whole = (address: number): Walked => ({ address, bytes: 8, strides: [1] });
      const to = addressOf(output!) + 8 * group * matrixElements;
      addDoubles(runtime, [matrixElements], whole(to), whole(product));
    });
  });
};

const inputGradient: KernelFunction<"conv2dInputGradient"> = ([grad, weight], [output], attributes) => {
  const runtime = runtimeOf(output!);
  const plan = planOf(output!, weight!, grad!, attributes);
  const { groups, inputChannels, outputChannels, windowElements, most } = plan;
  clear(runtime, addressOf(output!), 8 * numberOfElements(output!.shape));
  if (numberOfElements(grad!.shape) === 0 || numberOfElements(output!.shape) === 0) return;
  withContiguous(weight!, (weights) =>
    withContiguous(grad!, (gradients) =>
      runtime.withScratch(8 * most * windowElements * largestOf(plan), (columns) =>
        eachBlock(plan, (group, image, count, band) => {
          const first = (image * groups + group) * outputChannels * plan.positions;
          const place = first + band.first[0] * plan.outputSize[1] + band.first[1];
          multiplyPlainly(
            runtime,
            "float64",
            [count, windowElements, outputChannels, band.positions],
            { address: weights + 8 * group * outputChannels * windowElements, strides: [0, 1, windowElements] },
            {
              address: gradients + 8 * place,
              strides: [groups * outputChannels * plan.positions, plan.positions, 1],
            },
            columns,
          );
          const images = partOf(output!, groups, group, image);
          addColumns(runtime, band.windows, [count, inputChannels], images, columns, stridesOf(plan, band));
        }),
      ),
    ),
  );
};

export const convolutionOfDoubles = /* @__PURE__ */ repeats<"conv2d">(forward, numbersOfConvolution);
export const convolutionInputGradientOfDoubles = /* @__PURE__ */ repeats<"conv2dInputGradient">(
  inputGradient,
  numbersOfConvolution,
);
export const convolutionWeightGradientOfDoubles = /* @__PURE__ */ repeats<"conv2dWeightGradient">(
  weightGradient,
  numbersOfConvolution,
);
