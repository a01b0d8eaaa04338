import { data, manualSeed, rand, zeros } from "bernoulli";
import { test } from "vitest";
import { expectPrinted } from "./printed.testing.js";
import { defaults, main } from "./vae.js";

/** Images of noise, drawn as the twin draws them. */
const drawn = (count: number) => new data.TensorDataset(rand(count, 1, 28, 28), zeros(count));

test("prints what the program in PyTorch prints", () =>
  expectPrinted("programs_a", "vae", ({ args }) => {
    manualSeed(7);
    return main({ ...defaults, ...args }, [drawn(48), drawn(20)] as const);
  }));
