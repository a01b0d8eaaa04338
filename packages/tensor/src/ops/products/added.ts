// addmm, addmv, addr, baddbmm and addbmm: beta · input + alpha · a product. The products are matmul's.

import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkNumber, checkOptions, checkTensor } from "../../checks/options.js";
import { isFloating, promoteTypes } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { add } from "../pointwise/add.js";
import { mul } from "../pointwise/mul.js";
import { expandTo, sum } from "../reductions/sum.js";
import { unsqueeze } from "../views/view.js";
import { matmul } from "./matmul.js";
import { checkBatches, checkMatrices, checkMatrixAndVector, checkSameDType } from "./matrices.js";

export interface AddedProductOptions {
  /** The factor of the input; with 0 the input is not looked at, not even its NaN. Default 1. */
  readonly beta?: number;
  /** The factor of the product. Default 1. */
  readonly alpha?: number;
}

function factorsOf(op: string, options: AddedProductOptions): Required<AddedProductOptions> {
  checkOptions(op, options, ["beta", "alpha"]);
  const { beta = 1, alpha = 1 } = options;
  checkNumber(op, "beta", beta);
  checkNumber(op, "alpha", alpha);
  return { beta, alpha };
}

/** beta · input, stretched to the product's shape, + alpha · product. Beside integers a factor's fraction is cut off, as PyTorch does. */
function added(op: string, input: Tensor, product: Tensor, factors: Required<AddedProductOptions>): Tensor {
  const factor = (value: number) => (isFloating(product.dtype) ? value : Math.trunc(value));
  const [beta, alpha] = [factor(factors.beta), factor(factors.alpha)];
  const stretched = expandTo(op, input, product.shape);
  if (product.dtype === "bool") return add(mul(stretched, beta !== 0), mul(product, alpha !== 0));
  const scaled = alpha === 1 ? product : mul(product, alpha);
  if (beta === 0) return scaled;
  return add(beta === 1 ? stretched : mul(stretched, beta), scaled);
}

function checkInput(op: string, input: Tensor, others: readonly (readonly [name: string, operand: Tensor])[]): void {
  checkTensor(op, "input", input);
  checkSameDType(op, ["input", input], ...others);
}

/**
 * beta · input + alpha · (mat1 × mat2). Shape: input of a shape that stretches to (n, p), (n, m), (m, p) → (n, p).
 * See https://pytorch.org/docs/stable/generated/torch.addmm.html.
 *
 * @throws ShapeError if shapes do not fit; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const mat = tensor([[1, 2], [3, 4]]);
 * tensor([100, 200]).addmm(mat, mat, { alpha: 2 }).toArray(); // → [[114, 220], [130, 244]]
 * ```
 */
export function addmm(input: Tensor, mat1: Tensor, mat2: Tensor, options: AddedProductOptions = {}): Tensor {
  const factors = factorsOf("addmm", options);
  checkMatrices("addmm", ["mat1", "mat2"], mat1, mat2);
  checkInput("addmm", input, [["mat1", mat1]]);
  return added("addmm", input, matmul(mat1, mat2), factors);
}

/**
 * beta · input + alpha · (mat × vec). Shape: input of a shape that stretches to (n), (n, m), (m) → (n).
 * See https://pytorch.org/docs/stable/generated/torch.addmv.html.
 *
 * @throws ShapeError if shapes do not fit; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([100, 200]).addmv(tensor([[1, 2], [3, 4]]), tensor([1, 1])).toArray(); // → [103, 207]
 * ```
 */
export function addmv(input: Tensor, mat: Tensor, vec: Tensor, options: AddedProductOptions = {}): Tensor {
  const factors = factorsOf("addmv", options);
  checkMatrixAndVector("addmv", ["mat", "vec"], mat, vec);
  checkInput("addmv", input, [["mat", mat]]);
  return added("addmv", input, matmul(mat, vec), factors);
}

/**
 * beta · input + alpha · (vec1 ⊗ vec2). Shape: input of a shape that stretches to (n, m), (n), (m) → (n, m).
 * See https://pytorch.org/docs/stable/generated/torch.addr.html.
 *
 * @throws ShapeError if shapes do not fit; ArgumentError for a fraction as a factor of integers.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([100, 200]).addr(tensor([1, 2]), tensor([1, 10])).toArray(); // → [[101, 210], [102, 220]]
 * ```
 */
export function addr(input: Tensor, vec1: Tensor, vec2: Tensor, options: AddedProductOptions = {}): Tensor {
  const factors = factorsOf("addr", options);
  checkTensor("addr", "input", input);
  for (const [name, vector] of [
    ["vec1", vec1],
    ["vec2", vec2],
  ] as const) {
    checkTensor("addr", name, vector);
    if (vector.ndim !== 1) throw new ShapeError(`addr: Expected 1-D argument ${name}, but got ${vector.ndim}-D`);
  }
  const dtype = promoteTypes(input.dtype, promoteTypes(vec1.dtype, vec2.dtype));
  for (const name of ["beta", "alpha"] as const) {
    if (!isFloating(dtype) && !Number.isInteger(factors[name]))
      throw new ArgumentError(
        `addr: For integral input tensors, argument ${name} must not be a floating point number.`,
      );
  }
  const [left, right] = [to(vec1, dtype), to(vec2, dtype)];
  return added("addr", to(input, dtype), mul(unsqueeze(left, 1), right), factors);
}

/**
 * beta · input + alpha · (batch1 × batch2), matrix by matrix. Shape: input of a shape that stretches to (b, n, p), (b, n, m),
 * (b, m, p) → (b, n, p). See https://pytorch.org/docs/stable/generated/torch.baddbmm.html.
 *
 * @throws ShapeError if shapes do not fit; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(1).baddbmm(ones(2, 1, 3), ones(2, 3, 1), { beta: 10 }).toArray(); // → [[[13]], [[13]]]
 * ```
 */
export function baddbmm(input: Tensor, batch1: Tensor, batch2: Tensor, options: AddedProductOptions = {}): Tensor {
  const factors = factorsOf("baddbmm", options);
  checkBatches("baddbmm", ["batch1", "batch2"], batch1, batch2);
  checkInput("baddbmm", input, [["batch1", batch1]]);
  return added("baddbmm", input, matmul(batch1, batch2), factors);
}

/**
 * beta · input + alpha · the sum of the products batch1 × batch2. Shape: input of a shape that stretches to (n, p), (b, n, m),
 * (b, m, p) → (n, p). See https://pytorch.org/docs/stable/generated/torch.addbmm.html.
 *
 * @throws ShapeError if shapes do not fit; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(1).addbmm(ones(2, 1, 3), ones(2, 3, 1), { beta: 10 }).toArray(); // → [[16]]
 * ```
 */
export function addbmm(input: Tensor, batch1: Tensor, batch2: Tensor, options: AddedProductOptions = {}): Tensor {
  const factors = factorsOf("addbmm", options);
  checkBatches("addbmm", ["batch1", "batch2"], batch1, batch2);
  checkInput("addbmm", input, [["batch1", batch1]]);
  return added("addbmm", input, sum(matmul(batch1, batch2), 0, { dtype: input.dtype }), factors);
}
