// What a kernel's driver did, to be done again. A driver is the JavaScript that cuts work into tasks, makes tables and calls
// WebAssembly; where it would do the same for the same addresses, plans repeat what it did instead of running it. The runtime records
// and plays; when addresses are the same is the caller's to know.

import type { WasmMemory } from "./memory.js";
import type { Kernel } from "./runtime.js";
import type { WrittenJob } from "./threads/job.js";

export type Direct = (...values: number[]) => void;

export interface KernelJob extends WrittenJob {
  readonly kernels: ReadonlyMap<number, Kernel>;
}

type Entry =
  | { readonly kind: "call"; readonly direct: Direct; readonly values: readonly number[] }
  | { readonly kind: "job"; readonly job: KernelJob }
  | { readonly kind: "table"; readonly address: number; readonly words: Int32Array };

export interface CallLog {
  readonly entries: readonly Entry[];
  /** Threads and instructions that it was recorded with. */
  readonly situation: string;
  /** Bytes of work space. */
  readonly workBytes: number;
}

/** Work space for drivers that are recorded: theirs must lie at the same addresses each time. */
export interface WorkArea {
  readonly address: number;
  readonly byteLength: number;
  /** The most that a driver has wanted in this call. */
  wanted: number;
}

/** What lies between two pieces of work space: vectors may be read and written beyond the end. */
const slackBytes = 64;

/** Work space that drivers are lent from an area, one piece behind the other; the area is told how much they wanted. */
export class LentSpace {
  readonly #area: WorkArea;
  #top = 0;
  /** The most bytes that were lent at once, or would have been if the area had them. */
  most = 0;
  /** Whether all of it was of the area. */
  isWhole = true;

  constructor(area: WorkArea) {
    this.#area = area;
  }

  /** Lends work space of the area, or of the memory where that is too small. */
  withScratch<T>(byteLength: number, use: (address: number) => T, memory: WasmMemory): T {
    const before = this.#top;
    this.#top += Math.ceil((byteLength + slackBytes) / 64) * 64;
    this.most = Math.max(this.most, this.#top);
    this.#area.wanted = Math.max(this.#area.wanted, this.#top);
    if (this.#top > this.#area.byteLength) this.isWhole = false;
    try {
      return this.isWhole ? use(this.#area.address + before) : memory.withScratch(byteLength, use);
    } finally {
      this.#top = before;
    }
  }
}

export class Recorder {
  readonly space: LentSpace;
  readonly #entries: Entry[] = [];
  #isWhole = true;

  constructor(space: LentSpace) {
    this.space = space;
  }

  addCall(direct: Direct, values: readonly number[]): void {
    this.#entries.push({ kind: "call", direct, values });
  }

  /** The pool's book of the job is written over by the next one. */
  addJob({ words, tasks, localBytes, kernels }: KernelJob): void {
    this.#entries.push({ kind: "job", job: { words: words.slice(), tasks, localBytes, kernels: new Map(kernels) } });
  }

  addTable(address: number, words: Int32Array): void {
    this.#entries.push({ kind: "table", address, words });
  }

  giveUp(): void {
    this.#isWhole = false;
  }

  finish(situation: string): CallLog | null {
    const { isWhole, most } = this.space;
    return this.#isWhole && isWhole ? { entries: this.#entries, situation, workBytes: most } : null;
  }
}
