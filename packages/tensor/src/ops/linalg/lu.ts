// luFactor, lu, luSolve and luUnpack: P·A = L·U by elimination, as one matrix or in its parts, and what is solved by it.

import { DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { formatShape, sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { arange, eye } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { gather, scatter } from "../indexing/gather.js";
import { add, sub } from "../pointwise/add.js";
import { eq } from "../pointwise/compare.js";
import { matmul } from "../products/matmul.js";
import { expand } from "../reductions/sum.js";
import { type Several, several } from "../several.js";
import { cat } from "../shapes/cat.js";
import { tril, triu } from "../shapes/triangles.js";
import { narrow } from "../views/slice.js";
import { reshape, unsqueeze } from "../views/view.js";
import { checkFloating, checkMatrix, leadingOf, stacked, transposed, unstacked } from "./matrices.js";
import { solveTriangular, triangular } from "./systems.js";

const luOp = defineOp({
  extra: attributes<{ readonly op: string | null; readonly isBatch: boolean }>(),
  name: "lu",
  inputs: ["input"],
  outputs: ["LU", "pivots"],
  kernel: kernels.lu,
  infer: ([{ shape, dtype }]) => [
    { shape, dtype },
    { shape: [shape[0]!, Math.min(shape[1]!, shape[2]!)], dtype: "int32" as const },
  ],
  save: { LU: ["input"], pivots: ["input"] },
  backward: ({ grad, LU, pivots }): Gradients => [ofFactors(grad, LU, pivots)],
});

/** PyTorch's lu_factor_ex_backward: of what comes back to L and U, to the rows that they were computed of. */
function ofFactors(grad: Tensor, LU: Tensor, pivots: Tensor): Tensor {
  const [m, n] = LU.shape.slice(-2) as [number, number];
  const k = Math.min(m, n);
  const corner = (x: Tensor) => narrow(narrow(x, -2, 0, k), -1, 0, k);
  const [ones, u1] = [eye(k, { dtype: LU.dtype, device: LU.device }), triu(corner(LU))];
  const l1 = add(tril(corner(LU), -1), expand(ones, u1.shape));
  const [l, u] = [tall(LU, l1, k), wide(LU, u1, k)];
  const [gl, gu] = [tril(narrow(grad, -1, 0, k), -1), triu(narrow(grad, -2, 0, k))];
  const [ofL, ofU] = [matmul(transposed(l), gl), matmul(gu, transposed(u))];
  // From the left by L⁻ᵀ, and from the right by U⁻ᵀ.
  const left = (x: Tensor) => triangular(transposed(l1), x, true, true);
  const right = (x: Tensor) => transposed(triangular(u1, transposed(x), true));
  let rows: Tensor;
  if (m === n) rows = right(left(add(tril(ofL, -1), triu(ofU))));
  else if (m < n) {
    const first = left(add(narrow(gu, -1, 0, k), right(tril(sub(ofL, ofU), -1))));
    rows = cat([first, left(narrow(gu, -1, k, n - k))], -1);
  } else {
    const first = right(add(narrow(gl, -2, 0, k), left(triu(sub(ofU, ofL)))));
    rows = cat([first, right(narrow(gl, -2, k, m - k))], -2);
  }
  return matmul(permutation(pivots, m, LU), rows);
}

/** L of a packed tall matrix, of which the first rows are `l1`. */
const tall = (LU: Tensor, l1: Tensor, k: number): Tensor =>
  LU.size(-2) === k ? l1 : cat([l1, narrow(narrow(LU, -1, 0, k), -2, k, LU.size(-2) - k)], -2);
/** U of a packed wide matrix, of which the first columns are `u1`. */
const wide = (LU: Tensor, u1: Tensor, k: number): Tensor =>
  LU.size(-1) === k ? u1 : cat([u1, narrow(narrow(LU, -2, 0, k), -1, k, LU.size(-1) - k)], -1);

/** P of A = P·L·U, of m rows, by the exchanges of (*, k), in the dtype and on the device of `like`. */
function permutation(pivots: Tensor, m: number, like: Tensor): Tensor {
  const numbers = { dtype: "int32", device: pivots.device } as const;
  let rows = expand(arange(m, numbers), [...pivots.shape.slice(0, -1), m]);
  for (let step = 0; step < pivots.size(-1); step++) {
    const other = sub(narrow(pivots, -1, step, 1), 1);
    const [here, there] = [narrow(rows, -1, step, 1), gather(rows, -1, other)];
    const without = scatter(rows, -1, other, here);
    const own = step === 0 ? [] : [narrow(without, -1, 0, step)];
    rows = cat([...own, there, narrow(without, -1, step + 1, m - step - 1)], -1);
  }
  return to(eq(unsqueeze(arange(m, numbers), -1), unsqueeze(rows, -2)), like.dtype);
}

/** L and U as one matrix, and the rows exchanged, from 1: by name, or as a pair. */
export type LuFactorResult = Several<"LU" | "pivots">;
/** P, L and U: by name, or one after the other. */
export type LuResult = Several<"P" | "L" | "U">;

/** Of a matrix or a batch; a zero on U's diagonal is refused in the name of an op. */
function factored(A: Tensor, op: string | null): LuFactorResult {
  const [LU, pivots] = apply(luOp, [stacked(A)], { op, isBatch: A.ndim > 2 });
  return several({ LU: unstacked(LU, leadingOf(A)), pivots: unstacked(pivots, leadingOf(A)) }, ["LU", "pivots"]);
}

/**
 * A matrix by elimination, P·A = L·U: U, and below its diagonal L without its ones, as one matrix, and which row each step exchanged with its
 * own, counted from 1. Computed in float64. Shape: (*, m, n) → (*, m, n), (*, min(m, n)).
 * See https://pytorch.org/docs/stable/generated/torch.linalg.lu_factor.html.
 *
 * @throws ShapeError unless they are matrices; DTypeError for integers; ArgumentError where U has a zero on its diagonal.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * const { LU, pivots } = linalg.luFactor(tensor([[1, 2], [2, 0]]));
 * LU.toArray(); // → [[2, 0], [0.5, 2]]
 * pivots.toArray(); // → [2, 2]
 * ```
 */
export function luFactor(A: Tensor): LuFactorResult {
  checkMatrix("linalg.luFactor", "A", A);
  return factored(A, "linalg.luFactor");
}

/**
 * P, L and U of A = P·L·U: P a permutation, L lower triangular with ones on its diagonal, U upper triangular. Computed in float64.
 * Shape: (*, m, n) → (*, m, m), (*, m, k), (*, k, n), k = min(m, n). See https://pytorch.org/docs/stable/generated/torch.linalg.lu.html.
 *
 * @throws ShapeError unless they are matrices; DTypeError for integers.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * const { P, L, U } = linalg.lu(tensor([[1, 2], [2, 0]]));
 * P.matmul(L).matmul(U).toArray(); // → [[1, 2], [2, 0]]
 * ```
 */
export function lu(A: Tensor): LuResult {
  checkMatrix("linalg.lu", "A", A);
  const { LU, pivots } = factored(A, null);
  return luUnpack(LU, pivots);
}

export interface LuUnpackOptions {
  /** Whether L and U are wanted; without they are empty. Default true. */
  readonly unpackData?: boolean;
  /** Whether P is wanted; without it is empty. Default true. */
  readonly unpackPivots?: boolean;
}

function checkPacked(op: string, LU: Tensor, pivots: Tensor): void {
  checkMatrix(op, "LU", LU);
  checkTensor(op, "pivots", pivots);
  if (pivots.dtype !== "int32")
    throw new DTypeError(`${op}: pivots are int32, as luFactor gives them, but got ${pivots.dtype}`);
  const wanted = [...leadingOf(LU), Math.min(LU.size(-2), LU.size(-1))];
  if (!sameShape(pivots.shape, wanted))
    throw new ShapeError(
      `${op}: pivots of ${formatShape(LU.shape)} have the shape ${formatShape(wanted)}, but got ${formatShape(pivots.shape)}`,
    );
}

/**
 * P, L and U of what {@link luFactor} gives. Shape: (*, m, n), (*, k) → (*, m, m), (*, m, k), (*, k, n), k = min(m, n).
 * See https://pytorch.org/docs/stable/generated/torch.lu_unpack.html.
 *
 * @throws ShapeError if shapes do not fit; DTypeError for integers, or pivots that are none.
 * @example
 * ```ts
 * import { linalg, luUnpack, tensor } from "@bernoulli/tensor";
 * const { LU, pivots } = linalg.luFactor(tensor([[1, 2], [2, 0]]));
 * const [P, L, U] = luUnpack(LU, pivots);
 * L.toArray(); // → [[1, 0], [0.5, 1]]
 * ```
 */
export function luUnpack(LU: Tensor, pivots: Tensor, options: LuUnpackOptions = {}): LuResult {
  checkPacked("luUnpack", LU, pivots);
  checkOptions("luUnpack", options, { unpackData: "boolean", unpackPivots: "boolean" });
  const { unpackData = true, unpackPivots = true } = options;
  const own = { dtype: LU.dtype, device: LU.device };
  const nothing = () => reshape(eye(0, own), [0]);
  const P = unpackPivots ? permutation(pivots, LU.size(-2), LU) : nothing();
  if (!unpackData) return several({ P, L: nothing(), U: nothing() }, ["P", "L", "U"]);
  const k = Math.min(LU.size(-2), LU.size(-1));
  const columns = narrow(LU, -1, 0, k);
  const L = add(tril(columns, -1), expand(eye(LU.size(-2), k, own), columns.shape));
  return several({ P, L, U: triu(narrow(LU, -2, 0, k)) }, ["P", "L", "U"]);
}

export interface LuSolveOptions {
  /** Whether A stands on the left, A·X = B, or on the right, X·A = B. Default true. */
  readonly left?: boolean;
  /** Whether it is Aᵀ that stands there. Default false. */
  readonly adjoint?: boolean;
}

/**
 * X of A·X = B, of which {@link luFactor} has given LU and the pivots of A; computed in float64. Shape: (*, n, n), (*, n), (*, n, k) → (*, n, k), batches
 * broadcast. See https://pytorch.org/docs/stable/generated/torch.linalg.lu_solve.html.
 *
 * @throws ShapeError if shapes do not fit; DTypeError for integers or two dtypes.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * const { LU, pivots } = linalg.luFactor(tensor([[2, 1], [1, 1]]));
 * linalg.luSolve(LU, pivots, tensor([[3], [2]])).toArray(); // → [[1], [1]]
 * ```
 */
export function luSolve(LU: Tensor, pivots: Tensor, B: Tensor, options: LuSolveOptions = {}): Tensor {
  const op = "linalg.luSolve";
  checkPacked(op, LU, pivots);
  checkTensor(op, "B", B);
  checkFloating(op, B);
  checkOptions(op, options, { left: "boolean", adjoint: "boolean" });
  const { left = true, adjoint = false } = options;
  if (LU.size(-1) !== LU.size(-2))
    throw new ShapeError(
      `${op}: LU must be batches of square matrices, but they are ${LU.size(-2)} by ${LU.size(-1)} matrices`,
    );
  if (!left) return transposed(luSolve(LU, pivots, transposed(B), { adjoint: !adjoint }));
  const P = permutation(pivots, LU.size(-2), LU);
  // A = P·L·U
  if (!adjoint) {
    const inner = solveTriangular(LU, matmul(transposed(P), B), { upper: false, unitriangular: true });
    return solveTriangular(LU, inner, { upper: true });
  }
  const turned = transposed(LU);
  const inner = solveTriangular(turned, B, { upper: false });
  return matmul(P, solveTriangular(turned, inner, { upper: true, unitriangular: true }));
}
