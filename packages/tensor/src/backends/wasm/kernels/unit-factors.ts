// Formulas of integers whose numbers are factors, as alpha is of add: where all are 1, or all −1, nothing has to be multiplied. That
// is most calls, and of bytes a product takes longer than all else. (Of floats one instruction is saved, which memory hides.)

import { type Formula, numberAs, type Place } from "../../../formulas/formula.js";
import type { KernelFunction } from "../../../kernels/contract.js";
import { numbersOfReplayable, repeats } from "../replayable.js";
import type { ElementType } from "./elements.js";
import { wasmFormula } from "./formulas.js";
import { definitionOf, describeKernel } from "./pointwise-operation.js";

/** What a device computes a formula by, as {@link wasmFormula}; which of the two a call takes hangs on its numbers. */
export function wasmFormulaOfFactors(formula: Formula, dtype: ElementType): KernelFunction | null {
  const general = wasmFormula(formula, dtype);
  if (general === null || (dtype !== "uint8" && dtype !== "int32")) return general;
  const [one, minusOne] = ([1, -1] as const).map((factor) => {
    const without = withFactors(formula, factor);
    return without === null ? null : wasmFormula(without, dtype);
  });
  if (one === null || minusOne === null) return general;
  const kernel: KernelFunction = (inputs, outputs, attributes) => {
    const numbers = formula.numbers(attributes as never).map((number) => numberAs(dtype, number));
    const own = numbers.every((number) => number === 1)
      ? one
      : numbers.every((number) => number === -1)
        ? minusOne
        : general;
    own!(inputs, outputs, attributes);
  };
  // In regions it is what it is for any number.
  describeKernel(kernel, (output) => definitionOf(general, output));
  return repeats(kernel, numbersOfReplayable(general) as never);
}

/** The formula for numbers that all are `factor`; null where it has none, or one is no factor of a value. */
function withFactors(formula: Formula, factor: 1 | -1): Formula | null {
  const places: Place[] = [];
  const steps: Formula["steps"][number][] = [];
  const at = (place: Place): Place => (place.from === "step" ? places[place.at]! : place);
  let factors = 0;
  for (const { name, operands } of formula.steps) {
    const numbers = operands.filter(({ from }) => from === "number");
    const [value] = operands.filter(({ from }) => from !== "number");
    if (numbers.length > 0 && (name !== "mul" || value === undefined)) return null;
    factors += numbers.length;
    if (numbers.length > 0 && factor === 1) places.push(at(value!));
    else {
      const step =
        numbers.length > 0 ? { name: "neg" as const, operands: [at(value!)] } : { name, operands: operands.map(at) };
      places.push({ from: "step", at: steps.push(step) - 1 });
    }
  }
  const ends = [formula.result, ...formula.stores.map(({ place }) => place)];
  if (factors === 0 || ends.some(({ from }) => from === "number")) return null;
  return {
    ...formula,
    steps,
    result: at(formula.result),
    stores: formula.stores.map(({ input, place }) => ({ input, place: at(place) })),
    text: `${formula.text} by ${factor}`,
  };
}
