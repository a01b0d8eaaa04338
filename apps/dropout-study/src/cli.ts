// The program from arguments to exit code.

import { DataFileError } from "@bernoulli/data";
import { DownloadError } from "@bernoulli/data/node";
import {
  exitCodeFrom,
  type Surroundings as ProcessSurroundings,
  type Shown,
  shownBy,
  UsageError,
  voiceOf,
} from "@bernoulli/programs";
import { FormatError } from "@bernoulli/trainer";
import { ArgumentError, OutOfMemoryError, ThreadError } from "bernoulli";
import manifest from "../package.json" with { type: "json" };
import { experiments } from "./experiments/index.js";
import { fetchImages } from "./fetch.js";
import { runAsWorker } from "./grid/run.js";
import { Store } from "./grid/store.js";
import { dataKinds, realNames } from "./images.js";
import { type DirectoryWish, help, readBare, readDirectory, readRun, readSweep, sweepHelp } from "./options.js";
import { gridOf, readPlan } from "./plan.js";
import { writeReport } from "./report/write.js";
import { statusOf, statusText } from "./status.js";
import { study, sweep } from "./study.js";
import type { Surroundings } from "./surroundings.js";

export type { Surroundings } from "./surroundings.js";

/** What the user can mend: its text is all that is shown. */
const expected = [UsageError, ArgumentError, DataFileError, DownloadError, FormatError, OutOfMemoryError, ThreadError];

/** Runs the program and returns its exit code: see `help`. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  // pnpm hands on the "--" that separates its own options from the script's.
  const own = args[0] === "--" ? args.slice(1) : args;
  let shown = shownBy(own);
  const heard = <Wish extends Shown>(wish: Wish | Answered): Wish | Answered => {
    if (typeof wish === "object") shown = wish;
    return wish;
  };
  return exitCodeFrom(() => command(own, surroundings, heard), {
    program: "study",
    expected,
    shown: () => shown,
    interrupted: "interrupted; the next call goes on with the download",
    surroundings,
  });
}

/** Runs the program as a worker of another, which tells it what to do. */
export function mainOfWorker(args: readonly string[], surroundings: ProcessSurroundings): Promise<number> {
  const command = async () => {
    await runAsWorker(surroundings.signal);
    return 0;
  };
  return exitCodeFrom(command, {
    program: "study",
    expected,
    shown: () => ({ json: false, debug: shownBy(args).debug }),
    interrupted: "a worker was interrupted",
    surroundings,
  });
}

/** What a command answers without doing anything. */
type Answered = "help" | "version";

async function command(
  args: readonly string[],
  surroundings: Surroundings,
  heard: <Wish extends Shown>(wish: Wish | Answered) => Wish | Answered,
): Promise<number> {
  const named = args[0] !== undefined && !args[0].startsWith("-");
  const [name, rest] = named ? [args[0]!, args.slice(1)] : ["run", args];
  const answer = (wish: Answered, text = help) => {
    surroundings.print(wish === "help" ? text : `study ${manifest.version}`);
    return 0;
  };
  switch (name) {
    case "run": {
      const wish = heard(readRun(rest));
      return typeof wish === "object" ? study(wish, args, surroundings) : answer(wish);
    }
    case "sweep": {
      const wish = heard(readSweep(rest));
      return typeof wish === "object" ? sweep(wish, args, surroundings) : answer(wish, sweepHelp);
    }
    case "merge": {
      const wish = heard(readDirectory(name, rest));
      return typeof wish === "object" ? merge(wish, surroundings) : answer(wish);
    }
    case "status": {
      const wish = heard(readDirectory(name, rest));
      if (typeof wish !== "object") return answer(wish);
      const { print, tell } = voiceOf(surroundings.print, wish.json);
      const status = await statusOf(wish.directory);
      print(statusText(status));
      tell("status", status);
      return 0;
    }
    case "list": {
      const wish = heard(readBare(name, rest));
      if (typeof wish !== "object") return answer(wish);
      const { print, tell } = voiceOf(surroundings.print, wish.json);
      for (const { name, title, about } of experiments) {
        print(`${name.padEnd(12)} ${title}: ${about}`);
        tell("experiment", { name, title, about });
      }
      return 0;
    }
    case "fetch": {
      const wish = heard(readBare(name, rest));
      return typeof wish === "object" ? fetchAll(wish, surroundings) : answer(wish);
    }
    default:
      throw new UsageError(
        `there is no command ${name}; there are run, sweep, merge, status, list and fetch, see --help`,
      );
  }
}

async function fetchAll(shown: Shown, surroundings: Surroundings): Promise<number> {
  const { print, tell } = voiceOf(surroundings.print, shown.json);
  for (const kind of dataKinds) {
    const { directory, offline } = await fetchImages(kind, "auto", surroundings);
    if (directory === null)
      throw new UsageError(`${realNames[kind]} could not be downloaded: ${offline}; try again with a connection`);
    print(`${realNames[kind]} is in ${directory}`);
    tell("data", { name: realNames[kind], directory });
  }
  return 0;
}

async function merge({ directory, json }: DirectoryWish, surroundings: Surroundings): Promise<number> {
  const store = new Store(directory);
  const plan = await readPlan(store);
  const finished = await store.finished();
  const cells = gridOf(plan);
  const done = cells.filter(({ key }) => finished.has(key)).length;
  if (done === 0)
    throw new UsageError(
      `no cell of the study in ${directory} has a result yet; study status ${directory} tells how far it is`,
    );
  const voice = voiceOf(surroundings.print, json);
  const { problems, written } = await writeReport(store, plan, null, surroundings, voice);
  const code = problems.length > 0 ? 1 : 0;
  const status = done === cells.length ? "complete" : "incomplete";
  voice.tell("end", { status, code, cells: cells.length, done, problems, written });
  return code;
}
