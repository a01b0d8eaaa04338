// A cell of the grid: one setting of one experiment with one seed, at one budget. It has a key, by which its files are named; what
// decides its result decides its key, and nothing else does. Not how cells are run (worker.ts).

import { createHash } from "node:crypto";
import type { JsonValue } from "@bernoulli/trainer/node";

export type BudgetName = "trial" | "quick" | "paper";

/** What a cell's images are: real ones by their name, or drawn shapes; null where it needs none. */
export type DataName = "MNIST" | "CIFAR-10" | "synthetic" | null;

export interface CellDefinition {
  readonly experiment: string;
  /** The setting's name, as tables show it. */
  readonly setting: string;
  readonly seed: number;
  readonly budget: BudgetName;
  readonly data: DataName;
  /** What the setting is, in numbers and words: all that decides the result beside the seed. */
  readonly parameters: JsonValue;
}

export interface Cell extends CellDefinition {
  /** The name of its files: readable, and another one where anything of its definition is another. */
  readonly key: string;
  /** How long it takes beside others, in operations of its net: for the order and the estimate only. */
  readonly cost: number;
}

/** Raised where an experiment computes something else of the same parameters, so that old results are not taken for its. */
const version = 1;

/** @param cost see {@link Cell} */
export function cellOf(definition: CellDefinition, cost: number): Cell {
  const { experiment, setting, seed, budget } = definition;
  const digest = createHash("sha256")
    .update(canonical({ ...definition, version } as unknown as JsonValue))
    .digest("hex");
  const words = [experiment, setting].map(
    (word) =>
      word
        .toLowerCase()
        .replaceAll(/[^a-z0-9.]+/g, "-")
        .replaceAll(/^-|-$/g, "")
        .slice(0, 48) || "x",
  );
  return { ...definition, cost, key: `${words.join("~")}~${budget}~s${seed}~${digest.slice(0, 10)}` };
}

/** JSON with the keys of objects in order: the same text for the same value. */
export function canonical(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map((part) => canonical(part as JsonValue)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value as Record<string, JsonValue>).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
}
