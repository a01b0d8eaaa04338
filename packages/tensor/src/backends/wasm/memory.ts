// The allocator of the `cpu` device: blocks within one WebAssembly.Memory, which grows up to a maximum.
// The book-keeping lies in JavaScript, so that no kernel can spoil it. Who frees what is memory/scope.ts's affair.

import { OutOfMemoryError } from "../../checks/errors.js";
import type { Allocator } from "../../memory/storage.js";
import { maximumPages } from "./assembler/index.js";
import { type Block, FreeLists } from "./free-lists.js";
import { wantWebAssembly } from "./instances.js";
import { canShareMemory } from "./threads/host.js";

const pageBytes = 65536;
/** Blocks start at multiples of a cache line, and each is followed by as much that belongs to nobody. */
const alignment = 64;
/** Vector kernels may read and write this far past the end of a block. */
export const slackBytes = 64;
/** Address 0 is never handed out, so that it can be told from an address. */
const firstAddress = alignment;
/** The memory grows by at least this much, and by an eighth of itself: growing detaches every view of it. */
const growthBytes = 16 * 1024 * 1024;

export interface WasmMemoryOptions {
  /** In bytes, rounded up to pages of 64 KiB. Default: 4 GiB, or as much below it as the platform grants. */
  readonly maximumBytes?: number;
}

export interface WasmMemoryStats {
  /** Blocks that are handed out, and what was asked for in them. */
  readonly blocksLive: number;
  readonly bytesLive: number;
  /** Of these, the work space of kernels that are running: 0 between kernels. */
  readonly scratchBytesLive: number;
  /** The most that was ever live at once. */
  readonly bytesPeak: number;
  /** What the memory has grown to, and how far it may grow. */
  readonly bytesReserved: number;
  readonly bytesMaximum: number;
}

/** The device's memory is at its maximum; carries what was wanted and how the memory stood. */
export class WasmOutOfMemoryError extends OutOfMemoryError {
  readonly bytesWanted: number;
  readonly stats: WasmMemoryStats;

  constructor(bytesWanted: number, stats: WasmMemoryStats) {
    const { bytesLive, blocksLive, bytesReserved, bytesMaximum } = stats;
    super(
      `cpu: out of memory: wanted ${bytesWanted} bytes while ${bytesLive} bytes in ${blocksLive} blocks are live ` +
        `(reserved ${bytesReserved}, maximum ${bytesMaximum}); free what is no longer needed by ending its scope, ` +
        "or take smaller batches",
    );
    this.bytesWanted = bytesWanted;
    this.stats = stats;
  }
}

/** Not for want of memory: engines set 8 to 10 GiB of addresses aside for a memory of any size, which costs nothing by itself. */
export function noAddressSpace(cause: unknown): OutOfMemoryError {
  return new OutOfMemoryError(
    "cpu: the platform sets no address space aside for WebAssembly: wanted a memory of 64 KiB at least, for which Node " +
      "takes some 10 GiB of addresses. Raise this process's limit (ulimit -v unlimited, or 16000000 and more), or run it " +
      "by node --disable-wasm-trap-handler, which takes no more addresses than memory",
    { cause },
  );
}

/** Makes the memory, halving the maximum while the platform refuses to set so much address space aside. */
function createMemory(maximumBytes: number): { memory: WebAssembly.Memory; maximumBytes: number } {
  let pages = Math.min(maximumPages, Math.max(1, Math.ceil(maximumBytes / pageBytes)));
  wantWebAssembly();
  for (;;) {
    try {
      const memory = new WebAssembly.Memory({ initial: 1, maximum: pages, shared: canShareMemory() });
      return { memory, maximumBytes: pages * pageBytes };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      if (pages === 1) throw noAddressSpace(error);
      pages = Math.ceil(pages / 2);
    }
  }
}

/** Bytes of the block that holds so many: with those that belong to nobody, in whole cache lines. */
export function sizeOfBlock(byteLength: number): number {
  return Math.ceil((byteLength + slackBytes) / alignment) * alignment;
}

export class WasmMemory implements Allocator {
  readonly device = "cpu";
  /** Made when it is first wanted: importing the library sets no address space aside. */
  #memory: WebAssembly.Memory | null = null;
  #maximumBytes: number;
  readonly #blocks = new Map<number, Block>();
  readonly #free = new FreeLists();
  /** The block that ends where the memory ends. */
  #last: Block;
  #bytesLive = 0;
  #bytesPeak = 0;
  #scratchBytesLive = 0;
  #liveBlocks = 0;

  constructor({ maximumBytes = maximumPages * pageBytes }: WasmMemoryOptions = {}) {
    this.#maximumBytes = maximumBytes;
    this.#last = {
      address: firstAddress,
      size: pageBytes - firstAddress,
      requested: null,
      before: null,
      after: null,
      nextFree: null,
      previousFree: null,
    };
    this.#blocks.set(this.#last.address, this.#last);
    this.#free.add(this.#last);
  }

  get memory(): WebAssembly.Memory {
    if (this.#memory === null) {
      const { memory, maximumBytes } = createMemory(this.#maximumBytes);
      this.#memory = memory;
      this.#maximumBytes = maximumBytes;
    }
    return this.#memory;
  }

  /** Whether threads can share it. */
  get isShared(): boolean {
    return !(this.memory.buffer instanceof ArrayBuffer);
  }

  /** @throws WasmOutOfMemoryError where the memory cannot grow far enough. */
  allocate(byteLength: number): number {
    const size = sizeOfBlock(byteLength);
    const block = this.#free.take(size) ?? this.#grow(size, byteLength);
    this.#splitAfter(block, size);
    return this.#handOut(block, byteLength);
  }

  /**
   * The same as far back as it goes. Who takes the same again and again, and gives it back before long, gets the same place each
   * time, whatever comes and goes in front.
   */
  allocateLast(byteLength: number): number {
    const size = sizeOfBlock(byteLength);
    const block = this.#free.takeLast(size) ?? this.#grow(size, byteLength);
    const front = block.size - size;
    if (front === 0) return this.#handOut(block, byteLength);
    block.size = front;
    this.#free.add(block);
    return this.#handOut(this.#insertAfter(block, block.address + front, size), byteLength);
  }

  #handOut(block: Block, byteLength: number): number {
    block.requested = byteLength;
    this.#liveBlocks += 1;
    this.#bytesLive += byteLength;
    this.#bytesPeak = Math.max(this.#bytesPeak, this.#bytesLive);
    return block.address;
  }

  free(address: number): void {
    const block = this.#blocks.get(address);
    if (block === undefined || block.requested === null) throw new Error(`cpu: no live block at address ${address}`);
    this.#liveBlocks -= 1;
    this.#bytesLive -= block.requested;
    block.requested = null;
    this.#free.add(this.#mergeWithFreeNeighbours(block));
  }

  /** Takes back the end of a block: so many bytes stay, where they lie. */
  shorten(address: number, byteLength: number): void {
    const block = this.#blocks.get(address);
    if (block === undefined || block.requested === null) throw new Error(`cpu: no live block at address ${address}`);
    const size = sizeOfBlock(byteLength);
    if (size >= block.size) return;
    this.#bytesLive -= block.requested - byteLength;
    block.requested = byteLength;
    const rest = this.#insertAfter(block, address + size, block.size - size);
    block.size = size;
    this.#free.add(this.#mergeWithFreeNeighbours(rest));
  }

  locate(address: number): { readonly buffer: ArrayBufferLike; readonly byteOffset: number } {
    return { buffer: this.memory.buffer, byteOffset: address };
  }

  /** Lends `byteLength` bytes of work space to `use`, and takes them back at its end. */
  withScratch<T>(byteLength: number, use: (address: number) => T): T {
    const address = this.allocate(byteLength);
    this.#scratchBytesLive += byteLength;
    try {
      return use(address);
    } finally {
      this.#scratchBytesLive -= byteLength;
      this.free(address);
    }
  }

  /** The most that is live at once while `run` runs, what is live already included. */
  peakOf(run: () => void): number {
    const before = this.#bytesPeak;
    this.#bytesPeak = this.#bytesLive;
    try {
      run();
      return this.#bytesPeak;
    } finally {
      this.#bytesPeak = Math.max(before, this.#bytesPeak);
    }
  }

  stats(): WasmMemoryStats {
    return {
      blocksLive: this.#liveBlocks,
      bytesLive: this.#bytesLive,
      scratchBytesLive: this.#scratchBytesLive,
      bytesPeak: this.#bytesPeak,
      bytesReserved: this.#memory?.buffer.byteLength ?? 0,
      bytesMaximum: this.#maximumBytes,
    };
  }

  /** All blocks from the first address to the last, for tests of the book-keeping. */
  *blocks(): Iterable<{ readonly address: number; readonly size: number; readonly live: boolean }> {
    for (let block = this.#blocks.get(firstAddress) ?? null; block !== null; block = block.after) {
      yield { address: block.address, size: block.size, live: block.requested !== null };
    }
  }

  /** Appends pages until a free block of `size` bytes ends the memory, and takes that block. */
  #grow(size: number, bytesWanted: number): Block {
    const reserved = this.memory.buffer.byteLength;
    const free = this.#last.requested === null ? this.#last.size : 0;
    const needed = size - free;
    const available = this.#maximumBytes - reserved;
    if (needed > available) throw new WasmOutOfMemoryError(bytesWanted, this.stats());
    const generous = Math.min(Math.max(needed, growthBytes, reserved / 8), available);
    const grown = this.#tryToGrow(generous) ?? this.#tryToGrow(needed);
    if (grown === null) throw new WasmOutOfMemoryError(bytesWanted, this.stats());
    const block = this.#insertAfter(this.#last, reserved, grown);
    return this.#mergeWithFreeNeighbours(block);
  }

  /** Returns the bytes by which the memory grew, or null where the platform refused. */
  #tryToGrow(byteLength: number): number | null {
    const pages = Math.ceil(byteLength / pageBytes);
    try {
      this.memory.grow(pages);
      return pages * pageBytes;
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  #insertAfter(before: Block, address: number, size: number): Block {
    const { after } = before;
    const block: Block = { address, size, requested: null, before, after, nextFree: null, previousFree: null };
    before.after = block;
    if (after === null) this.#last = block;
    else after.before = block;
    this.#blocks.set(address, block);
    return block;
  }

  /** Shortens a block to `size` and gives the rest back to the free lists. */
  #splitAfter(block: Block, size: number): void {
    const rest = block.size - size;
    if (rest === 0) return;
    block.size = size;
    this.#free.add(this.#insertAfter(block, block.address + size, rest));
  }

  #mergeWithFreeNeighbours(block: Block): Block {
    let merged = block;
    if (merged.after !== null && merged.after.requested === null) {
      this.#free.remove(merged.after);
      this.#absorbNext(merged);
    }
    const { before } = merged;
    if (before !== null && before.requested === null) {
      this.#free.remove(before);
      this.#absorbNext(before);
      merged = before;
    }
    return merged;
  }

  /** Joins the block behind to this one. */
  #absorbNext(block: Block): void {
    const next = block.after as Block;
    block.size += next.size;
    block.after = next.after;
    if (next.after === null) this.#last = block;
    else next.after.before = block;
    this.#blocks.delete(next.address);
  }
}
