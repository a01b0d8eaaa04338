// Starts the program with the process around it, as the study or as one of its workers. The program is cli.ts's.

import { fileURLToPath } from "node:url";
import { runProcess } from "@bernoulli/programs";
import { main, mainOfWorker } from "./cli.js";

await runProcess("study", async (args, surroundings) => {
  // What a parent starts, which speaks to it by messages.
  if (args[0] === "worker" && process.send !== undefined) return mainOfWorker(args, surroundings);
  return main(args, { ...surroundings, program: fileURLToPath(import.meta.url) });
});
