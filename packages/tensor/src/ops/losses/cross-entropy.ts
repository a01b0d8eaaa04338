// nllLoss and crossEntropy: how unlikely the right classes were. Softmax with temperature belongs to the caller.

import { ArgumentError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkTensor, type Kinds, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { isFloating } from "../../tensor/dtype.js";
import { isWholeLiteral } from "../../tensor/literals.js";
import { formatShape, sameShape } from "../../tensor/shape.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { logSoftmax } from "../norms/log-softmax.js";
import { numberTensor } from "../operands.js";
import { add } from "../pointwise/add.js";
import { ne } from "../pointwise/compare.js";
import { quotient } from "../pointwise/div.js";
import { mul } from "../pointwise/mul.js";
import { neg } from "../pointwise/neg.js";
import { where } from "../pointwise/where.js";
import { sum } from "../reductions/sum.js";
import { permute } from "../views/permute.js";
import { reshape, reshapeResult, unsqueeze } from "../views/view.js";
import { type LossOptions, lossOptions, type Reduction } from "./reduction.js";

// (log-probabilities [N, C], target [N]) → losses [N], and what each row counts; reductions are composed around it.
const nllLossOp = defineOp({
  name: "nllLoss",
  inputs: ["input", "target", "weight?"],
  outputs: ["losses", "counted"],
  kernel: kernels.nllLoss,
  infer: ([{ shape, dtype }]) => {
    const row = { shape: [shape[0]!], dtype };
    return [row, row];
  },
  save: { target: ["input"], counted: ["input"] },
  backward: ({ grad, target, counted, attributes, inputs: [{ shape }] }): Gradients => [
    apply(nllLossBackwardOp, [grad, target, counted], { ...attributes, classes: shape[1]! }),
    null,
    null,
  ],
});

// What was counted is read, so that nothing runs by targets of which the loss has not found that they are classes.
const nllLossBackwardOp = defineOp({
  extra: attributes<{ readonly classes: number }>(),
  name: "nllLossBackward",
  inputs: ["gradOutput", "target", "counted"],
  kernel: kernels.nllLossBackward,
  infer: ([{ shape, dtype }], { classes }) => [{ shape: [shape[0]!, classes], dtype }],
  save: { target: ["gradOutput"], counted: ["gradOutput"] },
  backward: ({ grad, target, counted, attributes: { ignoreIndex } }): Gradients => [
    mul(apply(nllLossOp, [grad, target, null], { ignoreIndex, checks: null })[0], counted),
    null,
    null,
  ],
});

export interface NllLossOptions extends LossOptions {
  /** A factor a class. Shape: (C). Takes no gradient. */
  readonly weight?: Tensor | null;
  /** Targets of this class count for nothing. Default −100. */
  readonly ignoreIndex?: number;
  /** What becomes of the losses: `"mean"` divides by the sum of the counted targets' weights. Default `"mean"`. */
  readonly reduction?: Reduction;
}

const nllLossKinds: Kinds<NllLossOptions> = { weight: "anything", ignoreIndex: "number", reduction: "anything" };

export interface CrossEntropyOptions extends NllLossOptions {
  /** The share of the target that is spread evenly over all classes, in [0, 1]. Default 0. */
  readonly labelSmoothing?: number;
}

/**
 * The negative log-likelihood of `target`, given log-probabilities.
 * Shape: (C), (N, C) or (N, C, d₁, …), target () or (N) or (N, d₁, …) of int32 → () or, with reduction `"none"`, like target.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.nll_loss.html.
 *
 * @throws IndexError for a label outside [0, C) that is not `ignoreIndex`; ShapeError if shapes do not fit.
 * @example
 * ```ts
 * import { nllLoss, tensor } from "@bernoulli/tensor";
 * nllLoss(tensor([[-1, -2]]), tensor([1], { dtype: "int32" })).item(); // → 2
 * ```
 */
export function nllLoss(input: Tensor, target: Tensor, ...rest: Positional<NllLossOptions, ["weight"]>): Tensor {
  checkTensor("nllLoss", "input", input);
  checkTensor("nllLoss", "target", target);
  const options = lossOptions<NllLossOptions>("nllLoss", ["weight"], nllLossKinds, rest);
  const rows = rowsOf("nllLoss", input, target, options);
  return reduced(lossesOf("nllLoss", rows.input, rows), rows);
}

/**
 * The cross entropy between softmax(input) and `target`: {@link nllLoss} of {@link logSoftmax}. A floating target of the
 * input's shape holds the probability of each class.
 * Shape: (C), (N, C) or (N, C, d₁, …), target () or (N) or (N, d₁, …) of int32 → () or, with reduction `"none"`, like target.
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.cross_entropy.html.
 *
 * @throws IndexError for a label outside [0, C) that is not `ignoreIndex`; ShapeError if shapes do not fit;
 * ArgumentError for a label smoothing outside [0, 1].
 * @example
 * ```ts
 * import { crossEntropy, tensor } from "@bernoulli/tensor";
 * crossEntropy(tensor([[0, 0]]), tensor([1], { dtype: "int32" })).item(); // → 0.6931472
 * ```
 */
export function crossEntropy(
  input: Tensor,
  target: Tensor,
  ...rest: Positional<CrossEntropyOptions, ["weight"]>
): Tensor {
  checkTensor("crossEntropy", "input", input);
  checkTensor("crossEntropy", "target", target);
  const kinds: Kinds<CrossEntropyOptions> = { ...nllLossKinds, labelSmoothing: "number" };
  const options = lossOptions<CrossEntropyOptions>("crossEntropy", ["weight"], kinds, rest);
  const { labelSmoothing = 0 } = options;
  if (!(labelSmoothing >= 0 && labelSmoothing <= 1)) {
    throw new ArgumentError(`crossEntropy: label_smoothing must be between 0.0 and 1.0. Got: ${labelSmoothing}`);
  }
  if (isFloating(target.dtype) && sameShape(target.shape, input.shape))
    return fromProbabilities(input, target, options);
  const rows = rowsOf("crossEntropy", input, target, options);
  const logProbabilities = logSoftmax(rows.input, 1);
  const right = lossesOf("crossEntropy", logProbabilities, rows);
  if (labelSmoothing === 0) return reduced(right, rows);
  const classes = input.size(input.ndim === 1 ? 0 : 1);
  const weighted = rows.weight === null ? logProbabilities : mul(logProbabilities, unsqueeze(rows.weight, 0));
  const even = where(
    ne(rows.target, rows.ignoreIndex),
    neg(sum(weighted, 1)),
    numberTensor(0, logProbabilities.dtype, logProbabilities),
  );
  const { counted } = right;
  return add(
    mul(reduced(right, rows), 1 - labelSmoothing),
    mul(reduced({ losses: even, counted }, rows), labelSmoothing / classes),
  );
}

/** The cross entropy with a distribution over the classes; the mean is over all but the classes' dimension. */
function fromProbabilities(input: Tensor, target: Tensor, options: CrossEntropyOptions): Tensor {
  const { weight = null, reduction = "mean", labelSmoothing = 0, ignoreIndex } = options;
  if (!isFloating(input.dtype))
    throw new DTypeError(
      `crossEntropy: expected a floating point input, but got ${input.dtype}; convert with .to("float32")`,
    );
  // PyTorch's too: a class that cannot be told apart from others in a distribution.
  if (ignoreIndex !== undefined && ignoreIndex >= 0)
    throw new ArgumentError("crossEntropy: ignore_index is not supported for floating point target");
  if (input.ndim === 0)
    throw new ShapeError(
      "crossEntropy: expected an input of at least one dimension, the classes, but got a 0-d tensor",
    );
  const at = input.ndim === 1 ? 0 : 1;
  const classes = input.size(at);
  checkWeight("crossEntropy", weight, classes);
  const smoothed = labelSmoothing === 0 ? target : add(mul(target, 1 - labelSmoothing), labelSmoothing / classes);
  const factors = weight === null ? null : reshape(weight, [classes, ...input.shape.slice(at + 1).map(() => 1)]);
  const logProbabilities = logSoftmax(input, at);
  const weighted = factors === null ? logProbabilities : mul(logProbabilities, factors);
  const loss = neg(sum(mul(weighted, smoothed), at));
  if (reduction === "none") return loss;
  return reduction === "sum" ? sum(loss) : quotient(sum(loss), input.numel() / classes);
}

function checkWeight(op: string, weight: Tensor | null, classes: number): void {
  if (weight === null) return;
  checkTensor(op, "weight", weight);
  if (sameShape(weight.shape, [classes])) return;
  throw new ShapeError(
    `${op}: weight tensor should be defined either for all ${classes} classes or no classes but got weight tensor of shape: ${formatShape(weight.shape)}`,
  );
}

interface Rows extends Required<NllLossOptions> {
  readonly input: Tensor;
  readonly target: Tensor;
  /** The shape of the target as it was given. */
  readonly shape: readonly number[];
}

/** Input and target as rows of classes: (N·d₁·…, C) and (N·d₁·…). */
function rowsOf(
  op: string,
  input: Tensor,
  target: Tensor,
  { weight = null, ignoreIndex = -100, reduction = "mean" }: NllLossOptions,
): Rows {
  if (!isFloating(input.dtype))
    throw new DTypeError(`${op}: expected a floating point input, but got ${input.dtype}; convert with .to("float32")`);
  if ((isFloating(target.dtype) && !isWholeLiteral(target)) || target.dtype === "bool") {
    throw new DTypeError(
      `${op}: expected target to hold class indices as int32 (or uint8), but got ${target.dtype}; convert with .to("int32")${op === "crossEntropy" ? `, or give probabilities of the shape ${formatShape(input.shape)}` : ""}`,
    );
  }
  if (input.ndim === 0)
    throw new ShapeError(`${op}: expected an input of at least one dimension, the classes, but got a 0-d tensor`);
  const batched = input.ndim === 1 ? unsqueeze(input, 0) : input;
  const expected = input.ndim === 1 ? [] : [batched.size(0), ...batched.shape.slice(2)];
  if (!sameShape(target.shape, expected)) {
    throw new ShapeError(
      `${op}: expected target size ${formatShape(expected)} for input ${formatShape(input.shape)}, got ${formatShape(target.shape)}`,
    );
  }
  const classes = batched.size(1);
  checkWeight(op, weight, classes);
  const last = batched.ndim > 2 ? permute(batched, 0, ...batched.shape.slice(2).map((_, at) => at + 2), 1) : batched;
  return {
    input: batched.ndim > 2 ? reshape(last, -1, classes) : last,
    target: to(reshape(target, -1), "int32"),
    weight: weight === null ? null : to(weight, input.dtype),
    ignoreIndex,
    reduction,
    shape: target.shape,
  };
}

interface Losses {
  readonly losses: Tensor;
  /** The weight of each row; 0 where it is ignored. */
  readonly counted: Tensor;
}

function lossesOf(op: string, logProbabilities: Tensor, { target, weight, ignoreIndex }: Rows): Losses {
  const [losses, counted] = apply(nllLossOp, [logProbabilities, target, weight], { ignoreIndex, checks: op });
  return { losses, counted };
}

function reduced({ losses, counted }: Losses, { reduction, shape }: Rows): Tensor {
  if (reduction === "none") return reshapeResult(losses, shape);
  return reduction === "sum" ? sum(losses) : quotient(sum(losses), sum(counted));
}
