// What the leak guard looks at: memory, scopes and modes before and after a piece of work. leak-guard.testing.ts puts it around tests.

import {
  closeScope,
  defaultGenerator,
  getDefaultDevice,
  isGradEnabled,
  memoryStats,
  openScope,
  type Scope,
  setDefaultDevice,
  Tensor,
  zeros,
} from "@bernoulli/tensor";

type State = Readonly<Record<string, unknown>>;

function state(): State {
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

/**
 * Less of these is no leak: what a file made outside its tests, the collector may end while another file's test runs, since files
 * share a process.
 */
const amounts = ["storages", "bytes", "bytes that the cpu allocator says are live"];

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

const guards: Guard[] = [];

// Kept tensors belong to no scope once the one that they were born in has closed: so they are noted as they are kept.
const { keep, keepAsGradient } = Tensor.prototype;
Tensor.prototype.keep = function (this: Tensor) {
  if (!this.storage.kept) guards.at(-1)?.kept.add(this.storage);
  return keep.call(this);
};
Tensor.prototype.keepAsGradient = function (this: Tensor, leaf: Tensor) {
  if (!this.storage.kept) guards.at(-1)?.kept.add(this.storage);
  keepAsGradient.call(this, leaf);
};

/** Opens a scope, and at its end frees what was kept in it and says what is not as it was. */
export class Guard {
  readonly kept = new Set<Tensor["storage"]>();
  readonly #before = state();
  #scope: Scope = openScope("the leak guard");

  constructor() {
    guards.push(this);
  }

  /** Runs `body` in no scope of this guard, which holds nothing of it; what it leaves behind is still held against it. */
  pause(body: () => void): void {
    closeScope(this.#scope);
    const place = guards.indexOf(this);
    guards.splice(place, 1);
    try {
      body();
    } finally {
      guards.splice(place, 0, this);
      this.#scope = openScope("the leak guard");
    }
  }

  /** What was left behind, a line each. The default device is set back. */
  end(): string[] {
    const problems: string[] = [];
    const place = guards.indexOf(this);
    if (place >= 0) guards.splice(place, 1);
    try {
      closeScope(this.#scope);
    } catch (error) {
      problems.push(String(error));
    }
    for (const storage of this.kept) storage.free();
    const after = state();
    for (const [name, value] of Object.entries(this.#before)) {
      const isLess = amounts.includes(name) && (after[name] as number) < (value as number);
      if (!Object.is(after[name], value) && !isLess)
        problems.push(`${name}: ${describe(value)} before, ${describe(after[name])} after`);
    }
    setDefaultDevice(this.#before["default device"] as "cpu");
    return problems;
  }
}

function describe(value: unknown): string {
  return typeof value === "object" ? "one generator" : String(value);
}

/** Runs `body` in no scope, for tests of loops that run in none. */
export function outsideGuard(body: () => void): void {
  const guard = guards.at(-1);
  if (guard === undefined) body();
  else guard.pause(body);
}
