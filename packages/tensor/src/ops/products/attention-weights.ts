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
 * How much each query looks at each key, and where queries may look at any at all, null if all may: of rows of a mask that are −∞
 * throughout softmax would be NaN, so they are opened here, and their results zeros. What such a query holds counts for nothing, finite or
 * not: `asked` has zeros in its place, so that no gradient is spoilt either.
 */
export function attentionWeights(
  query: Tensor,
  key: Tensor,
  { mask, isCausal, scale }: { readonly mask: Tensor | null; readonly isCausal: boolean; readonly scale: number },
): { readonly weights: Tensor; readonly open: Tensor | null; readonly asked: Tensor } {
  const open = mask === null ? null : ne(amax(detach(mask), -1, { keepdim: true }), Number.NEGATIVE_INFINITY);
  const asked = open === null ? query : where(open, query, 0);
  // Queries are fewer than scores.
  const scores = matmul(mul(asked, scale), transpose(key, -2, -1));
  if (isCausal) {
    const { dtype, device } = scores;
    const all = full([scores.size(-2), scores.size(-1)], Number.NEGATIVE_INFINITY, {
      dtype,
      device: device as DeviceName,
    });
    return { weights: softmax(add(scores, triu(all, 1)), -1), open: null, asked };
  }
  if (mask === null || open === null) return { weights: softmax(scores, -1), open: null, asked };
  return { weights: softmax(add(scores, where(open, mask, 0)), -1), open, asked };
}

/** Leading dimensions stretched to one another's. */
export function stretchedAlike(...tensors: readonly Tensor[]): Tensor[] {
  const leading = tensors
    .map(({ shape }) => shape.slice(0, -2))
    .reduce((a, b) => broadcastShapes("scaledDotProductAttention", a, b));
  return tensors.map((tensor) => expand(tensor, [...leading, tensor.size(-2), tensor.size(-1)]));
}
