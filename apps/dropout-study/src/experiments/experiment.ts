// What an experiment is: a list of settings for each budget, how one is run, and what the report says of the results. The experiments are
// the files beside this.

import type { JsonValue } from "@bernoulli/trainer/node";
import type { BudgetName } from "../grid/cell.js";
import type { DataKind, Images } from "../images.js";
import type { Section } from "../report/section.js";
import type { CellContext } from "../train.js";

export interface Setting<Parameters> {
  /** As tables show it, and as nothing else of the experiment is called. */
  readonly name: string;
  readonly parameters: Parameters;
  /** Multiplications, in millions: for the order and the estimate only. */
  readonly cost: number;
}

/** A result and what it is of. */
export interface Outcome<Parameters, Result> {
  readonly setting: string;
  readonly seed: number;
  readonly parameters: Parameters;
  readonly result: Result;
}

export interface Experiment<Parameters extends object = any, Result extends object = any> {
  readonly name: string;
  readonly title: string;
  /** What it shows, for the list of experiments. */
  readonly about: string;
  /** The images it needs; null for none. */
  readonly data: DataKind | null;
  readonly settings: (budget: BudgetName) => readonly Setting<Parameters>[];
  /** How many seeds each budget takes. */
  readonly seeds: { readonly [Budget in BudgetName]: number };
  /** Runs one cell; null where the signal ended it. Images are there if `data` is not null. */
  readonly run: (parameters: Parameters, context: CellContext, images: Images) => Promise<Result | null>;
  /** What is said of the results that there are, at least one. */
  readonly report: (outcomes: readonly Outcome<Parameters, Result>[], budget: BudgetName) => Section;
}

/** Keeps the types of an experiment's parameters and results together. */
export function experiment<Parameters extends object, Result extends object>(
  made: Experiment<Parameters, Result>,
): Experiment<Parameters, Result> {
  return made;
}

export type { BudgetName, CellContext, Images, JsonValue, Section };
