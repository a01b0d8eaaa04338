// Factors by elimination and what is solved by them, and what else of linalg stands on such factors or on a few products.

import { bernoulli } from "../library.mjs";
import { cannot } from "../verdicts.mjs";
import { define, given } from "./define.mjs";
import { turned } from "./linalg.mjs";

const { linalg } = bernoulli;
const noOut = (name, out) => {
  if (out !== undefined) cannot("out=", name);
};
/** On a CPU there is none without exchanges, which PyTorch says as well. */
const withPivots = (pivot) => {
  if (pivot === false) cannot("name", "an elimination without pivots");
};

define("linalg.lu", "A * pivot out", () => ({ A, pivot, out }) => {
  noOut("lu", out);
  withPivots(pivot);
  return [...linalg.lu(A)];
});
define("linalg.lu_factor", "A * pivot out", () => ({ A, pivot, out }) => {
  noOut("lu_factor", out);
  withPivots(pivot);
  return [...linalg.luFactor(A)];
});
define("linalg.lu_solve", "LU pivots B * left adjoint out", () => ({ LU, pivots, B, left, adjoint, out }) => {
  noOut("lu_solve", out);
  return linalg.luSolve(LU, pivots, B, given({ left, adjoint }));
});
define("lu_solve", "b LU pivots * out", () => ({ b, LU, pivots, out }) => {
  noOut("lu_solve", out);
  return bernoulli.luSolve(b, LU, pivots);
});
define("lu_unpack", "LU pivots unpack_data unpack_pivots * out", () => (bound) => {
  const { LU, pivots, unpack_data, unpack_pivots, out } = bound;
  noOut("lu_unpack", out);
  return [...bernoulli.luUnpack(LU, pivots, given({ unpackData: unpack_data, unpackPivots: unpack_pivots }))];
});
define("triangular_solve", "b A upper transpose unitriangular * out", () => (bound) => {
  const { b, A, out, ...options } = bound;
  noOut("triangular_solve", out);
  return [...bernoulli.triangularSolve(b, A, given(options))];
});
define("linalg.vecdot", "x y * dim out", () => ({ x, y, dim, out }) => {
  noOut("vecdot", out);
  return linalg.vecdot(x, y, dim);
});
define("linalg.diagonal", "A * offset dim1 dim2", () => ({ A, offset, dim1, dim2 }) => {
  return linalg.diagonal(A, offset, dim1, dim2);
});
define("linalg.tensorsolve", "A B dims * out", () => ({ A, B, dims, out }) => {
  noOut("tensorsolve", out);
  return linalg.tensorsolve(A, B, dims);
});
// Their op_db entries multiply two factors; of directions the sizes are compared, as record/ops.py has them.
const sizesOf = ({ U, S, V }) => [U.abs(), S, V.abs()];
// Of a matrix of a higher rank what is left out turns them as well, which each of five bases takes further.
const nearly = { lost: (...all) => 25 * turned(1)(...all), keeps: 1 };
define(
  "svd_lowrank",
  "a b q niter M",
  () =>
    ({ a, b, ...options }) =>
      sizesOf(bernoulli.svdLowrank(bernoulli.matmul(a, b.mT), given(options))),
  nearly,
);
define(
  "pca_lowrank",
  "a b q center niter",
  () =>
    ({ a, b, ...options }) =>
      sizesOf(bernoulli.pcaLowrank(bernoulli.matmul(a, b.mT), given(options))),
  nearly,
);
