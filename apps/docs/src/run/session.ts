// One run of an example, as the page sees it: a worker that is started, listened to, and stopped.

import type { Message, Output } from "./output.js";
import type { Program } from "./prepare.js";

/** More than this many outputs nobody reads, and a loop that prints must not fill the page. */
export const mostOutputs = 500;

export interface Session {
  /** Ends the program where it is. */
  stop(): void;
}

/**
 * Starts a program in a worker of its own.
 *
 * @param told is given what the program says, at most {@link mostOutputs} of it
 * @param ended is given the milliseconds that it took; null where the worker could not be started
 */
export function start(
  program: Program,
  told: (output: Output) => void,
  ended: (milliseconds: number | null) => void,
): Session {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "example" });
  let outputs = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data.kind === "done") {
      worker.terminate();
      ended(data.milliseconds);
    } else if (outputs++ < mostOutputs) told(data);
    else if (outputs === mostOutputs + 1)
      told({ kind: "warn", text: `… more than ${mostOutputs} lines: the rest is left out` });
  });
  worker.addEventListener("error", (event) => {
    told({ kind: "error", text: event.message || "the worker could not be loaded" });
    worker.terminate();
    ended(null);
  });
  worker.postMessage(program);
  return { stop: () => worker.terminate() };
}
