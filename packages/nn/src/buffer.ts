// Buffer: a tensor that a field makes a buffer, as a Parameter is made a parameter. Modules register it when they are next called or walked
// (registered.ts).

import { ArgumentError, checkOptions, describe, isTensor, Tensor } from "@bernoulli/tensor";

export interface BufferOptions {
  /** Whether it is part of the state dict. Default true. */
  readonly persistent?: boolean;
}

let count = 0;

/**
 * A tensor that is part of a module and that no optimizer trains: as a field of a module it is among the module's `buffers()`, which then
 * keeps what is assigned to the field, as behind `registerBuffer`. It shares its elements with `data`, and outlives step scopes.
 * See https://pytorch.org/docs/stable/generated/torch.nn.parameter.Buffer.html.
 *
 * @throws ArgumentError if it is given no tensor, or an unknown option.
 * @example
 * ```ts
 * import { ones, type Tensor } from "@bernoulli/tensor";
 * import { Buffer, Module } from "@bernoulli/nn";
 * class Scale extends Module {
 *   factor: Tensor = new Buffer(ones(2).mul(3));
 *   seen: Tensor = new Buffer(ones(1), { persistent: false });
 *   forward(x: Tensor): Tensor {
 *     return x.mul(this.factor);
 *   }
 * }
 * const layer = new Scale();
 * [...layer.namedBuffers()].map(([name]) => name); // → ["factor", "seen"]
 * Object.keys(layer.stateDict()); // → ["factor"]
 * layer(ones(2)).toArray(); // → [3, 3]
 * ```
 */
export class Buffer extends Tensor {
  readonly persistent: boolean;

  constructor(data: Tensor, options: BufferOptions = {}) {
    checkOptions("Buffer", options, { persistent: "boolean" });
    if (!isTensor(data)) throw new ArgumentError(`Buffer: expected a Tensor, but got ${describe(data)}`);
    super(data.storage, data.dtype, { shape: data.shape, strides: data.strides, offset: data.offset });
    this.requiresGrad = data.requiresGrad;
    this.persistent = options.persistent ?? true;
    super.keep();
    count += 1;
  }
}

/** How many there have been: modules need not look for any where there are no more than when they last looked. */
export function buffersMade(): number {
  return count;
}
