// Basic MNIST example: pytorch/examples' mnist/main.py. A conv net with dropout, Adadelta and StepLR, on a part of MNIST where
// it is on this machine, else on drawn shapes in grey. Run by `pnpm script apps/examples/src/mnist.ts`.

import { saveFile } from "@bernoulli/trainer/node";
import { cuda, type DeviceName, data, F, flatten, manualSeed, nn, noGrad, optim, type Tensor } from "bernoulli";
import { digits, type Samples } from "./digits.js";
import { enumerate, isMain, parseArguments } from "./program.js";

class Net extends nn.Module {
  conv1 = new nn.Conv2d(1, 32, 3, 1);
  conv2 = new nn.Conv2d(32, 64, 3, 1);
  dropout1 = new nn.Dropout(0.25);
  dropout2 = new nn.Dropout(0.5);
  fc1 = new nn.Linear(9216, 128);
  fc2 = new nn.Linear(128, 10);

  forward(x: Tensor): Tensor {
    x = this.conv1(x);
    x = F.relu(x);
    x = this.conv2(x);
    x = F.relu(x);
    x = F.maxPool2d(x, 2);
    x = this.dropout1(x);
    x = flatten(x, 1);
    x = this.fc1(x);
    x = F.relu(x);
    x = this.dropout2(x);
    x = this.fc2(x);
    const output = F.logSoftmax(x, { dim: 1 });
    return output;
  }
}

type Loader = data.DataLoader<Samples>;

function train(
  args: Arguments,
  model: Net,
  device: DeviceName,
  trainLoader: Loader,
  optimizer: optim.Optimizer,
  epoch: number,
) {
  model.train();
  for (let [batchIdx, [data, target]] of enumerate(trainLoader)) {
    [data, target] = [data.to(device), target.to(device)];
    optimizer.zeroGrad();
    const output = model(data);
    const loss = F.nllLoss(output, target);
    loss.backward();
    optimizer.step();
    if (batchIdx % args.logInterval === 0) {
      const done = batchIdx * data.size(0);
      const all = trainLoader.dataset.length;
      const percent = (100 * batchIdx) / trainLoader.length;
      console.log(`Train Epoch: ${epoch} [${done}/${all} (${percent.toFixed(0)}%)]\tLoss: ${loss.item().toFixed(6)}`);
      if (args.dryRun) break;
    }
  }
}

function test(model: Net, device: DeviceName, testLoader: Loader) {
  model.eval();
  let testLoss = 0;
  let correct = 0;
  noGrad(() => {
    for (let [data, target] of testLoader) {
      [data, target] = [data.to(device), target.to(device)];
      const output = model(data);
      testLoss += F.nllLoss(output, target, { reduction: "sum" }).item(); // sum up batch loss
      const pred = output.argmax(1, { keepdim: true }); // get the index of the max log-probability
      correct += pred.eq(target.viewAs(pred)).sum().item();
    }
  });
  const all = testLoader.dataset.length;
  testLoss /= all;
  const percent = (100 * correct) / all;
  console.log(
    `\nTest set: Average loss: ${testLoss.toFixed(4)}, Accuracy: ${correct}/${all} (${percent.toFixed(0)}%)\n`,
  );
}

export const defaults = {
  batchSize: 64,
  testBatchSize: 1000,
  epochs: 2,
  lr: 1,
  gamma: 0.7,
  dryRun: false,
  seed: 1,
  logInterval: 10,
  saveModel: false,
  data: "",
  samples: 3200,
  testSamples: 1000,
};
type Arguments = typeof defaults;

export async function main(args: Arguments, [trainDataset, testDataset]: readonly [Samples, Samples] = digits(args)) {
  manualSeed(args.seed);
  const device = cuda.isAvailable() ? "cuda" : "cpu";

  const trainLoader = new data.DataLoader(trainDataset, { batchSize: args.batchSize, shuffle: true });
  const testLoader = new data.DataLoader(testDataset, { batchSize: args.testBatchSize, shuffle: true });

  const model = new Net().to(device);
  const optimizer = new optim.Adadelta(model.parameters(), { lr: args.lr });

  const scheduler = new optim.lrScheduler.StepLR(optimizer, { stepSize: 1, gamma: args.gamma });
  for (let epoch = 1; epoch < args.epochs + 1; epoch++) {
    train(args, model, device, trainLoader, optimizer, epoch);
    test(model, device, testLoader);
    scheduler.step();
  }

  if (args.saveModel) await saveFile(model.stateDict(), "mnist_cnn.safetensors");
}

if (isMain("mnist.ts")) await main(parseArguments(defaults));
