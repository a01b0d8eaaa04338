// The command line: what may be asked for, and what is said of a wrong wish.

import { optionNumber, parseOptions, UsageError } from "@bernoulli/programs";
import type { BudgetName } from "./grid/cell.js";
import type { DataKind } from "./images.js";

export const help = `Runs the experiments of the dropout paper (Srivastava et al., JMLR 15, 2014) again, and says which findings come out.

  study [run] [options]           run what has no result yet, and write the report
  study sweep FILE [options]      the same for a net of your own          (study sweep --help)
  study merge [DIR]               write the report of what shards left in a directory
  study status [DIR]              how far a study is, and who is at work
  study list                      the experiments
  study fetch                     download MNIST and CIFAR-10 (180 MB), before machines without a network need them

  --quick                a few minutes on two cores; the default
  --paper                the paper's sizes: hours on many cores
  --trial                seconds: whether it runs at all
  --only NAME,NAME       some of the experiments
  --seeds N              seeds of each setting; default each experiment's own number
  --out DIR              default runs/study; a study that is there goes on
  --workers N            processes, each of which runs a cell at a time; default the cores there are
  --mnist auto|DIR|synthetic, --cifar auto|DIR|synthetic
                         auto, the default: as it was downloaded before, or from the web; offline, drawn shapes, and said so
  --retry                try again what failed before
  --help                 print this

Over machines: start it on each with the same --out in a folder that all share. Who takes which cell is settled by files there.
  --shard I/N            begin with part I (from 0) of N; no report is written, study merge does that. Set by itself from
                         SLURM_ARRAY_TASK_ID, or from JOB_COMPLETION_INDEX and STUDY_SHARDS
  --stale SECONDS        a process on another machine without a sign of life for so long counts as gone; default 120

Ctrl-C and SIGTERM end the cells under way behind their step; started again, they go on from their last checkpoint. The exit
code is 0; 1 where cells failed or something could not be written; 2 for a wrong call; 128 and the signal's number for a
study that was interrupted. NO_COLOR is heeded.
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

and --out (default runs/sweep), --workers, --mnist, --cifar, --retry, --shard, --stale as study --help has them.
`;

export interface RunWish {
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

const shared = ["seeds", "out", "workers", "mnist", "cifar", "shard", "stale"] as const;

type Values = Readonly<Record<string, string | boolean | undefined>>;

const text = (values: Values, name: string) => values[name] as string | undefined;

function whole(values: Values, name: string, least: number): number | null {
  const fits = (value: number) => Number.isSafeInteger(value) && value >= least;
  return optionNumber(name, text(values, name), fits, `a whole number of at least ${least}`);
}

/** @throws UsageError for an unknown option or a value out of range. */
export function readRun(args: readonly string[]): RunWish | null {
  const { values } = parseOptions(args, {
    texts: [...shared, "only"],
    flags: ["quick", "paper", "trial", "retry", "help"],
  });
  if (values["help"] === true) return null;
  const budgets = (["quick", "paper", "trial"] as const).filter((name) => values[name] === true);
  if (budgets.length > 1)
    throw new UsageError(`${budgets.map((name) => `--${name}`).join(" and ")} exclude each other; see --help`);
  const only = text(values, "only");
  return {
    ...sharedOf(values, "runs/study"),
    budget: budgets[0] ?? "quick",
    only: only === undefined ? null : words(only),
  };
}

/** @throws UsageError for an unknown option or a value out of range. */
export function readSweep(args: readonly string[]): SweepWish | null {
  const { values, positionals } = parseOptions(args, {
    texts: [...shared, "p", "sizes", "epochs"],
    flags: ["retry", "help"],
    positionals: true,
  });
  if (values["help"] === true) return null;
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError("sweep: which file? study sweep FILE; see study sweep --help");
  if (more.length > 0)
    throw new UsageError(`sweep: one file, but got ${positionals.join(" and ")}; see study sweep --help`);
  return {
    ...sharedOf(values, "runs/sweep"),
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
    epochs: whole(values, "epochs", 1),
  };
}

/** The directory of merge and status. @throws UsageError for anything more. */
export function readDirectory(command: string, args: readonly string[]): string | null {
  const { values, positionals } = parseOptions(args, { texts: ["out"], flags: ["help"], positionals: true });
  if (values["help"] === true) return null;
  const named = [...positionals, ...(values["out"] === undefined ? [] : [text(values, "out")!])];
  if (named.length > 1) throw new UsageError(`${command}: one directory, but got ${named.join(" and ")}; see --help`);
  return named[0] ?? "runs/study";
}

function sharedOf(values: Values, out: string): Omit<RunWish, "budget" | "only"> {
  return {
    seeds: whole(values, "seeds", 1),
    out: text(values, "out") ?? out,
    workers: whole(values, "workers", 1),
    wishes: { mnist: text(values, "mnist") ?? "auto", cifar: text(values, "cifar") ?? "auto" },
    retry: values["retry"] === true,
    shard: text(values, "shard"),
    stale: optionNumber("stale", text(values, "stale"), (value) => value > 0, "a positive number of seconds") ?? 120,
  };
}

const words = (list: string) =>
  list
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");

function numbers(name: string, list: string, fits: (value: number) => boolean, wanted: string): number[] {
  const found = words(list).map((word) => optionNumber(name, word, fits, `${wanted}, with commas between`)!);
  if (found.length === 0)
    throw new UsageError(`--${name} must be ${wanted}, with commas between, but got none; see --help`);
  return [...new Set(found)].sort((a, b) => a - b);
}
