// Everything of linalg, by its names: the entry @bernoulli/tensor/linalg, and what the object `linalg` holds. Only re-exports.

export { type CholeskyOptions, cholesky } from "./cholesky.js";
export { det, type SlogdetResult, slogdet } from "./determinants.js";
export { type EighOptions, type EighResult, eigh, eigvalsh } from "./eigh.js";
export { matrixExp } from "./exponential.js";
export { householderProduct } from "./householder.js";
export { type LuFactorResult, type LuResult, type LuSolveOptions, lu, luFactor, luSolve } from "./lu.js";
export {
  cond,
  type MatrixNormOptions,
  type MatrixOrder,
  matrixNorm,
  type NormOptions,
  norm,
  type VectorNormOptions,
  vectorNorm,
} from "./norms.js";
export { type LstsqOptions, type LstsqResult, lstsq, matrixRank, pinv, type ToleranceOptions } from "./pinv.js";
export { type CrossOptions, cross, matrixPower, multiDot } from "./powers.js";
export { type QrOptions, type QrResult, qr } from "./qr.js";
export { type SvdOptions, type SvdResult, svd, svdvals } from "./svd.js";
export { inv, type SolveOptions, type SolveTriangularOptions, solve, solveTriangular } from "./systems.js";
export { tensorinv, tensorsolve, type VanderOptions, vander } from "./vander.js";
export { diagonal, vecdot } from "./vectors.js";
