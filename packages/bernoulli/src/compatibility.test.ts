// docs/compatibility.md and docs/ops.md name what there is: every name in the second column of their tables must exist.

import { readFileSync } from "node:fs";
import * as tables from "@bernoulli/data/csv";
import * as dataForNode from "@bernoulli/data/node";
import * as formats from "@bernoulli/formats";
import * as formatsForNode from "@bernoulli/formats/node";
import * as trainerForNode from "@bernoulli/trainer/node";
import { expect, it } from "vitest";
import * as bernoulli from "./index.js";

const pages = ["compatibility", "ops"].map((name) =>
  readFileSync(new URL(`../../../docs/${name}.md`, import.meta.url), "utf8"),
);

/** The names of ours in a table row. */
function oursIn(row: string): string[] {
  const column = row.split("|")[2] ?? "";
  return [...column.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
}

/** Where a bare name may be found: in bernoulli, on tensors and modules, or in the entries for Node. */
const places: readonly object[] = [
  bernoulli,
  bernoulli.Tensor.prototype,
  bernoulli.nn.Module.prototype,
  dataForNode,
  tables,
  formats,
  formatsForNode,
  trainerForNode,
];

/** What a name stands for; a dotted one, such as `nn.Linear`, is bernoulli's. */
function find(name: string): unknown {
  const [first, ...others] = name.split(".");
  // Not looked at: a getter asks for a tensor.
  if (others.length === 0) return places.some((candidate) => first! in candidate) || undefined;
  const place = places.find((candidate) => first! in candidate) ?? {};
  return [first!, ...others].reduce<unknown>(
    (scope, key) => (scope as Record<string, unknown> | undefined)?.[key],
    place,
  );
}

const names = pages
  .flatMap((page) => page.split("\n"))
  .filter((line) => line.startsWith("|") && !line.startsWith("|---") && !line.startsWith("| PyTorch"))
  .flatMap(oursIn);

it("finds the tables", () => {
  expect(names.length).toBeGreaterThan(150);
});

it.each(names)("%s exists", (name) => {
  expect(find(name)).toBeDefined();
});
