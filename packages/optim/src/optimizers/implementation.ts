// Options of PyTorch's optimizers that say how a step is computed, not what it gives: taken, saved and loaded, so that scripts and
// state dicts fit, and without effect, since every step is one fused pass here. What would change the answer is refused.

import { ArgumentError } from "@bernoulli/tensor";

export interface ImplementationOptions {
  /** In PyTorch, all parameters by lists of tensors; here without effect. Default null. */
  foreach: boolean | null;
  /** In PyTorch, one kernel for all; here without effect: it always is one. Default null. */
  fused: boolean | null;
  /** In PyTorch, a step that CUDA graphs can record; here without effect. Default false. */
  capturable: boolean;
  /** Must be false: steps are not recorded, so that no gradient flows through them. Default false. */
  differentiable: boolean;
}

/** @throws ArgumentError for what is none of their values, and what PyTorch refuses too. */
export function checkImplementation(owner: string, options: Partial<ImplementationOptions>): void {
  const { foreach = null, fused = null, capturable = false, differentiable = false } = options;
  for (const [name, value] of [["foreach", foreach] as const, ["fused", fused] as const])
    if (value !== null && typeof value !== "boolean")
      throw new ArgumentError(`${owner}: Invalid ${name} value: ${String(value)}; it must be true, false or null`);
  if (typeof capturable !== "boolean")
    throw new ArgumentError(`${owner}: Invalid capturable value: ${String(capturable)}; it must be true or false`);
  if (differentiable !== false)
    throw new ArgumentError(
      `${owner}: differentiable is not there: a step is written in place and never recorded; where gradients are to flow through an update, write it as tensors: param.sub(grad.mul(lr)), with func.functionalCall`,
    );
  if (fused === true && foreach === true)
    throw new ArgumentError(`${owner}: \`fused\` and \`foreach\` cannot be \`True\` together; leave one of them out`);
}
