// `pnpm bench:ranks [ROUNDS]`: a sum of 10 MB over two processes, by this library and by a program in C with the same MPI, in turn. It wants Debian's
// openmpi-bin and libopenmpi-dev or mpich and libmpich-dev, and a C compiler; which of them are not there it says.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const mpis = {
  "Open MPI": { run: ["mpirun.openmpi", "--allow-run-as-root", "--oversubscribe"], compile: "mpicc.openmpi" },
  MPICH: { run: ["mpirun.mpich"], compile: "mpicc.mpich" },
};

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const rounds = process.argv[2] ?? "50";
const folder = mkdtempSync(join(tmpdir(), "bernoulli-ranks-"));

function said(command, ...parameters) {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${parameters.join(" ")}: ${error?.message ?? stderr}`);
  return stdout.trim();
}

try {
  for (const [name, { run, compile }] of Object.entries(mpis)) {
    const inC = join(folder, `all-reduce-${compile}`);
    try {
      said(compile, "-O3", "-march=native", "-o", inC, here("all-reduce.c"));
    } catch (error) {
      console.log(`${name}: LEFT OUT: ${error.message.split("\n")[0]}`);
      continue;
    }
    const [command, ...options] = run;
    const ours = () => Number(said(command, ...options, "-n", "2", process.execPath, here("all-reduce.js"), rounds));
    const theirs = () => Number(said(command, ...options, "-n", "2", inC, rounds));
    const turns = Array.from({ length: 3 }, () => [ours(), theirs()]);
    const middle = (at) => turns.map((turn) => turn[at]).sort((a, b) => a - b)[1];
    console.log(
      `${name}: allReduce of 10 MB, two processes: ${middle(0)} ms, in C ${middle(1)} ms: ${(middle(0) / middle(1)).toFixed(2)} times (turns ${turns.map((turn) => turn.join(" / ")).join(", ")})`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
