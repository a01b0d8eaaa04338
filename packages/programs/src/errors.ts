// Errors as a program tells them: a text in a line, and a code that stays the same while texts get better (docs/errors.md). Which are
// expected, each program says.

import { BernoulliError } from "@bernoulli/tensor";
import { interruptionOf } from "./interruption.js";
import type { Surroundings } from "./process.js";

/** The code of what the program itself does wrong, whatever was thrown. */
export const faultCode = "BERNOULLI_FAULT";

/** The stable code of an error: its own, or that of a fault. */
export function codeOf(error: unknown): string {
  return error instanceof BernoulliError ? error.code : faultCode;
}

/** How a program was asked to tell. */
export interface Shown {
  /** As an event on standard output, too. */
  readonly json: boolean;
  /** With where in the program it came from. */
  readonly debug: boolean;
}

/** What the command line says of it, whatever else is wrong there. */
export function shownBy(args: readonly string[]): Shown {
  return { json: args.includes("--json"), debug: args.includes("--debug") };
}

export interface Telling {
  /** What its complaints begin with. */
  readonly program: string;
  /** The errors whose text is all that a user needs; any other is a fault of the program. */
  readonly expected: readonly (abstract new (
    ...args: never
  ) => Error)[];
  /** Asked for when something is to be told: a file of options may say more of it than the command line. */
  readonly shown: () => Shown;
  /** What is said where a signal ended the command before it had anything to say itself. */
  readonly interrupted: string;
  readonly surroundings: Pick<Surroundings, "print" | "complain" | "signal">;
}

/**
 * Runs a command and gives the exit code of the program: what the command returns or, where it throws, 2 for an error that is expected, 1
 * for a fault of the program, and 128 and the signal's number where the signal's reason was thrown. The error is told.
 */
export async function exitCodeFrom(command: () => Promise<number>, telling: Telling): Promise<number> {
  const { expected, interrupted, surroundings } = telling;
  const { signal } = surroundings;
  try {
    return await command();
  } catch (error) {
    if (signal.aborted && error === signal.reason) {
      const interruption = interruptionOf(error);
      tell(telling, error, interrupted, interruption.code);
      return interruption.exitCode;
    }
    const message = error instanceof Error ? error.message : String(error);
    if (expected.some((kind) => error instanceof kind)) {
      tell(telling, error, message, codeOf(error));
      return 2;
    }
    tell(telling, error, message, faultCode);
    return 1;
  }
}

function tell({ program, shown, surroundings }: Telling, error: unknown, message: string, code: string): void {
  const { json, debug } = shown();
  const where = code === faultCode && !debug ? "; this is a fault of the program: --debug shows where" : "";
  surroundings.complain(`${program}: ${message}${where} [${code}]`);
  if (debug && error instanceof Error) surroundings.complain(error.stack ?? "");
  if (json) surroundings.print(JSON.stringify({ event: "error", code, message }));
}
