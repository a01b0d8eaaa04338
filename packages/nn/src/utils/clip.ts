// nn.utils.clipGradNorm_ and its kin: gradients made smaller, in place, before an optimizer's step.

import {
  ArgumentError,
  type ByName,
  checkOptions,
  inPlace,
  isTensor,
  noGrad,
  optionsOf,
  type Positional,
  stack,
  type Tensor,
  tensor,
} from "@bernoulli/tensor";

export interface TotalNormOptions {
  /** Which norm; `Infinity`, or "inf", is the largest magnitude. Default 2. */
  readonly normType?: number | "inf";
  /** Whether to throw where the norm is NaN or infinite, which reads it. Default false. */
  readonly errorIfNonfinite?: boolean;
  /** PyTorch's, which changes no number. */
  readonly foreach?: boolean | null;
}

/** Whose gradients: parameters, or one. */
export type Clipped = Tensor | Iterable<Tensor>;

const kinds = { normType: "anything", errorIfNonfinite: "boolean", foreach: "anything" } as const;
const places = ["normType", "errorIfNonfinite", "foreach"] as const;

function listOf(op: string, given: Clipped): Tensor[] {
  const list = isTensor(given) ? [given] : [...given];
  for (const one of list)
    if (!isTensor(one))
      throw new ArgumentError(`${op}: expected tensors, but got ${typeof one}; give net.parameters()`);
  return list;
}

function gradientsOf(op: string, parameters: Clipped): Tensor[] {
  return listOf(op, parameters).flatMap(({ grad }) => (grad === null ? [] : [grad]));
}

function normOf(
  op: string,
  tensors: readonly Tensor[],
  { normType: given = 2, errorIfNonfinite = false }: TotalNormOptions,
): Tensor {
  const normType = given === "inf" ? Number.POSITIVE_INFINITY : given;
  if (typeof normType !== "number" || Number.isNaN(normType))
    throw new ArgumentError(`${op}: normType must be a number or "inf", but got ${String(normType)}`);
  const [first] = tensors;
  if (first === undefined) return tensor(0);
  return noGrad(() => {
    const norms = tensors.map((one) => one.norm(normType).to(first.dtype));
    // The norm of one norm is itself; of order 0 it is 1 where that is not 0.
    const total = norms.length === 1 && normType !== 0 ? norms[0]!.abs() : stack(norms).norm(normType);
    if (errorIfNonfinite && !Number.isFinite(total.item()))
      throw new ArgumentError(
        `${op}: The total norm of order ${normType} for gradients from \`parameters\` is non-finite, so it cannot be clipped. ` +
          "To disable this error and scale the gradients by the non-finite norm anyway, set `errorIfNonfinite: false`",
      );
    return total;
  });
}

/**
 * The norm of all the tensors as one vector, 0-d. Of gradients: `getTotalNorm([...net.parameters()].map((p) => p.grad!))`.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.get_total_norm.html.
 *
 * @throws ArgumentError for what is no tensor; with `errorIfNonfinite` where the norm is NaN or infinite.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * utils.getTotalNorm([tensor([3]), tensor([4])]).item(); // → 5
 * utils.getTotalNorm(tensor([-3, 2]), Infinity).item(); // → 3
 * ```
 */
export function getTotalNorm(
  tensors: Clipped,
  ...rest: Positional<TotalNormOptions, ["normType", "errorIfNonfinite", "foreach"]>
): Tensor {
  const options = optionsOf<TotalNormOptions>("getTotalNorm", places, rest);
  checkOptions("getTotalNorm", options, kinds);
  return normOf("getTotalNorm", listOf("getTotalNorm", tensors), options);
}

/**
 * Multiplies all gradients in place so that their norm, as one vector, is at most `maxNorm`, and returns the norm that they had, 0-d.
 * Parameters without a gradient are passed over. Call it between `backward()` and `step()`; of several groups give all parameters at once.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_norm_.html.
 *
 * @throws ArgumentError for what is no tensor; with `errorIfNonfinite` where the norm is NaN or infinite.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * const w = tensor([0, 0], { requiresGrad: true });
 * w.mul(tensor([3, 4])).sum().backward();
 * utils.clipGradNorm_([w], 1).item(); // → 5
 * w.grad?.toArray(); // → [0.59999985, 0.79999983]
 * ```
 */
export function clipGradNorm_(
  parameters: Clipped,
  maxNorm: number | ByName<"maxNorm", number, TotalNormOptions>,
  ...rest: Positional<TotalNormOptions, ["normType", "errorIfNonfinite", "foreach"]>
): Tensor {
  [maxNorm, rest] = inPlace<number, typeof rest>("clipGradNorm_", "maxNorm", maxNorm, rest);
  const options = optionsOf<TotalNormOptions>("clipGradNorm_", places, rest);
  checkOptions("clipGradNorm_", options, kinds);
  checkLimit("clipGradNorm_", "maxNorm", maxNorm);
  const gradients = gradientsOf("clipGradNorm_", parameters);
  const total = normOf("clipGradNorm_", gradients, options);
  scaleDown(gradients, maxNorm, total);
  return total;
}

/**
 * Multiplies all gradients in place by maxNorm / totalNorm, unless that is more than 1: for norms that are known.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.clip_grads_with_norm_.html.
 *
 * @throws ArgumentError for what is no tensor.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * const w = tensor([1], { requiresGrad: true });
 * w.mul(8).sum().backward();
 * utils.clipGradsWithNorm_([w], 1, tensor(4));
 * w.grad?.toArray(); // → [1.9999995]
 * ```
 */
export function clipGradsWithNorm_(parameters: Clipped, maxNorm: number, totalNorm: Tensor): void {
  checkLimit("clipGradsWithNorm_", "maxNorm", maxNorm);
  scaleDown(gradientsOf("clipGradsWithNorm_", parameters), maxNorm, totalNorm);
}

function scaleDown(gradients: readonly Tensor[], maxNorm: number, total: Tensor): void {
  if (gradients.length === 0) return;
  noGrad(() => {
    const factor = total.add(1e-6).reciprocal().mul(maxNorm).clamp({ max: 1 });
    for (const gradient of gradients) gradient.mul_(factor.to(gradient.dtype));
  });
}

/**
 * Clamps all gradients in place to [−clipValue, clipValue]. Parameters without a gradient are passed over.
 * See https://pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_value_.html.
 *
 * @throws ArgumentError for what is no tensor.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { utils } from "@bernoulli/nn";
 * const w = tensor([0, 0], { requiresGrad: true });
 * w.mul(tensor([3, -0.5])).sum().backward();
 * utils.clipGradValue_(w, 1);
 * w.grad?.toArray(); // → [1, -0.5]
 * ```
 */
export function clipGradValue_(
  parameters: Clipped,
  clipValue: number | ByName<"clipValue", number, Pick<TotalNormOptions, "foreach">>,
  ...rest: Positional<Pick<TotalNormOptions, "foreach">, ["foreach"]>
): void {
  [clipValue, rest] = inPlace<number, typeof rest>("clipGradValue_", "clipValue", clipValue, rest);
  checkOptions("clipGradValue_", optionsOf<Pick<TotalNormOptions, "foreach">>("clipGradValue_", ["foreach"], rest), {
    foreach: "anything",
  });
  checkLimit("clipGradValue_", "clipValue", clipValue);
  const gradients = gradientsOf("clipGradValue_", parameters);
  noGrad(() => {
    for (const gradient of gradients) gradient.clamp_({ min: -clipValue, max: clipValue });
  });
}

function checkLimit(op: string, name: string, value: number): void {
  if (typeof value !== "number") throw new ArgumentError(`${op}: ${name} must be a number, but got ${typeof value}`);
}
