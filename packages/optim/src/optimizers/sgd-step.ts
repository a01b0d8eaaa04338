// One step of gradient descent with momentum over a parameter and its buffer, in one pass. When it is taken, sgd.ts says.

import type { Tensor } from "@bernoulli/tensor";
import { constant, update } from "@bernoulli/tensor/formulas";
import { direction } from "./direction.js";
import { flushed, leastBehind, threshold, unseen } from "./subnormal.js";

/**
 * g ← gradient + weightDecay·θ; b ← momentum·b + (1 − dampening)·g; θ ← θ − lr·b, or with nesterov θ − lr·(g + momentum·b).
 * Rounded as the ops are of which PyTorch's _single_tensor_sgd is made.
 */
export const sgdStep = update({
  name: "sgdStep",
  inputs: ["parameter", "gradient", "momentumBuffer"],
  numbers: ["lr", "momentum", "dampening", "weightDecay", "leastVelocity"],
  flags: ["decays", "maximize", "nesterov"],
  formula: ({ parameter, gradient, momentumBuffer, lr, momentum, dampening, weightDecay, leastVelocity }, flags) => {
    const g = direction(parameter, gradient, weightDecay, flags);
    const velocity = momentumBuffer.mul(momentum).add(g.mul(constant(1).sub(dampening)));
    const kept = flushed(velocity, leastVelocity);
    const moved = flags.nesterov ? g.add(kept.mul(momentum)) : kept;
    return { parameter: parameter.add(moved.mul(lr.neg())), momentumBuffer: kept };
  },
});

/** The magnitude below which a velocity is zero. */
export function sgdThreshold({ dtype }: Tensor, { lr, momentum }: { readonly lr: number; readonly momentum: number }) {
  const least = leastBehind(momentum, lr);
  return { leastVelocity: threshold(dtype, least, Math.abs(lr) * least <= unseen) };
}
