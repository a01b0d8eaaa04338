// Products of operands of one rank, products that are added, distances; and linalg.

import { magnitude } from "../compare.mjs";
import { bernoulli } from "../library.mjs";
import { elementsOf } from "../values.mjs";
import { cannot } from "../verdicts.mjs";
import { define, dtypeNamed, given, inPlaceOf, isTensor } from "./define.mjs";

const noOut = (name, out) => {
  if (out !== undefined) cannot("out=", name);
};
define("mm bmm", "input mat2 * out out_dtype", (name) => ({ input, mat2, out }) => {
  noOut(name, out);
  return bernoulli[name](input, mat2);
});
define("mv outer ger", "input vec * out", (name) => ({ input, vec, out }) => {
  noOut(name, out);
  return bernoulli[name](input, vec);
});
define("dot", "input tensor * out", () => ({ input, tensor, out }) => {
  noOut("dot", out);
  return bernoulli.dot(input, tensor);
});
define("vdot inner kron", "input other * out", (name) => ({ input, other, out }) => {
  noOut(name, out);
  return bernoulli[name](input, other);
});
define("cross", "input other dim * out", () => ({ input, other, dim, out }) => {
  noOut("cross", out);
  return bernoulli.cross(input, other, dim);
});
define("addmm addmv addr baddbmm addbmm", "input a b * beta alpha out", (name) => (bound, inPlace) => {
  const { input, a, b, beta, alpha, out, mat1, mat2, mat, vec, vec1, vec2, batch1, batch2 } = bound;
  noOut(name, out);
  const [left, right] = [a ?? mat1 ?? mat ?? vec1 ?? batch1, b ?? mat2 ?? vec ?? vec2 ?? batch2];
  // PyTorch's grows its input.
  if (inPlace && name === "addbmm" && input.ndim < 2) cannot("name", "addbmm_ of an input that is stretched");
  return (inPlace ? inPlaceOf(name) : bernoulli[name])(input, left, right, given({ beta, alpha }));
});
define(
  "trace",
  "input",
  () =>
    ({ input }) =>
      bernoulli.trace(input),
);
define(
  "tensordot",
  "a b dims",
  () =>
    ({ a, b, dims }) =>
      bernoulli.tensordot(a, b, dims),
);
define(
  "nn.functional.bilinear",
  "input1 input2 weight bias",
  () =>
    ({ input1, input2, weight, bias }) =>
      bernoulli.F.bilinear(input1, input2, weight, bias ?? null),
);
// By products PyTorch's squares of near points are differences of their coordinates' squares, and its slopes are divided by their roots.
define(
  "cdist",
  "x1 x2 p compute_mode",
  () =>
    ({ x1, x2, p, compute_mode }) =>
      bernoulli.cdist(x1, x2, given({ p, computeMode: compute_mode })),
  {
    lost: ([distances], _, { input, args, kwargs }) => {
      const mode = kwargs.compute_mode ?? args[2];
      if (typeof mode !== "string" || !mode.startsWith("use_mm")) return 1;
      const points = [input, args[0]].map(({ tensor }) => magnitude(elementsOf(tensor)));
      const least = Math.min(...distances.filter((distance) => distance > 0));
      return Math.max(1, Math.max(...points) / least) ** 2;
    },
  },
);
define(
  "nn.functional.pdist",
  "input p",
  () =>
    ({ input, p }) =>
      bernoulli.F.pdist(input, p),
);
define(
  "nn.functional.pairwise_distance",
  "x1 x2 p eps keepdim",
  () =>
    ({ x1, x2, p, eps, keepdim }) =>
      bernoulli.F.pairwiseDistance(x1, x2, given({ p, eps, keepdim })),
);
define(
  "nn.functional.cosine_similarity",
  "x1 x2 dim eps",
  () =>
    ({ x1, x2, dim, eps }) =>
      bernoulli.F.cosineSimilarity(x1, x2, given({ dim, eps })),
);
// A slope is a difference of numbers as large as one over the norm.
define(
  "nn.functional.normalize",
  "input p dim eps * out",
  () =>
    ({ input, p, dim, eps, out }) => {
      noOut("normalize", out);
      return bernoulli.F.normalize(input, given({ p, dim, eps }));
    },
  {
    lost: ([normal], _, { input: { tensor } }) =>
      elementsOf(tensor).reduce((most, x, at) => (x === 0 ? most : Math.max(most, Math.abs(normal[at] / x))), 1),
  },
);

const { linalg } = bernoulli;

define("linalg.inv linalg.det linalg.svdvals", "A * out", (name) => ({ A, out }) => {
  noOut(name, out);
  return linalg[name.slice("linalg.".length)](A);
});
define("linalg.slogdet", "A * out", () => ({ A, out }) => {
  noOut("slogdet", out);
  return [...linalg.slogdet(A)];
});
define("linalg.solve", "A B * left out", () => ({ A, B, left, out }) => {
  noOut("solve", out);
  return linalg.solve(A, B, given({ left }));
});
define("linalg.solve_triangular", "A B * upper left unitriangular out", () => ({ A, B, out, ...options }) => {
  noOut("solve_triangular", out);
  return linalg.solveTriangular(A, B, given(options));
});
define("linalg.cholesky", "A * upper out", () => ({ A, upper, out }) => {
  noOut("cholesky", out);
  return linalg.cholesky(A, given({ upper }));
});
define("linalg.qr", "A mode * out", () => ({ A, mode, out }) => {
  noOut("qr", out);
  return [...linalg.qr(A, given({ mode }))];
});
define("linalg.eigvalsh", "A UPLO * out", () => ({ A, UPLO, out }) => {
  noOut("eigvalsh", out);
  return linalg.eigvalsh(A, given({ UPLO }));
});
// Its slope is a product of two inverses.
define(
  "linalg.pinv",
  "A * atol rtol hermitian out",
  () =>
    ({ A, atol, rtol, hermitian, out }) => {
      noOut("pinv", out);
      if ([atol, rtol].some(isTensor)) cannot("name", "pinv by a tensor of tolerances");
      return linalg.pinv(A, given({ atol, rtol, hermitian }));
    },
  { lost: ([output]) => Math.max(1, magnitude(output)), keeps: 0 },
);
define(
  "linalg.pinv.singular",
  "a b",
  () =>
    ({ a, b }) =>
      linalg.pinv(bernoulli.matmul(a, b.mT)),
);
define("linalg.vector_norm", "x ord dim keepdim * dtype out", () => ({ x, ord, dim, keepdim, dtype, out }) => {
  noOut("vector_norm", out);
  return linalg.vectorNorm(x, ord, given({ dim, keepdim, dtype: dtypeNamed(dtype) }));
});
define("linalg.matrix_norm", "A ord dim keepdim * dtype out", () => ({ A, ord, dim, keepdim, dtype, out }) => {
  noOut("matrix_norm", out);
  return linalg.matrixNorm(A, ord, given({ dim, keepdim, dtype: dtypeNamed(dtype) }));
});
define("linalg.norm", "A ord dim keepdim * dtype out", () => ({ A, ord, dim, keepdim, dtype, out }) => {
  noOut("norm", out);
  return linalg.norm(A, ord, given({ dim, keepdim, dtype: dtypeNamed(dtype) }));
});
define("linalg.matrix_power", "A n * out", () => ({ A, n, out }) => {
  noOut("matrix_power", out);
  return linalg.matrixPower(A, n);
});
define("linalg.multi_dot", "tensors * out", () => ({ tensors, out }) => {
  noOut("multi_dot", out);
  return linalg.multiDot(tensors);
});
define("linalg.cross", "input other * dim out", () => ({ input, other, dim, out }) => {
  noOut("cross", out);
  return linalg.cross(input, other, given({ dim }));
});
define("linalg.matrix_rank", "A tol hermitian * atol rtol out", () => ({ A, tol, hermitian, atol, rtol, out }) => {
  noOut("matrix_rank", out);
  if (tol !== undefined || [atol, rtol].some(isTensor)) cannot("name", "matrix_rank by a tensor of tolerances");
  return linalg.matrixRank(A, given({ atol, rtol, hermitian }));
});
/** Vectors turn by a rounding over the distance of their values, which themselves keep all but the last digits: `keeps`. */
export const turned = (at) => (all, leaves) => {
  const [values, size] = [all[at], leaves[at].shape.at(-1)];
  const most = magnitude(values);
  let least = most;
  for (let one = 0; one < values.length; one++) {
    const next = (one + 1) % size === 0 ? 0 : values[one + 1];
    least = Math.min(least, Math.abs(values[one] - next) || least);
  }
  return least > 0 ? most / least : 1;
};
define(
  "linalg.eigh",
  "A UPLO * out",
  () =>
    ({ A, UPLO, out }) => {
      noOut("eigh", out);
      const [values, vectors] = linalg.eigh(A, given({ UPLO }));
      return [values, vectors.abs()];
    },
  { lost: turned(0), keeps: 0 },
);
/** As record/ops.py has them: what is one's own of singular vectors, their sizes. */
const sizes = ([u, s, vh]) => {
  const k = s.size(-1);
  return [u.narrow(-1, 0, k).abs(), s, vh.narrow(-2, 0, k).abs()];
};
define(
  "linalg.svd",
  "A full_matrices * driver out",
  () =>
    ({ A, full_matrices, out }) => {
      noOut("svd", out);
      return sizes(linalg.svd(A, given({ fullMatrices: full_matrices })));
    },
  { lost: turned(1), keeps: 1 },
);
define(
  "svd",
  "input some compute_uv * out",
  () =>
    ({ input, some = true, compute_uv, out }) => {
      noOut("svd", out);
      if (compute_uv === false) cannot("name", "svd without vectors");
      return sizes(linalg.svd(input, { fullMatrices: !some }));
    },
  { lost: turned(1), keeps: 1 },
);
define(
  "linalg.lstsq linalg.lstsq.grad_oriented",
  "A B rcond * driver out",
  (name) => (bound) => {
    const { A, B, rcond, driver, out } = bound;
    noOut("lstsq", out);
    const { solution, residuals, rank, singularValues } = linalg.lstsq(A, B, given({ rcond, driver }));
    return name === "linalg.lstsq" ? [solution, residuals, rank, singularValues] : [solution, residuals];
    // By the square of the matrix's condition.
  },
  { lost: () => 10 },
);
// The smallest singular value is as near as the largest is large.
define(
  "linalg.cond",
  "A p * out",
  () =>
    ({ A, p, out }) => {
      noOut("cond", out);
      return linalg.cond(A, p);
    },
  { lost: ([output]) => Math.max(1, magnitude(output)) },
);
define(
  "linalg.vander",
  "x * N",
  () =>
    ({ x, N }) =>
      linalg.vander(x, given({ N })),
);
define("linalg.tensorinv", "A ind * out", () => ({ A, ind, out }) => {
  noOut("tensorinv", out);
  return linalg.tensorinv(A, ind);
});
define(
  "logdet",
  "input",
  () =>
    ({ input }) =>
      bernoulli.logdet(input),
);
define(
  "pinverse",
  "input rcond",
  () =>
    ({ input, rcond }) =>
      bernoulli.pinverse(input, rcond),
);
// A slope is a sum of products of up to five reflections.
define(
  "linalg.householder_product",
  "A tau * out",
  () =>
    ({ A, tau, out }) => {
      noOut("householder_product", out);
      return linalg.householderProduct(A, tau);
    },
  // Of scales that make no reflections products grow: where one reaches 153, or 1397, PyTorch’s slopes by A are off by 1.2e-4 of the largest, ours by 3e-7, and those by tau lie 4.2e-4 apart (seed 5).
  { lost: ([product]) => Math.max(25, Math.min(1000, 4 * magnitude(product))) },
);
define(
  "matrix_exp",
  "A",
  () =>
    ({ A }) =>
      bernoulli.matrixExp(A),
  { lost: () => 10 },
);
/** PyTorch's gradient of a factor does not know which triangle was read. */
const ofFactor = (at) => ({
  known: {
    key: "the triangle that is not read",
    holds(_, ours, __, { gradient, at: place, shape, record }) {
      const n = shape.at(-1);
      const [row, column] = [Math.floor(place / n) % n, place % n];
      const upper = (record.kwargs.upper ?? record.args[at])?.bool === true;
      return gradient === at && ours === 0 && (upper ? row > column : row < column);
    },
  },
});
define(
  "cholesky_inverse",
  "L upper * out",
  () =>
    ({ L, upper, out }) => {
      noOut("cholesky_inverse", out);
      return bernoulli.choleskyInverse(L, given({ upper }));
    },
  ofFactor(0),
);
define(
  "cholesky_solve",
  "B L upper * out",
  () =>
    ({ B, L, upper, out }) => {
      noOut("cholesky_solve", out);
      return bernoulli.choleskySolve(B, L, given({ upper }));
    },
  ofFactor(1),
);
define(
  "dist",
  "input other p",
  () =>
    ({ input, other, p }) =>
      bernoulli.dist(input, other, p),
);
