// Siamese network with contrastive loss: adambielski/siamese-triplet's networks.py, losses.py, datasets.py and trainer.py. Digits as points of
// a plane, those of one class close together. Run by `pnpm script apps/examples/src/siamese.ts`.

import {
  cuda,
  type DeviceName,
  data,
  defaultGenerator,
  F,
  Generator,
  manualSeed,
  nn,
  noGrad,
  optim,
  randint,
  type Tensor,
  tensor,
} from "bernoulli";
import { type DigitsOptions, digits, type Samples } from "./digits.js";
import { enumerate, isMain, parseArguments } from "./program.js";

class EmbeddingNet extends nn.Module {
  convnet = new nn.Sequential(
    new nn.Conv2d(1, 32, 5),
    new nn.PReLU(),
    new nn.MaxPool2d(2, { stride: 2 }),
    new nn.Conv2d(32, 64, 5),
    new nn.PReLU(),
    new nn.MaxPool2d(2, { stride: 2 }),
  );

  fc = new nn.Sequential(
    new nn.Linear(64 * 4 * 4, 256),
    new nn.PReLU(),
    new nn.Linear(256, 256),
    new nn.PReLU(),
    new nn.Linear(256, 2),
  );

  forward(x: Tensor): Tensor {
    let output = this.convnet(x);
    output = output.view(output.size(0), -1);
    output = this.fc(output);
    return output;
  }

  getEmbedding(x: Tensor): Tensor {
    return this.forward(x);
  }
}

class SiameseNet extends nn.Module {
  embeddingNet: EmbeddingNet;

  constructor(embeddingNet: EmbeddingNet) {
    super();
    this.embeddingNet = embeddingNet;
  }

  forward(x1: Tensor, x2: Tensor): [Tensor, Tensor] {
    const output1 = this.embeddingNet(x1);
    const output2 = this.embeddingNet(x2);
    return [output1, output2];
  }

  getEmbedding(x: Tensor): Tensor {
    return this.embeddingNet(x);
  }
}

/**
 * Contrastive loss
 * Takes embeddings of two samples and a target label == 1 if samples are from the same class and label == 0 otherwise
 */
class ContrastiveLoss extends nn.Module {
  margin: number;
  eps = 1e-9;

  constructor(margin: number) {
    super();
    this.margin = margin;
  }

  forward(output1: Tensor, output2: Tensor, target: Tensor, sizeAverage = true): Tensor {
    const distances = output2.sub(output1).pow(2).sum(1); // squared distances
    const losses = target
      .float()
      .mul(distances)
      .add(
        target
          .neg()
          .add(1)
          .float()
          .mul(F.relu(distances.add(this.eps).sqrt().neg().add(this.margin)).pow(2)),
      )
      .mul(0.5);
    return sizeAverage ? losses.mean() : losses.sum();
  }
}

export type Pairs = data.Dataset<readonly [img1: Tensor, img2: Tensor, target: Tensor]>;

/** Train: For each sample creates randomly a positive or a negative pair. Test: Creates fixed pairs for testing */
class SiameseMNIST implements Pairs {
  dataset: Samples;
  length: number;
  labels: number[];
  labelToIndices = new Map<number, number[]>();
  train: boolean;

  constructor(dataset: Samples, train: boolean) {
    this.dataset = dataset;
    this.length = dataset.length;
    this.labels = Array.from({ length: dataset.length }, (_, index) => dataset.get(index)[1].item());
    for (const [index, label] of this.labels.entries()) {
      if (!this.labelToIndices.has(label)) this.labelToIndices.set(label, []);
      this.labelToIndices.get(label)!.push(index);
    }
    this.train = train;
  }

  get(index: number): readonly [Tensor, Tensor, Tensor] {
    // The fixed pair of a test sample is that of a seed of its own.
    const generator = this.train ? defaultGenerator() : new Generator().manualSeed(29 + index);
    const below = (end: number) => randint(0, end, [1], { generator }).item();
    const choice = (from: readonly number[]) => from[below(from.length)]!;
    const target = below(2);
    const [img1, label1] = [this.dataset.get(index)[0], this.labels[index]!];
    let siameseIndex = index;
    if (target === 1) {
      const same = this.labelToIndices.get(label1)!;
      while (siameseIndex === index && same.length > 1) siameseIndex = choice(same);
    } else {
      const siameseLabel = choice([...this.labelToIndices.keys()].filter((label) => label !== label1));
      siameseIndex = choice(this.labelToIndices.get(siameseLabel)!);
    }
    const img2 = this.dataset.get(siameseIndex)[0];
    return [img1, img2, tensor(target, { dtype: "int32" })];
  }
}

type Loader = data.DataLoader<Pairs>;

function trainEpoch(
  trainLoader: Loader,
  model: SiameseNet,
  lossFn: ContrastiveLoss,
  optimizer: optim.Optimizer,
  device: DeviceName,
  logInterval: number,
) {
  model.train();
  let losses: number[] = [];
  let totalLoss = 0;

  for (const [batchIdx, [img1, img2, target]] of enumerate(trainLoader)) {
    optimizer.zeroGrad();
    const outputs = model(img1.to(device), img2.to(device));

    const loss = lossFn(...outputs, target.to(device));
    losses.push(loss.item());
    totalLoss += loss.item();
    loss.backward();
    optimizer.step();

    if (batchIdx % logInterval === 0) {
      const done = batchIdx * img1.size(0);
      const percent = (100 * batchIdx) / trainLoader.length;
      const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
      console.log(`Train: [${done}/${trainLoader.dataset.length} (${percent.toFixed(0)}%)]\tLoss: ${mean.toFixed(6)}`);
      losses = [];
    }
  }
  return totalLoss / trainLoader.length;
}

function testEpoch(valLoader: Loader, model: SiameseNet, lossFn: ContrastiveLoss, device: DeviceName): number {
  return noGrad(() => {
    model.eval();
    let valLoss = 0;
    for (const [img1, img2, target] of valLoader) {
      const outputs = model(img1.to(device), img2.to(device));
      valLoss += lossFn(...outputs, target.to(device)).item();
    }
    return valLoss;
  });
}

/** Loaders, model, loss function and metrics should work together for a given task */
function fit(
  trainLoader: Loader,
  valLoader: Loader,
  model: SiameseNet,
  lossFn: ContrastiveLoss,
  optimizer: optim.Optimizer,
  scheduler: optim.StepLR,
  nEpochs: number,
  device: DeviceName,
  logInterval: number,
): number {
  let valLoss = Number.NaN;
  for (let epoch = 0; epoch < nEpochs; epoch++) {
    // Train stage
    const trainLoss = trainEpoch(trainLoader, model, lossFn, optimizer, device, logInterval);
    scheduler.step();
    let message = `Epoch: ${epoch + 1}/${nEpochs}. Train set: Average loss: ${trainLoss.toFixed(4)}`;

    valLoss = testEpoch(valLoader, model, lossFn, device) / valLoader.length;
    message += `\nEpoch: ${epoch + 1}/${nEpochs}. Validation set: Average loss: ${valLoss.toFixed(4)}`;

    console.log(message);
  }
  return valLoss;
}

export const defaults = {
  batchSize: 64,
  margin: 1,
  lr: 1e-3,
  stepSize: 8,
  nEpochs: 3,
  logInterval: 10,
  seed: 1,
  data: "",
  samples: 2000,
  testSamples: 500,
};

function load(args: DigitsOptions): readonly [train: Pairs, test: Pairs] {
  const [train, test] = digits(args);
  return [new SiameseMNIST(train, true), new SiameseMNIST(test, false)];
}

export function main(args: typeof defaults, [trainDataset, testDataset]: readonly [Pairs, Pairs] = load(args)): number {
  manualSeed(args.seed);
  const device: DeviceName = cuda.isAvailable() ? "cuda" : "cpu";
  const trainLoader = new data.DataLoader(trainDataset, { batchSize: args.batchSize, shuffle: true });
  const testLoader = new data.DataLoader(testDataset, { batchSize: args.batchSize, shuffle: false });

  // Set up the network and training parameters
  const embeddingNet = new EmbeddingNet();
  const model = new SiameseNet(embeddingNet).to(device);
  const lossFn = new ContrastiveLoss(args.margin);
  const optimizer = new optim.Adam(model.parameters(), { lr: args.lr });
  const scheduler = new optim.lrScheduler.StepLR(optimizer, args.stepSize, { gamma: 0.1, lastEpoch: -1 });
  return fit(trainLoader, testLoader, model, lossFn, optimizer, scheduler, args.nEpochs, device, args.logInterval);
}

if (isMain("siamese.ts")) main(parseArguments(defaults));
