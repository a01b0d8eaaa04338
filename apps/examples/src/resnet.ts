// Proper ResNets for CIFAR-10: the ResNet-20 and the training script of akamaster/pytorch_resnet_cifar10 (resnet.py, trainer.py), with
// augmentation, SGD with momentum and MultiStepLR; on a part of CIFAR-10 where it is on this machine, else on drawn shapes. The times that
// the original prints are left out. Run by `pnpm script apps/examples/src/resnet.ts`.

import { CIFAR10, findCIFAR10 } from "@bernoulli/data/node";
import { data, F, manualSeed, nn, noGrad, optim, type Tensor } from "bernoulli";
import { enumerate, isMain, parseArguments } from "./program.js";

function weightsInit(m: nn.Module) {
  if (m instanceof nn.Linear || m instanceof nn.Conv2d) nn.init.kaimingNormal_(m.weight);
}

class LambdaLayer extends nn.Module {
  lambd: (x: Tensor) => Tensor;

  constructor(lambd: (x: Tensor) => Tensor) {
    super();
    this.lambd = lambd;
  }

  forward(x: Tensor): Tensor {
    return this.lambd(x);
  }
}

class BasicBlock extends nn.Module {
  conv1: nn.Conv2d;
  bn1: nn.BatchNorm2d;
  conv2: nn.Conv2d;
  bn2: nn.BatchNorm2d;
  shortcut: nn.Sequential | LambdaLayer;

  constructor(inPlanes: number, planes: number, stride = 1) {
    super();
    this.conv1 = new nn.Conv2d(inPlanes, planes, 3, { stride, padding: 1, bias: false });
    this.bn1 = new nn.BatchNorm2d(planes);
    this.conv2 = new nn.Conv2d(planes, planes, 3, { stride: 1, padding: 1, bias: false });
    this.bn2 = new nn.BatchNorm2d(planes);

    this.shortcut = new nn.Sequential();
    if (stride !== 1 || inPlanes !== planes) {
      // For CIFAR10 ResNet paper uses option A.
      const pad = planes / 4;
      this.shortcut = new LambdaLayer((x) =>
        F.pad(x.at(":", ":", "::2", "::2"), [0, 0, 0, 0, pad, pad], "constant", 0),
      );
    }
  }

  forward(x: Tensor): Tensor {
    let out = F.relu(this.bn1(this.conv1(x)));
    out = this.bn2(this.conv2(out));
    out = out.add(this.shortcut(x));
    out = F.relu(out);
    return out;
  }
}

class ResNet extends nn.Module {
  inPlanes = 16;
  conv1: nn.Conv2d;
  bn1: nn.BatchNorm2d;
  layer1: nn.Sequential;
  layer2: nn.Sequential;
  layer3: nn.Sequential;
  linear: nn.Linear;

  constructor(numBlocks: readonly [number, number, number], numClasses = 10) {
    super();
    this.conv1 = new nn.Conv2d(3, 16, 3, { stride: 1, padding: 1, bias: false });
    this.bn1 = new nn.BatchNorm2d(16);
    this.layer1 = this.makeLayer(16, numBlocks[0], 1);
    this.layer2 = this.makeLayer(32, numBlocks[1], 2);
    this.layer3 = this.makeLayer(64, numBlocks[2], 2);
    this.linear = new nn.Linear(64, numClasses);

    this.apply(weightsInit);
  }

  makeLayer(planes: number, numBlocks: number, stride: number): nn.Sequential {
    const strides = [stride, ...new Array<number>(numBlocks - 1).fill(1)];
    const layers: BasicBlock[] = [];
    for (const stride of strides) {
      layers.push(new BasicBlock(this.inPlanes, planes, stride));
      this.inPlanes = planes;
    }

    return new nn.Sequential(...layers);
  }

  forward(x: Tensor): Tensor {
    let out = F.relu(this.bn1(this.conv1(x)));
    out = this.layer1(out);
    out = this.layer2(out);
    out = this.layer3(out);
    out = F.avgPool2d(out, out.size(3));
    out = out.view(out.size(0), -1);
    out = this.linear(out);
    return out;
  }
}

/** Computes and stores the average and current value */
class AverageMeter {
  val = 0;
  avg = 0;
  sum = 0;
  count = 0;

  update(val: number, n = 1) {
    this.val = val;
    this.sum += val * n;
    this.count += n;
    this.avg = this.sum / this.count;
  }

  toString(digits: number): string {
    return `${this.val.toFixed(digits)} (${this.avg.toFixed(digits)})`;
  }
}

/** Computes the precision@k for the specified values of k */
function accuracy(output: Tensor, target: Tensor, topk: readonly number[] = [1]): Tensor[] {
  const maxk = Math.max(...topk);
  const batchSize = target.size(0);

  let { indices: pred } = output.topk(maxk, { dim: 1, largest: true, sorted: true });
  pred = pred.t();
  const correct = pred.eq(target.view(1, -1).expandAs(pred));

  const res: Tensor[] = [];
  for (const k of topk) {
    const correctK = correct.at(`:${k}`).reshape(-1).float().sum(0);
    res.push(correctK.mul_(100.0 / batchSize));
  }
  return res;
}

type Samples = data.Dataset<readonly [image: Tensor, label: Tensor]>;
type Loader = data.DataLoader<Samples>;

export const defaults = {
  epochs: 2,
  batchSize: 50,
  lr: 0.1,
  momentum: 0.9,
  weightDecay: 1e-4,
  printFreq: 5,
  seed: 1,
  data: "",
  samples: 600,
  testSamples: 250,
};
type Arguments = typeof defaults;

/** Run one train epoch */
function train(
  args: Arguments,
  trainLoader: Loader,
  model: ResNet,
  criterion: nn.CrossEntropyLoss,
  optimizer: optim.SGD,
  epoch: number,
) {
  const losses = new AverageMeter();
  const top1 = new AverageMeter();

  // switch to train mode
  model.train();

  for (const [i, [input, target]] of enumerate(trainLoader)) {
    // compute output
    const output = model(input);
    const loss = criterion(output, target);

    // compute gradient and do SGD step
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();

    // measure accuracy and record loss
    const prec1 = accuracy(output.data, target)[0]!;
    losses.update(loss.item(), input.size(0));
    top1.update(prec1.item(), input.size(0));

    if (i % args.printFreq === 0)
      console.log(
        `Epoch: [${epoch}][${i}/${trainLoader.length}]\tLoss ${losses.toString(4)}\tPrec@1 ${top1.toString(3)}`,
      );
  }
}

/** Run evaluation */
function validate(args: Arguments, valLoader: Loader, model: ResNet, criterion: nn.CrossEntropyLoss): number {
  const losses = new AverageMeter();
  const top1 = new AverageMeter();

  // switch to evaluate mode
  model.eval();

  noGrad(() => {
    for (const [i, [input, target]] of enumerate(valLoader)) {
      // compute output
      const output = model(input);
      const loss = criterion(output, target);

      // measure accuracy and record loss
      const prec1 = accuracy(output.data, target)[0]!;
      losses.update(loss.item(), input.size(0));
      top1.update(prec1.item(), input.size(0));

      if (i % args.printFreq === 0)
        console.log(`Test: [${i}/${valLoader.length}]\tLoss ${losses.toString(4)}\tPrec@1 ${top1.toString(3)}`);
    }
  });

  console.log(` * Prec@1 ${top1.avg.toFixed(3)}`);
  return top1.avg;
}

/** What the training images go through. */
export const augmentation = [new data.RandomHorizontalFlip(), new data.RandomCrop(32, 4)];

/** CIFAR-10's first images, or as many drawn shapes. */
function load({ data: directory, samples, testSamples }: Arguments): readonly [train: Samples, test: Samples] {
  const found = findCIFAR10(directory || undefined);
  if (found === null) console.log("CIFAR-10 is not on this machine: drawn shapes instead");
  const normalize = new data.Normalize({ mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] });
  const read = (train: boolean, length: number): Samples => {
    const transform = new data.Compose([...(train ? augmentation : []), new data.ToTensor(), normalize]);
    if (found === null) return new data.SyntheticShapes({ train, length, transform });
    const all = new CIFAR10(found, { train, transform });
    return new data.Subset(
      all,
      Array.from({ length: Math.min(length, all.length) }, (_, index) => index),
    );
  };
  return [read(true, samples), read(false, testSamples)];
}

export function main(args: Arguments, [trainDataset, valDataset]: readonly [Samples, Samples] = load(args)): number {
  manualSeed(args.seed);
  let bestPrec1 = 0;

  const model = new ResNet([3, 3, 3]);

  const trainLoader = new data.DataLoader(trainDataset, { batchSize: args.batchSize, shuffle: true });
  const valLoader = new data.DataLoader(valDataset, { batchSize: 128, shuffle: false });

  // define loss function (criterion) and optimizer
  const criterion = new nn.CrossEntropyLoss();
  const optimizer = new optim.SGD(model.parameters(), {
    lr: args.lr,
    momentum: args.momentum,
    weightDecay: args.weightDecay,
  });
  const lrScheduler = new optim.lrScheduler.MultiStepLR(optimizer, {
    milestones: [Math.ceil(args.epochs / 2), Math.ceil((3 * args.epochs) / 4)],
  });

  for (let epoch = 0; epoch < args.epochs; epoch++) {
    // train for one epoch
    console.log(`current lr ${optimizer.paramGroups[0]!.lr.toExponential(5)}`);
    train(args, trainLoader, model, criterion, optimizer, epoch);
    lrScheduler.step();

    // evaluate on validation set
    const prec1 = validate(args, valLoader, model, criterion);

    // remember best prec@1
    bestPrec1 = Math.max(prec1, bestPrec1);
  }
  return bestPrec1;
}

if (isMain("resnet.ts")) main(parseArguments(defaults));
