// oneHot: classes as rows of zeros with a one.

import { describe } from "../../checks/describe.js";
import { ArgumentError, DTypeError } from "../../checks/errors.js";
import { checkTensor, type NamedArgument, namedArgument } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import { isWholeLiteral } from "../../tensor/literals.js";
import { item } from "../../tensor/reads.js";
import type { Tensor } from "../../tensor/tensor.js";
import { to } from "../creation/to.js";
import { max } from "../reductions/max.js";

const oneHotOp = defineOp({
  extra: attributes<{ readonly numClasses: number }>(),
  name: "oneHot",
  inputs: ["tensor"],
  kernel: kernels.oneHot,
  infer: ([{ shape }], { numClasses }) => [{ shape: [...shape, numClasses], dtype: "int32" }],
});

/**
 * For each class a row of zeros with a one at its place, as int32: `oneHot(labels, 10).float()`. Without `numClasses`, or for −1, there are as
 * many as the largest class and one more, which is read. Shape: (*), int32 → (*, numClasses).
 * See https://pytorch.org/docs/stable/generated/torch.nn.functional.one_hot.html.
 *
 * @throws IndexError for a class that is negative, or not below `numClasses`; DTypeError unless the classes are int32; ArgumentError for
 * another number of classes, or where they are to be counted and there are none.
 * @example
 * ```ts
 * import { oneHot, tensor } from "@bernoulli/tensor";
 * oneHot(tensor([0, 2], { dtype: "int32" })).toArray(); // → [[1, 0, 0], [0, 0, 1]]
 * ```
 */
export function oneHot(tensor: Tensor, ...rest: NamedArgument<"numClasses", number>): Tensor {
  checkTensor("oneHot", "tensor", tensor);
  const numClasses = namedArgument<number>("oneHot", "numClasses", rest) ?? -1;
  const labels = isWholeLiteral(tensor) ? to(tensor, "int32") : tensor;
  if (labels.dtype !== "int32")
    throw new DTypeError(
      `oneHot: is only applicable to index tensor of type int32, but got ${tensor.dtype}; convert with .to("int32")`,
    );
  if (!Number.isSafeInteger(numClasses) || numClasses < -1 || (numClasses === 0 && tensor.numel() > 0))
    throw new ArgumentError(
      `oneHot: numClasses must be an integer of at least 1, or -1 for the largest class and one more, but got ${describe(numClasses)}`,
    );
  if (numClasses <= 0 && labels.numel() === 0)
    throw new ArgumentError("oneHot: Can not infer total number of classes from empty tensor; give numClasses");
  // None but negative ones are refused by the kernel.
  const count =
    numClasses === -1 ? Math.max(1, readFor("oneHot", "shape", () => item(max(labels)) as number) + 1) : numClasses;
  return apply(oneHotOp, [labels], { numClasses: count, checks: "oneHot" });
}
