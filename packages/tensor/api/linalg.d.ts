import { h as isTensor, D as DType, T as Tensor, d as Shape } from './tensor.js';
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
        (value: unknown) => value is number[]
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
type Kind = keyof typeof kinds;
type Kinds<Options> = {
    readonly [Name in keyof Required<Options>]: Kind;
};
declare function checkOptions(owner: string, given: unknown, known: readonly string[] | Readonly<Record<string, Kind>>): void;
type Positional<Options, Names extends readonly (keyof Options)[], Done extends keyof Options = never> = readonly [
    options?: Omit<Options, Done> | undefined
] | (Names extends readonly [
    infer First extends keyof Options,
    ...infer Rest extends readonly (keyof Options)[]
] ? readonly [
    first?: Options[First] | null | undefined,
    ...rest: Positional<Options, Rest, Done | First>
] : never);
declare function optionsOf<Options extends object>(owner: string, names: readonly (keyof Options & string)[], given: readonly unknown[]): Options;
declare function checkArgument(owner: string, name: string, given: unknown, kind: Kind): void;
type NamedArgument<Name extends string, Value> = Positional<{
    readonly [At in Name]?: Value;
}, [
    Name
]>;
type DimArgument = NamedArgument<"dim", number>;
interface ReduceOptions {
    readonly keepdim?: boolean;
}
interface SumOptions extends ReduceOptions {
    readonly dtype?: DType;
}
type Dims = number | readonly number[];
type WithDim<Options, Dim = Dims> = Options & {
    readonly dim?: Dim;
};
type ReduceArguments<Options extends ReduceOptions = ReduceOptions, Dim = Dims> = Positional<WithDim<Options, Dim>, [
    "dim",
    "keepdim"
]>;
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
declare function sum(input: Tensor, ...rest: ReduceArguments<SumOptions>): Tensor;
declare function expand(input: Tensor, ...sizes: [
    ...number[]
] | [
    Shape
]): Tensor;
type Several<Name extends string> = {
    readonly [At in Name]: Tensor;
} & Iterable<Tensor> & {
    readonly [place: number]: Tensor;
};
declare function det(A: Tensor): Tensor;
type SlogdetResult = Several<"sign" | "logabsdet">;
declare function slogdet(A: Tensor): SlogdetResult;
declare function matrixExp(A: Tensor): Tensor;
type LuFactorResult = Several<"LU" | "pivots">;
type LuResult = Several<"P" | "L" | "U">;
declare function luFactor(A: Tensor): LuFactorResult;
declare function lu(A: Tensor): LuResult;
interface LuUnpackOptions {
    readonly unpackData?: boolean;
    readonly unpackPivots?: boolean;
}
declare function luUnpack(LU: Tensor, pivots: Tensor, options?: LuUnpackOptions): LuResult;
interface LuSolveOptions {
    readonly left?: boolean;
    readonly adjoint?: boolean;
}
declare function luSolve(LU: Tensor, pivots: Tensor, B: Tensor, options?: LuSolveOptions): Tensor;
interface CholeskyOptions {
    readonly upper?: boolean;
}
declare function cholesky(A: Tensor, options?: CholeskyOptions): Tensor;
type EighResult = Several<"eigenvalues" | "eigenvectors">;
interface EighOptions {
    readonly UPLO?: "L" | "U" | "l" | "u";
}
declare function eigh(A: Tensor, options?: EighOptions): EighResult;
declare function eigvalsh(A: Tensor, options?: EighOptions): Tensor;
declare function householderProduct(A: Tensor, tau: Tensor): Tensor;
interface VectorNormOptions {
    readonly dim?: Dims | null;
    readonly keepdim?: boolean;
    readonly dtype?: "float32" | "float64";
}
declare function vectorNorm(x: Tensor, ord?: number, options?: VectorNormOptions): Tensor;
type MatrixOrder = "fro" | "nuc" | number;
interface MatrixNormOptions {
    readonly dim?: readonly [
        number,
        number
    ];
    readonly keepdim?: boolean;
    readonly dtype?: "float32" | "float64";
}
declare function matrixNorm(A: Tensor, ord?: MatrixOrder, options?: MatrixNormOptions): Tensor;
interface NormOptions {
    readonly dim?: Dims | null;
    readonly keepdim?: boolean;
    readonly dtype?: "float32" | "float64";
}
declare function norm(A: Tensor, ord?: MatrixOrder | null, options?: NormOptions): Tensor;
declare function cond(A: Tensor, p?: MatrixOrder | null): Tensor;
interface ToleranceOptions {
    readonly atol?: number;
    readonly rtol?: number;
    readonly hermitian?: boolean;
}
declare function pinv(A: Tensor, options?: ToleranceOptions): Tensor;
declare function matrixRank(A: Tensor, options?: ToleranceOptions): Tensor;
type LstsqResult = Several<"solution" | "residuals" | "rank" | "singularValues">;
declare const drivers: readonly [
    "gels",
    "gelsy",
    "gelsd",
    "gelss"
];
interface LstsqOptions {
    readonly rcond?: number;
    readonly driver?: (typeof drivers)[number];
}
declare function lstsq(A: Tensor, B: Tensor, options?: LstsqOptions): LstsqResult;
declare function matrixPower(A: Tensor, n: number): Tensor;
declare function multiDot(tensors: readonly Tensor[]): Tensor;
interface CrossOptions {
    readonly dim?: number;
}
declare function cross(input: Tensor, other: Tensor, options?: CrossOptions): Tensor;
type QrResult = Several<"Q" | "R">;
interface QrOptions {
    readonly mode?: "reduced" | "complete" | "r";
}
declare function qr(A: Tensor, options?: QrOptions): QrResult;
type SvdResult = Several<"U" | "S" | "Vh">;
interface SvdOptions {
    readonly fullMatrices?: boolean;
}
declare function svd(A: Tensor, options?: SvdOptions): SvdResult;
declare function svdvals(A: Tensor): Tensor;
declare function inv(A: Tensor): Tensor;
interface SolveOptions {
    readonly left?: boolean;
}
declare function solve(A: Tensor, B: Tensor, options?: SolveOptions): Tensor;
interface SolveTriangularOptions extends SolveOptions {
    readonly upper: boolean;
    readonly unitriangular?: boolean;
}
declare function solveTriangular(A: Tensor, B: Tensor, options: SolveTriangularOptions): Tensor;
interface VanderOptions {
    readonly N?: number;
}
declare function vander(x: Tensor, options?: VanderOptions): Tensor;
declare function tensorinv(A: Tensor, ind?: number): Tensor;
declare function tensorsolve(A: Tensor, B: Tensor, dims?: readonly number[]): Tensor;
declare function vecdot(x: Tensor, y: Tensor, dim?: number): Tensor;
declare function diagonal(A: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
export {
  checkArgument as d,
  checkOptions as f,
  cholesky as n,
  cond as p,
  cross as q,
  det as g,
  diagonal as r,
  eigh as t,
  eigvalsh as u,
  expand as e,
  householderProduct as v,
  inv as w,
  lstsq as x,
  lu as y,
  luFactor as z,
  luSolve as B,
  luUnpack as l,
  matrixExp as m,
  matrixNorm as C,
  matrixPower as h,
  matrixRank as E,
  multiDot as F,
  norm as G,
  optionsOf as o,
  pinv as H,
  qr as I,
  slogdet as i,
  solve as J,
  solveTriangular as M,
  sum as s,
  svd as O,
  svdvals as Q,
  tensorinv as T,
  tensorsolve as U,
  type AlongDim as A,
  type CholeskyOptions as Z,
  type CrossOptions as _,
  type DimArgument as k,
  type Dims as D,
  type EighOptions as $,
  type EighResult as a0,
  type Kind as K,
  type Kinds as a,
  type LstsqOptions as a1,
  type LstsqResult as a2,
  type LuFactorResult as a3,
  type LuResult as a4,
  type LuSolveOptions as a5,
  type LuUnpackOptions as L,
  type MatrixNormOptions as a6,
  type MatrixOrder as a7,
  type NamedArgument as N,
  type NormOptions as a8,
  type Positional as P,
  type QrOptions as a9,
  type QrResult as aa,
  type ReduceArguments as R,
  type ReduceOptions as b,
  type Several as j,
  type SlogdetResult as S,
  type SolveOptions as ab,
  type SolveTriangularOptions as ac,
  type SumOptions as c,
  type SvdOptions as ad,
  type SvdResult as ae,
  type ToleranceOptions as af,
  type VanderOptions as ag,
  type VectorNormOptions as ah,
  type WithDim as W,
  vander as V,
  vecdot as X,
  vectorNorm as Y,
};
