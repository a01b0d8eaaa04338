// What a Trainer does on several ranks, as one line of JSON: the losses of a net with dropout whose masks are drawn by sample, and what a net with batch
// norm has averaged where it is evaluated.

import { DataLoader, TensorDataset } from "@bernoulli/data";
import { withPhilox } from "@bernoulli/dropout";
import { BatchNorm1d, CrossEntropyLoss, Dropout, Flatten, Linear, type Module, Sequential } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import { Generator, manualSeed, randint, randn, setNumThreads } from "@bernoulli/tensor";
import { type Model, Trainer, type TrainerOptions } from "@bernoulli/trainer";
import { DistributedDataParallel, DistributedSampler, finalize, init } from "../index.js";

setNumThreads(1);
const world = await init({ seed: 3, timeout: 60 });
const { rank, worldSize } = world;
const generator = new Generator({ seed: 11 });
const dataset = new TensorDataset(randn(96, 1, 6, 6, { generator }), randint(0, 3, [96], { generator }));
const sampler = new DistributedSampler(dataset);
const loader = new DataLoader(dataset, { batchSize: 8 / worldSize, sampler });

function trainerOf(net: Module, options: Partial<TrainerOptions> = {}) {
  const model = new DistributedDataParallel(net) as unknown as Model;
  const optimizer = new SGD(model.parameters(), { lr: 0.1 });
  return new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), ranks: world, ...options });
}

const results: Record<string, unknown> = { rank };
manualSeed(5);
const dropping = trainerOf(new Sequential(new Flatten(), new Linear(36, 16), new Dropout(0.5), new Linear(16, 3)), {
  around: (step, body) => withPhilox({ seed: 1, step, firstSample: rank, sampleStep: worldSize }, body),
});
const history = await dropping.fit(loader, { epochs: 4 });
results["losses"] = history.map(({ live }) => live.loss);

const normed = trainerOf(new Sequential(new Flatten(), new Linear(36, 16), new BatchNorm1d(16), new Linear(16, 3)));
const alone: number[] = [];
await normed.fit(loader, {
  epochs: 1,
  callbacks: [
    {
      firstRankOnly: true,
      onBatchEnd: async () => void alone.push((await normed.predict(randn(2, 1, 6, 6, { generator }))).shape[0]!),
    },
  ],
});
const averages = () => [...normed.model.buffers()].map((buffer) => buffer.toArray());
const before = averages();
const scores = await normed.evaluate(loader);
results["predicted alone"] = alone.length;
results["own averages"] = before;
results["averages"] = averages();
results["loss"] = scores.loss;
process.stdout.write(`${JSON.stringify(results)}\n`);
finalize();
