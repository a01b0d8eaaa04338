// linspace and logspace: evenly spaced numbers, or exponents, from both ends. arange is creation.ts's.

import { describe } from "../../checks/describe.js";
import { ArgumentError, ShapeError } from "../../checks/errors.js";
import { type ByName, checkArgument, checkOptions, inPlace } from "../../checks/options.js";
import { readFor } from "../../compile/trace.js";
import { apply } from "../../door/apply.js";
import { attributes, defineOp } from "../../door/op.js";
import * as kernels from "../../kernels/kernels.js";
import type { Device } from "../../memory/storage.js";
import { deviceOf } from "../../tensor/device.js";
import { checkDType, checkFits, type DType, isFloating } from "../../tensor/dtype.js";
import { item } from "../../tensor/reads.js";
import { formatShape } from "../../tensor/shape.js";
import { isTensor, type Tensor } from "../../tensor/tensor.js";
import { numberTensor } from "../operands.js";
import { pow } from "../pointwise/pow.js";
import { type TensorOptions, tensorOptions } from "./creation.js";
import { to } from "./to.js";

const linspaceOp = defineOp({
  extra: attributes<{ readonly length: number; readonly dtype: DType }>(),
  name: "linspace",
  inputs: [],
  kernel: kernels.linspace,
  infer: (_, { length, dtype }) => [{ shape: [length], dtype }],
});

interface Range {
  readonly start: number;
  readonly end: number;
  readonly steps: number;
  readonly dtype: DType;
  readonly device: Device;
}

/** A number, or that in a 0-d tensor. */
function bound(op: string, name: string, given: number | Tensor): number {
  if (!isTensor(given)) {
    checkArgument(op, name, given, "number");
    return given;
  }
  if (given.ndim > 0)
    throw new ShapeError(
      `${op}: only supports 0-dimensional start and end tensors, but got ${name} of shape ${formatShape(given.shape)}`,
    );
  return Number(readFor(op, "values", () => item(given)));
}

function rangeOf(
  op: string,
  start: number | Tensor,
  end: number | Tensor,
  steps: number,
  { dtype = "float32", device }: TensorOptions,
): Range {
  const [first, last] = [bound(op, "start", start), bound(op, "end", end)];
  if (!Number.isSafeInteger(steps))
    throw new ArgumentError(`${op}: steps must be an integer, but got ${describe(steps)}`);
  if (steps < 0) throw new ArgumentError(`${op}: number of steps must be non-negative, but got ${steps}`);
  checkDType(op, dtype);
  for (const end of [first, last]) checkFits(op, end, dtype);
  const stored = (value: number) => (isFloating(dtype) ? inDType(value, dtype) : Math.trunc(value));
  return { start: stored(first), end: stored(last), steps, dtype, device: deviceOf(op, device) };
}

const inDType = (value: number, dtype: DType) => (dtype === "float32" ? Math.fround(value) : value);

function distance({ start, end, dtype }: Range): number {
  return inDType(end - start, dtype);
}

function spaced({ start, end, steps, dtype, device }: Range, apart: number): Tensor {
  // One alone is the start: its step counts for nothing.
  const [last, step] = steps === 1 ? [start, 0] : [end, apart];
  return apply(linspaceOp, [], { start, end: last, step, length: steps, dtype }, { device });
}

/**
 * `steps` numbers from `start` to `end`, both included, evenly spaced: to the last bit those of PyTorch, which counts the first half from the
 * start and the second from the end. The ends may be 0-d tensors, which are read. Integers are cut off. Shape: → (steps).
 * See https://pytorch.org/docs/stable/generated/torch.linspace.html.
 *
 * @throws ArgumentError unless `steps` is a non-negative integer; DTypeError for an end beyond the dtype.
 * @example
 * ```ts
 * import { linspace } from "@bernoulli/tensor";
 * linspace(0, 1, 5).toArray(); // → [0, 0.25, 0.5, 0.75, 1]
 * ```
 */
export function linspace(
  start: number | Tensor,
  end: number | Tensor,
  steps: number | ByName<"steps", number, TensorOptions>,
  ...given: readonly [options?: TensorOptions]
): Tensor {
  const [count, [options = {}]] = inPlace<number, typeof given>("linspace", "steps", steps, given);
  checkOptions("linspace", options, tensorOptions);
  const range = rangeOf("linspace", start, end, count, options);
  const apart = inDType(distance(range) / inDType(count - 1, range.dtype), range.dtype);
  return spaced(range, apart).requiresGrad_(options.requiresGrad ?? false);
}

export interface LogspaceOptions extends TensorOptions {
  /** What is raised. Default 10. */
  readonly base?: number;
}

/**
 * `base` to the power of `steps` evenly spaced exponents from `start` to `end`, both included, computed in float64. Integers are cut off.
 * Shape: → (steps). See https://pytorch.org/docs/stable/generated/torch.logspace.html.
 *
 * @throws ArgumentError unless `steps` is a non-negative integer; DTypeError for an end beyond the dtype.
 * @example
 * ```ts
 * import { logspace } from "@bernoulli/tensor";
 * logspace(0, 2, 3).toArray(); // → [1, 10, 100]
 * logspace(0, 2, 3, { base: 2 }).toArray(); // → [1, 2, 4]
 * ```
 */
export function logspace(
  start: number | Tensor,
  end: number | Tensor,
  steps: number,
  options: LogspaceOptions = {},
): Tensor {
  checkOptions("logspace", options, [...tensorOptions, "base"]);
  const { base = 10, requiresGrad = false } = options;
  checkArgument("logspace", "base", base, "number");
  const range = rangeOf("logspace", start, end, steps, options);
  // The distance is rounded to the dtype, the step is not.
  const exponents = spaced({ ...range, dtype: "float64" }, distance(range) / (steps - 1));
  return to(pow(numberTensor(base, "float64", exponents), exponents), range.dtype).requiresGrad_(requiresGrad);
}
