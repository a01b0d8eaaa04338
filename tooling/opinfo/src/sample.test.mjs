// The committed sample of PyTorch's own operator samples: every kind of call, equal or documented, eager and compiled, without
// Python. Whole seeds are records.soak.mjs's; how the sample is drawn, README.md's.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documented } from "./documented.mjs";
import { judge } from "./judge.mjs";
import { readRecords } from "./records.mjs";
import { callOf, Report } from "./report.mjs";
import { absences } from "./verdicts.mjs";

const { header, records } = readRecords(new URL("../fixtures/sample.jsonl.gz", import.meta.url));
const report = new Report();

describe(`PyTorch ${header.records[0].torch}'s samples`, () => {
  const byOp = new Map(records.map(({ op }) => [op, records.filter((record) => record.op === op)]));
  it.each([...byOp])("%s", (_, calls) => {
    const wrong = [];
    for (const record of calls) {
      const outcome = judge(record);
      report.add(record, outcome);
      if (["failed", "failed compiled", "refused"].includes(outcome.verdict))
        wrong.push(`${outcome.verdict}: ${record.id} (${callOf(record)}): ${outcome.why}`);
    }
    expect(wrong).toEqual([]);
  });

  it("are told by their counts in README.md", () => {
    const { total } = report;
    expect(readme).toContain(
      `${total.passed} equal, ${total.documented} documented, ${total["not expressible"]} not expressible`,
    );
  });

  it("are not expressible for few reasons, and documented seldom", () => {
    expect(absences).toEqual(expect.arrayContaining(Object.keys(report.absences())));
    expect(report.total.documented).toBeLessThan(records.length / 100);
  });
});

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const page = (/** @type {string} */ name) => readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), "utf8");
const compatibility = page("compatibility") + page("ops");

it.each(Object.entries(documented))("the docs tell of %s", (_, { page, told }) => {
  expect(compatibility).toContain(told);
  expect(page).toMatch(/^https:\/\/pytorch\.org\/docs\//);
});

it("a wrong number does not pass", () => {
  const record = records.find(({ id, output }) => id.startsWith("add/float32/sample") && output !== undefined);
  const { data, ...tensor } = record.output.tensor;
  const bytes = Buffer.from(data, "base64");
  bytes.writeFloatLE(bytes.readFloatLE(0) + 1, 0);
  const changed = { ...record, output: { tensor: { ...tensor, data: bytes.toString("base64") } } };
  expect(judge(changed).verdict).toBe("failed");
});
