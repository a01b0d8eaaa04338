// Files of options.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { configured } from "./config.js";
import { UsageError } from "./options.js";

const folder = mkdtempSync(join(tmpdir(), "programs-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

const shape = { texts: ["epochs", "out", "config"], flags: ["json"] };
const path = join(folder, "options.json");
const withFile = (text: string, values = {}) => {
  writeFileSync(path, text);
  return configured({ config: path, ...values }, shape);
};

it("the command line comes first", () => {
  expect(configured({ out: "x" }, shape)).toEqual({ out: "x" });
  expect(withFile('{ "epochs": 3, "json": true, "out": "a" }', { out: "b" })).toEqual({
    config: path,
    epochs: "3",
    json: true,
    out: "b",
  });
});

it.each([
  ["[1]", 'it is no JSON object, as { "epochs": 3 };'],
  ["{", 'it is no JSON object, as { "epochs": 3 };'],
  ['{ "epoch": 3 }', 'there is no option "epoch"; did you mean "epochs"?'],
  ['{ "json": 1 }', "json must be true or false;"],
  ['{ "epochs": null }', "epochs must be a number or a text;"],
  ['{ "config": "x" }', "a file of options names no other;"],
])("%s is refused", (text, message) => {
  expect(() => withFile(text)).toThrow(new UsageError(`--config ${path}: ${message} see --help`));
});

it("a file that is not there is refused", () => {
  expect(() => configured({ config: join(folder, "none") }, shape)).toThrow("it cannot be read (ENOENT)");
});
