// What is left on the device when a kept storage is collected: parameters, buffers and optimizer state of a model that was dropped.
// Where the event loop turns, a finalizer gives it back. Registering costs microseconds, so that only what stays on the device
// outside scopes is registered, once; a gradient goes with the leaf that it belongs to. Loops are unscoped.ts's affair.

import type { Copies } from "./copies.js";
import type { Allocator } from "./storage.js";
import { storageCounts } from "./storage-counts.js";

/** Where a storage and its copies lie, without the storage. */
export interface Remains {
  readonly allocator: Allocator;
  readonly byteLength: number;
  copies: Copies | null;
  /** Null while it has no memory of its own. */
  address: number | null;
  /** The remains of gradients: nothing refers to them but the leaf. */
  readonly gradients: Set<Remains>;
}

const registry = new FinalizationRegistry<Remains>(giveBack);

export function finalizeWith(storage: object, remains: Remains): void {
  registry.register(storage, remains);
}

function giveBack({ allocator, byteLength, copies, address, gradients }: Remains): void {
  if (address !== null) {
    allocator.free(address);
    copies?.end(allocator);
    storageCounts.live -= 1;
    storageCounts.bytes -= byteLength;
  }
  for (const gradient of gradients) giveBack(gradient);
}
