// linalg: what PyTorch has under torch.linalg, as one object with its types. Not `export * as`: see autograd/namespace.ts.

import * as functions from "./index.js";

/** Linear algebra. See https://pytorch.org/docs/stable/linalg.html. */
export const linalg = {
  cholesky: functions.cholesky,
  cond: functions.cond,
  cross: functions.cross,
  det: functions.det,
  diagonal: functions.diagonal,
  eigh: functions.eigh,
  eigvalsh: functions.eigvalsh,
  householderProduct: functions.householderProduct,
  inv: functions.inv,
  lstsq: functions.lstsq,
  lu: functions.lu,
  luFactor: functions.luFactor,
  luSolve: functions.luSolve,
  matrixExp: functions.matrixExp,
  matrixNorm: functions.matrixNorm,
  matrixPower: functions.matrixPower,
  matrixRank: functions.matrixRank,
  multiDot: functions.multiDot,
  norm: functions.norm,
  pinv: functions.pinv,
  qr: functions.qr,
  slogdet: functions.slogdet,
  solve: functions.solve,
  solveTriangular: functions.solveTriangular,
  svd: functions.svd,
  svdvals: functions.svdvals,
  tensorinv: functions.tensorinv,
  tensorsolve: functions.tensorsolve,
  vander: functions.vander,
  vecdot: functions.vecdot,
  vectorNorm: functions.vectorNorm,
};

export declare namespace linalg {
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
