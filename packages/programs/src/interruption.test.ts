// What the first signal does and what the next: over a process of the test's own.

import { expect, it } from "vitest";
import { exitCodeOf, Interruption, listenToSignals } from "./interruption.js";

function listen() {
  const listeners = new Map<string, (name: NodeJS.Signals) => void>();
  const [reasons, exits]: [Interruption[], number[]] = [[], []];
  let now = 0;
  listenToSignals(
    {
      on: (name: NodeJS.Signals, listener: (name: NodeJS.Signals) => void) => void listeners.set(name, listener),
      exit: (code: number) => void exits.push(code),
    },
    (reason) => void reasons.push(reason),
    () => now,
  );
  return {
    send: (name: NodeJS.Signals, at: number) => {
      now = at;
      listeners.get(name)!(name);
    },
    reasons,
    exits,
    listeners,
  };
}

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s ends the run first, and the program at the second time", (name, code) => {
  const { send, reasons, exits } = listen();
  send(name, 1000);
  expect(reasons.map(({ exitCode }) => exitCode)).toEqual([code]);
  // A terminal that is closed tells it twice.
  send(name, 1100);
  expect(exits).toEqual([]);
  send(name, 1300);
  expect([exits, reasons.length]).toEqual([[code], 1]);
});

it("the code is that of the first signal for the run, and of the second for the program", () => {
  const { send, reasons, exits } = listen();
  send("SIGTERM", 0);
  send("SIGINT", 500);
  expect([exitCodeOf(reasons[0]), exits]).toEqual([143, [130]]);
  expect(exitCodeOf(new DOMException("", "AbortError"))).toBe(130);
  expect(new Interruption("SIGPIPE").exitCode).toBe(141);
});
