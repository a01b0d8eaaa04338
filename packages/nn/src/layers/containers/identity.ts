// Identity: a place in a net where a layer may stand.

import { Module } from "../../module.js";

/**
 * Returns its input; takes any arguments, and does not heed them. Shape: (*) → (*).
 * See https://pytorch.org/docs/stable/generated/torch.nn.Identity.html.
 *
 * @example
 * ```ts
 * import { Identity } from "@bernoulli/nn";
 * String(new Identity()); // → "Identity()"
 * ```
 */
export class Identity extends Module {
  static override readonly name: string = "Identity";

  // biome-ignore lint/complexity/noUselessConstructor: it is what lets TypeScript have any arguments
  constructor(..._unused: readonly unknown[]) {
    super();
  }

  forward<Input>(input: Input): Input {
    return input;
  }
}
