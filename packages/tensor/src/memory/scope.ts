// Step scopes: a stack of lists of the storages born since each scope opened, freed when it closes.
// WebAssembly memory is not garbage-collected, and finalizers do not run inside a busy loop: hence scopes.

import { ScopeError } from "../errors.js";
import { type Storage, smallStorageBytes } from "./storage.js";
import { enterUnscoped } from "./unscoped.js";

/** One level of the stack. The DataLoader's iterators open and close them by hand; everybody else calls `scope`. */
export class Scope {
  readonly label: string;
  readonly born = new Set<Storage>();

  constructor(label: string) {
    this.label = label;
  }
}

const stack: Scope[] = [];

export function currentScope(): Scope | null {
  return stack[stack.length - 1] ?? null;
}

export function scopeDepth(): number {
  return stack.length;
}

export function registerBirth(storage: Storage): void {
  belongTo(stack[stack.length - 1] ?? null, storage);
}

function belongTo(scope: Scope | null, storage: Storage): void {
  storage.isUnscoped = scope === null;
  if (scope === null) enterUnscoped(storage);
  else scope.born.add(storage);
}

/** Opens a scope by hand; close it with {@link closeScope}. Prefer `scope(() => …)`. */
export function openScope(label: string): Scope {
  const scope = new Scope(label);
  stack.push(scope);
  return scope;
}

/**
 * Closes the innermost scope. Storages that are not kept are freed; small ones move to JavaScript memory and live on.
 *
 * @throws ScopeError if `scope` is not the innermost one.
 */
export function closeScope(scope: Scope): void {
  const top = stack[stack.length - 1];
  if (top !== scope) {
    throw new ScopeError(
      `the scope of ${scope.label} cannot close: ${top === undefined ? "it is closed already" : `the scope of ${top.label} was opened inside it and is still open`}; ` +
        "finish (or return from) inner loops before the outer one goes on",
    );
  }
  stack.pop();
  for (const storage of scope.born) {
    if (storage.kept || storage.freed) continue;
    if (storage.byteLength <= smallStorageBytes) storage.toHost();
    else storage.free();
  }
  scope.born.clear();
}

/** Hands a storage over from `scope` to the one around it. */
export function escapeTo(scope: Scope, outer: Scope | null, storage: Storage): void {
  if (!scope.born.delete(storage)) return;
  belongTo(outer, storage);
}

/** The open scope that a storage will end with; null for one that is kept, or was born outside all scopes. */
export function scopeOf(storage: Storage): Scope | null {
  return storage.kept ? null : (stack.find((scope) => scope.born.has(storage)) ?? null);
}

/** Ends that a storage is kept as a leaf's gradient: unless it is for something else, it is an ordinary one of the current scope again. */
export function releaseGradient(storage: Storage): void {
  storage.releaseAsGradient();
  if (!storage.kept) registerBirth(storage);
}
