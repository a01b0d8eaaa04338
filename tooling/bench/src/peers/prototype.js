// The prototype of the engine as one side of a comparison: `w1.mjs`, a step of the reference net with SGD written out for
// that net, and `bench_gemm_mt.mjs`, matmul. They are programs that print their own medians: a burst is one run of one.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { getSimd } from "bernoulli";
import { serve } from "./serve.js";

const folder = process.argv[2];
const wanted = process.env.BENCH_SIMD ?? "";
const simd = wanted === "" ? getSimd() : wanted;
// The programs have been written for two threads, and also time one.
const threads = Number(process.env.BENCH_THREADS) > 1 ? 2 : 1;
const oldNode = process.version.startsWith("v20");

/** What each program wants to hear for the same instructions as this library's. */
const settings = {
  portable: { environment: { MODE: "mul" }, tile: oldNode ? "4x8x1" : "4x8x4", arithmetic: "mul" },
  relaxed: { environment: { MODE: "fma" }, tile: oldNode ? "6x8x1" : "6x8x4", arithmetic: "fma" },
  wide: { environment: { MODE: "fma", REVEC: "1" }, tile: "6x16x4", arithmetic: "fma" },
}[simd];

/** Runs a program and reads the number behind `label` in what it printed. */
function figure(program, parameters, environment, label) {
  const printed = execFileSync(process.execPath, [join(folder, program), ...parameters], {
    env: { ...process.env, ...settings.environment, ...environment },
    encoding: "utf8",
  });
  const found = label.exec(printed);
  if (found === null) throw new Error(`${program} printed no ${label}:\n${printed}`);
  return Number(found[1]);
}

/** The median of 3N steps; the program times each part N times before. */
function step(milliseconds) {
  const label = threads === 2 ? /FULL STEP 2 threads: ms ([\d.]+)/ : /FULL STEP 1 thread: ms ([\d.]+)/;
  const rounds = Math.max(5, Math.round(milliseconds / 60));
  return [figure("w1.mjs", [], { CHECK: "0", N: String(rounds) }, label)];
}

function matmul(size) {
  const { tile, arithmetic } = settings;
  const label = threads === 2 ? / 2t ([\d.]+)/ : / 1t ([\d.]+)/;
  return [(2 * size ** 3) / 1e6 / figure("bench_gemm_mt.mjs", [tile, arithmetic, String(size)], {}, label)];
}

const hello = {
  version: `node ${process.version}`,
  threads,
  simd,
  settings: "dropout masks drawn once, not each step",
};

serve(hello, (workload) => {
  const [kind, size] = workload.split("/");
  if (workload === "train/reference/sgd/128") return step;
  return kind === "matmul" ? () => matmul(Number(size)) : undefined;
});
