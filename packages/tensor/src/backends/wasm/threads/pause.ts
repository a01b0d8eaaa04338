// Lets a page's clicks, timers and frames through between the steps of a loop that would never return to the event loop. Not the
// threads, which want the same once, to start: ready.ts.

/** In milliseconds. A task lasts so long and a step more, and what is counted as long on pages is 50. */
const longest = 5;

let channel: MessageChannel | null = null;
const waiting: (() => void)[] = [];

/**
 * A message to oneself, which comes behind whatever waits already. Timers of pages take 4 ms or more; and what goes on behind `scheduler.yield` goes
 * before all timers, so that in a loop which does nothing else none ever fires.
 */
function byMessage(resolve: () => void): void {
  if (channel === null) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  waiting.push(resolve);
  channel.port2.postMessage(null);
}

/** Resolves once the event loop has turned. */
function turn(): Promise<void> {
  const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => unknown };
  return new Promise(setImmediate === undefined ? byMessage : (resolve) => void setImmediate(resolve));
}

/** When the event loop last turned, as far as is known here. */
let turned = Number.NEGATIVE_INFINITY;

/**
 * Lets the event loop turn, once 5 ms have passed since it last did; before that it resolves at once, and costs next to nothing. A loop
 * that awaits it behind every step leaves a page responsive: clicks and timers come through, frames are drawn, and
 * none of its tasks lasts more than 5 ms longer than a step. `Trainer` does so by itself. In Node it lets timers and signals through.
 *
 * @example
 * ```ts
 * import { pause } from "@bernoulli/tensor";
 * let isStopped = false;
 * setTimeout(() => (isStopped = true), 20);
 * while (!isStopped) await pause(); // without it the timer would never come
 * ```
 */
export async function pause(): Promise<void> {
  if (performance.now() - turned < longest) return;
  await turn();
  turned = performance.now();
}
