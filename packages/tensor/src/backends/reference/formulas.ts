// Formulas on the reference device: a primitive at a time over a few hundred elements, each result held in the formula's dtype, so
// that it is rounded, or wraps, as tensors stored one by one would be. It is also how the cpu computes formulas of doubles.

import { givenBy } from "../../formulas/expression.js";
import { dtypeOfSort, type Formula, numberAs, type Place, valueFor } from "../../formulas/formula.js";
import type { KernelFunction, Operand } from "../../kernels/contract.js";
import { type DType, dtypeTraits, type TypedArray } from "../../tensor/dtype.js";
import { count, placeOf } from "./elements.js";

const tile = 256;

export function referenceFormula(formula: Formula, dtype: DType): KernelFunction {
  const operations = formula.steps.map(({ name, operands }) => ({
    value: valueFor(name, dtype),
    dtype: dtypeOfSort(givenBy(name), dtype),
    operands,
  }));
  const dtypes = {
    input: formula.inputs.map(({ sort }) => dtypeOfSort(sort, dtype)),
    step: operations.map((operation) => operation.dtype),
    number: formula.constants.map(() => "float64" as const),
  };
  const kernel = (inputs: readonly (Operand | null)[], [output]: readonly Operand[], attributes: unknown): void => {
    const elements = count(output);
    const writes = [
      { place: formula.result, to: output! },
      ...formula.stores.map(({ input, place }) => ({ place, to: inputs[input]! })),
    ];
    const numbers = formula.numbers(attributes as never).map((number) => numberAs(dtype, number));
    const taken = new Map<DType, number>();
    const held = {
      input: dtypes.input.map((own) => nextTile(own, taken)),
      step: dtypes.step.map((own) => nextTile(own, taken)),
      number: dtypes.number.map((own) => nextTile(own, taken)),
    };
    for (const [at, number] of numbers.entries()) held.number[at]!.fill(number, 0, Math.min(tile, elements));
    const at = ({ from, at: index }: Place): TypedArray => held[from][index]!;
    for (let begin = 0; begin < elements; begin += tile) {
      const size = Math.min(tile, elements - begin);
      for (const [index, values] of held.input.entries()) read(inputs[index]!, begin, values, size);
      for (const [index, { value, operands, dtype: own }] of operations.entries()) {
        const into = held.step[index]!;
        const [a, b, c] = operands.map(at) as [TypedArray, TypedArray | undefined, TypedArray | undefined];
        if (b === undefined) for (let i = 0; i < size; i++) into[i] = value(a[i]!, 0, 0);
        else if (c === undefined) for (let i = 0; i < size; i++) into[i] = value(a[i]!, b[i]!, 0);
        else for (let i = 0; i < size; i++) into[i] = value(a[i]!, b[i]!, c[i]!);
        // A sum of bools is an or.
        if (own === "bool") for (let i = 0; i < size; i++) into[i] = into[i] === 0 ? 0 : 1;
      }
      for (const { place, to } of writes) write(to, begin, at(place), size);
    }
  };
  return kernel as KernelFunction;
}

/** Kept from call to call, and shared by all formulas: to make some for each call takes longer than what is small does itself. */
const tiles = new Map<DType, TypedArray[]>();

/** A tile that this call has not taken yet. */
function nextTile(dtype: DType, taken: Map<DType, number>): TypedArray {
  const at = taken.get(dtype) ?? 0;
  taken.set(dtype, at + 1);
  const own = tiles.get(dtype) ?? [];
  tiles.set(dtype, own);
  const { Array: Elements, bytes } = dtypeTraits[dtype];
  own[at] ??= new Elements(new ArrayBuffer(tile * bytes), 0, tile);
  return own[at];
}

/** Calls `visit` with runs of elements from the `begin`-th on that lie as far from each other as those of a row do. */
function alongRows(
  operand: Operand,
  begin: number,
  size: number,
  visit: (from: number, place: number, step: number, count: number) => void,
): void {
  const [row, step] = [operand.shape.at(-1) ?? 1, operand.strides.at(-1) ?? 1];
  const place = placeOf(operand);
  for (let from = 0; from < size; ) {
    const run = Math.min(row - ((begin + from) % row), size - from);
    visit(from, place(begin + from), step, run);
    from += run;
  }
}

function read(operand: Operand, begin: number, into: TypedArray, size: number): void {
  const elements = operand.storage.elements(operand.dtype);
  alongRows(operand, begin, size, (from, place, step, run) => {
    for (let i = 0; i < run; i++) into[from + i] = elements[place + i * step]!;
  });
}

/** The typed array rounds or wraps; bool takes anything but zero as one. */
function write(operand: Operand, begin: number, values: TypedArray, size: number): void {
  const elements = operand.storage.elements(operand.dtype);
  const isBool = operand.dtype === "bool";
  alongRows(operand, begin, size, (from, place, step, run) => {
    for (let i = 0; i < run; i++) {
      const value = values[from + i]!;
      elements[place + i * step] = isBool ? Number(value !== 0) : value;
    }
  });
}
