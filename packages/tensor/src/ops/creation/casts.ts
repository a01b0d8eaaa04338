// float, double, int, long, bool, byte and typeAs: `to` by PyTorch's short names; and half, which there is not.

import { DTypeError } from "../../checks/errors.js";
import { checkTensor } from "../../checks/options.js";
import { warnOnce } from "../../checks/warn.js";
import { readFor } from "../../compile/trace.js";
import { isFloating } from "../../tensor/dtype.js";
import { item, toTypedArray } from "../../tensor/reads.js";
import type { Tensor } from "../../tensor/tensor.js";
import { abs } from "../pointwise/abs.js";
import { max } from "../reductions/max.js";
import { to } from "./to.js";

/**
 * In float32: `to("float32")`. See https://pytorch.org/docs/stable/generated/torch.Tensor.float.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1, 0], { dtype: "int32" }).float().dtype; // → "float32"
 * ```
 */
export function float(input: Tensor): Tensor {
  checkTensor("float", "input", input);
  return to(input, "float32");
}

/**
 * In float64: `to("float64")`. See https://pytorch.org/docs/stable/generated/torch.Tensor.double.html.
 *
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(2).double().dtype; // → "float64"
 * ```
 */
export function double(input: Tensor): Tensor {
  checkTensor("double", "input", input);
  return to(input, "float64");
}

/**
 * In int32: `to("int32")`; fractions are cut off, and what is beyond int32 becomes its least, as in PyTorch.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.int.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1.9, -1.9]).int().toArray(); // → [1, -1]
 * ```
 */
export function int(input: Tensor): Tensor {
  checkTensor("int", "input", input);
  return to(input, "int32");
}

/**
 * As bool: `to("bool")`; all but zero is true, NaN too. See https://pytorch.org/docs/stable/generated/torch.Tensor.bool.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([0, 0.5]).bool().toArray(); // → [false, true]
 * ```
 */
export function bool(input: Tensor): Tensor {
  checkTensor("bool", "input", input);
  return to(input, "bool");
}

/**
 * In uint8: `to("uint8")`; fractions are cut off, and the rest wraps. See https://pytorch.org/docs/stable/generated/torch.Tensor.byte.html.
 *
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1.9, 255]).byte().toArray(); // → [1, 255]
 * ```
 */
export function byte(input: Tensor): Tensor {
  checkTensor("byte", "input", input);
  return to(input, "uint8");
}

/**
 * In int32, which stands for PyTorch's int64 here, and says so once. Fractions are cut off; a float beyond int32 is refused, for which floats are
 * looked at: in `compile` that ends a plan. See https://pytorch.org/docs/stable/generated/torch.Tensor.long.html.
 *
 * @throws DTypeError for a number that int32 does not hold, NaN and infinities among them.
 * @example
 * ```ts
 * import { tensor } from "@bernoulli/tensor";
 * tensor([1.9, -1.9]).long().toArray(); // → [1, -1]
 * ```
 */
export function long(input: Tensor): Tensor {
  checkTensor("long", "input", input);
  warnOnce(
    "long",
    'long: there is no int64 here; int32 stands for it, and what does not fit is refused. .to("int32") does the same and says nothing',
  );
  if (isFloating(input.dtype) && input.numel() > 0) readFor("long", "values", () => checkFitsInt32(input.data));
  return to(input, "int32");
}

function checkFitsInt32(input: Tensor): void {
  // NaN is larger than everything.
  if ((item(max(abs(input))) as number) < 2 ** 31) return;
  const wrong = toTypedArray(input).find((value) => !(value < 2 ** 31 && value > -(2 ** 31) - 1));
  if (wrong !== undefined)
    throw new DTypeError(
      `long: value cannot be converted to type int32, which stands for int64, without overflow: ${wrong}; keep the floats, or clamp them first`,
    );
}

/**
 * There is no float16 here.
 * See https://pytorch.org/docs/stable/generated/torch.Tensor.half.html.
 *
 * @throws DTypeError always.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * ones(2).half(); // throws half: there is no float16 here
 * ```
 */
export function half(input: Tensor): Tensor {
  checkTensor("half", "input", input);
  throw new DTypeError(
    "half: there is no float16 here; leave .half() out, or call .float(): kernels compute in float32",
  );
}

/**
 * In another tensor's dtype and on its device: `to(other)`. See https://pytorch.org/docs/stable/generated/torch.Tensor.type_as.html.
 *
 * @example
 * ```ts
 * import { ones, tensor } from "@bernoulli/tensor";
 * tensor([1.5]).typeAs(ones(1, { dtype: "int32" })).toArray(); // → [1]
 * ```
 */
export function typeAs(input: Tensor, other: Tensor): Tensor {
  checkTensor("typeAs", "input", input);
  checkTensor("typeAs", "other", other);
  return to(input, other);
}
