// cumsum, cumprod and prod: sums and products along a dimension, of what is up to each element or of all. Floats are added in doubles, as
// PyTorch does; integers give int32, and what does not fit that is refused.

import { inNameOf } from "../../checks/in-name-of.js";
import { checkOptions, checkTensor, optionsOf } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { type DType, isFloating } from "../../tensor/dtype.js";
import { normalizeDim, type Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import { copy_ } from "../creation/copy.js";
import { to } from "../creation/to.js";
import { numberTensor } from "../operands.js";
import { mul } from "../pointwise/mul.js";
import { reducedMeta } from "../reductions/reduce.js";
import {
  dropDims,
  expand,
  type ReduceArguments,
  reduceArguments,
  requiredDim,
  type SumOptions,
  sumKinds,
  type WithDim,
} from "../reductions/sum.js";
import { cat } from "../shapes/cat.js";
import { flip } from "../shapes/flip.js";
import { narrow } from "../views/slice.js";
import { reshape, reshapeResult } from "../views/view.js";

const cumsumOp = defineOp({
  name: "cumsum",
  inputs: ["input"],
  kernel: kernels.scan,
  infer: ([input]) => [input],
  backward: ({ grad, attributes }): Gradients => {
    const { dim } = attributes;
    return [flip(apply(cumsumOp, [flip(grad, dim)], attributes), dim)];
  },
});

const cumprodOp = defineOp({
  name: "cumprod",
  inputs: ["input"],
  kernel: kernels.scan,
  infer: ([input]) => [input],
  save: { input: ["input"], output: ["input"] },
  backward: ({ grad, input, output, attributes: { dim } }): Gradients => [
    mul(backwards(grad, input, dim), moved(output, dim, 1)),
  ],
});

const prodOp = defineOp({
  name: "prod",
  inputs: ["input"],
  kernel: kernels.reduce,
  infer: ([input], { dims }) => [reducedMeta(input, dims)],
  save: { input: ["input"] },
  // As that of the last of the products up to each: no quotient, so that zeros are no matter.
  backward: ({ grad, input, attributes }): Gradients => {
    const dim = attributes.dims[0]!;
    const size = input.shape[dim]!;
    if (size === 0) return [mul(input, 0)];
    // The last is in none of what comes before: beside an infinity its zero would be NaN in second gradients.
    const others = narrow(input, dim, 0, size - 1);
    const before = apply(cumprodOp, [others], { dim, by: "product", last: false, op: "prod" });
    const one = expand(numberTensor(1, input.dtype, input), input.shape.with(dim, 1));
    const all = cat([expand(numberTensor(0, grad.dtype, grad), others.shape), grad], dim);
    return [mul(backwards(all, input, dim), cat([one, before], dim))];
  },
});

/** Of integers, which refuses what does not fit. */
const integerProdOp = defineOp({
  name: "prod",
  inputs: ["input"],
  kernel: kernels.scan,
  infer: ([input], { dim }) => [reducedMeta(input, [dim])],
});

const recurrenceOp = defineOp({
  name: "recurrence",
  inputs: ["added", "factor"],
  kernel: kernels.recurrence,
  infer: ([added]) => [added],
  save: { factor: ["added", "factor"], output: ["factor"] },
  backward: ({ grad, factor, output, attributes: { dim }, needs }): Gradients => {
    const own = backwards(grad, factor, dim);
    return [own, needs[1] ? mul(own, moved(output, dim, 0)) : null];
  },
});

/** From the end on: gradᵢ + inputᵢ₊₁ · what comes behind. */
export function backwards(grad: Tensor, input: Tensor, dim: number): Tensor {
  return flip(apply(recurrenceOp, [flip(grad, dim), moved(flip(input, dim), dim, 1)], { dim }), dim);
}

/** One place further along a dimension, with `first` in front. */
export function moved(input: Tensor, dim: number, first: number): Tensor {
  const front = expand(numberTensor(first, input.dtype, input), input.shape.with(dim, 1) as Shape);
  const size = input.shape[dim]!;
  return size === 0 ? input : cat([front, narrow(input, dim, 0, size - 1)], dim);
}

/** Integers and bool in int32, which stands for PyTorch's int64. */
function wide(input: Tensor, dtype: DType | undefined): Tensor {
  if (dtype !== undefined) return to(input, dtype);
  return isFloating(input.dtype) ? input : to(input, "int32");
}

export interface ScanOptions {
  /** What is computed in: the input is converted first. Default: the input's, or int32 for integers and bool. */
  readonly dtype?: DType;
}

/** A dimension in its place or by its name, which must be there. */
type ScanArguments =
  | readonly [dim: number, options?: ScanOptions | undefined]
  | readonly [options: ScanOptions & { readonly dim: number }];

function scanned(name: "cumsum" | "cumprod", input: Tensor, dim: number, { dtype }: ScanOptions): Tensor {
  const at = normalizeDim(name, dim, input.ndim);
  const values = wide(wide(input, dtype), undefined);
  const rows = values.ndim === 0 ? reshape(values, 1) : values;
  const op = name === "cumsum" ? cumsumOp : cumprodOp;
  const result = apply(op, [rows], { dim: at, by: name === "cumsum" ? "sum" : "product", last: false, op: name });
  const shaped = values.ndim === 0 ? reshape(result, []) : result;
  return dtype === undefined ? shaped : to(shaped, dtype);
}

/**
 * The sums of the elements up to each along a dimension. Integers and bool give int32. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.cumsum.html.
 *
 * @throws IndexError if the dimension is out of range; DTypeError where a sum of integers does not fit int32.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2, 3]).cumsum(0).toArray(); // → [1, 3, 6]
 * ```
 */
export function cumsum(input: Tensor, ...rest: ScanArguments): Tensor {
  checkTensor("cumsum", "input", input);
  const options = optionsOf<WithDim<ScanOptions, number>>("cumsum", ["dim"], rest);
  checkOptions("cumsum", options, ["dim", "dtype"]);
  return scanned("cumsum", input, requiredDim("cumsum", options.dim), options);
}

/**
 * {@link cumsum} in place; returns the input. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.cumsum_.html.
 *
 * @throws as {@link cumsum}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function cumsum_(input: Tensor, dim: number): Tensor {
  checkTensor("cumsum_", "input", input);
  return copy_(
    input,
    inNameOf("cumsum_", ["cumsum"], () => scanned("cumsum", clone(input), dim, {})),
  );
}

/**
 * The products of the elements up to each along a dimension. Integers and bool give int32. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.cumprod.html.
 *
 * @throws IndexError if the dimension is out of range; DTypeError where a product of integers does not fit int32.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 2, 3]).cumprod(0).toArray(); // → [1, 2, 6]
 * ```
 */
export function cumprod(input: Tensor, ...rest: ScanArguments): Tensor {
  checkTensor("cumprod", "input", input);
  const options = optionsOf<WithDim<ScanOptions, number>>("cumprod", ["dim"], rest);
  checkOptions("cumprod", options, ["dim", "dtype"]);
  return scanned("cumprod", input, requiredDim("cumprod", options.dim), options);
}

/**
 * {@link cumprod} in place; returns the input. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.cumprod_.html.
 *
 * @throws as {@link cumprod}, and AutogradError on a leaf that requires a gradient, unless inside `noGrad`.
 */
export function cumprod_(input: Tensor, dim: number): Tensor {
  checkTensor("cumprod_", "input", input);
  return copy_(
    input,
    inNameOf("cumprod_", ["cumprod"], () => scanned("cumprod", clone(input), dim, {})),
  );
}

/**
 * The product along `dim`, or of everything; of none it is 1. Integers and bool give int32. Shape: (*) → (*) without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.prod.html.
 *
 * @throws IndexError if the dimension is out of range; DTypeError where a product of integers does not fit int32.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).prod().item(); // → 24
 * tensor([[1, 2], [3, 4]]).prod(1).toArray(); // → [2, 12]
 * ```
 */
export function prod(input: Tensor, ...rest: ReduceArguments<SumOptions, number>): Tensor {
  checkTensor("prod", "input", input);
  const { dim, dtype, keepdim } = reduceArguments<WithDim<SumOptions, number>>("prod", rest, sumKinds);
  const values = wide(wide(input, dtype), undefined);
  const isFlat = dim === undefined || values.ndim === 0;
  const at = dim === undefined ? 0 : normalizeDim("prod", dim, values.ndim);
  const rows = isFlat ? reshape(values, -1) : values;
  const product = isFloating(rows.dtype)
    ? apply(prodOp, [rows], { dims: [at], by: "product" })
    : apply(integerProdOp, [rows], { dim: at, by: "product", last: true, op: "prod" });
  const shaped = isFlat
    ? reshapeResult(product, keepdim ? values.shape.map(() => 1) : [])
    : dropDims(product, [at], keepdim);
  return dtype === undefined ? shaped : to(shaped, dtype);
}
