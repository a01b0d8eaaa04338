// Compiles emitted modules, keeps the instances of one memory, and runs them: at once, or as tasks that threads share.
// What is emitted is the kernels' affair (kernels/*.ts); threads/ has the threads.

import { warnOnce } from "../../checks/warn.js";
import type { Operand } from "../../kernels/contract.js";
import { type ModuleBuilder, recordSuffix } from "./assembler/index.js";
import type { CallLog, Direct, KernelJob, LentSpace, Recorder } from "./call-log.js";
import { instantiate } from "./instances.js";
import { WasmMemory } from "./memory.js";
import { getSimd, type Simd } from "./simd.js";
import { chosenThreads, getNumThreads } from "./threads/count.js";
import { Job } from "./threads/job.js";
import { Pool } from "./threads/pool.js";
import { callWords } from "./threads/protocol.js";
import { mostParts, mostSpread, split } from "./threads/split.js";

/** A kernel holds some kilobytes of machine code; a training program needs dozens of them. */
const defaultCapacity = 512;

/** Below this many nanoseconds a job is not worth waking a thread for. */
const leastWork = 20_000;
/** To write a task down and to claim it takes about a tenth of this. */
const leastOfTask = 10_000;

/** Tasks that work of that length is worth cutting into. */
function tasksWorth(nanoseconds: number): number {
  return Math.max(2, Math.ceil(nanoseconds / leastOfTask));
}

interface Entry {
  readonly types: readonly string[];
  readonly direct: Direct;
  /** The same with its arguments in memory, for tasks: (their address, the thread's own room). */
  readonly byRecord: (record: number, local: number) => void;
}

/** A compiled module. */
export interface Kernel {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly entries: readonly Entry[];
  readonly names: ReadonlyMap<string, number>;
  lastUse: number;
  /** Where the pool's workers find its bytes, and in which edition. */
  codeOffset: number;
  edition: number;
}

export class Runtime {
  readonly memory: WasmMemory;
  readonly #capacity: number;
  /** By the instructions that they may use. */
  readonly #all: { readonly [S in Simd]: Map<string, Kernel> } = {
    portable: new Map(),
    relaxed: new Map(),
    wide: new Map(),
  };
  /** Counts uses, so that the kernel that was used longest ago is known. */
  #uses = 0;
  #nextId = 1;
  readonly #job = new Job();
  /** The kernels of the job that is being written down. */
  readonly #kernelsOfJob = new Map<number, Kernel>();
  #writing: "no" | "between tasks" | "in a task" = "no";
  #pool: Pool | null = null;
  #recorder: Recorder | null = null;
  /** Where work space comes from, if not of the memory. */
  #space: LentSpace | null = null;

  constructor(memory: WasmMemory, capacity = defaultCapacity) {
    this.memory = memory;
    this.#capacity = capacity;
  }

  get #kernels(): Map<string, Kernel> {
    return this.#all[getSimd()];
  }

  get kernelCount(): number {
    return this.#kernels.size;
  }

  /** The kernel called `key`; `emit` is run where it is not there yet, and must be a function of the key and the instructions. */
  kernel(key: string, emit: () => ModuleBuilder): Kernel {
    let kernel = this.#kernels.get(key);
    if (kernel === undefined) {
      if (this.#kernels.size >= this.#capacity) this.#dropOldest();
      kernel = this.#compile(emit(), key);
      this.#kernels.set(key, kernel);
    }
    this.#uses += 1;
    kernel.lastUse = this.#uses;
    return kernel;
  }

  #dropOldest(): void {
    const [oldest] = [...this.#kernels].reduce((a, b) => (a[1].lastUse < b[1].lastUse ? a : b));
    this.#kernels.delete(oldest);
  }

  /**
   * Runs what `body` makes of tasks, spread over the threads; `nanoseconds` is about what they take on one, and less than
   * it costs to wake a thread runs here. Tasks must not depend on each other. `body` is told how many are worth making: one
   * where there is nothing to spread over, as within a task.
   */
  parallel(nanoseconds: number, body: (parts: number) => void): void {
    if (this.#writing === "between tasks") throw new TypeError("a job begins between the tasks of another");
    const pool = this.#poolFor(nanoseconds);
    if (pool === null) {
      body(1);
      return;
    }
    pool.prepare();
    this.#writing = "between tasks";
    try {
      body(Math.min(mostParts, tasksWorth(nanoseconds)));
      this.#writing = "no";
      this.#run(pool);
    } finally {
      this.#writing = "no";
      this.#job.clear();
      this.#kernelsOfJob.clear();
    }
  }

  /**
   * Runs `body` on ranges of 0 … total, each a task; ranges begin at multiples of `unit`. Where they are too few to keep
   * the threads busy `body` gets all of them, and may spread what it does itself.
   */
  spread(total: number, nanoseconds: number, body: (begin: number, end: number) => void, unit = 1): void {
    if (Math.ceil(total / unit) < 2 * getNumThreads()) {
      body(0, total);
      return;
    }
    this.parallel(nanoseconds, (parts) => {
      const ranges = split(total, parts === 1 ? 1 : Math.min(mostSpread, tasksWorth(nanoseconds)), unit);
      for (const [begin, end] of ranges) this.task(() => body(begin, end));
    });
  }

  /** Starts the threads that are wanted, without waiting for them: how many can take part already, the calling one included. */
  startThreads(): number {
    return this.#poolOfThreads()?.ready(getNumThreads()) ?? 1;
  }

  /** Waits until all threads are up, and has them asked from then on whether it pays or not: for tests of what they do. */
  awaitThreads(): void {
    if (this.#poolFor(leastWork) === null && this.#pool === null) return;
    this.#pool?.awaitWorkers(getNumThreads());
  }

  /** A task of a job: its calls are made in order. Outside of a job it is simply done. */
  task(body: () => void): void {
    const begins = this.#writing === "between tasks";
    if (begins) {
      this.#job.beginTask();
      this.#writing = "in a task";
    }
    body();
    if (begins) this.#writing = "between tasks";
  }

  /** Calls a function of a kernel, or writes the call down in a task. */
  call(kernel: Kernel, name: string, ...values: readonly number[]): void {
    this.callWith(kernel, name, values);
  }

  /** The same with a list of its arguments that nobody else holds: to spread one, and gather it again, takes a copy of it each. */
  callWith(kernel: Kernel, name: string, values: readonly number[]): void {
    const at = kernel.names.get(name);
    const entry = at === undefined ? undefined : kernel.entries[at];
    if (entry === undefined) throw new TypeError(`the kernel has no function ${name}`);
    if (this.#writing === "no") {
      this.#recorder?.addCall(entry.direct, values);
      entry.direct(...values);
      return;
    }
    if (this.#writing === "between tasks") throw new TypeError(`${name} is called between tasks`);
    this.#kernelsOfJob.set(kernel.id, kernel);
    this.#job.call(kernel, at as number, this.#publish(kernel), values);
  }

  /** Work space: of the memory, or in a task of the thread that runs it, where only kernels may touch it. */
  withScratch<T>(byteLength: number, use: (address: number) => T): T {
    if (this.#writing === "in a task") return this.#job.withLocal(byteLength, use);
    return this.#space === null
      ? this.memory.withScratch(byteLength, use)
      : this.#space.withScratch(byteLength, use, this.memory);
  }

  #run(pool: Pool): void {
    if (this.#job.taskCount === 0) return;
    const { words, tasks, localBytes } = this.#job.written;
    // Not spread: that takes V8 longer than a small job takes.
    const job = { words, tasks, localBytes, kernels: this.#kernelsOfJob };
    this.#recorder?.addJob(job);
    this.#post(pool, job);
  }

  #post(pool: Pool, { words, tasks, localBytes, kernels }: KernelJob): void {
    const threads = getNumThreads();
    const localStride = localBytes + 64;
    this.memory.withScratch(words.byteLength, (calls) =>
      this.memory.withScratch(localStride * threads, (localAddress) => {
        new Int32Array(this.memory.memory.buffer, calls, words.length).set(words);
        const runTask = (task: number) => {
          const end = tasks[task + 1]!;
          for (let at = tasks[task]!; at < end; at += words[at + 4]!) {
            const { entries } = kernels.get(words[at]!)!;
            entries[words[at + 1]!]!.byRecord(calls + 4 * (at + callWords), localAddress);
          }
        };
        if (tasks.length === 2) runTask(0);
        else pool.run({ tasks: tasks.map((at) => calls + 4 * at), localAddress, localStride, threads, runTask });
      }),
    );
  }

  /** A table of offsets that kernels read, in work space. */
  table(address: number, words: Int32Array): void {
    this.#recorder?.addTable(address, words);
    this.#writeTable(address, words);
  }

  /** Said by a driver that did something else beside: what it did cannot be done again from notes. */
  cannotRepeat(): void {
    this.#recorder?.giveUp();
  }

  #writeTable(address: number, words: Int32Array): void {
    new Int32Array(this.memory.memory.buffer, address, words.length).set(words);
  }

  /**
   * Runs a driver and notes what it does, with the recorder's space as its work space; null where that is too small. Done again by
   * {@link play} it must be the same: the same addresses, the same numbers.
   */
  record(recorder: Recorder, driver: () => void): CallLog | null {
    const situation = this.#situation();
    this.#recorder = recorder;
    try {
      this.lend(recorder.space, driver);
    } finally {
      this.#recorder = null;
    }
    // Room for code may have begun anew in between: then earlier jobs say where it was.
    return situation === this.#situation() ? recorder.finish(situation) : null;
  }

  /** Runs a driver with work space of `space`. */
  lend(space: LentSpace, driver: () => void): void {
    this.#space = space;
    try {
      driver();
    } finally {
      this.#space = null;
    }
  }

  /** Does again what a driver did; false, and nothing, where threads or instructions are others now. */
  play(log: CallLog): boolean {
    if (log.situation !== this.#situation()) return false;
    for (const entry of log.entries) {
      if (entry.kind === "call") entry.direct(...entry.values);
      else if (entry.kind === "table") this.#writeTable(entry.address, entry.words);
      else this.#post(this.#pool!, entry.job);
    }
    return true;
  }

  /** What drivers choose by, beside what they are given, and where workers find code. */
  #situation(): string {
    const threads = getNumThreads();
    const ready = threads > 1 && this.#pool !== null ? this.#pool.ready(threads) : 1;
    return `${getSimd()} ${threads} ${ready > 1} ${this.#pool?.edition ?? 0}`;
  }

  /** The pool, where work of that length is to be spread now; its threads are started at its first use. */
  #poolFor(nanoseconds: number): Pool | null {
    if (nanoseconds < leastWork || this.#writing !== "no") return null;
    const pool = this.#poolOfThreads();
    return pool !== null && pool.ready(getNumThreads()) > 1 ? pool : null;
  }

  /** The pool, where there may be more threads than one. */
  #poolOfThreads(): Pool | null {
    if (getNumThreads() > 1) {
      this.#pool ??= new Pool(this.memory.memory);
      return this.#pool;
    }
    if (!this.memory.isShared) this.#warnOfPage();
    return null;
  }

  #warnOfPage(): void {
    if (chosenThreads() === 1) return;
    warnOnce(
      "threads",
      "ops run on one thread: this page is not cross-origin isolated, so threads cannot share memory; serve it with " +
        "Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp, or call setNumThreads(1)",
    );
  }

  /** Where workers find the kernel's bytes. */
  #publish(kernel: Kernel): number {
    const pool = this.#pool as Pool;
    if (kernel.edition !== pool.edition) {
      kernel.codeOffset = pool.publish(kernel.bytes);
      kernel.edition = pool.edition;
    }
    return kernel.codeOffset;
  }

  #compile(builder: ModuleBuilder, key: string): Kernel {
    const bytes = builder.toBytes(key, { shared: this.memory.isShared });
    const exports = instantiate(bytes, this.memory.memory);
    const functions = builder.functions.map(({ name, parameterTypes }) => ({
      types: parameterTypes,
      direct: exports[name] as Entry["direct"],
      byRecord: exports[name + recordSuffix] as Entry["byRecord"],
    }));
    const names = new Map(builder.functions.map(({ name }, i) => [name, i]));
    const id = this.#nextId;
    this.#nextId += 1;
    return { id, bytes, entries: functions, names, lastUse: 0, codeOffset: 0, edition: -1 };
  }
}

const runtimes = new WeakMap<WasmMemory, Runtime>();

/**
 * The one runtime of a memory.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function runtimeFor(memory: WasmMemory): Runtime {
  let runtime = runtimes.get(memory);
  if (runtime === undefined) {
    runtime = new Runtime(memory);
    runtimes.set(memory, runtime);
  }
  return runtime;
}

/** The runtime of the memory that holds an operand. */
export function runtimeOf(operand: Operand): Runtime {
  const memory = operand.storage.allocator;
  if (!(memory instanceof WasmMemory)) throw new TypeError(`a cpu kernel was given a tensor on ${memory.device}`);
  return runtimeFor(memory);
}
