// Whole seeds of PyTorch's own operator samples: BERNOULLI_OPINFO_RECORDS names files that record/record.py wrote, apart by
// commas. Without it there is nothing to run, which shows as a skipped test.

import { expect, it } from "vitest";
import { judge } from "./judge.mjs";
import { readRecords } from "./records.mjs";
import { callOf, Report } from "./report.mjs";

const files = (process.env.BERNOULLI_OPINFO_RECORDS ?? "").split(",").filter((file) => file !== "");
const signs = process.env.BERNOULLI_OPINFO_SIGNS !== undefined;

it.skipIf(files.length > 0)("needs BERNOULLI_OPINFO_RECORDS: see tooling/opinfo/README.md", (context) =>
  context.skip(),
);

it.each(files)(
  "%s",
  (file) => {
    const report = new Report();
    for (const record of readRecords(file).records) {
      const outcome = judge(record, { signs });
      report.add(record, outcome);
      if (report.failures.at(-1)?.id === record.id)
        console.log(`${outcome.verdict.toUpperCase()} ${record.id} (${callOf(record)}): ${outcome.why}`);
    }
    console.log(String(report));
    expect(report.failures).toHaveLength(0);
    // Where infinities come back (--wild) that alone is one in a hundred.
    const calls = Object.values(report.total).reduce((sum, count) => sum + count);
    expect(report.total.documented).toBeLessThan(calls / 50);
  },
  3_600_000,
);
