// The subcommand `predict`: what a trained net takes pictures for, and how far its thinned nets agree. Passes in training
// mode are samples of an approximate posterior, so their spread says how sure the net is: Gal and Ghahramani, Dropout as a
// Bayesian Approximation, arXiv:1506.02142.

import { optionNumber, parseOptions, UsageError, voiceOf } from "@bernoulli/programs";
import { Generator, manualSeed, noGrad, scope, type Tensor, tensor, withGenerator } from "bernoulli";
import type { Surroundings } from "./cli.js";
import { normalize } from "./experiment.js";
import { DropoutNet, type PlainNet } from "./model.js";
import { pictureSize, readPicture } from "./picture.js";
import { openNet } from "./weights.js";

const predictHelp = `Says what a trained net takes pictures for.

  cifar predict --load FILE [options] PICTURE …

  --load FILE    weights that cifar --save wrote, or any safetensors file with the net's keys
  --passes N     passes with units dropped, whose spread is shown; default 50
  --seed N       of the passes; default 0
  --json         print an event a picture instead of text, one JSON object a line, with the probabilities of all classes
  --debug        show where in the program an error came from
  --help         print this
  PICTURE        PNG or JPEG files; the square in the middle is scaled to 32 × 32

Each picture has its three likeliest classes, with their probabilities in evaluation mode and, of a net with dropout, their mean
± standard deviation over the passes. The exit code is 0; 2 for a wrong call, or a file that cannot be read.

Example:
  cifar --only dropout --save net.safetensors && cifar predict --load net.safetensors cat.jpg
`;

interface PredictOptions {
  readonly load: string;
  readonly passes: number;
  readonly seed: number;
  readonly json: boolean;
  readonly pictures: readonly string[];
}

/** Null where help is asked for. */
function readPredictOptions(args: readonly string[]): PredictOptions | null {
  const { values, positionals } = parseOptions(args, {
    texts: ["load", "passes", "seed"],
    flags: ["json", "debug", "help"],
    positionals: true,
    of: "cifar predict",
  });
  if (values["help"] === true) return null;
  const text = (name: string) => values[name] as string | undefined;
  const whole = (name: "passes" | "seed", least: number) =>
    optionNumber(
      name,
      text(name),
      (value) => Number.isSafeInteger(value) && value >= least,
      `a whole number of at least ${least}`,
      "cifar predict",
    );
  const load = text("load");
  if (load === undefined) throw new UsageError("predict: --load FILE is missing; cifar --save FILE writes one");
  if (positionals.length === 0) throw new UsageError("predict: no picture is named; give PNG or JPEG files");
  return {
    load,
    passes: whole("passes", 2) ?? 50,
    seed: whole("seed", 0) ?? 0,
    json: values["json"] === true,
    pictures: positionals,
  };
}

/** Runs the subcommand. */
export async function predict(args: readonly string[], surroundings: Surroundings): Promise<void> {
  const options = readPredictOptions(args);
  if (options === null) return surroundings.print(predictHelp);
  const { print, tell } = voiceOf(surroundings.print, options.json);
  const { signal } = surroundings;
  const pictures = options.pictures.map((path) => ({ path, planes: readPicture(path) }));
  // Weights are drawn before they are replaced: by this seed, so that the default stream is not left to chance.
  manualSeed(options.seed);
  const { model, classes } = await openNet(options.load);
  try {
    for (const { path, planes } of pictures) {
      signal.throwIfAborted();
      const { evaluation, passes } = probabilities(model, planes, options);
      const all = ranked(classes, evaluation, passes);
      print([path, ...described(all, passes.length)].join("\n"));
      tell("prediction", { picture: path, passes: passes.length, classes: all });
    }
  } finally {
    model.dispose();
  }
}

/** The classes' probabilities in evaluation mode, and in each pass in training mode; none for a net without dropout. */
function probabilities(model: PlainNet, planes: Uint8Array, { passes, seed }: PredictOptions) {
  return scope(() =>
    noGrad(() => {
      const input = normalize(tensor(planes).view(1, 3, pictureSize, pictureSize));
      const run = (images: Tensor) => model(images).logSoftmax(1).exp().toArray() as number[][];
      model.eval();
      const evaluation = run(input)[0]!;
      if (!(model instanceof DropoutNet) || model.dropout.p === 0) return { evaluation, passes: [] };
      model.train();
      // The same picture many times over: every row of the batch is dropped differently.
      const rows = withGenerator(new Generator({ seed }), () => run(input.expand(passes, -1, -1, -1)));
      return { evaluation, passes: rows };
    }),
  );
}

/** What is said of a class. */
interface Ranked {
  readonly name: string;
  readonly probability: number;
  /** Over the passes, and how many of them take it for the likeliest; null for a net without dropout. */
  readonly dropped: { readonly mean: number; readonly deviation: number; readonly agreeing: number } | null;
}

/** All classes, the likeliest first. */
function ranked(
  classes: readonly string[],
  evaluation: readonly number[],
  passes: readonly (readonly number[])[],
): Ranked[] {
  const of = (at: number) => ({
    ...spread(passes.map((pass) => pass[at]!)),
    agreeing: passes.filter((pass) => pass[at] === Math.max(...pass)).length,
  });
  return evaluation
    .map((probability, at) => ({ name: classes[at]!, probability, dropped: passes.length === 0 ? null : of(at) }))
    .sort((a, b) => b.probability - a.probability);
}

function described(all: readonly Ranked[], passes: number): string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1).padStart(5)} %`;
  const lines = all.slice(0, 3).map(({ name, probability, dropped }) => {
    const line = `  ${name.padEnd(12)} ${percent(probability)}`;
    return dropped === null
      ? line
      : `${line}    dropped: ${percent(dropped.mean)} ± ${(100 * dropped.deviation).toFixed(1)}`;
  });
  const { name, dropped } = all[0]!;
  return dropped === null ? lines : [...lines, `  ${dropped.agreeing} of ${passes} thinned nets answer ${name}`];
}

/** Mean and standard deviation of a sample. */
function spread(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}
