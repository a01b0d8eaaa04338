// addmm, addmv, addr, baddbmm and addbmm, and their twins in place: beta · input + alpha · a product. The products are matmul's.

import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkNumber, checkOptions, checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { where } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { allDTypes, isFloating, promoteTypes } from "../../tensor/dtype.js";
import { formatShape, sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { copy_ } from "../creation/copy.js";
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
  /** The factor of the product; with 0 it is not looked at, but by `addr` and `baddbmm`. Default 1. */
  readonly alpha?: number;
}

type Factors = Required<AddedProductOptions>;

function factorsOf(op: string, options: AddedProductOptions): Factors {
  checkOptions(op, options, ["beta", "alpha"]);
  const { beta = 1, alpha = 1 } = options;
  checkNumber(op, "beta", beta);
  checkNumber(op, "alpha", alpha);
  return { beta, alpha };
}

/** beta · input, stretched to the product's shape, + alpha · product. Beside integers a factor's fraction is cut off, as PyTorch does. */
function added(op: string, input: Tensor, product: Tensor, factors: Factors): Tensor {
  const factor = (value: number) => (isFloating(product.dtype) ? value : Math.trunc(value));
  const [beta, alpha] = [factor(factors.beta), factor(factors.alpha)];
  const stretched = expandTo(op, input, product.shape);
  if (product.dtype === "bool") return add(mul(stretched, beta !== 0), mul(product, alpha !== 0));
  const scaled = alpha === 1 ? product : mul(product, alpha);
  if (beta === 0) return input.requiresGrad ? add(unseen(stretched), scaled) : scaled;
  return add(beta === 1 ? stretched : mul(stretched, beta), scaled);
}

/** The same in the input's place, which is not stretched. */
function addedTo(op: string, input: Tensor, product: Tensor, factors: Factors): Tensor {
  if (!sameShape(input.shape, product.shape))
    throw new ShapeError(
      `${op}: Bad in-place call: input tensor size ${formatShape(input.shape)} and output tensor size ${formatShape(product.shape)} should match`,
    );
  if (input.dtype !== product.dtype)
    throw new DTypeError(
      `${op}: result type ${product.dtype} can't be cast to the desired output type ${input.dtype}; convert the input with .to("${product.dtype}") first`,
    );
  return copy_(input, added(op, input, product, factors));
}

/** Zeros, whatever stands there; but what arrives in backward is multiplied by 0, as PyTorch does, so ∞ and NaN become NaN. */
const unseenOp = pointwise({
  name: "unseen",
  inputs: ["input"],
  dtypes: allDTypes,
  formula: ({ input }) => where(input.eq(input), 0, 0),
  gradient: ({ grad }) => [grad.mul(0)],
});

const unseen = (values: Tensor): Tensor => apply(unseenOp, [values]);

/** PyTorch does not look at a product whose factor is 0, but for those of baddbmm and addr. */
const seen = (product: Tensor, { alpha }: Factors): Tensor => (alpha === 0 ? unseen(product) : product);

function checkInput(op: string, input: Tensor, others: readonly (readonly [name: string, operand: Tensor])[]): void {
  checkTensor(op, "input", input);
  checkSameDType(op, ["input", input], ...others);
}

function productOfMatrices(op: string, input: Tensor, mat1: Tensor, mat2: Tensor, factors: Factors): Tensor {
  checkMatrices(op, ["mat1", "mat2"], mat1, mat2);
  checkInput(op, input, [["mat1", mat1]]);
  return seen(matmul(mat1, mat2), factors);
}

function productWithVector(op: string, input: Tensor, mat: Tensor, vec: Tensor, factors: Factors): Tensor {
  checkMatrixAndVector(op, ["mat", "vec"], mat, vec);
  checkInput(op, input, [["mat", mat]]);
  return seen(matmul(mat, vec), factors);
}

function productsOfBatches(op: string, input: Tensor, batch1: Tensor, batch2: Tensor): Tensor {
  checkBatches(op, ["batch1", "batch2"], batch1, batch2);
  checkInput(op, input, [["batch1", batch1]]);
  return matmul(batch1, batch2);
}

function sumOfBatches(op: string, input: Tensor, batch1: Tensor, batch2: Tensor, factors: Factors): Tensor {
  return seen(sum(productsOfBatches(op, input, batch1, batch2), 0, { dtype: input.dtype }), factors);
}

function outerProduct(op: string, input: Tensor, vec1: Tensor, vec2: Tensor, factors: Factors): Tensor {
  checkTensor(op, "input", input);
  for (const [name, vector] of [
    ["vec1", vec1],
    ["vec2", vec2],
  ] as const) {
    checkTensor(op, name, vector);
    if (vector.ndim !== 1) throw new ShapeError(`${op}: Expected 1-D argument ${name}, but got ${vector.ndim}-D`);
  }
  const dtype = promoteTypes(input.dtype, promoteTypes(vec1.dtype, vec2.dtype));
  for (const name of ["beta", "alpha"] as const) {
    if (!isFloating(dtype) && !Number.isInteger(factors[name]))
      throw new ArgumentError(
        `${op}: For integral input tensors, argument ${name} must not be a floating point number.`,
      );
  }
  const [left, right] = [to(vec1, dtype), to(vec2, dtype)];
  return mul(unsqueeze(left, 1), right);
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
  return added("addmm", input, productOfMatrices("addmm", input, mat1, mat2, factors), factors);
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
  return added("addmv", input, productWithVector("addmv", input, mat, vec, factors), factors);
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
  const product = outerProduct("addr", input, vec1, vec2, factors);
  return added("addr", to(input, product.dtype), product, factors);
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
  return added("baddbmm", input, productsOfBatches("baddbmm", input, batch1, batch2), factors);
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
  return added("addbmm", input, sumOfBatches("addbmm", input, batch1, batch2, factors), factors);
}

/**
 * {@link addmm} in place, of an input of the result's own shape; returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.addmm_.html.
 *
 * @throws as {@link addmm}; ShapeError for an input of another shape; AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function addmm_(input: Tensor, mat1: Tensor, mat2: Tensor, options: AddedProductOptions = {}): Tensor {
  const factors = factorsOf("addmm_", options);
  return addedTo("addmm_", input, productOfMatrices("addmm_", input, mat1, mat2, factors), factors);
}

/**
 * {@link addmv} in place, of an input of the result's own shape; returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.addmv_.html.
 *
 * @throws as {@link addmv}; ShapeError for an input of another shape; AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function addmv_(input: Tensor, mat: Tensor, vec: Tensor, options: AddedProductOptions = {}): Tensor {
  const factors = factorsOf("addmv_", options);
  return addedTo("addmv_", input, productWithVector("addmv_", input, mat, vec, factors), factors);
}

/**
 * {@link addr} in place, of an input of the result's own shape; returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.addr_.html.
 *
 * @throws as {@link addr}; ShapeError for an input of another shape; AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function addr_(input: Tensor, vec1: Tensor, vec2: Tensor, options: AddedProductOptions = {}): Tensor {
  const factors = factorsOf("addr_", options);
  return addedTo("addr_", input, outerProduct("addr_", input, vec1, vec2, factors), factors);
}

/**
 * {@link baddbmm} in place, of an input of the result's own shape; returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.baddbmm_.html.
 *
 * @throws as {@link baddbmm}; ShapeError for an input of another shape; AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function baddbmm_(input: Tensor, batch1: Tensor, batch2: Tensor, options: AddedProductOptions = {}): Tensor {
  const factors = factorsOf("baddbmm_", options);
  return addedTo("baddbmm_", input, productsOfBatches("baddbmm_", input, batch1, batch2), factors);
}

/**
 * {@link addbmm} in place, of an input of the result's own shape; returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.addbmm_.html.
 *
 * @throws as {@link addbmm}; ShapeError for an input of another shape; AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function addbmm_(input: Tensor, batch1: Tensor, batch2: Tensor, options: AddedProductOptions = {}): Tensor {
  const factors = factorsOf("addbmm_", options);
  return addedTo("addbmm_", input, sumOfBatches("addbmm_", input, batch1, batch2, factors), factors);
}
