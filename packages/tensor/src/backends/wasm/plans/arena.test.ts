// The places of a plan's values: none lies where another does that is needed at the same time, and together they take less
// than twice what is needed at once. What happens without room for them.

import { seeded } from "@bernoulli/testing";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Graph, Value } from "../../../compile/graph.js";
import { compile, conv2d, manualSeed, memoryStats, randn, scope } from "../../../index.js";
import { wasmAllocator } from "../allocator.js";
import { integerBelow } from "../conformance.testing.js";
import { sizeOfBlock } from "../memory.js";
import { memoryPlanOf } from "./arena.js";

afterEach(() => vi.restoreAllMocks());

/** Values that are begun and ended by some of so many steps. */
function randomLifetimes(seed: number) {
  const random = seeded(seed);
  const steps = 2 + integerBelow(random, 30);
  const count = 1 + integerBelow(random, 40);
  const [begins, ends] = [0, 1].map(() => Array.from({ length: steps }, (): number[] => [])) as [
    number[][],
    number[][],
  ];
  const lives: (readonly [first: number, last: number])[] = [];
  for (let value = 0; value < count; value += 1) {
    const first = integerBelow(random, steps);
    const last = first + integerBelow(random, steps - first);
    lives.push([first, last]);
    begins[first]!.push(value);
    ends[last]!.push(value);
  }
  const bytes = lives.map(() => 1 + integerBelow(random, 2 ** integerBelow(random, 20)));
  const known = integerBelow(random, count + 1);
  const values = bytes.slice(0, known).map((byteLength) => ({ byteLength }) as unknown as Value);
  return {
    lives,
    bytes,
    graph: { allocator: wasmAllocator, nodes: [], needed: new Set(), values } as Graph,
    lifetimes: { begins, ends, extraBytes: bytes.slice(known) },
  };
}

describe("the places of values", () => {
  it("are apart for all that are needed at the same time", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const { lives, bytes, graph, lifetimes } = randomLifetimes(seed);
      const { offsets, byteLength } = memoryPlanOf(graph, lifetimes);
      expect(offsets.size).toBe(lives.length);
      const ranges = lives.map(([first, last], value) => {
        const begin = offsets.get(value)!;
        return { first, last, begin, end: begin + sizeOfBlock(bytes[value]!) };
      });
      for (const [at, a] of ranges.entries()) {
        expect(a.begin % 64).toBe(0);
        // The flag comes first.
        expect(a.begin).toBeGreaterThanOrEqual(sizeOfBlock(4));
        expect(a.end).toBeLessThanOrEqual(byteLength);
        for (const b of ranges.slice(at + 1)) {
          const together = a.first <= b.last && b.first <= a.last;
          if (together) expect(a.end <= b.begin || b.end <= a.begin, `seed ${seed}`).toBe(true);
        }
      }
      const steps = lifetimes.begins.map((_, step) =>
        ranges.reduce((sum, { first, last, begin, end }) => sum + (first <= step && step <= last ? end - begin : 0), 0),
      );
      expect(byteLength, `seed ${seed}`).toBeLessThan(2 * Math.max(...steps) + sizeOfBlock(4));
    }
  });
});

describe("without room in one piece", () => {
  it("values take memory one by one, and results are the same", () => {
    manualSeed(2);
    const [x, weight] = [randn(2, 16, 12, 12), randn(16, 16, 3, 3)];
    const body = () => conv2d(conv2d(x, weight, { padding: 1 }).relu().mul(2), weight).sum();
    const compiled = compile(body);
    const once = () => scope(() => compiled().item());
    const expected = once();
    const before = memoryStats();
    vi.spyOn(wasmAllocator, "allocateLast").mockImplementation(() => {
      throw new Error("no memory");
    });
    for (let call = 0; call < 3; call += 1) expect(once()).toBe(expected);
    vi.restoreAllMocks();
    expect(once()).toBe(expected);
    expect(memoryStats()).toEqual(before);
  });
});
