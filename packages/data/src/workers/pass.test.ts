// Passes of one crew, with threads that answer when they are told to: what none of them waits for any more is not kept.

import { expect, it } from "vitest";
import type { Task } from "./messages.js";
import { Answers, ThreadCrew, type Threads } from "./pass.js";
import { Waiting } from "./waiting.js";

it("keeps nothing of a pass that ended early, what comes behind its end included", () => {
  const answers = new Answers();
  const tasks: Task[] = [];
  const threads: Threads = {
    isOpen: true,
    answers,
    lost: new Map(),
    begun: new Set(),
    send: (_, task) => void tasks.push(task),
    drain: () => 0,
    wait: () => false,
    news: async () => false,
    sampleAt: () => null,
    close: () => {},
  };
  const crew = new ThreadCrew(threads, {
    numWorkers: 2,
    prefetchFactor: 2,
    isPersistent: true,
    isWhole: false,
    timeout: 0,
  });
  const answer = () => {
    const { pass, batch } = tasks.shift()!;
    answers.hear({ kind: "batch", pass, batch, parts: [] });
  };
  for (let pass = 0; pass < 3; pass++) {
    const reading = crew.begin([[0], [1], [2], [3], [4]].values(), 0n);
    reading.advance();
    answer();
    answer();
    expect(reading.read()).toEqual([]);
    reading.finish();
    while (tasks.length > 0) answer();
    expect(answers.size).toBe(0);
  }
});

it("wakes all who wait for news", async () => {
  const waiting = new Waiting();
  const both = [waiting.until(5_000), waiting.until(5_000)];
  const late = await waiting.until(1);
  waiting.wake();
  expect([late, ...(await Promise.all(both)), waiting.isEmpty]).toEqual([false, true, true, true]);
});
