// Formulas on the reference device: a primitive at a time over a few hundred elements, each result held in the formula's dtype, so
// that it is rounded, or wraps, as tensors stored one by one would be.

import { givenBy } from "../../formulas/expression.js";
import { dtypeOfSort, type Formula, numberAs, type Place, valueFor } from "../../formulas/formula.js";
import type { KernelFunction, Operand } from "../../kernels/contract.js";
import { type DType, dtypeTraits, type TypedArray } from "../../tensor/dtype.js";
import { count, reader, writer } from "./elements.js";

const tile = 256;

export function referenceFormula(formula: Formula, dtype: DType): KernelFunction {
  const operations = formula.steps.map(({ name, operands }) => ({
    value: valueFor(name, dtype),
    dtype: dtypeOfSort(givenBy(name), dtype),
    operands,
  }));
  const kernel = (inputs: readonly (Operand | null)[], [output]: readonly Operand[], attributes: unknown): void => {
    const elements = count(output);
    const read = inputs.map(reader);
    const writes = [
      { place: formula.result, write: writer(output) },
      ...formula.stores.map(({ input, place }) => ({ place, write: writer(inputs[input]!) })),
    ];
    const numbers = formula.numbers(attributes as never).map((number) => numberAs(dtype, number));
    const held = {
      input: formula.inputs.map(({ sort }) => tileOf(dtypeOfSort(sort, dtype))),
      step: operations.map((operation) => tileOf(operation.dtype)),
      number: numbers.map((number) => new Float64Array(tile).fill(number)),
    };
    const at = ({ from, at: index }: Place): TypedArray => held[from][index]!;
    for (let begin = 0; begin < elements; begin += tile) {
      const size = Math.min(tile, elements - begin);
      for (const [index, values] of held.input.entries())
        for (let i = 0; i < size; i++) values[i] = read[index]!(begin + i);
      for (const [index, { value, operands, dtype: own }] of operations.entries()) {
        const into = held.step[index]!;
        const [a, b, c] = operands.map(at);
        for (let i = 0; i < size; i++) into[i] = value(a![i]!, b?.[i] ?? 0, c?.[i] ?? 0);
        // A sum of bools is an or.
        if (own === "bool") for (let i = 0; i < size; i++) into[i] = into[i] === 0 ? 0 : 1;
      }
      for (const { place, write } of writes) {
        const result = at(place);
        for (let i = 0; i < size; i++) write(begin + i, result[i]!);
      }
    }
  };
  return kernel as KernelFunction;
}

function tileOf(dtype: DType): TypedArray {
  const { Array: Elements, bytes } = dtypeTraits[dtype];
  return new Elements(new ArrayBuffer(tile * bytes), 0, tile);
}
