// Convolutions of 3 × 3 in steps of one, and of 4 × 4 in steps of two, op by op: their three passes by Winograd's algorithm at four points,
// or three, which takes 16 products for 36, or 36 for 64, and errs no more than plain sums. The kernels are those of blocks/winograd-six.ts, for
// which images are laid out with channels last and back; plans, which keep them so, take six points.

import type { Operand } from "../../../kernels/contract.js";
import { contiguousStrides, isContiguous, numberOfElements } from "../../../tensor/shape.js";
import type { Runtime } from "../runtime.js";
import { hindranceOfWinogradSix, outputSizeOf, type WinogradConvolution } from "./blocks/winograd-six.js";
import { correlate } from "./blocks/winograd-six-correlate.js";
import { backwardOf, forwardOf } from "./blocks/winograd-six-sizes.js";
import { nanosecondsOfPass } from "./blocks/winograd-six-transformed.js";
import { winogradWeightGradient } from "./blocks/winograd-six-weight-sums.js";
import type { Four, Geometry } from "./convolution-geometry.js";
import { copyFloats } from "./copy.js";
import { flagNonFinite } from "./finite.js";
import { flagOutliers } from "./outliers.js";
import { addressOf, walked } from "./walk.js";

/** Channels on either side from which on the transforms are worth it. */
const leastChannels = 16;
/** In all: for fewer, as for a small image, the kernels' own transform costs more than is saved; of few channels calls do. */
const leastTilesOf = (channels: number) => (channels < 64 ? 96 : 32);
/** For each channel before and behind, and element: layouts and transforms. */
const nanosecondsOfElement = 1.5;

/** The sizes of a convolution that is one for these; null for others. */
export function fourPointsOf(geometry: Omit<Geometry, "windowElements" | "positions">): WinogradConvolution | null {
  const { batch, inputChannels, outputChannels, inputSize, kernelSize, stride, padding, dilation, groups } = geometry;
  const [size, step] = [kernelSize[0], stride[0]];
  if (size !== kernelSize[1] || step !== stride[1] || groups !== 1 || dilation.some((value) => value !== 1))
    return null;
  if (!(size === 3 && step === 1) && !(size === 4 && step === 2)) return null;
  const channels = Math.min(inputChannels, outputChannels);
  if (channels < leastChannels) return null;
  const own = { batch, inputChannels, outputChannels, imageSize: inputSize, padding } as const;
  const sizes = { ...own, kernelSize: size, stride: step, finite: 3 } as const;
  const [rows, columns] = outputSizeOf(sizes);
  if (batch * Math.ceil(rows / 2) * Math.ceil(columns / 2) < leastTilesOf(channels)) return null;
  return hindranceOfWinogradSix(sizes) === null ? sizes : null;
}

/** What a pass takes, in nanoseconds. */
export function nanosecondsOfFourPoints(sizes: WinogradConvolution): number {
  const { batch, inputChannels, outputChannels, imageSize } = sizes;
  const [rows, columns] = outputSizeOf(sizes);
  const elements = batch * (inputChannels * imageSize[0] * imageSize[1] + outputChannels * rows * columns);
  return nanosecondsOfPass(forwardOf(sizes)) + elements * nanosecondsOfElement;
}

/**
 * Each computes a pass, unless a result is not finite, or an image or gradient holds what plain sums are for (outliers.ts): then false, and
 * what lies in the result is of no use. Results are contiguous, and so is a bias.
 */
export function forwardOfFourPoints(
  runtime: Runtime,
  sizes: WinogradConvolution,
  [input, weight, bias]: readonly [Operand, Operand, Operand | null],
  output: Operand,
): boolean {
  const options = { turned: false, watched: true, biased: bias !== null };
  return correlated(runtime, sizes, options, [input, weight], bias === null ? 0 : addressOf(bias), output);
}

export function inputGradientOfFourPoints(
  runtime: Runtime,
  sizes: WinogradConvolution,
  [grad, weight]: readonly [Operand, Operand],
  result: Operand,
): boolean {
  return correlated(runtime, sizes, { turned: true, watched: true, biased: false }, [grad, weight], 0, result);
}

function correlated(
  runtime: Runtime,
  sizes: WinogradConvolution,
  { turned, ...own }: { readonly turned: boolean; readonly watched: boolean; readonly biased: boolean },
  [image, weight]: readonly [Operand, Operand],
  bias: number,
  result: Operand,
): boolean {
  const options = { turned, masked: false, finish: { ...own, rectified: false, behind: null } };
  const none = { mask: 0, codes: 0, copies: null };
  return isUnflagged(runtime, (flag) =>
    withChannelsLast(runtime, image, (from) =>
      withContiguous(runtime, weight, (weights) => {
        const { shape, strides } = channelsLast(result);
        runtime.withScratch(4 * numberOfElements(shape), (output) => {
          const at = { ...none, image: from, weight: weights, bias, output, flag };
          correlate(runtime, turned ? backwardOf(sizes) : forwardOf(sizes), options, at);
          const own = { address: output, bytes: 4, strides: contiguousStrides(shape) };
          copyFloats(runtime, shape, own, { address: addressOf(result), bytes: 4, strides });
        });
      }),
    ),
  );
}

export function weightGradientOfFourPoints(
  runtime: Runtime,
  sizes: WinogradConvolution,
  [input, grad]: readonly [Operand, Operand],
  result: Operand,
): boolean {
  const weightGradient = addressOf(result);
  return isUnflagged(runtime, (flag) => {
    withChannelsLast(runtime, input, (image) => {
      const floats = numberOfElements(input.shape) / sizes.batch;
      flagOutliers(runtime, { address: image, batch: sizes.batch, floats }, flag);
      withChannelsLast(runtime, grad, (gradient) => {
        const none = { output: null, biasGradient: null };
        winogradWeightGradient(runtime, sizes, { ...none, image, gradient, weightGradient, flag });
      });
    });
    flagNonFinite(runtime, weightGradient, numberOfElements(result.shape), flag);
  });
}

function isUnflagged(runtime: Runtime, use: (flag: number) => void): boolean {
  // What is computed hangs on what is found.
  runtime.cannotRepeat();
  return runtime.withScratch(4, (flag) => {
    const found = () => new Int32Array(runtime.memory.memory.buffer, flag, 1);
    found()[0] = 0;
    use(flag);
    return found()[0] === 0;
  });
}

function channelsLast({ shape, strides }: Operand) {
  const [batch, channels, height, width] = shape as Four;
  const [image, channel, row, column] = strides as Four;
  return { shape: [batch, height, width, channels], strides: [image, row, column, channel] };
}

/** Lends images with channels last: a copy, unless they lie so. */
function withChannelsLast(runtime: Runtime, image: Operand, use: (address: number) => void): void {
  withContiguous(runtime, { ...image, ...channelsLast(image) }, use);
}

/** Lends the elements one behind the other. */
function withContiguous(runtime: Runtime, given: Operand, use: (address: number) => void): void {
  const { shape } = given;
  if (isContiguous(given)) {
    use(addressOf(given));
    return;
  }
  runtime.withScratch(4 * numberOfElements(shape), (address) => {
    copyFloats(runtime, shape, walked(given), { address, bytes: 4, strides: contiguousStrides(shape) });
    use(address);
  });
}
