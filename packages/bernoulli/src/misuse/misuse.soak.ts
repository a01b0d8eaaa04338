// Public functions called with arguments drawn from all that is wrong and right, up to five of them: what misuse.test.ts does by a list.
// BERNOULLI_SOAK_CASES and BERNOULLI_SOAK_SEED change how many and which.

import { Generator } from "@bernoulli/tensor";
import { expect, it, vi } from "vitest";
import { problemOf, rightValues, wrongValues } from "./calls.testing.js";
import { publicFunctions } from "./functions.testing.js";

const cases = Number(process.env["BERNOULLI_SOAK_CASES"] ?? 20_000);
const seed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

it(`ends ${cases} calls from seed ${seed} in a result or an error of ours`, { timeout: 36_000_000 }, async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const random = new Generator({ seed });
  const below = (bound: number) => random.random() % bound;
  const functions = [...publicFunctions()];
  const problems: string[] = [];
  for (let call = 0; call < cases; call += 1) {
    const [name, fn] = functions[below(functions.length)]!;
    const args = Array.from({ length: below(6) }, () => {
      const values = below(2) === 0 ? wrongValues : Object.values(rightValues);
      return values[below(values.length)]!();
    });
    const problem = await problemOf(name, fn, args);
    if (problem !== null) problems.push(problem);
  }
  expect(problems).toEqual([]);
});
