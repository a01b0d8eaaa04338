// docs/compatibility.md names what there is: every name in the second column of its tables must exist.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as bernoulli from "./index.js";

const page = readFileSync(new URL("../../../docs/compatibility.md", import.meta.url), "utf8");

/** The names of ours in a table row. */
function oursIn(row: string): string[] {
  const column = row.split("|")[2] ?? "";
  return [...column.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
}

/** What a dotted name, such as `nn.Linear`, stands for; a bare one may be a method of tensors. */
function find(name: string): unknown {
  const found = name
    .split(".")
    .reduce<unknown>((scope, key) => (scope as Record<string, unknown> | undefined)?.[key], bernoulli);
  return found ?? (bernoulli.Tensor.prototype as unknown as Record<string, unknown>)[name];
}

const names = page
  .split("\n")
  .filter((line) => line.startsWith("|") && !line.startsWith("|---") && !line.startsWith("| PyTorch"))
  .flatMap(oursIn);

it("finds the tables", () => {
  expect(names.length).toBeGreaterThan(90);
});

it.each(names)("%s exists", (name) => {
  expect(find(name)).toBeDefined();
});
