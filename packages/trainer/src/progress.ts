// progress: tells a terminal how a fit goes on, in Node. The words are progress-text.ts's.

import { checkOptions, type Kinds } from "@bernoulli/tensor";
import type { createLogUpdate } from "log-update";
import type { BatchEvent, Callbacks } from "./callbacks.js";
import { formatBatch, formatEpoch } from "./progress-text.js";

/** The part of a Node stream that is needed: process.stderr has it. */
export interface ProgressStream {
  write(text: string): unknown;
  /** Whether it is a terminal. Default: false. */
  readonly isTTY?: boolean | undefined;
  /** The width of the terminal. Default: 80. */
  readonly columns?: number | undefined;
}

export interface ProgressOptions {
  /** Where it is written. Default: process.stderr. */
  readonly stream?: ProgressStream;
  /** Whether to leave a line behind for each epoch. Default: true. */
  readonly epochLines?: boolean;
  /** The seconds between plain lines inside an epoch, where the stream is no terminal. Default: 10. */
  readonly plainInterval?: number;
  /** Milliseconds. Default: performance.now. */
  readonly clock?: () => number;
}

const optionKinds: Kinds<ProgressOptions> = {
  stream: "object",
  epochLines: "boolean",
  plainInterval: "number",
  clock: "function",
};

/** Milliseconds between two states of the line on a terminal. */
const redrawInterval = 100;

/**
 * Callbacks that show how a fit goes on: on a terminal one line that is written over and over, with samples per second
 * and the time left; elsewhere plain lines, now and then. Node only: import it from `@bernoulli/trainer/node`.
 *
 *     await trainer.fit(loader, { epochs: 8, callbacks: [progress()] });
 */
export function progress(options: ProgressOptions = {}): Callbacks {
  checkOptions("progress", options, optionKinds);
  const { stream = process.stderr, epochLines = true, plainInterval = 10, clock = () => performance.now() } = options;
  /** The line that is written over and over; null where there is none. */
  let line: Line | null = null;
  let fitStart = clock();
  let passStart = fitStart;
  let lastBatch = fitStart;
  let lastShown = fitStart;
  let epochsBefore = 0;

  const show = (event: BatchEvent): void => {
    const now = clock();
    if (event.batch === 1) passStart = lastBatch;
    lastBatch = now;
    if (now - lastShown < (line === null ? 1000 * plainInterval : redrawInterval)) return;
    lastShown = now;
    const soFar = [(now - passStart) / 1000, (now - fitStart) / 1000, epochsBefore] as const;
    // One character less than the terminal is wide: some wrap the line when its last column is written.
    if (line !== null) line(formatBatch(event, ...soFar, (stream.columns || 80) - 1));
    else stream.write(`${formatBatch(event, ...soFar)}\n`);
  };

  return {
    firstRankOnly: true,
    onFitStart: async ({ history }) => {
      if (stream.isTTY === true) line = await lineOn(stream);
      fitStart = lastShown = clock();
      epochsBefore = history.length;
    },
    onEpochStart: () => {
      lastBatch = clock();
    },
    onBatchEnd: show,
    onEvaluationBatchEnd: show,
    onEpochEnd: (event) => {
      line?.clear();
      if (epochLines) stream.write(`${formatEpoch(event)}\n`);
    },
    onFitEnd: () => {
      line?.clear();
      line?.done();
    },
  };
}

type Line = ReturnType<typeof createLogUpdate>;

/** Loaded where it is used: it reads the environment, which Deno lets no program do unasked. Then there are plain lines. */
async function lineOn(stream: ProgressStream): Promise<Line | null> {
  try {
    const { createLogUpdate } = await import("log-update");
    // The cursor stays: what hides it listens to SIGINT, and would end a process whose Ctrl-C is to end the fit only.
    return createLogUpdate(stream as unknown as NodeJS.WriteStream, { showCursor: true });
  } catch {
    return null;
  }
}
