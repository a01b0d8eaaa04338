// What may be assigned to a tensor's `grad`.

import { AutogradError, DeviceError, DTypeError, ShapeError } from "../checks/errors.js";
import { sameShape } from "./shape.js";
import type { Tensor } from "./tensor.js";

/** @throws AutogradError, ShapeError, DTypeError or DeviceError, in PyTorch's words, for a gradient that cannot be this tensor's. */
export function checkGradient(gradient: Tensor, leaf: Tensor): void {
  if (gradient === leaf)
    throw new AutogradError("grad: can't assign Tensor as its own grad; assign x.detach().clone()");
  if (!sameShape(gradient.shape, leaf.shape)) {
    throw new ShapeError(
      `grad: attempting to assign a gradient of size [${gradient.shape.join(", ")}] to a tensor of size [${leaf.shape.join(", ")}]`,
    );
  }
  if (gradient.dtype !== leaf.dtype) {
    throw new DTypeError(
      `grad: attempting to assign a gradient with dtype ${gradient.dtype} to a tensor of dtype ${leaf.dtype}`,
    );
  }
  if (gradient.device !== leaf.device) {
    throw new DeviceError(
      `grad: attempting to assign a gradient on device ${gradient.device} to a tensor on device ${leaf.device}; move it: gradient.to("${leaf.device}")`,
    );
  }
}
