// Right programs whose updates are not one backward and one step of one optimizer. None is to be warned of anything.

import { BatchNorm1d, CrossEntropyLoss, Dropout, F, Linear, Module, Parameter, ReLU, Sequential } from "@bernoulli/nn";
import { Adam, LBFGS, SGD } from "@bernoulli/optim";
import { compile, grad, noGrad, randn, type Tensor, zeros } from "@bernoulli/tensor";
import { Trainer } from "../../trainer.js";
import { blobs, dropping, type Program, train } from "./programs.testing.js";

export const correctUpdates: readonly Program[] = [
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
    name: "gradients accumulated over batches",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = dropping();
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
    name: "two optimizers that take turns over one model, compiled",
    run({ watch }) {
      const [x, y] = blobs(12);
      const model = dropping();
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
