// `pnpm bench:compare [PREFIX …]`: this library and its peers, in turn, in one run: A B A B …, so that a machine whose speed
// drifts is as fast for one as for the other. Prints a table of medians and ratios, and writes all of it as JSON.
//
// Peers are processes that answer on lines (peers/); peers.js says which there are.

import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { getNumThreads } from "bernoulli";
import { spread } from "./measure.js";
import { opRows, opTable } from "./op-table.js";
import { peerNames, peersFor, start } from "./peers.js";
import { markdownTable } from "./table.js";
import { workloads } from "./workloads.js";

const help = `bench:compare [PREFIX …]: measures this library beside others; prefixes, in which * is anything, select
workloads (--list). Single ops ("--eager ops", "--eager ops/*/1048576") are measured only where a prefix says so, beside PyTorch as it is installed, and get a table of their own.

  --peers NAME,NAME   beside whom: ${peerNames.join(", ")}; default torch, where it is installed;
                      installed is PyTorch as pip installs it alone; the others are installed from npm into runs/bench/peers when asked for
  --prototype DIR     also beside the engine's prototype in DIR (w1.mjs and bench_gemm_mt.mjs)
  --rounds N          bursts of each peer a workload; default 5
  --milliseconds N    length of a burst; default 400
  --warm-up N         milliseconds of calls before the first burst, of each peer; default 1000, some six calls of a large net's step,
                      where V8 is still compiling what a step op by op runs in JavaScript
  --threads N         for all; default the cores that there are
  --eager             this library op by op; default: steps and models compiled. As a peer, eager is that beside it
  --fastest           each peer's fastest call, not the median: for a machine that has other things to do
  --processor-time    milliseconds of the processor in place of those that pass: for one thread on a machine that is busy
  --simd NAME         this library's vector instructions: portable, relaxed or wide; default the best without flags
  --table             also prints the results as a Markdown table
  --out FILE          default runs/bench/compare.json
  --list              names the workloads`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    peers: { type: "string", default: "torch" },
    prototype: { type: "string" },
    rounds: { type: "string", default: "5" },
    milliseconds: { type: "string", default: "400" },
    "warm-up": { type: "string", default: "1000" },
    threads: { type: "string", default: String(getNumThreads()) },
    simd: { type: "string", default: "" },
    eager: { type: "boolean", default: false },
    fastest: { type: "boolean", default: false },
    "processor-time": { type: "boolean", default: false },
    out: { type: "string", default: "runs/bench/compare.json" },
    table: { type: "boolean", default: false },
    list: { type: "boolean" },
    help: { type: "boolean" },
  },
});
if (options.help || options.list) {
  console.log(options.help ? help : workloads.map(({ name }) => name).join("\n"));
  process.exit(0);
}
const fail = (message) => {
  console.error(`bench: ${message}`);
  process.exit(2);
};
const escaped = (text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
/** Whether it begins with the prefix, in which a * stands for anything. */
const begins = (name, prefix) => new RegExp(`^${prefix.split("*").map(escaped).join(".*")}`).test(name);
const asked = workloads.filter(({ name, op }) =>
  positionals.length === 0 ? op === undefined : positionals.some((prefix) => begins(name, prefix)),
);
/** The roofline of ops is what a copy does. */
const copies = workloads.filter(({ op }) => op?.name === "copy" && asked.some((each) => each.op?.count === op.count));
const chosen = [...new Set([...copies, ...asked])];
if (chosen.length === 0) fail(`no workload starts with ${positionals.join(" or ")}; see --list`);
const names = options.peers.split(",").filter((name) => name !== "");
const unknown = names.find((name) => !peerNames.includes(name));
if (unknown !== undefined) fail(`no peer is named ${unknown}; there are ${peerNames.join(", ")}`);

const { prototype, threads, simd, eager } = options;
if (options["processor-time"]) process.env.BENCH_CLOCK = "processor"; // the peers' environment too
if (!(Number(options["warm-up"]) >= 0)) fail(`--warm-up takes milliseconds, but got ${options["warm-up"]}`);
process.env.BENCH_WARM_UP = options["warm-up"];
const isOfOps = chosen.every(({ op }) => op !== undefined);
const peers = peersFor({ names, prototype, threads, simd, eager })
  .filter(({ family, name }) => !isOfOps || family !== "torch" || name === "torch as installed")
  .map(start);

const rounded = (value) => Number(value.toPrecision(4));
const versions = Object.fromEntries(
  await Promise.all(peers.map(async ({ name, env, hello }) => [name, { ...(await hello), env }])),
);
console.log(
  `${cpus()[0]?.model.trim()}, ${options.threads} threads; ${options.rounds} bursts of ${options.milliseconds} ms`,
);
for (const { name } of peers) {
  const { version, threads, simd, settings } = versions[name];
  console.log(
    [
      `${name}: ${version}`,
      `${threads} threads`,
      ...(simd === undefined ? [] : [`${simd} SIMD`]),
      ...(settings === undefined ? [] : [settings]),
    ].join(", "),
  );
}
console.log(
  `\n${"".padEnd(28)} ${peers.map(({ name }) => name.padStart(23)).join("")}   ours to each${peers.some(({ family }) => family === "torch") ? ", and to PyTorch's fastest" : ""}`,
);

/** The rate of a peer from the times of its calls, or null where it cannot do the workload. */
function rateOf(times, amount) {
  if (times.length === 0) return null;
  const rates = times.map((ms) => (amount / ms) * 1000);
  const { median, lower, upper } = spread(options.fastest ? [Math.max(...rates)] : rates);
  return { median: rounded(median), lower: rounded(lower), upper: rounded(upper), calls: times.length };
}

const results = [];
for (const { name: workload, unit, amount, op } of chosen) {
  const times = peers.map(() => []);
  for (let round = 0; round < Number(options.rounds); round++)
    for (const [at, peer] of peers.entries())
      times[at].push(...((await peer.ask({ workload, milliseconds: Number(options.milliseconds) })) ?? []));
  const rates = times.map((list) => rateOf(list, amount));
  const ratios = rates.slice(1).map((rate) => rate && rounded(rates[0].median / rate.median));
  results.push({
    workload,
    unit,
    op,
    rates: Object.fromEntries(peers.map(({ name }, at) => [name, rates[at]])),
    ratios: Object.fromEntries(peers.slice(1).map(({ name }, at) => [name, ratios[at]])),
  });
  const torchs = peers.flatMap(({ family }, at) => (family === "torch" && rates[at] !== null ? [at] : []));
  const fastest = torchs.reduce((best, at) => (best < 0 || rates[at].median > rates[best].median ? at : best), -1);
  if (fastest >= 0) results.at(-1).fastestTorch = { peer: peers[fastest].name, ratio: ratios[fastest - 1] };
  const columns = rates.map((rate) => (rate === null ? "–" : `${rate.median} ${unit}`).padStart(23)).join("");
  const beside = ratios.map((ratio) => (ratio === null ? "–" : ratio.toFixed(2)).padStart(5));
  const least = fastest < 0 ? "" : `   ${ratios[fastest - 1].toFixed(2)} (${peers[fastest].name})`;
  console.log(`${workload.padEnd(28)} ${columns}   ${beside.join(" ")}${least}`);
}
for (const peer of peers) peer.end();

mkdirSync(dirname(options.out), { recursive: true });
const ofOps = results.filter(({ op }) => op !== undefined);
const rows = ofOps.length === 0 ? undefined : opRows(ofOps, "bernoulli", "torch as installed");
const machine = { processor: cpus()[0]?.model.trim(), cores: cpus().length, threads: Number(options.threads) };
writeFileSync(
  options.out,
  `${JSON.stringify({ date: new Date().toISOString(), machine, versions, results, ops: rows }, null, 2)}\n`,
);
if (rows !== undefined) console.log(`\n${opTable(rows, "Bernoulli", "PyTorch")}`);
if (options.table && !isOfOps)
  console.log(
    `\n${markdownTable(
      peers.map(({ name }) => name),
      results.filter(({ op }) => op === undefined),
    )}`,
  );
console.log(`\nwritten: ${options.out}`);
