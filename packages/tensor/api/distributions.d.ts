import { T as Tensor, d as Shape } from './tensor.js';
import { G as Generator } from './generator.js';
interface Named {
    readonly name: string;
    readonly event: number;
}
type Constraint = Named & ({
    readonly holds: (numbers: ArrayLike<number>, at: number, size: number) => boolean;
} | {
    readonly accepts: (value: Tensor) => boolean;
});
type ParameterValue = Tensor | number;
interface DistributionOptions {
    readonly validateArgs?: boolean;
}
interface SampleOptions {
    readonly generator?: Generator;
}
declare const cures: {
    readonly rsample: "sample() draws, without a gradient for the parameters";
    readonly mean: "of samples it is d.sample([n]).mean(0)";
    readonly variance: "of samples it is d.sample([n]).var(0)";
    readonly mode: "there is no general one";
    readonly enumerateSupport: "only those of finitely many values have it";
    readonly entropy: "of samples it is d.logProb(d.sample([n])).mean(0).neg()";
    readonly cdf: "of samples it is d.sample([n]).le(value).float().mean(0)";
    readonly icdf: "of samples it is d.sample([n]).quantile(p, 0)";
};
type Divergence = (p: Distribution, q: Distribution) => Tensor;
declare abstract class Distribution {
    readonly batchShape: Shape;
    readonly eventShape: Shape;
    readonly family: string;
    readonly validateArgs: boolean;
    protected parameters: Readonly<Record<string, Tensor>>;
    protected constructor(batchShape: Shape, eventShape: Shape, options: DistributionOptions);
    static setDefaultValidateArgs(value: boolean): void;
    abstract readonly support: Constraint;
    abstract logProb(value: ParameterValue): Tensor;
    get hasRsample(): boolean;
    get mean(): Tensor;
    get variance(): Tensor;
    get mode(): Tensor;
    get like(): Tensor;
    get stddev(): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    rsample(_sampleShape?: Shape, _options?: SampleOptions): Tensor;
    entropy(): Tensor;
    perplexity(): Tensor;
    cdf(_value: ParameterValue): Tensor;
    icdf(_value: ParameterValue): Tensor;
    enumerateSupport(_expand?: boolean): Tensor;
    expand(batchShape: Shape): this;
    klTo(_other: this, _between: Divergence): Tensor | null;
    toString(): string;
    protected missing(name: keyof typeof cures): never;
    protected stretched(value: Tensor, batchShape: Shape): Tensor;
    protected extendedShape(sampleShape: Shape): number[];
    protected enumerated(values: Tensor, expand: boolean): Tensor;
    protected generatorOf(options: SampleOptions): {
        readonly generator: Generator;
    };
    protected keep<Name extends string>(parameters: Readonly<Record<Name, Tensor>>, constraints: Readonly<Record<Name, Constraint>>): void;
    protected check<Name extends string>(parameters: Readonly<Record<Name, Tensor>>, constraints: Readonly<Record<Name, Constraint>>): void;
    protected checkValue(given: ParameterValue, like: Tensor): Tensor;
}
declare abstract class ByParameters<Name extends string> extends Distribution {
    protected constructor(given: Readonly<Record<Name, ParameterValue>>, constraints: Readonly<Record<Name, Constraint>>, options: DistributionOptions);
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
interface Given {
    readonly kind: Kind;
    readonly tensor: Tensor;
    readonly options: DistributionOptions;
}
declare abstract class ByProbabilities extends Distribution {
    #private;
    protected constructor(batchShape: Shape, eventShape: Shape, { kind, tensor, options }: Given, constraints: Readonly<Record<Kind, Constraint>>);
    get probs(): Tensor;
    get logits(): Tensor;
    protected probsOf(logits: Tensor): Tensor;
    protected logitsOf(probs: Tensor): Tensor;
    protected front(_batchShape: Shape): readonly unknown[];
    expand(batchShape: Shape): this;
}
declare class Bernoulli extends ByProbabilities {
    readonly family: string;
    readonly support: Constraint;
    constructor(...given: ProbabilityArguments);
    get mean(): Tensor;
    get variance(): Tensor;
    get mode(): Tensor;
    enumerateSupport(expand?: boolean): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class Geometric extends ByProbabilities {
    readonly support: Constraint;
    constructor(...given: ProbabilityArguments);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare abstract class Categories extends ByProbabilities {
    protected readonly events: number;
    protected constructor(owner: string, given: ProbabilityArguments, isEvent: boolean);
    protected probsOf(logits: Tensor): Tensor;
    protected logitsOf(probs: Tensor): Tensor;
    protected drawn(sampleShape: Shape, options: SampleOptions): Tensor;
    protected logProbOf(indices: Tensor): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor | null;
}
declare class Categorical extends Categories {
    #private;
    readonly support: Constraint;
    constructor(...given: ProbabilityArguments);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    enumerateSupport(expand?: boolean): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
}
declare class OneHotCategorical extends Categories {
    #private;
    readonly family: string;
    readonly support: Constraint;
    constructor(...given: ProbabilityArguments);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    enumerateSupport(expand?: boolean): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
}
declare class OneHotCategoricalStraightThrough extends OneHotCategorical {
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
}
declare abstract class LocationScale extends ByParameters<"loc" | "scale"> {
    readonly loc: Tensor;
    readonly scale: Tensor;
    constructor(loc: ParameterValue, scale: ParameterValue, options?: DistributionOptions);
    get support(): Constraint;
    get mode(): Tensor;
}
declare class Normal extends LocationScale {
    readonly family: string;
    get mean(): Tensor;
    get variance(): Tensor;
    get stddev(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    cdf(value: ParameterValue): Tensor;
    icdf(value: ParameterValue): Tensor;
    klTo(other: this): Tensor;
}
declare class LogNormal extends LocationScale {
    #private;
    get support(): Constraint;
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
interface TransformOptions {
    readonly cacheSize?: 0 | 1;
}
declare abstract class Transform {
    #private;
    abstract readonly domain: Constraint;
    abstract readonly codomain: Constraint;
    readonly bijective: boolean;
    constructor(options?: TransformOptions);
    protected abstract there(x: Tensor): Tensor;
    protected abstract back(y: Tensor): Tensor;
    abstract logAbsDetJacobian(x: Tensor, y: Tensor): Tensor;
    forward(x: Tensor): Tensor;
    inverse(y: Tensor): Tensor;
    get inv(): Transform;
    get sign(): number | Tensor;
    forwardShape(shape: Shape): Shape;
    inverseShape(shape: Shape): Shape;
    equals(other: Transform): boolean;
    toString(): string;
}
declare class ComposeTransform extends Transform {
    readonly parts: readonly Transform[];
    readonly domain: Constraint;
    readonly codomain: Constraint;
    readonly bijective: boolean;
    constructor(parts: readonly Transform[]);
    get sign(): number | Tensor;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(x: Tensor, y: Tensor): Tensor;
    forwardShape(shape: Shape): Shape;
    inverseShape(shape: Shape): Shape;
    equals(other: Transform): boolean;
    toString(): string;
}
declare class IndependentTransform extends Transform {
    readonly baseTransform: Transform;
    readonly reinterpretedBatchNdims: number;
    readonly domain: Constraint;
    readonly codomain: Constraint;
    readonly bijective: boolean;
    constructor(baseTransform: Transform, reinterpretedBatchNdims: number);
    get sign(): number | Tensor;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(x: Tensor, y: Tensor): Tensor;
    forwardShape(shape: Shape): Shape;
    inverseShape(shape: Shape): Shape;
    toString(): string;
}
declare class TransformedDistribution<Base extends Distribution = Distribution> extends Distribution {
    #private;
    readonly baseDist: Base;
    readonly transforms: readonly Transform[];
    constructor(base: Base, transforms: Transform | readonly Transform[], options?: DistributionOptions);
    get support(): Constraint;
    get hasRsample(): boolean;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    get like(): Tensor;
    logProb(given: ParameterValue): Tensor;
    cdf(given: ParameterValue): Tensor;
    icdf(given: ParameterValue): Tensor;
    expand(batchShape: Shape): this;
    klTo(other: this, between: Divergence): Tensor | null;
    toString(): string;
}
declare class Cauchy extends LocationScale {
    get mean(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    cdf(value: ParameterValue): Tensor;
    icdf(value: ParameterValue): Tensor;
    klTo(other: this): Tensor;
}
declare abstract class Half<Base extends Distribution> extends TransformedDistribution<Base> {
    readonly scale: Tensor;
    protected constructor(base: Base, scale: Tensor, options: DistributionOptions);
    get support(): Constraint;
    get mode(): Tensor;
    logProb(given: ParameterValue): Tensor;
    entropy(): Tensor;
    cdf(value: ParameterValue): Tensor;
    icdf(value: ParameterValue): Tensor;
}
declare class HalfNormal extends Half<Normal> {
    constructor(scale: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get variance(): Tensor;
}
declare class HalfCauchy extends Half<Cauchy> {
    constructor(scale: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get variance(): Tensor;
}
declare class Uniform extends ByParameters<"low" | "high"> {
    #private;
    readonly family: string;
    readonly low: Tensor;
    readonly high: Tensor;
    constructor(low: ParameterValue, high: ParameterValue, options?: DistributionOptions);
    get support(): Constraint;
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    get stddev(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    entropy(): Tensor;
    cdf(value: ParameterValue): Tensor;
    icdf(value: ParameterValue): Tensor;
    klTo(other: this): Tensor;
}
declare class Exponential extends ByParameters<"rate"> {
    readonly family: string;
    readonly rate: Tensor;
    readonly support: Constraint;
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
declare class Laplace extends LocationScale {
    readonly family: string;
    get mean(): Tensor;
    get variance(): Tensor;
    get stddev(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    cdf(value: ParameterValue): Tensor;
    icdf(value: ParameterValue): Tensor;
    klTo(other: this): Tensor;
}
interface ContinuousBernoulliOptions extends DistributionOptions {
    readonly lims?: readonly [
        low: number,
        high: number
    ];
}
type ContinuousBernoulliArguments = [
    probs: ParameterValue,
    options?: ContinuousBernoulliOptions
] | [
    options: ContinuousBernoulliOptions & ProbabilityOptions
];
declare class ContinuousBernoulli extends ByProbabilities {
    #private;
    readonly family: string;
    readonly support: Constraint;
    constructor(...given: ContinuousBernoulliArguments);
    get probs(): Tensor;
    expand(batchShape: Shape): this;
    get logNorm(): Tensor;
    get mean(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    cdf(given: ParameterValue): Tensor;
    icdf(given: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare abstract class Counted extends ByProbabilities {
    readonly totalCount: Tensor;
    protected constructor(owner: string, totalCount: ParameterValue, given: ProbabilityArguments, limits: {
        readonly totalCount: Constraint;
        readonly probs: Constraint;
    });
    protected front(batchShape: Shape): readonly unknown[];
}
declare class Binomial extends Counted {
    #private;
    readonly family: string;
    constructor(totalCount: ParameterValue, ...given: ProbabilityArguments);
    get support(): Constraint;
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    enumerateSupport(expand?: boolean): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class NegativeBinomial extends Counted {
    readonly support: Constraint;
    constructor(totalCount: ParameterValue, ...given: ProbabilityArguments);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
}
declare class Multinomial extends Categories {
    readonly totalCount: number;
    readonly support: Constraint;
    constructor(totalCount: number, ...given: ProbabilityArguments);
    protected front(): readonly unknown[];
    get mean(): Tensor;
    get variance(): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(_other: this): null;
}
declare class Dirichlet extends Distribution {
    #private;
    readonly concentration: Tensor;
    readonly support: Constraint;
    constructor(concentration: Tensor, options?: DistributionOptions);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class Beta extends ByParameters<"concentration1" | "concentration0"> {
    #private;
    readonly family: string;
    readonly concentration1: Tensor;
    readonly concentration0: Tensor;
    readonly support: Constraint;
    constructor(concentration1: ParameterValue, concentration0: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class Gumbel extends TransformedDistribution<Uniform> {
    readonly family: string;
    readonly loc: Tensor;
    readonly scale: Tensor;
    constructor(loc: ParameterValue, scale: ParameterValue, options?: DistributionOptions);
    get support(): Constraint;
    get mean(): Tensor;
    get mode(): Tensor;
    get stddev(): Tensor;
    get variance(): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class Weibull extends TransformedDistribution<Exponential> {
    #private;
    readonly scale: Tensor;
    readonly concentration: Tensor;
    constructor(scale: ParameterValue, concentration: ParameterValue, options?: DistributionOptions);
    get support(): Constraint;
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    entropy(): Tensor;
}
declare class Pareto extends TransformedDistribution<Exponential> {
    readonly family: string;
    readonly scale: Tensor;
    readonly alpha: Tensor;
    constructor(scale: ParameterValue, alpha: ParameterValue, options?: DistributionOptions);
    get support(): Constraint;
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class Kumaraswamy extends TransformedDistribution<Uniform> {
    #private;
    readonly concentration1: Tensor;
    readonly concentration0: Tensor;
    constructor(concentration1: ParameterValue, concentration0: ParameterValue, options?: DistributionOptions);
    get support(): Constraint;
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    entropy(): Tensor;
}
declare class Gamma extends ByParameters<"concentration" | "rate"> {
    readonly family: string;
    readonly concentration: Tensor;
    readonly rate: Tensor;
    readonly support: Constraint;
    constructor(concentration: ParameterValue, rate: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class Chi2 extends Gamma {
    readonly df: Tensor;
    constructor(df: ParameterValue, options?: DistributionOptions);
}
declare class InverseGamma extends TransformedDistribution<Gamma> {
    readonly concentration: Tensor;
    readonly rate: Tensor;
    constructor(concentration: ParameterValue, rate: ParameterValue, options?: DistributionOptions);
    get support(): Constraint;
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    entropy(): Tensor;
}
declare class GeneralizedPareto extends ByParameters<"loc" | "scale" | "concentration"> {
    #private;
    readonly loc: Tensor;
    readonly scale: Tensor;
    readonly concentration: Tensor;
    constructor(loc: ParameterValue, scale: ParameterValue, concentration: ParameterValue, options?: DistributionOptions);
    get support(): Constraint;
    get mean(): Tensor;
    get variance(): Tensor;
    get mode(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    logSurvivalFunction(value: ParameterValue): Tensor;
    logCdf(value: ParameterValue): Tensor;
    cdf(value: ParameterValue): Tensor;
    icdf(value: ParameterValue): Tensor;
    entropy(): Tensor;
}
declare class Independent extends Distribution {
    #private;
    readonly baseDist: Distribution;
    readonly reinterpretedBatchNdims: number;
    constructor(baseDistribution: Distribution, reinterpretedBatchNdims: number, options?: DistributionOptions);
    get support(): Constraint;
    get hasRsample(): boolean;
    get like(): Tensor;
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    get stddev(): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this, between: Divergence): Tensor | null;
    enumerateSupport(expand?: boolean): Tensor;
    expand(batchShape: Shape): this;
    toString(): string;
}
declare function klDivergence(p: Distribution, q: Distribution): Tensor;
declare class LKJCholesky extends Distribution {
    #private;
    readonly dim: number;
    readonly concentration: Tensor;
    readonly support: Constraint;
    constructor(dim: number, concentration?: ParameterValue, options?: DistributionOptions);
    expand(batchShape: Shape): this;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
}
declare class LogisticNormal extends TransformedDistribution {
    readonly loc: Tensor;
    readonly scale: Tensor;
    constructor(loc: ParameterValue, scale: ParameterValue, options?: DistributionOptions);
    expand(batchShape: Shape): this;
}
declare class MixtureSameFamily extends Distribution {
    #private;
    readonly mixtureDistribution: Categorical;
    readonly componentDistribution: Distribution;
    constructor(mixture: Categorical, component: Distribution, options?: DistributionOptions);
    get support(): Constraint;
    get like(): Tensor;
    get mean(): Tensor;
    get variance(): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    cdf(given: ParameterValue): Tensor;
    expand(batchShape: Shape): this;
    toString(): string;
}
interface MultivariateNormalOptions extends DistributionOptions {
    readonly covarianceMatrix?: Tensor;
    readonly precisionMatrix?: Tensor;
    readonly scaleTril?: Tensor;
}
declare class MultivariateNormal extends Distribution {
    #private;
    readonly family: string;
    readonly loc: Tensor;
    readonly support: Constraint;
    readonly scaleTril: Tensor;
    constructor(loc: Tensor, options: MultivariateNormalOptions);
    expand(batchShape: Shape): this;
    get covarianceMatrix(): Tensor;
    get precisionMatrix(): Tensor;
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
declare class LowRankMultivariateNormal extends Distribution {
    #private;
    readonly family: string;
    readonly loc: Tensor;
    readonly covFactor: Tensor;
    readonly covDiag: Tensor;
    readonly support: Constraint;
    constructor(loc: Tensor, covFactor: Tensor, covDiag: Tensor, options?: DistributionOptions);
    get scaleTril(): Tensor;
    get covarianceMatrix(): Tensor;
    get precisionMatrix(): Tensor;
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this | MultivariateNormal): Tensor;
}
declare class Poisson extends ByParameters<"rate"> {
    readonly family: string;
    readonly rate: Tensor;
    readonly support: Constraint;
    constructor(rate: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    klTo(other: this): Tensor;
}
declare class LogitRelaxedBernoulli extends ByProbabilities {
    readonly temperature: Tensor;
    readonly support: Constraint;
    constructor(temperature: ParameterValue, ...given: ProbabilityArguments);
    protected front(): readonly unknown[];
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
}
declare class RelaxedBernoulli extends TransformedDistribution<LogitRelaxedBernoulli> {
    constructor(temperature: ParameterValue, ...given: ProbabilityArguments);
    expand(batchShape: Shape): this;
    get temperature(): Tensor;
    get probs(): Tensor;
    get logits(): Tensor;
}
declare class ExpRelaxedCategorical extends Categories {
    readonly temperature: Tensor;
    readonly support: Constraint;
    constructor(temperature: ParameterValue, ...given: ProbabilityArguments);
    protected front(): readonly unknown[];
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(_other: this): null;
}
declare class RelaxedOneHotCategorical extends TransformedDistribution<ExpRelaxedCategorical> {
    constructor(temperature: ParameterValue, ...given: ProbabilityArguments);
    get support(): Constraint;
    expand(batchShape: Shape): this;
    get temperature(): Tensor;
    get probs(): Tensor;
    get logits(): Tensor;
}
declare class SoftmaxTransform extends Transform {
    readonly domain: Constraint;
    readonly codomain: Constraint;
    readonly bijective: boolean;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(_x: Tensor, _y: Tensor): never;
}
declare class StickBreakingTransform extends Transform {
    #private;
    readonly domain: Constraint;
    readonly codomain: Constraint;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(x: Tensor, y: Tensor): Tensor;
    forwardShape(shape: Shape): Shape;
    inverseShape(shape: Shape): Shape;
}
declare class LowerCholeskyTransform extends Transform {
    readonly domain: Constraint;
    readonly codomain: Constraint;
    readonly bijective: boolean;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(_x: Tensor, _y: Tensor): never;
}
declare class ReshapeTransform extends Transform {
    readonly inShape: Shape;
    readonly outShape: Shape;
    readonly domain: Constraint;
    readonly codomain: Constraint;
    constructor(inShape: Shape, outShape: Shape, options?: TransformOptions);
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor;
    forwardShape(shape: Shape): Shape;
    inverseShape(shape: Shape): Shape;
    equals(other: Transform): boolean;
}
declare class StudentT extends ByParameters<"df" | "loc" | "scale"> {
    readonly df: Tensor;
    readonly loc: Tensor;
    readonly scale: Tensor;
    readonly support: Constraint;
    constructor(df: ParameterValue, loc?: ParameterValue, scale?: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
    entropy(): Tensor;
}
declare class FisherSnedecor extends ByParameters<"df1" | "df2"> {
    readonly df1: Tensor;
    readonly df2: Tensor;
    readonly support: Constraint;
    constructor(df1: ParameterValue, df2: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
}
declare class ExpTransform extends Transform {
    readonly domain: Constraint;
    readonly codomain: Constraint;
    get sign(): number;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor;
}
declare class PowerTransform extends Transform {
    readonly exponent: Tensor;
    readonly domain: Constraint;
    readonly codomain: Constraint;
    constructor(exponent: ParameterValue, options?: TransformOptions);
    get sign(): Tensor;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(x: Tensor, y: Tensor): Tensor;
    forwardShape(shape: Shape): Shape;
    inverseShape(shape: Shape): Shape;
    equals(other: Transform): boolean;
}
declare class SigmoidTransform extends Transform {
    readonly domain: Constraint;
    readonly codomain: Constraint;
    get sign(): number;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor;
}
declare class SoftplusTransform extends Transform {
    readonly domain: Constraint;
    readonly codomain: Constraint;
    get sign(): number;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor;
}
declare class TanhTransform extends Transform {
    readonly domain: Constraint;
    readonly codomain: Constraint;
    get sign(): number;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor;
}
declare class AbsTransform extends Transform {
    readonly domain: Constraint;
    readonly codomain: Constraint;
    readonly bijective: boolean;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(_x: Tensor, _y: Tensor): never;
}
interface AffineOptions extends TransformOptions {
    readonly eventDim?: number;
}
declare class AffineTransform extends Transform {
    #private;
    readonly loc: ParameterValue;
    readonly scale: ParameterValue;
    readonly eventDim: number;
    readonly domain: Constraint;
    readonly codomain: Constraint;
    constructor(loc: ParameterValue, scale: ParameterValue, { eventDim, ...options }?: AffineOptions);
    get sign(): number | Tensor;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor;
    forwardShape(shape: Shape): Shape;
    inverseShape(shape: Shape): Shape;
    equals(other: Transform): boolean;
}
declare class VonMises extends ByParameters<"loc" | "concentration"> {
    readonly loc: Tensor;
    readonly concentration: Tensor;
    readonly support: Constraint;
    constructor(loc: ParameterValue, concentration: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
}
interface WishartOptions extends DistributionOptions {
    readonly covarianceMatrix?: Tensor;
    readonly precisionMatrix?: Tensor;
    readonly scaleTril?: Tensor;
}
declare class Wishart extends Distribution {
    #private;
    readonly df: Tensor;
    readonly support: Constraint;
    readonly scaleTril: Tensor;
    constructor(df: ParameterValue, options: WishartOptions);
    expand(batchShape: Shape): this;
    get covarianceMatrix(): Tensor;
    get precisionMatrix(): Tensor;
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
    entropy(): Tensor;
    klTo(other: this): Tensor;
}
export {
  AbsTransform,
  AffineTransform,
  Bernoulli,
  Beta,
  Binomial,
  Categorical,
  Cauchy,
  Chi2,
  ComposeTransform,
  ContinuousBernoulli,
  Dirichlet,
  Distribution,
  ExpRelaxedCategorical,
  ExpTransform,
  Exponential,
  FisherSnedecor,
  Gamma,
  GeneralizedPareto,
  Geometric,
  Gumbel,
  HalfCauchy,
  HalfNormal,
  Independent,
  IndependentTransform,
  InverseGamma,
  Kumaraswamy,
  LKJCholesky,
  Laplace,
  LogNormal,
  LogisticNormal,
  LogitRelaxedBernoulli,
  LowRankMultivariateNormal,
  LowerCholeskyTransform,
  MixtureSameFamily,
  Multinomial,
  MultivariateNormal,
  NegativeBinomial,
  Normal,
  OneHotCategorical,
  OneHotCategoricalStraightThrough,
  Pareto,
  Poisson,
  PowerTransform,
  RelaxedBernoulli,
  RelaxedOneHotCategorical,
  ReshapeTransform,
  SigmoidTransform,
  SoftmaxTransform,
  SoftplusTransform,
  StickBreakingTransform,
  StudentT,
  TanhTransform,
  Transform,
  TransformedDistribution,
  Uniform,
  VonMises,
  Weibull,
  Wishart,
  klDivergence,
  type AffineOptions,
  type Constraint,
  type ContinuousBernoulliArguments,
  type ContinuousBernoulliOptions,
  type DistributionOptions,
  type Divergence,
  type MultivariateNormalOptions,
  type ParameterValue,
  type ProbabilityArguments,
  type ProbabilityOptions,
  type SampleOptions,
  type TransformOptions,
  type WishartOptions,
};
