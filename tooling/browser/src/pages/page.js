// A page's module, and a worker's: runs the program when it is told to.
import { train } from "./program.js";

if (typeof document === "undefined")
  globalThis.onmessage = async ({ data }) => {
    try {
      globalThis.postMessage({ result: await train(data) });
    } catch (error) {
      globalThis.postMessage({ error: String(error.stack) });
    }
  };
else {
  globalThis.trainHere = train;
  globalThis.trainInWorker = (steps, script) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(script, { type: "module" });
      worker.onmessage = ({ data }) => ("result" in data ? resolve(data.result) : reject(new Error(data.error)));
      worker.onerror = (event) => reject(new Error(event.message || "the worker was not started"));
      worker.postMessage(steps);
    });
}
