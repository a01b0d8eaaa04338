// adamStep_ and sgdStep_: the optimizers' updates of one parameter, in one pass. What is made of them, with groups, options
// and state, is in @bernoulli/optim.

import { applyInPlace } from "../apply-in-place.js";
import { isGradEnabled } from "../autograd/grad-mode.js";
import type { AdamStepAttributes, SgdStepAttributes } from "../backends/kernels.js";
import { AutogradError, DTypeError, ShapeError } from "../errors.js";
import { defineOp } from "../op.js";
import { checkOptions, checkTensor, type Kinds } from "../options.js";
import { formatShape, sameShape } from "../shape.js";
import type { Tensor } from "../tensor.js";
import { likeFirst } from "./operands.js";

const adamStepOp = defineOp({
  name: "adamStep",
  inputs: ["parameter", "gradient", "expAvg", "expAvgSq"],
  kernel: "adamStep",
  infer: likeFirst,
  alsoWrites: [2, 3],
});

const sgdStepOp = defineOp({
  name: "sgdStep",
  inputs: ["parameter", "gradient", "momentumBuffer"],
  kernel: "sgdStep",
  infer: likeFirst,
  alsoWrites: [2],
});

function check(op: string, tensors: readonly Tensor[]): void {
  for (const [at, tensor] of tensors.entries()) checkTensor(op, `argument ${at}`, tensor);
  const [{ shape, dtype }] = tensors as readonly [Tensor];
  for (const other of tensors) {
    if (!sameShape(other.shape, shape))
      throw new ShapeError(
        `${op}: the state and the gradient must have the parameter's shape ${formatShape(shape)}, but got ${formatShape(other.shape)}`,
      );
    if (other.dtype !== dtype)
      throw new DTypeError(`${op}: all tensors must be ${dtype}, as the parameter is, but got ${other.dtype}`);
  }
  if (isGradEnabled() && tensors.some(({ requiresGrad }) => requiresGrad))
    throw new AutogradError(`${op} cannot be differentiated; call it inside noGrad(() => …)`);
}

const adamKinds: Kinds<AdamStepAttributes> = {
  beta1: "number",
  beta2: "number",
  eps: "number",
  weightDecay: "number",
  stepSize: "number",
  correction2Root: "number",
  maximize: "boolean",
};
const sgdKinds: Kinds<SgdStepAttributes> = {
  lr: "number",
  momentum: "number",
  dampening: "number",
  weightDecay: "number",
  nesterov: "boolean",
  maximize: "boolean",
};

/**
 * One step of Adam in place: g ← gradient + weightDecay·θ; m ← β₁·m + (1 − β₁)·g; v ← β₂·v + (1 − β₂)·g²;
 * θ ← θ − stepSize · m / (√v / correction2Root + eps). Returns the parameter; m and v are written too. Rounded as the ops
 * are of which PyTorch's _single_tensor_adam is made.
 *
 * @throws ShapeError, DTypeError if the tensors differ in shape or dtype; AutogradError if gradients are being recorded.
 * @example
 * ```ts
 * import { adamStep_, tensor, zeros } from "@bernoulli/tensor";
 * const options = { beta1: 0.9, beta2: 0.999, eps: 1e-8, weightDecay: 0, maximize: false };
 * const corrections = { stepSize: 0.5 / (1 - 0.9), correction2Root: Math.sqrt(1 - 0.999) };
 * adamStep_(tensor([1, 2]), tensor([3, -4]), zeros(2), zeros(2), { ...options, ...corrections }).toArray(); // → [0.5, 2.5]
 * ```
 */
export function adamStep_(
  parameter: Tensor,
  gradient: Tensor,
  expAvg: Tensor,
  expAvgSq: Tensor,
  options: AdamStepAttributes,
): Tensor {
  check("adamStep_", [parameter, gradient, expAvg, expAvgSq]);
  checkOptions("adamStep_", options, adamKinds);
  return applyInPlace("adamStep_", adamStepOp, [parameter, gradient, expAvg, expAvgSq], { ...options });
}

/**
 * One step of gradient descent with momentum in place: g ← gradient + weightDecay·θ; b ← momentum·b + (1 − dampening)·g;
 * θ ← θ − lr·b, or with nesterov θ − lr·(g + momentum·b). Returns the parameter; the buffer b is written too. Rounded as the
 * ops are of which PyTorch's _single_tensor_sgd is made.
 *
 * @throws ShapeError, DTypeError if the tensors differ in shape or dtype; AutogradError if gradients are being recorded.
 * @example
 * ```ts
 * import { sgdStep_, tensor, zeros } from "@bernoulli/tensor";
 * const options = { lr: 0.5, momentum: 0.9, dampening: 0, weightDecay: 0, nesterov: false, maximize: false };
 * sgdStep_(tensor([1, 2]), tensor([1, -1]), zeros(2), options).toArray(); // → [0.5, 2.5]
 * ```
 */
export function sgdStep_(
  parameter: Tensor,
  gradient: Tensor,
  momentumBuffer: Tensor,
  options: SgdStepAttributes,
): Tensor {
  check("sgdStep_", [parameter, gradient, momentumBuffer]);
  checkOptions("sgdStep_", options, sgdKinds);
  return applyInPlace("sgdStep_", sgdStepOp, [parameter, gradient, momentumBuffer], { ...options });
}
