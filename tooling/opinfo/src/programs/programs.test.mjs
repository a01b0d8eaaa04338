// Random programs beside PyTorch: what 297 of them gave there, plainly and under `compile`. Thousands are main.mjs's; how they are drawn,
// record/programs.py's.

import { Variants } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { bernoulli } from "../library.mjs";
import { readRecords } from "../records.mjs";
import { Mismatch } from "../verdicts.mjs";
import { runProgram } from "./run.mjs";

const { records } = readRecords(new URL("../../fixtures/programs.jsonl.gz", import.meta.url));
const variants = new Variants("tooling/opinfo/src/programs/programs.test.mjs");
const programs = variants.of("programs", records, ({ id }) => id);

it.each(["eager", "compiled"])("are PyTorch's, %s", (mode) => {
  const wrong = [];
  for (const record of programs) {
    try {
      bernoulli.scope(() => runProgram(record, mode));
    } catch (error) {
      wrong.push(`${record.id}: ${error.message}`);
    }
  }
  expect(wrong).toEqual([]);
});

it("have writes, views, hooks, gradients of gradients, and what is refused", () => {
  const statements = records.flatMap((record) => record.statements);
  for (const kind of ["write", "call", "hook", "gradOf", "backward", "checkpoint"])
    expect(statements.filter((one) => one.kind === kind).length, kind).toBeGreaterThan(10);
  expect(statements.filter(({ raises }) => raises !== undefined).length).toBeGreaterThan(10);
  expect(records.filter(({ kept }) => kept !== undefined).length).toBeGreaterThan(10);
});

it("a wrong number, a missing refusal and a wrong slope do not pass", () => {
  const with_ = (/** @type {(record: any) => boolean} */ has) => structuredClone(records.find(has));
  const run = (record) => () => bernoulli.scope(() => runProgram(record, "eager"));
  const changed = with_(({ held }) => held.at(-1).dtype === "float64" && held.at(-1).shape.length === 1);
  const { shape } = changed.held.at(-1);
  changed.held.at(-1).data = Buffer.from(new Float64Array(shape[0]).fill(0.123).buffer).toString("base64");
  expect(run(changed)).toThrow(Mismatch);
  const accepted = with_(({ statements }) => statements.some(({ kind }) => kind === "hook"));
  accepted.statements.find(({ kind }) => kind === "hook").raises = "RuntimeError: no hooks";
  expect(run(accepted)).toThrow("accepted");
  const sloped = with_(({ gradients }) => gradients?.[0]?.dtype === "float64" && gradients[0].shape.length === 1);
  sloped.gradients[0].data = Buffer.from(new Float64Array(sloped.gradients[0].shape[0]).fill(77).buffer).toString(
    "base64",
  );
  expect(run(sloped)).toThrow("gradient of 0");
});

variants.tell(it);
