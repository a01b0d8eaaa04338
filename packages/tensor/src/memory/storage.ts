// A Storage is the memory behind one tensor and all of its views: where it lies, whether it is still there, how often
// it was written. Not who frees it (memory/scope.ts), nor how a device finds room (the backends' allocators).
// While a step is recorded (compile/) its storages are promised: they have a size, and memory only once they are settled.

import { type DType, dtypeTraits, type TypedArray } from "../dtype.js";
import { FreedTensorError } from "../errors.js";

/** The names of the devices. `cpu` is WebAssembly; `reference` is plain loops over ordinary arrays, the oracle of tests. */
export type Device = "cpu" | "reference";

/** How a device gives and takes memory. */
export interface Allocator {
  readonly device: Device;
  /** Room for `byteLength` bytes, not cleared; returns its address, aligned to 16. May throw OutOfMemoryError. */
  allocate(byteLength: number): number;
  free(address: number): void;
  /** Where an address lies now. It may be another buffer after any `allocate`: do not hold on to it. */
  locate(address: number): { readonly buffer: ArrayBufferLike; readonly byteOffset: number };
}

/** Storages alive on devices, and their bytes; what `memoryStats` reports. */
export const storageCounts = { live: 0, bytes: 0 };

/** Storages up to this size outlive their scope, as copies in ordinary JavaScript memory: losses, counts. */
export const smallStorageBytes = 1024;

export class Storage {
  readonly allocator: Allocator;
  readonly byteLength: number;
  /** Counts in-place writes; backward compares it with what it was when a tensor was saved. */
  version = 0;
  /** Kept storages survive the scope in which they were born. */
  kept = false;
  /** The op that made it, for the message of a use after the end. */
  readonly madeBy: string;
  #address = 0;
  #where: "device" | "host" | "freed" | "promised" = "promised";
  /** Of a promised storage: computes what was recorded so far, because somebody reads it. */
  #compute: (() => void) | null = null;
  /** Why a freed storage is gone, and what to do about it. */
  #obituary = "was freed when its step ended; call .keep() or .item() inside the step";
  #host: ArrayBuffer | null = null;
  #cached: TypedArray | null = null;

  /** With `compute` it is only promised: `compute` shall settle it when it is read. */
  constructor(allocator: Allocator, byteLength: number, madeBy: string, compute: (() => void) | null = null) {
    this.allocator = allocator;
    this.byteLength = byteLength;
    this.madeBy = madeBy;
    if (compute === null) this.settle();
    else this.#compute = compute;
  }

  get freed(): boolean {
    return this.#where === "freed";
  }

  get promised(): boolean {
    return this.#where === "promised";
  }

  /** Takes memory for a promised storage. */
  settle(): void {
    if (this.#where !== "promised") return;
    this.#address = this.allocator.allocate(this.byteLength);
    this.#where = "device";
    this.#compute = null;
    storageCounts.live += 1;
    storageCounts.bytes += this.byteLength;
  }

  /** Ends a promised storage that never had memory; `obituary` is what a later use is told. */
  abandon(obituary: string): void {
    if (this.#where !== "promised" && this.#where !== "freed") return;
    this.#where = "freed";
    this.#compute = null;
    this.#obituary = obituary;
  }

  /** True while the bytes lie in JavaScript memory, after their scope ended. */
  get onHost(): boolean {
    return this.#where === "host";
  }

  /** The address on the device. Call {@link toDevice} first where the storage may have moved to the host. */
  get address(): number {
    if (this.#where === "promised") this.#compute?.();
    if (this.#where !== "device") throw this.#freedError();
    return this.#address;
  }

  /** All elements, in memory order. Valid until the next allocation. */
  elements(dtype: DType): TypedArray {
    const traits = dtypeTraits[dtype];
    const length = Math.floor(this.byteLength / traits.bytes);
    if (this.#where === "promised") this.#compute?.();
    if (this.#where === "freed") throw this.#freedError();
    if (this.#host !== null) return new traits.Array(this.#host, 0, length);
    const { buffer, byteOffset } = this.allocator.locate(this.#address);
    const cached = this.#cached;
    if (cached !== null && cached.buffer === buffer && cached.constructor === traits.Array) return cached;
    this.#cached = new traits.Array(buffer, byteOffset, length);
    return this.#cached;
  }

  free(): void {
    if (this.#where === "device") {
      this.allocator.free(this.#address);
      storageCounts.live -= 1;
      storageCounts.bytes -= this.byteLength;
    }
    this.#where = "freed";
    this.#host = null;
    this.#cached = null;
  }

  /** Leaves the device with a copy of the bytes in JavaScript memory, where the garbage collector sees to them. */
  toHost(): void {
    if (this.#where !== "device") return;
    const { buffer, byteOffset } = this.allocator.locate(this.#address);
    const host = new ArrayBuffer(this.byteLength);
    new Uint8Array(host).set(new Uint8Array(buffer, byteOffset, this.byteLength));
    this.free();
    this.#where = "host";
    this.#host = host;
  }

  /** Brings the bytes back to the device. Returns whether they had left it. */
  toDevice(): boolean {
    if (this.#where === "freed") throw this.#freedError();
    if (this.#host === null) return false;
    const bytes = new Uint8Array(this.#host);
    this.#address = this.allocator.allocate(this.byteLength);
    const { buffer, byteOffset } = this.allocator.locate(this.#address);
    new Uint8Array(buffer, byteOffset, this.byteLength).set(bytes);
    storageCounts.live += 1;
    storageCounts.bytes += this.byteLength;
    this.#where = "device";
    this.#host = null;
    return true;
  }

  #freedError(): FreedTensorError {
    return new FreedTensorError(`this tensor, made by ${this.madeBy}, ${this.#obituary}`);
  }
}
