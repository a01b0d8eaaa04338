// What all distributions share: batch and event shapes, checked parameters and values, sampling without a graph. The distributions
// themselves stand in files beside.

import { noGrad } from "../autograd/grad-mode.js";
import { ArgumentError, ShapeError } from "../checks/errors.js";
import { checkOptions } from "../checks/options.js";
import { full } from "../ops/creation/creation.js";
import { to } from "../ops/creation/to.js";
import { sqrt } from "../ops/pointwise/pow.js";
import { expandTo } from "../ops/reductions/sum.js";
import { defaultGenerator, type Generator } from "../random/generator.js";
import { isFloating } from "../tensor/dtype.js";
import { toTypedArray } from "../tensor/reads.js";
import { broadcastShapes, formatShape, numberOfElements, type Shape, sameShape } from "../tensor/shape.js";
import { isTensor, Tensor } from "../tensor/tensor.js";
import type { Constraint } from "./constraints.js";

export interface DistributionOptions {
  /** Whether parameters, and values whose probability is asked, are read and checked. Default true, or what `setDefaultValidateArgs` said. */
  readonly validateArgs?: boolean;
}

export interface SampleOptions {
  /** Where the draws come from. Default: the default generator, seeded by `manualSeed`. */
  readonly generator?: Generator;
}

/** A parameter: a tensor, or a number that takes the others' dtype, alone float32. */
export type ParameterValue = Tensor | number;

let validates = true;

/**
 * A distribution over events of `eventShape`, one for each place of `batchShape`.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.distribution.Distribution.
 */
export abstract class Distribution {
  readonly batchShape: Shape;
  readonly eventShape: Shape;
  /** Whether `rsample` is there, through which gradients reach the parameters. */
  readonly hasRsample: boolean = false;
  protected readonly validateArgs: boolean;

  protected constructor(batchShape: Shape, eventShape: Shape, options: DistributionOptions) {
    checkOptions(new.target.name, options, { validateArgs: "boolean" });
    this.batchShape = batchShape;
    this.eventShape = eventShape;
    this.validateArgs = options.validateArgs ?? validates;
  }

  /** Whether distributions check what they are given, unless an option says otherwise. */
  static setDefaultValidateArgs(value: boolean): void {
    if (typeof value !== "boolean")
      throw new ArgumentError(`setDefaultValidateArgs: it is true or false, but got ${String(value)}`);
    validates = value;
  }

  /** What a value may be. */
  protected abstract readonly support: Constraint;
  /** The parameters by name, as they are printed. */
  protected abstract readonly parameters: Readonly<Record<string, Tensor>>;

  abstract get mean(): Tensor;
  abstract get variance(): Tensor;
  get stddev(): Tensor {
    return sqrt(this.variance);
  }

  /** The logarithm of the probability, or of the density, of a value. Shape: broadcastable to batch and event → batch. */
  abstract logProb(value: ParameterValue): Tensor;

  /** Shape: → sampleShape + batchShape + eventShape. Without a graph. */
  sample(sampleShape: Shape = [], options: SampleOptions = {}): Tensor {
    return noGrad(() => this.rsample(sampleShape, options));
  }

  /** Draws of which gradients reach the parameters. Shape: → sampleShape + batchShape + eventShape. */
  rsample(_sampleShape: Shape = [], _options: SampleOptions = {}): Tensor {
    return this.missing("rsample");
  }

  entropy(): Tensor {
    return this.missing("entropy");
  }

  /** The probability of a value at most this. */
  cdf(_value: ParameterValue): Tensor {
    return this.missing("cdf");
  }

  /** The value whose `cdf` this is. */
  icdf(_value: ParameterValue): Tensor {
    return this.missing("icdf");
  }

  /** The Kullback–Leibler divergence from one of the same class; null where there is no formula. */
  klTo(_other: this): Tensor | null {
    return null;
  }

  toString(): string {
    const parts = Object.entries(this.parameters).map(
      ([name, value]) => `${name}: ${value.numel() === 1 ? toTypedArray(value)[0] : formatShape(value.shape)}`,
    );
    return `${this.constructor.name}(${parts.join(", ")})`;
  }

  protected missing(name: string): never {
    throw new ArgumentError(`${this.constructor.name}: ${name} is not implemented for this distribution`);
  }

  protected extendedShape(sampleShape: Shape): number[] {
    return [...sampleShape, ...this.batchShape, ...this.eventShape];
  }

  protected generatorOf(options: SampleOptions): { readonly generator: Generator } {
    checkOptions(`${this.constructor.name}.sample`, options, { generator: "Generator" });
    return { generator: options.generator ?? defaultGenerator() };
  }

  /** Refuses parameters that are not what they may be. Called at the end of constructors. */
  protected checkParameters(constraints: Readonly<Record<string, Constraint>>): void {
    if (!this.validateArgs) return;
    for (const [name, constraint] of Object.entries(constraints)) {
      const value = this.parameters[name];
      if (value === undefined || satisfies(value, constraint)) continue;
      throw new ArgumentError(
        `${this.constructor.name}: Expected parameter ${name} (Tensor of shape ${formatShape(value.shape)}) of distribution ${this} to satisfy the constraint ${constraint.name}, but found invalid values: ${shown(value)}`,
      );
    }
  }

  /** A value as a tensor, of a number in the dtype of `like`, once it is known to fit. */
  protected checkValue(given: ParameterValue, like: Tensor): Tensor {
    const value = isTensor(given) ? given : full([], given, { dtype: like.dtype, device: like.device });
    if (!this.validateArgs) return value;
    const wanted = [...this.batchShape, ...this.eventShape];
    const eventFits = sameShape(value.shape.slice(value.ndim - this.eventShape.length), this.eventShape);
    if (!eventFits || !isBroadcastable(value.shape, wanted))
      throw new ShapeError(
        `${this.constructor.name}: Value is not broadcastable with batch_shape+event_shape: ${formatShape(value.shape)} vs ${formatShape(wanted)}.`,
      );
    if (!satisfies(value, this.support))
      throw new ArgumentError(
        `${this.constructor.name}: Expected value argument (Tensor of shape ${formatShape(value.shape)}) to be within the support (${this.support.name}) of the distribution ${this}, but found invalid values: ${shown(value)}; { validateArgs: false } leaves the check out`,
      );
    return value;
  }
}

function isBroadcastable(a: Shape, b: Shape): boolean {
  const shared = Math.min(a.length, b.length);
  return Array.from({ length: shared }, (_, at) => [a[a.length - 1 - at]!, b[b.length - 1 - at]!]).every(
    ([one, other]) => one === other || one === 1 || other === 1,
  );
}

/** Whether every value of a tensor is what the constraint says; the values are read. */
function satisfies(value: Tensor, { event, holds }: Constraint): boolean {
  const numbers = toTypedArray(value);
  const size = numberOfElements(value.shape.slice(value.ndim - event));
  for (let at = 0; at < numbers.length; at += size) if (!holds(numbers, at, size)) return false;
  return true;
}

/** The first few numbers. */
function shown(value: Tensor): string {
  const numbers = Array.from(toTypedArray(value));
  if (value.ndim === 0) return String(numbers[0]);
  return `[${numbers.slice(0, 8).join(", ")}${numbers.length > 8 ? ", …" : ""}]`;
}

/** Parameters as tensors of one dtype and shape; numbers take the dtype of the tensors. */
export function broadcastAll<Names extends string>(
  owner: string,
  given: { readonly [Name in Names]: ParameterValue },
): { readonly [Name in Names]: Tensor } {
  const entries = Object.entries(given) as [Names, ParameterValue][];
  for (const [name, value] of entries) {
    if (!isTensor(value) && typeof value !== "number")
      throw new ArgumentError(`${owner}: expected ${name} to be a Tensor or a number, but got ${String(value)}`);
  }
  const tensors = entries.map(([, value]) => value).filter((value): value is Tensor => value instanceof Tensor);
  const dtype = tensors.some((tensor) => tensor.dtype === "float64") ? "float64" : "float32";
  const device = tensors[0]?.device;
  const shape = broadcastShapes(owner, ...tensors.map((tensor) => tensor.shape));
  const made = entries.map(([name, value]) => {
    const tensor = isTensor(value)
      ? to(value, dtype)
      : full([], value, device === undefined ? { dtype } : { dtype, device });
    return [name, sameShape(tensor.shape, shape) ? tensor : expandTo(owner, tensor, shape)] as const;
  });
  return Object.fromEntries(made) as { readonly [Name in Names]: Tensor };
}

/** PyTorch's `finfo`, of float32 and float64. */
export function finfo({ dtype }: Tensor): { readonly eps: number; readonly tiny: number; readonly min: number } {
  if (!isFloating(dtype)) throw new ArgumentError(`expected a floating dtype, but got ${dtype}`);
  return dtype === "float64"
    ? { eps: 2 ** -52, tiny: 2 ** -1022, min: -Number.MAX_VALUE }
    : { eps: 2 ** -23, tiny: 2 ** -126, min: -(2 ** 128 - 2 ** 104) };
}

/**
 * How far the second distribution lies from the first, both of one class: ∫ p log(p / q). Shape: → batch.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.kl.kl_divergence.
 *
 * @throws ArgumentError where there is no formula for the pair.
 * @example
 * ```ts
 * import { klDivergence, Normal } from "@bernoulli/tensor/distributions";
 * klDivergence(new Normal(0, 1), new Normal(1, 1)).item(); // → 0.5
 * ```
 */
export function klDivergence(p: Distribution, q: Distribution): Tensor {
  const divergence = p.constructor === q.constructor ? p.klTo(q) : null;
  if (divergence === null)
    throw new ArgumentError(
      `klDivergence: No KL(p || q) is implemented for p type ${p.constructor.name} and q type ${q.constructor.name}`,
    );
  return divergence;
}
