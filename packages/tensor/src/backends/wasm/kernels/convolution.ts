// conv2d and its two gradients as implicit matrix products, by ways that are given (convolution-ways.ts), or by Winograd's algorithm
// (four-points.ts): the element w of the window at position p lies at the sum of two offsets, which is just what the GEMM's tables hold
// (gemm.ts).
//
//   forward           Y[o, p]  = Σ over w  W[o, w] · X[w + p]      w: an element of the window (channel, row, column)
//   weight gradient   dW[w, o] = Σ over p  X[w + p] · dY[o, p]     p: a position of the window, over several images
//   input gradient    dX[w + p] += Z[w, p], where Z[w, p] = Σ over o  W[o, w] · dY[o, p]

import type { KernelFunction, Operand } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import { split } from "../threads/split.js";
import {
  accumulateImage,
  type Four,
  type Geometry,
  geometryOf,
  type Images,
  layoutOf,
  numbersOfConvolution,
  outputOffsets,
  positionOffsets,
  readImages,
  weightOffsets,
  windowOffsets,
  withImages,
  withTables,
} from "./convolution-geometry.js";
import { clear, copyFloats } from "./copy.js";
import {
  type depthwiseForward,
  type depthwiseInputGradient,
  type depthwiseWeightGradient,
  isDepthwise,
} from "./depthwise/depthwise.js";
import {
  type forwardOfFew,
  hasFewPositions,
  type inputGradientOfFew,
  type weightGradientOfFew,
} from "./few-positions.js";
import {
  forwardOfFourPoints,
  fourPointsOf,
  inputGradientOfFourPoints,
  weightGradientOfFourPoints,
} from "./four-points.js";
import { columnTableLength, multiplesOf } from "./offset-tables.js";
import { withPackedRows } from "./packed-operands.js";
import { multiply, multiplyPacked, nanosecondsOfProduct } from "./product.js";
import { sumRows } from "./reductions.js";
import { emitScatter } from "./scatter.js";
import { addressOf, walked } from "./walk.js";

/** Positions that the gradients take at once: of small images, several. */
const positionsOfWeightGradient = 2048;
const positionsOfInputGradient = 512;
/** Of fewer an image, several images are multiplied together, so that a weight that no cache holds is not read for each anew. */
const positionsTogether = 64;
/** Sums of the weight gradient that are kept apart, and the positions that each has at least. */
const mostSlices = 10;
const positionsOfSlice = 512;

function imagesAtOnce(batch: number, positions: number, most: number): number {
  return Math.min(batch, Math.max(1, Math.floor(most / Math.max(1, positions))));
}

/** Blocks of images, by the shape alone: as many as slices, but with enough positions each. */
function blocksOf(batch: number, positions: number): number {
  return Math.max(1, Math.min(mostSlices, Math.floor((batch * positions) / positionsTogether)));
}

/** What one of the three products takes, about, in nanoseconds. */
function workOf({ batch, groups, outputChannels, windowElements, positions }: Geometry): number {
  return batch * groups * outputChannels * windowElements * positions * nanosecondsOfProduct;
}

/** Ways of their own for some convolutions; null where there is none, and a product does. */
export interface Ways {
  /** To a few positions. */
  few(): Passes<typeof forwardOfFew, typeof weightGradientOfFew, typeof inputGradientOfFew> | null;
  /** Of single channels. */
  depthwise(): Passes<typeof depthwiseForward, typeof depthwiseWeightGradient, typeof depthwiseInputGradient> | null;
}

interface Passes<Forward, WeightGradient, InputGradient> {
  readonly forward: Forward;
  readonly weightGradient: WeightGradient;
  readonly inputGradient: InputGradient;
}

function wayOf(geometry: Geometry, ways: Ways) {
  if (hasFewPositions(geometry)) return ways.few();
  return isDepthwise(geometry) ? ways.depthwise() : null;
}

const forward =
  (ways: Ways): KernelFunction<"conv2d"> =>
  ([first, second, bias], [output], attributes) => {
    const [input, weight, result] = [first as Operand, second as Operand, output as Operand];
    const runtime = runtimeOf(result);
    const geometry = geometryOf(input, weight, result, attributes);
    const { batch, groups, outputChannels, windowElements, positions } = geometry;
    const weightStrides = weight.strides as Four;
    const allChannels = groups * outputChannels;
    const own = wayOf(geometry, ways);
    if (own !== null) return own.forward(runtime, geometry, [input, weight, bias ?? null], result);
    const few = fourPointsOf(geometry);
    if (few !== null && (bias == null || bias.strides[0] === 1))
      if (forwardOfFourPoints(runtime, few, [input, weight, bias ?? null], result)) return;
    const layout = layoutOf(geometry, input);
    const most = positions < positionsTogether ? Math.max(1, Math.ceil(batch / blocksOf(batch, positions))) : 1;
    const columns = columnTableLength(most * positions);
    const tableLength = outputChannels + 2 * windowElements + 2 * columns + allChannels;
    withTables(runtime, tableLength, (table) => {
      const channels = table(multiplesOf(outputChannels, weightStrides[0]));
      const elements = table(weightOffsets(geometry, weightStrides));
      const windows = table(windowOffsets(geometry, layout.strides));
      const places = table(positionOffsets(geometry, layout.strides, most), "columns");
      // The last block has a table of its own: what fills up its last panel must not lie in images that are not there.
      const lastPlaces = table(positionOffsets(geometry, layout.strides, batch % most), "columns");
      // The bias, of whatever stride, is laid side by side behind the tables: the sums start from it.
      const starts = table(multiplesOf(allChannels, 0)).address;
      if (bias) copyFloats(runtime, bias.shape, walked(bias), { address: starts, bytes: 4, strides: [1] });
      for (let group = 0; group < groups; group += 1) {
        const address = addressOf(weight) + 4 * group * outputChannels * weightStrides[0];
        withPackedRows(runtime, { address, lanes: channels, depths: elements }, (packed) => {
          const multiplyBlock = (images: Images, products: number | null, image: number) => {
            const count = Math.min(most, batch - image);
            const source = readImages(runtime, geometry, images, { operand: input, image, count, group });
            const to = addressOf(result) + 4 * (image * groups + group) * outputChannels * positions;
            multiplyPacked(
              runtime,
              packed,
              { address: source, lanes: count === most ? places : lastPlaces, depths: windows },
              products === null ? { address: to, pitch: 4 * positions } : { address: products, pitch: 4 * columns },
              bias ? { starts: starts + 4 * group * outputChannels } : {},
            );
            if (products === null) return;
            const from = { address: products, bytes: 4, strides: [positions, columns, 1] };
            const strides = [groups * outputChannels * positions, positions, 1];
            copyFloats(runtime, [count, outputChannels, positions], from, { address: to, bytes: 4, strides });
          };
          runtime.spread(Math.ceil(batch / most), workOf(geometry) / groups, (begin, end) =>
            withImages(runtime, layout, most, (images) => {
              const all = (products: number | null) => {
                for (let block = begin; block < end; block += 1) multiplyBlock(images, products, block * most);
              };
              if (most === 1) all(null);
              else runtime.withScratch(4 * outputChannels * columns, all);
            }),
          );
        });
      }
    });
  };

// The batch is cut into slices by shape alone, each with its own sum, and these are added up in their order: so the result
// does not depend on the number of threads.
const weightGradient =
  (ways: Ways): KernelFunction<"conv2dWeightGradient"> =>
  ([first, second], [output], attributes) => {
    const [input, grad, result] = [first as Operand, second as Operand, output as Operand];
    const runtime = runtimeOf(result);
    const geometry = geometryOf(input, result, grad, attributes);
    const own = geometry.batch > 0 ? wayOf(geometry, ways) : null;
    if (own !== null) return own.weightGradient(runtime, geometry, [input, grad], result);
    const few = fourPointsOf(geometry);
    if (few !== null && weightGradientOfFourPoints(runtime, few, [input, grad], result)) return;
    const { batch, groups, outputChannels, windowElements, positions } = geometry;
    const gradStrides = grad.strides as Four;
    const slices = split(batch, Math.min(mostSlices, Math.max(1, Math.floor((batch * positions) / positionsOfSlice))));
    const longest = Math.max(...slices.map(([begin, end]) => end - begin));
    const most = imagesAtOnce(longest, positions, positionsOfWeightGradient);
    const layout = layoutOf(geometry, input);
    const tableLength = windowElements + 2 * most * positions + columnTableLength(outputChannels);
    // Computed window by channel, then transposed: tiles of rows fit the windows' odd counts, panels the channels' even ones.
    const pitch = 4 * outputChannels;
    const groupBytes = windowElements * pitch;
    const sliceBytes = groups * groupBytes;
    withTables(runtime, tableLength, (table) => {
      const windows = table(windowOffsets(geometry, layout.strides));
      const places = table(positionOffsets(geometry, layout.strides, most));
      const gradPlaces = table(outputOffsets(geometry, gradStrides, most));
      const channels = table(multiplesOf(outputChannels, gradStrides[1]), "columns");
      const addSlice = (images: Images, sum: number, begin: number, end: number) => {
        clear(runtime, sum, sliceBytes);
        for (let image = begin; image < end; image += most) {
          const count = Math.min(most, end - image);
          const length = count * positions;
          for (let group = 0; group < groups; group += 1) {
            const source = readImages(runtime, geometry, images, { operand: input, image, count, group });
            const gradOffset = image * gradStrides[0] + group * outputChannels * gradStrides[1];
            multiply(
              runtime,
              { address: source, lanes: windows, depths: { ...places, length } },
              { address: addressOf(grad) + 4 * gradOffset, lanes: channels, depths: { ...gradPlaces, length } },
              { address: sum + group * groupBytes, pitch },
              { accumulate: true },
            );
          }
        }
      };
      runtime.withScratch((slices.length + 1) * sliceBytes + 64, (sums) => {
        runtime.spread(slices.length, workOf(geometry), (first, last) =>
          withImages(runtime, layout, most, (images) => {
            for (let slice = first; slice < last; slice += 1)
              addSlice(images, sums + slice * sliceBytes, ...slices[slice]!);
          }),
        );
        const total = slices.length === 1 ? sums : sums + slices.length * sliceBytes;
        if (total !== sums) sumRows(runtime, sums, slices.length, sliceBytes / 4, total);
        const from = { address: total, bytes: 4, strides: [windowElements * outputChannels, 1, outputChannels] };
        const to = {
          address: addressOf(result),
          bytes: 4,
          strides: [outputChannels * windowElements, windowElements, 1],
        };
        copyFloats(runtime, [groups, outputChannels, windowElements], from, to);
      });
    });
  };

const inputGradient =
  (ways: Ways): KernelFunction<"conv2dInputGradient"> =>
  ([first, second], [output], attributes) => {
    const [grad, weight, result] = [first as Operand, second as Operand, output as Operand];
    const runtime = runtimeOf(result);
    if (numberOfElements(grad.shape) === 0)
      return clear(runtime, addressOf(result), 4 * numberOfElements(result.shape));
    const geometry = geometryOf(result, weight, grad, attributes);
    const own = wayOf(geometry, ways);
    if (own !== null) return own.inputGradient(runtime, geometry, [grad, weight], result);
    const { batch, groups, outputChannels, windowElements, positions } = geometry;
    const [weightStrides, gradStrides] = [weight.strides as Four, grad.strides as Four];
    const few = fourPointsOf(geometry);
    if (few !== null && inputGradientOfFourPoints(runtime, few, [grad, weight], result)) return;
    const scatter = runtime.kernel("conv2d scatter", emitScatter);
    const layout = layoutOf(geometry, result);
    const most = imagesAtOnce(Math.ceil(batch / blocksOf(batch, positions)), positions, positionsOfInputGradient);
    const blocks = Math.ceil(batch / most);
    const columns = columnTableLength(most * positions);
    // Whole panels, so that no tile needs an edge; and off the powers of two, which would crowd a few sets of the cache.
    const pitch = 4 * (columns + 16);
    const tableLength = 2 * windowElements + 2 * outputChannels + columnTableLength(positions) + 2 * columns;
    withTables(runtime, tableLength, (table) => {
      const elements = table(weightOffsets(geometry, weightStrides));
      const windows = table(windowOffsets(geometry, layout.strides));
      const weightChannels = table(multiplesOf(outputChannels, weightStrides[0]));
      const gradChannels = table(multiplesOf(outputChannels, gradStrides[1]));
      const places = table(positionOffsets(geometry, layout.strides, 1), "columns");
      const gradPlaces = table(outputOffsets(geometry, gradStrides, most), "columns");
      // The last block has a table of its own: what fills up its last panel must not lie in images that are not there.
      const lastGradPlaces = table(outputOffsets(geometry, gradStrides, batch % most), "columns");
      for (let group = 0; group < groups; group += 1) {
        const address = addressOf(weight) + 4 * group * outputChannels * weightStrides[0];
        withPackedRows(runtime, { address, lanes: elements, depths: weightChannels }, (packed) => {
          const addBlock = (images: Images, products: number, image: number) => {
            const count = Math.min(most, batch - image);
            const gradOffset = image * gradStrides[0] + group * outputChannels * gradStrides[1];
            const lanes = count === most ? gradPlaces : lastGradPlaces;
            multiplyPacked(
              runtime,
              packed,
              {
                address: addressOf(grad) + 4 * gradOffset,
                lanes: { ...lanes, length: columnTableLength(count * positions) },
                depths: gradChannels,
              },
              { address: products, pitch },
            );
            for (let i = 0; i < count; i += 1) {
              const from = products + 4 * i * positions;
              accumulateImage(runtime, geometry, images, { operand: result, image: image + i, group }, (to) =>
                runtime.call(
                  scatter,
                  "run",
                  from,
                  pitch,
                  windows.address,
                  windowElements,
                  places.address,
                  positions,
                  to,
                ),
              );
            }
          };
          runtime.spread(blocks, workOf(geometry) / groups, (begin, end) =>
            withImages(runtime, layout, 1, (images) =>
              runtime.withScratch(windowElements * pitch, (products) => {
                for (let block = begin; block < end; block += 1) addBlock(images, products, block * most);
              }),
            ),
          );
        });
      }
    });
  };

/** @__NO_SIDE_EFFECTS__ */
export function forwardBy(ways: Ways): KernelFunction<"conv2d"> {
  return repeats(forward(ways), numbersOfConvolution);
}

/** @__NO_SIDE_EFFECTS__ */
export function weightGradientBy(ways: Ways): KernelFunction<"conv2dWeightGradient"> {
  return repeats(weightGradient(ways), numbersOfConvolution);
}

/** @__NO_SIDE_EFFECTS__ */
export function inputGradientBy(ways: Ways): KernelFunction<"conv2dInputGradient"> {
  return repeats(inputGradient(ways), numbersOfConvolution);
}
