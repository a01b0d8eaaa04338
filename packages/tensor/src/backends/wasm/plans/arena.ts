// The memory of one run of a plan: one block, in which the values that only the plan knows have places of their own, and the
// work space of its steps lies behind them. So they lie alike in each call, whatever the rest of the memory has come to; what lives
// on takes memory of its own. Between calls there is no such block.

import type { Graph } from "../../../compile/graph.js";
import type { Lifetimes } from "../../../compile/schedule.js";
import type { WorkArea } from "../call-log.js";
import { sizeOfBlock, type WasmMemory } from "../memory.js";

/** Where values lie, from the beginning of the block on. */
export interface MemoryPlan {
  readonly byteLength: number;
  readonly offsets: ReadonlyMap<number, number>;
}

export interface Arena {
  readonly plan: MemoryPlan;
  readonly address: number;
  /** int32. */
  readonly flag: number;
  readonly area: WorkArea;
}

/** A stretch that nobody has. */
interface Gap {
  readonly offset: number;
  readonly bytes: number;
}

const flagBytes = /* @__PURE__ */ sizeOfBlock(4);

/**
 * Step by step each value takes the smallest gap that holds it, or goes behind all others, and leaves a gap when it ends. Large
 * values first, each where it fits for as long as it is needed, would make blocks a tenth smaller; but then each is held against
 * all, and a recurrent net of 2,000 steps has 20,000.
 */
export function memoryPlanOf({ values }: Graph, { begins, ends, extraBytes }: Lifetimes): MemoryPlan {
  const own = new Set(ends.flat());
  const offsets = new Map<number, number>();
  const gaps = new Gaps();
  const bytesOf = (value: number) => sizeOfBlock(values[value]?.byteLength ?? extraBytes[value - values.length]!);
  for (const [at, begun] of begins.entries()) {
    for (const value of begun) {
      if (!own.has(value)) continue;
      offsets.set(value, gaps.take(bytesOf(value)));
    }
    for (const value of ends[at]!) {
      const offset = offsets.get(value);
      if (offset !== undefined) gaps.give({ offset, bytes: bytesOf(value) });
    }
  }
  return { byteLength: gaps.end, offsets };
}

/** The block while values come and go: what is free in it, in order, no two neighbours. */
class Gaps {
  /** It grows to hold what finds no gap. */
  end = flagBytes;
  readonly #gaps: Gap[] = [];

  take(bytes: number): number {
    let best = -1;
    for (const [at, gap] of this.#gaps.entries())
      if (gap.bytes >= bytes && (best < 0 || gap.bytes < this.#gaps[best]!.bytes)) best = at;
    if (best < 0) return this.#append(bytes);
    const { offset, bytes: free } = this.#gaps[best]!;
    const rest = free === bytes ? [] : [{ offset: offset + bytes, bytes: free - bytes }];
    this.#gaps.splice(best, 1, ...rest);
    return offset;
  }

  /** At the end, from the beginning of a gap there, if there is one. */
  #append(bytes: number): number {
    const last = this.#gaps.at(-1);
    const isOpen = last !== undefined && last.offset + last.bytes === this.end;
    if (isOpen) this.#gaps.pop();
    const offset = isOpen ? last.offset : this.end;
    this.end = offset + bytes;
    return offset;
  }

  give({ offset, bytes }: Gap): void {
    const at = this.#indexBehind(offset);
    const [before, after] = [this.#gaps[at - 1], this.#gaps[at]];
    const joinsBefore = before !== undefined && before.offset + before.bytes === offset;
    const joinsAfter = after !== undefined && offset + bytes === after.offset;
    const begin = joinsBefore ? before.offset : offset;
    const end = joinsAfter ? after.offset + after.bytes : offset + bytes;
    const joined = Number(joinsBefore) + Number(joinsAfter);
    this.#gaps.splice(at - Number(joinsBefore), joined, { offset: begin, bytes: end - begin });
  }

  /** How many gaps lie before an offset. */
  #indexBehind(offset: number): number {
    let [low, high] = [0, this.#gaps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#gaps[middle]!.offset < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Lends the block of one run, with so much work space; null where there is no room for it in one piece. */
export function withArena<T>(
  memory: WasmMemory,
  plan: MemoryPlan,
  areaBytes: number,
  use: (arena: Arena | null) => T,
): T {
  let address: number;
  try {
    address = memory.allocateLast(plan.byteLength + areaBytes);
  } catch {
    return use(null);
  }
  const area = { address: address + plan.byteLength, byteLength: areaBytes, wanted: 0 };
  try {
    return use({ plan, address, flag: address, area });
  } finally {
    memory.free(address);
  }
}
