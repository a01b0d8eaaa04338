// The places of a plan's values: none lies where another does that is needed at the same time, and together they take less
// than twice what is needed at once. What happens without room for them.

import { seeded } from "@bernoulli/testing";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Graph, Value } from "../../../compile/graph.js";
import { compile, conv2d, manualSeed, memoryStats, peakMemory, randn, scope } from "../../../index.js";
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
    lifetimes: { begins, ends, inPlaceOf: new Map<number, number>(), extraBytes: bytes.slice(known) },
  };
}

describe("the places of values", () => {
  it("are apart for all that are needed at the same time", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const { lives, bytes, graph, lifetimes } = randomLifetimes(seed);
      const { offsets, byteLength } = memoryPlanOf(graph, lifetimes, []);
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

describe("what a call takes", () => {
  /** Bytes of the block that a call of a compiled function takes, work space and all. */
  function blockOf(call: () => void): number {
    for (let at = 0; at < 2; at += 1) scope(call);
    const allocate = vi.spyOn(wasmAllocator, "allocateLast").mockClear();
    scope(call);
    return allocate.mock.calls[0]![0];
  }
  const bytes = 4 * 64 * 512;

  it("is one place for a value that is computed element by element and the one that it is computed of", () => {
    manualSeed(3);
    const x = randn(64, 512);
    // What the first sums give is read by nothing but mul, which is no part of a region here.
    const body = () => x.cumsum(1).mul(x).cumsum(0);
    const compiled = compile(body);
    const block = blockOf(() => expect(compiled().sub(body()).abs().max().item()).toBeLessThan(1e-6));
    expect(block).toBeLessThan(1.5 * bytes);
    const twice = () => {
      const first = x.cumsum(1);
      return [first.mul(x).cumsum(0), first.cumsum(0)] as const;
    };
    const kept = compile(twice);
    const more = blockOf(() => {
      const expected = twice();
      for (const [at, result] of kept().entries())
        expect(result.sub(expected[at]!).abs().max().item()).toBeLessThan(1e-6);
    });
    expect(more).toBeGreaterThan(2 * bytes);
  });

  it("holds no gradients of the call before, which were zeroed", () => {
    const weight = randn(512, 512, { requiresGrad: true }).keep();
    const x = randn(4, 512);
    const step = compile(() => {
      weight.grad = null;
      x.matmul(weight).square().sum().backward();
    });
    const run = () => scope(() => step());
    for (let call = 0; call < 2; call += 1) run();
    const between = wasmAllocator.stats().bytesLive;
    // Between calls the gradient is there; so at most what passes comes on top.
    expect(peakMemory(run)).toBeLessThan(between + 0.5 * weight.storage.byteLength);
    weight.dispose();
  });

  it("holds no more of the block than later steps want", () => {
    const weights = [0, 1, 2].map(() => randn(256, 256, { requiresGrad: true }).keep());
    const x = randn(512, 256);
    const step = compile(() => {
      for (const weight of weights) weight.grad = null;
      weights
        .reduce((y, weight) => y.matmul(weight).softmax(1), x)
        .square()
        .sum()
        .backward();
    });
    const run = () => scope(() => step());
    for (let call = 0; call < 2; call += 1) run();
    const shorten = vi.spyOn(wasmAllocator, "shorten");
    run();
    const lengths = shorten.mock.calls.map(([, length]) => length);
    expect(lengths.length).toBeGreaterThan(1);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    for (const weight of weights) weight.dispose();
  });
});
