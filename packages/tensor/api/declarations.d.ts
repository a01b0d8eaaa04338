declare abstract class AutogradFunction {
    static apply<Class extends FunctionClass>(this: Class, ...inputs: InputsOf<Class>): ReturnType<Class["forward"]>;
}
declare abstract class ByParameters<Name extends string> extends Distribution {
    protected constructor(given: Readonly<Record<Name, ParameterValue>>, constraints: Readonly<Record<Name, Constraint>>, options: DistributionOptions);
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
declare abstract class Counted extends ByProbabilities {
    readonly totalCount: Tensor;
    protected constructor(owner: string, totalCount: ParameterValue, given: ProbabilityArguments, limits: {
        readonly totalCount: Constraint;
        readonly probs: Constraint;
    });
    protected front(batchShape: Shape): readonly unknown[];
}
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
declare abstract class FoundOnce implements Computation {
    #private;
    abstract readonly name: string;
    abstract readonly access: Access;
    protected abstract find(device: Device, dtype: DType): Implementation | null;
    on(device: Device, dtype: DType): Implementation | null;
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
declare abstract class LocationScale extends ByParameters<"loc" | "scale"> {
    readonly loc: Tensor;
    readonly scale: Tensor;
    constructor(loc: ParameterValue, scale: ParameterValue, options?: DistributionOptions);
    get support(): Constraint;
    get mode(): Tensor;
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
declare abstract class V128 extends Value {
    asF32x4(): F32x4;
    asI32x4(): I32x4;
    asI64x2(): I64x2;
    asF64x2(): F64x2;
}
declare abstract class Value {
    readonly code: Code;
    constructor(code: Code);
}
declare class AbsTransform extends Transform {
    readonly domain: Constraint;
    readonly codomain: Constraint;
    readonly bijective: boolean;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(_x: Tensor, _y: Tensor): never;
}
declare class Addition<T> {
    loaded: T | null;
    readonly from: string;
    constructor(from: string);
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
declare class ArgumentError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_ARGUMENT";
}
declare class AutogradError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_AUTOGRAD";
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
declare class BernoulliError extends Error {
    name: string;
    readonly code: `BERNOULLI_${string}`;
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
declare class Chi2 extends Gamma {
    readonly df: Tensor;
    constructor(df: ParameterValue, options?: DistributionOptions);
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
declare class DTypeError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_DTYPE";
}
declare class DeviceError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_DEVICE";
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
declare class ExpTransform extends Transform {
    readonly domain: Constraint;
    readonly codomain: Constraint;
    get sign(): number;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor;
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
declare class F32 extends Value {
    #private;
    static of(value: F32 | number): F32;
    add(other: F32 | number): F32;
    subtract(other: F32 | number): F32;
    multiply(other: F32 | number): F32;
    divide(other: F32 | number): F32;
    max(other: F32 | number): F32;
    min(other: F32 | number): F32;
    equals(other: F32 | number): I32;
    notEquals(other: F32 | number): I32;
    lessThan(other: F32 | number): I32;
    greaterThan(other: F32 | number): I32;
    toF64(): F64;
}
declare class F32x4 extends V128 {
    #private;
    static of(value: F32x4 | number): F32x4;
    static splat(value: F32): F32x4;
    add(other: F32x4 | number): F32x4;
    subtract(other: F32x4 | number): F32x4;
    multiplyAdd(factor: F32x4, summand: F32x4): F32x4;
    multiply(other: F32x4 | number): F32x4;
    divide(other: F32x4 | number): F32x4;
    min(other: F32x4 | number): F32x4;
    max(other: F32x4 | number): F32x4;
    replaceBelow(floor: F32x4 | number): F32x4;
    replaceAbove(ceiling: F32x4 | number): F32x4;
    negate(): F32x4;
    squareRoot(): F32x4;
    nearest(): F32x4;
    ceiling(): F32x4;
    floor(): F32x4;
    truncate(): F32x4;
    equals(other: F32x4 | number): I32x4;
    notEquals(other: F32x4 | number): I32x4;
    lessThan(other: F32x4 | number): I32x4;
    greaterThan(other: F32x4 | number): I32x4;
    atMost(other: F32x4 | number): I32x4;
    atLeast(other: F32x4 | number): I32x4;
    toI32x4(): I32x4;
    lane(lane: Lane): F32;
    shuffle(other: F32x4, lanes: readonly [
        number,
        number,
        number,
        number
    ]): F32x4;
    lowToF64x2(): F64x2;
    highHalf(): F32x4;
}
declare class F64 extends Value {
    #private;
    static of(value: F64 | number): F64;
    add(other: F64 | number): F64;
    multiply(other: F64 | number): F64;
    max(other: F64 | number): F64;
    min(other: F64 | number): F64;
    equals(other: F64 | number): I32;
    notEquals(other: F64 | number): I32;
    lessThan(other: F64 | number): I32;
    greaterThan(other: F64 | number): I32;
    toI32(): I32;
    toF32(): F32;
}
declare class F64x2 extends V128 {
    #private;
    static of(value: F64x2 | number): F64x2;
    static splat(value: F64): F64x2;
    static zero(): F64x2;
    add(other: F64x2 | number): F64x2;
    subtract(other: F64x2 | number): F64x2;
    multiply(other: F64x2 | number): F64x2;
    divide(other: F64x2 | number): F64x2;
    negate(): F64x2;
    magnitude(): F64x2;
    squareRoot(): F64x2;
    floor(): F64x2;
    truncate(): F64x2;
    withSignOf(other: F64x2): F64x2;
    min(other: F64x2 | number): F64x2;
    max(other: F64x2 | number): F64x2;
    nearest(): F64x2;
    ceiling(): F64x2;
    equals(other: F64x2 | number): I64x2;
    lessThan(other: F64x2 | number): I64x2;
    greaterThan(other: F64x2 | number): I64x2;
    atMost(other: F64x2 | number): I64x2;
    atLeast(other: F64x2 | number): I64x2;
    notEquals(other: F64x2 | number): I64x2;
    replaceBelow(floor: F64x2 | number): F64x2;
    replaceAbove(ceiling: F64x2 | number): F64x2;
    lane(lane: 0 | 1): F64;
    toI32x4(): I32x4;
    toF32x4(): F32x4;
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
declare class FreedTensorError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_FREED_TENSOR";
}
declare class FunctionBuilder implements Callable {
    #private;
    readonly index: number;
    readonly name: string;
    readonly parameterTypes: readonly ValueType[];
    readonly localNames: string[];
    constructor(index: number, name: string, parameters: Parameters);
    takeParameters<P extends Parameters>(parameters: P): Locals<P>;
    local<K extends Kind>(kind: K, name: string, initial?: Kinds[K] | (K extends "i32" ? number : never)): Local<Kinds[K]>;
    locals<K extends Kind>(kind: K, name: string, count: number): Local<Kinds[K]>[];
    constant<K extends "f32x4" | "i32x4" | "f64x2">(kind: K, value: number): Local<Kinds[K]>;
    set<V extends Value>(local: Local<V>, value: V | (V extends I32 ? number : never)): void;
    increase(local: Local<I32>, amount: I32 | number): void;
    store(address: I32, value: I32 | F32 | F64 | V128, offset?: number): void;
    storeByte(address: I32, value: I32, offset?: number): void;
    storeLane(address: I32, value: V128, lane: Lane, offset?: number): void;
    storeLanes(address: I32, vector: Local<F32x4 | I32x4>, count: number, offset?: number): void;
    storeAtomic(address: I32, value: I32): void;
    copy(to: I32, from: I32, byteLength: I32 | number): void;
    clear(address: I32, byteLength: I32): void;
    call(callee: Callable, ...values: readonly (Value | number)[]): void;
    if(condition: I32, then: () => void, otherwise?: () => void): void;
    while(condition: I32, body: () => void): void;
    repeat(count: I32 | number, body: () => void): void;
    abreast(count: number, body: (neighbour: number) => void): void;
    toCode(): Code;
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
declare class Generator {
    #private;
    cachedNormal: number | null;
    constructor(options?: GeneratorOptions);
    get engine(): Mt19937;
    manualSeed(seed: number | bigint): this;
    initialSeed(): bigint;
    seed(): bigint;
    random(): number;
    random64(): bigint;
    getState(): Uint8Array;
    setState(state: Uint8Array): this;
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
declare class GradNode implements Omit<Recorded, "saved"> {
    #private;
    readonly id: number;
    readonly rule: GradientRule;
    readonly outputs: readonly (OutputMeta | null)[];
    attributes: unknown;
    edges: readonly Edge[];
    inputs: readonly (InputMeta | null)[];
    saved: ReadonlyMap<string, SavedTensor | null> | null;
    behind: Behind | null;
    readonly recomputing: Recomputing | null;
    constructor({ rule, attributes, edges, inputs, outputs, saved }: Recorded);
    get name(): string;
    unpack(): Record<string, Tensor | null>;
    retaining(output: number): Tensor | null;
    retain(output: number, tensor: Tensor | null): void;
    release(behind: Behind): void;
}
declare class GradScaler extends Scaler {
    constructor(...rest: Positional<GradScalerOptions, [
        "initScale",
        "growthFactor",
        "backoffFactor",
        "growthInterval",
        "enabled"
    ]>);
}
declare class GradScaler {
    #private;
    constructor(device?: string, ...rest: Positional<GradScalerOptions, Places>);
    scale<Outputs extends Scalable>(outputs: Outputs): Outputs;
    unscale_(optimizer: ScaledOptimizer): void;
    step(optimizer: ScaledOptimizer, closure?: () => Tensor): Tensor | undefined;
    update(newScale?: number | Tensor | null): void;
    getScale(): number;
    isEnabled(): boolean;
    getGrowthFactor(): number;
    setGrowthFactor(newFactor: number): void;
    getBackoffFactor(): number;
    setBackoffFactor(newFactor: number): void;
    getGrowthInterval(): number;
    setGrowthInterval(newInterval: number): void;
    stateDict(): GradScalerState | Record<string, never>;
    loadStateDict(stateDict: Readonly<Partial<GradScalerState>>): void;
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
declare class HalfCauchy extends Half<Cauchy> {
    constructor(scale: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get variance(): Tensor;
}
declare class HalfNormal extends Half<Normal> {
    constructor(scale: ParameterValue, options?: DistributionOptions);
    get mean(): Tensor;
    get variance(): Tensor;
}
declare class I32 extends Value {
    #private;
    static of(value: I32 | number): I32;
    add(other: I32 | number): I32;
    subtract(other: I32 | number): I32;
    multiply(other: I32 | number): I32;
    divideUnsigned(other: I32 | number): I32;
    remainderUnsigned(other: I32 | number): I32;
    and(other: I32 | number): I32;
    or(other: I32 | number): I32;
    xor(other: I32 | number): I32;
    shiftLeft(bits: number): I32;
    shiftRightUnsigned(bits: number): I32;
    equals(other: I32 | number): I32;
    notEquals(other: I32 | number): I32;
    countTrailingZeros(): I32;
    isZero(): I32;
    lessThan(other: I32 | number): I32;
    greaterThan(other: I32 | number): I32;
    atMost(other: I32 | number): I32;
    atLeast(other: I32 | number): I32;
    below(other: I32 | number): I32;
    select<V extends I32 | F32>(whenTrue: V, whenFalse: V): V;
    toF32(): F32;
    toF64(): F64;
    toI64(): I64;
}
declare class I32x4 extends V128 {
    #private;
    static of(value: I32x4 | number): I32x4;
    static constant(a: number, b: number, c: number, d: number): I32x4;
    static splat(value: I32): I32x4;
    add(other: I32x4 | number): I32x4;
    subtract(other: I32x4 | number): I32x4;
    multiply(other: I32x4 | number): I32x4;
    min(other: I32x4 | number): I32x4;
    max(other: I32x4 | number): I32x4;
    negate(): I32x4;
    and(other: I32x4 | number): I32x4;
    or(other: I32x4 | number): I32x4;
    xor(other: I32x4 | number): I32x4;
    not(): I32x4;
    shiftLeft(bits: number): I32x4;
    shiftRight(bits: number): I32x4;
    shiftRightUnsigned(bits: number): I32x4;
    equals(other: I32x4 | number): I32x4;
    notEquals(other: I32x4 | number): I32x4;
    lessThan(other: I32x4 | number): I32x4;
    below(other: I32x4 | number): I32x4;
    greaterThan(other: I32x4 | number): I32x4;
    atMost(other: I32x4 | number): I32x4;
    atLeast(other: I32x4 | number): I32x4;
    select<V extends V128>(whenOne: V, whenZero: V): V;
    anyTrue(): I32;
    allTrue(): I32;
    bitmask(): I32;
    lane(lane: Lane): I32;
    withLane(lane: Lane, value: I32): I32x4;
    toF32x4(): F32x4;
    lowToF64x2(): F64x2;
    lowToI64x2(): I64x2;
    highToI64x2(): I64x2;
    timesLow(other: I32x4): I64x2;
    timesHigh(other: I32x4): I64x2;
    packBytes(): I32x4;
    unpackBytes(): I32x4;
}
declare class I64 extends Value {
    #private;
    static ofWords(low: I32, high: I32): I64;
    add(other: I64): I64;
    remainderUnsigned(other: I64): I64;
    toI32(): I32;
    toF64(): F64;
}
declare class I64x2 extends V128 {
    #private;
    static zero(): I64x2;
    add(other: I64x2): I64x2;
    subtract(other: I64x2): I64x2;
    and(other: I64x2): I64x2;
    or(other: I64x2): I64x2;
    xor(other: I64x2): I64x2;
    not(): I64x2;
    equals(other: I64x2): I64x2;
    select(whenOne: F64x2, whenZero: F64x2): F64x2;
    shiftRight(bits: number): I64x2;
    shiftRightUnsigned(bits: number): I64x2;
    shiftLeft(bits: number): I64x2;
}
declare class I8x16 extends V128 {
    #private;
    static of(value: I8x16 | number): I8x16;
    static read(vector: V128): I8x16;
    static ofMasks([a, b, c, d]: readonly [
        I32x4,
        I32x4,
        I32x4,
        I32x4
    ]): I8x16;
    add(other: I8x16 | number): I8x16;
    subtract(other: I8x16 | number): I8x16;
    multiply(other: I8x16): I8x16;
    min(other: I8x16 | number): I8x16;
    max(other: I8x16 | number): I8x16;
    negate(): I8x16;
    and(other: I8x16 | number): I8x16;
    or(other: I8x16 | number): I8x16;
    not(): I8x16;
    equals(other: I8x16 | number): I8x16;
    notEquals(other: I8x16 | number): I8x16;
    lessThan(other: I8x16 | number): I8x16;
    greaterThan(other: I8x16 | number): I8x16;
    atMost(other: I8x16 | number): I8x16;
    atLeast(other: I8x16 | number): I8x16;
    reversed(bytes: 1 | 4): I8x16;
    select(whenOne: I8x16, whenZero: I8x16): I8x16;
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
declare class IndexError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_INDEX";
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
declare class Kernel<K extends KernelName = any> extends FoundOnce {
    #private;
    readonly name: K;
    readonly dtypes: readonly DType[];
    readonly access: Access;
    constructor(name: K, dtypes: readonly DType[], access: Access, answers: Answers<any, DType>);
    protected find(device: Device, dtype: DType): Implementation | null;
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
declare class LogisticNormal extends TransformedDistribution {
    readonly loc: Tensor;
    readonly scale: Tensor;
    constructor(loc: ParameterValue, scale: ParameterValue, options?: DistributionOptions);
    expand(batchShape: Shape): this;
}
declare class LogitRelaxedBernoulli extends ByProbabilities {
    readonly temperature: Tensor;
    readonly support: Constraint;
    constructor(temperature: ParameterValue, ...given: ProbabilityArguments);
    protected front(): readonly unknown[];
    rsample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(value: ParameterValue): Tensor;
}
declare class LoopScope {
    #private;
    constructor(label: string);
    open(): this;
    within<Result>(body: () => Result): Result;
    enter(): void;
    suspend(): void;
    end(): void;
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
declare class LowerCholeskyTransform extends Transform {
    readonly domain: Constraint;
    readonly codomain: Constraint;
    readonly bijective: boolean;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(_x: Tensor, _y: Tensor): never;
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
declare class Mt19937 {
    #private;
    readonly state: Uint32Array<ArrayBuffer>;
    left: number;
    next: number;
    constructor(seed: number);
    seed(seed: number): void;
    random(): number;
    fill(words: Uint32Array): void;
    get taken(): number;
    resume(state: Uint32Array, taken: number): void;
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
declare class MultivariateNormal extends Distribution {
    #private;
    readonly family: string;
    readonly loc: Tensor;
    readonly support: Constraint;
    readonly scaleTril: Tensor;
    constructor(loc: Tensor, given: Tensor | MultivariateNormalOptions, ...others: [
        options?: DistributionOptions
    ]);
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
declare class NegativeBinomial extends Counted {
    readonly support: Constraint;
    constructor(totalCount: ParameterValue, ...given: ProbabilityArguments);
    get mean(): Tensor;
    get mode(): Tensor;
    get variance(): Tensor;
    sample(sampleShape?: Shape, options?: SampleOptions): Tensor;
    logProb(given: ParameterValue): Tensor;
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
declare class OutOfMemoryError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_OUT_OF_MEMORY";
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
declare class Profile {
    readonly events: readonly ProfileEvent[];
    readonly milliseconds: number;
    constructor(events: readonly ProfileEvent[], milliseconds: number);
    get ops(): readonly ProfileRow[];
    toString(): string;
    toTrace(): string;
}
declare class RelaxedBernoulli extends TransformedDistribution<LogitRelaxedBernoulli> {
    constructor(temperature: ParameterValue, ...given: ProbabilityArguments);
    expand(batchShape: Shape): this;
    get temperature(): Tensor;
    get probs(): Tensor;
    get logits(): Tensor;
}
declare class RelaxedOneHotCategorical extends TransformedDistribution<ExpRelaxedCategorical> {
    constructor(temperature: ParameterValue, ...given: ProbabilityArguments);
    get support(): Constraint;
    expand(batchShape: Shape): this;
    get temperature(): Tensor;
    get probs(): Tensor;
    get logits(): Tensor;
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
declare class Scope {
    readonly label: string;
    readonly isSoft: boolean;
    readonly born: Set<Storage>;
    around: Scope | null;
    readonly suspended: Set<Scope>;
    isOpen: boolean;
    room: number;
    constructor(label: string, isSoft?: boolean);
}
declare class ScopeError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_SCOPE";
}
declare class ShapeError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_SHAPE";
}
declare class SigmoidTransform extends Transform {
    readonly domain: Constraint;
    readonly codomain: Constraint;
    get sign(): number;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor;
}
declare class SoftmaxTransform extends Transform {
    readonly domain: Constraint;
    readonly codomain: Constraint;
    readonly bijective: boolean;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(_x: Tensor, _y: Tensor): never;
}
declare class SoftplusTransform extends Transform {
    readonly domain: Constraint;
    readonly codomain: Constraint;
    get sign(): number;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor;
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
declare class Storage {
    #private;
    readonly allocator: Allocator;
    readonly byteLength: number;
    isInference: boolean;
    version: number;
    home: Scope | null;
    isUnscoped: boolean;
    lastUse: number;
    isListed: boolean;
    readonly madeBy: string;
    constructor(allocator: Allocator, byteLength: number, madeBy: string, compute?: (() => void) | null);
    get kept(): boolean;
    set kept(value: boolean);
    keepAsGradientOf(leaf: Storage): void;
    releaseAsGradient(): void;
    get freed(): boolean;
    get promised(): boolean;
    await(compute: (() => void) | null): void;
    materialize(lent?: number | null): void;
    evaporate(): void;
    settle(): void;
    abandon(obituary: string): void;
    get onHost(): boolean;
    get address(): number;
    read(dtype: DType): TypedArray;
    elements(dtype: DType): TypedArray;
    copyAs(name: string, byteLength: number, fill: (address: number) => void): number;
    get copiesState(): readonly [
        mark: number,
        version: number
    ];
    free(): void;
    toHost(): void;
    moveToHost(): boolean;
    toDevice(): boolean;
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
declare class TanhTransform extends Transform {
    readonly domain: Constraint;
    readonly codomain: Constraint;
    get sign(): number;
    protected there(x: Tensor): Tensor;
    protected back(y: Tensor): Tensor;
    logAbsDetJacobian(x: Tensor, _y: Tensor): Tensor;
}
declare class Tensor {
    #private;
    readonly uncloneable: symbol;
    readonly storage: Storage;
    readonly dtype: DType;
    readonly shape: Shape;
    readonly strides: readonly number[];
    readonly offset: number;
    readonly base: Tensor | null;
    functionOutput: {
        readonly name: string;
        readonly refusal: string;
    } | null;
    constructor(storage: Storage, dtype: DType, layout: Layout, base?: Tensor | null);
    get device(): Device;
    get ndim(): number;
    dim(): number;
    numel(): number;
    get length(): number;
    size(): Shape;
    size(dim: number): number;
    get data(): Tensor;
    set data(_: never);
    get gradNode(): GradNode | null;
    get gradEdge(): Edge;
    set gradEdge(edge: Edge);
    retainsGradient(): void;
    checkWritable(): void;
    get requiresGrad(): boolean;
    set requiresGrad(value: boolean);
    isInference(): boolean;
    requiresGrad_(value?: boolean): this;
    get isLeaf(): boolean;
    get grad(): Tensor | null;
    set grad(value: Tensor | null);
    become({ storage, dtype, shape, strides, offset }: Tensor): void;
    keep(): this;
    keepAsGradient(leaf: Tensor): void;
    dispose(): void;
}
declare class ThreadError extends BernoulliError {
    name: string;
    readonly code = "BERNOULLI_THREAD";
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
declare class Truth {
    readonly sort = "truth";
    readonly origin: Origin;
    constructor(origin: Origin);
    [Symbol.toPrimitive](): never;
    and(other: Truth): Truth;
    or(other: Truth): Truth;
    not(): Truth;
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
declare class Value {
    readonly sort = "value";
    readonly origin: Origin;
    constructor(origin: Origin);
    [Symbol.toPrimitive](): never;
    add(other: Given): Value;
    sub(other: Given): Value;
    mul(other: Given): Value;
    div(other: Given): Value;
    maximum(other: Given): Value;
    minimum(other: Given): Value;
    neg(): Value;
    abs(): Value;
    sqrt(): Value;
    eq(other: Given): Truth;
    ne(other: Given): Truth;
    lt(other: Given): Truth;
    le(other: Given): Truth;
    gt(other: Given): Truth;
    ge(other: Given): Truth;
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
declare class Wishart extends Distribution {
    #private;
    readonly df: Tensor;
    readonly support: Constraint;
    readonly scaleTril: Tensor;
    constructor(df: ParameterValue, given: Tensor | WishartOptions, ...others: [
        options?: DistributionOptions
    ]);
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
declare const abs_: typeof abs;
declare const absolute: typeof abs;
declare const absolute_: typeof abs_;
declare const acos: (input: Tensor) => Tensor;
declare const acos: (x: Given) => Value;
declare const acos_: typeof acos;
declare const acosh: (input: Tensor) => Tensor;
declare const acosh: (x: Given) => Value;
declare const acosh_: typeof acosh;
declare const angle: (input: Tensor) => Tensor;
declare const arccos: typeof acos;
declare const arccos_: typeof acos_;
declare const arccosh: typeof acosh;
declare const arccosh_: typeof acosh_;
declare const arcsin: typeof asin;
declare const arcsin_: typeof asin_;
declare const arcsinh: typeof asinh;
declare const arcsinh_: typeof asinh_;
declare const arctan2: typeof atan2;
declare const arctan2_: typeof atan2_;
declare const arctan: typeof atan;
declare const arctan_: typeof atan_;
declare const arctanh: typeof atanh;
declare const arctanh_: typeof atanh_;
declare const asin: (input: Tensor) => Tensor;
declare const asin: (x: Given) => Value;
declare const asin_: typeof asin;
declare const asinh: (input: Tensor) => Tensor;
declare const asinh: (x: Given) => Value;
declare const asinh_: typeof asinh;
declare const atan2: (a: Given, b: Given) => Value;
declare const atan2_: typeof atan2;
declare const atan: (input: Tensor) => Tensor;
declare const atan: (x: Given) => Value;
declare const atan_: typeof atan;
declare const atanh: (input: Tensor) => Tensor;
declare const atanh: (x: Given) => Value;
declare const atanh_: typeof atanh;
declare const atleast1d: AtLeast;
declare const atleast2d: AtLeast;
declare const atleast3d: AtLeast;
declare const autograd: {
    Function: typeof functions.AutogradFunction;
    backward: typeof ways.backward;
    detectAnomaly: typeof anomaly.detectAnomaly;
    functional: {
        hessian: typeof differentials.hessian;
        hvp: typeof differentials.hvp;
        jacobian: typeof differentials.jacobian;
        jvp: typeof differentials.jvp;
        vhp: typeof differentials.vhp;
        vjp: typeof differentials.vjp;
    };
    grad: typeof ways.grad;
    gradcheck: typeof checks.gradcheck;
    gradgradcheck: typeof checks.gradgradcheck;
    isAnomalyEnabled: typeof anomaly.isAnomalyEnabled;
    setDetectAnomaly: typeof anomaly.setDetectAnomaly;
};
declare const backwardPlaces: readonly [
    "gradient",
    "retainGraph",
    "createGraph"
];
declare const bitwiseAnd: Bitwise;
declare const bitwiseAnd_: (input: Tensor, other: Operand) => Tensor;
declare const bitwiseLeftShift: Bitwise;
declare const bitwiseLeftShift_: (input: Tensor, other: Operand) => Tensor;
declare const bitwiseNot_: typeof bitwiseNot;
declare const bitwiseOr: Bitwise;
declare const bitwiseOr_: (input: Tensor, other: Operand) => Tensor;
declare const bitwiseRightShift: Bitwise;
declare const bitwiseRightShift_: (input: Tensor, other: Operand) => Tensor;
declare const bitwiseXor: Bitwise;
declare const bitwiseXor_: (input: Tensor, other: Operand) => Tensor;
declare const ceil: (input: Tensor) => Tensor;
declare const ceil: (x: Given) => Value;
declare const ceil_: (input: Tensor) => Tensor;
declare const clampMax_: typeof clampMax;
declare const clampMin_: typeof clampMin;
declare const clip: typeof clamp;
declare const clip_: typeof clamp_;
declare const compile: typeof compileAll;
declare const computeModes: readonly [
    "use_mm_for_euclid_dist_if_necessary",
    "use_mm_for_euclid_dist",
    "donot_use_mm_for_euclid_dist"
];
declare const conj: typeof real;
declare const conjPhysical: typeof real;
declare const conv2d: typeof conv2dByAll;
declare const copysign: (a: Given, b: Given) => Value;
declare const copysign_: typeof copysign;
declare const cos: (input: Tensor) => Tensor;
declare const cos: (x: Given) => Value;
declare const cos_: (input: Tensor) => Tensor;
declare const cosh: (input: Tensor) => Tensor;
declare const cosh: (x: Given) => Value;
declare const cosh_: typeof cosh;
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
declare const deg2rad: (input: Tensor) => Tensor;
declare const deg2rad_: typeof deg2rad;
declare const digamma: (input: Tensor) => Tensor;
declare const digamma: (x: Given) => Value;
declare const digamma_: typeof digamma;
declare const divide: typeof div;
declare const divide_: typeof div_;
declare const drivers: readonly [
    "gels",
    "gelsy",
    "gelsd",
    "gelss"
];
declare const eachSamplers: {
    bernoulli: {
        fault: (p: number) => string | null;
        draw: (p: number, source: Source, dtype: DType) => 0 | 1;
    };
    poisson: {
        fault: (rate: number) => string | null;
        draw: typeof poisson;
    };
    binomial: {
        fault: () => null;
        draw: (count: number, source: Source, dtype: DType, p: number) => number;
    };
    gamma: {
        fault: () => null;
        draw: (alpha: number, source: Source, dtype: DType) => number;
    };
    slope: {
        fault: () => null;
        draw: (x: number, source: Source, dtype: DType, _: number, bounds: readonly [
            number,
            number
        ]) => number;
    };
    gammaPart: {
        fault: () => null;
        draw: typeof gamma;
    };
};
declare const eq: (input: Tensor, other: Operand) => Tensor;
declare const eq_: typeof eq;
declare const erf: (input: Tensor) => Tensor;
declare const erf: (x: Given) => Value;
declare const erf_: typeof erf;
declare const erfc: (input: Tensor) => Tensor;
declare const erfc: (x: Given) => Value;
declare const erfc_: typeof erfc;
declare const erfinv: (input: Tensor) => Tensor;
declare const erfinv: (x: Given) => Value;
declare const erfinv_: typeof erfinv;
declare const exp2: (input: Tensor) => Tensor;
declare const exp2: (x: Given) => Value;
declare const exp2_: typeof exp2;
declare const exp: (x: Given) => Value;
declare const exp_: typeof exp;
declare const expm1: (input: Tensor) => Tensor;
declare const expm1: (x: Given) => Value;
declare const expm1_: typeof expm1;
declare const fix: typeof trunc;
declare const fix_: typeof trunc_;
declare const floor: (input: Tensor) => Tensor;
declare const floor: (x: Given) => Value;
declare const floorDivide_: (input: Tensor, other: Operand) => Tensor;
declare const floor_: (input: Tensor) => Tensor;
declare const fmod: (a: Given, b: Given) => Value;
declare const fmod_: typeof fmod;
declare const frac: (input: Tensor) => Tensor;
declare const frac_: typeof frac;
declare const functions: {
    backward: typeof backward;
    cpu: typeof cpu;
    cuda: typeof cuda;
    elementSize: typeof elementSize;
    getDevice: typeof getDevice;
    half: typeof half;
    isComplex: typeof isComplex;
    isContiguous: typeof isContiguous;
    isFloatingPoint: typeof isFloatingPoint;
    isNonzero: typeof isNonzero;
    isSameSize: typeof isSameSize;
    isSigned: typeof isSigned;
    item: typeof item;
    ndimension: typeof ndimension;
    nelement: typeof nelement;
    read: typeof read;
    registerHook: typeof registerHook;
    registerPostAccumulateGradHook: typeof registerPostAccumulateGradHook;
    retainGrad: typeof retainGrad;
    storageOffset: typeof storageOffset;
    stride: typeof stride;
    toArray: typeof toArray;
    toJSON: typeof toJSON;
    tolist: typeof tolist;
    toTypedArray: typeof toTypedArray;
    type: typeof type;
    apply_: typeof ops.apply_;
    map_: typeof ops.map_;
    bool: typeof ops.bool;
    byte: typeof ops.byte;
    double: typeof ops.double;
    float: typeof ops.float;
    int: typeof ops.int;
    long: typeof ops.long;
    typeAs: typeof ops.typeAs;
    clone: typeof ops.clone;
    contiguous: typeof ops.contiguous;
    copy_: typeof ops.copy_;
    fill_: typeof ops.fill_;
    zero_: typeof ops.zero_;
    newEmpty: typeof ops.newEmpty;
    newFull: typeof ops.newFull;
    newOnes: typeof ops.newOnes;
    newTensor: typeof ops.newTensor;
    newZeros: typeof ops.newZeros;
    to: typeof ops.to;
    indexAdd: typeof ops.indexAdd;
    indexAdd_: typeof ops.indexAdd_;
    indexCopy: typeof ops.indexCopy;
    indexCopy_: typeof ops.indexCopy_;
    indexFill: typeof ops.indexFill;
    indexFill_: typeof ops.indexFill_;
    take: typeof ops.take;
    takeAlongDim: typeof ops.takeAlongDim;
    at: typeof ops.at;
    gather: typeof ops.gather;
    indexSelect: typeof ops.indexSelect;
    scatter: typeof ops.scatter;
    scatter_: typeof ops.scatter_;
    scatterAdd: typeof ops.scatterAdd;
    scatterAdd_: typeof ops.scatterAdd_;
    maskedFill: typeof ops.maskedFill;
    maskedFill_: typeof ops.maskedFill_;
    maskedScatter: typeof ops.maskedScatter;
    maskedScatter_: typeof ops.maskedScatter_;
    maskedSelect: typeof ops.maskedSelect;
    argwhere: typeof ops.argwhere;
    nonzero: typeof ops.nonzero;
    indexPut: typeof ops.indexPut;
    indexPut_: typeof ops.indexPut_;
    set: typeof ops.set;
    nonzeroStatic: typeof ops.nonzeroStatic;
    put: typeof ops.put;
    put_: typeof ops.put;
    indexReduce: typeof ops.indexReduce;
    indexReduce_: typeof ops.indexReduce;
    scatterReduce: typeof ops.scatterReduce;
    scatterReduce_: typeof ops.scatterReduce;
    toDense: typeof ops.toDense;
    logSoftmax: typeof ops.logSoftmax;
    softmax: typeof ops.softmax;
    abs: typeof ops.abs;
    sign: typeof ops.sign;
    add: typeof ops.add;
    add_: typeof ops.add_;
    sub: typeof ops.sub;
    sub_: typeof ops.sub_;
    addcdiv: typeof ops.addcdiv;
    addcdiv_: typeof ops.addcdiv_;
    addcmul: typeof ops.addcmul;
    addcmul_: typeof ops.addcmul_;
    absolute: typeof ops.abs;
    absolute_: typeof ops.abs;
    arccos: (input: Tensor) => Tensor;
    arccos_: (input: Tensor) => Tensor;
    arccosh: (input: Tensor) => Tensor;
    arccosh_: (input: Tensor) => Tensor;
    arcsin: (input: Tensor) => Tensor;
    arcsin_: (input: Tensor) => Tensor;
    arcsinh: (input: Tensor) => Tensor;
    arcsinh_: (input: Tensor) => Tensor;
    arctan: (input: Tensor) => Tensor;
    arctan_: (input: Tensor) => Tensor;
    arctan2: typeof ops.atan2;
    arctan2_: typeof ops.atan2;
    arctanh: (input: Tensor) => Tensor;
    arctanh_: (input: Tensor) => Tensor;
    clip: typeof ops.clamp;
    clip_: typeof ops.clamp_;
    divide: typeof ops.div;
    divide_: typeof ops.div_;
    fix: (input: Tensor) => Tensor;
    fix_: (input: Tensor) => Tensor;
    greater: (input: Tensor, other: Operand) => Tensor;
    greater_: (input: Tensor, other: Operand) => Tensor;
    greaterEqual: (input: Tensor, other: Operand) => Tensor;
    greaterEqual_: (input: Tensor, other: Operand) => Tensor;
    less: (input: Tensor, other: Operand) => Tensor;
    less_: (input: Tensor, other: Operand) => Tensor;
    lessEqual: (input: Tensor, other: Operand) => Tensor;
    lessEqual_: (input: Tensor, other: Operand) => Tensor;
    multiply: typeof ops.mul;
    multiply_: typeof ops.mul_;
    negative: typeof ops.neg;
    negative_: typeof ops.neg;
    notEqual: (input: Tensor, other: Operand) => Tensor;
    notEqual_: (input: Tensor, other: Operand) => Tensor;
    sgn: typeof ops.sign;
    sgn_: typeof ops.sign;
    subtract: typeof ops.sub;
    subtract_: typeof ops.sub_;
    trueDivide: {
        (input: number | boolean, other: Tensor): Tensor;
        (input: Tensor, other: Operand): Tensor;
    };
    trueDivide_: (input: Tensor, other: Operand) => Tensor;
    bitwiseAnd: Bitwise;
    bitwiseLeftShift: Bitwise;
    bitwiseNot: typeof ops.bitwiseNot;
    bitwiseOr: Bitwise;
    bitwiseRightShift: Bitwise;
    bitwiseXor: Bitwise;
    copysign: typeof ops.copysign;
    deg2rad: (input: Tensor) => Tensor;
    heaviside: typeof ops.heaviside;
    lerp: typeof ops.lerp;
    rad2deg: (input: Tensor) => Tensor;
    sinc: (input: Tensor) => Tensor;
    clamp: typeof ops.clamp;
    clamp_: typeof ops.clamp_;
    allclose: typeof ops.allclose;
    equal: typeof ops.equal;
    isclose: typeof ops.isclose;
    eq: (input: Tensor, other: Operand) => Tensor;
    ge: (input: Tensor, other: Operand) => Tensor;
    gt: (input: Tensor, other: Operand) => Tensor;
    le: (input: Tensor, other: Operand) => Tensor;
    lt: (input: Tensor, other: Operand) => Tensor;
    ne: (input: Tensor, other: Operand) => Tensor;
    div: typeof ops.div;
    div_: typeof ops.div_;
    erf: (input: Tensor) => Tensor;
    erfc: (input: Tensor) => Tensor;
    erfinv: (input: Tensor) => Tensor;
    exp: typeof ops.exp;
    log: typeof ops.log;
    clampMax: typeof ops.clampMax;
    clampMin: typeof ops.clampMin;
    fmax: typeof ops.fmax;
    fmin: typeof ops.fmin;
    maximum: typeof ops.maximum;
    minimum: typeof ops.minimum;
    isfinite: (input: Tensor) => Tensor;
    isinf: (input: Tensor) => Tensor;
    isnan: (input: Tensor) => Tensor;
    isneginf: (input: Tensor) => Tensor;
    isposinf: (input: Tensor) => Tensor;
    nanToNum: typeof ops.nanToNum;
    signbit: (input: Tensor) => Tensor;
    digamma: (input: Tensor) => Tensor;
    lgamma: (input: Tensor) => Tensor;
    acosh: (input: Tensor) => Tensor;
    asinh: (input: Tensor) => Tensor;
    atanh: (input: Tensor) => Tensor;
    cosh: (input: Tensor) => Tensor;
    sinh: (input: Tensor) => Tensor;
    abs_: typeof ops.abs;
    acos_: (input: Tensor) => Tensor;
    acosh_: (input: Tensor) => Tensor;
    asin_: (input: Tensor) => Tensor;
    asinh_: (input: Tensor) => Tensor;
    atan_: (input: Tensor) => Tensor;
    atan2_: typeof ops.atan2;
    atanh_: (input: Tensor) => Tensor;
    bitwiseAnd_: (input: Tensor, other: Operand) => Tensor;
    bitwiseLeftShift_: (input: Tensor, other: Operand) => Tensor;
    bitwiseNot_: typeof ops.bitwiseNot;
    bitwiseOr_: (input: Tensor, other: Operand) => Tensor;
    bitwiseRightShift_: (input: Tensor, other: Operand) => Tensor;
    bitwiseXor_: (input: Tensor, other: Operand) => Tensor;
    clampMax_: typeof ops.clampMax;
    clampMin_: typeof ops.clampMin;
    copysign_: typeof ops.copysign;
    cosh_: (input: Tensor) => Tensor;
    deg2rad_: (input: Tensor) => Tensor;
    digamma_: (input: Tensor) => Tensor;
    eq_: (input: Tensor, other: Operand) => Tensor;
    erf_: (input: Tensor) => Tensor;
    erfc_: (input: Tensor) => Tensor;
    erfinv_: (input: Tensor) => Tensor;
    exp_: typeof ops.exp;
    exp2_: (input: Tensor) => Tensor;
    expm1_: (input: Tensor) => Tensor;
    floorDivide_: (input: Tensor, other: Operand) => Tensor;
    fmod_: typeof ops.fmod;
    frac_: (input: Tensor) => Tensor;
    ge_: (input: Tensor, other: Operand) => Tensor;
    gt_: (input: Tensor, other: Operand) => Tensor;
    heaviside_: typeof ops.heaviside;
    hypot_: typeof ops.hypot;
    le_: (input: Tensor, other: Operand) => Tensor;
    lerp_: typeof ops.lerp;
    lgamma_: (input: Tensor) => Tensor;
    log_: typeof ops.log;
    log1p_: (input: Tensor) => Tensor;
    log2_: (input: Tensor) => Tensor;
    log10_: (input: Tensor) => Tensor;
    logicalAnd_: (input: Tensor, other: Tensor) => Tensor;
    logicalNot_: (input: Tensor) => Tensor;
    logicalOr_: (input: Tensor, other: Tensor) => Tensor;
    logicalXor_: (input: Tensor, other: Tensor) => Tensor;
    lt_: (input: Tensor, other: Operand) => Tensor;
    nanToNum_: typeof ops.nanToNum;
    ne_: (input: Tensor, other: Operand) => Tensor;
    neg_: typeof ops.neg;
    pow_: (input: Tensor, exponent: Operand) => Tensor;
    rad2deg_: (input: Tensor) => Tensor;
    remainder_: (input: Tensor, other: Operand) => Tensor;
    sign_: typeof ops.sign;
    sinc_: (input: Tensor) => Tensor;
    sinh_: (input: Tensor) => Tensor;
    sqrt_: typeof ops.sqrt;
    square_: typeof ops.square;
    tan_: (input: Tensor) => Tensor;
    xlogy_: (input: Tensor, other: Operand) => Tensor;
    exp2: (input: Tensor) => Tensor;
    expm1: (input: Tensor) => Tensor;
    log1p: (input: Tensor) => Tensor;
    log2: (input: Tensor) => Tensor;
    log10: (input: Tensor) => Tensor;
    logaddexp: typeof ops.logaddexp;
    logaddexp2: typeof ops.logaddexp2;
    xlogy: typeof ops.xlogy;
    logicalAnd: (input: Tensor, other: Tensor) => Tensor;
    logicalNot: (input: Tensor) => Tensor;
    logicalOr: (input: Tensor, other: Tensor) => Tensor;
    logicalXor: (input: Tensor, other: Tensor) => Tensor;
    mul: typeof ops.mul;
    mul_: typeof ops.mul_;
    neg: typeof ops.neg;
    pow: typeof ops.pow;
    sqrt: typeof ops.sqrt;
    angle: (input: Tensor) => Tensor;
    conj: typeof real;
    conjPhysical: typeof real;
    isreal: typeof ops.isreal;
    positive: typeof ops.positive;
    resolveConj: typeof real;
    resolveNeg: typeof real;
    relu: typeof ops.relu;
    relu_: typeof ops.relu_;
    floorDivide: typeof ops.floorDivide;
    fmod: typeof ops.fmod;
    remainder: typeof ops.remainder;
    hypot: typeof ops.hypot;
    reciprocal: (input: Tensor) => Tensor;
    reciprocal_: (input: Tensor) => Tensor;
    rsqrt: (input: Tensor) => Tensor;
    rsqrt_: (input: Tensor) => Tensor;
    square: typeof ops.square;
    ceil: (input: Tensor) => Tensor;
    ceil_: (input: Tensor) => Tensor;
    floor: (input: Tensor) => Tensor;
    floor_: (input: Tensor) => Tensor;
    frac: (input: Tensor) => Tensor;
    round: typeof ops.round;
    round_: typeof ops.round_;
    trunc: (input: Tensor) => Tensor;
    trunc_: (input: Tensor) => Tensor;
    sigmoid: typeof ops.sigmoid;
    sigmoid_: typeof ops.sigmoid_;
    tanh: typeof ops.tanh;
    tanh_: typeof ops.tanh_;
    acos: (input: Tensor) => Tensor;
    asin: (input: Tensor) => Tensor;
    atan: (input: Tensor) => Tensor;
    atan2: typeof ops.atan2;
    cos: (input: Tensor) => Tensor;
    cos_: (input: Tensor) => Tensor;
    sin: (input: Tensor) => Tensor;
    sin_: (input: Tensor) => Tensor;
    tan: (input: Tensor) => Tensor;
    addbmm: typeof ops.addbmm;
    addbmm_: typeof ops.addbmm_;
    addmm: typeof ops.addmm;
    addmm_: typeof ops.addmm_;
    addmv: typeof ops.addmv;
    addmv_: typeof ops.addmv_;
    addr: typeof ops.addr;
    addr_: typeof ops.addr_;
    baddbmm: typeof ops.baddbmm;
    baddbmm_: typeof ops.baddbmm_;
    matmul: typeof ops.matmul;
    bmm: typeof ops.bmm;
    dot: typeof ops.dot;
    inner: typeof ops.inner;
    mm: typeof ops.mm;
    mv: typeof ops.mv;
    vdot: typeof ops.vdot;
    cross: typeof ops.cross;
    ger: typeof ops.ger;
    kron: typeof ops.kron;
    outer: typeof ops.outer;
    bernoulli: typeof ops.bernoulli;
    bernoulli_: typeof ops.bernoulli_;
    cauchy_: typeof ops.cauchy_;
    exponential_: typeof ops.exponential_;
    geometric_: typeof ops.geometric_;
    logNormal_: typeof ops.logNormal_;
    random_: typeof ops.random_;
    multinomial: typeof ops.multinomial;
    normal_: typeof ops.normal_;
    uniform_: typeof ops.uniform_;
    corrcoef: typeof ops.corrcoef;
    cov: typeof ops.cov;
    amax: typeof ops.amax;
    amin: typeof ops.amin;
    aminmax: typeof ops.aminmax;
    logsumexp: typeof ops.logsumexp;
    argmax: typeof ops.argmax;
    argmin: typeof ops.argmin;
    max: typeof ops.max;
    min: typeof ops.min;
    mean: typeof ops.mean;
    norm: typeof ops.norm;
    dist: typeof ops.dist;
    renorm: typeof ops.renorm;
    renorm_: typeof ops.renorm;
    sum: typeof ops.sum;
    trace: typeof ops.trace;
    all: typeof ops.all;
    any: typeof ops.any;
    countNonzero: typeof ops.countNonzero;
    std: typeof ops.std;
    var: typeof ops.var;
    nanmean: typeof ops.nanmean;
    nansum: typeof ops.nansum;
    cummax: typeof ops.cummax;
    cummin: typeof ops.cummin;
    cumprod: typeof ops.cumprod;
    cumprod_: typeof ops.cumprod_;
    cumsum: typeof ops.cumsum;
    cumsum_: typeof ops.cumsum_;
    prod: typeof ops.prod;
    diff: typeof ops.diff;
    logcumsumexp: typeof ops.logcumsumexp;
    flip: typeof ops.flip;
    fliplr: typeof ops.fliplr;
    flipud: typeof ops.flipud;
    rot90: typeof ops.rot90;
    repeat: typeof ops.repeat;
    repeatInterleave: typeof ops.repeatInterleave;
    tile: typeof ops.tile;
    roll: typeof ops.roll;
    tril: typeof ops.tril;
    tril_: typeof ops.tril_;
    triu: typeof ops.triu;
    triu_: typeof ops.triu_;
    bincount: typeof ops.bincount;
    histc: typeof ops.histc;
    histogram: typeof ops.histogram;
    median: typeof ops.median;
    nanmedian: typeof ops.nanmedian;
    quantile: typeof ops.quantile;
    mode: typeof ops.mode;
    nanquantile: typeof ops.nanquantile;
    argsort: typeof ops.argsort;
    kthvalue: typeof ops.kthvalue;
    msort: typeof ops.msort;
    sort: typeof ops.sort;
    topk: typeof ops.topk;
    unique: typeof ops.unique;
    uniqueConsecutive: typeof ops.uniqueConsecutive;
    asStrided: typeof ops.asStrided;
    asStridedScatter: typeof ops.asStridedScatter;
    broadcastTo: typeof ops.broadcastTo;
    expandAs: typeof ops.expandAs;
    sumToSize: typeof ops.sumToSize;
    detach: typeof ops.detach;
    detach_: typeof ops.detach_;
    diag: typeof ops.diag;
    diagEmbed: typeof ops.diagEmbed;
    diagonal: typeof ops.diagonal;
    diagonalScatter: typeof ops.diagonalScatter;
    selectScatter: typeof ops.selectScatter;
    sliceScatter: typeof ops.sliceScatter;
    diagflat: typeof ops.diagflat;
    fillDiagonal_: typeof ops.fillDiagonal_;
    expand: typeof ops.expand;
    reshape: typeof ops.reshape;
    squeeze: typeof ops.squeeze;
    narrowCopy: typeof ops.narrowCopy;
    splitWithSizes: (input: Tensor, splitSizes: readonly number[], dim?: number) => Tensor[];
    unsafeChunk: (input: Tensor, chunks: number, dim?: number) => Tensor[];
    unsafeSplit: (input: Tensor, splitSize: number, dim?: number) => Tensor[];
    unsafeSplitWithSizes: (input: Tensor, splitSizes: readonly number[], dim?: number) => Tensor[];
    chunk: typeof ops.chunk;
    dsplit: typeof ops.dsplit;
    hsplit: typeof ops.hsplit;
    split: typeof ops.split;
    tensorSplit: typeof ops.tensorSplit;
    unbind: typeof ops.unbind;
    vsplit: typeof ops.vsplit;
    moveaxis: typeof ops.moveaxis;
    movedim: typeof ops.movedim;
    permute: typeof ops.permute;
    swapaxes: typeof ops.swapaxes;
    swapdims: typeof ops.swapdims;
    t: typeof ops.t;
    transpose: typeof ops.transpose;
    ravel: typeof ops.ravel;
    reshapeAs: typeof ops.reshapeAs;
    unflatten: typeof ops.unflatten;
    viewAs: typeof ops.viewAs;
    narrow: typeof ops.narrow;
    select: typeof ops.select;
    slice: typeof ops.slice;
    unfold: typeof ops.unfold;
    flatten: typeof ops.flatten;
    unsqueeze: typeof ops.unsqueeze;
    view: typeof ops.view;
};
declare const gcd: (input: Tensor, other: Tensor) => Tensor;
declare const gcd_: typeof gcd;
declare const ge: (input: Tensor, other: Operand) => Tensor;
declare const ge_: typeof ge;
declare const gradPlaces: readonly [
    "gradOutputs",
    "retainGraph",
    "createGraph"
];
declare const greater: typeof gt;
declare const greaterEqual: typeof ge;
declare const greaterEqual_: typeof ge_;
declare const greater_: typeof gt_;
declare const gt: (input: Tensor, other: Operand) => Tensor;
declare const gt_: typeof gt;
declare const heaviside_: typeof heaviside;
declare const hypot_: typeof hypot;
declare const i0: (input: Tensor) => Tensor;
declare const i0_: typeof i0;
declare const igamma: (input: Tensor, other: Tensor) => Tensor;
declare const igamma_: typeof igamma;
declare const igammac: (input: Tensor, other: Tensor) => Tensor;
declare const igammac_: typeof igammac;
declare const indexReduce_: typeof indexReduce;
declare const interpolations: readonly [
    "linear",
    "lower",
    "higher",
    "midpoint",
    "nearest"
];
declare const isfinite: (input: Tensor) => Tensor;
declare const isinf: (input: Tensor) => Tensor;
declare const isnan: (input: Tensor) => Tensor;
declare const isneginf: (input: Tensor) => Tensor;
declare const isposinf: (input: Tensor) => Tensor;
declare const kinds: {
    anything: [
        string,
        () => true
    ];
    boolean: [
        string,
        (value: unknown) => value is boolean
    ];
    number: [
        string,
        (value: unknown) => value is number
    ];
    count: [
        string,
        (value: unknown) => boolean
    ];
    string: [
        string,
        (value: unknown) => value is string
    ];
    function: [
        string,
        (value: unknown) => value is Function
    ];
    object: [
        string,
        (value: unknown) => value is Record<PropertyKey, unknown>
    ];
    array: [
        string,
        (value: unknown) => value is any[]
    ];
    numbers: [
        string,
        (value: unknown) => boolean
    ];
    iterable: [
        string,
        (value: unknown) => boolean
    ];
    Tensor: [
        string,
        typeof isTensor
    ];
    Generator: [
        string,
        (value: unknown) => boolean
    ];
};
declare const lcm: (input: Tensor, other: Tensor) => Tensor;
declare const lcm_: typeof lcm;
declare const ldexp_: typeof ldexp;
declare const le: (input: Tensor, other: Operand) => Tensor;
declare const le_: typeof le;
declare const lerp_: typeof lerp;
declare const less: typeof lt;
declare const lessEqual: typeof le;
declare const lessEqual_: typeof le_;
declare const less_: typeof lt_;
declare const lgamma: (input: Tensor) => Tensor;
declare const lgamma: (x: Given) => Value;
declare const lgamma_: typeof lgamma;
declare const linalg: {
    cholesky: typeof functions.cholesky;
    cond: typeof functions.cond;
    cross: typeof functions.cross;
    det: typeof functions.det;
    diagonal: typeof functions.diagonal;
    eigh: typeof functions.eigh;
    eigvalsh: typeof functions.eigvalsh;
    householderProduct: typeof functions.householderProduct;
    inv: typeof functions.inv;
    lstsq: typeof functions.lstsq;
    lu: typeof functions.lu;
    luFactor: typeof functions.luFactor;
    luSolve: typeof functions.luSolve;
    matrixExp: typeof functions.matrixExp;
    matrixNorm: typeof functions.matrixNorm;
    matrixPower: typeof functions.matrixPower;
    matrixRank: typeof functions.matrixRank;
    multiDot: typeof functions.multiDot;
    norm: typeof functions.norm;
    pinv: typeof functions.pinv;
    qr: typeof functions.qr;
    slogdet: typeof functions.slogdet;
    solve: typeof functions.solve;
    solveTriangular: typeof functions.solveTriangular;
    svd: typeof functions.svd;
    svdvals: typeof functions.svdvals;
    tensorinv: typeof functions.tensorinv;
    tensorsolve: typeof functions.tensorsolve;
    vander: typeof functions.vander;
    vecdot: typeof functions.vecdot;
    vectorNorm: typeof functions.vectorNorm;
};
declare const log10: (input: Tensor) => Tensor;
declare const log10: (x: Given) => Value;
declare const log10_: typeof log10;
declare const log1p: (input: Tensor) => Tensor;
declare const log1p: (x: Given) => Value;
declare const log1p_: typeof log1p;
declare const log2: (input: Tensor) => Tensor;
declare const log2: (x: Given) => Value;
declare const log2_: typeof log2;
declare const log: (x: Given) => Value;
declare const log_: typeof log;
declare const logicalAnd: (input: Tensor, other: Tensor) => Tensor;
declare const logicalAnd_: typeof logicalAnd;
declare const logicalNot: (input: Tensor) => Tensor;
declare const logicalNot_: typeof logicalNot;
declare const logicalOr: (input: Tensor, other: Tensor) => Tensor;
declare const logicalOr_: typeof logicalOr;
declare const logicalXor: (input: Tensor, other: Tensor) => Tensor;
declare const logicalXor_: typeof logicalXor;
declare const logit_: typeof logit;
declare const logsigmoid: (input: Tensor) => Tensor;
declare const lt: (input: Tensor, other: Operand) => Tensor;
declare const lt_: typeof lt;
declare const multiply: typeof mul;
declare const multiply_: typeof mul_;
declare const mvlgamma_: typeof mvlgamma;
declare const nanToNum_: typeof nanToNum;
declare const ne: (input: Tensor, other: Operand) => Tensor;
declare const ne_: typeof ne;
declare const neg_: typeof neg;
declare const negative: typeof neg;
declare const negative_: typeof neg_;
declare const nextafter_: typeof nextafter;
declare const notEqual: typeof ne;
declare const notEqual_: typeof ne_;
declare const polygamma_: (input: Tensor, n: number) => Tensor;
declare const pow: (a: Given, b: Given) => Value;
declare const pow_: (input: Tensor, exponent: Operand) => Tensor;
declare const precisions: readonly [
    "high",
    "highest"
];
declare const primitives: {
    readonly add: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "value";
    };
    readonly sub: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "value";
    };
    readonly mul: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "value";
    };
    readonly div: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "value";
    };
    readonly maximum: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "value";
    };
    readonly minimum: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "value";
    };
    readonly neg: {
        readonly takes: readonly [
            "value"
        ];
        readonly gives: "value";
    };
    readonly abs: {
        readonly takes: readonly [
            "value"
        ];
        readonly gives: "value";
    };
    readonly sqrt: {
        readonly takes: readonly [
            "value"
        ];
        readonly gives: "value";
    };
    readonly eq: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "truth";
    };
    readonly ne: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "truth";
    };
    readonly lt: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "truth";
    };
    readonly le: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "truth";
    };
    readonly gt: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "truth";
    };
    readonly ge: {
        readonly takes: readonly [
            "value",
            "value"
        ];
        readonly gives: "truth";
    };
    readonly and: {
        readonly takes: readonly [
            "truth",
            "truth"
        ];
        readonly gives: "truth";
    };
    readonly or: {
        readonly takes: readonly [
            "truth",
            "truth"
        ];
        readonly gives: "truth";
    };
    readonly not: {
        readonly takes: readonly [
            "truth"
        ];
        readonly gives: "truth";
    };
    readonly where: {
        readonly takes: readonly [
            "truth",
            "value",
            "value"
        ];
        readonly gives: "value";
    };
};
declare const put_: typeof put;
declare const rad2deg: (input: Tensor) => Tensor;
declare const rad2deg_: typeof rad2deg;
declare const reciprocal: (input: Tensor) => Tensor;
declare const reciprocal_: (input: Tensor) => Tensor;
declare const remainder: (a: Given, b: Given) => Value;
declare const remainder_: (input: Tensor, other: Operand) => Tensor;
declare const renorm_: typeof renorm;
declare const resolveConj: typeof real;
declare const resolveNeg: typeof real;
declare const round: (x: Given) => Value;
declare const rsqrt: (input: Tensor) => Tensor;
declare const rsqrt_: (input: Tensor) => Tensor;
declare const samplers: {
    exponential: (lambda: number) => (source: Source) => number;
    geometric: (p: number) => (source: Source) => number;
    cauchy: (median: number, sigma: number) => (source: Source) => number;
    logNormal: (mean: number, std: number) => (source: Source) => number;
    whole: (most: number, least: number) => (source: Source) => number;
};
declare const scatterReduce_: typeof scatterReduce;
declare const sgn: typeof sign;
declare const sgn_: typeof sign_;
declare const sign_: typeof sign;
declare const signbit: (input: Tensor) => Tensor;
declare const signbit: (x: Given) => Value;
declare const sin: (input: Tensor) => Tensor;
declare const sin: (x: Given) => Value;
declare const sin_: (input: Tensor) => Tensor;
declare const sinc: (input: Tensor) => Tensor;
declare const sinc_: typeof sinc;
declare const sinh: (input: Tensor) => Tensor;
declare const sinh: (x: Given) => Value;
declare const sinh_: typeof sinh;
declare const softsign: (input: Tensor) => Tensor;
declare const special: {
    digamma: (input: Tensor) => Tensor;
    entr: (input: Tensor) => Tensor;
    erf: (input: Tensor) => Tensor;
    erfc: (input: Tensor) => Tensor;
    erfcx: (input: Tensor) => Tensor;
    erfinv: (input: Tensor) => Tensor;
    exp2: (input: Tensor) => Tensor;
    expit: typeof sigmoid;
    expm1: (input: Tensor) => Tensor;
    gammainc: (input: Tensor, other: Tensor) => Tensor;
    gammaincc: (input: Tensor, other: Tensor) => Tensor;
    gammaln: (input: Tensor) => Tensor;
    i0: (input: Tensor) => Tensor;
    i0e: (input: Tensor) => Tensor;
    i1: (input: Tensor) => Tensor;
    i1e: (input: Tensor) => Tensor;
    log1p: (input: Tensor) => Tensor;
    logNdtr: (input: Tensor) => Tensor;
    logSoftmax: typeof logSoftmax;
    logit: typeof logit;
    logsumexp: typeof logsumexp;
    multigammaln: typeof mvlgamma;
    ndtr: (input: Tensor) => Tensor;
    ndtri: (input: Tensor) => Tensor;
    polygamma: typeof polygamma;
    psi: (input: Tensor) => Tensor;
    round: typeof round;
    sinc: (input: Tensor) => Tensor;
    softmax: typeof softmax;
    xlog1py: typeof xlog1py;
    xlogy: typeof xlogy;
};
declare const splitWithSizes: (input: Tensor, splitSizes: readonly number[], dim?: number) => Tensor[];
declare const sqrt_: typeof sqrt;
declare const square_: typeof square;
declare const subtract: typeof sub;
declare const subtract_: typeof sub_;
declare const tan: (input: Tensor) => Tensor;
declare const tan: (x: Given) => Value;
declare const tan_: typeof tan;
declare const tanh: (x: Given) => Value;
declare const tanhshrink: (input: Tensor) => Tensor;
declare const trapz: typeof trapezoid;
declare const trueDivide: {
    (input: number | boolean, other: Tensor): Tensor;
    (input: Tensor, other: Operand): Tensor;
};
declare const trueDivide_: (input: Tensor, other: Operand) => Tensor;
declare const trunc: (input: Tensor) => Tensor;
declare const trunc: (x: Given) => Value;
declare const trunc_: (input: Tensor) => Tensor;
declare const unsafeChunk: (input: Tensor, chunks: number, dim?: number) => Tensor[];
declare const unsafeSplit: (input: Tensor, splitSize: number, dim?: number) => Tensor[];
declare const unsafeSplitWithSizes: typeof splitWithSizes;
declare const valueTypeCodes: {
    readonly i32: 127;
    readonly i64: 126;
    readonly f32: 125;
    readonly f64: 124;
    readonly v128: 123;
};
declare const workerSource: string;
declare const xlogy_: (input: Tensor, other: Operand) => Tensor;
declare function abs(input: Tensor): Tensor;
declare function adaptiveAvgPool1d(input: Tensor, outputSize: AdaptiveSize1d | ByName<"outputSize", AdaptiveSize1d>): Tensor;
declare function adaptiveAvgPool2d(input: Tensor, outputSize: AdaptiveSize2d | ByName<"outputSize", AdaptiveSize2d>): Tensor;
declare function adaptiveAvgPool3d(input: Tensor, outputSize: AdaptiveSize3d | ByName<"outputSize", AdaptiveSize3d>): Tensor;
declare function adaptiveMaxPool1d(input: Tensor, outputSize: AdaptiveSize1d, ...rest: IndicesPlace): MaxPoolResult;
declare function adaptiveMaxPool1d(input: Tensor, outputSize: AdaptiveSize1d, ...rest: Positional<AdaptiveMaxPoolOptions, [
    "returnIndices"
]>): Tensor | MaxPoolResult;
declare function adaptiveMaxPool1d(input: Tensor, outputSize: AdaptiveSize1d, ...rest: Positional<{
    readonly returnIndices?: false;
}, [
    "returnIndices"
]>): Tensor;
declare function adaptiveMaxPool2d(input: Tensor, outputSize: AdaptiveSize2d, ...rest: IndicesPlace): MaxPoolResult;
declare function adaptiveMaxPool2d(input: Tensor, outputSize: AdaptiveSize2d, ...rest: Positional<AdaptiveMaxPoolOptions, [
    "returnIndices"
]>): Tensor | MaxPoolResult;
declare function adaptiveMaxPool2d(input: Tensor, outputSize: AdaptiveSize2d, ...rest: Positional<{
    readonly returnIndices?: false;
}, [
    "returnIndices"
]>): Tensor;
declare function adaptiveMaxPool3d(input: Tensor, outputSize: AdaptiveSize3d, ...rest: IndicesPlace): MaxPoolResult;
declare function adaptiveMaxPool3d(input: Tensor, outputSize: AdaptiveSize3d, ...rest: Positional<AdaptiveMaxPoolOptions, [
    "returnIndices"
]>): Tensor | MaxPoolResult;
declare function adaptiveMaxPool3d(input: Tensor, outputSize: AdaptiveSize3d, ...rest: Positional<{
    readonly returnIndices?: false;
}, [
    "returnIndices"
]>): Tensor;
declare function add(input: Tensor, other: Operand, options?: AddOptions): Tensor;
declare function add(input: number | boolean, other: Tensor, options?: AddOptions): Tensor;
declare function add_(input: Tensor, other: Operand, options?: AddOptions): Tensor;
declare function addbmm(input: Tensor, batch1: Tensor, batch2: Tensor, options?: AddedProductOptions): Tensor;
declare function addbmm_(input: Tensor, batch1: Tensor, batch2: Tensor, options?: AddedProductOptions): Tensor;
declare function addcdiv(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: ValueOptions): Tensor;
declare function addcdiv_(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: ValueOptions): Tensor;
declare function addcmul(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: ValueOptions): Tensor;
declare function addcmul_(input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: ValueOptions): Tensor;
declare function addmm(input: Tensor, mat1: Tensor, mat2: Tensor, options?: AddedProductOptions): Tensor;
declare function addmm_(input: Tensor, mat1: Tensor, mat2: Tensor, options?: AddedProductOptions): Tensor;
declare function addmv(input: Tensor, mat: Tensor, vec: Tensor, options?: AddedProductOptions): Tensor;
declare function addmv_(input: Tensor, mat: Tensor, vec: Tensor, options?: AddedProductOptions): Tensor;
declare function addr(input: Tensor, vec1: Tensor, vec2: Tensor, options?: AddedProductOptions): Tensor;
declare function addr_(input: Tensor, vec1: Tensor, vec2: Tensor, options?: AddedProductOptions): Tensor;
declare function affineGrid(theta: Tensor, size: Shape, ...rest: Positional<AffineGridOptions, [
    "alignCorners"
]>): Tensor;
declare function all(input: Tensor, ...rest: ReduceArguments): Tensor;
declare function allclose(input: Tensor, other: Tensor, ...rest: CloseArguments): boolean;
declare function alphaDropout(input: Tensor, ...rest: DropoutArguments): Tensor;
declare function amax(input: Tensor, ...rest: ReduceArguments): Tensor;
declare function amin(input: Tensor, ...rest: ReduceArguments): Tensor;
declare function aminmax(input: Tensor, options?: AminmaxOptions): {
    readonly min: Tensor;
    readonly max: Tensor;
};
declare function any(input: Tensor, ...rest: ReduceArguments): Tensor;
declare function apply_(input: Tensor, fn: (value: number) => number): Tensor;
declare function arange(...given: readonly [
    ...bounds: number[]
] | readonly [
    ...bounds: [
        ...number[],
        TensorOptions
    ]
]): Tensor;
declare function areDeterministicAlgorithmsEnabled(): boolean;
declare function argmax(input: Tensor, ...rest: ReduceArguments<ReduceOptions, number>): Tensor;
declare function argmin(input: Tensor, ...rest: ReduceArguments<ReduceOptions, number>): Tensor;
declare function argsort(input: Tensor, ...rest: SortArguments): Tensor;
declare function argwhere(input: Tensor): Tensor;
declare function asStrided(input: Tensor, size: Shape, stride: readonly number[], storageOffset?: number): Tensor;
declare function asStridedScatter(input: Tensor, source: Tensor, size: Shape, stride: readonly number[], storageOffset?: number): Tensor;
declare function asTensor(data: TensorData | Tensor, options?: Pick<TensorOptions, "dtype" | "device">): Tensor;
declare function asarray(data: TensorData | Tensor, options?: AsarrayOptions): Tensor;
declare function at(input: Tensor, ...indices: readonly Index[]): Tensor;
declare function atan2(input: Tensor, other: Tensor): Tensor;
declare function autocast<Result>(body: () => Result): Result;
declare function autocast<Result>(deviceType: string, body: () => Result): Result;
declare function autocast<Result>(deviceType: string, dtype: AutocastOptions["dtype"] | null, body: () => Result): Result;
declare function autocast<Result>(deviceType: string, dtype: AutocastOptions["dtype"] | null, options: boolean | Omit<AutocastOptions, "dtype">, body: () => Result): Result;
declare function autocast<Result>(deviceType: string, options: AutocastOptions, body: () => Result): Result;
declare function autocast<Result>(enabled: boolean, body: () => Result): Result;
declare function autocast<Result>(enabled: boolean, options: Omit<AutocastOptions, "enabled">, body: () => Result): Result;
declare function autocast<Result>(options: AutocastOptions, body: () => Result): Result;
declare function avgPool1d(input: Tensor, kernelSize: Size1d | ByName<"kernelSize", Size1d, AvgPool1dOptions>, ...rest: Positional<AvgPool1dOptions, Places1d>): Tensor;
declare function avgPool2d(input: Tensor, kernelSize: Size2d | ByName<"kernelSize", Size2d, AvgPool2dOptions>, ...rest: Positional<AvgPool2dOptions, Places>): Tensor;
declare function avgPool3d(input: Tensor, kernelSize: Size3d | ByName<"kernelSize", Size3d, AvgPool3dOptions>, ...rest: Positional<AvgPool3dOptions, Places>): Tensor;
declare function backward(input: Tensor, ...rest: Positional<BackwardOptions, typeof backwardPlaces>): void;
declare function baddbmm(input: Tensor, batch1: Tensor, batch2: Tensor, options?: AddedProductOptions): Tensor;
declare function baddbmm_(input: Tensor, batch1: Tensor, batch2: Tensor, options?: AddedProductOptions): Tensor;
declare function bartlettWindow(windowLength: number, options?: WindowOptions): Tensor;
declare function batchNorm(input: Tensor, runningMean?: Tensor | null, runningVar?: Tensor | null, ...rest: Positional<BatchNormOptions, [
    "weight",
    "bias",
    "training",
    "momentum",
    "eps"
]>): Tensor;
declare function bernoulli(input: Tensor, ...rest: [
    DrawOptions?
] | [
    p: number,
    options?: DrawOptions
]): Tensor;
declare function bernoulli_(input: Tensor, p?: number | Tensor, options?: DrawOptions): Tensor;
declare function bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
declare function binaryCrossEntropy(input: Tensor, target: Tensor, ...rest: Positional<BinaryCrossEntropyOptions, [
    "weight"
]>): Tensor;
declare function binaryCrossEntropyWithLogits(input: Tensor, target: Tensor, ...rest: Positional<BinaryCrossEntropyWithLogitsOptions, [
    "weight"
]>): Tensor;
declare function bincount(input: Tensor, ...rest: Positional<BincountOptions, [
    "weights",
    "minlength"
]>): Tensor;
declare function binomial(count: Tensor, prob: Tensor, options?: DrawOptions): Tensor;
declare function bitwiseNot(input: Tensor): Tensor;
declare function blackmanWindow(windowLength: number, options?: WindowOptions): Tensor;
declare function blockDiag(...tensors: readonly Tensor[]): Tensor;
declare function bmm(input: Tensor, mat2: Tensor): Tensor;
declare function bool(input: Tensor): Tensor;
declare function broadcastShapes(...shapes: readonly Shape[]): number[];
declare function broadcastTensors(...tensors: readonly Tensor[] | readonly [
    readonly Tensor[]
]): Tensor[];
declare function broadcastTo(input: Tensor, size: Shape): Tensor;
declare function bucketize(input: Operand, boundaries: Tensor, options?: BucketizeOptions): Tensor;
declare function byte(input: Tensor): Tensor;
declare function canCast(from: DType, to: DType): boolean;
declare function cartesianProd(...tensors: readonly Tensor[]): Tensor;
declare function cat(tensors: readonly Tensor[], ...rest: DimArgument): Tensor;
declare function cauchy_(input: Tensor, median?: number, sigma?: number, options?: DrawOptions): Tensor;
declare function cdist(x1: Tensor, x2: Tensor, ...rest: Positional<CdistOptions, [
    "p",
    "computeMode"
]>): Tensor;
declare function celu(input: Tensor, ...rest: Positional<EluOptions, [
    "alpha",
    "inplace"
]>): Tensor;
declare function chainMatmul(...matrices: readonly Tensor[] | readonly [
    readonly Tensor[]
]): Tensor;
declare function channelShuffle(input: Tensor, groups: number): Tensor;
declare function checkArgument(owner: string, name: string, given: unknown, kind: Kind): void;
declare function checkOptions(owner: string, given: unknown, known: readonly string[] | Readonly<Record<string, Kind>>): void;
declare function checkProbability(p: number): void;
declare function checkSynchronous<Result>(owner: string, what: string, result: Result): Result;
declare function checkpoint<Inputs extends readonly unknown[], Result>(fn: (...inputs: Inputs) => Result, ...given: [
    ...inputs: Inputs,
    options?: CheckpointOptions
]): Result;
declare function checkpointSequential(functions: Iterable<(input: any) => any>, segments: number, input: Tensor, options?: CheckpointOptions): Tensor;
declare function cholesky(A: Tensor, options?: CholeskyOptions): Tensor;
declare function choleskyInverse(L: Tensor, options?: CholeskyFactorOptions): Tensor;
declare function choleskySolve(B: Tensor, L: Tensor, options?: CholeskyFactorOptions): Tensor;
declare function chunk(input: Tensor, chunks: number, ...rest: DimArgument): Tensor[];
declare function clamp(input: Tensor, ...bounds: ClampArguments): Tensor;
declare function clampMax(input: Tensor, max: number | boolean | Tensor): Tensor;
declare function clampMin(input: Tensor, min: number | boolean | Tensor): Tensor;
declare function clamp_(input: Tensor, ...bounds: ClampArguments): Tensor;
declare function clone(input: Tensor): Tensor;
declare function closeScope(scope: Scope): void;
declare function col2im(columns: Tensor, outputSize: number | Pair, kernelSize: number | Pair, options?: ColumnOptions): Tensor;
declare function columnStack(tensors: readonly Tensor[]): Tensor;
declare function combinations(input: Tensor, r?: number, options?: CombinationsOptions): Tensor;
declare function compile<Arguments extends readonly unknown[], Result>(body: (...inputs: Arguments) => Result, options?: CompileOptions): Compiled<Arguments, Result>;
declare function computeOutward(by: string): void;
declare function concat(tensors: readonly Tensor[], ...rest: DimArgument): Tensor;
declare function concatenate(tensors: readonly Tensor[], ...rest: DimArgument): Tensor;
declare function cond(A: Tensor, p?: MatrixOrder | null): Tensor;
declare function constant(given: Given): Value;
declare function contiguous(input: Tensor): Tensor;
declare function conv1d(input: Tensor, weight: Tensor, options?: Conv1dOptions): Tensor;
declare function conv2d(input: Tensor, weight: Tensor, options?: Conv2dOptions): Tensor;
declare function conv3d(input: Tensor, weight: Tensor, options?: Conv3dOptions): Tensor;
declare function convTranspose1d(input: Tensor, weight: Tensor, options?: ConvTranspose1dOptions): Tensor;
declare function convTranspose2d(input: Tensor, weight: Tensor, options?: ConvTranspose2dOptions): Tensor;
declare function convTranspose3d(input: Tensor, weight: Tensor, options?: ConvTranspose3dOptions): Tensor;
declare function copy_(input: Tensor, source: Tensor): Tensor;
declare function copysign(input: Tensor, other: Operand): Tensor;
declare function corrcoef(input: Tensor): Tensor;
declare function cosineEmbeddingLoss(input1: Tensor, input2: Tensor, target: Tensor, ...rest: Positional<MarginLossOptions, [
    "margin"
]>): Tensor;
declare function cosineSimilarity(x1: Tensor, x2: Tensor, ...rest: Positional<CosineSimilarityOptions, [
    "dim",
    "eps"
]>): Tensor;
declare function countNonzero(input: Tensor, ...rest: Positional<{
    readonly dim?: Dims;
}, [
    "dim"
]>): Tensor;
declare function cov(input: Tensor, options?: CovOptions): Tensor;
declare function cpu(input: Tensor): Tensor;
declare function cross(input: Tensor, other: Tensor, dim?: number | null): Tensor;
declare function cross(input: Tensor, other: Tensor, options?: CrossOptions): Tensor;
declare function crossEntropy(input: Tensor, target: Tensor, ...rest: Positional<CrossEntropyOptions, [
    "weight"
]>): Tensor;
declare function ctcLoss(logProbs: Tensor, targets: Tensor, inputLengths: Tensor | readonly number[] | number, targetLengths: Tensor | readonly number[] | number, ...rest: Positional<CtcLossOptions, [
    "blank",
    "reduction",
    "zeroInfinity"
]>): Tensor;
declare function cuda(input: Tensor, _device?: number | DeviceName, _options?: {
    readonly nonBlocking?: boolean;
}): Tensor;
declare function cummax(input: Tensor, dim: number): ExtremeResult;
declare function cummin(input: Tensor, dim: number): ExtremeResult;
declare function cumprod(input: Tensor, ...rest: ScanArguments): Tensor;
declare function cumprod_(input: Tensor, dim: number): Tensor;
declare function cumsum(input: Tensor, ...rest: ScanArguments): Tensor;
declare function cumsum_(input: Tensor, dim: number): Tensor;
declare function cumulativeTrapezoid(y: Tensor, x?: Tensor | null, options?: TrapezoidOptions): Tensor;
declare function defaultGenerator(): Generator;
declare function describe(given: unknown): string;
declare function describeAll(given: unknown): string;
declare function det(A: Tensor): Tensor;
declare function detach(input: Tensor): Tensor;
declare function detach_(input: Tensor): Tensor;
declare function detectAnomaly<Result>(body: () => Result, options?: AnomalyOptions): Result;
declare function device(name: DeviceName | (string & {})): Device;
declare function deviceCount(): number;
declare function diag(input: Tensor, diagonal?: number): Tensor;
declare function diagEmbed(input: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
declare function diagflat(input: Tensor, offset?: number): Tensor;
declare function diagonal(A: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
declare function diagonal(input: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
declare function diagonalScatter(input: Tensor, source: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
declare function diff(input: Tensor, ...rest: Positional<DiffOptions, [
    "n",
    "dim",
    "prepend",
    "append"
]>): Tensor;
declare function dist(input: Tensor, other: Tensor, p?: number): Tensor;
declare function div(input: Tensor, other: Operand, options?: DivOptions): Tensor;
declare function div(input: number | boolean, other: Tensor, options?: DivOptions): Tensor;
declare function div_(input: Tensor, other: Operand, options?: DivOptions): Tensor;
declare function dot(input: Tensor, tensor: Tensor): Tensor;
declare function double(input: Tensor): Tensor;
declare function dropout(input: Tensor, ...rest: DropoutArguments): Tensor;
declare function dropout1d(input: Tensor, ...rest: DropoutArguments): Tensor;
declare function dropout2d(input: Tensor, ...rest: DropoutArguments): Tensor;
declare function dropout3d(input: Tensor, ...rest: DropoutArguments): Tensor;
declare function dsplit(input: Tensor, indicesOrSections: number | readonly number[]): Tensor[];
declare function dstack(tensors: readonly Tensor[]): Tensor;
declare function eigh(A: Tensor, options?: EighOptions): EighResult;
declare function eigvalsh(A: Tensor, options?: EighOptions): Tensor;
declare function einsum(equation: string, ...operands: readonly Tensor[]): Tensor;
declare function einsum(equation: string, operands: readonly Tensor[]): Tensor;
declare function elementSize(input: Tensor): number;
declare function elementsInPlace(input: Tensor, access: "read" | "write"): TypedArray;
declare function elu(input: Tensor, ...rest: Positional<EluOptions, [
    "alpha",
    "inplace"
]>): Tensor;
declare function elu_(input: Tensor, ...rest: Positional<Omit<EluOptions, "inplace">, [
    "alpha"
]>): Tensor;
declare function embedding(input: Tensor, weight: Tensor, options?: EmbeddingOptions): Tensor;
declare function embeddingBag(input: Tensor, weight: Tensor, options?: EmbeddingBagOptions): Tensor;
declare function empty(...sizes: SizeArguments<TensorOptions>): Tensor;
declare function emptyLike(input: Tensor, options?: TensorOptions): Tensor;
declare function enableGrad<Result>(body: () => Result): Result;
declare function equal(input: Tensor, other: Tensor): boolean;
declare function exp(input: Tensor): Tensor;
declare function expand(input: Tensor, ...sizes: [
    ...number[]
] | [
    Shape
]): Tensor;
declare function expandAs(input: Tensor, other: Tensor): Tensor;
declare function exponential_(input: Tensor, lambd?: number, options?: DrawOptions): Tensor;
declare function eye(n: number, m: number, options?: TensorOptions): Tensor;
declare function eye(n: number, options?: TensorOptions): Tensor;
declare function featureAlphaDropout(input: Tensor, ...rest: DropoutArguments): Tensor;
declare function fillDiagonal_(input: Tensor, fillValue: number | boolean, options?: FillDiagonalOptions): Tensor;
declare function fill_(input: Tensor, given: number | boolean | Tensor): Tensor;
declare function finfo(dtype?: DType): FloatLimits;
declare function flatten(input: Tensor, ...rest: Positional<FlattenOptions, [
    "startDim",
    "endDim"
]>): Tensor;
declare function flip(input: Tensor, ...dims: number[] | [
    readonly number[]
]): Tensor;
declare function fliplr(input: Tensor): Tensor;
declare function flipud(input: Tensor): Tensor;
declare function float(input: Tensor): Tensor;
declare function floatPower(input: Tensor, exponent: Operand): Tensor;
declare function floatPower(input: number | boolean, exponent: Tensor): Tensor;
declare function floatPower_(input: Tensor, exponent: Operand): Tensor;
declare function floorDivide(input: Tensor, other: Operand): Tensor;
declare function floorDivide(input: number | boolean, other: Tensor): Tensor;
declare function fmax(input: Tensor, other: Tensor): Tensor;
declare function fmin(input: Tensor, other: Tensor): Tensor;
declare function fmod(input: Tensor, other: Operand): Tensor;
declare function formatTensor(tensor: Tensor): string;
declare function formulaOfCall({ op, attributes }: WitnessedCall): CalledFormula | null;
declare function frexp(input: Tensor): FrexpResult;
declare function fromImage(image: PixelSource, options?: FromImageOptions): Tensor;
declare function full(shape: Shape, value: number | boolean, options?: TensorOptions): Tensor;
declare function fullLike(input: Tensor, value: number | boolean, options?: TensorOptions): Tensor;
declare function gamma(alpha: number, source: Source, dtype: DType): number;
declare function gather(input: Tensor, dim: number, index: Tensor): Tensor;
declare function gaussianNllLoss(input: Tensor, target: Tensor, variance: Tensor | number, ...rest: Positional<GaussianNllLossOptions, [
    "full",
    "eps",
    "reduction"
]>): Tensor;
declare function gelu(input: Tensor, options?: GeluOptions): Tensor;
declare function geometric_(input: Tensor, p: number, options?: DrawOptions): Tensor;
declare function ger(input: Tensor, vec2: Tensor): Tensor;
declare function getDefaultDevice(): Device;
declare function getDefaultDtype(): DType;
declare function getDevice(input: Tensor): -1;
declare function getFloat32MatmulPrecision(): "highest" | "high" | "medium";
declare function getNumInteropThreads(): number;
declare function getNumThreads(): number;
declare function getRngState(): Uint8Array;
declare function getSimd(): Simd;
declare function glu(input: Tensor, dim?: number): Tensor;
declare function grad(outputs: Tensor | readonly Tensor[], inputs: Tensor | readonly Tensor[], options: GradOptions & {
    readonly allowUnused: true;
}): (Tensor | null)[];
declare function grad(outputs: Tensor | readonly Tensor[], inputs: Tensor, ...rest: Positional<GradOptions, typeof gradPlaces>): [
    Tensor
];
declare function grad<Arguments extends readonly any[] = Tensor[], const Options extends TransformOptions = Record<never, never>>(fn: (...inputs: Arguments) => unknown, options?: Options): (...inputs: Arguments) => Options extends {
    readonly hasAux: true;
} ? [
    gradient: At<Arguments, Options["argnums"]>,
    other: any
] : At<Arguments, Options["argnums"]>;
declare function grad<Count extends readonly Tensor[]>(outputs: Tensor | readonly Tensor[], inputs: readonly [
    ...Count
], ...rest: Positional<GradOptions, typeof gradPlaces>): {
    [At in keyof Count]: Tensor;
};
declare function gradAndValue<Arguments extends readonly any[] = Tensor[], const Options extends TransformOptions = Record<never, never>>(fn: (...inputs: Arguments) => unknown, options?: Options): (...inputs: Arguments) => [
    gradient: At<Arguments, Options["argnums"]>,
    value: Options extends {
        readonly hasAux: true;
    } ? [
        Tensor,
        any
    ] : Tensor
];
declare function gradcheck(fn: Differentiable, inputs: readonly Tensor[], options?: GradcheckOptions): boolean;
declare function gradgradcheck(fn: Differentiable, inputs: readonly Tensor[], gradOutputs?: readonly Tensor[] | null, options?: GradcheckOptions): boolean;
declare function gradient(input: Tensor, options?: GradientOptions): Tensor[];
declare function gridSample(input: Tensor, grid: Tensor, ...rest: Positional<GridSampleOptions, [
    "mode",
    "paddingMode",
    "alignCorners"
]>): Tensor;
declare function groupNorm(input: Tensor, numGroups: number, ...rest: Positional<LayerNormOptions, [
    "weight",
    "bias",
    "eps"
]>): Tensor;
declare function half(input: Tensor): Tensor;
declare function hammingWindow(windowLength: number, options?: HammingOptions): Tensor;
declare function hannWindow(windowLength: number, options?: WindowOptions): Tensor;
declare function hardshrink(input: Tensor, ...rest: Positional<ShrinkOptions, [
    "lambd"
]>): Tensor;
declare function hardsigmoid(input: Tensor, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
declare function hardswish(input: Tensor, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
declare function hardtanh(input: Tensor, ...rest: Positional<HardtanhOptions, [
    "minVal",
    "maxVal",
    "inplace"
]>): Tensor;
declare function hasMaskSource(): boolean;
declare function hasRelaxedSimd(): boolean;
declare function heaviside(input: Tensor, values: Tensor): Tensor;
declare function hessian<Arguments extends readonly any[] = Tensor[], Output = Tensor, const Options extends JacobianOptions = Record<never, never>>(fn: (...inputs: Arguments) => Output, options?: Options): (...inputs: Arguments) => Matrix<Output, Options>;
declare function hessian<const Inputs extends Tensors>(fn: (...inputs: Spread<Inputs>) => Tensor, inputs: Inputs, options?: FunctionalOptions): Inputs extends readonly Tensor[] ? {
    [Row in keyof Inputs]: {
        [At in keyof Inputs]: Tensor;
    };
} : Tensor;
declare function hingeEmbeddingLoss(input: Tensor, target: Tensor, ...rest: Positional<MarginLossOptions, [
    "margin"
]>): Tensor;
declare function histc(input: Tensor, ...rest: Positional<HistcOptions, [
    "bins",
    "min",
    "max"
]>): Tensor;
declare function histogram(input: Tensor, bins: number | Tensor, options?: HistogramOptions): HistogramResult;
declare function householderProduct(A: Tensor, tau: Tensor): Tensor;
declare function hsplit(input: Tensor, indicesOrSections: number | readonly number[]): Tensor[];
declare function hstack(tensors: readonly Tensor[]): Tensor;
declare function huberLoss(input: Tensor, target: Tensor, ...rest: Positional<HuberLossOptions, [
    "reduction",
    "delta"
]>): Tensor;
declare function hvp<const Inputs extends Tensors>(fn: (...inputs: Spread<Inputs>) => Tensor, inputs: Inputs, v?: Like<Inputs> | null, options?: FunctionalOptions): [
    output: Tensor,
    product: Like<Inputs>
];
declare function hypot(input: Tensor, other: Tensor): Tensor;
declare function iinfo(dtype: DType): IntegerLimits;
declare function im2col(input: Tensor, kernelSize: number | Pair, options?: ColumnOptions): Tensor;
declare function inPlace<Value, Rest extends readonly unknown[]>(owner: string, name: string, given: unknown, rest: Rest): readonly [
    value: Value,
    rest: Rest
];
declare function indexAdd(input: Tensor, dim: number, index: Tensor, source: Tensor, options?: IndexAddOptions): Tensor;
declare function indexAdd_(input: Tensor, dim: number, index: Tensor, source: Tensor, options?: IndexAddOptions): Tensor;
declare function indexCopy(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
declare function indexCopy_(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
declare function indexFill(input: Tensor, dim: number, index: Tensor, value: Tensor | number | boolean): Tensor;
declare function indexFill_(input: Tensor, dim: number, index: Tensor, value: Tensor | number | boolean): Tensor;
declare function indexPut(input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, ...rest: Positional<IndexPutOptions, [
    "accumulate"
]>): Tensor;
declare function indexPut_(input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, ...rest: Positional<IndexPutOptions, [
    "accumulate"
]>): Tensor;
declare function indexReduce(input: Tensor, dim: number, index: Tensor, source: Tensor, ...reduction: Reduced<Exclude<ScatterReduction, "sum">>): Tensor;
declare function indexSelect(input: Tensor, dim: number, index: Tensor): Tensor;
declare function inferenceMode<Result>(body: () => Result): Result;
declare function inferenceMode<Result>(mode: boolean, body: () => Result): Result;
declare function initialSeed(): bigint;
declare function inner(input: Tensor, other: Tensor): Tensor;
declare function instanceNorm(input: Tensor, ...rest: Positional<InstanceNormOptions, [
    "runningMean",
    "runningVar",
    "weight",
    "bias",
    "useInputStats",
    "momentum",
    "eps"
]>): Tensor;
declare function int(input: Tensor): Tensor;
declare function interpolate(input: Tensor, ...rest: Positional<InterpolateOptions, Places>): Tensor;
declare function inv(A: Tensor): Tensor;
declare function inverse(A: Tensor): Tensor;
declare function isAnomalyEnabled(): boolean;
declare function isAsynchronous(result: unknown): boolean;
declare function isAutocastAvailable(deviceType: string): boolean;
declare function isAvailable(): boolean;
declare function isCompiling(): boolean;
declare function isComplex(input: Tensor): false;
declare function isContiguous(input: Tensor): boolean;
declare function isFloating(dtype: DType): boolean;
declare function isFloatingPoint(input: Tensor): boolean;
declare function isGradEnabled(): boolean;
declare function isInferenceModeEnabled(): boolean;
declare function isMapping(): boolean;
declare function isNonzero(input: Tensor): boolean;
declare function isPromise(value: unknown): value is PromiseLike<unknown>;
declare function isSameSize(input: Tensor, other: Tensor): boolean;
declare function isSigned(input: Tensor): boolean;
declare function isTensor(value: unknown): value is Tensor;
declare function isclose(input: Tensor, other: Tensor, ...rest: CloseArguments): Tensor;
declare function isin(elements: Operand, testElements: Operand, options?: IsinOptions): Tensor;
declare function isreal(input: Tensor): Tensor;
declare function item(input: Tensor): number;
declare function jacfwd<Arguments extends readonly any[] = Tensor[], Output = Tensor, const Options extends JacobianOptions = Record<never, never>>(fn: (...inputs: Arguments) => Output, options?: Options): (...inputs: Arguments) => Matrix<Output, Options>;
declare function jacobian<const Inputs extends Tensors, Outputs extends Tensors>(fn: (...inputs: Spread<Inputs>) => Outputs, inputs: Inputs, options?: FunctionalOptions): Jacobian<Inputs, Outputs>;
declare function jacrev<Arguments extends readonly any[] = Tensor[], Output = Tensor, const Options extends JacrevOptions = Record<never, never>>(fn: (...inputs: Arguments) => Output, options?: Options): (...inputs: Arguments) => Matrix<Output, Options>;
declare function jvp<Inputs extends readonly unknown[], Output>(fn: (...inputs: Inputs) => Output, primals: Inputs, tangents: Inputs): [
    output: Output,
    product: Output
];
declare function jvp<const Inputs extends Tensors, Outputs extends Tensors>(fn: (...inputs: Spread<Inputs>) => Outputs, inputs: Inputs, v?: Like<Inputs> | null, options?: FunctionalOptions): [
    outputs: Outputs,
    product: Like<Outputs>
];
declare function kaiserWindow(windowLength: number, options?: KaiserOptions): Tensor;
declare function klDiv(input: Tensor, target: Tensor, ...rest: Positional<KlDivOptions, [
]>): Tensor;
declare function klDivergence(p: Distribution, q: Distribution): Tensor;
declare function kron(input: Tensor, other: Tensor): Tensor;
declare function kthvalue(input: Tensor, k: number, ...rest: Positional<WithDim<ReduceOptions, number>, [
    "dim",
    "keepdim"
]>): ExtremeResult;
declare function l1Loss(input: Tensor, target: Tensor, ...rest: Positional<WeightedLossOptions, [
]>): Tensor;
declare function layerNorm(input: Tensor, normalizedShape: number | Shape, ...rest: Positional<LayerNormOptions, [
    "weight",
    "bias",
    "eps"
]>): Tensor;
declare function ldexp(input: Tensor, other: Tensor): Tensor;
declare function leakyRelu(input: Tensor, ...rest: Positional<LeakyReluOptions, [
    "negativeSlope",
    "inplace"
]>): Tensor;
declare function leakyRelu_(input: Tensor, ...rest: Positional<Omit<LeakyReluOptions, "inplace">, [
    "negativeSlope"
]>): Tensor;
declare function lerp(input: Tensor, end: Tensor, weight: number | Tensor): Tensor;
declare function linspace(start: number | Tensor, end: number | Tensor, steps: number | ByName<"steps", number, TensorOptions>, ...given: readonly [
    options?: TensorOptions
]): Tensor;
declare function localResponseNorm(input: Tensor, size: number, ...rest: Positional<LocalResponseNormOptions, [
    "alpha",
    "beta",
    "k"
]>): Tensor;
declare function log(input: Tensor): Tensor;
declare function logNormal_(input: Tensor, mean?: number, std?: number, options?: DrawOptions): Tensor;
declare function logSoftmax(input: Tensor, ...rest: Positional<SoftmaxOptions, [
    "dim"
]>): Tensor;
declare function logaddexp(input: Tensor, other: Tensor): Tensor;
declare function logaddexp2(input: Tensor, other: Tensor): Tensor;
declare function logcumsumexp(input: Tensor, dim: number): Tensor;
declare function logdet(A: Tensor): Tensor;
declare function logit(input: Tensor, eps?: number | null): Tensor;
declare function logspace(start: number | Tensor, end: number | Tensor, steps: number, options?: LogspaceOptions): Tensor;
declare function logsumexp(input: Tensor, ...rest: AlongDim<Dims>): Tensor;
declare function long(input: Tensor): Tensor;
declare function lossOptions<Options extends {
    readonly reduction?: string;
}>(op: string, names: readonly (keyof Options & string)[], kinds: Kinds<Options>, given: readonly unknown[], more?: readonly string[]): Options;
declare function lpPool1d(input: Tensor, normType: number, kernelSize: Size1d, ...rest: Positional<LpPool1dOptions, Places>): Tensor;
declare function lpPool2d(input: Tensor, normType: number, kernelSize: Size2d, ...rest: Positional<LpPool2dOptions, Places>): Tensor;
declare function lpPool3d(input: Tensor, normType: number, kernelSize: Size3d, ...rest: Positional<LpPool3dOptions, Places>): Tensor;
declare function lstsq(A: Tensor, B: Tensor, options?: LstsqOptions): LstsqResult;
declare function lu(A: Tensor): LuResult;
declare function luFactor(A: Tensor): LuFactorResult;
declare function luSolve(B: Tensor, LU: Tensor, pivots: Tensor): Tensor;
declare function luSolve(LU: Tensor, pivots: Tensor, B: Tensor, options?: LuSolveOptions): Tensor;
declare function luUnpack(LU: Tensor, pivots: Tensor, options?: LuUnpackOptions): LuResult;
declare function manualSeed(seed: number | bigint): Generator;
declare function manualSeed(seed: number): void;
declare function manualSeedAll(seed: number): void;
declare function map_(input: Tensor, other: Tensor, fn: (value: number, other: number) => number): Tensor;
declare function marginRankingLoss(input1: Tensor, input2: Tensor, target: Tensor, ...rest: Positional<MarginLossOptions, [
    "margin"
]>): Tensor;
declare function maskFrom(request: MaskRequest, draw: () => Tensor): Tensor;
declare function maskedFill(input: Tensor, mask: Tensor, value: Tensor | number | boolean): Tensor;
declare function maskedFill_(input: Tensor, mask: Tensor, value: Tensor | number | boolean): Tensor;
declare function maskedScatter(input: Tensor, mask: Tensor, source: Tensor): Tensor;
declare function maskedScatter_(input: Tensor, mask: Tensor, source: Tensor): Tensor;
declare function maskedSelect(input: Tensor, mask: Tensor): Tensor;
declare function matmul(input: Tensor, other: Tensor): Tensor;
declare function matrixExp(A: Tensor): Tensor;
declare function matrixNorm(A: Tensor, ord?: MatrixOrder, options?: MatrixNormOptions): Tensor;
declare function matrixPower(A: Tensor, n: number): Tensor;
declare function matrixRank(A: Tensor, options?: ToleranceOptions): Tensor;
declare function max(input: Tensor): Tensor;
declare function max(input: Tensor, ...rest: AlongDim): ExtremeResult;
declare function max(input: Tensor, other: Tensor): Tensor;
declare function maxPool1d(input: Tensor, kernelSize: Size1d | ByName<"kernelSize", Size1d, MaxPool1dOptions & {
    readonly returnIndices?: false;
}>, ...rest: Positional<MaxPool1dOptions & {
    readonly returnIndices?: false;
}, Places>): Tensor;
declare function maxPool1d(input: Tensor, kernelSize: Size1d, ...rest: Positional<MaxPool1dOptions & MayReturnIndices, Places>): Tensor | MaxPoolResult;
declare function maxPool1d(input: Tensor, kernelSize: Size1d, options: MaxPool1dOptions & WithIndices): MaxPoolResult;
declare function maxPool1d(input: Tensor, kernelSize: Size1d, stride: Size1d, options: Omit<MaxPool1dOptions, "stride"> & WithIndices): MaxPoolResult;
declare function maxPool2d(input: Tensor, kernelSize: Size2d | ByName<"kernelSize", Size2d, MaxPool2dOptions & {
    readonly returnIndices?: false;
}>, ...rest: Positional<MaxPool2dOptions & {
    readonly returnIndices?: false;
}, Places>): Tensor;
declare function maxPool2d(input: Tensor, kernelSize: Size2d, ...rest: Positional<MaxPool2dOptions & MayReturnIndices, Places>): Tensor | MaxPoolResult;
declare function maxPool2d(input: Tensor, kernelSize: Size2d, options: MaxPool2dOptions & WithIndices): MaxPoolResult;
declare function maxPool2d(input: Tensor, kernelSize: Size2d, stride: Size2d, options: Omit<MaxPool2dOptions, "stride"> & WithIndices): MaxPoolResult;
declare function maxPool3d(input: Tensor, kernelSize: Size3d | ByName<"kernelSize", Size3d, MaxPool3dOptions & {
    readonly returnIndices?: false;
}>, ...rest: Positional<MaxPool3dOptions & {
    readonly returnIndices?: false;
}, Places>): Tensor;
declare function maxPool3d(input: Tensor, kernelSize: Size3d, ...rest: Positional<MaxPool3dOptions & MayReturnIndices, Places>): Tensor | MaxPoolResult;
declare function maxPool3d(input: Tensor, kernelSize: Size3d, options: MaxPool3dOptions & WithIndices): MaxPoolResult;
declare function maxPool3d(input: Tensor, kernelSize: Size3d, stride: Size3d, options: Omit<MaxPool3dOptions, "stride"> & WithIndices): MaxPoolResult;
declare function maxUnpool1d(input: Tensor, indices: Tensor, kernelSize: Size1d, ...rest: Positional<MaxUnpool1dOptions, Places>): Tensor;
declare function maxUnpool2d(input: Tensor, indices: Tensor, kernelSize: Size2d, ...rest: Positional<MaxUnpool2dOptions, Places>): Tensor;
declare function maxUnpool3d(input: Tensor, indices: Tensor, kernelSize: Size3d, ...rest: Positional<MaxUnpool3dOptions, Places>): Tensor;
declare function maximum(input: Tensor, other: Tensor): Tensor;
declare function mean(input: Tensor, ...rest: ReduceArguments<SumOptions>): Tensor;
declare function median(input: Tensor): Tensor;
declare function median(input: Tensor, ...rest: AlongDim): ExtremeResult;
declare function memoryStats(): MemoryStats;
declare function meshgrid(...given: TensorsThen<MeshgridOptions>): Tensor[];
declare function min(input: Tensor): Tensor;
declare function min(input: Tensor, ...rest: AlongDim): ExtremeResult;
declare function min(input: Tensor, other: Tensor): Tensor;
declare function minimum(input: Tensor, other: Tensor): Tensor;
declare function mish(input: Tensor, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
declare function mm(input: Tensor, mat2: Tensor): Tensor;
declare function mode(input: Tensor, ...rest: ReduceArguments<ReduceOptions, number>): ExtremeResult;
declare function moveaxis(input: Tensor, source: number | readonly number[], destination: number | readonly number[]): Tensor;
declare function movedim(input: Tensor, source: number | readonly number[], destination: number | readonly number[]): Tensor;
declare function mseLoss(input: Tensor, target: Tensor, ...rest: Positional<WeightedLossOptions, [
]>): Tensor;
declare function msort(input: Tensor): Tensor;
declare function mul(input: Tensor, other: Operand): Tensor;
declare function mul(input: number | boolean, other: Tensor): Tensor;
declare function mul_(input: Tensor, other: Operand): Tensor;
declare function multiDot(tensors: readonly Tensor[]): Tensor;
declare function multiMarginLoss(input: Tensor, target: Tensor, ...rest: Positional<MultiMarginLossOptions, [
    "p",
    "margin",
    "weight"
]>): Tensor;
declare function multilabelMarginLoss(input: Tensor, target: Tensor, ...rest: Positional<LossOptions, [
]>): Tensor;
declare function multilabelSoftMarginLoss(input: Tensor, target: Tensor, ...rest: Positional<MultilabelSoftMarginLossOptions, [
    "weight"
]>): Tensor;
declare function multinomial(input: Tensor, numSamples: number | ByName<"numSamples", number, MultinomialOptions>, ...rest: Positional<MultinomialOptions, [
    "replacement"
]>): Tensor;
declare function mv(input: Tensor, vec: Tensor): Tensor;
declare function mvlgamma(input: Tensor, p: number): Tensor;
declare function nanOriginOf(body: () => unknown): NanOrigin | null;
declare function nanToNum(input: Tensor, ...rest: Positional<NanToNumOptions, [
    "nan",
    "posinf",
    "neginf"
]>): Tensor;
declare function nanmean(input: Tensor, ...rest: ReduceArguments<SumOptions>): Tensor;
declare function nanmedian(input: Tensor): Tensor;
declare function nanmedian(input: Tensor, ...rest: AlongDim): ExtremeResult;
declare function nanquantile(input: Tensor, q: number | readonly number[] | Tensor, ...rest: QuantileArguments): Tensor;
declare function nansum(input: Tensor, ...rest: ReduceArguments<SumOptions>): Tensor;
declare function narrow(input: Tensor, dim: number, startOrTensor: number | Tensor, length: number): Tensor;
declare function narrowCopy(input: Tensor, dim: number, start: number | Tensor, length: number): Tensor;
declare function ndimension(input: Tensor): number;
declare function neg(input: Tensor): Tensor;
declare function nelement(input: Tensor): number;
declare function newEmpty(input: Tensor, ...sizes: SizeArguments<TensorOptions>): Tensor;
declare function newFull(input: Tensor, size: Shape, fillValue: number | boolean, options?: TensorOptions): Tensor;
declare function newOnes(input: Tensor, ...sizes: SizeArguments<TensorOptions>): Tensor;
declare function newTensor(input: Tensor, data: TensorData | Tensor, options?: TensorOptions): Tensor;
declare function newZeros(input: Tensor, ...sizes: SizeArguments<TensorOptions>): Tensor;
declare function nextafter(input: Tensor, other: Tensor): Tensor;
declare function nllLoss(input: Tensor, target: Tensor, ...rest: Positional<NllLossOptions, [
    "weight"
]>): Tensor;
declare function noGrad<Result>(body: () => Result): Result;
declare function noiseFrom(request: NoiseRequest, draw: () => Tensor): Tensor;
declare function nonzero(input: Tensor, options: {
    readonly asTuple: true;
}): Tensor[];
declare function nonzero(input: Tensor, options?: {
    readonly asTuple?: false;
}): Tensor;
declare function nonzeroStatic(input: Tensor, options: NonzeroStaticOptions): Tensor;
declare function norm(A: Tensor, ord?: MatrixOrder | null, options?: NormOptions): Tensor;
declare function norm(input: Tensor, ...rest: Positional<WithDim<NormOptions>, [
    "p",
    "dim",
    "keepdim"
]>): Tensor;
declare function normal(mean: number | Tensor, std?: number | Tensor, ...rest: [
    options?: RandomOptions
] | [
    size: Shape,
    options?: RandomOptions
]): Tensor;
declare function normal_(input: Tensor, mean?: number, std?: number, options?: DrawOptions): Tensor;
declare function normalize(input: Tensor, ...rest: Positional<NormalizeOptions, [
    "p",
    "dim",
    "eps"
]>): Tensor;
declare function numel(input: Tensor): number;
declare function observeBackward(watch: BackwardObserver): RemovableHandle;
declare function oneHot(tensor: Tensor, ...rest: NamedArgument<"numClasses", number>): Tensor;
declare function ones(...sizes: SizeArguments<TensorOptions>): Tensor;
declare function onesLike(input: Tensor, options?: TensorOptions): Tensor;
declare function openScope(label: string): Scope;
declare function optionsOf<Options extends object>(owner: string, names: readonly (keyof Options & string)[], given: readonly unknown[]): Options;
declare function outer(input: Tensor, vec2: Tensor): Tensor;
declare function outwardOp(name: string, act: (elements: readonly TypedArray[]) => void): OutwardOp;
declare function pad(input: Tensor, padding: readonly number[], ...rest: Positional<PadOptions, [
    "mode",
    "value"
]>): Tensor;
declare function pairwiseDistance(x1: Tensor, x2: Tensor, ...rest: Positional<PairwiseDistanceOptions, [
    "p",
    "eps",
    "keepdim"
]>): Tensor;
declare function pause(): Promise<void>;
declare function pcaLowrank(A: Tensor, options?: PcaLowrankOptions): LowrankResult;
declare function pdist(input: Tensor, p?: number): Tensor;
declare function peakMemory(body: () => void): number;
declare function permute(input: Tensor, ...dims: number[] | [
    readonly number[]
]): Tensor;
declare function philoxBits(shape: Shape, options: PhiloxOptions): Tensor;
declare function pinv(A: Tensor, options?: ToleranceOptions): Tensor;
declare function pinverse(A: Tensor, rcond?: number): Tensor;
declare function pixelShuffle(input: Tensor, upscaleFactor: number): Tensor;
declare function pixelUnshuffle(input: Tensor, downscaleFactor: number): Tensor;
declare function placementOf(owner: string, given: readonly unknown[], isModule?: boolean): Placement;
declare function pointwise<const Names extends readonly [
    string,
    ...string[]
], const Truths extends Names[number] = never, const Keys extends string = never>(definition: Definition<Names, Truths, Keys>): Pointwise<Names, Keys>;
declare function poisson(input: Tensor, options?: DrawOptions): Tensor;
declare function poisson(rate: number, source: Source): number;
declare function poissonNllLoss(input: Tensor, target: Tensor, ...rest: Positional<PoissonNllLossOptions, [
    "logInput",
    "full"
]>): Tensor;
declare function polygamma(n: number, input: Tensor): Tensor;
declare function positive(input: Tensor): Tensor;
declare function pow(input: Tensor, exponent: Operand): Tensor;
declare function pow(input: number | boolean, exponent: Tensor): Tensor;
declare function prelu(input: Tensor, weight: Tensor): Tensor;
declare function prod(input: Tensor, ...rest: ReduceArguments<SumOptions, number>): Tensor;
declare function profile(body: () => unknown): Profile;
declare function promoteTypes(a: DType, b: DType): DType;
declare function put(input: Tensor, index: Tensor, source: Tensor, options?: IndexPutOptions): Tensor;
declare function qr(A: Tensor, options?: QrOptions): QrResult;
declare function quantile(input: Tensor, q: number | readonly number[] | Tensor, ...rest: QuantileArguments): Tensor;
declare function rand(...sizes: SizeArguments<RandomOptions>): Tensor;
declare function randLike(input: Tensor, options?: RandomOptions): Tensor;
declare function randint(high: number, named: ByName<"size", Shape, RandomOptions>): Tensor;
declare function randint(high: number, shape: Shape, options?: RandomOptions): Tensor;
declare function randint(low: number, high: number, named: ByName<"size", Shape, RandomOptions>): Tensor;
declare function randint(low: number, high: number, shape: Shape, options?: RandomOptions): Tensor;
declare function randint(named: ByName<"size", Shape, RandomOptions & {
    readonly low?: number;
    readonly high: number;
}>): Tensor;
declare function randintLike(input: Tensor, high: number, options?: RandomOptions): Tensor;
declare function randintLike(input: Tensor, low: number, high: number, options?: RandomOptions): Tensor;
declare function randn(...sizes: SizeArguments<RandomOptions>): Tensor;
declare function randnLike(input: Tensor, options?: RandomOptions): Tensor;
declare function random_(input: Tensor, ...rest: RandomArguments): Tensor;
declare function randperm(n: number, options?: RandomOptions): Tensor;
declare function ravel(input: Tensor): Tensor;
declare function read(input: Tensor): Promise<TypedArray>;
declare function ready(): Promise<number>;
declare function real(input: Tensor): Tensor;
declare function recurrentUpdate<const Names extends readonly [
    string,
    ...string[]
], PerStep extends Names[number], Written extends Names[number]>(definition: RecurrentUpdateDefinition<Names, PerStep, Written>): RecurrentUpdate<Names>;
declare function registerHook(input: Tensor, hook: GradHook): RemovableHandle;
declare function registerPostAccumulateGradHook(input: Tensor, hook: PostAccumulateGradHook): RemovableHandle;
declare function relu(input: Tensor): Tensor;
declare function relu6(input: Tensor, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
declare function relu_(input: Tensor): Tensor;
declare function remainder(input: Tensor, other: Operand): Tensor;
declare function remainder(input: number | boolean, other: Tensor): Tensor;
declare function renorm(input: Tensor, p: number, dim: number, maxnorm: number): Tensor;
declare function repeat(input: Tensor, ...sizes: Sizes): Tensor;
declare function repeatInterleave(input: Tensor, repeats?: number | Tensor, dim?: number | null, options?: RepeatInterleaveOptions): Tensor;
declare function resetWarnings(): void;
declare function reshape(input: Tensor, ...sizes: Sizes): Tensor;
declare function reshapeAs(input: Tensor, other: Tensor): Tensor;
declare function resultType(a: Operand, b: Operand): DType;
declare function retainGrad(input: Tensor): void;
declare function rmsNorm(input: Tensor, normalizedShape: number | Shape, ...rest: Positional<RmsNormOptions, [
    "weight",
    "eps"
]>): Tensor;
declare function roll(input: Tensor, ...rest: RollArguments): Tensor;
declare function rot90(input: Tensor, k?: number, dims?: readonly number[]): Tensor;
declare function round(input: Tensor, options?: RoundOptions): Tensor;
declare function round_(input: Tensor, options?: RoundOptions): Tensor;
declare function rowStack(tensors: readonly Tensor[]): Tensor;
declare function rrelu(input: Tensor, ...rest: Positional<RreluOptions, [
    "lower",
    "upper",
    "training",
    "inplace"
]>): Tensor;
declare function rsub(input: Tensor, other: Operand): Tensor;
declare function scalarTensor(value: number | boolean, options?: TensorOptions): Tensor;
declare function scaledDotProductAttention(query: Tensor, key: Tensor, value: Tensor, ...rest: Positional<AttentionOptions, [
    "attnMask",
    "dropoutP",
    "isCausal"
]>): Tensor;
declare function scatter(input: Tensor, dim: number, index: Tensor, source: Tensor | number | boolean, options?: ScatterOptions): Tensor;
declare function scatterAdd(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
declare function scatterAdd_(input: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
declare function scatterReduce(input: Tensor, dim: number, index: Tensor, source: Tensor, ...reduction: Reduced<ScatterReduction>): Tensor;
declare function scatter_(input: Tensor, dim: number, index: Tensor, source: Tensor | number | boolean, options?: ScatterOptions): Tensor;
declare function scope<Result>(body: () => Result): Result;
declare function searchsorted(sortedSequence: Tensor, values: Operand, options?: SearchsortedOptions): Tensor;
declare function seed(): bigint;
declare function select(input: Tensor, dim: number, index: number): Tensor;
declare function selectScatter(input: Tensor, source: Tensor, dim: number, index: number): Tensor;
declare function selu(input: Tensor, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
declare function set(input: Tensor, ...given: SetArguments): Tensor;
declare function setDefaultDevice(device: DeviceName): void;
declare function setDefaultDtype(dtype: DType): void;
declare function setDetectAnomaly(mode: boolean, options?: AnomalyOptions): void;
declare function setFloat32MatmulPrecision(given: "highest" | "high" | "medium"): void;
declare function setGradEnabled(mode: boolean): void;
declare function setGradEnabled<Result>(mode: boolean, body: () => Result): Result;
declare function setNumInteropThreads(count: number): void;
declare function setNumThreads(count: number): void;
declare function setPrintoptions(options: PrintOptions): void;
declare function setRngState(state: Uint8Array | Tensor): void;
declare function setSimd(simd: Simd): void;
declare function setWorkerUrl(url: string | URL): void;
declare function sigmoid(input: Tensor): Tensor;
declare function sigmoid_(input: Tensor): Tensor;
declare function sign(input: Tensor): Tensor;
declare function silu(input: Tensor, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
declare function slice(input: Tensor, dim?: number, start?: number, end?: number, step?: number): Tensor;
declare function sliceScatter(input: Tensor, source: Tensor, dim?: number, start?: number, end?: number, step?: number): Tensor;
declare function slogdet(A: Tensor): SlogdetResult;
declare function smoothL1Loss(input: Tensor, target: Tensor, ...rest: Positional<SmoothL1LossOptions, [
]>): Tensor;
declare function softMarginLoss(input: Tensor, target: Tensor, ...rest: Positional<LossOptions, [
]>): Tensor;
declare function softmax(input: Tensor, ...rest: Positional<SoftmaxOptions, [
    "dim"
]>): Tensor;
declare function softplus(input: Tensor, ...rest: Positional<SoftplusOptions, [
    "beta",
    "threshold"
]>): Tensor;
declare function softshrink(input: Tensor, ...rest: Positional<ShrinkOptions, [
    "lambd"
]>): Tensor;
declare function solve(A: Tensor, B: Tensor, options?: SolveOptions): Tensor;
declare function solveTriangular(A: Tensor, B: Tensor, options: SolveTriangularOptions): Tensor;
declare function sort(input: Tensor, ...rest: SortArguments): ExtremeResult;
declare function sparseCooTensor(indices: Tensor, values: Tensor, size?: Shape): Tensor;
declare function split(input: Tensor, splitSizeOrSections: number | readonly number[], ...rest: DimArgument): Tensor[];
declare function spmm(mat1: Tensor, mat2: Tensor): Tensor;
declare function sqrt(input: Tensor): Tensor;
declare function square(input: Tensor): Tensor;
declare function squeeze(input: Tensor, ...rest: NamedArgument<"dim", number | readonly number[]>): Tensor;
declare function stack(tensors: readonly Tensor[], ...rest: DimArgument): Tensor;
declare function std(input: Tensor, ...rest: VarianceArguments): Tensor;
declare function stdMean(input: Tensor, ...rest: VarianceArguments): [
    Tensor,
    Tensor
];
declare function storageOffset(input: Tensor): number;
declare function stride(input: Tensor): readonly number[];
declare function stride(input: Tensor, dim: number): number;
declare function sub(input: Tensor, other: Operand, options?: AddOptions): Tensor;
declare function sub(input: number | boolean, other: Tensor, options?: AddOptions): Tensor;
declare function sub_(input: Tensor, other: Operand, options?: AddOptions): Tensor;
declare function sum(input: Tensor, ...rest: ReduceArguments<SumOptions>): Tensor;
declare function sumToSize(input: Tensor, ...sizes: [
    ...number[]
] | [
    Shape
]): Tensor;
declare function svd(A: Tensor, options?: SvdOptions): SvdResult;
declare function svdLowrank(A: Tensor, options?: SvdLowrankOptions): LowrankResult;
declare function svdvals(A: Tensor): Tensor;
declare function swapaxes(input: Tensor, axis0: number, axis1: number): Tensor;
declare function swapdims(input: Tensor, dim0: number, dim1: number): Tensor;
declare function t(input: Tensor): Tensor;
declare function take(input: Tensor, index: Tensor): Tensor;
declare function takeAlongDim(input: Tensor, index: Tensor, dim?: number): Tensor;
declare function tanh(input: Tensor): Tensor;
declare function tanh_(input: Tensor): Tensor;
declare function tensor(data: TensorData, options?: TensorOptions): Tensor;
declare function tensorSplit(input: Tensor, indicesOrSections: number | readonly number[] | Tensor, ...rest: DimArgument): Tensor[];
declare function tensordot(a: Tensor, b: Tensor, dims?: TensordotDims): Tensor;
declare function tensorinv(A: Tensor, ind?: number): Tensor;
declare function tensorsolve(A: Tensor, B: Tensor, dims?: readonly number[]): Tensor;
declare function threshold(input: Tensor, threshold: number, value: number, ...rest: Positional<InPlaceOption, [
    "inplace"
]>): Tensor;
declare function tile(input: Tensor, ...dims: Sizes): Tensor;
declare function to(input: Tensor, device: DeviceName, ...rest: RestBehindDevice): Tensor;
declare function to(input: Tensor, dtypeOrOther: DType | Tensor, ...rest: Rest): Tensor;
declare function to(input: Tensor, options: ToOptions): Tensor;
declare function toArray(input: Tensor): NestedArray;
declare function toDense(input: Tensor): Tensor;
declare function toImageData(image: Tensor): ImageData;
declare function toJSON(input: Tensor): TensorJSON;
declare function toTypedArray(input: Tensor): TypedArray;
declare function tolist(input: Tensor): NestedArray;
declare function topk(input: Tensor, k: number | ByName<"k", number, TopkOptions>, ...rest: Positional<TopkOptions, [
    "dim",
    "largest",
    "sorted"
]>): ExtremeResult;
declare function trace(input: Tensor): Tensor;
declare function transpose(input: Tensor, dim0: number, dim1: number): Tensor;
declare function trapezoid(y: Tensor, x?: Tensor | null, options?: TrapezoidOptions): Tensor;
declare function triangularSolve(B: Tensor, A: Tensor, options?: TriangularSolveOptions): TriangularSolveResult;
declare function tril(input: Tensor, ...rest: DiagonalArgument): Tensor;
declare function trilIndices(row: number, col: number, offset?: number, options?: IndicesOptions): Tensor;
declare function tril_(input: Tensor, ...rest: DiagonalArgument): Tensor;
declare function tripletMarginLoss(anchor: Tensor, positive: Tensor, negative: Tensor, ...rest: Positional<TripletMarginLossOptions, [
    "margin",
    "p",
    "eps",
    "swap"
]>): Tensor;
declare function tripletMarginWithDistanceLoss(anchor: Tensor, positive: Tensor, negative: Tensor, ...rest: Positional<TripletMarginWithDistanceLossOptions, [
]>): Tensor;
declare function triu(input: Tensor, ...rest: DiagonalArgument): Tensor;
declare function triuIndices(row: number, col: number, offset?: number, options?: IndicesOptions): Tensor;
declare function triu_(input: Tensor, ...rest: DiagonalArgument): Tensor;
declare function type(input: Tensor): string;
declare function type(input: Tensor, dtype: DType): Tensor;
declare function typeAs(input: Tensor, other: Tensor): Tensor;
declare function unbind(input: Tensor, ...rest: DimArgument): Tensor[];
declare function unflatten(input: Tensor, dim: number, sizes: readonly number[]): Tensor;
declare function unfold(input: Tensor, dimension: number, size: number, step: number): Tensor;
declare function uniform_(input: Tensor, from?: number, to?: number, options?: DrawOptions): Tensor;
declare function unique(input: Tensor, options: UniqueOptions & (Inverse | Counts)): [
    Tensor,
    Tensor
];
declare function unique(input: Tensor, options: UniqueOptions & Inverse & Counts): [
    Tensor,
    Tensor,
    Tensor
];
declare function unique(input: Tensor, options?: UniqueOptions): Tensor;
declare function uniqueConsecutive(input: Tensor, options: UniqueConsecutiveOptions & (Inverse | Counts)): [
    Tensor,
    Tensor
];
declare function uniqueConsecutive(input: Tensor, options: UniqueConsecutiveOptions & Inverse & Counts): [
    Tensor,
    Tensor,
    Tensor
];
declare function uniqueConsecutive(input: Tensor, options?: UniqueConsecutiveOptions): Tensor;
declare function unravelIndex(indices: Tensor, shape: Shape): Tensor[];
declare function unsqueeze(input: Tensor, dim: number | {
    readonly dim: number;
}): Tensor;
declare function update<const Names extends readonly [
    string,
    ...string[]
], Written extends Names[number], const Keys extends string = never, const Flags extends string = never>(definition: UpdateDefinition<Names, Written, Keys, Flags>): Update<Names, Keys, Flags>;
declare function upsample(input: Tensor, ...rest: Positional<Omit<UpsampleOptions, "recomputeScaleFactor">, [
    "size",
    "scaleFactor",
    "mode",
    "alignCorners"
]>): Tensor;
declare function useDeterministicAlgorithms(mode: boolean): void;
declare function vander(x: Tensor, options?: VanderOptions): Tensor;
declare function varMean(input: Tensor, ...rest: VarianceArguments): [
    Tensor,
    Tensor
];
declare function variance(input: Tensor, ...rest: VarianceArguments): Tensor;
declare function vdot(input: Tensor, other: Tensor): Tensor;
declare function vecdot(x: Tensor, y: Tensor, dim?: number): Tensor;
declare function vectorNorm(x: Tensor, ord?: number, options?: VectorNormOptions): Tensor;
declare function vhp<const Inputs extends Tensors>(fn: (...inputs: Spread<Inputs>) => Tensor, inputs: Inputs, v?: Like<Inputs> | null, options?: FunctionalOptions): [
    output: Tensor,
    product: Like<Inputs>
];
declare function view(input: Tensor, ...sizes: Sizes): Tensor;
declare function viewAs(input: Tensor, other: Tensor): Tensor;
declare function vjp<Inputs extends readonly unknown[], Output>(fn: (...inputs: Inputs) => Output, ...inputs: Inputs): [
    output: Output,
    pullback: (cotangents: Output) => {
        [Place in keyof Inputs]: Inputs[Place];
    }
];
declare function vjp<const Inputs extends Tensors, Outputs extends Tensors>(fn: (...inputs: Spread<Inputs>) => Outputs, inputs: Inputs, v?: Like<Outputs> | null, options?: FunctionalOptions): [
    outputs: Outputs,
    product: Like<Inputs>
];
declare function vmap<Arguments extends readonly any[] = Tensor[], Result = Tensor>(fn: (...inputs: Arguments) => Result, options?: VmapOptions): (...inputs: Arguments) => Result;
declare function vsplit(input: Tensor, indicesOrSections: number | readonly number[]): Tensor[];
declare function vstack(tensors: readonly Tensor[]): Tensor;
declare function warnOnce(key: string, text: string): void;
declare function where(condition: Tensor): Tensor[];
declare function where(condition: Tensor, input: Operand, other: Operand): Tensor;
declare function where(condition: Truth, chosen: Given, other: Given): Value;
declare function withGenerator<Result>(generator: Generator, body: () => Result): Result;
declare function withMasks<Result>(source: MaskSource, body: () => Result): Result;
declare function witness<Result>(see: (call: WitnessedCall) => void, body: () => Result, options?: WitnessOptions): Result;
declare function xlog1py(input: Tensor, other: Operand): Tensor;
declare function xlog1py(input: number | boolean, other: Tensor): Tensor;
declare function xlogy(input: Tensor, other: Operand): Tensor;
declare function xlogy(input: number | boolean, other: Tensor): Tensor;
declare function zero_(input: Tensor): Tensor;
declare function zeros(...sizes: SizeArguments<TensorOptions>): Tensor;
declare function zerosLike(input: Tensor, options?: TensorOptions): Tensor;
declare global {
    interface BernoulliTensorMethods extends TensorMethods {
    }
}
declare global {
    interface BernoulliTensorMethods {
    }
}
declare global {
    interface BernoulliValueMethods extends ValueMethods {
    }
}
declare global {
    interface BernoulliValueMethods {
    }
}
declare namespace autograd {
    type AnomalyOptions = anomaly.AnomalyOptions;
    type BackwardOptions = ways.BackwardOptions;
    type Differentiable = checks.Differentiable;
    type Function = functions.AutogradFunction;
    type FunctionClass = functions.FunctionClass;
    type FunctionContext = functions.FunctionContext;
    type FunctionalOptions = differentials.FunctionalOptions;
    type GradOptions = ways.GradOptions;
    type GradcheckOptions = checks.GradcheckOptions;
}
declare namespace linalg {
    type CholeskyOptions = functions.CholeskyOptions;
    type CrossOptions = functions.CrossOptions;
    type EighOptions = functions.EighOptions;
    type EighResult = functions.EighResult;
    type LstsqOptions = functions.LstsqOptions;
    type LstsqResult = functions.LstsqResult;
    type LuFactorResult = functions.LuFactorResult;
    type LuResult = functions.LuResult;
    type LuSolveOptions = functions.LuSolveOptions;
    type MatrixNormOptions = functions.MatrixNormOptions;
    type MatrixOrder = functions.MatrixOrder;
    type NormOptions = functions.NormOptions;
    type QrOptions = functions.QrOptions;
    type QrResult = functions.QrResult;
    type SlogdetResult = functions.SlogdetResult;
    type SolveOptions = functions.SolveOptions;
    type SolveTriangularOptions = functions.SolveTriangularOptions;
    type SvdOptions = functions.SvdOptions;
    type SvdResult = functions.SvdResult;
    type ToleranceOptions = functions.ToleranceOptions;
    type VanderOptions = functions.VanderOptions;
    type VectorNormOptions = functions.VectorNormOptions;
}
interface AdaptiveMaxPoolOptions {
    readonly returnIndices?: boolean;
}
interface AddOptions {
    readonly alpha?: number | boolean;
}
interface AddedProductOptions {
    readonly beta?: number;
    readonly alpha?: number;
}
interface AdjointStep {
    readonly grad: Value;
    readonly result: Value;
}
interface AffineGridOptions {
    readonly alignCorners?: boolean | null;
}
interface AffineOptions extends TransformOptions {
    readonly eventDim?: number;
}
interface Allocator {
    readonly device: Device;
    allocate(byteLength: number): number;
    free(address: number): void;
    locate(address: number): {
        readonly buffer: ArrayBufferLike;
        readonly byteOffset: number;
    };
}
interface AminmaxOptions extends ReduceOptions {
    readonly dim?: number;
}
interface AnomalyOptions {
    readonly checkNan?: boolean;
}
interface AsarrayOptions extends Pick<TensorOptions, "dtype" | "device"> {
    readonly copy?: boolean;
}
interface AtLeast {
    (input: Tensor): Tensor;
    (tensors: readonly Tensor[]): Tensor[];
    (...tensors: Tensor[]): Tensor[];
}
interface AttentionOptions {
    readonly attnMask?: Tensor | null;
    readonly dropoutP?: number;
    readonly isCausal?: boolean;
    readonly scale?: number | null;
    readonly enableGqa?: boolean;
}
interface AutocastOptions {
    readonly dtype?: "bfloat16" | "float16" | "float32";
    readonly enabled?: boolean;
    readonly cacheEnabled?: boolean;
}
interface AveragePoolingAttributes extends Omit<PoolingAttributes, "dilation"> {
    readonly countIncludePad: boolean;
    readonly divisorOverride: number | null;
}
interface AvgPool1dOptions extends AvgPoolOptions<Size1d> {
}
interface AvgPool2dOptions extends AvgPoolOptions<Size2d>, Divided {
}
interface AvgPool3dOptions extends AvgPoolOptions<Size3d>, Divided {
}
interface AvgPoolOptions<Size> {
    readonly stride?: Size;
    readonly padding?: Size;
    readonly ceilMode?: boolean;
    readonly countIncludePad?: boolean;
}
interface BackwardOptions {
    readonly gradient?: Tensor;
    readonly retainGraph?: boolean;
    readonly createGraph?: boolean;
}
interface BatchNormOptions {
    readonly weight?: Tensor | null;
    readonly bias?: Tensor | null;
    readonly training?: boolean;
    readonly momentum?: number | Tensor;
    readonly eps?: number;
}
interface Behind {
    readonly leaves: Leaves;
    readonly met: Met | null;
}
interface BinaryCrossEntropyOptions extends LossOptions {
    readonly weight?: Tensor | null;
}
interface BinaryCrossEntropyWithLogitsOptions extends BinaryCrossEntropyOptions {
    readonly posWeight?: Tensor | null;
}
interface BincountOptions {
    readonly weights?: Tensor;
    readonly minlength?: number;
}
interface Bitwise {
    (input: number | boolean, other: Tensor): Tensor;
    (input: Tensor, other: Operand): Tensor;
}
interface BucketizeOptions {
    readonly right?: boolean;
}
interface Callable {
    readonly index: number;
}
interface CalledFormula {
    readonly steps: readonly {
        readonly name: string;
        readonly operands: readonly Place[];
    }[];
    readonly numbers: readonly number[];
    readonly result: Place;
}
interface CdistOptions {
    readonly p?: number;
    readonly computeMode?: (typeof computeModes)[number];
}
interface CheckpointOptions {
    readonly useReentrant?: boolean;
    readonly preserveRngState?: boolean;
}
interface CholeskyFactorOptions {
    readonly upper?: boolean;
}
interface CholeskyOptions {
    readonly upper?: boolean;
}
interface ClampOptions {
    readonly min?: Bound;
    readonly max?: Bound;
}
interface CloseOptions {
    readonly rtol?: number;
    readonly atol?: number;
    readonly equalNan?: boolean;
}
interface ColumnOptions {
    readonly dilation?: number | Pair;
    readonly padding?: number | Pair;
    readonly stride?: number | Pair;
}
interface CombinationsOptions {
    readonly withReplacement?: boolean;
}
interface CompileOptions {
    readonly keepGrads?: boolean;
    readonly precision?: Precision;
}
interface Compiled<Arguments extends readonly unknown[], Result> {
    (...inputs: Arguments): Result;
    explain(options?: ExplainOptions): string;
}
interface Computation {
    readonly name: string;
    readonly access: Access;
    on(device: Device, dtype: DType): Implementation | null;
}
interface ContinuousBernoulliOptions extends DistributionOptions {
    readonly lims?: readonly [
        low: number,
        high: number
    ];
}
interface Conv1dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | readonly [
        number
    ];
    readonly padding?: number | readonly [
        number
    ];
    readonly dilation?: number | readonly [
        number
    ];
    readonly groups?: number;
}
interface Conv2dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | Pair;
    readonly padding?: number | Pair;
    readonly dilation?: number | Pair;
    readonly groups?: number;
}
interface Conv3dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | readonly [
        number,
        number,
        number
    ];
    readonly padding?: number | readonly [
        number,
        number,
        number
    ];
    readonly dilation?: number | readonly [
        number,
        number,
        number
    ];
    readonly groups?: number;
}
interface ConvTranspose1dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | readonly [
        number
    ];
    readonly padding?: number | readonly [
        number
    ];
    readonly outputPadding?: number | readonly [
        number
    ];
    readonly groups?: number;
    readonly dilation?: number | readonly [
        number
    ];
}
interface ConvTranspose2dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | readonly [
        number,
        number
    ];
    readonly padding?: number | readonly [
        number,
        number
    ];
    readonly outputPadding?: number | readonly [
        number,
        number
    ];
    readonly groups?: number;
    readonly dilation?: number | readonly [
        number,
        number
    ];
}
interface ConvTranspose3dOptions {
    readonly bias?: Tensor | null;
    readonly stride?: number | readonly [
        number,
        number,
        number
    ];
    readonly padding?: number | readonly [
        number,
        number,
        number
    ];
    readonly outputPadding?: number | readonly [
        number,
        number,
        number
    ];
    readonly groups?: number;
    readonly dilation?: number | readonly [
        number,
        number,
        number
    ];
}
interface ConvolutionAttributes {
    readonly stride: Pair;
    readonly padding: Pair;
    readonly dilation: Pair;
    readonly groups: number;
}
interface CosineSimilarityOptions {
    readonly dim?: number;
    readonly eps?: number;
}
interface CovOptions {
    readonly correction?: number;
    readonly fweights?: Tensor;
    readonly aweights?: Tensor;
}
interface CrossEntropyOptions extends NllLossOptions {
    readonly labelSmoothing?: number;
}
interface CrossOptions {
    readonly dim?: number;
}
interface CtcAttributes {
    readonly blank: number;
    readonly op: string;
}
interface CtcLossOptions extends LossOptions {
    readonly blank?: number;
    readonly zeroInfinity?: boolean;
}
interface DiffOptions {
    readonly n?: number;
    readonly dim?: number;
    readonly prepend?: Tensor;
    readonly append?: Tensor;
}
interface DistributionOptions {
    readonly validateArgs?: boolean;
}
interface DivOptions {
    readonly roundingMode?: "trunc" | "floor" | null;
}
interface Divided {
    readonly divisorOverride?: number | null;
}
interface DocumentedFunctions {
    abs: Functions["abs"];
    abs_: Functions["abs_"];
    absolute: Functions["absolute"];
    absolute_: Functions["absolute_"];
    acos: Functions["acos"];
    acos_: Functions["acos_"];
    acosh: Functions["acosh"];
    acosh_: Functions["acosh_"];
    add: Functions["add"];
    add_: Functions["add_"];
    addbmm: Functions["addbmm"];
    addbmm_: Functions["addbmm_"];
    addcdiv: Functions["addcdiv"];
    addcdiv_: Functions["addcdiv_"];
    addcmul: Functions["addcmul"];
    addcmul_: Functions["addcmul_"];
    addmm: Functions["addmm"];
    addmm_: Functions["addmm_"];
    addmv: Functions["addmv"];
    addmv_: Functions["addmv_"];
    addr: Functions["addr"];
    addr_: Functions["addr_"];
    all: Functions["all"];
    allclose: Functions["allclose"];
    amax: Functions["amax"];
    amin: Functions["amin"];
    aminmax: Functions["aminmax"];
    angle: Functions["angle"];
    any: Functions["any"];
    apply_: Functions["apply_"];
    arccos: Functions["arccos"];
    arccos_: Functions["arccos_"];
    arccosh: Functions["arccosh"];
    arccosh_: Functions["arccosh_"];
    arcsin: Functions["arcsin"];
    arcsin_: Functions["arcsin_"];
    arcsinh: Functions["arcsinh"];
    arcsinh_: Functions["arcsinh_"];
    arctan: Functions["arctan"];
    arctan2: Functions["arctan2"];
    arctan2_: Functions["arctan2_"];
    arctan_: Functions["arctan_"];
    arctanh: Functions["arctanh"];
    arctanh_: Functions["arctanh_"];
    argmax: Functions["argmax"];
    argmin: Functions["argmin"];
    argsort: Functions["argsort"];
    argwhere: Functions["argwhere"];
    asStrided: Functions["asStrided"];
    asStridedScatter: Functions["asStridedScatter"];
    asin: Functions["asin"];
    asin_: Functions["asin_"];
    asinh: Functions["asinh"];
    asinh_: Functions["asinh_"];
    at: Functions["at"];
    atan: Functions["atan"];
    atan2: Functions["atan2"];
    atan2_: Functions["atan2_"];
    atan_: Functions["atan_"];
    atanh: Functions["atanh"];
    atanh_: Functions["atanh_"];
    backward: Functions["backward"];
    baddbmm: Functions["baddbmm"];
    baddbmm_: Functions["baddbmm_"];
    bernoulli: Functions["bernoulli"];
    bernoulli_: Functions["bernoulli_"];
    bincount: Functions["bincount"];
    bitwiseAnd: Functions["bitwiseAnd"];
    bitwiseAnd_: Functions["bitwiseAnd_"];
    bitwiseLeftShift: Functions["bitwiseLeftShift"];
    bitwiseLeftShift_: Functions["bitwiseLeftShift_"];
    bitwiseNot: Functions["bitwiseNot"];
    bitwiseNot_: Functions["bitwiseNot_"];
    bitwiseOr: Functions["bitwiseOr"];
    bitwiseOr_: Functions["bitwiseOr_"];
    bitwiseRightShift: Functions["bitwiseRightShift"];
    bitwiseRightShift_: Functions["bitwiseRightShift_"];
    bitwiseXor: Functions["bitwiseXor"];
    bitwiseXor_: Functions["bitwiseXor_"];
    bmm: Functions["bmm"];
    bool: Functions["bool"];
    broadcastTo: Functions["broadcastTo"];
    byte: Functions["byte"];
    cauchy_: Functions["cauchy_"];
    ceil: Functions["ceil"];
    ceil_: Functions["ceil_"];
    chunk: Functions["chunk"];
    clamp: Functions["clamp"];
    clampMax: Functions["clampMax"];
    clampMax_: Functions["clampMax_"];
    clampMin: Functions["clampMin"];
    clampMin_: Functions["clampMin_"];
    clamp_: Functions["clamp_"];
    clip: Functions["clip"];
    clip_: Functions["clip_"];
    clone: Functions["clone"];
    conj: Functions["conj"];
    conjPhysical: Functions["conjPhysical"];
    contiguous: Functions["contiguous"];
    copy_: Functions["copy_"];
    copysign: Functions["copysign"];
    copysign_: Functions["copysign_"];
    corrcoef: Functions["corrcoef"];
    cos: Functions["cos"];
    cos_: Functions["cos_"];
    cosh: Functions["cosh"];
    cosh_: Functions["cosh_"];
    countNonzero: Functions["countNonzero"];
    cov: Functions["cov"];
    cpu: Functions["cpu"];
    cross: Functions["cross"];
    cuda: Functions["cuda"];
    cummax: Functions["cummax"];
    cummin: Functions["cummin"];
    cumprod: Functions["cumprod"];
    cumprod_: Functions["cumprod_"];
    cumsum: Functions["cumsum"];
    cumsum_: Functions["cumsum_"];
    deg2rad: Functions["deg2rad"];
    deg2rad_: Functions["deg2rad_"];
    detach: Functions["detach"];
    detach_: Functions["detach_"];
    diag: Functions["diag"];
    diagEmbed: Functions["diagEmbed"];
    diagflat: Functions["diagflat"];
    diagonal: Functions["diagonal"];
    diagonalScatter: Functions["diagonalScatter"];
    diff: Functions["diff"];
    digamma: Functions["digamma"];
    digamma_: Functions["digamma_"];
    dist: Functions["dist"];
    div: Functions["div"];
    div_: Functions["div_"];
    divide: Functions["divide"];
    divide_: Functions["divide_"];
    dot: Functions["dot"];
    double: Functions["double"];
    dsplit: Functions["dsplit"];
    elementSize: Functions["elementSize"];
    eq: Functions["eq"];
    eq_: Functions["eq_"];
    equal: Functions["equal"];
    erf: Functions["erf"];
    erf_: Functions["erf_"];
    erfc: Functions["erfc"];
    erfc_: Functions["erfc_"];
    erfinv: Functions["erfinv"];
    erfinv_: Functions["erfinv_"];
    exp: Functions["exp"];
    exp2: Functions["exp2"];
    exp2_: Functions["exp2_"];
    exp_: Functions["exp_"];
    expand: Functions["expand"];
    expandAs: Functions["expandAs"];
    expm1: Functions["expm1"];
    expm1_: Functions["expm1_"];
    exponential_: Functions["exponential_"];
    fillDiagonal_: Functions["fillDiagonal_"];
    fill_: Functions["fill_"];
    fix: Functions["fix"];
    fix_: Functions["fix_"];
    flatten: Functions["flatten"];
    flip: Functions["flip"];
    fliplr: Functions["fliplr"];
    flipud: Functions["flipud"];
    float: Functions["float"];
    floor: Functions["floor"];
    floorDivide: Functions["floorDivide"];
    floorDivide_: Functions["floorDivide_"];
    floor_: Functions["floor_"];
    fmax: Functions["fmax"];
    fmin: Functions["fmin"];
    fmod: Functions["fmod"];
    fmod_: Functions["fmod_"];
    frac: Functions["frac"];
    frac_: Functions["frac_"];
    gather: Functions["gather"];
    ge: Functions["ge"];
    ge_: Functions["ge_"];
    geometric_: Functions["geometric_"];
    ger: Functions["ger"];
    getDevice: Functions["getDevice"];
    greater: Functions["greater"];
    greaterEqual: Functions["greaterEqual"];
    greaterEqual_: Functions["greaterEqual_"];
    greater_: Functions["greater_"];
    gt: Functions["gt"];
    gt_: Functions["gt_"];
    half: Functions["half"];
    heaviside: Functions["heaviside"];
    heaviside_: Functions["heaviside_"];
    histc: Functions["histc"];
    histogram: Functions["histogram"];
    hsplit: Functions["hsplit"];
    hypot: Functions["hypot"];
    hypot_: Functions["hypot_"];
    indexAdd: Functions["indexAdd"];
    indexAdd_: Functions["indexAdd_"];
    indexCopy: Functions["indexCopy"];
    indexCopy_: Functions["indexCopy_"];
    indexFill: Functions["indexFill"];
    indexFill_: Functions["indexFill_"];
    indexPut: Functions["indexPut"];
    indexPut_: Functions["indexPut_"];
    indexReduce: Functions["indexReduce"];
    indexReduce_: Functions["indexReduce_"];
    indexSelect: Functions["indexSelect"];
    inner: Functions["inner"];
    int: Functions["int"];
    isComplex: Functions["isComplex"];
    isContiguous: Functions["isContiguous"];
    isFloatingPoint: Functions["isFloatingPoint"];
    isNonzero: Functions["isNonzero"];
    isSameSize: Functions["isSameSize"];
    isSigned: Functions["isSigned"];
    isclose: Functions["isclose"];
    isfinite: Functions["isfinite"];
    isinf: Functions["isinf"];
    isnan: Functions["isnan"];
    isneginf: Functions["isneginf"];
    isposinf: Functions["isposinf"];
    isreal: Functions["isreal"];
    item: Functions["item"];
    kron: Functions["kron"];
    kthvalue: Functions["kthvalue"];
    le: Functions["le"];
    le_: Functions["le_"];
    lerp: Functions["lerp"];
    lerp_: Functions["lerp_"];
    less: Functions["less"];
    lessEqual: Functions["lessEqual"];
    lessEqual_: Functions["lessEqual_"];
    less_: Functions["less_"];
    lgamma: Functions["lgamma"];
    lgamma_: Functions["lgamma_"];
    log: Functions["log"];
    log10: Functions["log10"];
    log10_: Functions["log10_"];
    log1p: Functions["log1p"];
    log1p_: Functions["log1p_"];
    log2: Functions["log2"];
    log2_: Functions["log2_"];
    logNormal_: Functions["logNormal_"];
    logSoftmax: Functions["logSoftmax"];
    log_: Functions["log_"];
    logaddexp: Functions["logaddexp"];
    logaddexp2: Functions["logaddexp2"];
    logcumsumexp: Functions["logcumsumexp"];
    logicalAnd: Functions["logicalAnd"];
    logicalAnd_: Functions["logicalAnd_"];
    logicalNot: Functions["logicalNot"];
    logicalNot_: Functions["logicalNot_"];
    logicalOr: Functions["logicalOr"];
    logicalOr_: Functions["logicalOr_"];
    logicalXor: Functions["logicalXor"];
    logicalXor_: Functions["logicalXor_"];
    logsumexp: Functions["logsumexp"];
    long: Functions["long"];
    lt: Functions["lt"];
    lt_: Functions["lt_"];
    map_: Functions["map_"];
    maskedFill: Functions["maskedFill"];
    maskedFill_: Functions["maskedFill_"];
    maskedScatter: Functions["maskedScatter"];
    maskedScatter_: Functions["maskedScatter_"];
    maskedSelect: Functions["maskedSelect"];
    matmul: Functions["matmul"];
    max: Functions["max"];
    maximum: Functions["maximum"];
    mean: Functions["mean"];
    median: Functions["median"];
    min: Functions["min"];
    minimum: Functions["minimum"];
    mm: Functions["mm"];
    mode: Functions["mode"];
    moveaxis: Functions["moveaxis"];
    movedim: Functions["movedim"];
    msort: Functions["msort"];
    mul: Functions["mul"];
    mul_: Functions["mul_"];
    multinomial: Functions["multinomial"];
    multiply: Functions["multiply"];
    multiply_: Functions["multiply_"];
    mv: Functions["mv"];
    nanToNum: Functions["nanToNum"];
    nanToNum_: Functions["nanToNum_"];
    nanmean: Functions["nanmean"];
    nanmedian: Functions["nanmedian"];
    nanquantile: Functions["nanquantile"];
    nansum: Functions["nansum"];
    narrow: Functions["narrow"];
    narrowCopy: Functions["narrowCopy"];
    ndimension: Functions["ndimension"];
    ne: Functions["ne"];
    ne_: Functions["ne_"];
    neg: Functions["neg"];
    neg_: Functions["neg_"];
    negative: Functions["negative"];
    negative_: Functions["negative_"];
    nelement: Functions["nelement"];
    newEmpty: Functions["newEmpty"];
    newFull: Functions["newFull"];
    newOnes: Functions["newOnes"];
    newTensor: Functions["newTensor"];
    newZeros: Functions["newZeros"];
    nonzero: Functions["nonzero"];
    nonzeroStatic: Functions["nonzeroStatic"];
    norm: Functions["norm"];
    normal_: Functions["normal_"];
    notEqual: Functions["notEqual"];
    notEqual_: Functions["notEqual_"];
    outer: Functions["outer"];
    permute: Functions["permute"];
    positive: Functions["positive"];
    pow: Functions["pow"];
    pow_: Functions["pow_"];
    prod: Functions["prod"];
    put: Functions["put"];
    put_: Functions["put_"];
    quantile: Functions["quantile"];
    rad2deg: Functions["rad2deg"];
    rad2deg_: Functions["rad2deg_"];
    random_: Functions["random_"];
    ravel: Functions["ravel"];
    read: Functions["read"];
    reciprocal: Functions["reciprocal"];
    reciprocal_: Functions["reciprocal_"];
    registerHook: Functions["registerHook"];
    registerPostAccumulateGradHook: Functions["registerPostAccumulateGradHook"];
    relu: Functions["relu"];
    relu_: Functions["relu_"];
    remainder: Functions["remainder"];
    remainder_: Functions["remainder_"];
    renorm: Functions["renorm"];
    renorm_: Functions["renorm_"];
    repeat: Functions["repeat"];
    repeatInterleave: Functions["repeatInterleave"];
    reshape: Functions["reshape"];
    reshapeAs: Functions["reshapeAs"];
    resolveConj: Functions["resolveConj"];
    resolveNeg: Functions["resolveNeg"];
    retainGrad: Functions["retainGrad"];
    roll: Functions["roll"];
    rot90: Functions["rot90"];
    round: Functions["round"];
    round_: Functions["round_"];
    rsqrt: Functions["rsqrt"];
    rsqrt_: Functions["rsqrt_"];
    scatter: Functions["scatter"];
    scatterAdd: Functions["scatterAdd"];
    scatterAdd_: Functions["scatterAdd_"];
    scatterReduce: Functions["scatterReduce"];
    scatterReduce_: Functions["scatterReduce_"];
    scatter_: Functions["scatter_"];
    select: Functions["select"];
    selectScatter: Functions["selectScatter"];
    set: Functions["set"];
    sgn: Functions["sgn"];
    sgn_: Functions["sgn_"];
    sigmoid: Functions["sigmoid"];
    sigmoid_: Functions["sigmoid_"];
    sign: Functions["sign"];
    sign_: Functions["sign_"];
    signbit: Functions["signbit"];
    sin: Functions["sin"];
    sin_: Functions["sin_"];
    sinc: Functions["sinc"];
    sinc_: Functions["sinc_"];
    sinh: Functions["sinh"];
    sinh_: Functions["sinh_"];
    slice: Functions["slice"];
    sliceScatter: Functions["sliceScatter"];
    softmax: Functions["softmax"];
    sort: Functions["sort"];
    split: Functions["split"];
    splitWithSizes: Functions["splitWithSizes"];
    sqrt: Functions["sqrt"];
    sqrt_: Functions["sqrt_"];
    square: Functions["square"];
    square_: Functions["square_"];
    squeeze: Functions["squeeze"];
    std: Functions["std"];
    storageOffset: Functions["storageOffset"];
    stride: Functions["stride"];
    sub: Functions["sub"];
    sub_: Functions["sub_"];
    subtract: Functions["subtract"];
    subtract_: Functions["subtract_"];
    sum: Functions["sum"];
    sumToSize: Functions["sumToSize"];
    swapaxes: Functions["swapaxes"];
    swapdims: Functions["swapdims"];
    t: Functions["t"];
    take: Functions["take"];
    takeAlongDim: Functions["takeAlongDim"];
    tan: Functions["tan"];
    tan_: Functions["tan_"];
    tanh: Functions["tanh"];
    tanh_: Functions["tanh_"];
    tensorSplit: Functions["tensorSplit"];
    tile: Functions["tile"];
    to: Functions["to"];
    toArray: Functions["toArray"];
    toDense: Functions["toDense"];
    toJSON: Functions["toJSON"];
    toTypedArray: Functions["toTypedArray"];
    tolist: Functions["tolist"];
    topk: Functions["topk"];
    trace: Functions["trace"];
    transpose: Functions["transpose"];
    tril: Functions["tril"];
    tril_: Functions["tril_"];
    triu: Functions["triu"];
    triu_: Functions["triu_"];
    trueDivide: Functions["trueDivide"];
    trueDivide_: Functions["trueDivide_"];
    trunc: Functions["trunc"];
    trunc_: Functions["trunc_"];
    type: Functions["type"];
    typeAs: Functions["typeAs"];
    unbind: Functions["unbind"];
    unflatten: Functions["unflatten"];
    unfold: Functions["unfold"];
    uniform_: Functions["uniform_"];
    unique: Functions["unique"];
    uniqueConsecutive: Functions["uniqueConsecutive"];
    unsafeChunk: Functions["unsafeChunk"];
    unsafeSplit: Functions["unsafeSplit"];
    unsafeSplitWithSizes: Functions["unsafeSplitWithSizes"];
    unsqueeze: Functions["unsqueeze"];
    var: Functions["var"];
    vdot: Functions["vdot"];
    view: Functions["view"];
    viewAs: Functions["viewAs"];
    vsplit: Functions["vsplit"];
    xlogy: Functions["xlogy"];
    xlogy_: Functions["xlogy_"];
    zero_: Functions["zero_"];
}
interface DrawOptions {
    readonly generator?: Generator;
}
interface DropoutOptions {
    readonly p?: number;
    readonly training: boolean;
    readonly inplace?: boolean;
    readonly generator?: Generator;
}
interface EighOptions {
    readonly UPLO?: "L" | "U" | "l" | "u";
}
interface EluOptions extends InPlaceOption {
    readonly alpha?: number;
}
interface EmbeddingBagOptions extends EmbeddingOptions {
    readonly offsets?: Tensor | null;
    readonly mode?: EmbeddingBagMode;
    readonly perSampleWeights?: Tensor | null;
    readonly includeLastOffset?: boolean;
}
interface EmbeddingOptions {
    readonly paddingIdx?: number | null;
    readonly maxNorm?: number | null;
    readonly normType?: number;
    readonly scaleGradByFreq?: boolean;
    readonly sparse?: boolean;
}
interface ExplainOptions {
    readonly why?: boolean;
    readonly memory?: boolean;
}
interface ExtremeResult extends Several<"values" | "indices"> {
    readonly values: Tensor;
    readonly indices: Tensor;
    readonly 0: Tensor;
    readonly 1: Tensor;
}
interface Factorization {
    readonly op: string;
    readonly isBatch: boolean;
}
interface FillDiagonalOptions {
    readonly wrap?: boolean;
}
interface FlattenOptions {
    readonly startDim?: number;
    readonly endDim?: number;
}
interface FloatLimits {
    readonly dtype: DType;
    readonly bits: number;
    readonly eps: number;
    readonly min: number;
    readonly max: number;
    readonly tiny: number;
    readonly smallestNormal: number;
    readonly resolution: number;
}
interface FrexpResult {
    readonly mantissa: Tensor;
    readonly exponent: Tensor;
}
interface FromImageOptions {
    readonly channels?: 1 | 3 | 4;
    readonly device?: DeviceName;
}
interface FunctionClass {
    readonly name: string;
    forward(context: FunctionContext, ...inputs: any[]): Tensor | readonly Tensor[];
    backward(context: FunctionContext, ...gradients: any[]): Tensor | null | readonly (Tensor | null | undefined)[];
}
interface FunctionContext {
    saveForBackward(...tensors: readonly (Tensor | null)[]): void;
    readonly savedTensors: readonly (Tensor | null)[];
    readonly needsInputGrad: readonly boolean[];
    markNonDifferentiable(...outputs: readonly Tensor[]): void;
    setMaterializeGrads(value: boolean): void;
    [name: string]: any;
}
interface FunctionalOptions {
    readonly createGraph?: boolean;
    readonly strict?: boolean;
}
interface GaussianNllLossOptions extends LossOptions {
    readonly full?: boolean;
    readonly eps?: number;
}
interface GeluOptions {
    readonly approximate?: "none" | "tanh";
}
interface GeneratorOptions {
    readonly seed?: number | bigint;
}
interface Given {
    readonly kind: Kind;
    readonly tensor: Tensor;
    readonly options: DistributionOptions;
}
interface GradOptions extends Omit<BackwardOptions, "gradient"> {
    readonly gradOutputs?: Tensor | readonly (Tensor | null)[] | null;
    readonly allowUnused?: boolean;
}
interface GradScalerOptions {
    readonly initScale?: number;
    readonly growthFactor?: number;
    readonly backoffFactor?: number;
    readonly growthInterval?: number;
    readonly enabled?: boolean;
}
interface GradScalerState {
    readonly scale: number;
    readonly growth_factor: number;
    readonly backoff_factor: number;
    readonly growth_interval: number;
    readonly _growth_tracker: number;
}
interface GradcheckOptions {
    readonly eps?: number;
    readonly atol?: number;
    readonly rtol?: number;
    readonly raiseException?: boolean;
}
interface GradientContext {
    readonly grad: Tensor | null;
    readonly grads: readonly (Tensor | null)[];
    readonly attributes: unknown;
    readonly inputs: readonly (InputMeta | null)[];
    readonly needs: readonly boolean[];
}
interface GradientOptions {
    readonly spacing?: number | readonly Spacing[];
    readonly dim?: number | readonly number[];
    readonly edgeOrder?: 1 | 2;
}
interface GradientRule {
    readonly name: string;
    readonly isUsers?: true;
    backward(context: GradientContext): readonly (Tensor | null)[];
}
interface GridSampleOptions {
    readonly mode?: GridSampleMode;
    readonly paddingMode?: GridSamplePadding;
    readonly alignCorners?: boolean | null;
}
interface HammingOptions extends WindowOptions {
    readonly alpha?: number;
    readonly beta?: number;
}
interface HardtanhOptions extends InPlaceOption {
    readonly minVal?: number;
    readonly maxVal?: number;
}
interface HistcOptions {
    readonly bins?: number;
    readonly min?: number;
    readonly max?: number;
}
interface HistogramOptions {
    readonly range?: readonly [
        min: number,
        max: number
    ];
    readonly weight?: Tensor;
    readonly density?: boolean;
}
interface HistogramResult {
    readonly hist: Tensor;
    readonly binEdges: Tensor;
}
interface HuberLossOptions extends WeightedLossOptions {
    readonly delta?: number;
}
interface Implementation {
    readonly run: KernelFunction;
    readonly by: "own" | "reference";
}
interface InPlaceOption {
    readonly inplace?: boolean;
}
interface IndexAddOptions {
    readonly alpha?: number | boolean;
}
interface IndexPutOptions {
    readonly accumulate?: boolean;
}
interface IndexingAttributes {
    readonly dim: number;
    readonly checks: string | null;
}
interface IndicesOptions {
    readonly dtype?: DType;
    readonly device?: DeviceName;
}
interface InputMeta extends TensorMeta {
    readonly strides: readonly number[];
}
interface InstanceNormOptions extends Omit<BatchNormOptions, "training"> {
    readonly runningMean?: Tensor | null;
    readonly runningVar?: Tensor | null;
    readonly useInputStats?: boolean;
}
interface IntegerLimits {
    readonly dtype: DType;
    readonly bits: number;
    readonly min: number;
    readonly max: number;
}
interface InterpolateOptions {
    readonly size?: number | readonly number[] | null;
    readonly scaleFactor?: number | readonly number[] | null;
    readonly mode?: InterpolateMode;
    readonly alignCorners?: boolean | null;
    readonly recomputeScaleFactor?: boolean | null;
    readonly antialias?: boolean;
}
interface IsinOptions {
    readonly assumeUnique?: boolean;
    readonly invert?: boolean;
}
interface JacobianOptions {
    readonly argnums?: number | readonly number[];
}
interface JacrevOptions extends JacobianOptions {
    readonly chunkSize?: number | null;
}
interface KaiserOptions extends WindowOptions {
    readonly beta?: number;
}
interface KernelAttributes {
    divRounded: {
        readonly rounding: "trunc" | "floor";
        readonly op: string;
    };
    copy: None;
    fill: {
        readonly value: number;
    };
    arange: {
        readonly start: number;
        readonly step: number;
    };
    linspace: {
        readonly start: number;
        readonly end: number;
        readonly step: number;
    };
    embed: {
        readonly strides: readonly number[];
        readonly start: number;
    };
    cat: {
        readonly dim: number;
    };
    flip: {
        readonly dims: readonly number[];
    };
    roll: {
        readonly dims: readonly number[];
        readonly shifts: readonly number[];
    };
    triangle: {
        readonly part: "lower" | "upper";
        readonly diagonal: number;
    };
    fold: {
        readonly dim: number;
        readonly step: number;
    };
    sum: {
        readonly dims: readonly number[];
        readonly op?: string;
    };
    reduce: {
        readonly dims: readonly number[];
        readonly by: Reduction;
    };
    scan: {
        readonly dim: number;
        readonly by: "sum" | "product";
        readonly last: boolean;
        readonly op: string;
    };
    recurrence: {
        readonly dim: number;
    };
    scanExtreme: {
        readonly dim: number;
        readonly which: "max" | "min";
    };
    scanLogarithms: {
        readonly dim: number;
    };
    max: {
        readonly dim: number;
    };
    min: {
        readonly dim: number;
    };
    sort: {
        readonly dim: number;
        readonly descending: boolean;
        readonly first: number;
        readonly count: number;
    };
    searchSorted: {
        readonly right: boolean;
    };
    gather: IndexingAttributes;
    scatter: IndexingAttributes;
    scatterAdd: IndexingAttributes;
    scatterMultiply: IndexingAttributes;
    scatterMaximum: IndexingAttributes;
    scatterMinimum: IndexingAttributes;
    wrapIndex: {
        readonly dim: number;
        readonly size: number;
        readonly op: string;
    };
    nonzero: None;
    oneHot: {
        readonly checks: string;
    };
    matmul: None;
    inverse: {
        readonly op: string | null;
        readonly isBatch: boolean;
    };
    solve: Factorization;
    solveTriangular: {
        readonly isUpper: boolean;
        readonly isUnit: boolean;
    };
    determinant: None;
    logDeterminant: None;
    cofactors: None;
    cofactorsGradient: None;
    cholesky: Factorization;
    lu: {
        readonly op: string | null;
        readonly isBatch: boolean;
    };
    qr: None;
    eigh: None;
    svd: Factorization;
    pinv: Factorization & {
        readonly atol: number;
        readonly rtol: number | null;
        readonly isSymmetric: boolean;
    };
    conv2d: ConvolutionAttributes;
    conv2dInputGradient: ConvolutionAttributes;
    conv2dWeightGradient: ConvolutionAttributes;
    im2col: PoolingAttributes;
    col2im: PoolingAttributes;
    maxPool2d: PoolingAttributes;
    maxPool2dBackward: None;
    maxPool2dGather: None;
    avgPool2d: AveragePoolingAttributes;
    avgPool2dBackward: AveragePoolingAttributes;
    resample: {
        readonly dim: number;
        readonly table: Table;
    };
    logSoftmax: {
        readonly dim: number;
    };
    softmax: {
        readonly dim: number;
    };
    nllLoss: {
        readonly ignoreIndex: number;
        readonly checks: string | null;
    };
    nllLossBackward: {
        readonly ignoreIndex: number;
    };
    within: {
        readonly low: number;
        readonly high: number;
        readonly passesNaN: boolean;
        readonly refusal: string;
    };
    ctcLoss: CtcAttributes;
    ctcLossBackward: CtcAttributes & {
        readonly zeroInfinity: boolean;
    };
    uniform: {
        readonly generator: Generator;
        readonly from: number;
        readonly to: number;
    };
    normal: {
        readonly generator: Generator;
        readonly mean: number;
        readonly std: number;
    };
    bernoulli: {
        readonly generator: Generator;
        readonly p: number;
    };
    dropout: {
        readonly generator: Generator;
        readonly p: number;
        readonly scale: number;
    };
    randint: {
        readonly generator: Generator;
        readonly low: number;
        readonly high: number;
    };
    randperm: {
        readonly generator: Generator;
    };
    philoxBits: {
        readonly seed: number;
        readonly step: number;
        readonly index: number;
        readonly offset: number;
    };
    sampled: {
        readonly generator: Generator;
        readonly sampler: Sampler;
        readonly first: number;
        readonly second: number;
        readonly op: string;
    };
    sampledLogarithm: KernelAttributes["sampled"] & {
        readonly sampler: "exponential" | "geometric";
    };
    sampledEach: {
        readonly generator: Generator;
        readonly sampler: EachSampler;
        readonly op: string;
        readonly bounds?: readonly [
            number,
            number
        ];
    };
    bernoulliEach: {
        readonly generator: Generator;
        readonly sampler: "bernoulli";
        readonly op: string;
    };
    multinomial: {
        readonly generator: Generator;
        readonly count: number;
        readonly replacement: boolean;
    };
    gammaSlope: None;
    dirichletSlope: None;
}
interface KernelOp<K extends KernelName = any, Names extends readonly string[] = any, Outputs extends readonly string[] = any, Saved extends string = any, Attributes = any> extends OpDefinition<Names, Outputs, Saved, Attributes> {
    readonly kind: "kernel";
    readonly kernel: Kernel<K> | Computation;
    readonly gradientOp?: (at: number) => KernelOp;
    readonly variant?: (attributes: Attributes) => Computation;
    infer(inputs: InputMetas<Names>, attributes: Attributes): NoInfer<{
        readonly [At in keyof Outputs]: TensorMeta;
    }>;
    flops?(inputs: readonly TensorMeta[], outputs: readonly TensorMeta[]): number;
    readonly dtypeFrom?: number;
    readonly alsoWrites?: readonly number[];
    readonly readsElsewhere?: true;
    readonly overwrites?: true;
    readonly reachesOut?: true;
}
interface Kinds {
    i32: I32;
    i64: I64;
    f32: F32;
    f64: F64;
    f32x4: F32x4;
    i32x4: I32x4;
    i8x16: I8x16;
    i64x2: I64x2;
    f64x2: F64x2;
}
interface KlDivOptions {
    readonly reduction?: Reduction | "batchmean";
    readonly logTarget?: boolean;
}
interface LayerNormOptions {
    readonly weight?: Tensor | null;
    readonly bias?: Tensor | null;
    readonly eps?: number;
}
interface Layout {
    readonly shape: Shape;
    readonly strides: readonly number[];
    readonly offset: number;
}
interface LeakyReluOptions extends InPlaceOption {
    readonly negativeSlope?: number;
}
interface LocalResponseNormOptions {
    readonly alpha?: number;
    readonly beta?: number;
    readonly k?: number;
}
interface LogspaceOptions extends TensorOptions {
    readonly base?: number;
}
interface LossOptions {
    readonly reduction?: Reduction;
}
interface LpPool1dOptions extends LpPoolOptions<Size1d> {
}
interface LpPool2dOptions extends LpPoolOptions<Size2d> {
}
interface LpPool3dOptions extends LpPoolOptions<Size3d> {
}
interface LpPoolOptions<Size> {
    readonly stride?: Size;
    readonly ceilMode?: boolean;
}
interface LstsqOptions {
    readonly rcond?: number;
    readonly driver?: (typeof drivers)[number];
}
interface LuSolveOptions {
    readonly left?: boolean;
    readonly adjoint?: boolean;
}
interface LuUnpackOptions {
    readonly unpackData?: boolean;
    readonly unpackPivots?: boolean;
}
interface MarginLossOptions extends LossOptions {
    readonly margin?: number;
}
interface MaskRequest {
    readonly op: string;
    readonly shape: Shape;
    readonly p: number;
    readonly device: Device;
}
interface MaskSource {
    mask(request: MaskRequest, draw: () => Tensor): Tensor;
    noise?(request: NoiseRequest, draw: () => Tensor): Tensor;
}
interface MathFunction {
    readonly name: string;
    readonly takes: 1 | 2;
    readonly floats?: MathValues<F32x4>;
    readonly integers?: MathValues<I32x4>;
    readonly adjoint: Adjoint;
}
interface MathValues<Lanes> {
    readonly value: (...operands: number[]) => number;
    readonly float32?: (...operands: number[]) => number;
    readonly isLong?: boolean;
    readonly lanes?: (f: FunctionBuilder, ...operands: Lanes[]) => Lanes;
    readonly doubles?: (f: FunctionBuilder, ...operands: F64x2[]) => F64x2;
}
interface MatrixNormOptions {
    readonly dim?: readonly [
        number,
        number
    ];
    readonly keepdim?: boolean;
    readonly dtype?: "float32" | "float64";
}
interface MaxPool1dOptions extends MaxPoolOptions<Size1d> {
}
interface MaxPool2dOptions extends MaxPoolOptions<Size2d> {
}
interface MaxPool3dOptions extends MaxPoolOptions<Size3d> {
}
interface MaxPoolOptions<Size> {
    readonly stride?: Size;
    readonly padding?: Size;
    readonly dilation?: Size;
    readonly ceilMode?: boolean;
}
interface MaxPoolResult extends Iterable<Tensor> {
    readonly output: Tensor;
    readonly indices: Tensor;
}
interface MaxUnpool1dOptions extends MaxUnpoolOptions<Size1d> {
}
interface MaxUnpool2dOptions extends MaxUnpoolOptions<Size2d> {
}
interface MaxUnpool3dOptions extends MaxUnpoolOptions<Size3d> {
}
interface MaxUnpoolOptions<Size> {
    readonly stride?: Size;
    readonly padding?: Size;
    readonly outputSize?: readonly number[];
}
interface MayReturnIndices {
    readonly returnIndices?: boolean;
}
interface MemoryStats {
    readonly storages: number;
    readonly bytes: number;
    readonly scopes: number;
}
interface MeshgridOptions {
    readonly indexing?: "ij" | "xy";
}
interface Met {
    readonly oldest: number;
    readonly bits: Uint8Array;
}
interface MultiMarginLossOptions extends LossOptions {
    readonly p?: number;
    readonly margin?: number;
    readonly weight?: Tensor | null;
}
interface MultilabelSoftMarginLossOptions extends LossOptions {
    readonly weight?: Tensor | null;
}
interface MultinomialOptions {
    readonly replacement?: boolean;
    readonly generator?: Generator;
}
interface MultivariateNormalOptions extends DistributionOptions {
    readonly covarianceMatrix?: Tensor;
    readonly precisionMatrix?: Tensor;
    readonly scaleTril?: Tensor;
}
interface Named {
    readonly name: string;
    readonly event: number;
}
interface NanOrigin {
    readonly op: string | null;
    readonly inBackward: boolean;
    readonly infinityFrom: string | null;
}
interface NanToNumOptions {
    readonly nan?: number;
    readonly posinf?: number;
    readonly neginf?: number;
}
interface NllLossOptions extends LossOptions {
    readonly weight?: Tensor | null;
    readonly ignoreIndex?: number;
    readonly reduction?: Reduction;
}
interface NoiseRequest {
    readonly op: string;
    readonly shape: Shape;
    readonly dtype: DType;
    readonly device: Device;
    readonly distribution: NoiseDistribution;
    readonly kept?: (noise: Tensor) => Tensor;
}
interface NonzeroOptions {
    readonly asTuple?: boolean;
}
interface NonzeroStaticOptions {
    readonly size: number;
    readonly fillValue?: number;
}
interface NormOptions extends ReduceOptions {
    readonly dtype?: DType;
    readonly p?: number | "fro";
}
interface NormOptions {
    readonly dim?: Dims | null;
    readonly keepdim?: boolean;
    readonly dtype?: "float32" | "float64";
}
interface NormalizeOptions {
    readonly p?: number;
    readonly dim?: Dims;
    readonly eps?: number;
}
interface Numbering {
    readonly numbers: WeakMap<Tensor, bigint>;
    count: number;
}
interface OpDefinition<Names extends readonly string[], Outputs extends readonly string[], Saved extends string, Attributes> {
    readonly name: string;
    readonly inputs: Names;
    readonly outputs: Outputs;
    readonly differentiable?: number;
    readonly save: readonly Saving[];
    backward?(context: BackwardContext<Names, Saved, Attributes>): Gradients;
}
interface Operand {
    readonly storage: Storage;
    readonly dtype: DType;
    readonly shape: readonly number[];
    readonly strides: readonly number[];
    readonly offset: number;
}
interface OutputMeta extends TensorMeta {
    readonly device: Device;
}
interface OverloadedMethods {
    max(): Tensor;
    max(other: Tensor): Tensor;
    max(...rest: ops.AlongDim): ops.ExtremeResult;
    median(): Tensor;
    median(...rest: ops.AlongDim): ops.ExtremeResult;
    nanmedian(): Tensor;
    nanmedian(...rest: ops.AlongDim): ops.ExtremeResult;
    min(): Tensor;
    min(other: Tensor): Tensor;
    min(...rest: ops.AlongDim): ops.ExtremeResult;
    nonzero(options: {
        readonly asTuple: true;
    }): Tensor[];
    nonzero(options?: {
        readonly asTuple?: false;
    }): Tensor;
    stride(): readonly number[];
    stride(dim: number): number;
    type(): string;
    type(dtype: DType): Tensor;
}
interface PadOptions {
    readonly mode?: PadMode;
    readonly value?: number | boolean | null;
}
interface PairwiseDistanceOptions {
    readonly p?: number;
    readonly eps?: number;
    readonly keepdim?: boolean;
}
interface PcaLowrankOptions extends Omit<SvdLowrankOptions, "q" | "M"> {
    readonly q?: number | null;
    readonly center?: boolean;
}
interface PhiloxOptions {
    readonly seed: number;
    readonly step?: number;
    readonly index?: number;
    readonly offset?: number;
    readonly device?: Device;
}
interface Place {
    readonly from: "input" | "number" | "step";
    readonly at: number;
}
interface Placement {
    readonly device: Device | null;
    readonly dtype: DType | null;
    readonly copy: boolean;
}
interface PointwiseDefinition<Names extends readonly string[], Truths extends Names[number], Keys extends string> {
    readonly name: string;
    readonly inputs: Names;
    readonly truths?: readonly Truths[];
    readonly numbers?: readonly Keys[];
    readonly dtypes: readonly DType[];
    readonly formula: (given: Inputs<Names, Truths> & Numbers<Keys>) => Expression;
    readonly gradient?: (given: Inputs<Names, Truths> & Numbers<Keys> & {
        readonly grad: Value;
        readonly output: Value;
    }) => readonly (Value | null)[];
}
interface PoissonNllLossOptions extends LossOptions {
    readonly logInput?: boolean;
    readonly full?: boolean;
    readonly eps?: number;
}
interface PoolingAttributes {
    readonly kernelSize: Pair;
    readonly stride: Pair;
    readonly padding: Pair;
    readonly dilation: Pair;
}
interface PrintOptions {
    readonly precision?: number;
    readonly threshold?: number;
    readonly edgeitems?: number;
    readonly linewidth?: number;
    readonly profile?: "default" | "short" | "full";
    readonly sciMode?: boolean | null;
}
interface ProfileEvent {
    readonly name: string;
    readonly start: number;
    readonly milliseconds: number;
    readonly bytes: number;
    readonly flops: number;
    readonly shapes: string;
    readonly by: "own" | "reference";
}
interface ProfileRow {
    readonly name: string;
    readonly by: ProfileEvent["by"];
    readonly calls: number;
    readonly milliseconds: number;
    readonly bytes: number;
    readonly flops: number;
}
interface QrOptions {
    readonly mode?: "reduced" | "complete" | "r";
}
interface QuantileOptions extends ReduceOptions {
    readonly dim?: number;
    readonly interpolation?: (typeof interpolations)[number];
}
interface RandomOptions extends TensorOptions {
    readonly generator?: Generator;
}
interface Recomputing {
    add(node: GradNode): void;
    write(tensor: Tensor): void;
    recompute(): void;
}
interface Recorded {
    readonly rule: GradientRule;
    readonly attributes: unknown;
    readonly edges: readonly Edge[];
    readonly inputs: readonly (InputMeta | null)[];
    readonly outputs: readonly (OutputMeta | null)[];
    readonly saved: ReadonlyMap<string, SavedTensor | null>;
}
interface RecurrentProduct {
    readonly left: Tensor;
    readonly right: Tensor;
    readonly product: Tensor;
}
interface RecurrentStep {
    readonly start: number;
    readonly size: number;
}
interface RecurrentUpdateDefinition<Names extends readonly [
    string,
    ...string[]
], PerStep extends Names[number], Written extends Names[number]> {
    readonly name: string;
    readonly inputs: Names;
    readonly perStep: readonly PerStep[];
    readonly product: "before" | "behind";
    readonly formula: (given: {
        readonly [Name in Names[number]]: Value;
    }) => {
        readonly [Name in Written]: Value;
    } & {
        readonly [Name in Names[0]]: Value;
    };
}
interface ReduceOptions {
    readonly keepdim?: boolean;
}
interface RemovableHandle {
    remove(): void;
}
interface RepeatInterleaveOptions {
    readonly outputSize?: number;
}
interface RmsNormOptions {
    readonly weight?: Tensor | null;
    readonly eps?: number | null;
}
interface RollOptions {
    readonly shifts: number | readonly number[];
    readonly dims?: number | readonly number[];
}
interface RoundOptions {
    readonly decimals?: number;
}
interface RreluOptions extends InPlaceOption {
    readonly lower?: number;
    readonly upper?: number;
    readonly training?: boolean;
    readonly generator?: Generator;
}
interface SampleOptions {
    readonly generator?: Generator;
}
interface SavedTensor {
    readonly tensor: Tensor;
    readonly storage: Storage;
    readonly version: number;
}
interface Saving {
    readonly name: string;
    readonly from: "inputs" | "outputs";
    readonly at: number;
    readonly readers: readonly number[];
}
interface ScaledOptimizer {
    readonly paramGroups: readonly {
        readonly params: readonly Tensor[];
    }[];
    step(closure?: any): any;
}
interface ScanOptions {
    readonly dtype?: DType;
}
interface ScatterOptions {
    readonly reduce?: "add" | "multiply";
}
interface ScatterReduceOptions<Reduction extends ScatterReduction = ScatterReduction> {
    readonly reduce?: Reduction;
    readonly includeSelf?: boolean;
}
interface SearchsortedOptions {
    readonly right?: boolean;
    readonly side?: "left" | "right";
    readonly sorter?: Tensor;
}
interface ShrinkOptions {
    readonly lambd?: number;
}
interface SmoothL1LossOptions extends LossOptions {
    readonly beta?: number;
}
interface SoftmaxOptions {
    readonly dim?: number;
    readonly dtype?: DType;
}
interface SoftplusOptions {
    readonly beta?: number;
    readonly threshold?: number;
}
interface SolveOptions {
    readonly left?: boolean;
}
interface SolveTriangularOptions extends SolveOptions {
    readonly upper: boolean;
    readonly unitriangular?: boolean;
}
interface SortOptions {
    readonly dim?: number;
    readonly descending?: boolean;
    readonly stable?: boolean;
}
interface SumOptions extends ReduceOptions {
    readonly dtype?: DType;
}
interface SvdLowrankOptions {
    readonly q?: number;
    readonly niter?: number;
    readonly M?: Tensor | null;
}
interface SvdOptions {
    readonly fullMatrices?: boolean;
}
interface Table {
    readonly id: number;
    readonly size: number;
    readonly starts: Int32Array;
    readonly places: Int32Array;
    readonly weights: Float64Array;
}
interface Tensor extends BernoulliTensorMethods {
}
interface TensorJSON {
    readonly shape: Shape;
    readonly dtype: string;
    readonly values: readonly (number | string)[];
}
interface TensorMeta {
    readonly shape: Shape;
    readonly dtype: DType;
}
interface TensorOptions {
    readonly dtype?: DType;
    readonly requiresGrad?: boolean;
    readonly device?: DeviceName;
}
interface ToMethod {
    (dtypeOrOther: DType | Tensor, ...rest: Rest): Tensor;
    (device: DeviceName, ...rest: RestBehindDevice): Tensor;
    (options: ToOptions): Tensor;
}
interface ToOptions {
    readonly device?: DeviceName;
    readonly dtype?: DType;
    readonly nonBlocking?: boolean;
    readonly copy?: boolean;
}
interface ToleranceOptions {
    readonly atol?: number;
    readonly rtol?: number;
    readonly hermitian?: boolean;
}
interface TopkOptions {
    readonly dim?: number;
    readonly largest?: boolean;
    readonly sorted?: boolean;
}
interface TransformOptions {
    readonly argnums?: number | readonly number[];
    readonly hasAux?: boolean;
}
interface TransformOptions {
    readonly cacheSize?: 0 | 1;
}
interface TrapezoidOptions {
    readonly dx?: number;
    readonly dim?: number;
}
interface TriangularSolveOptions {
    readonly upper?: boolean;
    readonly transpose?: boolean;
    readonly unitriangular?: boolean;
}
interface TripletMarginLossOptions extends LossOptions {
    readonly margin?: number;
    readonly p?: number;
    readonly eps?: number;
    readonly swap?: boolean;
}
interface TripletMarginWithDistanceLossOptions extends LossOptions {
    readonly distanceFunction?: ((a: Tensor, b: Tensor) => Tensor) | null;
    readonly margin?: number;
    readonly swap?: boolean;
}
interface UniqueConsecutiveOptions {
    readonly returnInverse?: boolean;
    readonly returnCounts?: boolean;
    readonly dim?: number;
}
interface UniqueOptions extends UniqueConsecutiveOptions {
    readonly sorted?: boolean;
}
interface UpdateDefinition<Names extends readonly [
    string,
    ...string[]
], Written extends Names[number], Keys extends string, Flags extends string> {
    readonly name: string;
    readonly inputs: Names;
    readonly numbers?: readonly Keys[];
    readonly flags?: readonly Flags[];
    readonly dtypes?: readonly DType[];
    readonly formula: (given: {
        readonly [Name in Names[number] | Keys]: Value;
    }, flags: {
        readonly [Flag in Flags]: boolean;
    }) => {
        readonly [Name in Written]: Value;
    } & {
        readonly [Name in Names[0]]: Value;
    };
}
interface UpsampleOptions extends Omit<InterpolateOptions, "antialias"> {
}
interface Value extends BernoulliValueMethods {
}
interface ValueMethods {
    exp(): Value;
    log(): Value;
    tanh(): Value;
    pow(exponent: Given): Value;
}
interface ValueOptions {
    readonly value?: number | boolean;
}
interface VanderOptions {
    readonly N?: number;
}
interface VariadicOp<K extends KernelName = any, Attributes = any> {
    readonly kind: "variadic";
    readonly name: string;
    readonly kernel: Kernel<K>;
    readonly differentiable?: undefined;
    readonly reachesOut?: undefined;
    readonly save: readonly Saving[];
    infer(inputs: readonly TensorMeta[], attributes: Attributes): readonly [
        TensorMeta
    ];
    backward(context: {
        readonly grad: Tensor;
        readonly attributes: Attributes;
        readonly inputs: readonly TensorMeta[];
        readonly needs: readonly boolean[];
    }): Gradients;
}
interface VarianceOptions extends ReduceOptions {
    readonly correction?: number;
    readonly unbiased?: boolean;
}
interface VectorNormOptions {
    readonly dim?: Dims | null;
    readonly keepdim?: boolean;
    readonly dtype?: "float32" | "float64";
}
interface ViewOp<Saved extends string = any, Attributes = any> extends OpDefinition<readonly [
    "input"
], readonly [
    "output"
], Saved, Attributes> {
    readonly kind: "view";
    layout(input: Tensor, attributes: Attributes): Layout;
}
interface ViewsOp<Attributes = any> {
    readonly kind: "views";
    readonly name: string;
    readonly differentiable: number;
    readonly save: readonly [
    ];
    layouts(input: Tensor, attributes: Attributes): readonly Layout[];
    backward(context: {
        readonly grads: readonly Tensor[];
        readonly attributes: Attributes;
        readonly inputs: readonly TensorMeta[];
    }): Gradients;
}
interface VmapOptions {
    readonly inDims?: Dims;
    readonly outDims?: Dims;
    readonly randomness?: Randomness;
    readonly chunkSize?: number | null;
}
interface WeightedLossOptions extends LossOptions {
    readonly weight?: Tensor | null;
}
interface WindowOptions extends TensorOptions {
    readonly periodic?: boolean;
}
interface WishartOptions extends DistributionOptions {
    readonly covarianceMatrix?: Tensor;
    readonly precisionMatrix?: Tensor;
    readonly scaleTril?: Tensor;
}
interface WithIndices {
    readonly returnIndices: true;
}
interface WitnessOptions {
    readonly functions?: readonly string[];
}
interface WitnessedCall {
    readonly op: AnyOp | ViewsOp | WitnessedFunction;
    readonly inputs: readonly (Tensor | null)[];
    readonly attributes: unknown;
    readonly outputs: readonly Tensor[];
    readonly inPlace: boolean;
}
interface WitnessedFunction {
    readonly kind: "function";
    readonly name: string;
}
type Access = "elementwise" | "opaque";
type AdaptiveSize1d = number | readonly [
    number | null
];
type AdaptiveSize2d = number | null | readonly [
    number | null,
    number | null
];
type AdaptiveSize3d = number | null | readonly [
    number | null,
    number | null,
    number | null
];
type Adjoint = (step: AdjointStep, ...operands: never[]) => readonly (Value | null)[];
type AlongDim<Dim = number, Options extends ReduceOptions = ReduceOptions> = readonly [
    dim: Dim,
    ...rest: Positional<Options, [
        "keepdim"
    ]>
] | readonly [
    options: Options & {
        readonly dim: Dim;
    }
];
type Answers<K extends KernelName, D extends DType> = {
    readonly [At in Device]: At extends "reference" ? ReferenceEntry<K, D> : DeviceEntry<K, D>;
};
type AnyOp = KernelOp | ViewOp | VariadicOp;
type AsMethod<F> = F extends (input: Tensor, ...rest: infer Rest extends readonly any[]) => infer Result ? (...rest: Rest) => Result : never;
type At<Arguments extends readonly unknown[], Argnums> = Argnums extends readonly number[] ? {
    [Place in keyof Argnums]: Arguments[Argnums[Place] & keyof Arguments];
} : Argnums extends number ? number extends Argnums ? any : Arguments[Argnums & keyof Arguments] : Arguments[0];
type BackwardContext<Names extends readonly string[], Saved extends string, Attributes> = {
    readonly grad: Tensor;
    readonly grads: readonly (Tensor | null)[];
    readonly attributes: Attributes;
    readonly inputs: {
        readonly [At in keyof Names]: InputMeta | Optional<Names[At]>;
    };
    readonly needs: {
        readonly [At in keyof Names]: boolean;
    };
} & {
    readonly [Name in Saved]: Name extends Plain<Names[number]> ? `${Name}?` extends Names[number] ? Tensor | null : Tensor : Tensor;
};
type BackwardObserver = (output: Tensor) => (() => void) | undefined | void;
type Bound = number | "" | `-${number}`;
type Bound = number | boolean | Tensor;
type ByName<Name extends string, Value, Options = unknown> = {
    readonly [At in Name]: Value;
} & Options;
type ClampArguments = readonly [
    options: ClampOptions
] | readonly [
    min: Bound | null | undefined,
    max?: Bound | null
];
type CloseArguments = Positional<CloseOptions, [
    "rtol",
    "atol",
    "equalNan"
]>;
type Code = readonly number[];
type Constraint = Named & ({
    readonly holds: (numbers: ArrayLike<number>, at: number, size: number) => boolean;
} | {
    readonly accepts: (value: Tensor) => boolean;
});
type ContinuousBernoulliArguments = [
    probs: ParameterValue,
    options?: ContinuousBernoulliOptions
] | [
    options: ContinuousBernoulliOptions & ProbabilityOptions
];
type Counts = {
    readonly returnCounts: true;
};
type DType = "float32" | "float64" | "int32" | "uint8" | "bool";
type Definition<Names extends readonly string[], Truths extends Names[number], Keys extends string> = Omit<PointwiseDefinition<Names, Truths, Keys>, "dtypes"> & {
    readonly dtypes?: readonly DType[];
};
type Device = "cpu" | "reference";
type DeviceEntry<K extends KernelName, D extends DType> = "reference" | {
    readonly [T in D]?: KernelFunction<K> | Addition<KernelFunction<K>>;
};
type DeviceName = Device | "cuda" | `cuda:${number}`;
type DiagonalArgument = NamedArgument<"diagonal", number>;
type Differentiable = (...inputs: Tensor[]) => Tensor | readonly Tensor[];
type DimArgument = NamedArgument<"dim", number>;
type Dims = number | null | readonly Dims[] | {
    readonly [name: string]: Dims;
};
type Dims = number | readonly number[];
type Divergence = (p: Distribution, q: Distribution) => Tensor;
type DropoutArguments = readonly [
    options: DropoutOptions
] | readonly [
    p: number | null | undefined,
    options: Omit<DropoutOptions, "p">
] | readonly [
    p: number | null | undefined,
    training: boolean,
    ...rest: Positional<Omit<DropoutOptions, "p" | "training">, [
        "inplace"
    ]>
];
type EachSampler = keyof typeof eachSamplers;
type Edge = {
    readonly node: GradNode | Tensor;
    readonly output: number;
} | null;
type EighResult = Several<"eigenvalues" | "eigenvectors">;
type EmbeddingBagMode = "sum" | "mean" | "max";
type Expression = Value | Truth;
type Functions = typeof functions;
type Given = Value | number;
type GradHook = (grad: Tensor) => Tensor | null | undefined | void;
type Gradients = readonly (Tensor | null)[];
type GridSampleMode = "bilinear" | "nearest" | "bicubic";
type GridSamplePadding = "zeros" | "border" | "reflection";
type Index = number | boolean | null | SliceText | "..." | Tensor | IndexArray;
type IndexArray = readonly (number | boolean)[] | readonly IndexArray[];
type IndicesPlace = [
    options: WithIndices
] | [
    returnIndices: true
];
type InputMetas<Names extends readonly string[]> = {
    readonly [At in keyof Names]: TensorMeta | Optional<Names[At]>;
};
type Inputs<Names extends readonly string[], Truths extends string> = {
    readonly [Name in Names[number]]: Name extends Truths ? Truth : Value;
};
type InputsOf<Class extends FunctionClass> = Parameters<Class["forward"]> extends [
    any,
    ...infer Inputs
] ? Inputs : [
];
type InterpolateMode = "nearest" | "nearest-exact" | "linear" | "bilinear" | "trilinear" | "bicubic" | "lanczos" | "area";
type Inverse = {
    readonly returnInverse: true;
};
type Jacobian<Inputs extends Tensors, Outputs extends Tensors> = Outputs extends readonly Tensor[] ? {
    [At in keyof Outputs]: OfInputs<Inputs>;
} : OfInputs<Inputs>;
type KernelFunction<K extends KernelName = KernelName> = (inputs: readonly (Operand | null)[], outputs: readonly Operand[], attributes: KernelAttributes[K]) => void;
type KernelName = keyof KernelAttributes;
type Kind = "probs" | "logits";
type Kind = keyof Kinds;
type Kind = keyof typeof kinds;
type Kinds<Options> = {
    readonly [Name in keyof Required<Options>]: Kind;
};
type Lane = 0 | 1 | 2 | 3;
type Leaves = ReadonlyMap<Numbering, bigint> | "anything";
type Like<Given extends Tensors> = Given extends readonly Tensor[] ? {
    [At in keyof Given]: Tensor;
} : Tensor;
type Local<V extends Value = Value> = V & {
    readonly index: number;
};
type Locals<P extends Parameters> = {
    readonly [N in keyof P]: Local<Kinds[P[N]]>;
};
type LowrankResult = Several<"U" | "S" | "V">;
type LstsqResult = Several<"solution" | "residuals" | "rank" | "singularValues">;
type LuFactorResult = Several<"LU" | "pivots">;
type LuResult = Several<"P" | "L" | "U">;
type Matrix<Output, Options extends JacobianOptions> = Output extends Tensor ? Options["argnums"] extends readonly number[] ? {
    [Place in keyof Options["argnums"]]: any;
} : any : any;
type MatrixOrder = "fro" | "nuc" | number;
type NamedArgument<Name extends string, Value> = Positional<{
    readonly [At in Name]?: Value;
}, [
    Name
]>;
type NestedArray = number | boolean | NestedArray[];
type NoiseDistribution = {
    readonly name: "normal";
} | {
    readonly name: "uniform" | "integers";
    readonly from: number;
    readonly to: number;
} | {
    readonly name: "bernoulli";
    readonly probabilities: Tensor;
};
type None = Readonly<Record<never, never>>;
type Numbers<Keys extends string> = {
    readonly [Key in Keys]: Value;
};
type NumericArray = TypedArray | Uint8ClampedArray | Int8Array | Int16Array | Uint16Array | Uint32Array | BigInt64Array | BigUint64Array | (typeof globalThis extends {
    Float16Array: {
        readonly prototype: infer Half;
    };
} ? Half : never);
type OfInputs<Inputs extends Tensors> = Inputs extends readonly Tensor[] ? {
    [At in keyof Inputs]: Tensor;
} : Tensor;
type Operand = Tensor | number | boolean;
type OperandsOf<Names extends readonly string[]> = Names extends readonly [
    string,
    ...infer Rest
] ? [
    input: Tensor,
    ...{
        [At in keyof Rest]: Operand;
    }
] : never;
type Optional<Name extends string> = Name extends `${string}?` ? null : never;
type Origin = {
    readonly kind: "input";
    readonly name: string;
} | {
    readonly kind: "number";
    readonly name: string;
} | {
    readonly kind: "constant";
    readonly value: number;
} | {
    readonly kind: "primitive";
    readonly name: Primitive;
    readonly operands: readonly Expression[];
};
type OutwardOp = (tensors: readonly Tensor[]) => void;
type PadMode = "constant" | "reflect" | "replicate" | "circular";
type Pair = readonly [
    number,
    number
];
type ParameterValue = Tensor | number;
type Parameters = Readonly<Record<string, Kind>>;
type PixelSource = Pick<ImageData, "data" | "width" | "height"> | CanvasImageSource;
type Places = [
    "initScale",
    "growthFactor",
    "backoffFactor",
    "growthInterval",
    "enabled"
];
type Places = [
    "size",
    "scaleFactor",
    "mode",
    "alignCorners",
    "recomputeScaleFactor",
    "antialias"
];
type Places = [
    "stride",
    "ceilMode"
];
type Places = [
    "stride",
    "padding",
    "dilation",
    "ceilMode",
    "returnIndices"
];
type Places = [
    "stride",
    "padding",
    "outputSize"
];
type Places = [
    ...Places1d,
    "divisorOverride"
];
type Places1d = [
    "stride",
    "padding",
    "ceilMode",
    "countIncludePad"
];
type Plain = Omit<DocumentedFunctions, "max" | "median" | "min" | "nanmedian" | "nonzero" | "stride" | "to" | "type">;
type Plain<Name extends string> = Name extends `${infer Bare}?` ? Bare : Name;
type Pointwise<Names extends readonly string[], Keys extends string> = (...given: [
    Keys
] extends [
    never
] ? OperandsOf<Names> : [
    ...OperandsOf<Names>,
    numbers: {
        readonly [Key in Keys]: number;
    }
]) => Tensor;
type Positional<Options, Names extends readonly (keyof Options)[], Done extends keyof Options = never> = readonly [
    options?: Omit<Options, Done> | undefined
] | (Names extends readonly [
    infer First extends keyof Options,
    ...infer Rest extends readonly (keyof Options)[]
] ? readonly [
    first?: Options[First] | null | undefined,
    ...rest: Positional<Options, Rest, Done | First>
] : never);
type PostAccumulateGradHook = (param: Tensor) => void;
type Precision = (typeof precisions)[number];
type Primitive = PrimitiveName | MathFunction;
type PrimitiveName = keyof typeof primitives;
type ProbabilityArguments = [
    probs: ParameterValue,
    options?: DistributionOptions
] | [
    options: ProbabilityOptions
];
type ProbabilityOptions = DistributionOptions & {
    readonly probs?: ParameterValue;
    readonly logits?: ParameterValue;
};
type QrResult = Several<"Q" | "R">;
type QuantileArguments = Positional<QuantileOptions, [
    "dim",
    "keepdim"
]>;
type RandomArguments = [
    options?: DrawOptions
] | [
    to: number,
    options?: DrawOptions
] | [
    from: number,
    to: number | null,
    options?: DrawOptions
];
type Randomness = "error" | "different" | "same";
type RecurrentUpdate<Names extends readonly string[]> = (inputs: {
    readonly [Name in Names[number]]: Tensor;
}, product: RecurrentProduct, steps: readonly RecurrentStep[]) => Tensor;
type ReduceArguments<Options extends ReduceOptions = ReduceOptions, Dim = Dims> = Positional<WithDim<Options, Dim>, [
    "dim",
    "keepdim"
]>;
type Reduced<Reduction extends ScatterReduction> = readonly [
    reduce: Reduction,
    options?: Omit<ScatterReduceOptions, "reduce">
] | readonly [
    options: ScatterReduceOptions<Reduction> & {
        readonly reduce: Reduction;
    }
];
type Reduction = "mean" | "sum" | "none";
type Reduction = "product" | "sum" | "squares" | "magnitudes" | "numbers" | "largest" | "smallest";
type ReferenceEntry<K extends KernelName, D extends DType> = KernelFunction<K> | {
    readonly [T in D]: KernelFunction<K>;
};
type Rest = Positional<Pick<ToOptions, "nonBlocking" | "copy">, [
    "nonBlocking",
    "copy"
]>;
type RestBehindDevice = Positional<Omit<ToOptions, "device">, [
    "dtype",
    "nonBlocking",
    "copy"
]>;
type RollArguments = readonly [
    options: RollOptions
] | readonly [
    shifts: RollOptions["shifts"],
    ...rest: Positional<Omit<RollOptions, "shifts">, [
        "dims"
    ]>
];
type Sampler = keyof typeof samplers;
type Scalable = Tensor | readonly Scalable[];
type ScanArguments = readonly [
    dim: number,
    options?: ScanOptions | undefined
] | readonly [
    options: ScanOptions & {
        readonly dim: number;
    }
];
type ScatterReduction = "sum" | "prod" | "mean" | "amax" | "amin";
type SetArguments = readonly [
    index: Index | readonly Index[],
    value: Value
] | readonly [
    first: Index,
    second: Index,
    ...others: readonly Index[],
    value: Value
];
type Several<Name extends string> = {
    readonly [At in Name]: Tensor;
} & Iterable<Tensor> & {
    readonly [place: number]: Tensor;
};
type Shape = readonly number[];
type Simd = "portable" | "relaxed" | "wide";
type Size1d = number | readonly [
    number
];
type Size2d = number | readonly [
    number,
    number
];
type Size3d = number | readonly [
    number,
    number,
    number
];
type SizeArguments<Options> = readonly [
    ...sizes: number[]
] | readonly [
    ...sizes: [
        ...number[],
        Options
    ]
] | readonly [
    sizes: Shape,
    options?: Options
] | readonly [
    named: Options & {
        readonly size: Shape;
    }
];
type Sizes = readonly number[] | readonly [
    Shape
];
type SliceText = `${Bound}:${Bound}` | `${Bound}:${Bound}:${Bound}`;
type SlogdetResult = Several<"sign" | "logabsdet">;
type SortArguments = Positional<SortOptions, [
    "dim",
    "descending"
]>;
type Source = Pick<Generator, "engine" | "cachedNormal">;
type Spacing = number | Tensor;
type Spread<Inputs extends Tensors> = Inputs extends readonly Tensor[] ? [
    ...Inputs
] : [
    Inputs
];
type SvdResult = Several<"U" | "S" | "Vh">;
type TensorData = number | boolean | readonly TensorData[] | NumericArray;
type TensorMethods = {
    [Name in keyof Plain]: AsMethod<Plain[Name]>;
} & OverloadedMethods & {
    readonly T: Tensor;
    readonly H: Tensor;
    readonly mT: Tensor;
    readonly mH: Tensor;
    readonly nbytes: number;
    readonly itemsize: number;
    readonly isCpu: boolean;
    readonly isCuda: boolean;
    to: ops.ToMethod;
    toString(): string;
    [Symbol.iterator](): IterableIterator<Tensor>;
};
type TensordotDims = number | readonly [
    a: readonly number[],
    b: readonly number[]
];
type Tensors = Tensor | readonly Tensor[];
type TensorsThen<Options> = readonly Tensor[] | readonly [
    ...tensors: [
        ...Tensor[],
        Options
    ]
] | readonly [
    tensors: readonly Tensor[],
    options?: Options
];
type TriangularSolveResult = Several<"solution" | "clonedCoefficient">;
type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;
type Update<Names extends readonly string[], Keys extends string, Flags extends string> = (inputs: {
    readonly [Name in Names[number]]: Tensor;
}, attributes: {
    readonly [Key in Keys]: number;
} & {
    readonly [Flag in Flags]: boolean;
}) => Tensor;
type Value = Tensor | number | boolean;
type ValueType = keyof typeof valueTypeCodes;
type VarianceArguments = Positional<WithDim<VarianceOptions>, [
    "dim",
    "unbiased",
    "keepdim"
]> | readonly [
    unbiased: boolean
];
type WithDim<Options, Dim = Dims> = Options & {
    readonly dim?: Dim;
};
