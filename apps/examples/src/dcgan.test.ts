import { data, manualSeed, rand, zeros } from "bernoulli";
import { test } from "vitest";
import { defaults, main } from "./dcgan.js";
import { expectPrinted } from "./printed.testing.js";

test("prints what the program in PyTorch prints", () =>
  expectPrinted("programs_a", "dcgan", ({ args }) => {
    manualSeed(7);
    return main({ ...defaults, ...args }, new data.TensorDataset(rand(24, 3, 32, 32).mul(2).sub(1), zeros(24)));
  }));
