// `pnpm bench:compare [PREFIX …]`: this library and its peers, in turn, in one run: A B A B …, so that a machine whose speed
// drifts is as fast for one as for the other. Prints a table of medians and ratios, and writes all of it as JSON.
//
// Peers are processes that answer on lines (peers/). PyTorch is a peer where `python3 -c "import torch"` works (or the
// interpreter that BENCH_PYTHON names): once as it is installed, and once with the settings below, which are the best
// that are known for it on x86.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { getNumThreads } from "bernoulli";
import { spread } from "./measure.js";
import { workloads } from "./workloads.js";

const help = `bench:compare [PREFIX …]: measures this library beside PyTorch; prefixes select workloads (--list).

  --rounds N          bursts of each peer a workload; default 5
  --milliseconds N    length of a burst; default 400
  --threads N         for all; default the cores that there are
  --simd NAME         this library's vector instructions: portable, relaxed or wide; default the best without flags
  --out FILE          default runs/bench/compare.json
  --list              names the workloads`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "5" },
    milliseconds: { type: "string", default: "400" },
    threads: { type: "string", default: String(getNumThreads()) },
    simd: { type: "string", default: "" },
    out: { type: "string", default: "runs/bench/compare.json" },
    list: { type: "boolean" },
    help: { type: "boolean" },
  },
});
if (options.help || options.list) {
  console.log(options.help ? help : workloads.map(({ name }) => name).join("\n"));
  process.exit(0);
}
const chosen = workloads.filter(
  ({ name }) => positionals.length === 0 || positionals.some((prefix) => name.startsWith(prefix)),
);
if (chosen.length === 0) {
  console.error(`bench: no workload starts with ${positionals.join(" or ")}; see --list`);
  process.exit(2);
}

const python = process.env.BENCH_PYTHON ?? "python3";
const fastBlas = [
  "/usr/lib/x86_64-linux-gnu/openblas-openmp/libblas.so.3",
  "/usr/lib/x86_64-linux-gnu/openblas-pthread/libblas.so.3",
].find((path) => existsSync(path));
const torchThreads = { OMP_NUM_THREADS: options.threads };
/** Debian's own BLAS replaced by OpenBLAS with AVX-512 kernels, channels_last, pinned threads, huge pages without returning them. */
const tuned = {
  ...torchThreads,
  LD_PRELOAD: fastBlas,
  OPENBLAS_CORETYPE: "SkylakeX",
  OMP_PROC_BIND: "close",
  BENCH_CHANNELS_LAST: "1",
  GLIBC_TUNABLES: [
    ...["glibc.malloc.mmap_threshold=33554432", "glibc.malloc.trim_threshold=34359738368"],
    ...["glibc.malloc.top_pad=268435456", "glibc.malloc.hugetlb=1"],
  ].join(":"),
};

const file = (name) => fileURLToPath(new URL(`peers/${name}`, import.meta.url));
const hasTorch = spawnSync(python, ["-c", "import torch"], { stdio: "ignore" }).status === 0;
const peers = [
  {
    name: "bernoulli",
    command: [process.execPath, file("bernoulli.js")],
    env: { BERNOULLI_NUM_THREADS: options.threads, BENCH_SIMD: options.simd },
  },
  ...(hasTorch ? [{ name: "torch as installed", command: [python, file("pytorch.py")], env: torchThreads }] : []),
  ...(hasTorch && fastBlas ? [{ name: "torch tuned", command: [python, file("pytorch.py")], env: tuned }] : []),
].map(start);

function start({ name, command: [program, ...args], env }) {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${name} ended`);
    return JSON.parse(value);
  };
  return {
    name,
    env,
    hello: next(),
    ask: (request) => {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return next();
    },
    end: () => child.stdin.end(),
  };
}

const rounded = (value) => Number(value.toPrecision(4));
const versions = Object.fromEntries(
  await Promise.all(peers.map(async ({ name, env, hello }) => [name, { ...(await hello), env }])),
);
console.log(
  `${cpus()[0]?.model.trim()}, ${options.threads} threads; ${options.rounds} bursts of ${options.milliseconds} ms`,
);
for (const { name } of peers) {
  const { version, threads, simd } = versions[name];
  console.log(
    [`${name}: ${version}`, `${threads} threads`, ...(simd === undefined ? [] : [`${simd} SIMD`])].join(", "),
  );
}
console.log(`\n${"".padEnd(28)} ${peers.map(({ name }) => name.padStart(20)).join("")}   ours to each`);

const results = [];
for (const { name: workload, unit, amount } of chosen) {
  const times = peers.map(() => []);
  for (let round = 0; round < Number(options.rounds); round++)
    for (const [at, peer] of peers.entries())
      times[at].push(...(await peer.ask({ workload, milliseconds: Number(options.milliseconds) })));
  const rates = times.map((list) => {
    const { median, lower, upper } = spread(list.map((ms) => (amount / ms) * 1000));
    return { median: rounded(median), lower: rounded(lower), upper: rounded(upper), calls: list.length };
  });
  const ratios = rates.slice(1).map(({ median }) => rounded(rates[0].median / median));
  results.push({
    workload,
    unit,
    rates: Object.fromEntries(peers.map(({ name }, at) => [name, rates[at]])),
    ratios: Object.fromEntries(peers.slice(1).map(({ name }, at) => [name, ratios[at]])),
  });
  const columns = rates.map(({ median }) => `${median} ${unit}`.padStart(20)).join("");
  console.log(`${workload.padEnd(28)} ${columns}   ${ratios.map((ratio) => ratio.toFixed(2)).join("  ")}`);
}
for (const peer of peers) peer.end();

mkdirSync(dirname(options.out), { recursive: true });
const machine = { processor: cpus()[0]?.model.trim(), cores: cpus().length, threads: Number(options.threads) };
writeFileSync(
  options.out,
  `${JSON.stringify({ date: new Date().toISOString(), machine, versions, results }, null, 2)}\n`,
);
console.log(`\nwritten: ${options.out}`);
