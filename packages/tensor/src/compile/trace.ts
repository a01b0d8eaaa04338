// Records a step instead of computing it: `apply` hands its kernels here while a recording is under way. What is recorded
// is what a kernel would be given; views need no kernel and leave no trace but in the layouts of what they show.
// graph.ts compares recordings with plans, run.ts runs them; when a recording begins and ends is recorder.ts's.

import type { KernelOp, VariadicOp } from "../door/op.js";
import type { Implementation } from "../kernels/kernel.js";
import { type Allocator, Storage } from "../memory/storage.js";
import type { Tensor } from "../tensor/tensor.js";

/** One kernel that would have run. */
export interface RecordedNode {
  readonly op: KernelOp | VariadicOp;
  readonly kernel: Implementation;
  /** What the kernel reads. Of an op in place the first input is the output too, unless the op overwrites it. */
  readonly inputs: readonly (Tensor | null)[];
  readonly outputs: readonly Tensor[];
  readonly attributes: unknown;
  /** The storages that an op in place says it writes beside its outputs. */
  readonly alsoWritten: readonly Storage[];
}

export class Recording {
  readonly nodes: RecordedNode[] = [];
  /** Every storage that a node reads or writes, in the order in which they turn up. */
  readonly storages: Storage[] = [];
  /** Storages whose contents nothing but this recording knows. */
  readonly promised = new Set<Storage>();
  /** All that were ever promised, computed since or not. */
  readonly made = new Set<Storage>();
  /** Leaves whose gradient was set. */
  readonly leaves = new Set<Tensor>();
  /** Storages that somebody asked to keep. */
  readonly kept = new Set<Storage>();
  /** Whether what is recorded has an op that others outside see. */
  reachesOut = false;
  /** The op that reads now, if one does. */
  reader: { readonly op: string; readonly what: ReadFor } | null = null;
  readonly #numbers = new Map<Storage, number>();
  readonly #compute: () => void;

  /** `compute` runs what was recorded so far, and calls {@link settle}. */
  constructor(compute: (recording: Recording) => void) {
    // While kernels run nothing is recorded, and those that are plain loops read what lies there.
    this.#compute = () => {
      if (current === this) compute(this);
    };
  }

  /** Of the device of what is recorded; null where nothing is. */
  get allocator(): Allocator | null {
    return this.storages[0]?.allocator ?? null;
  }

  /** A plan is of one device: where the body goes on on another, what was recorded so far is computed first. */
  #goOnOn(allocator: Allocator): void {
    if (this.allocator !== null && this.allocator !== allocator) this.#compute();
  }

  /** A storage that has a size, and memory only when something needs it. */
  promise(allocator: Allocator, byteLength: number, madeBy: string): Storage {
    this.#goOnOn(allocator);
    const storage = new Storage(allocator, byteLength, madeBy, this.#compute);
    this.promised.add(storage);
    this.made.add(storage);
    return storage;
  }

  add(node: RecordedNode): void {
    this.#goOnOn(node.outputs[0]!.storage.allocator);
    for (const input of node.inputs) if (input !== null) this.#use(input.storage, null);
    for (const output of node.outputs) this.#use(output.storage, this.#compute);
    for (const storage of node.alsoWritten) this.#use(storage, this.#compute);
    this.reachesOut ||= node.op.reachesOut === true;
    this.nodes.push(node);
  }

  /** The number of a storage in this recording. */
  numberOf(storage: Storage): number {
    return this.#numbers.get(storage)!;
  }

  #use(storage: Storage, compute: (() => void) | null): void {
    storage.await(compute);
    if (this.#numbers.has(storage)) return;
    this.#numbers.set(storage, this.storages.length);
    this.storages.push(storage);
  }

  /** Whether recorded kernels are still to read or write what lies there. */
  uses(storage: Storage): boolean {
    return this.#numbers.has(storage);
  }

  computeNow(): void {
    this.#compute();
  }

  /**
   * Begins anew, when all that was recorded has been computed or given up: storages in `live` go on as ordinary ones, other promised
   * ones are no more, as `obituary` tells.
   */
  settle(live: ReadonlySet<Storage>, obituary: string): void {
    for (const storage of this.promised) {
      if (live.has(storage)) storage.settle();
      else storage.abandon(obituary);
    }
    for (const storage of this.storages) if (!this.promised.has(storage)) storage.settle();
    this.nodes.length = 0;
    this.reachesOut = false;
    this.storages.length = 0;
    this.promised.clear();
    this.#numbers.clear();
  }
}

/**
 * Why an op reads numbers itself: the shape of what it gives hangs on them, or it gives, or checks, what is known only then; or it reads none,
 * and comes behind what was recorded.
 */
export type ReadFor = "shape" | "values" | "turn";

let current: Recording | null = null;

/**
 * Reads for an op that needs numbers to go on: what was recorded is computed there, and `explain` names the op. Each op that reads says
 * so with this; the outermost counts.
 */
export function readFor<Result>(op: string, what: ReadFor, read: () => Result): Result {
  const recording = current;
  if (recording === null || recording.reader !== null) return read();
  recording.reader = { op, what };
  try {
    return read();
  } finally {
    recording.reader = null;
  }
}

/** The recording that is under way, if any. */
export function currentRecording(): Recording | null {
  return current;
}

/** Makes `recording` the one under way. */
export function beginRecording(recording: Recording): void {
  current = recording;
}

export function endRecording(): void {
  current = null;
}

/** Runs `body` without recording it: that is how what was recorded is computed. */
export function unrecorded<Result>(body: () => Result): Result {
  const before = current;
  current = null;
  try {
    return body();
  } finally {
    current = before;
  }
}

/** Computes what was recorded so far: called where JavaScript is about to see, or to change, what kernels depend on. */
export function computeRecorded(): void {
  current?.computeNow();
}
