// pinv, matrixRank and lstsq: what stands for an inverse where there is none, and how much of one there is.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkOptions, checkTensor } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { dtypeTraits, isFloating } from "../../tensor/dtype.js";
import { item } from "../../tensor/reads.js";
import { sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { zeros } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { add, sub } from "../pointwise/add.js";
import { clamp } from "../pointwise/clamp.js";
import { gt, ne } from "../pointwise/compare.js";
import { mul } from "../pointwise/mul.js";
import { matmul } from "../products/matmul.js";
import { max } from "../reductions/max.js";
import { sum } from "../reductions/sum.js";
import { type Several, several } from "../several.js";
import { tril } from "../shapes/triangles.js";
import { detach } from "../views/detach.js";
import { narrow } from "../views/slice.js";
import { reshape, squeeze, unsqueeze } from "../views/view.js";
import { checkSquare, leadingOf, stacked, told, transposed, unstacked } from "./matrices.js";
import { svdvals } from "./svd.js";

const pinvOp = defineOp({
  name: "pinv",
  inputs: ["input"],
  kernel: kernels.pinv,
  infer: ([{ shape, dtype }]) => [{ shape: [shape[0]!, shape[2]!, shape[1]!], dtype }],
  save: { input: ["input"], output: ["input"] },
  // PyTorch's pinv_backward, for the wide; the tall are the transposes of such.
  backward: ({ grad, input, output }): Gradients => {
    if (input.size(1) <= input.size(2)) return [wideBackward(grad, input, output)];
    return [transposed(wideBackward(transposed(grad), transposed(input), transposed(output)))];
  },
});

function wideBackward(grad: Tensor, a: Tensor, p: Tensor): Tensor {
  const [turned, pt] = [transposed(grad), transposed(p)];
  const k = matmul(turned, p);
  const kpt = matmul(k, pt);
  const inside = sub(kpt, matmul(matmul(a, p), kpt));
  const outside = matmul(matmul(pt, p), sub(turned, matmul(k, a)));
  return add(sub(inside, transposed(matmul(p, k))), outside);
}

export interface ToleranceOptions {
  /** Singular values of at most this are zeros. Default 0. */
  readonly atol?: number;
  /** And those of at most this share of the largest. Default: max(m, n) roundings of the dtype, or 0 where `atol` is above 0. */
  readonly rtol?: number;
  /** Whether A is symmetric, of which the lower triangle is read. Default false. */
  readonly hermitian?: boolean;
}

function tolerances(op: string, options: ToleranceOptions) {
  checkOptions(op, options, { atol: "number", rtol: "number", hermitian: "boolean" });
  const { atol = 0, rtol = null, hermitian = false } = options;
  return { atol, rtol, hermitian };
}

/** The lower triangle and its mirror image. */
function mirrored(A: Tensor): Tensor {
  checkSquare("linalg.eigh", "A", A);
  return add(tril(A), transposed(tril(A, -1)));
}

/**
 * The pseudoinverse of Moore and Penrose: the inverse of what A does, and zeros for what it leaves out; computed in float64.
 * Shape: (*, m, n) → (*, n, m). See https://pytorch.org/docs/stable/generated/torch.linalg.pinv.html.
 *
 * @throws ShapeError unless they are matrices; DTypeError for integers; ArgumentError for NaN and infinities.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.pinv(tensor([[2, 0], [0, 0]])).toArray(); // → [[0.5, 0], [0, 0]]
 * ```
 */
export function pinv(A: Tensor, options: ToleranceOptions = {}): Tensor {
  const op = "linalg.pinv";
  checkTensor(op, "A", A);
  const { hermitian, ...limits } = tolerances(op, options);
  if (A.ndim < 2 || !isFloating(A.dtype)) {
    const text = `${op}(${dtypeTraits[A.dtype].scalarName}{[${A.shape.join(", ")}]}): expected a tensor with 2 or more dimensions of float32 or float64`;
    throw A.ndim < 2 ? new ShapeError(text) : new DTypeError(text);
  }
  if (hermitian) checkSquare("linalg.eigh", "A", A);
  const attributes = { ...limits, isSymmetric: hermitian, ...told(op, A) };
  return unstacked(apply(pinvOp, [stacked(A)], attributes), leadingOf(A));
}

/**
 * How many singular values are not zeros, in int32. Shape: (*, m, n) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.linalg.matrix_rank.html.
 *
 * @throws ShapeError unless they are matrices; DTypeError for integers; ArgumentError for NaN and infinities.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * linalg.matrixRank(tensor([[1, 2], [2, 4]])).item(); // → 1
 * ```
 */
export function matrixRank(A: Tensor, options: ToleranceOptions = {}): Tensor {
  const op = "linalg.matrixRank";
  checkTensor(op, "A", A);
  const { hermitian, atol, rtol } = tolerances(op, options);
  if (A.ndim < 2) throw new ShapeError(`${op}: The input tensor A must have at least 2 dimensions.`);
  const values = svdvals(detach(hermitian ? mirrored(A) : A));
  if (values.size(-1) === 0) return zeros([...leadingOf(A)], { dtype: "int32", device: A.device });
  const epsilon = A.dtype === "float32" ? 2 ** -23 : 2 ** -52;
  const relative = rtol ?? (atol > 0 ? 0 : Math.max(A.size(-2), A.size(-1)) * epsilon);
  const least = clamp(mul(max(values, -1, { keepdim: true }).values, relative), { min: atol });
  return sum(gt(values, least), -1);
}

/** The least squares solution, and what is known beside it: by name, or one after the other. */
export type LstsqResult = Several<"solution" | "residuals" | "rank" | "singularValues">;

const drivers = ["gels", "gelsy", "gelsd", "gelss"] as const;

export interface LstsqOptions {
  /** Singular values of at most this share of the largest are zeros. Default: max(m, n) roundings of the dtype. */
  readonly rcond?: number;
  /**
   * Of PyTorch's ways, which decides what is told beside the solution: all but `"gels"` tell the rank, `"gelsd"` and `"gelss"` the
   * singular values, and all but `"gelsy"` the residuals. Default `"gelsy"`.
   */
  readonly driver?: (typeof drivers)[number];
}

/**
 * X for which A·X is nearest to B, and of several the shortest; by singular values, in float64, whatever the driver. B is a vector if it
 * has the shape of A without its last dimension. Shape: (*, m, n), (*, m, k) → (*, n, k), or (*, m) → (*, n).
 * See https://pytorch.org/docs/stable/generated/torch.linalg.lstsq.html.
 *
 * @throws ShapeError if shapes do not fit; DTypeError for integers or two dtypes; ArgumentError for an unknown driver.
 * @example
 * ```ts
 * import { linalg, tensor } from "@bernoulli/tensor";
 * const { solution } = linalg.lstsq(tensor([[1, 0], [1, 1], [1, 2]]), tensor([[1], [3], [5]]));
 * solution.toArray(); // → [[1], [2]]
 * ```
 */
export function lstsq(A: Tensor, B: Tensor, options: LstsqOptions = {}): LstsqResult {
  const op = "linalg.lstsq";
  checkTensor(op, "A", A);
  checkTensor(op, "B", B);
  checkOptions(op, options, ["rcond", "driver"]);
  const { rcond, driver = "gelsy" } = options;
  if (!drivers.includes(driver))
    throw new ArgumentError(
      `${op}: parameter \`driver\` should be one of (gels, gelsy, gelsd, gelss), but got ${describe(driver)}`,
    );
  if (A.ndim < 2) throw new ShapeError(`${op}: input must have at least 2 dimensions.`);
  if (A.dtype !== B.dtype)
    throw new DTypeError(`${op}: input.dtype must be the same as other.dtype, but got ${A.dtype} and ${B.dtype}`);
  const isVector = A.ndim - 1 === B.ndim && sameShape(A.shape.slice(0, -1), B.shape);
  const right = isVector ? unsqueeze(B, -1) : B;
  if (right.ndim < 2 || right.size(-2) !== A.size(-2))
    throw new ShapeError(`${op}: input.size(-2) should match other.size(-2)`);
  const epsilon = A.dtype === "float32" ? 2 ** -23 : 2 ** -52;
  const rtol = rcond ?? Math.max(A.size(-2), A.size(-1)) * epsilon;
  const wide = to(A, "float64");
  const product = to(matmul(pinv(wide, { rtol }), to(right, "float64")), A.dtype);
  const solution = isVector ? squeeze(product, -1) : product;
  const none = (dtype: Tensor["dtype"]) => zeros([0], { dtype, device: A.device });
  const rank = driver === "gels" ? none("int32") : matrixRank(A, { rtol });
  const isTold = driver === "gelsd" || driver === "gelss";
  const singularValues = isTold ? svdvals(detach(A)) : none(A.dtype);
  return several({ solution, residuals: residualsOf(), rank, singularValues }, [
    ...(["solution", "residuals", "rank", "singularValues"] as const),
  ]);

  /** The squared lengths of what is left, where A is tall and of full rank. */
  function residualsOf(): Tensor {
    const [m, n] = A.shape.slice(-2) as [number, number];
    // None hang on the solution all the same, as PyTorch's do.
    const nothing = () => narrow(reshape(solution, -1), 0, 0, 0);
    if (driver === "gelsy" || m <= n) return nothing();
    if (driver !== "gels" && readFor("linalg.lstsq", "values", () => item(sum(ne(rank, n)))) !== 0) return nothing();
    const rest = sub(matmul(A, product), right);
    return sum(mul(rest, rest), -2);
  }
}
