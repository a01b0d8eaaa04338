// Drawing functions against the streams that torch drew (family "random" of tooling/torch-fixtures), through the public API.
// The generator's own rules are generator.test.ts's, each distribution's arithmetic distributions.test.ts's.

import {
  alphaDropout,
  arange,
  dropout,
  dropout1d,
  dropout2d,
  dropout3d,
  featureAlphaDropout,
  manualSeed,
  ones,
  rand,
  randint,
  randn,
  randperm,
  type Tensor,
  zeros,
  zerosLike,
} from "@bernoulli/tensor";
import { expectClose, type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DType } from "../tensor/dtype.js";
import { defaultGenerator } from "./generator.js";

type View =
  | readonly [name: "permute" | "expand", ...numbers: number[]]
  | readonly [name: "slice", dim: number, start: number, end: number, step: number];

/** A draw's arguments; each draw has those that it names. */
interface Arguments {
  readonly shape: number[];
  /** How what is filled, or read, looks at a tensor of `shape`. */
  readonly views?: readonly View[];
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

function seen(tensor: Tensor, views: readonly View[] = []): Tensor {
  return views.reduce(
    (input, [name, ...numbers]) =>
      name === "slice" ? input.slice(...(numbers as [number, number, number, number])) : input[name](...numbers),
    tensor,
  );
}

const place = ({ shape, views }: Arguments, dtype: DType): Tensor => seen(zeros(shape, { dtype }), views);
const dropped = (input: Tensor, { p }: Arguments): Tensor => dropout(input, { p, training: true });

type Drop = (input: Tensor, p: number, training: boolean) => Tensor;

/** A kind of dropout, of numbers of both signs. */
const of =
  (drop: Drop) =>
  ({ shape, views, p }: Arguments, dtype: DType): Tensor => {
    const count = shape.reduce((product, size) => product * size, 1);
    return drop(seen(arange(count, { dtype }).sub(20.5).view(shape).div(8), views), p, true);
  };

const draws = {
  rand: ({ shape }: Arguments, dtype: DType) => rand(shape, { dtype }),
  randn: ({ shape }: Arguments, dtype: DType) => randn(shape, { dtype }),
  randint: ({ low, high, shape }: Arguments, dtype: DType) => randint(low, high, shape, { dtype }),
  randperm: ({ n }: Arguments, dtype: DType) => randperm(n, { dtype }),
  uniform_: (given: Arguments, dtype: DType) => place(given, dtype).uniform_(given.low, given.high),
  normal_: (given: Arguments, dtype: DType) => place(given, dtype).normal_(given.mean, given.std),
  bernoulli_: (given: Arguments, dtype: DType) => place(given, dtype).bernoulli_(given.p),
  bernoulliLike: (given: Arguments, dtype: DType) => zerosLike(place(given, dtype)).bernoulli_(given.p),
  dropout: (given: Arguments, dtype: DType) => dropped(seen(ones(given.shape, { dtype }), given.views), given),
  dropoutTwice: (given: Arguments, dtype: DType) =>
    dropped(dropped(seen(ones(given.shape, { dtype }), given.views), given), given),
  dropout1d: of(dropout1d),
  dropout2d: of(dropout2d),
  dropout3d: of(dropout3d),
  alphaDropout: of(alphaDropout),
  featureAlphaDropout: of(featureAlphaDropout),
  channelsThenUnits: of((input, p, training) => dropout(dropout2d(input, p, training), p, training)),
} satisfies Record<string, (given: Arguments, dtype: DType) => Tensor>;

/** Where JavaScript's logarithm and sine may differ from torch's in the last digits: normal draws made of doubles. */
function isFromMath({ draw, dtype }: Step): boolean {
  return dtype === "float64" && (draw === "randn" || draw === "normal_");
}

const { cases } = loadFixtures("random");
const sequences = cases.filter(({ kind }) => kind === "draws");

// Inputs of dropout2d and dropout3d that have not the dimensions that it is for are warned of.
beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

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
