// Ops that others outside take part in, as a sum over ranks: what one does with the elements is the caller's. A plan has it as a step,
// which runs once for each time that it is recorded, in its turn (compile/verify.ts). It is no kernel of a device's, and has no gradient.

import { describe } from "../checks/describe.js";
import { ArgumentError, BernoulliError, ShapeError } from "../checks/errors.js";
import { checkArgument } from "../checks/options.js";
import { computeRecorded, currentRecording, readFor } from "../compile/trace.js";
import type { Operand } from "../kernels/contract.js";
import type { Computation, Implementation } from "../kernels/kernel.js";
import { dtypeTraits, type TypedArray } from "../tensor/dtype.js";
import { isContiguous, numberOfElements } from "../tensor/shape.js";
import type { Tensor } from "../tensor/tensor.js";
import { checkInputs, compute, noAttributes } from "./apply.js";
import { currentLifting } from "./lifting.js";
import type { KernelOp } from "./op.js";

/** Does something to the elements of contiguous tensors, all on one device, in place: as a rule what others see. */
export type OutwardOp = (tensors: readonly Tensor[]) => void;

/**
 * Makes an op of a call to the world outside, as of a library that sends and receives: `act` is given the elements of the tensors where they lie, in
 * row-major order, of bool as a Uint8Array, and may change them; the arrays are valid until it returns, and it must not compute with tensors. Tensors
 * without elements are left out, and where there are no others nothing is done. It counts as a write in place of which autograd records nothing.
 *
 * A compiled function records it: `act` is then called when the plan runs, once for each time that it was recorded, in the recorded order, and
 * what it throws comes out of the call. Behind an error it is not called. Layers behind it are not fused in ways that may have to be computed anew.
 * `name` is what profiles and `explain` say. Make the op once: another is another step, with a plan of its own.
 *
 * @throws the op, ShapeError for a tensor that is not contiguous; DeviceError for tensors of two devices; BernoulliError within `vmap`.
 * @example
 * ```ts
 * import { outwardOp, tensor } from "@bernoulli/tensor";
 * const sent: number[][] = [];
 * const send = outwardOp("send", ([elements]) => void sent.push(Array.from(elements!, Number)));
 * send([tensor([1, 2])]);
 * sent; // → [[1, 2]]
 * ```
 */
export function outwardOp(name: string, act: (elements: readonly TypedArray[]) => void): OutwardOp {
  checkArgument("outwardOp", "name", name, "string");
  checkArgument("outwardOp", "act", act, "function");
  const implementation: Implementation = { run: (operands) => act(operands.map((one) => elementsOf(one!))), by: "own" };
  const kernel: Computation = { name, access: "opaque", on: () => implementation };
  const inputs = ["elements"] as const;
  const op: KernelOp = {
    ...{ kind: "kernel", name, inputs, outputs: inputs, save: [], kernel, reachesOut: true },
    infer: (metas) => metas as never,
  };
  return (tensors) => {
    if (!Array.isArray(tensors))
      throw new ArgumentError(`${name}: expected an array of tensors, but got ${describe(tensors)}`);
    checkInputs(op, tensors);
    for (const one of tensors) checkPlace(name, one);
    const written = tensors.filter((one) => one.numel() > 0);
    if (written.length === 0) return;
    for (const storage of new Set(written.map((one) => one.storage))) storage.version += 1;
    compute(op, implementation, written, written, noAttributes);
  };
}

/**
 * Before something is done outside that is not recorded: of a compiled function what was recorded so far is computed if an {@link outwardOp} is in it, so
 * that others see all in its order. `by` is what `explain` says.
 *
 * @example
 * ```ts
 * import { compile, computeOutward, outwardOp, zeros } from "@bernoulli/tensor";
 * const seen: string[] = [];
 * const send = outwardOp("send", () => void seen.push("send"));
 * compile(() => {
 *   send([zeros(1)]);
 *   computeOutward("ring");
 *   seen.push("ring");
 * })();
 * seen; // → ["send", "ring"]
 * ```
 */
export function computeOutward(by: string): void {
  checkArgument("computeOutward", "by", by, "string");
  if (currentRecording()?.reachesOut === true) readFor(by, "turn", computeRecorded);
}

function checkPlace(name: string, one: Tensor): void {
  if (currentLifting()?.isLifted(one) === true)
    throw new BernoulliError(`${name}: vmap: others outside see all samples at once; call it outside of vmap`);
  if (isContiguous(one)) return;
  throw new ShapeError(
    `${name}: a contiguous tensor is wanted, but got one of shape [${one.shape.join(", ")}] and strides [${one.strides.join(", ")}]; use .contiguous()`,
  );
}

function elementsOf({ storage, dtype, shape, offset }: Operand): TypedArray {
  const { Array: ArrayOfType, bytes } = dtypeTraits[dtype];
  const { buffer, byteOffset } = storage.elements(dtype);
  return new ArrayOfType(buffer as ArrayBuffer, byteOffset + offset * bytes, numberOfElements(shape));
}
