import { expect, test } from "vitest";
import { isMain, parseArguments } from "./program.js";

test("options come from the command line, over what they are without", () => {
  const defaults = { batchSize: 64, lr: 1, dryRun: false, data: "shapes" };
  expect(parseArguments(defaults, [])).toEqual(defaults);
  expect(parseArguments(defaults, ["--batch-size", "8", "--lr=1e-2", "--dry-run", "--data", "x"])).toEqual({
    batchSize: 8,
    lr: 0.01,
    dryRun: true,
    data: "x",
  });
  expect(() => parseArguments(defaults, ["--lr", "fast"])).toThrow("--lr: expected a number, got fast");
  expect(() => parseArguments(defaults, ["--gamma", "1"])).toThrow("--gamma");
});

test("a test is not the program", () => expect(isMain("mnist.ts")).toBe(false));
