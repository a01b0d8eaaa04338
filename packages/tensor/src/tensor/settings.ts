// Settings that PyTorch has and that choose nothing here, so that a script that sets them runs; and which dtype results have.

import { describe } from "../checks/describe.js";
import { ArgumentError, DTypeError } from "../checks/errors.js";
import { checkArgument } from "../checks/options.js";
import { isScalar, type Operand, promotedDType } from "../ops/operands.js";
import type { DType } from "./dtype.js";
import { isTensor } from "./tensor.js";

/**
 * The dtype of floats that are given none: always float32. See https://pytorch.org/docs/stable/generated/torch.get_default_dtype.html.
 *
 * @example
 * ```ts
 * import { getDefaultDtype } from "@bernoulli/tensor";
 * getDefaultDtype(); // → float32
 * ```
 */
export function getDefaultDtype(): DType {
  return "float32";
}

/**
 * Takes float32, which it is, and refuses any other: numbers get their dtype where they are made. See
 * https://pytorch.org/docs/stable/generated/torch.set_default_dtype.html.
 *
 * @throws DTypeError for a dtype that is not float32.
 * @example
 * ```ts
 * import { setDefaultDtype } from "@bernoulli/tensor";
 * setDefaultDtype("float64"); // throws setDefaultDtype: the default dtype is float32
 * ```
 */
export function setDefaultDtype(dtype: DType): void {
  if (dtype !== "float32")
    throw new DTypeError(
      `setDefaultDtype: the default dtype is float32, and cannot be ${describe(dtype)}; say { dtype } where tensors are made, or convert with .to(…)`,
    );
}

/**
 * The dtype of a sum of two operands, by PyTorch's promotion. See https://pytorch.org/docs/stable/generated/torch.result_type.html.
 *
 * @throws ArgumentError unless one is a tensor.
 * @example
 * ```ts
 * import { ones, resultType } from "@bernoulli/tensor";
 * resultType(ones([2], { dtype: "int32" }), 1.5); // → float32
 * ```
 */
export function resultType(a: Operand, b: Operand): DType {
  if (isTensor(a)) return promotedDType("resultType", a, b);
  if (isTensor(b) && isScalar(a)) return promotedDType("resultType", b, a);
  throw new ArgumentError(`resultType: one of both must be a Tensor, but got ${describe(a)} and ${describe(b)}`);
}

let deterministic = false;

/**
 * Says that results are to be the same each time, which they are anyway: nothing changes.
 * See https://pytorch.org/docs/stable/generated/torch.use_deterministic_algorithms.html.
 */
export function useDeterministicAlgorithms(mode: boolean): void {
  checkArgument("useDeterministicAlgorithms", "mode", mode, "boolean");
  deterministic = mode;
}

/** What {@link useDeterministicAlgorithms} was told. See https://pytorch.org/docs/stable/generated/torch.are_deterministic_algorithms_enabled.html. */
export function areDeterministicAlgorithmsEnabled(): boolean {
  return deterministic;
}

const precisions = ["highest", "high", "medium"] as const;
type MatmulPrecision = (typeof precisions)[number];
let precision: MatmulPrecision = "highest";

/**
 * Allows products of float32 to be rounded more coarsely, which they are not here: nothing changes.
 * See https://pytorch.org/docs/stable/generated/torch.set_float32_matmul_precision.html.
 *
 * @throws ArgumentError for another word.
 */
export function setFloat32MatmulPrecision(given: "highest" | "high" | "medium"): void {
  if (!precisions.includes(given))
    throw new ArgumentError(
      `setFloat32MatmulPrecision: precision must be "highest", "high" or "medium", but got ${describe(given)}`,
    );
  precision = given;
}

/** What {@link setFloat32MatmulPrecision} was told. See https://pytorch.org/docs/stable/generated/torch.get_float32_matmul_precision.html. */
export function getFloat32MatmulPrecision(): "highest" | "high" | "medium" {
  return precision;
}

/** How many operations run beside each other: one. See https://pytorch.org/docs/stable/generated/torch.get_num_interop_threads.html. */
export function getNumInteropThreads(): number {
  return 1;
}

/**
 * Takes any number, and changes nothing: one operation runs at a time, on the threads of `setNumThreads`.
 * See https://pytorch.org/docs/stable/generated/torch.set_num_interop_threads.html.
 *
 * @throws ArgumentError unless it is an integer above 0.
 */
export function setNumInteropThreads(count: number): void {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new ArgumentError(`setNumInteropThreads: expects a positive integer, but got ${describe(count)}`);
}
