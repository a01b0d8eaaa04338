import { data, manualSeed, rand, randint } from "bernoulli";
import { test } from "vitest";
import { defaults, main } from "./mnist.js";
import { expectPrinted } from "./printed.testing.js";

/** Digits of noise, drawn as the twin draws them. */
function drawn(count: number) {
  return new data.TensorDataset(rand(count, 1, 28, 28), randint(0, 10, [count]));
}

test("prints what the program in PyTorch prints", () =>
  expectPrinted("programs_a", "mnist", ({ args }) => {
    manualSeed(7);
    return main({ ...defaults, ...args }, [drawn(48), drawn(20)] as const);
  }));
