// glu: the one half of a tensor, let through by the other.

import { ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { sigmoid } from "../../formulas/math/gates.js";
import { pointwise } from "../../formulas/pointwise.js";
import { floatingDTypes } from "../../tensor/dtype.js";
import { normalizeDim } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { narrow } from "../views/slice.js";

const gluOp = pointwise({
  name: "glu",
  inputs: ["input", "gate"],
  dtypes: floatingDTypes,
  formula: ({ input, gate }) => input.mul(sigmoid(gate)),
});

/**
 * a · sigmoid(b) of the halves of `dim`, a being the first. Shape: (…, 2n, …) → (…, n, …). Floats alone.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.glu.html; Dauphin et al., 2016.
 *
 * @throws ShapeError where the size along dim is odd.
 * @example
 * ```ts
 * import { glu, tensor } from "@bernoulli/tensor";
 * glu(tensor([1, 2, 0, 1])).toArray(); // → [0.5, 1.4621172]
 * ```
 */
export function glu(input: Tensor, dim = -1): Tensor {
  checkTensor("glu", "input", input);
  if (input.ndim === 0) throw new ShapeError("glu: glu does not support scalars because halving size must be even");
  const at = normalizeDim("glu", dim, input.ndim);
  const size = input.shape[at]!;
  if (size % 2 !== 0) throw new ShapeError(`glu: Halving dimension must be even, but dimension ${at} is size ${size}`);
  return apply(gluOp, [narrow(input, at, 0, size / 2), narrow(input, at, size / 2, size / 2)]);
}
