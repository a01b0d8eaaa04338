// The memory of one run of a plan: one block, in which the values that only the plan knows have places of their own, and the
// work space of its steps lies behind them. So they lie alike in each call, whatever the rest of the memory has come to; what lives
// on takes memory of its own. Between calls there is no such block.

import { sizeOfBlock, type WasmMemory } from "../backends/wasm/memory.js";
import type { WorkArea } from "../backends/wasm/tape.js";
import type { Graph } from "./graph.js";

/** Where values lie, from the beginning of the block on. */
export interface Places {
  readonly byteLength: number;
  readonly offsets: ReadonlyMap<number, number>;
}

/** What is known of a schedule when its values are given places. */
export interface Lifetimes {
  /** For each step: the made values that it is the first to use, and those that nobody uses after it. */
  readonly begins: readonly (readonly number[])[];
  readonly ends: readonly (readonly number[])[];
  /** Bytes of the values beside the graph's, which are numbered after them. */
  readonly extraBytes: readonly number[];
}

export interface Room {
  readonly places: Places;
  readonly address: number;
  /** int32. */
  readonly flag: number;
  readonly area: WorkArea;
}

interface Placed {
  readonly value: number;
  readonly bytes: number;
  readonly first: number;
  readonly last: number;
}

const flagBytes = sizeOfBlock(4);

/** Large values first, each at the first place that is free for as long as it is needed. */
export function placesOf({ values }: Graph, { begins, ends, extraBytes }: Lifetimes, allocator: WasmMemory): Places {
  const firsts = new Map(begins.flatMap((begun, at) => begun.map((value) => [value, at] as const)));
  const wanted = ends.flatMap((ended, last) =>
    ended.flatMap((value): Placed[] => {
      const known = values[value];
      if (known !== undefined && known.allocator !== allocator) return [];
      const bytes = sizeOfBlock(known?.byteLength ?? extraBytes[value - values.length]!);
      return [{ value, bytes, first: firsts.get(value)!, last }];
    }),
  );
  wanted.sort((a, b) => b.bytes - a.bytes || a.first - b.first);
  const placed: (Placed & { readonly offset: number })[] = [];
  let byteLength = flagBytes;
  for (const one of wanted) {
    const others = placed.filter(({ first, last }) => first <= one.last && one.first <= last);
    let offset = flagBytes;
    for (const other of others.sort((a, b) => a.offset - b.offset)) {
      if (other.offset >= offset + one.bytes) break;
      offset = Math.max(offset, other.offset + other.bytes);
    }
    placed.push({ ...one, offset });
    byteLength = Math.max(byteLength, offset + one.bytes);
  }
  return { byteLength, offsets: new Map(placed.map(({ value, offset }) => [value, offset])) };
}

/** Lends the block of one run, with so much work space; null where there is no room for it in one piece. */
export function withRoom<T>(memory: WasmMemory, places: Places, areaBytes: number, use: (room: Room | null) => T): T {
  let address: number;
  try {
    address = memory.allocateLast(places.byteLength + areaBytes);
  } catch {
    return use(null);
  }
  const area = { address: address + places.byteLength, byteLength: areaBytes, wanted: 0 };
  try {
    return use({ places, address, flag: address, area });
  } finally {
    memory.free(address);
  }
}
