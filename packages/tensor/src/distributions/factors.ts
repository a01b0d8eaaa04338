// Covariance matrices as distributions take them: one of three, of which the Cholesky factor is found; and sums over such factors. No
// distribution is defined here.

import { ArgumentError } from "../checks/errors.js";
import { eye } from "../ops/creation/creation.js";
import { cholesky } from "../ops/linalg/cholesky.js";
import { solveTriangular } from "../ops/linalg/systems.js";
import { log } from "../ops/pointwise/exp.js";
import { matmul } from "../ops/products/matmul.js";
import { sum } from "../ops/reductions/sum.js";
import { flip } from "../ops/shapes/flip.js";
import { diagonal } from "../ops/views/diagonal.js";
import { transpose } from "../ops/views/permute.js";
import { isTensor, type Tensor } from "../tensor/tensor.js";
import { type Constraint, lowerCholesky, positiveDefinite } from "./constraints.js";

export type Matrix = "covarianceMatrix" | "precisionMatrix" | "scaleTril";

export const matrices: Readonly<Record<Matrix, Constraint>> = {
  covarianceMatrix: positiveDefinite,
  precisionMatrix: positiveDefinite,
  scaleTril: lowerCholesky,
};

/** The one that is given. */
export function matrixOf(
  owner: string,
  { covarianceMatrix, precisionMatrix, scaleTril }: Readonly<Partial<Record<Matrix, Tensor | undefined>>>,
): readonly [name: Matrix, matrix: Tensor] {
  const given = Object.entries({ covarianceMatrix, precisionMatrix, scaleTril }).filter(
    ([, value]) => value !== undefined,
  ) as [Matrix, Tensor][];
  if (given.length !== 1)
    throw new ArgumentError(
      `${owner}: Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.`,
    );
  const [name, matrix] = given[0]!;
  if (!isTensor(matrix) || matrix.ndim < 2)
    throw new ArgumentError(
      `${owner}: ${name} matrix must be at least two-dimensional, with optional leading batch dimensions`,
    );
  return [name, matrix];
}

export const turned = (matrix: Tensor): Tensor => transpose(matrix, -2, -1);
export const solved = (lower: Tensor, right: Tensor): Tensor => solveTriangular(lower, right, { upper: false });
export const logOfDiagonal = (matrix: Tensor): Tensor => sum(log(diagonal(matrix, 0, -2, -1)), -1);

const identityLike = (matrix: Tensor): Tensor => eye(matrix.size(-1), { dtype: matrix.dtype, device: matrix.device });

/** The Cholesky factor of the covariance that one of the three stands for. */
export function factorOf(name: Matrix, matrix: Tensor): Tensor {
  if (name === "scaleTril") return matrix;
  if (name === "covarianceMatrix") return cholesky(matrix);
  // That of an inverse.
  const upper = turned(flip(cholesky(flip(matrix, [-2, -1])), [-2, -1]));
  return solved(upper, identityLike(matrix));
}

export const covarianceOf = (factor: Tensor): Tensor => matmul(factor, turned(factor));

export function precisionOf(factor: Tensor): Tensor {
  const inverse = solved(factor, identityLike(factor));
  return matmul(turned(inverse), inverse);
}
