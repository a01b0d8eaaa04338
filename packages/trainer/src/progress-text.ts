// What a progress line says. Pure text; where and when it is written is progress.ts's.

import type { BatchEvent, EpochEndEvent } from "./callbacks.js";
import type { Scores } from "./metrics.js";

/**
 * Seconds as m:ss, or h:mm:ss from an hour on, rounded.
 *
 * @example
 * ```ts
 * import { formatDuration } from "@bernoulli/trainer/node";
 * formatDuration(61.4); // → "1:01"
 * formatDuration(3600); // → "1:00:00"
 * ```
 */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

function formatRate(samples: number, seconds: number): string {
  return seconds > 0 ? `${Math.round(samples / seconds).toLocaleString("en-US")} samples/s` : "";
}

function formatScores(scores: Scores): string[] {
  return Object.entries(scores).map(([name, value]) => `${name} ${value.toFixed(4)}`);
}

/**
 * The seconds that the rest of the fit will take if it goes on as until now; null where nobody can know.
 *
 * @param epochsBefore the epochs that were done before the fit began
 */
export function estimateSecondsLeft(
  { epoch, epochs, phase, batch, batches }: BatchEvent,
  secondsSoFar: number,
  epochsBefore = 0,
): number | null {
  if (batches === null || batches === 0) return null;
  const done = (epoch - epochsBefore - 1 + (phase === "train" ? batch / batches : 1)) / (epochs - epochsBefore);
  return (secondsSoFar * (1 - done)) / done;
}

/**
 * `epoch 2/8  train 640/1407  1,203 samples/s  1:44 left  loss 1.2345  accuracy 0.5612`, less what does not fit into
 * `width` characters.
 */
export function formatBatch(
  event: BatchEvent,
  secondsOfPass: number,
  secondsSoFar: number,
  epochsBefore: number,
  width = Number.POSITIVE_INFINITY,
): string {
  const { epoch, epochs, phase, batch, batches, samples, scores } = event;
  const left = estimateSecondsLeft(event, secondsSoFar, epochsBefore);
  const parts = [
    `epoch ${epoch}/${epochs}`,
    `${phase} ${batch}${batches === null ? " batches" : `/${batches}`}`,
    formatRate(samples, secondsOfPass),
    left === null ? "" : `${formatDuration(left)} left`,
    ...formatScores(scores),
  ];
  return parts.reduce((line, part) =>
    part === "" || line.length + 2 + part.length > width ? line : `${line}  ${part}`,
  );
}

/** `epoch 2/8  live loss 1.2345 accuracy 0.5612  validation loss 1.3 accuracy 0.5  1,203 samples/s  0:41`. */
export function formatEpoch({ epoch, epochs, record }: EpochEndEvent): string {
  const { live, clean, validation, samples, trainSeconds, seconds } = record;
  const told = (what: string, scores: Scores | null) =>
    scores === null ? [] : [what, ...formatScores(scores)].join(" ");
  const parts = [
    `epoch ${epoch}/${epochs}`,
    told("live", live),
    told("clean", clean),
    told("validation", validation),
  ].flat();
  return [...parts, formatRate(samples, trainSeconds), formatDuration(seconds)]
    .filter((part) => part !== "")
    .join("  ");
}
