import { b as Shape, T as Tensor } from './tensor.js';
import { G as Generator } from './generator.js';
interface Constraint {
    readonly name: string;
    readonly event: 0 | 1 | 2;
    readonly holds: (numbers: ArrayLike<number>, at: number, size: number) => boolean;
}
interface DistributionOptions {
    readonly validateArgs?: boolean;
}
interface SampleOptions {
    readonly generator?: Generator;
}
type ParameterValue = Tensor | number;
declare abstract class Distribution {
    readonly batchShape: Shape;
    readonly eventShape: Shape;
    readonly hasRsample: boolean;
    protected readonly validateArgs: boolean;
    protected constructor(batchShape: Shape, eventShape: Shape, options: DistributionOptions);
    static setDefaultValidateArgs(value: boolean): void;
    protected abstract readonly support: Constraint;
    protected abstract readonly parameters: Readonly<Record<string, Tensor>>;
    abstract get mean(): Tensor;
    abstract get variance(): Tensor;
    get stddev(): Tensor;
    abstract logProb(value: ParameterValue): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    rsample(_sampleShape?: Shape, _options?: SampleOptions): Tensor;
    entropy(): Tensor;
    cdf(_value: ParameterValue): Tensor;
    icdf(_value: ParameterValue): Tensor;
    klTo(_other: this): Tensor | null;
    toString(): string;
    protected missing(name: string): never;
    protected extendedShape(sampleShape: Shape): number[];
    protected generatorOf(options: SampleOptions): {
        readonly generator: Generator;
    };
    protected checkParameters(constraints: Readonly<Record<string, Constraint>>): void;
    protected checkValue(given: ParameterValue, like: Tensor): Tensor;
}
declare function klDivergence(p: Distribution, q: Distribution): Tensor;
declare class Uniform extends Distribution {
    #private;
    readonly low: Tensor;
    readonly high: Tensor;
    readonly hasRsample: boolean;
    protected readonly support: Constraint;
    protected readonly parameters: Readonly<Record<string, Tensor>>;
    constructor(low: ParameterValue, high: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get variance(): Tensor;
    get stddev(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    entropy(): Tensor;
    cdf(value: ParameterValue): Tensor;
    icdf(value: ParameterValue): Tensor;
    klTo(other: this): Tensor;
}
declare class Exponential extends Distribution {
    readonly rate: Tensor;
    readonly hasRsample: boolean;
    protected readonly support: Constraint;
    protected readonly parameters: Readonly<Record<string, Tensor>>;
    constructor(rate: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    get stddev(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    cdf(value: ParameterValue): Tensor;
    icdf(value: ParameterValue): Tensor;
    klTo(other: this): Tensor;
}
declare class Laplace extends Distribution {
    readonly loc: Tensor;
    readonly scale: Tensor;
    readonly hasRsample: boolean;
    protected readonly support: Constraint;
    protected readonly parameters: Readonly<Record<string, Tensor>>;
    constructor(loc: ParameterValue, scale: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    get stddev(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    cdf(value: ParameterValue): Tensor;
    icdf(value: ParameterValue): Tensor;
    klTo(other: this): Tensor;
}
type ProbabilityOptions = DistributionOptions & {
    readonly probs?: ParameterValue;
    readonly logits?: ParameterValue;
};
type ProbabilityArguments = [
    probs: ParameterValue,
    options?: DistributionOptions
] | [
    options: ProbabilityOptions
];
type Kind = "probs" | "logits";
declare abstract class Discrete extends Distribution {
    #private;
    protected readonly parameters: Readonly<Record<string, Tensor>>;
    protected constructor(batchShape: Shape, eventShape: Shape, kind: Kind, given: Tensor, options: DistributionOptions);
    get probs(): Tensor;
    get logits(): Tensor;
    protected probsOf(logits: Tensor): Tensor;
    protected logitsOf(probs: Tensor): Tensor;
    rsample(_shape?: Shape, _options?: SampleOptions): Tensor;
}
declare class Bernoulli extends Discrete {
    protected readonly support: Constraint;
    constructor(...given: ProbabilityArguments);
    get mean(): Tensor;
    get variance(): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class Categorical extends Discrete {
    #private;
    protected readonly support: Constraint;
    constructor(...given: ProbabilityArguments);
    protected probsOf(logits: Tensor): Tensor;
    protected logitsOf(probs: Tensor): Tensor;
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class Geometric extends Discrete {
    protected readonly support: Constraint;
    constructor(...given: ProbabilityArguments);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class Gamma extends Distribution {
    readonly concentration: Tensor;
    readonly rate: Tensor;
    readonly hasRsample: boolean;
    protected readonly support: Constraint;
    protected readonly parameters: Readonly<Record<string, Tensor>>;
    constructor(concentration: ParameterValue, rate: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class Dirichlet extends Distribution {
    #private;
    readonly concentration: Tensor;
    readonly hasRsample: boolean;
    protected readonly support: Constraint;
    protected readonly parameters: Readonly<Record<string, Tensor>>;
    constructor(concentration: Tensor, options?: DistributionOptions);
    get mean(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class Beta extends Distribution {
    #private;
    readonly concentration1: Tensor;
    readonly concentration0: Tensor;
    readonly hasRsample: boolean;
    protected readonly support: Constraint;
    protected readonly parameters: Readonly<Record<string, Tensor>>;
    constructor(concentration1: ParameterValue, concentration0: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class Independent extends Distribution {
    #private;
    readonly baseDist: Distribution;
    readonly reinterpretedBatchNdims: number;
    readonly hasRsample: boolean;
    protected readonly support: Constraint;
    protected readonly parameters: Readonly<Record<string, Tensor>>;
    constructor(baseDistribution: Distribution, reinterpretedBatchNdims: number, options?: DistributionOptions);
    get mean(): Tensor;
    get variance(): Tensor;
    get stddev(): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor | null;
    toString(): string;
}
interface MultivariateNormalOptions extends DistributionOptions {
    readonly scaleTril: Tensor;
}
declare class MultivariateNormal extends Distribution {
    #private;
    readonly loc: Tensor;
    readonly scaleTril: Tensor;
    readonly hasRsample: boolean;
    protected readonly support: Constraint;
    protected readonly parameters: Readonly<Record<string, Tensor>>;
    constructor(loc: Tensor, options: MultivariateNormalOptions);
    get covarianceMatrix(): Tensor;
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class Normal extends Distribution {
    readonly loc: Tensor;
    readonly scale: Tensor;
    readonly hasRsample: boolean;
    protected readonly support: Constraint;
    protected readonly parameters: Readonly<Record<string, Tensor>>;
    constructor(loc: ParameterValue, scale: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    get stddev(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    cdf(value: ParameterValue): Tensor;
    icdf(value: ParameterValue): Tensor;
    klTo(other: this): Tensor;
}
declare class LogNormal extends Distribution {
    #private;
    readonly loc: Tensor;
    readonly scale: Tensor;
    readonly hasRsample: boolean;
    protected readonly support: Constraint;
    protected readonly parameters: Readonly<Record<string, Tensor>>;
    constructor(loc: ParameterValue, scale: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    cdf(value: ParameterValue): Tensor;
    icdf(value: ParameterValue): Tensor;
    klTo(other: this): Tensor;
}
declare class Poisson extends Distribution {
    readonly rate: Tensor;
    protected readonly support: Constraint;
    protected readonly parameters: Readonly<Record<string, Tensor>>;
    constructor(rate: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get variance(): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    klTo(other: this): Tensor;
}
export {
  Bernoulli,
  Beta,
  Categorical,
  Dirichlet,
  Distribution,
  Exponential,
  Gamma,
  Geometric,
  Independent,
  Laplace,
  LogNormal,
  MultivariateNormal,
  Normal,
  Poisson,
  Uniform,
  klDivergence,
  type DistributionOptions,
  type MultivariateNormalOptions,
  type ParameterValue,
  type ProbabilityArguments,
  type ProbabilityOptions,
  type SampleOptions,
};
