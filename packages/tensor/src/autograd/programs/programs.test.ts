// Random programs of in-place writes over views, eager and compiled, against exact slopes: a few hundred of those of which
// soak/in-place.soak.ts runs a hundred thousand.

import { Variants } from "@bernoulli/testing";
import { describe, expect, it } from "vitest";
import { drawProgram } from "./draw.testing.js";
import { check } from "./run.testing.js";

const variants = new Variants("packages/tensor/src/autograd/programs/programs.test.ts");
const programs = Array.from({ length: 300 }, (_, at) => at + 1);
const seeds = variants.of("programs", programs, String);

describe("random programs of writes on views have the right values and gradients, or are refused", () => {
  it.each([
    ["eager", "float64"],
    ["compiled", "float64"],
    ["compiled", "float32"],
  ] as const)("%s, %s", (how, dtype) => {
    let right = 0;
    for (const seed of seeds) if (check(drawProgram(seed), how, dtype, `program ${seed}`) === "right") right += 1;
    // A generator of which all is refused would prove nothing.
    expect(right).toBeGreaterThan(seeds.length / 2);
  });
});

variants.tell(it);
