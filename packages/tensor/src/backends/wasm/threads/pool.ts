// The threads of one memory: persistent workers, started when they are first wanted, that share jobs with the calling
// thread. What a job holds is job.ts's; the words between threads are protocol.ts's.

import { BernoulliError, ThreadError } from "../../../checks/errors.js";
import { warnOnce } from "../../../checks/warn.js";
import { getNumThreads, limitThreads } from "./count.js";
import { mayBlock, saidBy, startsUnderLoops, startWorker, whyRefused } from "./host.js";
import { OwnPart, Patience } from "./patience.js";
import {
  claimedBy,
  codeOffset,
  helpAfter,
  lastGeneration,
  mostTasks,
  openOf,
  sharedBytes,
  spins,
  word,
} from "./protocol.js";
import { Waiting } from "./waiting.js";
import { Watch } from "./watch.js";
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

/** Milliseconds after which the caller looks whether those for whom it waits are alive; and after which it says whom it waits for. */
const looks = 1000;
const silence = 60_000;
/** Loads of a word in about as long, where the caller may not sleep. */
const loadsBetweenLooks = 2 ** 26;

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
  readonly #watch = new Watch(this.#control);
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
      warnOnce(
        "threads",
        `ops run on ${countOf(thread)}, since the platform refused to start another: ${whyRefused(error)}`,
      );
    };
    const ended = (reason: unknown) => {
      if (Atomics.load(this.#control, word.up + thread) === 0) refuse(reason);
      else if (this.#lose(thread))
        warnOnce(
          `threads ended: ${thread}`,
          `ops run on ${countOf(getNumThreads())}, since another has ended: ${saidBy(reason, "failed")}`,
        );
    };
    if (!startsUnderLoops()) this.#waiting ??= new Waiting();
    try {
      this.#watch.add(thread, startWorker(workerSource, { memory: this.#memory, shared: this.#shared, thread }, ended));
      this.#workers = thread;
    } catch (error) {
      refuse(error);
    }
  }

  /** Does without a worker that has ended, and those behind it; false where it was done without already. */
  #lose(thread: number): boolean {
    const isFewer = thread < getNumThreads();
    this.#refused = true;
    limitThreads(thread);
    return isFewer;
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
    const generation = (this.#generation + 1) & lastGeneration;
    this.#generation = generation;
    const open = openOf(generation);
    control[word.count] = count;
    control[word.limit] = threads - 1;
    control[word.localAddress] = localAddress;
    control[word.localStride] = localStride;
    // A loop: `set` takes ten times as long where one side is shared memory.
    for (let task = 0; task <= count; task += 1) control[word.tasks + task] = tasks[task]!;
    Atomics.store(control, word.failed, 0);
    Atomics.store(control, word.pending, count);
    // Last, since who still looks at the job before finds none of these open.
    for (let task = 0; task < count; task += 1) Atomics.store(control, word.claims + task, open);
    Atomics.store(control, word.generation, generation);
    if (Atomics.load(control, word.sleeping) > 0) Atomics.notify(control, word.generation);
    try {
      this.#takePart(count, threads, open, runTask);
    } catch (error) {
      this.#drop(count, open);
      throw error;
    } finally {
      this.#awaitOthers(count, open);
    }
    this.#patience?.note(this.#part, performance.now() - began, count, threads);
    if (Atomics.load(control, word.failed) !== 0)
      throw new ThreadError("a kernel failed on another thread; what it wrote is lost");
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
      if (Atomics.compareExchange(control, word.claims + task, open, open + claimedBy) !== open) return;
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

  /** Takes what nobody has begun, and does none of it: a kernel has failed, and nobody may be left to do it. */
  #drop(count: number, open: number): void {
    const control = this.#control;
    for (let task = 0; task < count; task += 1)
      if (Atomics.compareExchange(control, word.claims + task, open, open + claimedBy) === open)
        Atomics.sub(control, word.pending, 1);
  }

  /** @throws ThreadError where a worker has ended that had begun a task, and nobody else is at work any more. */
  #awaitOthers(count: number, open: number): void {
    const control = this.#control;
    let since: number | null = null;
    for (let spun = 1; ; spun += 1) {
      const pending = Atomics.load(control, word.pending);
      if (pending === 0) return;
      if (spun < spins.caller) continue;
      if (this.#mayBlock) {
        if (Atomics.wait(control, word.pending, pending, looks) !== "timed-out") continue;
      } else if (spun % loadsBetweenLooks !== 0) continue;
      since ??= performance.now();
      this.#look(count, open, performance.now() - since >= silence);
    }
  }

  #look(count: number, open: number, isLong: boolean): void {
    const found = this.#watch.look(count, open);
    if (found === "at work") return;
    if ("lost" in found) {
      this.#lose(found.lost);
      throw new ThreadError(
        `a thread ended in the middle of an op: it was terminated, or had no memory left. What the op wrote is lost, and a tensor that it wrote in place is not whole: go on from a checkpoint. Ops run on ${countOf(getNumThreads())} from now on`,
      );
    }
    if (isLong)
      warnOnce(
        "threads silent",
        `an op has waited for thread ${found.silent} for a minute: its task is long, or a debugger holds it, or it has ended, which this platform does not tell; then the wait has no end, and the program must be started anew`,
      );
  }
}

const countOf = (threads: number): string => (threads === 1 ? "one thread" : `${threads} threads`);
