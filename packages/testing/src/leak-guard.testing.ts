// A vitest setup file: every test runs in a scope of its own, and fails if it leaves memory, scopes or modes behind.
// Frees what tests keep; says nothing of tensors made outside tests (at module level, in beforeAll), which may stay.
// Files share a process: warnings that come once come once a file, and spies end with their file.

import { resetWarnings } from "@bernoulli/tensor";
import { afterAll, afterEach, beforeEach, vi } from "vitest";
import { Guard } from "./guard.js";

let guard: Guard | null = null;

resetWarnings();
afterAll(() => void vi.restoreAllMocks());

beforeEach(() => {
  guard = new Guard();
});

afterEach(() => {
  const problems = guard?.end() ?? [];
  guard = null;
  if (problems.length > 0) throw new Error(`leak guard: the test left something behind\n  ${problems.join("\n  ")}`);
});
