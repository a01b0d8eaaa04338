// `pnpm bench:memory [NET …]`: the most bytes that are taken at once in the third training step of each net of known-nets.js, eager and
// compiled, each in a process of its own: parameters, gradients, the optimizer's state and inputs, what is between, work areas and copies
// of weights. With BENCH_PYTHON, a Python that has PyTorch, PyTorch's beside it (peers/memory.py). It prints a table of MiB.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compile, manualSeed, peakMemory, scope, setNumThreads } from "bernoulli";
import { knownNets } from "./known-nets.js";
import { optimizers } from "./optimizers.js";
import { knownTraining } from "./workloads.js";

const own = fileURLToPath(import.meta.url);
const megabytes = (bytes) => (bytes / 2 ** 20).toFixed(1);

/** Of one net, in this process. */
function measured(net, mode) {
  const [, optimizer, batch] = knownTraining.find(([name]) => name === net);
  setNumThreads(1);
  manualSeed(0);
  const plain = knownNets[net].step(optimizers[optimizer], batch);
  const step = mode === "compiled" ? compile(plain) : plain;
  const run = () => void scope(() => void step());
  for (let at = 0; at < 2; at++) run();
  return peakMemory(run);
}

function ofChild(command, parameters) {
  const { status, stdout, stderr } = spawnSync(command, parameters, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${parameters.join(" ")} failed\n${stderr}`);
  return Number(stdout.trim().split("\n").at(-1));
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { one: { type: "string" } } });
if (values.one !== undefined) {
  console.log(measured(...values.one.split("/")));
} else {
  const python = process.env["BENCH_PYTHON"];
  const peer = fileURLToPath(new URL("peers/memory.py", import.meta.url));
  console.log("| net | compiled | eager | PyTorch | compiled / PyTorch |\n| --- | --- | --- | --- | --- |");
  for (const [net, optimizer, batch] of knownTraining) {
    if (positionals.length > 0 && !positionals.includes(net)) continue;
    const [compiled, eager] = ["compiled", "eager"].map((mode) =>
      ofChild(process.execPath, [process.argv[1] ?? own, "--one", `${net}/${mode}`]),
    );
    const theirs = python === undefined ? null : ofChild(python, [peer, net, optimizer, String(batch)]);
    const compared = theirs === null ? ["–", "–"] : [megabytes(theirs), (compiled / theirs).toFixed(2)];
    console.log(`| ${[net, megabytes(compiled), megabytes(eager), ...compared].join(" | ")} |`);
  }
}
