// A rank that fails takes the others along: what ended it is told to them, for as long as they may need to hear it, and then the job is
// ended, so that nobody waits for who is gone. A rank that is killed tells nothing; then the launcher ends the job.

import type { Agreement } from "./agreement.js";
import type { Transport } from "./transport.js";

/** So long a failing rank waits for the others to hear why; then it ends them. */
const secondsToHear = 5;

/** So long those who have heard have to say it, before they are ended. */
const millisecondsToSay = 1000;

interface Link {
  readonly transport: Transport;
  readonly agreement: Agreement;
}

/** `leave` is what a process does that ends well, if it has not done so. */
export function watchDeparture(link: Link, isIn: () => boolean, leave: () => void): void {
  const { transport, agreement } = link;
  let isOver = false;
  const depart = (why: string) => {
    isOver = true;
    // Where the ranks differed all have heard of it already.
    if (!agreement.isBroken) agreement.part(`rank ${transport.rank} ${why}`, secondsToHear);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, millisecondsToSay);
    transport.abort(1);
  };
  process.on("uncaughtExceptionMonitor", (error: unknown) => {
    // Whoever catches what nobody caught goes on.
    if (isOver || process.listenerCount("uncaughtException") > 0) return;
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    // The library ends the process before Node would say so.
    const stack = error instanceof Error ? error.stack : undefined;
    process.stderr.write(`rank ${transport.rank} of ${transport.worldSize}: ${stack ?? text}\n`);
    depart(`threw ${text}`);
  });
  process.on("exit", (code) => {
    if (isOver || !isIn()) return;
    if (code !== 0) return depart(`ended with exit code ${code}`);
    isOver = true;
    try {
      leave();
    } catch (error) {
      process.stderr.write(`rank ${transport.rank} of ${transport.worldSize}, at its end: ${String(error)}\n`);
      depart("ended");
    }
  });
}
