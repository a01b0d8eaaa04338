// Collectives by MPI's library, on the memory where the elements lie: nothing is copied beside what MPI itself does. All calls are made by
// the thread that began (MPI_THREAD_FUNNELED). Errors inside the library end the job, as is MPI's default.

import { DistributedError } from "../errors.js";
import { type Elements, elementOf, type Pending, type Transport } from "../transport.js";
import type { Reduction } from "./abi.js";
import type { ForeignValue } from "./foreign.js";
import type { FunctionName, MpiLibrary } from "./library.js";

export class MpiTransport implements Transport {
  readonly rank: number;
  readonly worldSize: number;
  readonly name: string;
  readonly #library: MpiLibrary;
  readonly #world: ForeignValue;

  /** Begins: a process can do so once. */
  constructor(library: MpiLibrary) {
    const { handles, version } = library;
    this.#library = library;
    this.#world = handles.world;
    this.name = version;
    this.#call("MPI_Init_thread", null, null, handles.funneled, new Int32Array(1));
    this.rank = this.#number("MPI_Comm_rank");
    this.worldSize = this.#number("MPI_Comm_size");
  }

  allReduce(elements: Elements, reduction: Reduction): void {
    this.#call("MPI_Allreduce", ...this.#reducing(elements, reduction));
  }

  beginAllReduce(elements: Elements, reduction: Reduction): Pending {
    return this.#begin("MPI_Iallreduce", [elements], ...this.#reducing(elements, reduction));
  }

  broadcast(elements: Elements, source: number): void {
    this.#call("MPI_Bcast", ...this.#sending(elements), source, this.#world);
  }

  beginBroadcast(elements: Elements, source: number): Pending {
    return this.#begin("MPI_Ibcast", [elements], ...this.#sending(elements), source, this.#world);
  }

  allGather(own: Elements, all: Elements): void {
    this.#call("MPI_Allgather", ...this.#gathering(own, all));
  }

  beginAllGather(own: Elements, all: Elements): Pending {
    return this.#begin("MPI_Iallgather", [own, all], ...this.#gathering(own, all));
  }

  finalize(): void {
    this.#call("MPI_Finalize");
  }

  abort(code: number): void {
    this.#library.functions.MPI_Abort(this.#world, code);
  }

  #sending(elements: Elements): readonly [ForeignValue, ForeignValue, ForeignValue] {
    return [elements, elements.length, this.#library.handles.elements[elementOf(elements)]];
  }

  #reducing(elements: Elements, reduction: Reduction): readonly ForeignValue[] {
    const { inPlace, reductions } = this.#library.handles;
    return [inPlace, ...this.#sending(elements), reductions[reduction], this.#world];
  }

  #gathering(own: Elements, all: Elements): readonly ForeignValue[] {
    const [, , type] = this.#sending(own);
    return [...this.#sending(own), all, own.length, type, this.#world];
  }

  #number(name: "MPI_Comm_rank" | "MPI_Comm_size"): number {
    const result = new Int32Array(1);
    this.#call(name, this.#world, result);
    return result[0]!;
  }

  #call(name: FunctionName, ...values: readonly ForeignValue[]): void {
    const code = this.#library.functions[name](...values);
    if (code !== 0) throw new DistributedError(`${name} of ${this.#library.path} returned ${code}`);
  }

  /** A request lies in eight bytes: a pointer, or an int in the first four. */
  #begin(name: FunctionName, held: readonly Elements[], ...values: readonly ForeignValue[]): Pending {
    const request = new BigUint64Array(1);
    const done = new Int32Array(1);
    this.#call(name, ...values, request);
    return {
      test: () => {
        if (done[0] === 0) this.#call("MPI_Test", request, done, this.#library.handles.statusIgnore);
        // Until then the library writes there, and the collector must not take it.
        return done[0] !== 0 && held.length > 0;
      },
    };
  }
}
