// What all distributions share: batch and event shapes, parameters that are kept and checked, values that are, sampling without a graph.
// The distributions themselves stand in files beside.

import { noGrad } from "../autograd/grad-mode.js";
import { ArgumentError, ShapeError } from "../checks/errors.js";
import { checkOptions } from "../checks/options.js";
import { full } from "../ops/creation/creation.js";
import { exp } from "../ops/pointwise/exp.js";
import { sqrt } from "../ops/pointwise/pow.js";
import { expandTo } from "../ops/reductions/sum.js";
import { view } from "../ops/views/view.js";
import { defaultGenerator, type Generator } from "../random/generator.js";
import { toTypedArray } from "../tensor/reads.js";
import { formatShape, type Shape, sameShape } from "../tensor/shape.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { type Constraint, satisfies } from "./constraints.js";
import { broadcastAll, type ParameterValue } from "./parameters.js";

export interface DistributionOptions {
  /** Whether parameters, and values whose probability is asked, are read and checked. Default true, or what `setDefaultValidateArgs` said. */
  readonly validateArgs?: boolean;
}

export interface SampleOptions {
  /** Where the draws come from. Default: the default generator, seeded by `manualSeed`. */
  readonly generator?: Generator;
}

let validates = true;

/** What to do instead, where a distribution has no formula. */
const cures = {
  rsample: "sample() draws, without a gradient for the parameters",
  mean: "of samples it is d.sample([n]).mean(0)",
  variance: "of samples it is d.sample([n]).var(0)",
  mode: "there is no general one",
  enumerateSupport: "only those of finitely many values have it",
  entropy: "of samples it is d.logProb(d.sample([n])).mean(0).neg()",
  cdf: "of samples it is d.sample([n]).le(value).float().mean(0)",
  icdf: "of samples it is d.sample([n]).quantile(p, 0)",
} as const;

/** The Kullback–Leibler divergence of two distributions. */
export type Divergence = (p: Distribution, q: Distribution) => Tensor;

/**
 * A distribution over events of `eventShape`, one for each place of `batchShape`.
 * See https://pytorch.org/docs/stable/distributions.html#torch.distributions.distribution.Distribution.
 */
export abstract class Distribution {
  readonly batchShape: Shape;
  readonly eventShape: Shape;
  /** By which divergences from other distributions are found: of those that have none, empty. */
  readonly family: string = "";
  /** Whether parameters and values are checked. */
  readonly validateArgs: boolean;
  /** By name, in the order in which the constructor takes them. */
  protected parameters: Readonly<Record<string, Tensor>> = {};

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
  abstract readonly support: Constraint;

  /** The logarithm of the probability, or of the density, of a value. Shape: broadcastable to batch and event → batch. */
  abstract logProb(value: ParameterValue): Tensor;

  /** Whether `rsample` is there, through which gradients reach the parameters. */
  get hasRsample(): boolean {
    return this.rsample !== Distribution.prototype.rsample;
  }
  get mean(): Tensor {
    return this.missing("mean");
  }
  get variance(): Tensor {
    return this.missing("variance");
  }
  get mode(): Tensor {
    return this.missing("mode");
  }
  /** A tensor of the dtype and on the device of the parameters. */
  get like(): Tensor {
    return Object.values(this.parameters)[0]!;
  }
  get stddev(): Tensor {
    return sqrt(this.variance);
  }

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

  /** The exponential of the entropy. */
  perplexity(): Tensor {
    return exp(this.entropy());
  }

  /** The probability of a value at most this. */
  cdf(_value: ParameterValue): Tensor {
    return this.missing("cdf");
  }

  /** The value whose `cdf` this is. */
  icdf(_value: ParameterValue): Tensor {
    return this.missing("icdf");
  }

  /** Every value there is, along a new first dimension, of finitely many. Shape: → (n) + batchShape + eventShape, or ones instead of the batch. */
  enumerateSupport(_expand = true): Tensor {
    return this.missing("enumerateSupport");
  }

  /** The same with its parameters stretched, as views, to another batch shape. */
  expand(batchShape: Shape): this {
    const parameters = Object.values(this.parameters).map((value) => this.stretched(value, batchShape));
    const Class = this.constructor as new (...given: unknown[]) => this;
    return new Class(...parameters, { validateArgs: this.validateArgs });
  }

  /** The Kullback–Leibler divergence from one of the same class; null where there is no formula. `between` is asked of parts. */
  klTo(_other: this, _between: Divergence): Tensor | null {
    return null;
  }

  toString(): string {
    const parts = Object.entries(this.parameters).map(
      ([name, value]) => `${name}: ${value.numel() === 1 ? toTypedArray(value)[0] : formatShape(value.shape)}`,
    );
    return `${this.constructor.name}(${parts.join(", ")})`;
  }

  protected missing(name: keyof typeof cures): never {
    throw new ArgumentError(
      `${this.constructor.name}: ${name} is not implemented for this distribution; ${cures[name]}`,
    );
  }

  /** A parameter, of which what lies behind the batch stays. */
  protected stretched(value: Tensor, batchShape: Shape): Tensor {
    const { name } = this.constructor;
    return expandTo(`${name}.expand`, value, [...batchShape, ...value.shape.slice(this.batchShape.length)]);
  }

  protected extendedShape(sampleShape: Shape): number[] {
    return [...sampleShape, ...this.batchShape, ...this.eventShape];
  }

  /** Values along the first dimension, with ones for the batch, or stretched over it. Shape: (n, *event). */
  protected enumerated(values: Tensor, expand: boolean): Tensor {
    const [count, ...event] = values.shape as [number, ...number[]];
    const alone = view(values, [count, ...this.batchShape.map(() => 1), ...event]);
    return expand ? expandTo("enumerateSupport", alone, [count, ...this.batchShape, ...event]) : alone;
  }

  protected generatorOf(options: SampleOptions): { readonly generator: Generator } {
    checkOptions(`${this.constructor.name}.sample`, options, { generator: "Generator" });
    return { generator: options.generator ?? defaultGenerator() };
  }

  /** Makes the parameters members of their names, and refuses those that are not what they may be. Called at the end of constructors. */
  protected keep<Name extends string>(
    parameters: Readonly<Record<Name, Tensor>>,
    constraints: Readonly<Record<Name, Constraint>>,
  ): void {
    Object.assign(this, parameters);
    this.parameters = parameters;
    this.check(parameters, constraints);
  }

  protected check<Name extends string>(
    parameters: Readonly<Record<Name, Tensor>>,
    constraints: Readonly<Record<Name, Constraint>>,
  ): void {
    if (!this.validateArgs) return;
    for (const [name, value] of Object.entries<Tensor>(parameters)) {
      const constraint = constraints[name as Name];
      if (satisfies(value, constraint)) continue;
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

/** A distribution over numbers, by parameters that broadcast, each a member by its name. */
export abstract class ByParameters<Name extends string> extends Distribution {
  protected constructor(
    given: Readonly<Record<Name, ParameterValue>>,
    constraints: Readonly<Record<Name, Constraint>>,
    options: DistributionOptions,
  ) {
    const parameters = broadcastAll(new.target.name, given);
    super(Object.values<Tensor>(parameters)[0]!.shape, [], options);
    this.keep(parameters, constraints);
  }
}

function isBroadcastable(a: Shape, b: Shape): boolean {
  const shared = Math.min(a.length, b.length);
  return Array.from({ length: shared }, (_, at) => [a[a.length - 1 - at]!, b[b.length - 1 - at]!]).every(
    ([one, other]) => one === other || one === 1 || other === 1,
  );
}

/** The first few numbers. */
function shown(value: Tensor): string {
  const numbers = Array.from(toTypedArray(value));
  if (value.ndim === 0) return String(numbers[0]);
  return `[${numbers.slice(0, 8).join(", ")}${numbers.length > 8 ? ", …" : ""}]`;
}
