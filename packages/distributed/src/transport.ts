// What carries numbers between ranks: a contract, of which MPI is the one way (mpi/transport.ts), and a world of one needs none. Whether
// the ranks mean the same is agreement.ts's, and whose memory is sent, elements.ts's.

import type { Element, Reduction } from "./mpi/abi.js";

/** Elements in memory, the device's own or any other; they must stay where they are until what sends them is done. */
export type Elements = Float32Array | Float64Array | Int32Array | Uint8Array;

/** Something under way. */
export interface Pending {
  /** Drives it on, and says whether it is done. */
  test(): boolean;
}

/** Collectives: every rank makes the same calls in the same order. What is `begin…` returns at once. */
export interface Transport {
  readonly rank: number;
  readonly worldSize: number;
  /** What is used, for people: a library's name and version. */
  readonly name: string;
  allReduce(elements: Elements, reduction: Reduction): void;
  beginAllReduce(elements: Elements, reduction: Reduction): Pending;
  broadcast(elements: Elements, source: number): void;
  beginBroadcast(elements: Elements, source: number): Pending;
  /** `all` has room for the elements of all ranks, in their order. */
  allGather(own: Elements, all: Elements): void;
  beginAllGather(own: Elements, all: Elements): Pending;
  /** Ends the library; after it nothing can be called. */
  finalize(): void;
  /** Ends all ranks' processes, this one among them, at once. */
  abort(code: number): void;
}

export function elementOf(elements: Elements): Element {
  if (elements instanceof Float32Array) return "float32";
  if (elements instanceof Float64Array) return "float64";
  return elements instanceof Int32Array ? "int32" : "uint8";
}
