// inv, solve and solveTriangular: inverses, and systems of linear equations.

import { DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { dtypeTraits } from "../../tensor/dtype.js";
import { broadcastShapes, sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { neg } from "../pointwise/neg.js";
import { matmul } from "../products/matmul.js";
import { expand } from "../reductions/sum.js";
import { tril, triu } from "../shapes/triangles.js";
import { squeeze, unsqueeze } from "../views/view.js";
import { checkFloating, checkSquare, leadingOf, stacked, told, transposed, unstacked } from "./matrices.js";

const inverseOp = defineOp({
  name: "inverse",
  inputs: ["input"],
  kernel: kernels.inverse,
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  save: { output: ["input"] },
  backward: ({ grad, output }): Gradients => {
    const turned = transposed(output);
    return [neg(matmul(matmul(turned, grad), turned))];
  },
});

/** The inverses of [batch, n, n]; of those without, by a pivot that is nudged, unless an op is named that refuses them. */
export function inverseOf(input: Tensor, op: string | null, isBatch: boolean): Tensor {
  return apply(inverseOp, [input], { op, isBatch });
}

const solveOp = defineOp({
  name: "solve",
  inputs: ["input", "other"],
  kernel: kernels.solve,
  infer: ([, { shape, dtype }]) => [{ shape, dtype }],
  save: { input: ["input", "other"], output: ["input"] },
  backward: ({ grad, input, output, attributes, needs }): Gradients => {
    const ofOther = apply(solveOp, [transposed(input), grad], attributes);
    return [needs[0] ? neg(matmul(ofOther, transposed(output))) : null, ofOther];
  },
});

const triangularOp = defineOp({
  extra: attributes<{ readonly isUpper: boolean; readonly isUnit: boolean }>(),
  name: "solveTriangular",
  inputs: ["input", "other"],
  kernel: kernels.solveTriangular,
  infer: ([, { shape, dtype }]) => [{ shape, dtype }],
  save: { input: ["input", "other"], output: ["input"] },
  backward: ({ grad, input, output, attributes: { isUpper, isUnit }, needs }): Gradients => {
    const ofOther = triangular(transposed(input), grad, !isUpper, isUnit);
    if (!needs[0]) return [null, ofOther];
    const whole = neg(matmul(ofOther, transposed(output)));
    return [isUpper ? triu(whole, isUnit ? 1 : 0) : tril(whole, isUnit ? -1 : 0), ofOther];
  },
});

/** X of T·X = B, of [batch, n, n] and [batch, n, k]. */
export function triangular(input: Tensor, other: Tensor, isUpper: boolean, isUnit = false): Tensor {
  return apply(triangularOp, [input, other], { isUpper, isUnit });
}

/**
 * The inverse of a square matrix, or of each of a batch; computed in float64. To solve equations, `linalg.solve` is faster and more
 * exact. Shape: (*, n, n) → (*, n, n). See https://pytorch.org/docs/stable/generated/torch.linalg.inv.html.
 *
 * @throws ShapeError unless they are square; DTypeError for integers; ArgumentError for a matrix without an inverse.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.inv(tensor([[2, 0], [0, 4]])).toArray(); // → [[0.5, 0], [0, 0.25]]
 * ```
 */
export function inv(A: Tensor): Tensor {
  checkSquare("linalg.inv", "A", A);
  return unstacked(inverseOf(stacked(A), "linalg.inv", A.ndim > 2), leadingOf(A));
}

function checkSystem(op: string, A: Tensor, B: Tensor, left: boolean): void {
  if (A.dtype !== B.dtype)
    throw new DTypeError(
      `${op}: Expected A and B to have the same dtype, but found A of type ${dtypeTraits[A.dtype].scalarName} and B of type ${dtypeTraits[B.dtype].scalarName} instead; convert one with .to(…)`,
    );
  if (B.ndim < 2) throw new ShapeError(`${op}: The input tensor B must have at least 2 dimensions.`);
  if (A.size(-1) !== B.size(left ? -2 : -1))
    throw new ShapeError(
      `${op}: Incompatible shapes of A and B for the equation ${left ? "AX = B" : "XA = B"} (${A.size(-2)}x${A.size(-1)} and ${B.size(-2)}x${B.size(-1)})`,
    );
}

/** Both with the dimensions in front that they have together, as batches of one dimension. */
function together(op: string, A: Tensor, B: Tensor) {
  const leading = broadcastShapes(op, leadingOf(A), leadingOf(B));
  const wide = (x: Tensor) => stacked(expand(x, [...leading, x.size(-2), x.size(-1)]));
  return { leading, left: wide(A), right: wide(B) };
}

export interface SolveOptions {
  /** Whether A stands on the left, A·X = B, or on the right, X·A = B. Default true. */
  readonly left?: boolean;
}

/**
 * X of A·X = B; computed in float64. B is a vector if it has one dimension, or the shape of A without its last one.
 * Shape: (*, n, n), (*, n, k) → (*, n, k), or (*, n) → (*, n), batches broadcast.
 * See https://pytorch.org/docs/stable/generated/torch.linalg.solve.html.
 *
 * @throws ShapeError if shapes do not fit; DTypeError for integers or two dtypes; ArgumentError for a matrix without an inverse.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.solve(tensor([[2, 1], [1, 1]]), tensor([3, 2])).toArray(); // → [1, 1]
 * ```
 */
export function solve(A: Tensor, B: Tensor, options: SolveOptions = {}): Tensor {
  const op = "linalg.solve";
  checkTensor(op, "B", B);
  checkOptions(op, options, { left: "boolean" });
  const { left = true } = options;
  checkSquare(op, "A", A);
  const isVector = B.ndim === 1 || (A.ndim - 1 === B.ndim && sameShape(B.shape, A.shape.slice(0, -1)));
  if (isVector && !left)
    throw new ShapeError(
      `${op}: Vector broadcasting of the left hand side is not supported for left: false. In this case it is B / A.squeeze(-1)`,
    );
  const right = isVector ? unsqueeze(B, -1) : B;
  checkSystem(op, A, right, left);
  const system = together(op, left ? A : transposed(A), left ? right : transposed(right));
  const solved = unstacked(apply(solveOp, [system.left, system.right], told("torch.linalg.solve", A)), system.leading);
  if (!left) return transposed(solved);
  return isVector ? squeeze(solved, -1) : solved;
}

export interface SolveTriangularOptions extends SolveOptions {
  /** Which triangle of A is read. */
  readonly upper: boolean;
  /** Whether A's diagonal is 1, and not read. Default false. */
  readonly unitriangular?: boolean;
}

/**
 * X of A·X = B for a triangular A, of which the other triangle is not read; computed in float64. Where A's diagonal is zero, X is
 * infinite or NaN. Shape: (*, n, n), (*, n, k) → (*, n, k), batches broadcast.
 * See https://pytorch.org/docs/stable/generated/torch.linalg.solve_triangular.html.
 *
 * @throws ShapeError if shapes do not fit; DTypeError for integers or two dtypes.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.solveTriangular(tensor([[2, 0], [1, 1]]), tensor([[4], [3]]), { upper: false }).toArray(); // → [[2], [1]]
 * ```
 */
export function solveTriangular(A: Tensor, B: Tensor, options: SolveTriangularOptions): Tensor {
  const op = "linalg.solveTriangular";
  checkTensor(op, "B", B);
  checkOptions(op, options, { upper: "boolean", left: "boolean", unitriangular: "boolean" });
  const { upper, left = true, unitriangular = false } = options;
  if (upper === undefined) throw new ShapeError(`${op}: say which triangle is read, { upper: true } or false`);
  checkSquare(op, "A", A);
  checkFloating(op, B);
  checkSystem(op, A, B, left);
  const system = together(op, left ? A : transposed(A), left ? B : transposed(B));
  const solved = unstacked(triangular(system.left, system.right, upper === left, unitriangular), system.leading);
  return left ? solved : transposed(solved);
}
