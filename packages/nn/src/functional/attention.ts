// F.scaledDotProductAttention: values, weighted by how well their keys match each query. Composed of two products of many matrices and a
// softmax between them. What projects to queries, keys and values is multi-head-attention.ts.

import {
  ArgumentError,
  checkArgument,
  checkOptions,
  type DeviceName,
  type DType,
  DTypeError,
  dropout,
  full,
  isFloating,
  isTensor,
  type Kinds,
  optionsOf,
  type Positional,
  repeatInterleave,
  ShapeError,
  type Tensor,
  where,
} from "@bernoulli/tensor";

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
 * is open to gets zeros.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.scaled_dot_product_attention.html.
 *
 * @throws ArgumentError for a mask beside `isCausal`; ShapeError for shapes that do not fit; DTypeError for masks of integers.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * import { F } from "@bernoulli/nn";
 * const x = tensor([[1, 0], [0, 1]]);
 * F.scaledDotProductAttention(x, x, tensor([[1], [2]]), { isCausal: true }).toArray(); // → [[1], [1.6697615]]
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
  if (isCausal && attnMask !== null)
    throw new ArgumentError(
      "scaledDotProductAttention: Explicit attn_mask should not be set when is_causal=True; leave one of them out",
    );
  const [keys, values] = enableGqa ? [heads(query, key), heads(query, value)] : [key, value];
  // Queries are fewer than scores.
  const scores = query.mul(scale).matmul(keys.transpose(-2, -1));
  const mask = isCausal ? causalMask(scores) : additiveMask("attnMask", attnMask, query.dtype);
  const { open, mask: added } =
    mask === null ? { open: null, mask: null } : isCausal ? { open: null, mask } : opened(mask);
  const weights = (added === null ? scores : scores.add(added)).softmax(-1);
  const kept = dropoutP > 0 ? dropout(weights, { p: dropoutP, training: true }) : weights;
  const output = kept.matmul(values);
  return open === null ? output : where(open, output, 0);
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

function causalMask(scores: Tensor): Tensor {
  return squareMask(scores.size(-2), scores.size(-1), { dtype: scores.dtype, device: scores.device as DeviceName });
}

/** Zeros up to the diagonal, −∞ above it. */
export function squareMask(
  rows: number,
  columns: number,
  options: { readonly dtype?: DType; readonly device?: DeviceName },
): Tensor {
  return full([rows, columns], Number.NEGATIVE_INFINITY, options).triu(1);
}

/** Rows of a mask that are −∞ throughout would be NaN behind softmax: opened here, and their results zeros. */
function opened(mask: Tensor): { readonly open: Tensor; readonly mask: Tensor } {
  const open = mask.detach().amax(-1, { keepdim: true }).ne(Number.NEGATIVE_INFINITY);
  return { open, mask: where(open, mask, 0) };
}

/**
 * A mask as what is added to scores: bool ones are 0 where true, −∞ elsewhere.
 *
 * @throws DTypeError for integers.
 */
export function additiveMask(name: string, mask: Tensor | null, dtype: DType, isOpen: boolean = true): Tensor | null {
  if (mask === null) return null;
  if (!isTensor(mask)) checkArgument("attention", name, mask, "Tensor");
  if (mask.dtype === "bool") {
    const zero = full([], 0, { dtype, device: mask.device as DeviceName });
    return isOpen ? where(mask, zero, Number.NEGATIVE_INFINITY) : where(mask, Number.NEGATIVE_INFINITY, zero);
  }
  if (!isFloating(mask.dtype))
    throw new DTypeError(
      `attention: only bool and floating types of ${name} are supported, but got ${mask.dtype}; compare it with 0, mask.ne(0)`,
    );
  return mask;
}
