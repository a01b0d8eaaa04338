// orthogonal_: rows, or columns, at right angles.

import {
  checkArgument,
  checkOptions,
  noGrad,
  optionsOf,
  type Positional,
  ShapeError,
  scope,
  type Tensor,
  zeros,
} from "@bernoulli/tensor";
import { qr } from "@bernoulli/tensor/linalg";
import { drawing } from "./options.js";
import type { XavierOptions } from "./scaled.js";

/**
 * Fills the tensor with a matrix whose rows, or columns where they are fewer, are orthogonal and of length `gain`; dimensions behind the
 * first count as one. Shape: (rows, …). The decomposition is ours: it agrees with PyTorch's to rounding.
 * See https://pytorch.org/docs/stable/nn.init.html#torch.nn.init.orthogonal_; Saxe et al., arXiv:1312.6120.
 *
 * @throws ShapeError for a tensor of fewer than 2 dimensions.
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * import { init } from "@bernoulli/nn";
 * const weight = init.orthogonal_(zeros(2, 3));
 * weight.matmul(weight.t()).round().toArray(); // → [[1, 0], [0, 1]]
 * ```
 */
export function orthogonal_(tensor: Tensor, ...rest: Positional<XavierOptions, ["gain"]>): Tensor {
  checkArgument("init.orthogonal_", "tensor", tensor, "Tensor");
  const options = optionsOf<XavierOptions>("init.orthogonal_", ["gain"], rest);
  checkOptions("init.orthogonal_", options, { gain: "number", generator: "Generator" });
  if (tensor.ndim < 2)
    throw new ShapeError(
      `init.orthogonal_: Only tensors with 2 or more dimensions are supported; got shape [${tensor.shape.join(", ")}]`,
    );
  if (tensor.numel() === 0) return tensor;
  const rows = tensor.shape[0]!;
  const columns = tensor.numel() / rows;
  return noGrad(() =>
    scope(() => {
      const { dtype, device } = tensor;
      const drawn = zeros([rows, columns], { dtype, device }).normal_(0, 1, drawing(options));
      const { Q, R } = qr(rows < columns ? drawn.t() : drawn);
      // Uniform over all orthogonal matrices: Mezzadri, arXiv:math-ph/0609050.
      const signed = Q.mul(R.diagonal().sign());
      tensor.copy_((rows < columns ? signed.t() : signed).reshape(tensor.shape)).mul_(options.gain ?? 1);
      return tensor;
    }),
  );
}
