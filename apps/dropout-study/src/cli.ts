// The program from arguments to exit code.

import { basename, join } from "node:path";
import { DataFileError } from "@bernoulli/data";
import { DownloadError } from "@bernoulli/data/node";
import {
  downloadBar,
  exitCodeOf,
  findImages,
  keep,
  type Surroundings as ProcessSurroundings,
  UsageError,
  writeWhole,
} from "@bernoulli/programs";
import { FormatError } from "@bernoulli/trainer";
import { ArgumentError, getNumThreads, OutOfMemoryError } from "bernoulli";
import { experiments } from "./experiments/index.js";
import { type RunOptions, runGrid } from "./grid/run.js";
import { shardOf } from "./grid/shard.js";
import { Store } from "./grid/store.js";
import { type DataKind, dataKinds, fingerprint, readImages, realNames, type Sources, trainLength } from "./images.js";
import { help, type RunWish, readDirectory, readRun, readSweep, type SweepWish, sweepHelp } from "./options.js";
import { experimentsOf, findExperiment, gridOf, kindsOf, type Plan, planOf, readPlan, settle } from "./plan.js";
import { markdownReport, reportPage } from "./report/page.js";
import { type Making, reportOf } from "./report/report.js";
import { conclusion, wantsColour } from "./report/terminal.js";
import { statusOf } from "./status.js";
import { bundleModule, checkNet, loadModule } from "./sweep/module.js";

export interface Surroundings extends ProcessSurroundings {
  /** The program's file, of which workers are started; null to run cells in this process. */
  readonly program: string | null;
  readonly environment?: NodeJS.ProcessEnv;
  /** Where data sets are fetched from instead of their authors' pages. */
  readonly mirrors?: readonly string[];
}

/** What the user can mend: its text is all that is shown. */
const expected = [UsageError, ArgumentError, DataFileError, DownloadError, FormatError, OutOfMemoryError];

/** Runs the program and returns its exit code: see `help`. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    // pnpm hands on the "--" that separates its own options from the script's.
    return await command(args[0] === "--" ? args.slice(1) : args, surroundings);
  } catch (error) {
    if (surroundings.signal.aborted && error === surroundings.signal.reason) {
      surroundings.complain("study: interrupted; the next call goes on with the download");
      return exitCodeOf(error);
    }
    if (!expected.some((kind) => error instanceof kind)) throw error;
    surroundings.complain(`study: ${(error as Error).message}`);
    return 2;
  }
}

async function command(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { print } = surroundings;
  const named = args[0] !== undefined && !args[0].startsWith("-");
  const [name, rest] = named ? [args[0]!, args.slice(1)] : ["run", args];
  switch (name) {
    case "run": {
      const wish = readRun(rest);
      if (wish !== null) return study(wish, args, surroundings);
      print(help);
      return 0;
    }
    case "sweep": {
      const wish = readSweep(rest);
      if (wish !== null) return sweep(wish, args, surroundings);
      print(sweepHelp);
      return 0;
    }
    case "merge":
    case "status": {
      const directory = readDirectory(name, rest);
      if (directory === null) print(help);
      else if (name === "merge") return merge(directory, surroundings);
      else print(await statusOf(directory));
      return 0;
    }
    case "list":
      for (const { name, title, about } of experiments) print(`${name.padEnd(12)} ${title}: ${about}`);
      return 0;
    case "fetch":
      for (const kind of dataKinds) {
        const { directory, offline } = await fetchImages(kind, "auto", surroundings);
        if (directory === null)
          throw new UsageError(`${realNames[kind]} could not be downloaded: ${offline}; try again with a connection`);
        print(`${realNames[kind]} is in ${directory}`);
      }
      return 0;
    default:
      throw new UsageError(
        `there is no command ${name}; there are run, sweep, merge, status, list and fetch, see --help`,
      );
  }
}

async function study(wish: RunWish, args: readonly string[], surroundings: Surroundings): Promise<number> {
  if (wish.only?.length === 0) throw new UsageError("--only names no experiment; study list names them all");
  for (const name of wish.only ?? []) findExperiment(name);
  // In the order of the report, whatever order they are asked for in.
  const chosen = experiments.filter(({ name }) => wish.only?.includes(name) ?? true);
  const names = chosen.map(({ name }) => name);
  return run(
    wish,
    { budget: wish.budget, experiments: names, seeds: wish.seeds, sweep: null },
    kindsOf(chosen),
    args,
    surroundings,
  );
}

async function sweep(wish: SweepWish, args: readonly string[], surroundings: Surroundings): Promise<number> {
  const code = await bundleModule(wish.file);
  const own = await loadModule(code, wish.file);
  for (const p of wish.p) checkNet(own, p, wish.file);
  const plan = {
    name: basename(wish.file),
    code,
    data: own.data ?? "mnist",
    p: wish.p,
    sizes: wish.sizes,
    epochs: wish.epochs ?? own.epochs ?? 10,
    batchSize: own.batchSize ?? 50,
  };
  return run(
    wish,
    { budget: "quick", experiments: null, seeds: wish.seeds, sweep: plan },
    [plan.data],
    args,
    surroundings,
  );
}

async function run(
  wish: RunWish,
  wanted: Pick<Plan, "budget" | "experiments" | "seeds" | "sweep">,
  kinds: readonly DataKind[],
  args: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const { print, complain, progressStream, signal, program, environment = process.env } = surroundings;
  const shard = shardOf(wish.shard, environment);
  const store = new Store(wish.out);
  store.prepare();
  const sources: { -readonly [Kind in DataKind]?: Sources[Kind] } = {};
  const prints: { [Kind in DataKind]?: string } = {};
  for (const kind of kinds) {
    const source = await fetchImages(kind, wish.wishes[kind], surroundings);
    sources[kind] = source as never;
    // Files that are no data set are told before anything is begun.
    if (source.directory !== null) prints[kind] = fingerprint(readImages(kind, source));
    const [most, length] = [Math.max(0, ...(wanted.sweep?.sizes ?? [])), trainLength(kind, source)];
    if (most > length)
      throw new UsageError(
        `--sizes has ${most.toLocaleString("en")}, but ${source.name} has ${length.toLocaleString("en")} training images; see study sweep --help`,
      );
  }
  const plan = planOf(wanted, sources, prints);
  await settle(store, plan);
  const cells = gridOf(plan);
  const finished = await store.finished();
  const before = cells.filter(({ key }) => finished.has(key)).length;
  const cores = coresFor(environment);
  const workers = wish.workers ?? cores;
  for (const [kind, { name, offline }] of Object.entries(sources))
    if (name === "synthetic")
      print(
        `SYNTHETIC DATA: drawn shapes for ${realNames[kind as DataKind]}${offline === null ? "" : `, since it could not be downloaded: ${offline}`}`,
      );
  print(
    `${experimentsOf(plan).length} experiments, ${cells.length} cells${before > 0 ? `, ${cells.length - before} of them to run` : ""}; ${program === null ? "in this process" : `${Math.min(workers, cells.length)} workers`}${shard === null ? "" : `; shard ${shard.index} of ${shard.count} (${shard.by})`}; in ${wish.out}`,
  );
  const begin = performance.now();
  const options: RunOptions = {
    directory: wish.out,
    plan,
    sources: sources as Partial<Sources>,
    shard,
    retry: wish.retry,
    stale: wish.stale,
    beat: Math.min(10, wish.stale / 4),
    workers,
    threads: Math.max(1, Math.floor(cores / workers)),
    program,
    stream: progressStream,
    signal,
    complain,
  };
  const ran = await runGrid(options, environment);
  const making: Making = {
    command: `study ${args.join(" ")}`.trim(),
    seconds: shard === null && before === 0 ? (performance.now() - begin) / 1000 : null,
    workers,
    offline: Object.values(sources).flatMap(({ offline }) => offline ?? []),
  };
  for (const [key, problem] of ran.failed)
    complain(`study: ${key} failed: ${problem.split("\n")[0]}; its claim in ${join(wish.out, "claims")} has the rest`);
  const told = shard === null || signal.aborted ? 0 : tellShard(ran, surroundings, wish.out);
  const written = shard === null && ran.done > 0 ? await writeReport(store, plan, making, surroundings) : 0;
  if (signal.aborted) {
    print(`Interrupted: ${ran.done} of ${ran.cells} cells have a result; the same command goes on.`);
    return exitCodeOf(signal.reason);
  }
  return ran.failed.size > 0 || (shard === null && ran.done < ran.cells) ? 1 : told || written;
}

function tellShard({ done, cells }: { done: number; cells: number }, { print }: Surroundings, out: string): number {
  print(
    done === cells
      ? `All ${cells} cells have a result: study merge ${out} writes the report.`
      : `Nothing is left to take here: ${done} of ${cells} cells have a result, others are at work on the rest or it failed; study status ${out} tells.`,
  );
  return 0;
}

async function merge(directory: string, surroundings: Surroundings): Promise<number> {
  const store = new Store(directory);
  const plan = await readPlan(store);
  const finished = await store.finished();
  if (!gridOf(plan).some(({ key }) => finished.has(key)))
    throw new UsageError(
      `no cell of the study in ${directory} has a result yet; study status ${directory} tells how far it is`,
    );
  return writeReport(store, plan, null, surroundings);
}

async function writeReport(
  store: Store,
  plan: Plan,
  making: Making | null,
  surroundings: Surroundings,
): Promise<number> {
  const { print, complain, signal, environment = process.env } = surroundings;
  const report = await reportOf(store, plan, making);
  if (!signal.aborted) print(conclusion(report, wantsColour(process.stdout, environment)));
  const kept = [
    await keep("study", join(store.directory, "report.html"), (path) => writeWhole(path, reportPage(report))),
    await keep("study", join(store.directory, "report.md"), (path) => writeWhole(path, markdownReport(report))),
  ];
  const problems = kept.flatMap(({ problem }) => problem ?? []);
  for (const problem of problems) complain(`study: ${problem}`);
  print(`\nwritten: ${kept.flatMap(({ path }) => path ?? []).join(", ")}`);
  return problems.length > 0 ? 1 : 0;
}

async function fetchImages(kind: DataKind, wish: string, { progressStream, signal, mirrors }: Surroundings) {
  const { onProgress, end } = downloadBar(realNames[kind], progressStream);
  try {
    return await findImages(realNames[kind], wish, {
      onProgress,
      signal,
      ...(mirrors === undefined ? {} : { mirrors }),
    });
  } finally {
    end();
  }
}

/** The cores of this machine or container, or of the part of it that Slurm gives. */
function coresFor(environment: NodeJS.ProcessEnv): number {
  const given = Number(environment["SLURM_CPUS_PER_TASK"]);
  return Number.isInteger(given) && given > 0 ? Math.min(given, getNumThreads()) : getNumThreads();
}
