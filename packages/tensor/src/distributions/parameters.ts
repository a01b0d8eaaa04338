// Parameters as distributions take them: numbers and tensors, brought to one dtype and shape. No distribution is defined here.

import { ArgumentError } from "../checks/errors.js";
import { full } from "../ops/creation/creation.js";
import { to } from "../ops/creation/to.js";
import { expandTo } from "../ops/reductions/sum.js";
import { isFloating } from "../tensor/dtype.js";
import { broadcastShapes, sameShape } from "../tensor/shape.js";
import { isTensor, Tensor } from "../tensor/tensor.js";

/** A parameter: a tensor, or a number that takes the others' dtype, alone float32. */
export type ParameterValue = Tensor | number;

/** Parameters as tensors of one dtype and shape; numbers take the dtype of the tensors. */
export function broadcastAll<Names extends string>(
  owner: string,
  given: { readonly [Name in Names]: ParameterValue },
): { readonly [Name in Names]: Tensor } {
  const entries = Object.entries(given) as [Names, ParameterValue][];
  for (const [name, value] of entries) {
    if (!isTensor(value) && typeof value !== "number")
      throw new ArgumentError(`${owner}: expected ${name} to be a Tensor or a number, but got ${String(value)}`);
  }
  const tensors = entries.map(([, value]) => value).filter((value): value is Tensor => value instanceof Tensor);
  const dtype = tensors.some((tensor) => tensor.dtype === "float64") ? "float64" : "float32";
  const device = tensors[0]?.device;
  const shape = broadcastShapes(owner, ...tensors.map((tensor) => tensor.shape));
  const made = entries.map(([name, value]) => {
    const tensor = isTensor(value)
      ? to(value, dtype)
      : full([], value, device === undefined ? { dtype } : { dtype, device });
    return [name, sameShape(tensor.shape, shape) ? tensor : expandTo(owner, tensor, shape)] as const;
  });
  return Object.fromEntries(made) as { readonly [Name in Names]: Tensor };
}

/** PyTorch's `finfo`, of float32 and float64. */
export function finfo({ dtype }: Tensor): { readonly eps: number; readonly tiny: number; readonly min: number } {
  if (!isFloating(dtype)) throw new ArgumentError(`expected a floating dtype, but got ${dtype}`);
  return dtype === "float64"
    ? { eps: 2 ** -52, tiny: 2 ** -1022, min: -Number.MAX_VALUE }
    : { eps: 2 ** -23, tiny: 2 ** -126, min: -(2 ** 128 - 2 ** 104) };
}
