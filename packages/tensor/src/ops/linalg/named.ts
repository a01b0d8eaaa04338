// Results that are several tensors: by name, and one after the other. No op is defined here.

import type { Tensor } from "../../tensor/tensor.js";

/** Tensors by name that can be taken apart in that order, `const [q, r] = …`. */
export type Several<Name extends string> = { readonly [At in Name]: Tensor } & Iterable<Tensor>;

/** @__NO_SIDE_EFFECTS__ */
export function several<const Name extends string>(
  tensors: { readonly [At in Name]: Tensor },
  order: readonly Name[],
): Several<Name> {
  return { ...tensors, [Symbol.iterator]: () => order.map((name) => tensors[name])[Symbol.iterator]() };
}
