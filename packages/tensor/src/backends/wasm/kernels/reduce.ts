// reduce: all reductions of floats but sum.

import type { KernelFunction, Operand, Reduction } from "../../../kernels/contract.js";
import { numberOfElements } from "../../../tensor/shape.js";
import { repeats } from "../replayable.js";
import { runtimeOf } from "../runtime.js";
import {
  type FloatType,
  largest,
  products,
  type Reducer,
  smallest,
  sums,
  sumsOfDoubles,
  sumsOfMagnitudes,
  sumsOfNumbers,
  sumsOfSquares,
} from "./reducers.js";
import { isInParts } from "./reduction-parts.js";
import { reduceFloats } from "./reductions.js";
import { addressOf } from "./walk.js";

const reducers: { readonly [R in Reduction]: { readonly [E in FloatType]: Reducer } } = {
  product: products,
  sum: sumsOfDoubles,
  squares: sumsOfSquares,
  magnitudes: sumsOfMagnitudes,
  numbers: sumsOfNumbers,
  largest,
  smallest,
};

/** By which repeated calls are told apart. */
const numbers: { readonly [R in Reduction]: number } = {
  product: 0,
  squares: 1,
  magnitudes: 2,
  numbers: 3,
  largest: 4,
  smallest: 5,
  sum: 6,
};

/** @__NO_SIDE_EFFECTS__ */
function reduceOf(element: FloatType): KernelFunction<"reduce"> {
  return repeats<"reduce">(
    ([input], [output], { dims, by }) => {
      if (by === "numbers" && hasNumbersAlone(element, input!, output!, dims)) return;
      reduceFloats(reducers[by][element], input!, output!, dims);
    },
    ({ dims, by }) => [...dims, numbers[by]],
  );
}

/**
 * Adds a few sums of many elements as they are, which is a third faster than passing over what is no number: such a one would be in the
 * sum. Whether none is.
 */
function hasNumbersAlone(element: FloatType, input: Operand, output: Operand, dims: readonly number[]): boolean {
  const count = numberOfElements(output.shape);
  if (!isInParts(count, numberOfElements(input.shape))) return false;
  reduceFloats(sums[element], input, output, dims);
  const runtime = runtimeOf(output);
  // This is JavaScript's part.
  runtime.cannotRepeat();
  const { buffer } = runtime.memory.memory;
  const results = new (element === "float64" ? Float64Array : Float32Array)(buffer, addressOf(output), count);
  return results.every((sum) => !Number.isNaN(sum));
}

export const reduce = { float32: reduceOf("float32"), float64: reduceOf("float64") };
