// Trains by a Trainer with dropout, saves each third step, and goes on where an earlier run ended. Prints each step, and in the end the hash of the
// weights. Parameters: the directory, and the number of epochs.

import { createHash } from "node:crypto";
import { DataLoader, TensorDataset } from "@bernoulli/data";
import { CrossEntropyLoss, Dropout, Flatten, Linear, Sequential } from "@bernoulli/nn";
import { Adam } from "@bernoulli/optim";
import { Generator, randint, randn, setNumThreads } from "@bernoulli/tensor";
import { type Model, Trainer } from "@bernoulli/trainer";
import { checkpoint, latestSoundCheckpoint, loadCheckpoint } from "@bernoulli/trainer/node";
import { barrier, DistributedDataParallel, DistributedSampler, finalize, init } from "../index.js";

const [, , directory = "", epochs = "2"] = process.argv;
setNumThreads(1);
const world = await init({ seed: 3, timeout: 60 });
const generator = new Generator({ seed: 11 });
const dataset = new TensorDataset(randn(96, 1, 6, 6, { generator }), randint(0, 3, [96], { generator }));
const net = new Sequential(new Flatten(), new Linear(36, 16), new Dropout(0.5), new Linear(16, 3));
const model = new DistributedDataParallel(net) as unknown as Model;
const optimizer = new Adam(model.parameters(), { lr: 0.01 });
const sampler = new DistributedSampler(dataset);
const loader = new DataLoader(dataset, { batchSize: 8 / world.worldSize, sampler });
const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), ranks: world });
const path = await latestSoundCheckpoint(directory);
const { history, place } =
  path === null ? { history: [], place: null } : await loadCheckpoint(path, { model, optimizer, ranks: world });
// Until all have read it, nothing is written over it.
barrier();
await trainer.fit(loader, {
  epochs: Number(epochs),
  history,
  place,
  callbacks: [
    {
      onEpochStart: ({ epoch }) => sampler.setEpoch(epoch),
      onBatchEnd: ({ epoch, batch }) => void process.stdout.write(`step ${epoch}.${batch} of rank ${world.rank}\n`),
    },
    checkpoint(trainer, { directory, everySteps: 3, prune: true }),
  ],
});
const hash = createHash("sha256");
for (const parameter of model.parameters()) hash.update(parameter.toTypedArray());
process.stdout.write(`weights ${hash.digest("hex")}\n`);
finalize();
