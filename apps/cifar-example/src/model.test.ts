// The claim of the whole house: same seed, same losses as PyTorch, through data loader, net, dropout and optimizer.
// In a process of its own: its set of instructions is chosen for good.

import { readFileSync } from "node:fs";
import { type FixtureCase, type FixtureTensor, loadFixtures, Variants } from "@bernoulli/testing";
import { data, F, manualSeed, memoryStats, optim, rand, randint, scope, setSimd, type Tensor, tensor } from "bernoulli";
import { expect, it } from "vitest";
import { DropoutNet, PlainNet } from "./model.js";

// The same bits in every Node: rounding once where PyTorch's processor rounds twice decides, after some steps of Adam, where
// a gradient goes that is nearly zero.
setSimd("portable");

const folder = new URL("../../../tooling/torch-fixtures/fixtures/", import.meta.url);
const bytes = new Uint8Array(readFileSync(new URL("synthetic-320.bin", folder)));
const pixels = bytes.slice(0, 320 * 3072);
const labels = Int32Array.from(bytes.slice(320 * 3072, 320 * 3073));
const cases = loadFixtures("training").cases;

function made(name: string): FixtureCase {
  const found = cases.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no fixture ${name}; there are ${cases.map((one) => one.name).join(", ")}`);
  return found;
}

const optimizers = { Adam: optim.Adam, SGD: optim.SGD } as const;

/** The largest relative difference from each other in the first `count` losses. */
const apart = (losses: ArrayLike<number>, wanted: ArrayLike<number>, count = losses.length): number =>
  Math.max(...Array.from({ length: count }, (_, at) => Math.abs(losses[at]! - wanted[at]!) / wanted[at]!));

/** The losses of PyTorch's plain loop. */
function train(golden: FixtureCase): number[] {
  const images = scope(() => tensor(pixels).view(320, 3, 32, 32).to("float32").div(255).sub(0.5).div(0.5));
  manualSeed(golden["seed"]);
  const model = golden["dropout"] === null ? new PlainNet() : new DropoutNet(golden["dropout"]);
  const Optimizer = optimizers[golden["optimizer"] as keyof typeof optimizers];
  const optimizer = new Optimizer(model.parameters(), golden["options"]);
  const loader = new data.DataLoader(new data.TensorDataset(images, tensor(labels)), { batchSize: 32, shuffle: true });
  const wanted = (golden["losses"] as FixtureTensor).data;
  const losses: number[] = [];
  while (losses.length < wanted.length) {
    for (const [x, y] of loader as Iterable<[Tensor, Tensor]>) {
      optimizer.zeroGrad();
      const loss = F.crossEntropy(model(x), y);
      loss.backward();
      optimizer.step();
      losses.push(loss.item());
      if (losses.length === wanted.length) break;
    }
  }
  return losses;
}

const variants = new Variants("apps/cifar-example/src/model.test.ts");
const trainings = [
  ["reference-net-adam", 50, 10],
  ["reference-net-sgd", 50, 10],
  ["twin-without-dropout-adam", 20, 14],
] as const;

it.each(variants.of("runs", trainings, ([name]) => name))(
  "has PyTorch's losses, %s: %i steps as near as PyTorch is to itself, %i to 1e-6",
  {
    timeout: 60_000,
  },
  (name, count, exact) => {
    const golden = made(name);
    const losses = train(golden);
    const { data: wanted } = golden["losses"] as FixtureTensor;
    expect(losses).toHaveLength(count);
    expect(apart(losses, wanted, exact)).toBeLessThan(1e-6);
    // Rounding alone, in float64 or with channels last, takes PyTorch's own losses so far from each other.
    const others = Object.values(golden["otherwise"] as Record<string, FixtureTensor>);
    const spread = Math.max(...others.map(({ data }) => apart(data, wanted)));
    expect(spread).toBeLessThan(5e-3);
    expect(apart(losses, wanted)).toBeLessThan(2 * spread);
  },
);

it.runIf(variants.takes("a thousand steps"))(
  "holds as much memory after 1,000 steps as after 10",
  { timeout: 120_000 },
  () => {
    manualSeed(0);
    const model = new DropoutNet();
    const optimizer = new optim.Adam(model.parameters());
    const [images, targets] = [rand(2, 3, 32, 32).keep(), randint(0, 10, [2]).keep()];
    const step = () =>
      scope(() => {
        optimizer.zeroGrad();
        F.crossEntropy(model(images), targets).backward();
        optimizer.step();
      });
    for (let at = 0; at < 10; at++) step();
    const before = memoryStats();
    for (let at = 10; at < 1000; at++) step();
    expect(memoryStats()).toEqual(before);
  },
);

variants.tell(it);
