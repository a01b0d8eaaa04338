// The program from arguments to exit code: reads options, runs the nets, prints what they measured.

import { dirname } from "node:path";
import { DownloadError } from "@bernoulli/data/node";
import { DistributedError, finalize, init, type World } from "@bernoulli/distributed";
import {
  downloadBar,
  exitCodeFrom,
  exitCodeOf,
  Interruption,
  type Kept,
  keep,
  makeWritable,
  type Surroundings as ProcessSurroundings,
  type Shown,
  shownBy,
  UsageError,
  voiceOf,
} from "@bernoulli/programs";
import type { Callbacks } from "@bernoulli/trainer";
import { FormatError } from "@bernoulli/trainer";
import { checkWritable, type ProgressStream, progress, readFileHeader } from "@bernoulli/trainer/node";
import { ArgumentError, data, nn, OutOfMemoryError, type Simd, setNumThreads, setSimd, ThreadError } from "bernoulli";
import manifest from "../package.json" with { type: "json" };
import { type Keeper, loadData, type NetName, type NetRun, runNet } from "./experiment.js";
import { help, type Mode, type Options, readOptions } from "./options.js";
import { Output } from "./output.js";
import { predict } from "./predict.js";
import { conclusion, heading, introduction, lesson, row, syntheticNotice } from "./report/terminal.js";
import { startOf } from "./run.js";
import { SavedRun } from "./saved.js";
import { findSource, type Source, settle } from "./source.js";
import { pathOfWeights, saveWeights } from "./weights.js";

export interface Surroundings extends ProcessSurroundings {
  /** Where CIFAR-10 is fetched from instead of its authors' page. */
  readonly mirrors?: readonly string[];
}

/** What the user can mend: its text is all that is shown. Anything else is a fault, and shows where it happened. */
const expected = [
  UsageError,
  ArgumentError,
  data.DataFileError,
  DownloadError,
  FormatError,
  nn.StateDictError,
  OutOfMemoryError,
  ThreadError,
  DistributedError,
];

/**
 * Runs the program and returns its exit code: 0, or 1 where something could not be written where it was asked for, 2 where the
 * program was called wrongly, 128 and the signal's number where it was interrupted.
 */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  // pnpm hands on the "--" that separates its own options from the script's.
  const own = args[0] === "--" ? args.slice(1) : args;
  const isPrediction = own[0] === "predict";
  let shown: Shown = shownBy(own);
  const command = async (): Promise<number> => {
    if (isPrediction) {
      await predict(own.slice(1), surroundings);
      return 0;
    }
    const read = readOptions(own);
    if (typeof read === "object") {
      shown = read.mode;
      // Alone unless mpirun or srun started it with others. Whoever cannot go on tells them at its end.
      const world = await init();
      try {
        const code = await compare(read.options, read.mode, world, heardOf(surroundings, world));
        finalize();
        return code;
      } finally {
        if (world.worldSize === 1) finalize();
      }
    }
    surroundings.print(read === "help" ? help : `cifar ${manifest.version}`);
    return 0;
  };
  return exitCodeFrom(command, {
    program: "cifar",
    expected,
    shown: () => shown,
    // During a download: a run that trains ends itself, and tells what it has.
    interrupted: `interrupted${isPrediction ? "" : "; the next call goes on with the download"}`,
    surroundings,
  });
}

/** Of several processes the first alone is heard; what goes wrong is told by each. */
function heardOf(surroundings: Surroundings, { rank }: World): Surroundings {
  const silent: ProgressStream = { isTTY: false, write: () => true };
  return rank === 0 ? surroundings : { ...surroundings, print: () => {}, progressStream: silent };
}

async function fetchSource(wish: string, { progressStream, signal, mirrors }: Surroundings): Promise<Source> {
  const { onProgress, end } = downloadBar("CIFAR-10", progressStream);
  try {
    return await findSource(wish, { onProgress, signal, ...(mirrors === undefined ? {} : { mirrors }) });
  } finally {
    end();
  }
}

/** Sets V8's flags where the choice needs them: a program may, a library does not. */
async function chooseSimd(simd: Simd): Promise<void> {
  if (simd === "relaxed") await import("@bernoulli/tensor/relaxed-simd");
  if (simd === "wide") await import("@bernoulli/tensor/revectorize");
  setSimd(simd);
}

async function compare(options: Options, mode: Mode, world: World, surroundings: Surroundings): Promise<number> {
  const { complain, progressStream, signal } = surroundings;
  const { print, tell } = voiceOf(surroundings.print, mode.json);
  if (options.threads !== null) setNumThreads(options.threads);
  if (options.simd !== null) await chooseSimd(options.simd);
  const { rank, worldSize } = world;
  if (options.batchSize % worldSize !== 0)
    throw new UsageError(
      `--batch-size ${options.batchSize} is of all ${worldSize} processes together, and cannot be divided among them; give a multiple of ${worldSize}`,
    );
  // A file that is not there is told before data is fetched, and anything printed.
  if (options.load !== null) await readFileHeader(options.load);
  const settings = settle(options, await fetchSource(options.data, surroundings));
  const { source } = settings;
  const sets = loadData(settings);
  const output = new Output(options.out, { writes: rank === 0 });
  const nets: NetName[] = options.only === null ? ["dropout", "plain"] : [options.only];
  const pathOf = (net: NetName) => pathOfWeights(options.save!, net, options.only !== null);
  if (options.save !== null && rank === 0) {
    makeWritable(dirname(options.save), "--save");
    for (const net of nets) await checkWritable(pathOf(net));
  }
  const saved = new SavedRun(settings, world);
  /** All of them are interrupted where one is. */
  const isInterrupted = () => world.gather(Float64Array.of(Number(signal.aborted))).some(([one]) => one === 1);
  let interrupted = false;
  if (await saved.begin(mode)) {
    saved.clear();
    print(`${options.out} has a complete run of these options: there is nothing left to do`);
    tell("end", { status: "complete", code: 0 });
    return 0;
  }
  let run = startOf(settings, sets);
  const kept: Kept[] = [];
  /** Of each net the first checkpoint that could not be written. */
  const unsaved = new Map<NetName, string>();
  tell("start", { options: settings, images: run.images, environment: run.environment });
  output.noteMetrics(run);
  const notice = source.name === "synthetic" ? syntheticNotice(source) : null;
  if (notice !== null) print(notice);
  print(introduction(settings, sets));
  for (const net of nets) {
    interrupted = isInterrupted();
    if (interrupted) break;
    print(heading(net));
    const from = mode.resume ? await saved.latest(net, (text) => complain(`cifar: ${text}`)) : null;
    if (from !== null) print(`goes on from ${from}`);
    tell("net", { net, from });
    /** A checkpoint that cannot be written ends no training: it is told at the end, as all else that could not be. */
    const guard = (callbacks: Callbacks): Callbacks => {
      const guarded =
        <Event>(call: ((event: Event) => void | Promise<void>) | undefined) =>
        async (event: Event) => {
          try {
            await call?.(event);
          } catch (error) {
            if (!(error instanceof FormatError)) throw error;
            if (!unsaved.has(net)) unsaved.set(net, error.message);
          }
        };
      return {
        ...callbacks,
        onBatchEnd: guarded(callbacks.onBatchEnd),
        onEpochEnd: guarded(callbacks.onEpochEnd),
        onFitEnd: guarded(callbacks.onFitEnd),
      };
    };
    const checkpoints = {
      from,
      directory: saved.directoryOf(net),
      every: mode.checkpointEvery,
      identity: saved.identity,
      guard,
    };
    const table: Callbacks = {
      onEpochEnd: ({ record, history }) => {
        print(row(record));
        tell("epoch", { net, ...record });
        output.noteMetrics({ ...run, unfinished: { net, history } });
      },
    };
    const callbacks = [progress({ stream: progressStream, epochLines: false }), table];
    const keeper: Keeper = {
      keepResult: async (result) => {
        run = { ...run, results: [...run.results, result] };
        output.noteMetrics(run);
        output.noteReport(run, sets.test);
      },
      keepWeights: async (model, epochs) => {
        if (options.save === null) return;
        const said = { net, ...settings, epochs, data: source.name, classes: sets.test.classes };
        kept.push(await keep("cifar", pathOf(net), (path) => saveWeights(model, path, said)));
      },
    };
    const how: NetRun = { sets, options: settings, world, saved: checkpoints, callbacks, signal, keeper };
    const result = await runNet(net, how);
    if (result !== null && result.demonstration !== null) print(`\n${lesson(result.demonstration)}`);
  }
  interrupted ||= isInterrupted();
  run = { ...run, status: interrupted ? "interrupted" : "complete" };
  if (interrupted) print("\nInterrupted: what follows is of the epochs that are complete.");
  print(conclusion(run.results));
  if (notice !== null) print(`\n${notice}`);
  for (const { net, test } of run.results) tell("result", { net, test });
  // The metrics last: where they say that the run is complete, all is written.
  kept.push(
    ...(run.results.length > 0 ? await output.writeReport(run, sets.test) : []),
    ...(await output.writeMetrics(run)),
  );
  if (!interrupted && kept.every(({ problem }) => problem === null)) saved.clear();
  const problems = [...kept.flatMap(({ problem }) => problem ?? []), ...unsaved.values()];
  for (const problem of problems) complain(`cifar: ${problem}`);
  print(`\nwritten: ${[...new Set(kept.flatMap(({ path }) => path ?? []))].join(", ")}`);
  if (interrupted) print(`to go on: the same with --resume`);
  let code = problems.length > 0 ? 1 : 0;
  if (interrupted) code = exitCodeOf(new Interruption("SIGTERM"));
  if (signal.aborted) code = exitCodeOf(signal.reason);
  tell("end", { status: run.status, code, problems, written: kept.flatMap(({ path }) => path ?? []) });
  return code;
}
