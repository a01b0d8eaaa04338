// The memory of one run of a plan: one block, in which the values that only the plan knows have places of their own, and so has the work
// space of each step, for as long as that runs. So they lie alike in each call, whatever the rest of the memory has come to; what lives
// on takes memory of its own. Between calls there is no such block.

import type { Graph } from "../../../compile/graph.js";
import type { Lifetimes } from "../../../compile/schedule.js";
import { sizeOfBlock, type WasmMemory } from "../memory.js";
import { type Claim, placesOf } from "./places.js";

/** Where values and work space lie, from the beginning of the block on. */
export interface MemoryPlan {
  readonly byteLength: number;
  readonly offsets: ReadonlyMap<number, number>;
  /** By step. */
  readonly works: readonly WorkPlace[];
  /** By step: how many bytes from the beginning are still needed behind it; null where hardly fewer than before. */
  readonly remains: readonly (number | null)[];
}

export interface WorkPlace {
  readonly offset: number;
  readonly byteLength: number;
}

export interface Arena {
  readonly plan: MemoryPlan;
  readonly address: number;
  /** int32. */
  readonly flag: number;
}

const flagBytes = /* @__PURE__ */ sizeOfBlock(4);

/** `works`: bytes of work space by step, as many as calls have shown that it wants. */
export function memoryPlanOf(
  { values }: Graph,
  { begins, ends: ended, extraBytes, inPlaceOf }: Lifetimes,
  works: readonly number[],
): MemoryPlan {
  const bytesOf = (value: number) => sizeOfBlock(values[value]?.byteLength ?? extraBytes[value - values.length]!);
  const last = new Map<number, number>();
  for (const [at, values] of ended.entries()) for (const value of values) last.set(value, at);
  /** By value: its claim, which it may have of the value that lay there before. */
  const own = new Map<number, number>();
  const claims: Claim[] = [];
  for (const [at, begun] of begins.entries()) {
    for (const value of begun) {
      if (!last.has(value)) continue;
      const before = own.get(inPlaceOf.get(value) ?? -1);
      own.set(value, before ?? claims.length);
      if (before === undefined) claims.push({ bytes: bytesOf(value), first: at, last: last.get(value)! });
      else claims[before] = { ...claims[before]!, last: last.get(value)! };
    }
  }
  const ofValues = claims.length;
  const working = works.flatMap((bytes, at) => (bytes === 0 ? [] : [{ bytes: sizeOfBlock(bytes), at }]));
  for (const { bytes, at } of working) claims.push({ bytes, first: at, last: at });
  const { byteLength, offsets } = placesOf(claims, livingOn({ begins, last }, bytesOf));
  const places = works.map((): WorkPlace => ({ offset: 0, byteLength: 0 }));
  for (const [place, { at }] of working.entries())
    places[at] = { offset: flagBytes + offsets[ofValues + place]!, byteLength: works[at]! };
  const ends = claims.map(({ bytes }, place) => flagBytes + offsets[place]! + bytes);
  return {
    byteLength: flagBytes + byteLength,
    remains: remainsOf(begins.length, claims, ends, flagBytes + byteLength),
    offsets: new Map([...own].map(([value, place]) => [value, flagBytes + offsets[place]!])),
    works: places,
  };
}

/** By step: bytes of values that live on, and take memory of their own, made by then. */
function livingOn(
  { begins, last }: { begins: Lifetimes["begins"]; last: ReadonlyMap<number, number> },
  bytesOf: (value: number) => number,
) {
  let bytes = 0;
  return begins.map((begun) => {
    for (const value of begun) if (!last.has(value)) bytes += bytesOf(value);
    return bytes;
  });
}

/** Of the block: to give back less is not worth it. */
const leastShare = 1 / 64;

/**
 * What lives on, as gradients, comes to be while what the way back has used goes: so the block gets shorter from its end on. Steps are
 * those in which claims end; those without a claim need nothing.
 */
function remainsOf(steps: number, claims: readonly Claim[], ends: readonly number[], byteLength: number) {
  const needed = new Array<number>(steps + 1).fill(flagBytes);
  for (const [place, { last }] of claims.entries()) needed[last] = Math.max(needed[last]!, ends[place]!);
  for (let step = steps - 1; step >= 0; step -= 1) needed[step] = Math.max(needed[step]!, needed[step + 1]!);
  let now = byteLength;
  return Array.from({ length: steps }, (_, step): number | null => {
    const behind = needed[step + 1]!;
    if (now - behind <= byteLength * leastShare) return null;
    now = behind;
    return behind;
  });
}

/** Lends the block of one run; null where there is no room for it in one piece. */
export function withArena<T>(memory: WasmMemory, plan: MemoryPlan, use: (arena: Arena | null) => T): T {
  let address: number;
  try {
    address = memory.allocateLast(plan.byteLength);
  } catch {
    return use(null);
  }
  try {
    return use({ plan, address, flag: address });
  } finally {
    memory.free(address);
  }
}
