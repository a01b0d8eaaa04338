// all, any and countNonzero: of truths, whether each holds, whether one does, and how many do. Each counts.

import { checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import type { DType } from "../../tensor/dtype.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { eq, ne } from "../pointwise/compare.js";
import { type Dims, type ReduceArguments, reduceArguments, reducedDims, reduceKinds, sum } from "./sum.js";

/** As in PyTorch: bytes give bytes, all else bool. */
const dtypeOfTruth = (input: Tensor): DType => (input.dtype === "uint8" ? "uint8" : "bool");

/**
 * Whether all elements are other than zero, over `dim`, one or several, or over everything; of none, they are. A NaN is not zero.
 * Gives bool, of uint8 uint8. Shape: (*) → (*) without `dim`. See https://pytorch.org/docs/stable/generated/torch.all.html.
 *
 * @throws IndexError if a dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([[1, 0], [2, 3]]);
 * x.all(1).toArray(); // → [false, true]
 * x.gt(-1).all().toArray(); // → true
 * ```
 */
export function all(input: Tensor, ...rest: ReduceArguments): Tensor {
  checkTensor("all", "input", input);
  const { dim, ...options } = reduceArguments("all", rest, reduceKinds);
  return to(eq(sum(eq(input, 0), reducedDims("all", input, dim), options), 0), dtypeOfTruth(input));
}

/**
 * Whether an element is other than zero, over `dim`, one or several, or over everything; of none, it is not. A NaN is not zero.
 * Gives bool, of uint8 uint8. Shape: (*) → (*) without `dim`. See https://pytorch.org/docs/stable/generated/torch.any.html.
 *
 * @throws IndexError if a dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * const x = tensor([[1, 0], [0, 0]]);
 * x.any(1).toArray(); // → [true, false]
 * x.lt(0).any().toArray(); // → false
 * ```
 */
export function any(input: Tensor, ...rest: ReduceArguments): Tensor {
  checkTensor("any", "input", input);
  const { dim, ...options } = reduceArguments("any", rest, reduceKinds);
  return to(ne(sum(ne(input, 0), reducedDims("any", input, dim), options), 0), dtypeOfTruth(input));
}

/**
 * How many elements are other than zero, over `dim`, one or several, or over everything; int32. Shape: (*) → (*) without `dim`.
 * See https://pytorch.org/docs/stable/generated/torch.count_nonzero.html.
 *
 * @throws IndexError if a dimension is out of range.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([[1, 0], [2, 3]]).countNonzero(1).toArray(); // → [1, 2]
 * ```
 */
export function countNonzero(input: Tensor, ...rest: Positional<{ readonly dim?: Dims }, ["dim"]>): Tensor {
  checkTensor("countNonzero", "input", input);
  const { dim } = optionsOf<{ readonly dim?: Dims }>("countNonzero", ["dim"], rest);
  return sum(ne(input, 0), reducedDims("countNonzero", input, dim));
}
