// Starts the program with the process around it. The program is cli.ts's.

import { main } from "./cli.js";
import { Interruption, listenToSignals } from "./interruption.js";

const interruption = new AbortController();
listenToSignals(process, (reason) => interruption.abort(reason));

/** An exit code that is none yet. */
const orElse = (code: number) => process.exitCode || code;
let lost: string | undefined;

// Whoever reads the output may stop reading it, as head does: then nobody waits for the rest, but what has been trained is kept.
// Where the output goes to may be full: that is no reason to end a run, which writes its results elsewhere.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") {
      const reason = new Interruption("SIGPIPE");
      interruption.abort(reason);
      process.exitCode = orElse(reason.exitCode);
    } else if (stream === process.stdout) {
      if (lost === undefined)
        console.error(
          `cifar: what is printed is lost: standard output cannot be written (${code}); files are written all the same`,
        );
      lost ??= code;
      process.exitCode = orElse(1);
    }
  });
}

const code = await main(process.argv.slice(2), {
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
  progressStream: process.stderr,
  signal: interruption.signal,
});
process.exitCode = code || orElse(0);
