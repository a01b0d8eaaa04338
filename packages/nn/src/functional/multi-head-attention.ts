// F.multiHeadAttentionForward: projections to queries, keys and values, attention by heads, and the projection of what comes out.

import {
  ArgumentError,
  cat,
  checkArgument,
  checkOptions,
  type DeviceName,
  dropout,
  type Kinds,
  pad,
  ShapeError,
  scaledDotProductAttention,
  type Tensor,
  zeros,
} from "@bernoulli/tensor";
import { additiveMask } from "./attention-masks.js";
import { linear } from "./linear.js";

export interface MultiHeadAttentionOptions {
  /** Whether weights are dropped. Default true. */
  readonly training?: boolean;
  /** (N, S), or (S) unbatched: bool, true where a key is NOT looked at, or floating, which is added. Default null. */
  readonly keyPaddingMask?: Tensor | null;
  /** Whether the weights are given too. Default true. */
  readonly needWeights?: boolean;
  /** (L, S) or (N · heads, L, S): bool, true where a query may NOT look at a key, or floating, which is added. Default null. */
  readonly attnMask?: Tensor | null;
  /** Whether queries, keys and values have projections apart. Default false. */
  readonly useSeparateProjWeight?: boolean;
  readonly qProjWeight?: Tensor | null;
  readonly kProjWeight?: Tensor | null;
  readonly vProjWeight?: Tensor | null;
  /** Whether weights are averaged over the heads. Default true. */
  readonly averageAttnWeights?: boolean;
  /** Says of `attnMask` that it is the causal one. Default false. */
  readonly isCausal?: boolean;
}

const kinds: Kinds<MultiHeadAttentionOptions> = {
  training: "boolean",
  keyPaddingMask: "anything",
  needWeights: "boolean",
  attnMask: "anything",
  useSeparateProjWeight: "boolean",
  qProjWeight: "anything",
  kProjWeight: "anything",
  vProjWeight: "anything",
  averageAttnWeights: "boolean",
  isCausal: "boolean",
};

/**
 * Attention with several heads, of which each sees a projection of its own; by PyTorch's names, as `MultiheadAttention` calls it.
 * Shape: query (L, N, E), key and value (S, N, …), or without N → output (L, N, E) and weights (N, L, S), (N, heads, L, S) unless
 * they are averaged, or null.
 * See https://pytorch.org/docs/stable/generated/torch.nn.MultiheadAttention.html; Vaswani et al., 2017.
 *
 * @throws ShapeError for tensors and masks that do not fit; ArgumentError for `isCausal` without a mask; DTypeError for masks of integers.
 */
export function multiHeadAttentionForward(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  embedDimToCheck: number,
  numHeads: number,
  inProjWeight: Tensor | null,
  inProjBias: Tensor | null,
  biasK: Tensor | null,
  biasV: Tensor | null,
  addZeroAttn: boolean,
  dropoutP: number,
  outProjWeight: Tensor,
  outProjBias: Tensor | null,
  options: MultiHeadAttentionOptions = {},
): [output: Tensor, weights: Tensor | null] {
  checkOptions("multiHeadAttentionForward", options, kinds);
  const { training = true, needWeights = true, averageAttnWeights = true } = options;
  const isBatched = checkShapes(query, key, value, numHeads, options);
  const batched = (tensor: Tensor): Tensor => (isBatched ? tensor : tensor.unsqueeze(1));
  // One tensor stays one, so that its projections are one product.
  const q = batched(query);
  const k = key === query ? q : batched(key);
  const v = value === key ? k : batched(value);
  const [length, batch, embedDim] = q.shape as [number, number, number];
  if (embedDim !== embedDimToCheck)
    throw new ShapeError(
      `multiHeadAttentionForward: was expecting embedding dimension of ${embedDimToCheck}, but got ${embedDim}`,
    );
  const headDim = embedDim / numHeads;
  if (!Number.isInteger(headDim))
    throw new ShapeError(`multiHeadAttentionForward: embed_dim ${embedDim} not divisible by num_heads ${numHeads}`);
  let isCausal = options.isCausal ?? false;
  if (isCausal && (options.attnMask ?? null) === null)
    throw new ArgumentError(
      "multiHeadAttentionForward: Need attn_mask if specifying the is_causal hint. You may use Transformer.generateSquareSubsequentMask to create this mask.",
    );
  let padding = additiveMask("key_padding_mask", options.keyPaddingMask ?? null, q.dtype);
  if (padding !== null && !isBatched) padding = padding.unsqueeze(0);
  let mask: Tensor | null = null;
  if (!isCausal || padding !== null || needWeights) {
    mask = additiveMask("attn_mask", options.attnMask ?? null, q.dtype);
    isCausal = false;
  }
  let [queries, keys, values] = projected(q, k, v, inProjWeight, inProjBias, options);
  if (mask !== null) mask = checkMask(mask, length, k.size(0), batch * numHeads);
  if (biasK !== null && biasV !== null) {
    keys = cat([keys, biasK.repeat(1, batch, 1)]);
    values = cat([values, biasV.repeat(1, batch, 1)]);
    [mask, padding] = [padded(mask), padded(padding)];
  }
  if (addZeroAttn) {
    const nothing = zeros([1, batch, embedDim], { dtype: keys.dtype, device: keys.device as DeviceName });
    [keys, values] = [cat([keys, nothing]), cat([values, nothing])];
    [mask, padding] = [padded(mask), padded(padding)];
  }
  mask = joined(mask, padding, [batch, numHeads, length, keys.size(0)]);
  const p = training ? dropoutP : 0;
  const byHeads = (tensor: Tensor): Tensor =>
    tensor.reshape(tensor.size(0), batch, numHeads, headDim).permute(1, 2, 0, 3);
  const [ofHeads, toKeys, toValues] = [byHeads(queries), byHeads(keys), byHeads(values)];
  let weights: Tensor | null = null;
  let attended: Tensor;
  if (needWeights) {
    const scores = ofHeads.mul(Math.sqrt(1 / headDim)).matmul(toKeys.transpose(-2, -1));
    weights = (mask === null ? scores : scores.add(mask)).softmax(-1);
    if (p > 0) weights = dropout(weights, { p, training: true });
    attended = weights.matmul(toValues);
  } else attended = scaledDotProductAttention(ofHeads, toKeys, toValues, mask, p, isCausal);
  const rows = attended.permute(2, 0, 1, 3).reshape(length * batch, embedDim);
  const output = linear(rows, outProjWeight, outProjBias).view(length, batch, outProjWeight.size(0));
  if (weights !== null && averageAttnWeights) weights = weights.mean(1);
  if (isBatched) return [output, weights];
  return [output.squeeze(1), weights?.squeeze(0) ?? null];
}

/** A column that is open to all. */
function padded(mask: Tensor | null): Tensor | null {
  return mask === null ? null : pad(mask, [0, 1]);
}

/** Both masks as one that is added to scores. Shape: (1 or N · heads, L, S), (N, S) → (1 or N, 1 or heads, 1 or L, S). */
function joined(
  mask: Tensor | null,
  padding: Tensor | null,
  [batch, heads, length, sources]: readonly [number, number, number, number],
): Tensor | null {
  if (padding !== null && (padding.size(0) !== batch || padding.size(1) !== sources))
    throw new ShapeError(
      `multiHeadAttentionForward: Expected key_padding_mask of shape [${batch}, ${sources}], but got [${padding.shape.join(", ")}]`,
    );
  const own = mask?.size(0) === 1 ? mask.unsqueeze(0) : (mask?.view(batch, heads, length, sources) ?? null);
  if (padding === null) return own;
  const all = padding.view(batch, 1, 1, sources);
  return own === null ? all : own.add(all);
}

function checkMask(mask: Tensor, length: number, sources: number, heads: number): Tensor {
  const wanted = mask.ndim === 2 ? [length, sources] : [heads, length, sources];
  if (mask.shape.join() !== wanted.join())
    throw new ShapeError(
      `multiHeadAttentionForward: The shape of the ${mask.ndim}D attn_mask is [${mask.shape.join(", ")}], but should be [${wanted.join(", ")}].`,
    );
  return mask.ndim === 2 ? mask.unsqueeze(0) : mask;
}

function projected(
  q: Tensor,
  k: Tensor,
  v: Tensor,
  weight: Tensor | null,
  bias: Tensor | null,
  { useSeparateProjWeight = false, qProjWeight, kProjWeight, vProjWeight }: MultiHeadAttentionOptions,
): [Tensor, Tensor, Tensor] {
  const size = q.size(-1);
  const [qBias, kBias, vBias] = bias === null ? [null, null, null] : (bias.chunk(3) as [Tensor, Tensor, Tensor]);
  if (useSeparateProjWeight) {
    if (!qProjWeight || !kProjWeight || !vProjWeight)
      throw new ArgumentError(
        "multiHeadAttentionForward: use_separate_proj_weight is True but q_proj_weight, k_proj_weight or v_proj_weight is None",
      );
    return [linear(q, qProjWeight, qBias), linear(k, kProjWeight, kBias), linear(v, vProjWeight, vBias)];
  }
  if (weight === null)
    throw new ArgumentError("multiHeadAttentionForward: use_separate_proj_weight is False but in_proj_weight is None");
  if (k.shape.join() !== v.shape.join())
    throw new ShapeError(
      `multiHeadAttentionForward: key shape [${k.shape.join(", ")}] does not match value shape [${v.shape.join(", ")}]`,
    );
  if (q === k && k === v) return linear(q, weight, bias).chunk(3, -1) as [Tensor, Tensor, Tensor];
  if (k === v) {
    const [own, others] = weight.split([size, 2 * size]) as [Tensor, Tensor];
    const [ownBias, otherBias] = bias === null ? [null, null] : (bias.split([size, 2 * size]) as [Tensor, Tensor]);
    return [linear(q, own, ownBias), ...(linear(k, others, otherBias).chunk(2, -1) as [Tensor, Tensor])];
  }
  const [ofQ, ofK, ofV] = weight.chunk(3) as [Tensor, Tensor, Tensor];
  return [linear(q, ofQ, qBias), linear(k, ofK, kBias), linear(v, ofV, vBias)];
}

/** PyTorch's checks; whether there are batches. */
function checkShapes(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  heads: number,
  { keyPaddingMask, attnMask }: MultiHeadAttentionOptions,
): boolean {
  for (const [name, given] of Object.entries({ query, key, value }))
    checkArgument("multiHeadAttentionForward", name, given, "Tensor");
  const { ndim } = query;
  const how = ndim === 3 ? "batched (3-D)" : "unbatched (2-D)";
  if (ndim !== 2 && ndim !== 3)
    throw new ShapeError(
      `multiHeadAttentionForward: query should be unbatched 2D or batched 3D tensor but received ${ndim}-D query tensor`,
    );
  if (key.ndim !== ndim || value.ndim !== ndim)
    throw new ShapeError(
      `multiHeadAttentionForward: For ${how} \`query\`, expected \`key\` and \`value\` to be ${ndim}-D but found ${key.ndim}-D and ${value.ndim}-D tensors respectively`,
    );
  if (keyPaddingMask && keyPaddingMask.ndim !== ndim - 1)
    throw new ShapeError(
      `multiHeadAttentionForward: For ${how} \`query\`, expected \`key_padding_mask\` to be \`None\` or ${ndim - 1}-D but found ${keyPaddingMask.ndim}-D tensor instead`,
    );
  if (attnMask && attnMask.ndim !== 2 && attnMask.ndim !== 3)
    throw new ShapeError(
      `multiHeadAttentionForward: For ${how} \`query\`, expected \`attn_mask\` to be \`None\`, 2-D or 3-D but found ${attnMask.ndim}-D tensor instead`,
    );
  if (ndim === 2 && attnMask?.ndim === 3 && attnMask.shape.join() !== [heads, query.size(0), key.size(0)].join())
    throw new ShapeError(
      `multiHeadAttentionForward: Expected \`attn_mask\` shape to be [${heads}, ${query.size(0)}, ${key.size(0)}] but got [${attnMask.shape.join(", ")}]`,
    );
  return ndim === 3;
}
