// Programs on several ranks, for tests: bundled once, started by an MPI's own launcher, where there is one.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Debian's names, since `mpirun` is whichever was installed last. */
const launchers = {
  "Open MPI": { command: "mpirun.openmpi", options: ["--allow-run-as-root", "--oversubscribe"] },
  MPICH: { command: "mpirun.mpich", options: [] },
} as const;

export type Mpi = keyof typeof launchers;
export const mpis = Object.keys(launchers) as readonly Mpi[];

/** Whether that MPI is installed; tests that want it are skipped, by name, where it is not. */
export function has(mpi: Mpi): boolean {
  return spawnSync(launchers[mpi].command, ["--version"], { stdio: "ignore" }).status === 0;
}

export interface RanRanks {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

export interface RanksOptions {
  readonly mpi: Mpi;
  readonly ranks: number;
  /** A file of `programs/`, without its ending. */
  readonly program: string;
  readonly parameters?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another program and its arguments, for one rank more. */
  readonly peer?: readonly string[];
  /** Told of what comes on standard output, and given how to end the job. */
  readonly onOutput?: (text: string) => void;
}

// In node_modules, so that what it imports at run time is found.
const folder = fileURLToPath(new URL("../node_modules/.ranks", import.meta.url));
const bundles = new Map<string, Promise<string>>();

function bundleOf(program: string): Promise<string> {
  const made = bundles.get(program) ?? bundle(program);
  bundles.set(program, made);
  return made;
}

async function bundle(program: string): Promise<string> {
  const entry = fileURLToPath(new URL(`programs/${program}.testing.ts`, import.meta.url));
  if (!existsSync(entry)) throw new Error(`no program ${program}`);
  mkdirSync(folder, { recursive: true });
  const outfile = `${folder}/${program}-${process.pid}.mjs`;
  const options = { bundle: true, platform: "node", format: "esm", target: "node20", logLevel: "error" } as const;
  await build({ ...options, entryPoints: [entry], conditions: ["@bernoulli/source"], external: ["koffi"], outfile });
  return outfile;
}

/** Runs a program on so many ranks, one thread each. */
export async function runRanks({
  mpi,
  ranks,
  program,
  parameters = [],
  env = {},
  peer = [],
  onOutput,
}: RanksOptions): Promise<RanRanks> {
  const { command, options } = launchers[mpi];
  const file = await bundleOf(program);
  const begin = performance.now();
  const more = peer.length === 0 ? [] : [":", "-n", "1", ...peer];
  const child = spawn(command, [...options, "-n", String(ranks), process.execPath, file, ...parameters, ...more], {
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    onOutput?.(text);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr, seconds: (performance.now() - begin) / 1000 };
}
