// embedding: rows of a table by their numbers. A gather, whose gradient leaves out the rows of padding. Bags of them: embedding-bag.ts.

import { noGrad } from "../../autograd/grad-mode.js";
import { describe } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { checkNumber, checkOptions, checkTensor, type Kinds } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { formatShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { numberTensor } from "../operands.js";
import { add } from "../pointwise/add.js";
import { eq, gt } from "../pointwise/compare.js";
import { div } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { where } from "../pointwise/where.js";
import { norm } from "../reductions/norm.js";
import { expand } from "../reductions/sum.js";
import { narrow } from "../views/slice.js";
import { reshape, reshapeResult } from "../views/view.js";
import { indexCopy_ } from "./along.js";
import { gatherOp, scatterAddOp } from "./gathering.js";
import { maskedFill } from "./masks.js";
import { asIndex } from "./places.js";

export interface EmbeddingOptions {
  /** The row that gets no gradient; negative ones count from the end. Default null, none. */
  readonly paddingIdx?: number | null;
  /** Rows that are asked for and are longer are shortened to it, in place in `weight`, first. Default null: they stay. */
  readonly maxNorm?: number | null;
  /** The p of the norm that `maxNorm` speaks of. Default 2. */
  readonly normType?: number;
  /** Whether a row's gradient is divided by how often it was asked for. Default false. */
  readonly scaleGradByFreq?: boolean;
  /** PyTorch's sparse gradients: not there, only false is taken. */
  readonly sparse?: boolean;
}

export const embeddingKinds: Kinds<EmbeddingOptions> = {
  paddingIdx: "anything",
  maxNorm: "anything",
  normType: "number",
  scaleGradByFreq: "boolean",
  sparse: "boolean",
};

const embeddingOp = defineOp({
  extra: attributes<{ readonly padding: number | null; readonly scaled: boolean }>(),
  name: "embedding",
  inputs: ["weight", "index"],
  kernel: kernels.gather,
  infer: ([{ dtype }, { shape }]) => [{ shape, dtype }],
  save: { index: ["weight"] },
  backward: ({ grad, index, attributes: { padding, scaled }, inputs: [weight] }): Gradients => {
    const none = expand(numberTensor(0, grad.dtype, grad), weight.shape);
    let rows = padding === null ? grad : maskedFill(grad, eq(index, padding), 0);
    if (scaled) rows = div(rows, timesNamed(index, grad, weight.shape[0]!));
    return [apply(scatterAddOp, [none, index, rows], { dim: 0, checks: null }), null];
  },
});

/** For each row of the index how often it is named in all. */
function timesNamed(index: Tensor, like: Tensor, count: number): Tensor {
  const column = narrow(index, 1, 0, Math.min(1, index.shape[1]!));
  const [zero, one] = [0, 1].map((value) => numberTensor(value, like.dtype, like));
  const inputs = [expand(zero!, [count, column.shape[1]!]), column, expand(one!, column.shape)] as const;
  const counts = apply(scatterAddOp, inputs, { dim: 0, checks: null });
  return apply(gatherOp, [counts, column], { dim: 0, checks: null });
}

/** The rows of `weight` that a vector of places names. */
export function rowsOf(
  op: string,
  weight: Tensor,
  places: Tensor,
  padding: number | null,
  scaleGradByFreq: boolean,
): Tensor {
  const index = expand(reshape(places, [-1, 1]), [places.numel(), weight.shape[1]!]);
  return apply(embeddingOp, [weight, index], { dim: 0, checks: op, padding, scaled: scaleGradByFreq });
}

/** What both functions check: a matrix, options, and which row is padding. */
export function checkTable(
  op: string,
  weight: Tensor,
  { paddingIdx, maxNorm, sparse }: EmbeddingOptions,
): number | null {
  if (weight.ndim !== 2)
    throw new ShapeError(
      `${op}: 'weight' must be 2-D, [numEmbeddings, embeddingDim], but got ${formatShape(weight.shape)}`,
    );
  if (sparse === true)
    throw new ArgumentError(`${op}: sparse gradients are not there; leave sparse out, the gradient is dense`);
  if (maxNorm !== undefined && maxNorm !== null) checkNumber(op, "maxNorm", maxNorm);
  return paddingOf(op, paddingIdx ?? null, weight.shape[0]!);
}

/** Which row is padding, counted from the front; null for none. */
export function paddingOf(op: string, paddingIdx: number | null, rows: number): number | null {
  if (paddingIdx === null) return null;
  if (!Number.isInteger(paddingIdx))
    throw new ArgumentError(`${op}: paddingIdx must be an integer or null, but got ${describe(paddingIdx)}`);
  if (paddingIdx >= rows || paddingIdx < -rows)
    throw new ArgumentError(`${op}: Padding_idx must be within num_embeddings: got ${paddingIdx} for ${rows} rows`);
  return paddingIdx < 0 ? rows + paddingIdx : paddingIdx;
}

/**
 * Shortens those rows of `weight` that are named and longer than `maxNorm`, in place, unrecorded. A row that is named twice is
 * written twice, alike.
 */
export function renormRows(op: string, weight: Tensor, places: Tensor, maxNorm: number, normType: number): void {
  if (places.numel() === 0) return;
  noGrad(() => {
    const rows = rowsOf(op, weight, places, null, false);
    const lengths = norm(rows, normType, 1, { keepdim: true });
    const shortened = mul(rows, div(numberTensor(maxNorm, weight.dtype, weight), add(lengths, 1e-7)));
    indexCopy_(weight, 0, places, where(gt(lengths, maxNorm), shortened, rows));
  });
}

/**
 * The rows of `weight` at the places that `input` names, all of them int32 from 0 on.
 * Shape: input (*), weight (rows, size) → (*, size). With `maxNorm` it writes `weight`, as PyTorch does.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.embedding.html.
 *
 * @throws IndexError for a place that is no row; DTypeError unless places are int32; ShapeError unless `weight` is a matrix;
 * ArgumentError for a `paddingIdx` that is no row, and for `sparse`.
 * @example
 * ```ts
 * import { embedding, tensor } from "@bernoulli/tensor";
 * const weight = tensor([[1, 2], [3, 4], [5, 6]], { requiresGrad: true });
 * const rows = embedding(tensor([2, 0, 2], { dtype: "int32" }), weight, { paddingIdx: 0 });
 * rows.toArray(); // → [[5, 6], [1, 2], [5, 6]]
 * rows.sum().backward();
 * weight.grad?.toArray(); // → [[0, 0], [0, 0], [2, 2]]
 * ```
 */
export function embedding(input: Tensor, weight: Tensor, options: EmbeddingOptions = {}): Tensor {
  checkTensor("embedding", "input", input);
  checkTensor("embedding", "weight", weight);
  checkOptions("embedding", options, embeddingKinds);
  const padding = checkTable("embedding", weight, options);
  const { maxNorm = null, normType = 2, scaleGradByFreq = false } = options;
  const places = reshape(asIndex("embedding", input), -1);
  if (maxNorm !== null) renormRows("embedding", weight, places, maxNorm, normType);
  const rows = rowsOf("embedding", weight, places, padding, scaleGradByFreq);
  return reshapeResult(rows, [...input.shape, weight.shape[1]!]);
}
