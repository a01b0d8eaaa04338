// bilinear: of two vectors, one number for each of several matrices between them.

import { ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { formatShape, numberOfElements } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { add } from "../pointwise/add.js";
import { permute } from "../views/permute.js";
import { reshape, reshapeResult, unsqueeze } from "../views/view.js";
import { matmul } from "./matmul.js";
import { checkSameDType } from "./matrices.js";

/**
 * x₁ᵀ · Wₖ · x₂ + bₖ for every k. Shape: (*, n), (*, m), weight (out, n, m), bias (out) or null → (*, out).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.bilinear.html.
 *
 * @throws ShapeError if shapes do not fit; DTypeError if the dtypes differ.
 * @example
 * ```ts
 * import { bilinear, tensor } from "@bernoulli/tensor";
 * bilinear(tensor([1, 2]), tensor([3, 4]), tensor([[[1, 0], [0, 1]]])).toArray(); // → [11]
 * ```
 */
export function bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
  checkTensor("bilinear", "input1", input1);
  checkTensor("bilinear", "input2", input2);
  checkTensor("bilinear", "weight", weight);
  if (bias !== null) checkTensor("bilinear", "bias", bias);
  if (input1.ndim !== input2.ndim)
    throw new ShapeError(`bilinear: input dimensions do not match: got ${input1.ndim} and ${input2.ndim}`);
  if (input1.ndim === 0) throw new ShapeError("bilinear: inputs must have at least one dimension");
  if (weight.ndim !== 3)
    throw new ShapeError(`bilinear: weight must be [out, in1, in2], but got ${formatShape(weight.shape)}`);
  const leading = input1.shape.slice(0, -1);
  for (const [dim, size] of leading.entries()) {
    if (input2.shape[dim] !== size)
      throw new ShapeError(
        `bilinear: input batch dimensions do not match at dim ${dim}: got ${size} and ${input2.shape[dim]}`,
      );
  }
  const [out, n, m] = weight.shape as readonly [number, number, number];
  for (const [name, input, wanted] of [
    ["input1", input1, n],
    ["input2", input2, m],
  ] as const) {
    if (input.size(-1) !== wanted)
      throw new ShapeError(
        `bilinear: ${name} size does not match weight size: got ${input.size(-1)} but expected ${wanted}`,
      );
  }
  if (bias !== null && (bias.ndim !== 1 || bias.size(0) !== out))
    throw new ShapeError(
      `bilinear: bias size does not match weight size: got ${bias.ndim === 1 ? bias.size(0) : formatShape(bias.shape)} but expected ${out}`,
    );
  checkSameDType("bilinear", ["input1", input1], ["input2", input2], ["weight", weight]);
  if (bias !== null) checkSameDType("bilinear", ["input1", input1], ["bias", bias]);
  const count = numberOfElements(leading);
  // (count, n) × (n, out · m), then each row's out × m matrix times its second vector.
  const half = matmul(reshape(input1, [count, n]), reshape(permute(weight, 1, 0, 2), [n, out * m]));
  const product = matmul(reshape(half, [count, out, m]), unsqueeze(reshape(input2, [count, m]), 2));
  const result = reshapeResult(product, [...leading, out]);
  return bias === null ? result : add(result, bias);
}
