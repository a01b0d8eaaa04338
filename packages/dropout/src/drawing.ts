// What all kinds of dropout share: how a rate is checked, where draws come from, and noise that keeps an element or does not.
// PyTorch's own kinds are not here: they are @bernoulli/nn's.

import { Module } from "@bernoulli/nn";
import { ArgumentError, empty, type Generator, type Shape, ShapeError, type Tensor } from "@bernoulli/tensor";

export interface DrawOptions {
  /** Where the draws come from. Default: the default generator. */
  readonly generator?: Generator;
}

/** What a kind's function takes besides its own options. */
export interface DropOptions extends DrawOptions {
  /** Whether to drop at all: in evaluation most kinds are the identity. */
  readonly training: boolean;
}

/** Throws unless `p` is a probability: of being DROPPED, where a kind does not say otherwise. */
export function checkRate(op: string, p: number, name = "p"): void {
  if (typeof p !== "number" || !(p >= 0 && p <= 1))
    throw new ArgumentError(`${op}: ${name} has to be between 0 and 1, but got ${String(p)}`);
}

/** As {@link checkRate}, for kinds that divide by what is kept. */
export function checkRateBelowOne(op: string, p: number, name = "p"): void {
  checkRate(op, p, name);
  if (p === 1) throw new ArgumentError(`${op}: ${name} has to be less than 1, since what is kept is divided by 1 − p`);
}

export function checkTraining(op: string, training: boolean): void {
  if (typeof training !== "boolean")
    throw new ArgumentError(
      `${op}: training must be given, true or false, but got ${String(training)}; in a module pass { training: this.training }`,
    );
}

export function checkDims(op: string, input: Tensor, dims: readonly number[], shape: string): void {
  if (!dims.includes(input.ndim))
    throw new ShapeError(
      `${op}: expected an input of shape ${shape}, but got [${input.shape.join(", ")}], of ${input.ndim} dimensions`,
    );
}

export const drawsOf = (generator: Generator | undefined) => (generator === undefined ? {} : { generator });

/** Noise of `shape` that is 1 with probability `keep` and 0 else: the draws of PyTorch's `empty(shape).bernoulli_(keep)`. */
export function keptNoise(shape: Shape, keep: number, like: Tensor, generator: Generator | undefined): Tensor {
  return empty(shape, { dtype: like.dtype, device: like.device }).bernoulli_(keep, drawsOf(generator));
}

/** The same, 1/keep where it is not 0, and 0 throughout where `keep` is. */
export function scaledNoise(shape: Shape, keep: number, like: Tensor, generator: Generator | undefined): Tensor {
  const noise = keptNoise(shape, keep, like, generator);
  return keep > 0 ? noise.div_(keep) : noise;
}

/** A module that draws while it trains. */
export abstract class DrawingModule extends Module {
  readonly generator: Generator | null;

  constructor({ generator }: DrawOptions) {
    super();
    this.generator = generator ?? null;
  }

  /** What its function is told. */
  protected get drawing(): DropOptions {
    return { training: this.training, ...(this.generator === null ? {} : { generator: this.generator }) };
  }
}
