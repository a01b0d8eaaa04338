// What all kinds of dropout share: how a rate is checked, where draws come from, and noise that keeps an element or does not.
// PyTorch's own kinds are not here: they are @bernoulli/nn's.

import { Dropout, type DropoutFacts, Module } from "@bernoulli/nn";
import {
  ArgumentError,
  checkArgument,
  type DType,
  empty,
  emptyLike,
  type Generator,
  hasMaskSource,
  type MaskRequest,
  maskFrom,
  type NoiseDistribution,
  type NoiseRequest,
  noiseFrom,
  randLike,
  randnLike,
  type Shape,
  ShapeError,
  type Tensor,
} from "@bernoulli/tensor";

/**
 * What dropout declares of itself, but for what a draw decides for and what else differs.
 *
 * @__NO_SIDE_EFFECTS__
 */
export const factsAs = (decides: DropoutFacts["decides"], others: Partial<DropoutFacts> = {}): DropoutFacts => ({
  ...Dropout.facts,
  decides,
  ...others,
});

/**
 * What is declared of noise that drops nothing, and keeps the mean.
 *
 * @__NO_SIDE_EFFECTS__
 */
export const noiseFacts = (decides: DropoutFacts["decides"], others: Partial<DropoutFacts> = {}): DropoutFacts =>
  factsAs(decides, { distribution: "normal", dropped: null, scale: null, variance: null, ...others });

/** Of what is left as it is, so that the mean does not stay. */
export const unscaled = { scale: () => 1, keeps: [], variance: null } as const;

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

/** Throws unless an input is a tensor: a packed sequence is none, and is padded first. */
export function checkInput(op: string, input: unknown, name = "input"): void {
  checkArgument(op, name, input, "Tensor");
}

export function checkDims(op: string, input: Tensor, dims: readonly number[], shape: string): void {
  checkInput(op, input);
  if (!dims.includes(input.ndim))
    throw new ShapeError(
      `${op}: expected an input of shape ${shape}, but got [${input.shape.join(", ")}], of ${input.ndim} dimensions`,
    );
}

export const drawsOf = (generator: Generator | undefined) => (generator === undefined ? {} : { generator });

/** What draws are for: by whom, how many, how often something is DROPPED, of which dtype and where. */
export interface Drawn {
  readonly op: string;
  readonly shape: Shape;
  readonly p: number;
  readonly like: Tensor;
  readonly generator: Generator | undefined;
  /** Which dimension counts samples. Default 0. Masks that are asked for have it in front. */
  readonly samples?: number;
}

/** As tensor's dropout: where p is 0 or 1, or there is nothing to drop, nobody but the generator is asked. */
const isAsked = (p: number, shape: Shape): boolean =>
  hasMaskSource() && p > 0 && p < 1 && shape.every((size) => size > 0);

/** A mask of bool, true where something is kept: `draw`'s, or that of whom `withMasks` has put in the generator's place. */
export function keptMask({ op, shape, p, device }: MaskRequest, draw: () => Tensor): Tensor {
  return isAsked(p, shape) ? maskFrom({ op, shape, p, device }, draw) : draw();
}

const drawn = ({ shape, generator }: Drawn, like: Tensor, dtype: DType, probability: number): Tensor =>
  empty(shape, { dtype, device: like.device }).bernoulli_(probability, drawsOf(generator));

/** A mask of bool, true where something is kept: the draws of PyTorch's `empty(shape).bernoulli_(1 − p)`. */
export function keptElements(asked: Drawn): Tensor {
  const { op, shape, p, like, samples = 0 } = asked;
  const draw = () => drawn(asked, like, "bool", 1 - p);
  if (samples === 0 || !isAsked(p, shape)) return keptMask({ op, shape, p, device: like.device }, draw);
  const [moved, places] = [shape.toSpliced(samples, 1), shape.map((_, dim) => dim)];
  const inFront = [samples, ...places.toSpliced(samples, 1)];
  const mask = maskFrom({ op, shape: [shape[samples]!, ...moved], p, device: like.device }, () =>
    draw().permute(inFront).contiguous(),
  );
  return mask.permute(places.map((dim) => inFront.indexOf(dim)));
}

/** As {@link keptElements}, in the dtype of what it is like: for masks that are stretched, and so small. */
export function keptNoise(asked: Drawn): Tensor {
  const { shape, p, like } = asked;
  return isAsked(p, shape) ? keptElements(asked).to(like.dtype) : drawn(asked, like, like.dtype, 1 - p);
}

/** A mask of bool, true where something is dropped: the draws of PyTorch's `empty(shape).bernoulli_(p)`. */
export function droppedMask(asked: Drawn): Tensor {
  const { op, shape, p, like } = asked;
  const draw = () => drawn(asked, like, "bool", p);
  if (!isAsked(p, shape)) return draw();
  return maskFrom({ op, shape, p, device: like.device }, () => draw().logicalNot()).logicalNot();
}

/** As {@link keptNoise}, 1/(1 − p) where it is not 0, and 0 throughout where p is 1. */
export function scaledNoise(asked: Drawn): Tensor {
  const kept = keptNoise(asked);
  return asked.p < 1 ? kept.div_(1 - asked.p) : kept;
}

/** What normal or uniform numbers are drawn like, for whom, and where they come from. */
interface Noise {
  readonly op: string;
  readonly like: Tensor;
  readonly generator: Generator | undefined;
  /** Of kinds that drop: the mask that follows. */
  readonly kept?: (noise: Tensor) => Tensor;
}

const requestOf = ({ op, like, kept }: Noise, distribution: NoiseDistribution): NoiseRequest => {
  const { shape, dtype, device } = like;
  return { op, shape, dtype, device, distribution, ...(kept === undefined ? {} : { kept }) };
};

/** Normal numbers, as `randnLike` draws them. */
export const normalNoise = (asked: Noise): Tensor =>
  noiseFrom(requestOf(asked, { name: "normal" }), () => randnLike(asked.like.detach(), drawsOf(asked.generator)));

/** Uniform numbers in [from, 1), as `uniform_` draws them. */
export const uniformNoise = (asked: Noise, from = 0): Tensor =>
  noiseFrom(requestOf(asked, { name: "uniform", from, to: 1 }), () => {
    const draws = drawsOf(asked.generator);
    return from === 0 ? randLike(asked.like.detach(), draws) : emptyLike(asked.like).uniform_(from, 1, draws);
  });

/** 1 with the probability that stands at its place, else 0: as `bernoulli` draws them. */
export const bernoulliNoise = (asked: Noise): Tensor =>
  noiseFrom(requestOf(asked, { name: "bernoulli", probabilities: asked.like }), () =>
    asked.like.bernoulli(drawsOf(asked.generator)),
  );

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
