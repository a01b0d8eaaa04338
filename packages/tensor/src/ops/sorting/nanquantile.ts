// nanquantile: what stands at a share of those of the sorted elements that are numbers.

import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { tensor } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { gather } from "../indexing/gather.js";
import { sub } from "../pointwise/add.js";
import { lerp } from "../pointwise/blends.js";
import { eq, lt } from "../pointwise/compare.js";
import { mul } from "../pointwise/mul.js";
import { ceil, floor, round } from "../pointwise/rounding.js";
import { where } from "../pointwise/where.js";
import { sum } from "../reductions/sum.js";
import { reshape } from "../views/view.js";
import { type QuantileArguments, shared } from "./median.js";
import { sorted } from "./sort.js";

/**
 * As {@link quantile}, of what is not NaN; NaN where nothing else is. Shape: (*), q () or (Q) → (*) without `dim`, with Q before it.
 * See https://pytorch.org/docs/stable/generated/torch.nanquantile.html.
 *
 * @throws as {@link quantile}.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, NaN, 2, 4]).nanquantile(0.5).item(); // → 2
 * ```
 */
export function nanquantile(input: Tensor, q: number | readonly number[] | Tensor, ...rest: QuantileArguments): Tensor {
  const { shares, rows, at, interpolation, shaped } = shared("nanquantile", input, q, rest);
  const { dtype, device } = input;
  // NaN are last.
  const { values } = sorted(rows, at, false, rows.shape[at]!);
  const last = to(sub(sum(eq(rows, rows), at, { keepdim: true }), 1), "float64");
  const along = rows.shape.map((_, own) => (own === at ? shares.length : 1));
  // PyTorch has a gradient of the share too, which it rounds to the input's dtype, and multiplies in doubles.
  const share = isTensor(q) ? to(q, dtype) : tensor(shares, { dtype, device });
  // Where there is no number it is the first NaN's, whatever the share.
  const rank = where(lt(last, 0), 0, mul(to(reshape(share, along), "float64"), last));
  const take = (places: Tensor) => gather(values, at, to(places, "int32"));
  if (interpolation === "lower") return shaped(take(floor(rank)));
  if (interpolation === "higher") return shaped(take(ceil(rank)));
  if (interpolation === "nearest") return shaped(take(round(rank)));
  const below = floor(rank);
  const weight = interpolation === "midpoint" ? tensor(0.5, { dtype, device }) : to(sub(rank, below), dtype);
  return shaped(lerp(take(below), take(ceil(rank)), weight));
}
