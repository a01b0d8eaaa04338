// The devices there are, each with its memory and its kernels, and the one place that picks a kernel.

import type { DType } from "../dtype.js";
import type { Allocator, Device } from "../memory/storage.js";
import type { Kernel, KernelName, KernelTable } from "./kernels.js";
import { referenceAllocator } from "./reference/allocator.js";
import { referenceKernels } from "./reference/backend.js";
import { wasmAllocator, wasmKernels } from "./wasm/backend.js";

interface Backend {
  readonly allocator: Allocator;
  readonly kernels: KernelTable;
}

export const backends: { readonly [D in Device]: Backend } = {
  cpu: { allocator: wasmAllocator, kernels: wasmKernels },
  reference: { allocator: referenceAllocator, kernels: referenceKernels },
};

type Entries = { readonly [D in DType]?: Kernel | "reference" };

/** The kernel of a device for a dtype, or null where no device has it. */
export function findKernel(device: Device, name: KernelName, dtype: DType): Kernel | null {
  const entry = (backends[device].kernels[name] as Entries)[dtype];
  const kernel = entry === "reference" ? (referenceKernels[name] as Entries)[dtype] : entry;
  return (kernel as Kernel | undefined) ?? null;
}
