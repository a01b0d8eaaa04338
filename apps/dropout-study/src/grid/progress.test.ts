// What is told of a study's progress, and how long it says that the rest will take.

import { expect, it } from "vitest";
import { type Cell, cellOf } from "./cell.js";
import { lineOf, progressOf, secondsLeft } from "./progress.js";

const cell = (setting: string, cost: number): Cell =>
  cellOf({ experiment: "gaussian", setting, seed: 0, budget: "quick", data: "MNIST", parameters: null }, cost);
const cells = [cell("first", 600), cell("second", 300), cell("third", 100)];
const key = (at: number) => cells[at]!.key;

it("the estimate is by cost, not by the number of cells, and what was done before does not count as fast", () => {
  const state = { cells, done: new Set([key(0)]), running: new Map([[key(1), 0.5]]) };
  expect(secondsLeft(state, 0, 75)).toBeCloseTo(25);
  expect(secondsLeft(state, 600, 75)).toBeCloseTo(125);
  expect(secondsLeft({ ...state, running: new Map() }, 600, 10)).toBe(null);
  expect(secondsLeft({ cells, done: new Set(cells.map((one) => one.key)), running: new Map() }, 0, 50)).toBe(0);
});

it("a line says what there is, as far as it has room", () => {
  const state = { cells, done: new Set([key(2)]), running: new Map([[key(0), 0.257]]) };
  expect(lineOf(state, 125)).toMatchInlineSnapshot(`"1/3 cells  2:05 left  gaussian: first, seed 0 25 %"`);
  expect(lineOf(state, 125, 25)).toBe("1/3 cells  2:05 left");
  expect(lineOf(state, null)).toBe("1/3 cells  gaussian: first, seed 0 25 %");
});

it("where there is no terminal it is a line for each cell", () => {
  const written: string[] = [];
  let now = 0;
  const progress = progressOf(cells, new Set([key(2)]), { write: (text: string) => written.push(text) > 0 }, () => now);
  progress.onEvent({ kind: "start", key: key(0), attempt: 1 });
  now = 60_000;
  progress.onEvent({ kind: "end", key: key(0), status: "done", problem: null });
  progress.onEvent({ kind: "start", key: key(1), attempt: 1 });
  progress.onEvent({ kind: "end", key: key(1), status: "failed", problem: "Error: no\n  at line" });
  progress.onFinished(new Set([key(1)]));
  progress.end();
  expect(written.join("")).toMatchInlineSnapshot(`
    "2/3  gaussian: first, seed 0  0:30 left
    gaussian: second, seed 0  FAILED: Error: no
    "
  `);
});
