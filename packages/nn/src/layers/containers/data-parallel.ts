// DataParallel: PyTorch's way over several GPUs. There are none, and without any PyTorch's calls its module, and so does this.

import { ArgumentError, describe } from "@bernoulli/tensor";
import { Module } from "../../module.js";
import { isModule } from "../../walk.js";

/**
 * Calls its module, as PyTorch's does where there is no GPU; keys of its state dict begin with `module.`, as those of files that were saved with it.
 * See https://pytorch.org/docs/stable/generated/torch.nn.DataParallel.html.
 *
 * @throws ArgumentError if it is given no module.
 * @example
 * ```ts
 * import { ones } from "@bernoulli/tensor";
 * import { DataParallel, Linear } from "@bernoulli/nn";
 * const net = new DataParallel(new Linear(3, 2, { bias: false }));
 * net(ones(4, 3)).shape; // → [4, 2]
 * Object.keys(net.stateDict()); // → ["module.weight"]
 * ```
 */
export class DataParallel<Wrapped extends Module = Module> extends Module {
  static override readonly name: string = "DataParallel";
  readonly module: Wrapped;

  constructor(module: Wrapped) {
    super();
    if (!isModule(module)) throw new ArgumentError(`DataParallel: expected a module, but got ${describe(module)}`);
    this.module = module;
  }

  forward(...inputs: Parameters<Wrapped["forward"]>): ReturnType<Wrapped["forward"]> {
    return (this.module as unknown as (...all: unknown[]) => ReturnType<Wrapped["forward"]>)(...inputs);
  }
}
