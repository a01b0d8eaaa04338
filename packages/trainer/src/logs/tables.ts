// csvLog and jsonLog: the history as a file, after every epoch. Node only.

import { checkWritable, replaceFile } from "@bernoulli/formats/node";
import { checkArgument } from "@bernoulli/tensor";
import type { Callbacks } from "../callbacks.js";
import type { EpochRecord } from "../trainer-options.js";

/**
 * Callbacks that write the history as comma-separated values: a line for each epoch, a column for each number, `live.loss` and so on. The
 * file is written anew after each epoch, as a whole or not at all; a run that goes on has all its epochs. Node only.
 *
 *     await trainer.fit(loader, { epochs: 8, callbacks: [csvLog("run/history.csv")] });
 *
 * @throws from the fit: FormatError at its start where the file cannot be written, and later where it no longer can.
 */
export function csvLog(path: string): Callbacks {
  return written("csvLog", path, csvOf);
}

/** The same as lines of JSON, a record each; a number that JSON has not, as NaN, is null. Node only. */
export function jsonLog(path: string): Callbacks {
  return written("jsonLog", path, (history) => history.map((record) => `${JSON.stringify(record)}\n`).join(""));
}

function written(owner: string, path: string, textOf: (history: readonly EpochRecord[]) => string): Callbacks {
  checkArgument(owner, "path", path, "string");
  return {
    firstRankOnly: true,
    onFitStart: () => checkWritable(path),
    onEpochEnd: ({ history }) => replaceFile(path, textOf(history)),
  };
}

function csvOf(history: readonly EpochRecord[]): string {
  const rows = history.map(flat);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  // Names are the caller's: one with a comma or a quote is quoted.
  const quoted = (name: string) => (/[",\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
  const lines = rows.map((row) => names.map((name) => String(row[name] ?? "")));
  return [names.map(quoted), ...lines].map((line) => `${line.join(",")}\n`).join("");
}

/** A record's numbers by their paths: `validation.loss`. */
export function flat(record: EpochRecord): Record<string, number> {
  const entries = Object.entries(record).flatMap(([name, value]: [string, number | object | null]) =>
    typeof value === "number"
      ? [[name, value] as const]
      : Object.entries(value ?? {}).map(([score, number]) => [`${name}.${score}`, number as number] as const),
  );
  return Object.fromEntries(entries);
}
