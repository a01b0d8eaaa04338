// What the calls of options.test.ts are given: small, and right but for the options.

import { tmpdir } from "node:os";
import { join } from "node:path";
import * as bernoulli from "../index.js";

const { data, nn, ones, optim, tensor, trainer } = bernoulli;

/** Calls of functions that take options, with some. */
export type Calls = Readonly<Record<string, (options: any) => unknown>>;

export const gradients = { requiresGrad: true };
export const labels = () => tensor([0, 1], { dtype: "int32" });
export const index = () => tensor([[0, 1, 0]], { dtype: "int32" });
export const image = () => ones(1, 1, 4, 4);
export const row = () => ones(1, 1, 4);
export const volume = () => ones(1, 1, 4, 4, 4);
export const net = () => new nn.Linear(1, 2);
export const dataset = () => new data.TensorDataset(ones(4));
export const parameters = () => net().parameters();
export const anOptimizer = () => new optim.SGD(parameters(), { lr: 0.1, momentum: 0.9 });
export const aTrainer = () => {
  const model = net();
  const optimizer = new optim.SGD(model.parameters(), { lr: 0.1 });
  return new trainer.Trainer(model, { optimizer, criterion: new nn.CrossEntropyLoss() });
};
export const batches = () => [[ones(2, 1), labels()] as const];
export const nowhere = join(tmpdir(), "bernoulli-options");
