// The devices there are, each with its memory and its kernels, and the one place that picks a kernel.

import type { Formula } from "../formulas/formula.js";
import type { Allocator, Device } from "../memory/storage.js";
import type { DType } from "../tensor/dtype.js";
import type { Kernel, KernelName, KernelTable } from "./kernels.js";
import { referenceAllocator } from "./reference/allocator.js";
import { referenceKernels } from "./reference/backend.js";
import { referenceFormula } from "./reference/formulas.js";
import { wasmAllocator } from "./wasm/allocator.js";
import { wasmKernels } from "./wasm/backend.js";
import { wasmFormula } from "./wasm/kernels/formulas.js";

interface Backend {
  readonly allocator: Allocator;
  readonly kernels: KernelTable;
  /** The kernel of a formula; null where the reference device's is to do. */
  readonly formula: (formula: Formula, dtype: DType) => Kernel | null;
}

export const backends: { readonly [D in Device]: Backend } = {
  cpu: { allocator: wasmAllocator, kernels: wasmKernels, formula: wasmFormula },
  reference: { allocator: referenceAllocator, kernels: referenceKernels, formula: referenceFormula },
};

type Entries = { readonly [D in DType]?: Kernel | "reference" };

/** By formula: its kernels, made when they are first asked for. A kernel stays the same, by which plans know it. */
const formulaKernels: { readonly [D in Device]: WeakMap<Formula, Map<DType, Kernel>> } = {
  cpu: new WeakMap(),
  reference: new WeakMap(),
};

function formulaKernel(device: Device, formula: Formula, dtype: DType): Kernel | null {
  if (!formula.dtypes.includes(dtype)) return null;
  let kernels = formulaKernels[device].get(formula);
  if (kernels === undefined) {
    kernels = new Map();
    formulaKernels[device].set(formula, kernels);
  }
  let kernel = kernels.get(dtype);
  if (kernel === undefined) {
    kernel = backends[device].formula(formula, dtype) ?? referenceFormula(formula, dtype);
    kernels.set(dtype, kernel);
  }
  return kernel;
}

/** The kernel of a device for a dtype, or null where no device has it. */
export function findKernel(device: Device, name: KernelName | Formula, dtype: DType): Kernel | null {
  if (typeof name !== "string") return formulaKernel(device, name, dtype);
  const entry = (backends[device].kernels[name] as Entries)[dtype];
  const kernel = entry === "reference" ? (referenceKernels[name] as Entries)[dtype] : entry;
  return (kernel as Kernel | undefined) ?? null;
}
