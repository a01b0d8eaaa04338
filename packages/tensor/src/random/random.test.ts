// Drawing functions against the streams that torch drew (family "random" of tooling/torch-fixtures), through the public API.
// The generator's own rules are generator.test.ts's, each distribution's arithmetic distributions.test.ts's.

import { dropout, manualSeed, ones, rand, randint, randn, randperm, type Tensor, zeros } from "@bernoulli/tensor";
import { expectClose, type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { describe, expect, test } from "vitest";
import type { DType } from "../dtype.js";
import { defaultGenerator } from "./generator.js";

/** A draw's arguments; each draw has those that it names. */
interface Arguments {
  readonly shape: number[];
  readonly layout?: "transposed" | "stepped";
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly mean: number;
  readonly std: number;
  readonly p: number;
}

interface Step {
  readonly draw: keyof typeof draws;
  readonly arguments: Arguments;
  readonly dtype: DType;
  readonly output: FixtureTensor;
}

function place({ shape, layout }: Arguments, dtype: DType): Tensor {
  if (layout === "transposed") return zeros([...shape].reverse(), { dtype }).permute(...[...shape.keys()].reverse());
  if (layout === "stepped")
    return zeros([...shape.slice(0, -1), 2 * shape.at(-1)!], { dtype }).slice(-1, 0, 2 * shape.at(-1)!, 2);
  return zeros(shape, { dtype });
}

const draws = {
  rand: ({ shape }: Arguments, dtype: DType) => rand(shape, { dtype }),
  randn: ({ shape }: Arguments, dtype: DType) => randn(shape, { dtype }),
  randint: ({ low, high, shape }: Arguments, dtype: DType) => randint(low, high, shape, { dtype }),
  randperm: ({ n }: Arguments, dtype: DType) => randperm(n, { dtype }),
  uniform_: (given: Arguments, dtype: DType) => place(given, dtype).uniform_(given.low, given.high),
  normal_: (given: Arguments, dtype: DType) => place(given, dtype).normal_(given.mean, given.std),
  bernoulli_: (given: Arguments, dtype: DType) => place(given, dtype).bernoulli_(given.p),
  dropout: ({ shape, p }: Arguments, dtype: DType) => dropout(ones(shape, { dtype }), { p, training: true }),
} satisfies Record<string, (given: Arguments, dtype: DType) => Tensor>;

/** Where JavaScript's logarithm and sine may differ from torch's in the last digits: normal draws made of doubles. */
function isFromMath({ draw, dtype }: Step): boolean {
  return dtype === "float64" && (draw === "randn" || draw === "normal_");
}

const { cases } = loadFixtures("random");
const sequences = cases.filter(({ kind }) => kind === "draws");

describe("draws of torch", () => {
  test.each(sequences)("$name", ({ seed, steps, state }) => {
    manualSeed(BigInt(seed));
    for (const [at, step] of (steps as Step[]).entries()) {
      const label = `step ${at}, ${step.draw} ${JSON.stringify(step.arguments)}`;
      const drawn = draws[step.draw](step.arguments, step.dtype);
      expect([drawn.dtype, drawn.shape], label).toEqual([step.dtype, step.output.shape]);
      if (isFromMath(step)) expectClose(drawn, step.output.data, { relative: 1e-15, label });
      else expectClose(drawn, step.output.data, { label });
    }
    const [reached, wanted] = [parts(defaultGenerator().getState()), parts(state.data)];
    expect(reached.words).toEqual(wanted.words);
    expectClose([reached.normal], [wanted.normal], { relative: 1e-15, label: "the waiting normal draw" });
  });

  test("every kind of draw is among them", () => {
    const found = new Set(sequences.flatMap(({ steps }) => (steps as Step[]).map(({ draw }) => draw)));
    expect([...found].sort()).toEqual(Object.keys(draws).sort());
  });
});

/** A state without the waiting normal draw, at bytes 5024 to 5032, and that draw: it too is a double of such mathematics. */
function parts(state: Uint8Array): { words: number[]; normal: number } {
  const normal = new DataView(state.buffer, state.byteOffset).getFloat64(5024, true);
  return { words: [...state.subarray(0, 5024), ...state.subarray(5032)], normal };
}
