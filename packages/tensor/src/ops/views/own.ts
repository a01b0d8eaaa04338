// reshape, squeeze and expand as users have them: their view is always another tensor than their input, also where it shows the same in the
// same shape, so that a hook, `requiresGrad_` or `retainGrad` on it is not its input's. Ops among themselves take view.ts's and sum.ts's,
// which give the input back then.

import type { NamedArgument } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import type { Shape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { expand as expanded } from "../reductions/sum.js";
import { reshape as reshaped, type Sizes, squeeze as squeezed, viewOp } from "./view.js";

/** What an op made of its input, or a view of that where it is the input itself. */
export function own(result: Tensor, input: Tensor): Tensor {
  if (result !== input) return result;
  const { shape, strides } = input;
  return apply(viewOp, [input], { shape, strides });
}

/**
 * The input in another shape: a view where it can be one, else a copy.
 * See https://pytorch.org/docs/stable/generated/torch.reshape.html.
 *
 * @throws ShapeError if the number of elements differs.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 2], [3, 4]]).transpose(0, 1).reshape(4).toArray(); // → [1, 3, 2, 4]
 * ```
 */
export function reshape(input: Tensor, ...sizes: Sizes): Tensor {
  return own(reshaped(input, ...sizes), input);
}

/**
 * A view without the dimension or dimensions `dim`, those whose size is 1, or without all dimensions of size 1.
 * See https://pytorch.org/docs/stable/generated/torch.squeeze.html.
 *
 * @example
 * ```ts
 * import { zeros } from "@bernoulli/tensor";
 * zeros(1, 2, 1).squeeze().shape; // → [2]
 * ```
 */
export function squeeze(input: Tensor, ...rest: NamedArgument<"dim", number | readonly number[]>): Tensor {
  return own(squeezed(input, ...rest), input);
}

/**
 * A view in which dimensions of size 1 are repeated; −1 keeps a size, and new dimensions may be put in front.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.expand.html.
 *
 * @throws ShapeError if a size that is not 1 would change.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1], [2]]).expand(2, 3).toArray(); // → [[1, 1, 1], [2, 2, 2]]
 * ```
 */
export function expand(input: Tensor, ...sizes: [...number[]] | [Shape]): Tensor {
  return own(expanded(input, ...sizes), input);
}
