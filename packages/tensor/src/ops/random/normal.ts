// normal: draws whose mean and deviation come from tensors or numbers.

import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { checkNumber, checkOptions } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { apply } from "../../door/apply.js";
import { constant } from "../../formulas/expression.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes, isFloating } from "../../tensor/dtype.js";
import { item } from "../../tensor/reads.js";
import type { Shape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { fullLike, zeros } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { broadcast } from "../operands.js";
import { min } from "../reductions/max.js";
import { normal_, type RandomOptions } from "./random.js";

/** Draws are no function of mean and deviation: those get zeros. */
const normalOp = pointwise({
  name: "normal",
  inputs: ["noise", "mean", "std"],
  dtypes: floatingDTypes,
  formula: ({ noise, mean, std }) => noise.mul(std).add(mean),
  gradient: () => [constant(0), constant(0), constant(0)],
});

/**
 * Draws from normal distributions: of tensors, one for each mean and deviation, which are broadcast and of the mean's dtype; of two
 * numbers, as many as `size` says. In tensors gradients of zeros go back. Shape: (*), (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.normal.html.
 *
 * @throws ArgumentError for a negative deviation, for numbers without a size; DTypeError for integers.
 * @example
 * ```ts
 * import { manualSeed, normal, tensor } from "@bernoulli/tensor";
 * manualSeed(0);
 * normal(tensor([10, 20]), tensor([1, 0.5])).toArray(); // → [11.5409956, 19.853285]
 * normal(0, 2, [2]).toArray(); // → [-4.3575788, 1.1368626]
 * ```
 */
export function normal(
  mean: number | Tensor,
  std: number | Tensor = 1,
  ...rest: [options?: RandomOptions] | [size: Shape, options?: RandomOptions]
): Tensor {
  const size = Array.isArray(rest[0]) ? (rest[0] as Shape) : undefined;
  const options = (size === undefined ? rest[0] : rest[1]) ?? ({} as RandomOptions);
  checkOptions("normal", options as RandomOptions, ["dtype", "requiresGrad", "device", "generator"]);
  for (const [name, value] of Object.entries({ mean, std })) {
    if (!isTensor(value)) checkNumber("normal", name, value);
    else if (!isFloating(value.dtype) && (name === "mean" || !isTensor(mean)))
      throw new DTypeError(`normal: not implemented for '${value.dtype}': a ${name} is float32 or float64`);
  }
  if (typeof std === "number" && !(std >= 0))
    throw new ArgumentError(`normal: expects std >= 0.0, but found std ${std}`);
  if (isTensor(std) && std.numel() > 0 && !(readFor("normal", "values", () => item(min(std)) as number) >= 0))
    throw new ArgumentError("normal: expects all elements of std >= 0.0");
  const { generator, requiresGrad = false, ...placed } = options as RandomOptions;
  const drawing = generator === undefined ? {} : { generator };
  if (typeof mean === "number" && typeof std === "number") {
    if (size === undefined)
      throw new ArgumentError("normal: of two numbers it takes how many are wanted: normal(0, 1, [2, 3])");
    return normal_(zeros(size, placed), mean, std, drawing).requiresGrad_(requiresGrad);
  }
  if (size !== undefined || Object.keys(placed).length > 0)
    throw new ArgumentError(
      "normal: mean and std say what is drawn where one is a tensor; size, dtype and device go with numbers",
    );
  const like = (isTensor(mean) ? mean : std) as Tensor;
  const asTensor = (value: number | Tensor) => (isTensor(value) ? to(value, like.dtype) : fullLike(like, value));
  const [means, deviations] = broadcast("normal", asTensor(mean), asTensor(std));
  const noise = normal_(zeros(means.shape, { dtype: like.dtype, device: like.device }), 0, 1, drawing);
  return apply(normalOp, [noise, means, deviations]);
}
