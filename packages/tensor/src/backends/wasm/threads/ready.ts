// Waits until a page's threads are there. The threads are pool.ts's, and what a page that shares no memory is told runtime.ts's.

import { warnOnce } from "../../../checks/warn.js";
import { wasmAllocator } from "../allocator.js";
import { runtimeFor } from "../runtime.js";
import { getNumThreads } from "./count.js";
import { startsUnderLoops } from "./host.js";

/** In milliseconds: how often it looks, and how long a page may take to start a thread. */
const apart = 2;
const longest = 10_000;

/**
 * Waits until the threads of the device "cpu" are there, and resolves with their number, the calling one included. A browser starts
 * a thread only while its page's event loop turns, so that a loop which never returns to it runs on one: await this before it.
 * `Trainer` waits by itself. In Node, Deno and Bun threads start while the program computes, with the first work that is worth them:
 * there it resolves at once.
 *
 * Where a page is not cross-origin isolated, threads cannot share memory: it resolves with 1 and, unless one thread is what was asked
 * for, warns once of the headers that are missing. It never rejects: where threads cannot be started it says so once, and ops run on those there are.
 *
 * @example
 * ```ts
 * import { getNumThreads, ready } from "@bernoulli/tensor";
 * const threads = await ready();
 * threads === getNumThreads(); // → true
 * ```
 */
export async function ready(): Promise<number> {
  if (startsUnderLoops()) return getNumThreads();
  const runtime = runtimeFor(wasmAllocator);
  const began = performance.now();
  let there = runtime.startThreads();
  while (there < getNumThreads()) {
    if (performance.now() - began > longest) {
      const seconds = longest / 1000;
      warnOnce(
        "threads",
        `ready: ${there} of ${getNumThreads()} threads are there after ${seconds} s, and ops run on these`,
      );
      return there;
    }
    await new Promise((resolve) => setTimeout(resolve, apart));
    there = runtime.startThreads();
  }
  return there;
}
