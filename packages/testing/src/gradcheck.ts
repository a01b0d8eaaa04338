// Gradients checked against finite differences, in float64. As torch.autograd.gradcheck, but every derivative is of one
// seeded weighted sum of the outputs, by five-point differences along a few directions, so that the tolerance can be tight.

import { grad, noGrad, scope, type Tensor, tensor } from "@bernoulli/tensor";
import { expectClose } from "./close.js";
import { seeded } from "./seeded.js";

/** Larger inputs are checked along this many directions only: an error in one element shows in each of them. */
const directionCount = 5;

export interface GradcheckOptions {
  /** A slope may differ by this share of the larger of 1 and the gradient's root mean square. Default 1e-8. */
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
    if (!output.requiresGrad)
      throw new Error(`${options.label ?? "gradcheck"}: the output does not require a gradient`);
    check(fn, leaves, output, options);
  });
}

/** Throws unless the second derivatives of `fn` at `inputs`, its gradient's own gradient, are those of finite differences. */
export function gradgradcheck(fn: Differentiable, inputs: readonly Tensor[], options: GradcheckOptions = {}): void {
  scope(() => {
    const weights = noGrad(() => cotangent(fn(...inputs), 1));
    // A weighted sum of all first gradients, as a function of the inputs and of the cotangent.
    const first: Differentiable = (...given) => {
      const [points, gradient] = [given.slice(0, -1), given.at(-1)!];
      const gradients = grad(fn(...points), points, { gradOutputs: [gradient], createGraph: true, allowUnused: true });
      return gradients.reduce<Tensor>(
        (total, part, at) => (part === null ? total : total.add(part.mul(cotangent(part, at + 2)).sum())),
        tensor(0, { dtype: "float64", device: weights.device }),
      );
    };
    const leaves = [...inputs, weights].map((input) => input.detach().clone().requiresGrad_());
    check(first, leaves, first(...leaves), {
      ...options,
      label: `${options.label ?? "gradcheck"}, second derivatives`,
    });
  });
}

/** Weights for a sum of a tensor's elements, none of them near 0. */
export function cotangent(like: Tensor, seed: number): Tensor {
  const random = seeded(seed);
  const values = Float64Array.from({ length: like.numel() }, () =>
    Math.fround((random() < 0.5 ? -1 : 1) * (0.5 + random())),
  );
  return tensor(values, { dtype: like.dtype, device: like.device }).view(like.shape);
}

function check(fn: Differentiable, leaves: readonly Tensor[], output: Tensor, options: GradcheckOptions): void {
  const { tolerance = 1e-8, step = 1e-3, label = "gradcheck" } = options;
  const weights = cotangent(output, 1);
  // A gradient that depends on nothing has none of its own: its slopes must be 0.
  const found = output.requiresGrad
    ? grad(output, leaves, { gradOutputs: [weights], allowUnused: true })
    : leaves.map(() => null);
  const factors = weights.toTypedArray();
  const total = () =>
    scope(() => {
      const values: ArrayLike<number> = fn(...leaves).toTypedArray();
      return Array.from(values, (value, at) => value * factors[at]!).reduce((sum, part) => sum + part, 0);
    });
  for (const [at, leaf] of leaves.entries()) {
    const centre = leaf.toTypedArray();
    const gradient = found[at]?.toTypedArray() ?? new Float64Array(leaf.numel());
    const directions = directionsOf(leaf.numel());
    const numeric = directions.map((direction) => {
      const shifted = (steps: number) => {
        leaf.storage
          .elements("float64")
          .set(centre.map((value, position) => value + steps * step * direction[position]!));
        return total();
      };
      return (8 * (shifted(1) - shifted(-1)) - (shifted(2) - shifted(-2))) / (12 * step);
    });
    leaf.storage.elements("float64").set(centre);
    const analytic = directions.map((direction) =>
      direction.reduce((sum, part, position) => sum + part * gradient[position]!, 0),
    );
    const allowed = tolerance * Math.max(1, Math.hypot(...gradient) / Math.sqrt(Math.max(1, leaf.numel())));
    expectClose(analytic, numeric, {
      absolute: allowed,
      label: `${label}: slopes of input ${at} along ${directions.length} directions`,
    });
  }
}

/** Along every axis where there are few; else along some seeded directions of length 1, none of whose parts is near 0. */
function directionsOf(count: number): Float64Array[] {
  if (count <= directionCount)
    return Array.from({ length: count }, (_, at) =>
      Float64Array.from({ length: count }, (_, position) => (position === at ? 1 : 0)),
    );
  const random = seeded(count);
  return Array.from({ length: directionCount }, () => {
    const direction = Float64Array.from({ length: count }, () => (random() < 0.5 ? -1 : 1) * (0.5 + random()));
    const length = Math.hypot(...direction);
    return direction.map((part) => part / length);
  });
}
