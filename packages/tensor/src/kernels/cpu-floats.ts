// What the cpu computes of float32 in a pass of its own, and all else as a composition, which is the op's affair: no kernel of the
// contract, since no device has to have it.

import type { Device } from "../memory/storage.js";
import type { DType } from "../tensor/dtype.js";
import type { KernelFunction } from "./contract.js";
import { FoundOnce, type Implementation } from "./kernel.js";

export class CpuFloats extends FoundOnce {
  readonly name: string;
  readonly access = "opaque";
  readonly #make: () => KernelFunction;

  constructor(name: string, make: () => KernelFunction) {
    super();
    this.name = name;
    this.#make = make;
  }

  protected find(device: Device, dtype: DType): Implementation | null {
    return isCpuFloats({ device, dtype }) ? { run: this.#make(), by: "own" } : null;
  }
}

export function isCpuFloats({ device, dtype }: { readonly device: Device; readonly dtype: DType }): boolean {
  return device === "cpu" && dtype === "float32";
}
