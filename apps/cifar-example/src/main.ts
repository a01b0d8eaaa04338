// Starts the program with the process around it. The program is cli.ts's.

import { main } from "./cli.js";

const interruption = new AbortController();
// The first Ctrl-C ends the run after the step under way, with what is there so far; the second ends it at once.
process.once("SIGINT", () => interruption.abort());

// Whoever reads the output may stop reading it, as head does: then nobody waits for the rest.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(141);
  });
}

process.exitCode = await main(process.argv.slice(2), {
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
  progressStream: process.stderr,
  signal: interruption.signal,
});
