// Which gradients tensors retain and hooks see that are written in place, against PyTorch's for the same programs (family
// "retained" of tooling/torch-fixtures).

import { type FixtureTensor, loadFixtures } from "@bernoulli/testing";
import { expect, it } from "vitest";
import { grad, type Tensor, tensor } from "../index.js";

type Step = readonly [result: string, name: string, ...operands: (string | number | number[])[]];

function run(steps: readonly Step[]) {
  const tensors: Record<string, Tensor> = {};
  const seen: Record<string, number[][]> = {};
  for (const [result, name, ...operands] of steps) {
    const [first, ...rest] = operands.map((operand) => (typeof operand === "string" ? tensors[operand]! : operand));
    const input = first as Tensor;
    if (name === "leaf" || name === "constant") {
      tensors[result] = tensor(first as number[], { dtype: "float64", requiresGrad: name === "leaf" });
    } else if (name === "retainGrad") input.retainGrad();
    else if (name === "hook") {
      const log = (seen[operands[0] as string] ??= []);
      input.registerHook((gradient) => {
        log.push(numbersOf(gradient));
        return gradient.mul(rest[0] as number);
      });
    } else if (name === "backward") input.sum().backward({ retainGraph: true });
    else if (name === "grad") grad(input.sum(), [rest[0] as unknown as Tensor], { retainGraph: true });
    else if (name === "narrow") tensors[result] = input.narrow(0, ...(rest as [number, number]));
    else {
      const made = (input[name as "mul"] as (...given: unknown[]) => Tensor)(...rest);
      if (result !== "") tensors[result] = made;
    }
  }
  const gradients = Object.entries(tensors).map(([name, { grad }]) => [name, grad && numbersOf(grad)]);
  return { gradients: Object.fromEntries(gradients), seen };
}

/** Without signs of zeros: those hang on how many terms of 0 a sum has, which PyTorch makes where a view's gradient is widened. */
const unsigned = (numbers: Iterable<number>) => Array.from(numbers, (value) => value + 0);
const numbersOf = (gradient: Tensor) => unsigned(gradient.toTypedArray());
const listOf = (given: FixtureTensor | null) => given && unsigned(given.data);

it.each(loadFixtures("retained").cases)("$name", ({ steps, gradients, seen }) => {
  const wanted = {
    gradients: Object.fromEntries(
      Object.entries(gradients as Record<string, FixtureTensor | null>).map(([name, given]) => [name, listOf(given)]),
    ),
    seen: Object.fromEntries(
      Object.entries(seen as Record<string, FixtureTensor[]>).map(([name, given]) => [name, given.map(listOf)]),
    ),
  };
  expect(run(steps as Step[])).toEqual(wanted);
});
