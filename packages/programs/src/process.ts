// A program as a process: its signals, its streams and its exit code. What it does is its own.

import type { ProgressStream } from "@bernoulli/trainer/node";
import { Interruption, listenToSignals } from "./interruption.js";

/** What a program sees of the process around it. */
export interface Surroundings {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly progressStream: ProgressStream;
  /** Aborted by the first signal, or when nobody reads the output any more; the reason is an {@link Interruption}. */
  readonly signal: AbortSignal;
}

/**
 * Runs a program with the arguments of this process, and sets the exit code that it returns. A second signal ends it at once. An
 * output that is full ends nothing: the program writes its results elsewhere.
 *
 * @param name what its complaints begin with
 */
export async function runProcess(
  name: string,
  main: (args: readonly string[], surroundings: Surroundings) => Promise<number>,
): Promise<void> {
  const interruption = new AbortController();
  listenToSignals(process, (reason) => interruption.abort(reason));
  /** An exit code that is none yet. */
  const orElse = (code: number) => process.exitCode || code;
  let lost: string | undefined;
  const complain = (text: string) => void process.stderr.write(`${text}\n`);

  // Whoever reads the output may stop reading it, as head does: then nobody waits for the rest, but what has been trained is kept.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", ({ code }: NodeJS.ErrnoException) => {
      if (code === "EPIPE") {
        const reason = new Interruption("SIGPIPE");
        interruption.abort(reason);
        process.exitCode = orElse(reason.exitCode);
      } else if (stream === process.stdout) {
        if (lost === undefined)
          complain(
            `${name}: what is printed is lost: standard output cannot be written (${code}); files are written all the same`,
          );
        lost ??= code ?? "unknown";
        process.exitCode = orElse(1);
      }
    });
  }
  const code = await main(process.argv.slice(2), {
    print: (text) => void process.stdout.write(`${text}\n`),
    complain,
    progressStream: process.stderr,
    signal: interruption.signal,
  });
  process.exitCode = code || orElse(0);
}
