// scaledDotProductAttention: values, weighted by how well their keys match each query. Two products of many matrices and a softmax between
// them as a composition, or one kernel each way where one serves (fused-attention.ts). What projects to queries, keys and values is nn's.

import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkArgument, checkOptions, type Kinds, optionsOf, type Positional } from "../../checks/options.js";
import type { DeviceName } from "../../tensor/device.js";
import { isFloating } from "../../tensor/dtype.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { full } from "../creation/creation.js";
import { where } from "../pointwise/where.js";
import { checkProbability, dropout } from "../random/dropout.js";
import { repeatInterleave } from "../shapes/repeat.js";
import { attentionWeights } from "./attention-weights.js";
import { fusedAttention } from "./fused-attention.js";
import { matmul } from "./matmul.js";

export interface AttentionOptions {
  /**
   * Of a shape that stretches to (…, L, S): bool, true where a query may look at a key, or floating, which is added to the scores.
   * Default null.
   */
  readonly attnMask?: Tensor | null;
  /** The probability that a weight is dropped, whether training or not. Default 0. */
  readonly dropoutP?: number;
  /** Whether a query may look at keys up to its own place alone. Default false. */
  readonly isCausal?: boolean;
  /** What scores are multiplied with. Default 1/√E. */
  readonly scale?: number | null;
  /** Whether fewer heads of keys and values each serve several of the queries. Default false. */
  readonly enableGqa?: boolean;
}

const kinds: Kinds<AttentionOptions> = {
  attnMask: "anything",
  dropoutP: "number",
  isCausal: "boolean",
  scale: "anything",
  enableGqa: "boolean",
};

/**
 * softmax(query · keyᵀ · scale + mask) · value. Shape: query (…, L, E), key (…, S, E), value (…, S, V) → (…, L, V). A query that no key
 * is open to gets zeros, or NaN if it is not finite.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.scaled_dot_product_attention.html.
 *
 * @throws ArgumentError for a mask beside `isCausal`, and a probability outside [0, 1]; ShapeError for shapes that do not fit; DTypeError
 * for masks of integers.
 * @example
 * ```ts
 * import { scaledDotProductAttention, tensor } from "@bernoulli/tensor";
 * const x = tensor([[1, 0], [0, 1]]);
 * scaledDotProductAttention(x, x, tensor([[1], [2]]), { isCausal: true }).toArray(); // → [[1], [1.6697615]]
 * ```
 */
export function scaledDotProductAttention(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  ...rest: Positional<AttentionOptions, ["attnMask", "dropoutP", "isCausal"]>
): Tensor {
  const options = optionsOf<AttentionOptions>("scaledDotProductAttention", ["attnMask", "dropoutP", "isCausal"], rest);
  checkOptions("scaledDotProductAttention", options, kinds);
  for (const [name, given] of Object.entries({ query, key, value })) {
    checkArgument("scaledDotProductAttention", name, given, "Tensor");
    if (given.ndim < 2)
      throw new ShapeError(
        `scaledDotProductAttention: Expected query, key, and value to all be at least 2 dimensional, but got ${name} of [${given.shape.join(", ")}]`,
      );
  }
  const { attnMask = null, dropoutP = 0, isCausal = false, enableGqa = false } = options;
  const scale = options.scale ?? 1 / Math.sqrt(query.size(-1));
  checkArgument("scaledDotProductAttention", "scale", scale, "number");
  checkProbability(dropoutP);
  if (isCausal && attnMask !== null)
    throw new ArgumentError(
      "scaledDotProductAttention: Explicit attn_mask should not be set when is_causal=True; leave one of them out",
    );
  const [keys, values] = enableGqa ? [heads(query, key), heads(query, value)] : [key, value];
  const mask = attnMask === null ? null : additive(attnMask, query);
  const fused = fusedAttention(query, keys, values, { mask, dropoutP, isCausal, scale });
  if (fused !== null) return fused;
  const weights = attentionWeights(query, keys, { mask, isCausal, scale });
  return matmul(dropoutP > 0 ? dropout(weights, { p: dropoutP, training: true }) : weights, values);
}

/** Heads of keys or values as often as there are queries' heads for each. */
function heads(query: Tensor, tensor: Tensor): Tensor {
  const [wanted, there] = [query.size(-3), tensor.size(-3)];
  if (wanted % there !== 0)
    throw new ShapeError(
      `scaledDotProductAttention: Number of heads in key and value must divide the number of heads in query, but got ${there} and ${wanted}`,
    );
  return wanted === there ? tensor : repeatInterleave(tensor, wanted / there, tensor.ndim - 3);
}

/** What is added to scores: bool masks are 0 where true, −∞ elsewhere. */
function additive(mask: Tensor, query: Tensor): Tensor {
  if (!isTensor(mask)) checkArgument("attention", "attnMask", mask, "Tensor");
  if (mask.dtype === "bool") {
    const zero = full([], 0, { dtype: query.dtype, device: mask.device as DeviceName });
    return where(mask, zero, Number.NEGATIVE_INFINITY);
  }
  if (!isFloating(mask.dtype))
    throw new DTypeError(
      `attention: only bool and floating types of attnMask are supported, but got ${mask.dtype}; compare it with 0, mask.ne(0)`,
    );
  return mask;
}
