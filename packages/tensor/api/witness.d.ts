import { T as Tensor, D as DType, S as Storage, a as Device, I as InputMeta, b as TensorMeta, L as Layout } from './tensor.js';
import { G as Generator } from './generator.js';
type Operand$1 = Tensor | number | boolean;
type Source = Pick<Generator, "engine" | "cachedNormal">;
declare const samplers: {
    exponential: (lambda: number) => (source: Source) => number;
    geometric: (p: number) => (source: Source) => number;
    cauchy: (median: number, sigma: number) => (source: Source) => number;
    logNormal: (mean: number, std: number) => (source: Source) => number;
    whole: (most: number) => (source: Source) => number;
};
type Sampler = keyof typeof samplers;
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
type EachSampler = keyof typeof eachSamplers;
declare function poisson(rate: number, source: Source): number;
declare function gamma(alpha: number, source: Source, dtype: DType): number;
interface Operand {
    readonly storage: Storage;
    readonly dtype: DType;
    readonly shape: readonly number[];
    readonly strides: readonly number[];
    readonly offset: number;
}
type Pair = readonly [
    number,
    number
];
interface ConvolutionAttributes {
    readonly stride: Pair;
    readonly padding: Pair;
    readonly dilation: Pair;
    readonly groups: number;
}
interface PoolingAttributes {
    readonly kernelSize: Pair;
    readonly stride: Pair;
    readonly padding: Pair;
    readonly dilation: Pair;
}
interface AveragePoolingAttributes extends Omit<PoolingAttributes, "dilation"> {
    readonly countIncludePad: boolean;
    readonly divisorOverride: number | null;
}
interface Table {
    readonly id: number;
    readonly size: number;
    readonly starts: Int32Array;
    readonly places: Int32Array;
    readonly weights: Float64Array;
}
interface IndexingAttributes {
    readonly dim: number;
    readonly checks: string | null;
}
interface CtcAttributes {
    readonly blank: number;
    readonly op: string;
}
interface Factorization {
    readonly op: string;
    readonly isBatch: boolean;
}
type Reduction = "product" | "sum" | "squares" | "magnitudes" | "numbers" | "largest" | "smallest";
type None = Readonly<Record<never, never>>;
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
type KernelName = keyof KernelAttributes;
type KernelFunction<K extends KernelName = KernelName> = (inputs: readonly (Operand | null)[], outputs: readonly Operand[], attributes: KernelAttributes[K]) => void;
interface Implementation {
    readonly run: KernelFunction;
    readonly by: "own" | "reference";
}
type Access = "elementwise" | "opaque";
interface Computation {
    readonly name: string;
    readonly access: Access;
    on(device: Device, dtype: DType): Implementation | null;
}
type ReferenceEntry<K extends KernelName, D extends DType> = KernelFunction<K> | {
    readonly [T in D]: KernelFunction<K>;
};
type DeviceEntry<K extends KernelName, D extends DType> = "reference" | {
    readonly [T in D]?: KernelFunction<K>;
};
type Answers<K extends KernelName, D extends DType> = {
    readonly [At in Device]: At extends "reference" ? ReferenceEntry<K, D> : DeviceEntry<K, D>;
};
declare abstract class FoundOnce implements Computation {
    #private;
    abstract readonly name: string;
    abstract readonly access: Access;
    protected abstract find(device: Device, dtype: DType): Implementation | null;
    on(device: Device, dtype: DType): Implementation | null;
}
declare class Kernel<K extends KernelName = any> extends FoundOnce {
    #private;
    readonly name: K;
    readonly dtypes: readonly DType[];
    readonly access: Access;
    constructor(name: K, dtypes: readonly DType[], access: Access, answers: Answers<any, DType>);
    protected find(device: Device, dtype: DType): Implementation | null;
}
type Optional<Name extends string> = Name extends `${string}?` ? null : never;
type Plain<Name extends string> = Name extends `${infer Bare}?` ? Bare : Name;
type Gradients = readonly (Tensor | null)[];
type InputMetas<Names extends readonly string[]> = {
    readonly [At in keyof Names]: TensorMeta | Optional<Names[At]>;
};
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
interface Saving {
    readonly name: string;
    readonly from: "inputs" | "outputs";
    readonly at: number;
    readonly readers: readonly number[];
}
interface OpDefinition<Names extends readonly string[], Outputs extends readonly string[], Saved extends string, Attributes> {
    readonly name: string;
    readonly inputs: Names;
    readonly outputs: Outputs;
    readonly differentiable?: number;
    readonly save: readonly Saving[];
    backward?(context: BackwardContext<Names, Saved, Attributes>): Gradients;
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
interface VariadicOp<K extends KernelName = any, Attributes = any> {
    readonly kind: "variadic";
    readonly name: string;
    readonly kernel: Kernel<K>;
    readonly differentiable?: undefined;
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
type AnyOp = KernelOp | ViewOp | VariadicOp;
interface WitnessedFunction {
    readonly kind: "function";
    readonly name: string;
}
interface WitnessedCall {
    readonly op: AnyOp | ViewsOp | WitnessedFunction;
    readonly inputs: readonly (Tensor | null)[];
    readonly attributes: unknown;
    readonly outputs: readonly Tensor[];
    readonly inPlace: boolean;
}
interface WitnessOptions {
    readonly functions?: readonly string[];
}
declare function witness<Result>(see: (call: WitnessedCall) => void, body: () => Result, options?: WitnessOptions): Result;
export {
  type Operand$1 as O,
  type Pair as P,
  type WitnessOptions as W,
  type WitnessedCall as a,
  type WitnessedFunction as b,
  witness as w,
};
