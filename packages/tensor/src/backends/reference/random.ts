// The random kernels of the reference backend, one draw after the other. The streams are random/distributions.ts's.

import type { KernelAttributes, KernelFunction, Operand } from "../../kernels/contract.js";
import {
  fillBernoulli,
  fillNormal,
  fillNormalOneByOne,
  fillRandint,
  fillRandperm,
  fillUniform,
} from "../../random/distributions.js";
import { type DType, dtypeTraits, type TypedArray } from "../../tensor/dtype.js";
import { isContiguous } from "../../tensor/shape.js";
import { count, writer } from "./elements.js";
import { binary } from "./pointwise.js";

type RandomKernel = "uniform" | "normal" | "bernoulli" | "randint" | "randperm";

/** @__NO_SIDE_EFFECTS__ */
function drawn<K extends RandomKernel>(
  fill: (elements: TypedArray, dtype: DType, attributes: KernelAttributes[K]) => void,
  fillStrided = fill,
): KernelFunction<K> {
  return (_, [output], attributes) => {
    const { storage, dtype, offset } = output as Operand;
    const length = count(output);
    if (isContiguous(output as Operand)) {
      fill(storage.elements(dtype).subarray(offset, offset + length) as TypedArray, dtype, attributes);
      return;
    }
    const { Array: ArrayOfType, bytes } = dtypeTraits[dtype];
    const values = new ArrayOfType(new ArrayBuffer(length * bytes), 0, length);
    fillStrided(values, dtype, attributes);
    const write = writer(inMemoryOrder(output as Operand));
    for (let at = 0; at < length; at++) write(at, values[at]!);
  };
}

/** The same elements with the dimensions by falling stride, of `by`: PyTorch draws in the order of memory, not of indices. */
export function inMemoryOrder(operand: Operand, by: Operand = operand): Operand {
  const dims = by.shape.map((_, dim) => dim).sort((a, b) => by.strides[b]! - by.strides[a]!);
  const permuted = (sizes: readonly number[]) => dims.map((dim) => sizes[dim]!);
  return { ...operand, shape: permuted(operand.shape), strides: permuted(operand.strides) };
}

export const uniform = drawn<"uniform">((elements, dtype, { generator, from, to }) =>
  fillUniform(elements, dtype, generator, from, to),
);
export const normal = drawn<"normal">(
  (elements, dtype, { generator, mean, std }) => fillNormal(elements, dtype, generator, mean, std),
  (elements, _, { generator, mean, std }) => fillNormalOneByOne(elements, generator, mean, std),
);
export const bernoulli = drawn<"bernoulli">((elements, dtype, { generator, p }) =>
  fillBernoulli(elements, dtype, generator, p),
);
/** A true product, not a choice: 0 · ∞ is NaN, as it is in PyTorch. */
const scaled = binary<{ readonly scale: number }>((x, kept, { scale }) => x * (kept !== 0 ? scale : 0));
export const dropout: KernelFunction<"dropout"> = ([input], [output, mask], { generator, p, scale }) => {
  bernoulli([], [mask as Operand], { generator, p });
  scaled([input as Operand, mask as Operand], [output as Operand], { scale });
};
export const randint = drawn<"randint">((elements, dtype, { generator, low, high }) =>
  fillRandint(elements, dtype, generator, low, high),
);
export const randperm = drawn<"randperm">((elements, dtype, { generator }) => fillRandperm(elements, dtype, generator));
