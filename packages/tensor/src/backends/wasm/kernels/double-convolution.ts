// Convolutions of doubles and their two gradients: what lies under the windows is laid out as columns (double-windows.ts), and multiplied
// as matrices (plain-product.ts), some images at a time.
//
//   forward           Y[n][o, p]  = Σ over w     W[o, w] · X[n][w, p]       w: an element of the window (channel, row, column)
//   weight gradient   dW[o, w]    = Σ over n, p  dY[n][o, p] · X[n][w, p]   p: a position of the window
//   input gradient    dX[n] += where the windows lie, Σ over o  W[o, w] · dY[n][o, p]

import type { ConvolutionAttributes, KernelFunction, Operand } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { type Geometry, geometryOf, numbersOfConvolution } from "./convolution-geometry.js";
import { clear, withContiguous } from "./copy.js";
import { copyDoubles } from "./double-copies.js";
import { addDoubles, type Windows } from "./double-taps.js";
import { addColumns, type ColumnStrides, layColumns } from "./double-windows.js";
import { multiplyPlainly } from "./plain-product.js";
import { addressOf, type Walked, walked } from "./walk.js";

/** Columns of so many elements are laid out at once, or of one image. */
const elementsAtOnce = 2 ** 19;

interface Plan extends Geometry {
  readonly windows: Windows;
  /** Images whose columns are laid out together. */
  readonly most: number;
}

function planOf(input: Operand, weight: Operand, output: Operand, attributes: ConvolutionAttributes): Plan {
  const geometry = geometryOf(input, weight, output, attributes);
  const { inputSize, outputSize, kernelSize, stride, padding, dilation, windowElements, positions, batch } = geometry;
  const most = Math.max(1, Math.min(batch, Math.floor(elementsAtOnce / Math.max(1, windowElements * positions))));
  return { ...geometry, most, windows: { imageSize: inputSize, outputSize, kernelSize, stride, padding, dilation } };
}

/** One group's channels of images, from one on. */
function partOf(operand: Operand, groups: number, group: number, image: number): Walked {
  const own = walked(operand);
  const [outer, channel] = own.strides as [number, number];
  const first = (group * operand.shape[1]!) / groups;
  return { ...own, address: own.address + 8 * (image * outer + first * channel) };
}

/** Calls `each` with every group and the images that are taken together. */
function eachBlock({ groups, batch, most }: Plan, each: (group: number, image: number, count: number) => void): void {
  for (let group = 0; group < groups; group += 1)
    for (let image = 0; image < batch; image += most) each(group, image, Math.min(most, batch - image));
}

const forward: KernelFunction<"conv2d"> = ([input, weight, bias], [output], attributes) => {
  const runtime = runtimeOf(output!);
  const plan = planOf(input!, weight!, output!, attributes);
  const { groups, inputChannels, outputChannels, windowElements, positions, outputSize, kernelSize, most } = plan;
  if (numberOfElements(output!.shape) === 0) return;
  const elements = kernelSize[0] * kernelSize[1];
  const columnElements = windowElements * positions;
  withContiguous(weight!, (weights) =>
    runtime.withScratch(8 * most * columnElements, (columns) =>
      eachBlock(plan, (group, image, count) => {
        clear(runtime, columns, 8 * count * columnElements);
        const strides: ColumnStrides = [columnElements, elements * positions, positions, outputSize[1], 1];
        const images = partOf(input!, groups, group, image);
        layColumns(runtime, plan.windows, [count, inputChannels], images, columns, strides);
        const matrix = {
          address: weights + 8 * group * outputChannels * windowElements,
          strides: [0, windowElements, 1],
        };
        // Products of one image lie behind those of another: of several groups each goes by itself.
        const together = groups === 1 ? count : 1;
        for (let at = 0; at < count; at += together)
          multiplyPlainly(
            runtime,
            "float64",
            [together, outputChannels, windowElements, positions],
            matrix,
            { address: columns + 8 * at * columnElements, strides: [columnElements, positions, 1] },
            partOf(output!, groups, group, image + at).address,
          );
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
  const { groups, inputChannels, outputChannels, windowElements, positions, outputSize, kernelSize, most } = plan;
  const elements = kernelSize[0] * kernelSize[1];
  const matrixElements = outputChannels * windowElements;
  clear(runtime, addressOf(output!), 8 * groups * matrixElements);
  if (numberOfElements(grad!.shape) === 0 || matrixElements === 0) return;
  const lanes = most * positions;
  // Gradients, columns and their product, one behind the other; positions of all images side by side.
  const room = 8 * (lanes * (outputChannels + windowElements) + matrixElements);
  runtime.withScratch(room, (gradients) => {
    const columns = gradients + 8 * lanes * outputChannels;
    const product = columns + 8 * lanes * windowElements;
    eachBlock(plan, (group, image, count) => {
      const depth = count * positions;
      copyDoubles(runtime, [count, outputChannels, ...outputSize], partOf(grad!, groups, group, image), {
        ...{ address: gradients, bytes: 8 },
        strides: [positions, depth, outputSize[1], 1],
      });
      clear(runtime, columns, 8 * depth * windowElements);
      const strides: ColumnStrides = [positions, elements * depth, depth, outputSize[1], 1];
      const images = partOf(input!, groups, group, image);
      layColumns(runtime, plan.windows, [count, inputChannels], images, columns, strides);
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
  const { groups, inputChannels, outputChannels, windowElements, positions, outputSize, kernelSize, most } = plan;
  clear(runtime, addressOf(output!), 8 * numberOfElements(output!.shape));
  if (numberOfElements(grad!.shape) === 0 || numberOfElements(output!.shape) === 0) return;
  const elements = kernelSize[0] * kernelSize[1];
  const columnElements = windowElements * positions;
  withContiguous(weight!, (weights) =>
    withContiguous(grad!, (gradients) =>
      runtime.withScratch(8 * most * columnElements, (columns) =>
        eachBlock(plan, (group, image, count) => {
          const first = (image * groups + group) * outputChannels;
          multiplyPlainly(
            runtime,
            "float64",
            [count, windowElements, outputChannels, positions],
            { address: weights + 8 * group * outputChannels * windowElements, strides: [0, 1, windowElements] },
            {
              address: gradients + 8 * first * positions,
              strides: [groups * outputChannels * positions, positions, 1],
            },
            columns,
          );
          const strides: ColumnStrides = [columnElements, elements * positions, positions, outputSize[1], 1];
          const images = partOf(output!, groups, group, image);
          addColumns(runtime, plan.windows, [count, inputChannels], images, columns, strides);
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
