// Where the windows of a convolution that sees one channel lie, along one axis: which elements of the kernel meet which of a plane,
// forward and, in steps of more than one, for each remainder of the steps back. Sizes alone; nothing here is emitted.

import type { Pair } from "../../../../kernels/contract.js";

export interface Axis {
  readonly input: number;
  readonly output: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: number;
}

export interface WindowSizes {
  readonly imageSize: Pair;
  readonly outputSize: Pair;
  readonly kernelSize: Pair;
  readonly stride: Pair;
  readonly dilation: Pair;
  readonly padding: Pair;
}

export function axesOf(sizes: WindowSizes): readonly [rows: Axis, columns: Axis] {
  const { imageSize, outputSize, kernelSize, stride, dilation, padding } = sizes;
  const axis = (at: 0 | 1): Axis => ({
    input: imageSize[at],
    output: outputSize[at],
    kernel: kernelSize[at],
    stride: stride[at],
    dilation: dilation[at],
    padding: padding[at],
  });
  return [axis(0), axis(1)];
}

/** An element of the kernel, and how far behind the computed element's own place it meets the source. */
export interface Tap {
  readonly at: number;
  readonly shift: number;
}

/** The gradient of the elements `first`, `first` + stride … of an image, `count` of them: the n-th meets the gradient's elements n + shift. */
export interface Phase {
  readonly first: number;
  readonly count: number;
  readonly taps: readonly Tap[];
}

export function phasesOf({ input, kernel, stride, dilation, padding }: Axis): readonly Phase[] {
  return Array.from({ length: Math.min(stride, input) }, (_, first) => ({
    first,
    count: Math.ceil((input - first) / stride),
    taps: Array.from({ length: kernel }, (_, at) => ({ at, shift: (first + padding - at * dilation) / stride })).filter(
      ({ shift }) => Number.isInteger(shift),
    ),
  }));
}

/** Elements of an image, with its border before it, that windows see. */
export function seenOf({ output, kernel, stride, dilation }: Axis): number {
  return (output - 1) * stride + (kernel - 1) * dilation + 1;
}

/** Of these, elements of the image itself. */
export function copiedOf(axis: Axis): number {
  return Math.max(0, Math.min(axis.input, seenOf(axis) - axis.padding));
}

/** Zeros before a gradient, so that every phase finds what it meets, and elements with those before and behind. */
export function gradientSpanOf(axis: Axis): { readonly before: number; readonly length: number } {
  const all = phasesOf(axis).flatMap(({ count, taps }) =>
    taps.map(({ shift }) => ({ shift, last: shift + count - 1 })),
  );
  const before = Math.max(0, ...all.map(({ shift }) => -shift));
  return { before, length: before + Math.max(axis.output, ...all.map(({ last }) => last + 1)) };
}

/** Taps of one phase follow each other at equal distances. */
export function regularTaps(taps: readonly Tap[]): {
  readonly count: number;
  readonly at: number;
  readonly shift: number;
} {
  const [first, second = first] = taps;
  if (first === undefined || second === undefined) return { count: 0, at: 0, shift: 0 };
  return { count: taps.length, at: second.at - first.at, shift: second.shift - first.shift };
}
