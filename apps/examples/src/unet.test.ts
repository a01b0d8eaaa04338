import { data, manualSeed, rand, randint } from "bernoulli";
import { test } from "vitest";
import { expectPrinted } from "./printed.testing.js";
import { defaults, main } from "./unet.js";

/** Images and masks of noise, drawn as the twin draws them. */
const drawn = (count: number) => new data.TensorDataset(rand(count, 1, 32, 32), randint(0, 3, [count, 32, 32]));

test("prints what the program in PyTorch prints", () =>
  expectPrinted("programs_a", "unet", ({ args }) => {
    manualSeed(7);
    return main({ ...defaults, ...args }, [drawn(12), drawn(8)] as const);
  }));
