// What ends a run before its time: signals, and a reader that stops reading. The first ends the run after the step under way,
// with what is there so far; the next signal ends it at once. What is written then is each program's.

import { constants } from "node:os";
import { BernoulliError } from "@bernoulli/tensor";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Why a run ended before its time: the reason of its abort signal. */
export class Interruption extends BernoulliError {
  override name = "Interruption";
  override readonly code = "BERNOULLI_INTERRUPTION";
  /** As a shell has it: 128 and the signal's number. */
  readonly exitCode: number;

  constructor(by: NodeJS.Signals) {
    super(`interrupted by ${by}`);
    this.exitCode = 128 + constants.signals[by];
  }
}

/** The interruption that a signal's reason is; of one that was aborted without a reason, Ctrl-C's. */
export function interruptionOf(reason: unknown): Interruption {
  return reason instanceof Interruption ? reason : new Interruption("SIGINT");
}

/** The exit code of a run that was interrupted. */
export function exitCodeOf(reason: unknown): number {
  return interruptionOf(reason).exitCode;
}

/** Milliseconds in which signals are one: who closes a terminal sends its programs two, the shell's and the system's. */
const together = 200;

interface Signalled {
  on(name: NodeJS.Signals, listener: (name: NodeJS.Signals) => void): unknown;
  exit(code: number): void;
}

/** Calls `interrupt` at the first signal, and ends the program at one that comes later. */
export function listenToSignals(
  program: Signalled,
  interrupt: (reason: Interruption) => void,
  clock: () => number = () => performance.now(),
): void {
  let first: number | null = null;
  for (const name of signals) {
    program.on(name, () => {
      const reason = new Interruption(name);
      if (first === null) {
        first = clock();
        interrupt(reason);
      } else if (clock() - first >= together) program.exit(reason.exitCode);
    });
  }
}
