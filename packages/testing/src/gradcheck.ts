// Gradients checked against finite differences, in float64. As torch.autograd.gradcheck, but every derivative is of one
// seeded weighted sum of the outputs, by five-point differences, so that the tolerance can be tight.

import { grad, noGrad, scope, Tensor, tensor } from "@bernoulli/tensor";
import { expectClose } from "./close.js";
import { seeded } from "./seeded.js";

export interface GradcheckOptions {
  /** Norm-wise: a gradient may differ by this share of the larger of its norm and 1. Default 1e-8. */
  readonly tolerance?: number;
  /** The distance between points; kinks must be at least twice as far from every input. Default 1e-3. */
  readonly step?: number;
  readonly label?: string;
}

/** A function of tensors, all of them float64 leaves, to a floating tensor. */
export type Differentiable = (...inputs: Tensor[]) => Tensor;

/** Throws unless the gradients that autograd finds for `fn` at `inputs` are those of finite differences. */
export function gradcheck(fn: Differentiable, inputs: readonly Tensor[], options: GradcheckOptions = {}): void {
  scope(() => {
    const leaves = inputs.map((input) => input.detach().clone().requiresGrad_());
    const output = fn(...leaves);
    if (!output.requiresGrad) throw new Error(`${options.label ?? "gradcheck"}: the output does not require a gradient`);
    const weights = cotangent(output, 1);
    const found = grad(output, leaves, { gradOutputs: [weights], allowUnused: true });
    compare(fn, leaves, found, weights.data(), options);
  });
}

/** Throws unless the second derivatives of `fn` at `inputs`, its gradient's own gradient, are those of finite differences. */
export function gradgradcheck(fn: Differentiable, inputs: readonly Tensor[], options: GradcheckOptions = {}): void {
  scope(() => {
    const weights = noGrad(() => cotangent(fn(...inputs), 1));
    const first: Differentiable = (...given) => {
      const [gradient, ...points] = [given.at(-1)!, ...given.slice(0, -1)];
      // Leaves of their own would cut the graph: the points are the leaves.
      const gradients = grad(fn(...points), points, { gradOutputs: [gradient], createGraph: true, allowUnused: true });
      const parts = gradients.flatMap((part, at) => (part === null ? [] : [part.mul(cotangent(part, at + 2)).sum()]));
      return parts.reduce((total, part) => total.add(part));
    };
    gradcheck(first, [...inputs, weights], { ...options, label: `${options.label ?? ""} (second derivatives)` });
  });
}

/** Weights for a sum of a tensor's elements, none of them near 0. */
export function cotangent(like: Tensor, seed: number): Tensor {
  const random = seeded(seed);
  const values = Float64Array.from({ length: like.numel }, () => Math.fround((random() < 0.5 ? -1 : 1) * (0.5 + random())));
  return tensor(values, { dtype: like.dtype, device: like.device }).view(like.shape);
}

function compare(
  fn: Differentiable,
  leaves: readonly Tensor[],
  found: readonly (Tensor | null)[],
  weights: ArrayLike<number>,
  { tolerance = 1e-8, step = 1e-3, label = "gradcheck" }: GradcheckOptions,
): void {
  const total = () =>
    scope(() => {
      const values = fn(...leaves).data();
      let sum = 0;
      for (let at = 0; at < values.length; at++) sum += values[at]! * weights[at]!;
      return sum;
    });
  for (const [at, leaf] of leaves.entries()) {
    const elements = () => leaf.storage.elements("float64");
    const numeric = Float64Array.from({ length: leaf.numel }, (_, position) => {
      const centre = elements()[leaf.offset + position]!;
      const shifted = (steps: number) => {
        elements()[leaf.offset + position] = centre + steps * step;
        return total();
      };
      const slope = (8 * (shifted(1) - shifted(-1)) - (shifted(2) - shifted(-2))) / (12 * step);
      elements()[leaf.offset + position] = centre;
      return slope;
    });
    const analytic = found[at]?.data() ?? new Float64Array(leaf.numel);
    const size = Math.hypot(...numeric);
    const difference = Math.hypot(...numeric.map((value, position) => value - analytic[position]!));
    if (!(difference <= tolerance * Math.max(size, 1))) {
      expectClose(analytic as Float64Array, numeric, { norm: (tolerance * Math.max(size, 1)) / size, label: `${label}: gradient of input ${at}` });
      throw new Error(`${label}: gradient of input ${at} is not finite`);
    }
  }
}
