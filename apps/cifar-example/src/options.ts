// The command line: what may be asked for, and what is said of a wrong wish. Nothing is trained here.

import { oneOf, optionNumber, parseOptions } from "@bernoulli/programs";
import type { Simd } from "bernoulli";

export const help = `Trains the conv net of a blog post on dropout, with and without dropout, and says what dropout did.

  cifar [options]
  cifar predict --load FILE PICTURE …     (cifar predict --help)

  --data auto|DIR|synthetic
                         auto, the default: CIFAR-10 as it was downloaded before, or its official archive (170 MB) from
                         the web, kept in BERNOULLI_CACHE or the system's directory for caches; offline, synthetic.
                         DIR holds the archive's files (data_batch_1.bin …), or its folder cifar-10-batches-bin.
                         synthetic: a built-in set of drawn shapes
  --epochs N             default 8 on CIFAR-10, 15 on the synthetic set
  --batch-size N         default 32
  --p P                  share of units to DROP, from 0 to 1; default 0.25
  --optimizer adam|sgd   default adam; sgd has momentum 0.9
  --lr RATE              default 0.001 for adam, 0.01 for sgd
  --seed N               default 0
  --threads N            threads that kernels are spread over; default BERNOULLI_NUM_THREADS, or the cores there are.
                         Results do not depend on it
  --simd NAME            portable, relaxed or wide: the vector instructions of kernels; default the best that Node has
                         without flags. wide is for Node 24 and later, and experimental
  --no-compile           compute op by op, as PyTorch's plain loop does: slower, and the same to rounding
  --subset N             train on the first N images only (a tenth of them is held out for validation)
  --only dropout|plain   train one of the two nets
  --out DIR              where metrics.json and the report go; default runs/cifar
  --save FILE            write the trained weights as safetensors, by PyTorch's keys; of two nets, as FILE with -dropout
                         and -plain before its ending. Whether it can be written is tried before training; what fails
                         later is written beside it, or to the temporary directory
  --load FILE            start from such weights instead of drawn ones
  --help                 print this

Ctrl-C, SIGTERM and SIGHUP end a run after the step under way: weights, metrics and report are written. A second one ends it
at once. The exit code is 0; 1 where something could not be written where it was asked for; 2 for a wrong call; 128 and the
signal's number for a run that was interrupted: 130 by Ctrl-C, 143 by SIGTERM, 129 by SIGHUP, 141 by who reads its output.
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
] as const;

/**
 * Reads the arguments behind the program's name; null where help is asked for.
 *
 * @throws UsageError for an unknown option or a value out of range.
 */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseOptions(args, { texts: strings, flags: ["help", "no-compile"] });
  if (values["help"] === true) return null;
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
  return {
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
  };
}
