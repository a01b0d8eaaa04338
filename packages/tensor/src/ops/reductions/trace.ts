// trace: the sum of a matrix's diagonal.

import { DTypeError, ShapeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import type { Tensor } from "../../tensor/tensor.js";
import { diagonal } from "../views/diagonal.js";
import { sumOf } from "./sum.js";

/**
 * The sum of a matrix's diagonal. Integers sum to int32. Shape: (n, m) → ().
 * See https://pytorch.org/docs/stable/generated/torch.trace.html.
 *
 * @throws ShapeError unless it is a matrix; DTypeError for bool, and where a sum of integers does not fit int32.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).trace().item(); // → 5
 * ```
 */
export function trace(input: Tensor): Tensor {
  checkTensor("trace", "input", input);
  if (input.ndim !== 2)
    throw new ShapeError(
      `trace: expected a matrix, but got tensor with dim ${input.ndim}; x.diagonal(0, -2, -1).sum(-1) takes batches`,
    );
  if (input.dtype === "bool")
    throw new DTypeError(`"trace" not implemented for 'Bool'; convert with .to("float32") first`);
  return sumOf("trace", diagonal(input), undefined);
}
