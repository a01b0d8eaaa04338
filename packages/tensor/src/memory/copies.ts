// Copies of what lies in a storage, in other layouts: weights as convolutions read them. They end with its memory.

import type { Allocator } from "./storage.js";

let marks = 0;

export class Copies {
  /** By name and size; each with the version of the storage that it is of. */
  readonly #made = new Map<string, { readonly address: number; readonly version: number | null }>();
  #mark = 0;

  /** Differs whenever copies were made or ended, and from other storages'. */
  get mark(): number {
    return this.#mark;
  }

  /** The address of a copy, which `fill` makes where there is none of this version. */
  at(name: string, byteLength: number, version: number, by: Allocator, fill: (address: number) => void): number {
    const sized = `${name} ${byteLength}`;
    const present = this.#made.get(sized);
    if (present?.version === version) return present.address;
    const address = present?.address ?? by.allocate(byteLength);
    // Of no version until it is filled: that may fail.
    this.#made.set(sized, { address, version: null });
    this.#mark = ++marks;
    fill(address);
    this.#made.set(sized, { address, version });
    return address;
  }

  end(allocator: Allocator): void {
    if (this.#made.size > 0) this.#mark = ++marks;
    for (const { address } of this.#made.values()) allocator.free(address);
    this.#made.clear();
  }
}
