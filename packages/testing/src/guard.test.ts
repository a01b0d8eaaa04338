// The leak guard must see what it is there to see: each leak is made on purpose, and cleaned up.

import {
  closeScope,
  enableGrad,
  isGradEnabled,
  manualSeed,
  noGrad,
  ones,
  openScope,
  scope,
  setDefaultDevice,
  zeros,
} from "@bernoulli/tensor";
import { expect, it } from "vitest";
import { Guard } from "./guard.js";

it("is content with what scopes, keep and seeds leave", () => {
  const guard = new Guard();
  ones(1000).mul(2);
  ones(1000).keep();
  scope(() => ones(1000).keep());
  const w = ones(1000, { requiresGrad: true });
  w.mul(w).sum().backward();
  manualSeed(3);
  expect(guard.end()).toEqual([]);
});

it("frees what was kept", () => {
  const guard = new Guard();
  const kept = ones(1000).keep();
  guard.end();
  expect(kept.storage.freed).toBe(true);
});

it("sees tensors that outlive it", () => {
  const guard = new Guard();
  const left = { tensor: zeros(1) };
  // Born in the scope around the guard's, which goes on.
  guard.pause(() => {
    left.tensor = zeros(1000);
  });
  const problems = guard.end();
  left.tensor.dispose();
  expect(problems.map((text) => text.replace(/\d+/g, "…"))).toEqual([
    "storages: … before, … after",
    "bytes: … before, … after",
    "bytes that the cpu allocator says are live: … before, … after",
  ]);
});

it("is content where the collector ends what was made before it, as another file's", () => {
  const before = { tensor: zeros(1) };
  const outer = new Guard();
  outer.pause(() => {
    before.tensor = zeros(1000);
  });
  const guard = new Guard();
  before.tensor.dispose();
  expect(guard.end()).toEqual([]);
  expect(outer.end()).toEqual([]);
});

it("sees memory that no tensor accounts for", () => {
  const guard = new Guard();
  const { allocator } = zeros(1).storage;
  const address = allocator.allocate(64);
  const problems = guard.end();
  allocator.free(address);
  expect(problems.map((text) => text.replace(/\d+/g, "…"))).toEqual([
    "bytes that the cpu allocator says are live: … before, … after",
  ]);
});

it("sees scopes left open", () => {
  const guard = new Guard();
  const left = openScope("a loader");
  const problems = guard.end();
  expect(problems[0]).toMatch(/the scope of a loader was opened inside it and is still open/);
  expect(problems).toContain("open scopes: 1 before, 3 after");
  closeScope(left);
  // Now it can close, and finds all as it was.
  expect(guard.end()).toEqual([]);
});

it("sees modes left changed", () => {
  const guard = new Guard();
  setDefaultDevice("reference");
  expect(guard.end()).toEqual(["default device: cpu before, reference after"]);
  expect(zeros(1).device).toBe("cpu");
  const inside = noGrad(() => {
    const other = new Guard();
    return enableGrad(() => other.end());
  });
  expect(inside).toEqual(["grad mode: false before, true after"]);
  expect(isGradEnabled()).toBe(true);
});
