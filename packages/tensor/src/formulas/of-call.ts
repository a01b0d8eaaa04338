// The formula by which a call was computed, as data, for what writes calls down in another form.

import type { WitnessedCall } from "../door/witness.js";
import { FormulaComputation } from "./computation.js";
import { nameOf, type Place } from "./formula.js";

/** What each element of a result is of those of the inputs. */
export interface CalledFormula {
  /** In order; each by the name of its primitive, of operands that are inputs, numbers or earlier steps. */
  readonly steps: readonly { readonly name: string; readonly operands: readonly Place[] }[];
  /** What is the same for every element: constants, and what comes of the call's attributes. */
  readonly numbers: readonly number[];
  readonly result: Place;
}

/**
 * The formula of a call of a pointwise op; null for a call of any other.
 *
 * @example
 * ```ts
 * import { mul, tensor, type WitnessedCall, witness } from "@bernoulli/tensor";
 * import { formulaOfCall } from "@bernoulli/tensor/formulas";
 * const calls: WitnessedCall[] = [];
 * witness((call) => calls.push(call), () => mul(tensor([1, 2]), tensor([3, 4])));
 * formulaOfCall(calls[0]!)!.steps.map(({ name }) => name); // → ["mul"]
 * ```
 */
export function formulaOfCall({ op, attributes }: WitnessedCall): CalledFormula | null {
  if (op.kind !== "kernel") return null;
  const computation = op.variant?.(attributes) ?? op.kernel;
  if (!(computation instanceof FormulaComputation)) return null;
  const { steps, numbers, result } = computation.formula;
  return {
    steps: steps.map(({ name, operands }) => ({ name: nameOf(name), operands })),
    numbers: numbers(attributes as never),
    result,
  };
}
