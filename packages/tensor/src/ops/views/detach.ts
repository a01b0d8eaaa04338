// detach: the same elements outside the graph.

import { AutogradError } from "../../checks/errors.js";
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

/**
 * Leaves the graph, in place, and requires no gradient from then on; returns the input.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.detach_.html.
 *
 * @throws AutogradError for a view.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(2, { requiresGrad: true }).mul(2).detach_().isLeaf; // → true
 * ```
 */
export function detach_(input: Tensor): Tensor {
  checkTensor("detach_", "input", input);
  if (input.base !== null) throw new AutogradError("detach_: Can't detach views in-place; use detach() instead");
  input.gradEdge = null;
  input.requiresGrad = false;
  return input;
}
