// Step scopes: a stack of lists of the storages born since each scope opened, freed when it closes. Hard ones (`scope(…)`, compiled
// calls, backward) close in order; soft ones are those of loops, which nobody may ever close (loop-scope.ts).
// WebAssembly memory is not garbage-collected, and finalizers do not run inside a busy loop: hence scopes.

import { ScopeError } from "../checks/errors.js";
import { type Storage, smallStorageBytes } from "./storage.js";
import { enterUnscoped } from "./unscoped.js";

/**
 * What a step of a loop may hold before it is looked upon as one that nobody will end: bytes, and a weight for each storage that is
 * born, since a plain loop behind an iterator that was abandoned makes many small ones. Steps of real nets stay below both.
 */
const stepRoom = 3 * 2 ** 30;
const birthWeight = 2 ** 16;

/** One level of the stack. Everybody but loops and tests calls `scope`. */
export class Scope {
  readonly label: string;
  /** Whether it is a loop's: then it closes whenever the loop goes on, whatever was opened since, and at the latest with `around`. */
  readonly isSoft: boolean;
  readonly born = new Set<Storage>();
  /** The innermost hard scope around it. */
  around: Scope | null = null;
  /** Soft scopes within this one that are off the stack, and not closed yet. */
  readonly suspended = new Set<Scope>();
  isOpen = true;
  /** What may yet be born; below zero, what is born may leave for JavaScript memory. */
  room: number;

  constructor(label: string, isSoft = false) {
    this.label = label;
    this.isSoft = isSoft;
    this.room = isSoft ? stepRoom : Number.POSITIVE_INFINITY;
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
  storage.home = scope;
  if (scope === null) {
    exposeStorage(storage);
    return;
  }
  storage.isUnscoped = false;
  scope.born.add(storage);
  scope.room -= storage.byteLength + birthWeight;
  if (scope.room < 0) overflow(scope, storage);
}

function overflow(scope: Scope, storage: Storage): void {
  if (scope.room === Number.NEGATIVE_INFINITY) exposeStorage(storage);
  else {
    expose(scope);
    scope.room = Number.NEGATIVE_INFINITY;
  }
}

/** Lets a storage be moved to JavaScript memory when room is wanted. */
function exposeStorage(storage: Storage): void {
  storage.isUnscoped = true;
  enterUnscoped(storage);
}

/** Lets what was born in a scope so far be moved to JavaScript memory when room is wanted: perhaps nobody will close it. */
export function expose(scope: Scope): void {
  for (const storage of scope.born) {
    if (storage.freed) scope.born.delete(storage);
    else if (!storage.kept) exposeStorage(storage);
  }
}

/** Opens a scope by hand; close it with {@link closeScope}. Prefer `scope(() => …)`, and {@link LoopScope} in iterators. */
export function openScope(label: string): Scope {
  const scope = new Scope(label);
  enter(scope);
  return scope;
}

/** Puts a scope on the stack. */
export function enter(scope: Scope): void {
  const top = currentScope();
  scope.around = top?.isSoft === true ? top.around : top;
  stack.push(scope);
}

/** Takes a soft scope off the stack, wherever it is. Those of loops begun in its step, and going on, leave with it. */
export function leave(scope: Scope): void {
  const at = stack.lastIndexOf(scope);
  if (at < 0) return;
  stack.splice(at, 1);
  while (stack[at]?.isSoft === true) suspend(stack[at]);
}

/** Takes a soft scope off the stack; what was born in it ends as its loop goes on, and before that may leave the device. */
export function suspend(scope: Scope): void {
  if (!scope.isOpen) return;
  leave(scope);
  scope.around?.suspended.add(scope);
  expose(scope);
  scope.room = Number.NEGATIVE_INFINITY;
}

/** Closes a soft scope, and frees nothing: what was born in it goes to what is around it. */
export function release(scope: Scope): void {
  if (!scope.isOpen) return;
  withdraw(scope);
  for (const storage of scope.born) {
    storage.home = null;
    if (!storage.kept && !storage.freed) belongTo(scope.around?.isOpen === true ? scope.around : null, storage);
  }
  scope.born.clear();
}

/**
 * Closes the innermost scope. Storages that are not kept are freed; small ones move to JavaScript memory and live on. Loops that
 * were begun in it and not ended lose their step.
 *
 * @throws ScopeError if `scope` is not the innermost one, or closed already.
 */
export function closeScope(scope: Scope): void {
  const above = stack.slice(stack.lastIndexOf(scope) + 1);
  const inner = above.findLast(({ isSoft }) => !isSoft);
  if (!scope.isOpen || inner !== undefined) {
    throw new ScopeError(
      `the scope of ${scope.label} cannot close: ${inner === undefined || !scope.isOpen ? "it is closed already" : `the scope of ${inner.label} was opened inside it and is still open`}; ` +
        "close every scope once, the innermost first",
    );
  }
  for (const step of above.reverse()) end(step);
  for (const step of scope.suspended) end(step);
  stack.pop();
  scope.isOpen = false;
  freeBorn(scope);
}

/** Closes a soft scope, wherever it is. */
export function end(scope: Scope): void {
  if (!scope.isOpen) return;
  withdraw(scope);
  freeBorn(scope);
}

function withdraw(scope: Scope): void {
  leave(scope);
  scope.around?.suspended.delete(scope);
  scope.isOpen = false;
}

function freeBorn(scope: Scope): void {
  for (const storage of scope.born) {
    storage.home = null;
    if (storage.kept || storage.freed) continue;
    storage.isUnscoped = false;
    if (storage.byteLength <= smallStorageBytes) storage.toHost();
    else storage.free();
  }
  scope.born.clear();
}

/** Hands a storage over from `scope`, or a loop's in it, to another: the one around it where that has been closed. */
export function escapeTo(scope: Scope, outer: Scope | null, storage: Storage): void {
  const { home } = storage;
  if (home === null || (home !== scope && !(home.isSoft && home.around === scope))) return;
  if (!home.born.delete(storage)) return;
  belongTo(outer === null || outer.isOpen ? outer : (stack[stack.lastIndexOf(scope) - 1] ?? null), storage);
}

/** The open scope that a storage will end with; null for one that is kept, or was born outside all scopes. */
export function scopeOf(storage: Storage): Scope | null {
  return storage.kept || storage.home?.isOpen !== true ? null : storage.home;
}

/** Whether a storage lasts beyond the scopes behind the first `depth`: no such scope ends it. */
export function outlasts(storage: Storage, depth: number): boolean {
  const scope = scopeOf(storage);
  return scope === null || stack.indexOf(scope) < depth;
}

/** Ends that a storage is kept as a leaf's gradient: unless it is for something else, it is an ordinary one of the current scope again. */
export function releaseGradient(storage: Storage): void {
  storage.releaseAsGradient();
  if (storage.kept) return;
  storage.home?.born.delete(storage);
  registerBirth(storage);
}
