// A cell's key: the same for the same cell in every process and version, another for every other.

import { expect, it } from "vitest";
import { type CellDefinition, canonical, cellOf } from "./cell.js";

const definition: CellDefinition = {
  experiment: "regularisers",
  setting: "dropout + max-norm",
  seed: 3,
  budget: "quick",
  data: "MNIST",
  parameters: { retain: 0.5, hidden: [8, 8] },
};

it("is readable, and stays what it is: results of yesterday are found by it", () => {
  expect(cellOf(definition, 5).key).toMatchInlineSnapshot(`"regularisers~dropout-max-norm~quick~s3~f6c0d4c62b"`);
  expect(cellOf({ ...definition, parameters: { hidden: [8, 8], retain: 0.5 } }, 7).key).toBe(cellOf(definition, 5).key);
});

it("changes with everything that decides the result", () => {
  const changes: Partial<CellDefinition>[] = [
    { experiment: "gaussian" },
    { setting: "L2" },
    { seed: 4 },
    { budget: "paper" },
    { data: "synthetic" },
    { data: null },
    { parameters: { retain: 0.5, hidden: [8, 9] } },
    { parameters: null },
  ];
  const keys = changes.map((change) => cellOf({ ...definition, ...change }, 5).key);
  expect(new Set([...keys, cellOf(definition, 5).key]).size).toBe(changes.length + 1);
});

it("is a file's name on every system, whatever a setting is called", () => {
  const { key } = cellOf({ ...definition, setting: "../π: <all> \\ 1,000 images|".repeat(9) }, 1);
  expect(key).toMatch(/^[a-z0-9.~-]+$/);
  expect(key.length).toBeLessThan(140);
  expect(cellOf({ ...definition, setting: "π" }, 1).key).toMatch(/^regularisers~x~/);
});

it("canonical JSON has keys in order, at every depth", () => {
  expect(canonical({ b: [{ d: 1, c: null }], a: "x" })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
});
