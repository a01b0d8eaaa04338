// Results that are several tensors, as PyTorch's named tuples: by name, by place, and one after the other. No op is defined here.

import type { Tensor } from "../tensor/tensor.js";

/** Tensors by name that can be taken apart in that order, `const [q, r] = …`, or by place, `…[0]`. */
export type Several<Name extends string> = { readonly [At in Name]: Tensor } & Iterable<Tensor> & {
    readonly [place: number]: Tensor;
  };

/**
 * A plain object of the names alone, so that whoever looks into results meets each tensor once; its places are hidden.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function several<const Name extends string>(
  tensors: { readonly [At in Name]: Tensor },
  order: readonly Name[],
): Several<Name> {
  const places: PropertyDescriptorMap = {
    [Symbol.iterator]: { value: () => order.map((name) => tensors[name])[Symbol.iterator]() },
  };
  for (const [at, name] of order.entries()) places[at] = { value: tensors[name] };
  return Object.defineProperties(tensors, places) as Several<Name>;
}
