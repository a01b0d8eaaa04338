// Writes a job down: tasks, their calls, and the calls' arguments, as the words that wrappers in the kernels' modules read
// (assembler/module.ts). Who runs it is pool.ts's affair.

import type { Kernel } from "../runtime.js";
import { callWords, mostTasks } from "./protocol.js";

/**
 * Addresses from here on are a thread's own room: the task that is given one sees the room of the thread that runs it.
 * Real addresses have 32 bits.
 */
const localBase = 2 ** 40;

/** A job as it is handed to the pool. */
export interface WrittenJob {
  readonly words: Int32Array;
  /** Where each task begins, in words, and the end of the last. */
  readonly tasks: readonly number[];
  /** Bytes of room that each thread needs. */
  readonly localBytes: number;
}

export class Job {
  #words = new Int32Array(4096);
  #floats = new Float32Array(this.#words.buffer);
  #length = 0;
  /** Where each task begins, in words. */
  readonly #tasks: number[] = [];
  #localTop = 0;
  #localBytes = 0;

  get taskCount(): number {
    return this.#tasks.length;
  }

  clear(): void {
    this.#length = 0;
    this.#tasks.length = 0;
    this.#localTop = 0;
    this.#localBytes = 0;
  }

  /** Begins a task, which the next calls belong to; where there are too many, the last one goes on. */
  beginTask(): void {
    if (this.#tasks.length < mostTasks) this.#tasks.push(this.#length);
    this.#localTop = 0;
  }

  call(kernel: Kernel, entry: number, codeAddress: number, values: readonly number[]): void {
    const { bytes, entries } = kernel;
    const { types } = entries[entry]!;
    const size = callWords + 1 + types.length;
    if (this.#length + size > this.#words.length) this.#grow();
    const words = this.#words;
    const at = this.#length;
    words[at] = kernel.id;
    words[at + 1] = entry;
    words[at + 2] = codeAddress;
    words[at + 3] = bytes.length;
    words[at + 4] = size;
    let locals = 0;
    for (let i = 0; i < types.length; i += 1) {
      const value = values[i]!;
      const to = at + callWords + 1 + i;
      if (types[i] === "f32") this.#floats[to] = value;
      else if (value >= localBase) {
        locals |= 1 << i;
        words[to] = value - localBase;
      } else words[to] = value;
    }
    words[at + callWords] = locals;
    this.#length += size;
  }

  /** Lends `use` room of the thread that runs the task, until the task's later calls are written down. */
  withLocal<T>(byteLength: number, use: (address: number) => T): T {
    const before = this.#localTop;
    // A cache line between, as behind blocks of the memory: vectors may be read and written beyond the end.
    this.#localTop += Math.ceil((byteLength + 64) / 64) * 64;
    this.#localBytes = Math.max(this.#localBytes, this.#localTop);
    try {
      return use(localBase + before);
    } finally {
      this.#localTop = before;
    }
  }

  /** What was written down; valid until the job is cleared. */
  get written(): WrittenJob {
    return {
      words: this.#words.subarray(0, this.#length),
      tasks: [...this.#tasks, this.#length],
      localBytes: this.#localBytes,
    };
  }

  #grow(): void {
    const words = new Int32Array(2 * this.#words.length);
    words.set(this.#words);
    this.#words = words;
    this.#floats = new Float32Array(words.buffer);
  }
}
