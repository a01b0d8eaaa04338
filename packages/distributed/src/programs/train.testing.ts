// Trains one net on a global batch that the ranks share, and prints as one line of JSON the losses over all ranks and what this rank's weights
// are in the end. Parameters: options as key=value.

import { createHash } from "node:crypto";
import { DataLoader, TensorDataset } from "@bernoulli/data";
import { BatchNorm2d, Conv2d, Flatten, Linear, type Module, ReLU, Sequential, SyncBatchNorm } from "@bernoulli/nn";
import { SGD } from "@bernoulli/optim";
import { compile, crossEntropy, Generator, randint, randn, scope, setNumThreads, type Tensor } from "@bernoulli/tensor";
import { allReduce, DistributedDataParallel, DistributedSampler, finalize, init } from "../index.js";

const options = new Map(process.argv.slice(2).map((text) => text.split("=") as [string, string]));
const steps = Number(options.get("steps") ?? 100);
const globalBatch = 24;
const samples = 240;

setNumThreads(1);
const { rank, worldSize } = await init({ seed: 3, timeout: 60 });
const generator = new Generator({ seed: 11 });
const images = randn(samples, 1, 8, 8, { generator });
const labels = randint(0, 3, [samples], { generator });
const norm = options.get("norm") === "sync" ? [new BatchNorm2d(4)] : [];
const net: Module = new Sequential(new Conv2d(1, 4, 3), ...norm, new ReLU(), new Flatten(), new Linear(4 * 36, 3));
const model = new DistributedDataParallel(SyncBatchNorm.convertSyncBatchnorm(net)) as DistributedDataParallel &
  ((x: Tensor) => Tensor);
const optimizer = new SGD(model.parameters(), { lr: 0.05, momentum: 0.9 });
const sampler = new DistributedSampler({ length: samples });
const loader = new DataLoader(new TensorDataset(images, labels), { batchSize: globalBatch / worldSize, sampler });

const step = (x: Tensor, y: Tensor): Tensor => {
  optimizer.zeroGrad();
  const loss = crossEntropy(model(x), y);
  loss.backward();
  optimizer.step();
  return loss.detach();
};
const run = options.get("compile") === "true" ? compile(step) : step;
const losses: number[] = [];
for (let epoch = 0; losses.length < steps; epoch++) {
  sampler.setEpoch(epoch);
  for (const [x, y] of loader)
    if (losses.length < steps)
      scope(() => {
        const loss = run(x!, y!).clone();
        allReduce(loss, { op: "mean" });
        losses.push(loss.item() as number);
      });
}
const hash = createHash("sha256");
for (const tensor of [...model.parameters(), ...model.buffers()]) hash.update(tensor.toTypedArray());
process.stdout.write(`${JSON.stringify({ rank, losses, weights: hash.digest("hex") })}\n`);
finalize();
