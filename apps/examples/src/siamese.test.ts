import { data, manualSeed, randint, randn } from "bernoulli";
import { test } from "vitest";
import { expectPrinted } from "./printed.testing.js";
import { defaults, main } from "./siamese.js";

/** Pairs of noise, drawn as the twin draws them. */
const drawn = (count: number) =>
  new data.TensorDataset(randn(count, 1, 28, 28), randn(count, 1, 28, 28), randint(0, 2, [count]));

// Untrained, two images are nearly one point, so that the slope of their distance is made of the last digits: after five steps of Adam the
// fourth of the loss differs.
test("prints what the program in PyTorch prints", () =>
  expectPrinted(
    "programs_a",
    "siamese",
    ({ args }) => {
      manualSeed(7);
      return main({ ...defaults, ...args }, [drawn(24), drawn(12)] as const);
    },
    5e-4,
  ));
