// Convolutions with hardly a position to each image, as at the end of a net, or where a kernel covers its image: the columns of the products
// are the images of a batch, not the positions of an image, which would leave most of a panel empty. A product for each position, over
// what it sees: a border is not there.

import type { Operand } from "../../../kernels/contract.js";
import type { Runtime } from "../runtime.js";
import { type Four, type Geometry, withTables } from "./convolution-geometry.js";
import { copyFloats } from "./copy.js";
import { columnTableLength, multiplesOf, type OffsetTable } from "./offset-tables.js";
import { multiply } from "./product.js";
import { addressOf } from "./walk.js";

const mostPositions = 4;
const leastImages = 8;
/** Each has tables, and a product in the gradients. */
const [mostElements, mostPlaces] = [64, 256] as const;
const bytes = 4;
/** Floats behind each row of a product, to keep off the powers of two, which would crowd a few sets of the cache. */
const padding = 16;

export function hasFewPositions({ batch, groups, positions, kernelSize, inputSize }: Geometry): boolean {
  return (
    groups === 1 &&
    positions > 0 &&
    positions <= mostPositions &&
    batch >= leastImages &&
    kernelSize[0] * kernelSize[1] <= mostElements &&
    inputSize[0] * inputSize[1] <= mostPlaces
  );
}

/** A place of an image that a position sees by an element of the kernel; numbers are those of places in their order. */
interface Sight {
  readonly position: number;
  readonly place: number;
  readonly element: number;
}

function sightsOf({ inputSize, outputSize, kernelSize, stride, padding, dilation }: Geometry): readonly Sight[] {
  const along = (axis: 0 | 1) =>
    Array.from({ length: outputSize[axis] }, (_, position) =>
      Array.from({ length: kernelSize[axis] }, (_, element) => ({
        position,
        element,
        place: position * stride[axis] - padding[axis] + element * dilation[axis],
      })),
    )
      .flat()
      .filter(({ place }) => place >= 0 && place < inputSize[axis]);
  return along(0).flatMap((row) =>
    along(1).map((column) => ({
      position: row.position * outputSize[1] + column.position,
      place: row.place * inputSize[1] + column.place,
      element: row.element * kernelSize[1] + column.element,
    })),
  );
}

/** Floats from the first of so many rows and columns to the one of a number. */
function strideTo([, columns]: readonly [number, number], [, , row, column]: Four) {
  return (at: number) => Math.floor(at / columns) * row + (at % columns) * column;
}

/** Byte offsets of `outer` by steps of `step`, each of them followed by all of `inner`. */
function offsetsWithin(outer: number, step: number, inner: readonly number[]): Int32Array {
  const offsets = new Int32Array(outer * inner.length);
  for (let at = 0; at < outer; at += 1)
    for (const [i, own] of inner.entries()) offsets[at * inner.length + i] = bytes * (at * step + own);
  return offsets;
}

/** One factor of all products: where its lanes lie, and its depths in one of them. */
interface Factor {
  readonly address: number;
  readonly lanes: Int32Array;
  depthsOf(sights: readonly Sight[]): Int32Array;
}

/**
 * A product of left and right for each of `count` numbers, over the sights of that number, and the products, [number][left][right], into
 * `result` by the strides of these three.
 */
function multiplyAll(
  runtime: Runtime,
  products: readonly (readonly Sight[])[],
  left: Factor,
  right: Factor,
  result: { readonly address: number; readonly strides: readonly [number, number, number] },
  withStarts: (use: (starts: number | undefined) => void) => void = (use) => use(undefined),
): void {
  const [rows, columns] = [left.lanes.length, right.lanes.length];
  const pitch = columnTableLength(columns) + padding;
  withTables(runtime, rows + columnTableLength(columns), (table) => {
    const lanesOfLeft = table(left.lanes);
    const lanesOfRight = table(right.lanes, "columns");
    runtime.withScratch(bytes * products.length * rows * pitch, (all) => {
      const multiplyOne = (sights: readonly Sight[], to: number, starts: number | undefined) => {
        const [own, others] = [left.depthsOf(sights), right.depthsOf(sights)];
        withTables(runtime, 2 * own.length, (depths) => {
          const from = (factor: Factor, lanes: OffsetTable, table: Int32Array) => ({
            address: factor.address,
            lanes,
            depths: depths(table),
          });
          multiply(
            runtime,
            from(left, lanesOfLeft, own),
            from(right, lanesOfRight, others),
            { address: to, pitch: bytes * pitch },
            starts === undefined ? {} : { starts },
          );
        });
      };
      withStarts((starts) => {
        for (const [at, sights] of products.entries()) multiplyOne(sights, all + bytes * at * rows * pitch, starts);
      });
      copyFloats(
        runtime,
        [products.length, rows, columns],
        { address: all, bytes, strides: [rows * pitch, pitch, 1] },
        { address: result.address, bytes, strides: result.strides },
      );
    });
  });
}

/** The sights of each of so many positions, places or elements. */
function bySight(geometry: Geometry, of: keyof Sight, count: number): readonly (readonly Sight[])[] {
  const sights = sightsOf(geometry);
  return Array.from({ length: count }, (_, at) => sights.filter((sight) => sight[of] === at));
}

export function forwardOfFew(
  runtime: Runtime,
  geometry: Geometry,
  [input, weight, bias]: readonly [Operand, Operand, Operand | null],
  output: Operand,
): void {
  const { batch, inputChannels, outputChannels, inputSize, kernelSize, positions } = geometry;
  const [image, channel] = input.strides as Four;
  const [row, depth] = weight.strides as Four;
  const [placeOf, elementOf] = [
    strideTo(inputSize, input.strides as Four),
    strideTo(kernelSize, weight.strides as Four),
  ];
  const left: Factor = {
    address: addressOf(weight),
    lanes: multiplesOf(outputChannels, row),
    depthsOf: (sights) =>
      offsetsWithin(
        inputChannels,
        depth,
        sights.map(({ element }) => elementOf(element)),
      ),
  };
  const right: Factor = {
    address: addressOf(input),
    lanes: multiplesOf(batch, image),
    depthsOf: (sights) =>
      offsetsWithin(
        inputChannels,
        channel,
        sights.map(({ place }) => placeOf(place)),
      ),
  };
  const to = { address: addressOf(output), strides: [1, positions, outputChannels * positions] as const };
  multiplyAll(runtime, bySight(geometry, "position", positions), left, right, to, (use) => {
    if (bias === null) use(undefined);
    else
      runtime.withScratch(bytes * outputChannels, (starts) => {
        const own = { address: addressOf(bias), bytes, strides: bias.strides };
        copyFloats(runtime, bias.shape, own, { address: starts, bytes, strides: [1] });
        use(starts);
      });
  });
}

export function inputGradientOfFew(
  runtime: Runtime,
  geometry: Geometry,
  [gradient, weight]: readonly [Operand, Operand],
  result: Operand,
): void {
  const { batch, inputChannels, outputChannels, inputSize, outputSize, kernelSize } = geometry;
  const [image, channel] = gradient.strides as Four;
  const [depth, row] = weight.strides as Four;
  const [positionOf, elementOf] = [
    strideTo(outputSize, gradient.strides as Four),
    strideTo(kernelSize, weight.strides as Four),
  ];
  const left: Factor = {
    address: addressOf(weight),
    lanes: multiplesOf(inputChannels, row),
    depthsOf: (sights) =>
      offsetsWithin(
        outputChannels,
        depth,
        sights.map(({ element }) => elementOf(element)),
      ),
  };
  const right: Factor = {
    address: addressOf(gradient),
    lanes: multiplesOf(batch, image),
    depthsOf: (sights) =>
      offsetsWithin(
        outputChannels,
        channel,
        sights.map(({ position }) => positionOf(position)),
      ),
  };
  const places = inputSize[0] * inputSize[1];
  const to = { address: addressOf(result), strides: [1, places, inputChannels * places] as const };
  multiplyAll(runtime, bySight(geometry, "place", places), left, right, to);
}

export function weightGradientOfFew(
  runtime: Runtime,
  geometry: Geometry,
  [input, gradient]: readonly [Operand, Operand],
  result: Operand,
): void {
  const { batch, inputChannels, outputChannels, inputSize, outputSize, kernelSize } = geometry;
  const [placeOf, positionOf] = [
    strideTo(inputSize, input.strides as Four),
    strideTo(outputSize, gradient.strides as Four),
  ];
  const left: Factor = {
    address: addressOf(gradient),
    lanes: multiplesOf(outputChannels, gradient.strides[1]!),
    depthsOf: (sights) =>
      offsetsWithin(
        batch,
        gradient.strides[0]!,
        sights.map(({ position }) => positionOf(position)),
      ),
  };
  const right: Factor = {
    address: addressOf(input),
    lanes: multiplesOf(inputChannels, input.strides[1]!),
    depthsOf: (sights) =>
      offsetsWithin(
        batch,
        input.strides[0]!,
        sights.map(({ place }) => placeOf(place)),
      ),
  };
  const elements = kernelSize[0] * kernelSize[1];
  const to = { address: addressOf(result), strides: [1, inputChannels * elements, elements] as const };
  multiplyAll(runtime, bySight(geometry, "element", elements), left, right, to);
}
