// The weight's gradient of a convolution by Winograd's algorithm at six points: the work is cut and spread here, by sizes alone, so that
// sums do not depend on the number of threads. Kernels are emitted by winograd-six-weight-gradient.ts; the image's gradient is one more
// convolution, and in winograd-six.ts.

import type { Runtime } from "../../runtime.js";
import { getSimd, tiles } from "../../simd.js";
import { getNumThreads } from "../../threads/count.js";
import { split } from "../../threads/split.js";
import { withLimits } from "../outliers.js";
import { sumRows } from "../reductions.js";
import {
  depthOf,
  floatBytes,
  forwardOf,
  imageBytesOf,
  kernelPlanesOf,
  keyOf,
  outputBytesOf,
  paddedChannels,
  type Scheme,
  type WinogradConvolution,
} from "./winograd-six-sizes.js";
import { nanosecondsOfKernel, nanosecondsOfPass } from "./winograd-six-transformed.js";
import {
  emitWeightGradient,
  type WeightGradientOptions,
  weightGradientScratchBytes,
} from "./winograd-six-weight-gradient.js";
import { weightsPlaneOf } from "./winograd-six-weights.js";

/** Of the weight gradient's sums, each over a part of the batch; more than the least take no more memory than the images. */
const [leastParts, mostParts] = [4, 8] as const;
/** Input channels whose sums are computed together: those of more would not lie in the second cache. */
const mostChannelsTaken = 64;
/** Of kernels of 4 × 4, of which a channel has four parts. */
const mostChannelsTakenOfFour = 32;
const leastChannelsTaken = 16;
/** Bytes of sums that are held at once. */
const mostSumsAtOnce = 6 * 1024 * 1024;

/** Addresses, as for the forward pass; the gradient is that of the output. */
export interface WinogradWeightGradientAddresses {
  readonly image: number;
  readonly gradient: number;
  /** Where it is given the gradient counts only where it is above zero. */
  readonly output: number | null;
  /** Like weight. */
  readonly weightGradient: number;
  readonly biasGradient: number | null;
  /** int32, set to 1 where a gradient holds what plain sums are for (outliers.ts); null where another pass looks at it. */
  readonly flag: number | null;
}

export function winogradWeightGradient(
  runtime: Runtime,
  convolution: WinogradConvolution,
  at: WinogradWeightGradientAddresses,
): void {
  const sizes = forwardOf(convolution);
  const { batch, inputChannels, outputChannels, scheme } = sizes;
  const simd = getSimd();
  const tile = tiles[simd];
  const channelsTaken = channelsTakenOf(inputChannels, scheme);
  const bytesOf = (channels: number) =>
    kernelPlanesOf(scheme) * weightsPlaneOf(depthOf(channels, scheme), outputChannels, tile);
  const ranges = inputChannels / channelsTaken;
  const affordable = Math.floor((batch * imageBytesOf(sizes)) / bytesOf(inputChannels));
  const most = Math.min(Math.max(affordable, Math.ceil(leastParts / ranges)), Math.ceil(mostParts / ranges));
  const slices = split(batch, most);
  // Each range's sums are its own: that they are not held at once changes none.
  const rangesHeld = Math.min(ranges, rangesAtOnce(slices.length, slices.length * bytesOf(channelsTaken)));
  const channelsHeld = rangesHeld * channelsTaken;
  const sliceBytes = bytesOf(channelsHeld);
  const options: WeightGradientOptions = {
    masked: at.output !== null,
    summed: at.biasGradient !== null,
    watched: at.flag !== null,
    channelsTaken,
    channelsHeld,
    slices: slices.length,
  };
  const kernel = runtime.kernel(`winograd six weights ${simd} ${Object.values(options)} ${keyOf(sizes)}`, () =>
    emitWeightGradient(sizes, options, tile),
  );
  const scratchBytes = weightGradientScratchBytes(sizes, options, tile);
  const biasBytes = floatBytes * outputChannels;
  const rowBytes = floatBytes * paddedChannels(outputChannels, tile);
  const kernelBytes = floatBytes * scheme.kernelSize ** 2;
  const nanoseconds = nanosecondsOfPass(sizes);
  const compute = (limits: number) =>
    runtime.withScratch(slices.length * (sliceBytes + ranges * biasBytes), (sums) => {
      const biasSums = sums + slices.length * sliceBytes;
      const sumSlice = (slice: number, range: number, place: number) =>
        runtime.withScratch(scratchBytes, (scratch) => {
          const [begin, end] = slices[slice]!;
          const image = at.image + begin * imageBytesOf(sizes) + floatBytes * range * channelsTaken;
          const offset = begin * outputBytesOf(sizes);
          const from = [image, at.gradient + offset, (at.output ?? 0) + offset];
          // Each range adds up the biases: those of the first are taken.
          const to = [
            sums + slice * sliceBytes + depthOf(place * channelsTaken, scheme) * rowBytes,
            biasSums + (range * slices.length + slice) * biasBytes,
          ];
          runtime.call(kernel, "sums", ...from, ...to, scratch, end - begin, limits + 4 * begin, at.flag ?? 0);
        });
      for (let first = 0; first < ranges; first += rangesHeld) {
        const count = Math.min(rangesHeld, ranges - first);
        const share = count / ranges;
        runtime.parallel(share * nanoseconds, () => {
          for (let slice = 0; slice < slices.length; slice += 1)
            for (let place = 0; place < count; place += 1) runtime.task(() => sumSlice(slice, first + place, place));
        });
        const to = at.weightGradient + kernelBytes * first * channelsTaken;
        runtime.spread(outputChannels / 4, share * nanosecondsOfKernel * inputChannels * outputChannels, (begin, end) =>
          runtime.call(kernel, "total", sums, to, count, begin, end),
        );
      }
      if (at.biasGradient !== null) sumRows(runtime, biasSums, slices.length, outputChannels, at.biasGradient);
    });
  if (at.flag === null) compute(0);
  else withLimits(runtime, { address: at.gradient, batch, floats: outputBytesOf(sizes) / floatBytes }, compute);
}

/** How many ranges' sums are held at once: as many as have little memory, and enough for the threads to share their parts. */
function rangesAtOnce(slices: number, bytesOfRange: number): number {
  const threads = getNumThreads();
  const shared = threads === 1 ? 1 : Math.ceil(threads / slices);
  return Math.max(1, shared, Math.floor(mostSumsAtOnce / bytesOfRange));
}

/** All, or whole vectors and a divisor of all: the largest that keeps the sums in the cache, unless it would be too small. */
function channelsTakenOf(inputChannels: number, scheme: Scheme): number {
  const most = scheme.kernelSize === 4 ? mostChannelsTakenOfFour : mostChannelsTaken;
  if (inputChannels <= most) return inputChannels;
  let taken = most;
  while (taken >= leastChannelsTaken && inputChannels % taken !== 0) taken -= 4;
  return taken < leastChannelsTaken ? inputChannels : taken;
}
