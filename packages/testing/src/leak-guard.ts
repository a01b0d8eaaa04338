// A vitest setup file: every test runs in a scope of its own, and fails if it leaves memory, scopes or modes behind.
// Frees what tests keep; says nothing of tensors made outside tests (at module level, in beforeAll), which may stay.

import { closeScope, defaultGenerator, getDefaultDevice, isGradEnabled, memoryStats, openScope, type Scope, setDefaultDevice, Tensor, zeros } from "@bernoulli/tensor";
import { afterEach, beforeEach } from "vitest";

/** What a test must leave as it found it. */
function state(): Record<string, unknown> {
  const { storages, bytes, scopes } = memoryStats();
  return {
    storages,
    bytes,
    "open scopes": scopes,
    "bytes that the cpu allocator says are live": allocatorBytes(),
    "grad mode": isGradEnabled(),
    "default device": getDefaultDevice(),
    "default generator": defaultGenerator(),
  };
}

let statistics: (() => { readonly bytesLive: number }) | null = null;

/** What the WebAssembly memory itself has handed out, apart from what tensors count. */
function allocatorBytes(): number {
  if (statistics === null) {
    const probe = zeros(1, { device: "cpu" });
    const { allocator } = probe.storage as { allocator: { stats?(): { readonly bytesLive: number } } };
    if (allocator.stats === undefined) throw new Error("leak guard: the cpu allocator reports no statistics");
    statistics = () => allocator.stats!();
    probe.dispose();
  }
  return statistics().bytesLive;
}

// Kept tensors belong to no scope once the one that they were born in has closed: so they are noted as they are kept.
const kept = new Set<Tensor["storage"]>();
const { keep } = Tensor.prototype;
Tensor.prototype.keep = function (this: Tensor) {
  if (!this.storage.kept) kept.add(this.storage);
  return keep.call(this);
};

let before: Record<string, unknown> = {};
let guard: Scope | null = null;

beforeEach(() => {
  kept.clear();
  before = state();
  guard = openScope("the leak guard");
});

afterEach(() => {
  const problems: string[] = [];
  try {
    if (guard !== null) closeScope(guard);
  } catch (error) {
    problems.push(String(error));
  }
  guard = null;
  for (const storage of kept) storage.free();
  const after = state();
  for (const [name, value] of Object.entries(before)) {
    if (!Object.is(after[name], value)) problems.push(`${name}: ${describe(value)} before, ${describe(after[name])} after`);
  }
  // The next test shall fail for its own faults only.
  setDefaultDevice(before["default device"] as "cpu");
  if (problems.length > 0) throw new Error(`leak guard: the test left something behind\n  ${problems.join("\n  ")}`);
});

function describe(value: unknown): string {
  return typeof value === "object" ? "one generator" : String(value);
}
