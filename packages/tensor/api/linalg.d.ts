import { D as DType, T as Tensor, b as Shape } from './tensor.js';
interface ReduceOptions {
    readonly keepdim?: boolean;
}
interface SumOptions extends ReduceOptions {
    readonly dtype?: DType;
}
type Dims = number | readonly number[];
declare function sum(input: Tensor, dim?: Dims, options?: SumOptions): Tensor;
declare function expand(input: Tensor, ...sizes: [
    ...number[]
] | [
    Shape
]): Tensor;
type Several<Name extends string> = {
    readonly [At in Name]: Tensor;
} & Iterable<Tensor>;
declare function det(A: Tensor): Tensor;
type SlogdetResult = Several<"sign" | "logabsdet">;
declare function slogdet(A: Tensor): SlogdetResult;
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
export {
  cholesky as c,
  cond as f,
  cross as g,
  det as d,
  eigh as h,
  eigvalsh as i,
  expand as e,
  inv as j,
  lstsq as l,
  matrixNorm as k,
  matrixPower as m,
  matrixRank as n,
  multiDot as o,
  norm as p,
  pinv as q,
  qr as r,
  slogdet as b,
  solve as t,
  solveTriangular as u,
  sum as s,
  svd as v,
  svdvals as w,
  tensorinv as x,
  type CholeskyOptions as C,
  type CrossOptions as A,
  type Dims as D,
  type EighOptions as E,
  type EighResult as B,
  type LstsqOptions as L,
  type LstsqResult as F,
  type MatrixNormOptions as M,
  type MatrixOrder as G,
  type NormOptions as N,
  type QrOptions as Q,
  type QrResult as H,
  type ReduceOptions as R,
  type SlogdetResult as S,
  type SolveOptions as I,
  type SolveTriangularOptions as J,
  type SumOptions as a,
  type SvdOptions as K,
  type SvdResult as O,
  type ToleranceOptions as T,
  type VanderOptions as V,
  type VectorNormOptions as P,
  vander as y,
  vectorNorm as z,
};
