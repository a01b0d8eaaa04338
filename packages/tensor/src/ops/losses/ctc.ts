// ctcLoss: how unlikely a sequence of labels is, wherever along the input they stand. Decoding is its callers'.

import { ArgumentError, AutogradError, DTypeError, ShapeError } from "../../checks/errors.js";
import { checkTensor, type Positional } from "../../checks/options.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp, type Gradients } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { isWholeLiteral } from "../../tensor/literals.js";
import { formatShape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { tensor } from "../creation/creation.js";
import { to } from "../creation/to.js";
import { clamp } from "../pointwise/clamp.js";
import { eq } from "../pointwise/compare.js";
import { quotient } from "../pointwise/div.js";
import { where } from "../pointwise/where.js";
import { reshape, reshapeResult, unsqueeze } from "../views/view.js";
import { checkFloating, type LossOptions, lossOptions, reduced } from "./reduction.js";

const ctcLossOp = defineOp({
  extra: attributes<{ readonly zeroInfinity: boolean }>(),
  name: "ctcLoss",
  inputs: ["logProbs", "targets", "inputLengths", "targetLengths"],
  outputs: ["losses"],
  kernel: kernels.ctcLoss,
  infer: ([{ shape, dtype }]) => [{ shape: [shape[1]!], dtype }],
  save: {
    logProbs: ["logProbs"],
    targets: ["logProbs"],
    inputLengths: ["logProbs"],
    targetLengths: ["logProbs"],
    losses: ["logProbs"],
  },
  backward: ({ grad, logProbs, targets, inputLengths, targetLengths, losses, attributes: own }): Gradients => [
    apply(ctcLossBackwardOp, [grad, logProbs, targets, inputLengths, targetLengths, losses], own),
    null,
    null,
    null,
  ],
});

const ctcLossBackwardOp = defineOp({
  name: "ctcLossBackward",
  inputs: ["gradOutput", "logProbs", "targets", "inputLengths", "targetLengths", "losses"],
  kernel: kernels.ctcLossBackward,
  infer: ([, { shape, dtype }]) => [{ shape, dtype }],
  backward: (): never => {
    throw new AutogradError(
      "ctcLoss: derivative for aten::_ctc_loss_backward is not implemented, nor is it in PyTorch; leave createGraph out",
    );
  },
});

export interface CtcLossOptions extends LossOptions {
  /** The class that is no label. Default 0. */
  readonly blank?: number;
  /** Whether infinite losses, of targets that the input is too short for, and their gradients count as 0. Default false. */
  readonly zeroInfinity?: boolean;
}

/** Lengths, one for each of the batch: int32. */
function lengthsOf(name: string, given: Tensor | readonly number[] | number, like: Tensor): Tensor {
  if (isTensor(given) && given.dtype !== "int32" && given.dtype !== "uint8" && !isWholeLiteral(given))
    throw new DTypeError(`ctcLoss: ${name} must be integral, but got ${given.dtype}; convert with .to("int32")`);
  const numbers = typeof given === "number" ? [given] : given;
  if (Array.isArray(numbers) && !numbers.every(Number.isSafeInteger))
    throw new ArgumentError(`ctcLoss: ${name} must be integral, but got [${numbers.join(", ")}]`);
  if (!Array.isArray(numbers)) checkTensor("ctcLoss", name, numbers);
  const lengths = isTensor(given) ? given : tensor(numbers as number[], { dtype: "int32", device: like.device });
  const [batch, count] = [like.size(1), lengths.numel()];
  if (lengths.ndim > 1 || count !== batch)
    throw new ShapeError(
      `ctcLoss: ${name} must be of size batch_size, ${batch}, but got ${formatShape(lengths.shape)}`,
    );
  return to(reshape(lengths, -1), "int32");
}

/**
 * The connectionist temporal classification loss: −log of the probability that the input spells the target, added up over all ways to
 * place its labels along the input, with blanks between, and labels repeated. Targets are padded, (N, S), or one behind the other, of
 * int32. The mean is of the losses divided by their targets' lengths. The gradient is, as in PyTorch, that of log-probabilities that come
 * from {@link logSoftmax}. Shape: (T, N, C), or (T, C) unbatched, targets (N, S) or (sum of lengths), lengths (N), as tensors or arrays
 * → () or, with reduction `"none"`, (N) or (). See https://pytorch.org/docs/stable/generated/torch.nn.functional.ctc_loss.html.
 *
 * @throws ArgumentError for lengths that do not fit, or a blank that is no class; IndexError for a label that is no class; ShapeError for
 * another number of lengths than the batch's; DTypeError for lengths that are not integers.
 * @example
 * ```ts
 * import { ctcLoss, logSoftmax, tensor, zeros } from "@bernoulli/tensor";
 * const logProbs = logSoftmax(zeros(3, 1, 2), 2);
 * const targets = tensor([[1]], { dtype: "int32" });
 * ctcLoss(logProbs, targets, [3], [1]).exp().item(); // → 1.333333
 * ```
 */
export function ctcLoss(
  logProbs: Tensor,
  targets: Tensor,
  inputLengths: Tensor | readonly number[] | number,
  targetLengths: Tensor | readonly number[] | number,
  ...rest: Positional<CtcLossOptions, ["blank", "reduction", "zeroInfinity"]>
): Tensor {
  checkTensor("ctcLoss", "logProbs", logProbs);
  checkTensor("ctcLoss", "targets", targets);
  const names = ["blank", "reduction", "zeroInfinity"] as const;
  const kinds = { blank: "number", reduction: "anything", zeroInfinity: "boolean" } as const;
  const options = lossOptions<CtcLossOptions>("ctcLoss", names, kinds, rest);
  const { blank = 0, zeroInfinity = false } = options;
  checkFloating("ctcLoss", "logProbs", logProbs);
  const isBatched = logProbs.ndim === 3;
  if (!isBatched && logProbs.ndim !== 2)
    throw new ShapeError(
      `ctcLoss: Expected logProbs of the shape (T, N, C) or (T, C), but got ${formatShape(logProbs.shape)}`,
    );
  const scores = isBatched ? logProbs : unsqueeze(logProbs, 1);
  if (scores.numel() === 0) throw new ShapeError("ctcLoss: log_probs tensor must not be empty");
  const [, batch, classes] = scores.shape as readonly [number, number, number];
  if (!Number.isInteger(blank) || blank < 0 || blank >= classes)
    throw new ArgumentError(`ctcLoss: blank must be in label range, 0 to ${classes - 1}, but got ${blank}`);
  if (targets.ndim !== 1 && !(targets.ndim === 2 && targets.size(0) === batch))
    throw new ShapeError(
      `ctcLoss: Expected targets of the shape (${batch}, S), padded, or one behind the other in one dimension, but got ${formatShape(targets.shape)}`,
    );
  // PyTorch takes labels as floats, too.
  const labels = to(targets, "int32");
  const lengths = lengthsOf("target_lengths", targetLengths, scores);
  const inputs = [scores, labels, lengthsOf("input_lengths", inputLengths, scores), lengths] as const;
  const losses = apply(ctcLossOp, inputs, { blank, op: "ctcLoss", zeroInfinity });
  const finite = zeroInfinity ? where(eq(losses, Number.POSITIVE_INFINITY), 0, losses) : losses;
  if (options.reduction === "none") return isBatched ? finite : reshapeResult(finite, []);
  if (options.reduction === "sum") return reduced(finite, options);
  return reduced(quotient(finite, to(clamp(lengths, { min: 1 }), finite.dtype)), options);
}
