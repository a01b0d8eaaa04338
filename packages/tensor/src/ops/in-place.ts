// What makes the in-place form of a function of ops: the function itself, whose result takes the place of its first argument. Which
// forms there are is said where they are exported.

import { DTypeError, ShapeError } from "../checks/errors.js";
import { inNameOf } from "../checks/in-name-of.js";
import { checkTensor } from "../checks/options.js";
import { overwriting } from "../door/overwriting.js";
import { canCast } from "../tensor/dtype.js";
import { formatShape, sameShape } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { clone } from "./creation/clone.js";
import { copyInPlaceOp } from "./creation/copy.js";
import { to } from "./creation/to.js";
import { applyInPlace } from "./write.js";

/**
 * The in-place form of a function that computes each element of its first argument anew. Its last op writes over that argument, in one
 * pass; where the result has another dtype that PyTorch converts, as a comparison's, it is computed and then copied. `op` is the last
 * op's name: the form's without its underscore, unless it is said.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function inPlaceOf<Rest extends readonly unknown[]>(
  name: string,
  compute: (input: Tensor, ...rest: Rest) => Tensor,
  op: string = name.slice(0, -1),
): (input: Tensor, ...rest: Rest) => Tensor {
  return (input, ...rest) => {
    checkTensor(name, "input", input);
    const write = (own: unknown, inputs: readonly unknown[], attributes: unknown): Tensor =>
      applyInPlace(name, own as never, inputs as never, attributes as never);
    const result = inNameOf(name, [name.slice(0, -1), op], () =>
      overwriting({ op, target: input, write }, () => compute(input, ...rest)),
    );
    if (result === input) return input;
    const { dtype, shape } = result;
    if (!canCast(dtype, input.dtype))
      throw new DTypeError(`${name}: result type ${dtype} can't be cast to the desired output type ${input.dtype}`);
    if (!sameShape(shape, input.shape))
      throw new ShapeError(
        `${name}: output with shape ${formatShape(input.shape)} doesn't match the broadcast shape ${formatShape(shape)}`,
      );
    // What backward reads of the input is to be what it was.
    const kept = result.requiresGrad ? compute(clone(input), ...rest) : result;
    return applyInPlace(name, copyInPlaceOp, [input, to(kept, input.dtype)]);
  };
}
