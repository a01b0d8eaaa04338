// Batches as threads send them: tensors become their elements, whose memory changes hands, and tensors again at the other end.

import type { TypedArray } from "@bernoulli/tensor";
import { type DType, isTensor, type Tensor, tensor } from "@bernoulli/tensor";

/** What stands for a value on its way. */
export type Packed =
  | { readonly kind: "tensor"; readonly dtype: DType; readonly shape: readonly number[]; readonly elements: TypedArray }
  | { readonly kind: "list"; readonly items: readonly Packed[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [string, Packed])[] }
  | { readonly kind: "other"; readonly value: unknown };

/** Packs a value; buffers that may change hands are added to `moved`. */
export function pack(value: unknown, moved: ArrayBuffer[]): Packed {
  if (isTensor(value)) {
    // A copy, which nobody else has.
    const elements = value.toTypedArray();
    moved.push(elements.buffer as ArrayBuffer);
    return { kind: "tensor", dtype: value.dtype, shape: value.shape, elements };
  }
  if (Array.isArray(value)) return { kind: "list", items: value.map((item) => pack(item, moved)) };
  const prototype: unknown = value !== null && typeof value === "object" ? Object.getPrototypeOf(value) : undefined;
  if (prototype === Object.prototype || prototype === null)
    return { kind: "object", entries: Object.entries(value as object).map(([key, part]) => [key, pack(part, moved)]) };
  return { kind: "other", value };
}

export function unpack(packed: Packed): unknown {
  switch (packed.kind) {
    case "tensor":
      return tensorOf(packed);
    case "list":
      return packed.items.map(unpack);
    case "object":
      return Object.fromEntries(packed.entries.map(([key, part]) => [key, unpack(part)]));
    case "other":
      return packed.value;
  }
}

function tensorOf({ elements, dtype, shape }: Extract<Packed, { kind: "tensor" }>): Tensor {
  return tensor(elements, { dtype }).view(...shape);
}
