// Printing against what torch printed for the same tensors (family "printing" of tooling/torch-fixtures), but for the
// "torch." before dtypes.

import { formatTensor, setPrintoptions, tensor } from "@bernoulli/tensor";
import { type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { afterEach, expect, it, test } from "vitest";

const tensors = loadFixtures("printing").cases.filter(({ kind }) => kind === "tensor");

test.each(tensors)("$name", (golden) => {
  const { data, shape, dtype } = golden["tensor"] as FixtureTensor;
  const made = tensor(data, { dtype }).view(shape).requiresGrad_(golden["requiresGrad"]);
  expect(formatTensor(made)).toBe((golden["text"] as string).replaceAll("torch.", ""));
});

afterEach(() => setPrintoptions({ profile: "default" }));

test.each(loadFixtures("printing").cases.filter(({ kind }) => kind === "options"))("$name", (golden) => {
  const { data, shape, dtype } = golden["tensor"] as FixtureTensor;
  setPrintoptions(golden["options"]);
  expect(formatTensor(tensor(data, { dtype }).view(shape))).toBe((golden["text"] as string).replaceAll("torch.", ""));
});

it("refuses options that are none", () => {
  expect(() => setPrintoptions({ precision: -1 })).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: setPrintoptions: precision must be an integer from 0 on, but got -1]`,
  );
  expect(() => setPrintoptions({ edgeitems: 0 })).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: setPrintoptions: edgeitems must be an integer from 1 on, but got 0]`,
  );
  expect(() => setPrintoptions({ profile: "long" as "short" })).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: setPrintoptions: profile must be "default", "short" or "full", but got "long"]`,
  );
  expect(() => setPrintoptions({ sciMode: 1 as never })).toThrowErrorMatchingInlineSnapshot(
    `[ArgumentError: setPrintoptions: sciMode must be true, false or null, but got 1]`,
  );
});

it("leaves what no number chooses plain, as PyTorch, even where exponents are asked for", () => {
  setPrintoptions({ sciMode: true });
  expect(formatTensor(tensor([0, -0, Number.NaN, Number.POSITIVE_INFINITY]))).toBe("tensor([0., -0., nan, inf])");
  expect(formatTensor(tensor([0, 1]))).toBe("tensor([0.0000e+00, 1.0000e+00])");
});
