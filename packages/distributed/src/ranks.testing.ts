// Programs on several ranks, for tests: bundled once, started by an MPI's own launcher, where there is one.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Variants } from "@bernoulli/testing";
import { build } from "esbuild";

interface Way {
  readonly command: string;
  readonly options: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another Node, which calls the library by node:ffi: koffi is out of its reach. */
  readonly node?: string;
}

/** Debian's names, since `mpirun` is whichever was installed last. */
const openMpi: Way = { command: "mpirun.openmpi", options: ["--allow-run-as-root", "--oversubscribe"] };
const mpich: Way = { command: "mpirun.mpich", options: [] };

/** A Node from 26 on, and a folder with `bin/mpiexec` and `lib/libmpi_abi.so.1`, as PyPI's `mpich` 5 makes one: where they are, only who tests knows. */
const node = process.env["BERNOULLI_TEST_FFI_NODE"] ?? "";
const abi = process.env["BERNOULLI_TEST_MPI_ABI"] ?? "";

const ways = {
  "Open MPI": openMpi,
  MPICH: mpich,
  "Open MPI by node:ffi (BERNOULLI_TEST_FFI_NODE)": { ...openMpi, node },
  "MPICH by node:ffi (BERNOULLI_TEST_FFI_NODE)": { ...mpich, node },
  "the standard ABI (BERNOULLI_TEST_MPI_ABI)": {
    command: join(abi, "bin/mpiexec"),
    options: [],
    env: { BERNOULLI_MPI: join(abi, "lib/libmpi_abi.so.1") },
  },
} as const satisfies Record<string, Way>;

export type Mpi = keyof typeof ways;
export const mpis = Object.keys(ways) as readonly Mpi[];

const answers = (command: string) => spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;

/** Whether that MPI is installed; tests that want it are skipped, by name, where it is not. */
export function has(mpi: Mpi): boolean {
  const way: Way = ways[mpi];
  return answers(way.command) && (way.node === undefined || (way.node !== "" && answers(way.node)));
}

export interface RanRanks {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

/**
 * Those of a group's cases that run, of MPIs that are installed; of the others all, which are skipped by name.
 *
 * @param group What all of them test
 */
export function chosenOf<Case>(
  variants: Variants,
  group: string,
  cases: readonly Case[],
  mpiOf: (one: Case) => Mpi,
  nameOf: (one: Case) => string,
): readonly Case[] {
  const installed = cases.filter((one) => has(mpiOf(one)));
  const chosen = variants.of(group, installed.length === 0 ? cases : installed, nameOf);
  return cases.filter((one) => chosen.includes(one) || !installed.includes(one));
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
/** Where nothing is found. */
const folderAlone = join(tmpdir(), "bernoulli-ranks");
const bundles = new Map<string, Promise<string>>();

function bundleOf(program: string, to: string): Promise<string> {
  const made = bundles.get(to + program) ?? bundle(program, to);
  bundles.set(to + program, made);
  return made;
}

async function bundle(program: string, to: string): Promise<string> {
  const entry = fileURLToPath(new URL(`programs/${program}.testing.ts`, import.meta.url));
  if (!existsSync(entry)) throw new Error(`no program ${program}`);
  mkdirSync(to, { recursive: true });
  const outfile = `${to}/${program}-${process.pid}.mjs`;
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
  const { command, options, env: itsEnv = {}, node }: Way = ways[mpi];
  const file = await bundleOf(program, node === undefined ? folder : folderAlone);
  const started = node === undefined ? [process.execPath, file] : [node, "--experimental-ffi", "--no-warnings", file];
  const more = peer.length === 0 ? [] : [":", "-n", "1", ...peer];
  const all = [...options, "-n", String(ranks), ...started, ...parameters, ...more];
  return run(command, all, { ...process.env, NO_COLOR: "1", ...itsEnv, ...env }, onOutput);
}

/** A program of `programs/`, as a file that Node runs. */
export const fileOf = (program: string): Promise<string> => bundleOf(program, folder);

/** Runs a launcher to its end. */
export async function run(
  command: string,
  parameters: readonly string[],
  env: NodeJS.ProcessEnv,
  onOutput?: (text: string) => void,
): Promise<RanRanks> {
  const begin = performance.now();
  const child = spawn(command, parameters, { env, stdio: ["ignore", "pipe", "pipe"] });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    onOutput?.(text);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr, seconds: (performance.now() - begin) / 1000 };
}
