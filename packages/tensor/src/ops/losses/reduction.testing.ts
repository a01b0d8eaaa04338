// What the samples of losses share: one loss with each reduction, strided, without dimensions and without elements; and the errors that
// all have.

import type { ErrorCase, InputSpec, Sample } from "@bernoulli/testing";
import { ArgumentError } from "../../checks/errors.js";
import type { Tensor } from "../../tensor/tensor.js";
import { ones } from "../creation/creation.js";

/** One loss of several, whatever they take. */
export type Loss = (...given: any[]) => Tensor;

export const reductions = ["mean", "sum", "none"] as const;

/** A loss of an input and a target that are alike, both drawn from a range. */
export function pairSamples(
  loss: Loss,
  input: Omit<InputSpec, "shape"> = {},
  target: Omit<InputSpec, "shape"> = {},
): readonly Sample[] {
  const of = (name: string, shape: readonly number[], options: object, more: Partial<InputSpec> = {}): Sample => ({
    name,
    inputs: [
      { ...input, shape, ...more },
      { ...target, shape, ...more },
    ],
    run: (x, y) => loss(x, y!, options),
  });
  return [
    ...reductions.map((reduction) => of(reduction, [3, 4], { reduction })),
    of("stepped", [3, 4], {}, { layout: "stepped" }),
    of("transposed", [3, 4], { reduction: "none" }, { layout: "transposed" }),
    of("many", [33, 5], {}),
    of("0-d", [], {}),
    of("no elements, sum", [0, 3], { reduction: "sum" }),
    of("no elements, none", [0, 3], { reduction: "none" }),
  ];
}

/** What every loss refuses of its options. */
export function optionErrors(name: string, loss: (options: any) => unknown): readonly ErrorCase[] {
  return [
    {
      name: "an unknown reduction",
      call: () => loss({ reduction: "average" }),
      error: ArgumentError,
      text: `${name}: average is not a valid value for reduction; take ${name === "klDiv" ? '"batchmean", ' : ""}"mean", "sum" or "none"`,
    },
    {
      name: "PyTorch's old size_average",
      call: () => loss({ sizeAverage: false }),
      error: ArgumentError,
      text: `${name}: size_average and reduce, which PyTorch has deprecated, are not taken; write { reduction: "sum" }`,
    },
    {
      name: "PyTorch's old reduce",
      call: () => loss({ reduce: false }),
      error: ArgumentError,
      text: `${name}: size_average and reduce, which PyTorch has deprecated, are not taken; write { reduction: "none" }`,
    },
  ];
}

/** A loss of two inputs with all options refused that none takes. */
export function pairErrors(name: string, loss: Loss): readonly ErrorCase[] {
  return optionErrors(name, (options) => loss(ones(2), ones(2), options));
}
