// A number of the history that is watched, and which of two is better: what early stopping and the best checkpoint share.

import { ArgumentError } from "@bernoulli/tensor";
import type { EpochRecord } from "./trainer-options.js";
import { oneOfWords } from "./words.js";

export interface MonitorOptions {
  /** What is watched: one of an epoch's scores, as `validation.loss` or `live.accuracy`. Default: `validation.loss`. */
  readonly monitor?: `${"live" | "clean" | "validation"}.${string}`;
  /** Whether less or more is better. Default: "min" for a loss; otherwise it must be said. */
  readonly mode?: "min" | "max";
  /** By how much it must be better to count. Default: 0. */
  readonly minDelta?: number;
}

export interface Monitor {
  readonly name: string;
  /** The number of an epoch. @throws ArgumentError where the record has none. */
  read(record: EpochRecord): number;
  isBetter(value: number, than: number): boolean;
  /** The epoch, from 1, of the best number; 0 for none: NaN is never best. */
  bestOf(history: readonly EpochRecord[]): number;
}

/** @throws ArgumentError for options out of range. */
export function monitorOf(owner: string, options: MonitorOptions): Monitor {
  const { monitor: name = "validation.loss", minDelta = 0 } = options;
  const [, phase, score] = /^(live|clean|validation)\.(.+)$/.exec(String(name)) ?? [];
  if (phase === undefined || score === undefined)
    throw new ArgumentError(
      `${owner}: monitor must be a score of an epoch, as validation.loss, but got ${String(name)}`,
    );
  const { mode = score === "loss" ? "min" : undefined } = options;
  if (mode === undefined)
    throw new ArgumentError(`${owner}: say whether less or more ${score} is better: mode: "min" or mode: "max"`);
  oneOfWords(owner, "mode", mode, ["min", "max"]);
  if (!(minDelta >= 0)) throw new ArgumentError(`${owner}: minDelta must be at least 0, but got ${minDelta}`);
  const read = (record: EpochRecord) => {
    const value = record[phase as "live" | "clean" | "validation"]?.[score];
    if (value === undefined)
      throw new ArgumentError(
        `${owner}: the epochs have no ${name}; ${phase === "live" ? "give the trainer such a metric" : `give fit a ${phase}Loader, and the trainer such a metric`}, or watch another score`,
      );
    return value;
  };
  const isBetter = (value: number, than: number) =>
    mode === "min" ? value < than - minDelta : value > than + minDelta;
  const worst = mode === "min" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const bestOf = (history: readonly EpochRecord[]) => {
    let [best, at] = [worst, 0];
    for (const record of history) if (isBetter(read(record), best)) [best, at] = [read(record), record.epoch];
    return at;
  };
  return { name, read, isBetter, bestOf };
}
