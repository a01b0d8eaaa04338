// A small classifier with dropout, its data and a Trainer of both, for tests.

import { DataLoader, TensorDataset } from "@bernoulli/data";
import { CrossEntropyLoss, Dropout, Linear, ReLU, Sequential } from "@bernoulli/nn";
import { Adam } from "@bernoulli/optim";
import { manualSeed, rand, tensor } from "@bernoulli/tensor";
import { Trainer } from "./trainer.js";
import type { TrainerOptions } from "./trainer-options.js";

/** Ten samples of four features in three classes. */
function makeDataset() {
  manualSeed(7);
  const targets = Array.from({ length: 10 }, (_, index) => index % 3);
  return new TensorDataset(rand(10, 4).keep(), tensor(targets, { dtype: "int32" }).keep());
}

export const makeNet = () => new Sequential(new Linear(4, 8), new ReLU(), new Dropout(0.5), new Linear(8, 3));

export function setUp(options: Partial<TrainerOptions> = {}) {
  const dataset = makeDataset();
  manualSeed(1);
  const model = makeNet();
  const optimizer = new Adam(model.parameters(), { lr: 0.05 });
  const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), ...options });
  const loader = () => new DataLoader(dataset, { batchSize: 4, shuffle: true });
  const ordered = () => new DataLoader(dataset, { batchSize: 4 });
  return { dataset, model, optimizer, trainer, loader, ordered };
}
