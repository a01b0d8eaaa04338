// memoryStats: what tensors hold, at this moment.

import { scopeDepth } from "./scope.js";
import { storageCounts } from "./storage-counts.js";

export interface MemoryStats {
  /** Storages alive on devices; views share one. */
  readonly storages: number;
  /** Their bytes. */
  readonly bytes: number;
  /** Step scopes that are open. */
  readonly scopes: number;
}

/**
 * What tensors hold on all devices.
 *
 * @example
 * ```ts
 * import { memoryStats, zeros } from "@bernoulli/tensor";
 * const before = memoryStats().bytes;
 * const x = zeros(1000);
 * memoryStats().bytes - before; // → 4000
 * x.dispose();
 * memoryStats().bytes - before; // → 0
 * ```
 */
export function memoryStats(): MemoryStats {
  return { storages: storageCounts.live, bytes: storageCounts.bytes, scopes: scopeDepth() };
}
