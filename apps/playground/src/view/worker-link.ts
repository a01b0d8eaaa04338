// The worker, and the frames that are asked of it: one at a time, from one animation frame to the next.

import type { FromWorker, ToWorker } from "../training/protocol.js";
import { Store } from "./store.js";

/** Milliseconds between frames for those who want less motion. */
const calmEvery = 600;

/** Starts a worker, and a store that it fills. */
export function startStore(query: string, languages: readonly string[]): Store {
  const worker = new Worker(new URL("../training/worker.ts", import.meta.url), { type: "module", name: "training" });
  const post = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const store = new Store(query, languages, { post });
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)");
  const ask = () => {
    const frame = () => post({ type: "frame" });
    if (isCalm.matches) setTimeout(frame, calmEvery);
    else requestAnimationFrame(frame);
  };
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    store.receive(data);
    if (data.type === "frame") ask();
  };
  worker.onerror = (event) =>
    store.receive({ type: "failed", message: event.message || "the worker could not be loaded" });
  ask();
  return store;
}
