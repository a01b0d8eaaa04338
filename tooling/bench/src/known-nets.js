// Nets that people know, each with its whole training step; peers/known_nets.py has the same for PyTorch, which draws the same first weights
// and inputs from one seed. The nets of images alone are in nets.js.

import { GPT, resnet20, UNet, VisionTransformer } from "@bernoulli/nn/models";
import { F, nn, noGrad, ones, randint, randn, zeros } from "bernoulli";

const convolution = (from, to, options = {}) => {
  const { kernel = 3, stride = 1, groups = 1, activation = () => new nn.ReLU(true) } = options;
  return [
    new nn.Conv2d(from, to, kernel, { stride, padding: (kernel - 1) / 2, groups, bias: false }),
    new nn.BatchNorm2d(to),
    ...(activation === null ? [] : [activation()]),
  ];
};

/** For images of 32 × 32: one linear layer behind the convolutions. */
function vgg11() {
  const layers = [];
  let from = 3;
  for (const to of [64, "M", 128, "M", 256, 256, "M", 512, 512, "M", 512, 512, "M"]) {
    if (to === "M") layers.push(new nn.MaxPool2d(2));
    else layers.push(...convolution(from, to));
    if (to !== "M") from = to;
  }
  return new nn.Sequential(...layers, new nn.Flatten(), new nn.Linear(512, 10));
}

class InvertedResidual extends nn.Module {
  constructor(from, to, stride, expansion) {
    super();
    const [wide, activation] = [from * expansion, () => new nn.ReLU6(true)];
    this.conv = new nn.Sequential(
      ...(expansion === 1 ? [] : convolution(from, wide, { kernel: 1, activation })),
      ...convolution(wide, wide, { stride, groups: wide, activation }),
      ...convolution(wide, to, { kernel: 1, activation: null }),
    );
    this.isResidual = stride === 1 && from === to;
  }

  forward(x) {
    return this.isResidual ? x.add(this.conv(x)) : this.conv(x);
  }
}

/** For images of 32 × 32: the first two strides are 1. */
function mobilenetV2() {
  const activation = () => new nn.ReLU6(true);
  const layers = convolution(3, 32, { activation });
  let from = 32;
  for (const [expansion, to, count, stride] of [
    [1, 16, 1, 1],
    [6, 24, 2, 1],
    [6, 32, 3, 2],
    [6, 64, 4, 2],
    [6, 96, 3, 1],
    [6, 160, 3, 2],
    [6, 320, 1, 1],
  ]) {
    for (let at = 0; at < count; at++) {
      layers.push(new InvertedResidual(from, to, at === 0 ? stride : 1, expansion));
      from = to;
    }
  }
  layers.push(...convolution(320, 1280, { kernel: 1, activation }));
  layers.push(new nn.AvgPool2d(4), new nn.Flatten(), new nn.Linear(1280, 10));
  return new nn.Sequential(...layers);
}

class LanguageModel extends nn.Module {
  encoder = new nn.Embedding(2000, 256);
  rnn = new nn.LSTM(256, 256, { numLayers: 2, dropout: 0.2 });
  drop = new nn.Dropout(0.2);
  decoder = new nn.Linear(256, 2000);

  constructor() {
    super();
    this.decoder.weight = this.encoder.weight;
  }

  forward(tokens) {
    const [output] = this.rnn(this.drop(this.encoder(tokens)));
    return this.decoder(this.drop(output)).view(-1, 2000);
  }
}

const transposed = (from, to, stride, padding) => [
  new nn.ConvTranspose2d(from, to, 4, { stride, padding, bias: false }),
  new nn.BatchNorm2d(to),
  new nn.ReLU(true),
];
const generator = () =>
  new nn.Sequential(
    ...[...transposed(100, 256, 1, 0), ...transposed(256, 128, 2, 1), ...transposed(128, 64, 2, 1)],
    ...[new nn.ConvTranspose2d(64, 3, 4, { stride: 2, padding: 1, bias: false }), new nn.Tanh()],
  );
const halving = (from, to, norm) => [
  new nn.Conv2d(from, to, 4, { stride: 2, padding: 1, bias: false }),
  ...(norm ? [new nn.BatchNorm2d(to)] : []),
  new nn.LeakyReLU(0.2, true),
];
const discriminator = () =>
  new nn.Sequential(
    ...[...halving(3, 64, false), ...halving(64, 128, true), ...halving(128, 256, true)],
    ...[new nn.Conv2d(256, 1, 4, { bias: false }), new nn.Sigmoid(), new nn.Flatten(0)],
  );

/** A step of a classifier of whatever `data` gives, `[input, target]`. */
const classifies = (make, data, clip) => ({
  step(optimizerOf, batch) {
    const model = make();
    const optimizer = optimizerOf(model.parameters());
    const [x, y] = data(batch);
    return () => {
      optimizer.zeroGrad();
      const loss = F.crossEntropy(model(x), y);
      loss.backward();
      if (clip !== undefined) nn.utils.clipGradNorm_(model.parameters(), clip);
      optimizer.step();
      return loss;
    };
  },
});

const labels = (batch, count, ...shape) => randint(0, count, [batch, ...shape]).keep();
const pictures = (batch) => [randn(batch, 3, 32, 32).keep(), labels(batch, 10)];

/** The example's step: the discriminator of real and of made images, then the generator. */
function dcganStep(optimizerOf, batch) {
  const [made, judge] = [generator(), discriminator()];
  noGrad(() => {
    for (const model of [made, judge])
      for (const module of model.modules())
        if (module instanceof nn.Conv2d || module instanceof nn.ConvTranspose2d)
          nn.init.normal_(module.weight, 0, 0.02);
  });
  const [judging, making] = [optimizerOf(judge.parameters()), optimizerOf(made.parameters())];
  const real = randn(batch, 3, 32, 32).keep();
  const [yes, no] = [ones(batch).keep(), zeros(batch).keep()];
  return () => {
    judging.zeroGrad();
    const first = F.binaryCrossEntropy(judge(real), yes);
    first.backward();
    const images = made(randn(batch, 100, 1, 1));
    F.binaryCrossEntropy(judge(images.detach()), no).backward();
    judging.step();
    making.zeroGrad();
    const loss = F.binaryCrossEntropy(judge(images), yes);
    loss.backward();
    making.step();
    return loss;
  };
}

export const knownNets = {
  resnet20: classifies(() => resnet20(), pictures),
  vgg11: classifies(vgg11, pictures),
  mobilenetv2: classifies(mobilenetV2, pictures),
  dcgan: { step: dcganStep },
  unet: classifies(
    () => new UNet(3, 2, { width: 16 }),
    (batch) => [randn(batch, 3, 64, 64).keep(), labels(batch, 2, 64, 64)],
  ),
  lstm: classifies(
    () => new LanguageModel(),
    (batch) => [randint(0, 2000, [35, batch]).keep(), labels(35 * batch, 2000)],
    0.25,
  ),
  gpt: {
    step(optimizerOf, batch) {
      const model = new GPT({ vocabSize: 65, blockSize: 128, nLayer: 6, nHead: 6, nEmbd: 192, dropout: 0.2 });
      const optimizer = optimizerOf(model.parameters());
      const [x, y] = [labels(batch, 65, 128), labels(128 * batch, 65)];
      return () => {
        optimizer.zeroGrad();
        const loss = F.crossEntropy(model(x).view(-1, 65), y);
        loss.backward();
        optimizer.step();
        return loss;
      };
    },
  },
  vit: classifies(
    () =>
      new VisionTransformer({
        ...{ imageSize: 32, patchSize: 4, numLayers: 6, numHeads: 3, hiddenDim: 192, mlpDim: 768 },
        ...{ numClasses: 10, dropout: 0.1 },
      }),
    pictures,
  ),
};
