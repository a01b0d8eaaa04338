// Programs that are right, many of them where a simpler rule would find fault: none of them is to be warned of anything.

import {
  BatchNorm1d,
  BatchNorm2d,
  Conv2d,
  CrossEntropyLoss,
  Dropout,
  Embedding,
  F,
  GRU,
  Linear,
  Module,
  MSELoss,
  NLLLoss,
  Parameter,
  ReLU,
  Sequential,
} from "@bernoulli/nn";
import { Adam, LBFGS, SGD } from "@bernoulli/optim";
import { cat, compile, grad, noGrad, rand, randn, type Tensor, zeros } from "@bernoulli/tensor";
import { Trainer } from "../../trainer.js";
import { blobs, type Program, squares, train } from "./programs.testing.js";

const mlp = () => new Sequential(new Linear(8, 32), new ReLU(), new Dropout(0.5), new Linear(32, 3));

class WideBlock extends Module {
  bn1: BatchNorm2d;
  conv1: Conv2d;
  drop = new Dropout(0.3);
  bn2: BatchNorm2d;
  conv2: Conv2d;
  constructor(channels: number) {
    super();
    this.bn1 = new BatchNorm2d(channels);
    this.conv1 = new Conv2d(channels, channels, 3, { padding: 1, bias: false });
    this.bn2 = new BatchNorm2d(channels);
    this.conv2 = new Conv2d(channels, channels, 3, { padding: 1, bias: false });
  }
  forward(x: Tensor): Tensor {
    const inner = this.drop(this.conv1(F.relu(this.bn1(x))));
    return x.add(this.conv2(F.relu(this.bn2(inner))));
  }
}

/** Zagoruyko and Komodakis, 2016: dropout between the convolutions of a block, and so before a batch norm. */
class WideResNet extends Module {
  conv = new Conv2d(1, 8, 3, { padding: 1, bias: false });
  blocks = [new WideBlock(8)];
  bn = new BatchNorm2d(8);
  fc = new Linear(8, 4);
  forward(x: Tensor): Tensor {
    let y = this.conv(x);
    for (const block of this.blocks) y = block(y);
    return this.fc(F.relu(this.bn(y)).mean([2, 3]));
  }
}

/** Its norms stay frozen, whoever calls train(). */
class Frozen extends Module {
  fc1 = new Linear(8, 16);
  bn = new BatchNorm1d(16);
  drop = new Dropout(0.2);
  fc2 = new Linear(16, 3);
  override train(mode = true): this {
    super.train(mode);
    this.bn.train(false);
    return this;
  }
  forward(x: Tensor): Tensor {
    return this.fc2(this.drop(F.relu(this.bn(this.fc1(x)))));
  }
}

class Tied extends Module {
  embedding = new Embedding(6, 8);
  gru = new GRU(8, 8, { batchFirst: true });
  forward(tokens: Tensor): Tensor {
    return this.gru(this.embedding(tokens))[0].matmul(this.embedding.weight.t());
  }
}

class LayerDrop extends Module {
  layers = [new Linear(8, 8), new Linear(8, 8), new Linear(8, 8)];
  head = new Linear(8, 3);
  forward(x: Tensor): Tensor {
    let y = x;
    for (const layer of this.layers) if (!this.training || rand(1).item() > 0.5) y = y.add(F.relu(layer(y)));
    return this.head(y);
  }
}

class Variational extends Module {
  encoder = new Linear(8, 4);
  decoder = new Linear(2, 8);
  forward(x: Tensor): [Tensor, Tensor, Tensor] {
    const coded = this.encoder(x);
    const [mean, logVariance] = [coded.slice(1, 0, 2), coded.slice(1, 2, 4)];
    const sample = mean.add(
      logVariance
        .mul(0.5)
        .exp()
        .mul(randn(x.size(0), 2)),
    );
    return [this.decoder(sample), mean, logVariance];
  }
}

export const correct: readonly Program[] = [
  {
    name: "a plain loop with dropout, and a validation in between",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = mlp();
      const optimizer = new Adam(model.parameters(), { lr: 0.01 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      for (let epoch = 0; epoch < 10; epoch++) {
        model.train();
        train(4, optimizer, () => criterion(model(x), y));
        model.eval();
        noGrad(() => criterion(model(x), y).item());
      }
    },
  },
  {
    name: "Wide ResNet",
    run({ watch }) {
      const [x, y] = squares(8);
      const model = new WideResNet();
      const optimizer = new SGD(model.parameters(), { lr: 0.05, momentum: 0.9 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(66, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "saliency: the gradient of a score by the input, in evaluation mode",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = mlp();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(4, optimizer, () => criterion(model(x), y));
      model.eval();
      for (let sample = 0; sample < 4; sample++) {
        const input = x
          .slice(0, sample, sample + 1)
          .clone()
          .requiresGrad_();
        model(input).max().backward();
      }
      model.train();
      train(4, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "adversarial training: examples in evaluation mode, updates in training mode",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = new Sequential(
        new Linear(8, 16),
        new BatchNorm1d(16),
        new ReLU(),
        new Dropout(0.2),
        new Linear(16, 3),
      );
      const optimizer = new SGD(model.parameters(), { lr: 0.05 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      for (let step = 0; step < 8; step++) {
        model.eval();
        const input = x.clone().requiresGrad_();
        criterion(model(input), y).backward();
        const attacked = x.add(input.grad!.sign().mul(0.1)).detach();
        model.train();
        optimizer.zeroGrad();
        criterion(model(attacked), y).backward();
        optimizer.step();
      }
    },
  },
  {
    name: "fine-tuning with frozen norms, in a Trainer",
    async run({ settings }) {
      const batch = blobs(12);
      const model = new Frozen();
      model.bn.requiresGrad_(false);
      const optimizer = new SGD(
        [...model.parameters()].filter(({ requiresGrad }) => requiresGrad),
        { lr: 0.05 },
      );
      const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), doctor: settings });
      await trainer.fit([batch, batch, batch], { epochs: 3, validationLoader: [batch] });
    },
  },
  {
    name: "a GAN: two models, two optimizers, each loss through both",
    run({ watch }) {
      const [x] = blobs(12);
      const generator = new Sequential(new Linear(4, 16), new BatchNorm1d(16), new ReLU(), new Linear(16, 8));
      const critic = new Sequential(new Linear(8, 16), new ReLU(), new Dropout(0.3), new Linear(16, 1));
      const [ofGenerator, ofCritic] = [new Adam(generator.parameters()), new Adam(critic.parameters())];
      watch(generator, { optimizer: ofGenerator });
      watch(critic, { optimizer: ofCritic });
      for (let step = 0; step < 40; step++) {
        const fake = noGrad(() => generator(randn(12, 4)));
        ofCritic.zeroGrad();
        F.softplus(critic(fake))
          .mean()
          .add(F.softplus(critic(x).neg()).mean())
          .backward();
        ofCritic.step();
        ofGenerator.zeroGrad();
        F.softplus(critic(generator(randn(12, 4))).neg())
          .mean()
          .backward();
        ofGenerator.step();
      }
    },
  },
  {
    name: "MC dropout: masks on purpose, where the model is evaluated",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = mlp();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(4, optimizer, () => criterion(model(x), y));
      model.eval();
      for (const module of model.modules()) if (module instanceof Dropout) module.train();
      noGrad(() => {
        const draws = Array.from({ length: 8 }, () => model(x));
        for (const draw of draws) criterion(draw, y).item();
        for (let draw = 0; draw < 4; draw++) criterion(model(x), y).item();
      });
      model.train();
      noGrad(() => {
        for (let draw = 0; draw < 4; draw++) criterion(model(x), y).item();
      });
      train(4, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "linear probing: a backbone in evaluation mode, a head that is trained",
    run({ watch }) {
      const [x, y] = blobs(12);
      const backbone = new Sequential(new Linear(8, 16), new BatchNorm1d(16), new Dropout(0.5)).requiresGrad_(false);
      const model = new Sequential(backbone, new Linear(16, 3));
      backbone.eval();
      const optimizer = new SGD(model.at(1).parameters(), { lr: 0.1 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(36, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "gradients accumulated over batches",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = mlp();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      for (let step = 0; step < 10; step++) {
        optimizer.zeroGrad();
        for (let part = 0; part < 4; part++) {
          const range = [3 * part, 3 * part + 3] as const;
          criterion(model(x.slice(0, ...range)), y.slice(0, ...range))
            .div(4)
            .backward();
        }
        optimizer.step();
      }
    },
  },
  {
    name: "distillation: a teacher's softmax as the target of a cross entropy",
    run({ watch }) {
      const [x] = blobs(12);
      const teacher = mlp().eval();
      const model = mlp();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(10, optimizer, () => {
        const wanted = noGrad(() => F.softmax(teacher(x).div(2), 1));
        return criterion(model(x).div(2), wanted);
      });
    },
  },
  {
    name: "the log of a softmax before an NLL loss, and before a cross entropy, which it does not change",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = mlp();
      const optimizer = new Adam(model.parameters());
      const [nll, criterion] = [new NLLLoss(), new CrossEntropyLoss()];
      watch(model, { optimizer });
      train(6, optimizer, (step) => (step % 2 === 0 ? nll : criterion)(F.logSoftmax(model(x), 1), y));
    },
  },
  {
    name: "layers left out at random",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = new LayerDrop();
      const optimizer = new SGD(model.parameters(), { lr: 0.05 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(40, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "frozen layers whose parameters the optimizer holds all the same",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = mlp();
      model.at(0).requiresGrad_(false);
      const optimizer = new SGD(model.parameters(), { lr: 0.05 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(40, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "a Trainer with everything: dropout behind batch norm, clean and validation passes",
    async run({ settings }) {
      const batch = blobs(24);
      const model = new Sequential(
        new Linear(8, 32),
        new BatchNorm1d(32),
        new ReLU(),
        new Dropout(0.5),
        new Linear(32, 3),
      );
      const optimizer = new Adam(model.parameters(), { lr: 0.01 });
      const trainer = new Trainer(model, { optimizer, criterion: new CrossEntropyLoss(), doctor: settings });
      await trainer.fit([batch, batch], { epochs: 33, cleanLoader: [batch], validationLoader: [batch] });
    },
  },
  {
    name: "tied weights: an embedding that is the output layer too",
    run({ watch }) {
      const tokens = cat([blobs(12)[1].view(3, 4), blobs(12)[1].view(3, 4)], 1);
      const model = new Tied();
      const optimizer = new Adam(model.parameters());
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(34, optimizer, () => {
        const scores = model(tokens.slice(1, 0, 7));
        return criterion(scores.reshape(-1, 6), tokens.slice(1, 1, 8).reshape(-1));
      });
    },
  },
  {
    name: "p = 0.7 on a layer that is wide enough for it",
    run({ watch }) {
      const [x, y] = blobs(24);
      const model = new Sequential(new Linear(8, 256), new ReLU(), new Dropout(0.7), new Linear(256, 3));
      const optimizer = new Adam(model.parameters(), { lr: 0.01 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      train(66, optimizer, () => criterion(model(x), y));
    },
  },
  {
    name: "LBFGS, whose closure calls backward many times a step",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = new Linear(8, 3);
      const optimizer = new LBFGS(model.parameters(), { lr: 0.5 });
      const criterion = new CrossEntropyLoss();
      watch(model, { optimizer, criterion });
      for (let step = 0; step < 4; step++)
        optimizer.step(() => {
          optimizer.zeroGrad();
          const loss = criterion(model(x), y);
          loss.backward();
          return loss;
        });
    },
  },
  {
    name: "a variational autoencoder, and scores that a mask of −∞ closes",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = new Variational();
      const head = new Linear(2, 4);
      const optimizer = new Adam([...model.parameters(), ...head.parameters()]);
      watch(model, { optimizer });
      const closed = zeros(12, 4);
      closed.slice(1, 3, 4).fill_(Number.NEGATIVE_INFINITY);
      train(34, optimizer, () => {
        const [decoded, mean, logVariance] = model(x);
        const divergence = mean.mul(mean).add(logVariance.exp()).sub(logVariance).sub(1).mean();
        return new MSELoss()(decoded, x)
          .add(divergence)
          .add(new CrossEntropyLoss()(head(mean).add(closed), y));
      });
    },
  },
  {
    name: "two optimizers that take turns over one model, compiled",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = mlp();
      const optimizers = [0, 3].map((at) => new SGD(model.at(at).parameters(), { lr: 0.1 }));
      const criterion = new CrossEntropyLoss();
      const watching = optimizers.map((optimizer) => watch(model, { optimizer, criterion }));
      const step = compile((at: number) => {
        model.zeroGrad();
        const loss = criterion(model(x), y);
        loss.backward();
        optimizers[at % 2]!.step();
        return loss.detach();
      });
      for (let at = 0; at < 72; at++) step(at).item();
      for (const one of watching) one.check();
    },
  },
  {
    name: "meta-learning: weights that are computed from weights, and a second derivative",
    run({ watch }) {
      const [x] = blobs(12);
      class Scaled extends Module {
        log = new Parameter(zeros(8));
        forward(input: Tensor): Tensor {
          return input.mul(this.log.exp()).sum(1);
        }
      }
      const model = new Scaled();
      const optimizer = new SGD(model.parameters(), { lr: 0.01 });
      watch(model, { optimizer });
      train(34, optimizer, () => {
        const input = x.clone().requiresGrad_();
        const [slope] = grad(model(input).sigmoid().sum(), [input], { createGraph: true });
        return slope!.mul(slope!).sum(1).sub(1).pow(2).mean();
      });
    },
  },
];
