// What is sampled one by one, or by the parameters in a tensor, against the streams that torch drew (family "draws" of
// tooling/torch-fixtures), through the public API: floats within 2 ulp, whole numbers equal, and the generator left in torch's state.

import {
  bernoulli,
  getRngState,
  initialSeed,
  manualSeed,
  multinomial,
  normal,
  poisson,
  rand,
  randn,
  type Shape,
  seed,
  setRngState,
  type Tensor,
  tensor,
  zeros,
} from "@bernoulli/tensor";
import { expectClose, type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { describe, expect, test } from "vitest";
import type { DType } from "../tensor/dtype.js";
import { defaultGenerator } from "./generator.js";

type View =
  | readonly [name: "permute" | "expand", ...numbers: number[]]
  | readonly [name: "slice", dim: number, start: number, end: number, step: number];

/** A draw's arguments; each draw has those that it names, tensors as tensors. */
interface Arguments {
  readonly count?: number;
  readonly shape?: number[];
  readonly views?: readonly View[];
  readonly [name: string]: any;
}

interface Step {
  readonly draw: keyof typeof draws;
  readonly arguments: Arguments;
  readonly dtype: DType;
  readonly output: FixtureTensor;
}

function seen(input: Tensor, views: readonly View[] = []): Tensor {
  return views.reduce(
    (viewed, [name, ...numbers]) =>
      name === "slice" ? viewed.slice(...(numbers as [number, number, number, number])) : viewed[name](...numbers),
    input,
  );
}

const place = ({ count, shape, views }: Arguments, dtype: DType) => seen(zeros(shape ?? [count!], { dtype }), views);

const draws = {
  exponential_: (given: Arguments, dtype: DType) => place(given, dtype).exponential_(given["lambd"]),
  geometric_: (given: Arguments, dtype: DType) => place(given, dtype).geometric_(given["p"]),
  cauchy_: (given: Arguments, dtype: DType) => place(given, dtype).cauchy_(given["median"], given["sigma"]),
  logNormal_: (given: Arguments, dtype: DType) => place(given, dtype).logNormal_(given["mean"], given["std"]),
  random_: (given: Arguments, dtype: DType) => place(given, dtype).random_(...((given["numbers"] ?? []) as [])),
  bernoulli: ({ p, views }: Arguments) => bernoulli(seen(p, views)),
  bernoulliOf: (given: Arguments, dtype: DType) => bernoulli(place(given, dtype), given["p"]),
  bernoulli_: (given: Arguments, dtype: DType) => place(given, dtype).bernoulli_(given["p"]),
  poisson: ({ rate, views }: Arguments) => poisson(seen(rate, views)),
  normal: ({ mean, std }: Arguments) => normal(mean, std),
  normalSized: ({ mean, std, size }: Arguments, dtype: DType) => normal(mean, std, size as Shape, { dtype }),
  multinomial: ({ weights, samples, replacement, views }: Arguments) =>
    multinomial(seen(weights, views), samples, { replacement }),
} satisfies Record<string, (given: Arguments, dtype: DType) => Tensor>;

const { cases } = loadFixtures("draws");
const sequences = cases.filter(({ kind }) => kind === "draws");
const ulp: { readonly [D in DType]?: number } = { float32: 2 ** -23, float64: 2 ** -52 };

/** In float64 the last digits of sine, logarithm and exponential show, where a sum, a quotient or an exponent has made them more. */
function toleranceOf({ draw, dtype }: Step) {
  const isAmplified = dtype === "float64" && ["cauchy_", "logNormal_", "normal", "normalSized"].includes(draw);
  return isAmplified ? { absolute: 1e-15, relative: 2e-15 } : { relative: 2 * (ulp[dtype] ?? 0) };
}

/** Tensors in place of their fixtures. */
function revived(given: Arguments): Arguments {
  const isFixture = (value: unknown): value is FixtureTensor =>
    typeof value === "object" && value !== null && "data" in value;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      isFixture(value) ? tensor([...value.data], { dtype: value.dtype }).reshape([...value.shape]) : value,
    ]),
  );
}

describe("draws of torch", () => {
  test.each(sequences)("$name", ({ seed: from, steps, state }) => {
    manualSeed(BigInt(from));
    for (const [at, step] of (steps as Step[]).entries()) {
      const label = `step ${at}, ${step.draw}`;
      const drawn = draws[step.draw](revived(step.arguments), step.dtype);
      const { dtype, shape, data } = step.output;
      expect([drawn.dtype, drawn.shape], label).toEqual([dtype, shape]);
      expectClose(drawn, data, { ...toleranceOf({ ...step, dtype }), label });
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

test.each([
  ["bytes", (bytes: Uint8Array) => bytes],
  ["a tensor", (bytes: Uint8Array) => tensor([...bytes], { dtype: "uint8" })],
])("a state that torch saved goes on here, and ours is torch's: %s", (_, given) => {
  const { state, next, after } = cases.find(({ kind }) => kind === "state")!;
  setRngState(given(state.data));
  expect(initialSeed()).toBe(2n ** 40n + 3n);
  expect([...getRngState()]).toEqual([...state.data]);
  expect(randn(2).toArray()).toEqual([...next.randn.data]);
  expect(rand(5).toArray()).toEqual([...next.rand.data]);
  expectClose(randn(3, { dtype: "float64" }), next.doubles.data, { relative: 1e-15 });
  expect(parts(getRngState()).words).toEqual(parts(after.data).words);
});

test("seed() starts the default generator from another seed, which it returns", () => {
  manualSeed(1);
  const chosen = seed();
  expect(chosen).not.toBe(1n);
  expect(initialSeed()).toBe(chosen);
});

test("what is no state is refused, and nothing changed", () => {
  manualSeed(1);
  const before = [...getRngState()];
  expect(() => setRngState(zeros(3, { dtype: "uint8" }))).toThrowErrorMatchingInlineSnapshot(
    "[ArgumentError: setState: expected a CPU generator state of 5056 bytes, but found 3 bytes]",
  );
  expect(() => setRngState(zeros(3))).toThrow("setState: expected the Uint8Array that getState gives, but got");
  expect([...getRngState()]).toEqual(before);
});

/** A state without the waiting normal draw, at bytes 5024 to 5032, and that draw, a double of such mathematics. */
function parts(state: Uint8Array): { words: number[]; normal: number } {
  const normal = new DataView(state.buffer, state.byteOffset).getFloat64(5024, true);
  return { words: [...state.subarray(0, 5024), ...state.subarray(5032)], normal };
}
