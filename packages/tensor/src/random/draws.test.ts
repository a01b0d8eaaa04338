// What is sampled one by one, or by the parameters in a tensor, against the streams that torch drew (family "draws" of
// tooling/torch-fixtures), through the public API: floats within 2 ulp, whole numbers equal, and the generator left in torch's state.

import {
  bernoulli,
  manualSeed,
  multinomial,
  normal,
  poisson,
  type Shape,
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
const ulp: { readonly [D in DType]?: number } = { float32: 2 ** -23, float64: 2 ** -52 };

/** In float64 the last digits of JavaScript's sine, logarithm and exponential show, where a sum or an exponent has made them more. */
function toleranceOf({ draw, dtype }: Step) {
  const isAmplified = dtype === "float64" && ["logNormal_", "normal", "normalSized"].includes(draw);
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
  test.each(cases)("$name", ({ seed, steps, state }) => {
    manualSeed(BigInt(seed));
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
    const found = new Set(cases.flatMap(({ steps }) => (steps as Step[]).map(({ draw }) => draw)));
    expect([...found].sort()).toEqual(Object.keys(draws).sort());
  });
});

/** A state without the waiting normal draw, at bytes 5024 to 5032, and that draw, a double of such mathematics. */
function parts(state: Uint8Array): { words: number[]; normal: number } {
  const normal = new DataView(state.buffer, state.byteOffset).getFloat64(5024, true);
  return { words: [...state.subarray(0, 5024), ...state.subarray(5032)], normal };
}
