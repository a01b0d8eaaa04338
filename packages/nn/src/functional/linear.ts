// F.linear: a matrix product with a transposed weight, and a bias.

import { checkArgument, DTypeError, ShapeError, type Tensor } from "@bernoulli/tensor";

/**
 * input · weightᵀ + bias. Shape: (…, in), weight (out, in), bias (out) → (…, out); weight (in) → (…). The bias may be of
 * any shape that broadcasts to the result's.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.linear.html.
 *
 * @throws ShapeError if the last size of the input is not the weight's, or the bias does not fit; DTypeError if the dtypes
 * differ.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.linear(tensor([[1, 2]]), tensor([[3, 4], [5, 6]]), tensor([10, 20])).toArray(); // → [[21, 37]]
 * ```
 */
export function linear(input: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
  checkArgument("linear", "input", input, "Tensor");
  checkArgument("linear", "weight", weight, "Tensor");
  if (bias !== null) checkArgument("linear", "bias", bias, "Tensor");
  if (weight.ndim !== 2 && weight.ndim !== 1)
    throw new ShapeError(`linear: expected a 2D weight [out, in], or 1D [in], but got [${weight.shape.join(", ")}]`);
  const outFeatures = weight.ndim === 2 ? weight.size(0) : 1;
  const inFeatures = weight.size(-1);
  if (input.ndim === 0 || input.size(-1) !== inFeatures) {
    const rows = input.shape.slice(0, -1).reduce((count, size) => count * size, 1);
    throw new ShapeError(
      `linear: mat1 and mat2 shapes cannot be multiplied (${rows}x${input.shape.at(-1) ?? 1} and ${inFeatures}x${outFeatures}): ` +
        `the input [${input.shape.join(", ")}] must have ${inFeatures} as its last size for the weight [${weight.shape.join(", ")}]`,
    );
  }
  const product = input.matmul(weight.ndim === 2 ? weight.t() : weight);
  if (bias === null) return product;
  if (!expandsTo(bias.shape, product.shape)) {
    throw new ShapeError(
      `linear: expected a bias of shape [${weight.ndim === 2 ? outFeatures : ""}] for the weight [${weight.shape.join(", ")}], but got [${bias.shape.join(", ")}]`,
    );
  }
  if (bias.dtype !== product.dtype)
    throw new DTypeError(
      `linear: self and mat2 must have the same dtype, but got a bias of ${bias.dtype} for a product of ${product.dtype}; convert it with .to("${product.dtype}")`,
    );
  return product.add(bias);
}

/** Whether a shape is stretched to another by broadcasting, without the other being stretched. */
function expandsTo(shape: readonly number[], wanted: readonly number[]): boolean {
  const added = wanted.length - shape.length;
  return added >= 0 && shape.every((size, dim) => size === 1 || size === wanted[dim + added]);
}
