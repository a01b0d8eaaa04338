// A Storage is the memory behind one tensor and all of its views: where it lies, whether it is still there, how often it was
// written. What may become of it when is life.ts's tables; here the memory is taken and given back as they say. Not who frees it
// (memory/scope.ts), nor how a device finds room (the backends' allocators), nor who computes what is promised (compile/).

import { FreedTensorError, OutOfMemoryError } from "../checks/errors.js";
import { type DType, dtypeTraits, type TypedArray } from "../tensor/dtype.js";
import { Copies } from "./copies.js";
import { type Deferred, type Happening, type Place, places, type Wait, waits } from "./life.js";
import { finalizeWith, type Remains } from "./remains.js";
import type { Scope } from "./scope.js";
import { storageCounts } from "./storage-counts.js";
import { relieve } from "./unscoped.js";

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

/** Storages up to this size outlive their scope, as copies in ordinary JavaScript memory: losses, counts. */
export const smallStorageBytes = 1024;

export class Storage {
  readonly allocator: Allocator;
  readonly byteLength: number;
  /** Whether it was made in inference mode: no backward may read it. */
  isInference = false;
  /** Counts in-place writes; backward compares it with what it was when a tensor was saved. */
  version = 0;
  /** Whether somebody asked to keep it, and of how many kept leaves it is the gradient. */
  #asked = false;
  #gradientOf = 0;
  /** What a finalizer will find, once it has been kept. */
  #remains: Remains | null = null;
  /** The storage of the leaf whose gradient it is, while it is kept for that. */
  #leaf: Storage | null = null;
  /** The open scope that ends it, unless it is kept. */
  home: Scope | null = null;
  /** No scope ends it for certain, so that it may move to JavaScript memory; when it was last used, and whether unscoped.ts has an entry of it. */
  isUnscoped = false;
  lastUse = 0;
  isListed = false;
  /** The op that made it, for the message of a use after the end. */
  readonly madeBy: string;
  #place: Place = "promised";
  #wait: Wait = "none";
  /** On the device, its own or lent; and in JavaScript memory. */
  #address = 0;
  #host: ArrayBuffer | null = null;
  /** Computes what was recorded so far: set while recorded kernels are still to write what lies here. */
  #compute: (() => void) | null = null;
  /** Why a freed storage is gone, and what to do about it. */
  #obituary = "was freed when its step ended; call .keep() or .item() inside the step";
  #copies: Copies | null = null;
  #cached: TypedArray | null = null;

  /** With `compute` it is only promised: `compute` is called when it is read, and shall fill it. */
  constructor(allocator: Allocator, byteLength: number, madeBy: string, compute: (() => void) | null = null) {
    this.allocator = allocator;
    this.byteLength = byteLength;
    this.madeBy = madeBy;
    if (compute === null) this.materialize();
    else this.await(compute);
  }

  /** Kept storages survive the scope in which they were born, and are given back when they are collected. */
  get kept(): boolean {
    return this.#asked || this.#gradientOf > 0;
  }

  set kept(value: boolean) {
    this.#asked = value;
    if (!value) this.#leaveLeaf();
    else if (this.#remains === null) finalizeWith(this, this.#makeRemains());
  }

  /** Keeps it as a leaf's gradient: it is given back with the leaf, and holds the leaf until then; with itself, where it is anything else. */
  keepAsGradientOf(leaf: Storage): void {
    this.#gradientOf += 1;
    if (this.#remains === null && leaf.#remains !== null) {
      this.#leaf = leaf;
      leaf.#remains.gradients.add(this.#makeRemains());
    } else if (this.#remains === null) finalizeWith(this, this.#makeRemains());
    else this.#leaveLeaf();
  }

  /** It is one leaf's gradient no more. */
  releaseAsGradient(): void {
    this.#gradientOf -= 1;
    this.#leaveLeaf();
  }

  #makeRemains(): Remains {
    const { allocator, byteLength } = this;
    this.#remains = { allocator, byteLength, copies: this.#copies, address: null, gradients: new Set() };
    this.#noteAddress();
    return this.#remains;
  }

  #noteAddress(): void {
    if (this.#remains !== null) this.#remains.address = this.#place === "device" ? this.#address : null;
  }

  /** What is left of it is not the leaf's any more: nobody's, unless it is kept for something else. */
  #leaveLeaf(): void {
    if (this.#leaf === null) return;
    this.#leaf.#remains!.gradients.delete(this.#remains!);
    this.#leaf = null;
    if (this.kept) finalizeWith(this, this.#remains!);
    else this.#remains = null;
  }

  get freed(): boolean {
    return this.#place === "ended" || this.#wait === "endLater";
  }

  /** True while it has no memory because it has only been recorded how to compute it. */
  get promised(): boolean {
    return this.#place === "promised";
  }

  /** Tells that recorded kernels will use it; with `compute`, that they will write it. {@link settle} ends that. */
  await(compute: (() => void) | null): void {
    this.#wait = waits[this.#wait].await;
    this.#compute ??= compute;
  }

  /** Takes memory for a promised storage, or has it lent at an address until it evaporates. */
  materialize(lent: number | null = null): void {
    if (lent === null) this.#go("materialize");
    else this.#go("lend", lent);
  }

  /** Gives the memory of a promised storage back, whose contents nobody needs any more, or which are to be computed anew. */
  evaporate(): void {
    this.#go("evaporate");
  }

  /** Recorded kernels have run: it is an ordinary storage, or ends as it was told to while they had not. */
  settle(): void {
    this.#compute = null;
    const { settle } = waits[this.#wait];
    this.#wait = "none";
    if (settle !== null) this.#go(settle);
  }

  /** Ends a promised storage that will not be computed; `obituary` is what a later use is told. */
  abandon(obituary: string): void {
    this.#compute = null;
    if (this.#wait !== "endLater") this.#obituary = obituary;
    this.#wait = "none";
    this.#go("free");
  }

  /** True while the bytes lie in JavaScript memory, after their scope ended. */
  get onHost(): boolean {
    return this.#place === "host";
  }

  /** The address on the device, for kernels. Call {@link toDevice} first where the storage may have moved to the host. */
  get address(): number {
    if (places[this.#place].address === "refused") throw this.#freedError();
    return this.#address;
  }

  /** The same as {@link elements} for who must not see what was disposed of, if recorded kernels are still to read it. */
  read(dtype: DType): TypedArray {
    if (waits[this.#wait].read === "refused") throw this.#freedError();
    return this.elements(dtype);
  }

  /** All elements, in memory order, for JavaScript. Valid until the next allocation. */
  elements(dtype: DType): TypedArray {
    this.#compute?.();
    if (places[this.#place].elements === "refused") throw this.#freedError();
    const traits = dtypeTraits[dtype];
    const length = Math.floor(this.byteLength / traits.bytes);
    if (this.#host !== null) return new traits.Array(this.#host, 0, length);
    const { buffer, byteOffset } = this.allocator.locate(this.#address);
    const cached = this.#cached;
    if (cached !== null && cached.buffer === buffer && cached.constructor === traits.Array) return cached;
    this.#cached = new traits.Array(buffer, byteOffset, length);
    return this.#cached;
  }

  /**
   * The address of a copy of what lies here in another layout, which ends with the storage. `fill` makes it, and makes it anew
   * after a write: so no recorded kernel may be still to write here.
   */
  copyAs(name: string, byteLength: number, fill: (address: number) => void): number {
    if (this.#copies === null) {
      this.#copies = new Copies();
      if (this.#remains !== null) this.#remains.copies = this.#copies;
    }
    return this.#copies.at(name, byteLength, this.version, this.allocator, fill);
  }

  /** Two numbers that stay the same for as long as all copies that there are stay where they are, and true. */
  get copiesState(): readonly [mark: number, version: number] {
    return [this.#copies?.mark ?? 0, this.version];
  }

  free(): void {
    this.#happen("free");
  }

  /** Leaves the device with a copy of the bytes in JavaScript memory, where the garbage collector sees to them. */
  toHost(): void {
    this.#happen("toHost");
  }

  /** Leaves the device as {@link toHost} does, unless recorded kernels are still to use it. Returns whether it did. */
  moveToHost(): boolean {
    return this.#happen("moveToHost");
  }

  /** Brings the bytes back to the device. Returns whether they had left it. */
  toDevice(): boolean {
    return this.#happen("toDevice");
  }

  /** As {@link #go}, unless it is put off until recorded kernels have run. */
  #happen(what: Exclude<Deferred, "read">): boolean {
    const wait = waits[this.#wait][what];
    if (wait === "now") return this.#go(what);
    if (wait === "refused") throw this.#freedError();
    this.#wait = wait;
    return false;
  }

  /** Goes where the table says, and takes, gives back or copies what that needs. Returns whether it is elsewhere now. */
  #go(what: Happening, lent: number | null = null): boolean {
    const place = this.#place;
    const next = places[place][what];
    if (next === place) return false;
    if (next === "refused") throw this.#freedError();
    const bytes = next === "host" ? this.#copyOfBytes() : null;
    if (next === "device" || next === "lent") this.#take(lent);
    else if (place === "device" || place === "lent") this.#giveBack();
    this.#host = bytes;
    this.#place = next;
    this.#noteAddress();
    return true;
  }

  /** May fail: before anything has changed. */
  #take(lent: number | null): void {
    this.#address = lent ?? this.#allocate();
    if (this.#host !== null) {
      const { buffer, byteOffset } = this.allocator.locate(this.#address);
      new Uint8Array(buffer, byteOffset, this.byteLength).set(new Uint8Array(this.#host));
    }
    storageCounts.live += 1;
    storageCounts.bytes += this.byteLength;
  }

  #copyOfBytes(): ArrayBuffer {
    const { buffer, byteOffset } = this.allocator.locate(this.#address);
    const host = new ArrayBuffer(this.byteLength);
    new Uint8Array(host).set(new Uint8Array(buffer, byteOffset, this.byteLength));
    return host;
  }

  /** Room on the device, for which others make place where there is none. */
  #allocate(): number {
    try {
      return this.allocator.allocate(this.byteLength);
    } catch (error) {
      if (!(error instanceof OutOfMemoryError) || !relieve(0)) throw error;
      return this.allocator.allocate(this.byteLength);
    }
  }

  #giveBack(): void {
    if (this.#place === "device") this.allocator.free(this.#address);
    this.#copies?.end(this.allocator);
    storageCounts.live -= 1;
    storageCounts.bytes -= this.byteLength;
    this.#cached = null;
  }

  #freedError(): FreedTensorError {
    return new FreedTensorError(`this tensor, made by ${this.madeBy}, ${this.#obituary}`);
  }
}
