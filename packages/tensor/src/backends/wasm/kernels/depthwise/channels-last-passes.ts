// Convolutions of single channels where the channels of a position lie together, in all three passes: which rows are computed of what,
// and how threads share them. What goes element by element behind a pass that stores images is done there.

import type { Pair } from "../../../../kernels/contract.js";
import { ModuleBuilder } from "../../assembler/index.js";
import type { Runtime } from "../../runtime.js";
import { getSimd, tiles } from "../../simd.js";
import { split } from "../../threads/split.js";
import { clear, copyFloats } from "../copy.js";
import {
  argumentsOfEpilogue,
  type Epilogue,
  type EpilogueAt,
  epilogueWithBias,
  parametersOfEpilogue,
} from "../epilogue.js";
import { sumRows } from "../reductions.js";
import { type ChannelsLastLayer, type Correlation, emitRow, filterPitchOf, type Line } from "./channels-last.js";
import { emitChannelsLastSums } from "./channels-last-sums.js";
import { type Axis, axesOf, phasesOf } from "./windows.js";

/** One output a channel. */
export interface ChannelsLastConvolution {
  readonly batch: number;
  readonly channels: number;
  readonly imageSize: Pair;
  readonly outputSize: Pair;
  readonly kernelSize: Pair;
  readonly stride: Pair;
  readonly padding: Pair;
  readonly dilation: Pair;
}

/** Sums of the weight's gradient that are kept apart. */
const mostSlices = 64;
export const nanosecondsOfTap = 0.05;

export function nanosecondsOfChannelsLast({
  batch,
  channels,
  outputSize,
  kernelSize,
}: ChannelsLastConvolution): number {
  return batch * channels * outputSize[0] * outputSize[1] * kernelSize[0] * kernelSize[1] * nanosecondsOfTap;
}

function forwardLine({ input, output, kernel, stride, dilation, padding }: Axis): Line {
  const taps = Array.from({ length: kernel }, (_, at) => ({ at, shift: at * dilation - padding }));
  return { count: output, step: stride, taps, source: input, target: 0, targetStep: 1, targets: output };
}

function gradientLines(axis: Axis): readonly Line[] {
  const { input, output, stride } = axis;
  return phasesOf(axis).map(({ first, count, taps }) => {
    return { count, step: 1, taps, source: output, target: first, targetStep: stride, targets: input };
  });
}

/** `rows0(source, filter, bias, begin, end, …)`, …: rows of all images one behind the other, by phase. */
function emitRows(layer: ChannelsLastLayer, phases: readonly (readonly Correlation[])[], epilogue: Epilogue) {
  const module = new ModuleBuilder();
  const own = { source: "i32", filter: "i32", bias: "i32", begin: "i32", end: "i32" } as const;
  for (const [phase, correlations] of phases.entries())
    module.define(`rows${phase}`, { ...own, ...parametersOfEpilogue(epilogue) }, (f, p) => {
      const { rows, columns } = correlations[0]!;
      const [row, image] = [f.local("i32", "row"), f.local("i32", "image")];
      f.while(p.begin.lessThan(p.end), () => {
        f.set(image, p.begin.divideUnsigned(rows.count));
        f.set(row, p.begin.remainderUnsigned(rows.count));
        const source = f.local("i32", "imageSource");
        const target = f.local("i32", "imageTarget");
        f.set(source, p.source.add(image.multiply(4 * layer.channels * rows.source * columns.source)));
        f.set(target, image.multiply(4 * layer.channels * rows.targets * columns.targets));
        for (const correlation of correlations)
          emitRow(f, layer, correlation, epilogue, { source, filter: p.filter, bias: p.bias, target, row }, p);
        f.increase(p.begin, 1);
      });
    });
  return module;
}

interface RowsAddresses {
  readonly source: number;
  /** As PyTorch has it: [channel][1][row][column]. */
  readonly weight: number;
  readonly bias: number;
  readonly epilogue: EpilogueAt;
}

function runRows(
  runtime: Runtime,
  sizes: ChannelsLastConvolution,
  pass: "forward" | "input gradient",
  { source, weight, bias, epilogue }: RowsAddresses,
): void {
  const { batch, channels, kernelSize } = sizes;
  const [rows, columns] = axesOf(sizes);
  const lines = pass === "forward" ? (axis: Axis) => [forwardLine(axis)] : gradientLines;
  const phases = lines(rows).map((across) => lines(columns).map((along) => ({ rows: across, columns: along })));
  const simd = getSimd();
  const layer = { channels, kernelColumns: kernelSize[1], tile: tiles[simd] };
  const key = [simd, channels, ...Object.values(rows), ...Object.values(columns), epilogue.name].join();
  const kernel = runtime.kernel(`depthwise channels last ${pass} ${key}`, () => emitRows(layer, phases, epilogue));
  const elements = kernelSize[0] * kernelSize[1];
  const filterBytes = elements * filterPitchOf(channels);
  const own = argumentsOfEpilogue(epilogue);
  // Whole vectors are read of the bias too: into what lies behind it, of which nothing is stored.
  runtime.withScratch(filterBytes, (filter) => {
    if (channels % 4 > 0) clear(runtime, filter, filterBytes);
    copyFloats(
      runtime,
      [elements, channels],
      { address: weight, bytes: 4, strides: [1, elements] },
      { address: filter, bytes: 4, strides: [filterPitchOf(channels) / 4, 1] },
    );
    for (const [phase, correlations] of phases.entries()) {
      const total = batch * correlations[0]!.rows.count;
      runtime.spread(total, nanosecondsOfChannelsLast(sizes) / phases.length, (begin, end) =>
        runtime.call(kernel, `rows${phase}`, source, filter, bias, begin, end, ...own),
      );
    }
  });
}

export interface ChannelsLastForward {
  readonly image: number;
  readonly weight: number;
  readonly bias: number | null;
  readonly output: number;
  readonly behind: EpilogueAt | null;
}

export function channelsLastForward(runtime: Runtime, sizes: ChannelsLastConvolution, at: ChannelsLastForward): void {
  const epilogue = epilogueWithBias(at.behind, at.output, null);
  runRows(runtime, sizes, "forward", { source: at.image, weight: at.weight, bias: at.bias ?? 0, epilogue });
}

export interface ChannelsLastInputGradient {
  readonly gradient: number;
  readonly weight: number;
  readonly imageGradient: number;
  readonly behind: EpilogueAt | null;
}

export function channelsLastInputGradient(
  runtime: Runtime,
  sizes: ChannelsLastConvolution,
  { gradient, weight, imageGradient, behind }: ChannelsLastInputGradient,
): void {
  const epilogue = epilogueWithBias(behind, imageGradient, null);
  runRows(runtime, sizes, "input gradient", { source: gradient, weight, bias: 0, epilogue });
}

export interface ChannelsLastWeightGradient {
  readonly image: number;
  readonly gradient: number;
  readonly weightGradient: number;
  readonly biasGradient: number | null;
}

/** Sums of a fixed number of slices, added up in their order: so the result does not depend on the number of threads. */
export function channelsLastWeightGradient(
  runtime: Runtime,
  sizes: ChannelsLastConvolution,
  { image, gradient, weightGradient, biasGradient }: ChannelsLastWeightGradient,
): void {
  const { batch, channels, imageSize, outputSize, kernelSize } = sizes;
  const [rows, columns] = axesOf(sizes).map(forwardLine) as [Line, Line];
  const simd = getSimd();
  const layer = { channels, kernelColumns: kernelSize[1], tile: tiles[simd] };
  const key = [simd, channels, ...axesOf(sizes).flatMap((axis) => Object.values(axis))].join();
  const kernel = runtime.kernel(`depthwise channels last sums ${key}`, () =>
    emitChannelsLastSums(layer, { rows, columns }),
  );
  const [imageFloats, outputFloats] = [imageSize, outputSize].map(([height, width]) => height * width * channels) as [
    number,
    number,
  ];
  const elements = kernelSize[0] * kernelSize[1];
  const pitch = filterPitchOf(channels) / 4;
  const floats = elements * pitch;
  const slices = split(batch, mostSlices);
  runtime.withScratch(4 * (slices.length + 1) * floats, (sums) => {
    runtime.spread(slices.length, nanosecondsOfChannelsLast(sizes), (begin, end) => {
      for (let slice = begin; slice < end; slice += 1) {
        const [first, last] = slices[slice]!;
        const [from, at] = [image + 4 * first * imageFloats, gradient + 4 * first * outputFloats];
        runtime.call(kernel, "run", from, at, sums + 4 * slice * floats, last - first);
      }
    });
    const total = slices.length === 1 ? sums : sums + 4 * slices.length * floats;
    if (total !== sums) sumRows(runtime, sums, slices.length, floats, total);
    copyFloats(
      runtime,
      [channels, elements],
      { address: total, bytes: 4, strides: [1, pitch] },
      { address: weightGradient, bytes: 4, strides: [elements, 1] },
    );
  });
  if (biasGradient !== null) sumRows(runtime, gradient, batch * outputSize[0] * outputSize[1], channels, biasGradient);
}
