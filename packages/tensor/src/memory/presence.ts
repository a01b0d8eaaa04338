// Before a storage is used: its elements are on its device. How they left it is scope.ts's and unscoped.ts's.

import { registerBirth } from "./scope.js";
import type { Storage } from "./storage.js";
import { returnUnscoped, touch } from "./unscoped.js";

/** Brings a storage that a finished scope moved to JavaScript memory back to its device, where it was born, or into the current scope. */
export function ensureOnDevice(storage: Storage): void {
  touch(storage);
  if (!storage.freed && !storage.onHost) return;
  if (!storage.toDevice() || storage.kept) return;
  if (storage.isUnscoped) returnUnscoped(storage);
  else registerBirth(storage);
}
