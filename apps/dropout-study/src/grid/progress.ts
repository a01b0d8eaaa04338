// How far a study is: on a terminal a line that is written over and over, elsewhere a line for each cell. Words and arithmetic only; what
// happens, run.ts tells.

import { formatDuration, type ProgressStream } from "@bernoulli/trainer/node";
import { createLogUpdate } from "log-update";
import type { Cell } from "./cell.js";
import type { WorkerEvent } from "./worker.js";

export interface Progress {
  readonly onEvent: (event: WorkerEvent) => void;
  /** Others' results since, by the directory. */
  readonly onFinished: (keys: ReadonlySet<string>) => void;
  readonly end: () => void;
}

/** What is known of a grid at some moment. */
export interface State {
  readonly cells: readonly Cell[];
  /** Cells with a result. */
  readonly done: ReadonlySet<string>;
  /** The share of those under way here. */
  readonly running: ReadonlyMap<string, number>;
}

/** Cost that is done, of all. */
function doneCost({ cells, done, running }: State): number {
  return cells.reduce((sum, { key, cost }) => sum + cost * (done.has(key) ? 1 : (running.get(key) ?? 0)), 0);
}

/**
 * Seconds that the rest will take if it goes on as since the beginning; null before anything can be known.
 *
 * @param before the cost that was done at the beginning
 */
export function secondsLeft(state: State, before: number, seconds: number): number | null {
  const done = doneCost(state);
  const total = state.cells.reduce((sum, { cost }) => sum + cost, 0);
  if (done - before < total / 200 && seconds < 60) return null;
  return done > before ? ((total - done) * seconds) / (done - before) : null;
}

/** The line: what there is, what is under way, how long it will take. */
export function lineOf(state: State, left: number | null, width = Number.POSITIVE_INFINITY): string {
  const { cells, done, running } = state;
  const finished = cells.filter(({ key }) => done.has(key)).length;
  const shares = [...running].map(([key, share]) => {
    const { experiment, setting, seed } = cells.find((cell) => cell.key === key)!;
    return `${experiment}: ${setting}, seed ${seed} ${Math.floor(100 * share)} %`;
  });
  const parts = [`${finished}/${cells.length} cells`, left === null ? "" : `${formatDuration(left)} left`, ...shares];
  return parts.reduce((line, part) =>
    part === "" || line.length + 2 + part.length > width ? line : `${line}  ${part}`,
  );
}

/** @param clock Milliseconds. */
export function progressOf(
  cells: readonly Cell[],
  finished: ReadonlySet<string>,
  stream: ProgressStream,
  clock: () => number = () => performance.now(),
): Progress {
  // The cursor stays: what hides it listens to SIGINT, and would end a program whose Ctrl-C is to end its cells first.
  const line = stream.isTTY === true ? createLogUpdate(stream as NodeJS.WriteStream, { showCursor: true }) : null;
  const state = { cells, done: new Set(finished), running: new Map<string, number>() };
  const [begin, before] = [clock(), doneCost(state)];
  let shown = Number.NEGATIVE_INFINITY;
  const left = () => secondsLeft(state, before, (clock() - begin) / 1000);
  const redraw = () => {
    if (line === null || clock() - shown < 100) return;
    shown = clock();
    line(lineOf(state, left(), (stream.columns || 80) - 1));
  };
  const leave = (text: string) => {
    line?.clear();
    stream.write(`${text}\n`);
  };
  return {
    onEvent: (event) => {
      const cell = cells.find(({ key }) => key === event.key);
      if (cell === undefined) return;
      if (event.kind === "start") state.running.set(event.key, 0);
      else if (event.kind === "share") state.running.set(event.key, event.share);
      else {
        state.running.delete(event.key);
        if (event.status === "done") state.done.add(event.key);
        const name = `${cell.experiment}: ${cell.setting}, seed ${cell.seed}`;
        const told = left();
        if (event.status === "failed") leave(`${name}  FAILED: ${event.problem?.split("\n")[0] ?? ""}`);
        else if (event.status === "done" && line === null)
          leave(
            `${cells.filter(({ key }) => state.done.has(key)).length}/${cells.length}  ${name}${told === null ? "" : `  ${formatDuration(told)} left`}`,
          );
      }
      redraw();
    },
    onFinished: (keys) => {
      for (const key of keys) state.done.add(key);
      redraw();
    },
    end: () => {
      line?.clear();
      line?.done();
    },
  };
}
