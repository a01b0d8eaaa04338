// The most that a program of 128-bit vectors can multiply and add here: twelve chains that never leave the registers, on each
// thread. A yardstick for matrix products, measured in the run of what it is held to.

import { Worker } from "node:worker_threads";

const chains = 12;
/** Of one call, shared by the threads. */
const turns = 480_000;
/** Multiplications and additions of one call. */
export const flopsOfPeak = turns * chains * 4 * 2;

const [i32, v128] = [0x7f, 0x7b];

function unsigned(value) {
  const bytes = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest & 127) | 128);
  }
}

const section = (id, bytes) => [id, ...unsigned(bytes.length), ...bytes];
const simd = (op, ...rest) => [0xfd, ...unsigned(op), ...rest];
const get = (local) => [0x20, local];
const set = (local) => [0x21, local];

/** The bytes of a module with `run(turns)`: chain ← chain · factor + summand, apart, or in one where `fused`. */
function peakModule(fused) {
  const [count, factor, summand, first] = [0, 1, 2, 3];
  const splat = [0x43, 0, 0, 0, 0x3f, ...simd(0x13)];
  const link = (chain) => [
    ...(fused ? [...get(chain), ...get(factor), ...get(summand), ...simd(0x105)] : []),
    ...(fused ? [] : [...get(chain), ...get(factor), ...simd(0xe6), ...get(summand), ...simd(0xe4)]),
    ...set(chain),
  ];
  const all = Array.from({ length: chains }, (_, at) => first + at);
  const body = [
    ...[...splat, ...set(factor), ...splat, ...set(summand)],
    ...[0x03, 0x40, ...all.flatMap(link)],
    ...[...get(count), 0x41, 1, 0x6b, 0x22, count, 0x0d, 0, 0x0b],
    // What nobody reads would be left out.
    ...[
      ...get(first),
      ...all.slice(1).flatMap((chain) => [...get(chain), ...simd(0xe4)]),
      ...simd(0x1f, 0),
      0xa8,
      0x0b,
    ],
  ];
  const code = [1, ...unsigned(chains + 2), v128, ...body];
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, i32, 1, i32]),
    ...section(3, [1, 0]),
    ...section(7, [1, 3, ...new TextEncoder().encode("run"), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

const worker = `
const { workerData: { bytes, control, turns } } = require("node:worker_threads");
const { run } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
for (let seen = 0; ; ) {
  for (let spun = 0; Atomics.load(control, 0) === seen; spun += 1) if (spun > 100_000) Atomics.wait(control, 0, seen);
  seen = Atomics.load(control, 0);
  run(turns);
  Atomics.sub(control, 1, 1);
}`;

/** Makes the body to measure: it uses all threads. */
export function peak(threads, fused) {
  const bytes = peakModule(fused);
  const control = new Int32Array(new SharedArrayBuffer(8));
  const workerData = { bytes, control, turns: Math.round(turns / threads) };
  for (let at = 1; at < threads; at += 1) new Worker(worker, { eval: true, workerData, execArgv: [] }).unref();
  const { run } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
  return () => {
    Atomics.store(control, 1, threads - 1);
    Atomics.add(control, 0, 1);
    Atomics.notify(control, 0);
    run(workerData.turns);
    while (Atomics.load(control, 1) > 0);
  };
}
