// retainGrad: keeps the gradient of a tensor that is not a leaf.

import { AutogradError } from "../checks/errors.js";
import { checkTensor } from "../checks/options.js";
import type { Tensor } from "../tensor/tensor.js";

/**
 * Asks backward to leave this tensor's gradient in its `grad`, although it is not a leaf. After a write in place it is the
 * gradient of what the tensor holds then.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.retain_grad.html.
 *
 * @throws AutogradError if the tensor does not require a gradient.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const h = tensor([1, 2], { requiresGrad: true }).mul(2);
 * h.retainGrad();
 * h.mul(3).sum().backward();
 * h.grad?.toArray(); // → [3, 3]
 * ```
 */
export function retainGrad(input: Tensor): void {
  checkTensor("retainGrad", "input", input);
  if (!input.requiresGrad)
    throw new AutogradError("retainGrad: can't retain_grad on Tensor that has requiresGrad=false");
  input.retainsGradient();
}
