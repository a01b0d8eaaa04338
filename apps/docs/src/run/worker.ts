// The module worker in which an example runs: one program a worker, so that stopping it is ending the worker.

import type { Message } from "./output.js";
import type { Program } from "./prepare.js";
import { runProgram } from "./run.js";
import { workerModules } from "./worker-modules.js";

const post = (message: Message): void => self.postMessage(message);
// What the library itself warns of.
console.warn = (...values: unknown[]) => post({ kind: "warn", text: values.map(String).join(" ") });

self.addEventListener("message", async ({ data }: MessageEvent<Program>) => {
  const load = workerModules as Readonly<Record<string, () => Promise<object>>>;
  if (!crossOriginIsolated) {
    // The page says that there is one thread; so the library need not, run by run.
    const { setNumThreads } = await import("@bernoulli/tensor");
    setNumThreads(1);
  }
  await Promise.all(data.imports.map((name) => load[name]!()));
  const started = performance.now();
  await runProgram(data, (name) => load[name]!(), post);
  post({ kind: "done", milliseconds: performance.now() - started });
});
