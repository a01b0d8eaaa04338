// A tensor's elements where they lie, for code that is no kernel: a library that sends or receives them. Copies are reads.ts's.

import { describe } from "../checks/describe.js";
import { ArgumentError, ShapeError } from "../checks/errors.js";
import { checkTensor } from "../checks/options.js";
import { computeRecorded, currentRecording, readFor } from "../compile/trace.js";
import { ensureOnDevice } from "../memory/presence.js";
import { dtypeTraits, type TypedArray } from "./dtype.js";
import { isContiguous } from "./questions.js";
import type { Tensor } from "./tensor.js";

/**
 * The elements of a contiguous tensor in its device's own memory, in row-major order, without a copy; of bool a Uint8Array. The array is valid until
 * the next allocation, its bytes for as long as the tensor is. In a compiled function what was recorded so far is computed before.
 *
 * `"write"` says that the caller will change them: it counts as a write in place, so that a backward that needs them as they were says so; autograd
 * records nothing of it. For reading copies there is `toTypedArray`.
 *
 * @throws ShapeError for a tensor that is not contiguous; ArgumentError for another access than `"read"` or `"write"`.
 * @example
 * ```ts
 * import { elementsInPlace, tensor } from "@bernoulli/tensor";
 * const x = tensor([1, 2]);
 * elementsInPlace(x, "write")[0] = 5;
 * x.toArray(); // → [5, 2]
 * ```
 */
export function elementsInPlace(input: Tensor, access: "read" | "write"): TypedArray {
  checkTensor("elementsInPlace", "input", input);
  if (access !== "read" && access !== "write")
    throw new ArgumentError(`elementsInPlace: access must be "read" or "write", but got ${describe(access)}`);
  if (!isContiguous(input))
    throw new ShapeError(
      `elementsInPlace: a contiguous tensor is wanted, but got one of shape [${input.shape.join(", ")}] and strides [${input.strides.join(", ")}]; use .contiguous()`,
    );
  const { storage, offset, dtype } = input;
  // Reading first: what was recorded is to be computed before the storage has its place, and what reads it before it is written.
  readFor("elementsInPlace", "values", () => {
    storage.read(dtype);
    if (access === "write" && currentRecording()?.uses(storage) === true) computeRecorded();
  });
  ensureOnDevice(storage);
  if (access === "write") storage.version += 1;
  const { Array: ArrayOfType } = dtypeTraits[dtype];
  const { buffer, byteOffset } = storage.elements(dtype);
  return new ArrayOfType(buffer as ArrayBuffer, byteOffset + offset * dtypeTraits[dtype].bytes, input.numel());
}
