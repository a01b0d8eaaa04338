// An option that nobody would read is refused, everywhere. Which functions take options is read from the reports of what the
// packages declare, so that a new one must be called here too.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as bernoulli from "../index.js";
import { classes } from "./options-classes.testing.js";
import { functions } from "./options-functions.testing.js";
import { methods } from "./options-methods.testing.js";
import { namespaces } from "./options-namespaces.testing.js";

/** Each function that takes options, called with some. */
const calls = { ...functions, ...methods, ...classes, ...namespaces };

/** The names of all that the packages declare with options of one type or another. */
function declared(): string[] {
  const reports = ["tensor", "nn", "optim", "data", "trainer"].flatMap((name) => {
    const folder = new URL(`../../../${name}/api/`, import.meta.url);
    return readdirSync(folder).map((file) => new URL(file, folder));
  });
  const names = reports.flatMap((report) => {
    let owner = "";
    return readFileSync(report, "utf8")
      .split(/(?<=;|\{)\n/)
      .flatMap((statement) => {
        owner = /declare (?:abstract )?class (\w+)/.exec(statement)?.[1] ?? owner;
        const [, isFunction, name] = /(declare function |^\s*(?:protected )?)(\w+)(?:<[^(]*>)?\(/.exec(statement) ?? [];
        if (name === undefined || !/\w(Options|Contents|Attributes)\b/.test(statement)) return [];
        return isFunction === "declare function " || name !== "constructor" ? [name] : [owner];
      });
  });
  return [...new Set(names)];
}

describe("an option that there is not", () => {
  /** What is no function of a user's: base classes, and what overrides them. */
  const others = [
    // The base of classes that are called above.
    "Augment",
    "Optimizer",
    "Distribution",
    ...["LocationScale", "Table", "resetParameters", "forward", "Windows", "RecurrentBase", "CellBase", "RandomFlip"],
    "DropoutBase",
    "Mix",
    ...["CifarResNet", "ResNet", "VGG"],
    "ByParameters",
    "Half",
    "ByProbabilities",
    "Categories",
    "Transform",
    "drawn",
    "generatorOf",
    "WeightedLoss",
    "checkOptions",
    "DownloadError",
    "LoaderWorkerError",
    "IdxImages",
    "download",
    "checkRanges",
    "initialState",
    "update",
    "FractionalMaxPool",
    "pool",
  ];

  it("is tried on every function that takes options", () => {
    const called = new Set(Object.keys(calls));
    expect(declared().filter((name) => !called.has(name) && !others.includes(name))).toEqual([]);
    expect(declared().length).toBeGreaterThan(80);
  });

  it.each(Object.entries(calls))("is refused by %s", async (_, call) => {
    const refusal = async () => void (await call({ batch_size: 32 }));
    await expect(refusal()).rejects.toThrow(
      /got an unexpected option batch_size; (take some of \{|here it is batchSize)/,
    );
    await expect(refusal()).rejects.toBeInstanceOf(bernoulli.BernoulliError);
  });
});
