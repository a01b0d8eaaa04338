// The door between devices: a tensor's elements copied from one device's memory into another's, in the graph. No kernel does it, and so no
// recording holds it: elements are copied when the call comes, and what recorded kernels are still to write is computed before.

import { record } from "../autograd/record.js";
import * as kernels from "../kernels/kernels.js";
import type { Device } from "../memory/storage.js";
import { contiguous } from "../ops/creation/clone.js";
import { detach } from "../ops/views/detach.js";
import type { Tensor } from "../tensor/tensor.js";
import { allocate } from "./apply.js";
import { attributes, defineOp, type Gradients } from "./op.js";
import { observed } from "./profile.js";
import { tell } from "./witness.js";

/** The kernel that is named is one that no device is asked for. */
const moveOp = defineOp({
  extra: attributes<{ readonly from: Device }>(),
  name: "to",
  inputs: ["input"],
  kernel: kernels.copy,
  infer: ([{ shape, dtype }]) => [{ shape, dtype }],
  backward: ({ grad, attributes: { from } }): Gradients => [move(grad, from)],
});

/** The input on another device, in row-major order; its gradient goes back to where the input is. */
export function move(input: Tensor, device: Device): Tensor {
  const { dtype, shape } = input;
  const output = allocate("to", shape, dtype, device);
  try {
    observed(moveOp, [input], [output], () => copyElements(input, output));
  } catch (error) {
    output.dispose();
    throw error;
  }
  record(moveOp, [input], { from: input.device }, [output]);
  tell(moveOp, [input], { from: input.device }, [output]);
  return output;
}

function copyElements(input: Tensor, output: Tensor): void {
  const source = contiguous(detach(input));
  // Read first: that may compute, and computing may take memory, which moves what lies in it.
  const elements = source.storage.read(input.dtype).subarray(source.offset, source.offset + input.numel());
  output.storage.elements(input.dtype).set(elements);
  if (source.storage !== input.storage) source.dispose();
}
