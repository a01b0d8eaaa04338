// Fills tensors with a number.

import type { KernelFunction } from "../../../kernels/contract.js";
import { fillOfDoubles } from "../additions/dtypes.js";
import type { ElementType, LanesOf } from "./elements.js";
import { pointwiseKernel } from "./pointwise.js";
import { definePointwise } from "./pointwise-operation.js";

/** @__NO_SIDE_EFFECTS__ */
function fillOf<E extends ElementType>(type: E): KernelFunction<"fill"> {
  const scalar = type === "float32" ? "float32" : "int32";
  const operation = definePointwise({
    name: `fill ${type}`,
    inputs: [],
    output: type,
    scalars: [scalar],
    compute: (_, __, [value]) => value as LanesOf[E],
  });
  const toElement = (value: number): number => (type === "bool" ? Number(value !== 0) : value);
  return pointwiseKernel<"fill">(operation, ({ value }) => [toElement(value)]);
}

export const fill = {
  float32: fillOf("float32"),
  float64: fillOfDoubles,
  int32: fillOf("int32"),
  uint8: fillOf("uint8"),
  bool: fillOf("bool"),
};
