// Runs files of random programs and tells which went another way than PyTorch: see ../../README.md. Ends with 1 where one did.

import { bernoulli } from "../library.mjs";
import { readRecords } from "../records.mjs";
import { Mismatch } from "../verdicts.mjs";
import { runProgram } from "./run.mjs";

const [...files] = process.argv.slice(2);
let [made, wrong] = [0, 0];
for (const file of files) {
  for (const record of readRecords(file).records) {
    made += 1;
    for (const mode of ["eager", "compiled"]) {
      try {
        bernoulli.scope(() => runProgram(record, mode));
      } catch (error) {
        wrong += 1;
        const why = error instanceof Mismatch ? error.message : `${error.stack}`;
        console.log(`FAILED ${record.id} ${mode}: ${why}`);
        break;
      }
    }
  }
}
console.log(`${made} programs, ${wrong} wrong`);
process.exitCode = wrong > 0 ? 1 : 0;
