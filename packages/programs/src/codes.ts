// Errors as a program tells them: a text, and a code that stays the same while texts get better. Which are expected, each program says.

import type { Surroundings } from "./process.js";

/** By the errors' names. What is not here is a fault of the program. */
const codes: Readonly<Record<string, string>> = {
  UsageError: "usage",
  ArgumentError: "argument",
  ShapeError: "shape",
  DTypeError: "dtype",
  DeviceError: "device",
  IndexError: "index",
  FormatError: "file",
  CheckpointError: "checkpoint",
  DataFileError: "data-file",
  DownloadError: "download",
  StateDictError: "state-dict",
  OutOfMemoryError: "out-of-memory",
  BusyError: "busy",
};

/** The stable code of an error. */
export function codeOf(error: unknown): string {
  const { name } = error instanceof Error ? error : { name: "" };
  return Object.hasOwn(codes, name) ? codes[name]! : "fault";
}

export interface Telling {
  /** Whether its text is all that a user needs. */
  readonly isExpected: boolean;
  /** The command line: `--json` and `--debug` count, whatever else is wrong with it. */
  readonly args: readonly string[];
  readonly surroundings: Pick<Surroundings, "print" | "complain">;
}

/** Tells an error in one line, with its code; where it came from only with `--debug`. */
export function tellError(program: string, error: unknown, { isExpected, args, surroundings }: Telling): void {
  const message = error instanceof Error ? error.message : String(error);
  const code = isExpected ? codeOf(error) : "fault";
  const cure = isExpected || args.includes("--debug") ? "" : "; this is a fault of the program: --debug shows where";
  surroundings.complain(`${program}: ${message}${cure} [${code}]`);
  if (args.includes("--debug") && error instanceof Error) surroundings.complain(error.stack ?? "");
  if (args.includes("--json")) surroundings.print(JSON.stringify({ event: "error", code, message }));
}
