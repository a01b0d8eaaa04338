// `pnpm bench:ranks [ROUNDS]`: a sum of 10 MB over two processes, by this library and by a program in C with the same MPI; training steps of two ranks of a
// thread beside those of one process of two threads; sums while backward goes on beside sums behind it; and the Trainer's question to all ranks. All in
// turn. It wants Debian's openmpi-bin and libopenmpi-dev or mpich and libmpich-dev, and a C compiler; which of them are not there it says.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
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

/** The median of three turns of each, and the turns. */
function inTurn(...measures) {
  const turns = Array.from({ length: 3 }, () => measures.map((measure) => measure()));
  const middles = measures.map((_, at) => turns.map((turn) => turn[at]).sort((a, b) => a - b)[1]);
  return { middles, told: `turns ${turns.map((turn) => turn.join(" / ")).join(", ")}` };
}

function sums(name, { run, compile }) {
  const inC = join(folder, `all-reduce-${compile}`);
  try {
    said(compile, "-O3", "-march=native", "-o", inC, here("all-reduce.c"));
  } catch (error) {
    console.log(`${name}: LEFT OUT: ${error.message.split("\n")[0]}`);
    return;
  }
  const [command, ...options] = run;
  const { middles, told } = inTurn(
    () => Number(said(command, ...options, "-n", "2", process.execPath, here("all-reduce.js"), rounds)),
    () => Number(said(command, ...options, "-n", "2", inC, rounds)),
  );
  const [ours, theirs] = middles;
  console.log(
    `${name}: allReduce of 10 MB, two processes: ${ours} ms, in C ${theirs} ms: ${(ours / theirs).toFixed(2)} times (${told})`,
  );
}

function steps(name, { run }) {
  const [command, ...options] = run;
  const step = (ranks, ...parameters) =>
    Number(
      ranks === 1
        ? said(process.execPath, here("step.js"), ...parameters)
        : said(command, ...options, "-n", String(ranks), process.execPath, here("step.js"), ...parameters),
    );
  for (const net of ["reference", "mlp"]) {
    const { middles, told } = inTurn(
      () => step(2, net, "1", "128", rounds),
      () => step(1, net, "2", "128", rounds),
    );
    const [two, one] = middles.map((ms) => ms / 1000);
    console.log(
      `${name}: ${net}, batch 128 a rank: two ranks of a thread ${(256 / two).toFixed(0)} samples/s, one of two threads ${(128 / one).toFixed(0)}: ${((2 * one) / two).toFixed(2)} times (ms: ${told})`,
    );
    const overlap = inTurn(
      () => step(2, net, "1", "128", rounds, "eager"),
      () => step(2, net, "1", "128", rounds, "eager", "1000000"),
    );
    const [during, behind] = overlap.middles;
    console.log(
      `${name}: ${net}, op by op: sums while backward goes on ${during} ms a step, behind it ${behind} ms: ${(during / behind).toFixed(2)} times (${overlap.told})`,
    );
  }
  console.log(`${name}: one question to both ranks: ${step(2, "gather", "1", "1", "2000")} ms`);
}

try {
  console.log(`load ${loadavg()[0].toFixed(2)}`);
  for (const [name, mpi] of Object.entries(mpis)) {
    sums(name, mpi);
    try {
      steps(name, mpi);
    } catch (error) {
      console.log(`${name}: LEFT OUT: ${error.message.split("\n")[0]}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
