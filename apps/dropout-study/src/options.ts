// The command line: what may be asked for, and what is said of a wrong wish.

import { configured, optionNumber, parseOptions, type Shown, UsageError } from "@bernoulli/programs";
import type { BudgetName } from "./grid/cell.js";
import type { DataKind } from "./images.js";

export const help = `Runs the experiments of the dropout paper (Srivastava et al., JMLR 15, 2014) again, and says which findings come out.

  study [run] [options]           run what has no result yet, and write the report; in this repository: pnpm study …
  study sweep FILE [options]      the same for a net of your own (study sweep --help)
  study merge [DIR]               write the report of what shards left in a directory
  study status [DIR]              how far a study is, and who is at work
  study list                      the experiments
  study fetch                     download MNIST and CIFAR-10 (180 MB), before machines without a network need them

Without options it runs the quick study, and writes runs/study/report.html. DIR is what a study had as --out; default runs/study.

What is run
  --quick                a few minutes on two cores; the default
  --paper                the paper's sizes: some 320 hours of a core
  --trial                seconds: whether it runs at all
  --only NAME,NAME       some of the experiments, as study list names them; default all
  --seeds N              seeds of each setting; default each experiment's own number
  --mnist auto|DIR|synthetic, --cifar auto|DIR|synthetic
                         auto, the default: as it was downloaded before, or from the web; offline, drawn shapes, and said so
  --out DIR              where results and the report go; default runs/study. A study that is there goes on
  --retry                try again what failed before

How it is run
  --workers N            processes, each of which runs a cell at a time; default the cores there are
  --config FILE          a JSON object of these options, as { "paper": true, "seeds": 5 }; the command line comes first
  --json                 print events for programs instead of text, one JSON object a line: start, cell, finding, end, and
                         error, which has a code; of status, list and fetch what they tell
  --debug                show where in the program an error came from
  --version              print the version
  --help                 print this

Over machines: start it on each with the same --out in a folder that all share. Who takes which cell is settled by files there.
  --shard I/N            begin with part I (from 0) of N; no report is written, study merge does that. Set by itself from
                         SLURM_ARRAY_TASK_ID, or from JOB_COMPLETION_INDEX and STUDY_SHARDS
  --stale SECONDS        a process on another machine without a sign of life for so long counts as gone; default 120

Examples
  study --only linear,gaussian
  study --paper --out /shared/paper --shard 0/4                and on three more machines 1/4, 2/4 and 3/4; then
  study merge /shared/paper

Ctrl-C, SIGTERM and SIGHUP end the cells under way behind their step; started again, they go on from their last checkpoint. How
far it is goes to standard error, what came of it to standard output: in colour on a terminal, unless NO_COLOR is set or
FORCE_COLOR is 0, and elsewhere where FORCE_COLOR is 1.

Exit codes
  0    all is done; of a shard: there is nothing left to take
  1    cells failed, something could not be written, or the program is at fault
  2    a wrong call, or data or a file that cannot be used
  130  interrupted by Ctrl-C; 143 by SIGTERM, 129 by SIGHUP, 141 because nobody reads its output any more

An error is one line that ends with its code, such as [BERNOULLI_USAGE]; docs/errors.md lists them with their cures.
`;

export const sweepHelp = `Trains a net of your own over shares of dropout, seeds and training sizes.

  study sweep FILE [options]

FILE is TypeScript or JavaScript, and may import bernoulli, @bernoulli/dropout and files beside it:

  import { nn } from "bernoulli";
  export default (p: number) =>
    new nn.Sequential(
      new nn.Flatten(), new nn.Linear(784, 128), new nn.ReLU(), new nn.Dropout(p), new nn.Linear(128, 10),
    );

It may also export data ("mnist", the default, or "cifar"), epochs (10), batchSize (50) and optimizer, a function of the
parameters (Adam). Images are from 0 to 1 (MNIST, 1 × 28 × 28) or from −1 to 1 (CIFAR-10, 3 × 32 × 32).

  --p P,P,…              shares of units to DROP, as nn.Dropout has them; default 0,0.25,0.5
  --seeds N              default 3
  --sizes N,N,…          training images; default 1000,5000
  --epochs N             default what the module says, or 10
  --out DIR              default runs/sweep

and --mnist, --cifar, --retry, --workers, --config, --json, --debug, --shard and --stale as study --help has them. Each pair of a
share and a size is trained once for each seed.

Example
  study sweep ./net.ts --p 0,0.2,0.5 --seeds 5 --sizes 1000,10000
`;

export interface RunWish extends Shown {
  readonly budget: BudgetName;
  /** Null for all experiments. */
  readonly only: readonly string[] | null;
  readonly seeds: number | null;
  readonly out: string;
  readonly workers: number | null;
  readonly wishes: { readonly [Kind in DataKind]: string };
  readonly retry: boolean;
  readonly shard: string | undefined;
  readonly stale: number;
}

export interface SweepWish extends RunWish {
  readonly file: string;
  readonly p: readonly number[];
  readonly sizes: readonly number[];
  readonly epochs: number | null;
}

/** What `merge` and `status` are told. */
export interface DirectoryWish extends Shown {
  readonly directory: string;
}

const shared = ["seeds", "out", "workers", "mnist", "cifar", "shard", "stale", "config"] as const;
const sharedFlags = ["retry", "json", "debug", "help"] as const;
const budgets = ["quick", "paper", "trial"] as const;

type Values = Readonly<Record<string, string | boolean | undefined>>;

const text = (values: Values, name: string) => values[name] as string | undefined;
const shownOf = (values: Values): Shown => ({ json: values["json"] === true, debug: values["debug"] === true });

function whole(values: Values, name: string, least: number, of?: string): number | null {
  const fits = (value: number) => Number.isSafeInteger(value) && value >= least;
  return optionNumber(name, text(values, name), fits, `a whole number of at least ${least}`, of);
}

/** @throws UsageError for an unknown option or a value out of range. */
export function readRun(args: readonly string[]): RunWish | "help" | "version" {
  const shape = { texts: [...shared, "only"], flags: [...budgets, ...sharedFlags, "version"] };
  const given = parseOptions(args, shape).values;
  if (given["help"] === true) return "help";
  if (given["version"] === true) return "version";
  const values = configured(given, shape);
  const among = (of: Values) => budgets.filter((name) => of[name] === true);
  // One on the command line takes the place of the file's.
  const chosen = among(given).length > 0 ? among(given) : among(values);
  if (chosen.length > 1)
    throw new UsageError(`${chosen.map((name) => `--${name}`).join(" and ")} exclude each other; see --help`);
  const only = text(values, "only");
  return {
    ...sharedOf(values, "runs/study"),
    budget: chosen[0] ?? "quick",
    only: only === undefined ? null : words(only),
  };
}

/** @throws UsageError for an unknown option or a value out of range. */
export function readSweep(args: readonly string[]): SweepWish | "help" {
  const of = "study sweep";
  const shape = { texts: [...shared, "p", "sizes", "epochs"], flags: sharedFlags, positionals: true, of };
  const { values: given, positionals } = parseOptions(args, shape);
  if (given["help"] === true) return "help";
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError("sweep: which file? study sweep FILE; see study sweep --help");
  if (more.length > 0)
    throw new UsageError(`sweep: one file, but got ${positionals.join(" and ")}; see study sweep --help`);
  const values = configured(given, shape);
  return {
    ...sharedOf(values, "runs/sweep", of),
    budget: "quick",
    only: null,
    file,
    p: numbers(
      "p",
      text(values, "p") ?? "0,0.25,0.5",
      (value) => value >= 0 && value < 1,
      "shares from 0 to less than 1",
    ),
    sizes: numbers(
      "sizes",
      text(values, "sizes") ?? "1000,5000",
      (value) => Number.isSafeInteger(value) && value >= 1,
      "whole numbers of at least 1",
    ),
    epochs: whole(values, "epochs", 1, of),
  };
}

/** The directory of merge and status. @throws UsageError for anything more. */
export function readDirectory(command: string, args: readonly string[]): DirectoryWish | "help" {
  const flags = ["help", "json", "debug"];
  const { values, positionals } = parseOptions(args, { texts: ["out"], flags, positionals: true });
  if (values["help"] === true) return "help";
  const named = [...positionals, ...(values["out"] === undefined ? [] : [text(values, "out")!])];
  if (named.length > 1) throw new UsageError(`${command}: one directory, but got ${named.join(" and ")}; see --help`);
  return { ...shownOf(values), directory: named[0] ?? "runs/study" };
}

/** What list and fetch are told: nothing but how to tell. @throws UsageError for anything more. */
export function readBare(command: string, args: readonly string[]): Shown | "help" {
  const { values, positionals } = parseOptions(args, {
    texts: [],
    flags: ["help", "json", "debug"],
    positionals: true,
  });
  if (values["help"] === true) return "help";
  if (positionals.length > 0)
    throw new UsageError(`${command}: takes nothing, but got ${positionals.join(" and ")}; see --help`);
  return shownOf(values);
}

function sharedOf(values: Values, out: string, of?: string): Omit<RunWish, "budget" | "only"> {
  return {
    ...shownOf(values),
    seeds: whole(values, "seeds", 1, of),
    out: text(values, "out") ?? out,
    workers: whole(values, "workers", 1, of),
    wishes: { mnist: text(values, "mnist") ?? "auto", cifar: text(values, "cifar") ?? "auto" },
    retry: values["retry"] === true,
    shard: text(values, "shard"),
    stale:
      optionNumber("stale", text(values, "stale"), (value) => value > 0, "a positive number of seconds", of) ?? 120,
  };
}

const words = (list: string) =>
  list
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");

/** Of a sweep. */
function numbers(name: string, list: string, fits: (value: number) => boolean, wanted: string): number[] {
  const given = words(list).map(
    (word) => optionNumber(name, word, fits, `${wanted}, with commas between`, "study sweep")!,
  );
  if (given.length === 0)
    throw new UsageError(`--${name} must be ${wanted}, with commas between, but got none; see study sweep --help`);
  return [...new Set(given)].sort((a, b) => a - b);
}
