// Samples of the other names: each computes what its function does, whose own samples say the rest.

import { defineSamples, type OpSamples } from "@bernoulli/testing";
import type { Tensor } from "../../tensor/tensor.js";
import { clone } from "../creation/clone.js";
import * as exported from "./aliases.js";

const aliases = { ...exported };
type Name = keyof typeof aliases;

/** Of two tensors; the others take one. */
const ofTwo: ReadonlySet<string> = new Set<Name>([
  ...(["arctan2", "clip", "divide", "greater", "greaterEqual", "less", "lessEqual"] as const),
  ...(["multiply", "notEqual", "subtract", "trueDivide"] as const),
]);
/** Where they are defined, and away from jumps and ties. */
const ranges: Readonly<Record<string, readonly [number, number]>> = { arccosh: [1.2, 3], fix: [0.2, 0.8] };
const comparisons = /^(greater|less|notEqual)/;

function samplesOf(name: Name): OpSamples {
  const plain = name.replace("_", "");
  const [isInPlace, isOfTwo] = [name.endsWith("_"), ofTwo.has(plain)];
  const fn = aliases[name] as (input: Tensor, other?: Tensor) => Tensor;
  const run = (input: Tensor, other?: Tensor): Tensor => fn(isInPlace ? clone(input) : input, other);
  const range = ranges[plain] ?? [0.2, 0.9];
  const sample = (title: string, shape: readonly number[], layout?: "transposed") => ({
    name: title,
    inputs: [
      { shape, range, ...(layout === undefined ? {} : { layout }) },
      ...(isOfTwo ? [{ shape, range: [1, 2] as const }] : []),
    ],
    gradient: comparisons.test(plain) ? ("none" as const) : ("second" as const),
    run,
  });
  return {
    golden: { none: "another name" },
    samples: [
      sample("one shape", [3, 5]),
      sample("0-d", []),
      sample("zero-size", [0]),
      sample("transposed", [3, 4], "transposed"),
    ],
  };
}

export const samples = defineSamples(
  Object.fromEntries((Object.keys(aliases) as Name[]).map((name) => [name, samplesOf(name)])) as Record<
    Name,
    OpSamples
  >,
);
