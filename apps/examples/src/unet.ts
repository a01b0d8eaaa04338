// Semantic segmentation by U-Net: milesial/Pytorch-UNet's train.py, evaluate.py and dice_score.py, on drawn discs and squares. The net is
// that of `@bernoulli/nn/models`, narrow. Run by `pnpm script apps/examples/src/unet.ts`.

import { UNet } from "@bernoulli/nn/models";
import {
  arange,
  data,
  F,
  Generator,
  manualSeed,
  nn,
  noGrad,
  optim,
  rand,
  scope,
  type Tensor,
  where,
  zeros,
} from "bernoulli";
import { isMain, parseArguments } from "./program.js";

/** Average of Dice coefficient for all batches, or for a single mask */
function diceCoeff(input: Tensor, target: Tensor, reduceBatchFirst = false, epsilon = 1e-6): Tensor {
  const sumDim = input.dim() === 2 || !reduceBatchFirst ? [-1, -2] : [-1, -2, -3];

  const inter = input.mul(target).sum(sumDim).mul(2);
  let setsSum = input.sum(sumDim).add(target.sum(sumDim));
  setsSum = where(setsSum.eq(0), inter, setsSum);

  const dice = inter.add(epsilon).div(setsSum.add(epsilon));
  return dice.mean();
}

/** Average of Dice coefficient for all classes */
function multiclassDiceCoeff(input: Tensor, target: Tensor, reduceBatchFirst = false, epsilon = 1e-6): Tensor {
  return diceCoeff(input.flatten(0, 1), target.flatten(0, 1), reduceBatchFirst, epsilon);
}

/** Dice loss (objective to minimize) between 0 and 1 */
function diceLoss(input: Tensor, target: Tensor, multiclass = false): Tensor {
  const fn = multiclass ? multiclassDiceCoeff : diceCoeff;
  return fn(input, target, true).neg().add(1);
}

type Samples = data.Dataset<readonly [image: Tensor, mask: Tensor]>;

function evaluate(net: UNet, dataloader: data.DataLoader<Samples>): number {
  net.eval();
  const numValBatches = dataloader.length;
  let diceScore = 0;

  // iterate over the validation set
  noGrad(() => {
    for (const [image, maskTrue] of dataloader) {
      // predict the mask
      const maskPred = net(image);

      // convert to one-hot format
      const trueHot = F.oneHot(maskTrue, net.nClasses).permute(0, 3, 1, 2).float();
      const predHot = F.oneHot(maskPred.argmax(1), net.nClasses).permute(0, 3, 1, 2).float();
      // compute the Dice score, ignoring background
      diceScore += multiclassDiceCoeff(predHot.at(":", "1:"), trueHot.at(":", "1:"), false).item();
    }
  });

  net.train();
  return diceScore / Math.max(numValBatches, 1);
}

/** A disc (class 1) and a square (class 2) of drawn places and sizes on noise. Shapes: (1, side, side) and (side, side). */
export class DiscsAndSquares implements Samples {
  images: Tensor;
  masks: Tensor;
  length: number;

  constructor(count: number, seed: number, side = 48) {
    const generator = new Generator().manualSeed(seed);
    this.length = count;
    this.images = rand(count, 1, side, side, { generator });
    this.masks = zeros(count, side, side, { dtype: "int32" });
    const y = arange(side).view(-1, 1);
    const x = arange(side).view(1, -1);
    for (let index = 0; index < count; index++) {
      scope(() => {
        const [discY, discX, radius, squareY, squareX, half] = rand(6, { generator }).toArray() as number[];
        const [r, h] = [side * (0.1 + 0.1 * radius!), side * (0.08 + 0.08 * half!)];
        const away = (of: Tensor, at: number) => of.sub(side * (0.2 + 0.6 * at));
        const disc = away(y, discY!)
          .pow(2)
          .add(away(x, discX!).pow(2))
          .le(r * r);
        const square = away(y, squareY!).abs().le(h).logicalAnd(away(x, squareX!).abs().le(h));
        const mask = this.masks.at(index);
        mask.maskedFill_(disc, 1).maskedFill_(square, 2);
        this.images.at(index, 0).add_(mask.gt(0).float(), { alpha: 0.7 });
      });
    }
  }

  get(index: number): readonly [Tensor, Tensor] {
    return [this.images.at(index), this.masks.at(index)];
  }
}

export const defaults = {
  epochs: 3,
  batchSize: 8,
  learningRate: 1e-4,
  weightDecay: 1e-8,
  momentum: 0.99,
  gradientClipping: 1,
  width: 8,
  seed: 0,
  samples: 200,
  validationSamples: 40,
};

export function main(
  args: typeof defaults,
  [trainSet, valSet]: readonly [Samples, Samples] = [
    new DiscsAndSquares(args.samples, 1),
    new DiscsAndSquares(args.validationSamples, 2),
  ],
): number {
  manualSeed(args.seed);
  const model = new UNet(1, 3, { width: args.width });
  const trainLoader = new data.DataLoader(trainSet, { shuffle: true, batchSize: args.batchSize });
  const valLoader = new data.DataLoader(valSet, { shuffle: false, dropLast: true, batchSize: args.batchSize });

  // Set up the optimizer, the loss, the learning rate scheduler
  const optimizer = new optim.RMSprop(model.parameters(), {
    lr: args.learningRate,
    weightDecay: args.weightDecay,
    momentum: args.momentum,
  });
  const scheduler = new optim.lrScheduler.ReduceLROnPlateau(optimizer, "max", { patience: 5 }); // goal: maximize Dice score
  const criterion = new nn.CrossEntropyLoss();
  let globalStep = 0;
  let valScore = 0;

  // Begin training
  for (let epoch = 1; epoch < args.epochs + 1; epoch++) {
    model.train();
    for (const [images, trueMasks] of trainLoader) {
      const masksPred = model(images);
      let loss = criterion(masksPred, trueMasks);
      loss = loss.add(
        diceLoss(
          F.softmax(masksPred, { dim: 1 }).float(),
          F.oneHot(trueMasks, model.nClasses).permute(0, 3, 1, 2).float(),
          true,
        ),
      );

      optimizer.zeroGrad({ setToNone: true });
      loss.backward();
      nn.utils.clipGradNorm_(model.parameters(), args.gradientClipping);
      optimizer.step();

      globalStep += 1;
      console.log(`Epoch ${epoch}/${args.epochs} step ${globalStep} loss (batch): ${loss.item().toFixed(4)}`);
    }

    // Evaluation round
    valScore = evaluate(model, valLoader);
    scheduler.step(valScore);
    console.log(`Validation Dice score: ${valScore.toFixed(4)}`);
  }
  return valScore;
}

if (isMain("unet.ts")) main(parseArguments(defaults));
