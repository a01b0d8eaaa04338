// What the convolutions and the transposed ones share: sizes, parameters, and how they print. PyTorch's _ConvNd.

import { ArgumentError, checkOptions, describe, describeAll, type Kinds, type PadMode } from "@bernoulli/tensor";
import type { PaddingOf } from "../../functional/convolutions.js";
import { Module } from "../../module.js";
import type { Parameter } from "../../parameter.js";
import { python } from "../../print.js";
import { checkParameters } from "../../walk.js";
import { isInferred } from "../lazy.js";
import { checkSize, countOf, makeParameters, type ParameterizedOptions, parameterizedKinds } from "../options.js";

/** What stands in the border around the input: zeros, the input mirrored at its edge, the edge itself, or the other side. */
export type PaddingMode = "zeros" | Exclude<PadMode, "constant">;

/** What all of them can be given; each layer has an interface of its own, with the sizes that it takes. */
export interface GivenConvolution extends ParameterizedOptions {
  readonly stride?: number | readonly number[];
  readonly padding?: PaddingOf<number | readonly number[]>;
  readonly outputPadding?: number | readonly number[];
  readonly dilation?: number | readonly number[];
  readonly groups?: number;
  readonly paddingMode?: PaddingMode;
}

export const convolutionKinds: Kinds<Omit<GivenConvolution, "outputPadding">> = {
  stride: "anything",
  padding: "anything",
  dilation: "anything",
  groups: "anything",
  paddingMode: "anything",
  ...parameterizedKinds,
};

export const transposedKinds: Kinds<GivenConvolution> = { ...convolutionKinds, outputPadding: "anything" };

interface Plan {
  readonly owner: string;
  readonly rank: 1 | 2 | 3;
  readonly isTransposed: boolean;
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: number | readonly number[];
  readonly options: GivenConvolution;
}

/** The base of the six layers. `Size` is a size for each direction. */
export abstract class Convolution<Size extends readonly number[]> extends Module {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: Size;
  readonly stride: Size;
  readonly padding: PaddingOf<Size>;
  readonly outputPadding: Size;
  readonly dilation: Size;
  readonly groups: number;
  readonly paddingMode: PaddingMode;
  weight: Parameter;
  bias: Parameter | null;

  constructor({ owner, rank, isTransposed, inChannels, outChannels, kernelSize, options }: Plan) {
    super();
    checkOptions(owner, options, isTransposed ? transposedKinds : convolutionKinds);
    const { stride = 1, padding = 0, outputPadding = 0, dilation = 1, groups = 1, paddingMode = "zeros" } = options;
    checkSize(owner, "groups", groups);
    this.inChannels = countOf(owner, "inChannels", inChannels, 1);
    checkSize(owner, "outChannels", outChannels);
    for (const [name, channels] of [
      ["in_channels", this.inChannels],
      ["out_channels", outChannels],
    ] as const) {
      if (channels % groups !== 0)
        throw new ArgumentError(
          `${owner}: ${name} must be divisible by groups, but got ${channels} and groups=${groups}`,
        );
    }
    checkPaddingMode(owner, paddingMode, isTransposed);
    const sizes = (name: string, value: number | readonly number[], least: 0 | 1 = 1) =>
      checkSizes(owner, name, value, rank, least) as Size;
    this.outChannels = outChannels;
    this.kernelSize = sizes("kernelSize", kernelSize);
    this.stride = sizes("stride", stride);
    this.padding =
      typeof padding === "string" && !isTransposed
        ? checkWord(owner, padding, this.stride)
        : sizes("padding", padding as Size, 0);
    this.outputPadding = sizes("outputPadding", outputPadding, 0);
    this.dilation = sizes("dilation", dilation);
    this.groups = groups;
    this.paddingMode = paddingMode;
    const channels = isTransposed
      ? [inChannels, outChannels / groups]
      : [outChannels, isInferred(inChannels) ? inChannels : inChannels / groups];
    const { bias, dtype, device, generator } = options;
    const parameterized = { bias, dtype, device, generator } as ParameterizedOptions;
    const made = makeParameters([...channels, ...this.kernelSize], parameterized, outChannels);
    this.weight = made.weight;
    this.bias = made.bias;
    checkParameters(this);
  }

  override extraRepr(): string {
    const { padding, dilation, outputPadding, groups, paddingMode } = this;
    let text = `${this.inChannels}, ${this.outChannels}, kernel_size=${python(this.kernelSize)}, stride=${python(this.stride)}`;
    if (typeof padding === "string" || padding.some((size) => size !== 0)) text += `, padding=${python(padding)}`;
    if (dilation.some((size) => size !== 1)) text += `, dilation=${python(dilation)}`;
    if (outputPadding.some((size) => size !== 0)) text += `, output_padding=${python(outputPadding)}`;
    if (groups !== 1) text += `, groups=${groups}`;
    if (this.bias === null) text += ", bias=False";
    return paddingMode === "zeros" ? text : `${text}, padding_mode=${paddingMode}`;
  }
}

function checkPaddingMode(owner: string, mode: unknown, isTransposed: boolean): asserts mode is PaddingMode {
  const modes = ["zeros", "reflect", "replicate", "circular"];
  if (!modes.includes(mode as string))
    throw new ArgumentError(
      `${owner}: padding_mode must be one of ${modes.join(", ")}, but got padding_mode=${describe(mode)}`,
    );
  if (isTransposed && mode !== "zeros")
    throw new ArgumentError(`${owner}: Only "zeros" padding mode is supported for ${owner}`);
}

function checkWord(owner: string, padding: string, stride: readonly number[]): "same" | "valid" {
  if (padding !== "same" && padding !== "valid") {
    throw new ArgumentError(`${owner}: Invalid padding string '${String(padding)}', should be one of 'valid', 'same'`);
  }
  if (padding === "same" && stride.some((step) => step !== 1))
    throw new ArgumentError(`${owner}: padding='same' is not supported for strided convolutions`);
  return padding;
}

const several = ["", "an array of one", "a pair of them", "three of them"];

function checkSizes(
  owner: string,
  name: string,
  value: number | readonly number[],
  rank: 1 | 2 | 3,
  least: 0 | 1,
): readonly number[] {
  const sizes = typeof value === "number" ? Array.from({ length: rank }, () => value) : value;
  if (!Array.isArray(sizes) || sizes.length !== rank)
    throw new ArgumentError(`${owner}: ${name} must be an integer or ${several[rank]}, but got ${describeAll(value)}`);
  for (const size of sizes) checkSize(owner, name, size, least);
  return sizes;
}
