// The command line: what may be asked for, and what is said of a wrong wish. Nothing is trained here.

import { configured, oneOf, optionNumber, parseOptions, UsageError } from "@bernoulli/programs";
import type { Simd } from "bernoulli";

export const help = `Trains the conv net of a blog post on dropout twice, with and without dropout, and says what dropout did.

  cifar [options]                        in this repository: pnpm cifar [options]
  cifar predict --load FILE PICTURE …    what a trained net takes pictures for (cifar predict --help)

Without options it trains both nets on CIFAR-10 and writes runs/cifar/report.html.

Data
  --data auto|DIR|synthetic
                         auto, the default: CIFAR-10 as it was downloaded before, or its official archive (170 MB) from
                         the web, kept in BERNOULLI_CACHE or the system's directory for caches; offline, synthetic.
                         DIR holds the archive's files (data_batch_1.bin …), or its folder cifar-10-batches-bin.
                         synthetic: a built-in set of drawn shapes
  --subset N             train on the first N images only (a tenth of them is held out for validation)
  --augment              shift training images by up to 4 pixels and mirror them, by chance

Training
  --only dropout|plain   train one of the two nets; default both
  --epochs N             default 8 on CIFAR-10, 15 on the synthetic set
  --batch-size N         default 32; of several processes (mpirun -n 4 node …), of all of them together
  --p P                  share of units to DROP, from 0 to 1; default 0.25
  --optimizer adam|sgd   default adam; sgd has momentum 0.9
  --lr RATE              default 0.001 for adam, 0.01 for sgd
  --schedule cosine      let the learning rate fall to 0 along a cosine, step by step; default: it stays
  --ema DECAY            average the weights, of which the share DECAY stays at each step; the average is tested and saved
  --seed N               of weights, order and dropout: the same seed gives the same numbers; default 0

Results
  --out DIR              where metrics.json, report.html and report.md go; default runs/cifar
  --save FILE            write the trained weights as safetensors, by PyTorch's keys; of two nets, as FILE with -dropout
                         and -plain before its ending. Whether it can be written is tried before training; what fails
                         later is written beside it, or to the temporary directory
  --load FILE            start from such weights instead of drawn ones

Going on
  --resume               go on with the run in --out that was killed or interrupted, with the same options: the weights and
                         numbers become those of a run that was left alone, to the last bit. Begins where there is none
  --restart              delete the checkpoints of such a run, and begin anew
  --checkpoint-every N   save within an epoch too, after every N steps; default: after each epoch, and when interrupted

How it computes
  --threads N            threads that kernels are spread over; default BERNOULLI_NUM_THREADS, or the cores there are.
                         Results do not depend on it
  --simd NAME            portable, relaxed or wide: the vector instructions of kernels, which differ by roundings; default
                         the best that Node has without flags. wide is for Node 24 and later, and experimental
  --no-compile           compute op by op, as PyTorch's plain loop does: slower, and the same to rounding

How it is called, and what it prints
  --config FILE          a JSON object of these options, as { "epochs": 3, "augment": true }; the command line comes first,
                         where --no-augment takes such a flag back
  --json                 print events for programs instead of text, one JSON object a line: start, net, epoch, result, end,
                         and error, which has a code
  --debug                show where in the program an error came from
  --version              print the version
  --help, -h             print this

Examples
  cifar --data synthetic --epochs 3 --only plain
  cifar --augment --schedule cosine --ema 0.999 --out runs/full          and after a power cut the same with --resume
  cifar --only dropout --save net.safetensors && cifar predict --load net.safetensors cat.jpg

Ctrl-C, SIGTERM and SIGHUP end a run after the step under way: weights, metrics and report are written. A second one ends it
at once. What a run is doing goes to standard error, what it found to standard output; neither is in colour.

Exit codes
  0    all is done
  1    something could not be written where it was asked for, or the program is at fault
  2    a wrong call, or data, a file or a directory that cannot be used
  130  interrupted by Ctrl-C; 143 by SIGTERM, 129 by SIGHUP, 141 because nobody reads its output any more

An error is one line that ends with its code, such as [BERNOULLI_USAGE]; docs/errors.md lists them with their cures.
`;

export interface Options {
  /** `auto`, `synthetic` or a directory. */
  readonly data: string;
  /** Null where the data is to decide. */
  readonly epochs: number | null;
  readonly batchSize: number;
  readonly p: number;
  readonly optimizer: "adam" | "sgd";
  readonly lr: number;
  readonly seed: number;
  /** Null where the library is to decide. */
  readonly threads: number | null;
  /** Null where the library is to decide. */
  readonly simd: Simd | null;
  /** Whether steps are compiled. */
  readonly compile: boolean;
  readonly subset: number | null;
  readonly only: "dropout" | "plain" | null;
  readonly out: string;
  readonly save: string | null;
  readonly load: string | null;
  readonly augment: boolean;
  /** Null where the rate stays. */
  readonly schedule: "cosine" | null;
  /** The decay of the average of weights; null where there is none. */
  readonly ema: number | null;
}

/** How the program goes about it, which no number depends on. */
export interface Mode {
  readonly resume: boolean;
  readonly restart: boolean;
  /** Steps from one checkpoint to the next; Infinity: only at the ends of epochs and when interrupted. */
  readonly checkpointEvery: number;
  readonly json: boolean;
  readonly debug: boolean;
}

const strings = [
  "data",
  "epochs",
  "batch-size",
  "p",
  "optimizer",
  "lr",
  "seed",
  "threads",
  "simd",
  "subset",
  "only",
  "out",
  "save",
  "load",
  "schedule",
  "ema",
  "checkpoint-every",
  "config",
] as const;
const flags = ["help", "version", "no-compile", "augment", "resume", "restart", "json", "debug"] as const;

/**
 * Reads the arguments behind the program's name; `help` or `version` where that is asked for.
 *
 * @throws UsageError for an unknown option or a value out of range.
 */
export function readOptions(args: readonly string[]): { options: Options; mode: Mode } | "help" | "version" {
  const shape = { texts: strings, flags };
  const given = parseOptions(args, shape).values;
  if (given["help"] === true) return "help";
  if (given["version"] === true) return "version";
  const values = configured(given, shape);
  const text = (name: (typeof strings)[number]) => values[name] as string | undefined;
  const data = text("data") ?? "auto";
  const optimizer = oneOf("optimizer", text("optimizer") ?? "adam", ["adam", "sgd"]);
  const whole = (name: (typeof strings)[number], least: number) =>
    optionNumber(
      name,
      text(name),
      (value) => Number.isSafeInteger(value) && value >= least,
      `a whole number of at least ${least}`,
    );
  if (values["resume"] === true && values["restart"] === true)
    throw new UsageError("--resume goes on with a run, --restart begins anew: give one of them; see --help");
  const mode = {
    resume: values["resume"] === true,
    restart: values["restart"] === true,
    checkpointEvery: whole("checkpoint-every", 1) ?? Number.POSITIVE_INFINITY,
    json: values["json"] === true,
    debug: values["debug"] === true,
  };
  const options = {
    data,
    epochs: whole("epochs", 1),
    batchSize: whole("batch-size", 1) ?? 32,
    p: optionNumber("p", text("p"), (value) => value >= 0 && value <= 1, "a share from 0 to 1") ?? 0.25,
    optimizer,
    lr:
      optionNumber("lr", text("lr"), (value) => value > 0, "a positive number") ?? (optimizer === "adam" ? 1e-3 : 1e-2),
    seed: whole("seed", 0) ?? 0,
    threads: optionNumber(
      "threads",
      text("threads"),
      (value) => Number.isInteger(value) && value >= 1 && value <= 64,
      "a whole number from 1 to 64",
    ),
    simd: text("simd") === undefined ? null : oneOf("simd", text("simd")!, ["portable", "relaxed", "wide"]),
    compile: values["no-compile"] !== true,
    subset: whole("subset", 20) ?? null,
    only: text("only") === undefined ? null : oneOf("only", text("only")!, ["dropout", "plain"]),
    out: text("out") ?? "runs/cifar",
    save: text("save") ?? null,
    load: text("load") ?? null,
    augment: values["augment"] === true,
    schedule: text("schedule") === undefined ? null : oneOf("schedule", text("schedule")!, ["cosine"]),
    ema: optionNumber("ema", text("ema"), (value) => value > 0 && value < 1, "a share between 0 and 1"),
  };
  return { options, mode };
}
