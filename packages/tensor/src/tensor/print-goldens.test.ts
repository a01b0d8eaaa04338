// Printing against what torch printed for the same tensors (family "printing" of tooling/torch-fixtures), but for the
// "torch." before dtypes.

import { formatTensor, tensor } from "@bernoulli/tensor";
import { type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { expect, test } from "vitest";

const tensors = loadFixtures("printing").cases.filter(({ kind }) => kind === "tensor");

test.each(tensors)("$name", (golden) => {
  const { data, shape, dtype } = golden["tensor"] as FixtureTensor;
  const made = tensor(data, { dtype }).view(shape).requiresGrad_(golden["requiresGrad"]);
  expect(formatTensor(made)).toBe((golden["text"] as string).replaceAll("torch.", ""));
});
