// Emits the three passes of a convolution of single channels: planes are laid out in work space, one channel after the other, and
// sums go over their windows. Who calls them, and for which channels, is depthwise.ts's affair.

import { type FunctionBuilder, I32, type Local, loadF32x4Splat, ModuleBuilder } from "../../assembler/index.js";
import type { Tile } from "../../simd.js";
import { emitCorrelation, emitKernelSums } from "./correlate.js";
import { emitJoin, emitLay, emitLaySplit, splitInsets } from "./planes.js";
import { type Axis, copiedOf, gradientSpanOf, type Phase, phasesOf, seenOf } from "./windows.js";

export interface DepthwiseLayer {
  readonly rows: Axis;
  readonly columns: Axis;
  /** Of one channel. */
  readonly outputs: number;
  readonly tile: Tile;
}

/** Bytes of a plane in work space, of its rows, and where columns are split from even ones to odd. */
interface Plane {
  readonly bytes: number;
  readonly pitch: number;
  readonly half: number;
}

/** Rows of `step` parts, each with room for so many floats and a vector. */
function planeOf(rows: number, step: number, floats: number): Plane {
  const half = 16 * Math.ceil(floats / 4) + 16;
  return { bytes: rows * step * half, pitch: step * half, half };
}

const wholeVectors = (floats: number) => 4 * Math.ceil(floats / 4);

/** What windows see of an image. */
function imagePlane({ rows, columns }: DepthwiseLayer): Plane {
  const { stride, output, kernel, dilation, padding } = columns;
  const reach = wholeVectors(output) + Math.floor(((kernel - 1) * dilation) / stride);
  const own = Math.ceil((padding + copiedOf(columns)) / stride);
  return planeOf(seenOf(rows), stride, Math.max(reach, own));
}

/** A gradient, with zeros where windows hang over it. */
function gradientPlane({ rows, columns }: DepthwiseLayer): Plane {
  const { before, length } = gradientSpanOf(columns);
  const reach = phasesOf(columns).map(
    ({ count, taps }) => before + wholeVectors(count) + Math.max(0, ...taps.map(({ shift }) => shift)),
  );
  return planeOf(gradientSpanOf(rows).length, 1, Math.max(length, ...reach));
}

/** Columns of an image's gradient, apart; none where they come in steps of one. */
function splitPlane({ rows, columns }: DepthwiseLayer): Plane {
  return columns.stride === 1 ? planeOf(0, 0, 0) : planeOf(rows.input, 2, Math.ceil(columns.input / 2));
}

/** Of each pass, with room for vectors that hang over. */
export const workBytesOf = {
  forward: (layer: DepthwiseLayer) => imagePlane(layer).bytes + 64,
  "input gradient": (layer: DepthwiseLayer) => gradientPlane(layer).bytes + splitPlane(layer).bytes + 64,
  "weight gradient": (layer: DepthwiseLayer) => imagePlane(layer).bytes + 64,
};

/** Where elements of a row of the kernel meet an image's plane. */
function tapsOf({ columns: { kernel, dilation, stride } }: DepthwiseLayer, { half }: Plane): readonly number[] {
  return Array.from({ length: kernel }, (_, at) => {
    const column = at * dilation;
    return (column % stride) * half + 4 * Math.floor(column / stride);
  });
}

function emitLayImage(
  f: FunctionBuilder,
  { rows, columns }: DepthwiseLayer,
  { pitch, half }: Plane,
  image: Local<I32>,
  work: Local<I32>,
): void {
  const common = { rows: copiedOf(rows), columns: copiedOf(columns), imagePitch: 4 * columns.input, pitch };
  const above = rows.padding * pitch;
  if (Math.min(common.rows, common.columns) === 0) return;
  if (columns.stride === 1) emitLay(f, { ...common, inset: above + 4 * columns.padding }, image, work);
  else {
    const { even, odd } = splitInsets(columns.padding, half);
    emitLaySplit(f, { ...common, even: above + even, odd: above + odd }, image, work);
  }
}

const sizesOf = ({ rows, columns }: DepthwiseLayer) => ({
  imageBytes: 4 * rows.input * columns.input,
  outputBytes: 4 * rows.output * columns.output,
  filterBytes: 4 * rows.kernel * columns.kernel,
});

/** `run(image, filter, bias, output, work, channels)`: of one image; a bias of 0 is none. */
export function emitForward(layer: DepthwiseLayer): ModuleBuilder {
  const { rows, columns, outputs, tile } = layer;
  const plane = imagePlane(layer);
  const { imageBytes, outputBytes, filterBytes } = sizesOf(layer);
  const module = new ModuleBuilder();
  const parameters = { image: "i32", filter: "i32", bias: "i32", output: "i32", work: "i32", channels: "i32" } as const;
  module.define("run", parameters, (f, p) => {
    const start = f.local("f32x4", "start");
    f.clear(p.work, I32.of(plane.bytes));
    f.repeat(p.channels, () => {
      emitLayImage(f, layer, plane, p.image, p.work);
      f.repeat(outputs, () => {
        f.if(p.bias, () => {
          f.set(start, loadF32x4Splat(p.bias));
          f.increase(p.bias, 4);
        });
        const correlation = {
          ...{ rows: rows.output, columns: columns.output, kernelRows: rows.kernel },
          sourceStep: rows.stride * plane.pitch,
          targetStep: 4 * columns.output,
          tapStep: rows.dilation * plane.pitch,
          filterStep: 4 * columns.kernel,
          taps: tapsOf(layer, plane).map((source, at) => ({ source, filter: 4 * at })),
        };
        emitCorrelation(f, tile, correlation, { source: p.work, filter: p.filter, target: p.output, start });
        f.increase(p.filter, filterBytes);
        f.increase(p.output, outputBytes);
      });
      f.increase(p.image, imageBytes);
    });
  });
  return module;
}

/** `run(gradient, filter, image, work, channels)`: of one image. */
export function emitInputGradient(layer: DepthwiseLayer): ModuleBuilder {
  const { rows, columns, outputs, tile } = layer;
  const plane = gradientPlane(layer);
  const split = splitPlane(layer);
  const isSplit = columns.stride > 1;
  const { imageBytes, outputBytes, filterBytes } = sizesOf(layer);
  const [above, before] = [rows, columns].map((axis) => gradientSpanOf(axis).before) as [number, number];
  const inset = above * plane.pitch + 4 * before;
  const gradientPitch = 4 * columns.output;
  const gradient = { rows: rows.output, columns: columns.output, imagePitch: gradientPitch, inset, pitch: plane.pitch };
  const targetPitch = isSplit ? split.pitch : 4 * columns.input;
  const module = new ModuleBuilder();
  const parameters = { gradient: "i32", filter: "i32", image: "i32", work: "i32", channels: "i32" } as const;
  module.define("run", parameters, (f, p) => {
    const apart = f.local("i32", "apart", p.work.add(plane.bytes));
    const target = isSplit ? apart : p.image;
    const phase = (across: Phase, along: Phase) => {
      const [first, second = first] = across.taps;
      if (first === undefined || second === undefined || along.taps.length === 0) return null;
      return {
        source: (above + first.shift) * plane.pitch,
        filter: first.at * 4 * columns.kernel,
        kernelRows: across.taps.length,
        tapStep: (second.shift - first.shift) * plane.pitch,
        filterStep: (second.at - first.at) * 4 * columns.kernel,
        taps: along.taps.map(({ at, shift }) => ({ source: 4 * (before + shift), filter: 4 * at })),
      };
    };
    f.clear(p.work, I32.of(plane.bytes));
    f.repeat(p.channels, () => {
      if (outputs > 1) f.clear(target, I32.of(isSplit ? split.bytes : imageBytes));
      f.repeat(outputs, () => {
        emitLay(f, gradient, p.gradient, p.work);
        for (const across of phasesOf(rows))
          for (const along of phasesOf(columns)) {
            const none = { source: 0, filter: 0, kernelRows: 0, tapStep: 0, filterStep: 0, taps: [] };
            const { source, filter, ...own } = phase(across, along) ?? none;
            const correlation = {
              ...{ ...own, rows: across.count, columns: along.count },
              sourceStep: plane.pitch,
              targetStep: rows.stride * targetPitch,
            };
            emitCorrelation(f, tile, correlation, {
              source: p.work.add(source),
              filter: p.filter.add(filter),
              target: target.add(across.first * targetPitch + along.first * split.half),
              start: outputs > 1 ? null : f.constant("f32x4", 0),
            });
          }
        f.increase(p.filter, filterBytes);
        f.increase(p.gradient, outputBytes);
      });
      const { input: height } = rows;
      const joined = { rows: height, columns: columns.input, imagePitch: 4 * columns.input, pitch: split.pitch };
      if (isSplit) emitJoin(f, joined, split.half, p.image, apart);
      f.increase(p.image, imageBytes);
    });
  });
  return module;
}

/** `run(image, gradient, sums, work, channels)`: of one image, a float for each element of the kernels. */
export function emitWeightGradient(layer: DepthwiseLayer): ModuleBuilder {
  const { rows, columns, outputs, tile } = layer;
  const plane = imagePlane(layer);
  const { imageBytes, outputBytes, filterBytes } = sizesOf(layer);
  const module = new ModuleBuilder();
  const parameters = { image: "i32", gradient: "i32", sums: "i32", work: "i32", channels: "i32" } as const;
  module.define("run", parameters, (f, p) => {
    f.clear(p.work, I32.of(plane.bytes));
    f.repeat(p.channels, () => {
      emitLayImage(f, layer, plane, p.image, p.work);
      f.repeat(outputs, () => {
        const sums = {
          ...{ rows: rows.output, columns: columns.output },
          sourceStep: rows.stride * plane.pitch,
          gradientStep: 4 * columns.output,
          taps: Array.from({ length: rows.kernel }, (_, row) =>
            tapsOf(layer, plane).map((tap) => row * rows.dilation * plane.pitch + tap),
          ).flat(),
        };
        emitKernelSums(f, tile, sums, { source: p.work, gradient: p.gradient, result: p.sums });
        f.increase(p.sums, filterBytes);
        f.increase(p.gradient, outputBytes);
      });
      f.increase(p.image, imageBytes);
    });
  });
  return module;
}
