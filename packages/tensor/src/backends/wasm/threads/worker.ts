// What a worker runs: plain JavaScript in a string, so that no bundler has to know of it. All loops over numbers are in the
// WebAssembly modules that it compiles. The protocol is protocol.ts's.

import { memoryImport } from "../assembler/index.js";
import { emptyModule } from "../instances.js";
import { callWords, claimedBy, codeOffset, done, helpAfter, openOf, spins, word } from "./protocol.js";

/** A worker keeps as many kernels at the most; then it begins anew. */
const mostKernels = 1024;

/** The script of the threads: for a page whose content security policy wants it in a file, see {@link setWorkerUrl}. */
export const workerSource = `"use strict";
function run({ memory, shared, thread }) {
  const control = new Int32Array(shared);
  const code = new Uint8Array(shared);
  const kernels = new Map();
  let words = new Int32Array(memory.buffer);

  function load(id, offset, length) {
    if (kernels.size >= ${mostKernels}) kernels.clear();
    const module = new WebAssembly.Module(code.slice(offset, offset + length));
    const { exports } = new WebAssembly.Instance(module, { ${memoryImport.module}: { ${memoryImport.name}: memory } });
    const kernel = Object.keys(exports).filter((name) => name.endsWith("@")).map((name) => exports[name]);
    kernels.set(id, kernel);
    return kernel;
  }

  function runTask(task) {
    const end = control[${word.tasks} + task + 1] >>> 2;
    const local = control[${word.localAddress}] + thread * control[${word.localStride}];
    while (end > words.length) words = new Int32Array(memory.buffer);
    for (let at = control[${word.tasks} + task] >>> 2; at < end; at += words[at + 4]) {
      const kernel = kernels.get(words[at]) ?? load(words[at], words[at + 2], words[at + 3]);
      kernel[words[at + 1]](4 * (at + ${callWords}), local);
    }
  }

  function takePart(generation) {
    const [count, limit] = [control[${word.count}], control[${word.limit}]];
    if (thread > limit) return;
    const [open, threads] = [${openOf(1)} * generation, limit + 1];
    const mine = open + ${claimedBy} + thread;
    const isOpen = (task) => Atomics.load(control, ${word.claims} + task) === open;
    function take(task) {
      if (Atomics.compareExchange(control, ${word.claims} + task, open, mine) !== open) return;
      try {
        runTask(task);
      } catch (error) {
        Atomics.store(control, ${word.failed}, 1);
        console.error(error);
      }
      const left = Atomics.sub(control, ${word.pending}, 1) - 1;
      // Behind the count, since who finds it so relies on that; the word may be of a later job by now.
      Atomics.compareExchange(control, ${word.claims} + task, mine, open + ${done});
      if (left === 0) Atomics.notify(control, ${word.pending});
    }
    const firstOf = (other) => Math.floor((other * count) / threads);
    const [first, last] = [firstOf(thread), firstOf(thread + 1)];
    const began = performance.now();
    for (let task = first; task < last; task += 1) take(task);
    const waits = Math.min(${helpAfter.most}, (${helpAfter.taskTimes} * (performance.now() - began)) / Math.max(1, last - first));
    for (let after = 1; after < threads; after += 1) {
      const other = (thread + after) % threads;
      let [next, end, since] = [firstOf(other), firstOf(other + 1), performance.now()];
      while (next < end) {
        if (!isOpen(next)) {
          next += 1;
          since = performance.now();
        } else if (!isOpen(end - 1)) end -= 1;
        else if (performance.now() - since >= waits) take((end -= 1));
      }
    }
  }

  // Throws where this script's own policy forbids WebAssembly, before anybody counts on it.
  new WebAssembly.Module(Uint8Array.of(${emptyModule.join(", ")}));
  Atomics.store(control, ${word.up} + thread, 1);
  Atomics.add(control, ${word.ready}, 1);
  for (let seen = 0; ; ) {
    let generation;
    for (let spins = 0; (generation = Atomics.load(control, ${word.generation})) === seen; spins += 1) {
      if (spins < ${spins.worker}) continue;
      Atomics.add(control, ${word.sleeping}, 1);
      Atomics.wait(control, ${word.generation}, seen);
      Atomics.sub(control, ${word.sleeping}, 1);
      spins = 0;
    }
    seen = generation;
    takePart(generation);
  }
}
if (typeof require === "function") run(require("node:worker_threads").workerData);
else onmessage = ({ data }) => run(data);
// ${codeOffset} bytes of words, then modules.
`;
