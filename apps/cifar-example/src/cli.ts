// The program from arguments to exit code: reads options, runs the nets, prints, writes metrics.json.

import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ProgressStream, progress } from "@bernoulli/trainer/node";
import { BernoulliError } from "bernoulli";
import { loadData, type NetName, type Result, runNet } from "./experiment.js";
import { help, type Options, readOptions, UsageError } from "./options.js";
import { conclusion, gap, heading, introduction, row, syntheticNotice } from "./report.js";

export interface Surroundings {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly progressStream: ProgressStream;
  readonly signal: AbortSignal;
}

/** Runs the program and returns its exit code: 0, or 2 where it was called wrongly, or 130 where it was interrupted. */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === null) surroundings.print(help);
    else return await compare(options, surroundings);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof BernoulliError)) throw error;
    surroundings.complain(`cifar: ${error.message}`);
    return 2;
  }
}

async function compare(options: Options, { print, progressStream, signal }: Surroundings): Promise<number> {
  const sets = loadData(options);
  const file = prepareOutput(options.out);
  const synthetic = options.data === "synthetic";
  if (synthetic) print(syntheticNotice);
  print(introduction(options, sets));
  const results: Result[] = [];
  const nets: NetName[] = options.only === null ? ["dropout", "plain"] : [options.only];
  for (const net of nets) {
    if (signal.aborted) break;
    print(heading(net));
    const table = { onEpochEnd: ({ record }: { record: Parameters<typeof row>[0] }) => print(row(record)) };
    const result = await runNet(
      net,
      sets,
      options,
      [progress({ stream: progressStream, epochLines: false }), table],
      signal,
    );
    if (result !== null) results.push(result);
  }
  print(conclusion(results));
  if (synthetic) print(`\n${syntheticNotice}`);
  writeMetrics(file, options, results, signal.aborted);
  print(`\nmetrics: ${file}`);
  return signal.aborted ? 130 : 0;
}

/** Makes the directory before anything is trained, so that a run does not end with nowhere to go. */
function prepareOutput(directory: string): string {
  const file = join(directory, "metrics.json");
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(`${file}.part`, "");
  } catch (error) {
    throw new UsageError(
      `--out ${directory} cannot be written to (${(error as NodeJS.ErrnoException).code}); name another directory`,
    );
  }
  return file;
}

// Written under another name first: a reader never sees half a file.
function writeMetrics(file: string, options: Options, results: readonly Result[], interrupted: boolean): void {
  const metrics = {
    options,
    node: process.version,
    interrupted,
    results: results.map((result) => ({ ...result, gap: gap(result) })),
  };
  writeFileSync(`${file}.part`, `${JSON.stringify(metrics, null, 2)}\n`);
  renameSync(`${file}.part`, file);
}
