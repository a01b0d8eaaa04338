// Training loops as people write them by hand, without a loader and without scope: a small GAN, and a character model that keeps
// every loss in a list. Memory stays as it was, and the time beside that of the same loop in scope is printed, not tested.
// BERNOULLI_SOAK_CASES and BERNOULLI_SOAK_SEED change how many steps, and which.

import { F, Linear, ReLU, Sequential, Sigmoid, Tanh } from "@bernoulli/nn";
import { Adam, SGD } from "@bernoulli/optim";
import { manualSeed, rand, randint, randn, scope, type Tensor } from "@bernoulli/tensor";
import { expect, it } from "vitest";

const steps = Number(process.env["BERNOULLI_SOAK_CASES"] ?? 20_000);
const seed = Number(process.env["BERNOULLI_SOAK_SEED"] ?? 1);

/** Makes one step of a loop from its beginning. */
type Loop = () => () => void;

function gan(): () => void {
  const generator = new Sequential(new Linear(5, 128), new ReLU(), new Linear(128, 15));
  const discriminator = new Sequential(new Linear(15, 128), new ReLU(), new Linear(128, 1), new Sigmoid());
  const ofGenerator = new Adam(generator.parameters(), { lr: 1e-4 });
  const ofDiscriminator = new Adam(discriminator.parameters(), { lr: 1e-4 });
  const isFake = (input: Tensor) => discriminator(input).neg().add(1).log();
  return () => {
    const fake = generator(randn([64, 5]));
    const loss = isFake(fake).mean();
    ofGenerator.zeroGrad();
    loss.backward();
    ofGenerator.step();
    ofDiscriminator.zeroGrad();
    discriminator(rand([64, 15]))
      .log()
      .add(isFake(fake.detach()))
      .mean()
      .neg()
      .backward();
    ofDiscriminator.step();
  };
}

function characters(keep: (loss: Tensor) => void): () => void {
  const table = randn([27, 10], { requiresGrad: true });
  const net = new Sequential(new Linear(30, 200), new Tanh(), new Linear(200, 27));
  const optimizer = new SGD([table, ...net.parameters()], { lr: 0.1 });
  return () => {
    const contexts = randint(0, 27, [32 * 3]);
    const loss = F.crossEntropy(net(table.indexSelect(0, contexts).view(32, 30)), randint(0, 27, [32]));
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    keep(loss);
  };
}

const mebibytes = () => Math.round(process.memoryUsage().rss / 2 ** 20);

/** Milliseconds a step, and MiB resident at each quarter. */
function run(loop: Loop): { time: number; resident: number[] } {
  manualSeed(seed);
  const step = loop();
  const resident: number[] = [];
  const from = performance.now();
  for (let at = 1; at <= steps; at++) {
    step();
    if (at % Math.ceil(steps / 4) === 0) resident.push(mebibytes());
  }
  return { time: (performance.now() - from) / steps, resident };
}

const inScope = (loop: Loop) => () => {
  const step = loop();
  return () => void scope(step);
};

it.each([
  ["a GAN", () => gan(), () => gan(), 0],
  ["characters whose losses are kept", listing, () => characters((loss) => void loss.item()), 2.5],
] as const)(
  `runs ${steps} steps of %s at constant memory`,
  { timeout: 36_000_000 },
  (name, plain, scoped, kilobytes) => {
    const inside = run(inScope(scoped));
    const { time, resident } = run(plain);
    const each = (ms: number) => `${ms.toFixed(2)} ms a step`;
    process.stdout.write(
      `${name}: ${each(time)}, in scope ${each(inside.time)}, ${(time / inside.time).toFixed(2)} times; MiB resident ${resident.join(", ")}\n`,
    );
    expect(resident.at(-1)! - resident[0]!).toBeLessThan(32 + (kilobytes * steps) / 1024);
  },
);

function listing(): () => void {
  const losses: Tensor[] = [];
  return characters((loss) => losses.push(loss));
}
