// Bodies that must be synchronous: how one that is not is told, and what becomes of the promise that it leaves behind.

import { ArgumentError } from "./errors.js";

const isObject = (value: unknown): value is object =>
  value !== null && (typeof value === "object" || typeof value === "function");

/** Whether a value is a promise, or can be awaited like one. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return isObject(value) && typeof (value as { then?: unknown }).then === "function";
}

/**
 * Whether a body that must be synchronous returned a promise, or was an `async function*`. Who asks throws an error then, and
 * nobody waits for the promise: so its rejection is taken here, which would end a Node program. The rest of such a body runs
 * outside of what it was handed to.
 */
export function isAsynchronous(result: unknown): boolean {
  if (!isPromise(result))
    return (
      isObject(result) &&
      Symbol.asyncIterator in result &&
      Object.prototype.toString.call(result) === "[object AsyncGenerator]"
    );
  try {
    Promise.prototype.then.call(result, undefined, () => {});
  } catch {
    // No true promise; calling its own `then` might begin what has not begun.
  }
  return true;
}

/**
 * Returns what a function of the user's returned.
 *
 * @throws ArgumentError that names the owner and the function, if that {@link isAsynchronous}.
 */
export function checkSynchronous<Result>(owner: string, what: string, result: Result): Result {
  if (!isAsynchronous(result)) return result;
  throw new ArgumentError(`${owner}: ${what} returned a promise, but must be synchronous; await before or after it`);
}
