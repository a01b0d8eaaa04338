// The threads of one memory: persistent workers, started when they are first wanted, that share jobs with the calling
// thread. What a job holds is job.ts's; the words between threads are protocol.ts's.

import { BernoulliError } from "../../../checks/errors.js";
import { warnOnce } from "../../../checks/warn.js";
import { limitThreads } from "./count.js";
import { mayBlock, startsUnderLoops, startWorker, whyRefused } from "./host.js";
import { OwnPart, Patience } from "./patience.js";
import { codeOffset, helpAfter, mostTasks, sharedBytes, spins, word } from "./protocol.js";
import { Waiting } from "./waiting.js";
import { workerSource } from "./worker.js";

/** Tasks that lie in the memory, and the room of each thread. */
export interface PostedJob {
  /** The address of each task's first call, and of the end of the last. */
  readonly tasks: readonly number[];
  readonly localAddress: number;
  readonly localStride: number;
  /** How many threads at the most, the calling one included. */
  readonly threads: number;
  /** Runs a task on the calling thread. */
  readonly runTask: (task: number) => void;
}

/** More than the modules of one job take. */
const codeOfJob = 4 * 1024 * 1024;

export class Pool {
  readonly #memory: WebAssembly.Memory;
  readonly #shared = new SharedArrayBuffer(sharedBytes);
  readonly #control = new Int32Array(this.#shared);
  readonly #code = new Uint8Array(this.#shared);
  readonly #mayBlock = mayBlock();
  /** None where threads are asked always. */
  #patience: Patience | null;
  readonly #part = new OwnPart();
  #workers = 0;
  /** Since threads were asked for, where they come only once the event loop turns. */
  #waiting: Waiting | null = null;
  /** Whether the platform would not start a worker; it is not asked again. */
  #refused = false;
  #generation = 0;
  #codeEnd = codeOffset;
  /** Counts how often the room for modules has begun anew. */
  #edition = 0;

  constructor(memory: WebAssembly.Memory, patience = new Patience()) {
    this.#memory = memory;
    this.#patience = patience;
  }

  /** Threads that can take part now, the calling one included; starts those that are wanted and not there, without waiting. */
  ready(threads: number): number {
    while (this.#workers < threads - 1 && !this.#refused) this.#start(this.#workers + 1);
    const there = 1 + Atomics.load(this.#control, word.ready);
    if (there < threads && !this.#refused) this.#waiting?.note();
    return there;
  }

  /** Waits for them, and asks them from then on whether it pays or not. */
  awaitWorkers(threads: number): void {
    this.#patience = null;
    while (this.ready(threads) < threads && !this.#refused);
  }

  #start(thread: number): void {
    const refuse = (error: unknown) => {
      this.#refused = true;
      limitThreads(thread);
      const count = thread === 1 ? "one thread" : `${thread} threads`;
      warnOnce("threads", `ops run on ${count}, since the platform refused to start another: ${whyRefused(error)}`);
    };
    if (!startsUnderLoops()) this.#waiting ??= new Waiting();
    try {
      startWorker(workerSource, { memory: this.#memory, shared: this.#shared, thread }, refuse);
      this.#workers = thread;
    } catch (error) {
      refuse(error);
    }
  }

  get edition(): number {
    return this.#edition;
  }

  /** Before a job is written down: where the room for modules runs out, a new edition begins. */
  prepare(): void {
    if (this.#codeEnd + codeOfJob <= sharedBytes) return;
    this.#codeEnd = codeOffset;
    this.#edition += 1;
  }

  /** Lays a module's bytes where workers find them; valid until the edition changes. */
  publish(bytes: Uint8Array): number {
    const offset = this.#codeEnd;
    this.#code.set(bytes, offset);
    this.#codeEnd += Math.ceil(bytes.length / 8) * 8;
    return offset;
  }

  /** Runs all tasks of a job, and returns when they are done. */
  run({ tasks, localAddress, localStride, threads, runTask }: PostedJob): void {
    const control = this.#control;
    const count = tasks.length - 1;
    if (count > mostTasks) throw new BernoulliError(`a job of ${count} tasks, where ${mostTasks} are the most`);
    if (this.#patience?.asks === false) {
      this.#runAlone(count, threads, runTask);
      return;
    }
    const began = performance.now();
    const generation = (this.#generation + 1) & 0xffffff;
    this.#generation = generation;
    control[word.count] = count;
    control[word.limit] = threads - 1;
    control[word.localAddress] = localAddress;
    control[word.localStride] = localStride;
    // A loop: `set` takes ten times as long where one side is shared memory.
    for (let task = 0; task <= count; task += 1) control[word.tasks + task] = tasks[task]!;
    Atomics.store(control, word.failed, 0);
    Atomics.store(control, word.pending, count);
    // Last, since who still looks at the job before finds none of these open.
    for (let task = 0; task < count; task += 1) Atomics.store(control, word.claims + task, 2 * generation);
    Atomics.store(control, word.generation, generation);
    if (Atomics.load(control, word.sleeping) > 0) Atomics.notify(control, word.generation);
    try {
      this.#takePart(count, threads, 2 * generation, runTask);
    } finally {
      this.#awaitOthers();
    }
    this.#patience?.note(this.#part, performance.now() - began, count, threads);
    if (Atomics.load(control, word.failed) !== 0)
      throw new BernoulliError("a kernel failed on another thread; what it wrote is lost");
  }

  /** The same without asking anybody. */
  #runAlone(tasks: number, threads: number, runTask: (task: number) => void): void {
    const part = this.#part;
    part.clear();
    let before = performance.now();
    for (let task = 0; task < tasks; task += 1) {
      runTask(task);
      const now = performance.now();
      part.add(now - before);
      before = now;
    }
    this.#patience?.note(part, part.time, tasks, threads);
  }

  /** The calling thread's tasks, then those of others who are stuck: as the worker does it (worker.ts), for the first thread. */
  #takePart(count: number, threads: number, open: number, runTask: (task: number) => void): void {
    const control = this.#control;
    const part = this.#part;
    part.clear();
    const isOpen = (task: number) => Atomics.load(control, word.claims + task) === open;
    const take = (task: number) => {
      if (Atomics.compareExchange(control, word.claims + task, open, open + 1) !== open) return;
      const before = performance.now();
      try {
        runTask(task);
      } finally {
        Atomics.sub(control, word.pending, 1);
      }
      part.add(performance.now() - before);
    };
    const firstOf = (thread: number) => Math.floor((thread * count) / threads);
    for (let task = 0; task < firstOf(1); task += 1) take(task);
    const waits = Math.min(helpAfter.most, (helpAfter.taskTimes * part.time) / Math.max(1, part.tasks));
    for (let thread = 1; thread < threads; thread += 1) {
      let [next, end, since] = [firstOf(thread), firstOf(thread + 1), performance.now()];
      while (next < end) {
        if (!isOpen(next)) {
          next += 1;
          since = performance.now();
        } else if (!isOpen(end - 1)) end -= 1;
        else if (performance.now() - since >= waits) take((end -= 1));
      }
    }
  }

  #awaitOthers(): void {
    const control = this.#control;
    for (let spun = 0; ; spun += 1) {
      const pending = Atomics.load(control, word.pending);
      if (pending === 0) return;
      if (spun >= spins.caller && this.#mayBlock) Atomics.wait(control, word.pending, pending);
    }
  }
}
