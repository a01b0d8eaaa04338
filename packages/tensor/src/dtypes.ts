// import "@bernoulli/tensor/dtypes": kernels for float64, and for what integers have of their own, as sums. Without them the lean entry
// computes both too, by plain loops. The main entry has them. For a program to choose, before its first tensor.

import * as places from "./backends/wasm/additions/dtypes.js";
import { countingOfBytes, countingOfDoubles, countingOfInt32 } from "./backends/wasm/kernels/double-arange.js";
import {
  convolutionInputGradientOfDoubles,
  convolutionOfDoubles,
  convolutionWeightGradientOfDoubles,
} from "./backends/wasm/kernels/double-convolution.js";
import {
  copyFromDoubles,
  copyOfDoublesWork,
  copyToDoubles,
  fillOfDoubles,
} from "./backends/wasm/kernels/double-copies.js";
import { wasmDoubles } from "./backends/wasm/kernels/double-formulas.js";
import {
  bernoulliOfDoubles,
  dropoutOfDoubles,
  normalOfDoubles,
  uniformOfDoubles,
} from "./backends/wasm/kernels/double-random.js";
import { lanesOfDoubles } from "./backends/wasm/kernels/double-softmax.js";
import { addDoubles } from "./backends/wasm/kernels/double-taps.js";
import {
  avgPoolBackwardOfDoubles,
  avgPoolOfDoubles,
  col2imOfDoubles,
  im2colOfDoubles,
} from "./backends/wasm/kernels/double-windows.js";
import { sumOfBools, sumOfBytes, sumOfInt32 } from "./backends/wasm/kernels/integer-sums.js";
import { matmulOfBytes, matmulOfDoubles, matmulOfIntegers } from "./backends/wasm/kernels/plain-product.js";
import { wasmFormulaOfFactors } from "./backends/wasm/kernels/unit-factors.js";
import { load } from "./kernels/addition.js";

load(places, {
  formula: (formula, dtype) => (dtype === "float64" ? wasmDoubles(formula) : wasmFormulaOfFactors(formula, dtype)),
  sumOfInt32,
  sumOfBytes,
  sumOfBools,
  matmulOfDoubles,
  matmulOfIntegers,
  matmulOfBytes,
  convolutionInputGradientOfDoubles,
  convolutionOfDoubles,
  convolutionWeightGradientOfDoubles,
  lanesOfDoubles,
  countingOfDoubles,
  countingOfInt32,
  countingOfBytes,
  avgPoolOfDoubles,
  avgPoolBackwardOfDoubles,
  im2colOfDoubles,
  col2imOfDoubles,
  additionOfDoubles: addDoubles,
  uniformOfDoubles,
  normalOfDoubles,
  bernoulliOfDoubles,
  dropoutOfDoubles,
  fillOfDoubles,
  copyFromDoubles,
  copyToDoubles,
  copyOfDoubles: copyOfDoublesWork,
});
