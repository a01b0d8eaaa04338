// A formula as what ops compute by: each device's kernel of it, made when it is first asked for.

import { referenceFormula } from "../backends/reference/formulas.js";
import { wasmFormulaOfFactors } from "../backends/wasm/kernels/unit-factors.js";
import type { KernelFunction } from "../kernels/contract.js";
import { FoundOnce, type Implementation } from "../kernels/kernel.js";
import type { Device } from "../memory/storage.js";
import type { DType } from "../tensor/dtype.js";
import type { Formula } from "./formula.js";

/** Null where the reference device's loops are to do. */
const kernelOn: { readonly [At in Device]: (formula: Formula, dtype: DType) => KernelFunction | null } = {
  cpu: wasmFormulaOfFactors,
  reference: referenceFormula,
};

export class FormulaComputation extends FoundOnce {
  readonly name: string;
  readonly access = "elementwise";
  readonly formula: Formula;

  constructor(formula: Formula) {
    super();
    this.name = formula.name;
    this.formula = formula;
  }

  protected find(device: Device, dtype: DType): Implementation | null {
    if (!this.formula.dtypes.includes(dtype)) return null;
    const own = kernelOn[device](this.formula, dtype);
    if (own !== null) return { run: own, by: "own" };
    return { run: referenceFormula(this.formula, dtype), by: "reference" };
  }
}
