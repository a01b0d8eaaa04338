// When help is asked for, on machines that are simulated: quiet ones, and such as take cores away. And a pool that keeps to it.
// In a process of its own: its threads stay.

import { seeded } from "@bernoulli/testing";
import { describe, expect, it, vi } from "vitest";
import { OwnPart, Patience } from "./patience.js";
import { Pool } from "./pool.js";

/** How a job of 16 tasks, 0.8 ms of work, goes on two threads, and what of it the caller does itself. */
type Machine = (asks: boolean) => { readonly elapsed: number; readonly own: readonly number[] };

const task = 0.05;
const tasks = (count: number) => new Array<number>(count).fill(task);
const quiet: Machine = (asks) => (asks ? { elapsed: 9 * task, own: tasks(8) } : { elapsed: 16 * task, own: tasks(16) });

/** Each now and then a core is taken away for `slice` milliseconds, in `share` of the jobs alone; together twice as often, with either. */
function busy(share: number, slice: number): Machine {
  const random = seeded(1);
  return (asks) => {
    const { elapsed, own } = quiet(asks);
    if (random() >= (asks ? 4 * share : share)) return { elapsed, own };
    // The caller's core, within one of its tasks; or the other one, while the caller waits.
    const mine = !asks || random() < 0.5;
    return { elapsed: elapsed + slice, own: mine ? [own[0]! + slice, ...own.slice(1)] : own };
  };
}

/** Runs jobs for so many milliseconds; returns how many a second, and the share of them that others were asked for. */
function run(patience: Patience | null, machine: Machine, milliseconds: number, asks = true) {
  const part = new OwnPart();
  let [jobs, asked, time] = [0, 0, 0];
  for (; time < milliseconds; jobs += 1) {
    const together = patience === null ? asks : patience.asks;
    const { elapsed, own } = machine(together);
    part.clear();
    for (const one of own) part.add(one);
    patience?.note(part, elapsed, 16, 2);
    time += elapsed;
    asked += together ? 1 : 0;
  }
  return { rate: (1000 * jobs) / time, asked: asked / jobs };
}

describe("help", () => {
  it("is asked for always on a quiet machine, an interruption now and then included", () => {
    expect(run(new Patience(), quiet, 10_000).asked).toBe(1);
    expect(run(new Patience(), busy(0.002, 4), 10_000).asked).toBe(1);
  });

  it("is hardly asked for where it keeps the caller waiting, and costs little then", () => {
    const { rate, asked } = run(new Patience(), busy(0.1, 4), 20_000);
    const alone = run(null, busy(0.1, 4), 20_000, false).rate;
    const always = run(null, busy(0.1, 4), 20_000).rate;
    expect(always / alone).toBeLessThan(0.75);
    expect(rate / alone).toBeGreaterThan(0.95);
    expect(asked).toBeLessThan(0.1);
  });

  it("is asked for where it pays, on a busy machine too", () => {
    const { rate } = run(new Patience(), busy(0.02, 1), 20_000);
    const alone = run(null, busy(0.02, 1), 20_000, false).rate;
    expect(rate / alone).toBeGreaterThan(1.3);
  });

  it("is asked for again two seconds after others are gone", () => {
    const patience = new Patience();
    run(patience, busy(0.1, 4), 20_000);
    run(patience, quiet, 2000);
    expect(run(patience, quiet, 5000).asked).toBe(1);
  });

  it("of a clock that stands still within jobs is asked for, as before", () => {
    const patience = new Patience();
    const part = new OwnPart();
    for (let job = 0; job < 100; job += 1) patience.note(part, 0, 4, 2);
    expect(patience.asks).toBe(true);
  });
});

it("a pool does all tasks itself while nobody is to be asked", () => {
  const patience = new Patience();
  const asks = vi.spyOn(patience, "asks", "get");
  const note = vi.spyOn(patience, "note");
  const pool = new Pool(new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }), patience);
  while (pool.ready(2) < 2);
  /** How many tasks of a job, of two hundred without a call, are the caller's. */
  const own = () => {
    let ran = 0;
    const runTask = () => {
      ran += 1;
    };
    pool.run({ tasks: new Array<number>(201).fill(64), localAddress: 0, localStride: 0, threads: 2, runTask });
    return ran;
  };
  asks.mockReturnValue(true);
  while (own() === 200);
  asks.mockReturnValue(false);
  expect(Array.from({ length: 300 }, own).every((count) => count === 200)).toBe(true);
  expect(note).toHaveBeenLastCalledWith(expect.objectContaining({ tasks: 200 }), expect.any(Number), 200, 2);
});
