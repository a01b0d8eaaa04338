// A formula as what ops compute by: each device's kernel of it, made when it is first asked for.

import { referenceFormula } from "../backends/reference/formulas.js";
import * as ofDTypes from "../backends/wasm/additions/dtypes.js";
import { wasmFormula } from "../backends/wasm/kernels/formulas.js";
import { inPlaceOf } from "../kernels/addition.js";
import type { KernelFunction } from "../kernels/contract.js";
import { FoundOnce, type Implementation } from "../kernels/kernel.js";
import type { Device } from "../memory/storage.js";
import type { DType } from "../tensor/dtype.js";
import type { Formula } from "./formula.js";

/** Null where the reference device's loops are to do. */
const kernelOn: { readonly [At in Device]: (formula: Formula, dtype: DType) => KernelFunction | null } = {
  cpu: (formula, dtype) => {
    if (dtype === "float32") return wasmFormula(formula, dtype);
    if (ofDTypes.formula.loaded !== null) return ofDTypes.formula.loaded(formula, dtype);
    return dtype === "float64" ? null : wasmFormula(formula, dtype);
  },
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
    const run = referenceFormula(this.formula, dtype);
    const isLeftOut = dtype === "float64" && ofDTypes.formula.loaded === null;
    return {
      run: isLeftOut ? inPlaceOf(`${this.name} of ${dtype}`, ofDTypes.formula.from, run) : run,
      by: "reference",
    };
  }
}
