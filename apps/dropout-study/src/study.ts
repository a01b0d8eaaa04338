// Runs a study or a sweep: fetches the images, settles the plan, has its cells run, and writes the report.

import { basename, join } from "node:path";
import { exitCodeOf, UsageError, voiceOf } from "@bernoulli/programs";
import { getNumThreads } from "bernoulli";
import { experiments } from "./experiments/index.js";
import { fetchImages } from "./fetch.js";
import { type Ran, type RunOptions, runGrid } from "./grid/run.js";
import { shardOf } from "./grid/shard.js";
import { Store } from "./grid/store.js";
import { type DataKind, fingerprint, readImages, realNames, type Sources, trainLength } from "./images.js";
import type { RunWish, SweepWish } from "./options.js";
import { experimentsOf, findExperiment, gridOf, kindsOf, type Plan, planOf, settle } from "./plan.js";
import type { Making } from "./report/report.js";
import { writeReport } from "./report/write.js";
import type { Surroundings } from "./surroundings.js";
import { bundleModule, checkNet, loadModule } from "./sweep/module.js";

/** `study run`. */
export async function study(wish: RunWish, args: readonly string[], surroundings: Surroundings): Promise<number> {
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

/** `study sweep`. */
export async function sweep(wish: SweepWish, args: readonly string[], surroundings: Surroundings): Promise<number> {
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
  const { complain, progressStream, signal, program, environment = process.env } = surroundings;
  const voice = voiceOf(surroundings.print, wish.json);
  const { print, tell } = voice;
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
  tell("start", { out: wish.out, plan: describePlan(plan), cells: cells.length, done: before, shard });
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
    debug: wish.debug,
    stream: progressStream,
    signal,
    complain,
    onEnd: (key, status, problem) => tell("cell", { key, status, problem }),
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
  if (shard !== null && !signal.aborted) print(wordOfShard(ran, wish.out));
  const { problems, written } =
    shard === null && ran.done > 0
      ? await writeReport(store, plan, making, surroundings, voice)
      : { problems: [], written: [] };
  if (signal.aborted) print(`Interrupted: ${ran.done} of ${ran.cells} cells have a result; the same command goes on.`);
  const isShort = ran.failed.size > 0 || (shard === null && ran.done < ran.cells);
  const code = signal.aborted ? exitCodeOf(signal.reason) : isShort || problems.length > 0 ? 1 : 0;
  const status = signal.aborted ? "interrupted" : ran.done === ran.cells ? "complete" : "incomplete";
  const { done, failed } = ran;
  tell("end", { status, code, cells: ran.cells, done, failed: [...failed.keys()], problems, written });
  return code;
}

/** What is asked for, without what a sweep's module is made of. */
function describePlan({ budget, experiments, seeds, data, sweep }: Plan): object {
  return { budget, experiments, seeds, data, sweep: sweep === null ? null : { ...sweep, code: undefined } };
}

function wordOfShard({ done, cells }: Ran, out: string): string {
  return done === cells
    ? `All ${cells} cells have a result: study merge ${out} writes the report.`
    : `Nothing is left to take here: ${done} of ${cells} cells have a result, others are at work on the rest or it failed; study status ${out} tells.`;
}

/** The cores of this machine or container, or of the part of it that Slurm gives. */
function coresFor(environment: NodeJS.ProcessEnv): number {
  const given = Number(environment["SLURM_CPUS_PER_TASK"]);
  return Number.isInteger(given) && given > 0 ? Math.min(given, getNumThreads()) : getNumThreads();
}
