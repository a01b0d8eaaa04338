// Records a step instead of computing it: `apply` hands its kernels here while a recording is under way. What is recorded
// is what a kernel would be given; views need no kernel and leave no trace but in the layouts of what they show.
// Who matches recordings with plans is match.ts, who runs them run.ts.

import type { Kernel, KernelName } from "../backends/kernels.js";
import type { Allocator } from "../memory/storage.js";
import { Storage } from "../memory/storage.js";
import type { KernelOp, VariadicOp } from "../op.js";
import type { Tensor } from "../tensor.js";

/** One kernel that would have run. */
export interface RecordedNode {
  readonly op: KernelOp | VariadicOp;
  readonly kernelName: KernelName;
  readonly kernel: Kernel;
  /** What the kernel reads. Of an op in place the first input is the output too, unless the op overwrites it. */
  readonly inputs: readonly (Tensor | null)[];
  readonly outputs: readonly Tensor[];
  readonly attributes: unknown;
  /** The storages that it writes: those of its outputs, and those that an op in place says it writes beside them. */
  readonly writes: readonly Storage[];
}

/** Where a storage comes from that no node of the recording made. */
export type Origin =
  | { readonly kind: "argument"; readonly position: number }
  | { readonly kind: "captured"; readonly storage: Storage }
  /** Made of JavaScript numbers while the step was recorded. */
  | { readonly kind: "constant" }
  /** Computed by this recording, as what was read in the middle of the step. */
  | { readonly kind: "earlier" };

export class Recording {
  readonly nodes: RecordedNode[] = [];
  /** Every storage that a node reads or writes, in the order in which they turn up. */
  readonly storages: Storage[] = [];
  /** Of each of these: its origin, or null for what a node makes. */
  readonly origins: (Origin | null)[] = [];
  readonly #places = new Map<Storage, number>();
  /** Storages that were promised, in all segments. */
  readonly promised = new Set<Storage>();
  /** Leaves whose gradient was set. */
  readonly leaves = new Set<Tensor>();
  readonly #arguments: ReadonlyMap<Storage, number>;
  readonly #constants = new Set<Storage>();
  readonly #earlier = new Set<Storage>();
  readonly #compute: (recording: Recording) => void;

  /** `compute` runs what was recorded so far, and settles what may still be read. */
  constructor(argumentStorages: ReadonlyMap<Storage, number>, compute: (recording: Recording) => void) {
    this.#arguments = argumentStorages;
    this.#compute = compute;
  }

  /** A storage that has a size, and memory once it is known whether it needs any. */
  promise(allocator: Allocator, byteLength: number, madeBy: string): Storage {
    const storage = new Storage(allocator, byteLength, madeBy, () => this.#compute(this));
    this.promised.add(storage);
    return storage;
  }

  /** Tells that a storage was filled from JavaScript, anew at every call. */
  constant(storage: Storage): void {
    this.#constants.add(storage);
  }

  add(node: RecordedNode): void {
    for (const input of node.inputs) if (input !== null) this.#place(input.storage);
    for (const output of node.outputs) this.#place(output.storage);
    this.nodes.push(node);
  }

  /** The number of a storage in this recording. */
  numberOf(storage: Storage): number {
    return this.#places.get(storage)!;
  }

  #place(storage: Storage): void {
    if (this.#places.has(storage)) return;
    this.#places.set(storage, this.storages.length);
    this.storages.push(storage);
    this.origins.push(this.#originOf(storage));
  }

  #originOf(storage: Storage): Origin | null {
    if (storage.promised || (storage.freed && this.promised.has(storage))) return null;
    const position = this.#arguments.get(storage);
    if (position !== undefined) return { kind: "argument", position };
    if (this.#constants.has(storage)) return { kind: "constant" };
    if (this.#earlier.has(storage)) return { kind: "earlier" };
    return { kind: "captured", storage };
  }

  computeNow(): void {
    this.#compute(this);
  }

  /** Begins the next segment, after all that was recorded has been computed. */
  restart(): void {
    for (const storage of this.promised) if (!storage.promised) this.#earlier.add(storage);
    this.nodes.length = 0;
    this.storages.length = 0;
    this.origins.length = 0;
    this.#places.clear();
  }
}

let current: Recording | null = null;

/** The recording that is under way, if any. */
export function currentRecording(): Recording | null {
  return current;
}

/** Makes `recording` the one under way while `body` runs; null stops recording. */
export function withRecording<Result>(recording: Recording | null, body: () => Result): Result {
  const before = current;
  current = recording;
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
