import { data, manualSeed, rand, randint } from "bernoulli";
import { test } from "vitest";
import { expectPrinted } from "./printed.testing.js";
import { augmentation, defaults, main } from "./resnet.js";

/** Images of noise, drawn as the twin draws them; those for training are augmented as they are asked for. */
function drawn(
  count: number,
  transform: (image: ReturnType<typeof rand>) => ReturnType<typeof rand> = (image) => image,
) {
  const [images, labels] = [rand(count, 3, 32, 32), randint(0, 10, [count])];
  return { length: count, get: (index: number) => [transform(images.at(index)), labels.at(index)] as const };
}

// The rate of 0.1 makes steps so large that PyTorch's own float32 and float64 are 2e-4 apart behind five of them, and sums in another order 1e-3
// at the end.
test("prints what the program in PyTorch prints", () =>
  expectPrinted(
    "programs_a",
    "resnet",
    ({ args }) => {
      manualSeed(7);
      return main({ ...defaults, ...args }, [drawn(24, new data.Compose(augmentation)), drawn(10)] as const);
    },
    2e-3,
  ));
