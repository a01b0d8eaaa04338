// The choice of variants: it keeps what has changed, takes a sixth of the edges and a tenth of the rest and never nothing, and says how many.

import { describe, expect, it } from "vitest";
import { type Choice, choiceIn, Variants } from "./variants.js";

const names = (count: number) => Array.from({ length: count }, (_, at) => `variant ${at}`);
const tenth = (seed: string, ...changed: string[]): Choice => ({ seed, changed: new Set(changed) });
const of = (choice: Choice, all: readonly string[], isEdge: (name: string) => boolean = () => false, source?: string) =>
  new Variants("a.test.ts", choice).of("group", all, (name) => name, isEdge, source);

describe("a tenth of the variants", () => {
  it("is what a tenth is, rounded up, in their order, and the same for the same seed", () => {
    const all = names(95);
    const chosen = of(tenth("a"), all);
    expect(chosen).toHaveLength(10);
    expect(all.filter((name) => chosen.includes(name))).toEqual(chosen);
    expect(of(tenth("a"), all)).toEqual(chosen);
    expect(of(tenth("b"), all)).not.toEqual(chosen);
    expect(of(tenth("a"), names(1))).toHaveLength(1);
    expect(of(tenth("a"), names(11))).toHaveLength(2);
  });

  it("hangs on names: what is added moves no other into or out of the first places", () => {
    const before = of(tenth("a"), names(100));
    const after = of(tenth("a"), names(101));
    expect(before.filter((name) => !after.includes(name)).length).toBeLessThanOrEqual(1);
    expect(after).toHaveLength(11);
  });

  it("differs from group to group, and takes every variant under some seed, each as often", () => {
    const times = new Map(names(20).map((name) => [name, 0]));
    for (let seed = 0; seed < 500; seed++)
      for (const name of of(tenth(`${seed}`), names(20))) times.set(name, times.get(name)! + 1);
    for (const [name, count] of times) expect(Math.abs(count - 50), `${name}: ${count}`).toBeLessThan(30);
    const variants = new Variants("a.test.ts", tenth("a"));
    const groups = ["x", "y", "z"].map((group) => variants.of(group, names(100), String, () => false));
    expect(new Set(groups.map((chosen) => chosen.join())).size).toBe(3);
    expect(variants.counts).toEqual({ all: 300, chosen: 30 });
    expect(variants.isWhole).toBe(false);
  });

  it("comes on top of a sixth of the edges, of which each runs under some seed", () => {
    const isEdge = (name: string) => Number(name.slice(8)) < 5;
    const seeds = Array.from({ length: 300 }, (_, seed) => of(tenth(`${seed}`), names(25), isEdge));
    const counts = seeds.map((chosen) => chosen.filter(isEdge).length);
    expect(new Set(counts)).toEqual(new Set([0, 1]));
    expect(Math.abs(counts.reduce((sum, count) => sum + count, 0) / 300 - 5 / 6)).toBeLessThan(0.1);
    for (const chosen of seeds) expect(chosen.filter((name) => !isEdge(name))).toHaveLength(2);
    expect(new Set(seeds.flat().filter(isEdge)).size).toBe(5);
    // Of nothing but edges one runs.
    for (let seed = 0; seed < 20; seed++) expect(of(tenth(`${seed}`), names(1), isEdge)).toHaveLength(1);
    expect(new Variants("a.test.ts", tenth("a")).of("no edges", names(25), String)).toHaveLength(3);
    const withEdges = of({ ...tenth("a")!, hasEdges: true }, names(25), isEdge);
    expect(withEdges.filter(isEdge)).toEqual(names(5));
    expect(withEdges).toHaveLength(7);
  });

  it("is all of them where their source or the test has changed, and not where others have", () => {
    const all = names(30);
    expect(of(tenth("a", "src/relu"), all, undefined, "src/relu")).toEqual(all);
    expect(of(tenth("a", "a.test.ts"), all)).toEqual(all);
    expect(of(tenth("a", "src/relu6", "b.test.ts"), all, undefined, "src/relu")).toHaveLength(3);
  });

  it("is taken of each group", () => {
    const variants = new Variants("a.test.ts", tenth("a"));
    const chosen = variants.ofGroups(names(30), (name) => `${Number(name.slice(8)) % 3}`, String);
    expect(chosen.map((name) => Number(name.slice(8)) % 3)).toEqual([0, 1, 2]);
    expect(variants.counts).toEqual({ all: 30, chosen: 3 });
    expect(new Variants("a.test.ts", null).ofGroups(names(4), () => "one", String)).toEqual(names(4));
  });

  it("has its groups told apart", () => {
    const variants = new Variants("a.test.ts", null);
    variants.of("group", names(2), String, () => false);
    expect(() => variants.of("group", names(2), String, () => false)).toThrow(
      'a.test.ts: two groups of variants are called "group"',
    );
  });
});

describe("a test that takes long", () => {
  it("runs where all do, or where what it hangs on has changed, and is counted", () => {
    expect(new Variants("a.test.ts", null).takes("a build")).toBe(true);
    expect(new Variants("a.test.ts", tenth("a", "a.test.ts")).takes("a build")).toBe(true);
    const variants = new Variants("a.test.ts", tenth("a", "b.test.ts"));
    expect(variants.takes("a build")).toBe(false);
    expect(variants.counts).toEqual({ all: 1, chosen: 0 });
    expect(() => variants.tell((_, body) => body({ task: { meta: {} } }))).not.toThrow();
    expect(() => variants.takes("a build")).toThrow("two groups");
  });
});

describe("the environment", () => {
  it("means all where it says nothing", () => {
    for (const tests of [undefined, "", "all"])
      expect(choiceIn({ BERNOULLI_TESTS: tests, BERNOULLI_TEST_SEED: "a" })).toBeNull();
    expect(of(null, names(40))).toEqual(names(40));
  });

  it("holds the seed and what has changed", () => {
    const given = { BERNOULLI_TESTS: "tenth", BERNOULLI_TEST_SEED: "a", BERNOULLI_TEST_CHANGED: "x\ny\n" };
    expect(choiceIn(given)).toEqual({ ...tenth("a", "x", "y"), hasEdges: false });
    expect(choiceIn({ ...given, BERNOULLI_TEST_CHANGED: undefined })).toEqual({ ...tenth("a"), hasEdges: false });
    expect(choiceIn({ ...given, BERNOULLI_TESTS: "edges" })).toMatchObject({ hasEdges: true });
  });

  it("is refused where it asks for something else", () => {
    expect(() => choiceIn({ BERNOULLI_TESTS: "half" })).toThrow(
      'BERNOULLI_TESTS is "half"; take "all", "edges" or "tenth"',
    );
    expect(() => choiceIn({ BERNOULLI_TESTS: "tenth" })).toThrow("wants a BERNOULLI_TEST_SEED");
  });
});

describe("what is told", () => {
  /** Runs the test that a file's variants tell themselves by. */
  function told(variants: Variants): { name: string; meta: object } {
    const seen = { name: "", meta: {} };
    variants.tell((name, body) => {
      seen.name = name;
      body({ task: seen });
    });
    return seen;
  }

  it("is how many run, by which seed", () => {
    const variants = new Variants("a.test.ts", tenth("a"));
    variants.of("group", names(30), String, () => false);
    expect(told(variants)).toEqual({
      name: "a sixth of the edges and a tenth run, by the seed a",
      meta: { variants: { all: 30, chosen: 3 } },
    });
    const whole = new Variants("a.test.ts", null);
    whole.of("group", names(30), String, () => false);
    expect(whole.isWhole).toBe(true);
    expect(told(whole)).toEqual({ name: "all variants run", meta: { variants: { all: 30, chosen: 30 } } });
  });

  it("fails where nothing runs", () => {
    const variants = new Variants("a.test.ts", tenth("a"));
    expect(() => told(variants)).toThrow("there is none");
    variants.of("something", names(3), String, () => false);
    variants.of("nothing", [], String, () => false);
    expect(() => told(variants)).toThrow("of these groups no variant runs: nothing");
  });
});
