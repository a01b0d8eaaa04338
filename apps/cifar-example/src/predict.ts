// The subcommand `predict`: what a trained net takes pictures for, and how far its thinned nets agree. Passes in training
// mode are samples of an approximate posterior, so their spread says how sure the net is: Gal and Ghahramani, Dropout as a
// Bayesian Approximation, arXiv:1506.02142.

import { parseArgs } from "node:util";
import { UsageError } from "@bernoulli/programs";
import { Generator, manualSeed, noGrad, scope, type Tensor, tensor, withGenerator } from "bernoulli";
import type { Surroundings } from "./cli.js";
import { normalize } from "./experiment.js";
import { DropoutNet, type PlainNet } from "./model.js";
import { pictureSize, readPicture } from "./picture.js";
import { openNet } from "./weights.js";

export const predictHelp = `Says what a trained net takes pictures for.

  cifar predict --load FILE [options] PICTURE …

  --load FILE    weights that cifar --save wrote, or any safetensors file with the net's keys
  --passes N     passes with units dropped, whose spread is shown; default 50
  --seed N       default 0
  PICTURE        PNG or JPEG files; the square in the middle is scaled to 32 × 32
`;

interface PredictOptions {
  readonly load: string;
  readonly passes: number;
  readonly seed: number;
  readonly pictures: readonly string[];
}

/** Null where help is asked for. */
function readPredictOptions(args: readonly string[]): PredictOptions | null {
  const { values, positionals } = (() => {
    try {
      const text = { type: "string" } as const;
      const options = { load: text, passes: text, seed: text, help: { type: "boolean" } } as const;
      return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
    } catch (error) {
      throw new UsageError(`predict: ${(error as Error).message.split(/\.\s/)[0]}; see cifar predict --help`);
    }
  })();
  if (values.help === true) return null;
  const whole = (name: "passes" | "seed", least: number, natural: number) => {
    const value = Number(values[name] ?? natural);
    if (!Number.isSafeInteger(value) || value < least || values[name]?.trim() === "")
      throw new UsageError(`predict: --${name} must be a whole number of at least ${least}, but got ${values[name]}`);
    return value;
  };
  if (values.load === undefined) throw new UsageError("predict: --load FILE is missing; cifar --save FILE writes one");
  if (positionals.length === 0) throw new UsageError("predict: no picture is named; give PNG or JPEG files");
  return { load: values.load, passes: whole("passes", 2, 50), seed: whole("seed", 0, 0), pictures: positionals };
}

/** Runs the subcommand. */
export async function predict(args: readonly string[], { print, signal }: Surroundings): Promise<void> {
  const options = readPredictOptions(args);
  if (options === null) return print(predictHelp);
  const pictures = options.pictures.map((path) => ({ path, planes: readPicture(path) }));
  // Weights are drawn before they are replaced: by this seed, so that the default stream is not left to chance.
  manualSeed(options.seed);
  const { model, classes } = await openNet(options.load);
  try {
    for (const { path, planes } of pictures) {
      signal.throwIfAborted();
      const { evaluation, passes } = probabilities(model, planes, options);
      print([path, ...describe(classes, evaluation, passes)].join("\n"));
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

function describe(
  classes: readonly string[],
  evaluation: readonly number[],
  passes: readonly (readonly number[])[],
): string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1).padStart(5)} %`;
  const best = evaluation
    .map((probability, at) => ({ probability, at }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, 3);
  const lines = best.map(({ probability, at }) => {
    const line = `  ${classes[at]!.padEnd(12)} ${percent(probability)}`;
    if (passes.length === 0) return line;
    const { mean, deviation } = spread(passes.map((pass) => pass[at]!));
    return `${line}    dropped: ${percent(mean)} ± ${(100 * deviation).toFixed(1)}`;
  });
  if (passes.length === 0) return lines;
  const first = best[0]!.at;
  const agreeing = passes.filter((pass) => pass[first] === Math.max(...pass)).length;
  return [...lines, `  ${agreeing} of ${passes.length} thinned nets answer ${classes[first]}`];
}

/** Mean and standard deviation of a sample. */
function spread(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}
