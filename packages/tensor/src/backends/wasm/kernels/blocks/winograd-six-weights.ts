// Winograd's transforms of kernels, G g Gᵀ, out of [output][input][row][column] into panels for a product, and of their gradient, back
// again. Four channels lie in a vector.

import { type F32x4, loadF32x4, type ModuleBuilder } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { gatherFour, panelOffset } from "./weight-layouts.js";
import {
  type Correlation,
  depthOf,
  floatBytes,
  geometryOf,
  kernelPlanesOf,
  paddedChannels,
  placeOf,
  planePadding,
  vectorBytes,
} from "./winograd-six-sizes.js";
import { transformsIn } from "./winograd-six-transforms.js";

const lanes = [0, 1, 2, 3] as const;

/** Bytes of one plane of transformed kernels, and as many of their gradient's sums; `depth` is depthOf's. */
export function weightsPlaneOf(depth: number, outputChannels: number, tile: Tile): number {
  return floatBytes * depth * paddedChannels(outputChannels, tile) + planePadding;
}

/**
 * `weights(weight, to, begin, end)`: of the output channels from 4 · begin to 4 · end all kernels, into
 * [plane][panel of outputs][part][input][output]; `to` is where the first output's would lie. `turned`: for the input gradient, of kernels
 * turned round, whose outputs are the convolution's inputs. Outputs come in whole fours, and `taken` of them lie in a plane.
 */
export function emitWeights(
  module: ModuleBuilder,
  { inputChannels, outputChannels, scheme }: Correlation,
  { turned, taken }: { readonly turned: boolean; readonly taken: number },
  tile: Tile,
): void {
  const { kernelSize } = scheme;
  const { kernelPlaces, parts } = geometryOf(scheme);
  const places = kernelPlaces * parts;
  const kernelElements = kernelSize * kernelSize;
  const kernelBytes = floatBytes * kernelElements;
  const depth = depthOf(inputChannels, scheme);
  const planeBytes = weightsPlaneOf(depth, taken, tile);
  const offsetOf = (row: number, column: number) => {
    const { plane, part } = placeOf(row, column, kernelPlaces, parts);
    return plane * planeBytes + part * inputChannels * floatBytes * tile.columns;
  };
  const [outputStep, inputStep] = turned
    ? [kernelBytes, kernelBytes * 4 * Math.ceil(outputChannels / 4)]
    : [kernelBytes * inputChannels, kernelBytes];
  const parameters = { weight: "i32", to: "i32", begin: "i32", end: "i32" } as const;
  module.define("weights", parameters, (f, { weight, to, begin, end }) => {
    const { kernel: transform } = transformsIn(f, scheme, tile.fused);
    const kernel = f.locals("f32x4", "kernel", kernelElements);
    const half = f.locals("f32x4", "half", places * kernelSize);
    const [from, target] = [f.local("i32", "from"), f.local("i32", "target")];
    f.while(begin.below(end), () => {
      f.set(from, weight.add(begin.multiply(4 * outputStep)));
      f.set(target, to.add(panelOffset(begin, depth, tile.columns)));
      f.repeat(inputChannels, () => {
        for (const [i, element] of kernel.entries()) {
          const at = turned ? kernelElements - 1 - i : i;
          f.set(element, gatherFour(from, outputStep, floatBytes * at));
        }
        for (let column = 0; column < kernelSize; column += 1)
          transform(
            Array.from({ length: kernelSize }, (_, row) => kernel[row * kernelSize + column]!),
            (value, row) => f.set(half[row * kernelSize + column]!, value),
          );
        for (let row = 0; row < places; row += 1)
          transform(half.slice(row * kernelSize, (row + 1) * kernelSize), (value, column) =>
            f.store(target, value, offsetOf(row, column)),
          );
        f.increase(from, inputStep);
        f.increase(target, floatBytes * tile.columns);
      });
      f.increase(begin, 1);
    });
  });
}

/**
 * `total(sums, weightGradient, ranges, begin, end)`: adds up the slices' sums, [slice][plane][range of inputs][part][input][output], and
 * transforms them to the gradient of the kernels of the output channels from 4 · begin to 4 · end. A range is of the inputs that are taken
 * together; a plane has room for those whose sums are held at once.
 */
export function emitTotal(
  module: ModuleBuilder,
  { inputChannels, outputChannels, scheme }: Correlation,
  { slices, channelsTaken, channelsHeld }: Readonly<Record<"slices" | "channelsTaken" | "channelsHeld", number>>,
  tile: Tile,
): void {
  const { kernelSize } = scheme;
  const { kernelPlaces, parts } = geometryOf(scheme);
  const places = kernelPlaces * parts;
  const rowBytes = floatBytes * paddedChannels(outputChannels, tile);
  const kernelBytes = floatBytes * kernelSize * kernelSize;
  const planeBytes = weightsPlaneOf(depthOf(channelsHeld, scheme), outputChannels, tile);
  const sliceBytes = kernelPlanesOf(scheme) * planeBytes;
  const outputBytes = kernelBytes * inputChannels;
  const parameters = { sums: "i32", weightGradient: "i32", ranges: "i32", begin: "i32", end: "i32" } as const;
  module.define("total", parameters, (f, { sums, weightGradient, ranges, begin, end }) => {
    const { kernelGradient: transform } = transformsIn(f, scheme, tile.fused);
    const column = f.locals("f32x4", "column", places);
    const half = f.locals("f32x4", "half", kernelSize * places);
    const gradient = f.local("f32x4", "gradient");
    const [from, to] = [f.local("i32", "from"), f.local("i32", "to")];
    const sumAt = (y: number, x: number): F32x4 => {
      const { plane, part } = placeOf(y, x, kernelPlaces, parts);
      const offset = plane * planeBytes + part * channelsTaken * rowBytes;
      const own = Array.from({ length: slices }, (_, slice) => loadF32x4(from, slice * sliceBytes + offset));
      return own.reduce((sum, value) => sum.add(value));
    };
    f.while(begin.below(end), () => {
      f.set(from, sums.add(begin.multiply(vectorBytes)));
      f.set(to, weightGradient.add(begin.multiply(4 * outputBytes)));
      f.repeat(ranges, () => {
        f.repeat(channelsTaken, () => {
          for (let x = 0; x < places; x += 1) {
            for (const [y, element] of column.entries()) f.set(element, sumAt(y, x));
            transform(column, (value, row) => f.set(half[row * places + x]!, value));
          }
          for (let row = 0; row < kernelSize; row += 1)
            transform(half.slice(row * places, (row + 1) * places), (value, at) => {
              f.set(gradient, value);
              for (const lane of lanes)
                f.storeLane(to, gradient, lane, lane * outputBytes + floatBytes * (row * kernelSize + at));
            });
          f.increase(from, rowBytes);
          f.increase(to, kernelBytes);
        });
        f.increase(from, (parts ** 2 - 1) * channelsTaken * rowBytes);
      });
      f.increase(begin, 1);
    });
  });
}
