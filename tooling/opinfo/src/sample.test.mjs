// The committed sample of PyTorch's own operator samples: every kind of call, equal or documented, eager and compiled, without
// Python. Whole seeds are records.soak.mjs's; how the sample is drawn, README.md's.

import { readFileSync } from "node:fs";
import { Variants } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { camelCase } from "./adapters/define.mjs";
import { adapters } from "./adapters/index.mjs";
import { documented } from "./documented.mjs";
import { judge } from "./judge.mjs";
import { bernoulli } from "./library.mjs";
import { readRecords } from "./records.mjs";
import { callOf, Report } from "./report.mjs";
import { absences } from "./verdicts.mjs";

const { header, records } = readRecords(new URL("../fixtures/sample.jsonl.gz", import.meta.url));
const report = new Report();
const variants = new Variants("tooling/opinfo/src/sample.test.mjs");

describe(`PyTorch ${header.records[0].torch}'s samples`, () => {
  const byOp = new Map(
    [...new Set(records.map(({ op }) => op))].map((op) => {
      const own = records.filter((record) => record.op === op);
      return [op, variants.of(op, own, ({ id }) => id)];
    }),
  );
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

  it.runIf(variants.isWhole)("are told by their counts in README.md", () => {
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
variants.tell(it);

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const page = (/** @type {string} */ name) => readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), "utf8");
const compatibility = page("compatibility") + page("ops");

it.each(Object.entries(documented))("the docs tell of %s", (_, { page, told }) => {
  expect(compatibility).toContain(told);
  expect(page).toMatch(/^https:\/\/pytorch\.org\/docs\//);
});

it("what absent.json says is not there has no adapter, and no name of ours", () => {
  const reasons = JSON.parse(readFileSync(new URL("../absent.json", import.meta.url), "utf8"));
  const absent = Object.values(reasons).flat();
  expect(absent).toEqual([...new Set(absent)]);
  const { F, linalg, special, Tensor } = bernoulli;
  const own = { "nn.functional": [F], linalg: [linalg], special: [special], "": [bernoulli, F, Tensor.prototype] };
  const isOurs = (name) => {
    const [, home = "", last] = /^(?:(.*)\.)?([^.]+)$/.exec(name);
    return (own[home] ?? []).some((one) => camelCase(last) in one);
  };
  expect(absent.filter((name) => adapters[name] !== undefined || isOurs(name))).toEqual([]);
});

it("a wrong number does not pass", () => {
  const record = records.find(({ id, output }) => id.startsWith("add/float32/sample") && output !== undefined);
  const { data, ...tensor } = record.output.tensor;
  const bytes = Buffer.from(data, "base64");
  bytes.writeFloatLE(bytes.readFloatLE(0) + 1, 0);
  const changed = { ...record, output: { tensor: { ...tensor, data: bytes.toString("base64") } } };
  expect(judge(changed).verdict).toBe("failed");
});

/** A call of a function of one tensor, and the slopes that PyTorch is said to have given. */
function withSlopes(op, dtype, points, values, slopes) {
  const array = dtype === "float64" ? Float64Array : Float32Array;
  const tensorOf = (numbers, requiresGrad = false) => {
    const data = Buffer.from(array.from(numbers).buffer).toString("base64");
    return { tensor: { dtype, shape: [numbers.length], strides: [1], offset: 0, requiresGrad, data } };
  };
  const ones = points.map(() => 1);
  const [output, cotangents, gradients] = [tensorOf(values, true), [tensorOf(ones)], [tensorOf(slopes)]];
  const call = { input: tensorOf(points, true), args: [], kwargs: {}, output, cotangents, gradients };
  return { kind: "op", op, variant: "", form: "function", id: `${op}/${dtype}`, ...call };
}

const hardsigmoid = "nn.functional.hardsigmoid";
const sixth = Math.fround(1 / 6);
it.each([
  ["hardsigmoid's float32 sixth", hardsigmoid, "float64", [0.5], [3.5 / 6], [sixth], "documented"],
  ["its sixth", hardsigmoid, "float64", [0.5], [3.5 / 6], [1 / 6], "passed"],
  ["another slope of it", hardsigmoid, "float64", [0.5], [3.5 / 6], [0.1667], "failed"],
  ["the float32 sixth where it is flat", hardsigmoid, "float64", [4], [1], [sixth], "failed"],
  ["digamma's slope at a pole", "digamma", "float64", [-1], [Number.NaN], [6.58e32], "documented"],
  ["its slope beside one", "digamma", "float32", [-5.0146494], [69.922791], [4662.705], "documented"],
  ["another slope beside one", "digamma", "float32", [-5.0146494], [69.922791], [4660], "failed"],
  ["its nine digits", "digamma", "float64", [2], [0.422784335098467], [0.6449340670881899], "documented"],
  ["eight digits", "digamma", "float64", [2], [0.422784335098467], [0.644934062], "failed"],
  ["another slope in float32", "digamma", "float32", [2], [0.42278433], [0.645], "failed"],
  ["the rest of sinc at 1", "sinc", "float32", [1], [-2.7827534e-8], [-1], "passed"],
  ["another value there", "sinc", "float32", [1], [3e-6], [-1], "failed"],
  ["another slope there", "sinc", "float32", [1], [-2.7827534e-8], [-1.0001], "failed"],
])("%s is judged by itself", (_, op, dtype, points, values, slopes, verdict) => {
  expect(judge(withSlopes(op, dtype, points, values, slopes), { compile: false })).toMatchObject({ verdict });
});
