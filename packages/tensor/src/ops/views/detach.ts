// detach: the same elements outside the graph.

import { checkTensor } from "../../checks/options.js";
import type { Tensor } from "../../tensor/tensor.js";

/**
 * A view of the same elements that requires no gradient. Writes to one are seen by the other.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.detach.html.
 *
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(2, { requiresGrad: true }).mul(2).detach().requiresGrad; // → false
 * ```
 */
export function detach(input: Tensor): Tensor {
  checkTensor("detach", "input", input);
  return input.data;
}
