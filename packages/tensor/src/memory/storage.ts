// A Storage is the memory behind one tensor and all of its views: where it lies, whether it is still there, how often
// it was written. Not who frees it (memory/scope.ts), nor how a device finds room (the backends' allocators).
// While a step is recorded (compile/) its storages are promised: they have a size, and memory only while they are computed.

import { FreedTensorError, OutOfMemoryError } from "../checks/errors.js";
import { type DType, dtypeTraits, type TypedArray } from "../tensor/dtype.js";
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

let marks = 0;

/** Storages up to this size outlive their scope, as copies in ordinary JavaScript memory: losses, counts. */
export const smallStorageBytes = 1024;

export class Storage {
  readonly allocator: Allocator;
  readonly byteLength: number;
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
  #address = 0;
  #isLent = false;
  #where: "device" | "host" | "freed" | "promised" = "promised";
  /** Computes what was recorded so far: set while recorded kernels are still to write what lies here. */
  #compute: (() => void) | null = null;
  /** Recorded kernels are still to use it: what would end it now is done when they have. */
  #awaited = false;
  #ending: "free" | "host" | null = null;
  /** Why a freed storage is gone, and what to do about it. */
  #obituary = "was freed when its step ended; call .keep() or .item() inside the step";
  /** Copies in other layouts, by name and size; each with the version that it is of. */
  readonly #copies = new Map<string, { readonly address: number; readonly version: number | null }>();
  /** Zero before the first copy; then it differs whenever copies were made or ended, and from other storages'. */
  #copiesMark = 0;
  #host: ArrayBuffer | null = null;
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
    if (this.#remains !== null)
      this.#remains.address = this.#where === "device" && !this.#isLent ? this.#address : null;
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
    return this.#where === "freed" || this.#ending === "free";
  }

  /** True while it has no memory because it has only been recorded how to compute it. */
  get promised(): boolean {
    return this.#where === "promised";
  }

  /** Tells that recorded kernels will use it; with `compute`, that they will write it. {@link settle} ends that. */
  await(compute: (() => void) | null): void {
    this.#awaited = true;
    this.#compute ??= compute;
  }

  /** Takes memory for a promised storage, or has it lent at an address until it evaporates. */
  materialize(lent: number | null = null): void {
    if (this.#where !== "promised") return;
    this.#address = lent ?? this.#allocate();
    this.#isLent = lent !== null;
    this.#where = "device";
    this.#noteAddress();
    storageCounts.live += 1;
    storageCounts.bytes += this.byteLength;
  }

  /** Gives the memory of a promised storage back, whose contents nobody needs any more, or which are to be computed anew. */
  evaporate(): void {
    if (this.#where !== "device") return;
    this.#giveBack();
    this.#where = "promised";
  }

  /** Recorded kernels have run: it is an ordinary storage, or ends as it was told to while they had not. */
  settle(): void {
    this.#awaited = false;
    this.#compute = null;
    const ending = this.#ending;
    this.#ending = null;
    if (ending === "free") this.free();
    else if (ending === "host") this.toHost();
  }

  /** Ends a promised storage that will not be computed; `obituary` is what a later use is told. */
  abandon(obituary: string): void {
    this.#awaited = false;
    this.#compute = null;
    if (this.#ending !== "free") this.#obituary = obituary;
    this.free();
  }

  /** True while the bytes lie in JavaScript memory, after their scope ended. */
  get onHost(): boolean {
    return this.#where === "host";
  }

  /** The address on the device, for kernels. Call {@link toDevice} first where the storage may have moved to the host. */
  get address(): number {
    if (this.#where !== "device") throw this.#freedError();
    return this.#address;
  }

  /** The same as {@link elements} for who must not see what was disposed of, if recorded kernels are still to read it. */
  read(dtype: DType): TypedArray {
    if (this.freed) throw this.#freedError();
    return this.elements(dtype);
  }

  /** All elements, in memory order, for JavaScript. Valid until the next allocation. */
  elements(dtype: DType): TypedArray {
    this.#compute?.();
    if (this.#where === "freed" || this.#where === "promised") throw this.#freedError();
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
    const sized = `${name} ${byteLength}`;
    const present = this.#copies.get(sized);
    if (present?.version === this.version) return present.address;
    const address = present?.address ?? this.allocator.allocate(byteLength);
    // Of no version until it is filled: that may fail.
    this.#copies.set(sized, { address, version: null });
    this.#markCopies();
    fill(address);
    this.#copies.set(sized, { address, version: this.version });
    return address;
  }

  /** Two numbers that stay the same for as long as all copies that there are stay where they are, and true. */
  get copiesState(): readonly [mark: number, version: number] {
    return [this.#copiesMark, this.version];
  }

  #markCopies(): void {
    marks += 1;
    this.#copiesMark = marks;
  }

  free(): void {
    if (this.#awaited) {
      this.#ending = "free";
      return;
    }
    if (this.#where === "device") this.#giveBack();
    this.#where = "freed";
    this.#host = null;
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

  /** Leaves the device as {@link toHost} does, unless recorded kernels are still to use it. Returns whether it did. */
  moveToHost(): boolean {
    if (this.#awaited || this.#where !== "device" || this.#isLent) return false;
    this.toHost();
    return true;
  }

  /** Leaves the device with a copy of the bytes in JavaScript memory, where the garbage collector sees to them. */
  toHost(): void {
    if (this.#awaited) {
      this.#ending ??= "host";
      return;
    }
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
    if (this.freed) throw this.#freedError();
    if (this.#host === null) return false;
    const bytes = new Uint8Array(this.#host);
    this.#address = this.#allocate();
    const { buffer, byteOffset } = this.allocator.locate(this.#address);
    new Uint8Array(buffer, byteOffset, this.byteLength).set(bytes);
    storageCounts.live += 1;
    storageCounts.bytes += this.byteLength;
    this.#where = "device";
    this.#host = null;
    this.#noteAddress();
    return true;
  }

  #giveBack(): void {
    if (this.#remains !== null) this.#remains.address = null;
    if (!this.#isLent) this.allocator.free(this.#address);
    this.#isLent = false;
    if (this.#copies.size > 0) this.#markCopies();
    for (const { address } of this.#copies.values()) this.allocator.free(address);
    this.#copies.clear();
    storageCounts.live -= 1;
    storageCounts.bytes -= this.byteLength;
    this.#cached = null;
  }

  #freedError(): FreedTensorError {
    return new FreedTensorError(`this tensor, made by ${this.madeBy}, ${this.#obituary}`);
  }
}
