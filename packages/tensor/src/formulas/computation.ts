// A formula as what ops compute by: each device's kernel of it, made when it is first asked for.

import { referenceFormula } from "../backends/reference/formulas.js";
import { wasmFormula } from "../backends/wasm/kernels/formulas.js";
import type { KernelFunction } from "../kernels/contract.js";
import type { Computation, Implementation } from "../kernels/kernel.js";
import type { Device } from "../memory/storage.js";
import type { DType } from "../tensor/dtype.js";
import type { Formula } from "./formula.js";

/** Null where the reference device's loops are to do. */
const kernelOn: { readonly [At in Device]: (formula: Formula, dtype: DType) => KernelFunction | null } = {
  cpu: wasmFormula,
  reference: referenceFormula,
};

export class FormulaComputation implements Computation {
  readonly name: string;
  readonly access = "elementwise";
  readonly formula: Formula;
  readonly #found: { [At in Device]?: Map<DType, Implementation> } = {};

  constructor(formula: Formula) {
    this.name = formula.name;
    this.formula = formula;
  }

  on(device: Device, dtype: DType): Implementation | null {
    if (!this.formula.dtypes.includes(dtype)) return null;
    const found = (this.#found[device] ??= new Map());
    let implementation = found.get(dtype);
    if (implementation === undefined) {
      const own = kernelOn[device](this.formula, dtype);
      implementation =
        own === null ? { run: referenceFormula(this.formula, dtype), by: "reference" } : { run: own, by: "own" };
      found.set(dtype, implementation);
    }
    return implementation;
  }
}
