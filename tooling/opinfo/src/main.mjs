// Makes the calls of record files and tells which went wrong: see README.md. Ends with 1 where something failed or was refused.

import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { setDefaultDevice } from "bernoulli";
import { judge } from "./judge.mjs";
import { readRecords } from "./records.mjs";
import { Report } from "./report.mjs";

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    ops: { type: "string" },
    id: { type: "string" },
    device: { type: "string", default: "cpu" },
    "no-compile": { type: "boolean", default: false },
    signs: { type: "boolean", default: false },
    json: { type: "string" },
  },
});
if (files.length === 0) {
  console.error(
    "pnpm opinfo RECORDS.jsonl.gz … [--ops add,div] [--id ID] [--device reference] [--no-compile] [--signs] [--json OUT]",
  );
  process.exit(2);
}
setDefaultDevice(options.device);
const wanted = options.ops?.split(",");
const report = new Report();
for (const file of files) {
  for (const record of readRecords(file).records) {
    if (options.id !== undefined && record.id !== options.id) continue;
    if (wanted !== undefined && !wanted.includes(record.op)) continue;
    report.add(record, judge(record, { compile: !options["no-compile"], signs: options.signs }));
    const failure = report.failures.at(-1);
    if (failure?.id === record.id)
      console.log(`${failure.verdict.toUpperCase()} ${failure.id} (${failure.call}): ${failure.why}`);
  }
}
console.log(`\n${report}`);
if (options.json !== undefined) {
  const { total, rows, failures } = report;
  writeFileSync(options.json, JSON.stringify({ total, rows: Object.fromEntries(rows), failures }, null, 1));
}
process.exitCode = report.failures.length > 0 ? 1 : 0;
