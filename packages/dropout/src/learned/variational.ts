// What layers share whose weights are drawn: a weight and a bias as PyTorch's layers draw them, and how an input meets a weight, which is all
// that sets a convolution apart from a linear layer. What is drawn, and from what, is gaussian.ts's, sparse.ts's and flipout.ts's.

import { F, init, Parameter } from "@bernoulli/nn";
import { ArgumentError, conv2d, type Tensor, zeros } from "@bernoulli/tensor";
import { DrawingModule, type DrawOptions, drawsOf, normalNoise } from "../drawing.js";

export interface VariationalLinearOptions extends DrawOptions {
  /** Whether there is a bias, which is not drawn. Default true. */
  readonly bias?: boolean;
}

type Pair = number | readonly [number, number];

export interface VariationalConv2dOptions extends VariationalLinearOptions {
  /** Steps of the window. Default 1. */
  readonly stride?: Pair;
  /** Zeros put around the input on each side. Default 0. */
  readonly padding?: Pair;
  /** Distance between the kernel's elements. Default 1. */
  readonly dilation?: Pair;
  /** Groups of channels that do not see each other. Default 1. */
  readonly groups?: number;
}

/** The names of the options that convolutions have besides their kind's. */
export const convolutionKinds = {
  stride: "anything",
  padding: "anything",
  dilation: "anything",
  groups: "number",
} as const;

/** How an input meets a weight. */
export interface Geometry {
  readonly weightShape: readonly number[];
  readonly meet: (input: Tensor, weight: Tensor, bias: Tensor | null) => Tensor;
  /** What of a tensor has one element where all have one sign in Flipout. */
  readonly signed: (value: Tensor) => Tensor;
  readonly text: string;
}

function checkCounts(op: string, counts: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(counts))
    if (!Number.isSafeInteger(value) || (value as number) < 1)
      throw new ArgumentError(`${op}: ${name} must be a whole number of 1 or more, but got ${String(value)}`);
}

export function linearGeometry(op: string, inFeatures: number, outFeatures: number): Geometry {
  checkCounts(op, { inFeatures, outFeatures });
  return {
    weightShape: [outFeatures, inFeatures],
    meet: (input, weight, bias) => F.linear(input, weight, bias),
    signed: (value) => value,
    text: `in_features=${inFeatures}, out_features=${outFeatures}`,
  };
}

export function conv2dGeometry(
  op: string,
  [inChannels, outChannels, kernelSize]: readonly [number, number, Pair],
  { stride = 1, padding = 0, dilation = 1, groups = 1 }: VariationalConv2dOptions,
): Geometry {
  const [height, width] = typeof kernelSize === "number" ? [kernelSize, kernelSize] : kernelSize;
  checkCounts(op, { inChannels, outChannels, kernelSize: height, groups });
  checkCounts(op, { kernelSize: width });
  if (inChannels % groups !== 0 || outChannels % groups !== 0)
    throw new ArgumentError(
      `${op}: groups must divide both channels, ${inChannels} and ${outChannels}, but got ${groups}`,
    );
  return {
    weightShape: [outChannels, inChannels / groups, height, width],
    meet: (input, weight, bias) => conv2d(input, weight, { bias, stride, padding, dilation, groups }),
    // A sign for each sample and channel, as TensorFlow Probability's.
    signed: (value) => value.narrow(-1, 0, 1).narrow(-2, 0, 1),
    text: `${inChannels}, ${outChannels}, kernel_size=(${height}, ${width})`,
  };
}

/** A weight and a bias as nn.Linear and nn.Conv2d draw them. */
export abstract class Variational extends DrawingModule {
  readonly weight: Parameter;
  readonly bias: Parameter | null;
  readonly #geometry: Geometry;

  constructor(geometry: Geometry, options: VariationalLinearOptions) {
    super(options);
    this.#geometry = geometry;
    const { weightShape } = geometry;
    const draws = drawsOf(options.generator);
    this.weight = new Parameter(zeros(weightShape));
    init.kaimingUniform_(this.weight, { a: Math.sqrt(5), ...draws });
    const bound = 1 / Math.sqrt(weightShape.slice(1).reduce((all, size) => all * size, 1));
    this.bias = options.bias === false ? null : new Parameter(zeros(weightShape[0]!));
    if (this.bias !== null) init.uniform_(this.bias, -bound, bound, draws);
  }

  protected meet(input: Tensor, weight: Tensor, bias: Tensor | null): Tensor {
    return this.#geometry.meet(input, weight, bias);
  }

  protected signed(value: Tensor): Tensor {
    return this.#geometry.signed(value);
  }

  /** What an output is drawn from: its mean, and its variance by the weights'. */
  protected drawn(input: Tensor, weight: Tensor, variance: Tensor): Tensor {
    const mean = this.meet(input, weight, this.bias);
    const spread = this.meet(input.square(), variance, null).add(1e-8).sqrt();
    return mean.add(
      spread.mul(normalNoise({ op: this.constructor.name, like: mean, generator: this.drawing.generator })),
    );
  }

  override extraRepr(): string {
    return `${this.#geometry.text}, bias=${this.bias === null ? "False" : "True"}`;
  }
}
