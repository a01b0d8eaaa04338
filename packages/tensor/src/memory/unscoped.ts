// What was born outside all scopes, and how it ends: a plain loop makes tensors and drops them, and nothing tells. When they have
// grown past a budget, those used longest ago are moved to JavaScript memory and forgotten. What is garbage the collector takes
// there, even inside a synchronous loop, since it knows the size of such buffers; what is not comes back when it is used.
// Parameters, buffers, optimizer state and the gradients of what is kept are kept: they never move. What scopes end is scope.ts's.

import type { Storage } from "./storage.js";

/** What a storage costs beside its bytes: an entry here, and a block of the device. Loops that dispose of what they make grow by it. */
const entryBytes = 1024;
/** Storages that one of so many last ops used stay: an op under way may hold their addresses. */
const usesUnderWay = 64;

/** Beyond this the oldest are moved. Larger budgets leave the caches. */
const leastBudget = 64 * 2 ** 20;
const mostBudget = 2 ** 31;

let budget = leastBudget;
let listed: Storage[] = [];
let listedBytes = 0;
let limit = budget;
let uses = 0;
/** Bytes moved by the last relief, and of all that was moved what has come back since. */
let movedBytes = 0;
let returnedBytes = 0;

/** Enters a storage that no scope will end. */
export function enterUnscoped(storage: Storage): void {
  storage.lastUse = uses;
  if (storage.isListed) return;
  storage.isListed = true;
  listed.push(storage);
  listedBytes += storage.byteLength + entryBytes;
}

/** A storage that was moved is used again. */
export function returnUnscoped(storage: Storage): void {
  returnedBytes += storage.byteLength;
  enterUnscoped(storage);
}

/** Begins an op. Only here storages move: nobody holds an address yet. */
export function beginUse(): void {
  uses += 1;
  if (listedBytes > limit) relieve(budget);
}

export function touch(storage: Storage): void {
  storage.lastUse = uses;
}

/**
 * Moves what was used longest ago, until half of `most` bytes are left on the device, if there are more than `most`. Returns
 * whether anything moved.
 */
export function relieve(most: number): boolean {
  const present = listed.filter((storage) => {
    storage.isListed = storage.isUnscoped && !storage.kept && !storage.freed && !storage.onHost;
    if (storage.freed) storage.home?.born.delete(storage);
    return storage.isListed;
  });
  let bytes = present.reduce((total, { byteLength }) => total + byteLength + entryBytes, 0);
  let moved = 0;
  listed = present;
  if (bytes > most) {
    // Whoever moves what is used again soon has too small a budget: that of a net whose activations do not fit.
    if (returnedBytes > movedBytes / 4) budget = Math.min(2 * budget, mostBudget);
    returnedBytes = 0;
    present.sort((a, b) => a.lastUse - b.lastUse);
    listed = present.filter((storage) => {
      if (bytes <= most / 2 || storage.lastUse > uses - usesUnderWay || !storage.moveToHost()) return true;
      storage.isListed = false;
      // A step that may never end must not hold it.
      storage.home?.born.delete(storage);
      storage.home = null;
      bytes -= storage.byteLength + entryBytes;
      moved += storage.byteLength;
      return false;
    });
    movedBytes = moved;
  }
  listedBytes = bytes;
  // What cannot move is not looked through again at each op.
  limit = Math.max(budget, bytes + budget / 2);
  return moved > 0;
}

/** For tests: runs `body` with another budget, and moves all that is left of it. */
export function withBudget<Result>(bytes: number, body: () => Result): Result {
  const before = budget;
  budget = bytes;
  limit = bytes;
  try {
    return body();
  } finally {
    uses += usesUnderWay;
    relieve(0);
    budget = before;
    limit = budget;
  }
}
