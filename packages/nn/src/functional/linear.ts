// F.linear: a matrix product with a transposed weight, and a bias.

import { ShapeError, type Tensor } from "@bernoulli/tensor";

/**
 * input · weightᵀ + bias. Shape: (…, in), weight (out, in), bias (out) → (…, out).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.linear.html.
 *
 * @throws ShapeError if the last size of the input is not the weight's, or the bias does not fit.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * F.linear(tensor([[1, 2]]), tensor([[3, 4], [5, 6]]), tensor([10, 20])).toArray(); // → [[21, 37]]
 * ```
 */
export function linear(input: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
  if (weight.ndim !== 2)
    throw new ShapeError(`linear: expected a 2D weight [out, in], but got [${weight.shape.join(", ")}]`);
  const [outFeatures, inFeatures] = weight.shape as unknown as readonly [number, number];
  if (input.ndim === 0 || input.size(-1) !== inFeatures) {
    const rows = input.shape.slice(0, -1).reduce((count, size) => count * size, 1);
    throw new ShapeError(
      `linear: mat1 and mat2 shapes cannot be multiplied (${rows}x${input.shape.at(-1) ?? 1} and ${inFeatures}x${outFeatures}): ` +
        `the input [${input.shape.join(", ")}] must have ${inFeatures} as its last size for the weight [${weight.shape.join(", ")}]`,
    );
  }
  if (bias !== null && (bias.ndim !== 1 || bias.size(0) !== outFeatures)) {
    throw new ShapeError(
      `linear: expected a bias of shape [${outFeatures}] for the weight [${weight.shape.join(", ")}], but got [${bias.shape.join(", ")}]`,
    );
  }
  const product = input.matmul(weight.t());
  return bias === null ? product : product.add(bias);
}
