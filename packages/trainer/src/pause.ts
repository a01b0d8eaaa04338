// Lets timers, signals and clicks through during a loop that would otherwise never leave the microtask queue.

const longest = 50;

// Node has setImmediate, which waits for nothing; browsers have timers, which wait for some milliseconds.
const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => unknown };
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    if (setImmediate === undefined) setTimeout(resolve, 0);
    else setImmediate(resolve);
  });

/** A function to await again and again: it yields to the event loop once 50 ms have passed since it last did. */
export function createPause(clock: () => number): () => Promise<void> {
  let last = clock();
  return async () => {
    if (clock() - last < longest) return;
    await nextTurn();
    last = clock();
  };
}
