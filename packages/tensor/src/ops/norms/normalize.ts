// normalize: vectors divided by their length.

import { DTypeError } from "../../checks/errors.js";
import { checkOptions, checkTensor, optionsOf, type Positional } from "../../checks/options.js";
import { isFloating } from "../../tensor/dtype.js";
import { normalizeDims } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { clamp } from "../pointwise/clamp.js";
import { div } from "../pointwise/div.js";
import type { Dims } from "../reductions/sum.js";
import { vectorNormOver } from "./vector-norms.js";

export interface NormalizeOptions {
  /** Which norm. Default 2. */
  readonly p?: number;
  /** Along which the vectors lie; several make one vector of matrices. Default 1. */
  readonly dim?: Dims;
  /** The least that is divided by. Default 1e-12. */
  readonly eps?: number;
}

/**
 * The vectors along `dim`, each divided by its p-norm, or by `eps` where that is larger. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.normalize.html.
 *
 * @throws DTypeError for integers; IndexError for a dimension that is not there.
 * @example
 * ```ts
 * import { normalize, tensor } from "@bernoulli/tensor";
 * normalize(tensor([[3, 4], [0, 0]]), { p: Infinity }).toArray(); // → [[0.75, 1], [0, 0]]
 * ```
 */
export function normalize(input: Tensor, ...rest: Positional<NormalizeOptions, ["p", "dim", "eps"]>): Tensor {
  checkTensor("normalize", "input", input);
  const options = optionsOf<NormalizeOptions>("normalize", ["p", "dim", "eps"], rest);
  checkOptions("normalize", options, { p: "number", dim: "anything", eps: "number" });
  const { p = 2, dim = 1, eps = 1e-12 } = options;
  if (!isFloating(input.dtype))
    throw new DTypeError(
      `normalize: Expected a floating point tensor as input. Got ${input.dtype}; convert with .to("float32")`,
    );
  const length = vectorNormOver(input, p, normalizeDims("normalize", dim, input.ndim), true);
  return div(input, clamp(length, { min: eps }));
}
