// vectorNorm, matrixNorm, norm and cond: how large vectors and matrices are, and how near a matrix is to having no inverse.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { type DType, isFloating, promoteTypes } from "../../tensor/dtype.js";
import { normalizeDim, normalizeDims } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { eye } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { extremeOver, vectorNormOver } from "../norms/vector-norms.js";
import { abs } from "../pointwise/abs.js";
import { eq } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { where } from "../pointwise/where.js";
import { type Dims, expand, sum } from "../reductions/sum.js";
import { detach } from "../views/detach.js";
import { permute } from "../views/permute.js";
import { reshapeResult, unsqueeze } from "../views/view.js";
import { det } from "./determinants.js";
import { checkFloating, checkMatrix, checkSquareShape } from "./matrices.js";
import { svdvals } from "./svd.js";
import { inv } from "./systems.js";

export interface VectorNormOptions {
  /** Over which dimensions, as one vector. Default: all. */
  readonly dim?: Dims | null;
  /** Leaves reduced dimensions in place with size 1. Default false. */
  readonly keepdim?: boolean;
  /** What is computed in: the input is converted first. */
  readonly dtype?: "float32" | "float64";
}

/** In the dtype that was asked for, which must not be the narrower. */
function converted(op: string, input: Tensor, dtype: DType | undefined): Tensor {
  checkFloating(op, input);
  if (dtype === undefined) return input;
  if (!isFloating(dtype)) throw new DTypeError(`${op}: dtype should be floating point, but got ${dtype}`);
  if (promoteTypes(input.dtype, dtype) !== dtype)
    throw new DTypeError(
      `${op}: the dtype of the input (${input.dtype}) should be convertible without narrowing to the specified dtype (${dtype})`,
    );
  return to(input, dtype);
}

/**
 * (Σ |x|ᵒʳᵈ)^(1/ord), of all elements or those along `dim`: ∞ is the largest absolute value, −∞ the smallest, 0 how many are not zero.
 * Shape: (*) → () or (*) without `dim`. See https://pytorch.org/docs/stable/generated/torch.linalg.vector_norm.html.
 *
 * @throws DTypeError for integers; ShapeError for no elements where there is no smallest or largest; IndexError for a dimension that is
 * not there.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * const x = tensor([[3, 4], [6, 8]]);
 * linalg.vectorNorm(x, 2, { dim: 1 }).toArray(); // → [5, 10]
 * linalg.vectorNorm(x, Infinity).item(); // → 8
 * ```
 */
export function vectorNorm(x: Tensor, ord = 2, options: VectorNormOptions = {}): Tensor {
  const op = "linalg.vectorNorm";
  checkTensor(op, "x", x);
  checkOptions(op, options, ["dim", "keepdim", "dtype"]);
  if (typeof ord !== "number") throw new ArgumentError(`${op}: ord must be a number, but got ${describe(ord)}`);
  const { dim, keepdim = false, dtype } = options;
  const input = converted(op, x, dtype);
  const given = dim === null || (Array.isArray(dim) && dim.length === 0) ? undefined : dim;
  const dims = normalizeDims(op, given as Dims | undefined, x.ndim);
  const hasNone = dims.some((at) => x.shape[at] === 0);
  if (hasNone && (ord < 0 || ord === Number.POSITIVE_INFINITY))
    throw new ShapeError(
      `${op} cannot compute the ${ord === Number.POSITIVE_INFINITY ? "inf" : ord === Number.NEGATIVE_INFINITY ? "-inf" : ord} norm on an empty tensor because the operation does not have an identity`,
    );
  return vectorNormOver(input, ord, dims, keepdim);
}

/**
 * `"fro"`, the root of the sum of squares; `"nuc"`, the sum of the singular values; ±2, the largest or smallest of those; ±1, ±∞, the
 * largest or smallest sum of a column, or of a row.
 */
export type MatrixOrder = "fro" | "nuc" | number;

export interface MatrixNormOptions {
  /** The dimensions of the rows and of the columns. Default [-2, -1]. */
  readonly dim?: readonly [number, number];
  /** Leaves reduced dimensions in place with size 1. Default false. */
  readonly keepdim?: boolean;
  /** What is computed in: the input is converted first. */
  readonly dtype?: "float32" | "float64";
}

/**
 * The norm of matrices: by default the root of the sum of squares. Shape: (*, m, n) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.linalg.matrix_norm.html.
 *
 * @throws ShapeError unless they are matrices; ArgumentError for an unknown order; DTypeError for integers.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * const A = tensor([[1, 1], [1, 1]]);
 * linalg.matrixNorm(A).item(); // → 2
 * linalg.matrixNorm(tensor([[1, -5], [2, 3]]), 1).item(); // → 8
 * ```
 */
export function matrixNorm(A: Tensor, ord: MatrixOrder = "fro", options: MatrixNormOptions = {}): Tensor {
  const op = "linalg.matrixNorm";
  checkOptions(op, options, ["dim", "keepdim", "dtype"]);
  checkMatrix(op, "A", A);
  const { dim = [-2, -1], keepdim = false, dtype } = options;
  if (!Array.isArray(dim) || dim.length !== 2)
    throw new ArgumentError(`${op}: dim must be a pair of dimensions. Got ${describe(dim)}`);
  const [rows, columns] = dim.map((at) => normalizeDim(op, at, A.ndim)) as [number, number];
  if (rows === columns) throw new ShapeError(`${op}: dims must be different. Got (${dim.join(", ")})`);
  const input = converted(op, A, dtype);
  const both = [rows, columns].sort((a, b) => a - b);
  if (ord === "fro") return vectorNormOver(input, 2, both, keepdim);
  if (ord === "nuc" || Math.abs(ord as number) === 2) {
    const others = A.shape.map((_, at) => at).filter((at) => !both.includes(at));
    const values = svdvals(permute(input, [...others, rows, columns]));
    const found = ord === "nuc" ? sum(values, -1) : extreme(op, values, ord as number, values.ndim - 1);
    return keepdim
      ? reshapeResult(
          found,
          A.shape.map((size, at) => (both.includes(at) ? 1 : size)),
        )
      : found;
  }
  const size = Math.abs(ord as number);
  if (size !== 1 && size !== Number.POSITIVE_INFINITY)
    throw new ArgumentError(`${op}: Order ${String(ord)} not supported.`);
  const [summed, left] = size === 1 ? [rows, columns] : [columns, rows];
  const sums = sum(abs(input), summed, { keepdim: true });
  const found = extreme(op, sums, ord as number, left, true);
  const kept = A.shape.map((length, at) => (both.includes(at) ? 1 : length));
  return reshapeResult(found, keepdim ? kept : A.shape.filter((_, at) => !both.includes(at)));
}

/** The largest, or of a negative order the smallest, of values that are not negative. Of none it is 0, where that is an answer. */
function extreme(op: string, values: Tensor, ord: number, dim: number, keepdim = false): Tensor {
  if (values.shape[dim] === 0) {
    if (ord < 0)
      throw new ShapeError(`${op}: Expected reduction dim ${dim} to have non-zero size, for the order ${ord}`);
    return sum(values, dim, { keepdim });
  }
  return extremeOver(values, ord < 0, [dim], keepdim);
}

export interface NormOptions {
  /** One dimension: of vectors; two: of matrices. Default: all. */
  readonly dim?: Dims | null;
  /** Leaves reduced dimensions in place with size 1. Default false. */
  readonly keepdim?: boolean;
  /** What is computed in: the input is converted first. */
  readonly dtype?: "float32" | "float64";
}

/**
 * {@link vectorNorm} or {@link matrixNorm}: without an order that of all elements as one vector; with one, of a vector or a matrix, or
 * along the one or two dimensions that `dim` names. Shape: (*) → (), or (*) without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.linalg.norm.html.
 *
 * @throws ShapeError for an order of more than two dimensions; ArgumentError for an unknown order; DTypeError for integers.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.norm(tensor([3, 4])).item(); // → 5
 * linalg.norm(tensor([[1, -5], [2, 3]]), Infinity).item(); // → 6
 * ```
 */
export function norm(A: Tensor, ord?: MatrixOrder | null, options: NormOptions = {}): Tensor {
  const op = "linalg.norm";
  checkTensor(op, "A", A);
  checkOptions(op, options, ["dim", "keepdim", "dtype"]);
  const { dim, ...rest } = options;
  const dims = dim === undefined || dim === null ? null : [dim].flat();
  if (dims !== null && dims.length !== 1 && dims.length !== 2)
    throw new ArgumentError(`${op}: If dim is specified, it must be of length 1 or 2. Got [${dims.join(", ")}]`);
  if (ord === undefined || ord === null) return vectorNorm(A, 2, { ...rest, dim: dims });
  if (dims === null && A.ndim !== 1 && A.ndim !== 2)
    throw new ShapeError(`${op}: If dim is not specified but ord is, the input must be 1D or 2D. Got ${A.ndim}D.`);
  const isMatrix = typeof ord === "string" || (dims === null ? A.ndim === 2 : dims.length === 2);
  if (!isMatrix) return vectorNorm(A, ord as number, { ...rest, dim: dims });
  return matrixNorm(A, ord, {
    ...rest,
    ...(dims === null ? {} : { dim: dims as unknown as readonly [number, number] }),
  });
}

/**
 * The condition: the norm of a matrix times that of its inverse, ∞ where it has none. Without an order, or of ±2, by singular values,
 * and not of square matrices alone. Shape: (*, m, n) → (*). See https://pytorch.org/docs/stable/generated/torch.linalg.cond.html.
 *
 * @throws ShapeError unless they are matrices, square but for ±2; ArgumentError for an unknown order; DTypeError for integers.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.cond(tensor([[2, 0], [0, 0.5]])).item(); // → 4
 * ```
 */
export function cond(A: Tensor, p?: MatrixOrder | null): Tensor {
  const op = "linalg.cond";
  checkTensor(op, "A", A);
  if (A.ndim < 2) throw new ShapeError(`${op}: The input tensor must have at least 2 dimensions.`);
  const ord = p ?? 2;
  if (![2, -2, 1, -1, "fro", "nuc", Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].includes(ord))
    throw new ArgumentError(`${op}: got an invalid norm type: ${String(ord)}`);
  if (ord !== 2 && ord !== -2) {
    checkSquareShape(`${op}(ord=${ord})`, "A", A);
    checkFloating(op, A);
    return byInverse(A, ord);
  }
  checkFloating(op, A);
  const values = svdvals(A);
  if (values.size(-1) === 0) return sum(values, -1);
  const last = values.ndim - 1;
  const [largest, smallest] = [1, -1].map((sign) => extreme(op, values, sign, last)) as [Tensor, Tensor];
  return ord === 2 ? div(largest, smallest) : div(smallest, largest);
}

/** Of a matrix without an inverse it is infinite: those are looked for first, and the others inverted. */
function byInverse(A: Tensor, ord: MatrixOrder): Tensor {
  const hasNone = eq(det(detach(A)), 0);
  const whole = expand(unsqueeze(unsqueeze(hasNone, -1), -1), A.shape);
  const safe = where(whole, eyeLike(A), A);
  const product = mul(matrixNorm(A, ord), matrixNorm(inv(safe), ord));
  return where(hasNone, Number.POSITIVE_INFINITY, product);
}

const eyeLike = (A: Tensor): Tensor => eye(A.size(-1), { dtype: A.dtype, device: A.device });
