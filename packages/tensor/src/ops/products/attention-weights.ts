// The weights of attention as a composition, and shapes that both ways of computing it share.

import type { DeviceName } from "../../tensor/device.js";
import { broadcastShapes } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { full } from "../creation/creation.js";
import { softmax } from "../norms/softmax.js";
import { add } from "../pointwise/add.js";
import { ne } from "../pointwise/compare.js";
import { mul } from "../pointwise/mul.js";
import { where } from "../pointwise/where.js";
import { amax } from "../reductions/extremes.js";
import { expand } from "../reductions/sum.js";
import { triu } from "../shapes/triangles.js";
import { detach } from "../views/detach.js";
import { transpose } from "../views/permute.js";
import { matmul } from "./matmul.js";

/**
 * How much each query looks at each key. Where all scores of a query are −∞, as where its row of a mask is, they are zeros, though softmax
 * would be NaN; as in PyTorch what is asked is the scores, not the mask, so that a query that is not finite gives NaN, whatever it may look at.
 */
export function attentionWeights(
  query: Tensor,
  key: Tensor,
  { mask, isCausal, scale }: { readonly mask: Tensor | null; readonly isCausal: boolean; readonly scale: number },
): Tensor {
  // Queries are fewer than scores.
  const plain = matmul(mul(query, scale), transpose(key, -2, -1));
  const scores = isCausal ? add(plain, closedBehind(plain)) : mask === null ? plain : add(plain, mask);
  // Of no keys there is no largest.
  if (scores.size(-1) === 0) return scores;
  // Without keys there is no score to ask.
  if (scores.size(-1) === 0) return scores;
  const open = ne(amax(detach(scores), -1, { keepdim: true }), Number.NEGATIVE_INFINITY);
  return where(open, softmax(where(open, scores, 0), -1), 0);
}

/** −∞ for keys behind their query. */
function closedBehind({ shape, dtype, device }: Tensor): Tensor {
  const all = full(shape.slice(-2), Number.NEGATIVE_INFINITY, { dtype, device: device as DeviceName });
  return triu(all, 1);
}

/** Leading dimensions stretched to one another's. */
export function stretchedAlike(...tensors: readonly Tensor[]): Tensor[] {
  const leading = tensors
    .map(({ shape }) => shape.slice(0, -2))
    .reduce((a, b) => broadcastShapes("scaledDotProductAttention", a, b));
  return tensors.map((tensor) => expand(tensor, [...leading, tensor.size(-2), tensor.size(-1)]));
}
